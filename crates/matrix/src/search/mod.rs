//! Search: messages, names and topics of the rooms that a member may read, and members by their names.
//!
//! Invariants:
//! - Nothing is found that its finder may not read: `Sight` is asked about everything that matches, also for
//!   the count.
//! - The index follows the rooms; no send waits for it. How far a room is indexed moves in the commit that
//!   indexes, so that a crash neither forgets nor doubles anything.
//! - What is redacted leaves the index. What is encrypted never comes into it.
//! - One member is found by another if they share a room, or are in a room that everybody may join.

mod model;
mod route;
mod service;
mod store;
mod words;

use std::{sync::Arc, time::Duration};

use hearth_http::Module;
use hearth_kernel::{Context, limits};
use hearth_store::{Migration, Outbox, Store};
use parking_lot::Mutex;
use tokio::sync::Notify;

use self::service::Progress;
use crate::{accounts::Accounts, rooms::Rooms};

pub const MIGRATIONS: &[Migration] = &[
    Migration {
        module: "search",
        number: 1,
        sql: include_str!("migrations/0001_search.sql"),
        postgres: Some(include_str!("migrations/0001_search.postgres.sql")),
    },
    Migration {
        module: "search",
        number: 2,
        sql: include_str!("migrations/0002_waiting_words.sql"),
        postgres: Some(include_str!("migrations/0002_waiting_words.postgres.sql")),
    },
];

const LISTENER: &str = "search";

/// What is said gathers this long before it is indexed, unless somebody searches: many messages in few commits.
const GATHER: Duration = Duration::from_millis(250);

const PERSONAL_DATA: &[&str] = &["search-keeps-words", "search-keeps-names"];

/// The module, as other modules see it.
pub struct Search {
    store: Arc<Store>,
    context: Context,
    accounts: Arc<Accounts>,
    rooms: Arc<Rooms>,
    progress: Mutex<Progress>,
    /// Somebody searches.
    hurry: Arc<Notify>,
}

impl Search {
    pub fn new(store: Arc<Store>, context: Context, accounts: Arc<Accounts>, rooms: Arc<Rooms>) -> Arc<Self> {
        Arc::new(Self { store, context, accounts, rooms, progress: Mutex::default(), hurry: Arc::default() })
    }

    /// Follows what happens until the store closes.
    pub async fn listen(self: &Arc<Self>) {
        let hear = |fact| {
            let search = self.clone();
            async move { search.hear(fact).await }
        };
        let outbox = Outbox::new(self.store.clone(), LISTENER, Self::HEARS).hurried_by(self.hurry.clone());
        outbox.in_batches(GATHER, limits::FACTS_PAGE).run(hear).await;
    }

    /// Whoever searches finds what was said before: the index is waited for, as long as it does not take too long.
    async fn catch_up(&self) {
        not_too_long(hearth_store::catch_up(&self.store, LISTENER, &self.hurry)).await;
    }
}

async fn not_too_long(catching_up: impl Future<Output = ()>) {
    tokio::time::timeout(Duration::from_millis(limits::SEARCH_CATCH_UP_MS), catching_up).await.ok();
}

/// What this module contributes.
pub fn module(search: &Arc<Search>) -> Module {
    Module {
        name: "search",
        routes: route::routes(search),
        migrations: MIGRATIONS,
        personal_data: PERSONAL_DATA,
        ..Module::default()
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use tokio::time::Instant;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn search_catch_up_ms_is_how_long_a_search_waits_for_the_index() {
        let began = Instant::now();
        not_too_long(ready(())).await;
        assert_eq!(began.elapsed(), Duration::ZERO);
        not_too_long(pending()).await;
        assert_eq!(began.elapsed(), Duration::from_millis(limits::SEARCH_CATCH_UP_MS));
    }
}
