//! Who is here: kept in memory alone, told to whoever follows a small enough room with them.
//!
//! Whoever syncs is here, unless they ask not to be shown; who has not synced for a while is gone. A
//! change wakes the members who follow one of their rooms right now. In a room that more than
//! [`limits::PRESENCE_FOLLOWERS`] follow nobody is told by it: everybody's coming and going told to
//! everybody costs the square of the room, and a crowd says little of who is here.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use hearth_kernel::{Error, Result, limits};
use parking_lot::Mutex;
use ruma::{api::client::filter::Filter, presence::PresenceState};
use serde_json::{Value, json};

use super::{Sync, answer::Window, index::Member};
use crate::{
    rooms::{Ignored, filter::lets_kind_through},
    stream::Change,
};

/// How somebody is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    Online,
    Unavailable,
    #[default]
    Offline,
}

impl State {
    pub(super) fn parse(state: &PresenceState) -> Result<Self> {
        match state {
            PresenceState::Online => Ok(Self::Online),
            PresenceState::Unavailable => Ok(Self::Unavailable),
            PresenceState::Offline => Ok(Self::Offline),
            _ => Err(Error::invalid_param("A presence is online, unavailable or offline.")),
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Unavailable => "unavailable",
            Self::Offline => "offline",
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Presence {
    state: State,
    status: Option<String>,
    /// They said so themselves; else their syncs did.
    is_said: bool,
    last_active_ms: i64,
    /// Syncs that wait at this moment, and when the last one ended.
    syncs: u32,
    synced_at_ms: i64,
    /// When it last changed for those who are told.
    serial: i64,
}

impl Presence {
    /// What a sync makes of it, which does not unsay what its owner said of themselves while here.
    fn after_sync(&self, asked: State) -> State {
        match (asked, self.state) {
            (State::Offline, now) => now,
            (_, State::Offline) => asked,
            (_, now) if self.is_said => now,
            _ => asked,
        }
    }

    fn is_gone(&self, now_ms: i64) -> bool {
        let seen_ms = self.synced_at_ms.max(self.last_active_ms);
        self.state != State::Offline && self.syncs == 0 && now_ms - seen_ms > limits::PRESENCE_MS
    }

    fn content(&self, now_ms: i64) -> Value {
        let mut content = json!({ "presence": self.state.name() });
        if let Some(status) = &self.status {
            content["status_msg"] = status.as_str().into();
        }
        if self.last_active_ms > 0 {
            content["last_active_ago"] = (now_ms - self.last_active_ms).max(0).into();
        }
        if self.state != State::Offline {
            content["currently_active"] = (self.state == State::Online).into();
        }
        content
    }
}

/// Everybody's presence, as far as it is known.
#[derive(Default)]
pub(super) struct Presences(Mutex<BTreeMap<Arc<str>, Presence>>);

/// A sync that is under way: its member is here until it ends.
pub(super) struct Here<'a> {
    sync: &'a Sync,
    user_id: Arc<str>,
}

impl Drop for Here<'_> {
    fn drop(&mut self) {
        if let Some(presence) = self.sync.presences.0.lock().get_mut(&self.user_id) {
            presence.syncs = presence.syncs.saturating_sub(1);
            presence.synced_at_ms = self.sync.context.now_ms();
        }
    }
}

impl Sync {
    /// Marks a member as here for as long as the result lives. None where presence is off or not to be shown.
    pub(super) fn arrive(&self, user_id: &Arc<str>, asked: State) -> Option<Here<'_>> {
        if !self.has_presence || asked == State::Offline {
            return None;
        }
        let now_ms = self.context.now_ms();
        let changed = {
            let mut known = self.presences.0.lock();
            if !known.contains_key(user_id) && !make_room(&mut known) {
                return None;
            }
            let presence = known.entry(user_id.clone()).or_default();
            presence.syncs += 1;
            if asked == State::Online {
                presence.last_active_ms = now_ms;
            }
            presence.after_sync(asked) != presence.state
        };
        if changed {
            self.change_presence(user_id, false, |presence| {
                presence.state = presence.after_sync(asked);
                presence.is_said = false;
            });
        }
        Some(Here { sync: self, user_id: user_id.clone() })
    }

    /// What a member says of themselves.
    pub(super) async fn set_presence(&self, user_id: &Arc<str>, state: State, status: Option<String>) -> Result<()> {
        if status.as_ref().is_some_and(|status| status.len() > limits::STATUS_BYTES) {
            let most = limits::STATUS_BYTES;
            return Err(Error::too_large(format!("A status has {most} bytes at most.")));
        }
        if !self.has_presence {
            return Ok(());
        }
        // Who has not synced yet is known by nobody; from here on they are.
        self.index.member(&self.rooms, &self.keys, user_id).await?;
        let has_place = {
            let mut known = self.presences.0.lock();
            known.contains_key(user_id) || make_room(&mut known)
        };
        if has_place {
            let now_ms = self.context.now_ms();
            self.change_presence(user_id, true, |presence| {
                (presence.state, presence.status, presence.is_said) = (state, status, true);
                presence.last_active_ms = now_ms;
            });
        }
        Ok(())
    }

