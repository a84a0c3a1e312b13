//! Messages from device to device: in order, at least once, and never after what needs them.

use hearth_kernel::limits;
use hearth_store::{Entry, Statement, testing::on_both};
use serde_json::{Map, Value, json};

use super::{Device, messages};
use crate::{
    support::{Server, array, bodies, text},
    sync::longpoll::woken_by,
};

#[test]
fn a_message_is_told_until_the_device_comes_back_with_the_next_token() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (laptop, desk) = (Device::new(&alice, 1).await, Device::new(&bob, 2).await);
        let since = bob.token().await;
        for n in 0..3 {
            laptop.send("m.test", json!({ &bob.id: { &desk.id: { "n": n } } })).await.ok();
        }
        let first = desk.since(&since).await;
        assert_eq!(messages(&first), [0, 1, 2]);
        let message = json!({ "type": "m.test", "sender": alice.id, "content": { "n": 0 } });
        assert_eq!(first["to_device"]["events"][0], message);
        let server = server.restart().await;
        let desk = Device { member: server.back(&desk), ..desk };
        assert_eq!(messages(&desk.since(&since).await), [0, 1, 2], "the same token brings the same messages");
        let next = text(&first["next_batch"]);
        let laptop = Device { member: server.back(&laptop), ..laptop };
        laptop.send("m.test", json!({ &bob.id: { &desk.id: { "n": 3 } } })).await.ok();
        assert_eq!(messages(&desk.since(&next).await), [3]);
        // What is written next is on disk after the deletion.
        laptop.send("m.test", json!({ &bob.id: { &desk.id: { "n": 4 } } })).await.ok();
        assert_eq!(messages(&desk.since(&since).await), [3, 4], "what was read is gone");
        assert_eq!(messages(&desk.sync(None, &json!({}), "").await), [3, 4]);
        server.close().await;
    });
}

#[test]
fn more_than_fits_waits_and_no_event_overtakes_its_key() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (laptop, desk) = (Device::new(&alice, 1).await, Device::new(&bob, 2).await);
        let room = alice.room_with(json!({}), &[&bob]).await;
        let mut since = bob.token().await;
        alice.say(&room, "before").await;
        for n in 0..230 {
            laptop.send("m.test", json!({ &bob.id: { &desk.id: { "n": n } } })).await.ok();
            if n % 100 == 50 {
                alice.say(&room, &n.to_string()).await;
            }
        }
        alice.say(&room, "after").await;
        alice.set_data(None, "test.data", json!({})).await.ok();
        let (mut told, mut said) = (Vec::new(), Vec::new());
        for expected in [limits::TO_DEVICE_SYNC, limits::TO_DEVICE_SYNC, 30, 0] {
            let answer = desk.since(&since).await;
            assert_eq!(messages(&answer).len(), expected);
            told.extend(messages(&answer));
            for body in bodies(&answer["rooms"]["join"][&room]["timeline"]["events"]) {
                let needs = body.parse::<usize>().map_or(if body == "after" { 230 } else { 0 }, |n| n + 1);
                assert!(told.len() >= needs, "{body} came after {} messages", told.len());
                said.push(body);
            }
            since = text(&answer["next_batch"]);
        }
        assert_eq!(told, (0..230).map(Value::from).collect::<Vec<_>>());
        assert_eq!(said, ["before", "50", "150", "after"]);
        // From the beginning too.
        for n in 0..120 {
            laptop.send("m.test", json!({ &bob.id: { &desk.id: { "n": n } } })).await.ok();
        }
        alice.say(&room, "at last").await;
        let begun = desk.sync(None, &json!({}), "").await;
        assert_eq!(messages(&begun).len(), 100);
        assert!(!bodies(&begun["rooms"]["join"][&room]["timeline"]["events"]).contains(&"at last".to_owned()));
        let next = desk.since(&text(&begun["next_batch"])).await;
        assert_eq!(messages(&next).len(), 20);
        assert_eq!(bodies(&next["rooms"]["join"][&room]["timeline"]["events"]), ["at last"]);
        server.close().await;
    });
}

#[test]
fn a_request_counts_once_for_its_device_and_path() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (desk, phone) = (Device::new(&bob, 2).await, server.another_device(&alice).await);
        let since = bob.token().await;
        let desk_id = desk.id.clone();
        let body = |n| json!({ "messages": { &bob.id: { &desk_id: { "n": n } } } });
        for _ in 0..2 {
            alice.put("/sendToDevice/m.test/one", body(1)).await.ok();
        }
        alice.put("/sendToDevice/m.other/one", body(2)).await.ok();
        phone.put("/sendToDevice/m.test/one", body(3)).await.ok();
        let server = server.restart().await;
        let (alice, desk) = (server.back(&alice), Device { member: server.back(&desk), ..desk });
        alice.put("/sendToDevice/m.test/one", body(4)).await.ok();
        assert_eq!(messages(&desk.since(&since).await), [1, 2, 3]);
        server.close().await;
    });
}

