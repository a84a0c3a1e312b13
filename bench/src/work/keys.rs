//! One member's devices that upload one-time keys and claim each other's, as after a night offline.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::people::next_number;
use super::{Timing, micros_each};
use crate::matrix::Client;
use crate::quantile::Durations;
use crate::report::Figures;
use crate::servers::Server;

const DEVICES: usize = 20;
/// Each device claims one key of each, so that as many are uploaded as are claimed.
const KEYS_UPLOADED: usize = DEVICES;

/// What one device did.
#[derive(Default)]
struct Exchange {
    claimed: Vec<String>,
    uploads: Vec<std::time::Duration>,
    claims: Vec<std::time::Duration>,
}

pub async fn run(server: &mut Server, timing: Timing) -> Result<Figures> {
    let address = server.address;
    let name = format!("keys{}", next_number());
    let user_id = Client::register(address, &name).await?.user_id;
    let devices: Vec<String> = (0..DEVICES).map(|number| format!("KEYS{number}")).collect();
    let mut clients = Vec::new();
    for device in &devices {
        let mut client = Client::new(address, Client::log_in(address, &name, device).await?);
        client.upload_keys((0..KEYS_UPLOADED).map(|_| next_number())).await?;
        clients.push(client);
    }
    let meter = server.meter()?;
    let before = meter.cpu()?;
    let start = Instant::now();
    let mut exchanges = JoinSet::new();
    for client in clients {
        exchanges.spawn(exchange_until(client, user_id.clone(), devices.clone(), start + timing.window));
    }
    let (mut known, mut claimed) = (HashSet::new(), 0);
    let (mut uploads, mut claims) = (Durations::default(), Durations::default());
    while let Some(exchange) = exchanges.join_next().await {
        let exchange = exchange??;
        claimed += exchange.claimed.len();
        known.extend(exchange.claimed);
        exchange.uploads.into_iter().for_each(|time| uploads.push(time));
        exchange.claims.into_iter().for_each(|time| claims.push(time));
    }
    let seconds = start.elapsed().as_secs_f64();
    let cpu = meter.cpu()?.since(&before);
    ensure!(known.len() == claimed, "{} one-time keys were given twice", claimed - known.len());
    let mut figures = Figures::from([
        ("keys_per_s".to_owned(), claimed as f64 / seconds),
        ("cpu_per_key_us".to_owned(), micros_each(cpu.server, claimed as f64)),
    ]);
    uploads.into_figures("upload", &mut figures);
    claims.into_figures("claim", &mut figures);
    Ok(figures)
}

async fn exchange_until(mut client: Client, user_id: String, devices: Vec<String>, end: Instant) -> Result<Exchange> {
    let mut exchange = Exchange::default();
    while Instant::now() < end {
        let start = Instant::now();
        client.upload_keys((0..KEYS_UPLOADED).map(|_| next_number())).await?;
        exchange.uploads.push(start.elapsed());
        let start = Instant::now();
        exchange.claimed.extend(client.claim_keys(&user_id, &devices).await?);
        exchange.claims.push(start.elapsed());
    }
    Ok(exchange)
}
