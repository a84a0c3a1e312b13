//! What a device has been told is what its member may see: no gap, no overlap, nothing in another place.

use super::{Evidence, truth::visible};
use crate::people::view::{Told, View};

pub(super) fn check(evidence: &Evidence<'_>, is_settled: bool) -> Vec<String> {
    let mut faults = Vec::new();
    for person in evidence.people {
        let memory = person.memory.lock();
        for (room, view) in &memory.rooms {
            let timeline = evidence.truth.rooms.get(room).map_or(&[][..], Vec::as_slice);
            let Some(visible) = visible(timeline, &memory.user_id) else {
                faults.push(format!("{} knows of {room} and never was in it", person.device));
                continue;
            };
            let has_forgotten = evidence.ledger.forgotten.contains(&(memory.user_id.clone(), room.clone()));
            let fault = match is_settled {
                // How much of it is not known: the answer may have been lost.
                _ if has_forgotten => among(view, &visible),
                true => whole(view, &visible),
                false => view.stretches().into_iter().find_map(|stretch| part(stretch, &visible)),
            };
            faults.extend(fault.map(|fault| format!("{} in {room}: {fault}", person.device)));
        }
    }
    faults
}

fn whole(view: &View, visible: &[&Told]) -> Option<String> {
    if !view.gaps.is_empty() {
        return Some(format!("there are gaps left: {:?}", view.gaps));
    }
    let differs = (0..view.events.len().max(visible.len()))
        .find(|at| view.events.get(*at).map(id) != visible.get(*at).map(|event| id(event)))?;
    let told = view.events.get(differs).map(describe);
    let stored = visible.get(differs).map(|event| describe(event));
    let (all, may) = (view.events.len(), visible.len());
    Some(format!("event {differs}: told {told:?}, but stored {stored:?}; {all} told of {may}"))
}

/// In the right order, and nothing else.
fn among(view: &View, visible: &[&Told]) -> Option<String> {
    let mut rest = visible.iter();
    let strange = view.events.iter().find(|told| !rest.any(|event| event.event_id == told.event_id))?;
    Some(format!("told of {}, which they may not see there", describe(strange)))
}

fn part(stretch: &[Told], visible: &[&Told]) -> Option<String> {
    let first = stretch.first()?;
    let Some(from) = visible.iter().position(|event| event.event_id == first.event_id) else {
        return Some(format!("told of {}, which they may not see", describe(first)));
    };
    let differs = (0..stretch.len())
        .find(|at| visible.get(from + at).is_none_or(|event| event.event_id != stretch[*at].event_id))?;
    let stored = visible.get(from + differs).map(|event| describe(event));
    Some(format!("event {differs} of a stretch: told {}, but stored {stored:?}", describe(&stretch[differs])))
}

fn id(event: &Told) -> &str {
    &event.event_id
}

fn describe(event: &Told) -> String {
    format!("{} {} by {}: {}", event.event_id, event.kind, event.sender, event.content)
}
