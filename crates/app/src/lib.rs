//! Composition: the configuration, and the one place where all crates are put together.
//!
//! Invariant: [`app`] lists the crates and nothing else does. Taking any domain but matrix out of it
//! leaves a server that builds and chats.

pub mod admin;
pub mod app;
pub mod backup;
pub mod config;
mod fit;
mod health;
mod metrics;
mod process;
mod register;
mod translate;
mod web;

pub use app::App;
pub use config::Config;
