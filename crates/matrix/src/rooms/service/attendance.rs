//! Who was in a room at one position and who is at another.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use hearth_kernel::Result;

use super::super::{
    Rooms,
    event::{Membership, RoomEvent},
    room::Room,
    state::State,
};

/// A room's members at two positions. Whoever has no membership event between the first of them and now
/// is what the room's newest state says.
pub(crate) struct Attendance {
    state: State,
    /// Was in the room at the first position, and is at the second.
    moved: BTreeMap<String, (bool, bool)>,
    /// Somebody was in the room at both, and out of it in between.
    has_returned: bool,
}

impl Attendance {
    pub(crate) fn was_in(&self, member: &str) -> bool {
        self.moved.get(member).map_or_else(|| self.is_in_now(member), |(was_in, _)| *was_in)
    }

    pub(crate) fn is_in(&self, member: &str) -> bool {
        self.moved.get(member).map_or_else(|| self.is_in_now(member), |(_, is_in)| *is_in)
    }

    fn is_in_now(&self, member: &str) -> bool {
        self.state.membership(member) == Some(Membership::Join)
    }

    /// Who came or went.
    pub(crate) fn moved(&self) -> impl Iterator<Item = &str> {
        self.moved.iter().filter(|(_, (was_in, is_in))| was_in != is_in).map(|(member, _)| member.as_str())
    }

    /// Whether somebody went and came back, or may have.
    pub(crate) fn has_returned(&self) -> bool {
        self.has_returned
    }

    /// Whoever was in the room at one of the positions, and some who came later.
    pub(crate) fn everybody(&self) -> impl Iterator<Item = &str> {
        let joined = self.state.of_kind("m.room.member").filter(|event| event.membership() == Some(Membership::Join));
        joined.filter_map(|event| event.state_key.as_deref()).chain(self.moved.keys().map(String::as_str))
    }
}

impl Rooms {
    /// Touches no disk where nobody's membership has changed since the first position.
    pub(crate) async fn attendance(&self, room: &Room, (since, upto): (i64, i64)) -> Result<Attendance> {
        let (state, position, last_seq, last_state_seq) = {
            let view = room.view.read();
            (view.state.clone(), view.position, view.tip.seq, view.tip.last_state_seq)
        };
        let mut attendance = Attendance { state, moved: BTreeMap::new(), has_returned: false };
        if position <= since {
            return Ok(attendance);
        }
        let since_seq = self.seq_at(room, since).await?;
        if last_state_seq <= since_seq {
            return Ok(attendance);
        }
        let recent = room.view.read().recent((since_seq, last_seq), false, usize::MAX);
        // The disk is asked for what holds now, and does not say what was in between.
        let is_whole = recent.is_some();
        let events = match recent {
            Some(events) => events,
            None => self.state_changes(room, since_seq, last_seq).await?,
        };
        let upto_seq = self.seq_at(room, upto).await?;
        let mut first: BTreeMap<&str, &Arc<RoomEvent>> = BTreeMap::new();
        let mut went: BTreeSet<&str> = BTreeSet::new();
        for event in events.iter().filter(|event| event.membership().is_some() && event.seq <= last_seq) {
            if let Some(member) = &event.state_key {
                first.entry(member).or_insert(event);
                if event.membership() != Some(Membership::Join) {
                    went.insert(member);
                }
            }
        }
        for (member, event) in first {
            let was_in = match event.replaces_seq {
                None => false,
                Some(_) => self.is_in_at(room, member, since_seq).await?,
            };
            let is_in = match upto_seq >= last_seq {
                true => attendance.is_in_now(member),
                false => self.is_in_at(room, member, upto_seq).await?,
            };
            attendance.has_returned |= was_in && is_in && (went.contains(member) || !is_whole);
            attendance.moved.insert(member.to_owned(), (was_in, is_in));
        }
        Ok(attendance)
    }

    async fn is_in_at(&self, room: &Room, member: &str, seq: i64) -> Result<bool> {
        if seq <= 0 {
            return Ok(false);
        }
        let event = self.state_event_at(room, "m.room.member", member, seq).await?;
        Ok(event.and_then(|event| event.membership()) == Some(Membership::Join))
    }
}
