//! From what somebody wants to say to a whole event: placed, hashed, signed, and allowed by the
//! room's rules. Pure work on memory, done under the room's lock.

use std::sync::{Arc, OnceLock};

use hearth_kernel::{Error, Result, limits};
use ruma::{
    CanonicalJsonObject, CanonicalJsonValue, EventId, OwnedEventId, OwnedRoomId, OwnedUserId, RoomId,
    events::{StateEventType, TimelineEventType, room::history_visibility::HistoryVisibility},
    room_version_rules::RoomVersionRules,
    signatures::{hash_and_sign_event, reference_hash},
    state_res::{auth_types_for_event, check_state_dependent_auth_rules, check_state_independent_auth_rules},
};
use serde_json::value::RawValue;

use super::{
    event::{Echo, Pdu, RoomEvent, Visibility, millis},
    room::Tip,
    sign::Signer,
    state::State,
};

/// What somebody wants to say.
#[derive(Clone)]
pub struct Draft {
    pub kind: TimelineEventType,
    pub state_key: Option<String>,
    pub content: CanonicalJsonObject,
    /// The event that this one removes, and those that said it anew.
    pub removes: Vec<Arc<RoomEvent>>,
    pub echo: Option<Echo>,
}

impl Draft {
    pub fn message(kind: TimelineEventType, content: CanonicalJsonObject) -> Self {
        Self { kind, state_key: None, content, removes: Vec::new(), echo: None }
    }

    pub fn state(kind: TimelineEventType, state_key: impl Into<String>, content: CanonicalJsonObject) -> Self {
        Self { kind, state_key: Some(state_key.into()), content, removes: Vec::new(), echo: None }
    }

    /// A state event from a literal, for what the server itself says.
    pub(crate) fn state_json(kind: &str, state_key: &str, content: serde_json::Value) -> Self {
        Self::state(kind.into(), state_key, object(content))
    }

    pub(crate) fn membership(user_id: &str, content: serde_json::Value) -> Self {
        Self::state_json("m.room.member", user_id, content)
    }
}

/// A draft with who says it and when.
#[derive(Clone)]
pub(crate) struct Said {
    pub(crate) sender: OwnedUserId,
    pub(crate) at_ms: i64,
    pub(crate) draft: Draft,
}

/// A literal of ours as canonical JSON.
pub(crate) fn object(value: serde_json::Value) -> CanonicalJsonObject {
    match CanonicalJsonValue::try_from(value) {
        Ok(CanonicalJsonValue::Object(object)) => object,
        _ => CanonicalJsonObject::new(),
    }
}

/// A client's content. Canonical JSON has no floats and no numbers beyond 2⁵³.
pub(crate) fn parse_content(text: &str) -> Result<CanonicalJsonObject> {
    serde_json::from_str(text).map_err(|error| match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => {
            let shape = "The content must be a JSON object without floats, at most 128 levels deep";
            Error::bad_json(format!("{shape}: {error}"))
        }
        Err(_) => Error::not_json("The body is not JSON."),
    })
}

/// Where the next event of a room goes.
pub(crate) struct Place<'a> {
    pub(crate) rules: &'a RoomVersionRules,
    /// None until the create event of a version that names the room by its hash is built.
    pub(crate) room_id: Option<&'a RoomId>,
    pub(crate) state: &'a State,
    pub(crate) tip: &'a Tip,
}

