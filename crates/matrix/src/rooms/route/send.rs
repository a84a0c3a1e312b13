//! Sending and removing messages.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Error, Result};
use http::StatusCode;
use ruma::{
    EventId, OwnedEventId,
    api::client::{message::send_message_event, redact::redact_event},
    events::TimelineEventType,
};

use super::super::{
    Rooms,
    build::{Draft, parse_content},
    service::send::Transaction,
};
use crate::endpoint::raw_endpoint;

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [raw_endpoint(rooms, Member, Rate::Writing, send), raw_endpoint(rooms, Member, Rate::Writing, redact)].concat()
}

/// `PUT /_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}`
async fn send(rooms: Arc<Rooms>, call: Call, request: send_message_event::v3::Request) -> Result<Reply> {
    let content = parse_content(request.body.json().get())?;
    let room = rooms.room(&request.room_id).await?;
    let kind = TimelineEventType::from(request.event_type.to_string());
    let transaction = transaction(&call, "send", request.txn_id.as_str())?;
    if kind == TimelineEventType::RoomRedaction {
        let target = content.get("redacts").and_then(|id| id.as_str()).and_then(|id| EventId::parse(id).ok());
        let target = target.ok_or_else(|| Error::bad_json("A redaction names the event that it redacts."))?;
        let reason = content.get("reason").and_then(|reason| reason.as_str()).map(str::to_owned);
        return sent(rooms.redact(&room, transaction, &target, reason).await);
    }
    sent(rooms.send(&room, transaction, Draft::message(kind, content)).await)
}

/// `PUT /_matrix/client/v3/rooms/{roomId}/redact/{eventId}/{txnId}`
async fn redact(rooms: Arc<Rooms>, call: Call, request: redact_event::v3::Request) -> Result<Reply> {
    let room = rooms.room(&request.room_id).await?;
    let transaction = transaction(&call, "redact", request.txn_id.as_str())?;
    sent(rooms.redact(&room, transaction, &request.event_id, request.reason).await)
}

/// The scope of a transaction id is the device and the path, whatever the path's version prefix and
/// escapes: its decoded parts name it.
fn transaction(call: &Call, verb: &str, txn_id: &str) -> Result<Transaction> {
    if txn_id.len() > hearth_kernel::limits::ID_BYTES {
        return Err(Error::invalid_param("A transaction id is at most 255 bytes long."));
    }
    let parts = call.path.iter().map(|part| part.replace('%', "%25").replace('/', "%2F"));
    let path = format!("{verb}/{}", parts.collect::<Vec<_>>().join("/"));
    Ok(Transaction { caller: call.member()?.clone(), path, txn_id: txn_id.to_owned() })
}

fn sent(event_id: Result<OwnedEventId>) -> Result<Reply> {
    Ok(json_bytes(StatusCode::OK, format!("{{\"event_id\":\"{}\"}}", event_id?)))
}
