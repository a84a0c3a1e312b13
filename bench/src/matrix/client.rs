//! One member's client: a session and a connection.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use anyhow::{Context, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use super::answer::{Claimed, Page, Registered, Room, Sent, Uploaded};
use crate::http::{Body, Connection, Method, Response};

/// How long clients let a sync wait.
pub const LONG_POLL: Duration = Duration::from_secs(30);

/// What may stand in a path segment or a query value as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Everybody's here.
const PASSWORD: &str = "a long enough passphrase 4711";

/// Message bodies are filled up to this length.
const MESSAGE_BYTES: usize = 120;

#[derive(Clone, Debug, Default)]
pub struct Session {
    pub token: String,
    pub user_id: String,
    pub device_id: String,
}

/// The server answered, and said no.
#[derive(Debug)]
pub struct Refused {
    pub status: u16,
    what: String,
    body: String,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: answered {} {}", self.what, self.status, self.body)
    }
}

impl std::error::Error for Refused {}

pub struct Client {
    connection: Connection,
    session: Session,
}

impl Client {
    pub fn new(server: SocketAddr, session: Session) -> Self {
        Self::from_source(server, session, Ipv4Addr::LOCALHOST)
    }

    /// A client whose connection comes from the given loopback address.
    pub fn from_source(server: SocketAddr, session: Session, source: Ipv4Addr) -> Self {
        Self { connection: Connection::new(server, source), session }
    }

    /// POST /_matrix/client/v3/register
    pub async fn register(server: SocketAddr, name: &str) -> Result<Session> {
        let auth = json!({ "type": "m.login.dummy" });
        let body = json!({ "auth": auth, "username": name, "password": PASSWORD });
        Self::begin(server, "/_matrix/client/v3/register", &body.to_string()).await
    }

    /// POST /_matrix/client/v3/login, on a connection of its own.
    pub async fn log_in(server: SocketAddr, name: &str, device: &str) -> Result<Session> {
        let who = json!({ "type": "m.id.user", "user": name });
        let body = json!({ "type": "m.login.password", "identifier": who, "password": PASSWORD, "device_id": device });
        Self::begin(server, "/_matrix/client/v3/login", &body.to_string()).await
    }

    async fn begin(server: SocketAddr, path: &str, body: &str) -> Result<Session> {
        let mut client = Self::new(server, Session::default());
        let response = client.connection.call(Method::Post, path, None, Some(Body::json(body))).await?;
        let Registered { access_token, user_id, device_id } = serde_json::from_slice(&accepted(path, response)?)?;
        Ok(Session { token: access_token, user_id, device_id })
    }

    /// POST /_matrix/client/v3/createRoom, with a room that anyone may join.
    pub async fn create_room(&mut self) -> Result<String> {
        let body = json!({ "preset": "public_chat" }).to_string();
        let answer = self.call(Method::Post, "/_matrix/client/v3/createRoom", Some(&body)).await?;
        Ok(serde_json::from_slice::<Room>(&answer)?.room_id)
    }

    /// POST /_matrix/client/v3/rooms/{room}/join
    pub async fn join(&mut self, room: &str) -> Result<()> {
        let path = format!("/_matrix/client/v3/rooms/{}/join", escape(room));
        self.call(Method::Post, &path, Some("{}")).await?;
        Ok(())
    }

    /// PUT /_hearth/privacy/notice/retention, Hearth's own: the member was shown what the engine is for.
    pub async fn take_notice(&mut self) -> Result<()> {
        let register = self.call(Method::Get, "/_hearth/privacy/register", None).await?;
        let register: serde_json::Value = serde_json::from_slice(&register).context("the register")?;
        let purposes = register["purposes"].as_array().context("the register's purposes")?;
        let retention = purposes.iter().find(|purpose| purpose["purpose"] == "retention").context("retention")?;
        let body = serde_json::json!({ "version": retention["version"], "language": register["language"] });
        self.call(Method::Put, "/_hearth/privacy/notice/retention", Some(&body.to_string())).await?;
        Ok(())
    }

