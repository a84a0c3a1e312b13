//! Finding messages in every script, of what one may read alone; and members by their names.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, bodies, message, text};

async fn search(member: &Member, criteria: Value) -> Value {
    let body = json!({ "search_categories": { "room_events": criteria } });
    member.post("/search", body).await.ok()["search_categories"]["room_events"].clone()
}

async fn find(member: &Member, term: &str) -> Vec<String> {
    found(&search(member, json!({ "search_term": term, "order_by": "recent" })).await)
}

fn found(answer: &Value) -> Vec<String> {
    let results = array(&answer["results"]).iter().map(|result| result["result"].clone());
    bodies(&results.collect())
}

#[test]
fn messages_are_found_in_every_script() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let said = [
            "The quick brown fox jumps",
            "我们明天去公园看樱花",
            "今日は東京タワーに行きました",
            "พรุ่งนี้เราจะไปสวนสาธารณะ",
            "قرأتُ الكِتابَ أمس",
            "Crème brûlée à Zürich",
        ];
        for text in said {
            alice.say(&room, text).await;
        }
        server.followed().await;
        for (term, at) in [
            ("FOX", 0),
            ("jump", 0),
            ("quick jumps", 0),
            ("公园", 1),
            ("花", 1),
            ("東京タワー", 2),
            ("行きました", 2),
            ("สวน", 3),
            ("พรุ่งนี้", 3),
            ("كتاب", 4),
            ("الكتاب", 4),
            ("creme zurich", 5),
        ] {
            assert_eq!(find(&alice, term).await, [said[at]], "{term}");
        }
        for term in ["dog", "fox brûlée", "园公", "京東", "หมา", "قلم", "", "…", "\"' OR * : & |", "NEAR(a b)"]
        {
            assert_eq!(find(&alice, term).await, [""; 0], "{term}");
        }
        let answer = search(&alice, json!({ "search_term": "Quick 公园" })).await;
        assert_eq!((&answer["count"], &answer["highlights"]), (&json!(0), &json!(["quick", "公园"])));
        server.close().await;
    });
}

#[test]
fn what_ignored_people_say_is_neither_counted_nor_a_hole_in_a_page() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob, &carol]).await;
        carol.say(&room, "walrus by carol").await;
        for number in 0..5 {
            bob.say(&room, &format!("walrus {number}")).await;
        }
        server.followed().await;
        let wanted = json!({ "search_term": "walrus", "order_by": "recent", "filter": { "limit": 2 } });
        assert_eq!(search(&alice, wanted.clone()).await["count"], 6);
        let list = json!({ "ignored_users": { bob.id.clone(): {}, "@nul\0:test": {} } });
        alice.set_data(None, "m.ignored_user_list", list).await.ok();
        let answer = search(&alice, wanted.clone()).await;
        assert_eq!((found(&answer), &answer["count"]), (vec!["walrus by carol".to_owned()], &json!(1)));
        assert_eq!(answer.get("next_batch"), None);
        // What a room is called is the room's.
        let by_bob = bob.create(json!({ "name": "Walrus club" })).await;
        bob.post(&format!("/rooms/{by_bob}/invite"), json!({ "user_id": alice.id })).await.ok();
        alice.join(&by_bob).await.ok();
        server.followed().await;
        assert_eq!(search(&alice, wanted.clone()).await["count"], 2);
        let without = json!({ "search_term": "walrus", "filter": { "not_senders": [carol.id, bob.id] } });
        assert_eq!(search(&carol, without).await["count"], 0);
        server.close().await;
    });
}

