//! Limits of time, where time leaps to whatever is waited for.

use std::time::Duration;

use hearth_insight::signals::{Id, PRODUCT_ACTIVITY, Signal, Stream, Workspace};
use hearth_kernel::limits;
use hearth_store::testing::in_leaps;
use serde_json::json;
use tokio::time::Instant;

use crate::{
    support::{DAY_MS, MONDAY_MS, Server, array, text},
    sync::longpoll::ephemeral,
};

const LONG_MS: u64 = 1_000_000_000;

#[track_caller]
fn expect_about(since: Instant, limit_ms: u64) {
    let took = since.elapsed();
    let limit = Duration::from_millis(limit_ms);
    assert!(took >= limit && took < limit + Duration::from_secs(2), "{took:?} instead of {limit:?}");
}

#[test]
fn sync_wait_ms_ends_a_sync_without_news() {
    in_leaps(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let since = ada.token().await;
        let began = Instant::now();
        let answer = ada.sync(Some(&since), &json!({}), &format!("&timeout={LONG_MS}")).await;
        expect_about(began, limits::SYNC_WAIT_MS);
        assert!(answer["next_batch"].is_string() && answer.get("rooms").is_none(), "{answer}");
        server.close().await;
    });
}

#[test]
fn typing_ms_ends_the_longest_notice() {
    in_leaps(|place| async {
        let server = Server::open_with(place, &[("HEARTH_PRESENCE", "off")]).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        let room = ada.room_with(json!({}), &[&bob]).await;
        let long = json!({ "typing": true, "timeout": LONG_MS });
        ada.put(&format!("/rooms/{room}/typing/{}", ada.id), long).await.ok();
        let since = bob.token().await;
        // The notice's own look at its end begins.
        tokio::task::yield_now().await;
        let began = Instant::now();
        server.clock.advance_ms(limits::TYPING_MS as i64);
        let answer = bob.sync(Some(&since), &json!({}), &format!("&timeout={LONG_MS}")).await;
        expect_about(began, limits::TYPING_MS);
        assert_eq!(ephemeral(&answer, &room, "m.typing")["user_ids"], json!([]));
        server.close().await;
    });
}

#[test]
fn media_wait_ms_ends_a_wait_for_an_upload() {
    in_leaps(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let created = ada.door.post("/_matrix/media/v1/create", json!({})).await.ok();
        let address = text(&created["content_uri"]).replace("mxc://", "");
        let began = Instant::now();
        let path = format!("/_matrix/client/v1/media/download/{address}?timeout_ms={LONG_MS}");
        assert_eq!(ada.door.get(&path).await.refusal(), (504, "M_NOT_YET_UPLOADED"));
        expect_about(began, limits::MEDIA_WAIT_MS);
        server.close().await;
    });
}

/// Comes, twice on one day that is over: two files.
async fn came_twice(server: &Server, workspace: &Workspace) {
    for position in 0..2 {
        let ada = Id::parse("@ada:test.example").expect("an id");
        let at_ms = hearth_kernel::Clock::now_ms(&*server.clock) - 3 * DAY_MS;
        let signal = Signal::new(&PRODUCT_ACTIVITY, ada, at_ms, position, 0);
        let stream = Stream::parse("test").expect("a stream's name");
        server.app.insight.log.append(workspace, &stream, vec![signal]).await.expect("it is written");
    }
}

/// What a question counts just before so long after the start, and just after.
async fn around(server: &Server, look_ms: u64, count: &str) -> [String; 2] {
    tokio::time::sleep(Duration::from_millis(look_ms - 1_000)).await;
    let before = server.rows(count).await[0][0].clone();
    tokio::time::sleep(Duration::from_secs(2)).await;
    [before, server.rows(count).await[0][0].clone()]
}

#[test]
fn scores_look_ms_is_when_a_run_that_is_due_begins() {
    in_leaps(|place| async {
        let server = Server::open(place).await;
        came_twice(&server, &Workspace::home()).await;
        let runs = around(&server, limits::SCORES_LOOK_MS, "SELECT CAST(COUNT(*) AS TEXT) FROM scores_run").await;
        assert_eq!(runs, ["0", "1"]);
        server.close().await;
    });
}

#[test]
fn segments_look_ms_is_when_segments_that_are_due_are_counted() {
    in_leaps(|place| async {
        let server = Server::open(place).await;
        came_twice(&server, &Workspace::import()).await;
        let days = "SELECT CAST(COUNT(DISTINCT day) AS TEXT) FROM segments_count";
        assert_eq!(around(&server, limits::SEGMENTS_LOOK_MS, days).await, ["0", "1"]);
        server.close().await;
    });
}

#[test]
fn signals_tidy_ms_is_when_files_of_a_day_become_one() {
    in_leaps(|place| async {
        let server = Server::open(place).await;
        let root = server.administrator().await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        came_twice(&server, &Workspace::home()).await;
        let files = async || {
            let shown = root.door.get("/_hearth/admin/signals").await.ok();
            shown["workspaces"][0]["days"][0]["files"].clone()
        };
        assert_eq!(files().await, 2);
        tokio::time::sleep(Duration::from_millis(limits::SIGNALS_TIDY_MS - 10_000)).await;
        assert_eq!(files().await, 2);
        tokio::time::sleep(Duration::from_secs(20)).await;
        assert_eq!(files().await, 1);
        server.close().await;
    });
}

#[test]
fn signals_exported_are_the_first_of_more() {
    in_leaps(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let of_ada = |position| {
            let at_ms = MONDAY_MS + position / 10_000 * DAY_MS;
            Signal::new(&PRODUCT_ACTIVITY, Id::parse(&ada.id).expect("an id"), at_ms, position, 0)
        };
        server.move_in("test", (0..limits::SIGNALS_EXPORTED as i64).map(of_ada).collect()).await;
        let handed = async || {
            let handed = server.app.insight.signals.signals_of(&ada.id).await.expect("they are read");
            (array(&handed["signals"]).len(), handed["whole"].clone())
        };
        assert_eq!(handed().await, (limits::SIGNALS_EXPORTED, json!(true)));
        server.move_in("test", vec![of_ada(limits::SIGNALS_EXPORTED as i64)]).await;
        assert_eq!(handed().await, (limits::SIGNALS_EXPORTED, json!(false)));
        server.close().await;
    });
}

#[test]
fn translation_time_ms_ends_a_provider_that_says_nothing() {
    in_leaps(|place| async {
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url: &'static str = format!("http://{}", silent.local_addr().expect("an address")).leak();
        let settings = [("HEARTH_TRANSLATION_URL", url), ("HEARTH_TRANSLATION_PRIVATE", "true")];
        let server = Server::open_with(place, &settings).await;
        let ada = server.member("ada").await;
        let began = Instant::now();
        let answer = ada.door.post("/_hearth/translate", json!({ "text": "x", "to": "en" })).await;
        assert_eq!(answer.refusal(), (503, "M_UNKNOWN"));
        expect_about(began, limits::TRANSLATION_TIME_MS);
        server.close().await;
    });
}
