//! What the module keeps in memory: workspaces, keys, the lexicon and who is set apart; and how it sorts events by them.

use std::collections::{BTreeSet, HashMap, HashSet};

use hearth_kernel::{Result, limits};
use hearth_store::Store;

use super::{
    model::{Apart, Mapping, Named, Refusal, Ruling, Waiting, Why, Workspace, WriteKey},
    store::{self, Stage},
};

const HOUR_MS: i64 = 60 * 60 * 1_000;
pub(super) const DAY_MS: i64 = 24 * HOUR_MS;

/// All of it stands in the tables too, but for the paces: after a restart an hour is counted anew.
#[derive(Default)]
pub(super) struct Known {
    pub(super) workspaces: HashMap<String, Workspace>,
    /// By their hash.
    pub(super) keys: HashMap<String, WriteKey>,
    names: HashMap<String, HashMap<String, Named>>,
    apart: HashMap<String, HashMap<String, Apart>>,
    apart_count: usize,
    /// Events of a member in an hour.
    paces: HashMap<(String, String, i64), i64>,
    /// Members whose events were set apart and may go on.
    pub(super) trusted: Vec<(String, String)>,
}

/// What becomes of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Ready,
    Held,
    /// Of somebody who is too fast; beyond a bound it is counted and not kept.
    Apart {
        is_kept: bool,
    },
    Ignored,
}

impl Way {
    fn stage(self) -> Option<Stage> {
        match self {
            Self::Ready => Some(Stage::Ready),
            Self::Held => Some(Stage::Held),
            Self::Apart { is_kept } => is_kept.then_some(Stage::Apart),
            Self::Ignored => None,
        }
    }
}

/// What is to be done with the events of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sorted {
    /// Where each goes; nowhere if it is dropped.
    pub(super) stages: Vec<Option<Stage>>,
    pub(super) named: Vec<Named>,
    pub(super) apart: Vec<Apart>,
}

impl Known {
    pub(super) async fn load(store: &Store) -> Result<Self> {
        let mut known = Self::default();
        for workspace in store::workspaces(store).await? {
            known.workspaces.insert(workspace.name.clone(), workspace);
        }
        for key in store::keys(store).await? {
            known.keys.insert(key.hash.clone(), key);
        }
        for named in store::names(store).await? {
            known.name_row(&named.workspace).insert(named.name.clone(), named);
        }
        for apart in store::all_apart(store).await? {
            if apart.trusted {
                known.trusted.push((apart.workspace.clone(), apart.member.clone()));
            }
            known.insert_apart(apart);
        }
        Ok(known)
    }

    /// What is stored takes the place of what was kept, but for the names of which nothing is counted yet, where their
    /// workspace was not taken away.
    pub(super) fn become_stored(&mut self, stored: Self) {
        let before = std::mem::replace(self, stored);
        let is_gone = |name: &str| before.workspaces.contains_key(name) && !self.workspaces.contains_key(name);
        let gone: HashSet<String> = before.names.keys().filter(|name| is_gone(name)).cloned().collect();
        let names = before.names.into_values().flat_map(HashMap::into_values);
        for named in names.filter(|named| named.events == 0 && !gone.contains(&named.workspace)) {
            self.name_row(&named.workspace).entry(named.name.clone()).or_insert(named);
        }
    }

    fn name_row(&mut self, workspace: &str) -> &mut HashMap<String, Named> {
        self.names.entry(workspace.to_owned()).or_default()
    }

    fn insert_apart(&mut self, apart: Apart) {
        self.apart_count += 1;
        self.apart.entry(apart.workspace.clone()).or_default().insert(apart.member.clone(), apart);
    }

    /// The workspace that a key opens, with what it keeps of an event.
    pub(super) fn opened_by(&self, key_hash: &str) -> Option<(String, Mapping)> {
        let key = self.keys.get(key_hash).filter(|key| key.revoked_at_ms.is_none())?;
        let workspace = self.workspaces.get(&key.workspace)?;
        Some((workspace.name.clone(), workspace.mapping.clone()))
    }

