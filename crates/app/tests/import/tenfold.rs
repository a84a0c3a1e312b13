//! Memory and time follow what is active, not what is stored: the same calls on a community that has said ten
//! times as much, and has ten times as many rooms with ten times as many members.

use std::time::Duration;

use hearth_app::App;
use hearth_http::testing::{Answer, Door};
use hearth_matrix::archive::Request;
use hearth_store::{
    Entry, Statement,
    testing::{TestPlace, on_both, postgres_place, sqlite_place},
};
use serde_json::{Value, json};
use tokio::time::Instant;

use super::{import, open, request};

const V3: &str = "/_matrix/client/v3";
/// Messages of the smaller community.
const FEW: usize = 200;
const FEW_SOAKING: usize = 5_000;
/// Rooms of two beside the one that is read, in the smaller community.
const FEW_PAIRS: usize = 10;
/// Rooms that everybody may find. Who looks for one looks at all of them, so they are as many in either.
const LISTED: usize = 5;
/// What notifies who reads; the last of it is looked for.
const NEWS: [&str; 3] = ["news", "more news", "needle"];
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

/// Who wrote to whom: a room for each two, who have no other.
fn edges(pairs: usize) -> Vec<u8> {
    let edge = |number: usize| format!("left{number} right{number} {}\n", 1_464_771_600 + number);
    (0..pairs).map(edge).collect::<String>().into_bytes()
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

/// A new member of a room.
async fn member(app: &App, name: &str, room: &str) -> Door {
    let door = Door::new(app.router.clone());
    let account = json!({ "username": name, "password": "correct horse", "auth": { "type": "m.login.dummy" } });
    let session = door.post(&format!("{V3}/register"), account).await.ok();
    let door = door.with_token(session["access_token"].as_str().expect("a token"));
    door.post(&format!("{V3}/join/{room}"), json!({})).await.ok();
    door
}

/// Puts some rooms into the list of public ones, as if their members had.
async fn list(app: &App) {
    let sql = "UPDATE rooms_room SET listed = 1
               WHERE room_id IN (SELECT room_id FROM rooms_room ORDER BY room_id LIMIT ?1)";
    let mut entry = Entry::new();
    entry.statement(Statement::new(sql, vec![(LISTED as i64).into()]));
    app.store.write(entry).await.expect("they are listed");
}

async fn search(door: &Door) -> Answer {
    let criteria = json!({ "search_term": NEWS[2] });
    door.post(&format!("{V3}/search"), json!({ "search_categories": { "room_events": criteria } })).await
}

/// What a call takes.
async fn timed<F: Future<Output = Answer>>(call: impl Fn(usize) -> F) -> Duration {
    let mut took = Vec::new();
    for number in 0..CALLS {
        let started = Instant::now();
        call(number).await.ok();
        took.push(started.elapsed());
    }
    median(took)
}

async fn measure(place: &TestPlace, lines: usize, pairs: usize) -> Measured {
    let summary = import(place, request(log(lines))).await.expect("it moves in");
    let beside = Request { room: None, ..request(edges(pairs)) };
    import(place, beside).await.expect("it moves in beside it");
    let before = resident_bytes();
    let (app, _) = open(place.options()).await;
    let matrix = app.matrix.clone();
    // Without the retention engine, whose work would be measured too.
    let listening = tokio::spawn(async move {
        Box::pin(matrix.listen()).await;
    });
    list(&app).await;
    let room = &summary.room_ids[0];
    let door = member(&app, "reader", room).await;
    let other = member(&app, "other", room).await;
    for (number, body) in NEWS.into_iter().enumerate() {
        let path = format!("{V3}/rooms/{room}/send/m.room.message/n{number}");
        other.put(&path, json!({ "msgtype": "m.text", "body": body })).await.ok();
    }
    // What was said before it is in the index by then.
    while search(&door).await.ok()["search_categories"]["room_events"]["count"] != 1 {
        tokio::task::yield_now().await;
    }
    let found = async |path: &str, key: &str| door.get(path).await.ok()[key].as_array().map(Vec::len);
    let (notifications, rooms) = (format!("{V3}/notifications"), format!("{V3}/publicRooms"));
    assert_eq!(found(&notifications, "notifications").await, Some(NEWS.len()));
    assert_eq!(found(&rooms, "chunk").await, Some(LISTED));
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
        ("notifications", notifications),
        ("public rooms", rooms),
    ];
    let mut calls = Vec::new();
    for (name, path) in &paths {
        calls.push((*name, timed(|_| door.get(path)).await));
    }
    calls.push(("search", timed(|_| search(&door)).await));
    let send = |number: usize| {
        let (door, path) = (&door, format!("{V3}/rooms/{room}/send/m.room.message/t{number}"));
        async move { door.put(&path, json!({ "msgtype": "m.text", "body": "hello" })).await }
    };
    calls.push(("send", timed(send).await));
    let memory_bytes = resident_bytes().saturating_sub(before);
    app.store.close().await;
    listening.abort();
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
        let small = measure(&place, few, FEW_PAIRS).await;
        let large = measure(&larger, few * 10, FEW_PAIRS * 10).await;
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
