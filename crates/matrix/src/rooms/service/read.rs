//! Reading: events, pages and state, each through the same question of who may see what.

use std::{collections::BTreeMap, sync::Arc};

use hearth_kernel::{Error, Result, limits};
use ruma::{EventId, api::client::filter::RoomEventFilter};

use super::super::{
    Rooms,
    event::{Membership, RoomEvent},
    filter::EventFilter,
    render::Attached,
    room::Room,
    sight::Sight,
    state::State,
    store,
};

/// A stretch of a room as one reader sees it.
pub(crate) struct Page {
    pub(crate) events: Vec<Arc<RoomEvent>>,
    /// The gap to go on from; None at the end of what the reader may see.
    pub(crate) end: Option<i64>,
}

impl Rooms {
    /// What a reader may see of a room. Who was never in a room that is not world readable sees nothing.
    pub(crate) async fn sight(&self, room: &Room, reader: &str) -> Result<Sight> {
        let intervals = store::intervals(&self.store, reader, &room.id).await?;
        Ok(Sight::new(reader, intervals).ignoring(self.ignored(reader).await?))
    }

    /// The same, refused for strangers.
    pub(crate) async fn sight_or_refuse(&self, room: &Room, reader: &str) -> Result<Sight> {
        let sight = self.sight(room, reader).await?;
        if sight.last_joined_seq().is_none() && !room.state().is_world_readable() {
            return Err(Error::forbidden("You are not in this room."));
        }
        Ok(sight)
    }

    /// An event by its id, from memory or disk, whoever asks.
    pub(crate) async fn event_in(&self, room: &Room, event_id: &EventId) -> Result<Option<Arc<RoomEvent>>> {
        if let Some(event) = room.view.read().recent_event(event_id.as_str()) {
            return Ok(Some(event));
        }
        let found = store::event_by_id(&self.store, event_id.as_str()).await?;
        let here = found.filter(|(_, event)| event.room_id == room.id && event.seq <= room.last_seq());
        Ok(here.map(|(_, event)| Arc::new(event)))
    }

    pub(crate) async fn visible_event(
        &self,
        room: &Room,
        reader: &str,
        event_id: &EventId,
    ) -> Result<(Arc<RoomEvent>, Sight)> {
        let hidden = || Error::not_found("There is no such event, or you may not see it.");
        let sight = self.sight(room, reader).await?;
        let event = self.event_in(room, event_id).await?.ok_or_else(hidden)?;
        if sight.can_see(&event) { Ok((event, sight)) } else { Err(hidden()) }
    }

    /// Up to `limit` events from a gap in one direction, of those that the reader may see and the
    /// filter lets through. Looks at a bounded number of rows, and says where to go on.
    pub(crate) async fn page(&self, room: &Room, sight: &Sight, asked: &PageAsked<'_>) -> Result<Page> {
        let filter = EventFilter::new(asked.filter);
        let last = room.last_seq();
        let (mut gap, mut events, mut looked_at) = (asked.from.clamp(0, last), Vec::new(), 0);
        loop {
            let wanted = (asked.limit - events.len() + 1).clamp(16, 512);
            let (low, high) =
                if asked.backwards { (asked.to.unwrap_or(0), gap) } else { (gap, asked.to.unwrap_or(last).min(last)) };
            let batch = self.stretch(room, (low, high), asked.backwards, wanted).await?;
            let is_last = batch.len() < wanted;
            for event in batch {
                gap = if asked.backwards { event.seq - 1 } else { event.seq };
                if sight.shows(&event) && filter.lets_through(&event) {
                    events.push(event);
                    if events.len() == asked.limit {
                        let more = if asked.backwards { gap > low } else { gap < high };
                        return Ok(Page { events, end: more.then_some(gap) });
                    }
                }
            }
            looked_at += wanted;
            if is_last {
                return Ok(Page { events, end: None });
            }
            if looked_at >= limits::PAGE_SCAN_EVENTS {
                return Ok(Page { events, end: Some(gap) });
            }
        }
    }

    /// Events of `low < seq <= high`, from memory where it has them.
    pub(crate) async fn stretch(
        &self,
        room: &Room,
        (low, high): (i64, i64),
        backwards: bool,
        count: usize,
    ) -> Result<Vec<Arc<RoomEvent>>> {
        if let Some(recent) = room.view.read().recent((low, high), backwards, count) {
            return Ok(recent);
        }
        let found = store::events(&self.store, &room.id, (low, high), backwards, count).await?;
        Ok(found.into_iter().map(|(_, event)| Arc::new(event)).collect())
    }

