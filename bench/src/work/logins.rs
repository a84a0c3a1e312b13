//! Members who sign in, again and again, while another one talks: how many get in, and what it costs the talker.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Result;
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::people::next_number;
use super::{Timing, micros_each};
use crate::matrix::Client;
use crate::quantile::Durations;
use crate::report::Figures;
use crate::servers::Server;

/// As many at once as sign in when a community comes back to its desks.
const AT_ONCE: usize = 8;

pub async fn run(server: &mut Server, timing: Timing) -> Result<Figures> {
    let address = server.address;
    let talker = Client::register(address, &format!("talker{}", next_number())).await?;
    let mut names = Vec::new();
    for _ in 0..AT_ONCE {
        let name = format!("login{}", next_number());
        Client::register(address, &name).await?;
        names.push(name);
    }
    let meter = server.meter()?;
    let before = meter.cpu()?;
    let start = Instant::now();
    let end = start + timing.window;
    let mut people = JoinSet::new();
    for name in names {
        people.spawn(sign_in_until(address, name, end));
    }
    let talking = tokio::spawn(talk_until(Client::new(address, talker), end));
    let mut logins = Durations::default();
    while let Some(times) = people.join_next().await {
        times??.into_iter().for_each(|time| logins.push(time));
    }
    let seconds = start.elapsed().as_secs_f64();
    let cpu = meter.cpu()?.since(&before);
    let mut sends = Durations::default();
    talking.await??.into_iter().for_each(|time| sends.push(time));
    let mut figures = Figures::from([
        ("logins_per_minute".to_owned(), logins.len() as f64 / seconds * 60.0),
        ("cpu_per_login_us".to_owned(), micros_each(cpu.server, logins.len() as f64)),
    ]);
    logins.into_figures("login", &mut figures);
    sends.into_figures("send", &mut figures);
    Ok(figures)
}

/// The same device each time, so that nobody runs out of devices.
async fn sign_in_until(server: SocketAddr, name: String, end: Instant) -> Result<Vec<Duration>> {
    let mut times = Vec::new();
    while Instant::now() < end {
        let start = Instant::now();
        Client::log_in(server, &name, "BENCH").await?;
        times.push(start.elapsed());
    }
    Ok(times)
}

async fn talk_until(mut client: Client, end: Instant) -> Result<Vec<Duration>> {
    let room = client.create_room().await?;
    let mut times = Vec::new();
    while Instant::now() < end {
        let start = Instant::now();
        client.send(&room, next_number()).await?;
        times.push(start.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(times)
}
