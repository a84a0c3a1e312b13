//! What messages say of others: reactions, edits, threads and references, wherever events come out.

use hearth_kernel::limits;
use hearth_store::{Entry, Statement, testing::on_both};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Member, Server, array, bodies, escaped, fresh, message, text};

const V1: &str = "/_matrix/client/v1";

fn related(rel_type: &str, target: &str, body: &str) -> Value {
    let mut content = message(body);
    content["m.relates_to"] = json!({ "rel_type": rel_type, "event_id": target });
    content
}

fn edit(target: &str, body: &str) -> Value {
    let mut content = related("m.replace", target, &format!("* {body}"));
    content["m.new_content"] = message(body);
    content
}

fn reaction(target: &str, key: &str) -> Value {
    json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": target, "key": key } })
}

impl Member {
    async fn reply(&self, room: &str, root: &str, body: &str) -> String {
        self.send(room, "m.room.message", related("m.thread", root, body)).await
    }

    async fn v1(&self, path: &str) -> Value {
        self.door.get(&format!("{V1}{path}")).await.ok()
    }

    async fn relations(&self, room: &str, more: &str) -> Value {
        self.v1(&format!("/rooms/{room}/relations/{more}")).await
    }

    /// What is told with an event, by `GET …/event`.
    async fn bundle(&self, room: &str, event: &str) -> Value {
        self.event(room, event).await.ok()["unsigned"]["m.relations"].clone()
    }
}

fn find<'a>(events: &'a Value, id: &str) -> &'a Value {
    array(events).iter().find(|event| event["event_id"] == id).unwrap_or(&Value::Null)
}

fn ids(events: &Value) -> Vec<String> {
    array(events).iter().map(|event| text(&event["event_id"])).collect()
}

/// The event as each way out shows it.
async fn everywhere(reader: &Member, room: &str, id: &str) -> Vec<(&'static str, Value)> {
    let timeline = |told: &Value| find(&told["rooms"]["join"][room]["timeline"]["events"], id).clone();
    let filter = json!({ "room": { "timeline": { "limit": 100 } } });
    let state_after = reader.sync(None, &filter, "&use_state_after=true").await;
    let page = reader.get(&format!("/rooms/{room}/messages?dir=b&limit=100")).await.ok()["chunk"].clone();
    let context = async |of: &str| reader.get(&format!("/rooms/{room}/context/{of}")).await.ok();
    let at = ids(&page).iter().position(|other| other == id).expect("it is on the page");
    let [newer, older] = [at - 1, at + 1].map(|at| text(&page[at]["event_id"]));
    let one = reader.event(room, id).await.ok();
    let criteria = json!({ "search_term": one["content"]["body"], "filter": { "rooms": [room] } });
    let found = reader.post("/search", json!({ "search_categories": { "room_events": criteria } })).await.ok();
    let found = &found["search_categories"]["room_events"]["results"];
    let mut ways = vec![
        ("sync", timeline(&reader.sync_all().await)),
        ("sync with the state behind it", timeline(&state_after)),
        ("messages", find(&page, id).clone()),
        ("context", context(id).await["event"].clone()),
        ("context of the next one", find(&context(&newer).await["events_before"], id).clone()),
        ("context of the one before", find(&context(&older).await["events_after"], id).clone()),
        ("search", find(&within(found, "result"), id).clone()),
    ];
    // One's own words notify nobody.
    if one["sender"] != reader.id {
        let heard = reader.get("/notifications?limit=100").await.ok();
        ways.push(("notifications", find(&within(&heard["notifications"], "event"), id).clone()));
    }
    ways.push(("event", one));
    ways
}

/// The events of a list whose entries say more than that.
fn within(list: &Value, key: &str) -> Value {
    array(list).iter().map(|entry| entry[key].clone()).collect()
}

