//! When and from where a device called last. Kept in memory, and written down in the background: at most
//! once in some minutes a device, many devices at a time, and never while a request waits.

use std::{collections::BTreeMap, net::IpAddr, sync::Arc};

use hearth_http::Caller;
use hearth_kernel::{Result, limits};
use hearth_store::{Entry, Lane};
use parking_lot::Mutex;

use crate::accounts::{Accounts, store};

/// By member and device.
type Waiting = BTreeMap<(Arc<str>, Arc<str>), (i64, IpAddr)>;

/// What is not on disk yet.
#[derive(Default)]
pub(in crate::accounts) struct Sightings(Mutex<Waiting>);

impl Sightings {
    #[cfg(test)]
    pub(in crate::accounts) fn waiting(&self) -> usize {
        self.0.lock().len()
    }

    pub(in crate::accounts) fn note(&self, caller: &Caller, address: IpAddr, now_ms: i64) {
        let mut waiting = self.0.lock();
        let device = (caller.user_id.clone(), caller.device_id.clone());
        if waiting.len() < limits::SEEN_WAITING || waiting.contains_key(&device) {
            waiting.insert(device, (now_ms, address.to_canonical()));
        }
    }
}

impl Accounts {
    /// Writes down what was seen. What is lost by a crash is seen again.
    pub async fn write_sightings(&self) -> Result<()> {
        let mut waiting = std::mem::take(&mut *self.sightings.0.lock());
        while !waiting.is_empty() {
            let mut entry = Entry::new();
            entry.repeatable();
            while entry.len() < limits::BATCH_STATEMENTS / limits::BATCH_BACKGROUND_ENTRIES
                && let Some(((user_id, device_id), (seen_at_ms, address))) = waiting.pop_first()
            {
                entry.statement(store::see_device(&user_id, &device_id, seen_at_ms, &address.to_string()));
            }
            self.store.write_in(Lane::Background, entry).await?;
        }
        Ok(())
    }
}
