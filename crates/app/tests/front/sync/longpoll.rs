//! A sync that waits wakes for each thing that concerns its reader, and for nothing else.

use std::{pin::pin, time::Duration};

use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, V3, array, bodies, message, text};

/// The room's part of a sync that was already waiting when `act` was done.
pub async fn woken_by<T>(reader: &Member, act: impl Future<Output = T>) -> Value {
    let (since, filter) = (reader.token().await, json!({}));
    let mut waiting = pin!(reader.sync(Some(&since), &filter, "&timeout=30000"));
    tokio::select! {
        biased;
        early = &mut waiting => panic!("nothing had happened: {early}"),
        () = tokio::time::sleep(Duration::from_millis(30)) => {}
    }
    act.await;
    tokio::time::timeout(Duration::from_secs(10), waiting).await.expect("it wakes long before its time")
}

fn timeline<'a>(answer: &'a Value, room: &str) -> &'a Value {
    &answer["rooms"]["join"][room]["timeline"]["events"]
}

pub fn ephemeral(answer: &Value, room: &str, kind: &str) -> Value {
    let events = array(&answer["rooms"]["join"][room]["ephemeral"]["events"]);
    events.iter().find(|event| event["type"] == kind).map(|event| event["content"].clone()).unwrap_or_default()
}

#[test]
fn each_stream_alone_wakes_a_waiting_sync() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "first").await;
        let phone = server.another_device(&bob).await;

        let answer = woken_by(&bob, alice.say(&room, "second")).await;
        assert_eq!(bodies(timeline(&answer, &room)), ["second"]);
        let answer = woken_by(&bob, alice.read(&room, &said)).await;
        assert!(ephemeral(&answer, &room, "m.receipt")[&said]["m.read"][&alice.id].is_object());
        let private = format!("/rooms/{room}/receipt/m.read.private/{said}");
        let answer = woken_by(&bob, phone.post(&private, json!({}))).await;
        assert!(ephemeral(&answer, &room, "m.receipt")[&said]["m.read.private"][&bob.id].is_object());
        let answer = woken_by(&bob, alice.types(&room, true)).await;
        assert_eq!(ephemeral(&answer, &room, "m.typing")["user_ids"], json!([alice.id]));
        let answer = woken_by(&bob, alice.types(&room, false)).await;
        assert_eq!(ephemeral(&answer, &room, "m.typing")["user_ids"], json!([]));
        let answer = woken_by(&bob, phone.set_data(None, "test.data", json!({ "a": 1 }))).await;
        assert_eq!(answer["account_data"]["events"], json!([{ "type": "test.data", "content": { "a": 1 } }]));
        let answer = woken_by(&bob, phone.set_data(Some(&room), "test.data", json!({ "b": 2 }))).await;
        assert_eq!(answer["rooms"]["join"][&room]["account_data"]["events"][0]["content"], json!({ "b": 2 }));
        let rule = format!("/pushrules/global/room/{room}");
        let answer = woken_by(&bob, phone.put(&rule, json!({ "actions": [] }))).await;
        assert_eq!(answer["account_data"]["events"][0]["type"], "m.push_rules");
        let profile = format!("/profile/{}/displayname", alice.id);
        let answer = woken_by(&bob, async { alice.put(&profile, json!({ "displayname": "Ada" })).await.ok() }).await;
        assert_eq!(timeline(&answer, &room)[0]["content"]["displayname"], "Ada");

        let other = alice.create(json!({})).await;
        let answer = woken_by(&bob, alice.invite(&other, &bob)).await;
        assert!(answer["rooms"]["invite"][&other].is_object());
        let answer = woken_by(&bob, phone.join(&other)).await;
        assert!(answer["rooms"]["join"][&other].is_object());
        let answer = woken_by(&bob, alice.remove("kick", &other, &bob)).await;
        assert!(answer["rooms"]["leave"][&other].is_object());
        server.close().await;
    });
}

#[test]
fn a_typing_notice_that_is_not_renewed_runs_out_by_itself() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob, &carol]).await;
        let path = format!("/rooms/{room}/typing/{}", alice.id);
        let notice = |ms: u64| json!({ "typing": true, "timeout": ms });
        // Carol's, renewed, outlasts it; Alice's has passed by the clock when its time to look comes.
        carol.types(&room, true).await.ok();
        alice.put(&path, notice(20)).await.ok();
        let ended = woken_by(&bob, async { server.clock.advance_ms(21) }).await;
        assert_eq!(ephemeral(&ended, &room, "m.typing")["user_ids"], json!([carol.id]));
        // Renewed in time, the first end passes unnoticed.
        alice.put(&path, notice(20)).await.ok();
        alice.put(&path, notice(100_000)).await.ok();
        let since = bob.token().await;
        server.clock.advance_ms(21);
        let quiet = bob.sync(Some(&since), &json!({}), "&timeout=60").await;
        assert!(quiet.get("rooms").is_none(), "{quiet}");
        assert_eq!(
            ephemeral(&bob.sync(None, &json!({}), "").await, &room, "m.typing")["user_ids"],
            json!([alice.id, carol.id])
        );
        server.close().await;
    });
}

