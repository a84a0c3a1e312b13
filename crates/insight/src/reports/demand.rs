//! What members looked for and did not find, by kind of need.
//!
//! Nothing here knows words: a need is a kind of event of the class *unmet*, such as an empty search of the help, or of a
//! capability that is not there. Of this server itself it is that somebody looked for a room in its list and there was
//! none (`empty_search.rooms`), as far as apps tell it; what they looked for is not told.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{
    query::Answer,
    table::{self, Table},
    view::View,
};
use crate::{
    kinds::Class,
    withhold::{Cell, Cells},
};

/// Who has been silent for so many days has left.
const LEFT: i32 = 28;

pub(super) fn demand(view: &View<'_>) -> Answer {
    let lifecycle = view.lifecycle();
    let mut needs: BTreeMap<u16, (u64, BTreeSet<u32>)> = BTreeMap::new();
    for event in view.events.iter().filter(|event| view.classes.class(event.kind) == Class::Unmet) {
        let (times, members) = needs.entry(event.kind).or_default();
        *times += 1;
        members.insert(event.member);
    }
    let is_gone =
        |member: &&u32| lifecycle.members()[**member as usize].count(view.last_day + 1 - LEFT, view.last_day + 1) == 0;
    let mut cells = Cells::under(view.least);
    let mut rows: Vec<(u16, u64, Cell, Cell)> = Vec::new();
    for (kind, (times, members)) in &needs {
        let all = cells.add(members.len() as u64);
        rows.push((*kind, *times, all, cells.part(members.iter().filter(is_gone).count() as u64, all)));
    }
    let told = cells.tell();
    rows.sort_by_key(|row| std::cmp::Reverse(told.get(row.2)));
    let name = |kind: u16| view.log.kinds.name(u32::from(kind)).to_owned();
    let value = json!({
        "is_known": !rows.is_empty(),
        "left_after_days": LEFT,
        "needs": rows.iter().map(|(kind, times, members, gone)| json!({
            "need": name(*kind), "times": told.get(*members).map(|_| times), "members": told.get(*members), "gone": told.get(*gone),
        })).collect::<Vec<_>>(),
    });
    let mut table = Table::new("What was looked for and is not there", &["need", "times", "members", "of them gone"]);
    for (kind, times, members, gone) in &rows {
        let times = table::count(told.get(*members).map(|_| *times));
        table.row([name(*kind), times, table::count(told.get(*members)), table::percent(told.share(*gone, *members))]);
    }
    if rows.is_empty() {
        let note = "No kind of event in this log tells of a need that was not met (see --class KIND=unmet).";
        table.notes.push(note.to_owned());
    }
    Answer::new(view, value, vec![table])
}
