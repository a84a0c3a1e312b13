//! A member has one password, the one that was acknowledged last or one that was asked for since; and a token for services
//! elsewhere is its owner's.

use std::sync::Arc;

use serde_json::json;

use super::Evidence;
use crate::people::{Person, signing_in::proof};

pub(super) async fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, password) in &evidence.ledger.passwords {
        let own = |person: &&Arc<Person>| person.name == *name;
        let token = evidence.people.iter().filter(own).find_map(|person| person.memory.lock().good_token());
        let Some(token) = token else { continue };
        let door = evidence.door.with_token(&token);
        let mut right = Vec::new();
        for word in password.words() {
            let asked = json!({ "auth": proof(name, word) });
            let answer = door.post("/_matrix/client/v1/login/get_token", asked).await;
            right.extend(answer.json["login_token"].is_string().then_some(word));
        }
        if right.len() != 1 {
            faults.push(format!("of the passwords {:?} of {name} there are right: {right:?}", password.words()));
        }
    }
    faults
}

pub(super) async fn check_vouchers(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (token, member) in &evidence.ledger.vouchers {
        let path = format!("/_matrix/federation/v1/openid/userinfo?access_token={token}");
        let answer = evidence.door.get(&path).await;
        if answer.json["sub"] != member.as_str() {
            faults.push(format!("a token for services of {member} says {}", answer.text));
        }
    }
    faults
}