    pub(super) fn names_in(&self, workspace: &str) -> Vec<Named> {
        let names = self.names.get(workspace).into_iter().flat_map(HashMap::values);
        // One that was admitted a moment ago has no event yet.
        let is_told = |named: &&Named| named.events > 0 || named.ruling != Ruling::Unknown;
        let mut names: Vec<Named> = names.filter(is_told).cloned().collect();
        names.sort_unstable_by(|left, right| right.events.cmp(&left.events).then(left.name.cmp(&right.name)));
        names
    }

    pub(super) fn ruling(&self, workspace: &str, name: &str) -> Ruling {
        let known = self.names.get(workspace).and_then(|names| names.get(name));
        known.map_or_else(|| Ruling::by_default(name), |named| named.ruling)
    }

    /// Whether there is such a name to rule on.
    pub(super) fn rule(&mut self, workspace: &str, name: &str, ruling: Ruling) -> bool {
        let named = self.names.get_mut(workspace).and_then(|names| names.get_mut(name));
        named.is_some_and(|named| {
            named.ruling = ruling;
            true
        })
    }

    /// A name that is ruled on before any event of it has come; one that is there gets the ruling.
    pub(super) fn adopt(&mut self, named: &Named) {
        let new = || Named::new(&named.workspace, &named.name);
        let known = self.name_row(&named.workspace).entry(named.name.clone()).or_insert_with(new);
        add(known, named);
        known.ruling = named.ruling;
    }

    /// A name that was ruled on while events of it were held.
    pub(super) fn released(&self) -> Option<(String, String, Ruling)> {
        let mut names = self.names.values().flat_map(HashMap::values);
        let named = names.find(|named| named.held > 0 && named.ruling != Ruling::Unknown)?;
        Some((named.workspace.clone(), named.name.clone(), named.ruling))
    }

    /// So many held events of a name went on; none are left where there were none.
    pub(super) fn let_go(&mut self, workspace: &str, name: &str, events: usize) {
        if let Some(named) = self.names.get_mut(workspace).and_then(|names| names.get_mut(name)) {
            named.held = if events == 0 { 0 } else { (named.held - events as i64).max(0) };
        }
    }

    pub(super) fn apart_in(&self, workspace: &str) -> HashSet<String> {
        let apart = self.apart.get(workspace).into_iter().flat_map(HashMap::values);
        apart.filter(|apart| !apart.trusted).map(|apart| apart.member.clone()).collect()
    }

    pub(super) fn all_apart_in(&self, workspace: &str) -> Vec<Apart> {
        let mut apart: Vec<Apart> = self.apart.get(workspace).into_iter().flat_map(HashMap::values).cloned().collect();
        apart.sort_unstable_by(|left, right| left.member.cmp(&right.member));
        apart
    }

    /// Whether somebody was set apart and is now taken for a person.
    pub(super) fn trust(&mut self, workspace: &str, member: &str) -> bool {
        let Some(apart) = self.apart.get_mut(workspace).and_then(|members| members.get_mut(member)) else {
            return false;
        };
        (apart.trusted, apart.events) = (true, 0);
        self.trusted.push((workspace.to_owned(), member.to_owned()));
        true
    }

    /// Says of each event why there is no room for it, before anybody is told that it was taken in. A name that finds room
    /// has it from then on; those that everybody knows need none.
    pub(super) fn admit<'a>(
        &mut self,
        workspace: &str,
        events: impl IntoIterator<Item = (&'a str, i64)>,
    ) -> Vec<Option<Refusal>> {
        let (why, new) = self.look_for_room(workspace, events);
        self.give_room(workspace, new);
        why
    }

