//! Forgetting a room.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Route};
use hearth_kernel::Result;
use ruma::api::client::membership::forget_room;

use super::super::Rooms;
use crate::endpoint::endpoint;

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    endpoint(rooms, Member, Rate::Writing, forget)
}

/// `POST /_matrix/client/v3/rooms/{roomId}/forget`
async fn forget(rooms: Arc<Rooms>, call: Call, request: forget_room::v3::Request) -> Result<forget_room::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    rooms.forget_room(&room, &call.member()?.user_id).await?;
    Ok(forget_room::v3::Response::new())
}
