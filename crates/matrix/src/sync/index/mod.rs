//! What changed for whom: an index in memory, per member who syncs, of their rooms and when each last
//! changed. A poll with nothing new reads one number; a wake-up reads only the rooms that changed.
//!
//! The committer's thread moves the index before a position is published and rings after it, so that
//! whoever takes a position finds everything up to it here.
//!
//! A room that many follow is a crowd: its changes are noted in one pulse, which those who follow it look at and listen to.

mod member;
mod pulse;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use hearth_kernel::{Result, limits};
use parking_lot::Mutex;
use ruma::OwnedRoomId;

pub(crate) use self::member::{DeviceMarks, Member, RoomEntry, Touched};
use self::pulse::Pulse;
use crate::{
    keys::Keys,
    rooms::{Membership, RoomEvent, RoomMembership, Rooms},
    stream::{Change, KeyChange},
};

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
    /// A crowd is rung for once, whatever of it changed.
    fn crowd(&mut self, pulse: &Arc<Pulse>) {
        if !self.crowds.iter().any(|known| Arc::ptr_eq(known, pulse)) {
            self.crowds.push(pulse.clone());
        }
    }

    fn ring(&self) {
        self.members.iter().for_each(|member| member.ring.notify_waiters());
        self.crowds.iter().for_each(|pulse| pulse.ring.notify_waiters());
    }
}

/// The members who sync, and who of them is in which room.
pub(crate) struct Index {
    members: Mutex<HashMap<Arc<str>, Arc<Member>>>,
    watching: Mutex<HashMap<OwnedRoomId, Watching>>,
    /// Noted of a commit whose positions are not published yet.
    committed: Mutex<Waiting>,
    /// How many follow a room that is no crowd.
    crowd_members: AtomicUsize,
}

impl Default for Index {
    fn default() -> Self {
        Self {
            members: Mutex::default(),
            watching: Mutex::default(),
            committed: Mutex::default(),
            crowd_members: AtomicUsize::new(limits::CROWD_MEMBERS),
        }
    }
}

impl Index {
    pub(crate) fn set_crowd_members(&self, members: usize) {
        self.crowd_members.store(members, Ordering::Relaxed);
    }

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
            member.set_membership(&room.room_id, &entry(&room, last, rooms.serial()));
        }
        // Events that came between the rows above and the watching are found by looking once more.
        for (room, last) in rooms.last_changes(&member.user_id).await? {
            member.set_membership(&room.room_id, &entry(&room, last, rooms.serial()));
            if !member.is_in(&room.room_id) {
                self.unwatch(&room.room_id, member);
            }
        }
        let account_data = rooms.accounts.account_data_position(&member.user_id).await?;
        member.mark_account_data(account_data);
        for (device_id, first, last) in keys.waiting(&member.user_id).await? {
            member.mark_device(last, &device_id.into(), |marks| marks.wait(first, last));
        }
        // Who shares a room and changed keys before is found on the first look.
        member.mark_keys(rooms.store.position());
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
            member.follow(room_id, pulse);
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
        member.unfollow(room_id);
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
                for member in leaving.iter().filter(|member| !member.is_in(&change.room.id)) {
                    self.unwatch(&change.room.id, member);
                }
            }
            Change::Receipt { room, only, marked } => {
                match only {
                    Some(reader) => self.touch_own(&room.id, position, reader, waiting),
                    None => self.touch_watching(&room.id, position, 0, waiting),
                }
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
        let joined = member.joined();
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
            other.mark_presence(serial);
            waiting.members.push(other);
        }
    }

    fn note_keys(&self, position: i64, change: &KeyChange, waiting: &mut Waiting) {
        for (user_id, device_id) in &change.gone {
            if let Some(member) = self.known(user_id) {
                member.forget_device(device_id);
            }
        }
        for (user_id, device_id) in &change.messages {
            self.note_device(position, user_id, device_id, waiting, |marks| marks.wait(position, position));
        }
        for (user_id, device_id) in &change.counts {
            self.note_device(position, user_id, device_id, waiting, |marks| marks.recount(position));
        }
        for seen in &change.seen {
            let member = self.known(&seen.user_id);
            let mut rooms: HashSet<&OwnedRoomId> = seen.rooms.iter().collect();
            // Where the member syncs, these are newer than what the writer could know.
            let joined = member.as_ref().map(|member| member.joined()).unwrap_or_default();
            if !seen.rooms.is_empty() {
                rooms.extend(&joined);
            }
            let watching = self.watching.lock();
            let (crowds, few): (Vec<_>, Vec<_>) =
                rooms.iter().filter_map(|room_id| watching.get(*room_id)).partition(|room| room.pulse.is_some());
            for pulse in crowds.iter().filter_map(|crowd| crowd.pulse.as_ref()) {
                pulse.touch_keys(position);
                waiting.crowd(pulse);
            }
            for member in few.iter().flat_map(|room| &room.members).chain(&member) {
                member.mark_keys(position);
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
            waiting.crowd(pulse);
            return;
        }
        // Who waits does not listen to the pulse yet: this once each hears of it as before.
        if members.len() > self.crowd_members.load(Ordering::Relaxed) {
            *pulse = Some(Arc::default());
        }
        for member in members.iter() {
            member.touch(room_id, position, serial);
            if let Some(pulse) = pulse {
                member.follow(room_id, pulse);
            }
        }
        waiting.members.extend(members.iter().cloned());
    }

    /// What changed in the room is for one of those in it alone.
    fn touch_own(&self, room_id: &OwnedRoomId, position: i64, user_id: &str, waiting: &mut Waiting) {
        let Some(member) = self.known(user_id) else { return };
        member.touch(room_id, position, 0);
        waiting.members.push(member);
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
            for room_id in member.rooms() {
                self.unwatch(&room_id, &member);
            }
        }
    }
}

/// As it is found on disk. Who was told of somebody's typing and was forgotten here is told anew.
fn entry(room: &RoomMembership, last: i64, serial: i64) -> RoomEntry {
    RoomEntry { membership: room.membership, seq: room.seq, since: room.position, last, serial }
}
