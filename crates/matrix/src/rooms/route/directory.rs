//! The list of public rooms.

use std::sync::Arc;

use hearth_http::{
    Access::{Member, Public},
    Call, Rate, Reply, Route, json,
};
use hearth_kernel::{Error, Result, limits};
use http::Method;
use ruma::{
    OwnedServerName, UInt,
    api::client::{
        directory::{get_public_rooms, get_public_rooms_filtered, get_room_visibility, set_room_visibility},
        room::Visibility,
    },
    directory::{Filter, PublicRoomsChunk, RoomNetwork},
};

use serde_json::{Value, json};

use super::super::{
    Rooms,
    service::{directory::Listed, suggest::Suggested},
    store::directory,
};
use crate::endpoint::endpoint;

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        endpoint(rooms, Public, Rate::Reading, list),
        endpoint(rooms, Member, Rate::Reading, search),
        endpoint(rooms, Public, Rate::Reading, visibility),
        endpoint(rooms, Member, Rate::Writing, set_visibility),
        vec![suggestions(rooms)],
    ]
    .concat()
}

fn suggestions(rooms: &Arc<Rooms>) -> Route {
    Route::of(rooms, Method::GET, "/_hearth/rooms/suggested", Member, Rate::Reading, suggested)
}

/// `GET /_hearth/rooms/suggested`
///
/// Open rooms that the caller is not in, with the facts that speak for each.
async fn suggested(rooms: Arc<Rooms>, call: Call) -> Result<Reply> {
    let found = rooms.suggested(&call.member()?.user_id).await?;
    let rooms: Vec<Value> = found
        .into_iter()
        .map(|Suggested { summary, known, talking, is_new }| {
            json!({
                "room_id": summary.room_id,
                "name": summary.name.or_else(|| summary.canonical_alias.map(String::from)),
                "topic": summary.topic,
                "avatar_url": summary.avatar_url,
                "members": summary.num_joined_members,
                "known": known,
                "talking": talking,
                "is_new": is_new,
            })
        })
        .collect();
    Ok(json(&json!({ "rooms": rooms })))
}

/// `GET /_matrix/client/v3/publicRooms`
async fn list(
    rooms: Arc<Rooms>,
    _call: Call,
    request: get_public_rooms::v3::Request,
) -> Result<get_public_rooms::v3::Response> {
    check_server(&rooms, request.server)?;
    let page = Page::parse(request.since.as_deref(), request.limit)?;
    let listed = rooms.public_rooms(&Filter::new(), page.skip, page.take).await?;
    let (total, next, prev) = (UInt::try_from(listed.total).ok(), page.next(&listed), page.prev());
    let mut response = get_public_rooms::v3::Response::new(chunk(listed));
    (response.total_room_count_estimate, response.next_batch, response.prev_batch) = (total, next, prev);
    Ok(response)
}

/// `POST /_matrix/client/v3/publicRooms`
async fn search(
    rooms: Arc<Rooms>,
    _call: Call,
    request: get_public_rooms_filtered::v3::Request,
) -> Result<get_public_rooms_filtered::v3::Response> {
    check_server(&rooms, request.server)?;
    let page = Page::parse(request.since.as_deref(), request.limit)?;
    let mut response = get_public_rooms_filtered::v3::Response::new();
    // There are no bridges to other networks.
    if let RoomNetwork::ThirdParty(_) = request.room_network {
        return Ok(response);
    }
    let listed = rooms.public_rooms(&request.filter, page.skip, page.take).await?;
    response.total_room_count_estimate = UInt::try_from(listed.total).ok();
    (response.next_batch, response.prev_batch) = (page.next(&listed), page.prev());
    response.chunk = chunk(listed);
    Ok(response)
}

/// `GET /_matrix/client/v3/directory/list/room/{roomId}`
async fn visibility(
    rooms: Arc<Rooms>,
    _call: Call,
    request: get_room_visibility::v3::Request,
) -> Result<get_room_visibility::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    let listed = directory::is_listed(&rooms.store, &room.id).await?;
    let visibility = if listed { Visibility::Public } else { Visibility::Private };
    Ok(get_room_visibility::v3::Response::new(visibility))
}

/// `PUT /_matrix/client/v3/directory/list/room/{roomId}`
async fn set_visibility(
    rooms: Arc<Rooms>,
    call: Call,
    request: set_room_visibility::v3::Request,
) -> Result<set_room_visibility::v3::Response> {
    let room = rooms.room(&request.room_id).await?;
    let listed = match request.visibility {
        Visibility::Public => true,
        Visibility::Private => false,
        other => return Err(Error::invalid_param(format!("A room is public or private in the list, not {other}."))),
    };
    rooms.list_room(&room, &call.member()?.user_id, listed).await?;
    Ok(set_room_visibility::v3::Response::new())
}

fn check_server(rooms: &Rooms, server: Option<OwnedServerName>) -> Result<()> {
    match server {
        Some(server) if server != rooms.signer.server_name => {
            Err(Error::not_found(format!("This server knows nothing of the rooms of {server}.")))
        }
        _ => Ok(()),
    }
}

fn chunk(listed: Listed) -> Vec<PublicRoomsChunk> {
    listed.rooms.into_iter().map(PublicRoomsChunk::from).collect()
}

/// A page by how many rooms stand before it: `p` and a number.
struct Page {
    skip: usize,
    take: usize,
}

impl Page {
    fn parse(since: Option<&str>, limit: Option<UInt>) -> Result<Self> {
        let skip =
            since.filter(|since| !since.is_empty()).map_or(Some(0), |since| since.strip_prefix('p')?.parse().ok());
        let skip = skip.ok_or_else(|| Error::invalid_param("This is not a token of the list of rooms."))?;
        let asked = limit.and_then(|limit| usize::try_from(limit).ok()).filter(|limit| *limit > 0);
        Ok(Self { skip, take: asked.unwrap_or(limits::DIRECTORY_PAGE).min(limits::DIRECTORY_PAGE) })
    }

    fn next(&self, listed: &Listed) -> Option<String> {
        let told = self.skip.saturating_add(listed.rooms.len());
        (told < listed.total && !listed.rooms.is_empty()).then(|| format!("p{told}"))
    }

    fn prev(&self) -> Option<String> {
        (self.skip > 0).then(|| format!("p{}", self.skip.saturating_sub(self.take)))
    }
}
