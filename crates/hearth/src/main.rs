//! The command line.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks by printing")]

mod cli;

use clap::Parser;

fn main() -> std::process::ExitCode {
    cli::run(cli::Command::parse())
}
