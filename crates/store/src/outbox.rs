//! The outbox: facts in, within the commit that they record; facts out, to listeners, in order, at
//! least once. A listener's place is a row, so that it goes on where it stopped.

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use hearth_kernel::{Fact, Result, limits};
use tokio::sync::watch;

use crate::{
    committer::Head,
    db::Store,
    entry::{Entry, Statement},
    value::{Row, Value},
};

const INSERT: &str =
    "INSERT INTO store_fact (position, ordinal, name, subject, happened_at_ms, recorded_at_ms, historical, fields)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const PAGE_OF: &str = "SELECT position, ordinal, name, subject, happened_at_ms, historical, fields FROM store_fact
     WHERE position > ?1 AND position <= ?2 AND name IN (NAMES) ORDER BY position, ordinal LIMIT ?3";
#[cfg(feature = "testing")]
const PAGE: &str = "SELECT position, ordinal, name, subject, happened_at_ms, historical, fields FROM store_fact
     WHERE position > ?1 AND position <= ?2 ORDER BY position, ordinal LIMIT ?3";
const PLACE: &str = "SELECT position FROM store_listener WHERE name = ?1";
const MOVE: &str = "INSERT INTO store_listener (name, position) VALUES (?1, ?2)
     ON CONFLICT (name) DO UPDATE SET position = excluded.position";
const TRIM: &str = "DELETE FROM store_fact WHERE position <= ?1";

/// The facts of an entry become statements of it.
pub(crate) fn record(facts: &[Fact], now_ms: i64, statements: &mut Vec<Statement>) {
    for (ordinal, fact) in facts.iter().enumerate() {
        let params: Vec<Value> = vec![
            Value::Position,
            (ordinal as i64).into(),
            fact.kind.name.into(),
            fact.subject.as_str().into(),
            fact.happened_at_ms.into(),
            now_ms.into(),
            fact.historical.into(),
            fact.fields_json().into(),
        ];
        statements.push(Statement::new(INSERT, params));
    }
}

/// Every batch moves its writer's row; a row of another epoch means that somebody took over.
pub(crate) fn writer_row(head: Head) -> Statement {
    let sql = "UPDATE store_writer SET batch = ?1, position = ?2 WHERE writer = 1 AND epoch = ?3";
    let params: Vec<Value> = vec![head.batch.into(), head.position.into(), head.epoch.into()];
    Statement::new(sql, params).guarded("store.writer")
}

/// A fact as a listener reads it.
#[derive(Clone, Debug)]
pub struct StoredFact {
    pub position: i64,
    pub ordinal: i64,
    pub name: String,
    pub subject: String,
    pub happened_at_ms: i64,
    pub historical: bool,
    /// A JSON object of counts, kinds and ids.
    pub fields: String,
}

fn fact(row: &Row) -> Result<StoredFact> {
    Ok(StoredFact {
        position: row.int(0)?,
        ordinal: row.int(1)?,
        name: row.text(2)?.to_owned(),
        subject: row.text(3)?.to_owned(),
        happened_at_ms: row.int(4)?,
        historical: row.int(5)? != 0,
        fields: row.text(6)?.to_owned(),
    })
}

/// The first facts that there are, for tests.
#[cfg(feature = "testing")]
pub(crate) async fn all(store: &Store) -> Result<Vec<StoredFact>> {
    let rows = store.query(PAGE, &[0.into(), i64::MAX.into(), 10_000.into()]).await?;
    rows.iter().map(fact).collect()
}

/// Reads facts for one listener.
pub struct Outbox {
    store: Arc<Store>,
    listener: &'static str,
    /// What it listens to.
    names: &'static [&'static str],
    heard: Arc<AtomicI64>,
}

/// Facts gather this long before a listener looks, so that looking is shared under load.
const GATHER: Duration = Duration::from_millis(50);
/// A place is stored when something was heard, or when it has moved this far without.
const PLACE_APART: i64 = 10_000;

