//! The whole server through its front door: the real router on a place of its own, on both databases.

mod access;
mod aliases;
mod by_time;
mod counts;
mod directory;
mod events;
mod eviction;
mod forgetting;
mod ignoring;
mod knocking;
mod longpoll;
mod media;
mod membership;
mod metrics;
mod notifications;
mod reader;
mod relations;
mod reports;
mod restricted;
mod spaces;
mod summaries;
mod support;
mod sync_order;
mod sync_sections;
mod upgrades;
mod visibility;