#[test]
fn nobody_finds_or_counts_what_they_may_not_read() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let joined_only = json!([{ "type": "m.room.history_visibility", "state_key": "", "content": { "history_visibility": "joined" } }]);
        let room = alice.create(json!({ "initial_state": joined_only })).await;
        alice.say(&room, "secret before").await;
        alice.invite(&room, &bob).await.ok();
        alice.say(&room, "secret while invited").await;
        bob.join(&room).await.ok();
        alice.say(&room, "secret while there").await;
        bob.leave(&room).await.ok();
        alice.say(&room, "secret after").await;
        let other = alice.create(json!({})).await;
        alice.say(&other, "secret elsewhere").await;
        alice.invite(&room, &bob).await.ok();
        server.followed().await;
        let answer = search(&bob, json!({ "search_term": "secret" })).await;
        assert_eq!((found(&answer), &answer["count"]), (vec!["secret while there".to_owned()], &json!(1)));
        let answer = search(&carol, json!({ "search_term": "secret" })).await;
        assert_eq!((found(&answer).len(), &answer["count"]), (0, &json!(0)));
        assert_eq!(find(&alice, "secret").await.len(), 5);
        for door in [server.door(), carol.door.with_token("hrt_wrong")] {
            let answer = door.post("/_matrix/client/v3/search", json!({ "search_categories": {} })).await;
            assert_eq!(answer.status, 401);
        }
        server.close().await;
    });
}

#[test]
fn what_is_removed_or_encrypted_is_not_found_and_edits_are() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let early = alice.say(&room, "removed early").await;
        alice.redact(&room, &early).await.ok();
        let late = alice.say(&room, "removed late").await;
        let edited = alice.say(&room, "a tpyo").await;
        let edit = json!({
            "msgtype": "m.text", "body": "* a typo", "m.new_content": message("a typo"),
            "m.relates_to": { "rel_type": "m.replace", "event_id": edited } });
        alice.send(&room, "m.room.message", edit.clone()).await;
        let secret = json!({ "algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "hidden", "body": "hidden" });
        alice.send(&room, "m.room.encrypted", secret).await;
        server.followed().await;
        assert_eq!(find(&alice, "removed").await, ["removed late"]);
        assert_eq!(find(&alice, "typo").await, ["* a typo"]);
        assert_eq!(find(&alice, "hidden").await, [""; 0]);
        alice.redact(&room, &late).await.ok();
        // Also before the index has followed.
        assert_eq!(find(&alice, "removed").await, [""; 0]);
        server.followed().await;
        assert_eq!(find(&alice, "removed").await, [""; 0]);
        let rows = async || server.rows("SELECT field FROM search_event WHERE field = 'body'").await.len();
        assert_eq!(rows().await, 2);
        // With a message go its edits, and none comes when it is gone.
        alice.redact(&room, &edited).await.ok();
        let late = alice.put(&format!("/rooms/{room}/send/m.room.message/late"), edit).await;
        assert_eq!(late.refusal(), (404, "M_NOT_FOUND"));
        server.followed().await;
        assert_eq!((find(&alice, "typo").await, rows().await), (vec![], 0));
        server.close().await;
    });
}

#[test]
fn the_index_goes_on_after_a_restart_and_doubles_nothing() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({ "name": "Kittens" })).await;
        for at in 0..150 {
            alice.say(&room, &format!("kitten number {at}")).await;
        }
        // It has not had the time to follow all of this.
        let server = server.restart().await;
        let alice = server.back(&alice);
        alice.say(&room, "last kitten").await;
        server.followed().await;
        let answer = search(&alice, json!({ "search_term": "kitten", "keys": ["content.body"] })).await;
        assert_eq!(answer["count"], 151);
        server.close().await;
    });
}

