//! What devices do with each other: messages that no room holds, and one-time keys.

use serde_json::{Value, json};

use super::{Memory, Note, Person, acting::V3, pick};
use crate::{
    ledger::Noted,
    network::{Line, Network, escaped},
};

const ALGORITHM: &str = "signed_curve25519";

impl Person {
    /// A new message to a device that there is.
    pub(super) async fn think_of_a_device(&self, network: &Network, line: &Line) {
        let devices: Vec<(String, String)> = network.ledger.lock().devices.iter().cloned().collect();
        let Some(to) = pick(&self.acting, &devices).cloned() else { return };
        let note = {
            let mut memory = self.memory.lock();
            let number = memory.count();
            let mark = format!("note-{}-{number}", self.device);
            let note = Note { txn: format!("note{number}"), to: to.clone(), mark: mark.clone() };
            memory.notes.push(note.clone());
            let mut ledger = network.ledger.lock();
            let asked = ledger.step();
            ledger.notes.insert(mark, Noted { to, asked, acknowledged: None });
            note
        };
        self.write_to_a_device(network, line, &note).await;
    }

    /// Asks once; what is not answered stays.
    pub(super) async fn write_to_a_device(&self, network: &Network, line: &Line, note: &Note) {
        let Note { txn, to: (member, device), mark } = note;
        let body = json!({ "messages": { member: { device: { "mark": mark } } } });
        let answer = line.put(&format!("{V3}/sendToDevice/org.example.note/{txn}"), body).await;
        if answer.is_none_or(|answer| answer.status != http::StatusCode::OK) {
            return;
        }
        let mut memory = self.memory.lock();
        memory.notes.retain(|waiting| waiting.txn != *txn);
        memory.told = Some(note.clone());
        let mut ledger = network.ledger.lock();
        let step = ledger.step();
        if let Some(noted) = ledger.notes.get_mut(mark) {
            noted.acknowledged.get_or_insert(step);
        }
    }

    /// Takes in what an answer tells this device alone.
    pub(super) fn take_notes(&self, network: &Network, memory: &mut Memory, answer: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        for event in answer["to_device"]["events"].as_array().into_iter().flatten() {
            let mark = event["content"]["mark"].as_str().unwrap_or_default().to_owned();
            if memory.inbox.heard.contains(&mark) {
                faults.push(format!("{mark} was told twice"));
            }
            memory.inbox.heard.push(mark);
        }
        memory.inbox.keys_left = answer["device_one_time_keys_count"][ALGORITHM].as_u64();
        if memory.inbox.keys_left.is_none() {
            faults.push("an answer does not say how many one-time keys are left".to_owned());
        }
        let joined = answer["rooms"]["join"].as_object().into_iter().flatten();
        for event in joined.flat_map(|(_, told)| told["timeline"]["events"].as_array().into_iter().flatten()) {
            let needs = &event["content"]["needs"];
            let mark = needs["note"].as_str().unwrap_or_default();
            if needs["device"] != self.device.as_str() || memory.inbox.has(mark) {
                continue;
            }
            let asked = network.ledger.lock().notes.get(mark).map_or(0, |noted| noted.asked);
            if asked > memory.signed_in_at {
                faults.push(format!("{} came before {needs}", event["event_id"]));
            }
        }
        faults
    }

    pub(super) async fn give_keys(&self, line: &Line) {
        let (first, count) = (self.memory.lock().count(), 1 + self.acting.below(4));
        let key = |number: u64| {
            let name = format!("{}-{first}-{number}", self.device);
            (format!("{ALGORITHM}:{name}"), json!({ "key": name, "signatures": {} }))
        };
        let keys: serde_json::Map<String, Value> = (0..count).map(key).collect();
        line.post(&format!("{V3}/keys/upload"), json!({ "one_time_keys": keys })).await;
    }

