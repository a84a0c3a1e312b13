//! What devices tell of themselves, and who is told.

use hearth_kernel::limits;
use hearth_store::testing::{facts, on_both};
use serde_json::json;

use super::{Device, Pen, one_time_keys, query};
use crate::support::{Server, V3};

#[test]
fn whoever_asks_is_told_the_keys_of_a_members_devices() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        assert_eq!(query(&bob, &alice).await["device_keys"][&alice.id], json!({}), "no keys yet");
        let laptop = Device::known(&alice, 1).await;
        let phone = Device::known(&server.another_device(&alice).await, 2).await;
        phone.put(&format!("/devices/{}", phone.id), json!({ "display_name": "Phone" })).await.ok();

        let told = query(&bob, &alice).await["device_keys"][&alice.id].clone();
        assert_eq!(told[&laptop.id]["keys"], laptop.keys()["keys"]);
        assert_eq!(told[&laptop.id]["signatures"], laptop.keys()["signatures"]);
        assert_eq!(told[&phone.id]["unsigned"], json!({ "device_display_name": "Phone" }));
        let asked =
            json!({ "device_keys": { &alice.id: [phone.id, "OTHER"], "@no:test.example": [], "@x:else.where": [] } });
        let told = bob.post("/keys/query", asked).await.ok();
        assert_eq!(told["device_keys"][&alice.id].as_object().unwrap().len(), 1);
        assert_eq!(told["device_keys"]["@no:test.example"], json!({}));
        assert!(told["failures"]["else.where"].is_object(), "{told}");
        // Who is signed out has no keys any more.
        phone.post("/logout", json!({})).await.ok();
        let told = query(&bob, &alice).await["device_keys"][&alice.id].clone();
        assert_eq!(told.as_object().unwrap().keys().collect::<Vec<_>>(), [&laptop.id]);

        let server = server.restart().await;
        assert_eq!(query(&server.back(&bob), &alice).await["device_keys"][&alice.id], told);
        let stated = facts(&server.app.store).await;
        assert_eq!(stated.iter().filter(|fact| fact.name == "keys.device_keys_uploaded").count(), 2);
        server.close().await;
    });
}

#[test]
fn keys_that_are_not_the_devices_own_or_no_keys_are_refused() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (laptop, other) = (Device::new(&alice, 1).await, Device::new(&bob, 2).await);
        let foreign = laptop.upload(json!({ "device_keys": other.keys() })).await;
        assert_eq!(foreign.refusal(), (400, "M_INVALID_PARAM"));
        let mut large = laptop.keys();
        large["extra"] = "x".repeat(limits::KEY_BYTES).into();
        assert_eq!(laptop.upload(json!({ "device_keys": large })).await.refusal(), (413, "M_TOO_LARGE"));
        let mut float = laptop.keys();
        float["extra"] = json!(1.5);
        assert_eq!(laptop.upload(json!({ "device_keys": float })).await.refusal(), (400, "M_BAD_JSON"));
        for body in [
            json!({ "device_keys": { "user_id": alice.id } }),
            json!({ "device_keys": 1 }),
            json!({ "one_time_keys": { "signed_curve25519:A": 1 } }),
            json!({ "one_time_keys": [] }),
        ] {
            assert_eq!(laptop.upload(body.clone()).await.refusal(), (400, "M_BAD_JSON"), "{body}");
        }
        for key in ["nocolon", "signed_curve25519:", "a\0b:c", "signed_curve25519:a\0b"] {
            let refused = laptop.upload(json!({ "one_time_keys": { key: { "key": "k", "signatures": {} } } })).await;
            assert_eq!(refused.status.as_u16(), 400, "{key:?}: {}", refused.text);
        }
        let path = format!("{V3}/keys/upload");
        assert_eq!(alice.door.send("POST", &path, "{").await.refusal(), (400, "M_NOT_JSON"));
        assert_eq!(alice.door.send("POST", &path, [0xff, 0xfe]).await.refusal(), (400, "M_NOT_JSON"));
        let deep = format!("{{\"one_time_keys\":{{\"a:b\":{}1{}}}}}", "[".repeat(5_000), "]".repeat(5_000));
        assert_eq!(alice.door.send("POST", &path, deep).await.refusal(), (400, "M_BAD_JSON"));
        assert_eq!(server.door().post(&path, json!({})).await.refusal(), (401, "M_MISSING_TOKEN"));
        let many: serde_json::Map<_, _> =
            (0..=limits::KEYS_QUERIED).map(|n| (format!("@u{n}:test.example"), json!([]))).collect();
        assert_eq!(alice.post("/keys/query", json!({ "device_keys": many })).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(query(&bob, &alice).await["device_keys"][&alice.id], json!({}));
        server.close().await;
    });
}

/// A client that has lost its data comes back under the same device id with other keys: it uses the
/// names of its one-time keys anew.
#[test]
fn a_device_with_another_identity_begins_with_nothing() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let before = Device::known(&alice, 1).await;
        before.upload(json!({ "one_time_keys": one_time_keys(&["A", "B"]) })).await.ok();
        let again = before.upload(json!({ "device_keys": before.keys() })).await.ok();
        assert_eq!(again["one_time_key_counts"]["signed_curve25519"], 2, "the same identity keeps its keys");
        let after = Device::new(&alice, 9).await;
        let keys = json!({ "signed_curve25519:A": { "key": "another", "signatures": {} } });
        let counts = after.upload(json!({ "device_keys": after.keys(), "one_time_keys": keys })).await.ok();
        assert_eq!(counts["one_time_key_counts"]["signed_curve25519"], 1);
        let told = query(&alice, &alice).await["device_keys"][&alice.id][&after.id].clone();
        assert_eq!(told["keys"], after.keys()["keys"]);
        server.close().await;
    });
}

#[test]
fn with_an_account_all_its_keys_go() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        let laptop = Device::known(&alice, 1).await;
        let fallback = json!({ "signed_curve25519:F": { "key": "f", "signatures": {} } });
        laptop.upload(json!({ "one_time_keys": one_time_keys(&["A"]), "fallback_keys": fallback })).await.ok();
        let public = Pen::new(9, None).public;
        let master =
            json!({ "user_id": alice.id, "usage": ["master"], "keys": { format!("ed25519:{public}"): public } });
        alice.post("/keys/device_signing/upload", json!({ "master_key": master })).await.ok();
        alice.post("/room_keys/version", json!({ "algorithm": "a", "auth_data": {} })).await.ok();
        laptop.send("m.test", json!({ &alice.id: { "*": {} } })).await.ok();
        let since = bob.token().await;

        let who = json!({ "type": "m.id.user", "user": alice.id });
        let auth = json!({ "type": "m.login.password", "identifier": who, "password": "correct horse" });
        alice.post("/account/deactivate", json!({ "auth": auth })).await.ok();
        for table in
            ["device", "one_time", "fallback", "cross_signing", "signature", "to_device", "backup", "dehydrated"]
        {
            let left = server.rows(&format!("SELECT user_id FROM keys_{table}")).await;
            assert!(left.is_empty(), "{table}: {left:?}");
        }
        let told = query(&bob, &alice).await;
        assert_eq!((&told["device_keys"][&alice.id], &told["master_keys"]), (&json!({}), &json!({})));
        let news = bob.sync(Some(&since), &json!({}), "").await["device_lists"].clone();
        assert!(news["changed"][0] == alice.id || news["left"][0] == alice.id, "{news}");
        server.close().await;
    });
}
