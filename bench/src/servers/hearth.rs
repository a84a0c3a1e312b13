//! Starts Hearth as any operator would: by its command line and its environment.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Postgres, Programs};
use crate::conditions::version_of;
use crate::process::Process;

pub fn launch(
    programs: &Programs,
    folder: &Path,
    log: &Path,
    address: SocketAddr,
    database: Option<&Postgres>,
    setting: Option<(&str, &str)>,
) -> Result<Process> {
    Process::start(program(programs)?, None, log, |command| {
        // The settings of whoever runs the benchmark are not the benchmark's.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("HEARTH_") {
                command.env_remove(name);
            }
        }
        command
            .arg("serve")
            .env("HEARTH_DATA_DIR", folder.join("data"))
            .env("HEARTH_LISTEN", address.to_string())
            .env("HEARTH_SERVER_NAME", "localhost")
            .env("HEARTH_REGISTRATION", "open")
            .env("HEARTH_RATE_LIMITS", "off")
            .env("HEARTH_OUTGOING", "loopback")
            .env("HEARTH_SHARED_SECRET", "benchmark")
            .env("HEARTH_DATABASE_URL", database.map_or(String::new(), Postgres::url));
        if let Some((name, value)) = setting {
            command.env(name, value);
        }
    })
}

pub fn version(programs: &Programs) -> Result<String> {
    Ok(version_of(program(programs)?))
}

fn program(programs: &Programs) -> Result<&Path> {
    programs.hearth.as_deref().context("HEARTH_BIN does not name Hearth's binary")
}
