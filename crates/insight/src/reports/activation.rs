//! How soon newcomers get something out of it, and which early acts go with staying.
//!
//! *First value* is that somebody turned to the newcomer, or, if a kind is named, that they first did it. *Stayed* is who was
//! active on any of the days 28 to 55 after the first. Early acts are those of the first seven days. Who does much in
//! the first week does more of everything, so beside the plain comparison stands one with newcomers who did about as much, on as many
//! days.

use std::collections::BTreeMap;

use hearth_kernel::{Error, Result};
use serde_json::{Value, json};

use super::{
    friction::comparison,
    interval,
    matched::{Case, Matched, about, compare, stratum},
    query::{Answer, Query},
    table::{self, Table},
    view::View,
};
use crate::{
    features::{Class, NOBODY},
    segments::DaySet,
    withhold::{Cell, Cells, Told},
};

const EARLY_DAYS: i32 = 7;
const STAYED: (i32, i32) = (28, 56);
/// First value is looked for in so many hours.
const HOURS: [i64; 4] = [1, 24, 7 * 24, 28 * 24];

/// A newcomer's first days.
struct Newcomer {
    first_at: i64,
    first_day: i32,
    acts: usize,
    /// Early acts, each once, by their place in the list of names.
    did: Vec<usize>,
    rooms: Vec<u32>,
    peers: Vec<u32>,
    value_after: Option<i64>,
}

/// An early act: what is said of it, and whether it stands among those alike by days too.
struct Act {
    name: String,
    is_of_days: bool,
}

const OF_VALUE: usize = 0;
const OF_ROOMS: usize = 1;
const OF_PEERS: usize = 2;
const OF_DAYS: usize = 3;
const FIRST_KIND: usize = 4;

pub(super) fn activation(view: &View<'_>, query: &Query) -> Result<Answer> {
    let lifecycle = view.lifecycle();
    let value_kind = query.value_kind.as_deref().map(|kind| find_kind(view, kind)).transpose()?;
    let newcomers = newcomers(view, value_kind);
    let acts = acts(view, query);
    let mut cells = Cells::under(view.least);
    let soon = soon(view, &newcomers, &mut cells);
    // Of whom it is known whether they stayed.
    let settled: Vec<(u32, &Newcomer, bool)> = newcomers
        .iter()
        .filter(|(_, newcomer)| newcomer.first_day + STAYED.1 <= view.last_day + 1)
        .map(|(member, newcomer)| (*member, newcomer, stayed(&lifecycle.members()[*member as usize], newcomer)))
        .collect();
    let all = cells.add(settled.len() as u64);
    let all_stayed = cells.part(settled.iter().filter(|(.., stayed)| *stayed).count() as u64, all);
    let rows: Vec<Row> =
        (0..acts.len()).map(|act| row(act, &acts, &settled, (all, all_stayed), &mut cells, view.least)).collect();
    let told = cells.tell();
    let value = json!({
        "first_value": {
            "newcomers": told.get(soon.0),
            "within_hours": HOURS.iter().zip(&soon.1).map(|(hours, cell)| json!({
                "hours": hours, "members": told.get(*cell), "share": told.share(*cell, soon.0),
            })).collect::<Vec<_>>(),
            "median_seconds": median(&newcomers, view.least),
        },
        "newcomers": told.get(all),
        "stayed": told.get(all_stayed),
        "early_acts": rows.iter().zip(&acts).map(|(row, act)| row.value(act, &told)).collect::<Vec<_>>(),
    });
    let mut first = Table::new("First value", &["within hours", "newcomers", "share"]);
    for (hours, cell) in HOURS.iter().zip(&soon.1) {
        first.row([hours.to_string(), table::count(told.get(*cell)), table::percent(told.share(*cell, soon.0))]);
    }
    let columns = ["early act", "newcomers", "stayed", "stayed without it", "of those alike", "difference", "95 %"];
    let mut early = Table::new("Early acts, and who stayed", &columns);
    rows.iter().zip(&acts).for_each(|(row, act)| early.row(row.line(act, &told)));
    Ok(Answer::new(view, value, vec![first, early]))
}

