//! Pushers: kept for a device, listed as they were set, and gone with it.

use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{PASSWORD, Server, array};

fn pusher(key: &str) -> Value {
    json!({
        "kind": "http", "app_id": "org.test", "pushkey": key, "app_display_name": "App", "device_display_name": "Phone",
        "lang": "en", "data": { "url": "https://push.test/_matrix/push/v1/notify", "format": "event_id_only", "more": 1 },
    })
}

fn with(key: &str, field: &str, value: impl Into<Value>) -> Value {
    let mut pusher = pusher(key);
    pusher[field] = value.into();
    pusher
}

fn keys(answer: &Value) -> Vec<&str> {
    array(&answer["pushers"]).iter().filter_map(|pusher| pusher["pushkey"].as_str()).collect()
}

#[test]
fn a_pusher_is_told_again_as_it_was_set_and_taken_away() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        assert_eq!(alice.get("/pushers").await.ok(), json!({ "pushers": [] }));
        alice.post("/pushers/set", pusher("b")).await.ok();
        alice.post("/pushers/set", pusher("a")).await.ok();
        alice.post("/pushers/set", with("b", "lang", "zh-Hans")).await.ok();
        let listed = alice.get("/pushers").await.ok();
        assert_eq!(listed["pushers"], json!([pusher("a"), with("b", "lang", "zh-Hans")]));
        let away = json!({ "kind": null, "app_id": "org.test", "pushkey": "a" });
        alice.post("/pushers/set", away.clone()).await.ok();
        alice.post("/pushers/set", away).await.ok();
        let server = server.restart().await;
        assert_eq!(keys(&server.back(&alice).get("/pushers").await.ok()), ["b"]);
        server.close().await;
    });
}

#[test]
fn a_key_is_one_members_unless_its_app_says_otherwise_and_ends_with_its_device() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let phone = server.another_device(&alice).await;
        for key in ["shared", "taken"] {
            phone.post("/pushers/set", pusher(key)).await.ok();
        }
        alice.post("/pushers/set", pusher("desk")).await.ok();
        bob.post("/pushers/set", with("shared", "append", true)).await.ok();
        bob.post("/pushers/set", pusher("taken")).await.ok();
        assert_eq!(keys(&bob.get("/pushers").await.ok()), ["shared", "taken"]);
        assert_eq!(keys(&alice.get("/pushers").await.ok()), ["desk", "shared"]);
        phone.post("/logout", json!({})).await.ok();
        assert_eq!(keys(&alice.get("/pushers").await.ok()), ["desk"]);
        server.close().await;
    });
}

#[test]
fn a_new_password_ends_the_pushers_of_the_devices_that_it_signs_out() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let phone = server.another_device(&alice).await;
        alice.post("/pushers/set", pusher("desk")).await.ok();
        phone.post("/pushers/set", pusher("phone")).await.ok();
        let mut password = PASSWORD;
        let changes = [("battery staple", false, &["desk", "phone"][..]), ("staple battery", true, &["desk"])];
        for (next, signs_out, left) in changes {
            let auth = json!({ "type": "m.login.password", "user": alice.id, "password": password });
            let wanted = json!({ "new_password": next, "logout_devices": signs_out, "auth": auth });
            alice.post("/account/password", wanted).await.ok();
            assert_eq!(keys(&alice.get("/pushers").await.ok()), left);
            password = next;
        }
        assert_eq!(phone.get("/pushers").await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        server.close().await;
    });
}

#[test]
fn what_is_no_pusher_is_refused() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let url = |url: &str| with("k", "data", json!({ "url": url }));
        let long = |bytes: usize| "x".repeat(bytes + 1);
        let large = json!({ "url": "https://push.test/_matrix/push/v1/notify", "more": long(limits::PUSHER_BYTES) });
        let refused = [
            (url("https://push.test/elsewhere"), "M_INVALID_PARAM"),
            (url("http://push.test/_matrix/push/v1/notify"), "M_INVALID_PARAM"),
            (url("file:///_matrix/push/v1/notify"), "M_INVALID_PARAM"),
            (url("no address"), "M_INVALID_PARAM"),
            (pusher(&long(limits::PUSHKEY_BYTES)), "M_INVALID_PARAM"),
            (pusher("nul\0"), "M_INVALID_PARAM"),
            (with("k", "app_id", long(limits::PUSH_APP_BYTES)), "M_INVALID_PARAM"),
            (with("k", "kind", "email"), "M_INVALID_PARAM"),
            (with("k", "data", large), "M_TOO_LARGE"),
            (with("k", "lang", 1), "M_BAD_JSON"),
            (json!({}), "M_BAD_JSON"),
        ];
        for (body, code) in refused {
            let answer = alice.post("/pushers/set", body.clone()).await;
            assert_eq!(answer.json["errcode"], code, "{body}: {}", answer.text);
        }
        for number in 0..limits::PUSHERS {
            alice.post("/pushers/set", pusher(&format!("{number:03}"))).await.ok();
        }
        let one_more = alice.post("/pushers/set", pusher("more")).await;
        assert_eq!(one_more.refusal(), (400, "M_INVALID_PARAM"));
        alice.post("/pushers/set", with("000", "lang", "de")).await.ok();
        assert_eq!(keys(&alice.get("/pushers").await.ok()).len(), limits::PUSHERS);
        server.close().await;
    });
}
