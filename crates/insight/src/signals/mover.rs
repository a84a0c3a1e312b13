//! The mover: facts of the outbox become signals in the log, under the consent of whom they are about.
//!
//! Signals gather for a while, so that a file holds many. The place in the outbox moves when they are durable; what a
//! killed process had gathered, or had written without moving its place, is heard again and known by its positions.

use std::{
    collections::{BTreeMap, HashSet},
    future,
    sync::Arc,
    time::Duration,
};

use hearth_kernel::{
    Result, limits,
    ports::{Consent, Purpose},
};
use hearth_store::{Batch, Outbox, Store};
use tokio::time::Instant;

use super::{
    derive::{self, ENDED, Fields},
    log::SignalLog,
    name::{Stream, Workspace},
    service,
    signal::{Id, Signal},
};

pub struct Mover {
    outbox: Outbox,
    log: Arc<SignalLog>,
    consent: Arc<dyn Consent>,
    /// The database's lives, newest first, and the position that each began behind: each is a stream of its own.
    streams: Vec<(i64, Stream)>,
    waiting: Vec<(Workspace, Signal)>,
    /// Whose account has ended: they go from the log still, and from what is heard of them after that.
    leaving: Vec<Id>,
    gone: HashSet<Id>,
    /// How far was heard.
    upto: i64,
    /// When what waits is written at the latest.
    due: Option<Instant>,
}

/// Facts gather this long before the mover looks.
const GATHER: Duration = Duration::from_secs(1);

impl Mover {
    pub async fn new(store: &Arc<Store>, log: Arc<SignalLog>, consent: Arc<dyn Consent>) -> Result<Self> {
        let outbox =
            Outbox::new(store.clone(), "signals", &derive::HEARS).in_batches(GATHER, limits::SIGNAL_FACTS_PAGE);
        let lives = store.lives().await?;
        let streams = lives.into_iter().map(|(began, epoch)| Ok((began, Stream::parse(&epoch)?)));
        let streams = streams.collect::<Result<_>>()?;
        let (waiting, leaving, gone) = Default::default();
        Ok(Self { outbox, log, consent, streams, waiting, leaving, gone, upto: 0, due: None })
    }

    /// Moves until the store closes.
    pub async fn run(mut self) {
        loop {
            match self.step().await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => {
                    tracing::warn!(%error, "signals could not be moved; trying again");
                    self.waiting.clear();
                    self.leaving.clear();
                    self.due = None;
                    self.outbox.go_back();
                    tokio::time::sleep(Duration::from_millis(limits::QUEUE_RETRY_MS)).await;
                }
            }
        }
    }

    /// Moves what was committed so far and returns when it is in the log. It may do so beside one that runs: what both
    /// move is there once.
    pub async fn catch_up(mut self) -> Result<()> {
        while let Some(batch) = self.outbox.try_next().await? {
            self.take(batch).await?;
        }
        if self.due.is_some() { self.write().await } else { Ok(()) }
    }

    /// Takes what comes next, or writes what has waited. Says whether there may be more.
    async fn step(&mut self) -> Result<bool> {
        let due = async {
            match self.due {
                Some(due) => tokio::time::sleep_until(due).await,
                None => future::pending().await,
            }
        };
        tokio::select! {
            biased;
            () = due => self.write().await?,
            batch = self.outbox.next() => match batch {
                Some(batch) => self.take(batch).await?,
                None => return Ok(false),
            },
        }
        Ok(true)
    }

    /// Of a batch, what may be kept waits.
    async fn take(&mut self, batch: Batch) -> Result<()> {
        let mut found = Vec::with_capacity(batch.facts.len());
        for fact in &batch.facts {
            let fields = Fields::read(fact);
            // What was moved in from elsewhere is kept where its import stated why that is lawful.
            let workspace = match (fact.historical, fields.text("basis")) {
                (false, _) => Workspace::home(),
                (true, Some(_)) => Workspace::import(),
                (true, None) => continue,
            };
            if fact.name == ENDED {
                self.leaving.extend(Id::parse(&fact.subject));
            }
            let mut signals = Vec::new();
            derive::signals(fact, &fields, &mut signals);
            found.extend(signals.into_iter().map(|signal| (workspace.clone(), signal)));
        }
        self.waiting.extend(self.permitted(found).await?);
        self.upto = batch.upto;
        self.forget();
        self.due.get_or_insert_with(|| Instant::now() + Duration::from_millis(limits::SIGNALS_WAIT_MS));
        let is_full = self.waiting.len() >= limits::SIGNALS_WAITING;
        if is_full || !self.leaving.is_empty() { self.write().await } else { Ok(()) }
    }

    /// Whose account has ended is in nothing that waits.
    fn forget(&mut self) {
        if self.gone.len() + self.leaving.len() > limits::ERASED_REMEMBERED {
            self.gone.clear();
        }
        self.gone.extend(self.leaving.iter().cloned());
        if !self.gone.is_empty() {
            self.waiting.retain(|(_, signal)| !self.gone.contains(&signal.member));
            self.waiting.iter_mut().for_each(|(_, signal)| drop(signal.peer.take_if(|peer| self.gone.contains(peer))));
        }
    }

    /// Leaves out what its member had not agreed to at that time, and the other one where they had not.
    async fn permitted(&self, found: Vec<(Workspace, Signal)>) -> Result<Vec<(Workspace, Signal)>> {
        let home = Workspace::home();
        let mut asked: BTreeMap<Purpose, Vec<(&str, i64)>> = BTreeMap::new();
        for (_, signal) in found.iter().filter(|(workspace, _)| *workspace == home) {
            let asked = asked.entry(signal.kind.purpose).or_default();
            asked.extend(people(signal).map(|member| (member.as_str(), signal.at_ms)));
        }
        let mut answers = BTreeMap::new();
        for (purpose, asked) in asked {
            answers.insert(purpose, self.consent.allowed(purpose, &asked).await?.into_iter());
        }
        let mut permitted = Vec::with_capacity(found.len());
        for (workspace, mut signal) in found {
            if workspace == home {
                let mut next = || answers.get_mut(&signal.kind.purpose).and_then(Iterator::next).unwrap_or(false);
                let is_member_agreed = next();
                if signal.peer.is_some() && !next() {
                    signal.peer = None;
                }
                if !is_member_agreed {
                    continue;
                }
            }
            permitted.push((workspace, signal));
        }
        Ok(permitted)
    }

    /// Makes what waits durable, and then the place.
    async fn write(&mut self) -> Result<()> {
        let mut parts: BTreeMap<(Workspace, Stream), Vec<Signal>> = BTreeMap::new();
        for (workspace, signal) in self.waiting.drain(..) {
            let stream = stream_of(&self.streams, signal.position);
            parts.entry((workspace, stream)).or_default().push(signal);
        }
        for ((workspace, stream), signals) in parts {
            self.log.append(&workspace, &stream, signals).await?;
        }
        for member in std::mem::take(&mut self.leaving) {
            service::erase(&self.log, &member).await?;
        }
        self.due = None;
        self.outbox.done(self.upto).await
    }
}

/// Everybody whom a signal is about.
fn people(signal: &Signal) -> impl Iterator<Item = &Id> {
    std::iter::once(&signal.member).chain(signal.peer.as_ref())
}

/// The life of the database in which a position was given.
fn stream_of(streams: &[(i64, Stream)], position: i64) -> Stream {
    let found = streams.iter().find(|(began, _)| *began < position).or(streams.last());
    found.map(|(_, stream)| stream.clone()).expect("a database has a life")
}
