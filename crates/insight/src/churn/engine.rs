//! The engine at one moment: what it learned up to then, and what it says of everybody who is here.

use hearth_kernel::{Error, Result};
use serde::{Deserialize, Serialize};

use super::{
    backtest::{self, Judged, Running},
    calibrate::{self, Line},
    dataset::{self, Row},
    log::Log,
    logistic::sigmoid,
    metrics::{self, Graded},
    model::{Model, Recipe},
    protocol::{self, Protocol},
    reason::{self, Reason},
};
use crate::features::{DAY, Event, FEATURES, Fold, Seen};

/// Below so many active members the live console describes and does not predict.
pub const LEAST_ACTIVE: usize = 300;
/// Cut-offs before the newest completed one from which recalibration is judged.
const JUDGED: usize = 8;

/// What was learned of one community up to a moment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Learned {
    /// Nothing that happened at or after this was seen, in seconds since 1970.
    pub at: i64,
    pub window_days: i64,
    pub horizon_days: i64,
    pub seed: u64,
    /// Rows that were learned from.
    pub rows: usize,
    pub model: Model,
    pub line: Line,
    /// Of each feature, where a tenth of the rows ends: what drift is measured against.
    pub deciles: Vec<Vec<f32>>,
    /// The same of the chances that models of their own time gave at the newest completed cut-offs.
    pub chances: Vec<f32>,
}

/// What two models said of the same rows, whose outcome neither knew, as log loss: the lower, the better.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contest {
    pub rows: usize,
    /// The one that is believed.
    pub champion: f64,
    /// What learning again at each time would have said.
    pub challenger: f64,
}

/// What was learned, from what, and what would have been said of the newest cut-offs whose outcome is known.
struct Lesson {
    learned: Learned,
    rows: Vec<Row>,
    judged: Vec<Judged>,
}

/// What is said of one member.
#[derive(Clone, Debug, Serialize)]
pub struct Scored {
    pub member: u32,
    /// The chance of silence for the horizon from now on.
    pub p: f64,
    /// The chance that they will have left within each span of `model::CURVE`.
    pub curve: Vec<f64>,
    pub last_at: i64,
    #[serde(skip)]
    pub features: Vec<f32>,
}

/// How many members had a trace in the window before a moment.
pub fn active(log: &Log, at: i64, window_days: i64) -> usize {
    let from = log.events.partition_point(|event| event.at < at - window_days * DAY);
    let to = log.events.partition_point(|event| event.at < at);
    let classes = log.classes();
    let is_life = |event: &&Event| classes[usize::from(event.kind)].is_life();
    let mut members: Vec<u32> = log.events[from..to].iter().filter(is_life).map(|event| event.member).collect();
    members.sort_unstable();
    members.dedup();
    members.len()
}

impl Learned {
    /// Learns from a log what was known at a moment.
    pub fn learn(log: &Log, at: i64, recipe: &Recipe, seed: u64, threads: usize) -> Result<Self> {
        learn(log, at, recipe, seed, threads).map(|lesson| lesson.learned)
    }

    /// Learns anew, and lays beside what this model says of the newest completed cut-offs what models of those times
    /// would have said. There is nothing to lay beside it where too little has come to pass since this one learned.
    pub fn challenge(&self, log: &Log, at: i64, seed: u64, threads: usize) -> Result<(Self, Option<Contest>)> {
        let Lesson { learned, rows, judged } = learn(log, at, &Recipe::default(), seed, threads)?;
        if learned.horizon_days != self.horizon_days {
            return Ok((learned, None));
        }
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for judged in judged.into_iter().filter(|judged| judged.cutoff >= self.at) {
            let days = learned.horizon_days;
            let rows = backtest::rows_of(&rows, judged.cutoff).iter();
            let rows: Vec<&Row> = rows.filter(|row| row.is_known(days, i64::MAX)).collect();
            let ps = self.model.logits(&rows).into_iter().map(|logit| sigmoid(self.line.of(logit)));
            ours.extend(judged.rows.iter().zip(ps).map(|(row, p)| Graded { p, ..*row }));
            theirs.extend(judged.rows);
        }
        let contest =
            Contest { rows: ours.len(), champion: metrics::log_loss(&ours), challenger: metrics::log_loss(&theirs) };
        Ok((learned, (contest.rows > 0).then_some(contest)))
    }

