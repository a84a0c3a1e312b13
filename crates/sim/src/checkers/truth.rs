//! What is so: each room as its maker pages it, who was there from the first event and never left; and
//! what of it a member may see, by the protocol's rules, worked out anew from the events alone.

use std::{collections::BTreeMap, sync::Arc};

use hearth_http::testing::Door;
use serde_json::Value;

use crate::{
    network::escaped,
    people::{Person, view::Told},
};

const V3: &str = "/_matrix/client/v3";

/// All rooms, each from its first event to its last.
#[derive(Default)]
pub(super) struct Truth {
    pub(super) rooms: BTreeMap<String, Vec<Told>>,
}

impl Truth {
    /// Asks each maker, in both directions. The second part is what is wrong with the answers.
    pub(super) async fn ask(door: &Door, people: &[Arc<Person>]) -> (Self, Vec<String>) {
        let mut truth = Self::default();
        let mut faults = Vec::new();
        for person in people {
            let (user_id, token) = {
                let memory = person.memory.lock();
                (memory.user_id.clone(), memory.good_token())
            };
            let Some(token) = token else { continue };
            let door = door.with_token(&token);
            let joined = door.get(&format!("{V3}/joined_rooms")).await;
            let Some(joined) = joined.json["joined_rooms"].as_array() else {
                faults.push(format!("{} is not let in any more: {}", person.device, joined.text));
                continue;
            };
            for room in joined.iter().filter_map(Value::as_str) {
                let room_path = format!("{V3}/rooms/{}", escaped(room));
                let made = door.get(&format!("{room_path}/state/m.room.create/?format=event")).await;
                if made.json["sender"] != user_id.as_str() || truth.rooms.contains_key(room) {
                    continue;
                }
                let forwards = page(&door, &room_path, "f").await;
                let mut backwards = page(&door, &room_path, "b").await;
                backwards.reverse();
                let ids = |events: &[Told]| events.iter().map(|event| event.event_id.clone()).collect::<Vec<_>>();
                if ids(&forwards) != ids(&backwards) {
                    faults.push(format!("{room} is not the same backwards"));
                }
                truth.rooms.insert(room.to_owned(), forwards);
            }
        }
        (truth, faults)
    }

    /// Whether a room is the other or has come to it by upgrades, which take its addresses along. A room can be upgraded
    /// more than once.
    pub(super) fn leads_to(&self, room: &str, to: &str) -> bool {
        let tombstones = self.rooms.get(room).into_iter().flatten().filter(|event| event.kind == "m.room.tombstone");
        let mut next = tombstones.filter_map(|event| event.content["replacement_room"].as_str());
        room == to || next.any(|next| self.leads_to(next, to))
    }

    /// Each event's place in its room.
    pub(super) fn places(&self, room: &str) -> BTreeMap<&str, usize> {
        let events = self.rooms.get(room).into_iter().flatten();
        events.enumerate().map(|(at, event)| (event.event_id.as_str(), at)).collect()
    }

    /// The last membership of a member in a room.
    pub(super) fn membership(&self, room: &str, user_id: &str) -> Option<&str> {
        self.rooms.get(room)?.iter().rev().find_map(|event| event.membership_of(user_id))
    }
}

async fn page(door: &Door, room_path: &str, direction: &str) -> Vec<Told> {
    let mut events = Vec::new();
    let mut from = String::new();
    loop {
        let answer = door.get(&format!("{room_path}/messages?dir={direction}&limit=37{from}")).await;
        let chunk = answer.json["chunk"].as_array().cloned().unwrap_or_default();
        events.extend(chunk.iter().map(Told::read));
        match answer.json["end"].as_str() {
            Some(end) if !chunk.is_empty() => from = format!("&from={end}"),
            _ => return events,
        }
    }
}

/// History visibility, the more open the lower.
fn openness(setting: &str) -> u8 {
    match setting {
        "world_readable" => 0,
        "invited" => 2,
        "joined" => 3,
        _ => 1,
    }
}

/// The events that a member has been told of when all is told: those that they may see, up to where
/// they last left or declined to come back. None for who never was in the room.
pub(super) fn visible<'a>(timeline: &'a [Told], user_id: &str) -> Option<Vec<&'a Told>> {
    let mut before = Vec::with_capacity(timeline.len());
    let (mut setting, mut membership) = (1, "leave");
    let (mut last_in, mut last_left) = (None, 0);
    for (at, event) in timeline.iter().enumerate() {
        let own = event.membership_of(user_id);
        let next = match (event.kind.as_str(), event.state_key.as_deref()) {
            ("m.room.history_visibility", Some("")) => {
                openness(event.content["history_visibility"].as_str().unwrap_or("shared"))
            }
            _ => setting,
        };
        before.push((setting.min(next), membership, own.is_some()));
        if membership == "join" || own == Some("join") {
            last_in = Some(at);
        }
        if matches!(own, Some("leave" | "ban")) {
            last_left = at + 1;
        }
        (setting, membership) = (next, own.unwrap_or(membership));
    }
    let last_in = last_in?;
    let end = if membership == "join" { timeline.len() } else { last_left };
    let may_see = |at: &usize| {
        let (setting, membership, own) = before[*at];
        match setting {
            _ if own => true,
            0 => true,
            1 => *at <= last_in,
            2 => matches!(membership, "join" | "invite"),
            _ => membership == "join",
        }
    };
    Some((0..end).filter(may_see).map(|at| &timeline[at]).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(kind: &str, key: &str, content: &Value) -> Told {
        Told::read(
            &json!({ "event_id": format!("${kind}{content}"), "type": kind, "state_key": key, "content": content }),
        )
    }

    fn member(membership: &str) -> Told {
        told("m.room.member", "@me", &json!({ "membership": membership }))
    }

    #[test]
    fn each_setting_opens_its_own_stretch() {
        let message = || Told::read(&json!({ "type": "m.room.message" }));
        for (setting, expected) in [("world_readable", 8), ("shared", 8), ("invited", 7), ("joined", 6)] {
            let setting = told("m.room.history_visibility", "", &json!({ "history_visibility": setting }));
            let before = [message(), setting, message(), member("invite"), message()];
            let within = [member("join"), message(), member("leave"), message()];
            let events = [&before[..], &within[..]].concat();
            assert_eq!(visible(&events, "@me").map(|seen| seen.len()), Some(expected));
        }
        assert!(visible(&[message(), member("invite"), member("leave")], "@me").is_none());
    }
}
