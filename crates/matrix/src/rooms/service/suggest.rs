//! Open rooms that somebody is not in, with what speaks for each. Only facts: nothing is guessed or learnt of anybody.

use std::{cmp::Reverse, collections::BTreeSet};

use hearth_kernel::{Result, limits};
use ruma::{
    OwnedRoomId,
    room::{RoomSummary, RoomType},
};

use super::super::{Rooms, event::Membership, room::Room, state::State, store::directory};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Who spoke within this time is talking there.
const TALKING_MS: i64 = 7 * DAY_MS;
/// A room is new for so long.
const NEW_MS: i64 = 14 * DAY_MS;

/// A room, and what speaks for it.
pub(crate) struct Suggested {
    pub(crate) summary: RoomSummary,
    /// How many are in it with whom the reader is in a small room, and so talks.
    pub(crate) known: usize,
    /// How many spoke there of late, among the last events.
    pub(crate) talking: usize,
    pub(crate) is_new: bool,
}

impl Rooms {
    /// The best first: where people are whom the reader talks with, then where many talk, then the largest.
    pub(crate) async fn suggested(&self, reader: &str) -> Result<Vec<Suggested>> {
        let joined = self.visitor(Some(reader)).await?.joined;
        let known = self.talked_with(reader, &joined).await?;
        let now = self.context.now_ms();
        let mut found = Vec::new();
        for room_id in directory::listed(&self.store).await? {
            if joined.contains(&room_id) {
                continue;
            }
            let Some(room) = self.find(&room_id).await? else { continue };
            let (state, card) = (room.state(), self.card(&room));
            let is_space = card.summary.room_type == Some(RoomType::Space);
            // Who has left or declined, or was shown the door, is not called back.
            let has_turned_away = matches!(state.membership(reader), Some(Membership::Leave | Membership::Ban));
            if !card.is_open || is_space || has_turned_away {
                continue;
            }
            let is_here = |person: &&String| state.membership(person) == Some(Membership::Join);
            found.push((known.iter().filter(is_here).count(), talking(&room, now - TALKING_MS), card));
        }
        found.sort_by_key(|(known, talking, card)| Reverse((*known, *talking, card.summary.num_joined_members)));
        let suggested = found.into_iter().take(limits::ROOMS_SUGGESTED).map(|(known, talking, card)| Suggested {
            summary: card.summary.clone(),
            known,
            talking,
            is_new: card.made_at_ms > now - NEW_MS,
        });
        Ok(suggested.collect())
    }

    /// Those with whom somebody is in a room of few.
    async fn talked_with(&self, reader: &str, joined: &BTreeSet<OwnedRoomId>) -> Result<BTreeSet<String>> {
        let mut known = BTreeSet::new();
        for room_id in joined {
            let Some(room) = self.find(room_id).await? else { continue };
            let state = room.state();
            if state.joined <= limits::SMALL_ROOM_MEMBERS {
                known.extend(people(&state).filter(|person| person != reader));
            }
            if known.len() >= limits::TALKED_WITH {
                break;
            }
        }
        Ok(known)
    }
}

fn people(state: &State) -> impl Iterator<Item = String> {
    let members = state.of_kind("m.room.member");
    let here = members.filter(|event| event.membership() == Some(Membership::Join));
    here.filter_map(|event| event.state_key.as_ref().map(ToString::to_string))
}

fn talking(room: &Room, since_ms: i64) -> usize {
    let last = room.last_seq();
    let recent = room.view.read().recent((0, last), true, limits::ROOM_RECENT_EVENTS / 2).unwrap_or_default();
    let late = recent.iter().filter(|event| event.origin_server_ts >= since_ms && !event.is_state());
    late.map(|event| &event.sender).collect::<BTreeSet<_>>().len()
}
