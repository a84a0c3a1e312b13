//! Rooms that go on in another version.

use hearth_store::testing::{facts, on_both};
use serde_json::{Value, json};

use crate::support::{Member, Server, array, escaped, text};

async fn state(member: &Member, room: &str, kind: &str) -> Value {
    member.get(&format!("/rooms/{room}/state/{kind}")).await.json
}

async fn upgrade(member: &Member, room: &str, body: Value) -> hearth_http::testing::Answer {
    member.post(&format!("/rooms/{room}/upgrade"), body).await
}

async fn upgraded(member: &Member, room: &str, version: &str) -> String {
    text(&upgrade(member, room, json!({ "new_version": version })).await.ok()["replacement_room"])
}

fn of(kind: &str, content: Value) -> Value {
    let mut event = json!({ "type": kind });
    event["content"] = content;
    event
}

/// A room with all that goes over, and some that does not.
async fn furnished(owner: &Member, version: &str, guests: &[&Member]) -> String {
    let body = json!({
        "room_version": version, "name": "Chess", "topic": "openings", "room_alias_name": "chess", "visibility": "public",
        "creation_content": { "m.federate": false, "type": "m.space" },
        "initial_state": [
            of("m.room.encryption", json!({ "algorithm": "m.megolm.v1.aes-sha2" })),
            of("m.room.avatar", json!({ "url": "mxc://test.example/knight" })),
            of("m.room.history_visibility", json!({ "history_visibility": "joined" })),
            of("m.room.server_acl", json!({ "allow": ["*"] })),
            of("test.own", json!({ "a": 1 })),
        ],
    });
    let room = owner.create(body).await;
    for guest in guests {
        guest.join(&room).await.ok();
    }
    room
}

