//! The house's own tool: writes the generated files, checks the rules, scaffolds a module.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks by printing")]

mod generate;
mod limits;
mod rules;
mod rust;
mod scaffold;
mod tree;

use std::process::ExitCode;

use tree::Tree;

const USAGE: &str = "\
cargo run -p xtask -- generate          write the generated files anew
cargo run -p xtask -- generate --check  fail if one of them differs
cargo run -p xtask -- check             hold the code against the house's rules
cargo run -p xtask -- module NAME       a new module of the matrix crate; CRATE/NAME for another crate's";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = Tree::read(&tree::root()).and_then(|tree| match *words {
        ["generate"] => generate::write(&tree),
        ["generate", "--check"] => rules::hold(&tree, &[rules::GENERATED]),
        ["check"] => rules::hold(&tree, rules::ALL),
        ["module", name] => scaffold::write(&tree, name),
        _ => Err(USAGE.to_owned()),
    });
    match outcome {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(words) => {
            eprintln!("{words}");
            ExitCode::FAILURE
        }
    }
}
