//! The whole server through its front door: the real router on a place of its own, on both databases.

mod access;
mod by_time;
mod counts;
mod events;
mod longpoll;
mod media;
mod membership;
mod metrics;
mod notifications;
mod reader;
mod relations;
mod reports;
mod support;
mod sync_order;
mod sync_sections;
mod visibility;
