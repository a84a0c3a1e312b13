//! Who is in which segment when a day is over, and how that moves those who are written down.

use std::collections::{BTreeMap, HashSet};

use hearth_kernel::{Result, limits};
use hearth_store::{Entry, Lane, aside};

use super::{
    BUILT_INS, Rule, Segments,
    model::{BUILT_IN, Count},
    people::{People, Source},
    scoring::Said,
    store,
};
use crate::{
    calendar::Calendar,
    consent::agreeing,
    kinds::Classes,
    signals::{Day, Workspace},
};

/// As an error names it.
const WORK: &str = "the counting of segments";

/// The members of a workspace when a day was over, and for which of them each rule holds.
pub(super) struct Held {
    pub members: Vec<String>,
    /// By rule, by member.
    pub rows: Vec<Vec<bool>>,
}

impl Held {
    pub fn count(&self, holds: impl Fn(usize) -> bool) -> u64 {
        (0..self.members.len()).filter(|row| holds(*row)).count() as u64
    }

    fn of(&self, rule: usize) -> impl Iterator<Item = &str> {
        self.members.iter().zip(&self.rows[rule]).filter(|(_, holds)| **holds).map(|(member, _)| member.as_str())
    }
}

/// A segment that is not counted yet as it is now.
struct Due {
    name: String,
    version: i64,
    rule: Rule,
    /// The version that was counted last; none if none was.
    before: Option<i64>,
}

impl Segments {
    /// The newest day that is over. What was moved in is history, and its last day is over.
    pub(super) async fn day(&self, workspace: &Workspace) -> Result<Option<Day>> {
        if *workspace == Workspace::import() {
            return Ok(self.signals.days(workspace).await?.last().copied());
        }
        Ok(Some(Day::of(self.context.now_ms()).before(1)))
    }

    /// For whom the rules hold when a day is over. Of this server's own members only those are looked at who agree to it
    /// now.
    pub(super) async fn held(&self, workspace: &Workspace, day: Day, rules: Vec<Rule>) -> Result<Held> {
        let said = match rules.iter().any(Rule::needs_scores) {
            true => self.scoring.newest(workspace, day.ends_ms() / 1_000, "en").await?,
            false => Said::default(),
        };
        let log = self.reader.log(workspace, Some(day)).await?;
        let last_day = day.number() as i32;
        let work = aside(WORK, move || {
            let (calendar, classes) = (Calendar::default(), Classes::of(&log.kinds, &[])?);
            let chances = said.numbered(&log.members);
            let (events, members) = (log.events.as_slice(), log.members.len());
            let source = Source {
                events,
                classes: &classes,
                feature_classes: &log.classes(),
                calendar: &calendar,
                members,
                last_day,
                chances: &chances,
            };
            let wanted: Vec<&'static str> = rules.iter().flat_map(|rule| rule.fields()).copied().collect();
            let people = if events.is_empty() { People::default() } else { People::of(&source, &wanted) };
            let rows = rules.iter().map(|rule| {
                let bound = rule.bind(&people);
                (0..people.members.len()).map(|row| bound.holds(row)).collect()
            });
            let rows = rows.collect();
            let members = people.members.iter().map(|member| log.members.name(*member).to_owned()).collect();
            Ok(Held { members, rows })
        });
        let held: Result<Held> = work.await?;
        self.agreed(workspace, held?).await
    }

    async fn agreed(&self, workspace: &Workspace, held: Held) -> Result<Held> {
        let members: Vec<&str> = held.members.iter().map(String::as_str).collect();
        let allowed = agreeing(&*self.consent, workspace, &members, self.context.now_ms()).await?;
        let Held { members, rows } = held;
        fn keep<T>(all: Vec<T>, allowed: &[bool]) -> Vec<T> {
            all.into_iter().zip(allowed).filter(|(_, allowed)| **allowed).map(|(one, _)| one).collect()
        }
        let rows = rows.into_iter().map(|rows| keep(rows, &allowed)).collect();
        Ok(Held { members: keep(members, &allowed), rows })
    }

    /// Counts what is not counted yet as it is, and says how many segments that were. Whoever calls works alone.
    pub(super) async fn run(&self, workspace: &Workspace) -> Result<usize> {
        let Some(day) = self.day(workspace).await? else { return Ok(0) };
        let due = self.due(workspace, day).await?;
        if due.is_empty() || !self.is_scored(workspace, day).await? {
            return Ok(0);
        }
        let rules = due.iter().map(|due| due.rule.clone()).collect();
        let held = self.held(workspace, day, rules).await?;
        for (at, due) in due.iter().enumerate() {
            self.write_down(workspace, day.number(), due, (&held, at)).await?;
        }
        Ok(due.len())
    }

