//! docs/limits.md: every limit with the tests that say what happens at it. A test exercises a limit when
//! its name or its body names it; a comment will do where the number itself is not needed.

use std::fmt::Write as _;

use crate::tree::Tree;

pub(crate) const PAGE: &str = "docs/limits.md";
const LIST: &str = "crates/kernel/src/limits.rs";
/// More are not told of one limit.
const TESTS_SHOWN: usize = 2;

struct Limit<'a> {
    name: &'a str,
    value: &'a str,
    words: String,
}

struct Test<'a> {
    path: &'a str,
    name: &'a str,
    body: String,
}

pub(crate) fn page(tree: &Tree) -> String {
    let (limits, tests) = (limits(tree.text(LIST).unwrap_or("")), tests(tree));
    let mut rows = String::new();
    let mut exercised = 0;
    for Limit { name, value, words } in &limits {
        let longer: Vec<String> =
            limits.iter().map(|other| other.name).filter(|other| is_part(name, other)).map(str::to_lowercase).collect();
        // Those that are named after it say most of it.
        let (named, told): (Vec<&Test<'_>>, Vec<&Test<'_>>) =
            tests.iter().filter(|test| test.exercises(name, &longer)).partition(|test| test.is_named(name, &longer));
        let by: Vec<String> = named.into_iter().chain(told).map(Test::link).collect();
        exercised += usize::from(!by.is_empty());
        let by = if by.is_empty() { "not yet".to_owned() } else { by[..by.len().min(TESTS_SHOWN)].join(", ") };
        writeln!(rows, "| `{name}` | `{value}` | {words} | {by} |").expect("text grows");
    }
    format!(
        "# Limits\n\nGenerated from `{LIST}` and the tests; do not edit. Every bound of the house, and the tests that say what\n\
         happens at it: {exercised} of {} are exercised by name.\n\n| limit | value | what it bounds | tests |\n|---|---|---|---|\n{rows}",
        limits.len()
    )
}

fn limits(text: &str) -> Vec<Limit<'_>> {
    let (mut limits, mut words) = (Vec::new(), Vec::new());
    for line in text.lines() {
        if let Some(doc) = line.strip_prefix("///") {
            words.push(doc.trim());
        } else if let Some((name, rest)) = line.strip_prefix("pub const ").and_then(|rest| rest.split_once(':')) {
            let value = rest.split_once("= ").map_or("", |(_, value)| value.trim_end_matches(';'));
            limits.push(Limit { name, value, words: std::mem::take(&mut words).join(" ").replace('|', "\\|") });
        } else {
            words.clear();
        }
    }
    limits
}

fn tests(tree: &Tree) -> Vec<Test<'_>> {
    let mut tests: Vec<Test<'_>> = Vec::new();
    for (path, text) in tree.rust().filter(|(path, _)| path.starts_with("crates/") && *path != LIST) {
        let (mut is_test, mut inside) = (false, false);
        for line in text.lines() {
            let begun = line.trim_start();
            if begun.starts_with("#[test]") || begun.starts_with("#[tokio::test") {
                is_test = true;
            } else if let Some(name) = function(begun) {
                inside = is_test;
                if is_test {
                    tests.push(Test { path, name, body: String::new() });
                }
                is_test = false;
            } else if let (true, Some(test)) = (inside, tests.last_mut()) {
                test.body.push_str(line);
                test.body.push('\n');
            }
        }
    }
    tests
}

/// The name, if a function begins here that is not within another.
fn function(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ").trim_start_matches("async ");
    rest.strip_prefix("fn ")?.split_once(['(', '<']).map(|(name, _)| name)
}

/// Whether a limit's name is a part of another's, as EVENT_BYTES is of INGEST_EVENT_BYTES.
fn is_part(name: &str, other: &str) -> bool {
    name != other && format!("_{other}_").contains(&format!("_{name}_"))
}

impl Test<'_> {
    fn exercises(&self, limit: &str, longer: &[String]) -> bool {
        self.is_named(limit, longer) || self.tells_of(limit)
    }

    /// By words of its name that are not those of a limit with a longer name.
    fn is_named(&self, limit: &str, longer: &[String]) -> bool {
        let others = longer.iter().fold(format!("_{}_", self.name), |name, other| name.replace(other.as_str(), ""));
        limit.contains('_') && others.contains(&format!("_{}_", limit.to_lowercase()))
    }

    /// What is of another module than the limits' has only the name in common.
    fn tells_of(&self, limit: &str) -> bool {
        let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        self.body.match_indices(limit).any(|(at, _)| {
            let (before, after) = (&self.body[..at], &self.body[at + limit.len()..]);
            let is_whole = !before.ends_with(is_word) && !after.starts_with(is_word);
            is_whole && (before.ends_with("limits::") || !before.ends_with("::"))
        })
    }

    fn link(&self) -> String {
        format!("[`{}`](../{})", self.name, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_shown_with_the_tests_that_name_it() {
        let list = "//! L.\n\n/// Events in a page,\n/// at most.\npub const PAGE_EVENTS: usize = 1_000;\n/// Rooms.\npub const ROOMS: usize = 3;\n";
        let user =
            "//! T.\nconst ROOMS: u8 = 1;\n#[test]\nfn page_events_bound_a_page() {\n    f();\n}\nfn f() { ROOMS; }\n";
        let page = page(&Tree::of(&[(LIST, list), ("crates/app/tests/front/x.rs", user)]));
        assert!(page.contains("1 of 2 are exercised"), "{page}");
        let row = "| `PAGE_EVENTS` | `1_000` | Events in a page, at most. | [`page_events_bound_a_page`](../crates/app/tests/front/x.rs) |";
        assert!(page.contains(row), "{page}");
        assert!(page.contains("| `ROOMS` | `3` | Rooms. | not yet |"), "{page}");

        let list = "/// A.\npub const EVENT_BYTES: usize = 1;\n/// B.\npub const INGEST_EVENT_BYTES: usize = 2;\n";
        let user = "#[test]\nfn ingest_event_bytes_bound() {\n    other::EVENT_BYTES;\n}\n";
        let page = super::page(&Tree::of(&[(LIST, list), ("crates/app/tests/front/x.rs", user)]));
        assert!(page.contains("1 of 2 are exercised"), "{page}");
    }
}
