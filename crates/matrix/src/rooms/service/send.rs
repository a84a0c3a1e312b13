//! Sending with a transaction id: the same request twice, at once, after a reconnect or after a
//! restart, is one event.
//!
//! What decides is the row of the transaction, written with the event. Before it come two memories
//! that spare asking the disk: requests under way, and those lately done. A repeated request that
//! neither knows is built, refused in the commit, and answered with the first one's event.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::Arc,
};

use hearth_http::Caller;
use hearth_kernel::{Error, Kind, Result, limits};
use parking_lot::Mutex;
use ruma::OwnedEventId;
use tokio::sync::OnceCell;

use super::{
    super::{Rooms, build::Draft, event::Echo, room::Room, store},
    append::Append,
    relate,
};
use crate::kept::Kept;

/// Member, device and path.
type Key = (Arc<str>, Arc<str>, String);
type Outcome = Arc<OnceCell<OwnedEventId>>;

/// Requests under way, and the last ones done.
#[derive(Default)]
pub(crate) struct Transactions {
    under_way: Mutex<HashMap<Key, Outcome>>,
    done: Mutex<Done>,
}

impl Transactions {
    /// What was done is looked for where it is stored from now on.
    pub(super) fn forget(&self) {
        *self.done.lock() = Done::default();
    }
}

/// By a hash that no two share.
struct Done {
    hashers: [RandomState; 2],
    events: Kept<u128, OwnedEventId>,
}

impl Default for Done {
    fn default() -> Self {
        Self { hashers: Default::default(), events: Kept::new(limits::TRANSACTIONS_REMEMBERED) }
    }
}

impl Done {
    fn name(&self, key: &Key) -> u128 {
        let [one, other] = self.hashers.each_ref().map(|hasher| hasher.hash_one(key));
        u128::from(one) << 64 | u128::from(other)
    }

    fn get(&mut self, key: &Key) -> Option<OwnedEventId> {
        self.events.get(&self.name(key)).cloned()
    }

    fn remember(&mut self, key: &Key, event_id: OwnedEventId) {
        self.events.insert(self.name(key), event_id);
    }
}

/// A client's transaction.
pub(crate) struct Transaction {
    pub(crate) caller: Arc<Caller>,
    /// The request's path without the version prefix: the scope of the id.
    pub(crate) path: String,
    pub(crate) txn_id: String,
}

impl Transaction {
    pub(super) fn key(&self) -> Key {
        (self.caller.user_id.clone(), self.caller.device_id.clone(), self.path.clone())
    }
}

/// Takes a request off the list, however it ends.
struct UnderWay<'a> {
    transactions: &'a Transactions,
    key: &'a Key,
    outcome: &'a Outcome,
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        let mut under_way = self.transactions.under_way.lock();
        if under_way.get(self.key).is_some_and(|known| Arc::ptr_eq(known, self.outcome)) {
            under_way.remove(self.key);
        }
    }
}

impl Rooms {
    /// Sends an event once per transaction: of equal requests under way, the first does the work and
    /// all get its outcome. A client that hangs up leaves nothing half done: what is queued is stored,
    /// and whoever asks again is told of it.
    pub(crate) async fn send(&self, room: &Arc<Room>, transaction: Transaction, draft: Draft) -> Result<OwnedEventId> {
        let key = transaction.key();
        let Transaction { caller, txn_id, .. } = transaction;
        if let Some(done) = self.transactions.done.lock().get(&key) {
            return Ok(done);
        }
        let outcome = self.transactions.under_way.lock().entry(key.clone()).or_default().clone();
        let _under_way = UnderWay { transactions: &self.transactions, key: &key, outcome: &outcome };
        let draft = Draft { echo: Some(Echo { device_id: caller.device_id.clone(), txn_id }), ..draft };
        let sent = outcome.get_or_try_init(|| self.send_once(room, &caller, &key, draft)).await?;
        Ok(sent.clone())
    }

    async fn send_once(&self, room: &Arc<Room>, caller: &Caller, key: &Key, draft: Draft) -> Result<OwnedEventId> {
        let sender = super::super::user_id(&caller.user_id)?;
        let appended = match self.check_relation(room, &caller.user_id, &draft).await {
            Ok(is_only_annotation) => {
                let transaction = Some(key.clone());
                let append = Append::new(sender, self.context.now_ms(), draft);
                let append = Append { transaction, is_only_annotation, ..append };
                self.append(room, append).await.map_err(relate::refused)
            }
            Err(refused) => Err(refused),
        };
        let sent = match appended {
            Ok(events) => events.first().map(|event| event.event_id.clone()),
            Err(error) if error.kind == Kind::Conflict && error.code == store::TRANSACTION_DONE => {
                store::transaction(&self.store, &key.0, &key.1, &key.2).await?
            }
            Err(error) => Some(self.first_of(key, error).await?),
        };
        let sent = sent.ok_or_else(|| Error::internal("a transaction has no event"))?;
        self.transactions.done.lock().remember(key, sent.clone());
        Ok(sent)
    }

    /// Who has left the room since is refused, or may remove nothing there any more, and so is a second reaction, or an edit
    /// of what was removed; this may still be the first request again.
    pub(super) async fn first_of(&self, key: &Key, refused: Error) -> Result<OwnedEventId> {
        match refused.kind {
            Kind::Forbidden | Kind::Invalid | Kind::NotFound => {
                store::transaction(&self.store, &key.0, &key.1, &key.2).await?.ok_or(refused)
            }
            _ => Err(refused),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transactions_remembered_are_those_of_two_generations() {
        let key = |number: usize| ("@ada:test.example".into(), "PHONE".into(), number.to_string());
        let event_id = OwnedEventId::try_from("$event").expect("an id");
        let mut done = Done::default();
        let whole = 2 * limits::TRANSACTIONS_REMEMBERED;
        (0..whole).for_each(|number| done.remember(&key(number), event_id.clone()));
        done.remember(&key(whole), event_id);
        // The store remembers what is forgotten here.
        assert!(done.get(&key(0)).is_none() && done.get(&key(limits::TRANSACTIONS_REMEMBERED)).is_some());
        assert!(done.get(&key(whole)).is_some());
    }
}
