//! `hearth db check`

use std::process::ExitCode;

use clap::Subcommand;
use hearth_app::{Config, app};
use hearth_kernel::{Context, Result};
use hearth_store::Store;

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Check what must hold of the stored data: dense sequences, whole intervals, counts, addresses.
    ///
    /// Stop the server first: one process works on a data directory.
    Check {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(super) fn run(verb: &Verb, config: &Config) -> Result<ExitCode> {
    let Verb::Check { json } = verb;
    let found = super::runtime()?.block_on(async {
        let store = Store::open(app::store_options(config), &Context::real(), None, &app::migrations()).await?;
        let found = hearth_matrix::rooms::check(&store).await;
        store.close().await;
        found
    })?;
    if *json {
        println!(
            "{}",
            serde_json::json!({ "sound": found.faults.is_empty(), "checked": found.checked, "faults": found.faults })
        );
    } else {
        for (what, count) in &found.checked {
            println!("{what}: {count}");
        }
        for fault in &found.faults {
            println!("FAULT {fault}");
        }
        println!(
            "{}",
            if found.faults.is_empty() {
                "The database is sound."
            } else {
                "The database is damaged: restore a backup."
            }
        );
    }
    Ok(if found.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
