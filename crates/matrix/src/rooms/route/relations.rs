//! What was said of a message, and the threads of a room.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Error, Result, limits};
use http::StatusCode;
use ruma::{
    OwnedEventId, OwnedRoomId, UInt,
    api::{
        Direction,
        client::{
            relations::{
                get_relating_events, get_relating_events_with_rel_type,
                get_relating_events_with_rel_type_and_event_type as with_rel_type_and_event_type,
            },
            threads::get_threads::{self, v1::IncludeThreads},
        },
    },
};

use super::{
    super::{Rooms, service::relate::Listed, store::relation::Wanted},
    read::{push_events, resolve},
    state::reader,
};
use crate::{endpoint::raw_endpoint, token::gap};

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        raw_endpoint(rooms, Member, Rate::Reading, all),
        raw_endpoint(rooms, Member, Rate::Reading, of_type),
        raw_endpoint(rooms, Member, Rate::Reading, of_type_and_kind),
        raw_endpoint(rooms, Member, Rate::Reading, threads),
    ]
    .concat()
}

/// A list as it was asked for, whichever path it came by.
struct Asked {
    room_id: OwnedRoomId,
    event_id: OwnedEventId,
    rel_type: Option<String>,
    kind: Option<String>,
    from: Option<String>,
    to: Option<String>,
    dir: Direction,
    limit: Option<UInt>,
    recurse: bool,
}

/// `GET /_matrix/client/v1/rooms/{roomId}/relations/{eventId}`
async fn all(rooms: Arc<Rooms>, call: Call, request: get_relating_events::v1::Request) -> Result<Reply> {
    let get_relating_events::v1::Request { room_id, event_id, from, to, dir, limit, recurse, .. } = request;
    let asked = Asked { room_id, event_id, rel_type: None, kind: None, from, to, dir, limit, recurse };
    relations(&rooms, &call, asked).await
}

/// `GET /_matrix/client/v1/rooms/{roomId}/relations/{eventId}/{relType}`
async fn of_type(
    rooms: Arc<Rooms>,
    call: Call,
    request: get_relating_events_with_rel_type::v1::Request,
) -> Result<Reply> {
    let get_relating_events_with_rel_type::v1::Request { room_id, event_id, from, to, dir, limit, recurse, .. } =
        request;
    let rel_type = Some(request.rel_type.to_string());
    let asked = Asked { room_id, event_id, rel_type, kind: None, from, to, dir, limit, recurse };
    relations(&rooms, &call, asked).await
}

/// `GET /_matrix/client/v1/rooms/{roomId}/relations/{eventId}/{relType}/{eventType}`
async fn of_type_and_kind(
    rooms: Arc<Rooms>,
    call: Call,
    request: with_rel_type_and_event_type::v1::Request,
) -> Result<Reply> {
    let with_rel_type_and_event_type::v1::Request { room_id, event_id, from, to, dir, limit, recurse, .. } = request;
    let (rel_type, kind) = (Some(request.rel_type.to_string()), Some(request.event_type.to_string()));
    let asked = Asked { room_id, event_id, rel_type, kind, from, to, dir, limit, recurse };
    relations(&rooms, &call, asked).await
}

async fn relations(rooms: &Arc<Rooms>, call: &Call, asked: Asked) -> Result<Reply> {
    let member = &call.member()?.user_id;
    let room = rooms.room(&asked.room_id).await?;
    let (target, sight) = rooms.visible_event(&room, member, &asked.event_id).await?;
    let backwards = asked.dir == Direction::Backward;
    let from = match &asked.from {
        Some(token) => resolve(rooms, &room, token).await?,
        None if backwards => room.last_seq(),
        None => 0,
    };
    let to = match &asked.to {
        Some(token) => Some(resolve(rooms, &room, token).await?),
        None => None,
    };
    let wanted = Wanted {
        target_seq: target.seq,
        rel_type: asked.rel_type.as_deref(),
        kind: asked.kind.as_deref(),
        recurse: asked.recurse,
        backwards,
    };
    let listed = rooms.relations(&room, &sight, wanted, (from, to), limit(asked.limit)).await?;
    let attached = rooms.bundled(&room, &listed.events, member).await?;
    let mut out = String::from("{\"chunk\":");
    push_events(&mut out, &listed.events, reader(rooms, call)?, &sight, &attached);
    if asked.from.is_some() {
        out.push_str(&format!(",\"prev_batch\":\"{}\"", gap(from)));
    }
    if asked.recurse {
        out.push_str(&format!(",\"recursion_depth\":{}", limits::RELATION_DEPTH));
    }
    Ok(ended(out, &listed))
}

/// `GET /_matrix/client/v1/rooms/{roomId}/threads`
async fn threads(rooms: Arc<Rooms>, call: Call, request: get_threads::v1::Request) -> Result<Reply> {
    let member = &call.member()?.user_id;
    let room = rooms.room(&request.room_id).await?;
    let sight = rooms.sight_or_refuse(&room, member).await?;
    let from = match &request.from {
        Some(token) => Some(resolve(&rooms, &room, token).await?),
        None => None,
    };
    let participated = match request.include {
        IncludeThreads::All => false,
        IncludeThreads::Participated => true,
        _ => return Err(Error::invalid_param("include is all or participated.")),
    };
    let mut listed = rooms.threads(&room, &sight, member, (participated, from, limit(request.limit))).await?;
    let attached = rooms.bundled(&room, &listed.events, member).await?;
    // Where the reader may see none of the replies, there is no thread for them.
    let has_replies = |seq: &i64| attached.related.get(seq).is_some_and(|related| related.thread.is_some());
    listed.events.retain(|root| has_replies(&root.seq));
    let mut out = String::from("{\"chunk\":");
    push_events(&mut out, &listed.events, reader(&rooms, &call)?, &sight, &attached);
    Ok(ended(out, &listed))
}

fn ended(mut out: String, listed: &Listed) -> Reply {
    if let Some(end) = listed.end {
        out.push_str(&format!(",\"next_batch\":\"{}\"", gap(end)));
    }
    out.push('}');
    json_bytes(StatusCode::OK, out)
}

fn limit(asked: Option<UInt>) -> usize {
    let asked = asked.map(|limit| usize::try_from(u64::from(limit)).unwrap_or(usize::MAX));
    asked.unwrap_or(limits::RELATIONS_DEFAULT).clamp(1, limits::PAGE_EVENTS)
}
