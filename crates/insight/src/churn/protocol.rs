//! What leaving means: how long a silence, asked of whom, at which moments.

use std::collections::BTreeMap;

use hearth_kernel::limits;

use super::{engine, log::Log};
use crate::features::{Class, DAY, Event};

/// Silences, in days, of which one is the community's.
pub const GRID: [i64; 9] = [7, 14, 21, 30, 45, 60, 90, 120, 180];
/// This share of pauses between active days is no longer than the chosen silence.
const COVERED: f64 = 0.90;
/// A log that spans fewer silences than this is too short to learn from.
const SPAN: i64 = 8;
/// The silence is chosen on this share of the log, from its start.
const FITTED: f64 = 0.6;
pub const MOST_CUTOFFS: i64 = 130;
/// A cut-off with fewer members is left out.
pub const LEAST_ROWS: usize = 30;

/// So large a share of a log's events, at either end of it, or one, may be by clocks that were wrong …
const STRAY: f64 = 0.001;
/// … where a silence parts them from all others that is so many times the longest one among those …
const STRAY_SILENCES: i64 = 3;
/// … and at least this long, in days.
const STRAY_DAYS: i64 = 7;
/// Too few events to tell which of them are far from the others.
const STRAY_LEAST: usize = 100;

/// The events that a log is of, without the few far before and behind all others: nothing is planned by those.
pub fn core(events: &[Event]) -> &[Event] {
    let count = events.len();
    if count < STRAY_LEAST {
        return events;
    }
    let most = ((count as f64 * STRAY) as usize).max(1);
    let silence = |pair: &[Event]| pair[1].at - pair[0].at;
    let longest = events[most..count - most].windows(2).map(silence).max().unwrap_or(0);
    let far = (STRAY_SILENCES * longest).max(STRAY_DAYS * DAY);
    let is_far = |at: &usize| events[*at].at - events[at - 1].at > far;
    let first = (1..=most).rev().find(is_far).unwrap_or(0);
    let end = (count - most..count).find(is_far).unwrap_or(count);
    &events[first..end]
}

/// The silence that counts as leaving, and the moments at which it is asked who will.
#[derive(Clone, Debug, PartialEq)]
pub struct Protocol {
    /// Members are asked about who had a trace in so many days before the moment.
    pub window_days: i64,
    /// Leaving is having none in so many days after it.
    pub horizon_days: i64,
    /// Cut-offs to learn from, in seconds since 1970.
    pub train_cutoffs: Vec<i64>,
    /// Cut-offs that are judged.
    pub test_cutoffs: Vec<i64>,
}

/// The pauses of the first part of a log's [`core`]: how many of each length in days.
pub fn pauses(events: &[Event], classes: &[Class]) -> BTreeMap<i64, u64> {
    let mut pauses = BTreeMap::new();
    let (Some(first), Some(last)) = (events.first(), events.last()) else { return pauses };
    let end = first.at as f64 + FITTED * (last.at - first.at) as f64;
    let mut newest: BTreeMap<u32, i64> = BTreeMap::new();
    let is_life = |event: &&Event| classes[usize::from(event.kind)].is_life();
    for event in events.iter().take_while(|event| (event.at as f64) < end).filter(is_life) {
        let day = event.at.div_euclid(DAY);
        if let Some(before) = newest.insert(event.member, day)
            && before != day
        {
            *pauses.entry(day - before).or_default() += 1;
        }
    }
    pauses
}

/// The smallest silence of the grid that holds 90 % of pauses and fits the log eight times; else the largest that fits.
pub fn horizon(pauses: &BTreeMap<i64, u64>, span_days: f64) -> i64 {
    let total: u64 = pauses.values().sum();
    let covers = |days: i64| {
        let held: u64 = pauses.range(..=days).map(|(_, count)| count).sum();
        total > 0 && held as f64 >= COVERED * total as f64
    };
    let fitting: Vec<i64> = GRID.into_iter().filter(|days| span_days >= (SPAN * days) as f64).collect();
    let chosen = fitting.iter().find(|days| covers(**days)).or(fitting.last());
    chosen.copied().unwrap_or(GRID[0])
}

