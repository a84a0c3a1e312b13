//! A room at a glance, for who looks in without syncing: its state and its last messages.

use std::{fmt::Write as _, sync::Arc};

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Result, limits};
use http::StatusCode;
use ruma::api::client::{filter::RoomEventFilter, peeking::get_current_state};

use super::{
    super::{
        Rooms,
        render::{Attached, push_array, push_event},
        service::read::PageAsked,
        store::directory,
    },
    read::push_events,
    state::reader,
};
use crate::{endpoint::raw_endpoint, token::gap};

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    raw_endpoint(rooms, Member, Rate::Reading, initial)
}

/// `GET /_matrix/client/v3/rooms/{roomId}/initialSync`
///
/// The protocol has put it aside; clients still ask it to look into rooms that the world may read.
async fn initial(rooms: Arc<Rooms>, call: Call, request: get_current_state::v3::Request) -> Result<Reply> {
    let member = &call.member()?.user_id;
    let room = rooms.room(&request.room_id).await?;
    let state = rooms.visible_state(&room, member).await?;
    let sight = rooms.sight_or_refuse(&room, member).await?;
    let (last, filter) = (room.last_seq(), RoomEventFilter::default());
    let asked =
        PageAsked { from: last, to: None, backwards: true, limit: limits::SYNC_TIMELINE_DEFAULT, filter: &filter };
    let mut page = rooms.page(&room, &sight, &asked).await?;
    page.events.reverse();
    let bundled = rooms.bundled(&room, &page.events, member).await?;
    let listed = if directory::is_listed(&rooms.store, &room.id).await? { "public" } else { "private" };
    let data = rooms.accounts.account_data_between(member, 0, rooms.store.position()).await?;
    let of_room = data.iter().filter(|piece| piece.room_id.as_deref() == Some(room.id.as_str()));

    let reader = reader(&rooms, &call)?;
    let mut out = format!("{{\"room_id\":\"{}\",\"visibility\":\"{listed}\"", room.id);
    if let Some(membership) = room.state().membership(member) {
        write!(out, ",\"membership\":\"{}\"", membership.name()).ok();
    }
    out.push_str(",\"messages\":{\"chunk\":");
    push_events(&mut out, &page.events, reader, &sight, &bundled);
    let start = page.events.first().map_or(last, |event| event.seq - 1);
    write!(out, ",\"start\":\"{}\",\"end\":\"{}\"}},\"state\":", gap(start), gap(last)).ok();
    push_array(&mut out, state.iter(), |out, event| push_event(out, event, reader, None, &Attached::default()));
    out.push_str(",\"account_data\":");
    push_array(&mut out, of_room, |out, piece| {
        let kind = serde_json::Value::from(piece.kind.as_str());
        write!(out, "{{\"type\":{kind},\"content\":{}}}", piece.content).ok();
    });
    out.push('}');
    Ok(json_bytes(StatusCode::OK, out))
}
