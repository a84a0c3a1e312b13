//! In the end every device has the account data that the server has.

use super::Evidence;
use crate::network::escaped;

pub(super) async fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for person in evidence.people {
        let (user_id, token, told, joined) = {
            let memory = person.memory.lock();
            let joined: Vec<String> =
                memory.rooms.iter().filter(|(_, view)| view.is_joined).map(|(room, _)| room.clone()).collect();
            (memory.user_id.clone(), memory.token.clone().unwrap_or_default(), memory.account_data.clone(), joined)
        };
        let door = evidence.door.with_token(&token);
        let own = evidence.ledger.data.iter().filter(|(owner, _, _)| *owner == user_id);
        for (_, room, kind) in own.filter(|(_, room, _)| room.as_ref().is_none_or(|room| joined.contains(room))) {
            let scope = room.as_ref().map_or_else(String::new, |room| format!("/rooms/{}", escaped(room)));
            let path = format!("/_matrix/client/v3/user/{}{scope}/account_data/{kind}", escaped(&user_id));
            let answer = door.get(&path).await;
            let stored = (answer.status == http::StatusCode::OK).then(|| answer.json.to_string());
            let told = told.get(&(room.clone(), kind.clone()));
            if told != stored.as_ref() {
                faults.push(format!("{}: {kind} of {room:?} is {stored:?}, but told was {told:?}", person.device));
            }
        }
    }
    faults
}
