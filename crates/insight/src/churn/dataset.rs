//! Rows to learn from: members at moments, with what was known then and what came of it.

use crate::features::{Class, DAY, Event, FEATURES, Fold, Seen};

use super::log::Log;

/// One member at one cut-off.
#[derive(Clone, Debug)]
pub struct Row {
    pub cutoff: i64,
    pub member: u32,
    /// The member's newest trace before the cut-off.
    pub last_at: i64,
    /// When the member was next seen, at the cut-off or after it.
    pub returned_at: Option<i64>,
    /// When the first silence began that was as long as the horizon, at the cut-off or after it.
    pub gone_at: Option<i64>,
    /// From when on the member did not agree any more, if that is so: what they did then is not known.
    pub ended_at: Option<i64>,
    /// In the order of `FEATURES`.
    pub features: Vec<f32>,
}

impl Row {
    /// Silent for so many days; not known before they have passed.
    pub fn left(&self, days: i64) -> bool {
        self.returned_at.is_none_or(|at| at >= self.cutoff + days * DAY)
    }

    /// Up to when it is known at a moment what the member did. Whoever withdraws has not left by that.
    pub fn known_until(&self, at: i64) -> i64 {
        self.ended_at.map_or(at, |ended_at| ended_at.min(at))
    }

    /// Whether it is known at a moment what became of the member within so many days.
    pub fn is_known(&self, days: i64, at: i64) -> bool {
        self.cutoff + days * DAY <= self.known_until(at)
    }

    /// The features of a member, as a model reads them: what is not finite is not known.
    pub fn read(seen: &Seen) -> Vec<f32> {
        let read = |value: f64| if value.is_finite() { value as f32 } else { f32::NAN };
        FEATURES.iter().map(|feature| read((feature.of)(seen))).collect()
    }
}

/// The rows of all cut-offs (rising), from one pass over a log in the order of time.
pub fn rows(log: &Log, cutoffs: &[i64], window_days: i64, horizon_days: i64) -> Vec<Row> {
    let events = &log.events;
    let phase = cutoffs.first().copied().unwrap_or_default();
    let mut fold = Fold::read_at_second(phase).with_classes(&log.classes());
    let mut futures = Futures { horizon: horizon_days * DAY, ..Futures::default() };
    let mut next = 0;
    for &cutoff in cutoffs {
        let end = events.partition_point(|event| event.at < cutoff);
        fold.apply_all(&events[next..end]);
        for event in &events[next..end] {
            futures.tell(event, fold.class(event.kind));
        }
        next = end;
        population(&fold, cutoff, window_days, |member, seen| {
            let ended_at = log.ended.get(&member).copied();
            // Whoever agreed no more by then was not asked about.
            if ended_at.is_none_or(|ended_at| ended_at > cutoff) {
                let features = Row::read(seen);
                let last_at = seen.own.last_at;
                futures.wait(Row { cutoff, member, last_at, returned_at: None, gone_at: None, ended_at, features });
            }
        });
    }
    for event in &events[next..] {
        futures.tell(event, fold.class(event.kind));
    }
    futures.end(events.last().map_or(0, |event| event.at))
}

/// Everybody who had a trace in the window before a moment.
pub fn population(fold: &Fold, at: i64, window_days: i64, mut each: impl FnMut(u32, &Seen)) {
    for member in 0..fold.members() as u32 {
        let Some(own) = fold.activity(member) else { continue };
        if own.last_at >= at - window_days * DAY
            && let Some(seen) = Seen::new(fold, member, at)
        {
            each(member, &seen);
        }
    }
}

/// What members have yet to be seen doing.
#[derive(Default)]
struct Futures {
    horizon: i64,
    rows: Vec<Row>,
    members: Vec<Future>,
}

#[derive(Clone, Default)]
struct Future {
    last_at: i64,
    /// Rows that wait for a return.
    away: Vec<usize>,
    /// Rows of before the last trace that wait for a long silence.
    here: Vec<usize>,
}

impl Futures {
    fn member(&mut self, number: u32) -> &mut Future {
        let index = number as usize;
        if index >= self.members.len() {
            self.members.resize(index + 1, Future::default());
        }
        &mut self.members[index]
    }

    fn wait(&mut self, row: Row) {
        let index = self.rows.len();
        let future = self.member(row.member);
        future.away.push(index);
        future.last_at = row.last_at;
        self.rows.push(row);
    }

    fn tell(&mut self, event: &Event, class: Class) {
        if class.is_life() {
            self.silence(event.member, event.at, true);
        }
    }

    /// A silence of a member ended at `at`, by a trace or with the log.
    fn silence(&mut self, member: u32, at: i64, returned: bool) {
        let horizon = self.horizon;
        let Future { last_at, away, here } = std::mem::take(self.member(member));
        let mut kept = here;
        if at - last_at >= horizon {
            for row in kept.drain(..) {
                self.rows[row].gone_at = Some(last_at);
            }
        }
        for index in away {
            let row = &mut self.rows[index];
            row.returned_at = returned.then_some(at);
            if at - row.cutoff >= horizon {
                row.gone_at = Some(row.cutoff);
            } else {
                kept.push(index);
            }
        }
        *self.member(member) = Future { last_at: at, away: Vec::new(), here: kept };
    }

    fn end(mut self, at: i64) -> Vec<Row> {
        for member in 0..self.members.len() as u32 {
            self.silence(member, at, false);
        }
        self.rows
    }
}
