//! What shook trust: waves of complaints and accounts taken over, found by rule, with the members touched and what became of them.
//!
//! **A wave** opens when within an hour so many different members complained (reported or shut out somebody) that the community's own
//! rate of the 28 days before makes it less likely than one in a million (Poisson), and five at the least. It ends six hours after
//! the last complaint. *Accused* is about whom at least two complained. *Touched* is who complained, and whom the accused turned to,
//! from a day before the wave opened until it ended.
//!
//! **A takeover** opens when a sign-in, or a new device, follows within an hour on ten refused sign-ins of the same account
//! within an hour. Takeovers within six hours are one incident. Touched are the accounts and whom they turned to in the day
//! after.
//!
//! What became of them: touched members beside members like them who were not touched, both active in the 28 days before; *left* is who
//! has no active day in the 28 days after the incident's day.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use serde_json::{Value, json};

use super::{
    friction::comparison,
    matched::{Case, Matched, about, compare, stratum},
    query::{Answer, Query},
    table::{self, Table},
    view::View,
};
use crate::{
    features::{Event, NOBODY},
    kinds::Class,
    segments::DaySet,
    withhold::{Cell, Cells, Told},
};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const LEAST_COMPLAINERS: usize = 5;
/// Complaints of so long ago are the usual rate.
const USUAL: i64 = 28 * DAY;
/// A wave of this chance or less is none.
const UNLIKELY: f64 = 1e-6;
const QUIET: i64 = 6 * HOUR;
const REFUSED: usize = 10;
const AFTER: i32 = 28;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Wave,
    Takeover,
}

impl Sort {
    fn name(self) -> &'static str {
        match self {
            Self::Wave => "complaints",
            Self::Takeover => "takeover",
        }
    }
}

/// Something that shook trust.
struct Incident {
    sort: Sort,
    opened_at: i64,
    last_at: i64,
    /// Complaints, or accounts taken over.
    count: u64,
    /// Who caused it, or whose account it was.
    accused: BTreeSet<u32>,
    touched: BTreeSet<u32>,
    rooms: BTreeSet<u32>,
}

/// The smallest number of a Poisson process with this mean whose excess is unlikely.
fn threshold(mean: f64) -> usize {
    let mut term = (-mean).exp();
    let mut reached = 0.0;
    let mut number = 0_usize;
    // At least one step, since nothing is no wave.
    while 1.0 - reached > UNLIKELY && number < 10_000 {
        reached += term;
        number += 1;
        term *= mean / number as f64;
    }
    number.max(LEAST_COMPLAINERS)
}

pub(super) fn incidents(view: &View<'_>, query: &Query) -> Answer {
    let mut incidents = waves(view);
    incidents.extend(takeovers(view));
    incidents.sort_by_key(|incident| incident.opened_at);
    let lifecycle = view.lifecycle();
    let mut cells = Cells::under(view.least);
    let told: Vec<(Cell, Option<Matched>)> = incidents
        .iter()
        .map(|incident| {
            let members = cells.add(incident.touched.len() as u64);
            (members, compare(&cases(view, lifecycle.members(), incident), view.least))
        })
        .collect();
    let shown = cells.tell();
    let value = json!({
        "left_after_days": AFTER,
        "incidents": incidents.iter().zip(&told).map(|(incident, (members, matched))| {
            incident.value(view, query, (*members, &shown), matched.as_ref())
        }).collect::<Vec<_>>(),
    });
    let columns =
        ["opened", "what", "until", "touched", "left", "those alike", "difference", "95 %", "members lost", "95 %"];
    let mut table = Table::new("What shook trust", &columns);
    for (incident, (members, matched)) in incidents.iter().zip(&told) {
        let mut line = vec![time(incident.opened_at), incident.sort.name().to_owned(), time(incident.last_at)];
        line.push(table::count(shown.get(*members)));
        line.extend(comparison(matched.as_ref()));
        table.row(line);
    }
    if incidents.is_empty() {
        table.notes.push("No burst of complaints, and no refused sign-ins that ended in one.".to_owned());
    }
    Answer::new(view, value, vec![table])
}

fn time(at: i64) -> String {
    jiff::Timestamp::from_second(at).map_or_else(|_| at.to_string(), |at| at.to_string())
}

impl Incident {
    fn value(&self, view: &View<'_>, query: &Query, (cell, told): (Cell, &Told), matched: Option<&Matched>) -> Value {
        let members = told.get(cell);
        let names =
            |numbers: &BTreeSet<u32>| numbers.iter().map(|number| view.log.members.name(*number)).collect::<Vec<_>>();
        let rooms: Vec<&str> = self.rooms.iter().map(|room| view.log.rooms.name(*room)).collect();
        let mut value = json!({
            "what": self.sort.name(),
            "opened_at": time(self.opened_at),
            "last_at": time(self.last_at),
            "touched": members,
            "count": members.map(|_| self.count),
            // A room of two would name them.
            "rooms": members.map(|_| rooms),
            "matched": matched,
        });
        if query.lists_members {
            // Those who caused it are named to whoever looks after the community; the touched where they are many.
            value["accused"] = if self.sort == Sort::Wave { json!(names(&self.accused)) } else { Value::Null };
            value["touched_names"] = json!(members.map(|_| names(&self.touched)));
        }
        value
    }
}

/// Complaints within an hour, as they come.
#[derive(Default)]
struct Complaints {
    /// All of the last 28 days, by time.
    usual: VecDeque<i64>,
    recent: VecDeque<Event>,
}

