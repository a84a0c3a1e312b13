//! An event as Hearth keeps it: the protocol's PDU, its place in its room, and the JSON that clients
//! are sent, written once and shared by everybody who reads it.

use std::{
    fmt::Write as _,
    sync::{Arc, OnceLock},
};

use ruma::{
    EventId, MilliSecondsSinceUnixEpoch, OwnedEventId, OwnedRoomId, OwnedUserId, RoomId, UserId,
    events::TimelineEventType,
};
use serde_json::value::RawValue;

/// Who may read an event, as far as the room's setting at its time goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    WorldReadable = 0,
    Shared = 1,
    Invited = 2,
    Joined = 3,
}

impl Visibility {
    pub(crate) fn from_name(name: &str) -> Self {
        match name {
            "world_readable" => Self::WorldReadable,
            "invited" => Self::Invited,
            "joined" => Self::Joined,
            _ => Self::Shared,
        }
    }

    pub(crate) fn from_stored(number: i64) -> Self {
        match number {
            0 => Self::WorldReadable,
            2 => Self::Invited,
            3 => Self::Joined,
            _ => Self::Shared,
        }
    }
}

/// A stored event. Everything but its redaction is settled when it is built.
pub struct RoomEvent {
    pub event_id: OwnedEventId,
    pub room_id: OwnedRoomId,
    /// Its place in its room: dense, rising, never changed.
    pub seq: i64,
    pub kind: TimelineEventType,
    pub state_key: Option<String>,
    pub sender: OwnedUserId,
    pub origin_server_ts: i64,
    pub content: Box<RawValue>,
    /// The rest of the PDU: prev_events, auth_events, depth, hashes, signatures.
    pub envelope: String,
    pub depth: i64,
    pub visibility: Visibility,
    pub state_before: i64,
    pub replaces_seq: Option<i64>,
    pub redacts: Option<OwnedEventId>,
    pub redacted_by_seq: Option<i64>,
    pub echo: Option<Echo>,
    pub notifying: i64,
    pub(crate) client_json: OnceLock<String>,
    /// What a reader worked out from the event for all readers; sync keeps push's flat form here.
    pub(crate) derived: OnceLock<Arc<dyn std::any::Any + Send + Sync>>,
}

/// Which device sent an event under which transaction id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo {
    pub device_id: Arc<str>,
    pub txn_id: String,
}

impl RoomEvent {
    pub fn is_state(&self) -> bool {
        self.state_key.is_some()
    }

    /// The same, to be changed: without what was worked out from it.
    pub(crate) fn copy(&self) -> Self {
        Self {
            event_id: self.event_id.clone(),
            room_id: self.room_id.clone(),
            seq: self.seq,
            kind: self.kind.clone(),
            state_key: self.state_key.clone(),
            sender: self.sender.clone(),
            origin_server_ts: self.origin_server_ts,
            content: self.content.clone(),
            envelope: self.envelope.clone(),
            depth: self.depth,
            visibility: self.visibility,
            state_before: self.state_before,
            replaces_seq: self.replaces_seq,
            redacts: self.redacts.clone(),
            redacted_by_seq: self.redacted_by_seq,
            echo: self.echo.clone(),
            notifying: self.notifying,
            client_json: OnceLock::new(),
            derived: OnceLock::new(),
        }
    }

    /// A string of the content, where it is one.
    pub fn content_str(&self, key: &str) -> Option<String> {
        let content: serde_json::Map<String, serde_json::Value> = serde_json::from_str(self.content.get()).ok()?;
        content.get(key)?.as_str().map(str::to_owned)
    }

    /// The membership that a member event sets.
    pub fn membership(&self) -> Option<Membership> {
        #[derive(serde::Deserialize)]
        struct Content<'a> {
            #[serde(borrow)]
            membership: std::borrow::Cow<'a, str>,
        }
        if self.kind != TimelineEventType::RoomMember {
            return None;
        }
        let content: Content<'_> = serde_json::from_str(self.content.get()).ok()?;
        Some(Membership::from_name(&content.membership))
    }

    /// The client's form without room id, unsigned and closing brace: what all readers share.
    pub(crate) fn shared_json(&self) -> &str {
        self.client_json.get_or_init(|| {
            let mut out = String::with_capacity(self.content.get().len() + 256);
            out.push_str("{\"content\":");
            out.push_str(self.content.get());
            out.push_str(",\"event_id\":");
            push_string(&mut out, self.event_id.as_str());
            write!(out, ",\"origin_server_ts\":{},\"sender\":", self.origin_server_ts).ok();
            push_string(&mut out, self.sender.as_str());
            if let Some(state_key) = &self.state_key {
                out.push_str(",\"state_key\":");
                push_string(&mut out, state_key);
            }
            if let Some(redacts) = &self.redacts {
                out.push_str(",\"redacts\":");
                push_string(&mut out, redacts.as_str());
            }
            out.push_str(",\"type\":");
            push_string(&mut out, &self.kind.to_string());
            out
        })
    }

    /// Something worked out from the client's form once, whoever reads.
    pub(crate) fn derived<T: Send + Sync + 'static>(&self, derive: impl Fn(&str) -> T) -> Arc<T> {
        let new = || -> Arc<T> { Arc::new(derive(&format!("{}}}", self.shared_json()))) };
        let kept = self.derived.get_or_init(|| new() as _).clone();
        kept.downcast().unwrap_or_else(|_| new())
    }

    /// Sender, type, state key and content alone: what somebody who is not in the room is told.
    pub(crate) fn push_stripped(&self, out: &mut String) {
        out.push_str("{\"content\":");
        out.push_str(self.content.get());
        out.push_str(",\"sender\":");
        push_string(out, self.sender.as_str());
        out.push_str(",\"state_key\":");
        push_string(out, self.state_key.as_deref().unwrap_or(""));
        out.push_str(",\"type\":");
        push_string(out, &self.kind.to_string());
        out.push('}');
    }
}

