//! Rooms from outside: one room's summary, the tree of a space, the rooms that one shares with somebody.

use std::sync::Arc;

use hearth_http::{
    Access::{Member, PublicOrMember},
    Call, Rate, Route,
};
use hearth_kernel::{Error, Result, limits};
use ruma::{
    OwnedRoomId, UInt,
    api::client::{membership::get_mutual_rooms, room::get_summary, space::get_hierarchy},
    events::room::member::MembershipState,
};

use super::super::{
    Rooms,
    service::hierarchy::{Found, Walk},
    summary::summary,
};
use crate::endpoint::endpoint;

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        endpoint(rooms, PublicOrMember, Rate::Reading, one),
        endpoint(rooms, Member, Rate::Reading, hierarchy),
        endpoint(rooms, Member, Rate::Reading, mutual),
        endpoint(rooms, Member, Rate::Reading, mutual_unstable),
    ]
    .concat()
}

/// `GET /_matrix/client/v1/room_summary/{roomIdOrAlias}`
async fn one(rooms: Arc<Rooms>, call: Call, request: get_summary::v1::Request) -> Result<get_summary::v1::Response> {
    let caller = call.caller.as_ref().map(|caller| &*caller.user_id);
    let visitor = rooms.visitor(caller).await?;
    let room = rooms.room_from_outside(&visitor, &request.room_id_or_alias).await?;
    let state = room.state();
    let mut response = get_summary::v1::Response::new(summary(&room, &state));
    let membership = |user_id| state.membership(user_id).map_or("leave", |membership| membership.name());
    response.membership = caller.map(|user_id| MembershipState::from(membership(user_id)));
    Ok(response)
}

/// `GET /_matrix/client/v1/rooms/{roomId}/hierarchy`
async fn hierarchy(
    rooms: Arc<Rooms>,
    call: Call,
    request: get_hierarchy::v1::Request,
) -> Result<get_hierarchy::v1::Response> {
    let asked = request.limit.map_or(limits::HIERARCHY_PAGE, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
    if asked == 0 {
        return Err(Error::invalid_param("A page holds at least one room."));
    }
    // The token says how many rooms were told, and of what walk.
    let depth = request.max_depth.map(u64::from);
    let walk_name = format!("{}_{}", depth.map_or_else(String::new, |depth| depth.to_string()), request.suggested_only);
    let skip = match &request.from {
        None => 0,
        Some(token) => {
            let told = token.strip_prefix('h').and_then(|rest| rest.split_once('_'));
            let told = told.filter(|(_, name)| *name == walk_name).and_then(|(told, _)| told.parse().ok());
            told.ok_or_else(|| Error::invalid_param("This token is not of this walk through the space."))?
        }
    };
    let take = asked.min(limits::HIERARCHY_PAGE);
    let walk = Walk { skip, take, max_depth: depth, suggested_only: request.suggested_only };
    let visitor = rooms.visitor(Some(&call.member()?.user_id)).await?;
    let Found { rooms, next } = rooms.hierarchy(request.room_id, &visitor, &walk).await?;
    let mut response = get_hierarchy::v1::Response::new();
    response.rooms = rooms;
    response.next_batch = next.map(|told| format!("h{told}_{walk_name}"));
    Ok(response)
}

/// `GET /_matrix/client/v1/mutual_rooms`
async fn mutual(
    rooms: Arc<Rooms>,
    call: Call,
    request: get_mutual_rooms::v1::Request,
) -> Result<get_mutual_rooms::v1::Response> {
    let (count, joined, next) = shared(&rooms, &call, request.user_id.as_str(), request.from.as_deref()).await?;
    let mut response = get_mutual_rooms::v1::Response::new(UInt::try_from(count).unwrap_or_default(), joined);
    response.next_batch = next;
    Ok(response)
}

/// `GET /_matrix/client/unstable/uk.half-shot.msc2666/user/mutual_rooms`
async fn mutual_unstable(
    rooms: Arc<Rooms>,
    call: Call,
    request: get_mutual_rooms::unstable::Request,
) -> Result<get_mutual_rooms::unstable::Response> {
    let (_, joined, next) = shared(&rooms, &call, request.user_id.as_str(), request.from.as_deref()).await?;
    let mut response = get_mutual_rooms::unstable::Response::new(joined);
    response.next_batch = next;
    Ok(response)
}

/// How many rooms there are, those of this page, and the token of the next one: its last room's id.
async fn shared(
    rooms: &Rooms,
    call: &Call,
    with: &str,
    from: Option<&str>,
) -> Result<(usize, Vec<OwnedRoomId>, Option<String>)> {
    let caller = &call.member()?.user_id;
    if **caller == *with {
        return Err(Error::invalid_param("With yourself you share every room."));
    }
    if from.is_some_and(|from| ruma::RoomId::parse(from).is_err()) {
        return Err(Error::invalid_param("This is not a token of this list."));
    }
    let all = rooms.mutual_rooms(caller, with).await?;
    let rest = all.iter().filter(|room_id| from.is_none_or(|from| room_id.as_str() > from));
    let mut page: Vec<_> = rest.take(limits::MUTUAL_ROOMS_PAGE + 1).cloned().collect();
    let has_more = page.len() > limits::MUTUAL_ROOMS_PAGE;
    page.truncate(limits::MUTUAL_ROOMS_PAGE);
    let next = page.last().filter(|_| has_more).map(ToString::to_string);
    Ok((all.len(), page, next))
}
