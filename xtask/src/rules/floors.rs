//! The floors of the house: which crate may stand on which.

use toml::Table;

use super::{Fault, Rule};
use crate::{
    rust::{paths, tokens},
    tree::Tree,
};

pub(crate) const ARROWS: Rule = Rule {
    name: "arrows",
    reason: "A crate stands on the floors below it alone, so that none needs another of its own floor to build or to be understood.",
    check: arrows,
};

pub(crate) const RUMA: Rule = Rule {
    name: "ruma",
    reason: "Only matrix imports ruma, so that nobody else waits for the heaviest dependency to compile.",
    check: ruma,
};

pub(crate) const KERNEL: Rule = Rule {
    name: "kernel",
    reason: "The kernel does no I/O and knows no runtime: that is what lets a simulator replay a community from a seed.",
    check: kernel,
};

/// From the ground up; crates of one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["hearth-kernel"],
    &["hearth-store", "hearth-i18n"],
    &["hearth-http"],
    &["hearth-matrix", "hearth-insight", "hearth-belonging", "hearth-trust"],
    &["hearth-outreach"],
    &["hearth-app"],
    &["hearth-sim", "hearth", "xtask"],
];

/// Crates that read, write, wait or call out.
const IO: [&str; 16] = [
    "async-std",
    "axum",
    "deadpool-postgres",
    "futures-util",
    "hyper",
    "hyper-util",
    "mio",
    "object_store",
    "reqwest",
    "rusqlite",
    "smol",
    "socket2",
    "sqlx",
    "tempfile",
    "tokio",
    "tokio-postgres",
];

struct Dependency {
    line: usize,
    package: String,
    is_for_tests: bool,
    has_testing: bool,
}

struct Manifest<'a> {
    path: &'a str,
    package: String,
    dependencies: Vec<Dependency>,
}

/// The packages of the workspace, and what could not be read as one.
fn manifests(tree: &Tree) -> (Vec<Manifest<'_>>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut manifests = Vec::new();
    let is_ours =
        |path: &str| path == "xtask/Cargo.toml" || (path.starts_with("crates/") && path.ends_with("/Cargo.toml"));
    for (path, text) in tree.files().filter(|(path, _)| is_ours(path)) {
        match manifest(path, text) {
            Some(manifest) => manifests.push(manifest),
            None => faults.push(Fault::new(path, 1, "this is no manifest of a package; mend its TOML")),
        }
    }
    (manifests, faults)
}

fn manifest<'a>(path: &'a str, text: &str) -> Option<Manifest<'a>> {
    let table: Table = text.parse().ok()?;
    let package = table.get("package")?.get("name")?.as_str()?.to_owned();
    let mut dependencies = dependencies(&table, text);
    for target in table.get("target").and_then(toml::Value::as_table).into_iter().flat_map(Table::values) {
        dependencies.extend(target.as_table().into_iter().flat_map(|target| self::dependencies(target, text)));
    }
    Some(Manifest { path, package, dependencies })
}

fn dependencies(table: &Table, text: &str) -> Vec<Dependency> {
    let mut found = Vec::new();
    for section in ["dependencies", "build-dependencies", "dev-dependencies"] {
        for (name, value) in table.get(section).and_then(toml::Value::as_table).into_iter().flatten() {
            let features = value.get("features").and_then(toml::Value::as_array).into_iter().flatten();
            found.push(Dependency {
                line: line(text, section, name),
                package: value.get("package").and_then(toml::Value::as_str).unwrap_or(name).to_owned(),
                is_for_tests: section == "dev-dependencies",
                has_testing: features.filter_map(toml::Value::as_str).any(|feature| feature == "testing"),
            });
        }
    }
    found
}

/// Where a dependency is declared: TOML's reader keeps no places.
fn line(text: &str, section: &str, name: &str) -> usize {
    let mut current = "";
    for (at, line) in text.lines().enumerate() {
        current = if line.starts_with('[') { line } else { current };
        let key = line.split(['=', '.', ' ']).next().unwrap_or("");
        let is_in = |section: &str| current == format!("[{section}]") || current.ends_with(&format!(".{section}]"));
        if is_in(&format!("{section}.{name}")) || (is_in(section) && key.trim_matches('"') == name) {
            return at + 1;
        }
    }
    1
}

fn floor(package: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&package))
}

fn arrows(tree: &Tree) -> Vec<Fault> {
    let (manifests, mut faults) = manifests(tree);
    for manifest in &manifests {
        let Some(own) = floor(&manifest.package) else {
            let message =
                format!("{} has no floor; give it one in FLOORS of xtask/src/rules/floors.rs", manifest.package);
            faults.push(Fault::new(manifest.path, 1, message));
            continue;
        };
        for dependency in &manifest.dependencies {
            let is_below = floor(&dependency.package).is_none_or(|floor| floor < own);
            let is_test_kit = dependency.is_for_tests && dependency.has_testing;
            if !is_below && !is_test_kit {
                let message = format!(
                    "{} does not stand below {}; take what is needed from a lower floor, state a fact or use a port",
                    dependency.package, manifest.package
                );
                faults.push(Fault::new(manifest.path, dependency.line, message));
            }
        }
    }
    faults
}

