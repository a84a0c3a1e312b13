//! A member who long-polls /sync and notes every message, in the order in which a client would show them.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::sync::watch;
use tokio::time::Instant;

use crate::check::Seen;
use crate::matrix::{Client, LONG_POLL, Session, Sync};

/// What a busy client asks for; more than this at once comes with a gap that is then filled.
const FILTER: &str = r#"{"room":{"timeline":{"limit":100}}}"#;
const GAP_PAGE: usize = 100;
/// A gap longer than this is a fault of the server or of this program.
const MAX_GAP_PAGES: usize = 1_000;

/// Counters that the one who waits for the receivers can look at.
#[derive(Default)]
pub struct Progress {
    /// Different events seen.
    pub events: AtomicUsize,
}

pub struct Receiver {
    client: Client,
    since: String,
    /// Indices of the rooms that count.
    rooms: HashMap<String, usize>,
    known: HashSet<String>,
    seen: Vec<Seen>,
    answers: Vec<Instant>,
    progress: Arc<Progress>,
}

/// What a receiver noted.
pub struct Notes {
    pub seen: Vec<Seen>,
    /// When answers with messages came.
    pub answers: Vec<Instant>,
}

impl Receiver {
    /// Syncs once, so that what comes from here on is new.
    pub async fn start(server: SocketAddr, session: Session, rooms: &[String]) -> Result<Self> {
        let mut client = Client::new(server, session);
        let answer = client.sync(None, Duration::ZERO, FILTER).await?;
        let sync: Sync = serde_json::from_slice(&answer).context("answer of the first sync")?;
        Ok(Self {
            since: sync.next_batch.into_owned(),
            client,
            rooms: rooms.iter().enumerate().map(|(index, room)| (room.clone(), index)).collect(),
            known: HashSet::new(),
            seen: Vec::new(),
            answers: Vec::new(),
            progress: Arc::default(),
        })
    }

    pub fn progress(&self) -> Arc<Progress> {
        self.progress.clone()
    }

    /// Polls until told to stop.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) -> Result<Notes> {
        loop {
            tokio::select! {
                biased;
                // The sender of the signal going away is a reason to stop too.
                _ = stop.wait_for(|stop| *stop) => break,
                result = self.poll() => result?,
            }
        }
        Ok(Notes { seen: self.seen, answers: self.answers })
    }

    async fn poll(&mut self) -> Result<()> {
        let answer = self.client.sync(Some(&self.since), LONG_POLL, FILTER).await?;
        let at = Instant::now();
        let sync: Sync = serde_json::from_slice(&answer).context("answer of a sync")?;
        let before = self.seen.len();
        for (id, joined) in &sync.rooms.join {
            let Some(room) = self.rooms.get(id.as_ref()).copied() else {
                continue;
            };
            if let Some(end) = joined.timeline.prev_batch.as_deref().filter(|_| joined.timeline.limited) {
                self.fill_gap(id, room, end).await?;
            }
            let messages = joined.timeline.events.iter().filter(|event| event.is_message());
            for event in messages {
                self.note(event.event_id.as_ref(), room, at);
            }
        }
        self.since = sync.next_batch.into_owned();
        if self.seen.len() > before {
            self.answers.push(at);
        }
        Ok(())
    }

    /// Pages back from a limited timeline to what is already known, as a client does that wants every message.
    async fn fill_gap(&mut self, id: &str, room: usize, end: &str) -> Result<()> {
        let mut missed = Vec::new();
        let mut from = Some(end.to_owned());
        let mut pages = 0;
        while let Some(token) = from {
            let mut reached = false;
            let known = &self.known;
            let take = |event: &crate::matrix::Event| {
                reached |= known.contains(event.event_id.as_ref());
                if !reached && event.is_message() {
                    missed.push(event.event_id.clone().into_owned());
                }
            };
            from = self.client.messages(id, Some(&token), Some(&self.since), GAP_PAGE, take).await?;
            from = from.filter(|_| !reached);
            pages += 1;
            ensure!(pages < MAX_GAP_PAGES, "a gap in {id} does not end");
        }
        let at = Instant::now();
        for event_id in missed.iter().rev() {
            self.note(event_id, room, at);
        }
        Ok(())
    }

    fn note(&mut self, event_id: &str, room: usize, at: Instant) {
        if self.known.insert(event_id.to_owned()) {
            self.progress.events.fetch_add(1, Ordering::Relaxed);
        }
        self.seen.push(Seen { event_id: event_id.to_owned(), room, at });
    }
}
