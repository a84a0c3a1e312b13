//! Making rooms in all their options, and coming and going by their rules.

use hearth_store::testing::on_both;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Member, Server, array, escaped, text};

async fn state(member: &Member, room: &str, kind: &str) -> Value {
    member.get(&format!("/rooms/{room}/state/{kind}")).await.json
}

async fn refusal(member: &Member, body: Value) -> (u16, String) {
    let answer = member.post("/createRoom", body).await;
    let (status, code) = answer.refusal();
    (status, code.to_owned())
}

#[test]
fn presets_set_who_may_join_and_read() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        for (body, join_rule, guests) in [
            (json!({}), "invite", "can_join"),
            (json!({ "visibility": "public" }), "public", "forbidden"),
            (json!({ "preset": "private_chat" }), "invite", "can_join"),
            (json!({ "preset": "trusted_private_chat" }), "invite", "can_join"),
            (json!({ "preset": "public_chat" }), "public", "forbidden"),
            (json!({ "preset": "private_chat", "visibility": "public" }), "invite", "can_join"),
        ] {
            let room = alice.create(body.clone()).await;
            assert_eq!(state(&alice, &room, "m.room.join_rules").await["join_rule"], join_rule, "{body}");
            assert_eq!(state(&alice, &room, "m.room.guest_access").await["guest_access"], guests, "{body}");
            let visibility = state(&alice, &room, "m.room.history_visibility").await;
            assert_eq!(visibility["history_visibility"], "shared", "{body}");
        }
        let address =
            json!({ "id_server": "a.example", "id_access_token": "t", "medium": "email", "address": "a@b.example" });
        for (body, code) in [
            (json!({ "preset": "evil" }), "M_INVALID_PARAM"),
            (json!({ "visibility": "evil" }), "M_INVALID_PARAM"),
            (json!({ "invite_3pid": [address] }), "M_INVALID_PARAM"),
            (json!({ "power_level_content_override": 5 }), "M_BAD_JSON"),
        ] {
            assert_eq!(refusal(&alice, body.clone()).await, (400, code.into()), "{body}");
        }
        server.close().await;
    });
}

#[test]
fn a_room_begins_with_what_was_asked_for() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let encryption =
            json!({ "type": "m.room.encryption", "state_key": "", "content": { "algorithm": "m.megolm.v1.aes-sha2" } });
        let rules = json!({ "type": "m.room.join_rules", "content": { "join_rule": "public" } });
        let body = json!({
            "name": "Chess", "topic": "openings", "room_alias_name": "chess", "invite": [bob.id], "is_direct": true,
            "initial_state": [encryption, rules], "creation_content": { "m.federate": false, "type": "m.space" },
            "power_level_content_override": { "events_default": 10, "users": { bob.id.as_str(): 20 } },
        });
        let room = alice.create(body.clone()).await;
        assert_eq!(state(&alice, &room, "m.room.name").await["name"], "Chess");
        assert_eq!(state(&alice, &room, "m.room.topic").await["topic"], "openings");
        assert_eq!(state(&alice, &room, "m.room.canonical_alias").await["alias"], "#chess:test.example");
        assert_eq!(state(&alice, &room, "m.room.encryption").await["algorithm"], "m.megolm.v1.aes-sha2");
        assert_eq!(state(&alice, &room, "m.room.join_rules").await["join_rule"], "public", "before the preset");
        let create = state(&alice, &room, "m.room.create").await;
        assert_eq!(create, json!({ "room_version": "12", "m.federate": false, "type": "m.space" }));
        let levels = state(&alice, &room, "m.room.power_levels").await;
        assert_eq!((&levels["events_default"], &levels["users"]), (&json!(10), &json!({ bob.id.as_str(): 20 })));
        assert_eq!(levels["ban"], 50, "the rest stays");
        let member = state(&alice, &room, &format!("m.room.member/{}", bob.id)).await;
        assert_eq!((&member["membership"], &member["is_direct"]), (&json!("invite"), &json!(true)));
        let found = alice.get(&format!("/directory/room/{}", escaped("#chess:test.example"))).await.ok();
        assert_eq!(found["room_id"], room.as_str());
        assert_eq!(refusal(&alice, body).await, (400, "M_ROOM_IN_USE".into()));
        bob.post(&format!("/join/{}", escaped("#chess:test.example")), json!({})).await.ok();
        let direct = |sync: &Value| sync["rooms"]["join"][&room]["summary"]["m.joined_member_count"].clone();
        assert_eq!(direct(&bob.sync_all().await), 2);
        server.close().await;
    });
}

