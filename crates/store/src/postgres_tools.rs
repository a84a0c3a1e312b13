//! PostgreSQL's own programs for taking a database away and putting it back. They are told where it is by
//! their environment, so that no password stands in a list of processes.

use std::{
    ffi::OsString,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use hearth_kernel::{Error, Result};
use tokio_postgres::config::Host;

use crate::postgres::parse;

/// Where Debian keeps what is of one version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Writes everything, as of one moment, into a new file in PostgreSQL's own format.
pub(crate) fn dump(url: &str, into: &Path) -> Result<()> {
    let mut dump = program("pg_dump", url)?;
    dump.args(["--format=custom", "--no-owner", "--no-privileges", "--no-password", "--file"]).arg(into);
    finish("pg_dump", dump.stdin(Stdio::null()).stderr(Stdio::piped()).output())
}

/// Puts a dump into an empty database and runs one statement more, all in one transaction.
pub(crate) fn restore(url: &str, from: &Path, last: &str) -> Result<()> {
    let mut unpack = program("pg_restore", url)?;
    unpack.args(["--no-owner", "--no-privileges", "--exit-on-error", "--file=-"]).arg(from);
    let mut fill = program("psql", url)?;
    fill.args(["--no-psqlrc", "--quiet", "--no-password", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=-"]);
    let failed = |error: std::io::Error| Error::unavailable("the database could not be filled").caused_by(error);

    let mut unpacking =
        unpack.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(failed)?;
    let mut filling =
        fill.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().map_err(failed)?;
    let (Some(mut script), Some(mut input)) = (unpacking.stdout.take(), filling.stdin.take()) else {
        return Err(Error::internal("a program has no output"));
    };
    let piped = std::io::copy(&mut script, &mut input);
    let unpacked = finish("pg_restore", unpacking.wait_with_output());
    // Without its end the script is not carried out: psql goes, and the transaction with it.
    let written = match (piped, unpacked) {
        (Ok(_), Ok(())) => writeln!(input, "RESET search_path;\n{last}").map_err(failed),
        (piped, unpacked) => {
            filling.kill().map_err(failed)?;
            unpacked.and(piped.map(drop).map_err(failed))
        }
    };
    drop(input);
    let filled = finish("psql", filling.wait_with_output());
    written.and(filled)
}

fn finish(name: &str, output: std::io::Result<std::process::Output>) -> Result<()> {
    let output = output.map_err(|error| Error::unavailable(format!("{name} cannot be run")).caused_by(error))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Error::unavailable(format!("{name} failed: {}", said.trim())))
}

/// A program that knows where the database is.
fn program(name: &str, url: &str) -> Result<Command> {
    let config = parse(url)?;
    let mut command = Command::new(find(name)?);
    let mut tell = |variable: &str, value: Option<OsString>| {
        if let Some(value) = value {
            command.env(variable, value);
        }
    };
    tell(
        "PGHOST",
        config.get_hosts().first().map(|host| match host {
            Host::Tcp(name) => name.into(),
            Host::Unix(folder) => folder.into(),
        }),
    );
    tell("PGPORT", config.get_ports().first().map(|port| port.to_string().into()));
    tell("PGUSER", config.get_user().map(Into::into));
    tell("PGPASSWORD", config.get_password().map(|password| String::from_utf8_lossy(password).into_owned().into()));
    tell("PGDATABASE", config.get_dbname().or(config.get_user()).map(Into::into));
    Ok(command)
}

/// The newest that Debian has here, because an older one refuses a newer server; else what the path has.
fn find(name: &str) -> Result<PathBuf> {
    let versions = std::fs::read_dir(DEBIAN).into_iter().flatten().flatten().map(|version| version.path());
    let number =
        |path: &Path| path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse::<u32>().ok());
    let newest = versions.filter(|version| version.join("bin").join(name).exists()).max_by_key(|path| number(path));
    let on_the_path = || {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).map(|folder| folder.join(name)).find(|found| found.exists())
    };
    newest.map(|version| version.join("bin").join(name)).or_else(on_the_path).ok_or_else(|| {
        Error::unavailable(format!(
            "{name} is not on this machine; it comes with PostgreSQL's client programs (in Debian: postgresql-client)"
        ))
    })
}