    /// Everybody who is here at a moment, the likeliest to leave first.
    pub fn score(&self, log: &Log, at: i64) -> Vec<Scored> {
        let mut fold = Fold::read_at_second(at).with_classes(&log.classes());
        for event in log.events.iter().take_while(|event| event.at < at) {
            fold.apply(event);
        }
        let mut scored = self.score_fold(&fold, at);
        scored.retain(|one| !log.is_apart(one.member, at));
        scored
    }

    /// The same of a fold that has seen everything before the moment.
    pub fn score_fold(&self, fold: &Fold, at: i64) -> Vec<Scored> {
        self.score_where(fold, at, |_| true)
    }

    /// The same of some members.
    pub fn score_where(&self, fold: &Fold, at: i64, which: impl Fn(&Seen) -> bool) -> Vec<Scored> {
        let mut rows = Vec::new();
        dataset::population(fold, at, self.window_days, |member, seen| {
            if which(seen) {
                rows.push(row(member, at, seen.own.last_at, Row::read(seen)));
            }
        });
        let logits = self.model.logits(&rows.iter().collect::<Vec<_>>());
        let mut scored: Vec<Scored> = rows
            .into_iter()
            .zip(logits)
            .map(|(row, logit)| {
                let p = sigmoid(self.line.of(logit));
                let curve = self.model.curve(&row, p).to_vec();
                Scored { member: row.member, p, curve, last_at: row.last_at, features: row.features }
            })
            .collect();
        scored.sort_by(|a, b| b.p.total_cmp(&a.p).then(a.member.cmp(&b.member)));
        scored
    }

    /// How far each feature has moved since training: the population stability index over tenths, the farthest first.
    /// Below 0.1 nothing has happened; above 0.25 the model has not seen such a community (Siddiqi, "Credit Risk
    /// Scorecards", 2006).
    pub fn drift(&self, scored: &[Scored]) -> Vec<(&'static str, f64)> {
        let moved = |(column, ends): (usize, &Vec<f32>)| stability(ends, scored.iter().map(|one| one.features[column]));
        let names = FEATURES.iter().map(|feature| feature.name);
        let mut drift: Vec<_> = names.zip(self.deciles.iter().enumerate().map(moved)).collect();
        drift.sort_by(|a, b| b.1.total_cmp(&a.1));
        drift
    }

    /// The same of the chances themselves: whether everybody is likelier to leave than when it learned, or less likely.
    pub fn drift_of_chances(&self, scored: &[Scored]) -> f64 {
        stability(&self.chances, scored.iter().map(|one| one.p as f32))
    }

    /// Why a member is likely to leave.
    pub fn reasons(&self, scored: &Scored) -> Vec<Reason> {
        reason::of(&self.model, &row(scored.member, self.at, scored.last_at, scored.features.clone()))
    }
}

/// A member of whom nothing is known yet of what follows.
fn row(member: u32, cutoff: i64, last_at: i64, features: Vec<f32>) -> Row {
    Row { cutoff, member, last_at, returned_at: None, gone_at: None, ended_at: None, features }
}

