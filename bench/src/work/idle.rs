//! What it costs to have members who wait: resident memory and CPU time for each open long poll.

use std::net::Ipv4Addr;
use std::time::Duration;

use anyhow::{Context, Result};
use futures_util::{StreamExt, TryStreamExt, stream};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use super::micros_each;
use crate::matrix::{Client, LONG_POLL, Session, Sync};
use crate::report::Figures;
use crate::servers::Server;

/// Connections from one loopback address, well below its number of ports.
const CONNECTIONS_PER_SOURCE: usize = 20_000;
const CONNECTING_AT_ONCE: usize = 8;
/// For allocations and background work of the start to come to rest.
const SETTLE: Duration = Duration::from_secs(3);

pub async fn run(server: &mut Server, connections: usize) -> Result<Figures> {
    let members = server.shelf.members(server.address, connections).await?.to_vec();
    // Registration leaves memory behind that has nothing to do with waiting.
    server.restart().await?;
    let meter = server.meter()?;
    let mut first = Client::new(server.address, members[0].clone());
    first.sync(None, Duration::ZERO, "{}").await?;
    sleep(SETTLE).await;
    let base = meter.memory()?;

    // A window as long as the polls' timeout, which is that of clients, holds one renewal of each poll, wherever it begins.
    let window = LONG_POLL;
    let mut polls = JoinSet::new();
    let started = connect(server.address, members).await?;
    for (client, since) in started {
        polls.spawn(poll(client, since, window));
    }
    sleep(SETTLE).await;
    let before = meter.cpu()?;
    let start = Instant::now();
    tokio::select! {
        () = sleep(window) => {}
        // Polls never end by themselves.
        Some(ended) = polls.join_next() => ended?.context("an idle poll failed")?,
    }
    let cpu = meter.cpu()?.since(&before);
    let connection_seconds = connections as f64 * start.elapsed().as_secs_f64();
    let memory = meter.memory()?;

    let kib_each = |now: u64, base: u64| (now as f64 - base as f64) / 1024.0 / connections as f64;
    let mib = |bytes: u64| bytes as f64 / (1024.0 * 1024.0);
    Ok(Figures::from([
        ("base_mib".to_owned(), mib(base.server)),
        ("base_database_mib".to_owned(), mib(base.database)),
        ("kib_per_connection".to_owned(), kib_each(memory.server, base.server)),
        ("database_kib_per_connection".to_owned(), kib_each(memory.database, base.database)),
        ("cpu_per_connection_second_us".to_owned(), micros_each(cpu.server, connection_seconds)),
    ]))
}

/// Lets each member sync once, over a connection that stays open.
async fn connect(server: std::net::SocketAddr, members: Vec<Session>) -> Result<Vec<(Client, String)>> {
    let one = |(index, member): (usize, Session)| async move {
        let mut client = Client::from_source(server, member, source(index));
        let answer = client.sync(None, Duration::ZERO, "{}").await?;
        let sync: Sync = serde_json::from_slice(&answer)?;
        anyhow::Ok((client, sync.next_batch.into_owned()))
    };
    stream::iter(members.into_iter().enumerate()).map(one).buffer_unordered(CONNECTING_AT_ONCE).try_collect().await
}

async fn poll(mut client: Client, mut since: String, timeout: Duration) -> Result<()> {
    loop {
        let answer = client.sync(Some(&since), timeout, "{}").await?;
        since = serde_json::from_slice::<Sync>(&answer)?.next_batch.into_owned();
    }
}

/// 127.0.0.1 for the first connections, then 127.0.0.2 and so on.
fn source(index: usize) -> Ipv4Addr {
    let offset = u32::try_from(index / CONNECTIONS_PER_SOURCE).expect("far fewer connections than addresses");
    Ipv4Addr::from_bits(Ipv4Addr::LOCALHOST.to_bits() + offset)
}
