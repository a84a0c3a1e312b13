//! Reports to those who run the server.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Route};
use hearth_kernel::Result;
use ruma::api::client::{
    reporting::report_user,
    room::{report_content, report_room},
};

use super::super::Rooms;
use crate::endpoint::endpoint;

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        endpoint(rooms, Member, Rate::Writing, event),
        endpoint(rooms, Member, Rate::Writing, room),
        endpoint(rooms, Member, Rate::Writing, member),
    ]
    .concat()
}

/// `POST /_matrix/client/v3/rooms/{roomId}/report/{eventId}`
async fn event(
    rooms: Arc<Rooms>,
    call: Call,
    request: report_content::v3::Request,
) -> Result<report_content::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    let reason = request.reason.unwrap_or_default();
    rooms.report_event(&room, &call.member()?.user_id, &request.event_id, reason).await?;
    Ok(report_content::v3::Response::new())
}

/// `POST /_matrix/client/v3/rooms/{roomId}/report`
async fn room(rooms: Arc<Rooms>, call: Call, request: report_room::v3::Request) -> Result<report_room::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    rooms.report_room(&room, &call.member()?.user_id, request.reason).await?;
    Ok(report_room::v3::Response::new())
}

/// `POST /_matrix/client/v3/users/{userId}/report`
async fn member(rooms: Arc<Rooms>, call: Call, request: report_user::v3::Request) -> Result<report_user::v3::Response> {
    rooms.report_member(&request.user_id, &call.member()?.user_id, request.reason).await?;
    Ok(report_user::v3::Response::new())
}
