//! SQLite through rusqlite: one connection that writes, a few that read, everything inline.
//!
//! A call blocks its thread for as long as the database works. In production the runtime is told so
//! (`block_in_place`); on a current-thread runtime, as in the simulator, it simply happens, so that
//! virtual time cannot run ahead of the disk.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use hearth_kernel::{Error, Result, limits};
use parking_lot::Mutex;
use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig, ffi, types::ValueRef};
use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::Semaphore,
};

use crate::{
    committer::{BatchError, Head, Work},
    outbox::WRITER,
    value::{Bound, Row, Value},
};

/// The writer's pages stay with it from commit to commit.
const WRITER_CACHE_KIB: u32 = 16 * 1024;
/// A reader loses its pages at every commit: what is hot is kept in memory above, not here.
const READER_CACHE_KIB: u32 = 1024;

/// How long a statement waits for another connection that is in its way.
pub(crate) const BUSY_WAIT: Duration = Duration::from_secs(5);
/// The same between two commits, where everybody waits.
const RESTART_WAIT: Duration = Duration::from_millis(50);

/// How a session is set up, reader or writer. FULL: a commit is on disk when it returns.
fn open(path: &Path, synchronous: &str, cache_kib: u32) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| refused(path, error))?;
    let setup = format!(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA foreign_keys=OFF;
         PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-{cache_kib};"
    );
    connection.busy_timeout(BUSY_WAIT).map_err(|error| refused(path, error))?;
    connection.execute_batch(&setup).map_err(|error| refused(path, error))?;
    // Without it SQLite prepares a statement anew for each value of `LIMIT ?`, which costs more than most reads.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|error| refused(path, error))?;
    connection.set_prepared_statement_cache_capacity(limits::STATEMENTS_CACHED);
    Ok(connection)
}

fn refused(path: &Path, error: rusqlite::Error) -> Error {
    let why = match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
            "it must belong to the user that Hearth runs as"
        }
        Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => "its disk is full or does not answer",
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => "it is damaged, or no database: restore a backup",
        _ => "what the database itself says follows",
    };
    Error::unavailable(format!("the database {} cannot be opened; {why}", path.display())).caused_by(error)
}

/// The one connection that writes.
pub(crate) struct Writer {
    connection: Connection,
    path: PathBuf,
    synchronous: String,
    checkpoints_itself: bool,
    /// What the connection does at present.
    syncs: bool,
    commits: u64,
}

/// How many commits pass between two looks at the log's size.
const COMMITS_BETWEEN_LOOKS: u64 = 64;

impl Writer {
    pub(crate) fn open(path: &Path, synchronous: &str, checkpoints_itself: bool) -> Result<Self> {
        let connection = open(path, synchronous, WRITER_CACHE_KIB)?;
        let pages = if checkpoints_itself { 1000 } else { 0 };
        connection.pragma_update(None, "wal_autocheckpoint", pages).map_err(failed)?;
        // Begun anew, the log is cut to its bound: only so does the file's size say how much is in it.
        connection.pragma_update(None, "journal_size_limit", limits::WAL_BYTES.cast_signed()).map_err(failed)?;
        let (path, synchronous) = (path.to_owned(), synchronous.to_owned());
        Ok(Self { connection, path, synchronous, checkpoints_itself, syncs: true, commits: 0 })
    }

    /// One transaction. After any error nothing of it is left.
    pub(crate) fn commit(&mut self, batch: &[Work], header: &[Work], sync: bool) -> Result<(), BatchError> {
        if sync != self.syncs {
            let synchronous = if sync { &self.synchronous } else { "NORMAL" };
            self.connection.pragma_update(None, "synchronous", synchronous).map_err(unlucky)?;
            self.syncs = sync;
        }
        let result = self.transaction(batch, header);
        if result.is_err() && !self.connection.is_autocommit() {
            // SQLite has rolled back by itself after FULL, IOERR and NOMEM; otherwise we do.
            if self.connection.execute_batch("ROLLBACK").is_err() {
                self.reopen();
            }
        }
        self.commits += 1;
        if self.commits.is_multiple_of(COMMITS_BETWEEN_LOOKS) {
            self.restart_log();
        }
        result
    }

