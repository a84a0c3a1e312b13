//! Addresses: one room's alone, claimed truly, taken away by who may.

use hearth_store::testing::on_both;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Member, Server, array, escaped, text};

fn address(name: &str) -> String {
    format!("#{name}:test.example")
}

fn path(alias: &str) -> String {
    format!("/directory/room/{}", escaped(alias))
}

async fn give(member: &Member, alias: &str, room: &str) -> (u16, String) {
    let answer = member.put(&path(alias), json!({ "room_id": room })).await;
    let (status, code) = answer.refusal();
    (status, code.to_owned())
}

async fn take(member: &Member, alias: &str) -> (u16, String) {
    let answer = member.door.delete(&format!("{}{}", crate::support::V3, path(alias))).await;
    let (status, code) = answer.refusal();
    (status, code.to_owned())
}

fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

#[test]
fn an_address_is_one_rooms_alone_and_found_however_it_is_escaped() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (room, other) = (alice.create(json!({})).await, alice.create(json!({})).await);
        for name in ["chess", "Schach", "国际象棋", "a/b%c", "a b+c?"] {
            let alias = address(name);
            assert_eq!(give(&alice, &alias, &room).await, refused(200, ""), "{name}");
            let found = server.door().get(&format!("{}{}", crate::support::V3, path(&alias))).await.ok();
            assert_eq!((&found["room_id"], &found["servers"]), (&json!(room), &json!(["test.example"])), "{name}");
            assert_eq!(give(&alice, &alias, &other).await, refused(409, "M_UNKNOWN"), "{name}");
        }
        assert_eq!(bob.get(&path(&address("none"))).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(bob.get(&path("#chess:elsewhere.example")).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(bob.get(&path("chess")).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(give(&alice, "#chess:elsewhere.example", &room).await, refused(400, "M_INVALID_PARAM"));
        assert_eq!(give(&bob, &address("bobs"), &room).await, refused(403, "M_FORBIDDEN"), "not in the room");
        assert_eq!(give(&alice, &address("x"), "!nowhere").await, refused(404, "M_NOT_FOUND"));
        let long = address(&"x".repeat(300));
        assert_eq!(give(&alice, &long, &room).await.0, 400);

        let listed = alice.get(&format!("/rooms/{room}/aliases")).await.ok();
        assert_eq!(array(&listed["aliases"]).len(), 5);
        assert_eq!(bob.get(&format!("/rooms/{room}/aliases")).await.refusal(), (403, "M_FORBIDDEN"));
        let world = json!({ "history_visibility": "world_readable" });
        alice.set(&room, "m.room.history_visibility", "", world).await.ok();
        assert_eq!(bob.get(&format!("/rooms/{room}/aliases")).await.ok(), listed);
        server.close().await;
    });
}

#[test]
fn of_those_who_want_one_address_at_once_one_gets_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let mut wanting = JoinSet::new();
        for number in 0..8 {
            let member = server.member(&format!("member{number}")).await;
            wanting.spawn(async move {
                let alias = address("wanted");
                // Half of them by making a room there.
                if number % 2 == 0 {
                    let answer = member.post("/createRoom", json!({ "room_alias_name": "wanted" })).await;
                    return (answer.status.as_u16(), text(&answer.json.get("room_id").cloned().unwrap_or(json!(""))));
                }
                let room = member.create(json!({})).await;
                (give(&member, &alias, &room).await.0, room)
            });
        }
        let outcomes = wanting.join_all().await;
        let got: Vec<_> = outcomes.iter().filter(|(status, _)| *status == 200).collect();
        assert_eq!(got.len(), 1, "{outcomes:?}");
        let found = server.door().get(&format!("{}{}", crate::support::V3, path(&address("wanted")))).await.ok();
        assert_eq!(found["room_id"], got[0].1.as_str());
        server.close().await;
    });
}

#[test]
fn a_new_room_claims_no_address_but_its_own() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, eve] = server.members(["alice", "eve"]).await;
        alice.create(json!({ "room_alias_name": "general" })).await;
        let begin = async |claim: Value| {
            let claim = json!({ "type": "m.room.canonical_alias", "content": claim });
            eve.post("/createRoom", json!({ "room_alias_name": "hers", "initial_state": [claim] })).await
        };
        for stolen in [json!({ "alias": address("general") }), json!({ "alt_aliases": [address("general")] })] {
            assert_eq!(begin(stolen).await.refusal(), (400, "M_BAD_ALIAS"));
        }
        begin(json!({ "alias": address("hers") })).await.ok();
        server.close().await;
    });
}

