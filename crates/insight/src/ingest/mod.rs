//! The way in for other products: their SDKs' events, and files of events, as signals in a workspace of their own.
//!
//! Invariants:
//! - An event that was answered with success is on disk, and is in the log once, however often it is sent and whenever
//!   the process is killed.
//! - Of an event names, ids and one number are kept; what people write has no place to stand.
//! - No event is lost because its name is not known: it is held until an administrator says what it means.
//! - Who an id belongs to follows from the set of links, whatever order they came in.
//! - A workspace states its lawful basis before anything comes into it.

mod body;
mod file;
mod identity;
mod known;
mod model;
mod moment;
mod posthog;
mod route;
mod segment;
mod service;
mod store;
#[cfg(test)]
mod tests;

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use hearth_http::Module;
use hearth_kernel::{Context, FactKind, Result};
use hearth_store::{Migration, Store};
use parking_lot::Mutex;
use tokio::sync::Notify;

pub(crate) use self::{
    file::{Cells, Place, each_cells, excerpt},
    moment::{Unit, parse_with_unit as moment, why_not},
};
pub use self::{
    file::{Columns, Fault, Format, Report, check},
    identity::Identities,
    model::{Basis, Mapping, Ruling},
    service::{Command, Import, Imported},
};
use self::{known::Known, service::Shipping};
use crate::signals::SignalLog;

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "ingest", number: 1, sql: include_str!("migrations/0001_ingest.sql"), postgres: None }];

static MEMBER_FORGOTTEN: FactKind = FactKind {
    name: "ingest.member_forgotten",
    doc: "Somebody was taken out of the `workspace` of another product, and what was learned of them goes.",
};

static WORKSPACE_REMOVED: FactKind = FactKind {
    name: "ingest.workspace_removed",
    doc: "The workspace of another product was taken away, and what was learned of its members goes.",
};

const FACTS: &[&FactKind] = &[&MEMBER_FORGOTTEN, &WORKSPACE_REMOVED];

const PERSONAL_DATA: &[&str] = &["ingest-keeps-events", "ingest-keeps-identities"];

/// The module, as other modules see it.
pub struct Ingest {
    store: Arc<Store>,
    context: Context,
    log: Arc<SignalLog>,
    known: Mutex<Known>,
    /// Held by all who store events, and alone by whoever takes their workspace away.
    taking: tokio::sync::RwLock<()>,
    /// One sorts and ships at a time.
    shipping: tokio::sync::Mutex<Shipping>,
    /// Events that came and are not in the log yet.
    waiting: AtomicI64,
    bell: Notify,
}

impl Ingest {
    pub async fn new(store: Arc<Store>, context: Context, log: Arc<SignalLog>) -> Result<Arc<Self>> {
        let known = Mutex::new(Known::load(&store).await?);
        let waiting = AtomicI64::new(store::waiting(&store).await?);
        let (shipping, taking) = Default::default();
        Ok(Arc::new(Self { store, context, log, known, taking, shipping, waiting, bell: Notify::new() }))
    }

    /// How many events wait for the log: name, words, number.
    pub fn load(&self) -> (&'static str, &'static str, i64) {
        let waiting = self.waiting.load(Ordering::Relaxed);
        ("ingest_waiting", "Events of other products that are not in the signal log yet", waiting)
    }

    /// Whose each id of a workspace is.
    pub async fn identities(&self, workspace: &str) -> Result<Identities> {
        let links = store::links(&self.store, workspace).await?;
        Ok(Identities::new(&links, self.known.lock().apart_in(workspace)))
    }
}

/// What this module contributes.
pub fn module(ingest: &Arc<Ingest>) -> Module {
    Module {
        name: "ingest",
        routes: route::routes(ingest),
        migrations: MIGRATIONS,
        facts: FACTS,
        personal_data: PERSONAL_DATA,
        ..Module::default()
    }
}
