//! When members are here: how many different ones in each hour of the week, over the last 28 days.

use std::collections::HashSet;

use serde_json::json;

use super::{
    query::Answer,
    table::{self, Table},
    view::View,
};
use crate::withhold::{Cell, Cells};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const WINDOW: i32 = 28;

pub(super) fn hours(view: &View<'_>) -> Answer {
    let mut calendar = view.calendar.clone();
    let start = calendar.begins(view.last_day + 1 - WINDOW);
    let recent = &view.events[view.events.partition_point(|event| event.at < start)..];
    let mut seen: HashSet<(usize, u32)> = HashSet::new();
    let mut counts = [0_u64; 7 * 24];
    for event in recent.iter().filter(|event| view.classes.is_presence(event.kind)) {
        let hour = calendar.hour_of_week(event.at);
        counts[hour] += u64::from(seen.insert((hour, event.member)));
    }
    let mut cells = Cells::under(view.least);
    let hours: Vec<Cell> = counts.iter().map(|count| cells.add(*count)).collect();
    let told = cells.tell();
    let days = || hours.chunks(24).map(|day| day.iter().map(|cell| told.get(*cell)).collect::<Vec<_>>());
    let value = json!({ "members_by_hour": DAYS.iter().zip(days()).map(|(day, hours)| json!({ "day": day, "hours": hours })).collect::<Vec<_>>() });
    let mut table = Table::new("Different members in each hour of the week, last 28 days", &["hour"]);
    table.columns.extend(DAYS.map(str::to_owned));
    for hour in 0..24 {
        let counts = days().map(|day| table::count(day[hour]));
        table.row(std::iter::once(format!("{hour:02}")).chain(counts));
    }
    Answer::new(view, value, vec![table])
}
