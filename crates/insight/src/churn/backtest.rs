//! What the engine would have said: each cut-off is predicted by a model that knew only what came before it.

use std::sync::atomic::{AtomicUsize, Ordering};

use hearth_kernel::{Error, Result};
use parking_lot::Mutex;

use super::{
    bgnbd::BgNbd,
    calibrate::{self, Completed, Line},
    dataset::{self, Row},
    log::Log,
    logistic::{logit, sigmoid},
    metrics::Graded,
    model::{self, Model, Recipe},
    protocol::{self, Protocol},
    reason::{self, Reason},
};
use crate::features::DAY;

/// Fewer rows with a known outcome teach nothing: how often people come speaks alone.
pub(super) const LEAST_TAUGHT: usize = 200;

/// The predictions of one cut-off.
pub struct Judged {
    pub cutoff: i64,
    pub rows: Vec<Graded>,
    /// The reasons of each row, the strongest first; none where no model had learned enough.
    pub reasons: Vec<Vec<Reason>>,
    /// What the simplest rules say, for comparison: days of silence, and BG/NBD's chance of no visit.
    pub recency: Vec<f64>,
    pub no_visit: Vec<f64>,
    /// Days until each member left, or until the log no longer tells, and whether they left.
    pub stayed: Vec<(f64, bool)>,
    /// What was predicted, as recalibration learns from it; empty where no model had learned enough.
    pub completed: Vec<Completed>,
    /// Rows whose outcome was known.
    pub taught: usize,
    pub line: Line,
}

/// How a backtest runs.
#[derive(Clone, Copy)]
pub struct Running<'a> {
    pub recipe: &'a Recipe,
    pub seed: u64,
    pub threads: usize,
    /// Reasons cost as much as the rest.
    pub with_reasons: bool,
    /// Cut-offs before this are learned from and not predicted.
    pub from: i64,
}

/// A cut-off as its model saw it.
#[derive(Default)]
struct Seen {
    logits: Vec<f64>,
    no_visit: Vec<f64>,
    reasons: Vec<Vec<Reason>>,
    is_learned: bool,
}

/// Runs the protocol over a log in the order of time.
pub fn run(log: &Log, protocol: &Protocol, running: Running) -> Result<Vec<Judged>> {
    let days = protocol.horizon_days;
    let cutoffs = protocol.all_cutoffs();
    let rows = dataset::rows(log, &cutoffs, protocol.window_days, days);
    let seen = out_of_time(log, &rows, protocol, running)?;
    let mut completed = Vec::new();
    for (cutoff, seen) in cutoffs.iter().zip(&seen).filter(|(_, seen)| seen.is_learned) {
        let rows = rows_of(&rows, *cutoff).iter().zip(&seen.logits);
        let rows = rows.filter(|(row, _)| !log.is_apart(row.member, *cutoff) && row.is_known(days, i64::MAX));
        completed.extend(rows.map(|(row, logit)| Completed { cutoff: *cutoff, logit: *logit, left: row.left(days) }));
    }
    let end = protocol::core(&log.events).last().map_or(0, |event| event.at);
    let mut judged = Vec::new();
    for (cutoff, seen) in cutoffs.into_iter().zip(seen) {
        if protocol.test_cutoffs.contains(&cutoff) {
            judged.push(judge(cutoff, rows_of(&rows, cutoff), seen, &completed, days, end));
        }
    }
    for one in &mut judged {
        one.taught = rows.partition_point(|row| row.cutoff + days * DAY <= one.cutoff);
    }
    Ok(judged)
}

