//! The store as the rest of the house sees it: open, query, write.

use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    thread,
    time::Duration,
};

use hearth_kernel::{Context, Error, Kind, Result, id, limits};
use parking_lot::Mutex;
use tokio::{sync::watch, time::Instant};

use crate::{
    checkpoint::Checkpointer,
    committer::{BatchError, Committed, Committer, Head, Lane, Observer, Queue, Slot, Work},
    entry::Entry,
    fault::Faults,
    meter::Meter,
    migrate::{self, Migration},
    postgres, sqlite,
    value::{Row, Value},
};

/// Where the data is and how it is kept.
#[derive(Clone)]
pub struct Options {
    /// Holds the embedded database, and the lock that keeps a second process out.
    pub data_dir: PathBuf,
    /// `postgres://…`; empty for the embedded database.
    pub database_url: String,
    /// SQLite's `synchronous`: FULL, or NORMAL to measure what FULL costs.
    pub sqlite_synchronous: String,
    /// Commits run as a task of this runtime instead of on a thread of their own, and the database
    /// checkpoints itself: for the simulator, where nothing may happen behind virtual time.
    pub inline: bool,
    pub faults: Option<Arc<dyn Faults>>,
}

impl Options {
    pub fn embedded(data_dir: &Path) -> Self {
        Self {
            data_dir: data_dir.to_owned(),
            database_url: String::new(),
            sqlite_synchronous: "FULL".to_owned(),
            inline: false,
            faults: None,
        }
    }
}

/// The embedded database, in the data directory.
pub(crate) const DATABASE_FILE: &str = "hearth.db";

/// The name of a database that nobody has named: good for trying out.
const DEFAULT_NAME: &str = "localhost";

/// Reading, whichever database it is.
pub(crate) enum Backend {
    Sqlite { path: PathBuf, readers: sqlite::Readers },
    Postgres { url: String, readers: postgres::Readers },
}

impl Backend {
    /// Which database it is, by what the options name. Nothing is opened yet.
    pub(crate) fn of(options: &Options) -> Result<Self> {
        if options.database_url.is_empty() {
            return Ok(Self::sqlite(options.data_dir.join(DATABASE_FILE)));
        }
        let url = options.database_url.clone();
        Ok(Self::Postgres { readers: postgres::Readers::new(&url)?, url })
    }

    pub(crate) fn sqlite(path: PathBuf) -> Self {
        Self::Sqlite { readers: sqlite::Readers::new(&path), path }
    }

    pub(crate) async fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        match self {
            Self::Sqlite { readers, .. } => readers.query(sql, params).await,
            Self::Postgres { readers, .. } => readers.query(sql, params).await,
        }
    }

    /// Several statements in one transaction, while the store opens.
    pub(crate) async fn script(&self, sql: &str, for_postgres: Option<&str>) -> Result<()> {
        match self {
            Self::Sqlite { path, .. } => sqlite::script(path, sql),
            Self::Postgres { url, .. } => {
                let text = for_postgres.unwrap_or(sql);
                postgres::Writer::open(url).await?.script(&migrate::for_postgres(text)).await
            }
        }
    }
}

/// Writing, whichever database it is.
pub(crate) enum Writing {
    Sqlite(sqlite::Writer),
    Postgres(Box<postgres::Writer>),
}

impl Writing {
    /// Without `sync` a power cut may take it back, with all that comes behind it and before the next one with `sync`.
    /// PostgreSQL could do the same, but lives on when we do not know that it was cut off: there all wait for the disk.
    pub(crate) async fn commit(&mut self, batch: &[Work], header: &[Work], sync: bool) -> Result<(), BatchError> {
        match self {
            Self::Sqlite(writer) => sqlite::inline(|| writer.commit(batch, header, sync)),
            Self::Postgres(writer) => writer.commit(batch, header).await,
        }
    }

    /// A connection that is good, for who has lost one.
    pub(crate) async fn reach(&mut self) -> Result<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(writer) => writer.reconnect().await,
        }
    }

    /// A new epoch on the writer's row; none where the row is beyond the epochs that are one's own.
    pub(crate) async fn take_over(&mut self, own: i64) -> Result<Option<Head>> {
        match self {
            Self::Sqlite(writer) => writer.take_over(own),
            Self::Postgres(writer) => writer.take_over(own).await,
        }
    }
}