#[test]
fn what_concerns_others_wakes_nobody_and_time_ends_an_empty_wait() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "first").await;
        let elsewhere = alice.room_with(json!({}), &[&carol]).await;
        let (since, filter) = (bob.token().await, json!({}));
        let waiting = bob.sync(Some(&since), &filter, "&timeout=800");
        let others = async {
            alice.say(&elsewhere, "not for bob").await;
            alice.types(&elsewhere, true).await.ok();
            carol.set_data(None, "test.data", json!({})).await.ok();
            alice.post(&format!("/rooms/{room}/receipt/m.read.private/{said}"), json!({})).await.ok();
            bob.post(&format!("/rooms/{elsewhere}/join"), json!({})).await;
        };
        let (answer, ()) = tokio::join!(waiting, others);
        assert_eq!(answer.get("rooms").or(answer.get("account_data")), None, "{answer}");
        let next = text(&answer["next_batch"]);
        assert_eq!(bob.sync(Some(&next), &filter, "").await.get("rooms"), None);
        // What it had looked at meanwhile is not lost either.
        alice.say(&room, "for bob").await;
        for since in [&since, &next] {
            assert_eq!(bodies(timeline(&bob.sync(Some(since), &filter, "&timeout=30000").await, &room)), ["for bob"]);
        }
        server.close().await;
    });
}

#[test]
fn two_devices_wait_at_once_and_each_hears_the_same() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let phone = server.another_device(&bob).await;
        let answer = woken_by(&bob, async {
            let both = woken_by(&phone, alice.say(&room, "to both")).await;
            assert_eq!(bodies(timeline(&both, &room)), ["to both"]);
        });
        assert_eq!(bodies(timeline(&answer.await, &room)), ["to both"]);

        // The local echo is told to the device that spoke, and to no other.
        let path = format!("/rooms/{room}/send/m.room.message/echo");
        let since = phone.token().await;
        let own = woken_by(&bob, bob.put(&path, message("mine"))).await;
        assert_eq!(timeline(&own, &room)[0]["unsigned"]["transaction_id"], "echo");
        let other = phone.sync(Some(&since), &json!({}), "").await;
        assert_eq!(timeline(&other, &room)[0]["unsigned"].get("transaction_id"), None);
        server.close().await;
    });
}

#[test]
fn a_request_that_is_given_up_loses_nothing() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let since = bob.token().await;
        for number in 0..10 {
            let (bob, since) = (bob.clone(), since.clone());
            let waiting = tokio::spawn(async move { bob.get(&format!("/sync?since={since}&timeout=30000")).await });
            alice.say(&room, &number.to_string()).await;
            waiting.abort();
        }
        let answer = bob.get(&format!("/sync?since={since}&timeout=30000")).await.ok();
        assert_eq!(bodies(timeline(&answer, &room)).len(), 10);
        let (alice, path) = (alice.clone(), format!("{V3}/rooms/{room}/send/m.room.message/given-up"));
        let sending = tokio::spawn({
            let (alice, path) = (alice.clone(), path.clone());
            async move { alice.door.put(&path, message("once")).await }
        });
        tokio::task::yield_now().await;
        sending.abort();
        alice.door.put(&path, message("once")).await.ok();
        let once =
            bodies(&Value::from(bob.history(&room, None, 50).await)).iter().filter(|body| *body == "once").count();
        assert_eq!(once, 1);
        server.close().await;
    });
}

#[test]
fn who_types_is_told_to_whoever_comes_and_forgotten_with_the_process() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(json!({ "preset": "public_chat" })).await;
        alice.types(&room, true).await.ok();
        let answer = woken_by(&bob, bob.join(&room)).await;
        assert_eq!(ephemeral(&answer, &room, "m.typing")["user_ids"], json!([alice.id]), "since before bob came");
        let server = server.restart().await;
        let bob = server.back(&bob);
        let since = text(&answer["next_batch"]);
        let anew = bob.sync(Some(&since), &json!({}), "&timeout=30000").await;
        assert_eq!(ephemeral(&anew, &room, "m.typing")["user_ids"], json!([]), "nobody in this process");
        server.close().await;
    });
}

