//! Probabilities that mean what they say while a community changes: what the newest completed cut-offs taught about
//! the predictions made for them is applied to the next ones.
//!
//! After "prequential" assessment (Dawid, 1984): each way of recalibrating is judged by what it would have said about
//! cut-offs before their outcome was known, and counts the more, the better it did. A way that learned from few
//! cut-offs stays near the model, since members of one cut-off share its luck.

use serde::{Deserialize, Serialize};

use super::logistic::sigmoid;
use crate::features::DAY;

/// A prediction that was made out of time, with its outcome.
#[derive(Clone, Copy, Debug)]
pub struct Completed {
    pub cutoff: i64,
    pub logit: f64,
    pub left: bool,
}

/// One way of recalibrating.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// As the model says.
    None,
    /// Moved and stretched (Platt, 1999), each cut-off counting as one.
    ByCutoff,
    /// The same, each member counting as one.
    ByMember,
}

const WAYS: [Way; 3] = [Way::None, Way::ByCutoff, Way::ByMember];
/// The newest completed cut-offs teach; older ones were another community.
const NEWEST: usize = 6;
/// Older cut-offs count less in the judgement of a way: half after so many.
const MEMORY: f64 = 12.0;
/// How much better a way counts for each unit of log loss that it saved per member.
const SHARPNESS: f64 = 30.0;
/// Fewer completed rows teach nothing.
const LEAST_TAUGHT: usize = 50;

/// logit -> shift + slope * logit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub shift: f64,
    pub slope: f64,
}

impl Line {
    pub const SAME: Self = Self { shift: 0.0, slope: 1.0 };

    pub fn of(&self, logit: f64) -> f64 {
        self.shift + self.slope * logit
    }
}

impl Way {
    /// Belief that the model is right as it is, in level and in slope: in members, or in cut-offs of which each weighs
    /// as much as one member.
    fn ridge(self) -> [f64; 2] {
        if self == Self::ByMember { [50.0, 200.0] } else { [0.4, 0.8] }
    }

    /// The line that the completed rows teach, which lie in the order of cut-offs.
    fn learn(self, completed: &[Completed]) -> Line {
        let rows = newest_cutoffs(completed);
        if self == Self::None || rows.len() < LEAST_TAUGHT {
            return Line::SAME;
        }
        let [level, slope] = self.ridge();
        let mut line = Line::SAME;
        for _ in 0..25 {
            let (mut g0, mut g1) = (level * line.shift, slope * (line.slope - 1.0));
            let (mut h00, mut h01, mut h11) = (level, 0.0, slope);
            for group in rows.chunk_by(|a, b| a.cutoff == b.cutoff) {
                let weight = if self == Self::ByMember { 1.0 } else { 1.0 / group.len() as f64 };
                for row in group {
                    let p = sigmoid(line.of(row.logit));
                    let (error, curve) = (weight * (p - f64::from(u8::from(row.left))), weight * p * (1.0 - p));
                    g0 += error;
                    g1 += error * row.logit;
                    h00 += curve;
                    h01 += curve * row.logit;
                    h11 += curve * row.logit * row.logit;
                }
            }
            let determinant = h00 * h11 - h01 * h01;
            line.shift -= (h11 * g0 - h01 * g1) / determinant;
            line.slope = (line.slope - (h00 * g1 - h01 * g0) / determinant).max(0.05);
        }
        line
    }
}

fn newest_cutoffs(completed: &[Completed]) -> &[Completed] {
    let mut from = completed.len();
    for group in completed.chunk_by(|a, b| a.cutoff == b.cutoff).rev().take(NEWEST) {
        from -= group.len();
    }
    &completed[from..]
}

/// The line for the next cut-off: the mean of all ways' lines, each by how well it has done.
pub fn learn(completed: &[Completed], horizon_days: i64) -> Line {
    let mut losses = [0.0; WAYS.len()];
    let mut start = 0;
    for group in completed.chunk_by(|a, b| a.cutoff == b.cutoff) {
        let known_by = group[0].cutoff - horizon_days * DAY;
        let known = &completed[..completed[..start].partition_point(|row| row.cutoff <= known_by)];
        for (loss, way) in losses.iter_mut().zip(WAYS) {
            let line = way.learn(known);
            let sum: f64 = group.iter().map(|row| log_loss(line.of(row.logit), row.left)).sum();
            *loss = *loss * 0.5_f64.powf(1.0 / MEMORY) + sum / group.len() as f64;
        }
        start += group.len();
    }
    let best = losses.iter().copied().fold(f64::INFINITY, f64::min);
    let weights = losses.map(|loss| (-SHARPNESS * (loss - best)).exp());
    let total: f64 = weights.iter().sum();
    let mean = |part: fn(&Line) -> f64| -> f64 {
        WAYS.iter().zip(weights).map(|(way, weight)| weight / total * part(&way.learn(completed))).sum()
    };
    Line { shift: mean(|line| line.shift), slope: mean(|line| line.slope) }
}

fn log_loss(logit: f64, left: bool) -> f64 {
    let towards = if left { -logit } else { logit };
    // ln(1 + e^x) without overflow.
    if towards > 30.0 { towards } else { towards.exp().ln_1p() }
}