/// That no server writes to this database: a short command with another data directory would take the writing over from it, and it
/// would end. Of SQLite the data directory's lock says so. Whoever has just ended is still seen for a moment.
pub async fn expect_no_writer(options: &Options) -> Result<()> {
    const WAIT: Duration = Duration::from_millis(100);
    if options.database_url.is_empty() {
        return Ok(());
    }
    let backend = Backend::of(options)?;
    let until = Instant::now() + Duration::from_millis(limits::WRITER_GONE_MS);
    loop {
        // What is wrong with the way to the database is said by who opens it.
        let Ok(rows) = backend.query(postgres::WRITERS, &[postgres::WRITER_NAME.into()]).await else { return Ok(()) };
        if rows.first().map_or(Ok(0), |row| row.int(0))? == 0 {
            return Ok(());
        }
        if Instant::now() >= until {
            return Err(Error::unavailable(
                "another Hearth writes to this database, and would end if this took the writing over; use its machine and its data_dir, or stop it first",
            ));
        }
        tokio::time::sleep(WAIT).await;
    }
}

/// An open database: reads at any time, writes through the committer.
pub struct Store {
    backend: Backend,
    queue: Mutex<Option<Queue>>,
    observer: Arc<OnceLock<Arc<dyn Observer>>>,
    published: watch::Receiver<i64>,
    epoch: String,
    server_name: String,
    committer: Mutex<Option<Running>>,
    _checkpointer: Option<Checkpointer>,
    lock: Mutex<Option<File>>,
    meter: Arc<Meter>,
}

enum Running {
    Thread(thread::JoinHandle<()>),
    Task(tokio::task::JoinHandle<()>),
}

impl Store {
    /// Opens the database, brings its schema up to date and starts the committer. A database belongs
    /// to one server name for ever: every id in it ends with that name.
    pub async fn open(
        options: Options,
        context: &Context,
        server_name: Option<&str>,
        migrations: &[Migration],
    ) -> Result<Arc<Self>> {
        let lock = wait_for_lock(&options.data_dir).await?;
        let path = options.data_dir.join(DATABASE_FILE);
        let embedded = options.database_url.is_empty();
        let backend = Backend::of(&options)?;
        migrate::run(&backend, migrations).await?;
        let server_name = claim_name(&backend, server_name).await?;
        let epoch = meta(&backend, "database_epoch", || id::letters(&context.rng.stream("epoch"), 8)).await?;
        let sql = "INSERT INTO store_writer (writer, epoch, batch, position) VALUES (1, 0, 0, 0) ON CONFLICT (writer) DO NOTHING;";
        when_free(async || backend.script(sql, None).await).await?;
        let first = format!(
            "INSERT INTO store_life (number, epoch, began) SELECT 1, '{epoch}', 0 WHERE NOT EXISTS (SELECT 1 FROM store_life);"
        );
        backend.script(&first, None).await?;
        let mut writing = if embedded {
            Writing::Sqlite(sqlite::Writer::open(&path, &options.sqlite_synchronous, options.inline)?)
        } else {
            Writing::Postgres(Box::new(postgres::Writer::open(&options.database_url).await?))
        };
        // Whoever starts takes over from whomever there was.
        let head = when_free(async || writing.take_over(i64::MAX).await).await?;
        let head = head.ok_or_else(|| Error::internal("the writer has no row"))?;
        let observer = Arc::new(OnceLock::new());
        let meter = Arc::new(Meter::default());
        let (committer, queue, published) =
            Committer::new(writing, head, observer.clone(), options.faults.clone(), meter.clone(), context.clone());
        let running = if embedded && !options.inline {
            Running::Thread(on_a_thread(committer)?)
        } else {
            Running::Task(tokio::spawn(committer.run()))
        };
        Ok(Arc::new(Self {
            backend,
            queue: Mutex::new(Some(queue)),
            observer,
            published,
            epoch,
            server_name,
            committer: Mutex::new(Some(running)),
            _checkpointer: (embedded && !options.inline).then(|| Checkpointer::start(path)),
            lock: Mutex::new(Some(lock)),
            meter,
        }))
    }

    /// Who hears of committed entries. There is one, set once, before the first write.
    pub fn observe(&self, observer: Arc<dyn Observer>) {
        assert!(self.observer.set(observer).is_ok(), "there is one observer");
    }

    /// Which of two is for the database in use: texts for what has no common language in both.
    pub fn either<T>(&self, sqlite: T, postgres: T) -> T {
        match self.backend {
            Backend::Sqlite { .. } => sqlite,
            Backend::Postgres { .. } => postgres,
        }
    }

    pub fn server_name(&self) -> &str {
        &self.server_name
    }

    /// Names this life of the database: tokens of another mean nothing. A restore must give a new one.
    pub fn epoch(&self) -> &str {
        &self.epoch
    }

