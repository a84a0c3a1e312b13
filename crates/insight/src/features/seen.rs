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
        let (mut counts, mut days) = ([0.0; WINDOWS.len()], [0.0; WINDOWS.len()]);
        let mut active = 0_u128;
        for (back, count) in own.days_before(fold.ring_end(at)).enumerate() {
            active |= u128::from(count > 0) << back;
            for (index, window) in WINDOWS.iter().enumerate() {
                if back < *window {
                    counts[index] += f64::from(count);
                    days[index] += f64::from(u8::from(count > 0));
                }
            }
        }
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

    /// The length of the pause that goes on, against the share of earlier pauses that were at least as long; one pause
    /// longer than all is assumed.
    pub fn pause_survival(&self) -> f64 {
        (self.own.gaps.at_least(self.recency()) + 1.0) / (f64::from(self.own.gaps.count) + 2.0)
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

    /// The habits of the day: how evenly traces lie over its quarters, 0 to 1.
    pub fn evenness(&self) -> f64 {
        let total = f64::from(self.own.events);
        let term = |&count: &u32| {
            let share = f64::from(count) / total;
            if share > 0.0 { -share * share.ln() } else { 0.0 }
        };
        self.own.quarters.iter().map(term).sum::<f64>() / 4_f64.ln()
    }

    /// A sum over contacts, weighted by how much went to and fro with each.
    pub fn over_partners(&self, value: impl Fn(&Partner) -> f64) -> f64 {
        let (mut sum, mut weights) = (0.0, 0.0);
        for partner in &self.social.partners {
            let weight = f64::from(partner.sent) + f64::from(partner.received);
            sum += weight * value(partner);
            weights += weight;
        }
        if weights > 0.0 { sum / weights } else { f64::NAN }
    }

    pub fn partners(&self, which: impl Fn(&Partner) -> bool) -> f64 {
        self.social.partners.iter().filter(|partner| which(partner)).count() as f64
    }

    /// Days since a member was last seen, as far as 90.
    pub fn silence_of(&self, member: u32) -> f64 {
        self.fold.activity(member).map_or(90.0, |other| self.age(other.last_at).min(90.0))
    }
}