/// Builds, signs and authorises one event.
pub(crate) fn build(place: &Place<'_>, signer: &Signer, said: Said) -> Result<RoomEvent> {
    let Said { sender, at_ms, draft } = said;
    let Draft { kind, state_key, content, removes, echo } = draft;
    let redacts = removes.first().map(|event| event.event_id.clone());
    check_lengths(&kind, state_key.as_deref())?;
    check_shape(&kind, state_key.as_deref(), &content)?;
    let content_json = to_raw(&content)?;
    let names_room =
        !(place.rules.authorization.room_create_event_id_as_room_id && kind == TimelineEventType::RoomCreate);
    let auth_events = select_auth_events(place, &kind, &sender, state_key.as_deref(), &content_json)?;
    let prev_events: Vec<OwnedEventId> = place.tip.event_id.iter().cloned().collect();
    let depth = place.tip.depth + 1;

    let mut object = CanonicalJsonObject::new();
    object.insert("auth_events".to_owned(), ids(&auth_events));
    object.insert("content".to_owned(), content.into());
    object.insert("depth".to_owned(), integer(depth));
    object.insert("origin_server_ts".to_owned(), CanonicalJsonValue::Integer(millis(at_ms).into()));
    object.insert("prev_events".to_owned(), ids(&prev_events));
    if let (true, Some(room_id)) = (names_room, place.room_id) {
        object.insert("room_id".to_owned(), room_id.as_str().to_owned().into());
    }
    object.insert("sender".to_owned(), sender.as_str().to_owned().into());
    if let Some(state_key) = &state_key {
        object.insert("state_key".to_owned(), state_key.clone().into());
    }
    if let (Some(redacts), false) = (&redacts, place.rules.redaction.content_field_redacts) {
        object.insert("redacts".to_owned(), redacts.as_str().to_owned().into());
    }
    object.insert("type".to_owned(), kind.to_string().into());
    hash_and_sign_event(signer.server_name.as_str(), &signer.key, &mut object, &place.rules.redaction)
        .map_err(too_large)?;
    let hash = reference_hash(&object, place.rules).map_err(too_large)?;
    let event_id = EventId::parse(format!("${hash}"))
        .map_err(|error| Error::internal("a hash is not an event id").caused_by(error))?;

    // The whole event counts, with its hashes and signatures; what was hashed above had none.
    if CanonicalJsonValue::Object(object.clone()).to_string().len() > limits::EVENT_BYTES {
        return Err(Error::too_large("The event is larger than 65536 bytes."));
    }

    let room_id = match place.room_id {
        Some(room_id) => room_id.to_owned(),
        None => OwnedRoomId::try_from(format!("!{hash}"))
            .map_err(|error| Error::internal("a hash is not a room id").caused_by(error))?,
    };
    let replaced = state_key.as_deref().and_then(|key| place.state.get(&kind.to_string(), key));
    let before = place.state.visibility();
    let visibility =
        if kind == TimelineEventType::RoomHistoryVisibility { before.min(setting(&content_json)) } else { before };
    let event = RoomEvent {
        seq: place.tip.seq + 1,
        event_id,
        room_id,
        sender,
        origin_server_ts: at_ms,
        envelope: envelope(object)?,
        depth,
        visibility,
        state_before: place.tip.last_state_seq,
        replaces_seq: replaced.map(|event| event.seq),
        redacts,
        redacted_by_seq: None,
        echo,
        notifying: place.tip.notifying + i64::from(notifies_by_default(&kind, state_key.as_deref(), &content_json)),
        client_json: OnceLock::new(),
        derived: OnceLock::new(),
        kind,
        state_key,
        content: content_json,
    };
    authorise(place, &Pdu { event: &event, prev_events: &prev_events, auth_events: &auth_events, names_room })?;
    Ok(event)
}

fn too_large(error: ruma::signatures::JsonError) -> Error {
    Error::too_large(format!("The event is larger than {} bytes.", limits::EVENT_BYTES)).caused_by(error)
}

fn check_lengths(kind: &TimelineEventType, state_key: Option<&str>) -> Result<()> {
    let too_long =
        kind.to_string().len() > limits::ID_BYTES || state_key.is_some_and(|key| key.len() > limits::ID_BYTES);
    if too_long {
        return Err(Error::too_large("An event type or state key is longer than 255 bytes."));
    }
    if kind.to_string().contains('\0') || state_key.is_some_and(|key| key.contains('\0')) {
        return Err(Error::invalid_param("An event type or state key holds no NUL."));
    }
    Ok(())
}

