//! What a device keeps on the server for itself: a rule of its member's, and the key of a conversation in their backup.

use hearth_http::testing::Answer;
use serde_json::{Value, json};

use super::{Person, acting::V3};
use crate::network::{Line, Network};

/// Better than all before, or the server keeps what it has.
const FIRST_INDEX: u64 = 1_000_000;

impl Person {
    /// Notifies by a word that is the device's own.
    pub(super) async fn set_a_rule(&self, network: &Network, line: &Line) {
        let word = format!("rule-{}-{}", self.device, self.memory.lock().count());
        let path = format!("{V3}/pushrules/global/content/{}", self.device);
        let body = json!({ "pattern": word, "actions": ["notify"] });
        self.keep_at(network, line, path, body, "/pattern", &word).await;
    }

    /// A backup is begun by the member's first device, where there is none.
    pub(super) async fn back_a_key_up(&self, network: &Network, line: &Line) {
        let versions = format!("{V3}/room_keys/version");
        let Some(mut current) = line.get(&versions).await else { return };
        if current.status == http::StatusCode::NOT_FOUND && !self.is_second() {
            let begun = json!({ "algorithm": "m.megolm_backup.v1.curve25519-aes-sha2", "auth_data": {} });
            let Some(made) = line.post(&versions, begun).await else { return };
            current = made;
        }
        let Some(version) = current.json["version"].as_str() else { return };
        let number = self.memory.lock().count();
        let word = format!("key-{}-{number}", self.device);
        let path = format!("{V3}/room_keys/keys/!room/{}?version={version}", self.device);
        let body = json!({
            "first_message_index": FIRST_INDEX - number, "forwarded_count": 0, "is_verified": true,
            "session_data": { "ciphertext": word },
        });
        self.keep_at(network, line, path, body, "/session_data/ciphertext", &word).await;
    }

    /// Noted before it is asked for, and once more when it is acknowledged.
    async fn keep_at(&self, network: &Network, line: &Line, path: String, body: Value, at: &'static str, word: &str) {
        let key = (self.device.clone(), path.clone());
        network.ledger.lock().kept.entry(key.clone()).or_default().ask(at, word);
        let answer: Option<Answer> = line.put(&path, body).await;
        if answer.is_some_and(|answer| answer.status == http::StatusCode::OK)
            && let Some(kept) = network.ledger.lock().kept.get_mut(&key)
        {
            kept.acknowledge(word);
        }
    }
}
