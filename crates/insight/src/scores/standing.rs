//! What is known of a workspace from one day to the next, so that a day costs what happened on it and not the whole log.

use std::{collections::BTreeMap, sync::Arc};

use hearth_kernel::Result;
use hearth_store::aside;

use crate::{
    Reader,
    churn::{engine::Learned, log::Log, registry},
    features::{DAY, Fold},
    ingest::Identities,
    signals::{Day, Workspace},
};

/// As an error names it.
pub(super) const WORK: &str = "the work on scores";
/// Signals of the newest days may still come: they are folded anew each time. What comes later than that is looked for once
/// a day.
const LATE_DAYS: i64 = 2;

/// A workspace as far as it has been read.
#[derive(Default)]
pub(super) struct Standing {
    settled: Settled,
    /// The model that is believed, once it was looked for.
    pub champion: Option<Arc<Believed>>,
    pub is_looked_up: bool,
    /// The state of the log when it was last read.
    pub changes: Option<u64>,
}

/// A model with the name of its version, which takes its whole text to work out.
pub(super) struct Believed {
    pub learned: Learned,
    pub version: String,
}

impl Believed {
    pub fn new(learned: Learned) -> Arc<Self> {
        let version = registry::version_of(&learned);
        Arc::new(Self { learned, version })
    }
}

/// The days that are over, folded for good.
#[derive(Default)]
struct Settled {
    fold: Fold,
    /// Whom and what the fold's numbers stand for.
    names: Log,
    through: Option<Day>,
    /// How many signals each of these days had.
    counts: BTreeMap<Day, usize>,
    /// Who was one person, and who was set apart: whoever is now was not so in the fold.
    told: u64,
}

/// Everybody as of a moment.
pub(super) struct Present {
    pub fold: Fold,
    pub names: Log,
}

impl Standing {
    /// Reads on up to a moment and says how everybody stands then. Moments do not go back.
    pub async fn as_of(
        &mut self,
        reader: &Reader,
        workspace: &Workspace,
        identities: Identities,
        at: i64,
    ) -> Result<Present> {
        let told = identities.fingerprint();
        // Whoever drops this midway leaves nothing half folded: the next one starts over.
        let mut settled = std::mem::take(&mut self.settled);
        if settled.told != told {
            settled = Settled { told, ..Settled::default() };
        }
        let last = Day::of(at * 1_000 - 1);
        let open = last.before(LATE_DAYS - 1);
        let days = reader.days_after(workspace, settled.through, last).await?;
        let (closed, newest): (Vec<Day>, Vec<Day>) = days.into_iter().partition(|day| *day < open);
        for day in closed {
            let count = reader.add(&mut settled.names, workspace, day, &identities).await?;
            settled.counts.insert(day, count);
            settled = aside(WORK, move || settled.take_in(i64::MAX)).await?;
            settled.through = Some(day);
        }
        let mut present = Settled { fold: settled.fold.clone(), names: settled.names.clone(), ..Settled::default() };
        for day in newest {
            reader.add(&mut present.names, workspace, day, &identities).await?;
        }
        let present = aside(WORK, move || present.take_in(at)).await?;
        self.settled = settled;
        Ok(Present { fold: present.fold, names: present.names })
    }

    /// Starts over where a settled day has more signals than it had. Fewer are no reason: they go with age, day by day.
    pub async fn look_back(&mut self, reader: &Reader, workspace: &Workspace) -> Result<()> {
        let Some(through) = self.settled.through else { return Ok(()) };
        for (day, count) in reader.counts(workspace).await?.into_iter().filter(|(day, _)| *day <= through) {
            if self.settled.counts.insert(day, count).unwrap_or(0) < count {
                self.start_over();
                return Ok(());
            }
        }
        Ok(())
    }

    /// Forgets what was folded, as when somebody is no longer to be in it.
    pub fn start_over(&mut self) {
        self.settled = Settled::default();
    }
}

impl Settled {
    /// Folds what was read of before a moment.
    fn take_in(mut self, before: i64) -> Self {
        let events = std::mem::take(&mut self.names.events);
        let mut fold = self.fold.with_classes(&self.names.classes());
        for event in events.iter().take_while(|event| event.at < before) {
            fold.apply(event);
        }
        Self { fold, ..self }
    }
}

/// The beginning of the day of UTC, at which windows of days are exact.
pub(super) fn begins(at: i64) -> i64 {
    at.div_euclid(DAY) * DAY
}
