//! `hearth db check` and `hearth db rewound`

use std::process::ExitCode;

use clap::Subcommand;
use hearth_app::{Config, app};
use hearth_kernel::{Context, Result};
use hearth_matrix::rooms::Found;
use hearth_store::Store;

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Check what must hold of the stored data: dense sequences, whole intervals, memberships, counts, relations, receipts,
    /// addresses, and on SQLite the file itself.
    ///
    /// It only reads, also while the server runs.
    Check {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Say that the database was put back by other means than `hearth restore`.
    ///
    /// After a snapshot of the disk or PostgreSQL's own recovery, devices hold tokens for messages that are
    /// gone; this makes them begin anew instead of missing what comes. Stop the server first.
    Rewound,
}

pub(super) fn run(verb: &Verb, config: &Config) -> Result<ExitCode> {
    let Verb::Check { json } = verb else {
        let options = app::store_options(config);
        super::runtime()?.block_on(hearth_store::begin_new_epoch(&options, &Context::real()))?;
        println!("The database has begun a new epoch.");
        return Ok(ExitCode::SUCCESS);
    };
    let found = super::runtime()?.block_on(async {
        hearth_store::require(&app::store_options(config)).await?;
        let store = Store::open_to_read(app::store_options(config), &app::migrations()).await?;
        let found = check(&store).await;
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

async fn check(store: &Store) -> Result<Found> {
    let damage = store.damage().await?.into_iter().map(|said| format!("the file is damaged: {said}"));
    let mut found = hearth_matrix::rooms::check(store).await?;
    found.faults.extend(damage);
    Ok(found)
}
