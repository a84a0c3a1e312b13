//! Members by value and activity, and who moved from where to where.

use serde_json::{Value, json};

use super::{
    query::{Answer, Query},
    table::{self, Table},
    view::View,
};
use crate::{
    segments::{Cuts, Grid, LEVELS, Level, Standing, WINDOW, credits, grids},
    withhold::{Cell, Cells, Told},
};

const PLACES: usize = LEVELS.len() * LEVELS.len();

/// The place of a standing among all pairs of levels.
fn place(standing: &Standing) -> usize {
    standing.value_level as usize * LEVELS.len() + standing.activity_level as usize
}

fn levels(place: usize) -> (Level, Level) {
    (LEVELS[place / LEVELS.len()], LEVELS[place % LEVELS.len()])
}

struct Counted {
    then: Vec<Cell>,
    now: Vec<Cell>,
    /// From each place to each; who was not there before comes from nowhere.
    moves: Vec<(Option<usize>, usize, Cell)>,
}

pub(super) fn grid(view: &View<'_>, query: &Query) -> Answer {
    let credits = credits(view.events, &view.classes, &view.calendar);
    let back = query.periods.map_or(WINDOW, |days| days as i32);
    let before = (view.last_day - back).max(view.first_day);
    let mut grids = grids(&credits, view.log.members.len(), &[before, view.last_day]).into_iter();
    let (Some(then), Some(now)) = (grids.next(), grids.next()) else {
        unreachable!("a log with a present member has a grid")
    };
    let mut cells = Cells::under(view.least);
    let counted = count(&then, &now, &mut cells);
    let told = cells.tell();
    let value = json!({
        "before": view.day_name(then.day),
        "value_cuts": cuts(now.value_cuts),
        "activity_cuts": cuts(now.activity_cuts),
        "cells": (0..PLACES).map(|place| cell_value(place, &counted, &told)).collect::<Vec<_>>(),
        "moves": counted.moves.iter().map(|(from, to, cell)| json!({
            "from": from.map(place_value), "to": place_value(*to), "members": told.get(*cell),
        })).collect::<Vec<_>>(),
    });
    let mut tables = vec![
        square(
            format!("Members on {}, value (rows) by activity (columns)", view.day_name(now.day)),
            &counted.now,
            &told,
        ),
        square(format!("The same on {}", view.day_name(then.day)), &counted.then, &told),
        moves_table(&counted, &told),
    ];
    tables[0].notes.push(describe(&now));
    Answer::new(view, value, tables)
}

fn count(then: &Grid, now: &Grid, cells: &mut Cells) -> Counted {
    let mut moved = vec![[0_u64; PLACES]; PLACES + 1];
    let (mut were, mut are) = ([0_u64; PLACES], [0_u64; PLACES]);
    for (before, standing) in then.members.iter().zip(&now.members).filter(|(_, now)| now.is_known) {
        let from = if before.is_known { place(before) } else { PLACES };
        moved[from][place(standing)] += 1;
        are[place(standing)] += 1;
        if before.is_known {
            were[from] += 1;
        }
    }
    let then: Vec<Cell> = were.iter().map(|count| cells.add(*count)).collect();
    let now: Vec<Cell> = are.iter().map(|count| cells.add(*count)).collect();
    let all: Vec<Vec<Cell>> = moved.iter().map(|row| row.iter().map(|count| cells.add(*count)).collect()).collect();
    for (place, total) in then.iter().enumerate() {
        cells.equal(&[*total], &all[place]);
    }
    for (place, total) in now.iter().enumerate() {
        cells.equal(&[*total], &all.iter().map(|row| row[place]).collect::<Vec<_>>());
    }
    let pairs = (0..=PLACES).flat_map(|from| (0..PLACES).map(move |to| (from, to)));
    let moves = pairs
        .filter(|(from, to)| from != to && moved[*from][*to] > 0)
        .map(|(from, to)| ((from < PLACES).then_some(from), to, all[from][to]))
        .collect();
    Counted { then, now, moves }
}

fn place_value(place: usize) -> Value {
    let (value, activity) = levels(place);
    json!({ "value": value, "activity": activity })
}

fn cell_value(place: usize, counted: &Counted, told: &Told) -> Value {
    let (value, activity) = levels(place);
    let (members, before) = (told.get(counted.now[place]), told.get(counted.then[place]));
    json!({ "value": value, "activity": activity, "members": members, "before": before })
}

/// A cut that nobody reaches has no number.
fn cuts(cuts: Cuts) -> Value {
    let finite = |cut: f64| cut.is_finite().then_some(cut);
    json!({ "middle": finite(cuts.middle), "high": finite(cuts.high) })
}

fn describe(grid: &Grid) -> String {
    let from = |cut: f64| if cut.is_finite() { format!("{cut:.1}") } else { "no number".to_owned() };
    let (value, activity) = (grid.value_cuts, grid.activity_cuts);
    format!(
        "value: middle from {}, high from {}; active days of 28: middle from {}, high from {}",
        from(value.middle),
        from(value.high),
        from(activity.middle),
        from(activity.high)
    )
}

fn square(title: String, cells: &[Cell], told: &Told) -> Table {
    let mut table = Table::new(title, &["", "none", "low", "middle", "high"]);
    for level in LEVELS.into_iter().rev() {
        let row = &cells[level as usize * LEVELS.len()..][..LEVELS.len()];
        let counts = row.iter().map(|cell| table::count(told.get(*cell)));
        table.row(std::iter::once(level.name().to_owned()).chain(counts));
    }
    table
}

fn moves_table(counted: &Counted, told: &Told) -> Table {
    let mut table = Table::new("Who moved (value/activity)", &["from", "to", "members"]);
    let name = |place: usize| {
        let (value, activity) = levels(place);
        format!("{}/{}", value.name(), activity.name())
    };
    for (from, to, cell) in &counted.moves {
        if let Some(members) = told.get(*cell) {
            table.row([from.map_or_else(|| "not there".to_owned(), name), name(*to), members.to_string()]);
        }
    }
    let withheld = counted.moves.iter().filter(|(.., cell)| told.get(*cell).is_none()).count();
    table.notes.extend((withheld > 0).then(|| format!("and {withheld} moves whose numbers are withheld")));
    table
}
