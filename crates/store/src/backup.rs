//! A copy of the database as it is at one moment, taken while a server writes to it, and the way back.
//!
//! A database that was put back has lost its future: positions are given a second time, to other events.
//! So it begins a new epoch, in the same step in which it appears, and a sync token of the lost future means
//! nothing any more.

use std::{
    fs::{self, File},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use hearth_kernel::{Context, Error, Result, id};
use rusqlite::{Connection, OpenFlags, backup::Backup};

use crate::{
    db::{Backend, DATABASE_FILE, Options, lock},
    migrate::{self, GROUND},
    postgres_tools, sqlite,
};

/// What a database says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    pub server_name: String,
    /// The newest position in it.
    pub position: i64,
    /// Each module with the number of its newest migration.
    pub schema: Vec<(String, i64)>,
}

/// The name that a copy has in a backup: it tells the two databases apart.
pub fn copy_name(options: &Options) -> &'static str {
    if options.database_url.is_empty() { "hearth.db" } else { "hearth.dump" }
}

/// Copies the database into a new file. All that was acknowledged before is in it.
pub async fn back_up(options: &Options, into: &Path) -> Result<Description> {
    if !options.database_url.is_empty() {
        let description = describe(&Backend::of(options)?).await?;
        postgres_tools::dump(&options.database_url, into)?;
        return Ok(description);
    }
    copy_sqlite(&existing(options)?, into)?;
    describe(&Backend::sqlite(into.to_owned())).await
}

/// A place without a database, which nobody else uses meanwhile.
pub struct EmptyPlace<'a> {
    options: &'a Options,
    _lock: File,
}

impl<'a> EmptyPlace<'a> {
    pub async fn take(options: &'a Options) -> Result<Self> {
        let place = Self { options, _lock: lock(&options.data_dir)? };
        if !options.database_url.is_empty() {
            expect_empty(&Backend::of(options)?).await?;
            return Ok(place);
        }
        let database = place.database();
        // A log without its database would be taken for that of the new one.
        if database.exists() || sqlite::log(&database).exists() {
            return Err(Error::invalid_param(format!(
                "there is a database at {} already; a backup is put back into an empty place only",
                database.display()
            )));
        }
        Ok(place)
    }

    fn database(&self) -> PathBuf {
        self.options.data_dir.join(DATABASE_FILE)
    }

    /// Puts a copy back and gives it a new epoch.
    pub fn restore(self, context: &Context, from: &Path) -> Result<()> {
        let Options { data_dir, database_url, .. } = self.options;
        let epoch = id::letters(&context.rng.stream("epoch"), 8);
        if !database_url.is_empty() {
            return postgres_tools::restore(database_url, from, &migrate::for_postgres(&new_epoch(&epoch)));
        }
        // Under another name until it has its new epoch.
        let staged = data_dir.join("hearth.db.restoring");
        let unwritable = |error: std::io::Error| {
            Error::unavailable(format!("{} cannot be written", staged.display())).caused_by(error)
        };
        for left in [&staged, &sqlite::log(&staged)].into_iter().filter(|left| left.exists()) {
            fs::remove_file(left).map_err(unwritable)?;
        }
        fs::copy(from, &staged).map_err(unwritable)?;
        fs::set_permissions(&staged, fs::Permissions::from_mode(0o600)).map_err(unwritable)?;
        sqlite::script(&staged, &new_epoch(&epoch))?;
        File::open(&staged).and_then(|file| file.sync_all()).map_err(unwritable)?;
        fs::rename(&staged, self.database()).map_err(unwritable)?;
        File::open(data_dir).and_then(|folder| folder.sync_all()).map_err(unwritable)
    }
}

/// Gives a database that was put back by other means than [`EmptyPlace::restore`] its new epoch: by a snapshot of the
/// disk, or by PostgreSQL's own recovery.
pub async fn begin_new_epoch(options: &Options, context: &Context) -> Result<()> {
    let _lock = lock(&options.data_dir)?;
    if options.database_url.is_empty() {
        existing(options)?;
    }
    let backend = Backend::of(options)?;
    describe(&backend).await?;
    backend.script(&new_epoch(&id::letters(&context.rng.stream("epoch"), 8)), None).await
}

