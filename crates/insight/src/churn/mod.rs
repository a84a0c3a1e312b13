//! Who is about to leave, how soon, and why.
//!
//! A log of traces (`log`) is folded into rows of features with their outcome (`dataset`); a model learns from the
//! rows whose outcome is known (`model`), what it says is recalibrated as outcomes come in (`calibrate`), and each
//! prediction has its reasons (`reason`). `backtest` says how good all of that would have been, `metrics` in figures.
//!
//! Invariants:
//! - Nothing that happens at or after a moment changes what is predicted for it, to the bit.
//! - Nothing hangs on what members are called or in which order they came: rows are learned in the order of content.
//! - The same log, recipe and seed give the same model and the same predictions.

pub mod backtest;
mod bgnbd;
pub mod booster;
mod calibrate;
pub mod dataset;
pub mod engine;
pub mod forest;
mod hazard;
pub mod log;
mod logistic;
pub mod metrics;
pub mod model;
pub mod protocol;
mod rank;
pub mod reason;
pub mod registry;
pub mod report;
#[cfg(test)]
mod shared;
pub mod shown;
#[cfg(test)]
mod tests;
