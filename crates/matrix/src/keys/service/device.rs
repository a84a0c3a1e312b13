//! What happens to keys when a device begins, gets another name or ends: in the same commit.

use std::{future::Future, pin::Pin, sync::Weak};

use hearth_kernel::Result;
use hearth_store::Entry;

use super::device;
use crate::{
    accounts::{DeviceChange, DeviceWatch},
    keys::{Keys, store},
    stream::{Change, KeyChange},
};

impl DeviceWatch for Weak<Keys> {
    fn join<'a>(
        &'a self,
        user_id: &'a str,
        change: DeviceChange<'a>,
        entry: &'a mut Entry,
    ) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>> {
        Box::pin(async move {
            match self.upgrade() {
                Some(keys) => keys.follow(user_id, change, entry).await,
                None => Ok(()),
            }
        })
    }
}

impl Keys {
    async fn follow(&self, user_id: &str, change: DeviceChange<'_>, entry: &mut Entry) -> Result<()> {
        let mut told = KeyChange::default();
        match change {
            // Somebody may have sent something to a device of this id just when it ended.
            DeviceChange::Begun(device_id) => {
                entry.statements(store::device::end(user_id, device_id));
                told.gone.push(device(user_id, device_id));
            }
            DeviceChange::Renamed(device_id) => {
                entry.statement(store::device::device_changed(user_id, device_id));
                told.seen.push(self.seen_by_all(user_id).await?);
            }
            DeviceChange::Ended(device_ids) => {
                for device_id in device_ids {
                    entry.statement(store::device::device_changed(user_id, device_id));
                    entry.statements(store::device::end(user_id, device_id));
                    told.gone.push(device(user_id, device_id));
                }
                told.seen.push(self.seen_by_all(user_id).await?);
            }
            DeviceChange::Closed => {
                entry
                    .statements(store::cross_signing::forget(user_id))
                    .statements(store::backup::forget(user_id))
                    .statement(store::device::changed(user_id, None));
                told.seen.push(self.seen_by_all(user_id).await?);
            }
        }
        entry.note(Change::Keys(told).note());
        Ok(())
    }
}
