//! The whole server through its front door: the real router on a place of its own, on both databases.

mod access;
mod accounts;
mod counts;
mod events;
mod longpoll;
mod membership;
mod reader;
mod support;
mod sync_order;
mod sync_sections;
mod visibility;
