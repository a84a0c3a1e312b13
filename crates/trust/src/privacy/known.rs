//! What is kept in memory of who agreed when: bounded, and never older than the last commit.
//!
//! A change takes its member's turn, forgets the member, commits, and gives the turn back; who reads takes the turn
//! too. So nothing that a commit made false is put back, and whoever asks while one is under way waits for it.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use hearth_kernel::{Result, limits};
use hearth_store::Store;
use parking_lot::Mutex;
use tokio::sync::{Mutex as Turn, MutexGuard};

use super::{
    model::{Agreed, Settings, agreed},
    store,
};

/// Members share these; two who share one wait for each other.
const TURNS: usize = 32;

/// The times of one member. Most have none, or one for each purpose.
pub(super) type Times = Arc<[Agreed]>;

pub(super) struct Known {
    turns: [Turn<()>; TURNS],
    times: Mutex<HashMap<Arc<str>, Times>>,
    /// Whose account ended in this life of the process: a request that was under way then decides nothing more.
    gone: Mutex<HashSet<Arc<str>>>,
}

impl Known {
    pub(super) fn new() -> Self {
        let turns = std::array::from_fn(|_| Turn::new(()));
        Self { turns, times: Mutex::default(), gone: Mutex::default() }
    }

    /// A member's turn to change something, or to be read.
    pub(super) async fn turn(&self, member: &str) -> MutexGuard<'_, ()> {
        self.turns[turn_of(member)].lock().await
    }

    /// Looks at many at once: `look` is handed what is known of each.
    pub(super) fn look<'a>(&self, members: impl Iterator<Item = &'a str>, mut look: impl FnMut(Option<&Times>)) {
        let times = self.times.lock();
        members.for_each(|member| look(times.get(member)));
    }

    /// To be called in the member's turn, before what changes it is written.
    pub(super) fn forget(&self, member: &str) {
        self.times.lock().remove(member);
    }

    pub(super) fn is_gone(&self, member: &str) -> bool {
        self.gone.lock().contains(member)
    }

    pub(super) fn end(&self, member: &str) {
        let mut gone = self.gone.lock();
        if gone.len() >= limits::ERASED_REMEMBERED {
            gone.clear();
        }
        gone.insert(member.into());
    }

    /// Reads these members and keeps what it finds.
    pub(super) async fn load<'a>(
        &self,
        store: &Store,
        settings: &Settings,
        members: &[&'a str],
    ) -> Result<HashMap<&'a str, Times>> {
        let mut loaded = HashMap::new();
        for some in members.chunks(limits::CONSENTS_READ) {
            let _turns = self.turns_of(some).await;
            let decisions = store::decisions(store, some).await?;
            for member in some {
                let decisions = decisions.get(*member).map_or(&[][..], Vec::as_slice);
                let times: Times = agreed(decisions, settings).into();
                self.keep(member, &times);
                loaded.insert(*member, times);
            }
        }
        Ok(loaded)
    }

    /// The turns of many members, always in the same order, so that nobody waits in a circle.
    async fn turns_of(&self, members: &[&str]) -> Vec<MutexGuard<'_, ()>> {
        let wanted: BTreeSet<usize> = members.iter().map(|member| turn_of(member)).collect();
        let mut turns = Vec::new();
        for turn in wanted {
            turns.push(self.turns[turn].lock().await);
        }
        turns
    }

    fn keep(&self, member: &str, times: &Times) {
        let mut known = self.times.lock();
        if known.len() >= limits::CONSENTS_CACHED {
            let any = known.keys().next().cloned();
            any.and_then(|any| known.remove(&any));
        }
        known.insert(member.into(), times.clone());
    }
}

fn turn_of(member: &str) -> usize {
    let mut hasher = DefaultHasher::new();
    member.hash(&mut hasher);
    hasher.finish() as usize % TURNS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_consents_cached_are_known() {
        let known = Known::new();
        let none: Times = [].into();
        for number in 0..limits::CONSENTS_CACHED + 100 {
            known.keep(&number.to_string(), &none);
        }
        assert_eq!(known.times.lock().len(), limits::CONSENTS_CACHED);
    }

    #[test]
    fn no_more_than_erased_remembered_are_remembered() {
        let known = Known::new();
        for number in 0..=limits::ERASED_REMEMBERED {
            known.end(&number.to_string());
            assert!(known.is_gone(&number.to_string()));
        }
        assert!(known.gone.lock().len() <= limits::ERASED_REMEMBERED);
    }
}
