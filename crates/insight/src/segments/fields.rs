//! What is known of each member by name, for rules: the grid and the lifecycle, the score, and every feature.

use super::{grid::LEVELS, lifecycle::STATES};
use crate::{
    churn::reason::Cause,
    features::{FEATURES, Group},
};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Number,
    /// One of these words, which have no order.
    Word(&'static [&'static str]),
    /// One of these words, from low to high.
    Level(&'static [&'static str]),
}

/// Something that a rule may ask of a member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub doc: &'static str,
}

impl Field {
    /// Whether it goes from 0 to 1.
    pub fn is_chance(&self) -> bool {
        self.name == "risk" || self.name.starts_with("likely-gone-within")
    }
}

const STATE_NAMES: [&str; STATES.len()] =
    ["new", "current", "returned", "revived", "at-risk-week", "at-risk-month", "dormant"];
const LEVEL_NAMES: [&str; LEVELS.len()] = ["none", "low", "middle", "high"];

/// The names of [`Cause::ALL`] and of [`Group::ALL`].
const CAUSE_NAMES: [&str; Cause::ALL.len()] = ["experience", "trust", "product", "elsewhere"];
const GROUP_NAMES: [&str; Group::ALL.len()] = [
    "silence",
    "little-activity",
    "fading",
    "broken-rhythm",
    "changed-hours",
    "changed-use",
    "rooms",
    "few-answers",
    "contacts",
    "new-here",
    "friction",
    "moderation",
];

const fn number(name: &'static str, doc: &'static str) -> Field {
    Field { name, kind: Kind::Number, doc }
}

/// The fields that are neither scores nor features.
pub const OWN: [Field; 7] = [
    Field { name: "lifecycle", kind: Kind::Word(&STATE_NAMES), doc: "where the member is in their life here" },
    number("value", "what others received from the member in 28 days"),
    Field { name: "value-level", kind: Kind::Level(&LEVEL_NAMES), doc: "the row of the grid" },
    number("activity", "active days of the last 28"),
    Field { name: "activity-level", kind: Kind::Level(&LEVEL_NAMES), doc: "the column of the grid" },
    number("silence", "whole days since the last active one; 0 if that is the day itself"),
    number("active-days", "days on which the member was ever active"),
];

/// The fields that are known of who has a score.
pub const SCORED: [Field; 6] = [
    number("risk", "how likely it is that the member leaves, 0 to 1, by the newest score"),
    number("likely-gone-within(7)", "how likely it is that the member has left in 7 days, 0 to 1"),
    number("likely-gone-within(14)", "the same in 14 days"),
    number("likely-gone-within(28)", "the same in 28 days"),
    Field { name: "reason", kind: Kind::Word(&CAUSE_NAMES), doc: "the cause of the first reason to leave" },
    Field { name: "reason-in-detail", kind: Kind::Word(&GROUP_NAMES), doc: "what the first reason speaks of" },
];

/// All fields, the features last.
pub fn fields() -> impl Iterator<Item = Field> {
    let feature = FEATURES.iter().map(|feature| number(feature.name, "a feature of the churn model"));
    OWN.into_iter().chain(SCORED).chain(feature)
}

/// The field of a name, in which `_` may stand for `-`.
pub fn field(name: &str) -> Option<Field> {
    let name = name.replace('_', "-");
    fields().find(|field| field.name == name)
}

/// Whether somebody has to say how likely members are to leave before these are known.
pub fn need_scores(names: &[&'static str]) -> bool {
    SCORED.iter().any(|field| names.contains(&field.name))
}

/// The field whose name is most like this one, if any is.
pub fn nearest(name: &str) -> Option<&'static str> {
    const ALIKE: f64 = 0.75;
    let name = name.to_ascii_lowercase().replace('_', "-");
    let alike = fields().map(|field| (strsim::jaro_winkler(field.name, &name), field.name));
    alike.filter(|(alike, _)| *alike >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::churn::model::CURVE;

    #[test]
    fn every_field_has_a_name_of_its_own() {
        let names: Vec<&str> = fields().map(|field| field.name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert_eq!(STATES.map(|state| state.name()), STATE_NAMES);
        assert_eq!(LEVELS.map(|level| level.name()), LEVEL_NAMES);
        assert_eq!(Cause::ALL.map(Cause::name), CAUSE_NAMES);
        assert_eq!(Group::ALL.map(Group::name), GROUP_NAMES);
        assert_eq!(CURVE.map(|days| format!("likely-gone-within({days})")), [1, 2, 3].map(|at| SCORED[at].name));
    }

    #[test]
    fn a_mistyped_field_has_a_nearest() {
        let meant = [("room-count", "rooms"), ("lifecyle", "lifecycle"), ("Value", "value"), ("days_90", "days-90d")];
        for (written, field) in meant {
            assert_eq!(nearest(written), Some(field));
        }
        assert_eq!(nearest("zzzz"), None);
    }
}
