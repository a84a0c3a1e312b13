//! The commands, one file each.

mod admin;
mod backup;
mod churn;
mod config;
mod cultures;
mod database;
mod desk;
mod import;
mod import_events;
mod ingest;
mod insight;
mod log;
mod mission;
mod segment;
mod serve;

use std::{io::IsTerminal, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use hearth_app::{Config, config::LogFormat};
use hearth_kernel::{Kind, Result};

/// Hearth, a messaging platform that keeps its people.
///
/// Without a command it serves on 127.0.0.1:8008 and keeps its data in ./data.
#[derive(Parser)]
#[command(name = "hearth", version, max_term_width = 100)]
pub(crate) struct Command {
    /// The configuration file (TOML). Every key is explained in docs/configuration.md.
    #[arg(long, global = true, env = "HEARTH_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,

    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Serve until stopped (Ctrl-C or SIGTERM); prints "ready http://…" when it accepts requests.
    Serve,
    /// Make, list, lock and end accounts, and make invitations; while the server runs, too.
    Admin(admin::Arguments),
    /// Move a community in from its log, or another product's events from a file. Stop the server first.
    ///
    /// Can be stopped and run again: it goes on where it was, and what is there is not stored twice.
    Import(import::Arguments),
    /// What a community does, from a log of its events: who stays, who comes back, who leaves.
    ///
    /// Works on any product's log, without a server and without what anybody wrote.
    #[command(subcommand)]
    Insight(insight::Verb),
    /// Who is about to leave, how soon and why; and how good those predictions are.
    ///
    /// Of this server, while it runs or not, or of any product's log without a server. Nothing that anybody wrote is read.
    #[command(subcommand)]
    Churn(churn::Verb),
    /// Copy the database and the media into a new folder, while the server runs or not.
    Backup(backup::Arguments),
    /// Put a backup back, into an empty data directory and an empty database. Stop the server first.
    Restore(backup::Arguments),
    /// Look at the configuration.
    #[command(subcommand)]
    Config(config::Verb),
    /// The languages and customs: how far each is, and what is wrong with a new one.
    #[command(subcommand)]
    Cultures(cultures::Verb),
    /// Look at the database.
    #[command(subcommand, name = "db")]
    Database(database::Verb),
    /// What Hearth promises, and how much of it is proven.
    #[command(subcommand)]
    Mission(mission::Verb),
    /// Print the version.
    Version {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(crate) fn run(command: Command) -> ExitCode {
    let file = command.config.as_deref();
    let done = match command.verb.unwrap_or(Verb::Serve) {
        Verb::Serve => load(file).and_then(|config| serve::run(&config)),
        Verb::Admin(arguments) => load(file).and_then(|config| admin::run(arguments, &config)),
        Verb::Import(arguments) => load(file).and_then(|config| import::run(&arguments, &config)),
        Verb::Churn(verb) => churn::run(verb, file),
        Verb::Insight(verb) => insight::run(verb, file),
        Verb::Backup(arguments) => load(file).and_then(|config| backup::back_up(&arguments, &config)),
        Verb::Restore(arguments) => load(file).and_then(|config| backup::restore(&arguments, &config)),
        Verb::Config(verb) => config::run(&verb, file),
        Verb::Cultures(verb) => cultures::run(&verb),
        Verb::Database(verb) => load(file).and_then(|config| database::run(&verb, &config)),
        Verb::Mission(verb) => mission::run(&verb),
        Verb::Version { json } => {
            let version = env!("CARGO_PKG_VERSION");
            if json {
                println!("{}", serde_json::json!({ "version": version }));
            } else {
                println!("hearth {version}");
            }
            Ok(ExitCode::SUCCESS)
        }
    };
    done.unwrap_or_else(|error| {
        match error.kind {
            Kind::Limited { retry_after_ms } => {
                eprintln!(
                    "hearth: the server is busy with the like; ask again in {} s",
                    retry_after_ms.div_ceil(1_000)
                );
            }
            _ => eprintln!("hearth: {}", error.message),
        }
        let causes = error.causes();
        if !causes.is_empty() {
            eprintln!("  because: {causes}");
        }
        ExitCode::FAILURE
    })
}

/// Terminals show the isolates that keep directions apart as boxes.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn load(file: Option<&std::path::Path>) -> Result<Config> {
    Config::load(file, std::env::vars())
}

/// What tells of each event that all went well, unless it is asked for by its name.
const TALKATIVE: &str = "ruma_state_res=warn";

/// Logs go to standard error, so that standard output stays for what was asked.
fn start_logging(config: &Config) {
    // Of two words on one part the later one holds.
    let filter = tracing_subscriber::EnvFilter::new(format!("{TALKATIVE},{}", &*config.log));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match config.log_format {
        LogFormat::Json => logs.json().init(),
        LogFormat::Text => logs.with_target(false).init(),
    }
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    let built = tokio::runtime::Builder::new_multi_thread().max_blocking_threads(6).enable_all().build();
    built.map_err(|error| hearth_kernel::Error::internal("the runtime cannot start").caused_by(error))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_commands_fit_together() {
        super::Command::command().debug_assert();
    }
}
