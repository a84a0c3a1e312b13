//! What is wrong with a culture's messages, held against those of the source: a translation cannot silently lag behind,
//! keep what is no longer asked for, or misname a variable.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, Term},
    parser, serializer,
};

use crate::{folder::Folder, provenance::fingerprint};

/// The names that each message and term uses: `$name` of variables, `-name` of terms. Terms are keyed with their `-`.
type Messages = BTreeMap<String, BTreeSet<String>>;

impl Folder {
    /// Each message and term by its key, terms with their `-`: its file, and the fingerprint of what it says.
    pub fn fingerprints(&self) -> Result<BTreeMap<String, (String, String)>, String> {
        let mut found = BTreeMap::new();
        for (name, text) in &self.messages {
            let parsed = parser::parse(text.as_str())
                .map_err(|(_, errors)| format!("cultures/{}/{name}.ftl is {}", self.tag, malformed(text, &errors)))?;
            for entry in parsed.body {
                let (key, entry) = match entry {
                    Entry::Message(message) => {
                        (message.id.name.to_owned(), Entry::Message(Message { comment: None, ..message }))
                    }
                    Entry::Term(term) => (format!("-{}", term.id.name), Entry::Term(Term { comment: None, ..term })),
                    _ => continue,
                };
                let words = serializer::serialize(&Resource { body: vec![entry] });
                found.insert(key, (name.clone(), fingerprint(&words)));
            }
        }
        Ok(found)
    }

    /// Each fault on a line, with its file. Nothing of a culture that has no messages yet.
    pub fn faults(&self, source: &Self) -> Vec<String> {
        if self.messages.is_empty() {
            return Vec::new();
        }
        let strange = self.messages.keys().filter(|name| !source.messages.contains_key(*name));
        let mut faults: Vec<String> =
            strange.map(|name| format!("{}/{name}.ftl has no counterpart in {}", self.tag, source.tag)).collect();
        for (name, wanted) in &source.messages {
            let text = self.messages.get(name).map_or("", String::as_str);
            faults.extend(compare(wanted, text).into_iter().map(|fault| format!("{}/{name}.ftl: {fault}", self.tag)));
        }
        faults.extend(self.strange_reviews().into_iter().map(|fault| format!("{}/culture.toml: {fault}", self.tag)));
        faults
    }
}

impl Folder {
    /// Reviews of what the culture does not say.
    fn strange_reviews(&self) -> Vec<String> {
        let (Ok(culture), Ok(own)) = (self.culture(), self.fingerprints()) else {
            return Vec::new();
        };
        let strange = culture.provenance.reviewed.into_keys().filter(|key| !own.contains_key(key));
        strange.map(|key| format!("the review of `{key}` is of a message that is not there")).collect()
    }
}

/// What is wrong with a culture's file, held against the source's.
fn compare(source: &str, text: &str) -> Vec<String> {
    let (source, messages) = match (messages(source), messages(text)) {
        (Ok(source), Ok(messages)) => (source, messages),
        (Err(error), _) => return vec![format!("the source is {error}")],
        (_, Err(error)) => return vec![error],
    };
    let missing = source.keys().filter(|key| !messages.contains_key(*key)).map(|key| format!("{key} is missing"));
    let differing = messages.iter().filter_map(|(key, has)| match source.get(key) {
        None => Some(unknown(key, &source)),
        Some(wanted) if wanted != has => Some(format!("{key} has {has:?}, the source {wanted:?}")),
        Some(_) => None,
    });
    missing.chain(differing).collect()
}

fn unknown(key: &str, source: &Messages) -> String {
    match alike(key, source.keys().map(String::as_str), 0.9) {
        Some(known) => format!("{key} is not in the source; is it `{known}`?"),
        None => format!("{key} is not in the source"),
    }
}

/// Of these names the one that is most like what was said, if it is more alike than `least`.
pub(crate) fn alike<'a>(said: &str, names: impl Iterator<Item = &'a str>, least: f64) -> Option<&'a str> {
    let alike = names.map(|name| (strsim::jaro_winkler(said, name), name)).filter(|(alike, _)| *alike > least);
    alike.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

fn messages(text: &str) -> Result<Messages, String> {
    let parsed = parser::parse(text).map_err(|(_, errors)| malformed(text, &errors))?;
    let entries = parsed.body.iter().filter_map(|entry| {
        let (key, pattern, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => return None,
        };
        let mut names = BTreeSet::new();
        let attributes = attributes.iter().map(|attribute| &attribute.value);
        for pattern in pattern.into_iter().chain(attributes) {
            of_pattern(pattern, &mut names);
        }
        Some((key, names))
    });
    Ok(entries.collect())
}

/// The first error, with its line.
pub(crate) fn malformed(text: &str, errors: &[parser::ParserError]) -> String {
    let Some(first) = errors.first() else {
        return "malformed".to_owned();
    };
    let before = text.get(..first.pos.start).unwrap_or(text);
    format!("malformed at line {}: {}", before.matches('\n').count() + 1, first.kind)
}

fn of_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, names);
        }
    }
}

fn of_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, names),
        Expression::Select { selector, variants } => {
            of_inline(selector, names);
            for variant in variants {
                of_pattern(&variant.value, names);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(format!("${}", id.name));
        }
        InlineExpression::FunctionReference { arguments, .. } => of_call(arguments, names),
        InlineExpression::TermReference { id, arguments, .. } => {
            names.insert(format!("-{}", id.name));
            arguments.iter().for_each(|arguments| of_call(arguments, names));
        }
        InlineExpression::Placeable { expression } => of_expression(expression, names),
        _ => {}
    }
}

fn of_call(arguments: &CallArguments<&str>, names: &mut BTreeSet<String>) {
    let named = arguments.named.iter().map(|argument| &argument.value);
    for argument in arguments.positional.iter().chain(named) {
        of_inline(argument, names);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_is_found() {
        let source = "a = A { $x }\nb = { $n ->\n   [one] B\n  *[other] { NUMBER($n) } { $y }\n }\nlonger-key = { -t }";
        let rest = "\nlonger-key = { -t }";
        for (text, fault) in [
            ("a = A { $x }", "b is missing"),
            ("a = { $x }\nb = { $n }{ $y }\nc = C", "c is not in the source"),
            ("a = A { $z }\nb = { $n }{ $y }", "a has {\"$z\"}, the source {\"$x\"}"),
            ("a = A { $x }\nb = { $n }", "b has {\"$n\"}, the source {\"$n\", \"$y\"}"),
            ("longer-kei = T", "longer-kei is not in the source; is it `longer-key`?"),
            ("longer-key = T", "longer-key has {}, the source {\"-t\"}"),
            ("\n\na = A { $x", "malformed at line 3"),
        ] {
            let found = compare(source, text);
            assert!(found.iter().any(|found| found.starts_with(fault)), "{fault}: {found:?}");
        }
        assert_eq!(compare(source, &format!("a = {{ $x }} A\nb = {{ $y }} {{ $n }} B{rest}")), [""; 0]);
    }
}
