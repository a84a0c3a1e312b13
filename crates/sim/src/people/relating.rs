//! Saying something of what was said: reactions, edits, threads; and of rooms: addresses and tags.

use serde_json::{Value, json};

use super::{Person, acting::V3, pick};
use crate::network::{Line, Network, escaped};

const KEYS: [&str; 2] = ["+", "-"];
/// So few that several people want the same.
const ADDRESSES: u64 = 4;

impl Person {
    /// What the protocol refuses of it is a part of it: the second equal reaction, a thread in a thread.
    pub(super) async fn relate(&self, network: &Network, line: &Line, room: &str) {
        let recent: Vec<String> = {
            let memory = self.memory.lock();
            let Some(view) = memory.rooms.get(room) else { return };
            let said = view.events.iter().rev().filter(|event| event.state_key.is_none());
            said.take(6).map(|event| event.event_id.clone()).collect()
        };
        let Some(target) = pick(&self.acting, &recent) else { return };
        let relates_to = |rel_type: &str| json!({ "rel_type": rel_type, "event_id": target });
        let more = match self.acting.below(3) {
            0 => {
                let mut relates_to = relates_to("m.annotation");
                relates_to["key"] = pick(&self.acting, &KEYS).copied().into();
                json!({ "m.relates_to": relates_to })
            }
            1 => {
                json!({ "m.relates_to": relates_to("m.replace"), "m.new_content": { "msgtype": "m.text", "body": "better" } })
            }
            _ => json!({ "m.relates_to": relates_to("m.thread") }),
        };
        let message = self.word(network, room, None, more);
        self.say(network, line, &message).await;
    }

    /// Nobody takes an address away again, so that who had it first has it for ever.
    pub(super) async fn name_room(&self, network: &Network, line: &Line, room: &str) {
        let server = self.memory.lock().user_id.split_once(':').map_or("", |(_, server)| server).to_owned();
        let address = format!("#place{}:{server}", self.acting.below(ADDRESSES));
        let path = format!("{V3}/directory/room/{}", escaped(&address));
        let Some(answer) = line.put(&path, json!({ "room_id": room })).await else { return };
        if answer.status == http::StatusCode::OK {
            network.ledger.lock().addresses.entry(address).or_default().insert(room.to_owned());
        }
    }

    /// A piece of account data that the server changes by itself.
    pub(super) async fn tag(&self, network: &Network, line: &Line, room: &str) {
        let user_id = self.memory.lock().user_id.clone();
        let data = (user_id.clone(), Some(room.to_owned()), "m.tag".to_owned());
        network.ledger.lock().data.insert(data);
        let order: Value = (self.acting.below(10) as f64 / 10.0).into();
        let path = format!("{V3}/user/{}/rooms/{}/tags/u.{}", escaped(&user_id), escaped(room), self.acting.below(3));
        line.put(&path, json!({ "order": order })).await;
    }
}
