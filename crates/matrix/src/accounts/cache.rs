//! What is kept in memory of what the database says: bounded, and never older than the last write.
//!
//! A reader that began before a write and ends after it would put back what the write had made
//! false. So a reader takes the cache's generation first, and what it brings is kept only if nothing
//! was forgotten since.

use std::{
    borrow::Borrow,
    collections::BTreeMap,
    sync::{Arc, atomic::AtomicI64},
};

use hearth_http::Caller;
use hearth_kernel::limits;
use parking_lot::Mutex;
use ruma::api::client::filter::FilterDefinition;

use super::model::{Digest, Profile};

pub(super) struct Cache<K, V> {
    most: usize,
    held: Mutex<Held<K, V>>,
}

struct Held<K, V> {
    entries: BTreeMap<K, V>,
    generation: u64,
}

impl<K: Ord + Clone, V: Clone> Cache<K, V> {
    pub(super) fn new(most: usize) -> Self {
        Self { most, held: Mutex::new(Held { entries: BTreeMap::new(), generation: 0 }) }
    }

    pub(super) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.held.lock().entries.get(key).cloned()
    }

    /// To be taken before the database is read.
    pub(super) fn generation(&self) -> u64 {
        self.held.lock().generation
    }

    pub(super) fn put(&self, generation: u64, key: K, value: V) {
        let mut held = self.held.lock();
        if held.generation != generation {
            return;
        }
        if held.entries.len() >= self.most {
            held.entries.pop_first();
        }
        held.entries.insert(key, value);
    }

    pub(super) fn forget<Q: Ord + ?Sized>(&self, key: &Q)
    where
        K: Borrow<Q>,
    {
        let mut held = self.held.lock();
        held.generation += 1;
        held.entries.remove(key);
    }

    /// Looks at every entry: for what happens seldom.
    pub(super) fn forget_where(&self, gone: impl Fn(&V) -> bool) {
        let mut held = self.held.lock();
        held.generation += 1;
        held.entries.retain(|_, value| !gone(value));
    }
}

/// Who has a token, and until when.
pub(super) struct Known {
    pub(super) caller: Arc<Caller>,
    /// The last moment that there is, where it does not end.
    pub(super) expires_at_ms: i64,
    /// When this was noted last.
    pub(super) seen_at_ms: AtomicI64,
}

impl Known {
    pub(super) fn new(caller: Arc<Caller>, expires_at_ms: Option<i64>, seen_at_ms: Option<i64>) -> Self {
        let (expires_at_ms, seen_at_ms) = (expires_at_ms.unwrap_or(i64::MAX), seen_at_ms.unwrap_or(0).into());
        Self { caller, expires_at_ms, seen_at_ms }
    }
}

/// The caches of this module.
pub(super) struct Caches {
    /// By the hash of the token.
    pub(super) callers: Cache<Digest, Arc<Known>>,
    pub(super) profiles: Cache<String, Profile>,
    /// By owner and id. A filter never changes, so these are never forgotten.
    pub(super) filters: Cache<(String, String), Arc<FilterDefinition>>,
}

impl Default for Caches {
    fn default() -> Self {
        Self {
            callers: Cache::new(limits::TOKENS_CACHED),
            profiles: Cache::new(limits::PROFILES_CACHED),
            filters: Cache::new(limits::FILTERS_CACHED),
        }
    }
}

/// What a write makes false.
pub(super) enum Stale {
    Profile(String),
    /// The tokens of these devices of one member.
    Devices {
        user_id: String,
        device_ids: Vec<String>,
    },
    /// Everything of one member.
    Member(String),
}

impl Caches {
    pub(super) fn forget(&self, stale: &Stale) {
        match stale {
            Stale::Profile(user_id) => self.profiles.forget(user_id.as_str()),
            Stale::Devices { user_id, device_ids } => self.callers.forget_where(|known| {
                *known.caller.user_id == **user_id && device_ids.iter().any(|id| *known.caller.device_id == **id)
            }),
            Stale::Member(user_id) => {
                self.callers.forget_where(|known| *known.caller.user_id == **user_id);
                self.profiles.forget(user_id.as_str());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::inline_filter;

    #[test]
    fn what_was_read_before_a_write_is_not_kept_after_it() {
        let cache = Cache::new(10);
        let generation = cache.generation();
        cache.forget("ada");
        cache.put(generation, "ada".to_owned(), 1);
        assert_eq!(cache.get("ada"), None);
        cache.put(cache.generation(), "ada".to_owned(), 2);
        assert_eq!(cache.get("ada"), Some(2));
    }

    #[test]
    fn profiles_and_filters_are_kept_up_to_their_bounds() {
        let caches = Caches::default();
        let filter = Arc::new(inline_filter("{}").unwrap());
        for at in 0..=limits::PROFILES_CACHED.max(limits::FILTERS_CACHED) {
            caches.profiles.put(0, format!("{at:07}"), Profile::default());
            caches.filters.put(0, (String::new(), format!("{at:07}")), filter.clone());
        }
        assert_eq!(caches.profiles.held.lock().entries.len(), limits::PROFILES_CACHED);
        assert_eq!(caches.filters.held.lock().entries.len(), limits::FILTERS_CACHED);
    }

    #[test]
    fn tokens_cached_bound_who_is_known_without_asking() {
        let caches = Caches::default();
        let caller = Caller { user_id: "@a:b".into(), device_id: "PHONE".into(), is_administrator: false };
        let ada = Arc::new(Known::new(Arc::new(caller), None, None));
        for at in 0..=limits::TOKENS_CACHED {
            let mut token = [0; 32];
            token[..8].copy_from_slice(&at.to_be_bytes());
            caches.callers.put(0, token, ada.clone());
        }
        assert_eq!(caches.callers.held.lock().entries.len(), limits::TOKENS_CACHED);
    }

    #[test]
    fn it_holds_no_more_than_its_bound() {
        let cache = Cache::new(2);
        for name in ["a", "b", "c"] {
            cache.put(0, name.to_owned(), 0);
        }
        assert_eq!((cache.get("a"), cache.get("b"), cache.get("c")), (None, Some(0), Some(0)));
    }
}