    /// The lives of the database, newest first: the position that each began behind, and its epoch. After a restore a
    /// position is given a second time, in another life.
    pub async fn lives(&self) -> Result<Vec<(i64, String)>> {
        let sql = "SELECT began, epoch FROM store_life ORDER BY number DESC LIMIT 1000";
        let rows = self.query(sql, &[]).await?;
        rows.iter().map(|row| Ok((row.int(0)?, row.text(1)?.to_owned()))).collect()
    }

    /// The newest position that readers may rely on.
    pub fn position(&self) -> i64 {
        *self.published.borrow()
    }

    pub fn positions(&self) -> watch::Receiver<i64> {
        self.published.clone()
    }

    pub async fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let rows = self.backend.query(sql, params).await;
        if rows.is_err() {
            self.meter.read_failed();
        }
        rows
    }

    pub async fn query_one(&self, sql: &str, params: &[Value]) -> Result<Option<Row>> {
        Ok(self.query(sql, params).await?.into_iter().next())
    }

    /// What SQLite finds wrong with its file, by reading all of it. PostgreSQL looks after its own.
    pub async fn damage(&self) -> Result<Vec<String>> {
        if let Backend::Postgres { .. } = self.backend {
            return Ok(Vec::new());
        }
        let rows = self.query("PRAGMA quick_check(100)", &[]).await?;
        let said: Vec<String> = rows.into_iter().map(|mut row| row.take_text(0)).collect::<Result<_>>()?;
        Ok(said.into_iter().filter(|said| said != "ok").collect())
    }

    pub fn meter(&self) -> &Meter {
        &self.meter
    }

    /// Entries that wait for the committer: live ones, and those of the background.
    pub fn waiting(&self) -> [usize; 2] {
        self.queue.lock().as_ref().map_or([0, 0], Queue::waiting)
    }

    /// A place in the queue, before anything is locked or decided.
    pub async fn reserve(&self, lane: Lane) -> Result<Slot> {
        let queue = self.queue.lock().clone();
        let stopped = || Error::unavailable("The server is stopping. Nothing was stored; try again.");
        queue.ok_or_else(stopped)?.reserve(lane).await
    }

    /// Writes and waits until it is on disk.
    pub async fn write(&self, entry: Entry) -> Result<Committed> {
        self.reserve(Lane::Live).await?.submit(entry).wait().await
    }

    pub async fn write_in(&self, lane: Lane, entry: Entry) -> Result<Committed> {
        self.reserve(lane).await?.submit(entry).wait().await
    }

    /// Opens the database as it is, to look at it: beside a server that runs, and without taking anything from it. Writes are
    /// refused.
    pub async fn open_to_read(options: Options, migrations: &[Migration]) -> Result<Arc<Self>> {
        let backend = Backend::of(&options)?;
        migrate::expect(&backend, migrations).await?;
        let unused = || Error::invalid_param("this database was never used by Hearth");
        let server_name = meta_if_any(&backend, "server_name").await?.ok_or_else(unused)?;
        let epoch = meta_if_any(&backend, "database_epoch").await?.ok_or_else(unused)?;
        let rows = backend.query("SELECT position FROM store_writer WHERE writer = 1", &[]).await?;
        let (_, published) = watch::channel(rows.first().map_or(Ok(0), |row| row.int(0))?);
        Ok(Arc::new(Self {
            backend,
            queue: Mutex::default(),
            observer: Arc::default(),
            published,
            epoch,
            server_name,
            committer: Mutex::default(),
            _checkpointer: None,
            lock: Mutex::default(),
            meter: Arc::default(),
        }))
    }

    /// Commits what was taken, then closes and lets go of the data directory. Later writes are refused.
    pub async fn close(&self) {
        self.queue.lock().take();
        let running = self.committer.lock().take();
        match running {
            Some(Running::Thread(thread)) => {
                tokio::task::spawn_blocking(move || thread.join().ok()).await.ok();
            }
            Some(Running::Task(task)) => {
                task.await.ok();
            }
            None => {}
        }
        if let Backend::Postgres { readers, .. } = &self.backend {
            readers.close();
        }
        self.lock.lock().take();
    }
}

/// On PostgreSQL the transaction of a process that is held up may be in the way. It is ended there after a while.
async fn when_free<T>(mut attempt: impl AsyncFnMut() -> Result<T>) -> Result<T> {
    const TRIES: u64 = limits::WRITER_IDLE_MS / limits::WRITER_LOCK_MS + 1;
    for _ in 1..TRIES {
        match attempt().await {
            Err(error) if error.kind == Kind::Unavailable => {
                tracing::warn!(%error, "the database cannot be taken over yet; trying again");
            }
            settled => return settled,
        }
    }
    attempt().await
}

