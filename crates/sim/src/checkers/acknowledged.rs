//! What was acknowledged is there, once, and stands behind what had been acknowledged before it was
//! asked for. What was refused is not there, and what was removed says nothing any more.

use std::collections::BTreeMap;

use super::Evidence;
use crate::{ledger::Said, people::view::Told};

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for (room, timeline) in &evidence.truth.rooms {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        timeline.iter().for_each(|event| *times.entry(&event.event_id).or_default() += 1);
        let twice = times.iter().filter(|(_, times)| **times > 1);
        faults.extend(twice.map(|(event_id, times)| format!("{event_id} stands {times} times in {room}")));
        faults.extend(out_of_order(evidence, room, timeline));
    }
    for ((device, txn), said) in &evidence.ledger.said {
        let places = evidence.truth.places(&said.room);
        let lost = said.event_ids.iter().filter(|event_id| !places.contains_key(event_id.as_str()));
        faults.extend(lost.map(|event_id| format!("{device} {txn}: {event_id} was acknowledged and is gone")));
        if said.acknowledged.is_some() {
            faults.extend(remains(evidence, said).map(|what| format!("{device} {txn}: {what}")));
        }
    }
    faults
}

/// A later event must not have been acknowledged before an earlier one was asked for.
fn out_of_order(evidence: &Evidence<'_>, room: &str, timeline: &[Told]) -> Vec<String> {
    let by_event: BTreeMap<&str, &Said> = evidence
        .ledger
        .said
        .values()
        .filter(|said| said.room == room)
        .flat_map(|said| said.event_ids.iter().map(move |event_id| (event_id.as_str(), said)))
        .collect();
    let mut faults = Vec::new();
    let mut earliest: Option<(u64, &str)> = None;
    for event in timeline.iter().rev() {
        let Some(said) = by_event.get(event.event_id.as_str()) else { continue };
        if let Some((acknowledged, later)) = earliest.filter(|(acknowledged, _)| *acknowledged < said.asked) {
            faults.push(format!(
                "{room}: {later} was acknowledged at step {acknowledged}, but stands behind {} of step {}",
                event.event_id, said.asked
            ));
        }
        if let Some(acknowledged) = said.acknowledged.filter(|at| earliest.is_none_or(|(first, _)| *at < first)) {
            earliest = Some((acknowledged, &event.event_id));
        }
    }
    faults
}

/// What a redaction has left of its target.
fn remains(evidence: &Evidence<'_>, said: &Said) -> Option<String> {
    let target = said.removes.as_ref()?;
    let timeline = evidence.truth.rooms.get(&said.room)?;
    let target = timeline.iter().find(|event| event.event_id == *target)?;
    let is_empty = target.content.as_object().is_some_and(serde_json::Map::is_empty);
    (!is_empty).then(|| format!("{} was removed and still says {}", target.event_id, target.content))
}
