//! A device tells its keys.

use hearth_http::Caller;
use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::Entry;

use super::device;
use crate::{
    accounts::Accounts,
    keys::{
        Keys, facts,
        model::DeviceKeys,
        store::{self, one_time::Key},
    },
    stream::{Change, KeyChange},
};

/// What a device uploads, each part of which may be missing.
pub(in crate::keys) struct Upload {
    pub(in crate::keys) device_keys: Option<DeviceKeys>,
    pub(in crate::keys) one_time: Vec<Key>,
    pub(in crate::keys) fallback: Vec<Key>,
}

impl Keys {
    /// Stores keys and says how many one-time keys there are then. What is there already changes nothing.
    pub(in crate::keys) async fn upload(&self, caller: &Caller, mut upload: Upload) -> Result<Vec<(String, i64)>> {
        let (user_id, device_id) = (&*caller.user_id, &*caller.device_id);
        if let Some(new) = &upload.device_keys
            && store::device::one(&self.store, user_id, device_id).await?.as_ref() == Some(&new.content)
        {
            upload.device_keys = None;
        }
        let (mut entry, mut change) = (Entry::new(), KeyChange::default());
        self.add_keys(&mut entry, &mut change, (user_id, device_id), &upload).await?;
        if !entry.is_empty() {
            Accounts::expect_device(&mut entry, caller);
            entry.note(Change::Keys(change).note());
            self.commit(entry).await.map_err(Accounts::explain)?;
        }
        store::one_time::counts(&self.store, user_id, device_id).await
    }

    /// Adds to `entry` what makes these keys known.
    pub(super) async fn add_keys(
        &self,
        entry: &mut Entry,
        change: &mut KeyChange,
        (user_id, device_id): (&str, &str),
        upload: &Upload,
    ) -> Result<()> {
        let Upload { device_keys, one_time, fallback } = upload;
        if one_time.len() > limits::ONE_TIME_KEYS || fallback.len() > limits::FALLBACK_KEYS {
            return Err(Error::new(Kind::Forbidden, "M_RESOURCE_LIMIT_EXCEEDED", "These are too many keys."));
        }
        if let Some(keys) = device_keys {
            entry
                .statements(store::device::set(user_id, device_id, &keys.content, &keys.identity))
                .statement(store::device::changed(user_id, None))
                .fact(self.fact(&facts::DEVICE_KEYS_UPLOADED, user_id).id("device_id", device_id));
            change.seen.push(self.seen_by_all(user_id).await?);
        }
        if !one_time.is_empty() {
            let count = one_time.len() as i64;
            entry
                .statements(store::one_time::add(user_id, device_id, one_time))
                .fact(self.fact(&facts::ONE_TIME_KEYS_UPLOADED, user_id).count("count", count));
        }
        for key in fallback {
            entry.statements(store::one_time::set_fallback(user_id, device_id, key));
        }
        // Another identity has lost the keys of the one before it.
        if device_keys.is_some() || !one_time.is_empty() || !fallback.is_empty() {
            change.counts.push(device(user_id, device_id));
        }
        Ok(())
    }
}
