//! What the store counts of itself, for the operator's metrics.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use hearth_kernel::{Error, Kind};
use parking_lot::Mutex;
use prometheus_client::{
    metrics::{counter::Counter, histogram::Histogram},
    registry::Registry,
};

/// From a commit that a fast disk takes at once to one that a stuck disk holds up.
const COMMIT_SECONDS: [f64; 10] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10.0];
const COMMIT_ENTRIES: [f64; 6] = [1.0, 4.0, 16.0, 64.0, 128.0, 256.0];

/// Counters of one open store.
#[derive(Default)]
pub struct Meter {
    commits: Commits,
    read_errors: Counter,
    write_errors: Counter,
    dead_letters: Counter,
    listeners: Mutex<Vec<(&'static str, Arc<AtomicI64>)>>,
}

struct Commits {
    seconds: Histogram,
    entries: Histogram,
}

impl Default for Commits {
    fn default() -> Self {
        Self { seconds: Histogram::new(COMMIT_SECONDS), entries: Histogram::new(COMMIT_ENTRIES) }
    }
}

impl Meter {
    /// Adds what is counted to the metrics of the process.
    pub fn register(&self, registry: &mut Registry) {
        let Self { commits, read_errors, write_errors, dead_letters, .. } = self;
        let seconds = "How long commits took until they were on disk";
        registry.register("store_commit_seconds", seconds, commits.seconds.clone());
        registry.register("store_commit_entries", "Writes that shared a commit", commits.entries.clone());
        registry.register("store_read_errors", "Reads that the database did not answer", read_errors.clone());
        registry.register("store_write_errors", "Writes that the database did not take", write_errors.clone());
        let aside = "Facts that a listener failed at and put aside";
        registry.register("store_dead_letters", aside, dead_letters.clone());
    }

    pub(crate) fn committed(&self, took: Duration, entries: usize) {
        self.commits.seconds.observe(took.as_secs_f64());
        self.commits.entries.observe(entries as f64);
    }

    pub(crate) fn read_failed(&self) {
        self.read_errors.inc();
    }

    pub(crate) fn put_aside(&self) {
        self.dead_letters.inc();
    }

    /// A refused guard is the database's answer and no failure of it.
    pub(crate) fn write_failed(&self, error: &Error) {
        if error.kind != Kind::Conflict {
            self.write_errors.inc();
        }
    }

    /// A place where a listener of the outbox notes how far it has heard.
    pub(crate) fn listener(&self, name: &'static str) -> Arc<AtomicI64> {
        let mut listeners = self.listeners.lock();
        if let Some((_, heard)) = listeners.iter().find(|(known, _)| *known == name) {
            return heard.clone();
        }
        let heard = Arc::new(AtomicI64::new(0));
        listeners.push((name, heard.clone()));
        heard
    }

    /// Each listener of the outbox with the position up to which it has heard.
    pub fn heard(&self) -> Vec<(&'static str, i64)> {
        self.listeners.lock().iter().map(|(name, heard)| (*name, heard.load(Ordering::Relaxed))).collect()
    }
}
