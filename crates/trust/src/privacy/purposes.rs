//! The purposes as members read of them: which texts there are, in which version.

use hearth_i18n::{Cultures, Tag};
use hearth_kernel::ports::{Basis, Purpose};
use serde_json::{Value, json};

use super::model::ConsentDefault;

/// The texts of a purpose: its name, what is done, why, which kinds of data it takes, and for how long they are kept.
const PARTS: [&str; 5] = ["name", "what", "why", "data", "kept"];

/// Everything that is shown from here.
pub(super) const STRINGS: &[&str] = &[
    "privacy-service-name",
    "privacy-service-what",
    "privacy-service-why",
    "privacy-service-data",
    "privacy-service-kept",
    "privacy-security-name",
    "privacy-security-what",
    "privacy-security-why",
    "privacy-security-data",
    "privacy-security-kept",
    "privacy-retention-name",
    "privacy-retention-what",
    "privacy-retention-why",
    "privacy-retention-data",
    "privacy-retention-kept",
    "privacy-product-name",
    "privacy-product-what",
    "privacy-product-why",
    "privacy-product-data",
    "privacy-product-kept",
    "privacy-personal-name",
    "privacy-personal-what",
    "privacy-personal-why",
    "privacy-personal-data",
    "privacy-personal-kept",
    "privacy-basis-contract",
    "privacy-basis-interest",
    "privacy-basis-consent",
    "privacy-default-opt-in",
    "privacy-default-notice",
];

/// The version of a purpose's texts. Other words are a new version, and members are told that there is one; another
/// meaning is a new purpose, since nobody agreed to it.
pub(super) fn version(purpose: Purpose) -> i64 {
    match purpose {
        Purpose::Service | Purpose::Security | Purpose::Retention | Purpose::Product | Purpose::Personal => 1,
    }
}

/// A purpose as the register tells of it.
pub(super) fn describe(cultures: &Cultures, language: &Tag, purpose: Purpose) -> Value {
    let mut told = json!({
        "purpose": purpose.word(),
        "version": version(purpose).to_string(),
        "basis": purpose.basis().word(),
        "basis_text": basis_text(cultures, language, purpose.basis()),
        "needs_consent": purpose.needs_consent(),
    });
    for part in PARTS {
        told[part] = text(cultures, language, &key(purpose, part)).into();
    }
    told
}

pub(super) fn default_text(cultures: &Cultures, language: &Tag, default: ConsentDefault) -> String {
    text(cultures, language, &format!("privacy-default-{}", default.word()))
}

fn basis_text(cultures: &Cultures, language: &Tag, basis: Basis) -> String {
    text(cultures, language, &format!("privacy-basis-{}", basis.word()))
}

/// A paragraph: where its source breaks a line, a space stands.
pub(super) fn text(cultures: &Cultures, language: &Tag, key: &str) -> String {
    cultures.text(language, key, &[]).replace('\n', " ")
}

fn key(purpose: Purpose, part: &str) -> String {
    format!("privacy-{}-{part}", purpose.word())
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    /// The sum of every text that a version stands for, in the languages that people wrote: what a machine translated is
    /// mended without asking everybody again. A text that changes needs a new version, and a new sum here.
    const SUMS: [(&str, &str, i64, &str); 10] = [
        ("en", "service", 1, "8a5f1125"),
        ("en", "security", 1, "e55a54b0"),
        ("en", "retention", 1, "99e2543b"),
        ("en", "product", 1, "006258dc"),
        ("en", "personal", 1, "1608ae8c"),
        ("zh-Hans", "service", 1, "43f654ac"),
        ("zh-Hans", "security", 1, "b3d57c4c"),
        ("zh-Hans", "retention", 1, "38d74494"),
        ("zh-Hans", "product", 1, "47bfe436"),
        ("zh-Hans", "personal", 1, "6f0aedd8"),
    ];

    fn sum(cultures: &Cultures, language: &Tag, purpose: Purpose) -> String {
        let texts = PARTS.map(|part| text(cultures, language, &key(purpose, part))).join("\n");
        Sha256::digest(texts).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn a_text_that_changes_has_a_new_version() {
        let cultures = Cultures::load().expect("the cultures load");
        let mut sums = Vec::new();
        for tag in cultures.tags().filter(|tag| SUMS.iter().any(|(known, ..)| tag.to_string() == *known)) {
            for purpose in Purpose::ALL {
                let sum = sum(&cultures, tag, purpose);
                sums.push((tag.to_string(), purpose.word(), version(purpose), sum));
            }
        }
        let known = SUMS.map(|(tag, purpose, version, sum)| (tag.to_owned(), purpose, version, sum.to_owned()));
        assert_eq!(sums, known);
    }

    #[test]
    fn every_text_that_is_shown_is_required_at_start() {
        let shown = Purpose::ALL.into_iter().flat_map(|purpose| PARTS.map(|part| key(purpose, part)));
        let bases = Purpose::ALL.into_iter().map(|purpose| format!("privacy-basis-{}", purpose.basis().word()));
        let defaults = [ConsentDefault::OptIn, ConsentDefault::Notice]
            .map(|default| format!("privacy-default-{}", default.word()));
        for key in shown.chain(bases).chain(defaults) {
            assert!(STRINGS.contains(&key.as_str()), "{key}");
        }
        Cultures::load().expect("the cultures load").require(STRINGS).expect("all texts are there");
    }
}
