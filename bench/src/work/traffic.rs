//! Senders in a closed loop and receivers who check them: the heart of every workload that sends.

use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

use super::people::{create_rooms, join, next_number, register};
use super::receiver::{Notes, Receiver};
use super::{Timing, micros_each};
use crate::check::{Sent, check, delivery_times};
use crate::matrix::{Client, Refused, Session};
use crate::meter::{Cpu, Meter};
use crate::quantile::Durations;
use crate::report::Figures;
use crate::servers::{Kind, Server};

const RECEIVERS: usize = 2;

/// Who talks where, and who reads all of it.
pub struct Stage {
    pub rooms: Vec<String>,
    /// Sender n talks in room n, counted round.
    pub senders: Vec<Session>,
    pub receivers: Vec<Session>,
}

/// What the senders saw.
#[derive(Default)]
struct Log {
    sent: Vec<Sent>,
    /// Sends that were answered with an error.
    refused: usize,
}

/// What happened inside the measured window.
pub struct Traffic {
    pub cpu: Cpu,
    pub sends: usize,
    /// Events seen, summed over receivers.
    pub deliveries: usize,
    pub figures: Figures,
}

pub async fn run(server: &Server, senders: usize, rooms: usize, timing: Timing) -> Result<Figures> {
    let stage = match server.kind {
        Kind::Reference => Stage::unmanned(senders),
        _ => Stage::new(server.address, senders, RECEIVERS, rooms).await?,
    };
    if server.kind == Kind::HearthSqliteLearning {
        for member in stage.senders.iter().chain(&stage.receivers) {
            Client::new(server.address, member.clone()).take_notice().await?;
        }
    }
    Ok(traffic(server.address, &server.meter()?, &stage, timing).await?.figures)
}

impl Stage {
    /// New members in new rooms, so that no run suffers from what earlier ones left behind.
    pub async fn new(server: SocketAddr, senders: usize, receivers: usize, rooms: usize) -> Result<Self> {
        let mut members = register(server, senders + receivers).await?;
        let rooms = create_rooms(server, &members[0], rooms, 0).await?;
        for (index, room) in rooms.iter().enumerate() {
            let talkers: Vec<_> = members[..senders].iter().skip(index).step_by(rooms.len()).cloned().collect();
            join(server, &talkers, std::slice::from_ref(room)).await?;
        }
        let receivers = members.split_off(senders);
        join(server, &receivers, &rooms).await?;
        Ok(Self { rooms, senders: members, receivers })
    }

    /// For a server that knows neither members nor rooms.
    fn unmanned(senders: usize) -> Self {
        let session = Session { token: "none".to_owned(), ..Session::default() };
        Self {
            rooms: vec!["!abcdefghijklmnopqr:localhost".to_owned()],
            senders: vec![session; senders],
            receivers: Vec::new(),
        }
    }
}

pub async fn traffic(server: SocketAddr, meter: &Meter, stage: &Stage, timing: Timing) -> Result<Traffic> {
    let (stop, stopped) = watch::channel(false);
    let mut receiving = JoinSet::new();
    let mut progress = Vec::new();
    let mut ready = Vec::new();
    for session in &stage.receivers {
        let receiver = Receiver::start(server, session.clone(), &stage.rooms).await?;
        progress.push(receiver.progress());
        ready.push(receiver);
    }
    // All begin to poll together, when the last has had its first sync.
    for receiver in ready {
        receiving.spawn(receiver.run(stopped.clone()));
    }

    let from = Instant::now() + timing.warm_up;
    let to = from + timing.window;
    let mut sending = JoinSet::new();
    for (index, session) in stage.senders.iter().enumerate() {
        let room = stage.rooms[index % stage.rooms.len()].clone();
        sending.spawn(send_until(Client::new(server, session.clone()), room, to));
    }
    sleep_until(from).await;
    let before = meter.cpu()?;
    sleep_until(to).await;
    let cpu = meter.cpu()?.since(&before);

    let mut log = Log::default();
    while let Some(result) = sending.join_next().await {
        let of_one = result??;
        log.sent.extend(of_one.sent);
        log.refused += of_one.refused;
    }
    let deadline = Instant::now() + timing.grace;
    let behind = || progress.iter().any(|progress| progress.events.load(Ordering::Relaxed) < log.sent.len());
    while behind() && Instant::now() < deadline {
        // A receiver ends before it is told to only by an error.
        if let Some(ended) = receiving.try_join_next() {
            ended?.context("a receiver failed")?;
        }
        sleep(Duration::from_millis(20)).await;
    }
    stop.send_replace(true);
    let mut notes = Vec::new();
    while let Some(result) = receiving.join_next().await {
        notes.push(result?.context("a receiver failed")?);
    }
    summarise(cpu, &log, notes, from, to)
}

