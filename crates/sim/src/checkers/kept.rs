//! What a device was told is kept is there, or what it asked for since.

use serde_json::Value;

use super::Evidence;

pub(super) async fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for ((device, path), kept) in &evidence.ledger.kept {
        let person = evidence.people.iter().find(|person| person.device == *device);
        let Some(token) = person.and_then(|person| person.memory.lock().good_token()) else { continue };
        let answer = evidence.door.with_token(&token).get(path).await;
        let found = own(&answer.json, device).and_then(|own| own.pointer(kept.at)).and_then(Value::as_str);
        if !kept.may_be(found) {
            faults.push(format!("{device}: {path} holds {found:?} and not one of {kept:?}"));
        }
    }
    faults
}

/// What is listed for all of a member's devices stands there under the device's name.
fn own<'a>(answer: &'a Value, device: &str) -> Option<&'a Value> {
    match answer["pushers"].as_array() {
        Some(pushers) => pushers.iter().find(|pusher| pusher["pushkey"] == device),
        None => Some(answer),
    }
}
