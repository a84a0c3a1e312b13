//! A member's devices.

use std::collections::BTreeSet;

use hearth_kernel::{Error, Result, limits};
use hearth_store::Entry;

use super::session::stale;
use crate::accounts::{
    Accounts, DEVICE_REMOVED, DeviceChange,
    model::{self, Device},
    store,
};

impl Accounts {
    pub(in crate::accounts) async fn devices(&self, user_id: &str) -> Result<Vec<Device>> {
        store::devices(&self.store, user_id).await
    }

    pub(in crate::accounts) async fn device(&self, user_id: &str, device_id: &str) -> Result<Device> {
        model::check_device_id(device_id)?;
        let device = store::device(&self.store, user_id, device_id).await?;
        device.ok_or_else(|| Error::not_found("There is no such device."))
    }

    /// Gives a device another name; without one it keeps its own.
    pub(in crate::accounts) async fn rename_device(
        &self,
        user_id: &str,
        device_id: &str,
        name: Option<&str>,
    ) -> Result<()> {
        let device = self.device(user_id, device_id).await?;
        let Some(name) = name.filter(|name| device.display_name.as_deref() != Some(*name)) else { return Ok(()) };
        model::check_text("device's name", name, limits::DISPLAY_NAME_BYTES)?;
        let mut entry = Entry::new();
        entry.statement(store::rename_device(user_id, device_id, name));
        self.tell_of_devices(user_id, DeviceChange::Renamed(device_id), &mut entry).await?;
        self.commit(entry).await
    }

    /// Ends devices and their tokens. Those that are not there are passed over.
    pub(in crate::accounts) async fn remove_devices(&self, user_id: &str, device_ids: &[String]) -> Result<()> {
        let wanted: BTreeSet<&str> = device_ids.iter().map(String::as_str).collect();
        let mut gone = Vec::new();
        let mut entry = Entry::new();
        for Device { device_id, .. } in store::devices(&self.store, user_id).await? {
            if wanted.contains(device_id.as_str()) {
                entry
                    .statements(store::delete_device(user_id, &device_id))
                    .fact(self.fact(&DEVICE_REMOVED, user_id).id("device_id", &device_id));
                gone.push(device_id);
            }
        }
        if gone.is_empty() {
            return Ok(());
        }
        self.tell_of_devices(user_id, DeviceChange::Ended(&gone), &mut entry).await?;
        self.commit_and_forget(entry, stale(user_id, gone)).await
    }
}
