//! Schema changes: per module, numbered, forward only, checksummed, one transaction each.

use std::collections::BTreeMap;

use hearth_kernel::{Error, Result};
use sha2::{Digest, Sha256};

use crate::{db::Backend, value::Row};

/// One step of one module's schema. The text is SQLite's; [`for_postgres`] says what differs.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    pub module: &'static str,
    pub number: i64,
    pub sql: &'static str,
    /// Only where the dialects need different statements.
    pub postgres: Option<&'static str>,
}

/// The store's own tables. They are made first, without a record of having been made.
pub(crate) const GROUND: &str = "
CREATE TABLE IF NOT EXISTS store_migration (
    module TEXT NOT NULL, number BIGINT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (module, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS store_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS store_writer (
    writer BIGINT PRIMARY KEY, epoch BIGINT NOT NULL, batch BIGINT NOT NULL, position BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS store_fact (
    position BIGINT NOT NULL, ordinal BIGINT NOT NULL, name TEXT NOT NULL, subject TEXT NOT NULL,
    happened_at_ms BIGINT NOT NULL, recorded_at_ms BIGINT NOT NULL, historical BIGINT NOT NULL,
    fields TEXT NOT NULL, PRIMARY KEY (position, ordinal)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS store_listener (name TEXT PRIMARY KEY, position BIGINT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS store_dead_letter (
    listener TEXT NOT NULL, position BIGINT NOT NULL, ordinal BIGINT NOT NULL, name TEXT NOT NULL, subject TEXT NOT NULL,
    happened_at_ms BIGINT NOT NULL, historical BIGINT NOT NULL, fields TEXT NOT NULL, error TEXT NOT NULL,
    PRIMARY KEY (listener, position, ordinal)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS store_life (number BIGINT PRIMARY KEY, epoch TEXT NOT NULL, began BIGINT NOT NULL) WITHOUT ROWID;
";

/// The same schema in PostgreSQL's words. Text sorts by its bytes there too, so that cursors agree.
pub(crate) fn for_postgres(sql: &str) -> String {
    sql.replace(" TEXT", " TEXT COLLATE \"C\"").replace(" BLOB", " BYTEA").replace(" WITHOUT ROWID", "")
}

pub(crate) async fn run(backend: &Backend, migrations: &[Migration]) -> Result<()> {
    backend.script(GROUND, None).await?;
    for migration in missing(backend, migrations).await? {
        apply(backend, migration).await?;
    }
    Ok(())
}

/// That all steps were applied, and no others.
pub(crate) async fn expect(backend: &Backend, migrations: &[Migration]) -> Result<()> {
    if missing(backend, migrations).await?.is_empty() {
        return Ok(());
    }
    let why = "this database was written by an older Hearth; start the server once, which brings it up to date";
    Err(Error::invalid_param(why))
}

/// The steps that were not applied yet, in order. One that was changed since, or is of a newer Hearth, is an error.
async fn missing<'a>(backend: &Backend, migrations: &'a [Migration]) -> Result<Vec<&'a Migration>> {
    let applied = applied(backend).await?;
    refuse_newer(&applied, migrations)?;
    let mut missing = Vec::new();
    for migration in migrations {
        match applied.get(&(migration.module.to_owned(), migration.number)) {
            Some(found) if *found == checksum(migration) => {}
            Some(_) => return Err(changed(migration)),
            None => missing.push(migration),
        }
    }
    Ok(missing)
}

async fn applied(backend: &Backend) -> Result<BTreeMap<(String, i64), String>> {
    let sql = "SELECT module, number, checksum FROM store_migration ORDER BY module, number LIMIT 10000";
    let rows = backend.query(sql, &[]).await?;
    let entry = |row: &Row| Ok(((row.text(0)?.to_owned(), row.int(1)?), row.text(2)?.to_owned()));
    rows.iter().map(entry).collect()
}

fn refuse_newer(applied: &BTreeMap<(String, i64), String>, migrations: &[Migration]) -> Result<()> {
    let known = |module: &str, number: i64| migrations.iter().any(|m| m.module == module && m.number == number);
    match applied.keys().find(|(module, number)| !known(module, *number)) {
        None => Ok(()),
        Some((module, number)) => Err(Error::internal(format!(
            "this database was written by a newer Hearth (it has step {number} of {module}); start that version, or restore a backup made by this one"
        ))),
    }
}

fn changed(migration: &Migration) -> Error {
    let Migration { module, number, .. } = migration;
    Error::internal(format!("step {number} of {module} was changed after it was applied to this database"))
}

async fn apply(backend: &Backend, migration: &Migration) -> Result<()> {
    let Migration { module, number, .. } = migration;
    let checksum = checksum(migration);
    let record = format!(
        "{};\nINSERT INTO store_migration (module, number, checksum) VALUES ('{module}', {number}, '{checksum}');",
        migration.sql.trim_end().trim_end_matches(';')
    );
    let postgres =
        migration.postgres.map(|sql| record.replacen(migration.sql.trim_end().trim_end_matches(';'), sql, 1));
    backend.script(&record, postgres.as_deref()).await
}

fn checksum(migration: &Migration) -> String {
    Sha256::digest(migration.sql.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
