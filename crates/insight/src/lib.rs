//! Who is about to leave, how soon and why: behaviour is counted, never read.
//!
//! `signals` keeps the traces that members agreed to, `features` folds them into what is known of a member at a
//! moment, `churn` says how likely it is that they leave, `segments` sorts them by value and activity, `reports` tells of all of
//! them in numbers.

pub mod calendar;
pub mod churn;
pub mod features;
pub mod kinds;
pub mod reports;
pub mod segments;
pub mod signals;
pub mod withhold;
