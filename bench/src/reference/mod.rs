//! The reference handler: the least that an honest server can do for a send. It reads the JSON body, builds an
//! event, hashes and signs it, and answers when it is on disk; it knows no users, rooms' rules or readers. A real
//! homeserver is measured against it to tell its own cost from that of the machine's disk and processor.

mod committer;
mod event;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};

use anyhow::Result;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{self, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::put;
use serde_json::{Map, Value};

use committer::{Committer, Row};
use event::Signer;

struct Handler {
    committer: Committer,
    signer: Signer,
    /// Serialises what a room must serialise: each event names the one before it.
    last_event: Mutex<String>,
}

/// Serves until it is killed, with its database in `folder`.
pub async fn serve(listen: SocketAddr, folder: &Path) -> Result<()> {
    let handler = Arc::new(Handler {
        committer: Committer::start(&folder.join("reference.db"))?,
        signer: Signer::new(),
        last_event: Mutex::new(event::NO_EVENT.to_owned()),
    });
    let router =
        Router::new().route("/_matrix/client/v3/rooms/{room}/send/{kind}/{transaction}", put(send)).with_state(handler);
    let listener = tokio::net::TcpListener::bind(listen).await?;
    println!("ready http://{listen}");
    // Without it an answer waits for the acknowledgement of the one before.
    let listener = axum::serve::ListenerExt::tap_io(listener, |stream| {
        let _ = stream.set_nodelay(true);
    });
    Ok(axum::serve(listener, router).await?)
}

/// PUT /_matrix/client/v3/rooms/{room}/send/{kind}/{transaction}
async fn send(
    State(handler): State<Arc<Handler>>,
    extract::Path((room, kind, _transaction)): extract::Path<(String, String, String)>,
    body: Bytes,
) -> impl IntoResponse {
    let json = [(header::CONTENT_TYPE, "application/json")];
    let Ok(content) = serde_json::from_slice::<Map<String, Value>>(&body) else {
        return (StatusCode::BAD_REQUEST, json, r#"{"errcode":"M_BAD_JSON"}"#.to_owned());
    };
    let (event_id, stored) = {
        // A poisoned lock means that building an event panicked; nothing after it can be right.
        let mut last_event = handler.last_event.lock().expect("no event failed before");
        let event = handler.signer.build(&room, &kind, content, &last_event);
        last_event.clone_from(&event.id);
        let stored = handler.committer.queue(Row { event_id: event.id.clone(), room, event: event.json });
        (event.id, stored)
    };
    let Some(stored) = stored else {
        return (StatusCode::TOO_MANY_REQUESTS, json, r#"{"errcode":"M_LIMIT_EXCEEDED"}"#.to_owned());
    };
    match stored.await {
        Ok(()) => (StatusCode::OK, json, format!(r#"{{"event_id":"{event_id}"}}"#)),
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, json, r#"{"errcode":"M_UNKNOWN"}"#.to_owned()),
    }
}
