//! Where a command reads its log from: a file of any product, or what this server's own log holds.

use std::path::{Path, PathBuf};

use clap::Args;
use hearth_app::{Config, admin, app};
use hearth_insight::{
    Reader,
    churn::log::Log,
    ingest::{self, Columns},
    signals::{SignalLog, Workspace},
};
use hearth_kernel::{Context, Error, Result};

use super::desk::Desk;

#[derive(Args)]
pub(super) struct LogSource {
    /// The log of events: CSV, lines of JSON or Parquet (by its name), with the columns user, time and, if there are such,
    /// kind, peer, room; .gz is unpacked. Left out, this server's own log is read.
    #[arg(long, value_name = "FILE")]
    pub events: Option<PathBuf>,
    /// Which columns are read, where they have other names, such as user=author,time=sent_at,event=type,peer=to,room=channel.
    #[arg(long, value_name = "PLACE=COLUMN,…", default_value = "", requires = "events")]
    map: String,
    /// Whose log: `home` is this server's, `import` what was moved in, others are other products'.
    #[arg(long, value_name = "NAME", default_value = "home", conflicts_with = "events")]
    pub workspace: String,
}

impl LogSource {
    /// What the log is called where somebody is told of it.
    pub fn name(&self) -> String {
        let file = self.events.as_ref().and_then(|file| file.file_name());
        file.map_or_else(|| self.workspace.clone(), |name| name.to_string_lossy().into_owned())
    }

    /// Reads all of it.
    pub fn read(&self, configuration: Option<&Path>) -> Result<Log> {
        match &self.events {
            Some(file) => file_of(file, &self.map),
            None => super::runtime()?.block_on(own(&super::load(configuration)?, &self.workspace)),
        }
    }

    /// What is written may not take the place of what is read.
    pub fn spare(&self, out: &Path) -> Result<()> {
        let is_read = self.events.as_deref().and_then(|events| events.canonicalize().ok());
        if is_read.is_none() || is_read != out.canonicalize().ok() {
            return Ok(());
        }
        let words = format!("{} is the log that is read; give --out another name, or it would be lost", out.display());
        Err(Error::invalid_param(words))
    }

    /// The same where nothing is to be said of nothing.
    pub fn read_some(&self, configuration: Option<&Path>) -> Result<Log> {
        let log = self.read(configuration)?;
        if log.events.is_empty() {
            return Err(Error::invalid_param(format!("{}: the log holds no events that count", self.name())));
        }
        Ok(log)
    }
}

/// The log of a file. What of it was left out is said on standard error.
fn file_of(events: &Path, map: &str) -> Result<Log> {
    let log = Log::read(events, &Columns::parse(map)?, Context::real().now_ms())?;
    for note in log.notes() {
        eprintln!("{note}");
    }
    Ok(log)
}

/// The log of this server. Any number may read it while the server writes.
async fn own(config: &Config, workspace: &str) -> Result<Log> {
    let workspace = Workspace::parse(workspace)?;
    match Desk::reach(config).await? {
        Desk::Stopped(app) => {
            let read = async {
                app.insight.signals.catch_up().await?;
                app.insight.reader.log(&workspace, None).await
            };
            let log = read.await;
            app.store.close().await;
            log
        }
        Desk::Running(data_dir) => {
            let asked = ingest::Command::ShowIdentities { workspace: workspace.as_str().to_owned() };
            let identities = serde_json::from_value(admin::ask(data_dir, &asked.into()).await?);
            let identities =
                identities.map_err(|error| Error::internal("the server's answer was cut off").caused_by(error))?;
            let signals = SignalLog::open(&app::signals_folder(config, data_dir))?;
            Reader::whole(&signals, &workspace, None, &identities).await
        }
    }
}