fn ruma(tree: &Tree) -> Vec<Fault> {
    let is_ruma = |package: &str| package == "ruma" || package.starts_with("ruma-");
    let (manifests, _) = manifests(tree);
    let others = manifests.iter().filter(|manifest| manifest.package != "hearth-matrix");
    let faults = others.flat_map(|manifest| {
        // A test beside `src` may hold what it finds against ruma's own verifier.
        let wrong = manifest.dependencies.iter().filter(|found| is_ruma(&found.package) && !found.is_for_tests);
        wrong.map(|dependency| Fault::new(manifest.path, dependency.line, "take it out; ask matrix, in plain data"))
    });
    faults.collect()
}

fn kernel(tree: &Tree) -> Vec<Fault> {
    let (manifests, _) = manifests(tree);
    let mut faults = Vec::new();
    for manifest in manifests.iter().filter(|manifest| manifest.package == "hearth-kernel") {
        for dependency in manifest.dependencies.iter().filter(|dependency| IO.contains(&dependency.package.as_str())) {
            let message = format!("{} does I/O; what needs it belongs on a floor above", dependency.package);
            faults.push(Fault::new(manifest.path, dependency.line, message));
        }
    }
    for (path, text) in tree.rust().filter(|(path, _)| path.starts_with("crates/kernel/")) {
        for named in paths(&tokens(text)) {
            if let ["std", module @ ("fs" | "net" | "process" | "thread"), ..] = named.segments[..] {
                let message = format!("std::{module} does I/O; what needs it belongs on a floor above");
                faults.push(Fault::new(path, named.line, message));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    #[test]
    fn an_arrow_up_or_sideways_is_refused() {
        let http = "[package]\nname = \"hearth-http\"\n[dependencies]\nhearth-kernel.workspace = true\nhearth-matrix.workspace = true\n";
        let trust = "[package]\nname = \"hearth-trust\"\n[target.'cfg(unix)'.dependencies]\nmatrix = { package = \"hearth-matrix\", version = \"1\" }\n";
        let files = [("crates/http/Cargo.toml", http), ("crates/trust/Cargo.toml", trust)];
        assert_eq!(
            found(&ARROWS, &files),
            [
                "crates/http/Cargo.toml:5: hearth-matrix does not stand below hearth-http; take what is needed from a lower floor, state a fact or use a port",
                "crates/trust/Cargo.toml:4: hearth-matrix does not stand below hearth-trust; take what is needed from a lower floor, state a fact or use a port",
            ]
        );
    }

    #[test]
    fn outreach_stands_on_insight_and_tests_on_testing_features() {
        let outreach = "[package]\nname = \"hearth-outreach\"\n[dependencies]\nhearth-insight.workspace = true\n";
        let store = "[package]\nname = \"hearth-store\"\n[dev-dependencies]\nhearth-store = { path = \".\", features = [\"testing\"] }\n";
        assert!(
            found(&ARROWS, &[("crates/outreach/Cargo.toml", outreach), ("crates/store/Cargo.toml", store)]).is_empty()
        );
        let without = store.replace("testing", "other");
        assert_eq!(found(&ARROWS, &[("crates/store/Cargo.toml", &without)]).len(), 1);
    }

    #[test]
    fn a_crate_without_a_floor_is_refused() {
        let files = [("crates/attic/Cargo.toml", "[package]\nname = \"hearth-attic\"\n"), ("crates/x/Cargo.toml", "[")];
        assert_eq!(
            found(&ARROWS, &files),
            [
                "crates/x/Cargo.toml:1: this is no manifest of a package; mend its TOML",
                "crates/attic/Cargo.toml:1: hearth-attic has no floor; give it one in FLOORS of xtask/src/rules/floors.rs",
            ]
        );
    }

    #[test]
    fn ruma_is_for_matrix_alone() {
        let manifest = |name: &str| format!("[package]\nname = \"{name}\"\n\n[dependencies]\nruma.workspace = true\n");
        let (matrix, sim) = (manifest("hearth-matrix"), manifest("hearth-sim"));
        let files = [("crates/matrix/Cargo.toml", matrix.as_str()), ("crates/sim/Cargo.toml", sim.as_str())];
        assert_eq!(found(&RUMA, &files), ["crates/sim/Cargo.toml:5: take it out; ask matrix, in plain data"]);
    }

    #[test]
    fn the_kernel_does_no_io() {
        let manifest = "[package]\nname = \"hearth-kernel\"\n[dependencies]\ntokio = \"1\"\n";
        let files = [
            ("crates/kernel/Cargo.toml", manifest),
            ("crates/kernel/src/lib.rs", "//! K.\nuse std::{fmt, fs::File};\n"),
        ];
        assert_eq!(
            found(&KERNEL, &files),
            [
                "crates/kernel/Cargo.toml:4: tokio does I/O; what needs it belongs on a floor above",
                "crates/kernel/src/lib.rs:2: std::fs does I/O; what needs it belongs on a floor above",
            ]
        );
    }
}
