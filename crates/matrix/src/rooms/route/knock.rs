//! Knocking at a room.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Route};
use hearth_kernel::Result;
use ruma::api::client::knock::knock_room;

use super::super::Rooms;
use crate::endpoint::endpoint;

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    endpoint(rooms, Member, Rate::Writing, knock)
}

/// `POST /_matrix/client/v3/knock/{roomIdOrAlias}`
async fn knock(rooms: Arc<Rooms>, call: Call, request: knock_room::v3::Request) -> Result<knock_room::v3::Response> {
    let room_id = rooms.resolve(&request.room_id_or_alias).await?;
    let room = rooms.room(&room_id).await?;
    rooms.knock(&room, &call.member()?.user_id, request.reason.as_deref()).await?;
    Ok(knock_room::v3::Response::new(room_id))
}
