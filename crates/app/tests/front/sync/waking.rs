//! Devices are woken: what a push gateway is told, by which it learns what happened. The gateway is a fake that speaks the
//! protocol.

use std::{sync::Arc, time::Duration};

use axum::{Json, Router, extract::State, http::StatusCode, routing};
use hearth_http::{Listener, Meter, Stopping};
use hearth_kernel::limits;
use hearth_store::testing::{TestPlace, on_both, sqlite_place};
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::sync::{Notify, Semaphore};

use crate::support::{Member, Server, Setting, array, text};

/// What it answers with, in turn; then with nothing rejected.
type Moods = Vec<(StatusCode, Value)>;

#[derive(Clone)]
pub struct Gateway {
    told: Arc<Mutex<Vec<Value>>>,
    moods: Arc<Mutex<Moods>>,
    /// How many may be answered.
    turns: Arc<Semaphore>,
    url: String,
}

impl Gateway {
    async fn open() -> Self {
        let listener = Listener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/_matrix/push/v1/notify", listener.address().expect("an address"));
        let turns = Arc::new(Semaphore::new(Semaphore::MAX_PERMITS));
        let gateway = Self { told: Arc::default(), moods: Arc::default(), turns, url };
        let notify = |State(gateway): State<Self>, Json(told): Json<Value>| async move {
            gateway.told.lock().push(told["notification"].clone());
            gateway.turns.acquire().await.expect("it is open").forget();
            // What only counts is taken in any mood.
            let mood = told["notification"]["event_id"].is_string().then(|| gateway.moods.lock().pop()).flatten();
            let (status, answer) = mood.unwrap_or((StatusCode::OK, json!({ "rejected": [] })));
            (status, Json(answer))
        };
        let app = Router::new().route("/_matrix/push/v1/notify", routing::post(notify)).with_state(gateway.clone());
        let (stop, stopping) = Stopping::new();
        tokio::spawn(async move {
            listener.serve(app, stopping, Meter::default()).await;
            drop(stop);
        });
        gateway
    }

    pub fn told(&self) -> Vec<Value> {
        self.told.lock().clone()
    }

    /// The next notification, behind so many.
    async fn next(&self, behind: usize) -> Value {
        self.first(|told| told.get(behind)).await
    }

    /// The notification of an event.
    pub async fn told_of(&self, event: &str) -> Value {
        self.first(|told| told.iter().find(|told| told["event_id"] == event)).await
    }

