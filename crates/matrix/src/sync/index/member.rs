//! What changed for one member who syncs.

use std::{
    collections::HashMap,
    sync::{Arc, atomic::AtomicI64},
};

use hearth_kernel::Result;
use parking_lot::Mutex;
use ruma::OwnedRoomId;
use tokio::sync::{Notify, OnceCell};

use super::pulse::Pulse;
use crate::{
    keys::{Keys, KeysChanged},
    rooms::{Membership, RoomMembership},
};

/// A member's rooms and when they changed.
pub(crate) struct Member {
    pub(in crate::sync) user_id: Arc<str>,
    changes: Mutex<Changes>,
    pub(super) loaded: OnceCell<()>,
    /// Rings after a change can be seen.
    pub(crate) ring: Notify,
    pub(super) used_at_ms: AtomicI64,
}

#[derive(Default)]
struct Changes {
    rooms: HashMap<OwnedRoomId, RoomEntry>,
    /// Those of the rooms that are crowds.
    crowds: HashMap<OwnedRoomId, Arc<Pulse>>,
    account_data: i64,
    /// Where the keys of somebody who shares a room that is no crowd changed last.
    keys: i64,
    devices: HashMap<Arc<str>, DeviceMarks>,
    /// The serial of the last presence that changed around the member.
    presence: i64,
    /// The newest of all positions and serials below.
    newest: i64,
    newest_serial: i64,
}

impl Changes {
    fn mark_keys(&mut self, position: i64) {
        self.keys = self.keys.max(position);
        self.newest = self.newest.max(position);
    }

    fn keys_changed(&self, position: i64) -> KeysChanged {
        if self.keys > position {
            return KeysChanged::OfSomebody;
        }
        match self.crowds.values().any(|pulse| pulse.keys() > position) {
            true => KeysChanged::InCrowds,
            false => KeysChanged::No,
        }
    }
}

/// What is new for one device of a member.
#[derive(Clone, Debug, Default)]
pub(crate) struct DeviceMarks {
    /// The first and the last position that a message waits at; the first is 0 where none does.
    first_message: i64,
    last_message: i64,
    /// Where its one-time or fallback keys changed last.
    counts_changed: i64,
    /// These as an answer tells them, until they change.
    counts: Option<Arc<str>>,
}

impl DeviceMarks {
    pub(super) fn wait(&mut self, first: i64, last: i64) {
        self.first_message = if self.first_message == 0 { first } else { self.first_message.min(first) };
        self.last_message = self.last_message.max(last);
    }

    pub(super) fn recount(&mut self, position: i64) {
        (self.counts_changed, self.counts) = (position, None);
    }

    pub(crate) fn has_messages(&self, since: i64) -> bool {
        self.first_message > 0 && self.last_message > since
    }

    pub(crate) fn counts_changed(&self, since: i64) -> bool {
        self.counts_changed > since
    }
}

/// One room of one member.
#[derive(Clone, Debug)]
pub(crate) struct RoomEntry {
    pub(crate) membership: Membership,
    /// The sequence and position of the event that made it so.
    pub(crate) seq: i64,
    pub(crate) since: i64,
    /// The position of the last event or receipt that concerns the member.
    pub(crate) last: i64,
    /// The serial of the last typing notice.
    pub(crate) serial: i64,
}

impl RoomEntry {
    pub(crate) fn into_membership(self, room_id: &OwnedRoomId) -> RoomMembership {
        RoomMembership { room_id: room_id.clone(), membership: self.membership, seq: self.seq, position: self.since }
    }
}

/// What a sync has to look at.
#[derive(Default)]
pub(crate) struct Touched {
    pub(crate) rooms: Vec<(OwnedRoomId, RoomEntry)>,
    pub(crate) account_data: bool,
    pub(crate) keys: KeysChanged,
    pub(crate) presence: bool,
}

impl Member {
    pub(super) fn new(user_id: &Arc<str>) -> Self {
        Self {
            user_id: user_id.clone(),
            changes: Mutex::default(),
            loaded: OnceCell::new(),
            ring: Notify::new(),
            used_at_ms: AtomicI64::new(0),
        }
    }

    /// Rooms and account data that changed after a position, or typing after a serial.
    pub(crate) fn touched(&self, position: i64, serial: i64) -> Touched {
        let changes = self.changes.lock();
        let is_quiet = changes.newest <= position && changes.newest_serial <= serial;
        let keys = changes.keys_changed(position);
        if is_quiet && keys == KeysChanged::No && !changes.crowds.values().any(|pulse| pulse.is_newer(position, serial))
        {
            return Touched::default();
        }
        let is_touched = |(room_id, entry): &(&OwnedRoomId, &RoomEntry)| {
            let crowd = changes.crowds.get(*room_id);
            entry.last > position
                || entry.serial > serial
                || crowd.is_some_and(|pulse| pulse.is_newer(position, serial))
        };
        let mut rooms: Vec<_> =
            changes.rooms.iter().filter(is_touched).map(|(id, entry)| (id.clone(), entry.clone())).collect();
        rooms.sort_by(|(one, _), (other, _)| one.cmp(other));
        Touched { rooms, account_data: changes.account_data > position, keys, presence: changes.presence > serial }
    }

