//! What members do, as a log that can be counted: under their consent, by kind, time and id, and never by content.
//!
//! Facts of the outbox become signals by the declarations of [`KINDS`]; the [`SignalLog`] keeps them as Parquet, by
//! workspace and day. Invariants: a signal that is not declared does not compile; no field has a place for what
//! somebody wrote; each signal is in the log once, wherever a process is killed.

mod day;
mod kind;
mod kinds;
mod log;
mod name;
mod parquet;
mod signal;
#[cfg(test)]
mod tests;

pub use day::Day;
pub use kind::{SignalKind, Words};
pub use kinds::{KINDS, PRODUCT_ACTIVITY, PRODUCT_FRICTION, of_name};
pub use log::{DaySignals, Reading, SignalLog};
pub use name::{Stream, Workspace};
pub use signal::{Id, Signal, Word};
