//! What is kept in memory of what can be found out again: bounded, and, where others write, never older than their last
//! write.

use std::{borrow::Borrow, collections::HashMap, hash::Hash};

use parking_lot::Mutex;

/// A map of the entries that were asked for last, in two generations: when the young one is full it becomes the old one, and
/// what was old and nobody asked for is forgotten. So as many as one generation holds are there, and never more than twice
/// as many.
pub(crate) struct Kept<K, V> {
    most: usize,
    young: HashMap<K, V>,
    old: HashMap<K, V>,
}

impl<K: Eq + Hash, V> Kept<K, V> {
    pub(crate) fn new(most: usize) -> Self {
        Self { most, young: HashMap::new(), old: HashMap::new() }
    }

    /// What is asked for is young again.
    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        if let Some((key, value)) = self.old.remove_entry(key) {
            self.insert(key, value);
        }
        self.young.get(key)
    }

    pub(crate) fn remove<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.young.remove(key).or_else(|| self.old.remove(key))
    }

    pub(crate) fn insert(&mut self, key: K, value: V) {
        self.old.remove(&key);
        if self.young.len() >= self.most && !self.young.contains_key(&key) {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, value);
    }

    /// Looks at every entry: for what happens seldom.
    pub(crate) fn retain(&mut self, stays: impl Fn(&V) -> bool) {
        self.young.retain(|_, value| stays(value));
        self.old.retain(|_, value| stays(value));
    }
}

/// The same of what others may write meanwhile. A reader that began before a write and ends after it would put back what the
/// write had made false; so it takes the generation first, and what it brings is kept only if nothing was forgotten since.
pub(crate) struct Cache<K, V>(Mutex<Held<K, V>>);

struct Held<K, V> {
    entries: Kept<K, V>,
    generation: u64,
}

impl<K: Eq + Hash, V: Clone> Cache<K, V> {
    pub(crate) fn new(most: usize) -> Self {
        Self(Mutex::new(Held { entries: Kept::new(most), generation: 0 }))
    }

    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.0.lock().entries.get(key).cloned()
    }

    /// To be taken before the database is read.
    pub(crate) fn generation(&self) -> u64 {
        self.0.lock().generation
    }

    pub(crate) fn put(&self, generation: u64, key: K, value: V) {
        let mut held = self.0.lock();
        if held.generation == generation {
            held.entries.insert(key, value);
        }
    }

    pub(crate) fn forget<Q: Eq + Hash + ?Sized>(&self, key: &Q)
    where
        K: Borrow<Q>,
    {
        let mut held = self.0.lock();
        held.generation += 1;
        held.entries.remove(key);
    }

    /// Looks at every entry: for what happens seldom.
    pub(crate) fn forget_where(&self, is_gone: impl Fn(&V) -> bool) {
        let mut held = self.0.lock();
        held.generation += 1;
        held.entries.retain(|value| !is_gone(value));
    }
}

#[cfg(test)]
mod tests {
    use hearth_kernel::limits;

    use super::*;

    #[test]
    fn it_holds_what_came_last_and_at_most_two_generations() {
        // What the maps of this crate are made with.
        let bounds = [
            limits::ROOMS_LOADED,
            limits::READERS_COUNTED,
            limits::MEMBERS_INDEXED,
            limits::ROOMS_LISTED,
            limits::TOKENS_CACHED,
            limits::PROFILES_CACHED,
            limits::FILTERS_CACHED,
            limits::TRANSACTIONS_REMEMBERED,
            limits::KEY_STRETCHES_KEPT,
        ];
        for most in bounds {
            let mut kept = Kept::new(most);
            for key in 0..=2 * most {
                kept.insert(key, ());
                assert!(kept.young.len() <= most && kept.old.len() <= most);
            }
            assert!(kept.get(&0).is_none());
            // Asked for in turn, none of as many as are promised drives out another.
            for _ in 0..2 {
                assert!((most + 1..=2 * most).all(|key| kept.get(&key).is_some()), "{most}");
            }
        }
    }

    #[test]
    fn what_is_asked_for_stays() {
        let mut kept = Kept::new(2);
        kept.insert("asked", 0);
        for other in ["a", "b", "c", "d", "e", "f", "g"] {
            kept.insert(other, 0);
            assert_eq!(kept.get("asked"), Some(&0), "{other}");
        }
        assert_eq!(kept.get("a"), None);
    }

    #[test]
    fn an_entry_is_there_once() {
        let mut kept = Kept::new(1);
        kept.insert("a", 1);
        kept.insert("b", 1);
        kept.insert("a", 2);
        assert_eq!((kept.remove("a"), kept.remove("a")), (Some(2), None));
    }

    #[test]
    fn what_was_read_before_a_write_is_not_kept_after_it() {
        let cache = Cache::new(10);
        let generation = cache.generation();
        cache.forget("ada");
        cache.put(generation, "ada".to_owned(), 1);
        assert_eq!(cache.get("ada"), None);
        cache.put(cache.generation(), "ada".to_owned(), 2);
        assert_eq!(cache.get("ada"), Some(2));
        cache.forget_where(|value| *value == 2);
        assert_eq!(cache.get("ada"), None);
    }
}
