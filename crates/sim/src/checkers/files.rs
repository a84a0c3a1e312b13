//! A file whose upload was acknowledged is there, byte for byte.

use serde_json::json;

use super::Evidence;
use crate::people::sharing::path_of;

pub(super) async fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let token = evidence.people.iter().find_map(|person| person.memory.lock().good_token());
    let Some(token) = token else {
        let is_unseen = !evidence.ledger.files.is_empty();
        return is_unseen.then(|| "nobody is left who could ask for the files".to_owned()).into_iter().collect();
    };
    let door = evidence.door.with_token(&token);
    let mut faults = Vec::new();
    for (address, mark) in &evidence.ledger.files {
        let answer = door.get(&path_of(address)).await;
        if answer.json != json!(mark) {
            faults.push(format!("{address} was acknowledged as {mark} and is {} {}", answer.status, answer.text));
        }
    }
    faults
}
