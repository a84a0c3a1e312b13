//! Probabilities that mean what they say while a community changes: what the newest completed cut-offs taught about
//! the predictions made for them is applied to the next ones.
//!
//! After "prequential" assessment (Dawid, 1984): each way of recalibrating is judged by what it would have said about
//! cut-offs before their outcome was known, and the best one so far is used.

use super::logistic::sigmoid;

/// A prediction that was made out of time, with its outcome.
#[derive(Clone, Copy, Debug)]
pub struct Completed {
    pub cutoff: i64,
    pub logit: f64,
    pub left: bool,
}

/// One way of recalibrating.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    /// As the model says.
    None,
    /// All logits moved by one number.
    Shift { newest: usize },
    /// Stretched, too.
    Platt { newest: usize },
}

/// Ways that are tried, by how many of the newest completed cut-offs they learn from.
pub const WAYS: [Way; 7] = [
    Way::None,
    Way::Shift { newest: 1 },
    Way::Shift { newest: 3 },
    Way::Shift { newest: 8 },
    Way::Platt { newest: 3 },
    Way::Platt { newest: 8 },
    Way::Platt { newest: 1000 },
];

/// So many rows' worth of belief that the model is right as it is.
const RIDGE: f64 = 40.0;
/// Older cut-offs count less in the choice of a way: half after so many.
const MEMORY: f64 = 6.0;

/// logit -> shift + slope * logit.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// The line that the completed rows teach, which lie in the order of cut-offs.
    pub fn learn(self, completed: &[Completed]) -> Line {
        let newest = match self {
            Self::None => return Line::SAME,
            Self::Shift { newest } | Self::Platt { newest } => newest,
        };
        let mut line = Line::SAME;
        let rows = newest_cutoffs(completed, newest);
        for _ in 0..25 {
            let (mut g0, mut g1) = (RIDGE * 0.25 * line.shift, RIDGE * (line.slope - 1.0));
            let (mut h00, mut h01, mut h11) = (RIDGE * 0.25, 0.0, RIDGE);
            for row in rows {
                let p = sigmoid(line.of(row.logit));
                let (error, curve) = (p - f64::from(u8::from(row.left)), p * (1.0 - p));
                g0 += error;
                g1 += error * row.logit;
                h00 += curve;
                h01 += curve * row.logit;
                h11 += curve * row.logit * row.logit;
            }
            if matches!(self, Self::Shift { .. }) {
                line.shift -= g0 / h00;
                continue;
            }
            let determinant = h00 * h11 - h01 * h01;
            line.shift -= (h11 * g0 - h01 * g1) / determinant;
            line.slope = (line.slope - (h00 * g1 - h01 * g0) / determinant).max(0.05);
        }
        line
    }
}

fn newest_cutoffs(completed: &[Completed], many: usize) -> &[Completed] {
    let mut from = completed.len();
    for group in completed.chunk_by(|a, b| a.cutoff == b.cutoff).rev().take(many) {
        from -= group.len();
    }
    &completed[from..]
}

/// The best line for the next cut-off. `known_at(c)` is how many of the rows were completed at cut-off `c`.
pub fn choose(completed: &[Completed], horizon_seconds: i64) -> (Way, Line) {
    let mut losses = [0.0; WAYS.len()];
    let mut start = 0;
    for group in completed.chunk_by(|a, b| a.cutoff == b.cutoff) {
        let cutoff = group[0].cutoff;
        let known = &completed[..completed[..start].partition_point(|row| row.cutoff + horizon_seconds <= cutoff)];
        for (loss, way) in losses.iter_mut().zip(WAYS) {
            let line = way.learn(known);
            *loss = *loss * 0.5_f64.powf(1.0 / MEMORY)
                + group.iter().map(|row| log_loss(line.of(row.logit), row.left)).sum::<f64>();
        }
        start += group.len();
    }
    let best = (0..WAYS.len()).min_by(|&a, &b| losses[a].total_cmp(&losses[b])).expect("there are ways");
    (WAYS[best], WAYS[best].learn(completed))
}

fn log_loss(logit: f64, left: bool) -> f64 {
    let towards = if left { -logit } else { logit };
    // ln(1 + e^x) without overflow.
    if towards > 30.0 { towards } else { towards.exp().ln_1p() }
}
