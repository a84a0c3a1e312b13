//! What a member does themselves: the hot part of the fold. A trace touches a few cache lines of one state.

use super::{
    clock::{DAY, DayWeights, SCALES},
    profile::Profile,
    sketch::{Distinct, Gaps},
};

/// Days whose counts are kept one by one, so that windows of up to 90 days are exact.
pub const RING_DAYS: usize = 96;
/// Names of kinds that are counted one by one; the last place takes all others.
pub const KINDS: usize = 8;
/// The scale over which a profile is the one of late.
const LATE: usize = 3;
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
    /// The newest day of the ring.
    ring_day: i32,
    /// Sums of exp((time of trace - start of `last_day`) / scale).
    decayed: [f64; SCALES.len()],
    pub kinds: [u32; KINDS],
    pub profile: Profile,
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
            ring_day: 0,
            decayed: [0.0; SCALES.len()],
            kinds: [0; KINDS],
            profile: Profile::default(),
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
            (self.last_day, self.ring_day) = (day, ring_day);
        } else {
            if at - self.last_at > SESSION_GAP {
                self.sessions += 1;
                self.session_events = 0;
            }
            if day != self.last_day {
                self.begin(day, weights);
            }
            self.turn_to(ring_day);
        }
        self.last_at = at;
        self.events += 1;
        self.session_events += 1;
        for (sum, weight) in self.decayed.iter_mut().zip(moment.weights) {
            *sum += weight;
        }
        self.kinds[usize::from(kind).min(KINDS - 1)] += 1;
        self.profile.add(day, second, moment.weights[LATE]);
        let bucket = &mut self.ring[ring_day.rem_euclid(RING_DAYS as i32) as usize];
        *bucket = bucket.saturating_add(1);
    }

    fn begin(&mut self, day: i32, weights: &DayWeights) {
        let days = i64::from(day - self.last_day);
        let passed = weights.passed(days);
        for (sum, factor) in self.decayed.iter_mut().zip(passed) {
            *sum *= factor;
        }
        self.profile.fade(passed[LATE]);
        self.gaps.add(days);
        self.active_days += 1;
        self.last_day = day;
    }

    fn turn_to(&mut self, ring_day: i32) {
        if ring_day != self.ring_day {
            let passed = (ring_day - self.ring_day).min(RING_DAYS as i32) as usize;
            let first = (ring_day + 1 - passed as i32).rem_euclid(RING_DAYS as i32) as usize;
            let end = first + passed;
            self.ring[first..end.min(RING_DAYS)].fill(0);
            self.ring[..end.saturating_sub(RING_DAYS)].fill(0);
            self.ring_day = ring_day;
        }
    }

    /// Sums of exp(-age / scale) over all traces, as of `at`.
    pub fn decayed(&self, at: i64) -> [f64; SCALES.len()] {
        let age = (at - i64::from(self.last_day) * DAY) as f64;
        std::array::from_fn(|index| self.decayed[index] * (-age / (SCALES[index] * DAY as f64)).exp())
    }

    /// The share of pauses that were at least as long as the one that goes on, with one more that was and one that was
    /// not, so that few pauses claim little.
    pub fn pause_survival(&self, at: i64) -> f64 {
        let days = (at - self.last_at) as f64 / DAY as f64;
        (self.gaps.at_least(days) + 1.0) / (f64::from(self.gaps.count) + 2.0)
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