#[test]
fn a_room_goes_on_with_its_state_and_addresses_and_without_its_members() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, eve] = server.members(["alice", "bob", "eve"]).await;
        for (from, to) in [("10", "11"), ("10", "12"), ("11", "12"), ("12", "12"), ("12", "11")] {
            let what = format!("{from} to {to}");
            let old = furnished(&alice, from, &[&bob, &eve]).await;
            let body = json!({ "user_id": eve.id, "reason": "cheats" });
            alice.post(&format!("/rooms/{old}/ban"), body).await.ok();
            alice.set(&old, "m.space.child", "!child", json!({ "via": ["test.example"] })).await.ok();
            alice.set(&old, "m.space.child", "!taken-out", json!({})).await.ok();
            let mut levels = state(&alice, &old, "m.room.power_levels").await;
            levels["users"][&bob.id] = 50.into();
            alice.set(&old, "m.room.power_levels", "", levels).await.ok();
            let last = alice.say(&old, "the last word").await;
            let (since, members_since) = (alice.token().await, bob.token().await);

            let new = upgraded(&alice, &old, to).await;
            let create = state(&alice, &new, "m.room.create").await;
            let mut predecessor = json!({ "room_id": old });
            if to != "12" {
                predecessor["event_id"] = last.into();
            }
            let mut expected =
                json!({ "room_version": to, "m.federate": false, "type": "m.space", "predecessor": predecessor });
            if to == "10" {
                expected["creator"] = alice.id.clone().into();
            }
            assert_eq!(create, expected, "{what}");
            for kind in [
                "name",
                "topic",
                "avatar",
                "encryption",
                "history_visibility",
                "join_rules",
                "guest_access",
                "server_acl",
            ] {
                let kind = format!("m.room.{kind}");
                let before = state(&alice, &old, &kind).await;
                assert!(before.get("errcode").is_none());
                assert_eq!(state(&alice, &new, &kind).await, before, "{what}: {kind}");
            }
            assert_eq!(state(&alice, &new, "test.own").await["errcode"], "M_NOT_FOUND");
            assert_eq!(state(&alice, &new, "m.space.child/!child").await["via"], json!(["test.example"]));
            assert_eq!(state(&alice, &new, "m.space.child/!taken-out").await["errcode"], "M_NOT_FOUND");
            let ban = state(&alice, &new, &format!("m.room.member/{}", eve.id)).await;
            assert_eq!((&ban["membership"], &ban["reason"]), (&json!("ban"), &json!("cheats")));
            assert_eq!(state(&alice, &new, &format!("m.room.member/{}", bob.id)).await["errcode"], "M_NOT_FOUND");
            let levels = state(&alice, &new, "m.room.power_levels").await;
            let (users, tombstone) = match to {
                "12" => (json!({ bob.id.as_str(): 50 }), 150),
                _ => (json!({ alice.id.as_str(): 100, bob.id.as_str(): 50 }), 100),
            };
            assert_eq!(
                (&levels["users"], &levels["events"]["m.room.tombstone"]),
                (&users, &json!(tombstone)),
                "{what}"
            );

            let told = alice.sync(Some(&since), &json!({}), "").await;
            let seen: Vec<_> = array(&told["rooms"]["join"][&old]["timeline"]["events"]).to_vec();
            assert_eq!(seen[0]["content"]["replacement_room"], new.as_str(), "{what}");
            assert!(told["rooms"]["join"][&new].is_object());
            let told = bob.sync(Some(&members_since), &json!({}), "").await;
            assert!(told["rooms"]["join"].get(&new).is_none(), "told, not moved");
            assert_eq!(state(&alice, &old, "m.room.canonical_alias").await, json!({}));
            assert_eq!(state(&alice, &new, "m.room.canonical_alias").await["alias"], "#chess:test.example");
            let path = format!("/directory/room/{}", escaped("#chess:test.example"));
            assert_eq!(alice.get(&path).await.ok()["room_id"], new.as_str());
            let listed = alice.get("/publicRooms").await.ok();
            let listed: Vec<_> = array(&listed["chunk"]).iter().map(|room| text(&room["room_id"])).collect();
            assert_eq!(listed, [new.as_str()], "{what}");
            let quiet = state(&alice, &old, "m.room.power_levels").await;
            assert_eq!((&quiet["events_default"], &quiet["invite"]), (&json!(50), &json!(50)));
            assert_eq!(eve.join(&new).await.refusal(), (403, "M_FORBIDDEN"), "banned there, too");
            bob.join(&new).await.ok();
            assert_eq!(upgraded(&alice, &old, to).await, new, "asked again, told again");
            alice.set(&new, "m.room.canonical_alias", "", json!({})).await.ok();
            alice.door.delete(&format!("{}{path}", crate::support::V3)).await.ok();
            alice.put(&format!("/directory/list/room/{new}"), json!({ "visibility": "private" })).await.ok();
        }
        let found = hearth_matrix::rooms::check(&server.app.store).await.expect("a check");
        assert_eq!(found.faults, Vec::<String>::new());
        server.close().await;
    });
}

/// What a member keeps for a room: whether it has the tag, is for two, and is silent by a rule of its own and by an override.
async fn kept(member: &Member, room: &str) -> [bool; 4] {
    let tags = member.get(&format!("/user/{}/rooms/{room}/tags", member.id)).await.ok();
    let direct = member.get(&format!("/user/{}/account_data/m.direct", member.id)).await.json;
    let rules = member.get("/pushrules/").await.ok()["global"].clone();
    let about = |kind: &str| array(&rules[kind]).iter().find(|rule| rule["rule_id"] == room).cloned();
    let silenced = about("override").is_some_and(|rule| rule["conditions"][0]["pattern"] == room);
    [
        tags["tags"]["u.own"].is_object(),
        direct.as_object().is_some_and(|all| all.values().any(|rooms| array(rooms).contains(&json!(room)))),
        about("room").is_some_and(|rule| rule["actions"] == json!([]) && rule["enabled"] == json!(false)),
        silenced,
    ]
}

async fn keep(member: &Member, room: &str) {
    member.put(&format!("/user/{}/rooms/{room}/tags/u.own", member.id), json!({})).await.ok();
    let direct = json!({ "@somebody:test.example": [room, "!else"] });
    member.set_data(None, "m.direct", direct).await.ok();
    member.put(&format!("/pushrules/global/room/{room}"), json!({ "actions": [] })).await.ok();
    member.put(&format!("/pushrules/global/room/{room}/enabled"), json!({ "enabled": false })).await.ok();
    let conditions = json!([{ "kind": "event_match", "key": "room_id", "pattern": room }]);
    let rule = json!({ "actions": [], "conditions": conditions });
    member.put(&format!("/pushrules/global/override/{room}"), rule).await.ok();
}

