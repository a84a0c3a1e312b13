//! The whole server through its front door: the real router on a place of its own, on both databases.

mod events;
mod reader;
mod support;
mod sync_order;
mod visibility;
