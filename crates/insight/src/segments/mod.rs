//! Who is where in their life with the community, what they are worth to others, and who belongs together: by rules that
//! are saved under a name, in versions.
//!
//! Invariants:
//! - A lifecycle comes from active days alone; value from what others received, never from what somebody wrote. The same
//!   log gives the same answer, in whatever order it came and however often a part of it came twice.
//! - Segments are counted when a day is over. A count is written after its members: what a killed process moved stays
//!   moved, and the rest follows.
//! - Of this server's members only those are in a segment who agree to it at that moment, and whose account ends or who
//!   no longer agree are in none.

mod counting;
mod days;
mod fields;
mod grid;
mod job;
mod lifecycle;
mod model;
mod people;
mod route;
mod rule;
mod scoring;
mod service;
mod store;
#[cfg(test)]
mod tests;
mod value;
mod view;

use std::sync::Arc;

use hearth_http::Module;
use hearth_kernel::{Context, ports::Consent};
use hearth_store::{Migration, Store};
use tokio::sync::{Mutex, Notify};

pub use days::DaySet;
pub use fields::{Field, Kind, fields};
pub use grid::{Cuts, Grid, LEVELS, Level, Standing, grids};
pub use lifecycle::{Flow, Lifecycle, STATES, State};
pub use model::{BUILT_INS, BuiltIn, Part as TextPart};
pub use people::{People, Source};
pub use rule::{Bound, Fault, Rule};
#[cfg(test)]
pub use scoring::Saying;
pub use scoring::{Chances, Said, Scoring};
pub use value::{Credit, Part, WINDOW, credits};
pub use view::Command;

use crate::{Reader, signals::SignalLog};

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "segments", number: 1, sql: include_str!("migrations/0001_segments.sql"), postgres: None }];

const PERSONAL_DATA: &[&str] = &["segments-keeps-members"];

/// The module, as other modules see it.
pub struct Segments {
    store: Arc<Store>,
    context: Context,
    consent: Arc<dyn Consent>,
    signals: Arc<SignalLog>,
    reader: Arc<Reader>,
    scoring: Arc<dyn Scoring>,
    /// One works at a time; whoever forgets a member waits for it.
    working: Mutex<()>,
    /// Rings when a segment means something else.
    bell: Notify,
}

/// What the module needs of the house.
pub struct Needs {
    pub store: Arc<Store>,
    pub context: Context,
    pub consent: Arc<dyn Consent>,
    pub signals: Arc<SignalLog>,
    pub reader: Arc<Reader>,
    pub scoring: Arc<dyn Scoring>,
}

impl Segments {
    pub fn new(needs: Needs) -> Arc<Self> {
        let Needs { store, context, consent, signals, reader, scoring } = needs;
        let (working, bell) = Default::default();
        Arc::new(Self { store, context, consent, signals, reader, scoring, working, bell })
    }
}

/// What this module contributes.
pub fn module(segments: &Arc<Segments>) -> Module {
    Module {
        name: "segments",
        routes: route::routes(segments),
        migrations: MIGRATIONS,
        personal_data: PERSONAL_DATA,
        export: Some(segments.clone()),
        ..Module::default()
    }
}
