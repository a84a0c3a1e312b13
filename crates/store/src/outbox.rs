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

use hearth_kernel::{Error, Fact, Result, limits};
use tokio::sync::{Notify, watch};

use crate::{
    committer::{Head, Lane},
    db::Store,
    dead_letter::DeadLetters,
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
const OLDEST: &str = "SELECT position FROM store_fact ORDER BY position LIMIT 1";
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

/// The guard of the writer's row.
pub(crate) const WRITER: &str = "store.writer";

/// Every batch moves its writer's row from where this writer left it: a row of another epoch means that somebody took over, one
/// of an earlier batch that the database was set back.
pub(crate) fn writer_row(before: Head, after: Head) -> Statement {
    let sql =
        "UPDATE store_writer SET batch = ?1, position = ?2 WHERE writer = 1 AND epoch = ?3 AND batch BETWEEN ?4 AND ?5";
    let params: Vec<Value> =
        vec![after.batch.into(), after.position.into(), after.epoch.into(), before.synced.into(), before.batch.into()];
    Statement::new(sql, params).guarded(WRITER)
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

impl StoredFact {
    pub(crate) fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            position: row.int(0)?,
            ordinal: row.int(1)?,
            name: row.text(2)?.to_owned(),
            subject: row.text(3)?.to_owned(),
            happened_at_ms: row.int(4)?,
            historical: row.int(5)? != 0,
            fields: row.text(6)?.to_owned(),
        })
    }

    /// What it says; nothing where that cannot be read.
    pub fn fields(&self) -> serde_json::Value {
        serde_json::from_str(&self.fields).unwrap_or_default()
    }
}

/// The first facts that there are, for tests.
#[cfg(feature = "testing")]
pub(crate) async fn all(store: &Store) -> Result<Vec<StoredFact>> {
    let rows = store.query(PAGE, &[0.into(), i64::MAX.into(), 10_000.into()]).await?;
    rows.iter().map(StoredFact::read).collect()
}

/// Reads facts for one listener.
pub struct Outbox {
    store: Arc<Store>,
    listener: &'static str,
    /// What it listens to.
    names: &'static [&'static str],
    heard: Arc<AtomicI64>,
    published: watch::Receiver<i64>,
    /// Somebody waits for it.
    hurry: Arc<Notify>,
    /// Facts gather this long before the listener looks, so that looking is shared under load.
    gather: Duration,
    /// Facts that are handed over at once; a position is handed over whole.
    most: usize,
    place: Option<Place>,
    /// The last look left nothing behind.
    is_caught_up: bool,
    /// Nothing was heard for good since it last could not go on.
    is_stuck: bool,
    /// The log has said that facts were lost.
    is_warned: bool,
}

/// Facts in the order of their positions.
pub struct Batch {
    pub facts: Vec<StoredFact>,
    /// What was committed up to here is in this batch or in one before.
    pub upto: i64,
}

const GATHER: Duration = Duration::from_millis(50);
/// A place is stored when something was heard, or when it has moved this far without.
const PLACE_APART: i64 = 10_000;
/// Positions that are taken out of the outbox in one commit.
const TRIMMED_AT_ONCE: i64 = 2_000;