fn find_kind(view: &View<'_>, kind: &str) -> Result<u16> {
    let names = &view.log.kinds;
    let found = (0..names.len() as u32).find(|number| names.name(*number) == kind);
    found
        .map(|number| number as u16)
        .ok_or_else(|| Error::invalid_param(format!("there is no kind `{kind}` in this log")))
}

fn acts(view: &View<'_>, query: &Query) -> Vec<Act> {
    let value = query
        .value_kind
        .as_ref()
        .map_or("somebody turned to them within a day".to_owned(), |kind| format!("{kind} within a day"));
    let own = [
        value,
        "was in two rooms or more".to_owned(),
        "turned to two others or more".to_owned(),
        "came on a second day".to_owned(),
    ];
    let own = own.into_iter().enumerate().map(|(at, name)| Act { name, is_of_days: at == OF_DAYS });
    let kinds = (0..view.log.kinds.len() as u32)
        .map(|kind| Act { name: format!("did: {}", Class::bare(view.log.kinds.name(kind))), is_of_days: false });
    own.chain(kinds).collect()
}

fn newcomers(view: &View<'_>, value_kind: Option<u16>) -> BTreeMap<u32, Newcomer> {
    let mut calendar = view.calendar.clone();
    let mut newcomers: BTreeMap<u32, Newcomer> = BTreeMap::new();
    for event in view.events {
        let day = calendar.day(event.at);
        let reaches_peer = value_kind.is_none() && view.classes.is_word(event.kind) && event.peer != event.member;
        if let Some(peer) = newcomers.get_mut(&event.peer).filter(|_| reaches_peer && event.peer != NOBODY) {
            peer.value_after.get_or_insert(event.at - peer.first_at);
        }
        if !view.classes.is_presence(event.kind) {
            continue;
        }
        let newcomer = newcomers.entry(event.member).or_insert_with(|| Newcomer {
            first_at: event.at,
            first_day: day,
            acts: 0,
            did: Vec::new(),
            rooms: Vec::new(),
            peers: Vec::new(),
            value_after: None,
        });
        if value_kind == Some(event.kind) {
            newcomer.value_after.get_or_insert(event.at - newcomer.first_at);
        }
        if day < newcomer.first_day + EARLY_DAYS {
            newcomer.early(event, day);
        }
    }
    for newcomer in newcomers.values_mut() {
        if newcomer.value_after.is_some_and(|after| after <= 86_400) {
            newcomer.did.push(OF_VALUE);
        }
    }
    newcomers
}

impl Newcomer {
    fn early(&mut self, event: &crate::features::Event, day: i32) {
        self.acts += 1;
        let mut acts = vec![FIRST_KIND + usize::from(event.kind)];
        // Two are enough to know.
        for (seen, number, act) in [(&mut self.rooms, event.room, OF_ROOMS), (&mut self.peers, event.peer, OF_PEERS)] {
            if number != NOBODY && number != event.member && seen.len() < 2 && !seen.contains(&number) {
                seen.push(number);
            }
            if seen.len() > 1 {
                acts.push(act);
            }
        }
        if day > self.first_day {
            acts.push(OF_DAYS);
        }
        for act in acts {
            if !self.did.contains(&act) {
                self.did.push(act);
            }
        }
    }
}

fn stayed(days: &DaySet, newcomer: &Newcomer) -> bool {
    days.count(newcomer.first_day + STAYED.0, newcomer.first_day + STAYED.1) > 0
}

