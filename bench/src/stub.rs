//! A homeserver of one room that fails on purpose, to test that the checker notices.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::routing::{get, put};
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::sync::watch;

/// Receivers are named by their access token, events by their number.
#[derive(Clone, Copy)]
pub enum Fault {
    Lose {
        receiver: usize,
        event: usize,
    },
    Double {
        receiver: usize,
        event: usize,
    },
    /// Shows the event after the one that follows it.
    Swap {
        receiver: usize,
        event: usize,
    },
}

pub struct Stub {
    pub address: SocketAddr,
}

struct Room {
    faults: Vec<Fault>,
    /// Events that a sync shows at most.
    limit: usize,
    events: Mutex<usize>,
    news: watch::Sender<usize>,
}

type Parameters = Query<HashMap<String, String>>;

impl Stub {
    pub async fn start(faults: Vec<Fault>, limit: usize) -> Self {
        let room = Arc::new(Room { faults, limit, events: Mutex::new(0), news: watch::Sender::new(0) });
        let router = Router::new()
            .route("/_matrix/client/v3/rooms/{room}/send/{kind}/{transaction}", put(send))
            .route("/_matrix/client/v3/rooms/{room}/messages", get(messages))
            .route("/_matrix/client/v3/sync", get(sync))
            .with_state(room);
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address }
    }
}

impl Room {
    /// The events that a receiver is shown, in order; it only ever grows at its end.
    fn view(&self, headers: &HeaderMap, events: usize) -> Vec<usize> {
        let token = headers["authorization"].to_str().unwrap().trim_start_matches("Bearer ");
        let me: usize = token.parse().unwrap();
        let mut view = Vec::new();
        for event in 0..events {
            let fault = self.faults.iter().find(|fault| match fault {
                Fault::Lose { receiver, event: at } | Fault::Double { receiver, event: at } => {
                    *receiver == me && *at == event
                }
                Fault::Swap { receiver, event: at } => *receiver == me && (*at == event || at + 1 == event),
            });
            match fault {
                None => view.push(event),
                Some(Fault::Lose { .. }) => {}
                Some(Fault::Double { .. }) => view.extend([event, event]),
                Some(Fault::Swap { event: at, .. }) if *at == event => {}
                Some(Fault::Swap { event: at, .. }) => view.extend([at + 1, *at]),
            }
        }
        view
    }
}

fn event(number: &usize) -> Value {
    json!({ "event_id": format!("${number}"), "type": "m.room.message", "content": {} })
}

fn number(parameters: &Parameters, name: &str) -> Option<usize> {
    parameters.get(name).and_then(|value| value.parse().ok())
}

async fn send(State(room): State<Arc<Room>>) -> Json<Value> {
    let number = {
        let mut events = room.events.lock().unwrap();
        *events += 1;
        room.news.send_replace(*events);
        *events - 1
    };
    Json(json!({ "event_id": format!("${number}") }))
}

async fn sync(State(room): State<Arc<Room>>, parameters: Parameters, headers: HeaderMap) -> Json<Value> {
    let mut news = room.news.subscribe();
    let since = number(&parameters, "since");
    loop {
        let view = room.view(&headers, *news.borrow_and_update());
        let from = since.unwrap_or(view.len());
        if since.is_none() || view.len() > from {
            let start = from.max(view.len().saturating_sub(room.limit));
            let shown: Vec<Value> = view[start..].iter().map(event).collect();
            let timeline = json!({ "events": shown, "limited": start > from, "prev_batch": start.to_string() });
            return Json(json!({
                "next_batch": view.len().to_string(),
                "rooms": { "join": { "!room:stub": { "timeline": timeline } } },
            }));
        }
        news.changed().await.unwrap();
    }
}

async fn messages(State(room): State<Arc<Room>>, parameters: Parameters, headers: HeaderMap) -> Json<Value> {
    let view = room.view(&headers, *room.events.lock().unwrap());
    let from = number(&parameters, "from").unwrap();
    let to = number(&parameters, "to").unwrap_or(0);
    // Two a page, to have gaps of several pages.
    let start = to.max(from.saturating_sub(2));
    let chunk: Vec<Value> = view[start..from].iter().rev().map(event).collect();
    match start == to {
        true => Json(json!({ "chunk": chunk })),
        false => Json(json!({ "chunk": chunk, "end": start.to_string() })),
    }
}
