//! How good predictions are, in the field's figures.

use std::collections::BTreeMap;

use hearth_kernel::Rng;

use crate::features::DAY;

/// A prediction and what came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Graded {
    pub cutoff: i64,
    pub member: u32,
    pub p: f64,
    pub left: bool,
    pub last_at: i64,
}

/// The chance that somebody who left has a higher score than somebody who stayed; ties count half.
pub fn auc(rows: &[Graded]) -> f64 {
    let (area, left, stayed) = ranked(rows);
    if left == 0.0 || stayed == 0.0 { f64::NAN } else { area / (left * stayed) }
}

fn ranked(rows: &[Graded]) -> (f64, f64, f64) {
    let mut sorted: Vec<(f64, bool)> = rows.iter().map(|row| (row.p, row.left)).collect();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (mut area, mut stayed, mut left) = (0.0, 0.0, 0.0);
    for group in sorted.chunk_by(|a, b| a.0 == b.0) {
        let gone = group.iter().filter(|row| row.1).count() as f64;
        let here = group.len() as f64 - gone;
        area += gone * (stayed + 0.5 * here);
        stayed += here;
        left += gone;
    }
    (area, left, stayed)
}

/// The same among members of one cut-off, over all cut-offs by their pairs: the order of a day's list alone.
pub fn auc_within(rows: &[Graded]) -> f64 {
    let mut sorted: Vec<Graded> = rows.to_vec();
    sorted.sort_by_key(|row| row.cutoff);
    let (mut area, mut pairs) = (0.0, 0.0);
    for group in sorted.chunk_by(|a, b| a.cutoff == b.cutoff) {
        let (one, left, stayed) = ranked(group);
        area += one;
        pairs += left * stayed;
    }
    area / pairs
}

pub fn log_loss(rows: &[Graded]) -> f64 {
    let one = |row: &Graded| {
        let p = row.p.clamp(1e-6, 1.0 - 1e-6);
        if row.left { -p.ln() } else { -(1.0 - p).ln() }
    };
    rows.iter().map(one).sum::<f64>() / rows.len() as f64
}

pub fn brier(rows: &[Graded]) -> f64 {
    rows.iter().map(|row| (row.p - f64::from(u8::from(row.left))).powi(2)).sum::<f64>() / rows.len() as f64
}

/// Expected calibration error over 15 bins of equal mass.
pub fn calibration_error(rows: &[Graded]) -> f64 {
    const BINS: usize = 15;
    let mut sorted: Vec<(f64, bool)> = rows.iter().map(|row| (row.p, row.left)).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut sums = [(0.0, 0.0); BINS];
    for (index, (p, left)) in sorted.iter().enumerate() {
        let bin = ((BINS as f64 * (index as f64 + 0.5) / rows.len() as f64) as usize).min(BINS - 1);
        sums[bin].0 += p;
        sums[bin].1 += f64::from(u8::from(*left));
    }
    sums.iter().map(|(said, was)| (said - was).abs()).sum::<f64>() / rows.len() as f64
}

/// Average precision: the mean, over those who left, of the share of leavers among all with a score as high.
pub fn average_precision(rows: &[Graded]) -> f64 {
    let mut sorted: Vec<(f64, bool)> = rows.iter().map(|row| (row.p, row.left)).collect();
    sorted.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let (mut all, mut left, mut sum) = (0.0, 0.0, 0.0);
    for group in sorted.chunk_by(|a, b| a.0 == b.0) {
        let gone = group.iter().filter(|row| row.1).count() as f64;
        all += group.len() as f64;
        left += gone;
        sum += left / all * gone;
    }
    sum / left
}

/// How many times more leavers there are among the highest tenth of each cut-off than among all.
pub fn lift(rows: &[Graded]) -> f64 {
    let (mut top, mut top_left) = (0.0, 0.0);
    for mut group in by_cutoff(rows) {
        group.sort_by(|a, b| b.p.total_cmp(&a.p));
        let mut room = 0.1 * group.len() as f64;
        for tied in group.chunk_by(|a, b| a.p == b.p) {
            let taken = room.min(tied.len() as f64).max(0.0);
            let share = tied.iter().filter(|row| row.left).count() as f64 / tied.len() as f64;
            top += taken;
            top_left += taken * share;
            room -= taken;
        }
    }
    let base = rows.iter().filter(|row| row.left).count() as f64 / rows.len() as f64;
    top_left / top / base
}

fn by_cutoff(rows: &[Graded]) -> Vec<Vec<Graded>> {
    let mut groups: BTreeMap<i64, Vec<Graded>> = BTreeMap::new();
    for row in rows {
        groups.entry(row.cutoff).or_default().push(*row);
    }
    groups.into_values().collect()
}

/// How early warnings come whose precision is at least 80 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Warnings {
    /// Who scores at least this is warned of; nothing where no score is that precise.
    pub threshold: Option<f64>,
    /// The share of leavers who are warned of.
    pub recall: f64,
    /// The share of warnings that came while the member was still active.
    pub before_last_trace: f64,
    /// Median days between the first warning of the run that ends in leaving and the last trace.
    pub lead_days: Option<f64>,
    /// The same until the silence was as long as the horizon.
    pub notice_days: Option<f64>,
}

const PRECISION: f64 = 0.8;