/// How many of the newcomers, whose first 28 days are over, had their first value within so many hours.
fn soon(view: &View<'_>, newcomers: &BTreeMap<u32, Newcomer>, cells: &mut Cells) -> (Cell, Vec<Cell>) {
    let known: Vec<&Newcomer> =
        newcomers.values().filter(|newcomer| newcomer.first_day + STAYED.0 <= view.last_day).collect();
    let all = cells.add(known.len() as u64);
    let within = |hours: i64| {
        known.iter().filter(|newcomer| newcomer.value_after.is_some_and(|after| after <= hours * 3_600)).count()
    };
    let counts: Vec<u64> = HOURS.iter().map(|hours| within(*hours) as u64).collect();
    let within: Vec<Cell> = counts.iter().map(|count| cells.part(*count, all)).collect();
    for at in 1..counts.len() {
        let between = cells.unprinted(counts[at] - counts[at - 1]);
        cells.equal(&[within[at]], &[within[at - 1], between]);
    }
    (all, within)
}

/// The median time to first value, of those who had it; withheld if these are few.
fn median(newcomers: &BTreeMap<u32, Newcomer>, least: u64) -> Option<i64> {
    let mut after: Vec<i64> = newcomers.values().filter_map(|newcomer| newcomer.value_after).collect();
    after.sort_unstable();
    (after.len() as u64 >= least.max(1)).then(|| after[after.len() / 2])
}

/// An early act, with who did it and stayed.
struct Row {
    did: Cell,
    did_stayed: Cell,
    others: Cell,
    others_stayed: Cell,
    matched: Option<Matched>,
}

fn row(
    act: usize,
    acts: &[Act],
    settled: &[(u32, &Newcomer, bool)],
    all: (Cell, Cell),
    cells: &mut Cells,
    least: u64,
) -> Row {
    let count = |did: bool, of: &dyn Fn(bool) -> bool| {
        let those = settled.iter().filter(|(_, newcomer, stayed)| newcomer.did.contains(&act) == did && of(*stayed));
        those.count() as u64
    };
    let cases: Vec<Case> = settled
        .iter()
        .map(|(member, newcomer, stayed)| {
            let days = if acts[act].is_of_days { 0 } else { u64::from(newcomer.did.contains(&OF_DAYS)) };
            let stratum = stratum(&[about(newcomer.acts), days]);
            Case { member: *member, stratum, is_touched: newcomer.did.contains(&act), left: !stayed }
        })
        .collect();
    let did = cells.add(count(true, &|_| true));
    let others = cells.add(count(false, &|_| true));
    cells.equal(&[all.0], &[did, others]);
    let did_stayed = cells.part(count(true, &|stayed| stayed), did);
    let others_stayed = cells.part(count(false, &|stayed| stayed), others);
    cells.equal(&[all.1], &[did_stayed, others_stayed]);
    Row { did, did_stayed, others, others_stayed, matched: compare(&cases, least) }
}

impl Row {
    fn value(&self, act: &Act, told: &Told) -> Value {
        let side = |members: Cell, stayed: Cell| {
            let interval =
                told.get(stayed).zip(told.get(members)).map(|(stayed, members)| interval::share(stayed, members));
            json!({
                "members": told.get(members), "stayed": told.get(stayed), "share": told.share(stayed, members),
                "low": interval.map(|interval| interval.0), "high": interval.map(|interval| interval.1),
            })
        };
        json!({
            "act": act.name,
            "did": side(self.did, self.did_stayed),
            "others": side(self.others, self.others_stayed),
            // Told of staying, where the comparison is of leaving.
            "among_alike": self.matched.map(|matched| json!({
                "members": matched.touched, "stayed_share": 1.0 - matched.share, "expected_share": 1.0 - matched.expected,
                "difference": -matched.difference, "low": -matched.high, "high": -matched.low,
            })),
        })
    }

    fn line(&self, act: &Act, told: &Told) -> Vec<String> {
        let mut line = vec![
            act.name.clone(),
            table::count(told.get(self.did)),
            table::percent(told.share(self.did_stayed, self.did)),
            table::percent(told.share(self.others_stayed, self.others)),
        ];
        let turned = self.matched.map(|matched| Matched {
            share: 1.0 - matched.share,
            expected: 1.0 - matched.expected,
            difference: -matched.difference,
            low: -matched.high,
            high: -matched.low,
            ..matched
        });
        line.extend(comparison(turned.as_ref()).into_iter().skip(1).take(3));
        line
    }
}
