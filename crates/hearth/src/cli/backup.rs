//! `hearth backup` and `hearth restore`

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use hearth_app::{
    Config,
    backup::{self, Backup},
};
use hearth_kernel::{Context, Result};

#[derive(Args)]
pub(super) struct Arguments {
    /// The backup: a folder.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn back_up(arguments: &Arguments, config: &Config) -> Result<ExitCode> {
    super::start_logging(config);
    let Arguments { folder, json } = arguments;
    let done = super::runtime()?.block_on(backup::back_up(config, &Context::real(), folder))?;
    report("Backed up", &done, *json);
    Ok(ExitCode::SUCCESS)
}

pub(super) fn restore(arguments: &Arguments, config: &Config) -> Result<ExitCode> {
    super::start_logging(config);
    let Arguments { folder, json } = arguments;
    let done = super::runtime()?.block_on(backup::restore(config, &Context::real(), folder))?;
    report("Put back", &done, *json);
    Ok(ExitCode::SUCCESS)
}

fn report(done: &str, backup: &Backup, json: bool) {
    let Backup { database, files, bytes } = backup;
    let (name, position) = (&database.server_name, database.position);
    if json {
        let report = serde_json::json!({ "server_name": name, "position": position, "files": files, "bytes": bytes });
        println!("{report}");
    } else {
        println!("{done}: {name} at position {position}, {files} files, {bytes} bytes");
    }
}
