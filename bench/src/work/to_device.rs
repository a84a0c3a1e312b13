//! One device writes to many, as it does when it hands out the key of a large room, and each of them syncs.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use futures_util::{StreamExt, TryStreamExt, stream};
use tokio::time::Instant;

use super::people::next_number;
use super::{Timing, micros_each};
use crate::matrix::{Client, Sync};
use crate::quantile::Durations;
use crate::report::Figures;
use crate::servers::Server;

/// Messages to each device before it looks.
const MESSAGES: usize = 5;
const SYNCING_AT_ONCE: usize = 8;

pub async fn run(server: &mut Server, devices: usize, timing: Timing) -> Result<Figures> {
    let members = server.shelf.members(server.address, devices + 1).await?.to_vec();
    let (sender, receivers) = members.split_first().context("there is at least one member")?;
    let mut sender = Client::new(server.address, sender.clone());
    let waiting = receivers.iter().map(|receiver| (Client::new(server.address, receiver.clone()), None)).collect();
    let mut waiting: Vec<(Client, Option<String>)> = each_syncs(waiting, None).await?;
    let meter = server.meter()?;
    let (mut sending, mut syncing) = (Duration::ZERO, Duration::ZERO);
    let (mut sends, mut delivered) = (Durations::default(), 0);
    let end = Instant::now() + timing.window;
    while Instant::now() < end {
        let before = meter.cpu()?;
        for _ in 0..MESSAGES {
            let start = Instant::now();
            sender.send_to_devices(receivers, next_number()).await?;
            sends.push(start.elapsed());
        }
        let sent = meter.cpu()?;
        waiting = each_syncs(waiting, Some(MESSAGES)).await?;
        sending += sent.since(&before).server;
        syncing += meter.cpu()?.since(&sent).server;
        delivered += devices * MESSAGES;
    }
    let mut figures = Figures::from([
        ("cpu_per_device_sent_us".to_owned(), micros_each(sending, delivered as f64)),
        ("cpu_per_device_us".to_owned(), micros_each(sending + syncing, delivered as f64)),
    ]);
    sends.into_figures("send", &mut figures);
    Ok(figures)
}

/// Each client syncs on from where it was, and finds so many messages.
async fn each_syncs(
    clients: Vec<(Client, Option<String>)>,
    expected: Option<usize>,
) -> Result<Vec<(Client, Option<String>)>> {
    let one = |(mut client, since): (Client, Option<String>)| async move {
        let answer = client.sync(since.as_deref(), Duration::ZERO, "{}").await?;
        let sync: Sync = serde_json::from_slice(&answer).context("answer of a sync")?;
        let found = sync.to_device.events.len();
        ensure!(expected.is_none_or(|expected| found == expected), "{found} messages came to a device");
        let since = sync.next_batch.into_owned();
        anyhow::Ok((client, Some(since)))
    };
    stream::iter(clients).map(one).buffer_unordered(SYNCING_AT_ONCE).try_collect().await
}
