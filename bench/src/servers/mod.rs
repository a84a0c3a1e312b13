//! The servers under test: how each is started, frozen, restarted and asked for its version.

mod hearth;
mod postgres;
mod synapse;

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::Signal;
use serde::{Deserialize, Serialize};
use tokio::time::{Instant, sleep};

use crate::http::{Connection, Method};
use crate::meter::Meter;
use crate::process::Process;
use crate::work::Shelf;
use postgres::Postgres;

/// A cold start builds a database.
const START_LIMIT: Duration = Duration::from_secs(120);
/// Timers that fell due while a server was frozen all fire at once; they get this long to pass.
const THAW_TIME: Duration = Duration::from_millis(500);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    HearthSqlite,
    /// With `synchronous=NORMAL`: a power cut may lose what was acknowledged. Only to show what durability costs.
    HearthSqliteNormal,
    /// Whose members were all shown what the retention engine is for, so that it learns from each of them.
    HearthSqliteLearning,
    /// With the retention engine off. Only to show what the engine costs.
    HearthSqliteWithoutEngine,
    HearthPostgres,
    SynapseSqlite,
    SynapsePostgres,
    /// The least work an honest server can do for a send, see [`crate::reference`].
    Reference,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::HearthSqlite => "hearth-sqlite",
            Self::HearthSqliteNormal => "hearth-sqlite-normal",
            Self::HearthSqliteLearning => "hearth-sqlite-learning",
            Self::HearthSqliteWithoutEngine => "hearth-sqlite-without-engine",
            Self::HearthPostgres => "hearth-postgres",
            Self::SynapseSqlite => "synapse-sqlite",
            Self::SynapsePostgres => "synapse-postgres",
            Self::Reference => "reference",
        }
    }

    fn is_synapse(self) -> bool {
        matches!(self, Self::SynapseSqlite | Self::SynapsePostgres)
    }

    fn has_postgres(self) -> bool {
        matches!(self, Self::HearthPostgres | Self::SynapsePostgres)
    }
}

/// Where the programs are.
#[derive(Clone, Debug)]
pub struct Programs {
    pub hearth: Option<PathBuf>,
    /// The Python of the environment that Synapse is installed in.
    pub synapse_python: Option<PathBuf>,
}

pub struct Server {
    pub kind: Kind,
    pub address: SocketAddr,
    folder: PathBuf,
    programs: Programs,
    process: Process,
    database: Option<Postgres>,
    /// Members and rooms that were made in earlier rounds and serve again.
    pub shelf: Shelf,
}

impl Server {
    /// Starts a server with a new database in `folder`, and the database's own server if it needs one.
    pub async fn start(kind: Kind, programs: &Programs, folder: PathBuf) -> Result<Self> {
        fs::create_dir(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        let database = match kind.has_postgres() {
            true => Some(Postgres::start(&folder).await?),
            false => None,
        };
        let address = free_address()?;
        if kind.is_synapse() {
            synapse::set_up(programs, &folder, address, database.as_ref())?;
        }
        let process = launch(kind, programs, &folder, address, database.as_ref())?;
        let programs = programs.clone();
        let mut server = Self { kind, address, folder, programs, process, database, shelf: Shelf::default() };
        server.await_ready().await?;
        Ok(server)
    }

    /// Stops the server and starts it again on the same database, so that memory is that of a fresh process.
    pub async fn restart(&mut self) -> Result<()> {
        self.process.stop(Signal::TERM).await?;
        self.process = launch(self.kind, &self.programs, &self.folder, self.address, self.database.as_ref())?;
        self.await_ready().await
    }

    pub async fn stop(&mut self) -> Result<()> {
        self.process.stop(Signal::TERM).await?;
        match &mut self.database {
            Some(database) => database.stop().await,
            None => Ok(()),
        }
    }

    /// Takes the server off the processor. Its database stays awake, but has nothing to do.
    pub fn freeze(&mut self) -> Result<()> {
        self.process.freeze()
    }

    pub async fn thaw(&mut self) -> Result<()> {
        self.process.expect_alive()?;
        if self.process.thaw()? {
            sleep(THAW_TIME).await;
        }
        Ok(())
    }

    pub fn meter(&self) -> Result<Meter> {
        let database = self.database.as_ref().map(Postgres::id).transpose()?;
        Ok(Meter { server: self.process.id()?, database })
    }

    pub async fn version(&self) -> Result<String> {
        let server = match self.kind {
            Kind::Reference => format!("reference handler {}", env!("CARGO_PKG_VERSION")),
            kind if kind.is_synapse() => synapse::version(self.address).await?,
            _ => hearth::version(&self.programs)?,
        };
        Ok(match &self.database {
            Some(database) => format!("{server}, {}", database.version()),
            None => server,
        })
    }

    /// Waits until the server answers a request, whatever it answers.
    async fn await_ready(&mut self) -> Result<()> {
        let deadline = Instant::now() + START_LIMIT;
        let mut connection = Connection::new(self.address, Ipv4Addr::LOCALHOST);
        while connection.call(Method::Get, "/_matrix/client/versions", None, None).await.is_err() {
            if let Err(error) = self.process.expect_alive() {
                bail!("{error}; its last words: {}", last_lines(&self.folder.join("server.log")));
            }
            if Instant::now() > deadline {
                bail!("{} does not answer after {START_LIMIT:?}", self.kind.name());
            }
            sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }
}

fn launch(
    kind: Kind,
    programs: &Programs,
    folder: &Path,
    address: SocketAddr,
    database: Option<&Postgres>,
) -> Result<Process> {
    let log = folder.join("server.log");
    match kind {
        Kind::Reference => Process::start(&std::env::current_exe()?, None, &log, |command| {
            command.arg("reference").arg("--listen").arg(address.to_string()).arg("--folder").arg(folder);
        }),
        kind if kind.is_synapse() => synapse::launch(programs, folder, &log),
        kind => hearth::launch(programs, folder, &log, address, database, setting(kind)),
    }
}

/// What sets a server apart from Hearth as it is.
fn setting(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::HearthSqliteNormal => Some(("HEARTH_SQLITE_SYNCHRONOUS", "normal")),
        Kind::HearthSqliteLearning => Some(("HEARTH_CONSENT_DEFAULT", "notice")),
        Kind::HearthSqliteWithoutEngine => Some(("HEARTH_INSIGHT", "off")),
        _ => None,
    }
}

/// A loopback address with a port that nobody listens on at the moment.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

fn last_lines(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().rev().take(5).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join(" | ")
}