    /// Under a steady load the checkpointer never finds a moment without a commit under way; between
    /// two commits we are one. Most of the log is in the main file by then, so this is short; readers
    /// that are in the way are waited for a moment only.
    fn restart_log(&self) {
        if log_bytes(&self.path) <= limits::WAL_BYTES {
            return;
        }
        let within = |wait| self.connection.busy_timeout(wait);
        let restarted = within(RESTART_WAIT)
            .and_then(|()| self.connection.query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(())));
        if let Err(error) = within(BUSY_WAIT).and(restarted) {
            stop_if_unsynced(&error);
            tracing::warn!(%error, "the write-ahead log could not be emptied");
        }
    }

    fn transaction(&self, batch: &[Work], header: &[Work]) -> Result<(), BatchError> {
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(unlucky)?;
        for work in header.iter().chain(batch) {
            for statement in &work.statements {
                let mut prepared = self.connection.prepare_cached(&statement.sql).map_err(unlucky)?;
                let params = statement.params.iter().map(|value| Bound(value, work.position));
                let changed = prepared.execute(rusqlite::params_from_iter(params)).map_err(unlucky)?;
                match (changed, statement.guard) {
                    (0, Some(WRITER)) => return Err(BatchError::Fenced),
                    (0, Some(guard)) => return Err(BatchError::Refused(guard)),
                    _ => {}
                }
            }
        }
        self.connection.execute_batch("COMMIT").map_err(unlucky)
    }

    fn reopen(&mut self) {
        match Self::open(&self.path, &self.synchronous, self.checkpoints_itself) {
            Ok(fresh) => *self = fresh,
            Err(error) => tracing::error!(%error, "the database cannot be opened again"),
        }
    }
}

fn unlucky(error: rusqlite::Error) -> BatchError {
    stop_if_unsynced(&error);
    BatchError::Failed(failed(error))
}

/// A failed sync, of a commit or of a checkpoint, means that what was acknowledged may be gone: better to stop than to go on.
pub(crate) fn stop_if_unsynced(error: &rusqlite::Error) {
    if let rusqlite::Error::SqliteFailure(code, _) = error
        && matches!(code.extended_code, ffi::SQLITE_IOERR_FSYNC | ffi::SQLITE_IOERR_DIR_FSYNC)
    {
        tracing::error!(%error, "the disk refused to sync; stopping so that nothing more is acknowledged");
        std::process::abort();
    }
}

pub(crate) fn failed(error: rusqlite::Error) -> Error {
    let why = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => "The server's disk is full. Nothing was stored; try again later.",
        Some(ErrorCode::ReadOnly) => "The server's storage is read-only. Nothing was stored; try again later.",
        Some(
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked,
        ) => "The server's storage does not answer. Nothing was stored; try again later.",
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
            return Error::internal("the database is damaged: restore a backup").caused_by(error);
        }
        _ => return Error::internal("a statement failed").caused_by(error),
    };
    Error::unavailable(why).caused_by(error)
}

/// The size of the write-ahead log beside a database.
pub(crate) fn log_bytes(path: &Path) -> u64 {
    std::fs::metadata(log(path)).map_or(0, |file| file.len())
}

pub(crate) fn log(path: &Path) -> PathBuf {
    let mut log = path.to_owned().into_os_string();
    log.push("-wal");
    log.into()
}

/// Connections that only read, lent one at a time.
pub(crate) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    free: Semaphore,
}

impl Readers {
    pub(crate) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), idle: Mutex::new(Vec::new()), free: Semaphore::new(limits::READERS) }
    }

    pub(crate) async fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let _permit =
            self.free.acquire().await.map_err(|closed| Error::internal("readers closed").caused_by(closed))?;
        inline(|| {
            let idle = self.idle.lock().pop();
            let connection = match idle {
                Some(connection) => connection,
                None => open(&self.path, "FULL", READER_CACHE_KIB)?,
            };
            let rows = query(&connection, sql, params);
            self.idle.lock().push(connection);
            rows
        })
    }
}