#[test]
fn what_members_keep_for_a_room_follows_them_into_the_one_that_took_its_place() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let old = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
        for member in [&alice, &bob] {
            keep(member, &old).await;
        }
        let new = upgraded(&alice, &old, "12").await;
        assert_eq!(kept(&alice, &new).await, [true; 4], "who upgrades it is in both at once");
        assert_eq!(kept(&bob, &new).await, [false; 4]);
        bob.join(&new).await.ok();
        assert_eq!(kept(&bob, &new).await, [true; 4], "who follows");
        assert_eq!(kept(&bob, &old).await, [true; 4], "and the old one keeps it");
        bob.door.delete(&format!("{}/user/{}/rooms/{new}/tags/u.own", crate::support::V3, bob.id)).await.ok();
        bob.leave(&new).await.ok();
        bob.join(&new).await.ok();
        assert_eq!(kept(&bob, &new).await, [false, true, true, true], "who comes back has decided since");

        // By hand: a new room that names the old one, and only then the old one says so.
        let old = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
        keep(&bob, &old).await;
        let creation = json!({ "predecessor": { "room_id": old, "event_id": "$last" } });
        let new = alice.room_with(json!({ "preset": "public_chat", "creation_content": creation }), &[&bob]).await;
        assert_eq!(kept(&bob, &new).await, [false; 4], "anybody can claim to be a successor");
        let tombstone = json!({ "body": "moved", "replacement_room": new });
        alice.set(&old, "m.room.tombstone", "", tombstone).await.ok();
        assert_eq!(kept(&bob, &new).await, [true; 4]);
        server.close().await;
    });
}

#[test]
fn what_a_device_keeps_while_its_member_follows_a_room_stays() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        for turn in 0..8 {
            let old = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
            bob.set_data(None, "m.direct", json!({ &alice.id: [old] })).await.ok();
            let new = upgraded(&alice, &old, "12").await;
            let another = format!("@another{turn}:test.example");
            let direct = json!({ &alice.id: [old], &another: ["!another"] });
            let (joined, kept) = tokio::join!(bob.join(&new), bob.set_data(None, "m.direct", direct));
            joined.ok();
            kept.ok();
            let direct = bob.get(&format!("/user/{}/account_data/m.direct", bob.id)).await.ok();
            assert_eq!(direct[&another], json!(["!another"]), "{direct}");
        }
        server.close().await;
    });
}

#[test]
fn who_may_not_close_a_room_may_not_upgrade_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({ "room_version": "12" }), &[&bob]).await;
        const FORBIDDEN: (u16, &str) = (403, "M_FORBIDDEN");
        let ask = json!({ "new_version": "12" });
        assert_eq!(upgrade(&bob, &room, ask.clone()).await.refusal(), FORBIDDEN);
        for strange in ["1", "99", "org.example.own"] {
            let body = json!({ "new_version": strange });
            assert_eq!(upgrade(&alice, &room, body).await.refusal(), (400, "M_UNSUPPORTED_ROOM_VERSION"), "{strange}");
        }
        assert_eq!(upgrade(&alice, &room, json!({})).await.refusal(), (400, "M_BAD_JSON"));
        assert_eq!(upgrade(&alice, "!nowhere", ask.clone()).await.refusal(), (404, "M_NOT_FOUND"));
        let many: Vec<_> =
            (0..=hearth_kernel::limits::ADDITIONAL_CREATORS).map(|n| format!("@m{n}:test.example")).collect();
        let body = json!({ "new_version": "12", "additional_creators": many });
        assert_eq!(upgrade(&alice, &room, body).await.refusal(), (400, "M_INVALID_PARAM"));
        let stranger = server.member("stranger").await;
        assert_eq!(upgrade(&stranger, &room, ask.clone()).await.refusal(), FORBIDDEN);
        assert_eq!(server.rows("SELECT room_id FROM rooms_upgrade").await.len(), 0, "nothing was begun");
        alice.leave(&room).await.ok();
        assert_eq!(upgrade(&alice, &room, ask).await.refusal(), FORBIDDEN, "from outside");
        server.close().await;
    });
}

