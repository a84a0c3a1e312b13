//! One-time keys are given away once; how many are left stands in every sync.

use std::collections::BTreeSet;

use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use super::{Device, claim, claims, one_time_keys};
use crate::{
    support::{Server, text},
    sync::longpoll::woken_by,
};

fn counts(answer: &Value) -> (Value, Value) {
    let count = answer["device_one_time_keys_count"]["signed_curve25519"].clone();
    (count, answer["device_unused_fallback_key_types"].clone())
}

fn fallback(name: &str) -> Value {
    json!({ "signed_curve25519:F": { "key": name, "fallback": true, "signatures": {} } })
}

#[test]
fn the_oldest_key_is_claimed_first_and_the_fallback_key_when_none_is_left() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let laptop = Device::known(&alice, 1).await;
        assert_eq!(claim(&bob, &laptop).await, Value::Null, "there is none");
        let told = laptop.upload(json!({ "one_time_keys": one_time_keys(&["Z", "Y"]) })).await.ok();
        assert_eq!(told["one_time_key_counts"], json!({ "signed_curve25519": 2 }));
        let told =
            laptop.upload(json!({ "one_time_keys": one_time_keys(&["A"]), "fallback_keys": fallback("one") })).await;
        assert_eq!(told.ok()["one_time_key_counts"], json!({ "signed_curve25519": 3 }));
        for name in ["Y", "Z", "A"] {
            assert_eq!(claim(&bob, &laptop).await[format!("signed_curve25519:{name}")]["key"], name);
        }
        let since = alice.token().await;
        assert_eq!(counts(&alice.sync(None, &json!({}), "").await), (json!(0), json!(["signed_curve25519"])));
        for _ in 0..2 {
            assert_eq!(claim(&bob, &laptop).await["signed_curve25519:F"]["key"], "one", "as often as needed");
        }
        assert_eq!(counts(&laptop.since(&since).await), (json!(0), json!([])));
        laptop.upload(json!({ "fallback_keys": fallback("one") })).await.ok();
        assert_eq!(counts(&laptop.since(&since).await), (json!(0), json!([])), "the same one stays used");
        laptop.upload(json!({ "fallback_keys": fallback("two") })).await.ok();
        assert_eq!(counts(&laptop.since(&since).await), (json!(0), json!(["signed_curve25519"])));
        assert_eq!(claim(&bob, &laptop).await["signed_curve25519:F"]["key"], "two");
        let elsewhere = json!({ "one_time_keys": { "@x:else.where": { "D": "signed_curve25519" } } });
        assert!(bob.post("/keys/claim", elsewhere).await.ok()["failures"]["else.where"].is_object());
        server.close().await;
    });
}

#[test]
fn fifty_who_claim_at_once_share_no_key() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let laptop = Device::known(&alice, 1).await;
        laptop.upload(json!({ "one_time_keys": one_time_keys(&["ONLY"]) })).await.ok();
        let got = claims(50, &bob, &laptop).await;
        assert_eq!(got.iter().filter(|key| key.is_object()).count(), 1);
        let names: Vec<String> = (0..50).map(|number| format!("K{number:02}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        laptop.upload(json!({ "one_time_keys": one_time_keys(&names) })).await.ok();
        let got = claims(50, &bob, &laptop).await;
        let keys: BTreeSet<String> = got.iter().flat_map(|key| key.as_object().unwrap().keys().cloned()).collect();
        assert_eq!(keys.len(), 50);
        // None of them comes back with the next life of the server.
        let server = server.restart().await;
        assert_eq!(claim(&server.back(&bob), &laptop).await, Value::Null);
        let count = server.rows("SELECT CAST(COUNT(*) AS TEXT) FROM keys_one_time").await;
        assert_eq!(count, [["0"]], "nothing is left behind");
        server.close().await;
    });
}

#[test]
fn a_keys_name_is_used_once_and_there_is_a_most() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let laptop = Device::known(&alice, 1).await;
        laptop.upload(json!({ "one_time_keys": one_time_keys(&["A"]) })).await.ok();
        let same = laptop.upload(json!({ "one_time_keys": one_time_keys(&["A", "B"]) })).await.ok();
        assert_eq!(same["one_time_key_counts"]["signed_curve25519"], 2, "the same key again is nothing new");
        let other = json!({ "signed_curve25519:A": { "key": "another", "signatures": {} }, "signed_curve25519:C": { "key": "C", "signatures": {} } });
        assert_eq!(laptop.upload(json!({ "one_time_keys": other })).await.refusal(), (400, "M_INVALID_PARAM"));
        let told = laptop.upload(json!({})).await.ok();
        assert_eq!(told["one_time_key_counts"]["signed_curve25519"], 2, "nothing of a refused upload is kept");

        let names: Vec<String> = (2..limits::ONE_TIME_KEYS).map(|number| format!("K{number:03}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let told = laptop.upload(json!({ "one_time_keys": one_time_keys(&names) })).await.ok();
        assert_eq!(told["one_time_key_counts"]["signed_curve25519"], limits::ONE_TIME_KEYS);
        let full = laptop.upload(json!({ "one_time_keys": one_time_keys(&["ONE-MORE"]) })).await;
        assert_eq!(full.refusal(), (403, "M_RESOURCE_LIMIT_EXCEEDED"));
        let fallbacks = |count: usize| -> serde_json::Map<String, Value> {
            (0..count).map(|n| (format!("algorithm{n}:F"), json!({ "key": "k", "signatures": {} }))).collect()
        };
        laptop.upload(json!({ "fallback_keys": fallbacks(limits::FALLBACK_KEYS) })).await.ok();
        let full = laptop.upload(json!({ "fallback_keys": fallback("one") })).await;
        assert_eq!(full.refusal(), (403, "M_RESOURCE_LIMIT_EXCEEDED"));
        let wanted: serde_json::Map<_, _> =
            (0..=limits::KEYS_CLAIMED).map(|n| (format!("D{n}"), json!("signed_curve25519"))).collect();
        let many = alice.post("/keys/claim", json!({ "one_time_keys": { &alice.id: wanted } })).await;
        assert_eq!(many.refusal(), (400, "M_INVALID_PARAM"));
        server.close().await;
    });
}

#[test]
fn how_many_keys_are_left_is_told_in_every_answer_and_wakes_a_waiting_one() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let laptop = Device::known(&alice, 1).await;
        assert_eq!(counts(&alice.sync(None, &json!({}), "").await), (json!(0), json!([])), "also when there is none");
        let keys = json!({ "one_time_keys": one_time_keys(&["A", "B"]), "fallback_keys": fallback("one") });
        let woken = woken_by(&alice, laptop.upload(keys)).await;
        assert_eq!(counts(&woken), (json!(2), json!(["signed_curve25519"])));
        let woken = woken_by(&alice, claim(&bob, &laptop)).await;
        assert_eq!(counts(&woken), (json!(1), json!(["signed_curve25519"])));
        // Another device has counts of its own, and an empty answer has them too.
        let phone = server.another_device(&alice).await;
        let since = phone.token().await;
        claim(&bob, &laptop).await;
        assert_eq!(counts(&phone.sync(Some(&since), &json!({}), "").await), (json!(0), json!([])));
        let since = alice.token().await;
        let server = server.restart().await;
        let alice = server.back(&alice);
        let idle = alice.sync(Some(&since), &json!({}), "&timeout=50").await;
        assert_eq!(
            (counts(&idle), text(&idle["next_batch"]).is_empty()),
            ((json!(0), json!(["signed_curve25519"])), false)
        );
        server.close().await;
    });
}