#[test]
fn pages_join_and_do_not_move_while_others_talk() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        for at in 0..25 {
            alice.say(&room, &format!("Message {at}")).await;
        }
        server.followed().await;
        for order in ["recent", "rank"] {
            let criteria = json!({ "search_term": "message", "order_by": order, "filter": { "limit": 10 } });
            let body = json!({ "search_categories": { "room_events": criteria } });
            let (mut all, mut next, mut sizes) = (Vec::new(), None, Vec::new());
            loop {
                let token = next.map_or_else(String::new, |next: String| format!("?next_batch={next}"));
                let answer = alice.post(&format!("/search{token}"), body.clone()).await.ok();
                let answer = &answer["search_categories"]["room_events"];
                assert_eq!(answer["count"], 25);
                sizes.push(found(answer).len());
                all.extend(found(answer));
                alice.say(&room, "another message").await;
                server.followed().await;
                let Some(token) = answer["next_batch"].as_str() else { break };
                next = Some(token.to_owned());
            }
            assert_eq!(sizes, [10, 10, 5]);
            let mut expected: Vec<String> = (0..25).rev().map(|at| format!("Message {at}")).collect();
            if order == "rank" {
                all.sort();
                expected.sort();
            }
            assert_eq!(all, expected, "{order}");
            let others = find(&alice, "another").await.len();
            assert_eq!(others, 3);
            let events = alice.history(&room, None, 100).await;
            for event in events.iter().filter(|event| event["content"]["body"] == "another message") {
                alice.redact(&room, &text(&event["event_id"])).await.ok();
            }
            server.followed().await;
        }
        let refused = alice
            .post("/search?next_batch=x", json!({ "search_categories": { "room_events": { "search_term": "x" } } }));
        assert_eq!(refused.await.refusal(), (400, "M_INVALID_PARAM"));
        server.close().await;
    });
}

#[test]
fn filters_context_groups_and_state_are_as_asked() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        named(&bob, "Bob").await;
        let first = alice.room_with(json!({ "name": "About apples" }), &[&bob]).await;
        let second = alice.room_with(json!({ "topic": "Apples and pears" }), &[&bob]).await;
        for at in 0..8 {
            alice.say(&first, &format!("before {at}")).await;
        }
        bob.say(&first, "an apple from bob").await;
        alice.say(&first, "after").await;
        alice.say(&second, "an apple from alice").await;
        server.followed().await;
        let with = async |more: Value| {
            let mut criteria = json!({ "search_term": "apple", "order_by": "recent", "keys": ["content.body"] });
            criteria.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            search(&alice, criteria).await
        };
        assert_eq!(found(&with(json!({})).await), ["an apple from alice", "an apple from bob"]);
        for filter in [json!({ "rooms": [first] }), json!({ "not_rooms": [second] }), json!({ "senders": [bob.id] })] {
            assert_eq!(found(&with(json!({ "filter": filter })).await), ["an apple from bob"], "{filter}");
        }
        for filter in [json!({ "rooms": [] }), json!({ "senders": [] }), json!({ "rooms": ["!nowhere:test.example"] })]
        {
            assert_eq!(with(json!({ "filter": filter })).await["count"], 0, "{filter}");
        }
        let names = with(json!({ "keys": ["content.name", "content.topic"] })).await;
        let kinds: Vec<_> = array(&names["results"]).iter().map(|result| text(&result["result"]["type"])).collect();
        assert_eq!(kinds, ["m.room.topic", "m.room.name"]);
        assert!(array(&with(json!({})).await["results"])[0].get("context").is_none());
        let wish = json!({ "before_limit": 2, "after_limit": 1, "include_profile": true });
        let answer = with(json!({ "event_context": wish, "filter": { "senders": [bob.id] } })).await;
        // The filter is of what is found and of what stands around it.
        let context = &array(&answer["results"])[0]["context"];
        assert_eq!(bodies(&context["events_before"]), [""; 0]);
        let answer = with(json!({ "event_context": wish, "filter": { "rooms": [first] } })).await;
        let result = &array(&answer["results"])[0];
        let context = &result["context"];
        assert_eq!(bodies(&context["events_before"]), ["before 7", "before 6"]);
        assert_eq!(bodies(&context["events_after"]), ["after"]);
        assert_eq!(context["profile_info"][&bob.id]["displayname"], "Bob");
        let older =
            alice.get(&format!("/rooms/{first}/messages?dir=b&limit=1&from={}", text(&context["start"]))).await.ok();
        assert_eq!(bodies(&older["chunk"]), ["before 5"]);
        assert_eq!(result["result"]["room_id"], first);
        let grouped = with(json!({ "groupings": { "group_by": [{ "key": "room_id" }, { "key": "sender" }] } })).await;
        assert_eq!(grouped["groups"]["room_id"][&first]["results"], json!([result["result"]["event_id"]]));
        assert_eq!(grouped["groups"]["sender"][&alice.id]["order"], 0);
        let state = with(json!({ "include_state": true, "filter": { "rooms": [first] } })).await["state"].clone();
        assert!(array(&state[&first]).iter().any(|event| event["content"]["name"] == "About apples"));
        server.close().await;
    });
}

