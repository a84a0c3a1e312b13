//! Receipts never move backwards, private ones are told to nobody else, and what was acknowledged is
//! told in the end.

use super::Evidence;

pub(super) fn check(evidence: &Evidence<'_>, is_settled: bool) -> Vec<String> {
    let mut faults = Vec::new();
    for person in evidence.people {
        let memory = person.memory.lock();
        for (room, view) in &memory.rooms {
            let places = evidence.truth.places(room);
            for ((reader, kind), event_ids) in &view.receipts {
                let told = event_ids.iter().map(|event_id| places.get(event_id.as_str()));
                if !told.is_sorted() {
                    faults.push(format!("{}: {kind} of {reader} in {room} moved back", person.device));
                }
                if kind == "m.read.private" && *reader != memory.user_id {
                    faults.push(format!("{}: told of what {reader} reads in private", person.device));
                }
            }
            if !is_settled || !view.is_joined {
                continue;
            }
            for read in evidence.ledger.read.iter().filter(|read| read.room == *room) {
                if read.kind == "m.read.private" && read.reader != memory.user_id {
                    continue;
                }
                let key = (read.reader.clone(), read.kind.to_owned());
                let told = view.receipts.get(&key).and_then(|told| told.last());
                let told = told.and_then(|event_id| places.get(event_id.as_str()));
                if told < places.get(read.event_id.as_str()) {
                    let (device, kind, reader) = (&person.device, read.kind, &read.reader);
                    faults.push(format!("{device}: {kind} of {reader} in {room} was not told to its end"));
                }
            }
        }
    }
    faults
}
