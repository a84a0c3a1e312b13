//! Growth accounting: who of a period's active is new, was kept, or came back, and who of the period before is gone.
//!
//! After J. Hsu, "Diligence at Social Capital, part 1: accounting for user growth" (2015):
//! active(t) = new(t) + kept(t) + back(t), active(t - 1) = kept(t) + gone(t), quick ratio = (new + back) / gone.

use std::collections::BTreeMap;

use serde_json::json;

use super::{
    query::{Answer, Query},
    table::{self, Table},
    view::View,
};
use crate::{
    calendar::Period,
    segments::DaySet,
    withhold::{Cell, Cells},
};

const PERIODS: u32 = 26;

/// The active of one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Active for the first time.
    pub new: u64,
    /// Active in the period before, too.
    pub kept: u64,
    /// Active earlier, but not in the period before.
    pub back: u64,
}

impl Active {
    pub fn all(&self) -> u64 {
        self.new + self.kept + self.back
    }

    /// The count that a member's active period belongs to, by the active period before.
    fn of(&mut self, before: Option<i32>, period: i32) -> &mut u64 {
        match before {
            None => &mut self.new,
            Some(before) if before == period - 1 => &mut self.kept,
            Some(_) => &mut self.back,
        }
    }
}

/// The counts of all periods, exact under late and repeated days.
#[derive(Clone, Debug)]
pub struct Growth {
    period: Period,
    members: Vec<DaySet>,
    periods: BTreeMap<i32, Active>,
}

impl Growth {
    pub fn by(period: Period) -> Self {
        Self { period, members: Vec::new(), periods: BTreeMap::new() }
    }

    pub fn observe(&mut self, member: u32, day: i32) {
        let index = member as usize;
        if index >= self.members.len() {
            self.members.resize(index + 1, DaySet::default());
        }
        let (periods, period) = (&mut self.members[index], self.period.of(day));
        if !periods.insert(period) {
            return;
        }
        let (before, after) = (periods.before(period), periods.after(period));
        *self.periods.entry(period).or_default().of(before, period) += 1;
        if let Some(after) = after {
            let count = self.periods.entry(after).or_default();
            *count.of(before, after) -= 1;
            *count.of(Some(period), after) += 1;
        }
    }

    pub fn active(&self, period: i32) -> Active {
        self.periods.get(&period).copied().unwrap_or_default()
    }
}

/// One period in cells.
struct Row {
    period: i32,
    active: Cell,
    new: Cell,
    kept: Cell,
    back: Cell,
    gone: Option<Cell>,
}

pub(super) fn growth(view: &View<'_>, query: &Query) -> Answer {
    let period = query.period;
    let mut growth = Growth::by(period);
    view.each_active_day(|member, day| growth.observe(member, day));
    let last = period.last_whole(view.last_day);
    let first = (last + 1 - query.periods.unwrap_or(PERIODS) as i32).max(period.of(view.first_day));
    let mut cells = Cells::under(view.least);
    let mut rows: Vec<Row> = Vec::new();
    for at in first..=last {
        let active = growth.active(at);
        let [all, new, kept, back] = [active.all(), active.new, active.kept, active.back].map(|count| cells.add(count));
        cells.equal(&[all], &[new, kept, back]);
        let gone = rows.last().map(|row| {
            let gone = cells.add(growth.active(at - 1).all() - active.kept);
            cells.equal(&[row.active], &[kept, gone]);
            gone
        });
        rows.push(Row { period: at, active: all, new, kept, back, gone });
    }
    let told = cells.tell();
    let get = |cell: Cell| told.get(cell);
    let gone = |row: &Row| row.gone.and_then(get);
    let quick = |row: &Row| {
        let (new, back, gone) = (get(row.new)?, get(row.back)?, gone(row)?);
        (gone > 0).then(|| (new + back) as f64 / gone as f64)
    };
    let kept = |row: &Row| {
        let (kept, gone) = (get(row.kept)?, gone(row)?);
        (kept + gone > 0).then(|| kept as f64 / (kept + gone) as f64)
    };
    let value = json!({
        "period": period,
        "periods": rows.iter().map(|row| json!({
            "period": period.name(row.period),
            "active": get(row.active), "new": get(row.new), "kept": get(row.kept), "back": get(row.back),
            "gone": gone(row), "kept_share": kept(row), "quick_ratio": quick(row),
        })).collect::<Vec<_>>(),
    });
    let columns = [period.word(), "active", "new", "kept", "back", "gone", "kept of before", "quick ratio"];
    let mut table = Table::new(format!("Active members by {}", period.word()), &columns);
    for row in &rows {
        let counts = [row.active, row.new, row.kept, row.back].map(|cell| table::count(get(cell)));
        let mut line = vec![period.name(row.period)];
        line.extend(counts);
        // Of the first period shown it is not known who was there before.
        if row.gone.is_some() {
            line.extend([table::count(gone(row)), table::percent(kept(row)), table::number(quick(row))]);
        }
        table.row(line);
    }
    Answer::new(view, value, vec![table])
}
