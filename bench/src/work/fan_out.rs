//! What it costs to wake many readers: the same room with and without them.

use anyhow::Result;

use super::traffic::{Stage, traffic};
use super::{Timing, micros_each};
use crate::report::Figures;
use crate::servers::Server;

const SENDERS: usize = 4;
const RECEIVERS: usize = 30;

pub async fn run(server: &Server, timing: Timing) -> Result<Figures> {
    let meter = server.meter()?;
    let mut stage = Stage::new(server.address, SENDERS, RECEIVERS, 1).await?;
    let with = traffic(server.address, &meter, &stage, timing).await?;
    // They stay members; only nobody listens.
    stage.receivers.clear();
    let without = traffic(server.address, &meter, &stage, timing).await?;

    let deliveries = with.deliveries as f64;
    let cpu_per_silent_send = without.cpu.server.as_secs_f64() / without.sends as f64;
    let cpu_of_sends = cpu_per_silent_send * with.sends as f64;
    let cpu_of_deliveries = (with.cpu.server.as_secs_f64() - cpu_of_sends).max(0.0);
    let mut figures = with.figures;
    figures.insert("cpu_per_delivery_us".to_owned(), micros_each(with.cpu.server, deliveries));
    figures.insert("cpu_per_delivery_without_send_us".to_owned(), cpu_of_deliveries * 1e6 / deliveries);
    figures.insert("cpu_per_send_without_receivers_us".to_owned(), cpu_per_silent_send * 1e6);
    Ok(figures)
}
