//! Pages, single events and their context.

use std::{collections::BTreeMap, sync::Arc};

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Error, Result, limits};
use http::StatusCode;
use ruma::MilliSecondsSinceUnixEpoch;
use ruma::api::{
    Direction,
    client::{
        context::get_context,
        message::get_message_events,
        room::{get_event_by_timestamp, get_room_event},
    },
};

use super::{
    super::{
        Rooms,
        event::{RoomEvent, millis},
        render::{Attached, Reader, push_array, push_event},
        room::Room,
        service::read::PageAsked,
        sight::Sight,
    },
    state::reader,
};
use crate::{
    endpoint::{endpoint, raw_endpoint},
    token::{Gap, gap, parse_gap},
};

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        raw_endpoint(rooms, Member, Rate::Reading, messages),
        raw_endpoint(rooms, Member, Rate::Reading, context),
        raw_endpoint(rooms, Member, Rate::Reading, one),
        endpoint(rooms, Member, Rate::Reading, near),
    ]
    .concat()
}

/// `GET /_matrix/client/v3/rooms/{roomId}/messages`
async fn messages(rooms: Arc<Rooms>, call: Call, request: get_message_events::v3::Request) -> Result<Reply> {
    let room = rooms.room(&request.room_id).await?;
    let sight = rooms.sight_or_refuse(&room, &call.member()?.user_id).await?;
    let backwards = request.dir == Direction::Backward;
    let from = match &request.from {
        Some(token) => resolve(&rooms, &room, token).await?,
        None if backwards => room.last_seq(),
        None => 0,
    };
    let to = match &request.to {
        Some(token) => Some(resolve(&rooms, &room, token).await?),
        None => None,
    };
    let limit = usize::try_from(u64::from(request.limit)).unwrap_or(usize::MAX).clamp(1, limits::PAGE_EVENTS);
    let asked = PageAsked { from, to, backwards, limit, filter: &request.filter };
    let page = rooms.page(&room, &sight, &asked).await?;
    let reader = reader(&rooms, &call)?;
    let attached = rooms.bundled(&room, &page.events, reader.user_id).await?;
    let mut out = String::with_capacity(page.events.len() * 512 + 128);
    out.push_str("{\"chunk\":");
    push_events(&mut out, &page.events, reader, &sight, &attached);
    out.push_str(&format!(",\"start\":\"{}\"", gap(from)));
    // Forwards there may always be more to come.
    let newest = page.events.last().filter(|_| !backwards).map(|event| event.seq);
    if let Some(end) = page.end.or(newest) {
        out.push_str(&format!(",\"end\":\"{}\"", gap(end)));
    }
    if !request.filter.lazy_load_options.is_disabled() {
        out.push_str(",\"state\":");
        push_senders(&rooms, &room, &mut out, &page.events, reader).await?;
    }
    out.push('}');
    Ok(json_bytes(StatusCode::OK, out))
}

/// `GET /_matrix/client/v3/rooms/{roomId}/context/{eventId}`
async fn context(rooms: Arc<Rooms>, call: Call, request: get_context::v3::Request) -> Result<Reply> {
    let room = rooms.room(&request.room_id).await?;
    let (event, sight) = rooms.visible_event(&room, &call.member()?.user_id, &request.event_id).await?;
    let limit = usize::try_from(u64::from(request.limit)).unwrap_or(usize::MAX).min(limits::PAGE_EVENTS);
    let around = |backwards, limit| PageAsked {
        from: if backwards { event.seq - 1 } else { event.seq },
        to: None,
        backwards,
        limit,
        filter: &request.filter,
    };
    let before = match limit / 2 {
        0 => Vec::new(),
        half => rooms.page(&room, &sight, &around(true, half)).await?.events,
    };
    let after = match limit - limit / 2 {
        0 => Vec::new(),
        half => rooms.page(&room, &sight, &around(false, half)).await?.events,
    };
    let last = after.last().map_or(event.seq, |event| event.seq);
    let first = before.last().map_or(event.seq, |event| event.seq);
    let all: Vec<_> = before.iter().chain([&event]).chain(&after).cloned().collect();
    let reader = reader(&rooms, &call)?;
    let attached = rooms.bundled(&room, &all, reader.user_id).await?;
    let mut out = String::from("{\"event\":");
    push_event(&mut out, &event, reader, Some(sight.membership_at(event.seq)), &attached);
    out.push_str(",\"events_before\":");
    push_events(&mut out, &before, reader, &sight, &attached);
    out.push_str(",\"events_after\":");
    push_events(&mut out, &after, reader, &sight, &attached);
    out.push_str(&format!(",\"start\":\"{}\",\"end\":\"{}\",\"state\":", gap(first - 1), gap(last)));
    if !request.filter.lazy_load_options.is_disabled() {
        push_senders(&rooms, &room, &mut out, &all, reader).await?;
    } else {
        let state = rooms.visible_state_at(&room, &sight, last).await?;
        push_array(&mut out, state.iter(), |out, event| push_event(out, event, reader, None, &attached));
    }
    out.push('}');
    Ok(json_bytes(StatusCode::OK, out))
}

