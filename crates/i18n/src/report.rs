//! How far each culture is: what it says, what of that somebody has reviewed, what changed since.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Culture, Folder, Origin, Review};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    pub tag: String,
    pub name: String,
    /// Whether members can choose it.
    pub offered: bool,
    /// Where messages come from that nobody has reviewed.
    pub unreviewed_are: Origin,
    pub total: Coverage,
    /// By file, which is where a member meets the messages.
    pub surfaces: BTreeMap<String, Coverage>,
    pub missing: Vec<String>,
    /// Reviewed before the source changed.
    pub outdated: Vec<String>,
    /// By who reviewed, with the number of messages.
    pub reviewers: BTreeMap<String, usize>,
}

/// Numbers of messages and terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    pub wanted: usize,
    pub said: usize,
    pub reviewed: usize,
    pub outdated: usize,
}

impl Folder {
    /// How far this culture is, held against the source.
    pub fn report(&self, source: &Self) -> Result<Report, String> {
        let Culture { name, provenance, .. } = self.culture()?;
        let own = self.fingerprints()?;
        let mut report = Report {
            tag: self.tag.to_string(),
            name,
            offered: false,
            unreviewed_are: provenance.default,
            total: Coverage::default(),
            surfaces: BTreeMap::new(),
            missing: Vec::new(),
            outdated: Vec::new(),
            reviewers: BTreeMap::new(),
        };
        for (key, (surface, fingerprint)) in source.fingerprints()? {
            let coverage = report.surfaces.entry(surface).or_default();
            coverage.wanted += 1;
            if !own.contains_key(&key) {
                report.missing.push(key);
                continue;
            }
            coverage.said += 1;
            match provenance.reviewed.get(&key) {
                Some(Review { source, .. }) if *source != fingerprint => {
                    coverage.outdated += 1;
                    report.outdated.push(key);
                }
                Some(Review { by, .. }) => {
                    coverage.reviewed += 1;
                    *report.reviewers.entry(by.clone()).or_default() += 1;
                }
                None => {}
            }
        }
        report.total = report.surfaces.values().fold(Coverage::default(), Coverage::and);
        report.offered = report.missing.iter().all(|key| key.starts_with('-'));
        Ok(report)
    }

    /// What stands in `culture.toml` for messages that somebody has reviewed, ready to be put there.
    pub fn review_lines(&self, source: &Self, keys: &[String], by: &str, on: &str) -> Result<String, String> {
        let (own, wanted) = (self.fingerprints()?, source.fingerprints()?);
        let lines = keys.iter().map(|key| match (own.contains_key(key), wanted.get(key)) {
            (true, Some((_, fingerprint))) => {
                let review = Review { by: by.to_owned(), on: on.to_owned(), source: fingerprint.clone() };
                review.validate(key)?;
                let [by, on, source] = [by, on, fingerprint].map(toml::Value::from);
                Ok(format!("{key} = {{ by = {by}, on = {on}, source = {source} }}\n"))
            }
            (_, None) => Err(format!("{} has no message `{key}`", source.tag)),
            (false, _) => Err(format!("{} does not say `{key}` yet", self.tag)),
        });
        lines.collect()
    }
}

impl Coverage {
    fn and(self, other: &Self) -> Self {
        Self {
            wanted: self.wanted + other.wanted,
            said: self.said + other.said,
            reviewed: self.reviewed + other.reviewed,
            outdated: self.outdated + other.outdated,
        }
    }

    /// In whole percent of what is wanted, rounded down, so that 100 means all.
    pub fn percent(self, of: usize) -> usize {
        (of * 100).checked_div(self.wanted).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUSTOMS: &str = include_str!("../../../cultures/de/culture.toml");

    fn folder(tag: &str, provenance: &str, common: &str) -> Folder {
        Folder {
            tag: tag.parse().unwrap(),
            customs: format!("{}\n{provenance}", CUSTOMS.split("[provenance]").next().unwrap()),
            messages: [("common".to_owned(), common.to_owned())].into(),
        }
    }

    #[test]
    fn what_changed_after_its_review_is_outdated() {
        let source = folder("en", "[provenance]\ndefault = 'source'", "a = One\nb = Two\nc = Three\n# Said.\nd = Four");
        let bare = folder("eo", "", "a = Unu\nb = Du\nd = Kvar");
        let keys = ["a".to_owned(), "d".to_owned()];
        let lines = bare.review_lines(&source, &keys, "Zoe \"Z\"", "2026-11-28").unwrap();
        let own = folder(
            "eo",
            &format!("[provenance]\ndefault = 'machine'\n[provenance.reviewed]\n{lines}"),
            "a = Unu\nb = Du\nd = Kvar",
        );

        let report = own.report(&source).unwrap();
        assert_eq!(report.total, Coverage { wanted: 4, said: 3, reviewed: 2, outdated: 0 });
        assert_eq!((report.missing.as_slice(), report.offered), (["c".to_owned()].as_slice(), false));
        assert_eq!(report.reviewers, [("Zoe \"Z\"".to_owned(), 2)].into());
        assert_eq!(report.total.percent(report.total.said), 75);

        // A comment changes nothing, words do.
        let changed = folder("en", "", "a = One!\nb = Two\nc = Three\nd = Four");
        let report = own.report(&changed).unwrap();
        assert_eq!((report.outdated, report.total.reviewed), (vec!["a".to_owned()], 1));
    }

    #[test]
    fn a_review_of_what_is_not_there_is_refused() {
        let source = folder("en", "", "a = One\nb = Two");
        let own = folder("eo", "", "a = Unu");
        let review = |key: &str| own.review_lines(&source, &[key.to_owned()], "Zoe", "2026-11-28").unwrap_err();
        assert_eq!(review("b"), "eo does not say `b` yet");
        assert_eq!(review("z"), "en has no message `z`");
    }
}
