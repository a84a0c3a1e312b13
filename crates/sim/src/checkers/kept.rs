//! What a device was told is kept is there, or what it asked for since.

use super::Evidence;

pub(super) async fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for ((device, path), kept) in &evidence.ledger.kept {
        let person = evidence.people.iter().find(|person| person.device == *device);
        let Some(token) = person.and_then(|person| person.memory.lock().good_token()) else { continue };
        let answer = evidence.door.with_token(&token).get(path).await;
        let found = answer.json.pointer(kept.at).and_then(|word| word.as_str());
        if !kept.may_be(found) {
            faults.push(format!("{device}: {path} holds {found:?} and not one of {kept:?}"));
        }
    }
    faults
}