#[test]
fn what_others_say_is_told_wherever_the_event_comes_out() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "one").await;
        alice.send(&room, "m.room.message", edit(&said, "two")).await;
        let last_edit = alice.send(&room, "m.room.message", edit(&said, "three")).await;
        bob.send(&room, "m.reaction", reaction(&said, "+")).await;
        let refers = bob.send(&room, "m.room.message", related("m.reference", &said, "see")).await;
        bob.reply(&room, &said, "first").await;
        let last = bob.reply(&room, &said, "last").await;
        bob.send(&room, "m.room.message", edit(&last, "last, edited")).await;

        let check = async |server: &Server, alice: &Member, bob: &Member| {
            server.followed().await;
            for (reader, participated) in [(alice, true), (bob, true)] {
                for (place, event) in everywhere(reader, &room, &said).await {
                    assert_eq!(event["content"]["body"], "one", "{place}: what was said first stays");
                    let told = &event["unsigned"]["m.relations"];
                    assert_eq!(told["m.replace"]["event_id"], last_edit, "{place}: {event}");
                    assert_eq!(told["m.replace"]["content"]["m.new_content"]["body"], "three", "{place}");
                    assert_eq!(told["m.replace"]["room_id"], room, "{place}");
                    let thread = &told["m.thread"];
                    assert_eq!(
                        (&thread["count"], &thread["current_user_participated"]),
                        (&json!(2), &json!(participated))
                    );
                    assert_eq!(thread["latest_event"]["event_id"], last, "{place}");
                    let newest = &thread["latest_event"]["unsigned"]["m.relations"]["m.replace"];
                    assert_eq!(newest["content"]["m.new_content"]["body"], "last, edited", "{place}: {thread}");
                    assert_eq!(told["m.reference"], json!({ "chunk": [{ "event_id": refers }] }), "{place}");
                    assert!(told["m.annotation"].is_null(), "{place}: clients count reactions themselves");
                }
            }
            let threads = alice.v1(&format!("/rooms/{room}/threads")).await;
            assert_eq!(threads["chunk"][0]["unsigned"]["m.relations"]["m.replace"]["event_id"], last_edit);
            assert!(threads["next_batch"].is_null(), "{threads}");
            let replies = alice.relations(&room, &format!("{said}/m.thread")).await;
            assert_eq!(ids(&replies["chunk"])[0], last);
            assert!(!replies["chunk"][0]["unsigned"]["m.relations"]["m.replace"].is_null(), "{replies}");
        };
        check(&server, &alice, &bob).await;
        let server = server.restart().await;
        let (alice, bob) = (server.back(&alice), server.back(&bob));
        check(&server, &alice, &bob).await;
        // So many that memory holds the first ones no more.
        for number in 0..70 {
            alice.say(&room, &format!("more {number}")).await;
        }
        check(&server, &alice, &bob).await;
        server.close().await;
    });
}

#[test]
fn only_edits_that_the_protocol_allows_count() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "one").await;
        bob.send(&room, "m.room.message", edit(&said, "by another")).await;
        alice.send(&room, "m.sticker", edit(&said, "of another type")).await;
        alice.send(&room, "m.room.message", related("m.replace", &said, "* without a new content")).await;
        assert!(alice.bundle(&room, &said).await.is_null());

        let first = alice.send(&room, "m.room.message", edit(&said, "two")).await;
        alice.send(&room, "m.room.message", edit(&first, "an edit of an edit")).await;
        assert_eq!(alice.bundle(&room, &said).await["m.replace"]["event_id"], first);
        assert!(alice.bundle(&room, &first).await.is_null(), "an edit is not edited");

        let secret = json!({ "algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x" });
        let hidden = alice.send(&room, "m.room.encrypted", secret.clone()).await;
        let mut again = secret;
        again["m.relates_to"] = json!({ "rel_type": "m.replace", "event_id": hidden });
        let hidden_edit = alice.send(&room, "m.room.encrypted", again).await;
        assert_eq!(alice.bundle(&room, &hidden).await["m.replace"]["event_id"], hidden_edit);
        alice.send(&room, "m.room.message", edit(&hidden, "in clear")).await;
        assert_eq!(alice.bundle(&room, &hidden).await["m.replace"]["event_id"], hidden_edit);

        let topic = text(&alice.set(&room, "m.room.topic", "", json!({ "topic": "a" })).await.ok()["event_id"]);
        alice.send(&room, "m.room.topic", edit(&topic, "b")).await;
        assert!(alice.bundle(&room, &topic).await.is_null(), "state is not edited");
        server.close().await;
    });
}

