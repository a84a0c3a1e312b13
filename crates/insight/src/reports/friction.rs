//! The friction ledger: what does not work, by how many members it costs.
//!
//! Members of a week who met a kind of friction in it are compared with members of that week who did not, and who were like them:
//! as many active days in that week, about as many in the three before, about as many acts in the week, about as long here. *Left*
//! is who has no active day in the 28 days after the week. Kinds are ranked by members lost: touched cases, times how
//! much more often they left.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::{
    matched::{Case, Matched, about, compare, stratum},
    query::Answer,
    table::{self, Table},
    view::View,
};
use crate::{
    kinds::Class,
    segments::DaySet,
    withhold::{Cell, Cells},
};

const WEEK: i32 = 7;
/// Who is silent for so many days after the week has left.
const LEFT: i32 = 28;

/// What one member did and met in one week.
#[derive(Default)]
struct Week {
    acts: usize,
    met: Vec<u16>,
}

/// One kind of friction.
struct Entry {
    kind: u16,
    times: u64,
    members: Cell,
    matched: Option<Matched>,
}

pub(super) fn friction(view: &View<'_>) -> Answer {
    let lifecycle = view.lifecycle();
    let (weeks, times) = weeks(view);
    let mut touched: BTreeMap<u16, Vec<u32>> = BTreeMap::new();
    for ((_, member), week) in &weeks {
        week.met.iter().for_each(|kind| touched.entry(*kind).or_default().push(*member));
    }
    let mut cells = Cells::under(view.least);
    let mut entries: Vec<Entry> = Vec::new();
    for (kind, mut members) in touched {
        members.sort_unstable();
        members.dedup();
        let matched = compare(&cases(view, &weeks, lifecycle.members(), kind), view.least);
        entries.push(Entry { kind, times: times[&kind], members: cells.add(members.len() as u64), matched });
    }
    let lost = |entry: &Entry| entry.matched.map_or(f64::NEG_INFINITY, |matched| matched.lost);
    entries.sort_by(|a, b| lost(b).total_cmp(&lost(a)));
    let told = cells.tell();
    let name = |entry: &Entry| view.log.kinds.name(u32::from(entry.kind)).to_owned();
    let value = json!({
        "left_after_days": LEFT,
        "kinds": entries.iter().map(|entry| json!({
            "kind": name(entry),
            "times": told.get(entry.members).map(|_| entry.times),
            "members": told.get(entry.members),
            "matched": entry.matched,
        })).collect::<Vec<Value>>(),
    });
    let columns = ["kind", "times", "members", "left", "those alike", "difference", "95 %", "members lost", "95 %"];
    let mut table = Table::new("What did not work, by the members that it costs", &columns);
    for entry in &entries {
        let times = told.get(entry.members).map(|_| entry.times);
        let mut line = vec![name(entry), table::count(times), table::count(told.get(entry.members))];
        line.extend(comparison(entry.matched.as_ref()));
        table.row(line);
    }
    if entries.is_empty() {
        table.notes.push("No kind of event in this log tells of something that did not work (see --class).".to_owned());
    }
    Answer::new(view, value, vec![table])
}

/// The columns of a comparison: shares, difference, interval, members lost, interval.
pub(super) fn comparison(matched: Option<&Matched>) -> Vec<String> {
    let Some(matched) = matched else { return vec![table::WITHHELD.to_owned(); 6] };
    let between = |low: f64, high: f64, by: f64| format!("{:+.1} … {:+.1}", low * by, high * by);
    vec![
        table::percent(Some(matched.share)),
        table::percent(Some(matched.expected)),
        format!("{:+.1} %", matched.difference * 100.0),
        between(matched.low, matched.high, 100.0),
        format!("{:.1}", matched.lost),
        between(matched.lost_low, matched.lost_high, 1.0),
    ]
}

/// Each member's week with its acts and what was met, and how often each kind of friction happened.
fn weeks(view: &View<'_>) -> (BTreeMap<(i32, u32), Week>, HashMap<u16, u64>) {
    let (mut weeks, mut times): (BTreeMap<(i32, u32), Week>, HashMap<u16, u64>) = Default::default();
    let mut calendar = view.calendar.clone();
    for event in view.events {
        let number = calendar.day(event.at).div_euclid(WEEK);
        if view.classes.class(event.kind) == Class::Friction {
            let week = weeks.entry((number, event.member)).or_default();
            if !week.met.contains(&event.kind) {
                week.met.push(event.kind);
            }
            *times.entry(event.kind).or_default() += 1;
        } else if view.classes.is_presence(event.kind) {
            weeks.entry((number, event.member)).or_default().acts += 1;
        }
    }
    (weeks, times)
}

/// All members of the weeks whose outcome is known, touched if they met this kind.
fn cases(view: &View<'_>, weeks: &BTreeMap<(i32, u32), Week>, members: &[DaySet], kind: u16) -> Vec<Case> {
    let is_known = |number: i32| (number + 1) * WEEK + LEFT <= view.last_day + 1;
    weeks
        .iter()
        .filter(|((number, _), _)| is_known(*number))
        .map(|((number, member), week)| {
            let (start, end) = (number * WEEK, (number + 1) * WEEK);
            let days = &members[*member as usize];
            let alike = stratum(&[
                days.count(start, end) as u64,
                about(days.count(start - 3 * WEEK, start)),
                about(week.acts),
                about((end - days.first().unwrap_or(end)).div_euclid(WEEK) as usize),
            ]);
            Case {
                member: *member,
                // Those of one week are compared among themselves.
                stratum: alike + ((*number as u64) << 32),
                is_touched: week.met.contains(&kind),
                left: days.count(end, end + LEFT) == 0,
            }
        })
        .collect()
}
