//! From the tables to the log: events are sorted by what their names mean, let go when that is said, and shipped.
//!
//! Each step is one commit, and the log knows by its positions what it has; so a kill between any two of them neither
//! loses an event nor doubles one.

use std::{collections::BTreeMap, sync::atomic::Ordering, time::Duration};

use hearth_kernel::{Error, Result, limits};
use hearth_store::{Entry, Lane, Statement};

use crate::{
    ingest::{
        Ingest,
        known::Known,
        model::{self, Ruling, Waiting},
        store::{self, Stage},
    },
    signals::{Day, Id, PRODUCT_ACTIVITY, PRODUCT_FRICTION, Signal, Stream, Word, Workspace},
};

/// When the log was last written to.
#[derive(Default)]
pub(in crate::ingest) struct Shipping {
    shipped_at_ms: i64,
    tidied_at_ms: i64,
}

/// Events gather this long before they are sorted, so that sorting is shared under load.
const GATHER: Duration = Duration::from_millis(50);
const STREAM: &str = "ingest";

impl Ingest {
    /// Follows what comes in until the store closes.
    pub async fn listen(&self) {
        loop {
            if let Err(error) = self.settle(false).await {
                if self.store.positions().has_changed().is_err() {
                    return;
                }
                tracing::warn!(%error, "events wait for the log; trying again");
                tokio::time::sleep(Duration::from_millis(limits::QUEUE_RETRY_MS)).await;
                continue;
            }
            let due = tokio::time::sleep(Duration::from_millis(limits::SHIP_EVERY_MS as u64));
            tokio::select! {
                biased;
                () = self.bell.notified() => {}
                () = due => {}
            }
            tokio::time::sleep(GATHER).await;
        }
    }

    /// Sorts all that came, and writes it to the log: all of it `now`, or when there is enough for a file or time enough
    /// has passed.
    pub async fn settle(&self, now: bool) -> Result<()> {
        let mut shipping = self.shipping.lock().await;
        while self.sort().await? {}
        while self.let_go().await? {}
        let waiting = store::waiting(&self.store).await?;
        self.waiting.store(waiting, Ordering::Relaxed);
        let now_ms = self.context.now_ms();
        let is_due = now_ms - shipping.shipped_at_ms >= limits::SHIP_EVERY_MS;
        if waiting == 0 || !(now || is_due || waiting >= limits::SHIP_EVENTS as i64) {
            return Ok(());
        }
        while self.ship().await? {}
        shipping.shipped_at_ms = now_ms;
        self.waiting.store(0, Ordering::Relaxed);
        Ok(())
    }

    /// Forgets what is too old to matter; looked after once an hour.
    pub async fn tidy(&self) -> Result<()> {
        const EVERY_MS: i64 = 60 * 60 * 1_000;
        let mut shipping = self.shipping.lock().await;
        let now_ms = self.context.now_ms();
        if now_ms - shipping.tidied_at_ms < EVERY_MS {
            return Ok(());
        }
        self.write(store::tidy(now_ms)).await?;
        shipping.tidied_at_ms = now_ms;
        self.recall().await
    }

    /// One page. Says whether there was one.
    async fn sort(&self) -> Result<bool> {
        let page = store::page(&self.store, Stage::Came, limits::SORT_EVENTS).await?;
        if page.is_empty() {
            return Ok(false);
        }
        let sorted = self.known.lock().sort(&page);
        let mut statements: Vec<Statement> = Vec::with_capacity(page.len() + sorted.named.len());
        for (ordinal, (event, stage)) in page.iter().zip(&sorted.stages).enumerate() {
            statements.push(match stage {
                Some(stage) => store::take_to(*stage, event, ordinal),
                None => store::drop_event(event),
            });
        }
        statements.extend(sorted.named.iter().map(store::count));
        statements.extend(sorted.apart.iter().map(store::set_apart));
        self.write_or_recall(statements).await.map(|()| true)
    }

