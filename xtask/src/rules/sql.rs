//! SQL: where it stands, and who may name whose table.

use super::{Fault, Rule};
use crate::{
    rust::{Kind, Token, tokens},
    tree::{Place, Tree},
};

pub(crate) const TEXT: Rule = Rule {
    name: "SQL",
    reason: "SQL stands in store.rs (and check.rs, which asks the whole database), so that a table's every reader and writer is found in one place.",
    check: texts,
};

pub(crate) const TABLES: Rule = Rule {
    name: "tables",
    reason: "A table is read and written by one module, so that its shape can change without asking anybody.",
    check: tables,
};

/// Verbs, each with the word that makes a text with it a statement.
const STATEMENTS: [(&str, &str); 6] = [
    ("SELECT", "FROM"),
    ("INSERT", "INTO"),
    ("UPDATE", "SET"),
    ("DELETE", "FROM"),
    ("CREATE", "TABLE"),
    ("DROP", "TABLE"),
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').filter(|word| !word.is_empty())
}

fn is_sql(text: &str) -> bool {
    let has = |(verb, with): &(&str, &str)| words(text).skip_while(|word| word != verb).any(|word| word == *with);
    STATEMENTS.iter().any(has)
}

/// `store.rs`, a file of the folder `store`, or `check.rs`; and the store's own crate.
fn may_hold_sql(path: &str) -> bool {
    path.starts_with("crates/store/") || is_check(path) || path.ends_with("/store.rs") || path.contains("/store/")
}

/// A test that stands beside `src` looks at what is on disk as an operator would.
fn is_outside_test(path: &str) -> bool {
    path.split('/').nth(2) == Some("tests")
}

fn is_check(path: &str) -> bool {
    path.ends_with("/check.rs")
}

fn strings<'a>(tree: &'a Tree) -> impl Iterator<Item = (&'a str, Token<'a>)> {
    let files = tree.rust().filter(|(path, _)| path.starts_with("crates/") && !is_outside_test(path));
    files.flat_map(|(path, text)| {
        tokens(text).into_iter().filter(|token| token.kind == Kind::Text).map(move |token| (path, token))
    })
}

fn texts(tree: &Tree) -> Vec<Fault> {
    let wrong = strings(tree).filter(|(path, token)| !may_hold_sql(path) && is_sql(token.text));
    wrong.map(|(path, token)| Fault::new(path, token.line, "this is SQL; move it to the module's store.rs")).collect()
}

/// A table and the module that made it: none for the store's own.
struct Table<'a> {
    name: &'a str,
    owner: Option<Place<'a>>,
    path: &'a str,
    line: usize,
}

fn is_migration(path: &str) -> bool {
    path.starts_with("crates/") && path.contains("/migrations/") && path.ends_with(".sql")
}

/// The lines of a migration without their comments, counted from one.
fn statements(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line.split("--").next().unwrap_or("")))
}

fn made(text: &str) -> Option<&str> {
    let mut words = words(text).skip_while(|word| *word != "TABLE").skip(1);
    let is_made = text.contains("CREATE TABLE");
    words.find(|word| !matches!(*word, "IF" | "NOT" | "EXISTS")).filter(|_| is_made)
}

fn all(tree: &Tree) -> Vec<Table<'_>> {
    let mut tables = Vec::new();
    for (path, text) in tree.files().filter(|(path, _)| is_migration(path)) {
        let made = statements(text).filter_map(|(line, text)| Some((line, made(text)?)));
        tables.extend(made.map(|(line, name)| Table { name, owner: Place::of(path), path, line }));
    }
    for (path, token) in strings(tree).filter(|(path, _)| path.starts_with("crates/store/src/")) {
        let made = token.text.split(';').filter_map(made);
        tables.extend(made.map(|name| Table { name, owner: None, path, line: token.line }));
    }
    tables
}

