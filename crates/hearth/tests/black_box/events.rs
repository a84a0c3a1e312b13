//! Another product's events: moved in from a file and sent to a running server, with SIGKILL at random moments.

use std::{fmt::Write as _, path::Path, process::Stdio, time::Duration};

use hearth_insight::signals::{Day, Signal, SignalLog, Workspace};
use hearth_kernel::Rng;
use serde_json::{Value, json};

use crate::support::{Http, PAUSE, Place, Server, hearth, run, skip, soon, tests_postgres, text};

const ROWS: usize = 12_000;
const KILLS: usize = 4;
/// The kill falls within this time.
const LATEST_US: u64 = 1_500_000;

/// The log of a workspace, as any program may read it.
async fn logged(place: &Place, workspace: &str) -> Vec<Signal> {
    let log = SignalLog::open(&place.path().join("signals")).expect("the log");
    let workspace = Workspace::parse(workspace).expect("a name");
    let mut reading = log.read(&workspace, Day::of(0)..=Day::of(i64::MAX)).await.expect("the days");
    let mut signals = Vec::new();
    while let Some(day) = reading.next().await.expect("a day") {
        signals.extend(day.signals);
    }
    signals
}

async fn insight(place: &Place, arguments: &[&str]) -> Value {
    let output = run(hearth(place, &[&["insight"], arguments, &["--json"]].concat())).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it speaks JSON")
}

fn write_rows(path: &Path) {
    let mut rows = "who,at,what\n".to_owned();
    for at in 0..ROWS {
        writeln!(rows, "m{},{},{}", at % 300, 1_080_000_000 + at * 60, ["sent", "read"][at % 2]).expect("a text");
    }
    std::fs::write(path, rows).expect("the folder is ours");
}

async fn import_is_killed(place: Place) {
    let file = place.path().join("log.csv");
    write_rows(&file);
    let file = file.to_str().expect("a plain path");
    let options = ["--workspace", "shop", "--basis", "contract", "--map", "user=who,time=at,event=what"];
    let arguments = [&["import", "events", file], options.as_slice(), &["--accept", "activity", "--json"]].concat();
    let rng = Rng::from_os();
    kill_midway(&place, &arguments, &rng).await;
    for _ in 0..2 {
        let output = run(hearth(&place, &arguments)).await;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let signals = logged(&place, "shop").await;
    let mut moments: Vec<i64> = signals.iter().map(|signal| signal.at_ms).collect();
    moments.dedup();
    assert_eq!((signals.len(), moments.len()), (ROWS, ROWS));
    let shown = insight(&place, &["workspace", "show", "shop"]).await;
    let counted: i64 =
        shown["events"].as_array().expect("names").iter().filter_map(|name| name["events"].as_i64()).sum();
    assert_eq!(counted, ROWS as i64);

    // And taken away again; what was cut off is done by asking once more.
    let remove = ["insight", "workspace", "remove", "shop", "--for-good"];
    let unmeant = run(hearth(&place, &remove[..4])).await;
    assert!(String::from_utf8_lossy(&unmeant.stderr).contains("--for-good"), "it has to be meant");
    kill_midway(&place, &remove, &rng).await;
    let output = run(hearth(&place, &remove)).await;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() || said.contains("there is no workspace shop"), "{said}");
    assert!(logged(&place, "shop").await.is_empty());
    assert_eq!(insight(&place, &["workspace", "list"]).await["workspaces"], json!([]));
    place.discard().await;
}

async fn kill_midway(place: &Place, arguments: &[&str], rng: &Rng) {
    for _ in 0..KILLS {
        let mut command = hearth(place, arguments);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        tokio::time::sleep(Duration::from_micros(rng.below(LATEST_US))).await;
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_that_is_killed_moves_each_event_in_once() {
    import_is_killed(Place::embedded()).await;
    match tests_postgres() {
        Some(url) => import_is_killed(Place::on_postgres(&url).await).await,
        None => skip("HEARTH_TEST_POSTGRES names no server"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_that_was_taken_in_is_in_the_log_after_a_kill() {
    let place = Place::embedded();
    let mut server = Server::start(&place).await;
    // The server is asked through its socket.
    let made = insight(&place, &["key", "create", "--workspace", "shop", "--basis", "consent"]).await;
    let key = text(&made, "write_key");
    for round in 0..3 {
        let mut http = Http::new(server.address());
        for at in 0..20 {
            let id = format!("{round}-{at}");
            let body = json!({ "event": "page", "userId": "ada", "messageId": id, "writeKey": key });
            let answer = http.call("POST", "/v1/track", "", Some(&body)).await.expect("it answers");
            assert_eq!(answer.body["success"], true, "{:?}", answer.body);
        }
        server.kill();
        server.start_again(&place).await;
    }
    let all = async {
        while logged(&place, "shop").await.len() < 60 {
            tokio::time::sleep(PAUSE).await;
        }
    };
    soon("the events in the log", all).await;
    assert_eq!(logged(&place, "shop").await.len(), 60);
    insight(&place, &["key", "revoke", &key]).await;
    let body = json!({ "event": "page", "userId": "ada", "writeKey": key });
    let answer = Http::new(server.address()).call("POST", "/v1/track", "", Some(&body)).await.expect("it answers");
    assert_eq!(answer.status, 401);
    server.stop().await;
    place.discard().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_names_what_is_wrong_and_stores_nothing() {
    let place = Place::embedded();
    let file = place.path().join("log.jsonl");
    std::fs::write(&file, "{\"user\":\"ada\",\"time\":1080000000}\n{\"user\":\"ada\",\"time\":\"soon\"}\n")
        .expect("ours");
    let file = file.to_str().expect("a plain path");
    let arguments = ["import", "events", file, "--workspace", "shop", "--dry-run"];
    let output = run(hearth(&place, &arguments)).await;
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains("line 2, column time: `soon` is not a time") && said.contains("Nothing was stored"),
        "{said}"
    );
    assert!(!place.path().join("hearth.db").exists());
    let unknown = run(hearth(&place, &["import", "events", "log.txt", "--workspace", "shop"])).await;
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("--format csv, jsonl, parquet"));
    place.discard().await;
}
