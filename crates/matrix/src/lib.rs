//! The Matrix homeserver: accounts, rooms, sync, push and moving in.
//!
//! Invariants: only this crate imports ruma. Modules stand in this order and use only those before
//! them: accounts, rooms, push, sync, archive. What crosses the other way is a fact or a change note.

pub mod rooms;
mod endpoint;
mod stream;