/// Two in a room, what the first said there, and how she said it anew.
async fn said_anew(server: &Server) -> ([Member; 2], String, String, String) {
    let [alice, bob] = server.members(["alice", "bob"]).await;
    let room = alice.room_with(json!({}), &[&bob]).await;
    let said = alice.say(&room, "one").await;
    let first = alice.send(&room, "m.room.message", edit(&said, "two")).await;
    ([alice, bob], room, said, first)
}

#[test]
fn what_is_redacted_leaves() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let ([alice, bob], room, said, first) = said_anew(&server).await;
        let second = alice.send(&room, "m.room.message", edit(&said, "three")).await;
        let one = bob.reply(&room, &said, "reply").await;
        let two = bob.reply(&room, &said, "reply").await;
        let liked = bob.send(&room, "m.reaction", reaction(&said, "+")).await;

        alice.redact(&room, &second).await.ok();
        bob.redact(&room, &two).await.ok();
        let told = alice.bundle(&room, &said).await;
        assert_eq!(told["m.replace"]["event_id"], first, "the edit before it counts again");
        assert_eq!(
            (&told["m.thread"]["count"], &told["m.thread"]["latest_event"]["event_id"]),
            (&json!(1), &json!(one))
        );
        assert_eq!(ids(&alice.relations(&room, &format!("{said}/m.annotation")).await["chunk"]), [liked.as_str()]);
        bob.redact(&room, &liked).await.ok();
        assert_eq!(ids(&alice.relations(&room, &format!("{said}/m.annotation")).await["chunk"]), [""; 0]);
        alice.redact(&room, &first).await.ok();
        bob.redact(&room, &one).await.ok();
        assert!(alice.bundle(&room, &said).await.is_null());
        assert!(array(&alice.v1(&format!("/rooms/{room}/threads")).await["chunk"]).is_empty());

        alice.send(&room, "m.room.message", edit(&said, "four")).await;
        bob.reply(&room, &said, "reply").await;
        alice.redact(&room, &said).await.ok();
        let told = alice.bundle(&room, &said).await;
        assert!(told["m.replace"].is_null(), "what was removed has no newer form: {told}");
        assert_eq!(told["m.thread"]["count"], 1, "its thread stays");
        server.close().await;
    });
}

#[test]
fn a_message_goes_with_all_that_its_sender_said_in_its_place() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let ([alice, bob], room, said, first) = said_anew(&server).await;
        let secret = json!({ "m.relates_to": edit(&said, "")["m.relates_to"], "ciphertext": "three" });
        let sealed = alice.send(&room, "m.room.encrypted", secret).await;
        let other = bob.send(&room, "m.room.message", edit(&said, "not his to edit")).await;
        let removed = text(&alice.redact(&room, &said).await.ok()["event_id"]);
        let server = server.restart().await;
        let bob = server.back(&bob);
        for event in [&said, &first, &sealed] {
            let event = bob.get(&format!("/rooms/{room}/event/{event}")).await.ok();
            assert_eq!(event["content"], json!({}), "{event}");
            assert_eq!(event["unsigned"]["redacted_because"]["event_id"], removed.as_str());
        }
        let kept = bob.get(&format!("/rooms/{room}/event/{other}")).await.ok();
        assert_eq!(kept["content"]["body"], "* not his to edit");
        // What was written on another device meanwhile does not bring it back.
        let alice = server.back(&alice);
        let late = alice.put(&format!("/rooms/{room}/send/m.room.message/late"), edit(&said, "four")).await;
        assert_eq!(late.refusal(), (404, "M_NOT_FOUND"));
        let timeline = bob.get(&format!("/rooms/{room}/messages?dir=b")).await.ok();
        let told = array(&timeline["chunk"]).iter().filter(|event| event["type"] == "m.room.redaction").count();
        assert_eq!((told, timeline.to_string().contains("two")), (1, false));
        server.close().await;
    });
}