    /// How many events of `low < seq <= high` notify by the default rules, whoever reads.
    pub(crate) async fn notifying_between(&self, room: &Room, low: i64, high: i64) -> Result<u64> {
        let mut counted = [0, 0];
        for (counted, seq) in counted.iter_mut().zip([low, high]) {
            let event = self.stretch(room, (seq - 1, seq), false, 1).await?;
            *counted = event.first().map_or(0, |event| event.notifying);
        }
        Ok(u64::try_from(counted[1] - counted[0]).unwrap_or(0))
    }

    /// The last events of `low < seq <= high`, newest first, with their positions.
    pub(crate) async fn last_events(
        &self,
        room: &Room,
        stretch: (i64, i64),
        count: usize,
    ) -> Result<Vec<(i64, Arc<RoomEvent>)>> {
        let found = store::events(&self.store, &room.id, stretch, true, count).await?;
        Ok(found.into_iter().map(|(position, event)| (position, Arc::new(event))).collect())
    }

    /// The state after a sequence: from memory when it is the newest.
    pub(crate) async fn state_after(&self, room: &Room, seq: i64) -> Result<State> {
        {
            let view = room.view.read();
            if seq >= view.tip.last_state_seq {
                return Ok(view.state.clone());
            }
        }
        let mut state = State::default();
        if seq <= 0 {
            return Ok(state);
        }
        for event in store::state_at(&self.store, &room.id, seq).await? {
            state.insert(Arc::new(event));
        }
        Ok(state)
    }

    /// The state that a reader may see: the newest for members, the last seen for who has left.
    pub(crate) async fn visible_state(&self, room: &Room, reader: &str) -> Result<State> {
        let now = room.state();
        if now.membership(reader) == Some(Membership::Join) || now.is_world_readable() {
            return Ok(now);
        }
        let sight = self.sight_or_refuse(room, reader).await?;
        let left_at = sight.last_joined_seq().ok_or_else(|| Error::forbidden("You are not in this room."))?;
        self.state_after(room, left_at).await
    }

    /// The same as of a sequence; where the reader may not look there, as of the nearest at which they were in the room,
    /// and nothing for who never was.
    pub(crate) async fn visible_state_at(&self, room: &Room, sight: &Sight, seq: i64) -> Result<State> {
        let there = self.stretch(room, (seq - 1, seq), true, 1).await?;
        let is_seen = there.iter().any(|event| sight.can_see_around(event));
        match is_seen.then_some(seq).or_else(|| sight.joined_near(seq)) {
            Some(seq) => self.state_after(room, seq).await,
            None => Ok(State::default()),
        }
    }

    /// The last sequence at or before a position. Positions rise with sequences, so disk is asked by
    /// halving.
    pub(crate) async fn seq_at(&self, room: &Room, position: i64) -> Result<i64> {
        if let Some(seq) = room.view.read().seq_at(position) {
            return Ok(seq);
        }
        let (mut low, mut high) = (0, room.last_seq());
        while low < high {
            let middle = low + (high - low + 1) / 2;
            match store::position_of(&self.store, &room.id, middle).await? {
                Some(at) if at <= position => low = middle,
                _ => high = middle - 1,
            }
        }
        Ok(low)
    }

    /// The event nearest to a time, not before it or not after it, that a reader may see. Times rise with
    /// sequences but for a clock that was set back, so the place is found by halving, and the event by
    /// looking on from there.
    pub(crate) async fn event_near(
        &self,
        room: &Room,
        sight: &Sight,
        at_ms: i64,
        backwards: bool,
    ) -> Result<Option<Arc<RoomEvent>>> {
        let (mut low, mut high) = (0, room.last_seq());
        while low < high {
            let middle = low + (high - low + 1) / 2;
            let found = self.stretch(room, (middle - 1, middle), false, 1).await?;
            let is_before =
                |event: &RoomEvent| event.origin_server_ts < at_ms || backwards && event.origin_server_ts == at_ms;
            match found.first() {
                Some(event) if is_before(event) => low = middle,
                _ => high = middle - 1,
            }
        }
        let filter = RoomEventFilter::default();
        let asked = PageAsked { from: low, to: None, backwards, limit: 16, filter: &filter };
        let events = self.page(room, sight, &asked).await?.events;
        let fits = |event: &Arc<RoomEvent>| match backwards {
            true => event.origin_server_ts <= at_ms,
            false => event.origin_server_ts >= at_ms,
        };
        Ok(events.into_iter().find(fits))
    }

