//! What the features of one member at one moment are read from.

use super::{
    activity::Activity,
    clock::{DAY, SCALES},
    fold::Fold,
    social::{Partner, Social},
};

/// Windows of days in which traces and active days are counted.
pub const WINDOWS: [usize; 6] = [1, 3, 7, 14, 30, 90];

/// One member at one moment, with what several features need computed once.
pub struct Seen<'a> {
    pub fold: &'a Fold,
    pub at: i64,
    pub own: &'a Activity,
    pub social: &'a Social,
    /// Traces in each of `WINDOWS`.
    pub counts: [f64; WINDOWS.len()],
    /// Days with a trace in each of `WINDOWS`.
    pub days: [f64; WINDOWS.len()],
    pub decayed: [f64; SCALES.len()],
    /// Newest first: was there a trace on that day?
    active: u128,
    pub sent: [f64; super::social::SCALES.len()],
    pub received: [f64; super::social::SCALES.len()],
}

impl<'a> Seen<'a> {
    pub fn new(fold: &'a Fold, member: u32, at: i64) -> Option<Self> {
        let (own, social) = (fold.activity(member)?, fold.social(member)?);
        let (mut counts, mut active, mut traces) = ([0.0; WINDOWS.len()], 0_u128, 0_u32);
        for (back, count) in own.days_before(fold.ring_end(at)).enumerate() {
            active |= u128::from(count > 0) << back;
            traces += u32::from(count);
            if let Some(index) = WINDOWS.iter().position(|window| *window == back + 1) {
                counts[index] = f64::from(traces);
            }
        }
        let days = WINDOWS.map(|window| f64::from((active & ((1 << window) - 1)).count_ones()));
        let decayed = own.decayed(at);
        let sent = social.sent.as_of(at).map(f64::from);
        let received = social.received.as_of(at).map(f64::from);
        Some(Self { fold, at, own, social, counts, days, decayed, active, sent, received })
    }

    /// Days since the member's newest trace.
    pub fn recency(&self) -> f64 {
        self.age(self.own.last_at)
    }

    pub fn tenure(&self) -> f64 {
        self.age(self.own.first_at)
    }

    /// Days between then and now; none for what never was.
    pub fn age(&self, then: i64) -> f64 {
        if then == 0 { f64::NAN } else { (self.at - then) as f64 / DAY as f64 }
    }

    /// Days with a trace between this many days ago and that many.
    pub fn days_between(&self, newest: u32, oldest: u32) -> f64 {
        let window = (self.active >> newest) & ((1_u128 << (oldest - newest)) - 1);
        f64::from(window.count_ones())
    }

    /// The share of weeks of the last twelve, since the member came, with a trace.
    pub fn weeks_active(&self) -> f64 {
        let weeks = (self.tenure() / 7.0).ceil().clamp(1.0, 12.0) as u32;
        let active = (0..weeks).filter(|week| (self.active >> (week * 7)) & 0x7f != 0).count();
        active as f64 / f64::from(weeks)
    }

    /// How many of the last active days followed each other.
    pub fn streak(&self) -> f64 {
        if self.active == 0 {
            return 0.0;
        }
        f64::from((self.active >> self.active.trailing_zeros()).trailing_ones())
    }

    pub fn days_per_tenure(&self) -> f64 {
        f64::from(self.own.active_days) / (self.tenure().floor() + 1.0)
    }

    pub fn quarter(&self, quarter: usize) -> f64 {
        f64::from(self.own.profile.quarters()[quarter]) / f64::from(self.own.events)
    }

    /// The day of UTC that the moment is in or, at midnight, begins.
    pub fn day(&self) -> i32 {
        self.at.div_euclid(DAY) as i32
    }

    /// A mean over contacts, weighted by how much went to and fro with each.
    pub fn over_partners(&self, value: impl Fn(&Partner) -> f64) -> f64 {
        let (mut sum, mut weights) = (0.0, 0.0);
        for partner in &self.social.partners {
            let weight = f64::from(partner.traces());
            sum += weight * value(partner);
            weights += weight;
        }
        if weights > 0.0 { sum / weights } else { f64::NAN }
    }

    pub fn partners(&self, which: impl Fn(&Partner) -> bool) -> f64 {
        self.social.partners.iter().filter(|partner| which(partner)).count() as f64
    }

    pub fn other(&self, member: u32) -> Option<&Activity> {
        self.fold.activity(member)
    }

    /// Days since a member was last seen, as far as 90.
    pub fn silence_of(&self, member: u32) -> f64 {
        self.other(member).map_or(90.0, |other| self.age(other.last_at).min(90.0))
    }
}