    async fn first(&self, find: impl Fn(&[Value]) -> Option<&Value>) -> Value {
        for _ in 0..6_000 {
            if let Some(told) = find(&self.told.lock()) {
                return told.clone();
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("the gateway was told {} times", self.told.lock().len());
    }
}

/// Answers, more than are waited for.
const MANY: usize = 1_000;

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(5);

const LOOPBACK: &[Setting] = &[("HEARTH_OUTGOING", "loopback")];

pub async fn open(place: TestPlace) -> (Server, Gateway) {
    (Server::open_with(place, LOOPBACK).await, Gateway::open().await)
}

/// Waits until it was decided, of all that happened so far, who is woken.
pub async fn heard(server: &Server) {
    hearth_store::catch_up(&server.app.store, "wake", &Notify::new()).await;
}

pub async fn may_wake(member: &Member, gateway: &Gateway, key: &str, format: Option<&str>) {
    let mut data = json!({ "url": gateway.url, "brand": "test" });
    if let Some(format) = format {
        data["format"] = format.into();
    }
    let pusher = json!({
        "kind": "http", "app_id": "org.test", "pushkey": key, "app_display_name": "App", "lang": "en",
        "device_display_name": "Phone", "data": data, "append": true,
    });
    member.post("/pushers/set", pusher).await.ok();
}

#[test]
fn a_device_is_woken_by_what_its_rules_notify_of() {
    on_both(|place| async move {
        let (server, gateway) = open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        alice.put(&format!("/profile/{}/displayname", alice.id), json!({ "displayname": "Alice" })).await.ok();
        let room = alice.room_with(json!({ "name": "Chess", "room_alias_name": "chess" }), &[&bob, &carol]).await;
        may_wake(&bob, &gateway, "whole", None).await;
        let said = alice.say(&room, "check").await;
        let told = gateway.next(0).await;
        let device = json!({ "app_id": "org.test", "pushkey": "whole", "data": { "brand": "test" }, "tweaks": {} });
        let expected = json!({
            "event_id": said, "room_id": room, "type": "m.room.message", "sender": alice.id,
            "sender_display_name": "Alice", "room_name": "Chess", "room_alias": "#chess:test.example",
            "content": { "msgtype": "m.text", "body": "check" }, "prio": "low", "counts": { "unread": 1 },
            "devices": [device],
        });
        assert_eq!(told, expected);

        let named = json!({ "msgtype": "m.text", "body": "mate, bob", "m.mentions": { "user_ids": [bob.id] } });
        alice.send(&room, "m.room.message", named).await;
        let told = gateway.next(1).await;
        assert_eq!((&told["prio"], &told["counts"]["unread"]), (&json!("high"), &json!(2)));
        assert_eq!(told["devices"][0]["tweaks"]["highlight"], true);

        // Read there, the number on the device goes, and no event is told.
        bob.read(&room, &said).await.ok();
        let told = gateway.next(2).await;
        assert_eq!((&told["counts"]["unread"], told.get("event_id")), (&json!(1), None));

        let other = alice.create(json!({ "invite": [bob.id] })).await;
        let told = gateway.next(3).await;
        assert_eq!((&told["room_id"], &told["type"]), (&json!(other), &json!("m.room.member")));
        assert_eq!(told["user_is_target"], true);

        // What one says oneself, what is silenced, and what those say whom one ignores wake nobody; nor is somebody woken
        // without a device.
        bob.say(&room, "mine").await;
        bob.put(&format!("/pushrules/global/room/{room}"), json!({ "actions": [] })).await.ok();
        alice.say(&room, "silenced").await;
        bob.set_data(None, "m.ignored_user_list", json!({ "ignored_users": { carol.id.clone(): {} } })).await.ok();
        carol.say(&room, "ignored").await;
        let last = alice
            .send(
                &room,
                "m.room.message",
                json!({
                    "msgtype": "m.text", "body": "bob?", "m.mentions": { "user_ids": [bob.id] },
                }),
            )
            .await;
        gateway.told_of(&last).await;
        let events: Vec<_> = gateway.told().iter().filter(|told| told.get("event_id").is_some()).cloned().collect();
        assert_eq!(events.len(), 4, "{events:?}");
        server.close().await;
    });
}

#[test]
fn a_gateway_that_is_to_know_ids_only_hears_nothing_else() {
    on_both(|place| async move {
        let (server, gateway) = open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({ "name": "Secret" }), &[&bob]).await;
        may_wake(&bob, &gateway, "ids", Some("event_id_only")).await;
        for (member, key) in [(&alice, "the sender's"), (&carol, "a stranger's")] {
            may_wake(member, &gateway, key, None).await;
        }
        let said = alice.say(&room, "secret").await;
        let told = gateway.next(0).await;
        let data = json!({ "brand": "test", "format": "event_id_only" });
        let device = json!({ "app_id": "org.test", "pushkey": "ids", "data": data, "tweaks": { "sound": "default" } });
        let expected = json!({
            "event_id": said, "room_id": room, "prio": "high", "counts": { "unread": 1 }, "devices": [device],
        });
        assert_eq!(told, expected, "of a message between two");
        heard(&server).await;
        assert_eq!(gateway.told().len(), 1, "nobody else is concerned");
        server.close().await;
    });
}

#[test]
fn a_key_that_its_gateway_rejects_is_gone_and_who_is_locked_sleeps() {
    on_both(|place| async move {
        let (server, gateway) = open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob, &carol]).await;
        may_wake(&bob, &gateway, "gone", None).await;
        gateway.moods.lock().push((StatusCode::OK, json!({ "rejected": ["gone"] })));
        alice.say(&room, "are you there?").await;
        gateway.next(0).await;
        let gone = async {
            while !array(&bob.get("/pushers").await.ok()["pushers"]).is_empty() {
                tokio::time::sleep(PAUSE).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), gone).await.expect("the pusher is taken away");

        may_wake(&carol, &gateway, "carols", None).await;
        let lock = |locked| {
            let name = carol.id.clone();
            use hearth_matrix::accounts::Command::{Lock, Unlock};
            server.app.matrix.accounts.administer(if locked { Lock { name } } else { Unlock { name } })
        };
        lock(true).await.expect("she is locked");
        alice.say(&room, "not for her").await;
        heard(&server).await;
        lock(false).await.expect("she is not");
        let said = alice.say(&room, "for her").await;
        assert_eq!(gateway.next(1).await["event_id"], said.as_str());
        server.close().await;
    });
}

