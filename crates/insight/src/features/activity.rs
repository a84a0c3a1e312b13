//! What a member does themselves: the hot part of the fold. A trace touches a few cache lines of one state.

use super::{
    clock::{DAY, DayWeights, SCALES},
    sketch::{Distinct, Gaps},
};

/// Days whose counts are kept one by one, so that windows of up to 90 days are exact.
pub const RING_DAYS: usize = 96;
/// Names of kinds that are counted one by one; the last place takes all others.
pub const KINDS: usize = 8;
/// A pause of more seconds than this ends a session.
pub const SESSION_GAP: i64 = 1800;

/// One member's own activity. `Default` is somebody who never did anything.
#[derive(Clone, Debug, PartialEq)]
#[repr(align(64))]
pub struct Activity {
    pub first_at: i64,
    pub last_at: i64,
    pub events: u32,
    pub sessions: u32,
    /// Days of UTC with a trace.
    pub active_days: u32,
    pub last_day: i32,
    /// The day that `decayed` is relative to.
    decay_day: i32,
    /// The newest day of the ring.
    ring_day: i32,
    /// Sums of exp((time of trace - start of `decay_day`) / scale).
    decayed: [f64; SCALES.len()],
    pub kinds: [u32; KINDS],
    /// Traces by quarter of the day, of UTC.
    pub quarters: [u32; 4],
    pub weekend: u32,
    /// Traces of the session that goes on.
    pub session_events: u32,
    pub gaps: Gaps,
    pub peers: Distinct,
    ring: [u16; RING_DAYS],
}

impl Default for Activity {
    fn default() -> Self {
        Self {
            first_at: 0,
            last_at: 0,
            events: 0,
            sessions: 0,
            active_days: 0,
            last_day: 0,
            decay_day: 0,
            ring_day: 0,
            decayed: [0.0; SCALES.len()],
            kinds: [0; KINDS],
            quarters: [0; 4],
            weekend: 0,
            session_events: 0,
            gaps: Gaps::default(),
            peers: Distinct::default(),
            ring: [0; RING_DAYS],
        }
    }
}

/// A trace's place in time, computed once for whoever it concerns.
#[derive(Clone, Copy)]
pub struct Moment {
    pub at: i64,
    /// The day of UTC.
    pub day: i32,
    pub second: u32,
    /// The day that the ring counts: from one reading of the day to the next.
    pub ring_day: i32,
    pub weights: [f64; SCALES.len()],
}

impl Activity {
    pub fn apply(&mut self, moment: &Moment, kind: u16, weights: &DayWeights) {
        let Moment { at, day, second, ring_day, .. } = *moment;
        if self.events == 0 {
            (self.first_at, self.sessions, self.active_days) = (at, 1, 1);
            (self.last_day, self.decay_day, self.ring_day) = (day, day, ring_day);
        } else {
            if at - self.last_at > SESSION_GAP {
                self.sessions += 1;
                self.session_events = 0;
            }
            if day != self.last_day {
                self.gaps.add(i64::from(day - self.last_day));
                self.active_days += 1;
                self.last_day = day;
            }
            self.move_to(day, ring_day, weights);
        }
        self.last_at = at;
        self.events += 1;
        self.session_events += 1;
        for (sum, weight) in self.decayed.iter_mut().zip(moment.weights) {
            *sum += weight;
        }
        self.kinds[usize::from(kind).min(KINDS - 1)] += 1;
        self.quarters[second as usize / 21_600] += 1;
        // The first day of 1970 was a Thursday.
        self.weekend += u32::from(matches!(day.rem_euclid(7), 2 | 3));
        let bucket = &mut self.ring[ring_day.rem_euclid(RING_DAYS as i32) as usize];
        *bucket = bucket.saturating_add(1);
    }

    fn move_to(&mut self, day: i32, ring_day: i32, weights: &DayWeights) {
        if day != self.decay_day {
            let passed = weights.passed(i64::from(day - self.decay_day));
            for (sum, factor) in self.decayed.iter_mut().zip(passed) {
                *sum *= factor;
            }
            self.decay_day = day;
        }
        if ring_day != self.ring_day {
            let passed = (ring_day - self.ring_day).min(RING_DAYS as i32);
            for ahead in 0..passed {
                self.ring[(ring_day - ahead).rem_euclid(RING_DAYS as i32) as usize] = 0;
            }
            self.ring_day = ring_day;
        }
    }

    /// Sums of exp(-age / scale) over all traces, as of `at`.
    pub fn decayed(&self, at: i64) -> [f64; SCALES.len()] {
        let age = (at - i64::from(self.decay_day) * DAY) as f64;
        std::array::from_fn(|index| self.decayed[index] * (-age / (SCALES[index] * DAY as f64)).exp())
    }

    /// Traces of each of the last days before the end of the ring's day `end`, newest first.
    pub fn days_before(&self, end: i32) -> impl Iterator<Item = u16> {
        (1..=RING_DAYS as i32).map(move |back| {
            let day = end - back;
            let kept = self.events > 0 && day <= self.ring_day && day > self.ring_day - RING_DAYS as i32;
            if kept { self.ring[day.rem_euclid(RING_DAYS as i32) as usize] } else { 0 }
        })
    }
}
