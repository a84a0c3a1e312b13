//! Places outside the clone: no tracked file depends on the machine that it was written on.

use super::{Fault, Rule};
use crate::tree::Tree;

pub(crate) const MACHINE: Rule =
    Rule { name: "machine paths", reason: "A path of one machine works on no other.", check: machine };

pub(crate) const REGISTRIES: Rule = Rule {
    name: "registries",
    reason: "Which registry or mirror is asked is the machine's own setting, not the project's.",
    check: registries,
};

pub(crate) const SHARED: Rule = Rule {
    name: "beside the clone",
    reason: "A fresh clone has nothing beside it, so what lies there is optional and only scripts, tests and documents that say so know of it.",
    check: shared,
};

/// Folders right below the root that are somebody's own.
const HOMES: [&str; 4] = ["home", "root", "work", "Users"];

/// Hosts that hand out packages, and the words that mirrors of them are named with.
const HOSTS: [&str; 10] = [
    "crates.io",
    "npmjs.org",
    "npmjs.com",
    "yarnpkg.com",
    "pypi.org",
    "pythonhosted.org",
    "golang.org",
    "artifactory",
    "jfrog",
    "sonatype",
];

/// Every text file but this one, which has to name what it refuses.
fn files(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.files().filter(|(path, _)| *path != "xtask/src/rules/places.rs")
}

fn lines(tree: &Tree) -> impl Iterator<Item = (&str, usize, &str)> {
    files(tree).flat_map(|(path, text)| text.lines().enumerate().map(move |(at, line)| (path, at + 1, line)))
}

fn machine(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, line, text) in lines(tree) {
        for home in HOMES.map(|home| format!("/{home}/")) {
            if text.match_indices(&home).any(|(at, _)| begins_a_path(&text[..at])) {
                faults.push(Fault::new(
                    path,
                    line,
                    format!("{home}… is one machine's; name it from the clone's root or ask the environment"),
                ));
            }
        }
    }
    faults
}

/// `/work/x` is a path of the machine, `src/work/x`, `$HOME/work/x` and `https://host/home/` are not.
fn begins_a_path(before: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || "._-~})*]>".contains(letter);
    !before.ends_with(is_part)
}

fn registries(tree: &Tree) -> Vec<Fault> {
    // Cargo writes this name for its default registry, whatever mirror the machine asks.
    const DEFAULT: &str = "registry+https://github.com/rust-lang/crates.io-index";
    let mut faults = Vec::new();
    for (path, line, text) in lines(tree) {
        let text = text.replace(DEFAULT, "").to_lowercase();
        for host in HOSTS.iter().filter(|host| text.contains(**host)) {
            let message = format!(
                "{host} is a registry's host; leave it to the machine's settings (for npm: omit-lockfile-registry-resolved)"
            );
            faults.push(Fault::new(path, line, message));
        }
    }
    faults
}

fn shared(tree: &Tree) -> Vec<Fault> {
    const BESIDE: &str = "../shared";
    let is_code = |path: &str| path.starts_with("scripts/") || path.contains("tests/") || path.ends_with("/tests.rs");
    let mut faults = Vec::new();
    for (path, text) in files(tree).filter(|(path, _)| !is_code(path)) {
        let mut line = 1;
        for paragraph in text.split_inclusive("\n\n") {
            let says_so = path.ends_with(".md") && paragraph.contains("optional");
            for (at, _) in paragraph.match_indices(BESIDE).filter(|_| !says_so) {
                let message = format!(
                    "{BESIDE} may be missing; read it in a script or a test, or say in the paragraph that it is optional"
                );
                faults.push(Fault::new(path, line + paragraph[..at].matches('\n').count(), message));
            }
            line += paragraph.matches('\n').count();
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn a_path_of_one_machine_is_refused() {
        let text = "cd \"/home/ada/x\"\nsrc/work/mod.rs $HOME/work/x https://host/home/\nDIR=/work/main ~/work/\n";
        assert_eq!(
            found(&MACHINE, &[("scripts/x.sh", text)]),
            [
                "scripts/x.sh:1: /home/… is one machine's; name it from the clone's root or ask the environment",
                "scripts/x.sh:3: /work/… is one machine's; name it from the clone's root or ask the environment",
            ]
        );
    }

    #[test]
    fn a_host_of_a_registry_is_refused() {
        let lock = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n";
        let npm = "{\n\"resolved\": \"https://registry.npmjs.org/x.tgz\"\n}\n";
        let found = found(&REGISTRIES, &[("Cargo.lock", lock), ("package-lock.json", npm)]);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("package-lock.json:2: npmjs.org is a registry's host"), "{found:?}");
    }

    #[test]
    fn what_lies_beside_the_clone_is_optional() {
        let text = "# Data\n\nIt is optional: ../shared/data\nwould be read.\n\nLook into\n../shared/data first.\n";
        let files = [
            ("docs/data.md", text),
            ("scripts/test.sh", text),
            ("crates/a/src/tests.rs", text),
            ("crates/a/src/b.rs", "../shared"),
        ];
        let found = found(&SHARED, &files);
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("crates/a/src/b.rs:1: "), "{found:?}");
        assert!(found[1].starts_with("docs/data.md:7: "), "{found:?}");
    }
}
