//! What changed for whom: an index in memory, per member who syncs, of their rooms and when each last
//! changed. A poll with nothing new reads one number; a wake-up reads only the rooms that changed.
//!
//! The committer's thread moves the index before a position is published and rings after it, so that
//! whoever takes a position finds everything up to it here.
//!
//! A room that many follow is a crowd: its changes are noted in one pulse, which those who follow it look at and listen to.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use hearth_kernel::{Result, limits};
use parking_lot::Mutex;
use ruma::OwnedRoomId;
use tokio::sync::{Notify, OnceCell};

use crate::{
    keys::Keys,
    rooms::{Membership, RoomEvent, RoomMembership, Rooms},
    stream::{Change, KeyChange},
};

/// A member's rooms and when they changed.
pub(crate) struct Member {
    user_id: Arc<str>,
    changes: Mutex<Changes>,
    loaded: OnceCell<()>,
    /// Rings after a change can be seen.
    pub(crate) ring: Notify,
    used_at_ms: AtomicI64,
}

#[derive(Default)]
struct Changes {
    rooms: HashMap<OwnedRoomId, RoomEntry>,
    /// Those of the rooms that are crowds.
    crowds: HashMap<OwnedRoomId, Arc<Pulse>>,
    account_data: i64,
    /// Where the keys of somebody who shares a room changed last.
    key_lists: i64,
    devices: HashMap<Arc<str>, DeviceMarks>,
    /// The serial of the last presence that changed around the member.
    presence: i64,
    /// The newest of all positions and serials below.
    newest: i64,
    newest_serial: i64,
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
    fn wait(&mut self, first: i64, last: i64) {
        self.first_message = if self.first_message == 0 { first } else { self.first_message.min(first) };
        self.last_message = self.last_message.max(last);
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

/// When a room that many follow last changed, for all of them.
#[derive(Default)]
pub(crate) struct Pulse {
    /// As in [`RoomEntry`].
    last: AtomicI64,
    serial: AtomicI64,
    /// Rings after a change can be seen.
    pub(super) ring: Notify,
}

impl Pulse {
    fn touch(&self, position: i64, serial: i64) {
        self.last.fetch_max(position, Ordering::AcqRel);
        self.serial.fetch_max(serial, Ordering::AcqRel);
    }

    fn is_newer(&self, position: i64, serial: i64) -> bool {
        self.last.load(Ordering::Acquire) > position || self.serial.load(Ordering::Acquire) > serial
    }
}

/// What a sync has to look at.
#[derive(Default)]
pub(crate) struct Touched {
    pub(crate) rooms: Vec<(OwnedRoomId, RoomEntry)>,
    pub(crate) account_data: bool,
    pub(crate) key_lists: bool,
    pub(crate) presence: bool,
}

impl Member {
    pub(super) fn user_id(&self) -> &Arc<str> {
        &self.user_id
    }

    /// Rooms and account data that changed after a position, or typing after a serial.
    pub(crate) fn touched(&self, position: i64, serial: i64) -> Touched {
        let changes = self.changes.lock();
        let is_quiet = changes.newest <= position && changes.newest_serial <= serial;
        if is_quiet && !changes.crowds.values().any(|pulse| pulse.is_newer(position, serial)) {
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
        Touched {
            rooms,
            account_data: changes.account_data > position,
            key_lists: changes.key_lists > position,
            presence: changes.presence > serial,
        }
    }

    /// What else the member listens to.
    pub(super) fn crowds(&self) -> Vec<Arc<Pulse>> {
        self.changes.lock().crowds.values().cloned().collect()
    }

    /// The rooms that the member is in, or that they left after a position.
    pub(crate) fn rooms_since(&self, position: i64) -> Vec<OwnedRoomId> {
        let changes = self.changes.lock();
        let concerned = |entry: &RoomEntry| entry.membership == Membership::Join || entry.since > position;
        changes.rooms.iter().filter(|(_, entry)| concerned(entry)).map(|(room_id, _)| room_id.clone()).collect()
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
    fn mark_device(&self, position: i64, device_id: &Arc<str>, mark: impl FnOnce(&mut DeviceMarks)) {
        let mut changes = self.changes.lock();
        mark(changes.devices.entry(device_id.clone()).or_default());
        changes.newest = changes.newest.max(position);
    }

    fn mark_account_data(&self, position: i64) {
        let mut changes = self.changes.lock();
        changes.account_data = changes.account_data.max(position);
        changes.newest = changes.newest.max(position);
    }

    fn mark_key_lists(&self, position: i64) {
        let mut changes = self.changes.lock();
        changes.key_lists = changes.key_lists.max(position);
        changes.newest = changes.newest.max(position);
    }

    pub(crate) fn room(&self, room_id: &OwnedRoomId) -> Option<RoomEntry> {
        self.changes.lock().rooms.get(room_id).cloned()
    }

    fn touch(&self, room_id: &OwnedRoomId, position: i64, serial: i64) {
        let mut changes = self.changes.lock();
        let Some(entry) = changes.rooms.get_mut(room_id) else { return };
        entry.last = entry.last.max(position);
        entry.serial = entry.serial.max(serial);
        changes.newest = changes.newest.max(position);
        changes.newest_serial = changes.newest_serial.max(serial);
    }

    /// A later event about a membership takes the place of an earlier one, in whatever order they come.
    fn set_membership(&self, room_id: &OwnedRoomId, new: &RoomEntry) {
        let mut changes = self.changes.lock();
        changes.newest = changes.newest.max(new.last);
        let entry = changes.rooms.entry(room_id.clone()).or_insert_with(|| new.clone());
        if new.seq >= entry.seq {
            (entry.membership, entry.seq, entry.since) = (new.membership, new.seq, new.since);
        }
        entry.last = entry.last.max(new.last);
    }
}

/// Who follows a room.
#[derive(Default)]
struct Watching {
    members: Vec<Arc<Member>>,
    /// Of a crowd.
    pulse: Option<Arc<Pulse>>,
}

/// Whom to ring for, once a change can be seen: not before, as who is rung early looks, finds nothing and waits on.
#[derive(Default)]
struct Waiting {
    members: Vec<Arc<Member>>,
    crowds: Vec<Arc<Pulse>>,
}

impl Waiting {
    fn ring(&self) {
        self.members.iter().for_each(|member| member.ring.notify_waiters());
        self.crowds.iter().for_each(|pulse| pulse.ring.notify_waiters());
    }
}

/// The members who sync, and who of them is in which room.
#[derive(Default)]
pub(crate) struct Index {
    members: Mutex<HashMap<Arc<str>, Arc<Member>>>,
    watching: Mutex<HashMap<OwnedRoomId, Watching>>,
    /// Noted of a commit whose positions are not published yet.
    committed: Mutex<Waiting>,
}

impl Index {
    /// The member's part of the index, loaded on first use.
    pub(crate) async fn member(&self, rooms: &Rooms, keys: &Keys, user_id: &Arc<str>) -> Result<Arc<Member>> {
        let member =
            self.members.lock().entry(user_id.clone()).or_insert_with(|| Arc::new(Member::new(user_id))).clone();
        member.used_at_ms.store(rooms.context.now_ms(), Ordering::Relaxed);
        member.loaded.get_or_try_init(|| self.load(rooms, keys, &member)).await?;
        Ok(member)
    }

    /// The member already hears of changes while this reads, so nothing falls in between.
    async fn load(&self, rooms: &Rooms, keys: &Keys, member: &Arc<Member>) -> Result<()> {
        for (room, last) in rooms.last_changes(&member.user_id).await? {
            if room.membership == Membership::Join {
                self.watch(&room.room_id, member);
            }
            member.set_membership(&room.room_id, &entry(&room, last));
        }
        // Events that came between the rows above and the watching are found by looking once more.
        for (room, last) in rooms.last_changes(&member.user_id).await? {
            member.set_membership(&room.room_id, &entry(&room, last));
        }
        let account_data = rooms.accounts.account_data_position(&member.user_id).await?;
        member.mark_account_data(account_data);
        for (device_id, first, last) in keys.waiting(&member.user_id).await? {
            member.mark_device(last, &device_id.into(), |marks| marks.wait(first, last));
        }
        // Who shares a room and changed keys before is found on the first look.
        member.mark_key_lists(rooms.store.position());
        Ok(())
    }

    fn watch(&self, room_id: &OwnedRoomId, member: &Arc<Member>) {
        let mut watching = self.watching.lock();
        let room = watching.entry(room_id.clone()).or_default();
        if room.members.iter().any(|known| Arc::ptr_eq(known, member)) {
            return;
        }
        room.members.push(member.clone());
        if let Some(pulse) = &room.pulse {
            member.changes.lock().crowds.insert(room_id.clone(), pulse.clone());
        }
    }

    fn unwatch(&self, room_id: &OwnedRoomId, member: &Arc<Member>) {
        let mut watching = self.watching.lock();
        if let Some(room) = watching.get_mut(room_id) {
            room.members.retain(|known| !Arc::ptr_eq(known, member));
            if room.members.is_empty() {
                watching.remove(room_id);
            }
        }
        member.changes.lock().crowds.remove(room_id);
    }

    /// Members in memory.
    pub(crate) fn len(&self) -> usize {
        self.members.lock().len()
    }

    fn known(&self, user_id: &str) -> Option<Arc<Member>> {
        self.members.lock().get(user_id).cloned()
    }

    /// Moves the index by what a commit holds; [`Index::published`] follows when it can be seen.
    pub(crate) fn committed(&self, position: i64, change: &Change) {
        self.note(position, change, &mut self.committed.lock());
    }

    pub(crate) fn published(&self) {
        let waiting = std::mem::take(&mut *self.committed.lock());
        waiting.ring();
    }

    /// A change that is in memory alone, and can be seen already.
    pub(crate) fn changed(&self, change: &Change) {
        let mut waiting = Waiting::default();
        self.note(0, change, &mut waiting);
        waiting.ring();
    }

    fn note(&self, position: i64, change: &Change, waiting: &mut Waiting) {
        match change {
            Change::Room(change) => {
                let member_events = change.events.iter().filter(|event| event.membership().is_some());
                let leaving: Vec<_> =
                    member_events.filter_map(|event| self.note_membership(position, event, waiting)).collect();
                self.touch_watching(&change.room.id, position, 0, waiting);
                for member in leaving {
                    self.unwatch(&change.room.id, &member);
                }
            }
            Change::Receipt { room, marked } => {
                self.touch_watching(&room.id, position, 0, waiting);
                if let Some(user_id) = marked {
                    self.note_own(position, user_id, waiting);
                }
            }
            Change::Typing { room } => {
                let serial = room.typing_serial();
                self.touch_watching(&room.id, 0, serial, waiting);
            }
            Change::Member { user_id } => self.note_own(position, user_id, waiting),
            Change::Keys(change) => self.note_keys(position, change, waiting),
            Change::Presence { user_id, serial, tells_own } => {
                self.note_presence(user_id, *serial, *tells_own, waiting);
            }
        }
    }

    /// Those who follow a room with the member, themselves among them: of rooms that few follow.
    pub(super) fn sharing(&self, member: &Arc<Member>) -> Vec<Arc<Member>> {
        let joined: Vec<OwnedRoomId> = {
            let changes = member.changes.lock();
            let joined = changes.rooms.iter().filter(|(_, entry)| entry.membership == Membership::Join);
            joined.map(|(room_id, _)| room_id.clone()).collect()
        };
        let mut around = BTreeMap::from([(member.user_id.clone(), member.clone())]);
        let watching = self.watching.lock();
        let few = |room: &&Watching| room.members.len() <= limits::PRESENCE_FOLLOWERS;
        let rooms = joined.iter().filter_map(|room_id| watching.get(room_id)).filter(few);
        for other in rooms.flat_map(|room| &room.members) {
            around.entry(other.user_id.clone()).or_insert_with(|| other.clone());
        }
        around.into_values().collect()
    }

    fn note_presence(&self, user_id: &str, serial: i64, tells_own: bool, waiting: &mut Waiting) {
        let Some(member) = self.known(user_id) else { return };
        let around = self.sharing(&member);
        let told = around.into_iter().filter(|other| tells_own || !Arc::ptr_eq(other, &member));
        for other in told {
            let mut changes = other.changes.lock();
            changes.presence = changes.presence.max(serial);
            changes.newest_serial = changes.newest_serial.max(serial);
            drop(changes);
            waiting.members.push(other);
        }
    }

    fn note_keys(&self, position: i64, change: &KeyChange, waiting: &mut Waiting) {
        for (user_id, device_id) in &change.gone {
            if let Some(member) = self.known(user_id) {
                member.changes.lock().devices.remove(device_id);
            }
        }
        for (user_id, device_id) in &change.messages {
            self.note_device(position, user_id, device_id, waiting, |marks| marks.wait(position, position));
        }
        for (user_id, device_id) in &change.counts {
            self.note_device(position, user_id, device_id, waiting, |marks| {
                (marks.counts_changed, marks.counts) = (position, None);
            });
        }
        for seen in &change.seen {
            let member = self.known(&seen.user_id);
            let mut rooms: HashSet<&OwnedRoomId> = seen.rooms.iter().collect();
            // Where the member syncs, these are newer than what the writer could know.
            let joined = member.as_ref().map(|member| member.rooms_since(i64::MAX)).unwrap_or_default();
            if !seen.rooms.is_empty() {
                rooms.extend(&joined);
            }
            let watching = self.watching.lock();
            let others = rooms.iter().filter_map(|room_id| watching.get(*room_id)).flat_map(|room| &room.members);
            for member in others.chain(&member) {
                member.mark_key_lists(position);
                waiting.members.push(member.clone());
            }
        }
    }

    fn note_device(
        &self,
        position: i64,
        user_id: &str,
        device_id: &Arc<str>,
        waiting: &mut Waiting,
        mark: impl FnOnce(&mut DeviceMarks),
    ) {
        let Some(member) = self.known(user_id) else { return };
        member.mark_device(position, device_id, mark);
        waiting.members.push(member);
    }

    /// A member's account data changed.
    fn note_own(&self, position: i64, user_id: &str, waiting: &mut Waiting) {
        let Some(member) = self.known(user_id) else { return };
        member.mark_account_data(position);
        waiting.members.push(member);
    }

    /// The member whom the event takes out of the room, if anybody.
    fn note_membership(&self, position: i64, event: &RoomEvent, waiting: &mut Waiting) -> Option<Arc<Member>> {
        let member = self.known(event.state_key.as_deref()?)?;
        let membership = event.membership()?;
        let entry = RoomEntry { membership, seq: event.seq, since: position, last: position, serial: 0 };
        member.set_membership(&event.room_id, &entry);
        waiting.members.push(member.clone());
        if membership == Membership::Join {
            self.watch(&event.room_id, &member);
            return None;
        }
        Some(member)
    }

    fn touch_watching(&self, room_id: &OwnedRoomId, position: i64, serial: i64, waiting: &mut Waiting) {
        let mut watching = self.watching.lock();
        let Some(Watching { members, pulse }) = watching.get_mut(room_id) else { return };
        if let Some(pulse) = pulse {
            pulse.touch(position, serial);
            if !waiting.crowds.iter().any(|known| Arc::ptr_eq(known, pulse)) {
                waiting.crowds.push(pulse.clone());
            }
            return;
        }
        // Who waits does not listen to the pulse yet: this once each hears of it as before.
        if members.len() > limits::CROWD_MEMBERS {
            *pulse = Some(Arc::default());
        }
        for member in members.iter() {
            member.touch(room_id, position, serial);
            if let Some(pulse) = pulse {
                member.changes.lock().crowds.insert(room_id.clone(), pulse.clone());
            }
        }
        waiting.members.extend(members.iter().cloned());
    }

    /// Forgets members who have not synced for a while.
    pub(crate) fn forget_idle(&self, before_ms: i64) {
        let mut members = self.members.lock();
        if members.len() <= limits::MEMBERS_INDEXED {
            return;
        }
        let idle = |member: &Member| member.used_at_ms.load(Ordering::Relaxed) < before_ms;
        let leaving: Vec<_> = members.values().filter(|member| idle(member)).cloned().collect();
        for member in leaving {
            members.remove(&member.user_id);
            let rooms: Vec<_> = member.changes.lock().rooms.keys().cloned().collect();
            for room_id in rooms {
                self.unwatch(&room_id, &member);
            }
        }
    }
}

fn entry(room: &RoomMembership, last: i64) -> RoomEntry {
    RoomEntry { membership: room.membership, seq: room.seq, since: room.position, last, serial: 0 }
}

impl Member {
    fn new(user_id: &Arc<str>) -> Self {
        Self {
            user_id: user_id.clone(),
            changes: Mutex::default(),
            loaded: OnceCell::new(),
            ring: Notify::new(),
            used_at_ms: AtomicI64::new(0),
        }
    }
}
