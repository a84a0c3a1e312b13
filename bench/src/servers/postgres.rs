//! A private PostgreSQL for one server under test.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use rustix::process::{Signal, geteuid};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

use super::{START_LIMIT, free_address, last_lines};
use crate::conditions::version_of;
use crate::process::Process;

const USER: &str = "bench";
/// The database that initdb makes, to create the other from.
const FIRST_DATABASE: &str = "postgres";
const DATABASE: &str = "homeserver";

pub struct Postgres {
    process: Process,
    port: u16,
    program: PathBuf,
}

impl Postgres {
    pub async fn start(folder: &Path) -> Result<Self> {
        let owner = owner()?;
        let cluster = folder.join("postgres");
        make_folder(&cluster, owner)?;
        let init = ["--auth=trust", "--username", USER, "--encoding=UTF8", "--locale=C", "--pgdata"];
        let mut arguments: Vec<&str> = init.to_vec();
        let path = cluster.to_str().context("the folder's name is not UTF-8")?;
        arguments.push(path);
        run_as(owner, &program("initdb")?, &arguments)?;

        let port = free_address()?.port();
        let program = program("postgres")?;
        let log = folder.join("postgres.log");
        let process = Process::start(&program, owner, &log, |command| {
            command.arg("-D").arg(&cluster).arg("-p").arg(port.to_string()).current_dir("/");
            // PostgreSQL's own defaults, but for buffers that fit a server; TCP on loopback only, no Unix socket.
            for setting in ["listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=512MB"] {
                command.arg("-c").arg(setting);
            }
        })?;
        let mut postgres = Self { process, port, program };
        postgres.await_ready(&log).await?;
        Ok(postgres)
    }

    pub fn url(&self) -> String {
        format!("postgres://{USER}@127.0.0.1:{}/{DATABASE}", self.port)
    }

    pub fn user(&self) -> &'static str {
        USER
    }

    pub fn name(&self) -> &'static str {
        DATABASE
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn id(&self) -> Result<u32> {
        self.process.id()
    }

    pub fn version(&self) -> String {
        version_of(&self.program)
    }

    pub async fn stop(&mut self) -> Result<()> {
        // SIGINT is PostgreSQL's fast shutdown: connections are ended, not awaited.
        self.process.stop(Signal::INT).await
    }

    /// Creates the database as soon as the cluster accepts it.
    async fn await_ready(&mut self, log: &Path) -> Result<()> {
        let deadline = Instant::now() + START_LIMIT;
        let create = format!("CREATE DATABASE {DATABASE}");
        let port = self.port.to_string();
        let psql = program("psql")?;
        loop {
            self.process.expect_alive().with_context(|| last_lines(log))?;
            let arguments = ["-h", "127.0.0.1", "-p", &port, "-U", USER, "-d", FIRST_DATABASE, "-c", &create];
            // A connection is tried first so that a cluster still starting is not taken for one that refuses.
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.is_ok() {
                let output = Command::new(&psql).args(arguments).output()?;
                if output.status.success() {
                    return Ok(());
                }
                let words = String::from_utf8_lossy(&output.stderr).into_owned();
                ensure!(words.contains("starting up"), "cannot create the database: {words}");
            }
            ensure!(Instant::now() < deadline, "PostgreSQL does not answer after {START_LIMIT:?}");
            sleep(Duration::from_millis(50)).await;
        }
    }
}

/// PostgreSQL refuses to run as root; then it runs as the user that its package made.
fn owner() -> Result<Option<&'static str>> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd")?;
    ensure!(users.lines().any(|line| line.starts_with("postgres:")), "there is no user `postgres`");
    Ok(Some("postgres"))
}

fn make_folder(folder: &Path, owner: Option<&str>) -> Result<()> {
    let mut command = Command::new("install");
    command.args(["-d", "-m", "700"]);
    if let Some(owner) = owner {
        command.args(["-o", owner]);
    }
    checked(command.arg(folder).output().context("cannot run install")?)
}

fn run_as(owner: Option<&str>, program: &Path, arguments: &[&str]) -> Result<()> {
    let mut command = match owner {
        Some(owner) => {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", owner, "--regid", owner, "--clear-groups", "--"]).arg(program);
            command
        }
        None => Command::new(program),
    };
    checked(command.args(arguments).current_dir("/").output()?)
}

fn checked(output: Output) -> Result<()> {
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// Debian keeps PostgreSQL's programs out of the search path, in a folder per version: the newest is taken.
fn program(name: &str) -> Result<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    match folders.into_iter().map(|folder| folder.join(name)).find(|path| path.is_file()) {
        Some(path) => Ok(path),
        None => bail!("PostgreSQL is not installed: no {name}"),
    }
}
