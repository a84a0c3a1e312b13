//! Who is about to leave, how soon, and why.

pub mod backtest;
pub mod bgnbd;
pub mod calibrate;
pub mod dataset;
pub mod log;
pub mod logistic;
pub mod metrics;
pub mod model;
pub mod protocol;
pub mod rank;
