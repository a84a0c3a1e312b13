//! Memory and time follow what is active, not what is stored: the same calls on a community that has said ten
//! times as much.

use std::time::Duration;

use hearth_http::testing::Door;
use hearth_store::testing::{TestPlace, on_both, postgres_place, sqlite_place};
use serde_json::{Value, json};
use tokio::time::Instant;

use super::{import, open, request};

const V3: &str = "/_matrix/client/v3";
/// Messages of the smaller community.
const FEW: usize = 200;
const FEW_SOAKING: usize = 5_000;
const CALLS: usize = 25;
/// Below this a difference is noise.
const NOISE: Duration = Duration::from_millis(2);

fn is_soaking() -> bool {
    std::env::var_os("HEARTH_SOAK").is_some()
}

fn log(lines: usize) -> Vec<u8> {
    let line = |number: usize| {
        let (day, minute, second) = (1 + number / 86_400, number / 60 % 1_440, number % 60);
        let who = ["ada", "grace", "edsger"][number % 3];
        format!("2016-06-{day:02} {:02}:{:02}:{second:02} <{who}> line {number}\n", minute / 60, minute % 60)
    };
    (0..lines).map(line).collect::<String>().into_bytes()
}

/// What each call takes, in the middle of many, and what the process holds more than before.
struct Measured {
    calls: Vec<(&'static str, Duration)>,
    memory_bytes: u64,
}

fn resident_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).map_or(0, |kib| kib * 1024)
}

async fn measure(place: &TestPlace, lines: usize) -> Measured {
    let summary = import(place, request(log(lines))).await.expect("it moves in");
    let before = resident_bytes();
    let (app, _) = open(place.options()).await;
    let door = Door::new(app.router.clone());
    let account = json!({ "username": "reader", "password": "correct horse", "auth": { "type": "m.login.dummy" } });
    let session = door.post(&format!("{V3}/register"), account).await.ok();
    let door = door.with_token(session["access_token"].as_str().expect("a token"));
    let room = &summary.room_ids[0];
    door.post(&format!("{V3}/join/{room}"), json!({})).await.ok();
    let since = text(&door.get(&format!("{V3}/sync")).await.ok(), "next_batch");
    let page = door.get(&format!("{V3}/rooms/{room}/messages?dir=b&limit=50")).await.ok();
    let (middle, event) = (text(&page, "end"), text(&page["chunk"][25], "event_id"));

    let paths = [
        ("initial sync", format!("{V3}/sync")),
        ("incremental sync", format!("{V3}/sync?since={since}&timeout=0")),
        ("newest messages", format!("{V3}/rooms/{room}/messages?dir=b&limit=50")),
        ("older messages", format!("{V3}/rooms/{room}/messages?dir=b&limit=50&from={middle}")),
        ("first messages", format!("{V3}/rooms/{room}/messages?dir=f&limit=50")),
        ("context", format!("{V3}/rooms/{room}/context/{event}")),
        ("event", format!("{V3}/rooms/{room}/event/{event}")),
        ("members", format!("{V3}/rooms/{room}/joined_members")),
        ("state", format!("{V3}/rooms/{room}/state")),
    ];
    let mut calls = Vec::new();
    for (name, path) in paths {
        let mut took = Vec::new();
        for _ in 0..CALLS {
            let started = Instant::now();
            door.get(&path).await.ok();
            took.push(started.elapsed());
        }
        calls.push((name, median(took)));
    }
    let mut took = Vec::new();
    for number in 0..CALLS {
        let path = format!("{V3}/rooms/{room}/send/m.room.message/t{number}");
        let started = Instant::now();
        door.put(&path, json!({ "msgtype": "m.text", "body": "hello" })).await.ok();
        took.push(started.elapsed());
    }
    calls.push(("send", median(took)));
    let memory_bytes = resident_bytes().saturating_sub(before);
    app.store.close().await;
    Measured { calls, memory_bytes }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}")).to_owned()
}

fn median(mut took: Vec<Duration>) -> Duration {
    took.sort();
    took[took.len() / 2]
}

#[test]
fn ten_times_as_much_makes_no_call_twice_as_slow() {
    const MIB: u64 = 1024 * 1024;
    on_both(|place| async move {
        let few = if is_soaking() { FEW_SOAKING } else { FEW };
        let larger = match place.database_url.rsplit_once('/') {
            Some((server, _)) => postgres_place(&format!("{server}/postgres")).await,
            None => sqlite_place(),
        };
        let small = measure(&place, few).await;
        let large = measure(&larger, few * 10).await;
        // Beside other tests nothing can be said of time; a scan of everything is found all the same.
        let factor = if is_soaking() { 2 } else { 6 };
        for ((name, small), (_, large)) in small.calls.iter().zip(&large.calls) {
            assert!(*large <= *small * factor + NOISE, "{name}: {small:?}, with ten times as much {large:?}");
        }
        let (small, large) = (small.memory_bytes, large.memory_bytes);
        // SQLite's own caches, which are filled by either and have a bound.
        assert!(large <= small * 2 + 24 * MIB, "{small} bytes, with ten times as much {large}");
    });
}
