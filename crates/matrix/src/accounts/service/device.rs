//! A member's devices.

use std::collections::BTreeSet;

use hearth_kernel::{Error, Result};
use hearth_store::{Entry, Statement};

use super::session::stale;
use crate::accounts::{
    Accounts, DEVICE_REMOVED,
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
        self.commit(entry).await
    }

    /// Ends devices and their tokens. Those that are not there are passed over.
    pub(in crate::accounts) async fn remove_devices(&self, user_id: &str, device_ids: &[String]) -> Result<()> {
        let wanted: BTreeSet<&str> = device_ids.iter().map(String::as_str).collect();
        let mut gone = Vec::new();
        let mut entry = Entry::new();
        for Device { device_id, .. } in store::devices(&self.store, user_id).await? {
            if wanted.contains(device_id.as_str()) {
                self.remove_device(&mut entry, user_id, &device_id);
                gone.push(device_id);
            }
        }
        if gone.is_empty() {
            return Ok(());
        }
        self.commit_and_forget(entry, stale(user_id, gone)).await
    }

    /// Other modules add what goes with a device, within the same commit: few statements, for a member
    /// may lose all of their devices at once.
    pub fn when_device_goes(&self, statements: impl Fn(&str, &str) -> Vec<Statement> + Send + Sync + 'static) {
        self.going.write().push(Box::new(statements));
    }

    /// Adds to `entry` the end of a device, with all that goes with it.
    pub(super) fn remove_device(&self, entry: &mut Entry, user_id: &str, device_id: &str) {
        entry
            .statements(store::delete_device(user_id, device_id))
            .fact(self.fact(&DEVICE_REMOVED, user_id).id("device_id", device_id));
        for statements in self.going.read().iter() {
            entry.statements(statements(user_id, device_id));
        }
    }

    /// Adds to `entry` the end of all devices but one, and says which they are.
    pub(super) async fn remove_all_devices_but(
        &self,
        entry: &mut Entry,
        user_id: &str,
        kept: Option<&str>,
    ) -> Result<Vec<String>> {
        let devices = store::devices(&self.store, user_id).await?.into_iter().map(|device| device.device_id);
        let gone: Vec<String> = devices.filter(|device_id| Some(device_id.as_str()) != kept).collect();
        for device_id in &gone {
            self.remove_device(entry, user_id, device_id);
        }
        Ok(gone)
    }
}