#[test]
fn a_room_claims_only_addresses_that_lead_to_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let (room, other) = (alice.create(json!({})).await, alice.create(json!({})).await);
        for (name, of) in [("one", &room), ("two", &room), ("others", &other)] {
            assert_eq!(give(&alice, &address(name), of).await.0, 200);
        }
        let claim = async |content: Value| {
            let answer = alice.set(&room, "m.room.canonical_alias", "", content).await;
            let (status, code) = answer.refusal();
            refused(status, code)
        };
        let bad = refused(400, "M_BAD_ALIAS");
        assert_eq!(claim(json!({ "alias": address("others") })).await, bad);
        assert_eq!(claim(json!({ "alias": address("none") })).await, bad);
        assert_eq!(claim(json!({ "alt_aliases": [address("one"), address("others")] })).await, bad);
        assert_eq!(claim(json!({ "alias": "one" })).await, refused(400, "M_INVALID_PARAM"));
        assert_eq!(claim(json!({ "alt_aliases": [1] })).await, refused(400, "M_INVALID_PARAM"));
        assert_eq!(claim(json!({ "alt_aliases": address("one") })).await, refused(400, "M_INVALID_PARAM"));
        let both = json!({ "alias": address("one"), "alt_aliases": [address("two")] });
        assert_eq!(claim(both.clone()).await, refused(200, ""));
        assert_eq!(claim(json!({ "alias": null, "alt_aliases": [address("two")] })).await, refused(200, ""));
        assert_eq!(claim(json!({})).await, refused(200, ""));
        assert_eq!(claim(both).await, refused(200, ""));

        // An address that is taken away is claimed no longer.
        assert_eq!(take(&alice, &address("one")).await, refused(200, ""));
        let now = alice.get(&format!("/rooms/{room}/state/m.room.canonical_alias/")).await.ok();
        assert_eq!(now, json!({ "alt_aliases": [address("two")] }));
        assert_eq!(take(&alice, &address("two")).await, refused(200, ""));
        let now = alice.get(&format!("/rooms/{room}/state/m.room.canonical_alias")).await.ok();
        assert_eq!(now, json!({}));
        server.close().await;
    });
}

#[test]
fn an_address_goes_with_who_gave_it_or_by_a_moderator() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob, &carol]).await;
        for name in ["bobs", "bobs2", "alices"] {
            let by = if name == "alices" { &alice } else { &bob };
            assert_eq!(give(by, &address(name), &room).await.0, 200);
        }
        let claim = json!({ "alias": address("bobs") });
        alice.set(&room, "m.room.canonical_alias", "", claim.clone()).await.ok();
        let forbidden = refused(403, "M_FORBIDDEN");
        assert_eq!(take(&carol, &address("bobs")).await, forbidden);
        assert_eq!(take(&bob, &address("alices")).await, forbidden);
        assert_eq!(take(&bob, &address("bobs")).await, refused(200, ""));
        let now = alice.get(&format!("/rooms/{room}/state/m.room.canonical_alias/")).await.ok();
        assert_eq!(now, claim, "who may not say the address does not unsay it");
        let kept = json!({ "alias": address("bobs"), "alt_aliases": [address("alices")] });
        alice.set(&room, "m.room.canonical_alias", "", kept).await.ok();
        assert_eq!(take(&alice, &address("bobs2")).await, refused(200, ""), "a moderator");
        assert_eq!(take(&alice, &address("bobs2")).await, refused(404, "M_NOT_FOUND"), "twice");
        alice.leave(&room).await.ok();
        assert_eq!(take(&alice, &address("alices")).await, forbidden, "the room says that it is found there");
        assert_eq!(give(&carol, &address("carols"), &room).await.0, 200);
        carol.leave(&room).await.ok();
        assert_eq!(take(&carol, &address("carols")).await, refused(200, ""), "who gave it, from outside too");
        server.close().await;
    });
}

#[test]
fn a_room_has_so_many_addresses_and_no_more() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let mut entry = hearth_store::Entry::new();
        for number in 0..hearth_kernel::limits::ROOM_ALIASES - 1 {
            let sql = "INSERT INTO rooms_alias (alias, room_id, creator) VALUES (?1, ?2, ?3)";
            let alias = address(&number.to_string());
            let params: Vec<hearth_store::Value> =
                vec![alias.as_str().into(), room.as_str().into(), alice.id.as_str().into()];
            entry.statement(hearth_store::Statement::new(sql, params));
        }
        server.app.store.write(entry).await.expect("rows");
        assert_eq!(give(&alice, &address("last"), &room).await, refused(200, ""));
        assert_eq!(give(&alice, &address("more"), &room).await, refused(403, "M_FORBIDDEN"));
        assert_eq!(alice.get(&path(&address("more"))).await.refusal(), (404, "M_NOT_FOUND"));
        server.close().await;
    });
}
