//! What clients and conformance suites expect beyond the letter of the protocol, and small print of it.

use hearth_http::testing::Answer;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::{
    support::{Member, Server, V3, array, message, text},
    sync::longpoll::woken_by,
};

/// A request without a body.
async fn bare(member: &Member, path: &str) -> Answer {
    member.door.send("POST", &format!("{V3}{path}"), "").await
}

#[test]
fn no_body_is_one_with_nothing_in_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = text(&bare(&alice, "/createRoom").await.ok()["room_id"]);
        alice.set(&room, "m.room.join_rules", "", json!({ "join_rule": "public" })).await.ok();
        bare(&bob, &format!("/join/{room}")).await.ok();
        bare(&bob, &format!("/rooms/{room}/leave")).await.ok();
        bare(&bob, &format!("/rooms/{room}/join")).await.ok();
        alice.set(&room, "m.room.join_rules", "", json!({ "join_rule": "knock" })).await.ok();
        bare(&bob, &format!("/rooms/{room}/leave")).await.ok();
        bare(&bob, &format!("/knock/{room}")).await.ok();
        assert_eq!(bare(&bob, &format!("/rooms/{room}/invite")).await.refusal().0, 400, "somebody is to be named");
        server.close().await;
    });
}

#[test]
fn messages_are_sent_without_a_transaction_and_never_at_once_instead_of_later() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let path = format!("/rooms/{room}/send/m.room.message");
        let first = text(&alice.post(&path, message("hello")).await.ok()["event_id"]);
        let second = text(&alice.post(&path, message("hello")).await.ok()["event_id"]);
        assert_ne!(first, second, "said as often as it is asked for");
        alice.post(&format!("/rooms/{room}/redact/{first}"), json!({ "reason": "twice" })).await.ok();
        assert_eq!(alice.event(&room, &first).await.ok()["content"], json!({}));
        assert_eq!(alice.post(&path, json!([])).await.refusal(), (400, "M_BAD_JSON"));
        for path in [format!("/rooms/{room}/send/m.room.message/t1"), format!("/rooms/{room}/state/test.own/k")] {
            let later = alice.put(&format!("{path}?org.matrix.msc4140.delay=5000"), message("later")).await;
            assert_eq!(later.refusal(), (400, "M_INVALID_PARAM"));
        }
        server.close().await;
    });
}

#[test]
fn state_that_is_set_again_stays_the_same_event() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let powers = json!({ "users": { bob.id.as_str(): 100 } });
        let room = alice.room_with(json!({ "power_level_content_override": powers }), &[&bob]).await;
        let set = async |member: &Member, name: &str| {
            text(&member.set(&room, "m.room.name", "", json!({ "name": name })).await.ok()["event_id"])
        };
        let first = set(&alice, "Chess").await;
        assert_eq!(set(&alice, "Chess").await, first);
        let bobs = set(&bob, "Chess").await;
        assert_ne!(bobs, first, "somebody else said it");
        assert_ne!(set(&alice, "Chess").await, first, "and so it is said anew");
        bob.leave(&room).await.ok();
        let gone = bob.set(&room, "m.room.name", "", json!({ "name": "Chess" })).await;
        assert_eq!(gone.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}

#[test]
fn what_a_room_cannot_begin_with_is_wrong_with_the_request() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        for body in [
            json!({ "power_level_content_override": { "users": { alice.id.as_str(): 100 } } }),
            json!({ "creation_content": { "additional_creators": "nobody" } }),
            json!({ "room_version": "11", "name": "x", "power_level_content_override": { "users": { alice.id.as_str(): 1 } } }),
        ] {
            assert_eq!(alice.post("/createRoom", body.clone()).await.refusal().0, 400, "{body}");
        }
        let made = alice.post("/createRoom", json!({ "room_alias_name": "chess" })).await.ok();
        assert_eq!(made["room_alias"], "#chess:test.example");
        server.close().await;
    });
}

#[test]
fn an_event_says_what_its_reader_was_with_what_it_made_of_them() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(json!({ "preset": "public_chat" })).await;
        alice.say(&room, "before").await;
        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        alice.say(&room, "with him").await;
        let answer = bob.sync(None, &json!({}), "").await;
        let events = array(&answer["rooms"]["join"][&room]["timeline"]["events"]);
        let seen = |is: &dyn Fn(&Value) -> bool| {
            let event = events.iter().find(|event| is(event)).expect("it is in the timeline");
            text(&event["unsigned"]["membership"])
        };
        let own = |membership: &str| {
            let (id, membership) = (bob.id.clone(), membership.to_owned());
            move |event: &Value| {
                event["state_key"] == id.as_str() && event["content"]["membership"] == membership.as_str()
            }
        };
        assert_eq!(seen(&|event| event["content"]["body"] == "before"), "leave");
        assert_eq!(seen(&own("invite")), "invite");
        assert_eq!(seen(&own("join")), "join");
        assert_eq!(seen(&|event| event["content"]["body"] == "with him"), "join");
        server.close().await;
    });
}

#[test]
fn who_types_without_a_time_types_for_a_while() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let path = format!("/rooms/{room}/typing/{}", alice.id);
        let types = async |body: Value| alice.put(&path, body).await;
        let told = woken_by(&bob, async { types(json!({ "typing": true })).await.ok() }).await;
        assert_eq!(told["rooms"]["join"][&room]["ephemeral"]["events"][0]["content"]["user_ids"], json!([alice.id]));
        for wrong in [json!({}), json!({ "typing": 1 }), json!({ "typing": true, "timeout": -1 })] {
            assert_eq!(types(wrong).await.refusal(), (400, "M_BAD_JSON"));
        }
        let other = format!("/rooms/{room}/typing/{}", bob.id);
        assert_eq!(alice.put(&other, json!({ "typing": true })).await.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}

#[test]
fn who_searches_finds_what_was_just_said_and_not_themselves() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        for number in 0..3 {
            alice.say(&room, &format!("apricot {number}")).await;
            let criteria = json!({ "search_categories": { "room_events": { "search_term": "apricot" } } });
            let found = alice.post("/search", criteria).await.ok();
            assert_eq!(found["search_categories"]["room_events"]["count"], number + 1);
        }
        bob.put(&format!("/profile/{}/displayname", bob.id), json!({ "displayname": "Alice's brother" })).await.ok();
        let people = alice.post("/user_directory/search", json!({ "search_term": "alice" })).await.ok();
        let people: Vec<_> = array(&people["results"]).iter().map(|person| text(&person["user_id"])).collect();
        assert_eq!(people, [bob.id.as_str()], "found by the new name, and nobody looks for themselves");
        server.close().await;
    });
}