fn tables(tree: &Tree) -> Vec<Fault> {
    let tables = all(tree);
    let mut faults = Vec::new();
    for table in &tables {
        let module = table.owner.map_or("store", |owner| owner.module);
        if !table.name.starts_with(&format!("{module}_")) {
            let message = format!("{} is a table of {module}; call it {module}_{}", table.name, table.name);
            faults.push(Fault::new(table.path, table.line, message));
        }
    }
    let mut look = |path: &str, line: usize, text: &str| {
        for table in tables.iter().filter(|table| !may_name(path, table) && words(text).any(|word| word == table.name))
        {
            faults.push(Fault::new(path, line, advice(table)));
        }
    };
    strings(tree).for_each(|(path, token)| look(path, token.line, token.text));
    for (path, text) in tree.files().filter(|(path, _)| is_migration(path)) {
        statements(text).for_each(|(line, text)| look(path, line, text));
    }
    faults
}

fn may_name(path: &str, table: &Table<'_>) -> bool {
    match table.owner {
        None => path.starts_with("crates/store/") || is_check(path),
        Some(owner) => Place::of(path) == Some(owner) && (may_hold_sql(path) || is_migration(path)),
    }
}

fn advice(table: &Table<'_>) -> String {
    match table.owner {
        None => format!("{} belongs to crates/store; ask the store by a function", table.name),
        Some(owner) => {
            format!("{} belongs to {}; ask {}/store.rs by a function", table.name, owner.module, owner.folder())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    const MIGRATION: (&str, &str) = (
        "crates/matrix/src/rooms/migrations/0001_rooms.sql",
        "-- Not accounts_user.\nCREATE TABLE rooms_event (id TEXT);\nCREATE TABLE IF NOT EXISTS alias (id TEXT);\n",
    );

    #[test]
    fn sql_outside_a_store_is_refused() {
        let sql = "//! X.\nconst A: &str = \"SELECT id\n  FROM x\";\nconst B: &str = \"DELETE\";\nconst C: &str = \"Select from\";\n";
        let files = [
            ("crates/matrix/src/rooms/service/read.rs", sql),
            ("crates/matrix/src/rooms/store.rs", sql),
            ("crates/matrix/src/rooms/store/append.rs", sql),
            ("crates/matrix/src/rooms/check.rs", sql),
            ("crates/store/src/db.rs", sql),
        ];
        assert_eq!(
            found(&TEXT, &files),
            ["crates/matrix/src/rooms/service/read.rs:2: this is SQL; move it to the module's store.rs"]
        );
    }

    #[test]
    fn a_table_of_another_module_is_refused() {
        let sql = "//! X.\nconst A: &str = r#\"SELECT id FROM rooms_event, store_fact\"#;\n";
        let ground =
            "//! G.\nconst GROUND: &str = \"CREATE TABLE x; CREATE TABLE IF NOT EXISTS store_fact (id TEXT);\";\n";
        let files = [
            MIGRATION,
            (
                "crates/matrix/src/accounts/migrations/0001_a.sql",
                "CREATE TABLE accounts_user (r TEXT REFERENCES rooms_event);\n",
            ),
            ("crates/matrix/src/rooms/check.rs", sql),
            ("crates/matrix/src/rooms/store.rs", sql),
            ("crates/matrix/src/sync/store.rs", sql),
            ("crates/store/src/migrate.rs", ground),
        ];
        let ask = "belongs to rooms; ask crates/matrix/src/rooms/store.rs by a function";
        assert_eq!(
            found(&TABLES, &files),
            [
                "crates/matrix/src/rooms/migrations/0001_rooms.sql:3: alias is a table of rooms; call it rooms_alias"
                    .to_owned(),
                "crates/store/src/migrate.rs:2: x is a table of store; call it store_x".to_owned(),
                "crates/matrix/src/rooms/store.rs:2: store_fact belongs to crates/store; ask the store by a function"
                    .to_owned(),
                format!("crates/matrix/src/sync/store.rs:2: rooms_event {ask}"),
                "crates/matrix/src/sync/store.rs:2: store_fact belongs to crates/store; ask the store by a function"
                    .to_owned(),
                format!("crates/matrix/src/accounts/migrations/0001_a.sql:1: rooms_event {ask}"),
            ]
        );
    }
}
