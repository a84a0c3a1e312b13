//! Each limit by its name: who calls too often is told how long to wait, and is let in when that has passed.

use std::future::Future;

use hearth_http::testing::Answer;
use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::json;

use crate::support::{Member, Server, Setting, V3, fresh, message};

/// Two at once and one every two seconds for one rate, plenty for the others.
async fn open(place: hearth_store::testing::TestPlace, few: &[Setting]) -> Server {
    let plenty = [
        ("HEARTH_RATE_LIMITS", "on"),
        ("HEARTH_RATE_READING_BURST", "10000"),
        ("HEARTH_RATE_WRITING_BURST", "10000"),
        ("HEARTH_RATE_SIGNING_IN_BURST", "10000"),
    ];
    Server::open_with(place, &[&plenty, few].concat()).await
}

/// The burst passes, the next is refused with a time, and passes once that time is over, and once only.
async fn expect_two_and_then_one<F: Future<Output = Answer>>(server: &Server, call: impl Fn() -> F) {
    for _ in 0..2 {
        let answer = call().await;
        assert_ne!(answer.status, 429, "within the burst: {}", answer.text);
    }
    for _ in 0..2 {
        let refused = call().await;
        assert_eq!(refused.refusal(), (429, "M_LIMIT_EXCEEDED"));
        let wait_ms = refused.json["retry_after_ms"].as_i64().expect("a time");
        assert!((1..=2_000).contains(&wait_ms), "{wait_ms}");
        let wait_s: i64 = refused.headers["retry-after"].to_str().expect("text").parse().expect("a number");
        assert_eq!(wait_s, (wait_ms + 999) / 1_000);
        server.clock.advance_ms(wait_ms - 1);
        assert_eq!(call().await.status, 429, "a millisecond too early");
        server.clock.advance_ms(1);
        let answer = call().await;
        assert_ne!(answer.status, 429, "after the time that was told: {}", answer.text);
    }
}

fn say(member: &Member, room: &str) -> impl Future<Output = Answer> {
    let (door, path) = (member.door.clone(), format!("{V3}/rooms/{room}/send/m.room.message/{}", fresh()));
    async move { door.put(&path, message("hello")).await }
}

#[test]
fn rate_writing_is_counted_by_account() {
    on_both(|place| async {
        let few = [("HEARTH_RATE_WRITING_PER_SECOND", "0.5"), ("HEARTH_RATE_WRITING_BURST", "2")];
        let server = open(place, &few).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        let room = ada.create(json!({ "preset": "public_chat" })).await;
        bob.join(&room).await.ok();
        server.clock.advance_ms(60_000);
        expect_two_and_then_one(&server, || say(&ada, &room)).await;
        assert_eq!(say(&ada, &room).await.status, 429);
        assert_eq!(say(&bob, &room).await.status, 200, "another account");
        assert_eq!(ada.get("/account/whoami").await.status, 200, "reading is another limit");
        server.close().await;
    });
}

#[test]
fn rate_reading_is_counted_by_account() {
    on_both(|place| async {
        let few = [("HEARTH_RATE_READING_PER_SECOND", "0.5"), ("HEARTH_RATE_READING_BURST", "2")];
        let server = open(place, &few).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        expect_two_and_then_one(&server, || ada.get("/joined_rooms")).await;
        assert_eq!(ada.get("/joined_rooms").await.status, 429);
        assert_eq!(bob.get("/joined_rooms").await.status, 200, "another account");
        server.close().await;
    });
}

#[test]
fn rate_signing_in_is_counted_by_address() {
    on_both(|place| async {
        let few = [("HEARTH_RATE_SIGNING_IN_PER_SECOND", "0.5"), ("HEARTH_RATE_SIGNING_IN_BURST", "2")];
        let server = open(place, &few).await;
        let door = server.door();
        let path = format!("{V3}/login");
        let wrong = |name: &str| {
            let who = json!({ "type": "m.id.user", "user": name });
            json!({ "type": "m.login.password", "identifier": who, "password": "wrong horse" })
        };
        expect_two_and_then_one(&server, || door.post(&path, wrong("ada"))).await;
        assert_eq!(door.post(&path, wrong("bob")).await.status, 429, "the address is the same");
        assert_eq!(door.get(&path).await.status, 200, "to ask how one signs in is free");
        server.close().await;
    });
}

#[test]
fn what_apps_tell_is_counted_by_account_with_told_burst_and_told_every_ms() {
    on_both(|place| async {
        let server = open(place, &[]).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        let tell = async |member: &Member| {
            member.door.post("/_hearth/signals", json!({ "id": fresh(), "signals": [] })).await.status
        };
        for _ in 0..limits::TOLD_BURST {
            assert_eq!(tell(&ada).await, 200);
        }
        assert_eq!(tell(&ada).await, 429);
        assert_eq!(tell(&bob).await, 200, "another account");
        server.clock.advance_ms(limits::TOLD_EVERY_MS as i64);
        assert_eq!(tell(&ada).await, 200);
        assert_eq!(tell(&ada).await, 429);
        server.close().await;
    });
}

#[test]
fn rate_limits_off_lets_everything_through() {
    on_both(|place| async {
        let few = [("HEARTH_RATE_LIMITS", "off"), ("HEARTH_RATE_READING_BURST", "1")];
        let server = open(place, &few).await;
        let ada = server.member("ada").await;
        for _ in 0..20 {
            ada.get("/joined_rooms").await.ok();
        }
        server.close().await;
    });
}