fn query(connection: &Connection, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(sql).map_err(failed)?;
    let columns = statement.column_count();
    let mut found =
        statement.query(rusqlite::params_from_iter(params.iter().map(|value| Bound(value, 0)))).map_err(failed)?;
    let mut rows = Vec::new();
    while let Some(row) = found.next().map_err(failed)? {
        let column = |at| row.get_ref(at).map_err(failed).and_then(owned);
        rows.push(Row((0..columns).map(column).collect::<Result<_>>()?));
    }
    Ok(rows)
}

fn owned(value: ValueRef<'_>) -> Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Int(value),
        ValueRef::Text(value) => Value::Text(
            String::from_utf8(value.to_vec()).map_err(|error| Error::internal("text is not UTF-8").caused_by(error))?,
        ),
        ValueRef::Blob(value) => Value::Blob(value.to_vec()),
        ValueRef::Real(_) => return Err(Error::internal("no column of ours holds a real number")),
    })
}

/// Runs `work` on this thread, and lets the runtime move its other tasks away where it can.
pub(crate) fn inline<T>(work: impl FnOnce() -> T) -> T {
    let threads = Handle::try_current().map(|handle| handle.runtime_flavor());
    match threads {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}

/// Several statements in one transaction, outside the committer: only while the store opens.
pub(crate) fn script(path: &Path, sql: &str) -> Result<()> {
    let connection = open(path, "FULL", READER_CACHE_KIB)?;
    let result = connection.execute_batch(&format!("BEGIN IMMEDIATE;\n{sql}\nCOMMIT;"));
    result.map_err(failed)
}

impl Writer {
    /// A new epoch on the writer's row, as on PostgreSQL; here nobody else can hold it.
    pub(crate) fn take_over(&self, own: i64) -> Result<Option<Head>> {
        let sql = "UPDATE store_writer SET epoch = epoch + 1 WHERE writer = 1 AND epoch <= ?1 RETURNING epoch, batch, position";
        let head = |row: &rusqlite::Row<'_>| Ok(Head::new(row.get(0)?, row.get(1)?, row.get(2)?));
        let mut statement = self.connection.prepare(sql).map_err(failed)?;
        let mut rows = statement.query([own]).map_err(failed)?;
        let taken = rows.next().and_then(|row| row.map(head).transpose()).map_err(failed)?;
        // Stored when the last row is asked for: only that says whether there was room.
        rows.next().map_err(failed)?;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    /// FULL: without the sync a power cut takes back what was acknowledged, which no killed process shows.
    #[test]
    fn what_is_acknowledged_is_synced_whatever_came_before_it() {
        const FULL: i64 = 2;
        const NORMAL: i64 = 1;
        let folder = tempfile::TempDir::new().expect("a folder");
        let options = crate::Options::embedded(folder.path());
        let mut writer =
            Writer::open(&folder.path().join("x.db"), &options.sqlite_synchronous, false).expect("a writer");
        for (syncs, expected) in [(true, FULL), (false, NORMAL), (true, FULL), (true, FULL)] {
            writer.commit(&[], &[], syncs).unwrap_or_else(|_| panic!("it is committed"));
            let now: i64 =
                writer.connection.pragma_query_value(None, "synchronous", |row| row.get(0)).expect("a number");
            assert_eq!(now, expected);
        }
        writer.reopen();
        let now: i64 = writer.connection.pragma_query_value(None, "synchronous", |row| row.get(0)).expect("a number");
        assert_eq!(now, FULL, "opened again, it syncs");
    }

    #[test]
    fn a_statement_is_prepared_once_whatever_its_limit_is() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let connection = open(&folder.path().join("x.db"), "FULL", READER_CACHE_KIB).expect("a database");
        let sql = "SELECT column1 FROM (VALUES (1), (2), (3)) LIMIT ?1";
        for limit in 1..=3_i64 {
            assert_eq!(query(&connection, sql, &[limit.into()]).expect("rows").len() as i64, limit);
        }
        let statement = connection.prepare_cached(sql).expect("a statement");
        assert_eq!(
            (statement.get_status(StatementStatus::Run), statement.get_status(StatementStatus::RePrepare)),
            (3, 0)
        );
    }
}