async fn people(member: &Member, term: &str) -> Vec<String> {
    let answer = member.post("/user_directory/search", json!({ "search_term": term })).await.ok();
    array(&answer["results"]).iter().map(|person| text(&person["user_id"])).collect()
}

async fn named(member: &Member, name: &str) {
    let path = format!("/profile/{}/displayname", member.id);
    member.put(&path, json!({ "displayname": name })).await.ok();
}

#[test]
fn members_are_found_by_any_part_of_their_names() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol, dave, erin] = server.members(["alice", "bob", "carol", "dave", "erin"]).await;
        named(&bob, "Robert Møller").await;
        named(&carol, "田中 太郎").await;
        named(&dave, "สมชาย ใจดี").await;
        named(&erin, "أحمد").await;
        alice.room_with(json!({}), &[&bob, &carol, &dave, &erin]).await;
        server.followed().await;
        for (term, member) in [
            ("bob", &bob),
            ("@bob:test.example", &bob),
            ("ROBERT", &bob),
            ("bert", &bob),
            ("mol", &carol),
            ("robert møl", &bob),
            ("太郎", &carol),
            ("中", &carol),
            ("ใจ", &dave),
            ("احمد", &erin),
            ("aro", &carol),
        ] {
            if term == "mol" {
                // A stroke is no accent: ø is another letter than o.
                assert_eq!(people(&alice, term).await, [""; 0]);
                continue;
            }
            assert_eq!(people(&alice, term).await, std::slice::from_ref(&member.id), "{term}");
        }
        for term in ["", "@", "zzz", "bob carol", "%", "_"] {
            assert_eq!(people(&alice, term).await, [""; 0], "{term}");
        }
        named(&bob, "Somebody else").await;
        server.followed().await;
        assert_eq!(people(&alice, "robert").await, [""; 0]);
        let answer = alice.post("/user_directory/search", json!({ "search_term": "else" })).await.ok();
        assert_eq!(
            answer,
            json!({ "limited": false, "results": [{ "user_id": bob.id, "display_name": "Somebody else" }] })
        );
        server.close().await;
    });
}

#[test]
fn members_whom_one_has_nothing_to_do_with_are_not_found() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let names = ["alice", "wfriend", "whidden", "wopen", "wseen"];
        let [alice, friend, hidden, open, seen] = server.members(names).await;
        let window = seen.create(json!({})).await;
        let shared = alice.room_with(json!({}), &[&friend]).await;
        hidden.create(json!({})).await;
        let public = open.create(json!({ "preset": "public_chat" })).await;
        server.followed().await;
        assert_eq!(people(&alice, "w").await, [friend.id.clone(), open.id.clone()]);
        let answer = alice.post("/user_directory/search", json!({ "search_term": "w", "limit": 1 })).await.ok();
        assert_eq!((array(&answer["results"]).len(), &answer["limited"]), (1, &json!(true)));
        let answer = alice.post("/user_directory/search", json!({ "search_term": "w", "limit": 2 })).await.ok();
        assert_eq!((array(&answer["results"]).len(), &answer["limited"]), (2, &json!(false)));
        let readable = json!({ "history_visibility": "world_readable" });
        seen.set(&window, "m.room.history_visibility", "", readable).await.ok();
        assert_eq!(
            people(&alice, "wseen").await,
            std::slice::from_ref(&seen.id),
            "in a room that everybody may look into"
        );
        seen.leave(&window).await.ok();
        open.leave(&public).await.ok();
        friend.leave(&shared).await.ok();
        assert_eq!(people(&alice, "w").await, [""; 0]);
        server.close().await;
    });
}