#[test]
fn a_redaction_takes_along_so_many_edits() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice] = server.members(["alice"]).await;
        let room = alice.room_with(json!({}), &[]).await;
        let said = alice.say(&room, "one").await;
        let mut edits = Vec::new();
        for number in 0..=limits::REDACTED_EDITS {
            edits.push(alice.send(&room, "m.room.message", edit(&said, &number.to_string())).await);
        }
        alice.redact(&room, &said).await.ok();
        for (event, is_kept) in [(&edits[0], true), (&edits[1], false), (&edits[limits::REDACTED_EDITS], false)] {
            let event = alice.get(&format!("/rooms/{room}/event/{event}")).await.ok();
            assert_eq!(event["content"]["body"].is_string(), is_kept, "{event}");
        }
        server.close().await;
    });
}

#[test]
fn nobody_reacts_twice_with_the_same() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "one").await;
        let path = |txn: &str| format!("/rooms/{room}/send/m.reaction/{txn}");
        let first = text(&bob.put(&path("same"), reaction(&said, "+")).await.ok()["event_id"]);
        let refused = bob.put(&path("other"), reaction(&said, "+")).await;
        assert_eq!(refused.refusal(), (400, "M_DUPLICATE_ANNOTATION"), "{}", refused.text);
        bob.send(&room, "m.reaction", reaction(&said, "-")).await;
        alice.send(&room, "m.reaction", reaction(&said, "+")).await;
        bob.send(&room, "m.reaction", reaction("$nothing", "+")).await;
        bob.send(&room, "m.reaction", reaction("$nothing", "+")).await;

        // The same request again is the same reaction, after a restart too.
        assert_eq!(bob.put(&path("same"), reaction(&said, "+")).await.ok()["event_id"], first);
        let server = server.restart().await;
        let bob = server.back(&bob);
        assert_eq!(bob.put(&path("same"), reaction(&said, "+")).await.ok()["event_id"], first);
        bob.redact(&room, &first).await.ok();
        bob.send(&room, "m.reaction", reaction(&said, "+")).await;

        let mut at_once = JoinSet::new();
        for at in 0..8 {
            let (bob, path, content) = (bob.clone(), path(&format!("at-once-{at}")), reaction(&said, "at once"));
            at_once.spawn(async move { bob.put(&path, content).await.status.as_u16() });
        }
        let answers = at_once.join_all().await;
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
        assert_eq!(answers.iter().filter(|status| **status == 400).count(), 7, "{answers:?}");

        for key in [json!("+".repeat(1_025)), json!(7), json!("a\0"), Value::Null] {
            let mut content = reaction(&said, "");
            content["m.relates_to"]["key"] = key;
            assert_eq!(bob.put(&path(&fresh()), content).await.refusal(), (400, "M_INVALID_PARAM"));
        }
        server.close().await;
    });
}

#[test]
fn annotation_bytes_are_the_most_that_a_reaction_says() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let said = alice.say(&room, "one").await;
        alice.send(&room, "m.reaction", reaction(&said, &"+".repeat(1_024))).await;
        server.close().await;
    });
}

