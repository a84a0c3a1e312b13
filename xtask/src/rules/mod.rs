//! The invariants of the house. Each is a named rule with its reason; a fault says where it is and what
//! to do. They run in `xtask check` and as a test.

mod files;
mod floors;
mod limits;
mod links;
pub(crate) mod migrations;
mod modules;
mod places;
mod sql;

use crate::{generate, tree::Tree};

pub(crate) use modules::{ORDER_FILE, has_row};

/// One invariant.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) check: fn(&Tree) -> Vec<Fault>,
}

/// Where a rule is broken, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) message: String,
}

impl Fault {
    pub(crate) fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

pub(crate) const GENERATED: Rule = Rule {
    name: "generated",
    reason: "A generated file that differs from its source misleads whoever reads it.",
    check: generate::stale,
};

pub(crate) const ALL: &[Rule] = &[
    floors::ARROWS,
    floors::RUMA,
    floors::KERNEL,
    modules::ORDER,
    modules::FACADE,
    sql::TEXT,
    sql::TABLES,
    files::OPENING,
    files::LENGTH,
    files::FUNCTIONS,
    files::UNFINISHED,
    files::PRINTING,
    files::CLOCK,
    limits::USED,
    migrations::NUMBERS,
    migrations::LANDED,
    places::MACHINE,
    places::REGISTRIES,
    places::SHARED,
    links::LINKS,
    links::WALKS,
    GENERATED,
];

/// Holds the tree against the rules: a sentence when all hold, else every fault under its rule.
pub(crate) fn hold(tree: &Tree, rules: &[Rule]) -> Result<String, String> {
    let mut report = String::new();
    let mut broken = 0;
    for rule in rules {
        let mut faults = (rule.check)(tree);
        faults.sort_by(|one, other| (&one.path, one.line).cmp(&(&other.path, other.line)));
        faults.dedup();
        if !faults.is_empty() {
            report.push_str(&format!("{}: {}\n", rule.name, rule.reason));
        }
        for Fault { path, line, message } in &faults {
            report.push_str(&format!("  {path}:{line}: {message}\n"));
        }
        broken += usize::from(!faults.is_empty());
    }
    if broken == 0 {
        return Ok("The rules hold.".to_owned());
    }
    Err(format!("{report}{broken} of {} rules are broken.", rules.len()))
}

/// The places of a planted fault, for the tests of each rule.
#[cfg(test)]
fn found(rule: &Rule, files: &[(&str, &str)]) -> Vec<String> {
    let faults = (rule.check)(&Tree::of(files));
    faults.iter().map(|Fault { path, line, message }| format!("{path}:{line}: {message}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree;

    #[test]
    fn the_house_keeps_its_rules() {
        let tree = Tree::read(&tree::root()).expect("the files are listed");
        assert!(
            tree.text("Cargo.toml").is_some_and(|text| text.contains("[workspace]")),
            "the root is the workspace's"
        );
        if let Err(report) = hold(&tree, ALL) {
            panic!("\n{report}");
        }
    }

    #[test]
    fn a_report_names_rule_reason_place_and_cure() {
        let tree = Tree::of(&[("crates/http/src/lib.rs", "//! Web.\nfn f() { todo!() }\n")]);
        let report = hold(&tree, &[files::OPENING, files::UNFINISHED]).unwrap_err();
        let expected = "unfinished: What is unfinished or silenced is not landed.\n  \
                        crates/http/src/lib.rs:2: todo! is unfinished; finish it or leave it out\n\
                        1 of 2 rules are broken.";
        assert_eq!(report, expected);
        assert_eq!(hold(&tree, &[files::OPENING]).unwrap(), "The rules hold.");
    }
}
