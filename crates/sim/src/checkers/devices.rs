//! Messages to devices come once and in order, and none is lost; a one-time key is given once; the number of
//! those that are left is told; a member has one first signing key, with the signatures that were acknowledged.

use std::collections::BTreeMap;

use serde_json::json;

use super::Evidence;
use crate::ledger::Noted;

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut given: BTreeMap<&str, usize> = BTreeMap::new();
    evidence.ledger.claimed.iter().for_each(|(key, _)| *given.entry(key).or_default() += 1);
    let twice = given.iter().filter(|(_, times)| **times > 1);
    faults.extend(twice.map(|(key, times)| format!("the one-time key {key} was given {times} times")));
    for person in evidence.people {
        let memory = person.memory.lock();
        let notes: Vec<(&str, Option<&Noted>)> =
            memory.inbox.heard.iter().map(|mark| (mark.as_str(), evidence.ledger.notes.get(mark))).collect();
        for (at, (mark, noted)) in notes.iter().enumerate() {
            let Some(noted) = noted.filter(|noted| noted.to.1 == person.device) else {
                faults.push(format!("{} was told {mark}, which was for somebody else", person.device));
                continue;
            };
            // A later message must not have been acknowledged before an earlier one was asked for.
            let before = |(_, later): &&(&str, Option<&Noted>)| {
                later.and_then(|later| later.acknowledged).is_some_and(|step| step < noted.asked)
            };
            if let Some((later, _)) = notes[at..].iter().find(before) {
                faults.push(format!("{}: {later} was told after {mark}", person.device));
            }
        }
    }
    faults
}

/// The signing key that was acknowledged as a member's first is theirs, and there is no second first one. What a device has
/// signed of it stays when the device goes.
pub(super) async fn check_signing(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (member, acknowledged) in &evidence.ledger.first_keys {
        let of = |person: &&std::sync::Arc<crate::people::Person>| person.memory.lock().user_id == *member;
        let token = evidence.people.iter().filter(of).find_map(|person| person.memory.lock().good_token());
        let Some(token) = token else { continue };
        let asked = json!({ "device_keys": { member: [] } });
        let answer = evidence.door.with_token(&token).post("/_matrix/client/v3/keys/query", asked).await;
        let found = answer.json["master_keys"][member]["keys"].as_object().into_iter().flatten();
        let found = found.filter_map(|(_, key)| key.as_str().map(str::to_owned)).collect();
        if *acknowledged != found {
            faults.push(format!("{member} signs with {found:?}, and {acknowledged:?} was acknowledged"));
        }
        let signatures = &answer.json["master_keys"][member]["signatures"][member];
        let signers = evidence.ledger.signers.get(member).into_iter().flatten();
        let lost = signers.filter(|device| !signatures[format!("ed25519:{device}")].is_string());
        faults.extend(lost.map(|device| format!("{member}: what {device} has signed is gone")));
    }
    faults
}

/// What holds once everybody has heard everything.
pub(super) async fn check_settled(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for person in evidence.people {
        let (token, keys_left) = {
            let memory = person.memory.lock();
            let inbox = &memory.inbox;
            let own = evidence.ledger.notes.iter().filter(|(_, noted)| noted.to.1 == person.device);
            let missing = own.filter(|(mark, noted)| {
                let is_told = inbox.before.contains(*mark) || inbox.heard.contains(mark);
                noted.acknowledged.is_some() && noted.asked > memory.signed_in_at && !is_told
            });
            faults.extend(missing.map(|(mark, _)| format!("{} was never told {mark}", person.device)));
            (memory.token.clone().unwrap_or_default(), inbox.keys_left)
        };
        let answer = evidence.door.with_token(&token).post("/_matrix/client/v3/keys/upload", json!({})).await;
        let stored = answer.json["one_time_key_counts"]["signed_curve25519"].as_u64().unwrap_or(0);
        if keys_left != Some(stored) {
            faults.push(format!("{} has {stored} one-time keys and was told {keys_left:?}", person.device));
        }
    }
    faults
}
