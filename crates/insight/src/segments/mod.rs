//! Who is where in their life with the community, what they are worth to others, and who belongs together.
//!
//! Invariants: a lifecycle comes from active days alone; value from what others received, never from what somebody
//! wrote. The same log gives the same answer, in whatever order it came and however often a part of it came twice.

mod days;
mod fields;
mod grid;
mod lifecycle;
mod people;
mod rule;
mod value;

pub use days::DaySet;
pub use fields::{Field, Kind, fields};
pub use grid::{Cuts, Grid, LEVELS, Level, Standing, grids};
pub use lifecycle::{Flow, Lifecycle, STATES, State};
pub use people::{People, Source};
pub use rule::{Bound, Fault, Rule};
pub use value::{Credit, Part, WINDOW, credits};