#[test]
fn every_device_is_meant_by_a_star_and_only_devices_that_there_are() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let laptop = Device::new(&alice, 1).await;
        let desk = Device::new(&bob, 2).await;
        let phone = Device::new(&server.another_device(&bob).await, 3).await;
        let since = bob.token().await;
        laptop
            .send("m.test", json!({ &bob.id: { "*": { "n": 1 }, &phone.id: { "n": 2 }, "GONE": { "n": 3 } } }))
            .await
            .ok();
        laptop.send("m.test", json!({ "@no:test.example": { "*": {} }, "@x:else.where": { "*": {} } })).await.ok();
        assert_eq!(messages(&desk.since(&since).await), [1]);
        assert_eq!(messages(&phone.since(&since).await), [2]);
        laptop.send("m.test", json!({ &alice.id: { "*": { "n": 4 } } })).await.ok();
        assert_eq!(messages(&laptop.since(&since).await), [4], "one may write to oneself");
        // What waits for a device goes with it, and its name brings nothing back.
        phone.post("/logout", json!({})).await.ok();
        let left = server.rows("SELECT device_id FROM keys_to_device WHERE user_id = '@bob:test.example'").await;
        assert_eq!(left, [[desk.id.clone()]]);
        let who = json!({ "type": "m.id.user", "user": bob.id });
        let body = json!({ "type": "m.login.password", "identifier": who, "password": "correct horse", "device_id": phone.id });
        let again = bob.post("/login", body).await.ok();
        let again = server.door().with_token(&text(&again["access_token"]));
        let answer = again.get("/_matrix/client/v3/sync").await.ok();
        assert!(answer.get("to_device").is_none(), "{answer}");
        server.close().await;
    });
}

#[test]
fn a_waiting_sync_wakes_for_a_message_to_its_device_alone() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (laptop, desk) = (Device::new(&alice, 1).await, Device::new(&bob, 2).await);
        let phone = Device::new(&server.another_device(&bob).await, 3).await;
        let woken = woken_by(&bob, async {
            laptop.send("m.test", json!({ &bob.id: { &phone.id: { "n": 1 } } })).await.ok();
            laptop.send("m.test", json!({ &bob.id: { &desk.id: { "n": 2 } } })).await.ok();
        });
        assert_eq!(messages(&woken.await), [2]);
        server.close().await;
    });
}

#[test]
fn what_is_too_large_or_too_many_is_refused() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (laptop, desk) = (Device::new(&alice, 1).await, Device::new(&bob, 2).await);
        let since = bob.token().await;
        let large =
            laptop.send("m.test", json!({ &bob.id: { &desk.id: { "n": "x".repeat(limits::TO_DEVICE_BYTES) } } })).await;
        assert_eq!(large.refusal(), (413, "M_TOO_LARGE"));
        for content in [json!(1), json!([]), json!("text"), Value::Null] {
            let refused = laptop.send("m.test", json!({ &bob.id: { &desk.id: content } })).await;
            assert_eq!(refused.refusal(), (400, "M_BAD_JSON"));
        }
        let refused = bob.put("/sendToDevice/m.test/t", json!({})).await;
        assert_eq!(refused.refusal(), (400, "M_BAD_JSON"));
        let devices: Map<_, _> = (0..=limits::TO_DEVICE_RECIPIENTS).map(|n| (format!("D{n}"), json!({}))).collect();
        assert_eq!(laptop.send("m.test", json!({ &bob.id: devices })).await.refusal(), (413, "M_TOO_LARGE"));
        let nul = bob.put(&format!("/sendToDevice/m.test/{}", "%00"), json!({ "messages": {} })).await;
        assert_eq!(nul.refusal(), (400, "M_INVALID_PARAM"));
        assert!(messages(&desk.since(&since).await).is_empty());
        server.close().await;
    });
}

/// A device that nobody has looked after for so many messages gets no more.
#[test]
fn a_full_box_takes_nothing_more() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (laptop, desk) = (Device::new(&alice, 1).await, Device::new(&bob, 2).await);
        let message = json!({ &bob.id: { &desk.id: { "n": 1 } } });
        for _ in 0..2 {
            laptop.send("m.test", message.clone()).await.ok();
        }
        // As if others had come between these two.
        let skip =
            format!("UPDATE keys_to_device SET number = number - {} WHERE number = 1", limits::TO_DEVICE_WAITING - 3);
        let mut entry = Entry::new();
        entry.statement(Statement::new(skip, Vec::new()));
        server.app.store.write(entry).await.unwrap();
        for _ in 0..3 {
            laptop.send("m.test", message.clone()).await.ok();
        }
        let kept = server.rows("SELECT CAST(COUNT(*) AS TEXT) FROM keys_to_device").await;
        assert_eq!(kept, [["3"]], "one more fills it");
        assert_eq!(array(&desk.sync(None, &json!({}), "").await["to_device"]["events"]).len(), 3);
        server.close().await;
    });
}

/// What waits, what changed and how many keys there are is known in memory: were a table asked, it would
/// not be found.
#[test]
fn a_poll_with_nothing_new_asks_no_table_of_keys() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        let (laptop, desk) = (Device::known(&alice, 1).await, Device::known(&bob, 2).await);
        laptop.send("m.test", json!({ &bob.id: { &desk.id: { "n": 1 } } })).await.ok();
        let since = text(&desk.since(&bob.token().await).await["next_batch"]);
        // What was read is let go of once.
        desk.since(&since).await;
        let tables = ["to_device", "one_time", "fallback", "change", "device"];
        for table in tables {
            let mut entry = Entry::new();
            entry.statement(Statement::new(format!("ALTER TABLE keys_{table} RENAME TO gone_{table}"), Vec::new()));
            server.app.store.write(entry).await.unwrap();
        }
        let idle = desk.sync(Some(&since), &json!({}), "&timeout=30").await;
        assert_eq!(idle["device_one_time_keys_count"], json!({ "signed_curve25519": 0 }));
        assert_eq!(desk.get("/sync").await.status.as_u16(), 200, "nor does one from the beginning, when nothing waits");
        let asked = bob.post("/keys/query", json!({ "device_keys": { &alice.id: [] } })).await;
        assert_eq!(asked.status.as_u16(), 500, "the tables are gone indeed");
        server.close().await;
    });
}
