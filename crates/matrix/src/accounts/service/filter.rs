//! Filters that clients store and name later.

use std::sync::Arc;

use hearth_kernel::{Error, Result, limits};
use hearth_store::Entry;
use ruma::api::client::filter::FilterDefinition;

use crate::accounts::{Accounts, inline_filter, model, store};

impl Accounts {
    /// Keeps a filter and gives the id under which it is found.
    pub(in crate::accounts) async fn add_filter(&self, user_id: &str, text: &str) -> Result<String> {
        inline_filter(text)?;
        let filter_id = model::filter_id(text);
        let mut entry = Entry::new();
        entry.statement(store::insert_filter(user_id, &filter_id, text));
        self.commit(entry).await?;
        Ok(filter_id)
    }

    /// A stored filter as its client wrote it.
    pub(in crate::accounts) async fn filter_text(&self, user_id: &str, filter_id: &str) -> Result<String> {
        let unknown = || Error::not_found("There is no such filter.");
        model::check_text("filter's id", filter_id, limits::ID_BYTES)?;
        store::filter(&self.store, user_id, filter_id).await?.ok_or_else(unknown)
    }

    /// A stored filter of a member.
    pub async fn filter(&self, user_id: &str, filter_id: &str) -> Result<Arc<FilterDefinition>> {
        let key = (user_id.to_owned(), filter_id.to_owned());
        if let Some(filter) = self.caches.filters.get(&key) {
            return Ok(filter);
        }
        let generation = self.caches.filters.generation();
        let filter = Arc::new(inline_filter(&self.filter_text(user_id, filter_id).await?)?);
        self.caches.filters.put(generation, key, filter.clone());
        Ok(filter)
    }
}
