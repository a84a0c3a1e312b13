//! Where each message of a culture is from: written here first, translated by a machine, or reviewed by somebody.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::occasion::is_date;

/// The table `provenance` of a `culture.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// What holds for messages that nobody has reviewed.
    pub default: Origin,
    /// Messages by their keys.
    #[serde(default)]
    pub reviewed: BTreeMap<String, Review>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Written in this language.
    Source,
    #[default]
    Machine,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    pub by: String,
    /// As `2026-11-28`.
    pub on: String,
    /// The [`fingerprint`] of the source's message at that time: when it changes, the review is outdated.
    pub source: String,
}

impl Provenance {
    pub(crate) fn validate(&self) -> Result<(), String> {
        self.reviewed.iter().try_for_each(|(key, review)| review.validate(key))
    }
}

impl Review {
    pub(crate) fn validate(&self, key: &str) -> Result<(), String> {
        if self.by.trim().is_empty() {
            return Err(format!("the review of `{key}` does not say by whom"));
        }
        if !is_date(&self.on) {
            return Err(format!("the review of `{key}` was not on a date such as `2026-11-28`"));
        }
        if self.source.len() != 16 || !self.source.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(format!("the review of `{key}` has a `source` that `hearth cultures reviewed` did not print"));
        }
        Ok(())
    }
}

/// Of a message as Fluent writes it: FNV-1a, 64 bits, since it has to be the same in every version and guards against
/// nobody (Fowler, Noll and Vo).
pub(crate) fn fingerprint(message: &str) -> String {
    let hash = message
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_those_of_the_algorithm() {
        assert_eq!(fingerprint(""), "cbf29ce484222325");
        assert_eq!(fingerprint("foobar"), "85944171f73967e8");
    }

    #[test]
    fn a_review_that_says_too_little_is_refused() {
        let good = ("Ada", "2026-11-28", "85944171f73967e8");
        let with = |(by, on, source): (&str, &str, &str)| {
            let review = Review { by: by.to_owned(), on: on.to_owned(), source: source.to_owned() };
            Provenance { default: Origin::Machine, reviewed: [("a-b".to_owned(), review)].into() }.validate()
        };
        assert_eq!(with(good), Ok(()));
        for (bad, words) in [
            ((" ", good.1, good.2), "by whom"),
            ((good.0, "today", good.2), "date"),
            ((good.0, good.1, "x"), "`hearth cultures reviewed`"),
        ] {
            assert!(with(bad).unwrap_err().contains(words));
        }
    }
}
