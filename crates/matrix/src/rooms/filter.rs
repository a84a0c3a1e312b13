//! A client's filter, applied to events.

use ruma::{
    OwnedRoomId,
    api::client::filter::{RoomEventFilter, UrlFilter},
};

use super::event::RoomEvent;

/// Types with `*` as a wildcard, senders, and whether there is a URL.
pub(crate) struct EventFilter<'a>(&'a RoomEventFilter);

impl<'a> EventFilter<'a> {
    pub(crate) fn new(filter: &'a RoomEventFilter) -> Self {
        Self(filter)
    }

    pub(crate) fn lets_through(&self, event: &RoomEvent) -> bool {
        let filter = self.0;
        let kind = event.kind.to_string();
        lets_kind_through(filter.types.as_deref(), &filter.not_types, &kind)
            && filter.senders.as_ref().is_none_or(|senders| senders.contains(&event.sender))
            && !filter.not_senders.contains(&event.sender)
            && lets_room_through(filter.rooms.as_deref(), &filter.not_rooms, &event.room_id)
            && self.url_matches(event)
    }

    fn url_matches(&self, event: &RoomEvent) -> bool {
        match self.0.url_filter {
            None => true,
            Some(UrlFilter::EventsWithUrl) => event.content_str("url").is_some(),
            Some(UrlFilter::EventsWithoutUrl) => event.content_str("url").is_none(),
        }
    }
}

/// The type part alone, for what is not an event of a timeline: account data, receipts.
pub(crate) fn lets_kind_through(types: Option<&[String]>, not_types: &[String], kind: &str) -> bool {
    types.is_none_or(|types| types.iter().any(|pattern| matches(pattern, kind)))
        && !not_types.iter().any(|pattern| matches(pattern, kind))
}

pub(crate) fn lets_room_through(rooms: Option<&[OwnedRoomId]>, not_rooms: &[OwnedRoomId], room: &OwnedRoomId) -> bool {
    rooms.is_none_or(|rooms| rooms.contains(room)) && !not_rooms.contains(room)
}

/// `*` stands for anything; nothing else is special.
fn matches(pattern: &str, kind: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = kind.strip_prefix(parts.next().unwrap_or("")) else { return false };
    let mut last = None;
    for part in parts {
        if let Some(previous) = last.replace(part) {
            match rest.find(previous) {
                Some(at) => rest = &rest[at + previous.len()..],
                None => return false,
            }
        }
    }
    last.map_or(rest.is_empty(), |last| rest.ends_with(last))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, kind, expected) in [
            ("m.room.message", "m.room.message", true),
            ("m.room.message", "m.room.messages", false),
            ("m.room.*", "m.room.message", true),
            ("*", "", true),
            ("*.message", "m.room.message", true),
            ("m.*.mess*", "m.room.message", true),
            ("m.*.topic", "m.room.message", false),
            ("a*a", "a", false),
            ("", "m.room.message", false),
        ] {
            assert_eq!(matches(pattern, kind), expected, "{pattern} on {kind}");
        }
    }
}
