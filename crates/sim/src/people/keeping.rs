//! What a device keeps on the server for itself: a rule of its member's, the key of a conversation in their backup, where it is
//! woken, a device that sleeps, whether a room is listed.

use hearth_http::testing::Answer;
use serde_json::json;

use super::{Person, acting::V3, pick};
use crate::{
    ledger::Kept,
    network::{Line, Network, escaped},
};

/// Where a member's pushers are listed, those of all devices.
pub(crate) const PUSHERS: &str = "/_matrix/client/v3/pushers";
const ASLEEP: &str = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device";

/// Better than all before, or the server keeps what it has.
const FIRST_INDEX: u64 = 1_000_000;

impl Person {
    /// Notifies by a word that is the device's own.
    pub(super) async fn set_a_rule(&self, network: &Network, line: &Line) {
        let word = format!("rule-{}-{}", self.device, self.memory.lock().count());
        let path = format!("{V3}/pushrules/global/content/{}", self.device);
        let asking = line.put(&path, json!({ "pattern": word, "actions": ["notify"] }));
        self.keep_at(network, &path, "/pattern", &word, asking).await;
    }

    /// Its gateway is nobody. It goes with the device.
    pub(super) async fn set_a_pusher(&self, network: &Network, line: &Line) {
        let word = format!("pusher-{}-{}", self.device, self.memory.lock().count());
        let path = format!("{PUSHERS}/set");
        let asking = line.post(
            &path,
            json!({
                "kind": "http", "app_id": "org.example", "pushkey": self.device, "app_display_name": "App",
                "device_display_name": word, "lang": "en",
                "data": { "url": "https://push.example/_matrix/push/v1/notify" },
            }),
        );
        self.keep_at(network, PUSHERS, "/device_display_name", &word, asking).await;
    }

    /// In the place of the one before. There is one for all of a member's devices, of which the first sees to it.
    pub(super) async fn leave_a_device_asleep(&self, network: &Network, line: &Line) {
        if self.is_second() {
            return;
        }
        let (user_id, number) = {
            let mut memory = self.memory.lock();
            (memory.user_id.clone(), memory.count())
        };
        let word = format!("asleep-{}-{number}", self.device);
        let keys = json!({ format!("ed25519:{word}"): "key" });
        let asking = line.put(
            ASLEEP,
            json!({
                "device_id": word, "device_data": { "algorithm": "org.example", "word": word },
                "device_keys": { "user_id": user_id, "device_id": word, "algorithms": [], "keys": keys, "signatures": {} },
            }),
        );
        self.keep_at(network, ASLEEP, "/device_data/word", &word, asking).await;
    }

    /// Whoever made a room says whether it stands in the list. What becomes of that with a room that takes its place is not
    /// followed, so a room may begin with either.
    pub(super) async fn list_a_room(&self, network: &Network, line: &Line, room: &str) {
        let is_moved = network.ledger.lock().moved.contains(room);
        if is_moved || self.is_second() || self.is_creator(room) != Some(true) {
            return;
        }
        let path = listing(room);
        let key = (self.device.clone(), path.clone());
        network.ledger.lock().kept.entry(key).or_insert_with(|| Kept::beginning_with(&["private", "public"]));
        let word = pick(&self.acting, &["public", "private"]).copied().unwrap_or("public");
        let asking = line.put(&path, json!({ "visibility": word }));
        self.keep_at(network, &path, "/visibility", word, asking).await;
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
        let asking = line.put(&path, body);
        self.keep_at(network, &path, "/session_data/ciphertext", &word, asking).await;
    }

    /// Noted before it is asked for, and once more when it is acknowledged. `path` is where it is read.
    async fn keep_at(
        &self,
        network: &Network,
        path: &str,
        at: &'static str,
        word: &str,
        asking: impl Future<Output = Option<Answer>> + Send,
    ) {
        let key = (self.device.clone(), path.to_owned());
        network.ledger.lock().kept.entry(key.clone()).or_default().ask(at, word);
        let answer = asking.await;
        if answer.is_some_and(|answer| answer.status == http::StatusCode::OK)
            && let Some(kept) = network.ledger.lock().kept.get_mut(&key)
        {
            kept.acknowledge(word);
        }
    }
}

/// Where it is said whether a room stands in the list.
pub(super) fn listing(room: &str) -> String {
    format!("{V3}/directory/list/room/{}", escaped(room))
}
