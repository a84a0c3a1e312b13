//! What holds in every Rust file: how it opens, how long it is, and what does not stand in it.

use super::{Fault, Rule};
use crate::{
    rust::{Kind, Token, begins, paths, tokens},
    tree::Tree,
};

pub(crate) const OPENING: Rule = Rule {
    name: "opening",
    reason: "A file opens with a sentence on what it is for, so that a reader knows whether to read on.",
    check: opening,
};

pub(crate) const LENGTH: Rule = Rule {
    name: "file length",
    reason: "A file that outgrows a reader's patience becomes a folder with one file a verb.",
    check: length,
};

pub(crate) const FUNCTIONS: Rule = Rule {
    name: "function length",
    reason: "A function that does not fit a page is a parent that kept its leaves.",
    check: functions,
};

pub(crate) const UNFINISHED: Rule =
    Rule { name: "unfinished", reason: "What is unfinished or silenced is not landed.", check: unfinished };

pub(crate) const PRINTING: Rule = Rule {
    name: "printing",
    reason: "A server speaks through its log, which has levels and hides what is private; only a command line prints.",
    check: printing,
};

pub(crate) const CLOCK: Rule = Rule {
    name: "clock",
    reason: "Time and chance come from the Context, which is what makes a community replayable.",
    check: clock,
};

const FILE_LINES: usize = 600;
const FUNCTION_LINES: usize = 100;

fn opening(tree: &Tree) -> Vec<Fault> {
    let says = |text: &str| text.strip_prefix("//! ").is_some_and(|rest| !rest.trim_start().starts_with('\n'));
    let silent = tree.rust().filter(|(_, text)| !says(text));
    silent.map(|(path, _)| Fault::new(path, 1, "say in a `//!` sentence what the file is for")).collect()
}

fn length(tree: &Tree) -> Vec<Fault> {
    let lengths = tree.rust().map(|(path, text)| (path, text.lines().count()));
    let long = lengths.filter(|(_, lines)| *lines > FILE_LINES);
    let fault = |(path, lines)| {
        let message =
            format!("{lines} lines, {FILE_LINES} at most; make it a folder of the same name, one file a subject");
        Fault::new(path, FILE_LINES + 1, message)
    };
    long.map(fault).collect()
}

fn functions(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.rust() {
        let tokens = tokens(text);
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is("fn")) {
            let Some(name) = tokens.get(at + 1).filter(|name| name.kind == Kind::Word) else { continue };
            let lines = last_line(&tokens[at..]) + 1 - token.line;
            if lines > FUNCTION_LINES {
                let message = format!("{} has {lines} lines, {FUNCTION_LINES} at most; move its leaves out", name.text);
                faults.push(Fault::new(path, token.line, message));
            }
        }
    }
    faults
}

