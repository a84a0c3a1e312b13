//! Who is typing in a room. Kept in memory alone; a serial says when it last changed.

use std::collections::BTreeMap;

use hearth_kernel::limits;
use ruma::{OwnedUserId, UserId};

use super::ignored::Ignored;

/// Members with the time until which their notice holds.
#[derive(Default)]
pub(crate) struct Typing {
    until_ms: BTreeMap<OwnedUserId, i64>,
    pub(crate) serial: i64,
    /// When each member's notice last began or ended, of the last ones who had one.
    serials: BTreeMap<OwnedUserId, i64>,
    /// When one of the others' did.
    before: i64,
}

impl Typing {
    /// Says whether anything changed for those who watch.
    pub(crate) fn set(&mut self, user_id: OwnedUserId, until_ms: Option<i64>, serial: i64) -> bool {
        let changed = match until_ms {
            Some(until_ms) => self.until_ms.insert(user_id.clone(), until_ms).is_none(),
            None => self.until_ms.remove(&user_id).is_some(),
        };
        if changed {
            self.note(user_id, serial);
        }
        changed
    }

    fn note(&mut self, member: OwnedUserId, serial: i64) {
        self.serial = serial;
        self.serials.insert(member, serial);
        if self.serials.len() > limits::TYPISTS {
            let first = self.serials.iter().min_by_key(|(_, serial)| **serial).map(|(member, _)| member.clone());
            self.before = first.and_then(|member| self.serials.remove(&member)).unwrap_or(0).max(self.before);
        }
    }

    /// When something last changed for who does not hear these.
    pub(crate) fn serial_without(&self, ignored: &Ignored) -> i64 {
        if ignored.is_empty() {
            return self.serial;
        }
        let heard = self.serials.iter().filter(|(member, _)| !ignored.contains(member.as_str()));
        heard.map(|(_, serial)| *serial).max().unwrap_or(0).max(self.before)
    }

    /// Forgets notices that have run out; says whether there were any.
    pub(crate) fn expire(&mut self, now_ms: i64, serial: i64) -> bool {
        let over: Vec<_> = self.until_ms.extract_if(.., |_, until_ms| *until_ms <= now_ms).collect();
        for (member, _) in &over {
            self.note(member.clone(), serial);
        }
        !over.is_empty()
    }

    /// The end of a member's notice.
    pub(crate) fn until_ms(&self, user_id: &UserId) -> Option<i64> {
        self.until_ms.get(user_id).copied()
    }

    pub(crate) fn members(&self) -> impl Iterator<Item = &OwnedUserId> {
        self.until_ms.keys()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(name: usize) -> OwnedUserId {
        UserId::parse(format!("@m{name}:test")).expect("a name")
    }

    #[test]
    fn what_ignored_people_do_changes_nothing() {
        let ignored = Ignored::from([member(1).to_string()]);
        let mut typing = Typing::default();
        assert!(typing.set(member(1), Some(10), 1));
        assert_eq!((typing.serial, typing.serial_without(&ignored)), (1, 0));
        assert!(typing.set(member(2), Some(10), 2) && typing.set(member(1), None, 3));
        assert_eq!((typing.serial, typing.serial_without(&ignored)), (3, 2));
        assert!(typing.expire(11, 4));
        assert_eq!(typing.serial_without(&ignored), 4, "the end of a notice is heard, too");
    }

    #[test]
    fn typists_beyond_the_bound_count_for_everybody() {
        let everybody = (0..=limits::TYPISTS).map(|name| member(name).to_string()).collect();
        let mut typing = Typing::default();
        for name in 0..limits::TYPISTS {
            typing.set(member(name), Some(10), name as i64 + 1);
        }
        assert_eq!(typing.serial_without(&everybody), 0);
        typing.set(member(limits::TYPISTS), Some(10), 1_000);
        assert_eq!(typing.serial_without(&everybody), 1, "of who was forgotten it is not known who it was");
    }
}
