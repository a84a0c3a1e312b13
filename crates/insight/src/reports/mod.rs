//! What the community does, in numbers: who stays, who comes back, what they use, what drives them away.
//!
//! A report is a function of a log and a question. Invariants: it is linear in the log; it knows nothing later than the
//! moment asked for; no cell tells of fewer members than the bound, nor lets them be worked out from the others.

mod activation;
mod adoption;
mod asked;
mod cohorts;
mod contacts;
mod demand;
mod friction;
mod grid;
mod growth;
mod hours;
mod incidents;
mod interval;
mod lifecycle;
mod matched;
mod query;
mod route;
mod rules;
mod service;
#[cfg(test)]
mod shared;
mod stickiness;
mod table;
#[cfg(test)]
mod tests;
mod view;

use std::sync::Arc;

use hearth_http::Module;

pub use asked::Asked;
pub use cohorts::Cohorts;
pub use growth::Growth;
pub use query::{Answer, Query, REPORTS, Report, report};
pub use rules::Named;
pub use service::{Command, Reports};
pub use table::Table;

/// What this module contributes. It keeps nothing but answers, in memory.
pub fn module(reports: &Arc<Reports>) -> Module {
    Module { name: "reports", routes: route::routes(reports), ..Module::default() }
}
