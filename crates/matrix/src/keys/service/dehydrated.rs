//! Dehydrated devices: a member leaves one here that nobody is signed in on, to be written to while
//! all others are out; a new device wakes it and reads what came (MSC3814).

use hearth_kernel::{Error, Result, limits};
use hearth_store::Entry;

use super::{device, upload::Upload};
use crate::{
    accounts::Accounts,
    keys::{Keys, facts, store},
    stream::{Change, KeyChange},
};

/// A device as its owner leaves it.
pub(in crate::keys) struct Dehydrated<'a> {
    pub(in crate::keys) device_id: &'a str,
    pub(in crate::keys) display_name: Option<&'a str>,
    /// A JSON object that only the owner can read.
    pub(in crate::keys) data: &'a str,
    pub(in crate::keys) keys: Upload,
}

impl Keys {
    /// Leaves a device here, in place of the one before.
    pub(in crate::keys) async fn dehydrate(&self, user_id: &str, new: Dehydrated<'_>) -> Result<()> {
        let Dehydrated { device_id, display_name, data, keys } = new;
        let _turn = self.dehydrating.lock().await;
        let before = store::dehydrated::one(&self.store, user_id).await?.map(|(device_id, _)| device_id);
        let devices = self.accounts.device_names(user_id).await?;
        if before.as_deref() != Some(device_id) && devices.iter().any(|(known, _)| known == device_id) {
            return Err(Error::invalid_param("Somebody is signed in on a device of this id."));
        }
        let (mut entry, mut change) = (Entry::new(), KeyChange::default());
        self.end(&mut entry, &mut change, user_id, before.as_deref());
        entry.statements(store::device::end(user_id, device_id));
        self.accounts.add_device(&mut entry, user_id, device_id, display_name)?;
        self.add_keys(&mut entry, &mut change, (user_id, device_id), &keys).await?;
        entry
            .statement(store::dehydrated::set(user_id, device_id, data))
            .fact(self.fact(&facts::DEVICE_DEHYDRATED, user_id).id("device_id", device_id))
            .note(Change::Keys(change).note());
        self.commit(entry).await.map(drop).map_err(Accounts::explain)
    }

    /// The device's id and its data.
    pub(in crate::keys) async fn dehydrated(&self, user_id: &str) -> Result<(String, String)> {
        let found = store::dehydrated::one(&self.store, user_id).await?;
        found.ok_or_else(|| Error::not_found("There is no dehydrated device."))
    }

    pub(in crate::keys) async fn delete_dehydrated(&self, user_id: &str) -> Result<String> {
        let _turn = self.dehydrating.lock().await;
        let (device_id, _) = self.dehydrated(user_id).await?;
        let (mut entry, mut change) = (Entry::new(), KeyChange::default());
        self.end(&mut entry, &mut change, user_id, Some(&device_id));
        change.seen.push(self.seen_by_all(user_id).await?);
        entry.note(Change::Keys(change).note());
        self.commit(entry).await?;
        Ok(device_id)
    }

    /// What was sent to the device after a position, and where to go on.
    pub(in crate::keys) async fn dehydrated_messages(
        &self,
        user_id: &str,
        device_id: &str,
        since: i64,
    ) -> Result<(Vec<String>, i64)> {
        if self.dehydrated(user_id).await?.0 != device_id {
            return Err(Error::forbidden("This is not your dehydrated device."));
        }
        let stretch = (since, self.store.position());
        let messages = self.messages((user_id, device_id), stretch, limits::TO_DEVICE_SYNC).await?;
        let next = messages.last().map_or(since, |(position, _)| *position);
        Ok((messages.into_iter().map(|(_, message)| message).collect(), next))
    }

    /// Adds the end of a dehydrated device.
    fn end(&self, entry: &mut Entry, change: &mut KeyChange, user_id: &str, device_id: Option<&str>) {
        let Some(device_id) = device_id else { return };
        entry.statement(store::device::device_changed(user_id, device_id));
        self.accounts.end_device(entry, user_id, device_id);
        entry.statements(store::device::end(user_id, device_id));
        change.gone.push(device(user_id, device_id));
    }
}
