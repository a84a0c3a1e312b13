//! The generated files: committed, never edited, made from what they describe.

use crate::{
    limits,
    rules::{self, Fault, migrations},
    tree::Tree,
};

const SIGNALS: &str = "docs/signals.md";
const MEND: &str = "run `make generate` and commit what it writes";

/// Every generated file: its path and its text.
fn files(tree: &Tree) -> Vec<(String, String)> {
    let mut files = vec![
        ("docs/configuration.md".to_owned(), hearth_app::config::reference()),
        (SIGNALS.to_owned(), hearth_insight::signals::reference()),
    ];
    files.push((limits::PAGE.to_owned(), limits::page(tree)));
    files.extend(migrations::checksums(tree));
    files
}

fn differing(tree: &Tree) -> Vec<(String, String)> {
    files(tree).into_iter().filter(|(path, text)| tree.text(path) != Some(text)).collect()
}

/// Writes what differs. Refused while a landed migration differs from its sum: no new sum will be given.
pub(crate) fn write(tree: &Tree) -> Result<String, String> {
    rules::hold(tree, &[migrations::LANDED])?;
    let differing = differing(tree);
    for (path, text) in &differing {
        write_file(tree, path, text)?;
    }
    let written: Vec<&str> = differing.iter().map(|(path, _)| path.as_str()).collect();
    Ok(if written.is_empty() { "Nothing to write.".to_owned() } else { format!("Written: {}", written.join(", ")) })
}

pub(crate) fn write_file(tree: &Tree, path: &str, text: &str) -> Result<(), String> {
    let file = tree.root.join(path);
    let folder = file.parent().unwrap_or(&tree.root);
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, text));
    written.map_err(|error| format!("{path} could not be written: {error}"))
}

pub(crate) fn stale(tree: &Tree) -> Vec<Fault> {
    let fault = |(path, text): (String, String)| {
        let present = tree.text(&path).unwrap_or("");
        let same = present.lines().zip(text.lines()).take_while(|(present, wanted)| present == wanted).count();
        Fault::new(&path, same + 1, format!("it differs from what it is made of; {MEND}"))
    };
    differing(tree).into_iter().map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_is_named_with_the_cure() {
        let (page, signals) = (hearth_app::config::reference(), hearth_insight::signals::reference());
        let limits = limits::page(&Tree::of(&[]));
        let stands = Tree::of(&[("docs/configuration.md", &page), (SIGNALS, &signals), (limits::PAGE, &limits)]);
        assert_eq!(stale(&stands), []);
        let other = page.replacen("| key |", "| keys |", 1);
        let edited = Tree::of(&[("docs/configuration.md", &other), (SIGNALS, &signals), (limits::PAGE, &limits)]);
        let [fault] = &stale(&edited)[..] else { panic!("one file differs") };
        assert_eq!((fault.path.as_str(), fault.line > 1), ("docs/configuration.md", true));
        assert!(fault.message.contains("make generate"), "{}", fault.message);
        assert_eq!(stale(&Tree::of(&[])).len(), 3);
    }

    #[test]
    fn nothing_is_written_while_a_landed_migration_differs() {
        let folder = "crates/matrix/src/rooms/migrations";
        let (sums, step) = (format!("{folder}/CHECKSUMS"), format!("{folder}/0001_rooms.sql"));
        let refused = write(&Tree::of(&[(&sums, "abc  0001_rooms.sql\n"), (&step, "")])).unwrap_err();
        assert!(refused.contains("0001_rooms.sql:1: its text changed after it landed"), "{refused}");
    }
}
