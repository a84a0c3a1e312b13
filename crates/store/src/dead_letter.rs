//! Facts that a listener fails at, again and again, where nothing passes that could be waited for: a fault in the listener, or
//! in what it finds. They are put aside, so that one such fact keeps nothing else from being heard, and heard when the
//! process starts anew, by a Hearth that may have learnt better. Order holds by subject: behind a fact that is put aside those
//! of its subject are put aside, too.

use std::{collections::HashSet, future::Future, sync::Arc};

use hearth_kernel::{Error, Kind, Result, limits};

use crate::{
    committer::Lane,
    db::Store,
    entry::{Entry, Statement},
    outbox::StoredFact,
    value::Value,
};

const PUT_ASIDE: &str = "INSERT INTO store_dead_letter
         (listener, position, ordinal, name, subject, happened_at_ms, historical, fields, error)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (listener, position, ordinal) DO NOTHING";
const PAGE: &str = "SELECT position, ordinal, name, subject, happened_at_ms, historical, fields FROM store_dead_letter
     WHERE listener = ?1 AND (position > ?2 OR (position = ?2 AND ordinal > ?3)) ORDER BY position, ordinal LIMIT ?4";
const HEARD: &str = "DELETE FROM store_dead_letter WHERE listener = ?1 AND position = ?2 AND ordinal = ?3";

/// What one listener has put aside.
pub(crate) struct DeadLetters {
    store: Arc<Store>,
    listener: &'static str,
    subjects: HashSet<String>,
    /// The fact that failed last, and how often in a row.
    failing: Option<((i64, i64), u32)>,
}

impl DeadLetters {
    pub(crate) fn new(store: Arc<Store>, listener: &'static str) -> Self {
        Self { store, listener, subjects: HashSet::new(), failing: None }
    }

    /// Hears what was put aside before. What fails again stays, with what is behind it.
    pub(crate) async fn hear_again<F, Fut>(&mut self, hear: &F) -> Result<()>
    where
        F: Fn(StoredFact) -> Fut,
        Fut: Future<Output = Result<()>>,
    {
        self.subjects.clear();
        let mut place = (i64::MIN, i64::MIN);
        loop {
            let params: Vec<Value> =
                vec![self.listener.into(), place.0.into(), place.1.into(), (limits::FACTS_PAGE as i64).into()];
            let rows = self.store.query(PAGE, &params).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            place = (last.int(0)?, last.int(1)?);
            for row in &rows {
                let fact = StoredFact::read(row)?;
                if self.subjects.contains(&fact.subject) {
                    continue;
                }
                match hear(fact.clone()).await {
                    Ok(()) => self.forget(&fact).await?,
                    Err(error) if passes(&error) => return Err(error),
                    Err(error) => {
                        self.say(&fact, &error);
                        self.subjects.insert(fact.subject);
                    }
                }
            }
        }
    }

    /// Hears a fact, or puts it aside when it was tried often enough.
    pub(crate) async fn hear<F, Fut>(&mut self, fact: StoredFact, hear: &F) -> Result<()>
    where
        F: Fn(StoredFact) -> Fut,
        Fut: Future<Output = Result<()>>,
    {
        if self.subjects.contains(&fact.subject) {
            return self.put_aside(&fact, "behind another of its subject").await;
        }
        let Err(error) = hear(fact.clone()).await else { return Ok(()) };
        if passes(&error) {
            return Err(error);
        }
        let place = (fact.position, fact.ordinal);
        let before = self.failing.filter(|(failing, _)| *failing == place).map_or(0, |(_, times)| times);
        self.failing = Some((place, before + 1));
        if before + 1 < limits::FACT_TRIES {
            return Err(error);
        }
        self.say(&fact, &error);
        self.put_aside(&fact, &error.to_string()).await?;
        self.subjects.insert(fact.subject);
        Ok(())
    }

    fn say(&self, fact: &StoredFact, error: &Error) {
        tracing::error!(
            listener = self.listener, fact = fact.name, position = fact.position, %error,
            "a fact cannot be heard and is put aside; it is tried again when the server starts"
        );
    }

    async fn put_aside(&self, fact: &StoredFact, why: &str) -> Result<()> {
        let StoredFact { position, ordinal, name, subject, happened_at_ms, historical, fields } = fact;
        let params: Vec<Value> = vec![
            self.listener.into(),
            (*position).into(),
            (*ordinal).into(),
            name.as_str().into(),
            subject.as_str().into(),
            (*happened_at_ms).into(),
            (*historical).into(),
            fields.as_str().into(),
            why.into(),
        ];
        self.write(Statement::new(PUT_ASIDE, params)).await?;
        self.store.meter().put_aside();
        Ok(())
    }

    async fn forget(&self, fact: &StoredFact) -> Result<()> {
        self.write(Statement::new(HEARD, vec![self.listener.into(), fact.position.into(), fact.ordinal.into()])).await
    }

    async fn write(&self, statement: Statement) -> Result<()> {
        let mut entry = Entry::new();
        entry.statement(statement).repeatable();
        self.store.write_in(Lane::Background, entry).await.map(drop)
    }
}

/// Whether it is worth waiting: the database is away, or there is too much to do.
fn passes(error: &Error) -> bool {
    matches!(error.kind, Kind::Unavailable | Kind::Limited { .. })
}