#[test]
fn what_cannot_be_made_is_refused_and_leaves_nothing() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let event = |kind: &str| json!({ "initial_state": [{ "type": kind, "state_key": "", "content": {} }] });
        for (body, expected) in [
            (json!({ "room_version": "999" }), (400, "M_UNSUPPORTED_ROOM_VERSION")),
            (json!({ "room_version": "1" }), (400, "M_UNSUPPORTED_ROOM_VERSION")),
            (json!({ "room_version": 12 }), (400, "M_BAD_JSON")),
            (json!({ "room_alias_name": "a:b" }), (400, "M_INVALID_PARAM")),
            (json!({ "room_alias_name": "a\0b" }), (400, "M_INVALID_PARAM")),
            (json!({ "room_alias_name": "a".repeat(300) }), (400, "M_INVALID_PARAM")),
            (json!({ "invite": ["@nobody:test.example"] }), (404, "M_NOT_FOUND")),
            (json!({ "invite": ["nobody"] }), (400, "M_BAD_JSON")),
            (json!({ "initial_state": [{ "type": "a" }] }), (400, "M_BAD_JSON")),
            (json!({ "creation_content": { "type": 3 } }), (400, "M_BAD_JSON")),
            (event("m.room.create"), (400, "M_INVALID_ROOM_STATE")),
            (event("a\0b"), (400, "M_INVALID_PARAM")),
            (json!({ "name": "n".repeat(70_000) }), (413, "M_TOO_LARGE")),
        ] {
            let what = body.to_string();
            let (status, code) = refusal(&alice, body).await;
            assert_eq!((status, code.as_str()), expected, "{}", &what[..what.len().min(80)]);
        }
        assert_eq!(alice.get("/joined_rooms").await.ok()["joined_rooms"], json!([]));
        assert_eq!(server.rows("SELECT room_id FROM rooms_event").await, Vec::<Vec<String>>::new());
        server.close().await;
    });
}

#[test]
fn trusted_people_get_the_creators_power() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        for version in ["10", "11", "12"] {
            let body = json!({ "room_version": version, "preset": "trusted_private_chat", "invite": [bob.id] });
            let room = alice.create(body).await;
            let (create, levels) =
                (state(&alice, &room, "m.room.create").await, state(&alice, &room, "m.room.power_levels").await);
            if version == "12" {
                assert_eq!(create["additional_creators"], json!([bob.id]));
                assert_eq!(levels["users"], json!({}), "creators stand above all levels");
            } else {
                assert_eq!(create.get("additional_creators"), None, "{version}");
                assert_eq!(levels["users"], json!({ alice.id.as_str(): 100, bob.id.as_str(): 100 }), "{version}");
            }
            bob.join(&room).await.ok();
            let tombstone = json!({ "body": "moved", "replacement_room": "!new" });
            bob.set(&room, "m.room.tombstone", "", tombstone).await.ok();
        }
        server.close().await;
    });
}