#[test]
fn a_gateway_that_fails_is_told_again_and_one_that_refuses_is_not() {
    on_both(|place| async move {
        let (server, gateway) = open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        may_wake(&bob, &gateway, "key", None).await;
        gateway.moods.lock().extend([(StatusCode::BAD_REQUEST, json!({})), (StatusCode::BAD_GATEWAY, json!({}))]);
        let first = alice.say(&room, "first").await;
        assert_eq!(gateway.next(0).await["event_id"], first.as_str(), "it failed");
        assert_eq!(gateway.next(1).await["event_id"], first.as_str(), "told again, it refuses");
        let second = alice.say(&room, "second").await;
        assert_eq!(gateway.next(2).await["event_id"], second.as_str());
        server.close().await;
    });
}

#[test]
fn what_was_deleted_or_read_meanwhile_is_not_told_again() {
    on_both(|place| async move {
        let (server, gateway) = open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        may_wake(&bob, &gateway, "key", None).await;
        gateway.moods.lock().extend(vec![(StatusCode::BAD_GATEWAY, json!({})); 4]);
        // No answer comes before all has happened; two are waited for at once.
        let hold = || gateway.turns.forget_permits(Semaphore::MAX_PERMITS);
        hold();
        let read = alice.say(&room, "read elsewhere").await;
        gateway.told_of(&read).await;
        bob.read(&room, &read).await.ok();
        let slip = alice.say(&room, "a slip").await;
        gateway.told_of(&slip).await;
        alice.redact(&room, &slip).await.ok();
        gateway.turns.add_permits(MANY);
        heard(&server).await;
        hold();
        let other = alice.create(json!({ "invite": [bob.id] })).await;
        gateway.first(|told| told.iter().find(|told| told["room_id"] == other.as_str())).await;
        bob.leave(&other).await.ok();
        gateway.turns.add_permits(MANY);
        let news = alice.say(&room, "news").await;
        let again = gateway.first(|told| told.iter().filter(|told| told["event_id"] == news.as_str()).nth(1)).await;
        assert_eq!(again["counts"]["unread"], 1, "as it is then");
        let times = |field: &str, id: &str| gateway.told().iter().filter(|told| told[field] == id).count();
        let again = [times("event_id", &read), times("event_id", &slip), times("room_id", &other)];
        assert_eq!(again, [1, 1, 1], "only what is still news is told again");
        server.close().await;
    });
}

#[test]
fn after_a_restart_devices_are_woken_without_being_asked() {
    on_both(|place| async move {
        let (server, gateway) = open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        may_wake(&bob, &gateway, "key", None).await;
        alice.say(&room, "before").await;
        gateway.next(0).await;
        heard(&server).await;
        let server = server.restart().await;
        let alice = server.back(&alice);
        let said = alice.say(&room, "after").await;
        assert_eq!(text(&gateway.next(1).await["event_id"]), said);
        server.close().await;
    });
}

#[test]
fn push_counted_rooms_is_how_many_are_counted() {
    on_both(|place| async move {
        let (server, gateway) = open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        alice.say(&room, "the first").await;
        may_wake(&bob, &gateway, "key", None).await;
        for _ in 0..limits::PUSH_COUNTED_ROOMS {
            let room = alice.room_with(json!({}), &[&bob]).await;
            alice.say(&room, "one each").await;
        }
        let said = alice.say(&room, "the last").await;
        let told = gateway.told_of(&said).await;
        assert_eq!(told["counts"]["unread"], limits::PUSH_COUNTED_ROOMS + 1, "two of the last room, one of the others");
        server.close().await;
    });
}

