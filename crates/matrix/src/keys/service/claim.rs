//! Taking one-time keys of other devices, each once.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::Ordering,
};

use hearth_http::Caller;
use hearth_kernel::{Error, Result, limits};
use hearth_store::{Entry, Lane};

use super::device;
use crate::{
    keys::{
        Keys, facts,
        store::{
            self,
            one_time::{Key, Taken},
        },
    },
    stream::{Change, KeyChange},
};

/// A member, a device, and the algorithm that a key is wanted of.
pub(in crate::keys) type Wanted = (String, String, String);

/// Keys by device and member.
pub(in crate::keys) type Claimed = BTreeMap<String, BTreeMap<String, Key>>;

impl Keys {
    /// One key of each device that has one, or its fallback key. What a claim took and could not hand
    /// over, because the asker went away, is not given again.
    pub(in crate::keys) async fn claim(&self, caller: &Caller, wanted: &BTreeSet<Wanted>) -> Result<Claimed> {
        if wanted.len() > limits::KEYS_CLAIMED {
            let why = format!("At most {} keys can be claimed at once.", limits::KEYS_CLAIMED);
            return Err(Error::invalid_param(why));
        }
        let mut claimed = Claimed::new();
        if wanted.is_empty() {
            return Ok(claimed);
        }
        let claim = format!("{}-{}", self.life, self.claims.fetch_add(1, Ordering::Relaxed));
        let (mut entry, mut change) = (Entry::new(), KeyChange::default());
        for (user_id, device_id, algorithm) in wanted {
            entry.statements(store::one_time::take(user_id, device_id, algorithm, &claim));
            change.counts.push(device(user_id, device_id));
        }
        entry
            .fact(self.fact(&facts::CLAIMED, &caller.user_id).count("count", wanted.len() as i64))
            .note(Change::Keys(change).note());
        self.commit(entry).await?;
        let mut missing = wanted.clone();
        for Taken { user_id, device_id, key } in store::one_time::taken(&self.store, &claim).await? {
            missing.remove(&(user_id.clone(), device_id.clone(), key.algorithm.clone()));
            claimed.entry(user_id).or_default().insert(device_id, key);
        }
        for (user_id, device_id, algorithm) in missing {
            if let Some(key) = store::one_time::fallback(&self.store, &user_id, &device_id, &algorithm).await? {
                claimed.entry(user_id).or_default().insert(device_id, key);
            }
        }
        self.write_in_passing(store::one_time::handed_over(&claim)).await;
        Ok(claimed)
    }

    /// Writes what nobody waits for: what is lost of it is done again later. Says whether it was taken.
    pub(super) async fn write_in_passing(&self, statement: hearth_store::Statement) -> bool {
        let Ok(slot) = self.store.reserve(Lane::Live).await else { return false };
        let mut entry = Entry::new();
        entry.statement(statement);
        drop(slot.submit(entry));
        true
    }
}
