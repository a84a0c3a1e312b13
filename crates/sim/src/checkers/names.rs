//! In the end every room shows its members under the names that they have given themselves.

use super::Evidence;
use crate::network::escaped;

pub(super) async fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for person in evidence.people {
        let user_id = person.memory.lock().user_id.clone();
        let path = format!("/_matrix/client/v3/profile/{}/displayname", escaped(&user_id));
        let name = evidence.door.get(&path).await.json["displayname"].clone();
        for (room, timeline) in &evidence.truth.rooms {
            if evidence.truth.membership(room, &user_id) != Some("join") {
                continue;
            }
            let shown = timeline.iter().rev().find(|event| event.membership_of(&user_id).is_some());
            let shown = shown.map(|event| &event.content["displayname"]);
            if shown != Some(&name) {
                faults.push(format!("{user_id} is called {name}, but {room} shows {shown:?}"));
            }
        }
    }
    faults.dedup();
    faults
}
