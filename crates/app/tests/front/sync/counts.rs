//! How much waits unread, and how much of it asks for the reader.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, message};

/// Notifications and highlights, outside threads and in a thread.
type Counts = (u64, u64);

fn pair(counts: &Value) -> Counts {
    let number = |name: &str| counts[name].as_u64().unwrap_or(0);
    (number("notification_count"), number("highlight_count"))
}

async fn room_part(reader: &Member, room: &str, by_thread: bool) -> Value {
    let filter = json!({ "room": { "timeline": { "limit": 1, "unread_thread_notifications": by_thread } } });
    reader.sync(None, &filter, "").await["rooms"]["join"][room].clone()
}

async fn counts(reader: &Member, room: &str) -> Counts {
    pair(&room_part(reader, room, false).await["unread_notifications"])
}

/// Outside threads, and in the thread of `root`.
async fn apart(reader: &Member, room: &str, root: &str) -> (Counts, Counts) {
    let part = room_part(reader, room, true).await;
    (pair(&part["unread_notifications"]), pair(&part["unread_thread_notifications"][root]))
}

/// The same from a process that has counted nothing yet.
async fn after_restart(server: Server, reader: &Member, room: &str, expected: Counts) -> Server {
    assert_eq!(counts(reader, room).await, expected);
    let server = server.restart().await;
    assert_eq!(counts(&server.back(reader), room).await, expected, "after a restart");
    server
}

fn mention(whom: &Member) -> Value {
    json!({ "msgtype": "m.text", "body": "look", "m.mentions": { "user_ids": [whom.id] } })
}

#[test]
fn what_others_say_counts_and_what_is_no_message_does_not() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob, &carol]).await;
        assert_eq!(counts(&bob, &room).await, (0, 0));
        let said = alice.say(&room, "one").await;
        alice.say(&room, "two").await;
        alice.send(&room, "m.room.encrypted", json!({ "algorithm": "m.megolm.v1.aes-sha2" })).await;
        let server = after_restart(server, &bob, &room, (3, 0)).await;
        let [alice, bob, carol] = [&alice, &bob, &carol].map(|member| server.back(member));

        alice.send(&room, "m.room.message", mention(&bob)).await;
        alice.send(&room, "m.room.message", mention(&carol)).await;
        let server = after_restart(server, &bob, &room, (5, 1)).await;
        let [alice, bob, carol] = [&alice, &bob, &carol].map(|member| server.back(member));

        let reaction = json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": said, "key": "+" } });
        carol.send(&room, "m.reaction", reaction).await;
        let mut edit = message("* one");
        edit["m.new_content"] = message("one");
        edit["m.relates_to"] = json!({ "rel_type": "m.replace", "event_id": said });
        alice.send(&room, "m.room.message", edit).await;
        alice.send(&room, "m.room.message", json!({ "msgtype": "m.notice", "body": "a bot" })).await;
        alice.set(&room, "m.room.topic", "", json!({ "topic": "chess" })).await.ok();
        let server = after_restart(server, &bob, &room, (5, 1)).await;
        let bob = server.back(&bob);
        assert_eq!(counts(&server.back(&carol), &room).await, (0, 0), "who spoke has read what was said before");

        bob.say(&room, "here I am").await;
        let server = after_restart(server, &bob, &room, (0, 0)).await;
        server.close().await;
    });
}

#[test]
fn receipts_read_and_never_go_back() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let mut said = Vec::new();
        for number in 0..6 {
            said.push(alice.say(&room, &number.to_string()).await);
        }
        let reads = async |kind: &str, at: usize| {
            bob.post(&format!("/rooms/{room}/receipt/{kind}/{}", said[at]), json!({})).await.ok();
        };
        reads("m.read", 1).await;
        assert_eq!(counts(&bob, &room).await, (4, 0));
        reads("m.read", 0).await;
        assert_eq!(counts(&bob, &room).await, (4, 0), "an older receipt that comes late");
        reads("m.read.private", 3).await;
        assert_eq!(counts(&bob, &room).await, (2, 0), "the further of both");
        reads("m.read", 2).await;
        assert_eq!(counts(&bob, &room).await, (2, 0));
        reads("m.fully_read", 5).await;
        assert_eq!(counts(&bob, &room).await, (2, 0), "the line last read is no receipt");
        let markers = json!({ "m.fully_read": said[5], "m.read": said[4] });
        bob.post(&format!("/rooms/{room}/read_markers"), markers).await.ok();
        let told = alice.sync_all().await["rooms"]["join"][&room]["ephemeral"].to_string();
        assert!(told.contains("m.read") && !told.contains("m.read.private"), "{told}");
        let server = after_restart(server, &bob, &room, (1, 0)).await;
        server.close().await;
    });
}

