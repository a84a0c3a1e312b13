//! The administrator's door: a socket in the data directory, for whoever runs the server.
//!
//! One process works on a data directory, so while the server runs the command line asks it through
//! this socket: one line of JSON each way. Only the user who runs the server, or root, is heard: the file
//! is theirs alone, and the system says who stands at the other end.

use std::{
    io,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use hearth_insight::{Insight, ingest, reports, scores, segments};
use hearth_kernel::{Error, Kind, Result, limits};
use hearth_matrix::accounts::{self, Accounts};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{UnixListener, UnixStream},
    sync::Semaphore,
};

const NAME: &str = "admin.sock";

/// What an administrator asks for: each module has commands of its own, whose names are all different.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub enum Command {
    Accounts(accounts::Command),
    Ingest(ingest::Command),
    Reports(reports::Command),
    Scores(scores::Command),
    Segments(segments::Command),
}

impl From<segments::Command> for Command {
    fn from(command: segments::Command) -> Self {
        Self::Segments(command)
    }
}

impl From<scores::Command> for Command {
    fn from(command: scores::Command) -> Self {
        Self::Scores(command)
    }
}

impl From<accounts::Command> for Command {
    fn from(command: accounts::Command) -> Self {
        Self::Accounts(command)
    }
}

impl From<ingest::Command> for Command {
    fn from(command: ingest::Command) -> Self {
        Self::Ingest(command)
    }
}

impl From<reports::Command> for Command {
    fn from(command: reports::Command) -> Self {
        Self::Reports(command)
    }
}

/// Who does what an administrator asks for.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) insight: Arc<Insight>,
}

impl Desk {
    pub(crate) async fn administer(&self, command: Command) -> Result<Value> {
        match command {
            Command::Accounts(command) => self.accounts.administer(command).await,
            Command::Ingest(command) => self.insight.ingest.administer(command).await,
            // What was committed so far counts, though it may not have been moved yet.
            Command::Reports(command) => {
                self.insight.signals.catch_up().await?;
                self.insight.reports.administer(command).await
            }
            Command::Scores(command) => {
                self.insight.signals.catch_up().await?;
                self.insight.scores.administer(command).await
            }
            Command::Segments(command) => {
                self.insight.signals.catch_up().await?;
                self.insight.segments.administer(command).await
            }
        }
    }
}

/// A bound door. It goes when it is dropped.
pub(crate) struct Door {
    listener: UnixListener,
    path: PathBuf,
    /// Whom it is opened for.
    owner: u32,
}

impl Door {
    /// The data directory must be ours, so what another process left there is nobody's.
    pub(crate) fn open(data_dir: &Path) -> io::Result<Self> {
        let path = data_dir.join(NAME);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let listener = UnixListener::bind(&path)?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
        let owner = std::fs::metadata(&path)?.uid();
        Ok(Self { listener, path, owner })
    }

    /// Answers until it is dropped.
    pub(crate) async fn serve(self, desk: Desk) {
        let visitors = Arc::new(Semaphore::new(limits::ADMIN_VISITORS));
        loop {
            let Ok(permit) = visitors.clone().acquire_owned().await else { return };
            let stream = match self.listener.accept().await {
                Ok((stream, _)) => stream,
                Err(error) => {
                    tracing::warn!(%error, "an administrator was not heard");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            };
            let (desk, owner) = (desk.clone(), self.owner);
            tokio::spawn(async move {
                if in_time(visit(stream, &desk, owner)).await.is_err() {
                    tracing::debug!("an administrator went away");
                }
                drop(permit);
            });
        }
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        std::fs::remove_file(&self.path).ok();
    }
}

/// A visit, cut off when it takes too long.
async fn in_time(visit: impl Future<Output = io::Result<()>>) -> io::Result<()> {
    tokio::time::timeout(Duration::from_millis(limits::ADMIN_VISIT_MS), visit).await?
}

async fn visit(stream: UnixStream, desk: &Desk, owner: u32) -> io::Result<()> {
    let visitor = stream.peer_cred()?.uid();
    if visitor != owner && visitor != 0 {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut line = String::new();
    let mut stream = BufReader::new(stream);
    (&mut stream).take(limits::ADMIN_LINE_BYTES as u64).read_line(&mut line).await?;
    if line.is_empty() {
        // Somebody who only looked whether the door is open.
        return Ok(());
    }
    let outcome = match serde_json::from_str(&line) {
        Ok(command) => desk.administer(command).await,
        Err(_) => Err(Error::bad_json("This is not a command of this version; is the server of another one?")),
    };
    let answer = match outcome {
        Ok(done) => json!({ "ok": done }),
        Err(error) => json!({ "error": { "code": error.code, "message": error.message } }),
    };
    stream.write_all(format!("{answer}\n").as_bytes()).await?;
    stream.shutdown().await
}

/// Whether a server runs on this data directory and hears us.
pub async fn is_open(data_dir: &Path) -> Result<bool> {
    match UnixStream::connect(data_dir.join(NAME)).await {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            let why = "only the user who runs the server, or root, may do this";
            Err(Error::forbidden(why).caused_by(error))
        }
        // Nobody listens there.
        Err(_) => Ok(false),
    }
}

/// Asks the server that runs on this data directory.
pub async fn ask(data_dir: &Path, command: &Command) -> Result<Value> {
    let lost = |error: io::Error| Error::unavailable("the running server did not answer").caused_by(error);
    let line = serde_json::to_string(command).map_err(|error| lost(error.into()))?;
    let mut stream = UnixStream::connect(data_dir.join(NAME)).await.map_err(lost)?;
    stream.write_all(format!("{line}\n").as_bytes()).await.map_err(lost)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.map_err(lost)?;
    let mut answer: Value = serde_json::from_str(&answer).map_err(|error| lost(error.into()))?;
    match answer["ok"].take() {
        Value::Null => {
            let message = answer["error"]["message"].as_str().unwrap_or("the running server refused").to_owned();
            Err(Error::new(Kind::Invalid, "M_UNKNOWN", message))
        }
        done => Ok(done),
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use tokio::time::Instant;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn admin_visit_ms_is_how_long_a_visit_may_take() {
        let began = Instant::now();
        in_time(ready(Ok(()))).await.expect("it was short");
        assert_eq!(began.elapsed(), Duration::ZERO);
        assert_eq!(in_time(pending()).await.unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert_eq!(began.elapsed(), Duration::from_millis(limits::ADMIN_VISIT_MS));
    }
}
