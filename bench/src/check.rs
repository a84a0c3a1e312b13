//! Checks that what was acknowledged was delivered: every event to every receiver, once, in one order.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use crate::quantile::Durations;

/// An acknowledged send.
#[derive(Clone, Debug)]
pub struct Sent {
    pub event_id: String,
    pub sent_at: Instant,
    pub acknowledged_at: Instant,
}

/// One event as a receiver saw it. A receiver's list is in the order of its arrival.
#[derive(Clone, Debug)]
pub struct Seen {
    pub event_id: String,
    /// Index of the room; order is a matter of one room.
    pub room: usize,
    pub at: Instant,
}

/// Faults, each summed over all receivers.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Acknowledged and never seen.
    pub lost: usize,
    /// Seen again.
    pub duplicated: usize,
    /// Seen after an event of its room that was sent only when this one had already been acknowledged.
    pub out_of_order: usize,
    /// Places where the order differs from that in which the first receiver saw the same events of the room.
    pub order_disagreements: usize,
    /// Seen, though no sender got an acknowledgement. Not a fault: a send that timed out may have been stored.
    pub unacknowledged: usize,
}

pub fn check(sent: &[Sent], receivers: &[Vec<Seen>]) -> Verdict {
    let sent: HashMap<&str, &Sent> = sent.iter().map(|sent| (sent.event_id.as_str(), sent)).collect();
    let mut verdict = Verdict::default();
    let mut reference: Option<HashMap<&str, usize>> = None;
    for seen in receivers {
        let first_sight = first_sights(seen);
        verdict.duplicated += seen.len() - first_sight.len();
        let acknowledged = first_sight.keys().filter(|id| sent.contains_key(*id)).count();
        verdict.lost += sent.len() - acknowledged;
        verdict.unacknowledged += first_sight.len() - acknowledged;

        let once = || seen.iter().enumerate().filter(|(place, seen)| first_sight[seen.event_id.as_str()] == *place);
        verdict.out_of_order += out_of_order(once().map(|(_, seen)| seen), &sent);
        match &reference {
            Some(reference) => verdict.order_disagreements += disagreements(once().map(|(_, seen)| seen), reference),
            None => reference = Some(first_sight),
        }
    }
    verdict
}

/// From the sending of each event to its first sight by each receiver, of sends within the given span.
pub fn delivery_times(sent: &[Sent], receivers: &[Vec<Seen>], from: Instant, to: Instant) -> Durations {
    let sent: HashMap<&str, &Sent> = sent.iter().map(|sent| (sent.event_id.as_str(), sent)).collect();
    let mut times = Vec::new();
    for seen in receivers {
        let first_sight = first_sights(seen);
        times.extend(first_sight.iter().filter_map(|(id, place)| {
            let sent = sent.get(id)?;
            (from..to).contains(&sent.acknowledged_at).then(|| seen[*place].at.saturating_duration_since(sent.sent_at))
        }));
    }
    times.into_iter().collect::<Vec<Duration>>().into_iter().collect()
}

/// The place in the list at which each event was seen first.
fn first_sights(seen: &[Seen]) -> HashMap<&str, usize> {
    let mut places = HashMap::with_capacity(seen.len());
    for (place, seen) in seen.iter().enumerate() {
        places.entry(seen.event_id.as_str()).or_insert(place);
    }
    places
}

fn out_of_order<'a>(seen: impl Iterator<Item = &'a Seen>, sent: &HashMap<&str, &Sent>) -> usize {
    let mut latest_sent: HashMap<usize, Instant> = HashMap::new();
    let mut count = 0;
    for seen in seen {
        let Some(sent) = sent.get(seen.event_id.as_str()) else {
            continue;
        };
        let latest = latest_sent.entry(seen.room).or_insert(sent.sent_at);
        if sent.acknowledged_at < *latest {
            count += 1;
        }
        *latest = sent.sent_at.max(*latest);
    }
    count
}

fn disagreements<'a>(seen: impl Iterator<Item = &'a Seen>, reference: &HashMap<&str, usize>) -> usize {
    let mut last_place: HashMap<usize, usize> = HashMap::new();
    let mut count = 0;
    for seen in seen {
        let Some(place) = reference.get(seen.event_id.as_str()) else {
            continue;
        };
        if last_place.insert(seen.room, *place).is_some_and(|last| last > *place) {
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten events, each sent when the one before had been acknowledged.
    fn sent() -> Vec<Sent> {
        let start = Instant::now();
        let at = |tick: u64| start + Duration::from_millis(tick);
        (0..10)
            .map(|n| Sent { event_id: format!("${n}"), sent_at: at(10 * n), acknowledged_at: at(10 * n + 5) })
            .collect()
    }

    fn seen(order: &[usize]) -> Vec<Seen> {
        let at = Instant::now() + Duration::from_secs(1);
        order.iter().map(|n| Seen { event_id: format!("${n}"), room: 0, at }).collect()
    }

    const RIGHT: [usize; 10] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    fn verdict(faulty: &[usize]) -> Verdict {
        check(&sent(), &[seen(&RIGHT), seen(faulty)])
    }

    #[test]
    fn a_right_delivery_has_no_faults() {
        assert_eq!(verdict(&RIGHT), Verdict::default());
    }

    #[test]
    fn each_fault_is_counted_exactly_and_as_nothing_else() {
        assert_eq!(verdict(&[0, 1, 2, 4, 5, 6, 7, 8, 9]), Verdict { lost: 1, ..Verdict::default() });
        assert_eq!(verdict(&[0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9]), Verdict { duplicated: 1, ..Verdict::default() });
        assert_eq!(
            verdict(&[0, 1, 2, 4, 3, 5, 6, 7, 8, 9]),
            Verdict { out_of_order: 1, order_disagreements: 1, ..Verdict::default() }
        );
        assert_eq!(verdict(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 77]), Verdict { unacknowledged: 1, ..Verdict::default() });
    }

    #[test]
    fn concurrent_sends_may_come_in_any_order_that_all_agree_on() {
        let mut sent = sent();
        sent[3].acknowledged_at = sent[5].acknowledged_at;
        let swapped = [0, 1, 2, 4, 3, 5, 6, 7, 8, 9];
        assert_eq!(check(&sent, &[seen(&swapped), seen(&swapped)]), Verdict::default());
        assert_eq!(
            check(&sent, &[seen(&RIGHT), seen(&swapped)]),
            Verdict { order_disagreements: 1, ..Verdict::default() }
        );
    }

    #[test]
    fn order_is_a_matter_of_one_room() {
        let mut other = seen(&[0, 1, 2, 4, 3, 5, 6, 7, 8, 9]);
        other[3].room = 1;
        let mut first = seen(&RIGHT);
        first[4].room = 1;
        assert_eq!(check(&sent(), &[first, other]), Verdict::default());
    }

    #[test]
    fn deliveries_are_timed_from_the_sending() {
        let sent = sent();
        let late = vec![Seen { event_id: "$4".into(), room: 0, at: sent[4].sent_at + Duration::from_millis(30) }];
        let times = delivery_times(&sent, &[late], sent[0].sent_at, sent[9].acknowledged_at);
        let mut figures = crate::report::Figures::new();
        times.into_figures("delivery", &mut figures);
        assert_eq!(figures["delivery_p50_ms"], 30.0);
    }
}
