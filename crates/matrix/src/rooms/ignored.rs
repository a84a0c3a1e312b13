//! Whom each member ignores, as their account data says: kept in memory, read again when it may have
//! changed.
//!
//! A reader that began before a change and ends after it would put back what is no longer so; it brings
//! the generation that it began in, and what is of an older one is not kept.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use hearth_kernel::{Result, limits};
use parking_lot::Mutex;

use super::Rooms;

/// The account data that the list stands in.
const LIST: &str = "m.ignored_user_list";

/// The ids of the members that somebody ignores.
pub(crate) type Ignored = BTreeSet<String>;

#[derive(Default)]
pub(crate) struct IgnoredLists(Mutex<Held>);

#[derive(Default)]
struct Held {
    lists: HashMap<Box<str>, Arc<Ignored>>,
    generation: u64,
}

impl IgnoredLists {
    fn get(&self, member: &str) -> (Option<Arc<Ignored>>, u64) {
        let held = self.0.lock();
        (held.lists.get(member).cloned(), held.generation)
    }

    fn put(&self, generation: u64, member: &str, list: &Arc<Ignored>) {
        let mut held = self.0.lock();
        if held.generation != generation {
            return;
        }
        if held.lists.len() >= limits::MEMBERS_INDEXED {
            held.lists.clear();
        }
        held.lists.insert(member.into(), list.clone());
    }

    pub(crate) fn forget(&self, member: &str) {
        let mut held = self.0.lock();
        held.generation += 1;
        held.lists.remove(member);
    }
}

impl Rooms {
    pub(crate) async fn ignored(&self, member: &str) -> Result<Arc<Ignored>> {
        let (known, generation) = self.ignored.get(member);
        if let Some(known) = known {
            return Ok(known);
        }
        let stored = self.accounts.account_data(member, None, LIST).await?;
        let list = Arc::new(stored.map(|content| parse(&content, member)).unwrap_or_default());
        self.ignored.put(generation, member, &list);
        Ok(list)
    }
}

/// What is no list ignores nobody, and nobody ignores themselves.
fn parse(content: &str, member: &str) -> Ignored {
    let content: serde_json::Value = serde_json::from_str(content).unwrap_or_default();
    let listed = content["ignored_users"].as_object().into_iter().flatten().map(|(user_id, _)| user_id.clone());
    listed.filter(|user_id| user_id != member).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_others_by_its_keys() {
        let of = |content: &str| parse(content, "@me:test").into_iter().collect::<Vec<_>>();
        assert_eq!(of(r#"{"ignored_users":{"@a:test":{},"@b:test":null,"@me:test":{}}}"#), ["@a:test", "@b:test"]);
        for none in ["{}", "[]", "1", r#"{"ignored_users":[]}"#, r#"{"ignored_users":"@a:test"}"#] {
            assert_eq!(of(none), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn what_was_read_before_a_change_is_not_kept_after_it() {
        let lists = IgnoredLists::default();
        let (_, generation) = lists.get("@me:test");
        lists.forget("@me:test");
        lists.put(generation, "@me:test", &Arc::default());
        assert_eq!(lists.get("@me:test").0, None);
        lists.put(lists.get("@me:test").1, "@me:test", &Arc::default());
        assert!(lists.get("@me:test").0.is_some());
    }
}
