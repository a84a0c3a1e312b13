//! hearth-bench: measures Matrix homeservers and writes what it found as a page.

mod check;
mod conditions;
mod http;
mod matrix;
mod meter;
mod page;
mod process;
mod quantile;
mod reference;
mod report;
mod run;
mod servers;
#[cfg(test)]
mod stub;
mod work;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};

use run::Settings;
use servers::Programs;

#[derive(Parser)]
#[command(about = "Measures Matrix homeservers and compares them")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the workloads and writes what was measured as JSON.
    Run {
        #[command(flatten)]
        settings: Settings,
        /// Hearth's binary.
        #[arg(long, env = "HEARTH_BIN", value_name = "FILE")]
        hearth: Option<PathBuf>,
        /// The Python that Synapse is installed for.
        #[arg(long, env = "HEARTH_BENCH_SYNAPSE_PYTHON", value_name = "FILE")]
        synapse_python: Option<PathBuf>,
        /// Where the servers keep their data while they are measured; on a real disk, or durability costs nothing.
        #[arg(long, value_name = "FOLDER")]
        folder: Option<PathBuf>,
        #[arg(long, value_name = "FILE")]
        json: PathBuf,
    },
    /// Writes the page that shows a run's figures beside the goals.
    Table { json: PathBuf },
    /// Serves the reference handler; `run` starts it by itself.
    Reference {
        #[arg(long)]
        listen: SocketAddr,
        #[arg(long)]
        folder: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Run { settings, hearth, synapse_python, folder, json } => {
            let programs = Programs { hearth, synapse_python };
            // One thread: the generator takes at most one core from the server, and its order of events is plain.
            let runtime = Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(until_interrupted(run::run(&settings, &programs, folder.as_deref(), &json)))
        }
        Command::Table { json } => {
            print!("{}", page::page(&read(&json)?));
            Ok(())
        }
        Command::Reference { listen, folder } => Runtime::new()?.block_on(reference::serve(listen, &folder)),
    }
}

/// Leaves by the front door when asked to end, so that servers are stopped and their data removed.
async fn until_interrupted(work: impl Future<Output = Result<()>>) -> Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        result = work => result,
        _ = tokio::signal::ctrl_c() => bail!("interrupted"),
        _ = terminate.recv() => bail!("terminated"),
    }
}

fn read(json: &Path) -> Result<report::Report> {
    let text = std::fs::read_to_string(json).with_context(|| format!("cannot read {}", json.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not a report", json.display()))
}