pub fn warnings(rows: &[Graded], horizon_days: i64) -> Warnings {
    let mut sorted: Vec<&Graded> = rows.iter().collect();
    sorted.sort_by(|a, b| b.p.total_cmp(&a.p));
    let (mut all, mut left, mut threshold) = (0.0, 0.0, None);
    for group in sorted.chunk_by(|a, b| a.p == b.p) {
        all += group.len() as f64;
        left += group.iter().filter(|row| row.left).count() as f64;
        if left / all >= PRECISION {
            threshold = Some(group[0].p);
        }
    }
    let Some(from) = threshold else { return Warnings::default() };
    let warned = rows.iter().filter(|row| row.left && row.p >= from).count() as f64;
    let mut leads = leads(rows, from);
    leads.sort_by(f64::total_cmp);
    let median = match leads.len() {
        0 => None,
        many => Some((leads[(many - 1) / 2] + leads[many / 2]) / 2.0),
    };
    Warnings {
        threshold,
        recall: warned / rows.iter().filter(|row| row.left).count().max(1) as f64,
        before_last_trace: leads.iter().filter(|lead| **lead > 0.0).count() as f64 / leads.len().max(1) as f64,
        lead_days: median,
        notice_days: median.map(|days| days + horizon_days as f64),
    }
}

/// Days from the first warning of the unbroken run that ends in leaving to the last trace, of everybody who left last.
fn leads(rows: &[Graded], from: f64) -> Vec<f64> {
    let mut members: BTreeMap<u32, Vec<&Graded>> = BTreeMap::new();
    for row in rows {
        members.entry(row.member).or_default().push(row);
    }
    let lead = |mut rows: Vec<&Graded>| {
        rows.sort_by_key(|row| row.cutoff);
        let last = *rows.last()?;
        let run = rows.iter().rev().take_while(|row| row.p >= from).last()?;
        last.left.then_some((last.last_at - run.cutoff) as f64 / DAY as f64)
    };
    members.into_values().filter_map(lead).collect()
}

/// Every figure, with the interval that holds 95 % of what another draw of members would give.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Figures {
    pub rows: usize,
    pub members: usize,
    pub cutoffs: usize,
    pub base_rate: f64,
    pub auc: Figure,
    pub auc_within: Figure,
    pub pr_auc: Figure,
    pub lift_top_tenth: Figure,
    pub log_loss: Figure,
    pub brier: Figure,
    /// Noise adds to it: compare with what chance gives perfect predictions, `calibration_floor`.
    pub calibration_error: Figure,
    /// What perfect probabilities would score 95 times in a hundred at most.
    pub calibration_floor: f64,
    #[serde(flatten)]
    pub warnings: Warnings,
}

#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct Figure {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// Draws of members for the intervals.
pub const DRAWS: usize = 200;

pub fn figures(rows: &[Graded], horizon_days: i64, seed: u64) -> Figures {
    type Of = fn(&[Graded]) -> f64;
    const OF: [Of; 7] = [auc, auc_within, average_precision, lift, log_loss, brier, calibration_error];
    let mut members: BTreeMap<u32, Vec<Graded>> = BTreeMap::new();
    for row in rows {
        members.entry(row.member).or_default().push(*row);
    }
    let groups: Vec<Vec<Graded>> = members.into_values().collect();
    let rng = Rng::from_number(seed).stream("churn.draws");
    let mut drawn: [Vec<f64>; OF.len()] = Default::default();
    for _ in 0..DRAWS {
        let draw = || &groups[rng.below(groups.len() as u64) as usize];
        let sample: Vec<Graded> = (0..groups.len()).flat_map(|_| draw().iter().copied()).collect();
        for (values, of) in drawn.iter_mut().zip(OF) {
            values.push(of(&sample));
        }
    }
    let mut figure = OF.iter().zip(drawn).map(|(of, mut values)| {
        values.retain(|value| value.is_finite());
        let value = of(rows);
        Figure { value, low: quantile(&mut values, 0.025), high: quantile(&mut values, 0.975) }
    });
    let mut next = || figure.next().expect("as many as there are figures");
    let (auc, auc_within, pr_auc, lift_top_tenth) = (next(), next(), next(), next());
    let (log_loss, brier, calibration_error) = (next(), next(), next());
    Figures {
        rows: rows.len(),
        members: groups.len(),
        cutoffs: by_cutoff(rows).len(),
        base_rate: rows.iter().filter(|row| row.left).count() as f64 / rows.len() as f64,
        auc,
        auc_within,
        pr_auc,
        lift_top_tenth,
        log_loss,
        brier,
        calibration_error,
        calibration_floor: calibration_floor(rows, &rng),
        warnings: warnings(rows, horizon_days),
    }
}

/// What the calibration error of the same probabilities would be if they were right.
fn calibration_floor(rows: &[Graded], rng: &Rng) -> f64 {
    let chance = || rng.next_u64() as f64 / u64::MAX as f64;
    let drawn = |_| {
        let rows: Vec<Graded> = rows.iter().map(|row| Graded { left: chance() < row.p, ..*row }).collect();
        calibration_error(&rows)
    };
    quantile(&mut (0..100).map(drawn).collect::<Vec<f64>>(), 0.95)
}

fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = share * (values.len().saturating_sub(1)) as f64;
    let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
    let (low, high) = (at(place.floor() as usize), at(place.ceil() as usize));
    low + (high - low) * place.fract()
}