/// The line of the brace that closes a function, or of the semicolon in place of a body.
fn last_line(function: &[Token<'_>]) -> usize {
    let (mut brackets, mut braces) = (0_usize, 0_usize);
    for token in function.iter().filter(|token| token.kind == Kind::Sign) {
        match token.text {
            "(" | "[" if braces == 0 => brackets += 1,
            ")" | "]" if braces == 0 => brackets = brackets.saturating_sub(1),
            "{" => braces += 1,
            "}" => braces = braces.saturating_sub(1),
            _ => {}
        }
        let ends = match token.text {
            ";" => brackets == 0 && braces == 0,
            "}" => brackets == 0 && braces == 0,
            _ => false,
        };
        if ends {
            return token.line;
        }
    }
    function.last().map_or(0, |token| token.line)
}

/// Every place of a file where these tokens stand.
fn places(text: &str, signs: &[&str]) -> Vec<usize> {
    let tokens = tokens(text);
    (0..tokens.len()).filter(|at| begins(&tokens[*at..], signs)).map(|at| tokens[at].line).collect()
}

fn unfinished(tree: &Tree) -> Vec<Fault> {
    const NEVER: [(&[&str], &str); 5] = [
        (&["todo", "!"], "todo! is unfinished; finish it or leave it out"),
        (&["unimplemented", "!"], "unimplemented! is unfinished; finish it or leave it out"),
        (&["#", "[", "ignore"], "an ignored test proves nothing; mend it or take it out"),
        (
            &["#", "[", "allow", "("],
            "a silenced lint stays silent for ever; mend the cause, or use #[expect(…, reason = …)]",
        ),
        (
            &["#", "!", "[", "allow", "("],
            "a silenced lint stays silent for ever; mend the cause, or use #![expect(…, reason = …)]",
        ),
    ];
    let mut faults = Vec::new();
    for (path, text) in tree.rust() {
        for (signs, message) in NEVER {
            faults.extend(places(text, signs).into_iter().map(|line| Fault::new(path, line, message)));
        }
    }
    faults
}

/// The server's own code: the tools beside it measure and print, which is what they are for.
fn server(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.rust().filter(|(path, _)| path.starts_with("crates/"))
}

fn printing(tree: &Tree) -> Vec<Fault> {
    // A build script speaks to Cargo, and Cargo listens to nothing else; a test that fails tells its seed; an example shows.
    let is_beside = |path: &str| matches!(path.split('/').nth(2), Some("tests" | "examples"));
    let may_print =
        |path: &str| path.starts_with("crates/hearth/src/") || path.ends_with("/build.rs") || is_beside(path);
    let mut faults = Vec::new();
    for (path, text) in server(tree).filter(|(path, _)| !may_print(path)) {
        for word in ["print", "println", "eprint", "eprintln", "dbg"] {
            let message = format!("{word}! is for the command line; use tracing, or return the words");
            faults.extend(places(text, &[word, "!"]).into_iter().map(|line| Fault::new(path, line, message.clone())));
        }
    }
    faults
}

fn clock(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in server(tree).filter(|(path, _)| !path.starts_with("crates/kernel/")) {
        for named in paths(&tokens(text)) {
            let ours = match named.segments[..] {
                [.., "SystemTime" | "Instant" | "Timestamp" | "Zoned", "now"] if named.segments[0] != "tokio" => {
                    "clock"
                }
                ["rand", .., "rng" | "random" | "thread_rng"] => "rng",
                _ => continue,
            };
            let message = format!("{} is the machine's; take {ours} from the Context", named.segments.join("::"));
            faults.push(Fault::new(path, named.line, message));
        }
        let in_order = places(text, &["select", "!", "{", "biased"]);
        let by_chance = places(text, &["select", "!", "{"]).into_iter().filter(|line| !in_order.contains(line));
        let message = "select! asks in an order of chance; say biased, and who comes first";
        faults.extend(by_chance.map(|line| Fault::new(path, line, message)));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{super::found, *};

    const FILE: &str = "crates/http/src/x.rs";

    #[test]
    fn a_file_says_what_it_is_for() {
        let files =
            [("crates/a/src/a.rs", "//! A.\n"), ("crates/a/src/b.rs", "//!\n"), ("crates/a/src/c.rs", "use x;\n")];
        assert_eq!(
            found(&OPENING, &files),
            [
                "crates/a/src/b.rs:1: say in a `//!` sentence what the file is for",
                "crates/a/src/c.rs:1: say in a `//!` sentence what the file is for",
            ]
        );
    }

    #[test]
    fn a_file_has_600_lines_at_most() {
        let (most, more) = ("\n".repeat(600), "\n".repeat(601));
        assert!(found(&LENGTH, &[(FILE, &most)]).is_empty());
        assert_eq!(
            found(&LENGTH, &[(FILE, &more)]),
            ["crates/http/src/x.rs:601: 601 lines, 600 at most; make it a folder of the same name, one file a subject"]
        );
    }

    #[test]
    fn a_function_has_100_lines_at_most() {
        let function = |lines: usize| {
            let body = "    let _ = [\"}\"]; // }\n".repeat(lines - 2);
            format!("//! X.\nfn short(x: [u8; 3]) -> fn(u8);\nasync fn long(x: [u8; 3]) {{\n{body}}}\nfn next() {{}}\n")
        };
        assert!(found(&FUNCTIONS, &[(FILE, &function(100))]).is_empty());
        assert_eq!(
            found(&FUNCTIONS, &[(FILE, &function(101))]),
            ["crates/http/src/x.rs:3: long has 101 lines, 100 at most; move its leaves out"]
        );
    }

    #[test]
    fn nothing_is_left_unfinished_or_silenced() {
        let lines = [
            "//! todo! #[ignore]",
            "#![allow(dead_code)]",
            "#[ignore = \"slow\"]",
            "#[allow(unused)]",
            "#[expect(unused, reason = \"said\")]",
            "fn f() { todo!(); let _ = \"todo!\"; }",
            "fn g() { unimplemented!() }",
        ];
        let text = lines.join("\n");
        let mut found: Vec<usize> = unfinished(&Tree::of(&[(FILE, &text)])).iter().map(|fault| fault.line).collect();
        found.sort_unstable();
        assert_eq!(found, [2, 3, 4, 6, 7]);
    }

    #[test]
    fn only_the_command_line_prints() {
        let text = "//! X.\nfn f() { println!(\"x\") }\n";
        let files = [
            (FILE, text),
            ("crates/hearth/src/cli/mod.rs", text),
            ("crates/i18n/build.rs", text),
            ("bench/src/x.rs", text),
        ];
        assert_eq!(
            found(&PRINTING, &files),
            ["crates/http/src/x.rs:2: println! is for the command line; use tracing, or return the words"]
        );
    }

    #[test]
    fn time_and_chance_come_from_the_context() {
        let text = "//! X.\nuse std::time::{self, Instant};\nfn f() { Instant::now(); time::SystemTime::now(); rand::rng(); }\n";
        let tokio = "//! X.\nuse tokio::time::{self, Instant};\nfn f() { Instant::now(); time::Instant::now(); tokio::time::Instant::now(); }\n";
        let select =
            "//! X.\nasync fn f() { tokio::select! { biased; () = a => {} }\ntokio::select! { () = a => {} } }\n";
        let files = [
            (FILE, text),
            ("crates/kernel/src/time.rs", text),
            ("crates/http/src/y.rs", tokio),
            ("crates/http/src/z.rs", select),
        ];
        assert_eq!(
            found(&CLOCK, &files),
            [
                "crates/http/src/x.rs:3: std::time::Instant::now is the machine's; take clock from the Context",
                "crates/http/src/x.rs:3: std::time::SystemTime::now is the machine's; take clock from the Context",
                "crates/http/src/x.rs:3: rand::rng is the machine's; take rng from the Context",
                "crates/http/src/z.rs:3: select! asks in an order of chance; say biased, and who comes first",
            ]
        );
    }
}
