//! The use cases, one file a subject. What they share is how an entry is written.

pub(super) mod account_data;
pub(super) mod administer;
pub(super) mod change_password;
pub(super) mod deactivate;
pub(super) mod device;
pub(super) mod filter;
pub(super) mod guesses;
pub(super) mod interactive;
pub(super) mod openid;
pub(super) mod password;
pub(super) mod profile;
pub(super) mod refresh;
pub(super) mod register;
pub(super) mod registration_token;
pub(super) mod session;
pub(super) mod setup;
pub(super) mod shared_secret;
pub(super) mod sightings;
pub(super) mod tag;

use hearth_kernel::{Error, Result};
use hearth_store::{Entry, Lane};

use super::{Accounts, cache::Stale, store};

impl Accounts {
    /// Writes and waits until it is on disk.
    async fn commit(&self, entry: Entry) -> Result<()> {
        self.store.write(entry).await.map(drop).map_err(store::explain)
    }

    /// Writes what makes cached things false. A task sees it through: a caller who goes away between
    /// the commit and the cache must not leave a revoked token working.
    async fn commit_and_forget(&self, entry: Entry, stale: Stale) -> Result<()> {
        let receipt = self.store.reserve(Lane::Live).await?.submit(entry);
        let caches = self.caches.clone();
        let settled = tokio::spawn(async move {
            let outcome = receipt.wait().await;
            caches.forget(&stale);
            outcome
        });
        let lost = |error| Error::unavailable("The server is stopping.").caused_by(error);
        settled.await.map_err(lost)?.map(drop).map_err(store::explain)
    }

    /// Writes what nobody waits for and what may be lost when the queue is full.
    async fn commit_in_passing(&self, entry: Entry) {
        if let Ok(slot) = self.store.reserve(Lane::Live).await {
            drop(slot.submit(entry));
        }
    }
}