impl Outbox {
    pub fn new(store: Arc<Store>, listener: &'static str, names: &'static [&'static str]) -> Self {
        let heard = store.meter().listener(listener);
        let published = store.positions();
        let (gather, most) = (GATHER, limits::FACTS_PAGE);
        Self {
            store,
            listener,
            names,
            heard,
            published,
            hurry: Arc::default(),
            gather,
            most,
            place: None,
            is_caught_up: false,
            is_stuck: false,
            is_warned: false,
        }
    }

    /// Looks less often and takes more at a time: for who is in no hurry.
    #[must_use]
    pub fn in_batches(self, gather: Duration, most: usize) -> Self {
        Self { gather, most, ..self }
    }

    /// Who listens for the first time hears what comes behind this position, and not what was stated before.
    #[must_use]
    pub async fn beginning_behind(mut self, position: i64) -> Self {
        let begins = match self.stored_place().await {
            Ok(place) if place.stored == 0 => self.done(position).await,
            other => other.map(drop),
        };
        if let Err(error) = begins {
            self.pause(&error).await;
        }
        self
    }

    /// Looks at once when it is told to, by [`catch_up`].
    #[must_use]
    pub fn hurried_by(self, hurry: Arc<Notify>) -> Self {
        Self { hurry, ..self }
    }

    /// Hands every fact of its names to `hear`, which must be idempotent: after a crash it hears some
    /// again. A fact whose handling fails is tried again, with a pause, before any later one; one that fails
    /// [`limits::FACT_TRIES`] times, by no fault that passes, is put aside as a dead letter.
    pub async fn run<F, Fut>(mut self, hear: F)
    where
        F: Fn(StoredFact) -> Fut,
        Fut: Future<Output = Result<()>>,
    {
        let mut dead = DeadLetters::new(self.store.clone(), self.listener);
        while let Err(error) = dead.hear_again(&hear).await {
            self.pause(&error).await;
        }
        while let Some(batch) = self.next().await {
            if let Err(error) = self.hear_all(batch, &hear, &mut dead).await {
                self.pause(&error).await;
                self.go_back();
            }
        }
    }

    async fn hear_all<F, Fut>(&mut self, batch: Batch, hear: &F, dead: &mut DeadLetters) -> Result<()>
    where
        F: Fn(StoredFact) -> Fut,
        Fut: Future<Output = Result<()>>,
    {
        for fact in batch.facts {
            dead.hear(fact, hear).await?;
        }
        self.done(batch.upto).await
    }

    /// The next facts, as soon as there are some; `None` when the store has closed. It may be given up
    /// at any moment and asked for again. A batch without facts says that the place has moved far.
    pub async fn next(&mut self) -> Option<Batch> {
        loop {
            if self.is_caught_up {
                self.published.changed().await.ok()?;
                self.is_caught_up = false;
                tokio::time::timeout(self.gather, self.hurry.notified()).await.ok();
            }
            match self.look().await {
                Ok(Some(batch)) => return Some(batch),
                Ok(None) => self.is_stuck = false,
                Err(error) => self.pause(&error).await,
            }
        }
    }

    /// The next facts, if there are any now.
    pub async fn try_next(&mut self) -> Result<Option<Batch>> {
        self.look().await
    }

    /// Everything up to here is heard for good: the listener begins behind it after a crash.
    pub async fn done(&mut self, upto: i64) -> Result<()> {
        let mut entry = Entry::new();
        entry.statement(Statement::new(MOVE, vec![self.listener.into(), upto.into()])).repeatable();
        self.store.write_in(Lane::Background, entry).await?;
        self.heard.store(upto, Ordering::Relaxed);
        self.is_stuck = false;
        if let Some(place) = &mut self.place {
            place.stored = upto;
        }
        Ok(())
    }

    /// Begins again behind what is heard for good.
    pub fn go_back(&mut self) {
        self.place = None;
        self.is_caught_up = false;
    }

    /// The log says it once, until something was heard again.
    async fn pause(&mut self, error: &Error) {
        if !std::mem::replace(&mut self.is_stuck, true) {
            tracing::warn!(listener = self.listener, %error, "a listener could not go on; trying again until it can");
        }
        tokio::time::sleep(Duration::from_millis(limits::QUEUE_RETRY_MS)).await;
    }

    /// One page, if there is something to tell.
    async fn look(&mut self) -> Result<Option<Batch>> {
        let at = match self.place {
            Some(at) => at,
            None => self.stored_place().await?,
        };
        let upto = *self.published.borrow_and_update();
        if upto - at.stored > limits::FACTS_KEPT && !std::mem::replace(&mut self.is_warned, true) {
            let listener = self.listener;
            tracing::error!(listener, "facts were taken out of the outbox before this listener has heard them");
        }
        let mut most = self.most;
        let mut rows = self.page(at.read, upto, most).await?;
        if rows.len() == most && rows[0].int(0)? == rows[most - 1].int(0)? {
            // All of one position, which may have more of them; a position is handed over whole.
            most += limits::ENTRY_STATEMENTS;
            rows = self.page(at.read, upto, most).await?;
        }
        let full = rows.len() == most;
        // A full page may end within a position; the rest of that position is read again with the next.
        let done = match rows.last() {
            Some(last) if full => last.int(0)? - 1,
            _ => upto,
        };
        let facts: Vec<StoredFact> = rows.iter().map(StoredFact::read).collect::<Result<_>>()?;
        let facts: Vec<StoredFact> = facts.into_iter().filter(|fact| fact.position <= done).collect();
        self.is_caught_up = !full;
        let handed = if facts.is_empty() { at.handed } else { done };
        if handed <= at.stored {
            self.heard.store(done, Ordering::Relaxed);
        }
        self.place = Some(Place { read: done, handed, ..at });
        let is_news = !facts.is_empty() || done - at.stored > PLACE_APART;
        Ok(is_news.then_some(Batch { facts, upto: done }))
    }

    async fn page(&self, from: i64, upto: i64, most: usize) -> Result<Vec<Row>> {
        let wanted: Vec<String> = (0..self.names.len()).map(|at| format!("?{}", at + 4)).collect();
        let sql = PAGE_OF.replace("NAMES", &wanted.join(", "));
        let mut params: Vec<Value> = vec![from.into(), upto.into(), (most as i64).into()];
        params.extend(self.names.iter().map(|name| Value::from(*name)));
        self.store.query(&sql, &params).await
    }

    async fn stored_place(&self) -> Result<Place> {
        let rows = self.store.query(PLACE, &[self.listener.into()]).await?;
        let stored = rows.first().map_or(Ok(0), |row| row.int(0))?;
        Ok(Place { read: stored, handed: stored, stored })
    }
}

/// Waits until a listener has heard all that is committed by now; it is told to look at once.
pub async fn catch_up(store: &Store, listener: &'static str, hurry: &Notify) {
    /// Between two looks at how far it is.
    const PAUSE: Duration = Duration::from_millis(5);
    let (position, heard) = (store.position(), store.meter().listener(listener));
    if heard.load(Ordering::Relaxed) < position {
        hurry.notify_one();
    }
    while heard.load(Ordering::Relaxed) < position {
        tokio::time::sleep(PAUSE).await;
    }
}

/// How far a listener has looked, how far it was handed facts, and how far it would begin after a crash.
#[derive(Clone, Copy)]
struct Place {
    read: i64,
    handed: i64,
    stored: i64,
}

/// Keeps the outbox within its bound. Facts wait for the retention engine until then.
pub async fn trim(store: &Store) -> Result<()> {
    forget(store, store.position() - limits::FACTS_KEPT).await
}

/// Takes out what every listener of this process has heard for good, and what is beyond the bound.
pub async fn trim_heard(store: &Store) -> Result<()> {
    let mut slowest = i64::MAX;
    for (listener, _) in store.meter().heard() {
        let stored = store.query_one(PLACE, &[listener.into()]).await?;
        slowest = slowest.min(stored.map_or(Ok(0), |row| row.int(0))?);
    }
    let bound = store.position() - limits::FACTS_KEPT;
    forget(store, if slowest == i64::MAX { bound } else { slowest.max(bound) }).await
}

/// In small steps, so that nobody who writes waits for long.
async fn forget(store: &Store, upto: i64) -> Result<()> {
    let Some(oldest) = store.query_one(OLDEST, &[]).await? else { return Ok(()) };
    let mut from = oldest.int(0)?;
    while from <= upto {
        from = upto.min(from + TRIMMED_AT_ONCE - 1);
        let mut entry = Entry::new();
        entry.statement(Statement::new(TRIM, vec![from.into()]));
        store.write_in(Lane::Background, entry).await?;
        from += 1;
    }
    Ok(())
}
