//! Of those who came in the same period: how many are there after one, two, three periods more.
//!
//! Bounded: active in just that period. Unbounded: active in it or later. A period counts once it is over; one that is
//! not has no number yet. The line of all cohorts is made of those that are told, so that it tells nothing of the others.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    interval,
    query::{Answer, Query},
    table::{self, Table},
    view::View,
};
use crate::{
    calendar::Period,
    segments::DaySet,
    withhold::{Cell, Cells, Told},
};

const PERIODS: i32 = 12;
/// Ages shown on one line.
const AGES: i32 = 12;

/// Those who came in one period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cohort {
    /// How many were active at each age, in periods.
    pub active: Vec<u64>,
    /// How many were active last at each age.
    last: Vec<u64>,
}

fn count(counts: &mut Vec<u64>, age: i32) -> &mut u64 {
    let age = age as usize;
    if age >= counts.len() {
        counts.resize(age + 1, 0);
    }
    &mut counts[age]
}

impl Cohort {
    pub fn size(&self) -> u64 {
        self.active.first().copied().unwrap_or(0)
    }

    /// How many were active at this age.
    pub fn bounded(&self, age: usize) -> u64 {
        self.active.get(age).copied().unwrap_or(0)
    }

    /// How many were active at this age or later.
    pub fn unbounded(&self, age: usize) -> u64 {
        self.last.iter().skip(age).sum()
    }
}

/// All cohorts, exact under late and repeated days.
#[derive(Clone, Debug)]
pub struct Cohorts {
    period: Period,
    members: Vec<DaySet>,
    cohorts: BTreeMap<i32, Cohort>,
}

impl Cohorts {
    pub fn by(period: Period) -> Self {
        Self { period, members: Vec::new(), cohorts: BTreeMap::new() }
    }

    pub fn observe(&mut self, member: u32, day: i32) {
        let index = member as usize;
        if index >= self.members.len() {
            self.members.resize(index + 1, DaySet::default());
        }
        let period = self.period.of(day);
        let periods = &mut self.members[index];
        if periods.contains(period) {
            return;
        }
        let first = periods.first();
        let is_earlier = first.is_some_and(|first| period < first);
        let last = periods.before(i32::MAX);
        if is_earlier {
            // The member came earlier than was thought, with a cohort of their own age.
            let cohort = self.cohorts.entry(first.unwrap_or(period)).or_default();
            tell(cohort, periods, -1);
        }
        periods.insert(period);
        let cohort = self.cohorts.entry(periods.first().unwrap_or(period)).or_default();
        if is_earlier {
            tell(cohort, periods, 1);
            return;
        }
        let first = first.unwrap_or(period);
        *count(&mut cohort.active, period - first) += 1;
        match last {
            Some(last) if last > period => {}
            Some(last) => {
                *count(&mut cohort.last, last - first) -= 1;
                *count(&mut cohort.last, period - first) += 1;
            }
            None => *count(&mut cohort.last, 0) += 1,
        }
    }

    pub fn cohort(&self, period: i32) -> Cohort {
        self.cohorts.get(&period).cloned().unwrap_or_default()
    }
}

/// Adds a member to a cohort, or takes one out of it.
fn tell(cohort: &mut Cohort, periods: &DaySet, by: i64) {
    let Some(first) = periods.first() else { return };
    let add = |count: &mut u64| *count = count.saturating_add_signed(by);
    let mut last = first;
    for period in periods.iter() {
        add(count(&mut cohort.active, period - first));
        last = period;
    }
    add(count(&mut cohort.last, last - first));
}

/// One cohort in cells.
struct Row {
    period: i32,
    size: Cell,
    there: Vec<Cell>,
}

pub(super) fn cohorts(view: &View<'_>, query: &Query) -> Answer {
    let period = query.period;
    let mut cohorts = Cohorts::by(period);
    view.each_active_day(|member, day| cohorts.observe(member, day));
    let last = period.last_whole(view.last_day);
    let shown = query.periods.map_or(PERIODS, |periods| periods as i32);
    let first = (last + 1 - shown).max(period.of(view.first_day));
    let mut cells = Cells::under(view.least);
    let rows: Vec<Row> = (first..=last)
        .map(|at| {
            let cohort = cohorts.cohort(at);
            let size = cells.add(cohort.size());
            let count = |age: i32| {
                let age = age as usize;
                if query.is_unbounded { cohort.unbounded(age) } else { cohort.bounded(age) }
            };
            let mut there: Vec<Cell> = Vec::new();
            for age in 1..=last - at {
                let now = cells.part(count(age), size);
                if let Some(before) = there.last().filter(|_| query.is_unbounded) {
                    // Those who were there for the last time at the age before.
                    let left = cells.unprinted(count(age - 1) - count(age));
                    cells.equal(&[*before], &[now, left]);
                }
                there.push(now);
            }
            Row { period: at, size, there }
        })
        .collect();
    let told = cells.tell();
    let all = all(&rows, &told);
    let value = json!({
        "period": period,
        "is_unbounded": query.is_unbounded,
        "cohorts": rows.iter().map(|row| json!({
            "period": period.name(row.period),
            "members": told.get(row.size),
            "active": row.there.iter().map(|cell| told.get(*cell)).collect::<Vec<_>>(),
            "share": row.there.iter().map(|cell| told.share(*cell, row.size)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "all": all.iter().map(All::value).collect::<Vec<_>>(),
    });
    let ages = (last - first).clamp(0, AGES);
    let mut columns = vec![period.word().to_owned(), "members".to_owned()];
    columns.extend((1..=ages).map(|age| format!("+{age}")));
    let how = if query.is_unbounded { "or later" } else { "exactly" };
    let title = format!("Still there so many {}s later ({how}), by the {} they came in", period.word(), period.word());
    let mut table = Table { title, columns, ..Table::default() };
    for row in &rows {
        let shares = row.there.iter().take(ages as usize).map(|cell| table::percent(told.share(*cell, row.size)));
        table.row([period.name(row.period), table::count(told.get(row.size))].into_iter().chain(shares));
    }
    for (name, of) in [("all", All::share as fn(&All) -> f64), ("at least", All::low), ("at most", All::high)] {
        let shares = all.iter().take(ages as usize).map(|all| table::percent((all.members > 0).then(|| of(all))));
        table.row([name.to_owned(), String::new()].into_iter().chain(shares));
    }
    Answer::new(view, value, vec![table])
}

/// What the told cohorts say together of one age.
struct All {
    members: u64,
    active: u64,
}

impl All {
    fn share(&self) -> f64 {
        self.active as f64 / self.members as f64
    }

    fn low(&self) -> f64 {
        interval::share(self.active, self.members).0
    }

    fn high(&self) -> f64 {
        interval::share(self.active, self.members).1
    }

    fn value(&self) -> Value {
        if self.members == 0 {
            return Value::Null;
        }
        let (share, low, high) = (self.share(), self.low(), self.high());
        json!({ "members": self.members, "active": self.active, "share": share, "low": low, "high": high })
    }
}

fn all(rows: &[Row], told: &Told) -> Vec<All> {
    let ages = rows.iter().map(|row| row.there.len()).max().unwrap_or(0);
    let of = |age: usize| {
        let known = rows.iter().filter_map(|row| Some((told.get(row.size)?, told.get(*row.there.get(age)?)?)));
        let (members, active) = known.fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
        All { members, active }
    };
    (0..ages).map(of).collect()
}
