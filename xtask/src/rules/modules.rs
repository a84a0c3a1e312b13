//! The modules of a crate: which may use which, and that each is used through its `mod.rs`.

use super::{Fault, Rule};
use crate::{
    rust::{Token, begins, paths, tokens},
    tree::{Place, Tree},
};

pub(crate) const ORDER: Rule = Rule {
    name: "module order",
    reason: "Modules of a crate stand in a row and use only those before them, so that no circle can form; what crosses the other way is a fact or a note.",
    check: order,
};

pub(crate) const FACADE: Rule = Rule {
    name: "facade",
    reason: "A module is used through its mod.rs, so that what lies behind can be rewritten without asking anybody.",
    check: facade,
};

/// Where the row below is kept, for who adds a module.
pub(crate) const ORDER_FILE: &str = "xtask/src/rules/modules.rs";

/// The rows, by crate. Files that stand right in `src` are the crate's ground and free to all.
const ROWS: [(&str, &[&str]); 3] = [
    ("matrix", &["accounts", "media", "rooms", "keys", "push", "sync", "search", "archive"]),
    ("insight", &["features", "signals", "ingest", "churn", "segments", "reports", "scores"]),
    ("trust", &["privacy"]),
];

/// Never used from outside, whatever mod.rs says of them.
const INNER: [&str; 4] = ["route", "service", "store", "tests"];

/// A module that a file names, and the path behind its name.
struct Use<'a> {
    file: &'a str,
    line: usize,
    target: Place<'a>,
    behind: Vec<&'a str>,
}

fn uses(tree: &Tree) -> Vec<Use<'_>> {
    let modules: Vec<Place<'_>> = tree.modules().collect();
    let mut uses = Vec::new();
    for (file, text) in tree.rust().filter(|(file, _)| file.starts_with("crates/")) {
        let own_crate = file.split('/').nth(1).unwrap_or("");
        for path in paths(&tokens(text)) {
            let (in_crate, inside) = match path.segments[0].strip_prefix("hearth_") {
                Some(other) => (other, path.segments[1..].to_vec()),
                None => match path.in_crate(file) {
                    Some(inside) => (own_crate, inside),
                    None => continue,
                },
            };
            let Some((module, behind)) = inside.split_first() else { continue };
            let target = modules.iter().find(|place| place.in_crate == in_crate && place.module == *module);
            if let Some(target) = target.filter(|target| Place::of(file) != Some(**target)) {
                uses.push(Use { file, line: path.line, target: *target, behind: behind.to_vec() });
            }
        }
    }
    uses
}

fn row(in_crate: &str) -> Option<&'static [&'static str]> {
    ROWS.iter().find(|(name, _)| *name == in_crate).map(|(_, row)| *row)
}

/// Whether the modules of a crate stand in a row.
pub(crate) fn has_row(in_crate: &str) -> bool {
    row(in_crate).is_some()
}

fn order(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let place = |module: &Place<'_>| row(module.in_crate)?.iter().position(|name| *name == module.module);
    for module in tree.modules().filter(|module| row(module.in_crate).is_some() && place(module).is_none()) {
        let message = format!("{} has no place in the row; give it one in ROWS of {ORDER_FILE}", module.module);
        faults.push(Fault::new(&format!("{}/mod.rs", module.folder()), 1, message));
    }
    for Use { file, line, target, .. } in uses(tree) {
        let Some(own) = Place::of(file).filter(|own| own.in_crate == target.in_crate) else { continue };
        let (Some(from), Some(to)) = (place(&own), place(&target)) else { continue };
        if to > from {
            let message = format!(
                "{} stands before {} and may not use it; state a fact, tell a note, or move what both need",
                own.module, target.module
            );
            faults.push(Fault::new(file, line, message));
        }
    }
    faults
}

fn facade(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for Use { file, line, target, behind } in uses(tree) {
        if let Some(inner) = hidden(tree, &target, &behind) {
            let message = format!(
                "{} is inside {}; use what {}/mod.rs offers, or offer it there",
                behind[..=inner].join("::"),
                target.module,
                target.folder()
            );
            faults.push(Fault::new(file, line, message));
        }
    }
    faults
}

