//! Who is about to leave, how soon and why: behaviour is counted, never read.
//!
//! `signals` keeps the traces that members agreed to, `ingest` brings those of other products, `features` folds them into
//! what is known of a member at a moment, `churn` says how likely it is that they leave, `segments` sorts them by value
//! and activity, `reports` tells of all of them in numbers.

pub mod calendar;
pub mod churn;
pub mod features;
pub mod ingest;
pub mod kinds;
mod reader;
pub mod reports;
pub mod segments;
pub mod signals;
pub mod whole;
pub mod withhold;

use std::{path::Path, sync::Arc};

use hearth_http::Module;
use hearth_kernel::{Context, Result, ports::Consent};
use hearth_store::{Migration, Store};

pub use crate::reader::Reader;
use crate::{
    ingest::Ingest,
    signals::{SignalLog, Signals},
};

/// The retention engine's modules, put together.
pub struct Insight {
    pub log: Arc<SignalLog>,
    pub signals: Arc<Signals>,
    pub ingest: Arc<Ingest>,
    pub reader: Arc<Reader>,
}

impl Insight {
    /// With the signal log in this folder, learning from whom `consent` says.
    pub async fn new(store: Arc<Store>, context: Context, consent: Arc<dyn Consent>, folder: &Path) -> Result<Self> {
        let log = Arc::new(SignalLog::open(folder)?);
        let signals = Signals::new(store.clone(), context.clone(), consent, log.clone());
        let ingest = Ingest::new(store, context, log.clone()).await?;
        let reader = Arc::new(Reader::new(log.clone(), ingest.clone()));
        Ok(Self { log, signals, ingest, reader })
    }

    pub fn modules(&self) -> Vec<Module> {
        vec![signals::module(&self.signals), ingest::module(&self.ingest)]
    }

    /// Runs the background work of this crate until the store closes.
    pub async fn listen(&self) {
        tokio::join!(self.signals.listen(), self.ingest.listen());
    }

    /// What this crate holds at the moment: name, words, number.
    pub fn load(&self) -> [(&'static str, &'static str, i64); 1] {
        [self.ingest.load()]
    }

    /// Gives back what nobody needs any more.
    pub async fn tidy(&self) -> Result<()> {
        self.ingest.tidy().await
    }
}

/// The schema of all modules.
pub fn migrations() -> Vec<Migration> {
    ingest::MIGRATIONS.to_vec()
}
