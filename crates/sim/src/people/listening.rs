//! Listening: one sync after another, with all sorts of limits and waits, and paging what was left out.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    Person, pick,
    view::{Past, Timeline},
};
use crate::network::{Line, Network, escaped};

const WAITS_MS: [u64; 4] = [0, 300, 5_000, 30_000];
const LIMITS: [u64; 7] = [1, 2, 3, 5, 10, 20, 100];

/// A device is set up anew once in so many syncs: it forgets all rooms and begins without a token.
const SET_UP_ANEW: u64 = 60;

impl Person {
    pub(super) async fn listen(&self, network: &Network) {
        loop {
            tokio::time::sleep(Duration::from_millis(self.listening.below(1_500))).await;
            if self.memory.lock().token.is_none() {
                continue;
            }
            let line = self.line(network, &self.listening);
            if self.listening.one_in(SET_UP_ANEW) {
                self.set_up_anew();
            }
            let wait_ms = pick(&self.listening, &WAITS_MS).copied().unwrap_or(0);
            self.sync(network, &line, wait_ms).await;
            if self.listening.one_in(3) {
                // The token may be another by now.
                let line = self.line(network, &self.listening);
                self.page(network, &line).await;
            }
        }
    }

    pub(super) fn set_up_anew(&self) {
        let mut memory = self.memory.lock();
        memory.since = None;
        memory.rooms.clear();
        memory.invitations.clear();
        memory.account_data.clear();
        let heard = std::mem::take(&mut memory.inbox.heard);
        memory.inbox.before.extend(heard);
    }

    /// Says whether there was anything new, if there was an answer.
    pub(super) async fn sync(&self, network: &Network, line: &Line, wait_ms: u64) -> Option<bool> {
        let (since, token) = {
            let memory = self.memory.lock();
            (memory.since.clone(), memory.token.clone())
        };
        let limit = pick(&self.listening, &LIMITS).copied().unwrap_or(1);
        let lazy = self.listening.one_in(4);
        let filter =
            json!({ "room": { "timeline": { "limit": limit }, "state": { "lazy_load_members": lazy } } }).to_string();
        let mut path = format!("/_matrix/client/v3/sync?timeout={wait_ms}&filter={}", escaped(&filter));
        if let Some(since) = &since {
            path.push_str(&format!("&since={since}"));
        }
        let pages_to_since = self.listening.one_in(2);
        let answer = line.get(&path).await?;
        // What comes for a device that was signed out meanwhile is nobody's.
        if answer.status != http::StatusCode::OK || self.memory.lock().token != token {
            return None;
        }
        let faults = self.take(network, since.as_deref(), pages_to_since, &answer.json);
        let mut ledger = network.ledger.lock();
        faults.into_iter().for_each(|fault| ledger.fault(format!("{}: {fault}", self.device)));
        Some(["rooms", "account_data", "to_device"].iter().any(|part| answer.json.get(part).is_some()))
    }

    /// Takes in one answer.
    fn take(&self, network: &Network, since: Option<&str>, pages_to_since: bool, answer: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        let mut memory = self.memory.lock();
        let user_id = memory.user_id.clone();
        memory.since = answer["next_batch"].as_str().map(str::to_owned);
        for event in events(&answer["account_data"]) {
            memory.account_data.insert(key(None, event), event["content"].to_string());
        }
        faults.extend(self.take_notes(network, &mut memory, answer));
        let past = |room: &str| {
            let may_have_left = network.ledger.lock().departed.contains(&(user_id.clone(), room.to_owned()));
            Past { since, may_have_left, pages_to_since }
        };
        for (room, told) in section(answer, "join") {
            memory.invitations.remove(room);
            for event in events(&told["account_data"]) {
                memory.account_data.insert(key(Some(room), event), event["content"].to_string());
            }
            let view = memory.rooms.entry(room.clone()).or_default();
            let fault = view.joined(Timeline::read(&told["timeline"]), &past(room));
            faults.extend(fault.map(|fault| format!("{room}: {fault}")));
            view.hear(&told["ephemeral"]);
        }
        for (room, _) in section(answer, "invite") {
            memory.invitations.insert(room.clone());
            // Out and invited back between two syncs: how one came out is not told, so that what was
            // known has an end that nothing can be put to.
            if memory.rooms.get(room).is_some_and(|view| view.is_joined) {
                memory.rooms.remove(room);
            }
        }
        for (room, told) in section(answer, "leave") {
            memory.invitations.remove(room);
            // Whoever has declined an invitation never was in the room.
            let Some(view) = memory.rooms.get_mut(room) else { continue };
            let fault = view.left(Timeline::read(&told["timeline"]), &past(room));
            faults.extend(fault.map(|fault| format!("{room}: {fault}")));
        }
        faults
    }

    /// One page into one gap, if there is a gap. Says whether there was one.
    pub(super) async fn page(&self, network: &Network, line: &Line) -> bool {
        let (token, (room, gap)) = {
            let memory = self.memory.lock();
            let gaps = memory.rooms.iter().filter_map(|(room, view)| Some((room.clone(), view.gaps.last()?.clone())));
            let gaps: Vec<_> = gaps.collect();
            let Some(found) = pick(&self.listening, &gaps) else { return false };
            (memory.token.clone(), found.clone())
        };
        let limit = pick(&self.listening, &LIMITS).copied().unwrap_or(1);
        let mut path = format!(
            "/_matrix/client/v3/rooms/{}/messages?dir=b&from={}&limit={limit}",
            escaped(&room),
            escaped(&gap.from)
        );
        if let Some(to) = &gap.to {
            path.push_str(&format!("&to={to}"));
        }
        let Some(answer) = line.get(&path).await else { return true };
        if self.memory.lock().token != token {
            return true;
        }
        let fault = match answer.status {
            http::StatusCode::OK => {
                self.memory.lock().rooms.get_mut(&room).and_then(|view| view.fill(&gap, &answer.json))
            }
            http::StatusCode::SERVICE_UNAVAILABLE => None,
            // The member has forgotten the room.
            http::StatusCode::FORBIDDEN if self.has_forgotten(network, &room) => {
                self.memory.lock().rooms.remove(&room);
                None
            }
            // It is being signed out.
            http::StatusCode::UNAUTHORIZED if self.memory.lock().is_leaving => None,
            status => Some(format!("a page is refused: {status} {}", answer.text)),
        };
        if let Some(fault) = fault {
            network.ledger.lock().fault(format!("{}: {room}: {fault}", self.device));
        }
        true
    }
}

impl Person {
    fn has_forgotten(&self, network: &Network, room: &str) -> bool {
        let user_id = self.memory.lock().user_id.clone();
        network.ledger.lock().forgotten.contains(&(user_id, room.to_owned()))
    }
}

fn section<'a>(answer: &'a Value, name: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    answer["rooms"][name].as_object().into_iter().flatten()
}

fn events(part: &Value) -> impl Iterator<Item = &Value> {
    part["events"].as_array().into_iter().flatten()
}

fn key(room: Option<&str>, event: &Value) -> (Option<String>, String) {
    (room.map(str::to_owned), event["type"].as_str().unwrap_or_default().to_owned())
}