    /// PUT /_matrix/client/v3/rooms/{room}/send/m.room.message/{transaction}; gives the event's id.
    pub async fn send(&mut self, room: &str, transaction: u64) -> Result<String> {
        let path = format!("/_matrix/client/v3/rooms/{}/send/m.room.message/t{transaction}", escape(room));
        // Nothing in the text needs escaping.
        let body = format!(r#"{{"msgtype":"m.text","body":"{}"}}"#, message_text(transaction));
        let answer = self.call(Method::Put, &path, Some(&body)).await?;
        let sent: Sent = serde_json::from_slice(&answer).context("answer of send")?;
        Ok(sent.event_id.into_owned())
    }

    /// GET /_matrix/client/v3/sync; gives the answer's bytes, to be read as a [`super::Sync`].
    pub async fn sync(&mut self, since: Option<&str>, timeout: Duration, filter: &str) -> Result<Vec<u8>> {
        let mut path = format!("/_matrix/client/v3/sync?timeout={}&filter={}", timeout.as_millis(), escape(filter));
        if let Some(since) = since {
            path.push_str("&since=");
            path.extend(utf8_percent_encode(since, PLAIN));
        }
        self.call(Method::Get, &path, None).await
    }

    /// GET /_matrix/client/v3/rooms/{room}/messages, backwards from `from` (or the end) and not beyond `to`.
    /// Hands each event to `each` and gives the token of the next page.
    pub async fn messages(
        &mut self,
        room: &str,
        from: Option<&str>,
        to: Option<&str>,
        limit: usize,
        mut each: impl FnMut(&super::Event),
    ) -> Result<Option<String>> {
        let mut path = format!("/_matrix/client/v3/rooms/{}/messages?dir=b&limit={limit}", escape(room));
        for (name, token) in [("&from=", from), ("&to=", to)] {
            if let Some(token) = token {
                path.push_str(name);
                path.extend(utf8_percent_encode(token, PLAIN));
            }
        }
        let answer = self.call(Method::Get, &path, None).await?;
        let page: Page = serde_json::from_slice(&answer).context("answer of messages")?;
        page.chunk.iter().for_each(&mut each);
        // Some servers give a token at the beginning too; an empty page is the end whatever it says.
        Ok(page.end.filter(|_| !page.chunk.is_empty()).map(String::from))
    }

    /// POST /_matrix/client/v3/keys/upload, with one-time keys of these numbers. Servers look at their shape only.
    pub async fn upload_keys(&mut self, numbers: impl Iterator<Item = u64>) -> Result<()> {
        let Session { user_id, device_id, .. } = &self.session;
        let key = |number| {
            let signatures = json!({ user_id: { format!("ed25519:{device_id}"): "A".repeat(86) } });
            (format!("signed_curve25519:K{number}"), json!({ "key": "B".repeat(43), "signatures": signatures }))
        };
        let keys: serde_json::Map<_, _> = numbers.map(key).collect();
        let body = json!({ "one_time_keys": keys }).to_string();
        self.call(Method::Post, "/_matrix/client/v3/keys/upload", Some(&body)).await?;
        Ok(())
    }

    /// POST /_matrix/client/v3/keys/claim, one key of each device; gives the ids of those that were left.
    pub async fn claim_keys(&mut self, user_id: &str, devices: &[String]) -> Result<Vec<String>> {
        let asked: serde_json::Map<_, _> =
            devices.iter().map(|device| (device.clone(), "signed_curve25519".into())).collect();
        let body = json!({ "one_time_keys": { user_id: asked } }).to_string();
        let answer = self.call(Method::Post, "/_matrix/client/v3/keys/claim", Some(&body)).await?;
        let Claimed { one_time_keys } = serde_json::from_slice(&answer).context("answer of a claim")?;
        let devices = one_time_keys.into_values().flat_map(HashMap::into_values);
        Ok(devices.flat_map(HashMap::into_keys).collect())
    }

    /// PUT /_matrix/client/v3/sendToDevice/m.room.encrypted/{transaction}, the same to each of these devices.
    pub async fn send_to_devices(&mut self, to: &[Session], transaction: u64) -> Result<()> {
        let path = format!("/_matrix/client/v3/sendToDevice/m.room.encrypted/t{transaction}");
        let content = json!({ "algorithm": "m.olm.v1.curve25519-aes-sha2", "ciphertext": message_text(transaction) });
        let one = |device: &Session| (device.user_id.clone(), json!({ &device.device_id: content }));
        let messages: serde_json::Map<_, _> = to.iter().map(one).collect();
        let body = json!({ "messages": messages }).to_string();
        self.call(Method::Put, &path, Some(&body)).await?;
        Ok(())
    }

    /// POST /_matrix/media/v3/upload; gives what names the file in other calls: server and id.
    pub async fn upload(&mut self, content_type: &str, bytes: &[u8]) -> Result<String> {
        let path = "/_matrix/media/v3/upload";
        let body = Some(Body { content_type, bytes });
        let response = self.connection.call(Method::Post, path, Some(&self.session.token), body).await?;
        let Uploaded { content_uri } = serde_json::from_slice(&accepted(path, response)?)?;
        let name = content_uri.strip_prefix("mxc://").context("an upload was answered without an mxc: address")?;
        Ok(name.to_owned())
    }

    /// GET /_matrix/client/v1/media/thumbnail/{server}/{media}, 320 by 240 at most; gives its bytes.
    pub async fn thumbnail(&mut self, media: &str) -> Result<Vec<u8>> {
        let path = format!("/_matrix/client/v1/media/thumbnail/{media}?width=320&height=240&method=scale");
        self.call(Method::Get, &path, None).await
    }

    async fn call(&mut self, method: Method, path: &str, body: Option<&str>) -> Result<Vec<u8>> {
        let body = body.map(Body::json);
        let response = self.connection.call(method, path, Some(&self.session.token), body).await?;
        accepted(path, response)
    }
}

/// A message of the set length that names its transaction.
pub fn message_text(transaction: u64) -> String {
    let mut text = format!("{transaction} ");
    text.extend("the quick brown fox jumps over the lazy dog; ".chars().cycle().take(MESSAGE_BYTES - text.len()));
    text
}

fn accepted(what: &str, response: Response) -> Result<Vec<u8>> {
    if response.status == 200 {
        return Ok(response.body);
    }
    let body = String::from_utf8_lossy(&response.body).chars().take(300).collect();
    Err(Refused { status: response.status, what: what.to_owned(), body }.into())
}

fn escape(text: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(text, PLAIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_have_the_set_length() {
        for transaction in [0, 77, u64::MAX] {
            assert_eq!(message_text(transaction).len(), MESSAGE_BYTES);
        }
    }

    #[test]
    fn ids_are_escaped_in_paths() {
        assert_eq!(escape("!a+b:localhost").to_string(), "%21a%2Bb%3Alocalhost");
    }
}
