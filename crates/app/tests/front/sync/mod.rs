//! What a device is told by and by: syncs, counts of what is unread, who is here, and what wakes it.

mod counts;
mod heroes;
pub mod longpoll;
mod notifications;
mod order;
mod own_counts;
mod presence;
mod quiet;
pub mod reader;
mod sections;
pub mod waking;
