//! State: setting it, and reading what holds now.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Error, Result};
use http::StatusCode;
use ruma::{
    CanonicalJsonObject, OwnedEventId, OwnedRoomId,
    api::client::{
        membership::{get_member_events, joined_members},
        state::{get_state_event_for_key, get_state_events, send_state_event},
    },
    events::TimelineEventType,
};
use serde_json::{Map, Value};

use super::{
    super::{
        Rooms,
        build::{Draft, parse_content},
        event::Membership,
        render::{Reader, push_array, push_event},
        room::Room,
        service::{append::Append, upgrade::TOMBSTONE},
        user_id,
    },
    read::resolve,
    send::refuse_delay,
};
use crate::endpoint::{PREFIXES, raw_endpoint};

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        raw_endpoint(rooms, Member, Rate::Writing, set),
        raw_endpoint(rooms, Member, Rate::Reading, get_one),
        raw_endpoint(rooms, Member, Rate::Reading, get_all),
        raw_endpoint(rooms, Member, Rate::Reading, members),
        raw_endpoint(rooms, Member, Rate::Reading, joined),
        with_empty_key(rooms),
    ]
    .concat()
}

/// `PUT /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}`
async fn set(rooms: Arc<Rooms>, call: Call, request: send_state_event::v3::Request) -> Result<Reply> {
    refuse_delay(&call)?;
    let kind = TimelineEventType::from(request.event_type.to_string());
    set_state(&rooms, &call, &request.room_id, kind, request.state_key, request.body.json().get()).await
}

async fn set_state(
    rooms: &Rooms,
    call: &Call,
    room_id: &OwnedRoomId,
    kind: TimelineEventType,
    key: String,
    body: &str,
) -> Result<Reply> {
    let member = &call.member()?.user_id;
    let mut content = parse_content(body)?;
    let room = rooms.room(room_id).await?;
    if kind == TimelineEventType::RoomCanonicalAlias {
        rooms.check_claimed(&room, &content).await?;
    }
    if kind == TimelineEventType::RoomMember {
        check_member(rooms, &mut content, &key, member).await?;
    }
    let name = kind.to_string();
    let event_id = match said_before(&room, member, &name, &key, &content) {
        Some(event_id) => event_id,
        None => {
            let successor = room.state().successor();
            let append = Append::new(user_id(member)?, rooms.context.now_ms(), Draft::state(kind, key, content));
            let events = rooms.append(&room, append).await?;
            if name == TOMBSTONE && room.state().successor() != successor {
                rooms.followed(&room).await;
            }
            events.first().map(|event| event.event_id.clone()).ok_or_else(|| Error::internal("nothing was appended"))?
        }
    };
    Ok(json_bytes(StatusCode::OK, format!("{{\"event_id\":\"{event_id}\"}}")))
}

/// Who is in the room and sets what they have set already changes nothing.
fn said_before(
    room: &Room,
    member: &str,
    kind: &str,
    key: &str,
    content: &CanonicalJsonObject,
) -> Option<OwnedEventId> {
    let state = room.state();
    let now = state.get(kind, key).filter(|now| now.sender == member)?;
    let is_same = parse_content(now.content.get()).is_ok_and(|now| now == *content);
    (is_same && state.membership(member) == Some(Membership::Join)).then(|| now.event_id.clone())
}

/// What the ways of their own check of coming and going holds here too.
async fn check_member(rooms: &Rooms, content: &mut CanonicalJsonObject, whom: &str, by: &Arc<str>) -> Result<()> {
    // Only the server says that somebody answers for who comes in.
    content.remove("join_authorised_via_users_server");
    let invites = content.get("membership").and_then(|membership| membership.as_str()) == Some("invite");
    if invites && whom != &**by {
        let whom = user_id(whom)?;
        rooms.check_local(&whom).await?;
        rooms.check_takes_invitations(&whom).await?;
    }
    Ok(())
}

/// `GET /_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}`
async fn get_one(rooms: Arc<Rooms>, call: Call, request: get_state_event_for_key::v3::Request) -> Result<Reply> {
    let whole = call.query("format").is_some_and(|format| format == "event");
    get_state(&rooms, &call, &request.room_id, &request.event_type.to_string(), &request.state_key, whole).await
}

async fn get_state(
    rooms: &Rooms,
    call: &Call,
    room_id: &OwnedRoomId,
    kind: &str,
    key: &str,
    whole: bool,
) -> Result<Reply> {
    let caller = call.member()?;
    let room = rooms.room(room_id).await?;
    let state = rooms.visible_state(&room, &caller.user_id).await?;
    let event = state.get(kind, key).ok_or_else(|| Error::not_found("The room has no such state."))?;
    if !whole {
        return Ok(json_bytes(StatusCode::OK, event.content.get().to_owned()));
    }
    let mut out = String::new();
    push_event(&mut out, event, reader(rooms, call)?, None, &Default::default());
    Ok(json_bytes(StatusCode::OK, out))
}

