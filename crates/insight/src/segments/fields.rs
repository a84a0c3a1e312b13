//! What is known of each member by name, for rules: the grid and the lifecycle, the score, and every feature.

use super::{grid::LEVELS, lifecycle::STATES};
use crate::features::FEATURES;

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

const STATE_NAMES: [&str; STATES.len()] =
    ["new", "current", "returned", "revived", "at-risk-week", "at-risk-month", "dormant"];
const LEVEL_NAMES: [&str; LEVELS.len()] = ["none", "low", "middle", "high"];

const fn number(name: &'static str, doc: &'static str) -> Field {
    Field { name, kind: Kind::Number, doc }
}

/// The fields that are not features.
pub const OWN: [Field; 8] = [
    Field { name: "lifecycle", kind: Kind::Word(&STATE_NAMES), doc: "where the member is in their life here" },
    number("value", "what others received from the member in 28 days"),
    Field { name: "value-level", kind: Kind::Level(&LEVEL_NAMES), doc: "the row of the grid" },
    number("activity", "active days of the last 28"),
    Field { name: "activity-level", kind: Kind::Level(&LEVEL_NAMES), doc: "the column of the grid" },
    number("silence", "whole days since the last active one; 0 if that is the day itself"),
    number("active-days", "days on which the member was ever active"),
    number("score", "how likely it is that the member leaves, 0 to 1; known where scores are kept"),
];

/// All fields, the features last.
pub fn fields() -> impl Iterator<Item = Field> {
    let feature = FEATURES.iter().map(|feature| number(feature.name, "a feature of the churn model"));
    OWN.into_iter().chain(feature)
}

pub fn field(name: &str) -> Option<Field> {
    fields().find(|field| field.name == name)
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

    #[test]
    fn every_field_has_a_name_of_its_own() {
        let names: Vec<&str> = fields().map(|field| field.name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert_eq!(STATES.map(|state| state.name()), STATE_NAMES);
        assert_eq!(LEVELS.map(|level| level.name()), LEVEL_NAMES);
    }

    #[test]
    fn a_mistyped_field_has_a_nearest() {
        let meant = [("room-count", "rooms"), ("lifecyle", "lifecycle"), ("Value", "value"), ("days_30d", "days-30d")];
        for (written, field) in meant {
            assert_eq!(nearest(written), Some(field));
        }
        assert_eq!(nearest("zzzz"), None);
    }
}
