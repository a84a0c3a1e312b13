//! Coming and going.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Route};
use hearth_kernel::{Error, Result};
use ruma::api::client::membership::{
    ban_user,
    invite_user::{self, v3::InvitationRecipient},
    join_room_by_id, join_room_by_id_or_alias, joined_rooms, kick_user, leave_room, unban_user,
};

use super::super::Rooms;
use crate::endpoint::endpoint;

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        endpoint(rooms, Member, Rate::Writing, join),
        endpoint(rooms, Member, Rate::Writing, join_by_alias),
        endpoint(rooms, Member, Rate::Writing, leave),
        endpoint(rooms, Member, Rate::Writing, invite),
        endpoint(rooms, Member, Rate::Writing, kick),
        endpoint(rooms, Member, Rate::Writing, ban),
        endpoint(rooms, Member, Rate::Writing, unban),
        endpoint(rooms, Member, Rate::Reading, joined),
    ]
    .concat()
}

/// `POST /_matrix/client/v3/rooms/{roomId}/join`
async fn join(
    rooms: Arc<Rooms>,
    call: Call,
    request: join_room_by_id::v3::Request,
) -> Result<join_room_by_id::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    rooms.join(&room, &call.member()?.user_id, request.reason.as_deref()).await?;
    Ok(join_room_by_id::v3::Response::new(room.id.clone()))
}

/// `POST /_matrix/client/v3/join/{roomIdOrAlias}`
async fn join_by_alias(
    rooms: Arc<Rooms>,
    call: Call,
    request: join_room_by_id_or_alias::v3::Request,
) -> Result<join_room_by_id_or_alias::v3::Response> {
    let room_id = rooms.resolve(&request.room_id_or_alias).await?;
    let room = rooms.room(&room_id).await?;
    rooms.join(&room, &call.member()?.user_id, request.reason.as_deref()).await?;
    Ok(join_room_by_id_or_alias::v3::Response::new(room_id))
}

/// `POST /_matrix/client/v3/rooms/{roomId}/leave`
async fn leave(rooms: Arc<Rooms>, call: Call, request: leave_room::v3::Request) -> Result<leave_room::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    rooms.leave(&room, &call.member()?.user_id, request.reason.as_deref()).await?;
    Ok(leave_room::v3::Response::new())
}

/// `POST /_matrix/client/v3/rooms/{roomId}/invite`
async fn invite(rooms: Arc<Rooms>, call: Call, request: invite_user::v3::Request) -> Result<invite_user::v3::Response> {
    let InvitationRecipient::UserId(whom) = &request.recipient else {
        return Err(Error::forbidden("This server invites people by their member id only."));
    };
    let room = rooms.room(&request.room_id).await?;
    rooms.invite(&room, &call.member()?.user_id, &whom.user_id, whom.reason.as_deref()).await?;
    Ok(invite_user::v3::Response::new())
}

/// `POST /_matrix/client/v3/rooms/{roomId}/kick`
async fn kick(rooms: Arc<Rooms>, call: Call, request: kick_user::v3::Request) -> Result<kick_user::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    rooms.kick(&room, &call.member()?.user_id, &request.user_id, request.reason.as_deref()).await?;
    Ok(kick_user::v3::Response::new())
}

/// `POST /_matrix/client/v3/rooms/{roomId}/ban`
async fn ban(rooms: Arc<Rooms>, call: Call, request: ban_user::v3::Request) -> Result<ban_user::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    rooms.ban(&room, &call.member()?.user_id, &request.user_id, request.reason.as_deref()).await?;
    Ok(ban_user::v3::Response::new())
}

/// `POST /_matrix/client/v3/rooms/{roomId}/unban`
async fn unban(rooms: Arc<Rooms>, call: Call, request: unban_user::v3::Request) -> Result<unban_user::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    rooms.unban(&room, &call.member()?.user_id, &request.user_id, request.reason.as_deref()).await?;
    Ok(unban_user::v3::Response::new())
}

/// `GET /_matrix/client/v3/joined_rooms`
async fn joined(
    rooms: Arc<Rooms>,
    call: Call,
    _request: joined_rooms::v3::Request,
) -> Result<joined_rooms::v3::Response> {
    let joined = rooms.joined_rooms(&call.member()?.user_id).await?;
    Ok(joined_rooms::v3::Response::new(joined.into_iter().map(|room| room.room_id).collect()))
}
