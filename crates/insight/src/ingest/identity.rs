//! Which ids are one person.
//!
//! A browser has an anonymous id until somebody signs in; then `identify` says whose it was, and `alias` says that two ids
//! are one. Each id is given to at most one other: of several links from it the earliest holds, so that a browser that two
//! people share never makes them one. Who an id belongs to follows from the set of links alone, so events and links may
//! come in any order.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use hearth_kernel::Result;
use serde::{Deserialize, Serialize};

use crate::signals::{Id, Signal};

/// The ids of one workspace, as they are read: whose each is, and who is set apart.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Identities {
    persons: HashMap<String, String>,
    apart: HashSet<String>,
}

impl Identities {
    /// From each linked id to the one that it is given to, and those whose events come faster than people act.
    pub(super) fn new(links: &HashMap<String, String>, apart: HashSet<String>) -> Self {
        let persons = stitch(links);
        let apart = apart.into_iter().map(|id| persons.get(&id).cloned().unwrap_or(id)).collect();
        Self { persons, apart }
    }

    /// The person whom an id belongs to; an id without links is its own.
    pub fn person<'a>(&'a self, id: &'a str) -> &'a str {
        self.persons.get(id).map_or(id, String::as_str)
    }

    /// All ids of the person whom an id belongs to, in order.
    pub(super) fn ids_of(&self, id: &str) -> Vec<String> {
        let person = self.person(id);
        let linked = self.persons.iter().filter(|(_, of)| *of == person).map(|(id, _)| id.clone());
        let ids: BTreeSet<String> = linked.chain([person.to_owned(), id.to_owned()]).collect();
        ids.into_iter().collect()
    }

    /// Whether this person's events come faster than people act.
    pub fn is_apart(&self, id: &str) -> bool {
        self.apart.contains(self.person(id))
    }

    /// A number for whose each id is and who is set apart: another one means that some history is another's, or nobody's, now.
    pub(crate) fn fingerprint(&self) -> u64 {
        fn number(one: impl Hash) -> u64 {
            let mut hasher = DefaultHasher::new();
            one.hash(&mut hasher);
            hasher.finish()
        }
        // Summed up, since they come in any order.
        let (persons, apart) = (self.persons.iter().map(number), self.apart.iter().map(number));
        persons.chain(apart).fold(0, u64::wrapping_add)
    }

    /// Signals as a reader wants them: each under the person whom its ids belong to, and none of who is set apart.
    pub(crate) fn told(&self, mut signals: Vec<Signal>) -> Result<Vec<Signal>> {
        signals.retain(|signal| !self.is_apart(signal.member.as_str()));
        for signal in &mut signals {
            for id in [Some(&mut signal.member), signal.peer.as_mut()].into_iter().flatten() {
                let person = self.person(id.as_str());
                if person != id.as_str() {
                    *id = Id::parse(person)?;
                }
            }
        }
        Ok(signals)
    }

    /// How many ids are another's.
    pub fn merged(&self) -> usize {
        self.persons.iter().filter(|(id, person)| id != person).count()
    }
}

/// Follows the links to their ends. Where they run in a circle, its smallest id stands for all.
fn stitch(links: &HashMap<String, String>) -> HashMap<String, String> {
    let mut persons: HashMap<String, String> = HashMap::with_capacity(links.len());
    for start in links.keys() {
        let mut path: Vec<&String> = Vec::new();
        let mut on_path: HashMap<&String, usize> = HashMap::new();
        let mut id = start;
        let person = loop {
            if let Some(known) = persons.get(id) {
                break known.clone();
            }
            if let Some(circle) = on_path.get(id) {
                break path[*circle..].iter().min().map_or_else(|| id.clone(), |least| (*least).clone());
            }
            let Some(next) = links.get(id) else { break id.clone() };
            on_path.insert(id, path.len());
            path.push(id);
            id = next;
        };
        persons.extend(path.into_iter().map(|id| (id.clone(), person.clone())));
    }
    persons
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ingest::model::Link;

    /// What the table does: of the links from one id the earliest holds, and of two at once the smaller.
    fn kept(links: &[Link]) -> HashMap<String, String> {
        let mut kept: HashMap<String, (i64, String)> = HashMap::new();
        for Link { from, to, at_ms } in links {
            let new = (*at_ms, to.clone());
            kept.entry(from.clone()).and_modify(|old| *old = new.clone().min(old.clone())).or_insert(new);
        }
        kept.into_iter().map(|(from, (_, to))| (from, to)).collect()
    }

    fn link(from: &str, to: &str, at_ms: i64) -> Link {
        Link { from: from.to_owned(), to: to.to_owned(), at_ms }
    }

    fn identities(links: &[Link]) -> Identities {
        Identities::new(&kept(links), HashSet::new())
    }

    #[test]
    fn an_anonymous_id_is_whose_it_first_was() {
        let found = identities(&[link("anon", "ada", 5), link("anon", "ben", 9), link("phone", "ada", 7)]);
        assert_eq!(found.person("anon"), "ada");
        assert_eq!(found.person("phone"), "ada");
        assert_eq!(found.person("ben"), "ben", "who shares a browser is not the same person");
        assert_eq!(found.person("stranger"), "stranger");
        assert_eq!(found.merged(), 2);
    }

    #[test]
    fn links_are_followed_to_their_ends_and_circles_have_one_person() {
        let found = identities(&[link("a", "b", 1), link("b", "c", 2), link("x", "y", 1), link("y", "x", 2)]);
        assert_eq!((found.person("a"), found.person("b"), found.person("c")), ("c", "c", "c"));
        assert_eq!((found.person("x"), found.person("y")), ("x", "x"));
        let into_a_circle = identities(&[link("p", "y", 1), link("x", "y", 1), link("y", "x", 2)]);
        assert_eq!(into_a_circle.person("p"), "x");
    }

    #[test]
    fn who_is_set_apart_under_one_id_is_so_under_all() {
        let links = kept(&[link("anon", "ada", 1)]);
        let found = Identities::new(&links, HashSet::from(["anon".to_owned()]));
        assert!(found.is_apart("ada") && found.is_apart("anon") && !found.is_apart("ben"));
    }

    proptest! {
        #[test]
        fn any_order_of_arrival_gives_the_same_persons(
            links in prop::collection::vec(("[a-f]", "[a-f]", 0..6_i64), 0..12),
            seed in any::<u64>(),
        ) {
            let links: Vec<Link> = links.iter().filter(|(from, to, _)| from != to).map(|(f, t, at)| link(f, t, *at)).collect();
            let rng = hearth_kernel::Rng::from_number(seed);
            let mut other = links.clone();
            for at in (1..other.len()).rev() {
                other.swap(at, rng.below(at as u64 + 1) as usize);
            }
            // Some come twice.
            other.extend(links.iter().take(3).cloned());
            let (one, two) = (identities(&links), identities(&other));
            for id in ["a", "b", "c", "d", "e", "f"] {
                prop_assert_eq!(one.person(id), two.person(id));
                prop_assert_eq!(one.person(one.person(id)), one.person(id), "a person is a person's own");
            }
        }
    }
}
