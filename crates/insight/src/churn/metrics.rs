//! How good predictions are. Each figure is that of the field's benchmark, unweighted.

/// A prediction and what came of it.
#[derive(Clone, Copy, Debug)]
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
