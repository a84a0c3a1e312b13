//! Nobody reacts twice with the same; edits and threads are told with what they relate to; an address is the
//! room's that had it first.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Evidence;
use crate::{network::escaped, people::view::Told};

/// What a message says of another.
fn relation(event: &Told) -> Option<(&str, &str)> {
    let relates_to = &event.content["m.relates_to"];
    Some((relates_to["rel_type"].as_str()?, relates_to["event_id"].as_str()?))
}

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (room, timeline) in &evidence.truth.rooms {
        let mut known = BTreeSet::new();
        for event in timeline {
            let Some(("m.annotation", target)) = relation(event) else { continue };
            let key = event.content["m.relates_to"]["key"].as_str();
            if !known.insert((&event.sender, target, key)) {
                faults.push(format!("{room}: {} reacted twice to {target} with {key:?}", event.sender));
            }
        }
    }
    let shared = evidence.ledger.addresses.iter().filter(|(_, rooms)| rooms.len() > 1);
    faults.extend(shared.map(|(address, rooms)| format!("{address} was given to {rooms:?}")));
    faults
}

/// What the maker of each room is told with each message.
pub(super) async fn check_settled(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (room, timeline) in &evidence.truth.rooms {
        let Some(maker) = timeline.first().map(|event| event.sender.as_str()) else { continue };
        let of = |person: &&std::sync::Arc<crate::people::Person>| person.memory.lock().user_id == maker;
        let Some(person) = evidence.people.iter().find(of) else { continue };
        let door = evidence.door.with_token(&person.memory.lock().token.clone().unwrap_or_default());
        let by_target = by_target(timeline);
        for target in timeline {
            let Some(related) = by_target.get(target.event_id.as_str()) else { continue };
            let path = format!("/_matrix/client/v3/rooms/{}/event/{}", escaped(room), escaped(&target.event_id));
            let answer = door.get(&path).await;
            let told = &answer.json["unsigned"]["m.relations"];
            let replies =
                related.iter().filter(|event| relation(event).is_some_and(|(kind, _)| kind == "m.thread")).count();
            let told_replies = told["m.thread"]["count"].as_u64().unwrap_or(0);
            if usize::try_from(told_replies) != Ok(replies) {
                faults.push(format!("{room}: {} has {replies} replies, told are {told_replies}", target.event_id));
            }
            let edit = last_edit(target, related);
            if told["m.replace"]["event_id"].as_str() != edit {
                let told = &told["m.replace"]["event_id"];
                faults.push(format!("{room}: {} was edited by {edit:?}, told is {told}", target.event_id));
            }
        }
    }
    for (address, rooms) in &evidence.ledger.addresses {
        let answer = evidence.door.get(&format!("/_matrix/client/v3/directory/room/{}", escaped(address))).await;
        let led = answer.json["room_id"].as_str().unwrap_or_default();
        // One that was given before an upgrade went along; the old room may be given others.
        if !rooms.iter().any(|room| evidence.truth.leads_to(room, led)) {
            faults.push(format!("{address} was given to {rooms:?} and leads to {}", answer.text));
        }
    }
    faults
}

/// The messages that relate to each other one, in the order of the room.
fn by_target(timeline: &[Told]) -> BTreeMap<&str, Vec<&Told>> {
    let mut by_target: BTreeMap<&str, Vec<&Told>> = BTreeMap::new();
    for event in timeline {
        if let Some((_, target)) = relation(event) {
            by_target.entry(target).or_default().push(event);
        }
    }
    by_target
}

/// An edit counts that its target's sender made, of a message that was not removed and is no edit itself.
fn last_edit<'a>(target: &Told, related: &[&'a Told]) -> Option<&'a str> {
    let is_removed = target.content.as_object().is_none_or(serde_json::Map::is_empty);
    if is_removed || target.state_key.is_some() || relation(target).is_some_and(|(kind, _)| kind == "m.replace") {
        return None;
    }
    let counts = |event: &&&Told| {
        relation(event).is_some_and(|(kind, _)| kind == "m.replace")
            && event.sender == target.sender
            && event.kind == target.kind
            && event.content.get("m.new_content").is_some_and(Value::is_object)
    };
    related.iter().rev().find(counts).map(|event| event.event_id.as_str())
}
