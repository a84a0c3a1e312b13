//! A community around the real server, in one process, with everything decided by one seed.
//!
//! People register, make rooms, talk, read, come and go through the server's own router and its own
//! SQLite file. Only time, chance and the network's edge are stand-ins: commits take their time, fail
//! or lose their answer, clients hang up, and the process is cut and started again on the same folder.
//!
//! Invariants:
//! - The same seed gives the same run, to the last row of every table.
//! - A checker asks through the front door, as a client could; what it compares with is what people
//!   were told, never the server's own memory.
//! - What a person remembers changes only between two awaits, so that a cut leaves nothing half done.

mod checkers;
mod clock;
mod faults;
mod ledger;
mod network;
mod people;
pub mod scenario;
mod store;
mod world;

pub use scenario::Scenario;
pub use store::Dump;
pub use world::{Failure, Outcome, run};
