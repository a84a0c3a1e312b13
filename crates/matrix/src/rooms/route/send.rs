//! Sending and removing messages.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Error, Result, id};
use http::{Method, StatusCode};
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
use crate::endpoint::{PREFIXES, parse, raw_endpoint};

pub(super) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    let mut routes =
        [raw_endpoint(rooms, Member, Rate::Writing, send), raw_endpoint(rooms, Member, Rate::Writing, redact)].concat();
    for prefix in PREFIXES {
        let at = |path: &str| format!("{prefix}/rooms/{{room_id}}/{path}");
        routes.push(Route::of(rooms, Method::POST, at("send/{event_type}"), Member, Rate::Writing, send_unnamed));
        routes.push(Route::of(rooms, Method::POST, at("redact/{event_id}"), Member, Rate::Writing, redact_unnamed));
    }
    routes
}

/// `POST …/send/{eventType}`: without a transaction's id, as the protocol had it in its beginnings and suites still ask. It
/// is said as often as it is asked for.
async fn send_unnamed(rooms: Arc<Rooms>, call: Call) -> Result<Reply> {
    let call = named(&rooms, call);
    let request = parse(&call)?;
    send(rooms, call, request).await
}

/// `POST …/redact/{eventId}`, the same.
async fn redact_unnamed(rooms: Arc<Rooms>, call: Call) -> Result<Reply> {
    let call = named(&rooms, call);
    let request = parse(&call)?;
    redact(rooms, call, request).await
}

/// The call with a transaction of its own.
fn named(rooms: &Rooms, mut call: Call) -> Call {
    call.path.push(id::letters(&rooms.context.rng, TRANSACTION_LETTERS));
    call.method = Method::PUT;
    call
}

const TRANSACTION_LETTERS: usize = 16;

/// `PUT /_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}`
async fn send(rooms: Arc<Rooms>, call: Call, request: send_message_event::v3::Request) -> Result<Reply> {
    refuse_delay(&call)?;
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

/// What is to be said later must not be said at once.
pub(super) fn refuse_delay(call: &Call) -> Result<()> {
    match call.query("org.matrix.msc4140.delay") {
        None => Ok(()),
        Some(_) => Err(Error::invalid_param("This server sends nothing later; leave the delay out to send it now.")),
    }
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
