//! Moving about: asking to be let in, forgetting where one was, taking a room to another version, saying whether one is here,
//! signing out and in.

use std::time::Duration;

use hearth_http::testing::Answer;
use serde_json::json;

use super::{
    Person,
    acting::V3,
    keeping::{PUSHERS, listing},
    pick,
    signing_in::proof,
};
use crate::network::{Line, Network, escaped};

const PRESENCES: [&str; 3] = ["online", "unavailable", "offline"];
/// A room goes to a new one so often, or nobody would find the others any more.
const ROOMS: usize = 8;

impl Person {
    /// Whoever made the room may let them in; they may also think better of it.
    pub(super) async fn knock(&self, network: &Network, line: &Line) {
        let rooms = network.ledger.lock().noticeboard.clone();
        let Some(room) = pick(&self.acting, &rooms).map(|room| escaped(room)) else { return };
        line.post(&format!("{V3}/knock/{room}"), json!({ "reason": "it is me" })).await;
    }

    /// A room that one is out of. Another of the member's devices finds out when it asks for more of it.
    pub(super) async fn forget(&self, network: &Network, line: &Line) {
        let (user_id, left) = {
            let memory = self.memory.lock();
            let left = memory.rooms.iter().filter(|(_, view)| !view.is_joined).map(|(room, _)| room.clone());
            (memory.user_id.clone(), left.collect::<Vec<_>>())
        };
        let Some(room) = pick(&self.acting, &left) else { return };
        network.ledger.lock().forgotten.insert((user_id, room.clone()));
        let answer = line.post(&format!("{V3}/rooms/{}/forget", escaped(room)), json!({})).await;
        if answer.is_some_and(|answer| answer.status == http::StatusCode::OK) {
            let mut memory = self.memory.lock();
            // Back in meanwhile: what is told since is not what was forgotten.
            if memory.rooms.get(room).is_some_and(|view| !view.is_joined) {
                memory.rooms.remove(room);
            }
        }
    }

    /// The old room says where the new one is and takes nothing more. Whoever made it does so, and is in both.
    pub(super) async fn upgrade(&self, network: &Network, line: &Line, room: &str, version: &str) {
        let is_enough = network.ledger.lock().noticeboard.len() >= ROOMS;
        if is_enough || self.is_creator(room) != Some(true) {
            return;
        }
        network.ledger.lock().moves(room, &listing(room));
        let path = format!("{V3}/rooms/{}/upgrade", escaped(room));
        let Some(answer) = line.post(&path, json!({ "new_version": version })).await else { return };
        if let Some(replacement) = answer.json["replacement_room"].as_str() {
            let mut ledger = network.ledger.lock();
            ledger.noticeboard.push(replacement.to_owned());
            ledger.moves(replacement, &listing(replacement));
        }
    }

    pub(super) async fn say_whether_here(&self, line: &Line) {
        let (user_id, number) = {
            let mut memory = self.memory.lock();
            (memory.user_id.clone(), memory.count())
        };
        let presence = pick(&self.acting, &PRESENCES).copied().unwrap_or("online");
        let body = json!({ "presence": presence, "status_msg": format!("status {number}") });
        line.put(&format!("{V3}/presence/{}/status", escaped(&user_id)), body).await;
    }

    /// A second device goes once it has nothing to say any more. The first one stays, as the member's witness.
    pub(super) async fn leave_the_server(&self, network: &Network) {
        {
            let mut memory = self.memory.lock();
            if !self.is_second() || !memory.outbox.is_empty() || !memory.notes.is_empty() {
                return;
            }
            memory.is_leaving = true;
        }
        self.sign_in(network).await;
    }

    /// Until the server says that it knows the token no more. The device has forgotten everything then.
    pub(super) async fn sign_out(&self, network: &Network) {
        loop {
            let line = self.line(network, &self.acting);
            let answer = match self.acting.one_in(2) {
                true => line.post(&format!("{V3}/logout"), json!({})).await,
                false => {
                    let auth = proof(self.name, &self.some_password(network));
                    line.delete(&format!("{V3}/devices/{}", self.device), json!({ "auth": auth })).await
                }
            };
            let is_out = |answer: Answer| matches!(answer.refusal(), (200, _) | (401, "M_UNKNOWN_TOKEN"));
            if answer.is_some_and(is_out) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(self.acting.below(2_000))).await;
        }
        self.set_up_anew();
        if let Some(pusher) = network.ledger.lock().kept.get_mut(&(self.device.clone(), PUSHERS.to_owned())) {
            pusher.end();
        }
        let mut memory = self.memory.lock();
        (memory.token, memory.refresh_token, memory.is_leaving) = (None, None, false);
        // What a transaction was answered is known to a device as long as it is signed in.
        memory.sent.clear();
        memory.inbox.keys_left = None;
    }
}
