//! Who is where in their life with the community, what they are worth to others, and who belongs together.
//!
//! Invariants: a lifecycle comes from active days alone; value from what others received, never from what somebody
//! wrote. The same log gives the same answer, in whatever order it came and however often a part of it came twice.

mod days;
mod lifecycle;

pub use days::DaySet;
pub use lifecycle::{Flow, Lifecycle, STATES, State};