fn judge(cutoff: i64, rows: &[Row], seen: Seen, completed: &[Completed], days: i64, end: i64) -> Judged {
    let known = completed.partition_point(|row| row.cutoff + days * DAY <= cutoff);
    let line = if seen.is_learned { calibrate::learn(&completed[..known], days) } else { Line::SAME };
    // What became of whoever withdrew before that time was over says nothing of what was said of them.
    let is_known: Vec<bool> = rows.iter().map(|row| row.is_known(days, i64::MAX)).collect();
    let rows: Vec<&Row> = kept(rows.iter().collect(), &is_known);
    let [logits, no_visit] = [seen.logits, seen.no_visit].map(|all| kept(all, &is_known));
    let reasons = kept(seen.reasons, &is_known);
    let graded = rows.iter().zip(&logits).map(|(row, logit)| Graded {
        cutoff,
        member: row.member,
        p: sigmoid(line.of(*logit)),
        left: row.left(days),
        last_at: row.last_at,
    });
    let recency = rows.iter().map(|row| (cutoff - row.last_at) as f64 / DAY as f64).collect();
    let stayed = rows.iter().map(|row| {
        let told_until = row.known_until(end) - days * DAY - cutoff;
        match row.gone_at {
            Some(at) if at - cutoff <= told_until => ((at - cutoff) as f64 / DAY as f64, true),
            _ => (told_until.max(0) as f64 / DAY as f64, false),
        }
    });
    let stayed = stayed.collect();
    let own =
        completed.partition_point(|row| row.cutoff < cutoff)..completed.partition_point(|row| row.cutoff <= cutoff);
    let completed = completed[own].to_vec();
    Judged { cutoff, rows: graded.collect(), reasons, recency, no_visit, stayed, completed, taught: 0, line }
}

fn kept<T>(all: Vec<T>, which: &[bool]) -> Vec<T> {
    all.into_iter().zip(which).filter(|(_, is_kept)| **is_kept).map(|(one, _)| one).collect()
}

/// The rows of one cut-off, of all in their order.
pub fn rows_of(rows: &[Row], cutoff: i64) -> &[Row] {
    let from = rows.partition_point(|row| row.cutoff < cutoff);
    let to = rows.partition_point(|row| row.cutoff <= cutoff);
    &rows[from..to]
}

/// What the model of each cut-off said of its rows.
fn out_of_time(log: &Log, rows: &[Row], protocol: &Protocol, running: Running) -> Result<Vec<Seen>> {
    let (cutoffs, days) = (protocol.all_cutoffs(), protocol.horizon_days);
    let done: Vec<Mutex<Option<Result<Seen>>>> = cutoffs.iter().map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(cutoffs.len());
    let work = || {
        // The newest first: they take longest.
        while let Ok(place) = next.try_update(Ordering::Relaxed, Ordering::Relaxed, |next| next.checked_sub(1)) {
            let cutoff = cutoffs[place - 1];
            let with_reasons = running.with_reasons && protocol.test_cutoffs.contains(&cutoff);
            let running = Running { with_reasons, ..running };
            let seen = if cutoff < running.from { Ok(Seen::default()) } else { see(log, rows, cutoff, days, running) };
            *done[place - 1].lock() = Some(seen);
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..running.threads {
            scope.spawn(work);
        }
        work();
    });
    let missing = || Err(Error::internal("a cut-off was not predicted"));
    done.into_iter().map(|seen| seen.into_inner().unwrap_or_else(missing)).collect()
}

fn see(log: &Log, rows: &[Row], cutoff: i64, days: i64, running: Running) -> Result<Seen> {
    let asked: Vec<&Row> = rows_of(rows, cutoff).iter().collect();
    let before = rows.iter().take_while(|row| row.cutoff < cutoff);
    // Everybody is asked about, and only from people is learned.
    let before: Vec<&Row> = before.filter(|row| !log.is_apart(row.member, row.cutoff)).collect();
    let taught = before.iter().filter(|row| row.is_known(days, cutoff));
    let (all, left) = taught.fold((0, 0), |(all, left), row| (all + 1, left + usize::from(row.left(days))));
    let acts: Vec<_> = asked.iter().map(|row| model::acts(row)).collect();
    let visits = BgNbd::fit(&acts);
    let no_visit: Vec<f64> = acts.iter().map(|acts| visits.no_visit(*acts, days as f64)).collect();
    if all < LEAST_TAUGHT || left == 0 || left == all {
        let logits = no_visit.iter().map(|p| logit(*p)).collect();
        return Ok(Seen { logits, no_visit, reasons: vec![Vec::new(); asked.len()], is_learned: false });
    }
    let model = Model::train(&before, cutoff, days, running.recipe, running.seed)?;
    let reasons = |row: &&Row| if running.with_reasons { reason::of(&model, row) } else { Vec::new() };
    let reasons = asked.iter().map(reasons).collect();
    Ok(Seen { logits: model.logits(&asked), no_visit, reasons, is_learned: true })
}
