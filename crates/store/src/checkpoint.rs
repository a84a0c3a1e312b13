//! Moves what the write-ahead log holds into SQLite's main file, on a thread of its own, so that no
//! commit pays for it. A passive checkpoint gives way to readers; one that insists is made when the
//! log has grown past its bound, since readers that never pause would let it grow for ever.

use std::{path::PathBuf, sync::mpsc, thread, time::Duration};

use hearth_kernel::limits;
use rusqlite::Connection;

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

fn checkpoint(path: &PathBuf) -> rusqlite::Result<()> {
    let mut log = path.clone().into_os_string();
    log.push("-wal");
    let size = std::fs::metadata(log).map_or(0, |file| file.len());
    if size < limits::WAL_BYTES / 16 {
        return Ok(());
    }
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_millis(200))?;
    let mode = if size > limits::WAL_BYTES { "RESTART" } else { "PASSIVE" };
    let busy = connection.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |row| row.get::<_, i64>(0))?;
    if busy == 1 && size > limits::WAL_BYTES * 4 {
        tracing::warn!(bytes = size, "readers keep the write-ahead log from being emptied");
    }
    Ok(())
}
