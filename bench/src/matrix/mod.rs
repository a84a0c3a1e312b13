//! As much of a Matrix client as a benchmark needs.

mod answer;
mod client;

pub use answer::{Event, Sync};
pub use client::{Client, LONG_POLL, Refused, Session, message_text};