/// Whether Hearth's database is there: for those who only want to look at it.
pub async fn require(options: &Options) -> Result<()> {
    if options.database_url.is_empty() {
        return existing(options).map(drop);
    }
    match has_table(&Backend::of(options)?, "= 'store_meta'").await? {
        true => Ok(()),
        false => Err(Error::not_found("the database that database_url names was never used by Hearth")),
    }
}

fn new_epoch(epoch: &str) -> String {
    // A copy may be older than the table of lives.
    format!(
        "{GROUND}
UPDATE store_meta SET value = '{epoch}' WHERE key = 'database_epoch';
INSERT INTO store_life (number, epoch, began)
    SELECT COALESCE((SELECT MAX(number) FROM store_life), 1) + 1, '{epoch}', position FROM store_writer WHERE writer = 1;"
    )
}

fn existing(options: &Options) -> Result<PathBuf> {
    let path = options.data_dir.join(DATABASE_FILE);
    let place = path.display();
    let missing = || {
        Error::not_found(format!(
            "there is no database at {place}; `--config FILE` or HEARTH_DATA_DIR says where it is"
        ))
    };
    path.exists().then_some(path.clone()).ok_or_else(missing)
}

async fn describe(backend: &Backend) -> Result<Description> {
    let name = backend.query("SELECT value FROM store_meta WHERE key = 'server_name' LIMIT 1", &[]).await?;
    let position = backend.query("SELECT position FROM store_writer WHERE writer = 1 LIMIT 1", &[]).await?;
    let steps = "SELECT module, MAX(number) FROM store_migration GROUP BY module ORDER BY module LIMIT 1000";
    let steps = backend.query(steps, &[]).await?;
    let (Some(name), Some(position)) = (name.first(), position.first()) else {
        return Err(Error::invalid_param("this database was never used by Hearth"));
    };
    let schema = steps.iter().map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?))).collect::<Result<_>>()?;
    Ok(Description { server_name: name.text(0)?.to_owned(), position: position.int(0)?, schema })
}

async fn has_table(backend: &Backend, named: &str) -> Result<bool> {
    let tables = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()";
    let found = backend.query(&format!("{tables} AND table_name {named} LIMIT 1"), &[]).await?;
    Ok(!found.is_empty())
}

async fn expect_empty(backend: &Backend) -> Result<()> {
    match has_table(backend, "IS NOT NULL").await? {
        false => Ok(()),
        true => Err(Error::invalid_param(
            "the database has tables in it already; a backup is put back into an empty database only",
        )),
    }
}

/// The whole copy is read in one go, within one read transaction: writers go on meanwhile, and the copy
/// holds none of what they do. The write-ahead log grows by as much until it is done.
fn copy_sqlite(source: &Path, into: &Path) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let from = Connection::open_with_flags(source, flags).map_err(sqlite::failed)?;
    from.busy_timeout(sqlite::BUSY_WAIT).map_err(sqlite::failed)?;
    File::options()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(into)
        .map_err(|error| Error::unavailable(format!("{} cannot be written", into.display())).caused_by(error))?;
    // The place of the copy is named: it need not be on the server's own disk.
    let uncopied = |error: rusqlite::Error| {
        Error::unavailable(format!("the database could not be copied to {}", into.display())).caused_by(error)
    };
    let mut to = Connection::open(into).map_err(uncopied)?;
    let copied = Backup::new(&from, &mut to).and_then(|backup| backup.step(-1)).map_err(uncopied)?;
    if copied != rusqlite::backup::StepResult::Done {
        return Err(Error::unavailable("the database is busy; try again"));
    }
    let sound = to.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0)).map_err(uncopied)?;
    match sound.as_str() {
        "ok" => Ok(()),
        fault => Err(Error::internal(format!("the copy is damaged: {fault}"))),
    }
}
