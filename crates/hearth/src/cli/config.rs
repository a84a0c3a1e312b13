//! `hearth config check`

use std::{path::Path, process::ExitCode};

use clap::Subcommand;
use hearth_app::Config;
use hearth_kernel::Result;

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Read the file and the environment, and say what is wrong with them.
    Check {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(super) fn run(verb: &Verb, file: Option<&Path>) -> Result<ExitCode> {
    let Verb::Check { json } = verb;
    let checked = super::load(file);
    let unknown = Config::unknown_variables(std::env::vars());
    if *json {
        let error = checked.as_ref().err().map(|error| error.message.to_string());
        println!("{}", serde_json::json!({ "valid": checked.is_ok(), "error": error, "unknown_variables": unknown }));
        return Ok(if checked.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    for variable in unknown {
        println!("{variable} is not one of Hearth's variables; see docs/configuration.md");
    }
    checked.map(|_| {
        println!("The configuration is valid.");
        ExitCode::SUCCESS
    })
}