#[test]
fn threads_are_counted_and_read_apart() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let root = alice.say(&room, "root").await;
        let reply = json!({ "msgtype": "m.text", "body": "in it", "m.relates_to": { "rel_type": "m.thread", "event_id": root } });
        let mut calling = reply.clone();
        calling["m.mentions"] = json!({ "user_ids": [bob.id] });
        let first = alice.send(&room, "m.room.message", reply.clone()).await;
        alice.send(&room, "m.room.message", calling).await;
        let outside = alice.say(&room, "outside").await;
        assert_eq!(apart(&bob, &room, &root).await, ((2, 0), (2, 1)));
        assert_eq!(counts(&bob, &room).await, (4, 1), "together for who does not ask for them apart");

        let receipt = async |event: &str, thread: &str| {
            bob.post(&format!("/rooms/{room}/receipt/m.read/{event}"), json!({ "thread_id": thread })).await.ok();
        };
        for thread in ["", "a\0b", "no event"] {
            let path = format!("/rooms/{room}/receipt/m.read/{first}");
            let refused = bob.post(&path, json!({ "thread_id": thread })).await;
            assert_eq!(refused.status, 400, "{thread:?}: {}", refused.text);
        }
        receipt(&first, &root).await;
        assert_eq!(apart(&bob, &room, &root).await, ((2, 0), (1, 1)));
        receipt(&outside, "main").await;
        assert_eq!(apart(&bob, &room, &root).await, ((0, 0), (1, 1)));
        let server = server.restart().await;
        let (alice, bob) = (server.back(&alice), server.back(&bob));
        assert_eq!(apart(&bob, &room, &root).await, ((0, 0), (1, 1)), "after a restart");
        alice.send(&room, "m.room.message", reply).await;
        assert_eq!(apart(&bob, &room, &root).await, ((0, 0), (2, 1)));
        let last = alice.say(&room, "last").await;
        bob.read(&room, &last).await.ok();
        assert_eq!(apart(&bob, &room, &root).await, ((0, 0), (0, 0)), "without a thread it reads all");
        server.close().await;
    });
}

#[test]
fn a_receipt_is_of_the_thread_that_its_event_is_in() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let root = alice.say(&room, "root").await;
        let outside = alice.say(&room, "outside").await;
        let within = json!({ "rel_type": "m.thread", "event_id": root });
        let reply = json!({ "msgtype": "m.text", "body": "in it", "m.relates_to": within });
        let first = alice.send(&room, "m.room.message", reply.clone()).await;
        let last = alice.send(&room, "m.room.message", reply).await;
        let on_last = json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": last, "key": "+" } });
        let on_last = alice.send(&room, "m.reaction", on_last).await;
        let reads = async |kind: &str, event: &str, thread: &str| {
            let body = if thread.is_empty() { json!({}) } else { json!({ "thread_id": thread }) };
            let answer = bob.post(&format!("/rooms/{room}/receipt/{kind}/{event}"), body).await;
            (answer.status.as_u16(), answer.json["errcode"].as_str().unwrap_or("").to_owned())
        };
        let refused = (400, "M_INVALID_PARAM".to_owned());
        assert_eq!(reads("m.read", &outside, &root).await, refused);
        assert_eq!(reads("m.read", &first, "main").await, refused);
        assert_eq!(reads("m.read", &on_last, "main").await, refused, "a reaction is where its message is");
        assert_eq!(reads("m.read", &last, &outside).await, refused);
        assert_eq!(reads("m.fully_read", &last, &root).await, refused);
        for thread in ["main", root.as_str()] {
            assert_eq!(reads("m.read", &root, thread).await.0, 200, "a root is on both sides");
        }
        let since = alice.token().await;
        assert_eq!(reads("m.read", &on_last, &root).await.0, 200);
        assert_eq!(reads("m.read", &first, &root).await.0, 200, "taken, and nothing moves");
        assert_eq!(reads("m.read.private", &last, &root).await.0, 200);
        assert_eq!(reads("m.read", &on_last, "").await.0, 200);
        let told =
            alice.sync(Some(&since), &json!({}), "").await["rooms"]["join"][&room]["ephemeral"]["events"].clone();
        let threads: Vec<&Value> = told
            .as_array()
            .into_iter()
            .flatten()
            .map(|event| &event["content"][&on_last]["m.read"][&bob.id]["thread_id"])
            .collect();
        assert_eq!(threads.len(), 2, "in a thread and without one, on one event: {told}");
        assert!(threads.contains(&&json!(root)) && threads.contains(&&Value::Null), "{told}");
        assert!(!told.to_string().contains("m.read.private"), "{told}");
        let own = bob.sync(None, &json!({}), "").await["rooms"]["join"][&room]["ephemeral"].to_string();
        assert!(own.contains("m.read.private"), "{own}");
        server.close().await;
    });
}

