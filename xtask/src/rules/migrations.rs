//! Migrations: numbered without gaps, run, and never changed once they landed.

use std::{collections::BTreeMap, fmt::Write};

use sha2::{Digest, Sha256};

use super::{Fault, Rule};
use crate::tree::{Place, Tree};

pub(crate) const NUMBERS: Rule = Rule {
    name: "migrations",
    reason: "Steps of a schema are counted from one without gaps and each is run, so that every database takes the same way.",
    check: numbers,
};

pub(crate) const LANDED: Rule = Rule {
    name: "landed migrations",
    reason: "Databases out there have run the landed text; another one would part their schema from the code's.",
    check: landed,
};

/// Beside the steps: a sum and a name a line, as `sha256sum --check` reads them.
const CHECKSUMS: &str = "CHECKSUMS";
const POSTGRES: &str = ".postgres.sql";

/// The steps of one module: text by name.
struct Steps<'a> {
    module: Place<'a>,
    folder: String,
    steps: BTreeMap<&'a str, &'a str>,
}

fn all(tree: &Tree) -> Vec<Steps<'_>> {
    let mut found: Vec<Steps<'_>> = Vec::new();
    for (path, text) in tree.files() {
        let Some((folder, name)) = path.rsplit_once('/').filter(|(folder, _)| folder.ends_with("/migrations")) else {
            continue;
        };
        let Some(module) = Place::of(path) else { continue };
        if found.last().is_none_or(|last| last.folder != folder) {
            found.push(Steps { module, folder: folder.to_owned(), steps: BTreeMap::new() });
        }
        if let Some(last) = found.last_mut().filter(|_| name != CHECKSUMS) {
            last.steps.insert(name, text);
        }
    }
    found
}

fn numbers(tree: &Tree) -> Vec<Fault> {
    all(tree).iter().flat_map(|steps| [misnamed(steps), never_run(tree, steps)].concat()).collect()
}

fn misnamed(module: &Steps<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut next = 1;
    for name in module.steps.keys() {
        let mut fault = |message: String| faults.push(Fault::new(&format!("{}/{name}", module.folder), 1, message));
        if let Some(step) = name.strip_suffix(POSTGRES) {
            if !module.steps.contains_key(format!("{step}.sql").as_str()) {
                fault(format!("there is no {step}.sql that this is PostgreSQL's wording of; write it"));
            }
            continue;
        }
        match number(name) {
            Some(number) if number == next => {}
            _ => fault(format!("call it {next:04}_….sql, with a name of small letters and underscores")),
        }
        next += 1;
    }
    faults
}

/// The number of `0001_name.sql`.
fn number(name: &str) -> Option<usize> {
    let (number, rest) = name.split_once('_')?;
    let step = rest.strip_suffix(".sql")?;
    let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    let is_well_named = number.len() == 4 && !step.is_empty() && step.chars().all(is_plain);
    is_well_named.then(|| number.parse().ok())?
}

fn never_run(tree: &Tree, module: &Steps<'_>) -> Vec<Fault> {
    let facade = tree.text(&format!("{}/mod.rs", module.module.folder())).unwrap_or("");
    let missing = module.steps.keys().filter(|name| !facade.contains(&format!("include_str!(\"migrations/{name}\")")));
    let fault = |name| {
        let message = format!("no database runs it; list it in MIGRATIONS of {}/mod.rs", module.module.folder());
        Fault::new(&format!("{}/{name}", module.folder), 1, message)
    };
    missing.map(fault).collect()
}

fn sum(text: &str) -> String {
    let mut sum = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        write!(sum, "{byte:02x}").expect("a string takes all");
    }
    sum
}

fn landed_sums<'a>(tree: &'a Tree, folder: &str) -> Vec<(&'a str, &'a str)> {
    let list = tree.text(&format!("{folder}/{CHECKSUMS}")).unwrap_or("");
    list.lines().filter_map(|line| line.split_once("  ")).collect()
}

fn landed(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for Steps { folder, steps, .. } in all(tree) {
        for (landed, name) in landed_sums(tree, &folder) {
            let message = match steps.get(name) {
                Some(text) if sum(text) == landed => continue,
                Some(_) => "its text changed after it landed; put the text back and write the change as a new step",
                None => "it landed and is gone; put it back",
            };
            faults.push(Fault::new(&format!("{folder}/{name}"), 1, message));
        }
    }
    faults
}

/// The lists of sums: what landed as it was listed, and what is new. Only additions, ever.
pub(crate) fn checksums(tree: &Tree) -> Vec<(String, String)> {
    let list = |Steps { folder, steps, .. }: Steps<'_>| {
        let mut sums: BTreeMap<&str, String> = steps.iter().map(|(name, text)| (*name, sum(text))).collect();
        sums.extend(landed_sums(tree, &folder).into_iter().map(|(sum, name)| (name, sum.to_owned())));
        let lines = sums.iter().map(|(name, sum)| format!("{sum}  {name}\n"));
        (format!("{folder}/{CHECKSUMS}"), lines.collect())
    };
    all(tree).into_iter().map(list).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    const SUMS: &str = "crates/matrix/src/rooms/migrations/CHECKSUMS";
    const FIRST: &str = "crates/matrix/src/rooms/migrations/0001_rooms.sql";
    /// The sum of an empty text.
    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn steps_are_counted_without_gaps_and_run() {
        let facade =
            "//! R.\nx(include_str!(\"migrations/0001_rooms.sql\"), include_str!(\"migrations/0003_more.sql\"))\n";
        let files = [
            ("crates/matrix/src/rooms/mod.rs", facade),
            (FIRST, ""),
            ("crates/matrix/src/rooms/migrations/0003_more.sql", ""),
            ("crates/matrix/src/rooms/migrations/0004_last.postgres.sql", ""),
        ];
        let folder = "crates/matrix/src/rooms/migrations";
        assert_eq!(
            found(&NUMBERS, &files),
            [
                format!("{folder}/0003_more.sql:1: call it 0002_….sql, with a name of small letters and underscores"),
                format!(
                    "{folder}/0004_last.postgres.sql:1: there is no 0004_last.sql that this is PostgreSQL's wording of; write it"
                ),
                format!(
                    "{folder}/0004_last.postgres.sql:1: no database runs it; list it in MIGRATIONS of crates/matrix/src/rooms/mod.rs"
                ),
            ]
        );
    }

    #[test]
    fn a_landed_text_stays() {
        let sums = format!("{EMPTY}  0001_rooms.sql\n{EMPTY}  0002_gone.sql\n");
        assert_eq!(
            found(&LANDED, &[(SUMS, &sums), (FIRST, "CREATE")]),
            [
                "crates/matrix/src/rooms/migrations/0001_rooms.sql:1: its text changed after it landed; put the text back and write the change as a new step",
                "crates/matrix/src/rooms/migrations/0002_gone.sql:1: it landed and is gone; put it back",
            ]
        );
        assert!(found(&LANDED, &[(SUMS, &format!("{EMPTY}  0001_rooms.sql\n")), (FIRST, "")]).is_empty());
    }

    #[test]
    fn sums_are_added_and_never_changed() {
        let second = "crates/matrix/src/rooms/migrations/0002_more.sql";
        let tree = Tree::of(&[(SUMS, "abc  0001_rooms.sql\n"), (FIRST, "new text"), (second, "")]);
        assert_eq!(checksums(&tree), [(SUMS.to_owned(), format!("abc  0001_rooms.sql\n{EMPTY}  0002_more.sql\n"))]);
    }
}
