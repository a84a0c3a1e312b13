//! How the disk misbehaves, and when the process is cut.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use hearth_kernel::Rng;
use hearth_store::{Fault, Faults};
use tokio::{sync::watch, time::Instant};

use crate::{ledger, scenario::Weather};

/// The instant from which on nobody hears of this life of the server any more.
///
/// Nothing that a process does after its last answer can be told apart from not having been done, but
/// for what it has put on disk. So a cut between commit and publication needs no hook in the server:
/// it is an instant at which the commit is through and every line is dead.
pub(crate) struct Cut(watch::Sender<Option<Instant>>);

impl Cut {
    pub(crate) fn new(at: Option<Instant>) -> Arc<Self> {
        Arc::new(Self(watch::channel(at).0))
    }

    pub(crate) fn has_come(&self) -> bool {
        self.0.borrow().is_some_and(|at| Instant::now() >= at)
    }

    fn bring_forward(&self, to: Instant) {
        self.0.send_modify(|at| *at = Some(at.map_or(to, |at| at.min(to))));
    }

    /// Resolves a moment after the cut, when what was due at that instant has been done.
    pub(crate) async fn come(&self) {
        let mut moved = self.0.subscribe();
        loop {
            let at = *moved.borrow_and_update();
            let come = async {
                match at {
                    Some(at) => tokio::time::sleep_until(at + Duration::from_millis(1)).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                () = come => return,
                _ = moved.changed() => {}
            }
        }
    }
}

/// Where in a commit the process is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// The batch is made; nothing of it is on disk.
    Before,
    /// The batch is on disk; nobody has been told.
    After,
}

/// Seeded durations and faults of one life's commits.
pub(crate) struct Disk {
    rng: Rng,
    weather: Weather,
    cut: Arc<Cut>,
    /// The commit at which the process is cut, if it is not at any other time.
    cut_at: Option<(u64, Moment)>,
    commits: AtomicU64,
    ledger: ledger::Shared,
}

impl Disk {
    pub(crate) fn new(
        rng: Rng,
        weather: Weather,
        cut: Arc<Cut>,
        cut_at: Option<(u64, Moment)>,
        ledger: ledger::Shared,
    ) -> Self {
        Self { rng, weather, cut, cut_at, commits: AtomicU64::new(0), ledger }
    }

    fn happens(&self, one_in: u64, what: &'static str) -> bool {
        let happens = one_in > 0 && self.rng.one_in(one_in);
        if happens {
            self.ledger.lock().trouble(what);
        }
        happens
    }

    /// Brings the cut to this commit, if it is the one.
    fn cut_here(&self, takes: Duration) {
        let nth = self.commits.fetch_add(1, Ordering::Relaxed) + 1;
        let (at, what) = match self.cut_at.filter(|(at, _)| *at == nth) {
            Some((_, Moment::Before)) => (takes - Duration::from_millis(2), "a cut before a commit"),
            Some((_, Moment::After)) => (takes, "a cut between commit and publication"),
            None => return,
        };
        self.cut.bring_forward(Instant::now() + at);
        self.ledger.lock().trouble(what);
    }
}

impl Faults for Disk {
    fn next(&self) -> (Duration, Fault) {
        let slow = self.happens(self.weather.commit_is_slow, "a slow commit");
        let takes = Duration::from_millis(if slow { 500 + self.rng.below(2_500) } else { 2 + self.rng.below(12) });
        self.cut_here(takes);
        let fault = match () {
            () if self.happens(self.weather.commit_fails, "a commit fails") => Fault::Fails,
            () if self.happens(self.weather.commit_loses_its_answer, "a commit's answer is lost") => Fault::AnswerLost,
            () if self.happens(self.weather.commit_vanishes, "a commit is lost with its answer") => Fault::Vanishes,
            () => Fault::None,
        };
        (takes, fault)
    }
}
