//! What members do, as a log that can be counted: under their consent, by kind, time and id, and never by content.
//!
//! Facts of the outbox become signals by the declarations of [`KINDS`]; the [`SignalLog`] keeps them as Parquet, by
//! workspace and day. Invariants: a signal that is not declared does not compile; no field has a place for what
//! somebody wrote; each signal is in the log once, wherever a process is killed.

mod day;
mod derive;
mod kind;
mod kinds;
mod lexicon;
mod log;
mod mover;
mod name;
mod parquet;
mod route;
mod service;
mod signal;
mod store;
mod tell;
#[cfg(test)]
mod tests;

pub use day::Day;
pub use kind::{SignalKind, Source, Words};
pub use kinds::{KINDS, PRODUCT_ACTIVITY, PRODUCT_FRICTION, of_name};
pub use lexicon::reference;
pub use log::{DayCensus, DaySignals, Reading, SignalLog};
pub use mover::Mover;
pub use name::{Stream, Workspace};
pub use service::Signals;
pub(crate) use service::signals_of;
pub use signal::{Id, Signal, Word};

use std::sync::Arc;

use hearth_http::Module;
use hearth_store::Migration;

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "signals", number: 1, sql: include_str!("migrations/0001_signals.sql"), postgres: None }];

const PERSONAL_DATA: &[&str] = &["signals-keeps-agreed", "signals-keeps-imported"];

/// What this module contributes.
pub fn module(signals: &Arc<Signals>) -> Module {
    Module {
        name: "signals",
        routes: route::routes(signals),
        migrations: MIGRATIONS,
        facts: tell::FACTS,
        personal_data: PERSONAL_DATA,
        export: Some(signals.clone()),
        ..Module::default()
    }
}
