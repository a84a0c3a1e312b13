//! Rooms: made, entered, spoken in, read and found.

mod aliases;
mod by_time;
mod checking;
mod directory;
mod events;
mod eviction;
mod forgetting;
mod ignoring;
mod knocking;
mod looking_in;
mod membership;
mod pending;
mod relations;
mod reports;
mod restricted;
mod spaces;
mod suggesting;
mod summaries;
mod upgrades;
mod visibility;
