//! The parts of the server's answers that are read, borrowed from the bytes where possible.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

#[derive(Deserialize)]
pub struct Sync<'a> {
    #[serde(borrow)]
    pub next_batch: Cow<'a, str>,
    #[serde(borrow, default)]
    pub rooms: Rooms<'a>,
    #[serde(default)]
    pub to_device: ToDevice,
}

/// What came from device to device; only how much of it counts.
#[derive(Deserialize, Default)]
pub struct ToDevice {
    #[serde(default)]
    pub events: Vec<IgnoredAny>,
}

#[derive(Deserialize, Default)]
pub struct Rooms<'a> {
    #[serde(borrow, default)]
    pub join: HashMap<Cow<'a, str>, JoinedRoom<'a>>,
}

#[derive(Deserialize)]
pub struct JoinedRoom<'a> {
    #[serde(borrow, default)]
    pub timeline: Timeline<'a>,
}

#[derive(Deserialize, Default)]
pub struct Timeline<'a> {
    #[serde(borrow, default)]
    pub events: Vec<Event<'a>>,
    /// The server left out older events; they are had by paging back from `prev_batch`.
    #[serde(default)]
    pub limited: bool,
    #[serde(borrow, default)]
    pub prev_batch: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub struct Event<'a> {
    #[serde(borrow)]
    pub event_id: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    pub kind: Cow<'a, str>,
}

impl Event<'_> {
    pub fn is_message(&self) -> bool {
        self.kind == "m.room.message"
    }
}

/// A page of a room's history.
#[derive(Deserialize)]
pub struct Page<'a> {
    #[serde(borrow, default)]
    pub chunk: Vec<Event<'a>>,
    /// Where the next page begins; absent at the beginning of the room.
    #[serde(borrow, default)]
    pub end: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub struct Sent<'a> {
    #[serde(borrow)]
    pub event_id: Cow<'a, str>,
}

#[derive(Deserialize)]
pub struct Room {
    pub room_id: String,
}

#[derive(Deserialize)]
pub struct Registered {
    pub access_token: String,
    pub user_id: String,
    pub device_id: String,
}

/// One-time keys by member, device and key id.
#[derive(Deserialize)]
pub struct Claimed {
    pub one_time_keys: HashMap<String, HashMap<String, HashMap<String, IgnoredAny>>>,
}

#[derive(Deserialize)]
pub struct Uploaded {
    pub content_uri: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_may_leave_out_what_is_empty() {
        let sync: Sync = serde_json::from_str(r#"{"next_batch":"s1"}"#).unwrap();
        assert!(sync.rooms.join.is_empty());
        let sync: Sync = serde_json::from_str(r#"{"next_batch":"s1","rooms":{"join":{"!a:b":{}}}}"#).unwrap();
        assert!(!sync.rooms.join["!a:b"].timeline.limited);
        let page: Page = serde_json::from_str(r#"{"chunk":[{"event_id":"$1","type":"m.room.create"}]}"#).unwrap();
        assert!(page.end.is_none() && !page.chunk[0].is_message());
    }
}
