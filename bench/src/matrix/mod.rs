//! As much of a Matrix client as a benchmark needs.

mod answer;
mod client;

pub use answer::{Event, Sync};
#[cfg(test)]
pub use client::message_text;
pub use client::{Client, LONG_POLL, Refused, Session};