/// `GET /_matrix/client/v3/rooms/{roomId}/state`
async fn get_all(rooms: Arc<Rooms>, call: Call, request: get_state_events::v3::Request) -> Result<Reply> {
    let room = rooms.room(&request.room_id).await?;
    let state = rooms.visible_state(&room, &call.member()?.user_id).await?;
    let reader = reader(&rooms, &call)?;
    let mut out = String::new();
    push_array(&mut out, state.iter(), |out, event| push_event(out, event, reader, None, &Default::default()));
    Ok(json_bytes(StatusCode::OK, out))
}

/// `GET /_matrix/client/v3/rooms/{roomId}/members`
async fn members(rooms: Arc<Rooms>, call: Call, request: get_member_events::v3::Request) -> Result<Reply> {
    let member = &call.member()?.user_id;
    let room = rooms.room(&request.room_id).await?;
    let state = match &request.at {
        Some(at) => {
            let seq = resolve(&rooms, &room, at).await?;
            let sight = rooms.sight_or_refuse(&room, member).await?;
            rooms.visible_state_at(&room, &sight, seq).await?
        }
        None => rooms.visible_state(&room, member).await?,
    };
    let wanted = |membership: Membership| {
        let name = membership.name();
        request.membership.as_ref().is_none_or(|wanted| wanted.as_str() == name)
            && request.not_membership.as_ref().is_none_or(|refused| refused.as_str() != name)
    };
    let chunk = state.of_kind("m.room.member").filter(|event| event.membership().is_some_and(wanted));
    let reader = reader(&rooms, &call)?;
    let mut out = String::from("{\"chunk\":");
    push_array(&mut out, chunk, |out, event| push_event(out, event, reader, None, &Default::default()));
    out.push('}');
    Ok(json_bytes(StatusCode::OK, out))
}

/// `GET /_matrix/client/v3/rooms/{roomId}/joined_members`
async fn joined(rooms: Arc<Rooms>, call: Call, request: joined_members::v3::Request) -> Result<Reply> {
    let member = &call.member()?.user_id;
    let room = rooms.room(&request.room_id).await?;
    let state = room.state();
    if state.membership(member) != Some(Membership::Join) {
        return Err(Error::forbidden("You are not in this room."));
    }
    let mut joined = Map::new();
    for event in state.of_kind("m.room.member").filter(|event| event.membership() == Some(Membership::Join)) {
        let content: Value = serde_json::from_str(event.content.get()).unwrap_or_default();
        let shown =
            serde_json::json!({ "display_name": content.get("displayname"), "avatar_url": content.get("avatar_url") });
        joined.insert(event.state_key.clone().unwrap_or_default(), shown);
    }
    Ok(hearth_http::json(&serde_json::json!({ "joined": joined })))
}

pub(super) fn reader<'a>(rooms: &Rooms, call: &'a Call) -> Result<Reader<'a>> {
    let caller = call.member()?;
    let now_ms = rooms.context.now_ms();
    Ok(Reader { user_id: &caller.user_id, device_id: &caller.device_id, now_ms, with_room_id: true })
}

/// The same endpoints for an empty state key, which paths may end with or without a slash for.
fn with_empty_key(rooms: &Arc<Rooms>) -> Vec<Route> {
    let mut routes = Vec::new();
    for prefix in PREFIXES {
        for slash in ["", "/"] {
            let path = format!("{prefix}/rooms/{{room_id}}/state/{{event_type}}{slash}");
            let service = rooms.clone();
            routes.push(Route::new(http::Method::GET, path.clone(), Member, Rate::Reading, move |call: Call| {
                let rooms = service.clone();
                async move {
                    let (room_id, kind) = room_and_kind(&call)?;
                    let whole = call.query("format").is_some_and(|format| format == "event");
                    get_state(&rooms, &call, &room_id, &kind, "", whole).await
                }
            }));
            let service = rooms.clone();
            routes.push(Route::new(http::Method::PUT, path, Member, Rate::Writing, move |call: Call| {
                let rooms = service.clone();
                async move {
                    let (room_id, kind) = room_and_kind(&call)?;
                    let body = std::str::from_utf8(&call.body).map_err(|_| Error::not_json("The body is not JSON."))?;
                    set_state(&rooms, &call, &room_id, kind.into(), String::new(), body).await
                }
            }));
        }
    }
    routes
}

fn room_and_kind(call: &Call) -> Result<(OwnedRoomId, String)> {
    let [room_id, kind] = call.path.as_slice() else {
        return Err(Error::invalid_param("The path names a room and a type."));
    };
    let room_id =
        OwnedRoomId::try_from(room_id.as_str()).map_err(|_| Error::invalid_param("This is not a room's id."))?;
    Ok((room_id, kind.clone()))
}
