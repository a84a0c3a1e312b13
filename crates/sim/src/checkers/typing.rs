//! Once everybody has been still for long enough, nobody is shown typing.

use super::Evidence;

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for person in evidence.people {
        let memory = person.memory.lock();
        let typing = memory.rooms.iter().filter(|(_, view)| view.is_joined && !view.typing.is_empty());
        faults
            .extend(typing.map(|(room, view)| format!("{}: {:?} type in {room} for ever", person.device, view.typing)));
    }
    faults
}