    async fn due(&self, workspace: &Workspace, day: Day) -> Result<Vec<Due>> {
        let counts = store::newest_counts(&self.store, workspace.as_str()).await?;
        let counted: BTreeMap<&str, &Count> = counts.iter().map(|count| (count.name.as_str(), count)).collect();
        let segments = store::segments(&self.store, workspace.as_str()).await?;
        let own = segments.iter().filter(|segment| segment.archived_at_ms.is_none());
        let own = own.map(|segment| (segment.name.as_str(), segment.newest.number, segment.newest.rule.as_str()));
        let built_in = BUILT_INS.iter().map(|segment| (segment.name.as_str(), BUILT_IN, segment.rule.as_str()));
        let mut due = Vec::new();
        for (name, version, text) in built_in.chain(own) {
            let before = counted.get(name);
            if before.is_some_and(|count| count.day >= day.number() && count.version == version) {
                continue;
            }
            match Rule::parse(text) {
                Ok(rule) => {
                    let before = before.map(|count| count.version);
                    due.push(Due { name: name.to_owned(), version, rule, before });
                }
                // Fields go when a release takes them away; the rule is then said anew.
                Err(faults) => {
                    tracing::warn!(workspace = workspace.as_str(), name, ?faults, "a segment cannot be read any more");
                }
            }
        }
        Ok(due)
    }

    /// Whether the scores of the day are there, or will not come any more.
    async fn is_scored(&self, workspace: &Workspace, day: Day) -> Result<bool> {
        let end_ms = day.ends_ms();
        if *workspace == Workspace::import() || self.context.now_ms() >= end_ms + limits::SEGMENT_WAIT_MS {
            return Ok(true);
        }
        let end = end_ms / 1_000;
        Ok(self.scoring.outline(workspace, end, "en").await?.at.is_some_and(|at| at >= end))
    }

    /// Moves those who came and went, then counts. What a killed process moved stays moved, and the rest follows.
    async fn write_down(&self, workspace: &Workspace, day: i64, due: &Due, held: (&Held, usize)) -> Result<()> {
        let (workspace, name) = (workspace.as_str(), due.name.as_str());
        let (held, at) = held;
        let known = self.known(workspace, name).await?;
        let now = written(held.of(at).collect());
        let came = now.iter().filter(|member| !known.contains(**member)).map(|member| (*member, true));
        let went = known.iter().filter(|member| !now.contains(member.as_str())).map(|member| (member.as_str(), false));
        let moves: Vec<(&str, bool)> = came.chain(went).collect();
        // Who is in it when it is first looked at has not come into it.
        let is_by_rule = due.before.map(|version| version != due.version);
        for moves in moves.chunks(limits::SEGMENT_WRITE) {
            let mut entry = Entry::new();
            for (member, is_in) in moves {
                entry.statements(store::moved((workspace, name, day), member, *is_in, is_by_rule));
            }
            self.store.write_in(Lane::Background, entry).await?;
        }
        let (entered, gone) = match is_by_rule {
            Some(_) => store::moves(&self.store, workspace, name, day).await?,
            None => (0, 0),
        };
        let count = Count {
            name: due.name.clone(),
            day,
            version: due.version,
            members: held.of(at).count() as u64,
            of_all: held.members.len() as u64,
            entered,
            gone,
            counted_at_ms: self.context.now_ms(),
        };
        let mut entry = Entry::new();
        entry.statement(store::counted(workspace, &count));
        self.store.write_in(Lane::Background, entry).await.map(drop)
    }

    async fn known(&self, workspace: &str, name: &str) -> Result<HashSet<String>> {
        let (mut known, mut from) = (HashSet::new(), String::new());
        loop {
            let page = store::members(&self.store, (workspace, name), &from, limits::SEGMENT_PAGE).await?;
            let Some((last, _)) = page.last() else { return Ok(known) };
            from = last.clone();
            known.extend(page.into_iter().map(|(member, _)| member));
        }
    }
}

/// Those who are written down: of too many the first by name.
fn written(mut members: Vec<&str>) -> HashSet<&str> {
    members.sort_unstable();
    members.truncate(limits::SEGMENT_MEMBERS);
    members.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segment_members_bounds_who_is_written_down() {
        let names: Vec<String> = (0..=limits::SEGMENT_MEMBERS).map(|number| format!("{number:06}")).collect();
        let written = written(names.iter().rev().map(String::as_str).collect());
        assert_eq!(written.len(), limits::SEGMENT_MEMBERS);
        assert!(written.contains("000000") && !written.contains(names[limits::SEGMENT_MEMBERS].as_str()));
    }
}