#[test]
fn a_list_of_relations_is_paged_filtered_and_followed() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let root = alice.say(&room, "root").await;
        let mut replies = Vec::new();
        for number in 0..5 {
            replies.push(bob.reply(&room, &root, &number.to_string()).await);
        }
        let sticker = bob.send(&room, "m.sticker", related("m.thread", &root, "sticker")).await;
        let on_reply = alice.send(&room, "m.reaction", reaction(&replies[1], "+")).await;
        let on_root = alice.send(&room, "m.reaction", reaction(&root, "+")).await;

        let paged = async |dir: &str| {
            let (mut found, mut from) = (Vec::new(), String::new());
            loop {
                let page =
                    bob.relations(&room, &format!("{root}/m.thread/m.room.message?limit=2&dir={dir}{from}")).await;
                assert_eq!(page["prev_batch"].is_string(), !from.is_empty());
                found.extend(ids(&page["chunk"]));
                let Some(next) = page["next_batch"].as_str() else { return found };
                from = format!("&from={next}");
            }
        };
        let newest_first: Vec<_> = replies.iter().rev().cloned().collect();
        assert_eq!((paged("f").await, paged("b").await), (replies.clone(), newest_first));
        let whole = ids(&bob.relations(&room, &format!("{root}?dir=f&limit=1000")).await["chunk"]);
        assert_eq!(whole, [&replies[..], &[sticker.clone(), on_root.clone()]].concat());
        let deep = bob.relations(&room, &format!("{root}?dir=f&recurse=true&limit=50")).await;
        assert_eq!(ids(&deep["chunk"]), [&replies[..], &[sticker, on_reply.clone(), on_root.clone()]].concat());
        assert_eq!(deep["recursion_depth"], limits::RELATION_DEPTH);
        let deep = bob.relations(&room, &format!("{root}/m.annotation?recurse=true&limit=1")).await;
        assert_eq!(ids(&deep["chunk"]), [on_root]);
        let more = format!("{root}/m.annotation?recurse=true&from={}", text(&deep["next_batch"]));
        assert_eq!(ids(&bob.relations(&room, &more).await["chunk"]), [on_reply]);
        let none = bob.relations(&room, &format!("{root}/org.example.none")).await;
        assert_eq!(none, json!({ "chunk": [] }));

        let refused = async |who: &Member, path: &str| {
            let answer = who.door.get(&format!("{V1}/rooms/{room}/{path}")).await;
            (answer.status.as_u16(), text(&answer.json["errcode"]))
        };
        assert_eq!(refused(&carol, &format!("relations/{root}")).await, (404, "M_NOT_FOUND".to_owned()));
        assert_eq!(refused(&bob, "relations/$nothing").await, (404, "M_NOT_FOUND".to_owned()));
        assert_eq!(refused(&bob, &format!("relations/{root}?from=x")).await, (400, "M_INVALID_PARAM".to_owned()));
        assert_eq!(refused(&carol, "threads").await, (403, "M_FORBIDDEN".to_owned()));
        assert_eq!(refused(&bob, "threads?include=some").await, (400, "M_INVALID_PARAM".to_owned()));
        server.close().await;
    });
}