/// Members with a device each, in one room with who speaks, and the room.
async fn crowd(server: &Server, gateway: &Gateway, count: usize) -> (Member, String) {
    let alice = server.member("alice").await;
    let room = alice.create(json!({ "preset": "public_chat" })).await;
    for number in 0..count {
        let member = server.member(&format!("m{number}")).await;
        member.join(&room).await.ok();
        may_wake(&member, gateway, &format!("key{number}"), None).await;
    }
    (alice, room)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pushes_at_once_are_told_and_pushes_waiting_wait() {
    let (server, gateway) = open(sqlite_place()).await;
    // One more than would fill either by themselves.
    let members = 1 + limits::PUSHES_WAITING / limits::PUSHES_WAITING_EACH;
    assert!(members * limits::PUSHES_AT_ONCE_EACH > limits::PUSHES_AT_ONCE);
    let (alice, room) = crowd(&server, &gateway, members).await;
    gateway.turns.forget_permits(Semaphore::MAX_PERMITS);
    for number in 0..limits::PUSHES_WAITING_EACH {
        alice.say(&room, &number.to_string()).await;
    }
    gateway.next(limits::PUSHES_AT_ONCE - 1).await;
    heard(&server).await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(gateway.told().len(), limits::PUSHES_AT_ONCE, "the others wait for their turn");
    gateway.turns.add_permits(10_000);
    gateway.next(limits::PUSHES_WAITING - 1).await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(gateway.told().len(), limits::PUSHES_WAITING, "what came when so much waited was let go");
    server.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pushes_at_once_each_and_pushes_waiting_each_are_a_members_share() {
    let (server, silent) = open(sqlite_place()).await;
    let quick = Gateway::open().await;
    let (alice, room) = crowd(&server, &silent, 1).await;
    silent.turns.forget_permits(Semaphore::MAX_PERMITS);
    for number in 0..limits::PUSHES_WAITING_EACH + 5 {
        alice.say(&room, &number.to_string()).await;
    }
    silent.next(limits::PUSHES_AT_ONCE_EACH - 1).await;
    // Somebody else's is told meanwhile.
    let bob = server.member("bob").await;
    bob.join(&room).await.ok();
    may_wake(&bob, &quick, "quick", None).await;
    let said = alice.say(&room, "is anybody there?").await;
    quick.told_of(&said).await;
    heard(&server).await;
    assert_eq!(silent.told().len(), limits::PUSHES_AT_ONCE_EACH, "the others wait for their turn");
    silent.turns.add_permits(10_000);
    silent.next(limits::PUSHES_WAITING_EACH - 1).await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(silent.told().len(), limits::PUSHES_WAITING_EACH, "what came when so much waited was let go");
    server.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn push_time_ms_and_push_answer_bytes_bound_an_exchange() {
    let (server, slow) = open(sqlite_place()).await;
    let talkative = Gateway::open().await;
    let [alice, bob] = server.members(["alice", "bob"]).await;
    let room = alice.room_with(json!({}), &[&bob]).await;
    may_wake(&bob, &slow, "slow", None).await;
    may_wake(&bob, &talkative, "talkative", None).await;
    slow.turns.forget_permits(Semaphore::MAX_PERMITS);
    let much = json!({ "rejected": ["talkative"], "more": "x".repeat(limits::PUSH_ANSWER_BYTES) });
    talkative.moods.lock().push((StatusCode::OK, much));
    let began = tokio::time::Instant::now();
    let said = alice.say(&room, "hello").await;
    assert_eq!(talkative.next(1).await["event_id"], said.as_str(), "an answer that is not read to its end is none");
    assert!(began.elapsed() < Duration::from_millis(limits::PUSH_TIME_MS));
    slow.next(1).await;
    assert!(began.elapsed() >= Duration::from_millis(limits::PUSH_TIME_MS), "it was waited for");
    assert_eq!(array(&bob.get("/pushers").await.ok()["pushers"]).len(), 2, "both are kept");
    server.close().await;
}