    /// The same where all or none of them come in: why the first one has no room.
    pub(super) fn admit_all<'a>(
        &mut self,
        workspace: &str,
        events: impl IntoIterator<Item = (&'a str, i64)>,
    ) -> Result<(), Refusal> {
        let (why, new) = self.look_for_room(workspace, events);
        if let Some(refusal) = why.into_iter().flatten().next() {
            return Err(refusal);
        }
        self.give_room(workspace, new);
        Ok(())
    }

    fn give_room(&mut self, workspace: &str, names: BTreeSet<&str>) {
        let row = self.name_row(workspace);
        row.extend(names.into_iter().map(|name| (name.to_owned(), Named::new(workspace, name))));
    }

    /// For each event why it has no room, and the new names among those that have.
    fn look_for_room<'a>(
        &self,
        workspace: &str,
        events: impl IntoIterator<Item = (&'a str, i64)>,
    ) -> (Vec<Option<Refusal>>, BTreeSet<&'a str>) {
        let mut room = limits::EVENTS_HELD - self.held(workspace);
        let names = self.names.get(workspace);
        let mut new = BTreeSet::new();
        let mut why = |(name, events): (&'a str, i64)| {
            if self.ruling(workspace, name) != Ruling::Unknown {
                return None;
            }
            let is_new = names.is_none_or(|names| !names.contains_key(name)) && !new.contains(name);
            if is_new && names.map_or(0, HashMap::len) + new.len() >= limits::EVENT_NAMES {
                let most = limits::EVENT_NAMES;
                let words = format!(
                    "there are {most} names of events already, and no room for `{name}`; give one name to what is alike"
                );
                return Some(Refusal::new(Why::NoRoom, words));
            }
            if room < events {
                let most = limits::EVENTS_HELD;
                let words = format!(
                    "{most} events wait until somebody says what their names mean, and `{name}` would be another; `hearth insight workspace accept` says it, or --accept of an import"
                );
                return Some(Refusal::new(Why::NoRoom, words));
            }
            room -= events;
            if is_new {
                new.insert(name);
            }
            None
        };
        let why = events.into_iter().map(&mut why).collect();
        (why, new)
    }

    /// Says where each event goes, and counts it.
    pub(super) fn sort(&mut self, page: &[Waiting]) -> Sorted {
        let mut sorted = Sorted::default();
        let mut named: HashMap<(&str, &str), Named> = HashMap::new();
        let mut apart: HashMap<(&str, &str), Apart> = HashMap::new();
        for event in page {
            let way = self.way(event);
            sorted.stages.push(way.stage());
            let place = (event.workspace.as_str(), event.name.as_str());
            let one = self.count(event, way == Way::Held);
            named.entry(place).and_modify(|all| add(all, &one)).or_insert(one);
            if let Way::Apart { .. } = way {
                let place = (event.workspace.as_str(), event.member.as_str());
                let one = self.count_apart(event);
                apart.entry(place).and_modify(|all| all.events += 1).or_insert(one);
            }
        }
        sorted.named = named.into_values().collect();
        sorted.apart = apart.into_values().collect();
        sorted
    }

    fn way(&mut self, event: &Waiting) -> Way {
        let Waiting { workspace, name, member, .. } = event;
        let ruling = self.ruling(workspace, name);
        if ruling == Ruling::Ignored {
            return Way::Ignored;
        }
        if self.is_too_fast(event) {
            let apart = self.apart.get(workspace).and_then(|members| members.get(member));
            return Way::Apart { is_kept: apart.is_none_or(|apart| apart.events < limits::MEMBER_EVENTS_APART) };
        }
        match ruling {
            Ruling::Unknown => Way::Held,
            _ => Way::Ready,
        }
    }

    fn held(&self, workspace: &str) -> i64 {
        self.names.get(workspace).into_iter().flat_map(HashMap::values).map(|named| named.held).sum()
    }

