//! A member with one device, and what clients do with the Matrix API.

use std::io::Result;

use serde_json::{Value, json};

use super::{
    http::{Answer, Http},
    server::Address,
    soon,
};

const API: &str = "/_matrix/client/v3";
/// Of everybody who registers.
pub(crate) const PASSWORD: &str = "correct horse battery";
/// Events in one page: small enough that histories take several.
const PAGE: usize = 200;

/// Who talks to the server.
pub(crate) struct Member {
    pub(crate) user_id: String,
    pub(crate) device_id: String,
    pub(crate) token: String,
    http: Http,
}

/// A request as it goes to the server, so that it can be repeated.
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) body: Value,
}

impl Request {
    pub(crate) fn message(room: &str, transaction: &str, text: &str) -> Self {
        let path = format!("/rooms/{room}/send/m.room.message/{transaction}");
        Self { method: "PUT", path, body: json!({ "msgtype": "m.text", "body": text }) }
    }

    pub(crate) fn state(room: &str, kind: &str, key: &str, content: Value) -> Self {
        Self { method: "PUT", path: format!("/rooms/{room}/state/{kind}/{key}"), body: content }
    }

    pub(crate) fn receipt(room: &str, event_id: &str) -> Self {
        Self { method: "POST", path: format!("/rooms/{room}/receipt/m.read/{event_id}"), body: json!({}) }
    }

    /// A receipt, and the line up to which all is read.
    pub(crate) fn markers(room: &str, event_id: &str) -> Self {
        Self::post(format!("/rooms/{room}/read_markers"), json!({ "m.read": event_id, "m.fully_read": event_id }))
    }

    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self { method: "GET", path: path.into(), body: json!({}) }
    }

    pub(crate) fn post(path: impl Into<String>, body: Value) -> Self {
        Self { method: "POST", path: path.into(), body }
    }

    pub(crate) fn put(path: impl Into<String>, body: Value) -> Self {
        Self { method: "PUT", path: path.into(), body }
    }

    pub(crate) fn delete(path: impl Into<String>, body: Value) -> Self {
        Self { method: "DELETE", path: path.into(), body }
    }
}

impl Member {
    pub(crate) async fn register(address: &Address, name: &str) -> Self {
        let mut member = Self::stranger(address);
        let account = json!({ "username": name, "password": PASSWORD, "auth": { "type": "m.login.dummy" } });
        let session = member.done(&Request::post("/register", account)).await;
        member.signed_in(&session)
    }

    /// Somebody who has an account, on a new device.
    pub(crate) async fn sign_in(address: &Address, name: &str, password: &str) -> Self {
        let mut member = Self::stranger(address);
        let session = member.done(&Request::post("/login", proof(name, password))).await;
        member.signed_in(&session)
    }

    fn stranger(address: &Address) -> Self {
        let nothing = String::new;
        Self { user_id: nothing(), device_id: nothing(), token: nothing(), http: Http::new(address.clone()) }
    }

    fn signed_in(self, session: &Value) -> Self {
        let [user_id, device_id, token] = ["user_id", "device_id", "access_token"].map(|key| text(session, key));
        Self { user_id, device_id, token, http: self.http }
    }

    pub(crate) fn server_name(&self) -> &str {
        self.user_id.split_once(':').map_or("", |(_, name)| name)
    }

    /// The same device, at a server elsewhere.
    pub(crate) fn at(&self, address: &Address) -> Self {
        let (user_id, device_id, token) = (self.user_id.clone(), self.device_id.clone(), self.token.clone());
        Self { user_id, device_id, token, http: Http::new(address.clone()) }
    }

    pub(crate) async fn call(&mut self, request: &Request) -> Result<Answer> {
        self.http.call(request.method, &whole(&request.path), &self.token, Some(&request.body)).await
    }

    /// The same by another token, or by none.
    pub(crate) async fn call_by(&mut self, token: &str, request: &Request) -> Result<Answer> {
        self.http.call(request.method, &whole(&request.path), token, Some(&request.body)).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Answer> {
        self.http.call("GET", &whole(path), &self.token, None).await
    }

    /// What is new since a token, without waiting.
    pub(crate) async fn sync(&mut self, since: Option<&str>) -> Result<Answer> {
        let since = since.map_or_else(String::new, |since| format!("&since={since}"));
        self.get(&format!("/sync?timeout=0{since}")).await
    }

    /// What the server says to a request that must succeed.
    pub(crate) async fn done(&mut self, request: &Request) -> Value {
        let answer = soon(&request.path, self.call(request)).await;
        succeeded(&request.path, answer)
    }

    /// A connection that was kept over a restart is lost once; reading may always be tried again.
    pub(crate) async fn read(&mut self, path: &str) -> Value {
        let answer = match soon(path, self.get(path)).await {
            Err(_) => soon(path, self.get(path)).await,
            answer => answer,
        };
        succeeded(path, answer)
    }

    /// After a restart, before anything is asked for that may not be asked for twice.
    pub(crate) async fn connect_again(&mut self) {
        self.read("/account/whoami").await;
    }

    /// A room that anybody may join and whose state everybody may change.
    pub(crate) async fn create_room(&mut self) -> String {
        let levels = json!({ "state_default": 0 });
        let room = json!({ "preset": "public_chat", "power_level_content_override": levels });
        text(&self.done(&Request::post("/createRoom", room)).await, "room_id")
    }

    pub(crate) async fn join(&mut self, room: &str) {
        self.done(&Request::post(format!("/rooms/{room}/join"), json!({}))).await;
    }

    /// All events of a room, oldest first.
    pub(crate) async fn history(&mut self, room: &str) -> Vec<Value> {
        let mut events = Vec::new();
        let mut from = String::new();
        loop {
            let page = self.read(&format!("/rooms/{room}/messages?dir=f&limit={PAGE}{from}")).await;
            let chunk = list(&page["chunk"]);
            let Some(end) = page["end"].as_str().filter(|_| !chunk.is_empty()) else { return events };
            from = format!("&from={end}");
            events.extend(chunk.iter().cloned());
        }
    }
}

/// Most paths stand under the API's; what is not in the protocol yet has one of its own.
fn whole(path: &str) -> String {
    if path.starts_with("/_matrix/") { path.to_owned() } else { format!("{API}{path}") }
}

/// Who somebody is, by a password: to come in, and once more before something that matters.
pub(super) fn proof(user: &str, password: &str) -> Value {
    let who = json!({ "type": "m.id.user", "user": user });
    json!({ "type": "m.login.password", "identifier": who, "password": password })
}

/// Whether a token lets nobody in any more.
pub(super) fn is_ended(answer: &Answer) -> bool {
    answer.status == 401 && answer.body["errcode"] == "M_UNKNOWN_TOKEN"
}

fn succeeded(path: &str, answer: Result<Answer>) -> Value {
    let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.body
}

/// A text that must be there.
pub(crate) fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}")).to_owned()
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn ids(events: &[Value]) -> Vec<String> {
    events.iter().map(|event| text(event, "event_id")).collect()
}