/// State that the server itself reads, or hands to every client, has the protocol's shape.
fn check_shape(kind: &TimelineEventType, state_key: Option<&str>, content: &CanonicalJsonObject) -> Result<()> {
    use CanonicalJsonValue::{Null, String as Text};
    use HistoryVisibility::{Invited, Joined, Shared, WorldReadable};
    let wrong = match kind {
        _ if state_key.is_none() => None,
        TimelineEventType::RoomMember => ["displayname", "avatar_url"]
            .into_iter()
            .find(|field| !matches!(content.get(*field), None | Some(Null | Text(_)))),
        TimelineEventType::RoomJoinRules => (!matches!(content.get("join_rule"), Some(Text(_)))).then_some("join_rule"),
        TimelineEventType::RoomHistoryVisibility => match content.get("history_visibility") {
            Some(Text(name))
                if matches!(HistoryVisibility::from(&**name), Invited | Joined | Shared | WorldReadable) =>
            {
                None
            }
            _ => Some("history_visibility"),
        },
        _ => None,
    };
    wrong.map_or(Ok(()), |field| Err(Error::bad_json(format!("{field} is not one that {kind} can have."))))
}

fn select_auth_events(
    place: &Place<'_>,
    kind: &TimelineEventType,
    sender: &OwnedUserId,
    state_key: Option<&str>,
    content: &RawValue,
) -> Result<Vec<OwnedEventId>> {
    let wanted =
        auth_types_for_event(kind, sender, state_key, content, &place.rules.authorization).map_err(Error::bad_json)?;
    let found = wanted.iter().filter_map(|(kind, key)| place.state.get(&kind.to_string(), key));
    Ok(found.map(|event| event.event_id.clone()).collect())
}

/// The published authorisation rules, against the state before the event. What they say of the auth
/// events themselves holds by the way these were selected; only a create event has rules beyond that.
fn authorise(place: &Place<'_>, pdu: &Pdu<'_>) -> Result<()> {
    let rules = &place.rules.authorization;
    if pdu.event.kind == TimelineEventType::RoomCreate {
        let no_auth_events = |_: &EventId| None::<Pdu<'_>>;
        check_state_independent_auth_rules(rules, pdu, no_auth_events).map_err(Error::forbidden)?;
    }
    let fetch = |kind: &StateEventType, key: &str| {
        let event = place.state.get(&kind.to_string(), key)?;
        Some(Pdu::state(event, rules.room_create_event_id_as_room_id))
    };
    check_state_dependent_auth_rules(rules, pdu, fetch).map_err(Error::forbidden)
}

fn envelope(mut object: CanonicalJsonObject) -> Result<String> {
    for key in ["content", "origin_server_ts", "redacts", "room_id", "sender", "state_key", "type"] {
        object.remove(key);
    }
    serde_json::to_string(&object).map_err(|error| Error::internal("an envelope is not JSON").caused_by(error))
}

fn to_raw(content: &CanonicalJsonObject) -> Result<Box<RawValue>> {
    serde_json::value::to_raw_value(content)
        .map_err(|error| Error::bad_json("The content is not JSON.").caused_by(error))
}

fn ids(events: &[OwnedEventId]) -> CanonicalJsonValue {
    CanonicalJsonValue::Array(events.iter().map(|id| id.as_str().to_owned().into()).collect())
}

fn integer(number: i64) -> CanonicalJsonValue {
    CanonicalJsonValue::Integer(ruma::Int::try_from(number).unwrap_or_default())
}

fn setting(content: &RawValue) -> Visibility {
    let content: serde_json::Value = serde_json::from_str(content.get()).unwrap_or_default();
    content["history_visibility"].as_str().map_or(Visibility::Shared, Visibility::from_name)
}

/// Whether the default rules make an event notify, whoever reads it. Mentions and members' own rules
/// are looked at when somebody reads; this is what is counted without looking.
fn notifies_by_default(kind: &TimelineEventType, state_key: Option<&str>, content: &RawValue) -> bool {
    if state_key.is_some() {
        return false;
    }
    match kind {
        TimelineEventType::RoomEncrypted => true,
        TimelineEventType::RoomMessage => {
            let text = content.get();
            !text.contains("\"m.notice\"") && !text.contains("\"m.replace\"")
        }
        _ => false,
    }
}