#[test]
fn all_state_is_told_to_whoever_asks_for_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({ "name": "Chess" })).await;
        let since = alice.token().await;
        alice.say(&room, "after").await;
        let unstable = ("&org.matrix.msc4222.use_state_after=true", "org.matrix.msc4222.state_after");
        for (more, key) in [("", "state"), ("&use_state_after=true", "state_after"), unstable] {
            let answer = alice.sync(Some(&since), &json!({}), &format!("&full_state=true{more}")).await;
            let told = &answer["rooms"]["join"][&room];
            assert_eq!(bodies(&told["timeline"]["events"]), ["after"], "{key}");
            let state = alice.get(&format!("/rooms/{room}/state")).await.ok();
            assert_eq!(array(&told[key]["events"]).len(), array(&state).len(), "{key}");
            let names = ["state", "state_after", "org.matrix.msc4222.state_after"];
            assert_eq!(names.iter().filter(|name| !told[**name].is_null()).count(), 1, "under the name asked alone");
        }
        server.close().await;
    });
}

#[test]
fn more_than_crowd_members_hear_of_everything_as_few_do() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.create(json!({ "preset": "public_chat" })).await;
        for member in [&bob, &carol] {
            member.join(&room).await.ok();
            member.token().await;
        }
        for at in 0..limits::CROWD_MEMBERS {
            let member = server.member(&format!("person{at:03}")).await;
            member.join(&room).await.ok();
            member.token().await;
        }
        // Of these the first makes a crowd of them, while somebody waits.
        for words in ["first", "second", "third"] {
            let answer = woken_by(&bob, alice.say(&room, words)).await;
            assert_eq!(bodies(timeline(&answer, &room)), [words]);
        }
        let answer = woken_by(&bob, alice.types(&room, true)).await;
        assert_eq!(ephemeral(&answer, &room, "m.typing")["user_ids"], json!([alice.id]));
        // What one reads in private is nobody's news; one's own devices hear of it.
        let said = alice.say(&room, "read this").await;
        let phone = server.another_device(&carol).await;
        let read = json!({});
        let answer = woken_by(&phone, carol.post(&format!("/rooms/{room}/receipt/m.read.private/{said}"), read)).await;
        assert!(answer["rooms"]["join"][&room]["ephemeral"].is_object(), "{answer}");
        let small = alice.room_with(json!({}), &[&bob]).await;
        let answer = woken_by(&bob, alice.say(&small, "elsewhere")).await;
        assert_eq!(bodies(timeline(&answer, &small)), ["elsewhere"]);

        let dave = server.member("dave").await;
        let answer = woken_by(&dave, dave.join(&room)).await;
        assert!(answer["rooms"]["join"][&room].is_object());
        let answer = woken_by(&dave, alice.say(&room, "fourth")).await;
        assert_eq!(bodies(timeline(&answer, &room)), ["fourth"]);

        let since = carol.token().await;
        carol.leave(&room).await.ok();
        alice.say(&room, "fifth").await;
        let left = carol.sync(Some(&since), &json!({}), "").await;
        let told = &left["rooms"]["leave"][&room]["timeline"]["events"];
        assert_eq!((array(told).len(), bodies(told)), (1, Vec::new()), "{left}");
        let since = text(&left["next_batch"]);
        alice.say(&room, "sixth").await;
        let quiet = carol.sync(Some(&since), &json!({}), "&timeout=60").await;
        assert!(quiet.get("rooms").is_none(), "{quiet}");
        carol.join(&room).await.ok();
        let answer = woken_by(&carol, alice.say(&room, "seventh")).await;
        assert_eq!(bodies(timeline(&answer, &room)), ["seventh"]);

        let since = bob.token().await;
        let quiet = bob.sync(Some(&since), &json!({}), "&timeout=60").await;
        assert!(quiet.get("rooms").is_none(), "{quiet}");
        server.close().await;
    });
}

#[test]
fn who_is_signed_out_while_they_wait_hears_nothing_any_more() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let phone = server.another_device(&bob).await;
        let since = phone.token().await;
        let path = format!("/sync?since={since}&timeout=30000");
        let mut waiting = pin!(phone.get(&path));
        tokio::select! {
            biased;
            early = &mut waiting => panic!("nothing had happened: {}", early.text),
            () = tokio::time::sleep(Duration::from_millis(30)) => {}
        }
        phone.post("/logout", json!({})).await.ok();
        alice.say(&room, "behind their back").await;
        let answer =
            tokio::time::timeout(Duration::from_secs(10), waiting).await.expect("it wakes long before its time");
        assert_eq!(answer.refusal(), (401, "M_UNKNOWN_TOKEN"));
        server.close().await;
    });
}