async fn send_until(mut client: Client, room: String, end: Instant) -> Result<Log> {
    let mut log = Log::default();
    while Instant::now() < end {
        let sent_at = Instant::now();
        match client.send(&room, next_number()).await {
            Ok(event_id) => log.sent.push(Sent { event_id, sent_at, acknowledged_at: Instant::now() }),
            Err(error) if error.is::<Refused>() => log.refused += 1,
            Err(error) => return Err(error.context("a sender failed")),
        }
    }
    Ok(log)
}

fn summarise(cpu: Cpu, log: &Log, notes: Vec<Notes>, from: Instant, to: Instant) -> Result<Traffic> {
    let span = from..to;
    let in_window: Vec<&Sent> = log.sent.iter().filter(|sent| span.contains(&sent.acknowledged_at)).collect();
    let sends = in_window.len();
    ensure!(sends > 0, "nothing was sent; {} sends were refused", log.refused);
    let answers = notes.iter().flat_map(|notes| &notes.answers).filter(|at| span.contains(at)).count();
    let seen: Vec<_> = notes.into_iter().map(|notes| notes.seen).collect();
    let deliveries = seen.iter().flatten().filter(|seen| span.contains(&seen.at)).count();
    let seconds = (to - from).as_secs_f64();

    let mut figures = Figures::from([
        ("sends_per_s".to_owned(), sends as f64 / seconds),
        ("cpu_per_send_us".to_owned(), micros_each(cpu.server, sends as f64)),
        ("server_cores".to_owned(), cpu.server.as_secs_f64() / seconds),
        ("generator_cores".to_owned(), cpu.generator.as_secs_f64() / seconds),
        ("refused".to_owned(), log.refused as f64),
    ]);
    let send_times: Durations = in_window.iter().map(|sent| sent.acknowledged_at - sent.sent_at).collect();
    send_times.into_figures("send", &mut figures);
    if !seen.is_empty() {
        let verdict = check(&log.sent, &seen);
        for (name, count) in [
            ("lost", verdict.lost),
            ("duplicated", verdict.duplicated),
            ("out_of_order", verdict.out_of_order),
            ("order_disagreements", verdict.order_disagreements),
            ("unacknowledged", verdict.unacknowledged),
        ] {
            figures.insert(name.to_owned(), count as f64);
        }
        figures.insert("deliveries_per_s".to_owned(), deliveries as f64 / seconds);
        figures.insert("sync_answers_per_s".to_owned(), answers as f64 / seconds);
        delivery_times(&log.sent, &seen, from, to).into_figures("delivery", &mut figures);
    }
    Ok(Traffic { cpu, sends, deliveries, figures })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stub::{Fault, Stub};

    const TIMING: Timing =
        Timing { warm_up: Duration::ZERO, window: Duration::from_millis(300), grace: Duration::from_secs(1) };

    /// One sender, so that every swap breaks the order in time as well as the agreement.
    async fn faults(planted: Vec<Fault>, limit: usize) -> Figures {
        let stub = Stub::start(planted, limit).await;
        let session = |token: &str| Session { token: token.to_owned(), ..Session::default() };
        let stage = Stage {
            rooms: vec!["!room:stub".to_owned()],
            senders: vec![session("sender")],
            receivers: vec![session("0"), session("1")],
        };
        let meter = Meter { server: std::process::id(), database: None };
        let figures = traffic(stub.address, &meter, &stage, TIMING).await.unwrap().figures;
        assert!(figures["sends_per_s"] > 0.0 && figures["deliveries_per_s"] > 0.0);
        figures
    }

    fn counted(figures: &Figures) -> [f64; 5] {
        ["lost", "duplicated", "out_of_order", "order_disagreements", "unacknowledged"].map(|name| figures[name])
    }

    #[tokio::test]
    async fn an_honest_server_has_no_faults_with_and_without_gaps() {
        assert_eq!(counted(&faults(vec![], usize::MAX).await), [0.0; 5]);
        assert_eq!(counted(&faults(vec![], 1).await), [0.0; 5]);
    }

    #[tokio::test]
    async fn each_planted_fault_is_counted_once() {
        for limit in [1, usize::MAX] {
            let lost = faults(vec![Fault::Lose { receiver: 1, event: 7 }], limit);
            let doubled = faults(vec![Fault::Double { receiver: 0, event: 5 }], usize::MAX);
            let swapped = faults(vec![Fault::Swap { receiver: 1, event: 9 }], limit);
            let (lost, doubled, swapped) = tokio::join!(lost, doubled, swapped);
            assert_eq!(counted(&lost), [1.0, 0.0, 0.0, 0.0, 0.0]);
            assert_eq!(counted(&doubled), [0.0, 1.0, 0.0, 0.0, 0.0]);
            assert_eq!(counted(&swapped), [0.0, 0.0, 1.0, 1.0, 0.0]);
        }
    }
}