#[test]
fn additional_creators_stand_above_all_levels_and_are_not_inherited() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let body = json!({ "room_version": "12", "preset": "trusted_private_chat", "invite": [bob.id] });
        let old = alice.create(body).await;
        bob.join(&old).await.ok();
        let mut levels = state(&alice, &old, "m.room.power_levels").await;
        levels["users"][&carol.id] = 60.into();
        bob.set(&old, "m.room.power_levels", "", levels.clone()).await.ok();
        levels["users"][&alice.id] = 10.into();
        assert_eq!(
            bob.set(&old, "m.room.power_levels", "", levels).await.refusal(),
            (403, "M_FORBIDDEN"),
            "no level for a creator"
        );
        // Bob upgrades, and names Carol beside himself; Alice is not named.
        let body = json!({ "new_version": "12", "additional_creators": [carol.id, bob.id] });
        let new = text(&upgrade(&bob, &old, body).await.ok()["replacement_room"]);
        assert!(!new.contains(':'), "a room of version 12 is named by its first event");
        assert_eq!(state(&bob, &new, "m.room.create").await["additional_creators"], json!([carol.id]));
        assert_eq!(state(&bob, &new, "m.room.power_levels").await["users"], json!({}));
        for member in [&alice, &carol] {
            bob.invite(&new, member).await.ok();
            member.join(&new).await.ok();
        }
        let tombstone = json!({ "body": "moved", "replacement_room": "!new" });
        assert_eq!(alice.set(&new, "m.room.tombstone", "", tombstone.clone()).await.refusal(), (403, "M_FORBIDDEN"));
        let powerful = json!({ "users": { alice.id.as_str(): 149 }, "events": { "m.room.tombstone": 150 } });
        bob.set(&new, "m.room.power_levels", "", powerful).await.ok();
        assert_eq!(
            alice.set(&new, "m.room.tombstone", "", tombstone.clone()).await.refusal(),
            (403, "M_FORBIDDEN"),
            "149 < 150"
        );
        carol.set(&new, "m.room.tombstone", "", tombstone).await.ok();
        let fields = facts(&server.app.store).await.into_iter().filter(|fact| fact.name == "rooms.upgraded");
        let fields: Vec<_> =
            fields.map(|fact| (fact.subject, serde_json::from_str::<Value>(&fact.fields).expect("fields"))).collect();
        let one = json!({ "room": old, "by": bob.id, "replacement": new });
        let two = json!({ "room": new, "by": carol.id, "replacement": "!new" });
        assert_eq!(fields, [(bob.id.clone(), one), (carol.id.clone(), two)]);
        server.close().await;
    });
}

#[test]
fn two_who_upgrade_at_once_get_one_room_and_a_cut_off_upgrade_goes_on() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let body = json!({ "room_version": "11", "power_level_content_override": { "users": { alice.id.as_str(): 100, bob.id.as_str(): 100 } } });
        let room = alice.room_with(body, &[&bob]).await;
        let (one, other) = tokio::join!(upgraded(&alice, &room, "12"), upgraded(&bob, &room, "12"));
        assert_eq!(one, other);
        let tombstones = server.rows("SELECT event_id FROM rooms_event WHERE type = 'm.room.tombstone'").await;
        assert_eq!(tombstones.len(), 1, "said once");

        // The new room was made, and then the server stopped.
        let old = alice.create(json!({ "name": "old", "room_version": "12" })).await;
        let half = alice.create(json!({ "name": "half", "room_version": "12" })).await;
        let sql = "INSERT INTO rooms_upgrade (room_id, new_room_id, done) VALUES (?1, ?2, 0)";
        let mut entry = hearth_store::Entry::new();
        let both: Vec<hearth_store::Value> = vec![old.as_str().into(), half.as_str().into()];
        entry.statement(hearth_store::Statement::new(sql, both));
        server.app.store.write(entry).await.expect("a row");
        let server = server.restart().await;
        let alice = server.back(&alice);
        assert_eq!(upgraded(&alice, &old, "12").await, half);
        assert_eq!(state(&alice, &old, "m.room.tombstone").await["replacement_room"], half.as_str());
        // To another version it goes on from there, to a room of its own.
        let third = upgraded(&alice, &old, "11").await;
        assert_ne!(third, half);
        assert_eq!(state(&alice, &old, "m.room.tombstone").await["replacement_room"], third.as_str());
        // Cut off behind the tombstone, it is closed by whoever asks again.
        let quiet = state(&alice, &old, "m.room.power_levels").await;
        let mut loud = quiet.clone();
        loud["events_default"] = 0.into();
        alice.set(&old, "m.room.power_levels", "", loud).await.ok();
        assert_eq!(upgraded(&alice, &old, "11").await, third);
        assert_eq!(state(&alice, &old, "m.room.power_levels").await, quiet);
        server.close().await;
    });
}

