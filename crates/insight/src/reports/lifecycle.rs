//! How many members are in each state on each day, who went from where to where, and at what rate they come again.

use serde_json::{Map, Value, json};

use super::{
    query::{Answer, Query},
    table::{self, Table},
    view::View,
};
use crate::{
    segments::{DaySet, Flow, STATES, State},
    withhold::{Cell, Cells, Told},
};

const DAYS: i32 = 30;

/// A count of each state.
type Row = [Cell; STATES.len()];

/// The flow from the first to the last day shown, in cells.
struct Moves {
    moved: Vec<Row>,
    arrived: Row,
}

pub(super) fn lifecycle(view: &View<'_>, query: &Query) -> Answer {
    let lifecycle = view.lifecycle();
    let shown = query.periods.map_or(DAYS, |days| days as i32);
    let first = (view.last_day + 1 - shown).max(view.first_day);
    let flows = lifecycle.flows(first, view.last_day);
    let mut cells = Cells::under(view.least);
    let days = day_cells(&flows, &mut cells);
    let moves = moves(lifecycle.members(), (first, view.last_day), [&days[0], &days[days.len() - 1]], &mut cells);
    let told = cells.tell();
    let rates = rates(lifecycle.members(), first, view);
    let value = json!({
        "days": days_value(view, first, &days, &told),
        "moves": moves_value(view, first, &moves, &told),
        "active_next_day": rates.iter().map(|(state, rate)| (state.name().to_owned(), json!(rate))).collect::<Map<_, _>>(),
    });
    let tables =
        vec![days_table(view, first, &days, &told), moves_table(view, first, &moves, &told), rates_table(&rates)];
    Answer::new(view, value, tables)
}

/// The counts of each day. From one day to the next nobody comes or goes but the new.
fn day_cells(flows: &[Flow], cells: &mut Cells) -> Vec<Row> {
    let days: Vec<_> = flows.iter().map(|flow| flow.counts().map(|count| cells.add(count))).collect();
    for pair in days.windows(2) {
        cells.equal(&pair[0], &pair[1][1..]);
    }
    days
}

/// Where those of the first day are on the last.
fn moves(members: &[DaySet], days: (i32, i32), ends: [&Row; 2], cells: &mut Cells) -> Moves {
    let (mut moved, mut arrived) = ([[0; STATES.len()]; STATES.len()], [0; STATES.len()]);
    for member in members {
        match (member.state(days.0), member.state(days.1)) {
            (Some(from), Some(to)) => moved[from as usize][to as usize] += 1,
            (None, Some(to)) => arrived[to as usize] += 1,
            (_, None) => {}
        }
    }
    let moved: Vec<_> = moved.iter().map(|row| row.map(|count| cells.add(count))).collect();
    let arrived = arrived.map(|count| cells.add(count));
    for state in STATES {
        let index = state as usize;
        cells.equal(&[ends[0][index]], &moved[index]);
        let into: Vec<Cell> = moved.iter().map(|row| row[index]).chain([arrived[index]]).collect();
        cells.equal(&[ends[1][index]], &into);
    }
    Moves { moved, arrived }
}

/// Of the days that members spent in each state: the share after which they were active on the next. Withheld where those who
/// were, or those who were not, are too few.
fn rates(members: &[DaySet], first: i32, view: &View<'_>) -> Vec<(State, Option<f64>)> {
    let mut days = [[0_u64; 2]; STATES.len()];
    let mut distinct = [[0_u64; 2]; STATES.len()];
    for member in members {
        let mut seen = [[false; 2]; STATES.len()];
        let mut from = member.state(first);
        for day in first..view.last_day {
            let next = member.state(day + 1);
            if let (Some(from), Some(next)) = (from, next) {
                let (state, came) = (from as usize, usize::from(next.is_active()));
                days[state][came] += 1;
                seen[state][came] = true;
            }
            from = next;
        }
        for (count, seen) in distinct.iter_mut().flatten().zip(seen.iter().flatten()) {
            *count += u64::from(*seen);
        }
    }
    let rate = |state: State| {
        let ([stayed, came], counted) = (days[state as usize], distinct[state as usize]);
        let is_told = counted.iter().all(|count| *count == 0 || *count >= view.least);
        (is_told && stayed + came > 0).then(|| came as f64 / (stayed + came) as f64)
    };
    STATES.iter().map(|state| (*state, rate(*state))).collect()
}

fn counts(row: &Row, told: &Told) -> Map<String, Value> {
    STATES.iter().zip(row).map(|(state, cell)| (state.name().to_owned(), json!(told.get(*cell)))).collect()
}

fn days_value(view: &View<'_>, first: i32, days: &[Row], told: &Told) -> Vec<Value> {
    let day = |(day, row): (i32, _)| {
        let mut value = counts(row, told);
        value.insert("day".to_owned(), view.day_name(day).into());
        value.into()
    };
    (first..).zip(days).map(day).collect()
}

fn moves_value(view: &View<'_>, first: i32, moves: &Moves, told: &Told) -> Value {
    let from: Map<String, Value> = STATES
        .iter()
        .zip(&moves.moved)
        .map(|(state, row)| (state.name().to_owned(), counts(row, told).into()))
        .chain([("not-there".to_owned(), counts(&moves.arrived, told).into())])
        .collect();
    json!({ "first_day": view.day_name(first), "last_day": view.day_name(view.last_day), "from": from })
}

fn row(name: String, cells: &Row, told: &Told) -> Vec<String> {
    std::iter::once(name).chain(cells.iter().map(|cell| table::count(told.get(*cell)))).collect()
}

fn columns(first: &'static str) -> Vec<&'static str> {
    std::iter::once(first).chain(STATES.iter().map(|state| state.name())).collect()
}

fn days_table(view: &View<'_>, first: i32, days: &[Row], told: &Told) -> Table {
    let mut table = Table::new("Members in each state, by day", &columns("day"));
    (first..).zip(days).for_each(|(day, cells)| table.row(row(view.day_name(day), cells, told)));
    table
}

fn moves_table(view: &View<'_>, first: i32, moves: &Moves, told: &Told) -> Table {
    let title =
        format!("Where members of {} (rows) were on {} (columns)", view.day_name(first), view.day_name(view.last_day));
    let mut table = Table::new(title, &columns("from"));
    for (state, cells) in STATES.iter().zip(&moves.moved) {
        table.row(row(state.name().to_owned(), cells, told));
    }
    table.row(row("not there".to_owned(), &moves.arrived, told));
    table
}

fn rates_table(rates: &[(State, Option<f64>)]) -> Table {
    let mut table = Table::new("Active again on the next day, of the days spent in each state", &["state", "share"]);
    rates.iter().for_each(|(state, rate)| table.row([state.name().to_owned(), table::percent(*rate)]));
    table
}
