//! The list of public rooms: who puts a room into it, and what those who look there find.

use std::sync::Arc;

use hearth_kernel::{Error, Result};
use hearth_store::Entry;
use ruma::{
    directory::{Filter, RoomTypeFilter},
    room::RoomSummary,
};

use super::super::{Rooms, room::Room, store::directory, summary::summary, user_id};

/// A room as the list shows it, as of its last state event.
pub(crate) struct Card {
    as_of_seq: i64,
    pub(super) summary: RoomSummary,
    /// Whether somebody may come in who is not banned.
    pub(super) is_open: bool,
    pub(super) made_at_ms: i64,
    /// What a search looks into, in lower case.
    words: String,
}

/// A stretch of the list, and how long it is.
pub(crate) struct Listed {
    pub(crate) rooms: Vec<RoomSummary>,
    pub(crate) total: usize,
}

impl Rooms {
    /// For who is in the room and may say what its address is.
    pub(crate) async fn list_room(&self, room: &Room, by: &str, listed: bool) -> Result<()> {
        if !self.may_address(room, by)? {
            return Err(Error::forbidden("You may not decide whether this room is listed."));
        }
        let mut entry = Entry::new();
        entry.statement(directory::set_listed(&room.id, listed));
        self.store.write(entry).await.map(drop)
    }

    /// Whether somebody in the room may say what its address is.
    pub(crate) fn may_address(&self, room: &Room, by: &str) -> Result<bool> {
        let state = room.state();
        let by_power = state.power_levels(&room.rules);
        let is_in = state.membership(by) == Some(super::super::event::Membership::Join);
        Ok(is_in && by_power.user_can_send_state(&user_id(by)?, "m.room.canonical_alias".into()))
    }

    /// The largest rooms first; of as large ones by id, so that pages fit together.
    pub(crate) async fn public_rooms(&self, filter: &Filter, skip: usize, take: usize) -> Result<Listed> {
        let mut cards = Vec::new();
        let term = filter.generic_search_term.as_deref().unwrap_or("").trim().to_lowercase();
        for room_id in directory::listed(&self.store).await? {
            let Some(room) = self.find(&room_id).await? else { continue };
            let card = self.card(&room);
            if card.words.contains(&term) && is_of_type(&card.summary, &filter.room_types) {
                cards.push(card);
            }
        }
        cards.sort_by(|one, other| {
            let members = other.summary.num_joined_members.cmp(&one.summary.num_joined_members);
            members.then_with(|| one.summary.room_id.cmp(&other.summary.room_id))
        });
        let rooms = cards.iter().skip(skip).take(take).map(|card| card.summary.clone()).collect();
        Ok(Listed { rooms, total: cards.len() })
    }

    pub(super) fn card(&self, room: &Room) -> Arc<Card> {
        let as_of_seq = room.last_state_seq();
        if let Some(card) = self.cards.lock().get(&room.id).filter(|card| card.as_of_seq == as_of_seq) {
            return card.clone();
        }
        let state = room.state();
        let summary = summary(room, &state);
        let shown = [&summary.name, &summary.topic].into_iter().flatten().map(String::as_str);
        let shown = shown.chain(summary.canonical_alias.as_ref().map(|alias| alias.as_str()));
        let words = shown.collect::<Vec<_>>().join("\n").to_lowercase();
        let made_at_ms = state.get("m.room.create", "").map_or(0, |event| event.origin_server_ts);
        let card = Arc::new(Card { as_of_seq, summary, is_open: state.is_open(), made_at_ms, words });
        self.cards.lock().insert(room.id.clone(), card.clone());
        card
    }
}

fn is_of_type(summary: &RoomSummary, wanted: &[RoomTypeFilter]) -> bool {
    wanted.is_empty() || wanted.contains(&RoomTypeFilter::from(summary.room_type.clone()))
}
