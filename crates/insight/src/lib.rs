//! Who is about to leave, how soon and why: behaviour is counted, never read.
//!
//! `signals` keeps the traces that members agreed to, `ingest` brings those of other products, `features` folds them into
//! what is known of a member at a moment, `churn` learns how likely it is that they leave, `scores` says so day by day,
//! `segments` sorts them by value
//! and activity, `reports` tells of all of them in numbers.

pub mod calendar;
pub mod churn;
mod consent;
pub mod features;
pub mod ingest;
pub mod kinds;
mod nearest;
mod reader;
pub mod reports;
pub mod scores;
pub mod segments;
pub mod signals;
mod steps;
#[cfg(test)]
mod testing;
pub mod whole;
pub mod withhold;

use std::{path::PathBuf, sync::Arc};

use hearth_http::Module;
use hearth_i18n::Cultures;
use hearth_kernel::{Context, Result, ports::Consent};
use hearth_store::{Migration, Store};

pub use crate::reader::Reader;
use crate::{
    ingest::Ingest,
    reports::Reports,
    scores::Scores,
    segments::Segments,
    signals::{SignalLog, Signals},
};

/// Where the crate keeps its files.
pub struct Folders {
    pub signals: PathBuf,
    pub models: PathBuf,
}

/// The retention engine's modules, put together.
pub struct Insight {
    pub log: Arc<SignalLog>,
    pub signals: Arc<Signals>,
    pub ingest: Arc<Ingest>,
    pub reader: Arc<Reader>,
    pub reports: Arc<Reports>,
    pub scores: Arc<Scores>,
    pub segments: Arc<Segments>,
}

impl Insight {
    /// Learning from whom `consent` says.
    pub async fn new(
        store: Arc<Store>,
        context: Context,
        cultures: Arc<Cultures>,
        consent: Arc<dyn Consent>,
        folders: Folders,
    ) -> Result<Self> {
        let log = Arc::new(SignalLog::open(&folders.signals)?);
        let signals = Signals::new(store.clone(), context.clone(), consent.clone(), log.clone());
        let ingest = Ingest::new(store.clone(), context.clone(), log.clone()).await?;
        let reader = Arc::new(Reader::new(log.clone(), ingest.clone(), consent.clone(), context.clone()));
        let scores = Scores::new(scores::Needs {
            store: store.clone(),
            context: context.clone(),
            cultures,
            consent: consent.clone(),
            signals: log.clone(),
            reader: reader.clone(),
            folder: folders.models,
        });
        let reports = Reports::new(context.clone(), &log, reader.clone(), scores.clone());
        let segments = Segments::new(segments::Needs {
            store,
            context,
            consent,
            signals: log.clone(),
            reader: reader.clone(),
            scoring: scores.clone(),
        });
        Ok(Self { log, signals, ingest, reader, reports, scores, segments })
    }

    pub fn modules(&self) -> Vec<Module> {
        vec![
            signals::module(&self.signals),
            ingest::module(&self.ingest),
            reports::module(&self.reports),
            scores::module(&self.scores),
            segments::module(&self.segments),
        ]
    }

    /// Runs the background work of this crate until the store closes.
    pub async fn listen(&self) {
        let scores = Box::pin(self.scores.listen());
        tokio::join!(self.signals.listen(), self.ingest.listen(), scores, Box::pin(self.segments.listen()));
    }

    /// What this crate holds at the moment: name, words, number.
    pub fn load(&self) -> [(&'static str, &'static str, i64); 3] {
        [self.log.load(), self.ingest.load(), self.scores.load()]
    }

    /// Gives back what nobody needs any more.
    pub async fn tidy(&self) -> Result<()> {
        self.signals.tidy().await?;
        self.ingest.tidy().await?;
        self.scores.tidy().await?;
        self.segments.tidy().await
    }
}

/// The schema of all modules.
pub fn migrations() -> Vec<Migration> {
    [signals::MIGRATIONS, ingest::MIGRATIONS, scores::MIGRATIONS, segments::MIGRATIONS].concat()
}