#[test]
fn each_step_in_and_out_has_its_rule_and_its_code() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.create(json!({})).await;
        const FORBIDDEN: (u16, &str) = (403, "M_FORBIDDEN");
        assert_eq!(bob.join(&room).await.refusal(), FORBIDDEN, "not invited");
        assert_eq!(bob.leave(&room).await.refusal(), FORBIDDEN, "never there");
        assert_eq!(bob.invite(&room, &carol).await.refusal(), FORBIDDEN);
        assert_eq!(bob.remove("kick", &room, &alice).await.refusal(), FORBIDDEN);
        assert_eq!(alice.remove("kick", &room, &bob).await.refusal(), FORBIDDEN, "nobody to kick");
        alice.invite(&room, &bob).await.ok();
        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        let seqs = server.rows("SELECT type FROM rooms_event").await.len();
        bob.join(&room).await.ok();
        assert_eq!(server.rows("SELECT type FROM rooms_event").await.len(), seqs, "joining twice says it once");
        assert_eq!(alice.invite(&room, &bob).await.refusal(), FORBIDDEN, "already here");
        for verb in ["kick", "ban", "unban"] {
            assert_eq!(bob.remove(verb, &room, &alice).await.refusal(), FORBIDDEN, "{verb} needs power");
        }
        alice.remove("kick", &room, &bob).await.ok();
        assert_eq!(bob.join(&room).await.refusal(), FORBIDDEN, "kicked from a room by invitation");
        bob.leave(&room).await.ok();
        alice.remove("ban", &room, &bob).await.ok();
        assert_eq!(alice.invite(&room, &bob).await.refusal(), FORBIDDEN, "banned");
        assert_eq!(bob.join(&room).await.refusal(), FORBIDDEN);
        assert_eq!(bob.leave(&room).await.refusal(), FORBIDDEN, "a ban is not shaken off by leaving");
        alice.remove("unban", &room, &bob).await.ok();
        assert_eq!(alice.remove("unban", &room, &bob).await.refusal(), FORBIDDEN, "not banned");
        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        assert_eq!(
            bob.get(&format!("/rooms/{room}/joined_members")).await.ok()["joined"].as_object().map(|all| all.len()),
            Some(2)
        );
        assert_eq!(carol.get(&format!("/rooms/{room}/joined_members")).await.refusal(), FORBIDDEN);
        assert_eq!(carol.join("!nowhere:test.example").await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(
            alice.post(&format!("/rooms/{room}/invite"), json!({ "user_id": "@nobody:test.example" })).await.refusal(),
            (404, "M_NOT_FOUND")
        );
        server.close().await;
    });
}

#[test]
fn sixteen_who_come_at_once_all_get_in_one_after_another() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({ "preset": "public_chat" })).await;
        let mut guests = Vec::new();
        for number in 0..16 {
            guests.push(server.member(&format!("guest{number}")).await);
        }
        let mut coming = JoinSet::new();
        for guest in guests.clone() {
            let room = room.clone();
            coming.spawn(async move {
                guest.join(&room).await.ok();
                guest.say(&room, "hello").await
            });
        }
        assert_eq!(coming.join_all().await.len(), 16);
        let found = hearth_matrix::rooms::check(&server.app.store).await.expect("a check");
        assert_eq!(found.faults, Vec::<String>::new());
        let joined = alice.get(&format!("/rooms/{room}/joined_members")).await.ok();
        assert_eq!(joined["joined"].as_object().map(|all| all.len()), Some(17));
        assert_eq!(alice.sync_all().await["rooms"]["join"][&room]["summary"]["m.joined_member_count"], 17);
        server.close().await;
    });
}

#[test]
fn who_is_invited_while_a_room_is_made_can_come_at_once() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        for _ in 0..20 {
            let since = bob.token().await;
            let invited = async {
                let answer = bob.get(&format!("/sync?since={since}&timeout=30000")).await.ok();
                let room = answer["rooms"]["invite"].as_object().and_then(|rooms| rooms.keys().next().cloned());
                let room = room.expect("an invitation");
                bob.join(&room).await.ok();
                bob.say(&room, "here").await
            };
            let (room, _) = tokio::join!(alice.create(json!({ "invite": [bob.id] })), invited);
            alice.say(&room, "welcome").await;
            let members = alice.get(&format!("/rooms/{room}/members?membership=join")).await.ok();
            let mut here: Vec<_> = array(&members["chunk"]).iter().map(|event| text(&event["state_key"])).collect();
            here.sort();
            assert_eq!(here, [alice.id.as_str(), bob.id.as_str()]);
        }
        server.close().await;
    });
}