/// `GET /_matrix/client/v3/rooms/{roomId}/event/{eventId}`
async fn one(rooms: Arc<Rooms>, call: Call, request: get_room_event::v3::Request) -> Result<Reply> {
    let room = rooms.room(&request.room_id).await?;
    let (event, sight) = rooms.visible_event(&room, &call.member()?.user_id, &request.event_id).await?;
    let reader = reader(&rooms, &call)?;
    let attached = rooms.bundled(&room, std::slice::from_ref(&event), reader.user_id).await?;
    let mut out = String::new();
    push_event(&mut out, &event, reader, Some(sight.membership_at(event.seq)), &attached);
    Ok(json_bytes(StatusCode::OK, out))
}

/// `GET /_matrix/client/v1/rooms/{roomId}/timestamp_to_event`
async fn near(
    rooms: Arc<Rooms>,
    call: Call,
    request: get_event_by_timestamp::v1::Request,
) -> Result<get_event_by_timestamp::v1::Response> {
    let room = rooms.room(&request.room_id).await?;
    let sight = rooms.sight_or_refuse(&room, &call.member()?.user_id).await?;
    let at_ms = i64::try_from(u64::from(request.ts.get())).unwrap_or(i64::MAX);
    let found = rooms.event_near(&room, &sight, at_ms, request.dir == Direction::Backward).await?;
    let event = found.ok_or_else(|| Error::not_found("There is no event on that side of this time."))?;
    let sent = MilliSecondsSinceUnixEpoch(millis(event.origin_server_ts));
    Ok(get_event_by_timestamp::v1::Response::new(event.event_id.clone(), sent))
}

pub(super) async fn resolve(rooms: &Rooms, room: &Room, token: &str) -> Result<i64> {
    match parse_gap(token, rooms.store.epoch())? {
        Gap::Seq(seq) => Ok(seq.min(room.last_seq())),
        Gap::Position(position) => rooms.seq_at(room, position).await,
    }
}

pub(super) fn push_events(
    out: &mut String,
    events: &[Arc<RoomEvent>],
    reader: Reader<'_>,
    sight: &Sight,
    attached: &Attached,
) {
    push_array(out, events, |out, event| {
        push_event(out, event, reader, Some(sight.membership_at(event.seq)), attached);
    });
}

/// The member events of those who speak in a page, each as it was when they last spoke in it: who
/// left afterwards is shown by the name that they spoke under.
async fn push_senders(
    rooms: &Rooms,
    room: &Room,
    out: &mut String,
    events: &[Arc<RoomEvent>],
    reader: Reader<'_>,
) -> Result<()> {
    let mut spoke: BTreeMap<&str, i64> = BTreeMap::new();
    for event in events {
        let at = if event.membership().is_some() { event.seq - 1 } else { event.seq };
        let last = spoke.entry(event.sender.as_str()).or_insert(at);
        *last = at.max(*last);
    }
    let now = room.state();
    let mut members = Vec::with_capacity(spoke.len());
    for (sender, at) in spoke {
        match now.member(sender) {
            Some(event) if event.seq <= at => members.push(event.clone()),
            _ => members.extend(rooms.state_event_at(room, "m.room.member", sender, at).await?),
        }
    }
    push_array(out, members, |out, event| push_event(out, &event, reader, None, &Attached::default()));
    Ok(())
}