impl Outbox {
    pub fn new(store: Arc<Store>, listener: &'static str, names: &'static [&'static str]) -> Self {
        let heard = store.meter().listener(listener);
        Self { store, listener, names, heard }
    }

    /// Hands every fact of its names to `hear`, which must be idempotent: after a crash it hears some
    /// again. A fact whose handling fails is tried again, with a pause, before any later one.
    pub async fn run<F, Fut>(self, hear: F)
    where
        F: Fn(StoredFact) -> Fut,
        Fut: Future<Output = Result<()>>,
    {
        let mut published: watch::Receiver<i64> = self.store.positions();
        let mut place = None;
        loop {
            let upto = *published.borrow_and_update();
            match self.catch_up(&mut place, upto, &hear).await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => {
                    tracing::warn!(listener = self.listener, %error, "a listener could not go on; trying again");
                    tokio::time::sleep(Duration::from_millis(limits::QUEUE_RETRY_MS)).await;
                    continue;
                }
            }
            if published.changed().await.is_err() {
                return;
            }
            tokio::time::sleep(GATHER).await;
        }
    }

    /// One page. Says whether there may be more.
    async fn catch_up<F, Fut>(&self, place: &mut Option<Place>, upto: i64, hear: &F) -> Result<bool>
    where
        F: Fn(StoredFact) -> Fut,
        Fut: Future<Output = Result<()>>,
    {
        let at = match *place {
            Some(at) => at,
            None => self.place().await?,
        };
        let mut most = limits::FACTS_PAGE;
        let mut rows = self.page(at.heard, upto, most).await?;
        if rows.len() == most && rows[0].int(0)? == rows[most - 1].int(0)? {
            // All of one position, which may have more of them; a position is heard whole.
            most += limits::ENTRY_STATEMENTS;
            rows = self.page(at.heard, upto, most).await?;
        }
        let full = rows.len() == most;
        // A full page may end within a position; the rest of that position is read again with the next.
        let done = match rows.last() {
            Some(last) if full => last.int(0)? - 1,
            _ => upto,
        };
        let mut heard = false;
        for row in &rows {
            let fact = fact(row)?;
            if fact.position <= done {
                hear(fact).await?;
                heard = true;
            }
        }
        let stored = if heard || done - at.stored > PLACE_APART { self.store_place(done).await? } else { at.stored };
        self.heard.store(done, Ordering::Relaxed);
        *place = Some(Place { heard: done, stored });
        Ok(full)
    }

    async fn page(&self, from: i64, upto: i64, most: usize) -> Result<Vec<Row>> {
        let wanted: Vec<String> = (0..self.names.len()).map(|at| format!("?{}", at + 4)).collect();
        let sql = PAGE_OF.replace("NAMES", &wanted.join(", "));
        let mut params: Vec<Value> = vec![from.into(), upto.into(), (most as i64).into()];
        params.extend(self.names.iter().map(|name| Value::from(*name)));
        self.store.query(&sql, &params).await
    }

    async fn store_place(&self, done: i64) -> Result<i64> {
        let mut entry = Entry::new();
        entry.statement(Statement::new(MOVE, vec![self.listener.into(), done.into()]));
        self.store.write(entry).await?;
        Ok(done)
    }

    async fn place(&self) -> Result<Place> {
        let rows = self.store.query(PLACE, &[self.listener.into()]).await?;
        let stored = rows.first().map_or(Ok(0), |row| row.int(0))?;
        Ok(Place { heard: stored, stored })
    }
}

/// How far a listener has heard, and how far it would begin after a crash.
#[derive(Clone, Copy)]
struct Place {
    heard: i64,
    stored: i64,
}

/// Keeps the outbox within its bound. Facts wait for the retention engine until then.
pub async fn trim(store: &Store) -> Result<()> {
    let keep_from = store.position() - limits::FACTS_KEPT;
    if keep_from <= 0 {
        return Ok(());
    }
    let mut entry = Entry::new();
    entry.statement(Statement::new(TRIM, vec![keep_from.into()]));
    store.write(entry).await.map(drop)
}
