//! A transaction makes one event however often it is asked for, and none where it is refused.

use std::collections::BTreeMap;

use super::Evidence;

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut marks: BTreeMap<&str, usize> = BTreeMap::new();
    for event in evidence.truth.rooms.values().flatten() {
        let mark = event.content["body"].as_str().or_else(|| event.content["reason"].as_str());
        if let Some(mark) = mark {
            *marks.entry(mark).or_default() += 1;
        }
    }
    for ((device, txn), said) in &evidence.ledger.said {
        let times = marks.get(said.mark.as_str()).copied().unwrap_or(0);
        if times > 1 {
            faults.push(format!("{device} {txn} made {times} events"));
        }
        if said.event_ids.len() > 1 {
            faults.push(format!("{device} {txn} was acknowledged as {:?}", said.event_ids));
        }
        if said.refused && said.acknowledged.is_none() && times > 0 {
            faults.push(format!("{device} {txn} was refused and is stored"));
        }
    }
    faults
}
