//! Upgrading a room.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Route};
use hearth_kernel::Result;
use ruma::api::client::room::upgrade_room;

use super::super::{Rooms, service::upgrade::Upgrade};
use crate::endpoint::endpoint;

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    endpoint(rooms, Member, Rate::Writing, upgrade)
}

/// `POST /_matrix/client/v3/rooms/{roomId}/upgrade`
async fn upgrade(
    rooms: Arc<Rooms>,
    call: Call,
    request: upgrade_room::v3::Request,
) -> Result<upgrade_room::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    let asked = Upgrade { version: request.new_version, additional_creators: request.additional_creators };
    let new_room_id = rooms.upgrade(&room, &call.member()?.user_id, asked).await?;
    Ok(upgrade_room::v3::Response::new(new_room_id))
}