fn learn(log: &Log, at: i64, recipe: &Recipe, seed: u64, threads: usize) -> Result<Lesson> {
    let known = log.events.partition_point(|event| event.at < at);
    let Some(first) = protocol::core(&log.events[..known]).first() else {
        return Err(Error::invalid_param(
            "The log holds no event before that time, so there is nothing to learn from.",
        ));
    };
    let days = horizon(log, at);
    let step = step_days(days) * DAY;
    let first_cutoff = first.at + days * DAY;
    let mut cutoffs: Vec<i64> =
        (1..).map(|back| at - back * step).take_while(|cutoff| *cutoff >= first_cutoff).collect();
    cutoffs.truncate(protocol::MOST_CUTOFFS as usize);
    cutoffs.reverse();
    let rows = dataset::rows(log, &cutoffs, days, days);
    let of_people: Vec<&Row> = rows.iter().filter(|row| !log.is_apart(row.member, row.cutoff)).collect();
    let taught = of_people.iter().filter(|row| row.is_known(days, at));
    let (known, left) = taught.fold((0, 0), |(all, left), row| (all + 1, left + usize::from(row.left(days))));
    if known < backtest::LEAST_TAUGHT || left == 0 || left == known {
        return Err(Error::invalid_param(format!(
            "There are {known} rows with a known outcome, of which {left} left; to learn takes {} and some of both.",
            backtest::LEAST_TAUGHT
        )));
    }
    let model = Model::train(&of_people, at, days, recipe, seed)?.with_curve(&of_people, at);
    let judged = completed(log, at, days, &cutoffs, Running { recipe, seed, threads, with_reasons: false, from: 0 })?;
    let completed: Vec<_> = judged.iter().flat_map(|judged| judged.completed.iter().copied()).collect();
    let line = calibrate::learn(&completed, days);
    let features = 0..rows.first().map_or(0, |row| row.features.len());
    let deciles = features.map(|column| tenths(of_people.iter().map(|row| row.features[column]))).collect();
    let chances = tenths(completed.iter().map(|row| sigmoid(line.of(row.logit)) as f32));
    let learned = Learned {
        at,
        window_days: days,
        horizon_days: days,
        seed,
        rows: of_people.len(),
        model,
        line,
        deciles,
        chances,
    };
    Ok(Lesson { learned, rows, judged })
}

/// The silence that is called leaving, by what was known at a moment.
pub fn horizon(log: &Log, at: i64) -> i64 {
    let known = protocol::core(&log.events[..log.events.partition_point(|event| event.at < at)]);
    let span_days = known.first().map_or(0.0, |first| (at - first.at) as f64 / DAY as f64);
    protocol::horizon(&protocol::pauses(known, &log.classes()), span_days)
}

/// Days between cut-offs that are learned from, and between a model and the next.
pub fn step_days(horizon_days: i64) -> i64 {
    (horizon_days / 2).max(7)
}

/// Predictions of the newest cut-offs whose outcome is known, each by a model of its own time.
fn completed(log: &Log, at: i64, days: i64, cutoffs: &[i64], running: Running) -> Result<Vec<Judged>> {
    let known = cutoffs.partition_point(|cutoff| cutoff + days * DAY <= at);
    let running = Running { from: cutoffs.get(known.saturating_sub(JUDGED)).copied().unwrap_or(at), ..running };
    let judged = cutoffs[known.saturating_sub(JUDGED)..known].to_vec();
    let earlier = cutoffs[..known.saturating_sub(JUDGED)].to_vec();
    let protocol = Protocol { window_days: days, horizon_days: days, train_cutoffs: earlier, test_cutoffs: judged };
    backtest::run(log, &protocol, running)
}

/// The ends of nine tenths of the values that are known.
fn tenths(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut values: Vec<f32> = values.filter(|value| value.is_finite()).collect();
    values.sort_unstable_by(f32::total_cmp);
    (1..10).filter_map(|tenth| values.get(tenth * values.len() / 10).copied()).collect()
}

fn stability(ends: &[f32], values: impl Iterator<Item = f32>) -> f64 {
    // Tenths that fell together, as where half of all values are nought, are one bin with their common share.
    let mut bins: Vec<(f32, f64)> = Vec::new();
    for end in ends {
        match bins.last_mut() {
            Some((last, share)) if last == end => *share += 0.1,
            _ => bins.push((*end, 0.1)),
        }
    }
    let mut counts = vec![0.0; bins.len() + 1];
    let mut total = 0.0;
    for value in values.filter(|value| value.is_finite()) {
        counts[bins.partition_point(|(end, _)| *end < value)] += 1.0;
        total += 1.0;
    }
    if total == 0.0 || bins.is_empty() {
        return 0.0;
    }
    let rest = 1.0 - bins.iter().map(|(_, share)| share).sum::<f64>();
    let shares = bins.iter().map(|(_, share)| *share).chain([rest]);
    let term = |(expected, count): (f64, &f64)| {
        let (expected, found) = (expected.max(1e-4), (count / total).max(1e-4));
        (found - expected) * (found / expected).ln()
    };
    shares.zip(&counts).map(term).sum()
}
