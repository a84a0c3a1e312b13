//! Runs the workloads: each on every server in turn, round by round, so that a slow minute of the machine falls
//! on all of them. Servers that are not being measured are frozen.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use serde::{Deserialize, Serialize};
use tokio::time::timeout;

use crate::conditions::Conditions;
use crate::report::{Figures, Outcome, Report};
use crate::servers::{Kind, Programs, Server};
use crate::work::{Timing, Work};

/// A workload with its preparation that takes longer is given up.
const WORK_LIMIT: Duration = Duration::from_secs(3600);
const LONGEST_WARM_UP: Duration = Duration::from_secs(2);
/// How long receivers may lag behind the last answer before what they have not seen counts as lost.
const GRACE: Duration = Duration::from_secs(20);

#[derive(Clone, Debug, Serialize, Deserialize, clap::Args)]
pub struct Settings {
    /// What to measure.
    #[arg(long, value_enum, value_delimiter = ',', required = true)]
    pub servers: Vec<Kind>,
    /// With the workloads that take long: 10,000 members, 500 rooms, 10,000 connections.
    #[arg(long)]
    pub full: bool,
    /// Only this workload, or all whose names begin with these words ("send", "send-16", "idle"); may be given more
    /// than once.
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Length of each measurement.
    #[arg(long, default_value_t = 10)]
    pub seconds: u32,
    /// How often each workload is measured on each server.
    #[arg(long, default_value_t = 3)]
    pub rounds: u32,
}

/// Runs everything and writes the report after every workload, so that an interrupted run is not lost.
pub async fn run(settings: &Settings, programs: &Programs, folder: Option<&Path>, output: &Path) -> Result<()> {
    let works: Vec<Work> = Work::all(settings.full)
        .into_iter()
        .filter(|work| settings.only.is_empty() || settings.only.iter().any(|name| is_meant(name, &work.name())))
        .collect();
    ensure!(!works.is_empty(), "no workload has such a name");
    raise_file_limit()?;
    let folder = working_folder(folder)?;
    let conditions = Conditions::now(settings, folder.path())?;
    let mut report = Report { conditions, versions: BTreeMap::new(), results: Vec::new() };
    let mut servers = start_all(settings, programs, folder.path(), &mut report).await?;

    for work in works {
        for round in 1..=settings.rounds {
            for server in servers.iter_mut().filter(|server| work.suits(server.kind)) {
                let outcome = measure(work, round, server, settings.seconds).await;
                tell(&outcome);
                report.results.push(outcome);
            }
        }
        write(&report, output)?;
    }
    for server in &mut servers {
        server.stop().await?;
    }
    Ok(())
}

/// Whether the words of `wanted` are the first words of `name`.
fn is_meant(wanted: &str, name: &str) -> bool {
    name.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

async fn start_all(
    settings: &Settings,
    programs: &Programs,
    folder: &Path,
    report: &mut Report,
) -> Result<Vec<Server>> {
    let mut kinds = settings.servers.clone();
    // What durability and learning cost Hearth is part of every comparison that it takes part in.
    if kinds.contains(&Kind::HearthSqlite) {
        let others = [Kind::HearthSqliteNormal, Kind::HearthSqliteLearning, Kind::HearthSqliteWithoutEngine];
        let missing: Vec<Kind> = others.into_iter().filter(|kind| !kinds.contains(kind)).collect();
        kinds.extend(missing);
    }
    let mut servers = Vec::new();
    for kind in kinds {
        let mut server = Server::start(kind, programs, folder.join(kind.name()))
            .await
            .with_context(|| format!("cannot start {}", kind.name()))?;
        let version = server.version().await?;
        eprintln!("{}: {version}", kind.name());
        report.versions.insert(kind, version);
        server.freeze()?;
        servers.push(server);
    }
    Ok(servers)
}

/// A failure is a result too: it is reported and the run goes on.
async fn measure(work: Work, round: u32, server: &mut Server, seconds: u32) -> Outcome {
    let window = Duration::from_secs(seconds.into());
    let timing = Timing { warm_up: (window / 5).min(LONGEST_WARM_UP), window, grace: GRACE };
    let (figures, error) = match run_thawed(work, server, timing).await {
        Ok(figures) => (figures, None),
        Err(error) => (Figures::new(), Some(format!("{error:#}"))),
    };
    Outcome { server: server.kind, work: work.name(), round, figures, error }
}

async fn run_thawed(work: Work, server: &mut Server, timing: Timing) -> Result<Figures> {
    server.thaw().await?;
    let result = timeout(WORK_LIMIT, work.run(server, timing)).await;
    // Frozen again whatever came of it; but of two errors the first is the one to tell.
    let frozen = server.freeze();
    let figures = result.with_context(|| format!("took longer than {WORK_LIMIT:?}"))??;
    frozen?;
    Ok(figures)
}

fn tell(outcome: &Outcome) {
    let Outcome { server, work, round, figures, error } = outcome;
    match error {
        Some(error) => eprintln!("{work} {} round {round}: {error}", server.name()),
        None => {
            let figures: Vec<_> = figures.iter().map(|(name, value)| format!("{name} {value:.3}")).collect();
            eprintln!("{work} {} round {round}: {}", server.name(), figures.join(", "));
        }
    }
}

fn write(report: &Report, output: &Path) -> Result<()> {
    let json = serde_json::to_string_pretty(report)?;
    fs::write(output, json).with_context(|| format!("cannot write {}", output.display()))
}

/// The servers' data: removed when the run ends.
fn working_folder(parent: Option<&Path>) -> Result<tempfile::TempDir> {
    let parent = parent.map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::Builder::new().prefix("hearth-bench-").tempdir_in(parent)?;
    // PostgreSQL runs as another user and must be able to pass through.
    let open = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(folder.path(), open)?;
    Ok(folder)
}

/// Thousands of connections need as many files, here and in the servers, which inherit the limit.
fn raise_file_limit() -> Result<()> {
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }).context("cannot raise the limit of files")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workloads_are_picked_by_their_first_words() {
        assert!(is_meant("send", "send-16") && is_meant("send-16", "send-16-in-16-rooms"));
        assert!(!is_meant("send-1", "send-16") && !is_meant("idle", "send-1"));
    }

    #[test]
    fn no_two_workloads_share_a_name() {
        let names: std::collections::HashSet<_> = Work::all(true).into_iter().map(Work::name).collect();
        assert_eq!(names.len(), Work::all(true).len());
    }
}
