//! Two people see what both see in the same order.

use std::collections::BTreeMap;

use super::Evidence;

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, one) in evidence.people.iter().enumerate() {
        let mine = one.memory.lock();
        for other in &evidence.people[at + 1..] {
            let theirs = other.memory.lock();
            for (room, view) in &mine.rooms {
                let Some(other_view) = theirs.rooms.get(room) else { continue };
                let places: BTreeMap<&str, usize> =
                    other_view.events.iter().enumerate().map(|(at, event)| (event.event_id.as_str(), at)).collect();
                let common = view.events.iter().filter_map(|event| places.get(event.event_id.as_str()));
                if !common.is_sorted() {
                    faults.push(format!("{} and {} see {room} in another order", one.device, other.device));
                }
            }
        }
    }
    faults
}