    /// Whoever is once found to be too fast stays apart until an administrator says otherwise.
    fn is_too_fast(&mut self, event: &Waiting) -> bool {
        let Waiting { workspace, member, at_ms, .. } = event;
        if let Some(apart) = self.apart.get(workspace).and_then(|members| members.get(member)) {
            return !apart.trusted;
        }
        if self.paces.len() >= limits::PACES_COUNTED {
            self.paces.clear();
        }
        let pace = self.paces.entry((workspace.clone(), member.clone(), at_ms.div_euclid(HOUR_MS))).or_default();
        *pace += 1;
        *pace > limits::HUMAN_EVENTS_AN_HOUR && self.apart_count < limits::MEMBERS_APART
    }

    /// Counts an event under its name, and says what to add to the table.
    fn count(&mut self, event: &Waiting, is_held: bool) -> Named {
        let Waiting { workspace, name, at_ms, .. } = event;
        let one = Named {
            workspace: workspace.clone(),
            name: name.clone(),
            ruling: self.ruling(workspace, name),
            events: 1,
            held: i64::from(is_held),
            first_at_ms: *at_ms,
            last_at_ms: *at_ms,
        };
        self.name_row(workspace).entry(name.clone()).and_modify(|all| add(all, &one)).or_insert_with(|| one.clone());
        one
    }

    fn count_apart(&mut self, event: &Waiting) -> Apart {
        let Waiting { workspace, member, at_ms, .. } = event;
        let hour_ms = at_ms.div_euclid(HOUR_MS) * HOUR_MS;
        let one = Apart { workspace: workspace.clone(), member: member.clone(), hour_ms, events: 1, trusted: false };
        match self.apart.get_mut(workspace).and_then(|members| members.get_mut(member)) {
            Some(apart) => apart.events += 1,
            None => self.insert_apart(one.clone()),
        }
        one
    }
}

