//! `hearth config check`

use std::{path::Path, process::ExitCode};

use clap::Subcommand;
use hearth_app::{Config, app};
use hearth_kernel::Result;

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Read the file and the environment, look at the files that they name, and say what is wrong.
    Check {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(super) fn run(verb: &Verb, file: Option<&Path>) -> Result<ExitCode> {
    let Verb::Check { json } = verb;
    let checked = super::load(file).and_then(|config| app::check(&config));
    let unknown = Config::unknown_variables(std::env::vars());
    if *json {
        let names: Vec<_> = unknown.iter().map(|(name, _)| name).collect();
        let error = checked.as_ref().err().map(|error| error.message.to_string());
        println!("{}", serde_json::json!({ "valid": checked.is_ok(), "error": error, "unknown_variables": names }));
        return Ok(if checked.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    for (variable, nearest) in unknown {
        println!("{variable} is not one of Hearth's variables; the nearest is {nearest}");
    }
    checked.map(|()| {
        println!("The configuration is valid.");
        ExitCode::SUCCESS
    })
}