#[test]
fn the_line_last_read_never_goes_back() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let (first, last) = (alice.say(&room, "one").await, alice.say(&room, "two").await);
        let marks = async |markers: Value| bob.post(&format!("/rooms/{room}/read_markers"), markers).await;
        let marked = async || {
            let path = format!("/user/{}/rooms/{room}/account_data/m.fully_read", bob.id);
            bob.get(&path).await.ok()["event_id"].clone()
        };
        marks(json!({ "m.fully_read": last, "m.read": first })).await.ok();
        marks(json!({ "m.fully_read": first })).await.ok();
        assert_eq!(marked().await, json!(last));
        marks(json!({ "m.fully_read": first, "m.read.private": last })).await.ok();
        assert_eq!(marked().await, json!(last));
        assert_eq!(counts(&bob, &room).await, (0, 0), "the receipt beside it moves");
        let hidden = marks(json!({ "m.fully_read": "$nothing" })).await;
        assert_eq!(hidden.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(marks(json!({})).await.status, 200);
        server.close().await;
    });
}

#[test]
fn what_relates_to_a_reply_counts_in_its_thread() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let root = alice.say(&room, "root").await;
        let secret = |rel_type: &str, target: &str| {
            let relation = json!({ "rel_type": rel_type, "event_id": target });
            json!({ "algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "m.relates_to": relation })
        };
        let poll = alice.send(&room, "m.room.encrypted", secret("m.thread", &root)).await;
        alice.send(&room, "m.room.encrypted", secret("m.reference", &poll)).await;
        assert_eq!(apart(&bob, &room, &root).await, ((1, 0), (2, 0)));
        let server = server.restart().await;
        assert_eq!(apart(&server.back(&bob), &room, &root).await, ((1, 0), (2, 0)), "after a restart");
        server.close().await;
    });
}

#[test]
fn what_was_removed_or_muted_does_not_count() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let gone = alice.send(&room, "m.room.message", mention(&bob)).await;
        alice.say(&room, "stays").await;
        assert_eq!(counts(&bob, &room).await, (2, 1));
        alice.redact(&room, &gone).await.ok();
        let server = after_restart(server, &bob, &room, (1, 0)).await;
        let [alice, bob] = [&alice, &bob].map(|member| server.back(member));

        let muted = alice.room_with(json!({}), &[&bob]).await;
        bob.put(&format!("/pushrules/global/room/{muted}"), json!({ "actions": [] })).await.ok();
        alice.say(&muted, "unheard").await;
        let server = after_restart(server, &bob, &muted, (0, 0)).await;
        let [alice, bob] = [&alice, &bob].map(|member| server.back(member));
        alice.send(&muted, "m.room.message", mention(&bob)).await;
        let server = after_restart(server, &bob, &muted, (1, 1)).await;
        assert_eq!(counts(&server.back(&bob), &room).await, (1, 0));
        server.close().await;
    });
}

#[test]
fn a_new_name_of_ones_own_reads_nothing() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        alice.say(&room, "one").await;
        alice.say(&room, "two").await;
        let renamed = json!({ "membership": "join", "displayname": "Bob" });
        bob.set(&room, "m.room.member", &bob.id, renamed).await.ok();
        let server = after_restart(server, &bob, &room, (2, 0)).await;
        server.close().await;
    });
}

#[test]
fn counts_go_on_beyond_what_is_kept_one_by_one() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let mut said = Vec::new();
        for number in 0..1_100 {
            said.push(alice.say(&room, &number.to_string()).await);
        }
        let server = after_restart(server, &bob, &room, (1_100, 0)).await;
        let bob = server.back(&bob);
        bob.read(&room, &said[599]).await.ok();
        let server = after_restart(server, &bob, &room, (500, 0)).await;
        server.close().await;
    });
}

#[test]
fn what_was_said_while_one_was_out_does_not_count_when_one_comes_back() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        alice.say(&room, "one").await;
        assert_eq!(counts(&bob, &room).await, (1, 0));
        for is_looked_at in [false, true] {
            bob.leave(&room).await.ok();
            alice.send(&room, "m.room.message", mention(&bob)).await;
            if is_looked_at {
                bob.sync(None, &json!({}), "").await;
            }
            alice.invite(&room, &bob).await.ok();
            alice.send(&room, "m.room.message", mention(&bob)).await;
            bob.join(&room).await.ok();
            assert_eq!(counts(&bob, &room).await, (0, 0));
            alice.say(&room, "welcome back").await;
            assert_eq!(counts(&bob, &room).await, (1, 0));
        }
        after_restart(server, &bob, &room, (1, 0)).await.close().await;
    });
}
