//! What is used: by how many, again or once, and what is dropped by those who are still here.
//!
//! Of those who ever used a kind (*adopters*): *using* did in the last 28 days; *dropped* did not, but are active in them and took it up
//! before them; *gone* are not active themselves. *Again* is who used it on another day within 28 days of the first, of those
//! whose 28 days are over.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    query::Answer,
    table::{self, Table},
    view::View,
};
use crate::{
    features::{self, Event},
    kinds::Class,
    segments::DaySet,
    withhold::{Cell, Cells, Told},
};

const WINDOW: i32 = 28;
/// The largest class of breadth: so many kinds or more.
const BROAD: usize = 10;

/// One member's use of one kind.
struct Use {
    first: i32,
    last: i32,
    is_again: bool,
}

struct Row {
    kind: u32,
    adopters: Cell,
    using: Cell,
    dropped: Cell,
    gone: Cell,
    /// Of whom it is known, and who did.
    known: Cell,
    again: Cell,
}

pub(super) fn adoption(view: &View<'_>) -> Answer {
    let lifecycle = view.lifecycle();
    let uses = uses(view, lifecycle.members());
    let recent = view.last_day + 1 - WINDOW;
    let is_active = |member: u32| lifecycle.members()[member as usize].count(recent, view.last_day + 1) > 0;
    let mut cells = Cells::under(view.least);
    let members = cells.add(lifecycle.members().iter().filter(|days| days.first().is_some()).count() as u64);
    let mut counts: BTreeMap<u32, [u64; 5]> = BTreeMap::new();
    let mut breadths: BTreeMap<u32, usize> = BTreeMap::new();
    for ((kind, member), used) in &uses {
        let [using, dropped, gone, known, again] = counts.entry(*kind).or_default();
        if used.last >= recent {
            *using += 1;
            *breadths.entry(*member).or_default() += 1;
        } else if is_active(*member) {
            *dropped += 1;
        } else {
            *gone += 1;
        }
        if used.first + WINDOW <= view.last_day {
            *known += 1;
            *again += u64::from(used.is_again);
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    for (kind, [using, dropped, gone, known, again]) in counts {
        let adopters = cells.part(using + dropped + gone, members);
        let parts = [using, dropped, gone].map(|count| cells.add(count));
        cells.equal(&[adopters], &parts);
        let known = cells.part(known, adopters);
        let again = cells.part(again, known);
        let [using, dropped, gone] = parts;
        rows.push(Row { kind, adopters, using, dropped, gone, known, again });
    }
    let mut breadth = [0; BROAD];
    breadths.values().for_each(|kinds| breadth[(*kinds).min(BROAD) - 1] += 1);
    let breadth: Vec<Cell> = breadth.iter().map(|count| cells.add(*count)).collect();
    // Both count who uses what; the broadest may use any number more.
    let more = breadths.values().map(|kinds| kinds.saturating_sub(BROAD) as u64).sum();
    let more = cells.unprinted(more);
    let of_members = (1..).zip(&breadth).flat_map(|(kinds, cell)| std::iter::repeat_n(*cell, kinds)).chain([more]);
    cells.equal(&rows.iter().map(|row| row.using).collect::<Vec<_>>(), &of_members.collect::<Vec<_>>());
    let told = cells.tell();
    rows.sort_by_key(|row| std::cmp::Reverse(told.get(row.using)));
    let value = json!({
        "members": told.get(members),
        "kinds": rows.iter().map(|row| row.value(view, members, &told)).collect::<Vec<_>>(),
        "members_by_kinds_used": breadth.iter().map(|cell| told.get(*cell)).collect::<Vec<_>>(),
    });
    let columns = ["kind", "adopters", "of all", "used again", "using", "dropped", "gone"];
    let mut table = Table::new("What members use", &columns);
    rows.iter().for_each(|row| table.row(row.line(view, members, &told)));
    let mut broad = Table::new("Active members by how many kinds they used in 28 days", &["kinds", "members"]);
    for (kinds, cell) in (1..).zip(&breadth) {
        let name = if kinds == BROAD { format!("{kinds} or more") } else { kinds.to_string() };
        broad.row([name, table::count(told.get(*cell))]);
    }
    Answer::new(view, value, vec![table, broad])
}

/// Of parts of the app it is told by members who were here.
fn uses(view: &View<'_>, members: &[DaySet]) -> BTreeMap<(u32, u32), Use> {
    let was_here = |member: u32| members.get(member as usize).is_some_and(|days| days.first().is_some());
    let is_use = |event: &Event| match view.classes.class(event.kind) {
        Class::Use => was_here(event.member),
        _ => view.classes.is_presence(event.kind),
    };
    let mut uses: BTreeMap<(u32, u32), Use> = BTreeMap::new();
    let mut calendar = view.calendar.clone();
    for event in view.events.iter().filter(|event| is_use(event)) {
        let day = calendar.day(event.at);
        let key = (u32::from(event.kind), event.member);
        let used = uses.entry(key).or_insert(Use { first: day, last: day, is_again: false });
        used.last = used.last.max(day);
        used.is_again |= day > used.first && day <= used.first + WINDOW;
    }
    uses
}

impl Row {
    fn value(&self, view: &View<'_>, members: Cell, told: &Told) -> Value {
        json!({
            "kind": features::Class::bare(view.log.kinds.name(self.kind)),
            "adopters": told.get(self.adopters),
            "share": told.share(self.adopters, members),
            "again_known": told.get(self.known),
            "again": told.get(self.again),
            "again_share": told.share(self.again, self.known),
            "using": told.get(self.using),
            "dropped": told.get(self.dropped),
            "gone": told.get(self.gone),
        })
    }

    fn line(&self, view: &View<'_>, members: Cell, told: &Told) -> Vec<String> {
        let name = match features::Class::bare(view.log.kinds.name(self.kind)) {
            "" => "(no kind)".to_owned(),
            name => name.to_owned(),
        };
        let mut line =
            vec![name, table::count(told.get(self.adopters)), table::percent(told.share(self.adopters, members))];
        line.push(table::percent(told.share(self.again, self.known)));
        line.extend([self.using, self.dropped, self.gone].map(|cell| table::count(told.get(cell))));
        line
    }
}
