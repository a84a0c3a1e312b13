//! `hearth mission check`: the thirty-one things that Hearth promises, and what is proven of each.
//!
//! A row is proven by running its checks, never by saying so: on a server of its own in a folder for the time, with a
//! community whose story is known.

mod checks;
mod community;
mod rows;
mod scratch;

use std::process::ExitCode;

use clap::Subcommand;
use hearth_kernel::Result;
use serde_json::{Value, json};

use rows::{ROWS, Row};
use scratch::Scratch;

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Try what is built of each promise, and print what is not. Takes some seconds, and touches no data.
    Check {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// What became of a row's checks.
struct Tried {
    row: &'static Row,
    /// What each check looks at, and what was wrong.
    checks: Vec<(&'static str, Option<String>)>,
}

impl Tried {
    fn failed(&self) -> bool {
        self.checks.iter().any(|(_, fault)| fault.is_some())
    }

    fn status(&self) -> &'static str {
        match (self.checks.is_empty(), self.failed(), self.row.missing.is_empty()) {
            (true, ..) => "not built",
            (_, true, _) => "broken",
            (_, _, false) => "in part",
            (_, _, true) => "proven",
        }
    }

    fn value(&self) -> Value {
        let Row { number, english, chinese, missing, .. } = self.row;
        let check =
            |(says, fault): &(&str, Option<String>)| json!({ "check": says, "holds": fault.is_none(), "fault": fault });
        json!({
            "row": number, "en": english, "zh-Hans": chinese, "status": self.status(), "proven": self.status() == "proven",
            "checks": self.checks.iter().map(check).collect::<Vec<_>>(), "missing": missing,
        })
    }

    fn print(&self) {
        let Row { number, english, chinese, missing, .. } = self.row;
        println!("{number:<6} {:<9}  {english} ({chinese})", self.status());
        for (says, fault) in &self.checks {
            match fault {
                None => println!("         holds:   {says}"),
                Some(fault) => println!("         FAILS:   {says}: {fault}"),
            }
        }
        missing.iter().for_each(|missing| println!("         missing: {missing}"));
    }
}

pub(super) fn run(verb: &Verb) -> Result<ExitCode> {
    let Verb::Check { json } = verb;
    let scratch = Scratch::open()?;
    let tried = ROWS.iter().map(|row| {
        let checks = row.checks.iter().map(|check| (check.says, (check.of)(&scratch).err()));
        Tried { row, checks: checks.collect() }
    });
    let tried: Vec<Tried> = tried.collect();
    scratch.close();
    if *json {
        println!("{}", tried.iter().map(Tried::value).collect::<Value>());
    } else {
        tried.iter().for_each(Tried::print);
        let count = |status: &str| tried.iter().filter(|tried| tried.status() == status).count();
        let [proven, partly, broken] = ["proven", "in part", "broken"].map(count);
        println!("Of {}: {proven} proven, {partly} in part, {broken} broken.", ROWS.len());
    }
    Ok(if tried.iter().any(Tried::failed) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