    /// What else the member listens to.
    pub(in crate::sync) fn crowds(&self) -> Vec<Arc<Pulse>> {
        self.changes.lock().crowds.values().cloned().collect()
    }

    /// The rooms that the member is in, or that they left after a position.
    pub(crate) fn rooms_since(&self, position: i64) -> Vec<OwnedRoomId> {
        let changes = self.changes.lock();
        let concerned = |entry: &RoomEntry| entry.membership == Membership::Join || entry.since > position;
        changes.rooms.iter().filter(|(_, entry)| concerned(entry)).map(|(room_id, _)| room_id.clone()).collect()
    }

    /// The rooms that the member is in.
    pub(super) fn joined(&self) -> Vec<OwnedRoomId> {
        self.rooms_since(i64::MAX)
    }

    pub(crate) fn device(&self, device_id: &str) -> DeviceMarks {
        self.changes.lock().devices.get(device_id).cloned().unwrap_or_default()
    }

    /// Says whether something that the device has read is still kept.
    pub(crate) fn keeps_read(&self, device_id: &str, upto: i64) -> bool {
        let changes = self.changes.lock();
        changes.devices.get(device_id).is_some_and(|marks| (1..=upto).contains(&marks.first_message))
    }

    pub(crate) fn forget_read(&self, device_id: &str, upto: i64) {
        if let Some(marks) = self.changes.lock().devices.get_mut(device_id) {
            marks.first_message = if marks.last_message > upto { marks.first_message.max(upto + 1) } else { 0 };
        }
    }

    /// The key counts as an answer tells them; read once and then kept until they change.
    pub(crate) async fn key_counts(&self, keys: &Keys, device_id: &Arc<str>) -> Result<Arc<str>> {
        let before = self.device(device_id);
        if let Some(counts) = before.counts {
            return Ok(counts);
        }
        let counts: Arc<str> = keys.key_counts(&self.user_id, device_id).await?.json().into();
        let mut changes = self.changes.lock();
        let marks = changes.devices.entry(device_id.clone()).or_default();
        if marks.counts_changed == before.counts_changed {
            marks.counts = Some(counts.clone());
        }
        Ok(counts)
    }

    /// Changes what is known of a device; what is new there is new for the member.
    pub(super) fn mark_device(&self, position: i64, device_id: &Arc<str>, mark: impl FnOnce(&mut DeviceMarks)) {
        let mut changes = self.changes.lock();
        mark(changes.devices.entry(device_id.clone()).or_default());
        changes.newest = changes.newest.max(position);
    }

    pub(super) fn mark_account_data(&self, position: i64) {
        let mut changes = self.changes.lock();
        changes.account_data = changes.account_data.max(position);
        changes.newest = changes.newest.max(position);
    }

    pub(super) fn mark_keys(&self, position: i64) {
        self.changes.lock().mark_keys(position);
    }

    pub(super) fn mark_presence(&self, serial: i64) {
        let mut changes = self.changes.lock();
        changes.presence = changes.presence.max(serial);
        changes.newest_serial = changes.newest_serial.max(serial);
    }

    pub(super) fn forget_device(&self, device_id: &str) {
        self.changes.lock().devices.remove(device_id);
    }

    /// The room is a crowd, and its pulse is looked at too.
    pub(super) fn follow(&self, room_id: &OwnedRoomId, pulse: &Arc<Pulse>) {
        self.changes.lock().crowds.insert(room_id.clone(), pulse.clone());
    }

    /// Whose keys changed in a crowd while the member was in it may be in another room with them since.
    pub(super) fn unfollow(&self, room_id: &OwnedRoomId) {
        let mut changes = self.changes.lock();
        if let Some(pulse) = changes.crowds.remove(room_id) {
            changes.mark_keys(pulse.keys());
        }
    }

    pub(super) fn is_in(&self, room_id: &OwnedRoomId) -> bool {
        self.changes.lock().rooms.get(room_id).is_some_and(|entry| entry.membership == Membership::Join)
    }

    /// All rooms that something is known of.
    pub(super) fn rooms(&self) -> Vec<OwnedRoomId> {
        self.changes.lock().rooms.keys().cloned().collect()
    }

    pub(crate) fn room(&self, room_id: &OwnedRoomId) -> Option<RoomEntry> {
        self.changes.lock().rooms.get(room_id).cloned()
    }

    pub(super) fn touch(&self, room_id: &OwnedRoomId, position: i64, serial: i64) {
        let mut changes = self.changes.lock();
        let Some(entry) = changes.rooms.get_mut(room_id) else { return };
        entry.last = entry.last.max(position);
        entry.serial = entry.serial.max(serial);
        changes.newest = changes.newest.max(position);
        changes.newest_serial = changes.newest_serial.max(serial);
    }

    /// A later event about a membership takes the place of an earlier one, in whatever order they come.
    pub(super) fn set_membership(&self, room_id: &OwnedRoomId, new: &RoomEntry) {
        let mut changes = self.changes.lock();
        changes.newest = changes.newest.max(new.last);
        let entry = changes.rooms.entry(room_id.clone()).or_insert_with(|| new.clone());
        if new.seq >= entry.seq {
            (entry.membership, entry.seq, entry.since) = (new.membership, new.seq, new.since);
        }
        entry.last = entry.last.max(new.last);
    }
}
