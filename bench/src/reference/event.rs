//! Builds, hashes and signs an event as the Matrix specification asks of a homeserver.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// An id of the usual length, for the event before the first and for the auth events.
pub const NO_EVENT: &str = "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

pub struct Signer(SigningKey);

pub struct Event {
    pub id: String,
    pub json: String,
}

impl Signer {
    /// With a fixed key: nobody is to be convinced by these signatures.
    pub fn new() -> Self {
        Self(SigningKey::from_bytes(&[7; 32]))
    }

    pub fn build(&self, room: &str, kind: &str, content: Map<String, Value>, previous: &str) -> Event {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut event = json!({
            "auth_events": [NO_EVENT, NO_EVENT, NO_EVENT],
            "content": content,
            "depth": 1234,
            "origin_server_ts": now.as_millis() as u64,
            "prev_events": [previous],
            "room_id": room,
            "sender": "@somebody:localhost",
            "type": kind,
        });
        // A JSON object here keeps its keys sorted and prints without spaces: that is the canonical form.
        let content_hash = STANDARD_NO_PAD.encode(Sha256::digest(event.to_string()));
        event["hashes"] = json!({ "sha256": content_hash });

        // Signature and id cover the redacted event. Of a message that is all but its content.
        let mut redacted = event.clone();
        redacted["content"] = json!({});
        let redacted = redacted.to_string();
        let id = format!("${}", URL_SAFE_NO_PAD.encode(Sha256::digest(&redacted)));
        let signature = STANDARD_NO_PAD.encode(self.0.sign(redacted.as_bytes()).to_bytes());
        event["signatures"] = json!({ "localhost": { "ed25519:1": signature } });
        Event { id, json: event.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::message_text;

    #[test]
    fn an_event_has_the_size_of_a_real_one_and_an_id_of_its_own() {
        let signer = Signer::new();
        let content = |number| {
            let content = json!({ "msgtype": "m.text", "body": message_text(number) });
            content.as_object().unwrap().clone()
        };
        let room = "!abcdefghijklmnopqr:localhost";
        let first = signer.build(room, "m.room.message", content(1), NO_EVENT);
        let second = signer.build(room, "m.room.message", content(2), &first.id);
        assert_eq!(first.id.len(), NO_EVENT.len());
        assert_ne!(first.id, second.id);
        assert!(second.json.contains(&first.id));
        assert!((650..800).contains(&first.json.len()), "{} bytes", first.json.len());
    }
}