    /// What events say beside themselves: the state that they replaced, who redacted them.
    pub(crate) async fn attached(&self, room: &Room, events: &[Arc<RoomEvent>]) -> Result<Attached> {
        let mut attached = Attached::default();
        let wanted = events.iter().flat_map(|event| [event.replaces_seq, event.redacted_by_seq]).flatten();
        let wanted: std::collections::BTreeSet<i64> = wanted.collect();
        let mut found: BTreeMap<i64, Arc<RoomEvent>> =
            events.iter().filter(|event| wanted.contains(&event.seq)).map(|event| (event.seq, event.clone())).collect();
        for seq in wanted {
            if !found.contains_key(&seq) {
                let one = self.stretch(room, (seq - 1, seq), false, 1).await?;
                found.extend(one.into_iter().map(|event| (event.seq, event)));
            }
        }
        attached.events = found;
        Ok(attached)
    }

    pub(crate) async fn receipts_between(&self, room: &Room, since: i64, upto: i64) -> Result<Vec<store::Receipt>> {
        store::receipts_between(&self.store, &room.id, since, upto).await
    }

    /// State that came into force in `after < seq <= upto` and holds at `upto`.
    pub(crate) async fn state_changes(&self, room: &Room, after: i64, upto: i64) -> Result<Vec<Arc<RoomEvent>>> {
        if room.view.read().tip.last_state_seq <= after {
            return Ok(Vec::new());
        }
        let found = store::state_changes(&self.store, &room.id, after, upto).await?;
        Ok(found.into_iter().map(Arc::new).collect())
    }

    pub(crate) async fn state_event_at(
        &self,
        room: &Room,
        kind: &str,
        key: &str,
        seq: i64,
    ) -> Result<Option<Arc<RoomEvent>>> {
        Ok(store::state_event_at(&self.store, &room.id, kind, key, seq).await?.map(Arc::new))
    }

    /// What a member was to a room at a position.
    pub(crate) async fn membership_at(
        &self,
        room: &Room,
        member: &str,
        position: i64,
    ) -> Result<Option<store::RoomMembership>> {
        let intervals = store::intervals(&self.store, member, &room.id).await?;
        let at = intervals.iter().rev().find(|interval| interval.position <= position);
        Ok(at.map(|interval| store::RoomMembership {
            room_id: room.id.clone(),
            membership: interval.membership,
            seq: interval.from_seq,
            position: interval.position,
        }))
    }

    /// A member's rooms with the position of the last change in each.
    pub(crate) async fn last_changes(&self, member: &str) -> Result<Vec<(store::RoomMembership, i64)>> {
        store::last_changes(&self.store, member).await
    }

    /// The rooms that a member has to do with, or had.
    pub(crate) async fn memberships(&self, member: &str) -> Result<Vec<store::RoomMembership>> {
        store::memberships(&self.store, member).await
    }

    /// Whether a member may be told that another is here: they share a room, or the other is in one that
    /// everybody may join or look into.
    pub(crate) async fn knows(&self, reader: &str, member: &str) -> Result<bool> {
        if store::share_a_room(&self.store, reader, member).await? {
            return Ok(true);
        }
        for joined in self.joined_rooms(member).await?.iter().take(limits::OPEN_ROOMS_LOOKED_AT) {
            let state = self.room(&joined.room_id).await?.state();
            if state.is_open() || state.is_world_readable() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The rooms that a member is in.
    pub async fn joined_rooms(&self, member: &str) -> Result<Vec<store::RoomMembership>> {
        let mut rooms = store::memberships(&self.store, member).await?;
        rooms.retain(|room| room.membership == Membership::Join);
        Ok(rooms)
    }
}

/// A page as it was asked for.
pub(crate) struct PageAsked<'a> {
    /// The gap to start at: between `from` and `from + 1`.
    pub(crate) from: i64,
    pub(crate) to: Option<i64>,
    pub(crate) backwards: bool,
    pub(crate) limit: usize,
    pub(crate) filter: &'a RoomEventFilter,
}
