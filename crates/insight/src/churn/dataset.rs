//! Rows to learn from: members at moments, with what was known then and what came of it.

use crate::features::{DAY, Event, FEATURES, Fold, Seen};

/// One member at one cut-off.
#[derive(Clone, Debug)]
pub struct Row {
    pub cutoff: i64,
    pub member: u32,
    /// When the member was next seen, at the cut-off or after it.
    pub returned_at: Option<i64>,
    pub last_at: i64,
    /// In the order of `FEATURES`.
    pub features: Vec<f64>,
}

impl Row {
    /// Silent for so many days; not known before they have passed.
    pub fn left(&self, days: i64) -> bool {
        self.returned_at.is_none_or(|at| at >= self.cutoff + days * DAY)
    }
}

/// The rows of all cut-offs (rising), from one pass over a log in the order of time.
pub fn rows(events: &[Event], cutoffs: &[i64], window_days: i64) -> Vec<Row> {
    let phase = cutoffs.first().copied().unwrap_or_default();
    let mut fold = Fold::read_at_second(phase);
    let mut rows: Vec<Row> = Vec::new();
    // Rows of a member that wait to be told when the member returned.
    let mut waiting: Vec<Vec<usize>> = Vec::new();
    let mut next = 0;
    for &cutoff in cutoffs {
        while let Some(event) = events.get(next).filter(|event| event.at < cutoff) {
            fold.apply(event);
            told(&mut rows, &mut waiting, event);
            next += 1;
        }
        waiting.resize(fold.members().max(waiting.len()), Vec::new());
        for member in 0..fold.members() as u32 {
            let here = |last_at| last_at >= cutoff - window_days * DAY;
            let Some(seen) = Seen::new(&fold, member, cutoff).filter(|seen| here(seen.own.last_at)) else { continue };
            let features = FEATURES.iter().map(|feature| (feature.of)(&seen)).collect();
            waiting[member as usize].push(rows.len());
            rows.push(Row { cutoff, member, returned_at: None, last_at: seen.own.last_at, features });
        }
    }
    for event in &events[next..] {
        told(&mut rows, &mut waiting, event);
    }
    rows
}

fn told(rows: &mut [Row], waiting: &mut [Vec<usize>], event: &Event) {
    let Some(waiting) = waiting.get_mut(event.member as usize) else { return };
    for row in waiting.drain(..) {
        rows[row].returned_at = Some(event.at);
    }
}