fn add(all: &mut Named, one: &Named) {
    all.events += one.events;
    all.held += one.held;
    all.first_at_ms = all.first_at_ms.min(one.first_at_ms);
    all.last_at_ms = all.last_at_ms.max(one.last_at_ms);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, member: &str, at_ms: i64) -> Waiting {
        Waiting {
            stage: 0,
            position: 1,
            ordinal: 0,
            workspace: "shop".to_owned(),
            name: name.to_owned(),
            member: member.to_owned(),
            at_ms,
            received_at_ms: at_ms,
            peer: None,
            room: None,
            amount: None,
        }
    }

    fn admitted(known: &mut Known, name: &str) -> bool {
        known.admit("shop", [(name, 1)]) == [None]
    }

    #[test]
    fn an_event_goes_where_its_name_was_ruled_to() {
        let mut known = Known::default();
        let page = [
            event("page", "ada", 5),
            event("identify", "ada", 6),
            event("Bought", "ada", 7),
            event("Bought", "ben", 3),
        ];
        let sorted = known.sort(&page);
        assert_eq!(sorted.stages, [Some(Stage::Ready), None, Some(Stage::Held), Some(Stage::Held)]);
        let bought = sorted.named.iter().find(|named| named.name == "Bought").unwrap();
        assert_eq!((bought.events, bought.held, bought.first_at_ms, bought.last_at_ms), (2, 2, 3, 7));
        assert_eq!(known.released(), None);
        assert!(known.rule("shop", "Bought", Ruling::Friction) && !known.rule("shop", "Sold", Ruling::Friction));
        assert_eq!(known.released(), Some(("shop".to_owned(), "Bought".to_owned(), Ruling::Friction)));
        known.let_go("shop", "Bought", 2);
        assert_eq!(known.released(), None);
        assert_eq!(known.sort(&[event("Bought", "ada", 9)]).stages, [Some(Stage::Ready)]);
    }

    #[test]
    fn human_events_an_hour_set_a_member_apart() {
        let mut known = Known::default();
        let page: Vec<Waiting> = (0..=limits::HUMAN_EVENTS_AN_HOUR).map(|at| event("page", "bot", at)).collect();
        let sorted = known.sort(&page);
        let ready = sorted.stages.iter().filter(|stage| **stage == Some(Stage::Ready)).count();
        assert_eq!(ready as i64, limits::HUMAN_EVENTS_AN_HOUR);
        assert_eq!(sorted.stages.last(), Some(&Some(Stage::Apart)));
        assert_eq!(sorted.apart.len(), 1);
        // Also in later hours, and nobody else.
        let later = known.sort(&[event("page", "bot", 9 * HOUR_MS), event("page", "ada", 9 * HOUR_MS)]);
        assert_eq!(later.stages, [Some(Stage::Apart), Some(Stage::Ready)]);
        assert_eq!(known.apart_in("shop"), HashSet::from(["bot".to_owned()]));
        assert!(known.trust("shop", "bot") && !known.trust("shop", "ada"));
        assert_eq!(known.sort(&page).stages.last(), Some(&Some(Stage::Ready)));
        assert!(known.apart_in("shop").is_empty());
    }

    #[test]
    fn member_events_apart_are_kept_and_the_rest_is_counted() {
        let mut known = Known::default();
        let apart = Apart {
            workspace: "shop".to_owned(),
            member: "bot".to_owned(),
            hour_ms: 0,
            events: limits::MEMBER_EVENTS_APART - 1,
            trusted: false,
        };
        known.insert_apart(apart);
        let sorted = known.sort(&[event("page", "bot", 0), event("page", "bot", 0)]);
        assert_eq!(sorted.stages, [Some(Stage::Apart), None]);
        assert_eq!(
            (sorted.apart[0].events, known.all_apart_in("shop")[0].events),
            (2, limits::MEMBER_EVENTS_APART + 1)
        );
    }

    #[test]
    fn paces_counted_are_bounded_and_members_apart_too() {
        let mut known = Known::default();
        for at in 0..=limits::PACES_COUNTED {
            known.is_too_fast(&event("page", &at.to_string(), 0));
        }
        assert_eq!(known.paces.len(), 1);
        known.apart_count = limits::MEMBERS_APART;
        let page: Vec<Waiting> = (0..=limits::HUMAN_EVENTS_AN_HOUR).map(|at| event("page", "bot", at)).collect();
        assert!(known.sort(&page).apart.is_empty());
    }

    #[test]
    fn event_names_and_events_held_are_bounded_and_who_sends_more_is_told() {
        let mut known = Known::default();
        for at in 0..limits::EVENT_NAMES {
            assert!(admitted(&mut known, &format!("name {at}")));
        }
        // Known names, and those that everybody knows, need no room.
        assert!(!admitted(&mut known, "one more") && !admitted(&mut known, "and another"));
        assert!(admitted(&mut known, "name 1") && admitted(&mut known, "$exception") && admitted(&mut known, "page"));
        // What was admitted is taken in, whatever came meanwhile.
        assert_eq!(known.sort(&[event("one more", "ada", 0)]).stages, [Some(Stage::Held)]);
        known.name_row("shop").get_mut("name 1").unwrap().held = limits::EVENTS_HELD - 2;
        let told = known.admit("shop", [("name 2", 1), ("name 2", 1), ("page", 1)]);
        assert_eq!(told.iter().map(Option::is_none).collect::<Vec<_>>(), [true, false, true]);
        assert!(known.admit("other", [("name 2", 1)]) == [None], "each workspace has its own room");
        // All or none: what is refused takes nobody's room.
        let many: Vec<String> = (0..=limits::EVENT_NAMES).map(|at| format!("of a file {at}")).collect();
        assert!(known.admit_all("third", many.iter().map(|name| (name.as_str(), 0))).is_err());
        assert_eq!(known.admit_all("third", many[1..].iter().map(|name| (name.as_str(), 0))), Ok(()));
    }
}