    /// Somebody's presence, as one who shares a room with them may see it.
    pub(super) async fn presence_of(&self, reader: &str, user_id: &str) -> Result<Value> {
        if reader != user_id && !self.share_a_room(reader, user_id).await? {
            return Err(Error::forbidden("You share no room with them."));
        }
        let known = self.presences.0.lock().get(user_id).cloned().unwrap_or_default();
        Ok(known.content(self.context.now_ms()))
    }

    async fn share_a_room(&self, one: &str, other: &str) -> Result<bool> {
        let rooms = self.rooms.joined_rooms(one).await?;
        let others = self.rooms.joined_rooms(other).await?;
        Ok(rooms.iter().any(|room| others.iter().any(|other| other.room_id == room.room_id)))
    }

    fn change_presence(&self, user_id: &Arc<str>, tells_own: bool, change: impl FnOnce(&mut Presence)) {
        self.rooms.change_in_memory(|serial| {
            let mut known = self.presences.0.lock();
            let presence = known.entry(user_id.clone()).or_default();
            change(presence);
            presence.serial = serial;
            Some(Change::Presence { user_id: user_id.clone(), serial, tells_own })
        });
    }

    /// Presence that changed in a window, of those who share a small enough room; that of whoever is here on a first sync,
    /// and of those who are `met`.
    pub(super) fn presence_events(
        &self,
        member: &Arc<Member>,
        window: &Window,
        met: &BTreeSet<String>,
        filter: &Filter,
        ignored: &Ignored,
    ) -> Vec<String> {
        if !self.has_presence || !lets_kind_through(filter.types.as_deref(), &filter.not_types, "m.presence") {
            return Vec::new();
        }
        let lets = |user_id: &str| {
            !ignored.contains(user_id)
                && filter.senders.as_ref().is_none_or(|senders| senders.iter().any(|sender| sender == user_id))
                && !filter.not_senders.iter().any(|sender| sender == user_id)
        };
        let now_ms = self.context.now_ms();
        let around = self.index.sharing(member);
        let known = self.presences.0.lock();
        let told = around.iter().filter_map(|other| Some((&other.user_id, known.get(&other.user_id)?)));
        let is_news = |user_id: &str, presence: &Presence| {
            let is_new = window.is_initial() || met.contains(user_id);
            let changed = presence.serial > window.since_serial && presence.serial <= window.upto_serial;
            (is_new && presence.state != State::Offline) || (changed && !window.is_initial())
        };
        let told = told.filter(|(user_id, presence)| is_news(user_id, presence) && lets(user_id));
        told.map(|(user_id, presence)| {
            json!({ "type": "m.presence", "sender": &**user_id, "content": presence.content(now_ms) }).to_string()
        })
        .collect()
    }

    /// Who has not synced for a while is gone, and whoever is told of it wakes.
    pub(super) fn let_leave(&self) {
        let now_ms = self.context.now_ms();
        let gone: Vec<Arc<str>> = {
            let known = self.presences.0.lock();
            known.iter().filter(|(_, presence)| presence.is_gone(now_ms)).map(|(user_id, _)| user_id.clone()).collect()
        };
        for user_id in gone {
            self.change_presence(&user_id, false, |presence| {
                (presence.state, presence.is_said) = (State::Offline, false);
            });
        }
    }
}

/// Lets go of who is not here, when there are too many; says whether there is place for one more.
fn make_room(known: &mut BTreeMap<Arc<str>, Presence>) -> bool {
    if known.len() >= limits::MEMBERS_INDEXED {
        known.retain(|_, presence| presence.state != State::Offline || presence.syncs > 0);
    }
    known.len() < limits::MEMBERS_INDEXED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sync_does_not_unsay_what_was_said() {
        let after = |state, is_said, asked| Presence { state, is_said, ..Presence::default() }.after_sync(asked);
        use State::{Offline, Online, Unavailable};
        assert_eq!(after(Offline, false, Online), Online);
        assert_eq!(after(Offline, true, Unavailable), Unavailable);
        assert_eq!(after(Online, false, Unavailable), Unavailable);
        assert_eq!(after(Unavailable, false, Online), Online);
        assert_eq!(after(Unavailable, true, Online), Unavailable);
        assert_eq!(after(Online, true, Unavailable), Online);
        assert_eq!(after(Online, false, Offline), Online);
    }

    #[test]
    fn who_waits_in_a_sync_is_not_gone() {
        let here = Presence { state: State::Online, synced_at_ms: 1, ..Presence::default() };
        assert!(!here.is_gone(1 + limits::PRESENCE_MS) && here.is_gone(2 + limits::PRESENCE_MS));
        assert!(!Presence { syncs: 1, ..here.clone() }.is_gone(i64::MAX));
        assert!(!Presence { state: State::Offline, ..here }.is_gone(i64::MAX));
    }
}
