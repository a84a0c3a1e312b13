//! In the end a device knows which rooms its member is in and invited to.

use std::collections::BTreeSet;

use super::Evidence;

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for person in evidence.people {
        let memory = person.memory.lock();
        let stored = |wanted: &str| {
            let rooms = evidence.truth.rooms.keys();
            let rooms = rooms.filter(|room| evidence.truth.membership(room, &memory.user_id) == Some(wanted));
            rooms.cloned().collect::<BTreeSet<_>>()
        };
        let joined = memory.rooms.iter().filter(|(_, view)| view.is_joined).map(|(room, _)| room.clone());
        for (what, told, stored) in [
            ("is in", joined.collect(), stored("join")),
            ("is invited to", memory.invitations.clone(), stored("invite")),
        ] {
            if told != stored {
                faults.push(format!("{} was told that they are {what} {told:?}, but it is {stored:?}", person.device));
            }
        }
    }
    faults
}