/// Whoever makes the new room has all powers in it, so nobody goes on with what another began.
#[test]
fn an_upgrade_that_was_refused_or_left_by_one_is_not_gone_on_with_by_another() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, eve] = server.members(["alice", "bob", "eve"]).await;
        let users = json!({ alice.id.as_str(): 100, bob.id.as_str(): 60 });
        let levels = json!({ "users": users, "events": { "m.room.tombstone": 60 } });
        let body = json!({ "room_version": "11", "power_level_content_override": levels });
        let room = alice.room_with(body, &[&bob]).await;
        alice.remove("ban", &room, &eve).await.ok();
        let with_banned = json!({ "new_version": "12", "additional_creators": [eve.id] });
        assert_eq!(upgrade(&bob, &room, with_banned).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(server.rows("SELECT room_id FROM rooms_upgrade").await.len(), 0, "nothing was begun");

        // Bob's was cut off after the new room was made.
        let half = bob.create(json!({ "name": "half", "room_version": "12" })).await;
        let mut entry = hearth_store::Entry::new();
        let both: Vec<hearth_store::Value> = vec![room.as_str().into(), half.as_str().into()];
        let sql = "INSERT INTO rooms_upgrade (room_id, new_room_id, done) VALUES (?1, ?2, 0)";
        entry.statement(hearth_store::Statement::new(sql, both));
        server.app.store.write(entry).await.expect("a row");
        let new = upgraded(&alice, &room, "12").await;
        assert_ne!(new, half);
        assert_eq!(state(&alice, &room, "m.room.tombstone").await["replacement_room"], new.as_str());
        assert_eq!(state(&alice, &new, "m.room.create").await["predecessor"]["room_id"], room.as_str());
        assert_eq!(bob.get(&format!("/rooms/{new}/state")).await.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}

#[test]
fn more_bans_than_one_commit_holds_go_over_all() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({ "room_version": "11" })).await;
        let banned = hearth_kernel::limits::UPGRADE_STEP_EVENTS + 30;
        for number in 0..banned {
            let body = json!({ "user_id": format!("@spam{number}:elsewhere.example") });
            alice.post(&format!("/rooms/{room}/ban"), body).await.ok();
        }
        let new = upgraded(&alice, &room, "12").await;
        let told = alice.get(&format!("/rooms/{new}/members?membership=ban")).await.ok();
        assert_eq!(array(&told["chunk"]).len(), banned);
        server.close().await;
    });
}

#[test]
fn tags_follow_their_member_into_the_true_successor() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let old = alice.create(json!({ "preset": "public_chat" })).await;
        bob.join(&old).await.ok();
        let tags = json!({ "tags": { "m.favourite": { "order": 0.5 } } });
        bob.set_data(Some(&old), "m.tag", tags.clone()).await.ok();
        let claims = json!({ "preset": "public_chat", "creation_content": { "predecessor": { "room_id": old } } });
        let false_heir = alice.create(claims).await;
        bob.join(&false_heir).await.ok();
        let of = async |room: &str| bob.get(&format!("/user/{}/rooms/{room}/account_data/m.tag", bob.id)).await;
        assert_eq!(of(&false_heir).await.refusal(), (404, "M_NOT_FOUND"));
        let new = upgraded(&alice, &old, "12").await;
        let since = bob.token().await;
        bob.join(&new).await.ok();
        assert_eq!(of(&new).await.ok(), tags);
        let told = bob.sync(Some(&since), &json!({}), "").await;
        assert_eq!(told["rooms"]["join"][&new]["account_data"]["events"][0]["content"], tags);
        server.close().await;
    });
}
