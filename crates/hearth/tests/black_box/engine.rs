//! SIGKILL while the engine works: files that are being merged, and members who are being scored.

use std::{process::Stdio, time::Duration};

use hearth_insight::signals::{Day, Id, PRODUCT_ACTIVITY, Signal, SignalLog, Stream, Workspace};
use hearth_kernel::{Context, Rng};
use serde_json::Value;

use crate::{
    killed::{rounds, seeded},
    support::{PAUSE, Place, Server, hearth, run, soon},
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

async fn files(place: &Place) -> usize {
    let log = SignalLog::open(&place.path().join("signals")).expect("the log opens");
    let census = log.census(&shop(), usize::MAX).await.expect("the files can be counted");
    census.iter().map(|day| day.files).sum()
}

/// Each signal's position and ordinal.
async fn everything(place: &Place) -> Vec<(i64, i32)> {
    let log = SignalLog::open(&place.path().join("signals")).expect("the log opens");
    let mut reading = log.read(&shop(), Day::of(0)..=Day::of(i64::MAX)).await.expect("the log can be read");
    let mut all = Vec::new();
    while let Some(day) = reading.next().await.expect("a day can be read") {
        all.extend(day.signals.iter().map(|signal| (signal.position, signal.ordinal)));
    }
    all.sort_unstable();
    all
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
        let found = everything(&place).await;
        let expected = (1..=position).flat_map(|position| (0..DAYS as i32).map(move |day| (position, day)));
        assert!(found.into_iter().eq(expected), "each is there once");
    }
    let mut server = Server::start(&place).await;
    soon("the files to be merged", async {
        while files(&place).await > DAYS as usize {
            tokio::time::sleep(PAUSE).await;
        }
    })
    .await;
    server.stop().await;
    assert_eq!(everything(&place).await.len(), (position * DAYS) as usize);
    place.discard().await;
}

/// Members with a habit of their own, of whom a part stops coming.
fn community() -> Vec<Signal> {
    let (rng, start_ms) = (Rng::from_number(7), start_ms() - 40 * DAY_MS);
    let mut signals = Vec::new();
    for member in 0..540 {
        let pause = 1 + rng.below(4) as i64;
        let leaves = if rng.one_in(3) { rng.below(60) as i64 } else { 60 };
        let mut day = rng.below(10) as i64;
        while day < leaves {
            let id = Id::parse(&format!("m{member}")).expect("a name");
            let at_ms = start_ms + day * DAY_MS + rng.below(DAY_MS as u64) as i64;
            signals.push(Signal::new(&PRODUCT_ACTIVITY, id, at_ms, 0, 0));
            day += pause;
        }
    }
    signals.sort_by_key(|signal| signal.at_ms);
    (1..).zip(&mut signals).for_each(|(position, signal)| signal.position = position);
    signals
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn scoring_that_is_killed_is_done_again_and_says_the_same() {
    let (place, other, rng) = (Place::embedded(), Place::embedded(), seeded());
    let as_of = ((start_ms() + 20 * DAY_MS) / 1_000).to_string();
    let score = |place| {
        hearth(place, &["churn", "score", "--workspace", "shop", "--as-of", &as_of, "--most", "1000", "--json"])
    };
    let signals = community();
    for place in [&place, &other] {
        assert!(run(hearth(place, &["admin", "create", "ada"])).await.status.success());
        append(place, signals.clone()).await;
    }
    let members = |output: std::process::Output| -> Value {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let said: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        said["members"].clone()
    };
    let expected = members(run(score(&other)).await);
    assert!(expected.as_array().is_some_and(|members| members.len() > 100), "{expected}");
    for _ in 0..rounds() {
        let mut child = score(&place).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        tokio::time::sleep(Duration::from_micros(rng.below(1_500_000))).await;
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }
    assert_eq!(members(run(score(&place)).await), expected, "what was left is no obstacle, and nobody is there twice");
    place.discard().await;
    other.discard().await;
}
