//! What the engine would have said: each cut-off is predicted by a model that knew only what came before it.

use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;

use super::{
    calibrate::{self, Completed, Line, Way},
    dataset::{self, Row},
    logistic::sigmoid,
    metrics::Graded,
    model::{Model, Recipe},
    protocol::Protocol,
};
use crate::features::{DAY, Event};

/// Fewer rows with a known outcome teach nothing: the community's pace alone speaks.
const LEAST_TAUGHT: usize = 200;

/// The predictions of one cut-off.
pub struct Judged {
    pub cutoff: i64,
    pub rows: Vec<Graded>,
    pub taught: usize,
    pub way: Way,
    pub line: Line,
}

/// Runs the protocol over a log in the order of time.
pub fn run(events: &[Event], protocol: &Protocol, recipe: &Recipe, seed: u64, threads: usize) -> Vec<Judged> {
    let days = protocol.horizon_days;
    let mut cutoffs: Vec<i64> = protocol.train_cutoffs.iter().chain(&protocol.test_cutoffs).copied().collect();
    cutoffs.sort_unstable();
    cutoffs.dedup();
    let rows = dataset::rows(events, &cutoffs, protocol.window_days);
    let logits = out_of_time(&rows, &cutoffs, days, recipe, seed, threads);
    let completed: Vec<Completed> = rows
        .iter()
        .zip(&logits)
        .filter_map(|(row, logit)| Some(Completed { cutoff: row.cutoff, logit: (*logit)?, left: row.left(days) }))
        .collect();
    protocol.test_cutoffs.iter().map(|&cutoff| judge(cutoff, &rows, &logits, &completed, days)).collect()
}

fn judge(cutoff: i64, rows: &[Row], logits: &[Option<f64>], completed: &[Completed], days: i64) -> Judged {
    let known = &completed[..completed.partition_point(|row| row.cutoff + days * DAY <= cutoff)];
    let (way, line) = calibrate::choose(known, days * DAY);
    let from = rows.partition_point(|row| row.cutoff < cutoff);
    let to = rows.partition_point(|row| row.cutoff <= cutoff);
    let graded = rows[from..to].iter().zip(&logits[from..to]).map(|(row, logit)| Graded {
        cutoff,
        member: row.member,
        p: sigmoid(line.of(logit.unwrap_or_default())),
        left: row.left(days),
        last_at: row.last_at,
    });
    let taught = rows.partition_point(|row| row.cutoff + days * DAY <= cutoff);
    Judged { cutoff, rows: graded.collect(), taught, way, line }
}

/// The logit of every row by the model of its own cut-off; none where there was too little to learn from.
fn out_of_time(
    rows: &[Row],
    cutoffs: &[i64],
    days: i64,
    recipe: &Recipe,
    seed: u64,
    threads: usize,
) -> Vec<Option<f64>> {
    let logits = Mutex::new(vec![None; rows.len()]);
    let next = AtomicUsize::new(0);
    let work = || {
        // The newest first: they take longest.
        while let Some(&cutoff) = cutoffs.iter().rev().nth(next.fetch_add(1, Ordering::Relaxed)) {
            let taught: Vec<&Row> = rows.iter().take_while(|row| row.cutoff + days * DAY <= cutoff).collect();
            if taught.len() < LEAST_TAUGHT {
                continue;
            }
            let from = rows.partition_point(|row| row.cutoff < cutoff);
            let asked: Vec<&Row> = rows[from..].iter().take_while(|row| row.cutoff == cutoff).collect();
            let model = Model::train(&taught, days, recipe, seed);
            let predicted = model.logits(&asked);
            for (place, logit) in logits.lock()[from..].iter_mut().zip(predicted) {
                *place = Some(logit);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    logits.into_inner()
}
