//! Finding messages: what holds the words, of that what the reader may see, and of that one page.

use std::{collections::HashMap, sync::Arc};

use hearth_kernel::Result;
use ruma::{OwnedRoomId, api::client::filter::RoomEventFilter};

use crate::{
    rooms::{
        Room, RoomEvent, Sight,
        filter::{EventFilter, lets_room_through},
    },
    search::{
        Search,
        model::{Found, Order, Place, Wanted},
        store, words,
    },
};

/// A search as it was asked for.
pub(in crate::search) struct Asked<'a> {
    pub(in crate::search) text: &'a str,
    pub(in crate::search) fields: &'a [&'a str],
    pub(in crate::search) filter: &'a RoomEventFilter,
    pub(in crate::search) order: Order,
    pub(in crate::search) place: Option<Place>,
    pub(in crate::search) limit: usize,
}

/// An event that was found, and what its reader may see around it.
pub(in crate::search) struct Match {
    pub(in crate::search) room: Arc<Room>,
    pub(in crate::search) sight: Sight,
    pub(in crate::search) event: Arc<RoomEvent>,
    pub(in crate::search) rank: i64,
}

/// A page of what was found.
#[derive(Default)]
pub(in crate::search) struct Matches {
    /// Of all pages.
    pub(in crate::search) count: usize,
    pub(in crate::search) page: Vec<Match>,
    pub(in crate::search) next: Option<Place>,
    pub(in crate::search) highlights: Vec<String>,
}

impl Search {
    pub(in crate::search) async fn messages(&self, reader: &str, asked: &Asked<'_>) -> Result<Matches> {
        let query = words::query(asked.text);
        if query.terms.is_empty() {
            return Ok(Matches::default());
        }
        let place = match asked.place {
            Some(place) => place,
            None => {
                self.catch_up().await;
                Place { upto: store::newest(&self.store).await?, skip: 0 }
            }
        };
        let rooms = self.readable(reader, asked.filter).await?;
        let rooms: Vec<&str> = rooms.iter().map(|room| room.as_str()).collect();
        let senders = asked.filter.senders.as_ref();
        let senders: Option<Vec<&str>> = senders.map(|senders| senders.iter().map(|id| id.as_str()).collect());
        let not_senders: Vec<&str> = asked.filter.not_senders.iter().map(|id| id.as_str()).collect();
        let ignored = self.rooms.ignored(reader).await?;
        let ignored: Vec<&str> = ignored.iter().map(String::as_str).collect();
        let nobody = senders.as_ref().is_some_and(Vec::is_empty);
        let wanted = Wanted {
            terms: &query.terms,
            order: asked.order,
            rooms: &rooms,
            senders: senders.as_deref().unwrap_or_default(),
            not_senders: &not_senders,
            ignored: &ignored,
            fields: asked.fields,
            upto: place.upto,
        };
        let found = if nobody { Vec::new() } else { store::find(&self.store, &wanted).await? };
        let mut sights = HashMap::new();
        let visible = self.visible(reader, found, &mut sights).await?;
        let count = visible.len();
        let end = place.skip.saturating_add(asked.limit);
        let mut page = Vec::new();
        for found in visible.iter().skip(place.skip).take(asked.limit) {
            page.extend(self.load(found, &sights, asked.filter).await?);
        }
        let next = (end < count).then_some(Place { skip: end, ..place });
        Ok(Matches { count, page, next, highlights: query.highlights })
    }

    /// The rooms that are searched.
    async fn readable(&self, reader: &str, filter: &RoomEventFilter) -> Result<Vec<OwnedRoomId>> {
        let rooms = self.rooms.memberships(reader).await?.into_iter().map(|room| room.room_id);
        let is_wanted = |room: &OwnedRoomId| lets_room_through(filter.rooms.as_deref(), &filter.not_rooms, room);
        Ok(rooms.filter(is_wanted).collect())
    }

    /// What the reader may see of what was found; each room's sight is asked for once.
    async fn visible(&self, reader: &str, found: Vec<Found>, sights: &mut Sights) -> Result<Vec<Found>> {
        let mut visible = Vec::with_capacity(found.len());
        for found in found {
            if !sights.contains_key(&found.room_id) {
                let room = self.rooms.room(&found.room_id).await?;
                let sight = self.rooms.sight(&room, reader).await?;
                sights.insert(found.room_id.clone(), (room, sight));
            }
            if sights.get(&found.room_id).is_some_and(|(_, sight)| sight.can_see_at(found.seq, found.visibility)) {
                visible.push(found);
            }
        }
        Ok(visible)
    }

    /// The event itself, unless it was redacted since it was indexed, or the filter keeps it back.
    async fn load(&self, found: &Found, sights: &Sights, filter: &RoomEventFilter) -> Result<Option<Match>> {
        let Some((room, sight)) = sights.get(&found.room_id) else { return Ok(None) };
        let events = self.rooms.stretch(room, (found.seq - 1, found.seq), false, 1).await?;
        let filter = EventFilter::new(filter);
        let is_shown = |event: &Arc<RoomEvent>| {
            event.redacted_by_seq.is_none() && sight.shows(event) && filter.lets_through(event)
        };
        let event = events.into_iter().next().filter(is_shown);
        Ok(event.map(|event| Match { room: room.clone(), sight: sight.clone(), event, rank: found.rank }))
    }
}

type Sights = HashMap<OwnedRoomId, (Arc<Room>, Sight)>;
