//! Who is typing in a room. Kept in memory alone; a serial says when it last changed.

use std::collections::BTreeMap;

use ruma::{OwnedUserId, UserId};

/// Members with the time until which their notice holds.
#[derive(Default)]
pub(crate) struct Typing {
    until_ms: BTreeMap<OwnedUserId, i64>,
    pub(crate) serial: i64,
}

impl Typing {
    /// Says whether anything changed for those who watch.
    pub(crate) fn set(&mut self, user_id: OwnedUserId, until_ms: Option<i64>, serial: i64) -> bool {
        let changed = match until_ms {
            Some(until_ms) => self.until_ms.insert(user_id, until_ms).is_none(),
            None => self.until_ms.remove(&user_id).is_some(),
        };
        if changed {
            self.serial = serial;
        }
        changed
    }

    /// Forgets notices that have run out; says whether there were any.
    pub(crate) fn expire(&mut self, now_ms: i64, serial: i64) -> bool {
        let before = self.until_ms.len();
        self.until_ms.retain(|_, until_ms| *until_ms > now_ms);
        let changed = self.until_ms.len() < before;
        if changed {
            self.serial = serial;
        }
        changed
    }

    /// The end of a member's notice.
    pub(crate) fn until_ms(&self, user_id: &UserId) -> Option<i64> {
        self.until_ms.get(user_id).copied()
    }

    pub(crate) fn members(&self) -> impl Iterator<Item = &OwnedUserId> {
        self.until_ms.keys()
    }
}
