//! The active of the day, the week and the month, and how often the active of the month come.
//!
//! A week is 7 days and a month 30, the day itself included, as in the lifecycle. Stickiness is the active of the day by
//! those of the month, the usual DAU/MAU; the month's mean is that of its days.

use serde_json::json;

use super::{
    query::{Answer, Query},
    table::{self, Table},
    view::View,
};
use crate::{
    segments::{DaySet, Flow, STATES, State},
    withhold::{Cell, Cells},
};

const DAYS: i32 = 30;

pub(super) fn stickiness(view: &View<'_>, query: &Query) -> Answer {
    let lifecycle = view.lifecycle();
    let shown = query.periods.map_or(DAYS, |days| days as i32);
    let first = (view.last_day + 1 - shown).max(view.first_day);
    let mut cells = Cells::under(view.least);
    let days: Vec<[Cell; 3]> =
        lifecycle.flows(first, view.last_day).iter().map(|flow| active(flow, &mut cells)).collect();
    // How many came on how many of the last 30 days.
    let often = often(lifecycle.members(), view.last_day);
    let often: Vec<Cell> = often.iter().map(|count| cells.add(*count)).collect();
    cells.equal(&[days[days.len() - 1][2]], &often);
    if let Some(month) = days.len().checked_sub(DAYS as usize) {
        // Both count the days that members came on.
        let of_days: Vec<Cell> = days[month..].iter().map(|day| day[0]).collect();
        let of_members: Vec<Cell> =
            (1..).zip(&often).flat_map(|(days, cell)| std::iter::repeat_n(*cell, days)).collect();
        cells.equal(&of_days, &of_members);
    }
    let told = cells.tell();
    let share = |day: &[Cell; 3]| told.share(day[0], day[2]);
    let month = &days[days.len().saturating_sub(DAYS as usize)..];
    let mean = month.iter().map(|day| told.get(day[0])).sum::<Option<u64>>().map(|sum| sum as f64 / month.len() as f64);
    let month_mean = mean.zip(told.get(days[days.len() - 1][2])).map(|(mean, month)| mean / month as f64);
    let value = json!({
        "days": (first..).zip(&days).map(|(day, counts)| json!({
            "day": view.day_name(day),
            "day_active": told.get(counts[0]),
            "week_active": told.get(counts[1]),
            "month_active": told.get(counts[2]),
            "stickiness": share(counts),
        })).collect::<Vec<_>>(),
        "mean_stickiness": month_mean,
        "members_by_active_days": often.iter().map(|cell| told.get(*cell)).collect::<Vec<_>>(),
    });
    let mut by_day = Table::new("Active members", &["day", "of the day", "of 7 days", "of 30 days", "day / 30 days"]);
    for (day, counts) in (first..).zip(&days) {
        let numbers = counts.iter().map(|cell| table::count(told.get(*cell)));
        by_day.row(std::iter::once(view.day_name(day)).chain(numbers).chain([table::percent(share(counts))]));
    }
    by_day.row(["mean".to_owned(), number(mean), String::new(), String::new(), table::percent(month_mean)]);
    let mut by_days = Table::new("Members by their active days of the last 30", &["days", "members"]);
    for (days, cell) in (1..).zip(&often) {
        by_days.row([days.to_string(), table::count(told.get(*cell))]);
    }
    Answer::new(view, value, vec![by_day, by_days])
}

fn number(number: Option<f64>) -> String {
    number.map_or_else(|| table::WITHHELD.to_owned(), |number| format!("{number:.1}"))
}

/// The active of the day, of the week and of the month. Each is a part of the next, and the rest of it counts too.
fn active(flow: &Flow, cells: &mut Cells) -> [Cell; 3] {
    let day: u64 = STATES.iter().filter(|state| state.is_active()).map(|state| flow.count(*state)).sum();
    let week = day + flow.count(State::AtRiskWeek);
    let month = cells.add(week + flow.count(State::AtRiskMonth));
    let week = cells.part(week, month);
    [cells.part(day, week), week, month]
}

fn often(members: &[DaySet], last_day: i32) -> [u64; DAYS as usize] {
    let mut often = [0; DAYS as usize];
    for member in members {
        if let Some(days) = member.count(last_day + 1 - DAYS, last_day + 1).checked_sub(1) {
            often[days] += 1;
        }
    }
    often
}