/// A JSON string, escaped.
pub(crate) fn push_string(out: &mut String, text: &str) {
    if text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&serde_json::Value::from(text).to_string());
    }
}

/// A member's relation to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Membership {
    Join,
    Invite,
    Knock,
    Leave,
    Ban,
}

impl Membership {
    pub fn from_name(name: &str) -> Self {
        match name {
            "join" => Self::Join,
            "invite" => Self::Invite,
            "knock" => Self::Knock,
            "ban" => Self::Ban,
            _ => Self::Leave,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Invite => "invite",
            Self::Knock => "knock",
            Self::Leave => "leave",
            Self::Ban => "ban",
        }
    }
}

/// The protocol's view of an event, with what only the moment of its building knows.
pub(crate) struct Pdu<'a> {
    pub(crate) event: &'a RoomEvent,
    pub(crate) prev_events: &'a [OwnedEventId],
    pub(crate) auth_events: &'a [OwnedEventId],
    /// Room version 12 and later: the create event names no room, since it names the room itself.
    pub(crate) names_room: bool,
}

impl<'a> Pdu<'a> {
    /// A state event of the room, as the authorisation rules look it up.
    pub(crate) fn state(event: &'a RoomEvent, creates_room_id: bool) -> Self {
        let names_room = !(creates_room_id && event.kind == TimelineEventType::RoomCreate);
        Self { event, prev_events: &[], auth_events: &[], names_room }
    }
}

impl ruma::state_res::Event for Pdu<'_> {
    type Id = OwnedEventId;

    fn event_id(&self) -> &OwnedEventId {
        &self.event.event_id
    }

    fn room_id(&self) -> Option<&RoomId> {
        self.names_room.then_some(&*self.event.room_id)
    }

    fn sender(&self) -> &UserId {
        &self.event.sender
    }

    fn origin_server_ts(&self) -> MilliSecondsSinceUnixEpoch {
        MilliSecondsSinceUnixEpoch(millis(self.event.origin_server_ts))
    }

    fn event_type(&self) -> &TimelineEventType {
        &self.event.kind
    }

    fn content(&self) -> &RawValue {
        &self.event.content
    }

    fn state_key(&self) -> Option<&str> {
        self.event.state_key.as_deref()
    }

    fn prev_events(&self) -> Box<dyn DoubleEndedIterator<Item = &OwnedEventId> + '_> {
        Box::new(self.prev_events.iter())
    }

    fn auth_events(&self) -> Box<dyn DoubleEndedIterator<Item = &OwnedEventId> + '_> {
        Box::new(self.auth_events.iter())
    }

    fn redacts(&self) -> Option<&OwnedEventId> {
        self.event.redacts.as_ref()
    }

    fn rejected(&self) -> bool {
        false
    }
}

pub(crate) fn millis(ms: i64) -> ruma::UInt {
    ruma::UInt::try_from(ms.max(0)).unwrap_or_default()
}

/// An event id's form is checked where it enters; what we stored is an event id.
pub(crate) fn event_id(text: &str) -> Option<OwnedEventId> {
    EventId::parse(text).ok()
}

/// A message of somebody else, for tests.
#[cfg(test)]
pub(crate) fn example(seq: i64, visibility: Visibility) -> RoomEvent {
    RoomEvent {
        event_id: ruma::owned_event_id!("$event"),
        room_id: ruma::owned_room_id!("!room"),
        seq,
        kind: "m.room.message".into(),
        state_key: None,
        sender: ruma::owned_user_id!("@other:test"),
        origin_server_ts: 0,
        content: serde_json::value::to_raw_value(&serde_json::json!({})).unwrap(),
        envelope: String::new(),
        depth: seq,
        visibility,
        state_before: 0,
        replaces_seq: None,
        redacts: None,
        redacted_by_seq: None,
        echo: None,
        notifying: 0,
        client_json: OnceLock::new(),
        derived: OnceLock::new(),
    }
}
