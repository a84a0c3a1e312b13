//! Segments as plain data: their names, those that are always there, and what changed from one text to another.

use std::sync::LazyLock;

use hearth_kernel::{Error, Result, limits};
use serde::Serialize;

use super::{grid::LEVELS, lifecycle::STATES};

/// One version of a segment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Version {
    pub number: i64,
    pub rule: String,
    pub made_at_ms: i64,
}

/// A segment as it is now: of one that was not changed for long, this is all there is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    pub name: String,
    pub archived_at_ms: Option<i64>,
    pub newest: Version,
}

/// How many members a segment meant when a day was over.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Count {
    pub name: String,
    /// Days since 1970.
    pub day: i64,
    pub version: i64,
    pub members: u64,
    /// How many there were in all.
    pub of_all: u64,
    pub entered: u64,
    pub gone: u64,
    pub counted_at_ms: i64,
}

/// A segment that is always there.
#[derive(Clone, Debug)]
pub struct BuiltIn {
    pub name: String,
    pub rule: String,
}

/// What the version of those is called.
pub(super) const BUILT_IN: i64 = 0;
/// Who is more likely to leave than to stay.
const AT_RISK: &str = "at-risk";

/// The states of life, the cells of the grid, and who is likely to leave.
pub static BUILT_INS: LazyLock<Vec<BuiltIn>> = LazyLock::new(|| {
    let at_risk = BuiltIn { name: AT_RISK.to_owned(), rule: "risk >= 50%".to_owned() };
    let state = STATES.map(|state| state.name());
    let states = state.map(|name| BuiltIn { name: name.to_owned(), rule: format!("lifecycle = \"{name}\"") });
    let levels = LEVELS.map(|level| level.name());
    let cells = levels.iter().flat_map(|value| levels.iter().map(move |activity| (value, activity)));
    let cell = |(value, activity): (&&str, &&str)| BuiltIn {
        name: format!("value-{value}-activity-{activity}"),
        rule: format!("value-level = \"{value}\" and activity-level = \"{activity}\""),
    };
    std::iter::once(at_risk).chain(states).chain(cells.map(cell)).collect()
});

pub(super) fn built_in(name: &str) -> Option<&'static BuiltIn> {
    BUILT_INS.iter().find(|segment| segment.name == name)
}

/// A name that a new segment may have.
pub(super) fn check_name(name: &str) -> Result<()> {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let is_named = name.starts_with(|first: char| first.is_ascii_lowercase()) && name.chars().all(is_letter);
    if !is_named || name.len() > limits::SEGMENT_NAME_BYTES {
        let most = limits::SEGMENT_NAME_BYTES;
        return Err(Error::invalid_param(format!(
            "`{name}` is no name of a segment: it has small letters, digits and -, begins with a letter, and has at most {most} of them"
        )));
    }
    if built_in(name).is_some() {
        return Err(Error::invalid_param(format!("the segment {name} is always there and cannot be changed")));
    }
    Ok(())
}

/// A part of a text against another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    Same(String),
    Gone(String),
    New(String),
}

/// What became of a text, by its words: the longest sequence that both have is the same (J. W. Hunt and M. D. McIlroy, *An
/// Algorithm for Differential File Comparison*, 1976). Of a rule's length, all pairs of words are few.
pub(super) fn parts(before: &str, after: &str) -> Vec<Part> {
    let [old, new] = [before, after].map(|text| text.split_whitespace().collect::<Vec<_>>());
    // How many words both have from here on.
    let mut common = vec![vec![0_u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] =
                if old[i] == new[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut parts) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            push(&mut parts, Part::Same(old[i].to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            push(&mut parts, Part::Gone(old[i].to_owned()));
            i += 1;
        } else {
            push(&mut parts, Part::New(new[j].to_owned()));
            j += 1;
        }
    }
    parts
}

/// Behind the last part, or joined to it.
fn push(parts: &mut Vec<Part>, part: Part) {
    match (parts.last_mut(), &part) {
        (Some(Part::Same(text)), Part::Same(more))
        | (Some(Part::Gone(text)), Part::Gone(more))
        | (Some(Part::New(text)), Part::New(more)) => {
            text.push(' ');
            text.push_str(more);
        }
        _ => parts.push(part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::Rule;

    #[test]
    fn those_that_are_always_there_can_be_read_and_have_names_of_their_own() {
        assert_eq!(BUILT_INS.len(), 1 + STATES.len() + LEVELS.len() * LEVELS.len());
        for segment in BUILT_INS.iter() {
            assert!(Rule::parse(&segment.rule).is_ok(), "{}", segment.rule);
            assert!(check_name(&segment.name).unwrap_err().message.contains("always there"));
            assert_eq!(BUILT_INS.iter().filter(|other| other.name == segment.name).count(), 1);
        }
    }

    #[test]
    fn segment_name_bytes_bounds_a_name_of_plain_letters() {
        let long = "a".repeat(limits::SEGMENT_NAME_BYTES);
        for name in ["a", "drifting-2", &long] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        for name in ["", "2nd", "-a", "Drifting", "a b", "ä", "a/b", &format!("{long}a")] {
            assert!(check_name(name).unwrap_err().message.contains("no name of a segment"), "{name}");
        }
    }

    #[test]
    fn what_changed_in_a_text_is_told_by_words() {
        let (same, gone, new) = (
            |text: &str| Part::Same(text.to_owned()),
            |text: &str| Part::Gone(text.to_owned()),
            |text: &str| Part::New(text.to_owned()),
        );
        assert_eq!(
            parts("value >= top(20%) and rooms > 1", "value >= top(10%) and\nrooms > 1 or risk > 0.5"),
            [same("value >="), gone("top(20%)"), new("top(10%)"), same("and rooms > 1"), new("or risk > 0.5")]
        );
        assert_eq!(parts("a b", "a  b"), [same("a b")]);
        assert_eq!((parts("", "a"), parts("a", ""), parts("", "")), (vec![new("a")], vec![gone("a")], vec![]));
    }
}