impl Protocol {
    /// All cut-offs, rising.
    pub fn all_cutoffs(&self) -> Vec<i64> {
        let mut all: Vec<i64> = self.train_cutoffs.iter().chain(&self.test_cutoffs).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Reads a protocol in the form of the field's benchmark: `W_days`, `H_days`, `train_cutoffs`, `test_cutoffs`, and
    /// where there are any `usable_cutoffs`, whose outcome is known too late for training alone.
    pub fn from_json(text: &str) -> Result<Self, String> {
        #[derive(serde::Deserialize)]
        struct Form {
            #[serde(rename = "W_days")]
            window_days: i64,
            #[serde(rename = "H_days")]
            horizon_days: i64,
            train_cutoffs: Vec<i64>,
            test_cutoffs: Vec<i64>,
            #[serde(default)]
            usable_cutoffs: Vec<i64>,
        }
        let form: Form = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let days = 1..=3_650;
        if !days.contains(&form.window_days) || !days.contains(&form.horizon_days) {
            return Err("W_days and H_days are numbers of days from 1 to 3650".to_owned());
        }
        let Some(first) = form.test_cutoffs.iter().min().copied() else {
            return Err("there is no test cut-off: `test_cutoffs` is empty".to_owned());
        };
        let (window_days, horizon_days) = (form.window_days, form.horizon_days);
        let earlier = form.usable_cutoffs.into_iter().filter(|cutoff| *cutoff < first);
        let mut train_cutoffs: Vec<i64> = form.train_cutoffs.into_iter().chain(earlier).collect();
        let mut test_cutoffs = form.test_cutoffs;
        for cutoffs in [&mut train_cutoffs, &mut test_cutoffs] {
            cutoffs.sort_unstable();
            cutoffs.dedup();
        }
        if train_cutoffs.len() + test_cutoffs.len() > limits::CHURN_CUTOFFS {
            return Err(format!("there are more than {} cut-offs", limits::CHURN_CUTOFFS));
        }
        let mut all = train_cutoffs.iter().chain(&test_cutoffs);
        if let Some(wrong) = all.find(|cutoff| !(0..=i64::from(u32::MAX)).contains(*cutoff)) {
            return Err(format!("the cut-off {wrong} is no time between 1970 and 2106; write seconds since 1970"));
        }
        Ok(Self { window_days, horizon_days, train_cutoffs, test_cutoffs })
    }

    pub fn to_json(&self) -> serde_json::Value {
        serde_json::json!({
            "W_days": self.window_days,
            "H_days": self.horizon_days,
            "train_cutoffs": self.train_cutoffs,
            "test_cutoffs": self.test_cutoffs,
        })
    }

    /// The rule, on a log in the order of time.
    pub fn plan(log: &Log) -> Self {
        let (events, classes) = (core(&log.events), log.classes());
        let (Some(first), Some(last)) = (events.first(), events.last()) else {
            return Self {
                window_days: GRID[0],
                horizon_days: GRID[0],
                train_cutoffs: Vec::new(),
                test_cutoffs: Vec::new(),
            };
        };
        let span = (last.at - first.at) as f64 / DAY as f64;
        let days = horizon(&pauses(events, &classes), span);
        let mut step = ((days as f64 / 2.0).round_ties_even() as i64).max(7);
        while span / step as f64 > MOST_CUTOFFS as f64 {
            step *= 2;
        }
        let mut end = (last.at.div_euclid(DAY) + 1) * DAY - days * DAY;
        if end + days * DAY > last.at + 1 {
            end -= DAY;
        }
        let mut cutoffs = Vec::new();
        while end >= first.at + days * DAY {
            cutoffs.push(end);
            end -= step * DAY;
        }
        cutoffs.reverse();
        Self::split(log, days, cutoffs)
    }

    /// The newest cut-offs with 40 % of the rows are judged.
    fn split(log: &Log, days: i64, cutoffs: Vec<i64>) -> Self {
        let rows = |cutoff: i64| engine::active(log, cutoff, days);
        let cutoffs: Vec<(i64, usize)> = cutoffs.into_iter().map(|cutoff| (cutoff, rows(cutoff))).collect();
        let cutoffs: Vec<_> = cutoffs.into_iter().filter(|(_, rows)| *rows >= LEAST_ROWS).collect();
        let total: usize = cutoffs.iter().map(|(_, rows)| rows).sum();
        let (mut test, mut judged) = (Vec::new(), 0);
        for (cutoff, rows) in cutoffs.iter().rev() {
            test.push(*cutoff);
            judged += rows;
            if judged as f64 >= 0.4 * total as f64 {
                break;
            }
        }
        test.reverse();
        let purged = |cutoff: &i64| test.first().is_some_and(|first| cutoff + days * DAY <= *first);
        let train = cutoffs.iter().map(|(cutoff, _)| *cutoff).filter(purged).collect();
        Self { window_days: days, horizon_days: days, train_cutoffs: train, test_cutoffs: test }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::NOBODY;

    #[test]
    fn a_few_events_far_from_all_others_are_no_part_of_a_log() {
        let event = |at: i64| Event { at, member: 0, peer: NOBODY, room: NOBODY, kind: 0 };
        let log = |more: &[i64]| {
            let mut events: Vec<Event> = (1_000..3_000).map(|hour| event(hour * 3_600)).collect();
            events.extend(more.iter().map(|at| event(*at)));
            events.sort();
            events
        };
        let (first, last) = (1_000 * 3_600, 2_999 * 3_600);
        let ends = |more: &[i64]| {
            let events = log(more);
            let core = core(&events);
            (core[0].at, core[core.len() - 1].at)
        };
        assert_eq!(ends(&[]), (first, last));
        assert_eq!(ends(&[1]), (first, last));
        assert_eq!(ends(&[1, last + 8 * DAY, last + 400 * DAY]), (first, last));
        // A silence of a week is one, and more than a thousandth of all are no accident.
        assert_eq!(ends(&[last + 6 * DAY]), (first, last + 6 * DAY));
        assert_eq!(ends(&[1, 2, 3]), (1, last));
        // Where the community itself has been silent for long, this is no longer.
        let mut seldom: Vec<Event> = log(&[]);
        seldom[1_000..].iter_mut().for_each(|event| event.at += 20 * DAY);
        seldom.push(event(last + 60 * DAY));
        assert_eq!(core(&seldom).len(), seldom.len());
        assert_eq!(core(&log(&[1])[..50]).len(), 50);
    }

    #[test]
    fn churn_cutoffs_bound_a_protocol() {
        let of = |train: usize| {
            let train: Vec<usize> = (1..=train).collect();
            Protocol::from_json(&format!(
                r#"{{"W_days": 7, "H_days": 7, "train_cutoffs": {train:?}, "test_cutoffs": [9999999, 9999999]}}"#
            ))
        };
        assert_eq!(
            of(limits::CHURN_CUTOFFS - 1).map(|protocol| protocol.all_cutoffs().len()),
            Ok(limits::CHURN_CUTOFFS)
        );
        assert_eq!(of(limits::CHURN_CUTOFFS).err(), Some("there are more than 1000 cut-offs".to_owned()));
    }
}
