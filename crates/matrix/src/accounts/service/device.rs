//! A member's devices.

use hearth_kernel::{Error, Result};
use hearth_store::Entry;

use super::session::stale;
use crate::accounts::{
    Accounts, DeviceChange,
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
        model::check_device_name(name)?;
        let mut entry = Entry::new();
        entry.statement(store::rename_device(user_id, device_id, name));
        self.tell_of_devices(user_id, DeviceChange::Renamed(device_id), &mut entry).await?;
        self.commit(entry).await
    }

    /// Ends devices and their tokens. Those that are not there are passed over.
    pub(in crate::accounts) async fn remove_devices(&self, user_id: &str, device_ids: &[String]) -> Result<()> {
        let devices = store::devices(&self.store, user_id).await?.into_iter().map(|device| device.device_id);
        let gone: Vec<String> = devices.filter(|device_id| device_ids.contains(device_id)).collect();
        if gone.is_empty() {
            return Ok(());
        }
        let mut entry = Entry::new();
        self.end_devices(&mut entry, user_id, &gone).await?;
        self.commit_and_forget(entry, stale(user_id, gone)).await
    }

    /// Adds to `entry` the end of devices, with all that goes with them.
    pub(super) async fn end_devices(&self, entry: &mut Entry, user_id: &str, gone: &[String]) -> Result<()> {
        for device_id in gone {
            self.end_device(entry, user_id, device_id);
        }
        self.end_login_tokens(user_id, Some(gone));
        self.tell_of_devices(user_id, DeviceChange::Ended(gone), entry).await
    }

    /// Adds to `entry` the end of all devices but one, and says which they are.
    pub(super) async fn end_all_devices_but(
        &self,
        entry: &mut Entry,
        user_id: &str,
        kept: Option<&str>,
    ) -> Result<Vec<String>> {
        let devices = store::devices(&self.store, user_id).await?.into_iter().map(|device| device.device_id);
        let gone: Vec<String> = devices.filter(|device_id| Some(device_id.as_str()) != kept).collect();
        self.end_devices(entry, user_id, &gone).await?;
        Ok(gone)
    }
}