#[test]
fn threads_are_listed_by_their_last_reply() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob, &carol]).await;
        let mut roots = Vec::new();
        for number in 0..3 {
            roots.push(alice.say(&room, &format!("root {number}")).await);
        }
        for root in &roots {
            bob.reply(&room, root, "reply").await;
        }
        let refused = carol
            .put(
                &format!("/rooms/{room}/send/m.room.message/x"),
                related("m.thread", &bob.reply(&room, &roots[2], "r").await, "no"),
            )
            .await;
        assert_eq!(refused.refusal(), (400, "M_UNKNOWN"), "no thread begins within a thread");
        carol.reply(&room, &roots[0], "late").await;

        let threads = async |who: &Member, more: &str| who.v1(&format!("/rooms/{room}/threads?{more}")).await;
        let expected: Vec<String> = [0, 2, 1].map(|at: usize| roots[at].clone()).to_vec();
        assert_eq!(ids(&threads(&bob, "").await["chunk"]), expected);
        let (mut found, mut from) = (Vec::new(), String::new());
        loop {
            let page = threads(&bob, &format!("limit=1{from}")).await;
            found.extend(ids(&page["chunk"]));
            let Some(next) = page["next_batch"].as_str() else { break };
            from = format!("&from={next}");
        }
        assert_eq!(found, expected);
        assert_eq!(ids(&threads(&carol, "include=participated").await["chunk"]), [roots[0].as_str()]);
        assert_eq!(threads(&alice, "include=participated").await["chunk"].as_array().map(Vec::len), Some(3));

        // Whom one ignores is not counted; a thread that hangs on them is shown without what they said.
        let ignore = |who: &Member| json!({ "ignored_users": { who.id.clone(): {} } });
        bob.set_data(None, "m.ignored_user_list", ignore(&carol)).await.ok();
        let told = bob.bundle(&room, &roots[0]).await;
        assert_eq!(told["m.thread"]["count"], 1);
        assert_eq!(told["m.thread"]["latest_event"]["sender"], bob.id);
        bob.set_data(None, "m.ignored_user_list", ignore(&alice)).await.ok();
        let list = threads(&bob, "").await;
        assert_eq!(ids(&list["chunk"]), expected);
        assert!(bodies(&list["chunk"]).is_empty(), "{list}");
        bob.set_data(None, "m.ignored_user_list", json!({})).await.ok();
        assert_eq!(bob.bundle(&room, &roots[0]).await["m.thread"]["count"], 2, "and back again");

        // Who has left hears of later threads where everybody may.
        bob.leave(&room).await.ok();
        carol.reply(&room, &alice.say(&room, "unheard").await, "late").await;
        assert_eq!(ids(&threads(&bob, "").await["chunk"]), expected);
        let open = json!({ "history_visibility": "world_readable" });
        alice.set(&room, "m.room.history_visibility", "", open).await.ok();
        let root = alice.say(&room, "heard").await;
        carol.reply(&room, &root, "late").await;
        let heard = ids(&threads(&bob, "").await["chunk"]);
        assert_eq!(heard, [vec![root], expected].concat());
        server.close().await;
    });
}

#[test]
fn what_a_reader_may_not_see_is_not_counted() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let hidden = json!({ "type": "m.room.history_visibility", "state_key": "", "content": { "history_visibility": "joined" } });
        let room = alice.room_with(json!({ "initial_state": [hidden] }), &[&bob]).await;
        let root = alice.say(&room, "root").await;
        alice.reply(&room, &root, "seen").await;
        bob.leave(&room).await.ok();
        alice.reply(&room, &root, "not seen").await;
        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        assert_eq!(alice.bundle(&room, &root).await["m.thread"]["count"], 2);
        let told = bob.bundle(&room, &root).await;
        assert_eq!(told["m.thread"]["count"], 1, "{told}");
        assert_eq!(told["m.thread"]["latest_event"]["content"]["body"], "seen");
        assert_eq!(told["m.thread"]["current_user_participated"], false);
        assert_eq!(bodies(&bob.relations(&room, &escaped(&root)).await["chunk"]), ["seen"]);
        bob.leave(&room).await.ok();
        alice.reply(&room, &root, "after").await;
        assert_eq!(bob.bundle(&room, &root).await["m.thread"]["count"], 1, "who has left is told of nothing new");
        server.close().await;
    });
}

#[test]
fn what_was_said_before_there_was_a_table_is_found() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "one").await;
        bob.send(&room, "m.reaction", reaction(&said, "+")).await;
        alice.send(&room, "m.room.message", edit(&said, "two")).await;
        let told = alice.bundle(&room, &said).await;
        let mut entry = Entry::new();
        entry.statement(Statement::new("DELETE FROM rooms_relation", vec![]));
        entry.statement(Statement::new(
            "INSERT INTO rooms_backfill (what, room_id, seq) VALUES ('relations', '', 0)",
            vec![],
        ));
        server.app.store.write(entry).await.expect("an older database");
        let server = server.restart().await;
        let alice = server.back(&alice);
        let again = alice.bundle(&room, &said).await;
        assert_eq!(again["m.replace"]["event_id"], told["m.replace"]["event_id"]);
        assert_eq!(array(&alice.relations(&room, &said).await["chunk"]).len(), 2);
        assert!(server.rows("SELECT what FROM rooms_backfill").await.is_empty());
        server.close().await;
    });
}
