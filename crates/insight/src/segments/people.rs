//! The members of a community at a moment, with the fields that rules ask for.

use std::collections::BTreeMap;

use super::{
    days::DaySet,
    fields,
    grid::{Grid, grids},
    lifecycle::Lifecycle,
    scoring::Chances,
    value::credits,
};
use crate::{
    calendar::Calendar,
    churn::reason::Cause,
    features::{self, Event, FEATURES, Feature, Fold, Group, Seen},
    kinds::Classes,
};

/// A column for each field, with a row for each member who was ever there.
#[derive(Debug, Default)]
pub struct People {
    /// Whose row it is.
    pub members: Vec<u32>,
    /// Active in the last 28 days: those whom `top` and `bottom` rank.
    is_active: Vec<bool>,
    columns: BTreeMap<&'static str, Vec<f64>>,
}

/// A log up to a moment, and how its days are counted.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub events: &'a [Event],
    pub classes: &'a Classes,
    /// What each kind is to the features.
    pub feature_classes: &'a [features::Class],
    pub calendar: &'a Calendar,
    /// How many numbers of members were given out.
    pub members: usize,
    pub last_day: i32,
    /// How likely it is that a member leaves, by their number; empty where nobody has said.
    pub chances: &'a [Option<Chances>],
}

impl People {
    /// Those of the log, with these fields.
    pub fn of(source: &Source<'_>, wanted: &[&'static str]) -> Self {
        let Source { events, classes, calendar, members, last_day, .. } = *source;
        let mut lifecycle = Lifecycle::default();
        let mut days = calendar.clone();
        let there = events.iter().filter(|event| classes.is_presence(event.kind));
        there.for_each(|event| _ = lifecycle.observe(event.member, days.day(event.at)));
        let known: Vec<u32> = (0..lifecycle.members().len() as u32)
            .filter(|member| lifecycle.members()[*member as usize].first().is_some())
            .collect();
        let grid = grids(&credits(events, classes, calendar), members, &[last_day]).pop();
        let standing = |member: u32| grid.as_ref().map(|grid: &Grid| grid.members[member as usize]).unwrap_or_default();
        let mut people = Self {
            is_active: known.iter().map(|member| standing(*member).active_days > 0).collect(),
            members: known,
            columns: BTreeMap::new(),
        };
        for field in fields::OWN.iter().filter(|field| wanted.contains(&field.name)) {
            let of = |member: u32| {
                let (days, standing) = (&lifecycle.members()[member as usize], standing(member));
                match field.name {
                    "lifecycle" => days.state(last_day).map_or(f64::NAN, |state| f64::from(state as u8)),
                    "value" => standing.value,
                    "value-level" => f64::from(standing.value_level as u8),
                    "activity" => f64::from(standing.active_days),
                    "activity-level" => f64::from(standing.activity_level as u8),
                    "silence" => silence(days, last_day),
                    _ => days.iter().filter(|day| *day <= last_day).count() as f64,
                }
            };
            people.columns.insert(field.name, people.members.iter().map(|member| of(*member)).collect());
        }
        people.read_scores(source, wanted);
        people.read_features(source, wanted);
        people
    }

    fn read_scores(&mut self, source: &Source<'_>, wanted: &[&'static str]) {
        for field in fields::SCORED.iter().filter(|field| wanted.contains(&field.name)) {
            let of = |member: &u32| {
                let chances = source.chances.get(*member as usize).copied().flatten()?;
                let place = |found: Option<usize>| found.map(|place| place as f64);
                let reason = |of: fn((Cause, Group)) -> Option<usize>| place(chances.reason.and_then(of));
                match field.name {
                    "risk" => Some(chances.risk),
                    "likely-gone-within(7)" => Some(chances.within[0]),
                    "likely-gone-within(14)" => Some(chances.within[1]),
                    "likely-gone-within(28)" => Some(chances.within[2]),
                    "reason" => reason(|(cause, _)| Cause::ALL.iter().position(|known| *known == cause)),
                    _ => reason(|(_, group)| Group::ALL.iter().position(|known| *known == group)),
                }
            };
            let column = self.members.iter().map(|member| of(member).unwrap_or(f64::NAN)).collect();
            self.columns.insert(field.name, column);
        }
    }

    fn read_features(&mut self, source: &Source<'_>, wanted: &[&'static str]) {
        let asked: Vec<&Feature> = FEATURES.iter().filter(|feature| wanted.contains(&feature.name)).collect();
        if asked.is_empty() {
            return;
        }
        let at = source.calendar.begins(source.last_day + 1);
        let mut fold = Fold::read_at_second(at).with_classes(source.feature_classes);
        source.events.iter().for_each(|event| fold.apply(event));
        for feature in asked {
            let of = |member: &u32| Seen::new(&fold, *member, at).map_or(f64::NAN, |seen| (feature.of)(&seen));
            self.columns.insert(feature.name, self.members.iter().map(of).collect());
        }
    }

    /// The numbers of a field, by row.
    pub fn column(&self, field: &str) -> &[f64] {
        self.columns.get(field).map_or(&[], Vec::as_slice)
    }

    /// The known numbers of a field among the active, from low to high.
    pub fn sorted(&self, field: &str) -> Vec<f64> {
        let rows = self.column(field).iter().zip(&self.is_active);
        let mut numbers: Vec<f64> =
            rows.filter(|(number, active)| **active && !number.is_nan()).map(|(number, _)| *number).collect();
        numbers.sort_unstable_by(f64::total_cmp);
        numbers
    }

    #[cfg(test)]
    pub(super) fn plain(columns: &[(&'static str, &[f64])]) -> Self {
        let rows = columns[0].1.len();
        Self {
            members: (0..rows as u32).collect(),
            is_active: vec![true; rows],
            columns: columns.iter().map(|(name, numbers)| (*name, numbers.to_vec())).collect(),
        }
    }
}

fn silence(days: &DaySet, last_day: i32) -> f64 {
    days.before(last_day + 1).map_or(f64::NAN, |last| f64::from(last_day - last))
}
