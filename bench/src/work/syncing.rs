//! One member's syncs: from nothing, and when there is nothing new.

use std::collections::hash_map::Entry;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::time::Instant;

use super::people::{create_rooms, next_number, register};
use super::{Shelf, Timing, micros_each};
use crate::matrix::{Client, Session, Sync};
use crate::quantile::Durations;
use crate::report::Figures;
use crate::servers::Server;

const MESSAGES_PER_ROOM: usize = 20;
/// An answer that is small but not empty may come a few times, for presence or what the preparation left behind.
const MAX_SETTLING: usize = 100;
/// CPU time is counted in hundredths of a second; with fewer repetitions it would be rounding.
const MIN_REPETITIONS: usize = 5;

pub async fn initial(server: &mut Server, rooms: usize, timing: Timing) -> Result<Figures> {
    let member = server.shelf.joiner(server.address, rooms).await?;
    let meter = server.meter()?;
    let mut client = Client::new(server.address, member);
    let mut times = Durations::default();
    let mut bytes = 0;
    let before = meter.cpu()?;
    let end = Instant::now() + timing.window;
    while Instant::now() < end || times.len() < MIN_REPETITIONS {
        // A filter of its own for each, so that no server answers from a cache of whole answers.
        let filter = format!(
            r#"{{"room":{{"timeline":{{"limit":{MESSAGES_PER_ROOM}}}}},"account_data":{{"not_types":["x{}"]}}}}"#,
            next_number()
        );
        let start = Instant::now();
        let answer = client.sync(None, Duration::ZERO, &filter).await?;
        times.push(start.elapsed());
        bytes = answer.len();
        let sync: Sync = serde_json::from_slice(&answer).context("answer of an initial sync")?;
        let messages: usize = sync
            .rooms
            .join
            .values()
            .map(|room| room.timeline.events.iter().filter(|event| event.is_message()).count())
            .sum();
        ensure!(messages == rooms * MESSAGES_PER_ROOM, "an initial sync held {messages} messages");
    }
    let cpu = meter.cpu()?.since(&before);
    let count = times.len();
    let mut figures = Figures::from([
        ("cpu_per_room_us".to_owned(), micros_each(cpu.server, (count * rooms) as f64)),
        ("answer_bytes".to_owned(), bytes as f64),
        ("syncs".to_owned(), count as f64),
    ]);
    times.into_figures("sync", &mut figures);
    Ok(figures)
}

pub async fn empty(server: &mut Server, rooms: usize, timing: Timing) -> Result<Figures> {
    let member = server.shelf.joiner(server.address, rooms).await?;
    let meter = server.meter()?;
    let mut client = Client::new(server.address, member);
    let mut since = settle(&mut client).await?;
    let mut times = Durations::default();
    let before = meter.cpu()?;
    let end = Instant::now() + timing.window;
    while Instant::now() < end {
        let start = Instant::now();
        let answer = client.sync(Some(&since), Duration::ZERO, "{}").await?;
        times.push(start.elapsed());
        let sync: Sync = serde_json::from_slice(&answer).context("answer of an empty sync")?;
        ensure!(sync.rooms.join.is_empty(), "a sync that should be empty held a room");
        since = sync.next_batch.into_owned();
    }
    let cpu = meter.cpu()?.since(&before);
    let mut figures = Figures::from([("cpu_per_sync_us".to_owned(), micros_each(cpu.server, times.len() as f64))]);
    times.into_figures("sync", &mut figures);
    Ok(figures)
}

/// Syncs until nothing new comes.
async fn settle(client: &mut Client) -> Result<String> {
    let mut since = None;
    for _ in 0..MAX_SETTLING {
        let answer = client.sync(since.as_deref(), Duration::ZERO, "{}").await?;
        let sync: Sync = serde_json::from_slice(&answer)?;
        let next = sync.next_batch.into_owned();
        if sync.rooms.join.is_empty() && since.as_ref() == Some(&next) {
            break;
        }
        since = Some(next);
    }
    since.context("at least one sync was made")
}

impl Shelf {
    /// A member alone in so many rooms with messages.
    async fn joiner(&mut self, server: SocketAddr, rooms: usize) -> Result<Session> {
        match self.joiners.entry(rooms) {
            Entry::Occupied(known) => Ok(known.get().clone()),
            Entry::Vacant(place) => {
                let member = register(server, 1).await?.remove(0);
                create_rooms(server, &member, rooms, MESSAGES_PER_ROOM).await?;
                Ok(place.insert(member).clone())
            }
        }
    }
}