    /// Events that were held or set apart and may go on: one page. Says whether there was one.
    async fn let_go(&self) -> Result<bool> {
        let released = self.known.lock().released();
        if let Some((workspace, name, ruling)) = released {
            let page = store::held(&self.store, &workspace, &name, limits::SORT_EVENTS).await?;
            let stage = (ruling != Ruling::Ignored).then_some(Stage::Ready);
            let mut statements = go_on(&page, stage);
            statements.push(store::released(&workspace, &name, page.len()));
            self.write(statements).await?;
            self.known.lock().let_go(&workspace, &name, page.len());
            return Ok(true);
        }
        let trusted = self.known.lock().trusted.last().cloned();
        let Some((workspace, member)) = trusted else { return Ok(false) };
        let page = store::apart(&self.store, &workspace, &member, limits::SORT_EVENTS).await?;
        if page.is_empty() {
            self.known.lock().trusted.retain(|trusted| *trusted != (workspace.clone(), member.clone()));
        } else {
            self.write(go_on(&page, Some(Stage::Ready))).await?;
        }
        Ok(true)
    }

    /// One page to the log. Says whether there was one.
    async fn ship(&self) -> Result<bool> {
        let mut page = store::page(&self.store, Stage::Ready, limits::SHIP_EVENTS).await?;
        let Some(last) = page.last().map(|event| event.position) else { return Ok(false) };
        let is_full = page.len() == limits::SHIP_EVENTS;
        // A position goes to the log whole, and the rest of the last one may be on the next page.
        if is_full {
            page.retain(|event| event.position < last);
        }
        let upto = if is_full { last - 1 } else { last };
        self.append(&page).await?;
        self.write([store::shipped(upto)]).await.map(|()| true)
    }

    /// What the log has already it leaves out.
    pub(in crate::ingest) async fn append(&self, page: &[Waiting]) -> Result<()> {
        let mut signals: BTreeMap<(String, Stream), Vec<Signal>> = BTreeMap::new();
        {
            let known = self.known.lock();
            for event in page {
                let place = (event.workspace.clone(), stream(event)?);
                signals.entry(place).or_default().push(signal(&known, event)?);
            }
        }
        for ((workspace, stream), signals) in signals {
            self.log.append(&Workspace::parse(&workspace)?, &stream, signals).await?;
        }
        Ok(())
    }

    pub(super) async fn write(&self, statements: impl IntoIterator<Item = Statement>) -> Result<()> {
        let mut entry = Entry::new();
        entry.statements(statements);
        self.store.write_in(Lane::Background, entry).await.map(drop)
    }

    /// What was counted in memory and is not on disk is read again from there.
    async fn write_or_recall(&self, statements: Vec<Statement>) -> Result<()> {
        let written = self.write(statements).await;
        if written.is_err() {
            self.recall().await?;
        }
        written
    }

    pub(super) async fn recall(&self) -> Result<()> {
        let stored = Known::load(&self.store).await?;
        self.known.lock().become_stored(stored);
        Ok(())
    }
}

/// What is older than anything that may come late was moved in from a file, and is kept from then on.
fn stream(event: &Waiting) -> Result<Stream> {
    match event.received_at_ms - event.at_ms > limits::EVENT_LATE_MS {
        true => Ok(Stream::moved_in(Day::of(event.received_at_ms))),
        false => Stream::parse(STREAM),
    }
}

fn go_on(page: &[Waiting], stage: Option<Stage>) -> Vec<Statement> {
    let step = |(ordinal, event): (usize, &Waiting)| match stage {
        Some(stage) => store::take_to(stage, event, ordinal),
        None => store::drop_event(event),
    };
    page.iter().enumerate().map(step).collect()
}

fn signal(known: &Known, event: &Waiting) -> Result<Signal> {
    let Waiting { workspace, name, member, at_ms, peer, room, amount, position, ordinal, .. } = event;
    let kind = match known.ruling(workspace, name) {
        Ruling::Friction => &PRODUCT_FRICTION,
        _ => &PRODUCT_ACTIVITY,
    };
    let id = |text: &Option<String>| text.as_deref().map(Id::parse).transpose();
    let ordinal = i32::try_from(*ordinal).map_err(|error| Error::internal("an ordinal").caused_by(error))?;
    let mut signal = Signal::new(kind, Id::parse(member)?, *at_ms, *position, ordinal);
    signal.peer = id(peer)?;
    signal.room = id(room)?;
    signal.variant = Some(Word::parse(&model::word(name))?);
    signal.amount = *amount;
    Ok(signal)
}
