//! What is known of a member at a moment, from one pass over the traces of behaviour in the order of time.
//!
//! Invariants: a state is made of what lies before the moment alone; the same code folds a live community, a replay
//! and a backtest; nothing here has a place for what somebody wrote.

mod activity;
mod catalogue;
mod clock;
mod event;
mod fold;
mod list;
#[cfg(test)]
mod naive;
mod profile;
mod seen;
mod sketch;
mod social;

pub use activity::Activity;
pub use catalogue::{FEATURES, Feature, Group, column};
pub use clock::{DAY, SCALES};
pub use event::{Class, Event, NOBODY};
pub use fold::Fold;
pub use seen::{Seen, WINDOWS};
