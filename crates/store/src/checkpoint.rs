//! Moves what the write-ahead log holds into SQLite's main file, on a thread of its own, so that no
//! commit pays for it. It gives way to readers and writers; when the log passes its bound all the
//! same, the writer starts it anew between two commits.

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
    time::Duration,
};

use hearth_kernel::limits;
use rusqlite::Connection;

use crate::sqlite::{log_bytes, stop_if_unsynced};

const EVERY: Duration = Duration::from_secs(1);

/// Runs until it is dropped.
pub(crate) struct Checkpointer {
    stop: Option<mpsc::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Checkpointer {
    pub(crate) fn start(path: PathBuf) -> Self {
        let (stop, stopped) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("checkpointer".into())
            .spawn(move || {
                while stopped.recv_timeout(EVERY) == Err(mpsc::RecvTimeoutError::Timeout) {
                    if let Err(error) = checkpoint(&path) {
                        stop_if_unsynced(&error);
                        tracing::warn!(%error, "a checkpoint failed; the write-ahead log keeps growing");
                    }
                }
            })
            .ok();
        Self { stop: Some(stop), thread }
    }
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn checkpoint(path: &Path) -> rusqlite::Result<()> {
    let bytes = log_bytes(path);
    if bytes < limits::WAL_BYTES / 16 {
        return Ok(());
    }
    let connection = Connection::open(path)?;
    connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
    if bytes > limits::WAL_BYTES * 4 {
        tracing::warn!(bytes, "readers keep the write-ahead log from being emptied");
    }
    Ok(())
}
