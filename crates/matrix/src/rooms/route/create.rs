//! Making rooms and giving them addresses.

use std::sync::Arc;

use hearth_http::{
    Access::{Member, Public},
    Call, Rate, Reply, Route, json,
};
use hearth_kernel::{Error, Result};
use ruma::api::client::{
    alias::{create_alias, delete_alias, get_alias},
    room::{aliases, create_room},
};
use serde_json::json;

use super::super::{Rooms, event::Membership, store};
use crate::endpoint::{endpoint, raw_endpoint};

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        raw_endpoint(rooms, Member, Rate::Writing, create),
        endpoint(rooms, Public, Rate::Reading, resolve),
        endpoint(rooms, Member, Rate::Writing, add_alias),
        endpoint(rooms, Member, Rate::Writing, remove_alias),
        endpoint(rooms, Member, Rate::Reading, list_aliases),
    ]
    .concat()
}

/// `POST /_matrix/client/v3/createRoom`
///
/// With the address, if it was given one, as clients know it of other servers.
async fn create(rooms: Arc<Rooms>, call: Call, request: create_room::v3::Request) -> Result<Reply> {
    let name = request.room_alias_name.clone();
    let mut made = json!({ "room_id": rooms.create(&call.member()?.user_id, request).await? });
    if let Some(name) = name {
        made["room_alias"] = format!("#{name}:{}", rooms.signer.server_name).into();
    }
    Ok(json(&made))
}

/// `GET /_matrix/client/v3/directory/room/{roomAlias}`
async fn resolve(rooms: Arc<Rooms>, _call: Call, request: get_alias::v3::Request) -> Result<get_alias::v3::Response> {
    let (room_id, _) = rooms.aliased(request.room_alias.as_str()).await?;
    Ok(get_alias::v3::Response::new(room_id, vec![rooms.signer.server_name.clone()]))
}

/// `PUT /_matrix/client/v3/directory/room/{roomAlias}`
async fn add_alias(
    rooms: Arc<Rooms>,
    call: Call,
    request: create_alias::v3::Request,
) -> Result<create_alias::v3::Response> {
    rooms.add_alias(&call.member()?.user_id, &request.room_alias, &request.room_id).await?;
    Ok(create_alias::v3::Response::new())
}

/// `DELETE /_matrix/client/v3/directory/room/{roomAlias}`
async fn remove_alias(
    rooms: Arc<Rooms>,
    call: Call,
    request: delete_alias::v3::Request,
) -> Result<delete_alias::v3::Response> {
    rooms.remove_alias(&call.member()?.user_id, &request.room_alias).await?;
    Ok(delete_alias::v3::Response::new())
}

/// `GET /_matrix/client/v3/rooms/{roomId}/aliases`
async fn list_aliases(rooms: Arc<Rooms>, call: Call, request: aliases::v3::Request) -> Result<aliases::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    let state = room.state();
    let is_in = state.membership(&call.member()?.user_id) == Some(Membership::Join);
    if !is_in && !state.is_world_readable() {
        return Err(Error::forbidden("You are not in this room."));
    }
    let aliases = store::aliases(&rooms.store, &room.id).await?;
    let aliases = aliases.into_iter().filter_map(|alias| ruma::OwnedRoomAliasId::try_from(alias).ok());
    Ok(aliases::v3::Response::new(aliases.collect()))
}
