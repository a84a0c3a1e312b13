//! Durable storage: one SQL text on two databases, one committer, facts in the same commit.
//!
//! Invariants: this crate knows no domain. Every write is an [`Entry`]: data, not a closure, so that
//! a batch that failed can be replayed. A caller is answered only when its entry is on disk, and
//! positions rise in the order of commits. Reads never wait for writes.

mod aside;
mod backup;
mod blob;
mod checkpoint;
mod committer;
mod db;
mod dead_letter;
mod entry;
mod fault;
mod files;
mod meter;
mod migrate;
mod outbox;
mod postgres;
mod postgres_tools;
mod sqlite;
#[cfg(feature = "testing")]
pub mod testing;
mod value;

pub use aside::aside;
pub use backup::{Description, EmptyPlace, back_up, begin_new_epoch, copy_name, require};
pub use blob::{BlobStream, BlobWriter, Blobs};
pub use committer::{BROKEN_CHAIN, Committed, Lane, NOT_AGAIN, Note, Observer, Receipt, Slot};
pub use db::{Options, Store, expect_no_writer};
pub use entry::{Chain, Entry, Statement};
pub use fault::{Fault, Faults};
pub use files::{Files, FoundFile};
pub use meter::Meter;
pub use migrate::Migration;
pub use outbox::{Batch, Outbox, StoredFact, catch_up, trim as trim_outbox, trim_heard as trim_heard_outbox};
pub use postgres::check_url;
pub use value::{Row, Value};
