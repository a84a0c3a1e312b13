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
/// Steps to the best line, and how often each is halved.
const ROUNDS: usize = 25;
const HALVINGS: i32 = 30;
/// A line never turns the order of members around.
const FLATTEST: f64 = 0.05;
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
        let mut line = Line::SAME;
        let mut cost = self.cost(line, rows);
        for _ in 0..ROUNDS {
            let step = self.step(line, rows);
            // A whole step may go far beyond the lowest point where most chances are near 0 or 1 (Boyd and Vandenberghe,
            // "Convex Optimization", 9.5).
            let mut tried = (0..HALVINGS).map(|halvings| {
                let part = 0.5_f64.powi(halvings);
                let to =
                    Line { shift: line.shift - part * step[0], slope: (line.slope - part * step[1]).max(FLATTEST) };
                (self.cost(to, rows), to)
            });
            let Some(lower) = tried.find(|(tried, _)| *tried < cost) else { break };
            (cost, line) = lower;
        }
        line
    }

    /// What a line costs: the log loss of the rows, and how far it is from the model.
    fn cost(self, line: Line, rows: &[Completed]) -> f64 {
        let [level, slope] = self.ridge();
        let ridge = (level * line.shift.powi(2) + slope * (line.slope - 1.0).powi(2)) / 2.0;
        let losses = self.weighed(rows).map(|(weight, row)| weight * log_loss(line.of(row.logit), row.left));
        ridge + losses.sum::<f64>()
    }

    /// Newton's step for it; along the bound where it would lead over it.
    fn step(self, line: Line, rows: &[Completed]) -> [f64; 2] {
        let [level, slope] = self.ridge();
        let (mut g0, mut g1) = (level * line.shift, slope * (line.slope - 1.0));
        let (mut h00, mut h01, mut h11) = (level, 0.0, slope);
        for (weight, row) in self.weighed(rows) {
            let p = sigmoid(line.of(row.logit));
            let (error, curve) = (weight * (p - f64::from(u8::from(row.left))), weight * p * (1.0 - p));
            g0 += error;
            g1 += error * row.logit;
            h00 += curve;
            h01 += curve * row.logit;
            h11 += curve * row.logit * row.logit;
        }
        let determinant = h00 * h11 - h01 * h01;
        if line.slope <= FLATTEST && h00 * g1 > h01 * g0 {
            return [g0 / h00, 0.0];
        }
        [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant]
    }

    fn weighed(self, rows: &[Completed]) -> impl Iterator<Item = (f64, &Completed)> {
        rows.chunk_by(|a, b| a.cutoff == b.cutoff).flat_map(move |group| {
            let weight = if self == Self::ByMember { 1.0 } else { 1.0 / group.len() as f64 };
            group.iter().map(move |row| (weight, row))
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Six cut-offs of members of whom some leave whom the model was all but sure of.
    fn sure() -> Vec<Completed> {
        let row = |number: i64| {
            let (logit, left) = if number % 40 == 0 { (-30.0, true) } else { (-28.0 + (number % 40) as f64, false) };
            Completed { cutoff: number / 200 * DAY, logit, left }
        };
        (0..1_200).map(row).collect()
    }

    #[test]
    fn a_line_is_the_best_there_is_even_where_the_model_was_sure_and_wrong() {
        let rows = sure();
        for way in [Way::ByCutoff, Way::ByMember] {
            let line = way.learn(&rows);
            let near = [(0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01)]
                .map(|(shift, slope)| Line { shift: line.shift + shift, slope: (line.slope + slope).max(FLATTEST) });
            let best = way.cost(line, &rows);
            assert!(near.iter().all(|other| way.cost(*other, &rows) >= best), "{way:?}: {line:?} costs {best}");
            assert!(best <= way.cost(Line::SAME, &rows), "{way:?}: {line:?}");
        }
    }
}