    pub(super) async fn take_a_key(&self, network: &Network, line: &Line) {
        let devices: Vec<(String, String)> = network.ledger.lock().devices.iter().cloned().collect();
        let Some((member, device)) = pick(&self.acting, &devices) else { return };
        let body = json!({ "one_time_keys": { member: { device: ALGORITHM } } });
        let Some(answer) = line.post(&format!("{V3}/keys/claim"), body).await else { return };
        let given = answer.json["one_time_keys"][member][device].as_object().into_iter().flatten();
        let given = given.map(|(name, _)| (name.clone(), self.device.clone()));
        network.ledger.lock().claimed.extend(given);
    }

    /// Each device has a key of its own for it: the member's is that of the device that came first, and the other one would have
    /// to prove who it is.
    pub(super) async fn set_a_signing_key(&self, network: &Network, line: &Line) {
        let user_id = self.memory.lock().user_id.clone();
        let (key, master) = self.signing_key(&user_id);
        let path = format!("{V3}/keys/device_signing/upload");
        let answer = line.post(&path, json!({ "master_key": master })).await;
        if answer.is_some_and(|answer| answer.status == http::StatusCode::OK) {
            network.ledger.lock().first_keys.entry(user_id).or_default().insert(key);
        }
    }

    /// The device's own, by itself and as it is told.
    pub(super) fn signing_key(&self, user_id: &str) -> (String, Value) {
        let key = format!("{:A<43}", self.device.replace('-', "/"));
        let keys = json!({ format!("ed25519:{key}"): key });
        let master = json!({ "user_id": user_id, "usage": ["master"], "keys": keys });
        (key, master)
    }

    /// Of a message, or of the room. Refused for who may not see it.
    pub(super) async fn report(&self, line: &Line, room: &str) {
        let recent = {
            let memory = self.memory.lock();
            memory.rooms.get(room).and_then(|view| Some(view.events.last()?.event_id.clone()))
        };
        let what = recent.filter(|_| self.acting.one_in(2)).map_or_else(String::new, |id| format!("/{}", escaped(&id)));
        let path = format!("{V3}/rooms/{}/report{what}", escaped(room));
        line.post(&path, json!({ "reason": "spam" })).await;
    }

    /// Reading of all sorts, of which nothing is expected but an answer.
    pub(super) async fn look_around(&self, line: &Line, room: Option<&str>) {
        let user_id = self.memory.lock().user_id.clone();
        let (recent, since) = {
            let memory = self.memory.lock();
            let recent =
                room.and_then(|room| memory.rooms.get(room)?.events.last().map(|event| event.event_id.clone()));
            (recent.unwrap_or_default(), memory.since.clone().unwrap_or_default())
        };
        let (room, recent) = (escaped(room.unwrap_or("!nowhere")), escaped(&recent));
        // Whole states come in no order, by which two runs of one seed would differ.
        let lazy = escaped(r#"{"lazy_load_members":true}"#);
        let v1 = "/_matrix/client/v1";
        let paths = [
            format!("{v1}/rooms/{room}/relations/{recent}?recurse=true"),
            format!("{v1}/rooms/{room}/threads"),
            format!("{v1}/rooms/{room}/hierarchy"),
            format!("{v1}/room_summary/{room}"),
            format!("{v1}/rooms/{room}/timestamp_to_event?ts=1767225600000&dir=f"),
            format!("{V3}/rooms/{room}/context/{recent}?limit=7&filter={lazy}"),
            format!("{V3}/rooms/{room}/aliases"),
            format!("{V3}/keys/changes?from={since}&to={since}"),
            format!("{V3}/publicRooms"),
            format!("{V3}/notifications?limit=5"),
            format!("{V3}/devices"),
            format!("{V3}/profile/{}", escaped(&user_id)),
        ];
        if let Some(path) = pick(&self.acting, &paths).filter(|_| self.acting.one_in(2)) {
            line.get(path).await;
            return;
        }
        let words = json!({ "room_events": { "search_term": "word", "event_context": {} } });
        let bodies = [
            ("search", json!({ "search_categories": words })),
            ("user_directory/search", json!({ "search_term": "a" })),
            ("keys/query", json!({ "device_keys": { user_id: [] } })),
        ];
        if let Some((path, body)) = pick(&self.acting, &bodies) {
            line.post(&format!("{V3}/{path}"), body.clone()).await;
        }
    }
}
