//! Who is about to leave, in this server: each workspace is learned from and scored once a day, and who comes back in
//! between is scored again.
//!
//! Invariants:
//! - A score is of a moment, by a model that saw nothing later. The same log gives the same scores: live, in replay and
//!   in a backtest the same code runs.
//! - A run counts once its row is there. What a killed process wrote of an unfinished one is written over.
//! - Below [`LEAST_ACTIVE`] active members, or before there was anything to learn from, nothing is predicted: what there
//!   is, is described.
//! - Of this server's members only those are scored who agree to it at that moment, and whose account ends or who no
//!   longer agree are in no score.

mod job;
mod model;
mod route;
mod said;
mod service;
mod standing;
mod store;
#[cfg(test)]
mod tests;
mod view;

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use hearth_http::Module;
use hearth_i18n::Cultures;
use hearth_kernel::{Context, ports::Consent};
use hearth_store::{Migration, Store};

use self::standing::Standing;
pub use self::{
    model::{LEAST_ACTIVE, Run, State},
    view::Command,
};
use crate::{
    Reader,
    signals::{SignalLog, Workspace},
};

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "scores", number: 1, sql: include_str!("migrations/0001_scores.sql"), postgres: None }];

const PERSONAL_DATA: &[&str] = &["scores-keeps-scores"];

/// The module, as other modules see it.
pub struct Scores {
    store: Arc<Store>,
    context: Context,
    cultures: Arc<Cultures>,
    consent: Arc<dyn Consent>,
    signals: Arc<SignalLog>,
    reader: Arc<Reader>,
    /// Where models lie, by workspace.
    folder: PathBuf,
    /// What is known of each workspace. One works at a time; whoever forgets a member waits for it.
    working: tokio::sync::Mutex<HashMap<Workspace, Standing>>,
    alarms: std::sync::atomic::AtomicI64,
}

/// What the module needs of the house.
pub struct Needs {
    pub store: Arc<Store>,
    pub context: Context,
    pub cultures: Arc<Cultures>,
    pub consent: Arc<dyn Consent>,
    pub signals: Arc<SignalLog>,
    pub reader: Arc<Reader>,
    pub folder: PathBuf,
}

impl Scores {
    pub fn new(needs: Needs) -> Arc<Self> {
        let Needs { store, context, cultures, consent, signals, reader, folder } = needs;
        let (working, alarms) = Default::default();
        Arc::new(Self { store, context, cultures, consent, signals, reader, folder, working, alarms })
    }

    /// How many workspaces have a model that no longer fits: name, words, number.
    pub fn load(&self) -> (&'static str, &'static str, i64) {
        let alarms = self.alarms.load(std::sync::atomic::Ordering::Relaxed);
        (
            "scores_alarms",
            "Workspaces whose model of leaving does not fit any more: drift, or chances that came out otherwise",
            alarms,
        )
    }
}

/// What this module contributes.
pub fn module(scores: &Arc<Scores>) -> Module {
    Module {
        name: "scores",
        routes: route::routes(scores),
        migrations: MIGRATIONS,
        strings: view::STRINGS,
        personal_data: PERSONAL_DATA,
        export: Some(scores.clone()),
        ..Module::default()
    }
}
