//! The ground that every other crate stands on: time, chance, errors, facts, ports and limits.
//!
//! Invariants: no I/O but the two lines that read the machine's clock and entropy, no tokio, no
//! protocol type, and no domain. Whatever needs the time, a random number or a new id takes it from
//! a [`Context`]; that is what lets the simulator replay a whole community from one seed.

pub mod context;
pub mod error;
pub mod fact;
pub mod id;
pub mod limits;
pub mod ports;
pub mod rng;
pub mod time;

pub use context::Context;
pub use error::{Error, Kind, Result};
pub use fact::{Fact, FactKind};
pub use rng::Rng;
pub use time::{Clock, ManualClock, SystemClock};