fn waves(view: &View<'_>) -> Vec<Incident> {
    let is_complaint = |event: &&Event| matches!(view.classes.class(event.kind), Class::Report | Class::Block);
    let (mut complaints, mut waves): (Complaints, Vec<(Incident, Vec<Event>)>) = Default::default();
    for event in view.events.iter().filter(is_complaint) {
        if let Some((wave, about)) = waves.last_mut().filter(|(wave, _)| event.at - wave.last_at <= QUIET) {
            (wave.last_at, wave.count) = (event.at, wave.count + 1);
            about.push(*event);
            continue;
        }
        complaints.recent.push_back(*event);
        while complaints.recent.front().is_some_and(|first| event.at - first.at >= HOUR) {
            complaints.usual.extend(complaints.recent.pop_front().map(|first| first.at));
        }
        while complaints.usual.front().is_some_and(|first| event.at - first > USUAL) {
            complaints.usual.pop_front();
        }
        let complainers: BTreeSet<u32> = complaints.recent.iter().map(|event| event.member).collect();
        let mean = complaints.usual.len() as f64 * HOUR as f64 / USUAL as f64;
        if complainers.len() >= threshold(mean) {
            let about: Vec<Event> = complaints.recent.drain(..).collect();
            waves.push((Incident::wave(event.at, about.len()), about));
        }
    }
    waves.into_iter().map(|(wave, about)| wave.with(view, &about)).collect()
}

impl Incident {
    fn wave(opened_at: i64, complaints: usize) -> Self {
        Self {
            sort: Sort::Wave,
            opened_at,
            last_at: opened_at,
            count: complaints as u64,
            accused: BTreeSet::new(),
            touched: BTreeSet::new(),
            rooms: BTreeSet::new(),
        }
    }

    /// The wave with who is accused and who was touched.
    fn with(mut self, view: &View<'_>, complaints: &[Event]) -> Self {
        let mut about: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for event in complaints {
            self.touched.insert(event.member);
            self.rooms.extend((event.room != NOBODY).then_some(event.room));
            if event.peer != NOBODY {
                about.entry(event.peer).or_default().insert(event.member);
            }
        }
        self.accused = about.into_iter().filter(|(_, by)| by.len() > 1).map(|(accused, _)| accused).collect();
        self.add_addressed(view, self.opened_at - DAY, self.last_at);
        let Self { touched, accused, .. } = &mut self;
        touched.retain(|member| !accused.contains(member));
        self
    }

    /// Whom the accused turned to between two moments.
    fn add_addressed(&mut self, view: &View<'_>, from: i64, until: i64) {
        let start = view.events.partition_point(|event| event.at < from);
        for event in view.events[start..].iter().take_while(|event| event.at <= until) {
            if event.peer != NOBODY && self.accused.contains(&event.member) {
                self.touched.insert(event.peer);
                self.rooms.extend((event.room != NOBODY).then_some(event.room));
            }
        }
    }
}

fn takeovers(view: &View<'_>) -> Vec<Incident> {
    let mut refused: HashMap<u32, VecDeque<i64>> = HashMap::new();
    let mut incidents: Vec<Incident> = Vec::new();
    for event in view.events {
        let (class, at) = (view.classes.class(event.kind), event.at);
        if class == Class::SignInFailed {
            let tries = refused.entry(event.member).or_default();
            tries.push_back(at);
            // The last ten are enough.
            if tries.len() > REFUSED {
                tries.pop_front();
            }
        }
        if class != Class::SignedIn {
            continue;
        }
        let Some(tries) = refused.remove(&event.member).filter(|tries| tries.len() == REFUSED) else { continue };
        if at - tries[REFUSED - 1] > HOUR || tries[REFUSED - 1] - tries[0] > HOUR {
            continue;
        }
        if incidents.last().is_none_or(|incident| at - incident.last_at > QUIET) {
            incidents.push(Incident { sort: Sort::Takeover, ..Incident::wave(at, 0) });
        }
        if let Some(incident) = incidents.last_mut() {
            incident.last_at = at;
            incident.count += u64::from(incident.accused.insert(event.member));
        }
    }
    for incident in &mut incidents {
        incident.add_addressed(view, incident.opened_at, incident.last_at + DAY);
        incident.touched.extend(&incident.accused);
    }
    incidents
}

/// The active of the 28 days before, touched or not, if what became of them is known.
fn cases(view: &View<'_>, members: &[DaySet], incident: &Incident) -> Vec<Case> {
    let mut calendar = view.calendar.clone();
    let (opened, ended) = (calendar.day(incident.opened_at), calendar.day(incident.last_at));
    if ended + AFTER > view.last_day {
        return Vec::new();
    }
    let numbers =
        (0..members.len() as u32).filter(|member| members[*member as usize].count(opened - AFTER, opened) > 0);
    let innocent = numbers.filter(|member| incident.sort == Sort::Takeover || !incident.accused.contains(member));
    innocent
        .map(|member| {
            let days = &members[member as usize];
            let alike = stratum(&[
                about(days.count(opened - AFTER, opened)),
                about(days.count(opened - 7, opened)),
                about((opened - days.first().unwrap_or(opened)).div_euclid(AFTER) as usize),
            ]);
            let left = days.count(ended + 1, ended + 1 + AFTER) == 0;
            Case { member, stratum: alike, is_touched: incident.touched.contains(&member), left }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wave_is_more_than_what_is_usual() {
        assert_eq!([0.0, 0.5].map(threshold), [LEAST_COMPLAINERS, 8]);
        // By the distribution function of Poisson.
        assert_eq!(threshold(10.0), 29);
    }
}
