//! Receipts, read markers and typing notices.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result};
use ruma::{
    EventId, RoomId,
    api::client::{
        read_marker::set_read_marker,
        receipt::create_receipt::{self, v3::ReceiptType},
        typing::create_typing_event,
    },
    events::receipt::ReceiptThread,
};
use serde::Deserialize;
use serde_json::json;

use super::super::{Rooms, event::Membership, room::Room, service::receipt::Reading};
use crate::endpoint::{endpoint, paths};

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        endpoint(rooms, Member, Rate::Writing, receipt),
        endpoint(rooms, Member, Rate::Writing, markers),
        paths::<create_typing_event::v3::Request, _, _, _>(rooms, Member, Rate::Writing, typing),
    ]
    .concat()
}

/// How long somebody types who does not say it, in milliseconds.
const TYPES_FOR_MS: u64 = 30_000;

/// The protocol's own type asks for a time that the protocol does not ask for.
#[derive(Deserialize)]
struct Typing {
    typing: bool,
    timeout: Option<u64>,
}

const PUBLIC: &str = "m.read";
const PRIVATE: &str = "m.read.private";

/// `POST /_matrix/client/v3/rooms/{roomId}/receipt/{receiptType}/{eventId}`
async fn receipt(
    rooms: Arc<Rooms>,
    call: Call,
    request: create_receipt::v3::Request,
) -> Result<create_receipt::v3::Response> {
    let (room, member) = joined(&rooms, &call, &request.room_id).await?;
    let thread = match &request.thread {
        ReceiptThread::Unthreaded => String::new(),
        thread => {
            let is_thread = |id: &&str| *id == "main" || (EventId::parse(*id).is_ok() && !id.contains('\0'));
            let thread = thread.as_str().filter(is_thread).map(str::to_owned);
            thread.ok_or_else(|| Error::invalid_param("This is not a thread's id."))?
        }
    };
    let mut reading = Reading { receipts: Vec::new(), fully_read: None };
    match request.receipt_type {
        ReceiptType::Read => reading.receipts.push((PUBLIC, thread, &request.event_id)),
        ReceiptType::ReadPrivate => reading.receipts.push((PRIVATE, thread, &request.event_id)),
        ReceiptType::FullyRead if thread.is_empty() => reading.fully_read = Some(&request.event_id),
        ReceiptType::FullyRead => return Err(Error::invalid_param("m.fully_read has no threads.")),
        _ => return Err(Error::invalid_param("There is no such kind of receipt.")),
    }
    rooms.read_up_to(&room, &member, reading).await?;
    Ok(create_receipt::v3::Response::new())
}

/// `POST /_matrix/client/v3/rooms/{roomId}/read_markers`
async fn markers(
    rooms: Arc<Rooms>,
    call: Call,
    request: set_read_marker::v3::Request,
) -> Result<set_read_marker::v3::Response> {
    let (room, member) = joined(&rooms, &call, &request.room_id).await?;
    let public = request.read_receipt.as_deref().map(|event_id| (PUBLIC, String::new(), event_id));
    let private = request.private_read_receipt.as_deref().map(|event_id| (PRIVATE, String::new(), event_id));
    let reading =
        Reading { receipts: public.into_iter().chain(private).collect(), fully_read: request.fully_read.as_deref() };
    if reading.receipts.is_empty() && reading.fully_read.is_none() {
        return Ok(set_read_marker::v3::Response::new());
    }
    rooms.read_up_to(&room, &member, reading).await?;
    Ok(set_read_marker::v3::Response::new())
}

/// `PUT /_matrix/client/v3/rooms/{roomId}/typing/{userId}`
async fn typing(rooms: Arc<Rooms>, call: Call) -> Result<Reply> {
    let Typing { typing, timeout } = call.json()?;
    let [room_id, user_id] = call.path.as_slice() else {
        return Err(Error::invalid_param("The path names a room and a member."));
    };
    let room_id = RoomId::parse(room_id).map_err(|_| Error::invalid_param("This is not a room's id."))?;
    let (room, member) = joined(&rooms, &call, &room_id).await?;
    if **user_id != *member {
        return Err(Error::forbidden("You can only say that you yourself are typing."));
    }
    rooms.set_typing(&room, &member, typing.then_some(timeout.unwrap_or(TYPES_FOR_MS)))?;
    Ok(json(&json!({})))
}

async fn joined(rooms: &Rooms, call: &Call, room_id: &ruma::RoomId) -> Result<(Arc<Room>, Arc<str>)> {
    let member = call.member()?.user_id.clone();
    let room = rooms.room(room_id).await?;
    if room.state().membership(&member) != Some(Membership::Join) {
        return Err(Error::forbidden("You are not in this room."));
    }
    Ok((room, member))
}
