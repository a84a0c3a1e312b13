//! Holds the files of every culture against those of the source, so that a translation cannot
//! silently lag behind, keep what is no longer asked for, or misname a variable.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// Cultures that say everything that the source says. Others may leave gaps, filled from the source.
const COMPLETE: &[&str] = &["zh-Hans"];

/// The variables of each message and term, terms with their `-`.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_culture_says_what_the_source_says() {
    let mut faults = Vec::new();
    for folder in folders().iter().filter(|folder| name(folder) != "en") {
        let complete = COMPLETE.contains(&name(folder));
        for file in files(folder) {
            if !root().join("en").join(name(&file)).exists() {
                faults.push(format!("{} has no counterpart in en", file.display()));
            }
        }
        for source in files(&root().join("en")) {
            let file = folder.join(name(&source));
            for fault in compare(&read(&source), &read(&file), complete) {
                faults.push(format!("{}: {fault}", file.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn complete_cultures_exist() {
    for culture in COMPLETE {
        assert!(root().join(culture).is_dir(), "cultures/{culture} is missing");
    }
}

#[test]
fn the_source_is_well_formed_and_its_keys_begin_with_their_files_name() {
    for file in files(&root().join("en")) {
        let messages = messages(&read(&file)).unwrap();
        let prefix = format!("{}-", file.file_stem().unwrap().to_str().unwrap());
        for key in messages.keys().filter(|key| !key.starts_with('-')) {
            assert!(key.starts_with(&prefix), "{key} in {}", file.display());
        }
    }
}

#[test]
fn each_fault_is_found() {
    let source = "a = A { $x }\nb = { $n ->\n   [one] B\n  *[other] { NUMBER($n) } { $y }\n }";
    for (text, fault) in [
        ("a = A { $x }", "b is missing"),
        ("a = { $x }\nb = { $n }{ $y }\nc = C", "c is not in the source"),
        ("a = A { $z }\nb = { $n }{ $y }", "a has {\"z\"}, the source {\"x\"}"),
        ("a = A { $x }\nb = { $n }", "b has {\"n\"}, the source {\"n\", \"y\"}"),
        ("a = A { $x", "malformed"),
    ] {
        let found = compare(source, text, true);
        assert!(found.iter().any(|found| found.starts_with(fault)), "{fault}: {found:?}");
    }
    assert_eq!(compare(source, "a = { $x }", false), [""; 0]);
    assert_eq!(compare(source, "a = { $x } A\nb = { $y } { $n } B", true), [""; 0]);
}

/// What is wrong with a culture's file, held against the source's.
fn compare(source: &str, text: &str, complete: bool) -> Vec<String> {
    let source = messages(source).expect("the source is well formed");
    let messages = match messages(text) {
        Ok(messages) => messages,
        Err(error) => return vec![error],
    };
    let missing =
        source.keys().filter(|key| complete && !messages.contains_key(*key)).map(|key| format!("{key} is missing"));
    let differing = messages.iter().filter_map(|(key, has)| match source.get(key) {
        None => Some(format!("{key} is not in the source")),
        Some(wanted) if wanted != has => Some(format!("{key} has {has:?}, the source {wanted:?}")),
        Some(_) => None,
    });
    missing.chain(differing).collect()
}

fn messages(text: &str) -> Result<Messages, String> {
    let parsed = parser::parse(text).map_err(|(_, errors)| format!("malformed: {errors:?}"))?;
    let entries = parsed.body.iter().filter_map(|entry| {
        let (key, pattern, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => return None,
        };
        let mut variables = BTreeSet::new();
        let attributes = attributes.iter().map(|attribute| &attribute.value);
        for pattern in pattern.into_iter().chain(attributes) {
            of_pattern(pattern, &mut variables);
        }
        Some((key, variables))
    });
    Ok(entries.collect())
}

fn of_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, variables);
        }
    }
}

fn of_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, variables),
        Expression::Select { selector, variants } => {
            of_inline(selector, variables);
            for variant in variants {
                of_pattern(&variant.value, variables);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => of_call(arguments, variables),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            of_call(arguments, variables);
        }
        InlineExpression::Placeable { expression } => of_expression(expression, variables),
        _ => {}
    }
}

fn of_call(arguments: &CallArguments<&str>, variables: &mut BTreeSet<String>) {
    let named = arguments.named.iter().map(|argument| &argument.value);
    for argument in arguments.positional.iter().chain(named) {
        of_inline(argument, variables);
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cultures")
}

fn folders() -> Vec<PathBuf> {
    fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "ftl")).collect()
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// A file that is not there says nothing.
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}
