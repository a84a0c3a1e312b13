//! Members who page back through a room's whole history, again and again.

use std::net::SocketAddr;

use anyhow::{Result, ensure};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::people::{create_rooms, register};
use super::{Shelf, Timing, micros_each};
use crate::matrix::{Client, Session};
use crate::quantile::Durations;
use crate::report::Figures;
use crate::servers::Server;

const READERS: usize = 4;
const PAGE: usize = 100;

/// What one reader read.
#[derive(Default)]
struct Reading {
    events: usize,
    pages: Vec<std::time::Duration>,
}

pub async fn run(server: &mut Server, messages: usize, timing: Timing) -> Result<Figures> {
    let (room, member) = server.shelf.history(server.address, messages).await?;
    let meter = server.meter()?;
    let before = meter.cpu()?;
    let start = Instant::now();
    let mut readers = JoinSet::new();
    for _ in 0..READERS {
        let client = Client::new(server.address, member.clone());
        readers.spawn(read_until(client, room.clone(), messages, start + timing.window));
    }
    let mut events = 0;
    let mut pages = Durations::default();
    while let Some(reading) = readers.join_next().await {
        let reading = reading??;
        events += reading.events;
        reading.pages.into_iter().for_each(|page| pages.push(page));
    }
    let seconds = start.elapsed().as_secs_f64();
    let cpu = meter.cpu()?.since(&before);
    let mut figures = Figures::from([
        ("events_per_s".to_owned(), events as f64 / seconds),
        ("cpu_per_event_us".to_owned(), micros_each(cpu.server, events as f64)),
        ("generator_cores".to_owned(), cpu.generator.as_secs_f64() / seconds),
    ]);
    pages.into_figures("page", &mut figures);
    Ok(figures)
}

/// Reads the room from its end to its beginning until the time is up; the last time through is finished.
async fn read_until(mut client: Client, room: String, messages: usize, end: Instant) -> Result<Reading> {
    let mut reading = Reading::default();
    while Instant::now() < end {
        let mut from = None;
        let mut found = 0;
        loop {
            let start = Instant::now();
            let each = |event: &crate::matrix::Event| {
                reading.events += 1;
                found += usize::from(event.is_message());
            };
            from = client.messages(&room, from.as_deref(), None, PAGE, each).await?;
            reading.pages.push(start.elapsed());
            if from.is_none() {
                break;
            }
        }
        ensure!(found == messages, "a room of {messages} messages showed {found}");
    }
    Ok(reading)
}

impl Shelf {
    async fn history(&mut self, server: SocketAddr, messages: usize) -> Result<(String, Session)> {
        if let Some(known) = self.histories.get(&messages) {
            return Ok(known.clone());
        }
        let member = register(server, 1).await?.remove(0);
        let room = create_rooms(server, &member, 1, messages).await?.remove(0);
        self.histories.insert(messages, (room.clone(), member.clone()));
        Ok((room, member))
    }
}
