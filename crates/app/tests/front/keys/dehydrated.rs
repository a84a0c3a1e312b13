//! A device that nobody is signed in on, and what was sent to it.

use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use super::{Device, Pen, claim, listed, one_time_keys, query};
use crate::support::{Member, Server, array};

const PATH: &str = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device";

fn asleep(member: &Member, id: &str, seed: u8) -> (Device, Value) {
    let device = Device { member: member.clone(), id: id.to_owned(), pen: Pen::new(seed, Some(id)) };
    let body = json!({
        "device_id": id, "initial_device_display_name": "Asleep",
        "device_data": { "algorithm": "org.matrix.msc3814.v2", "device_pickle": "pickle", "nonce": "n" },
        "device_keys": device.keys(), "one_time_keys": one_time_keys(&["A"]),
    });
    (device, body)
}

#[test]
fn a_device_is_left_written_to_woken_and_replaced() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        assert_eq!(alice.door.get(PATH).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(alice.door.delete(PATH).await.refusal(), (404, "M_NOT_FOUND"));
        let since = bob.token().await;
        let (sleeper, body) = asleep(&alice, "SLEEPER", 7);
        assert_eq!(alice.door.put(PATH, body.clone()).await.ok(), json!({ "device_id": "SLEEPER" }));
        let told = alice.door.get(PATH).await.ok();
        assert_eq!((&told["device_id"], &told["device_data"]), (&json!("SLEEPER"), &body["device_data"]));
        assert_eq!(listed(&bob.sync(Some(&since), &json!({}), "").await, "changed"), [alice.id.as_str()]);
        let known = query(&bob, &alice).await["device_keys"][&alice.id]["SLEEPER"].clone();
        assert_eq!(
            (&known["keys"], &known["unsigned"]["device_display_name"]),
            (&sleeper.keys()["keys"], &json!("Asleep"))
        );
        assert!(claim(&bob, &sleeper).await.is_object());
        let desk = Device::new(&bob, 2).await;
        for n in 0..130 {
            desk.send("m.test", json!({ &alice.id: { "SLEEPER": { "n": n } } })).await.ok();
        }

        let server = server.restart().await;
        let (alice, bob) = (server.back(&alice), server.back(&bob));
        let events = format!("{PATH}/SLEEPER/events");
        let (mut next, mut read) = (json!({}), Vec::new());
        for expected in [100, 30, 0] {
            let page = alice.door.post(&events, next).await.ok();
            assert_eq!(array(&page["events"]).len(), expected);
            read.extend(array(&page["events"]).iter().map(|event| event["content"]["n"].clone()));
            next = json!({ "next_batch": page["next_batch"] });
        }
        assert_eq!(read, (0..130).map(Value::from).collect::<Vec<_>>());
        assert_eq!(alice.door.post(&format!("{PATH}/OTHER/events"), json!({})).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(bob.door.post(&events, json!({})).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(alice.door.post(&events, json!({ "next_batch": "x" })).await.refusal(), (400, "M_INVALID_PARAM"));

        // Another one takes its place, and what waited for the first is gone.
        let (_, other) = asleep(&alice, "OTHER", 8);
        alice.door.put(PATH, other).await.ok();
        let devices: Vec<Value> = query(&bob, &alice).await["device_keys"][&alice.id]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .map(Value::from)
            .collect();
        assert_eq!(devices, ["OTHER"]);
        assert!(server.rows("SELECT device_id FROM keys_to_device").await.is_empty());
        assert_eq!(alice.door.delete(PATH).await.ok(), json!({ "device_id": "OTHER" }));
        assert_eq!(query(&bob, &alice).await["device_keys"][&alice.id], json!({}));
        assert_eq!(array(&alice.get("/devices").await.ok()["devices"]).len(), 1);
        server.close().await;
    });
}

#[test]
fn of_devices_that_are_left_at_once_one_stays() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let leave = |id| alice.door.put(PATH, asleep(&alice, id, 7).1);
        let (one, other, third) = tokio::join!(leave("A"), leave("B"), leave("C"));
        for answer in [one, other, third] {
            answer.ok();
        }
        let told = alice.door.get(PATH).await.ok();
        let devices = query(&alice, &alice).await["device_keys"][&alice.id].clone();
        assert_eq!(devices.as_object().unwrap().keys().collect::<Vec<_>>(), [told["device_id"].as_str().unwrap()]);
        server.close().await;
    });
}

#[test]
fn a_device_that_somebody_uses_is_not_replaced_by_one_that_sleeps() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let laptop = Device::known(&alice, 1).await;
        let (_, body) = asleep(&alice, &laptop.id, 7);
        assert_eq!(alice.door.put(PATH, body.clone()).await.refusal(), (400, "M_INVALID_PARAM"));
        let (_, mut body) = asleep(&alice, "SLEEPER", 7);
        body["device_id"] = "OTHER".into();
        assert_eq!(alice.door.put(PATH, body).await.refusal(), (400, "M_INVALID_PARAM"), "keys of another device");
        let (_, mut body) = asleep(&alice, "SLEEPER", 7);
        body["device_data"] = json!({ "algorithm": "a", "device_pickle": "x".repeat(limits::DEHYDRATED_BYTES) });
        assert_eq!(alice.door.put(PATH, body).await.refusal(), (413, "M_TOO_LARGE"));
        let (_, mut body) = asleep(&alice, "SLEEPER", 7);
        body.as_object_mut().unwrap().remove("device_keys");
        assert_eq!(alice.door.put(PATH, body).await.refusal(), (400, "M_BAD_JSON"));
        // Whoever ends it as a device ends it whole.
        let (_, body) = asleep(&alice, "SLEEPER", 7);
        alice.door.put(PATH, body.clone()).await.ok();
        alice.door.put(PATH, body).await.ok();
        alice.post("/logout/all", json!({})).await.ok();
        let alice = server.another_device(&alice).await;
        assert_eq!(alice.door.get(PATH).await.refusal(), (404, "M_NOT_FOUND"));
        server.close().await;
    });
}
