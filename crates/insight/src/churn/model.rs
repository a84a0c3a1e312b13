//! What was learned from rows up to a moment: ranks with a logistic regression, trees, and the steps in which members
//! fall silent or leave.

use std::cmp::Ordering;

use hearth_kernel::Result;
use serde::{Deserialize, Serialize};

use super::{
    bgnbd::{Acts, BgNbd},
    booster::{self, Growth},
    dataset::Row,
    forest::Forest,
    hazard::{Ranked, Steps},
    logistic,
    rank::Ranks,
};
use crate::features::{self, DAY, FEATURES};

/// How a model is made. One recipe serves every community.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Recipe {
    /// So many rows' worth of belief that a column says nothing.
    pub ridge: f64,
    /// The same in the steps, of which each has fewer rows.
    pub steps_ridge: f64,
    pub growth: Growth,
    /// The share of the trees' logit in the mean.
    pub trees_share: f64,
    /// Ends of the steps of silence, in parts of the horizon.
    pub steps: Vec<f64>,
}

impl Default for Recipe {
    fn default() -> Self {
        let growth = Growth {
            trees: 300,
            learning_rate: 0.02,
            leaves: 8,
            depth: 3,
            leaf_weight: 20.0,
            l2: 10.0,
            columns: 0.2,
            bins: 255,
        };
        Self { ridge: 300.0, steps_ridge: 300.0, growth, trees_share: 0.4, steps: vec![0.15, 0.35, 0.65] }
    }
}

/// Days within which the curve tells who will have left.
pub const CURVE: [i64; 3] = [7, 14, 28];

/// A model of one community at one moment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Model {
    pub horizon_days: i64,
    pub recipe: Recipe,
    bgnbd: BgNbd,
    ranks: Vec<Ranks>,
    /// Weights of the ranks, and last the intercept.
    linear: Vec<f64>,
    forest: Forest,
    /// Members who do not leave at once: through the steps of `CURVE`.
    leaving: Option<Steps>,
}

/// What each column added to a row's logit, and what remains for everybody.
pub struct Shares {
    pub columns: Vec<f64>,
    pub rest: f64,
}

/// Columns that hang on the community's own parameters.
const EXTRA: [&str; 2] = ["expected-days", "alive"];

/// The names of a model's columns, in their order.
pub fn columns() -> impl Iterator<Item = &'static str> {
    FEATURES.iter().map(|feature| feature.name).chain(EXTRA)
}

/// Columns that came after the recipe was chosen. Where none of a log's rows has anything in them the trees do not see them,
/// so that they draw the columns that they would draw without, and nothing that was said of such logs changes.
const LATER: [&str; 2] = ["rooms-joined-40d", "rooms-left-40d"];

/// What a column speaks of. How likely it is that somebody is still here hangs on their pauses.
pub fn group(column: usize) -> features::Group {
    use features::Group::{Frequency, Rhythm};
    let extra = || if columns().nth(column) == Some("alive") { Rhythm } else { Frequency };
    FEATURES.get(column).map_or_else(extra, |feature| feature.group)
}

/// A member's acts: the days on which there was a trace.
pub(super) fn acts(row: &Row) -> Acts {
    let of = |name| f64::from(row.features[features::column(name)]);
    Acts { repeated: of("days") - 1.0, last: of("tenure") - of("recency"), age: of("tenure") }
}

impl Model {
    /// Learns from rows of before `at` what was known of them at `at`.
    pub fn train(rows: &[&Row], at: i64, horizon_days: i64, recipe: &Recipe, seed: u64) -> Result<Self> {
        let rows = in_order_of_content(rows);
        let newest = rows.last().map_or(0, |row| row.cutoff);
        let latest: Vec<Acts> = rows.iter().filter(|row| row.cutoff == newest).map(|row| acts(row)).collect();
        let bgnbd = BgNbd::fit(&latest);
        let table: Vec<f32> = rows.iter().flat_map(|row| whole(row, &bgnbd, horizon_days)).collect();
        let width = FEATURES.len() + EXTRA.len();
        let column = |index: usize| table.iter().skip(index).step_by(width).copied();
        let ranks: Vec<Ranks> = (0..width).map(|index| Ranks::learn(column(index))).collect();
        let ranked = ranked(&table, &ranks);
        let labels = labels(&rows, &ranked, at, horizon_days, recipe);
        let linear = logistic::fit(&ranked.values, width, &labels, recipe.ridge);
        let says_nothing = |index: usize| column(index).all(|value| value == 0.0);
        let is_seen = |name: &str, index: usize| !LATER.contains(&name) || !says_nothing(index);
        let seen: Vec<usize> = columns().zip(0..).filter(|(name, at)| is_seen(name, *at)).map(|(_, at)| at).collect();
        let by_column: Vec<f64> = seen.iter().flat_map(|index| column(*index).map(f64::from)).collect();
        let forest = booster::grow(&by_column, &seen, &labels, &recipe.growth, seed)?;
        Ok(Self { horizon_days, recipe: recipe.clone(), bgnbd, ranks, linear, forest, leaving: None })
    }

