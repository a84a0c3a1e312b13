//! SIGKILL while the engine works: files that are being merged.

use std::time::Duration;

use hearth_insight::signals::{Day, Id, PRODUCT_ACTIVITY, Signal, SignalLog, Stream, Workspace};
use hearth_kernel::Context;

use crate::{
    killed::{rounds, seeded},
    support::{PAUSE, Place, Server, soon},
};

const DAY_MS: i64 = 86_400_000;
const DAYS: i64 = 20;
/// Batches of each round, of which each day gets a file.
const BATCHES: i64 = 6;

fn shop() -> Workspace {
    Workspace::parse("shop").expect("a name")
}

/// The midnight from which on days are counted here.
fn start_ms() -> i64 {
    let now_ms = Context::real().clock.now_ms();
    now_ms - now_ms.rem_euclid(DAY_MS) - (DAYS + 3) * DAY_MS
}

async fn append(place: &Place, signals: Vec<Signal>) {
    let log = SignalLog::open(&place.path().join("signals")).expect("the log opens");
    log.append(&shop(), &Stream::parse("test").expect("a name"), signals).await.expect("they are written");
}

/// How many files there are, and each signal's position and ordinal.
async fn everything(place: &Place) -> (usize, Vec<(i64, i32)>) {
    let log = SignalLog::open(&place.path().join("signals")).expect("the log opens");
    let census = log.census(&shop(), usize::MAX).await.expect("the files can be counted");
    let mut reading = log.read(&shop(), Day::of(0)..=Day::of(i64::MAX)).await.expect("the log can be read");
    let mut all = Vec::new();
    while let Some(day) = reading.next().await.expect("a day can be read") {
        all.extend(day.signals.iter().map(|signal| (signal.position, signal.ordinal)));
    }
    all.sort_unstable();
    (census.iter().map(|day| day.files).sum(), all)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_whose_merging_is_killed_has_each_signal_once() {
    let (place, rng, start_ms) = (Place::embedded(), seeded(), start_ms());
    let mut position = 0;
    for _ in 0..rounds() {
        for _ in 0..BATCHES {
            position += 1;
            let day = |day: i64| {
                let id = Id::parse(&format!("m{day}")).expect("a name");
                Signal::new(&PRODUCT_ACTIVITY, id, start_ms + day * DAY_MS, position, day as i32)
            };
            append(&place, (0..DAYS).map(day).collect()).await;
        }
        let mut server = Server::start(&place).await;
        tokio::time::sleep(Duration::from_micros(rng.below(200_000))).await;
        server.kill();
        let (_, found) = everything(&place).await;
        let expected = (1..=position).flat_map(|position| (0..DAYS as i32).map(move |day| (position, day)));
        assert!(found.into_iter().eq(expected), "each is there once");
    }
    let mut server = Server::start(&place).await;
    soon("the files to be merged", async {
        while everything(&place).await.0 > DAYS as usize {
            tokio::time::sleep(PAUSE).await;
        }
    })
    .await;
    server.stop().await;
    assert_eq!(everything(&place).await.1.len(), (position * DAYS) as usize);
    place.discard().await;
}