/// SQLite's committer blocks its thread for as long as the disk takes, so it has one of its own.
fn on_a_thread(committer: Committer) -> Result<thread::JoinHandle<()>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .map_err(|error| Error::internal("no runtime for the committer").caused_by(error))?;
    thread::Builder::new()
        .name("committer".into())
        .spawn(move || runtime.block_on(committer.run()))
        .map_err(|error| Error::internal("no thread for the committer").caused_by(error))
}

/// The data directory, once who is in it has left: `hearth admin` does so soon, another server does not.
async fn wait_for_lock(data_dir: &Path) -> Result<File> {
    const AGAIN: Duration = Duration::from_millis(100);
    let mut waited = Duration::ZERO;
    loop {
        match try_lock(data_dir)? {
            Some(file) => return Ok(file),
            None if waited >= Duration::from_millis(limits::DATA_DIR_WAIT_MS) => return Err(taken(data_dir)),
            None => tokio::time::sleep(AGAIN).await,
        }
        waited += AGAIN;
    }
}

/// One process per data directory.
pub(crate) fn lock(data_dir: &Path) -> Result<File> {
    try_lock(data_dir)?.ok_or_else(|| taken(data_dir))
}

/// Nothing where another process has it.
fn try_lock(data_dir: &Path) -> Result<Option<File>> {
    let unusable = |error: std::io::Error| {
        Error::unavailable(format!("the data directory {} cannot be used", data_dir.display())).caused_by(error)
    };
    std::fs::create_dir_all(data_dir).map_err(unusable)?;
    let path = data_dir.join("hearth.lock");
    let not_ours = |error: std::io::Error| {
        let whose = "all in its folder must belong to the user that Hearth runs as";
        Error::unavailable(format!("the file {} cannot be opened; {whose}", path.display())).caused_by(error)
    };
    let file = File::options().create(true).append(true).open(&path).map_err(|error| match error.kind() {
        std::io::ErrorKind::PermissionDenied => not_ours(error),
        _ => unusable(error),
    })?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(unusable(error)),
    }
}

fn taken(data_dir: &Path) -> Error {
    Error::unavailable(format!(
        "another Hearth runs on the data directory {}; stop it first, or give this one a directory of its own",
        data_dir.display()
    ))
}

async fn claim_name(backend: &Backend, wanted: Option<&str>) -> Result<String> {
    let wanted_name = wanted.map(str::to_owned);
    let found = meta_if_any(backend, "server_name").await?;
    match (found, wanted_name) {
        (Some(found), Some(wanted)) if found != wanted => Err(Error::invalid_param(format!(
            "this database belongs to the server name {found}; every id in it ends with that name, so it cannot be opened as {wanted}"
        ))),
        (Some(found), _) => Ok(found),
        (None, Some(wanted)) => meta(backend, "server_name", || wanted).await,
        (None, None) => meta(backend, "server_name", || DEFAULT_NAME.to_owned()).await,
    }
}

async fn meta_if_any(backend: &Backend, key: &str) -> Result<Option<String>> {
    let rows = backend.query("SELECT value FROM store_meta WHERE key = ?1", &[key.into()]).await?;
    rows.into_iter().next().map(|mut row| row.take_text(0)).transpose()
}

async fn meta(backend: &Backend, key: &str, new: impl FnOnce() -> String) -> Result<String> {
    if let Some(found) = meta_if_any(backend, key).await? {
        return Ok(found);
    }
    let value = new();
    assert!(!value.contains('\''), "names and epochs have no quotes");
    let sql = format!("INSERT INTO store_meta (key, value) VALUES ('{key}', '{value}');");
    backend.script(&sql, None).await?;
    Ok(value)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn data_dir_wait_ms_is_how_long_a_start_waits_for_who_leaves() {
        let dir = TempDir::new().unwrap();
        let began = tokio::time::Instant::now();
        let leaves_soon = lock(dir.path()).unwrap();
        let leaving = async {
            tokio::time::sleep(Duration::from_millis(limits::DATA_DIR_WAIT_MS / 2)).await;
            drop(leaves_soon);
        };
        let (stays, ()) = tokio::join!(wait_for_lock(dir.path()), leaving);
        assert!(began.elapsed() < Duration::from_millis(limits::DATA_DIR_WAIT_MS));

        let began = tokio::time::Instant::now();
        let refused = wait_for_lock(dir.path()).await.unwrap_err();
        assert!(refused.message.contains("another Hearth runs"), "{refused}");
        assert!(began.elapsed() >= Duration::from_millis(limits::DATA_DIR_WAIT_MS));
        drop(stays);
    }
}