/// The first part of a path that is a submodule and not for others. What a path ends with may be a function
/// of the same name that `mod.rs` offers; there the compiler watches.
fn hidden(tree: &Tree, target: &Place<'_>, behind: &[&str]) -> Option<usize> {
    let mut folder = target.folder();
    for (at, name) in behind.iter().enumerate() {
        let inside = format!("{folder}/{name}");
        let is_file = tree.text(&format!("{inside}.rs")).is_some();
        if !is_file && tree.text(&format!("{inside}/mod.rs")).is_none() {
            return None;
        }
        let facade = tree.text(&format!("{folder}/mod.rs")).unwrap_or("");
        let is_end = at + 1 == behind.len();
        if INNER.contains(name) || !(is_end || is_offered(&tokens(facade), name)) {
            return Some(at);
        }
        folder = inside;
    }
    None
}

/// `pub mod x;` or `pub(crate) mod x;`
fn is_offered(facade: &[Token<'_>], name: &str) -> bool {
    let offers = |tokens: &[Token<'_>]| {
        begins(tokens, &["pub", "mod", name, ";"]) || begins(tokens, &["pub", "(", "crate", ")", "mod", name, ";"])
    };
    (0..facade.len()).any(|at| offers(&facade[at..]))
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    const ROOMS: (&str, &str) =
        ("crates/matrix/src/rooms/mod.rs", "//! R.\nmod store;\npub(crate) mod filter;\nmod sight;\n");
    const STORE: (&str, &str) = ("crates/matrix/src/rooms/store.rs", "//! S.\n");
    const FILTER: (&str, &str) = ("crates/matrix/src/rooms/filter.rs", "//! F.\n");
    const SIGHT: (&str, &str) = ("crates/matrix/src/rooms/sight.rs", "//! S.\n");

    #[test]
    fn a_module_may_not_use_one_that_comes_after_it() {
        let sync = (
            "crates/matrix/src/sync/mod.rs",
            "//! S.\nuse crate::{accounts::Accounts, rooms::Room, stream::Change};\n",
        );
        let early = (
            "crates/matrix/src/rooms/sight.rs",
            "//! S.\nuse crate::{\n    accounts::Accounts,\n    sync::Index,\n};\n",
        );
        let stream = ("crates/matrix/src/stream.rs", "//! S.\nuse crate::sync::Sync;\n");
        assert_eq!(
            found(&ORDER, &[ROOMS, sync, early, stream]),
            [
                "crates/matrix/src/rooms/sight.rs:4: rooms stands before sync and may not use it; state a fact, tell a note, or move what both need"
            ]
        );
    }

    #[test]
    fn a_module_without_a_place_is_refused() {
        assert_eq!(
            found(
                &ORDER,
                &[("crates/matrix/src/drums/mod.rs", "//! D.\n"), ("crates/sim/src/people/mod.rs", "//! P.\n")]
            ),
            [
                "crates/matrix/src/drums/mod.rs:1: drums has no place in the row; give it one in ROWS of xtask/src/rules/modules.rs"
            ]
        );
    }

    #[test]
    fn what_lies_behind_the_facade_is_refused() {
        let sync = (
            "crates/matrix/src/sync/mod.rs",
            "//! S.\nuse crate::rooms::{Room, filter::Filter, sight::Sight};\nfn f() { crate::rooms::store::rows() }\n",
        );
        let app = ("crates/app/src/app.rs", "//! A.\nuse hearth_matrix::rooms;\nfn f() { rooms::sight::see() }\n");
        let within = ("crates/matrix/src/rooms/room.rs", "//! R.\nuse crate::rooms::store;\nuse super::sight;\n");
        assert_eq!(
            found(&FACADE, &[ROOMS, STORE, FILTER, SIGHT, sync, app, within]),
            [
                "crates/app/src/app.rs:3: sight is inside rooms; use what crates/matrix/src/rooms/mod.rs offers, or offer it there",
                "crates/matrix/src/sync/mod.rs:2: sight is inside rooms; use what crates/matrix/src/rooms/mod.rs offers, or offer it there",
                "crates/matrix/src/sync/mod.rs:3: store is inside rooms; use what crates/matrix/src/rooms/mod.rs offers, or offer it there",
            ]
        );
    }

    #[test]
    fn a_function_may_be_called_like_the_file_that_it_stands_in() {
        let app = ("crates/app/src/app.rs", "//! A.\nuse hearth_matrix::rooms;\nfn f() { rooms::sight() }\n");
        assert!(found(&FACADE, &[ROOMS, SIGHT, app]).is_empty());
    }

    #[test]
    fn a_store_is_never_offered() {
        let rooms = (ROOMS.0, "//! R.\npub mod store;\n");
        let lib = ("crates/matrix/src/lib.rs", "//! L.\npub mod rooms;\nfn f() { rooms::store::rows() }\n");
        assert_eq!(found(&FACADE, &[rooms, STORE, lib]).len(), 1);
    }
}