    /// Learns the curve too: who will have left within 7, 14 and 28 days.
    pub fn with_curve(mut self, rows: &[&Row], at: i64) -> Self {
        let rows = in_order_of_content(rows);
        let table: Vec<f32> = rows.iter().flat_map(|row| self.values(row)).collect();
        let horizon_days = self.horizon_days;
        let stays = |row: usize, from: i64, to: i64| {
            let row = rows[row];
            let gone_by = |day: i64| row.gone_at.is_some_and(|at| at <= row.cutoff + day * DAY);
            (row.is_known(to + horizon_days, at) && !gone_by(from)).then(|| !gone_by(to))
        };
        let ranked = ranked(&table, &self.ranks);
        self.leaving = Some(Steps::learn(&ranked, &CURVE, self.recipe.steps_ridge, stays));
        self
    }

    /// What stands in each column of a row.
    pub fn values(&self, row: &Row) -> Vec<f32> {
        whole(row, &self.bgnbd, self.horizon_days)
    }

    /// Where values stand among those that were learned from, around 0 in the middle.
    pub fn ranks_of(&self, whole: &[f32]) -> Vec<f32> {
        whole.iter().zip(&self.ranks).map(|(value, ranks)| ranks.of(*value)).collect()
    }

    /// The logits of rows, not yet calibrated.
    pub fn logits(&self, rows: &[&Row]) -> Vec<f64> {
        let table: Vec<f32> = rows.iter().flat_map(|row| self.values(row)).collect();
        let width = FEATURES.len() + EXTRA.len();
        let trees = self.forest.logits(&table, width);
        let share = self.recipe.trees_share;
        let linear = table.chunks_exact(width).map(|row| logistic::value(&self.linear, &self.ranks_of(row)));
        linear.zip(trees).map(|(linear, trees)| (1.0 - share) * linear + share * trees).collect()
    }

    /// What each column added to a row's logit; the parts add up to it.
    pub fn shares(&self, row: &Row) -> Shares {
        let whole = self.values(row);
        let mut columns = self.forest.contributions(&whole);
        let share = self.recipe.trees_share;
        for value in &mut columns {
            *value *= share;
        }
        let mut rest = columns.pop().expect("the rest is last");
        for ((added, rank), weight) in columns.iter_mut().zip(self.ranks_of(&whole)).zip(&self.linear) {
            *added += (1.0 - share) * f64::from(rank) * weight;
        }
        rest += (1.0 - share) * self.linear[whole.len()];
        Shares { columns, rest }
    }

    /// How likely a member will have left within each span of `CURVE`, who leaves now with probability `p`.
    pub fn curve(&self, row: &Row, p: f64) -> [f64; CURVE.len()] {
        let ranked = self.ranks_of(&self.values(row));
        let stays = |days| self.leaving.as_ref().map_or(1.0, |steps| steps.through(&ranked, 0, days));
        CURVE.map(|days| 1.0 - (1.0 - p) * stays(days))
    }
}

/// Rows sorted by what they hold, so that nothing hangs on the order of names.
fn in_order_of_content<'a>(rows: &[&'a Row]) -> Vec<&'a Row> {
    let by_features = |a: &Row, b: &Row| {
        let pairs = a.features.iter().zip(&b.features);
        pairs.map(|(x, y)| x.total_cmp(y)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    };
    let mut rows = rows.to_vec();
    rows.sort_by(|a, b| a.cutoff.cmp(&b.cutoff).then_with(|| by_features(a, b)));
    rows
}

fn whole(row: &Row, bgnbd: &BgNbd, horizon_days: i64) -> Vec<f32> {
    let acts = acts(row);
    let finite = |value: f64| if value.is_finite() { value as f32 } else { f32::NAN };
    let mut whole = row.features.clone();
    whole.extend([finite(bgnbd.expected(acts, horizon_days as f64)), finite(bgnbd.alive(acts))]);
    whole
}

fn ranked(table: &[f32], ranks: &[Ranks]) -> Ranked {
    let row = |row: &[f32]| -> Vec<f32> { row.iter().zip(ranks).map(|(value, ranks)| ranks.of(*value)).collect() };
    Ranked { width: ranks.len(), values: table.chunks_exact(ranks.len()).flat_map(row).collect() }
}

/// 1 for who left, 0 for who was seen again; for who is silent and may yet return, or of whom nothing more is known, the
/// chance that they will not, by how those fared who had been silent as long.
fn labels(rows: &[&Row], ranked: &Ranked, at: i64, horizon_days: i64, recipe: &Recipe) -> Vec<f64> {
    let mut ends: Vec<i64> = recipe.steps.iter().map(|part| (part * horizon_days as f64).round() as i64).collect();
    ends.retain(|end| *end > 0 && *end < horizon_days);
    ends.push(horizon_days);
    ends.dedup();
    let returned_by = |row: &Row, moment: i64| row.returned_at.is_some_and(|at| at < moment);
    let steps = Steps::learn(ranked, &ends, recipe.steps_ridge, |index, from, to| {
        let row = rows[index];
        let moment = |day: i64| row.cutoff + day * DAY;
        (moment(to) <= row.known_until(at) && !returned_by(row, moment(from))).then(|| !returned_by(row, moment(to)))
    });
    let label = |(index, row): (usize, &&Row)| {
        let known_until = row.known_until(at);
        let silent_days = (known_until - row.cutoff) / DAY;
        if returned_by(row, known_until.min(row.cutoff + horizon_days * DAY)) {
            0.0
        } else if silent_days >= horizon_days {
            1.0
        } else {
            steps.through(ranked.row(index), silent_days, horizon_days)
        }
    };
    rows.iter().enumerate().map(label).collect()
}
