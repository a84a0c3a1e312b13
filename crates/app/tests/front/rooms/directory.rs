//! The list of public rooms: who is in it, in which order, page by page, and what a search finds.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, V3, array, escaped, text};

fn names(answer: &Value) -> Vec<String> {
    array(&answer["chunk"]).iter().map(|room| text(&room["name"])).collect()
}

async fn search(member: &Member, body: Value) -> Value {
    member.post("/publicRooms", body).await.ok()
}

#[test]
fn a_room_is_listed_by_who_may_and_shown_as_it_is_now() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let list = async || server.door().get(&format!("{V3}/publicRooms")).await.ok();
        assert_eq!(list().await, json!({ "chunk": [], "total_room_count_estimate": 0 }));
        let body = json!({ "preset": "public_chat", "name": "Chess", "topic": "openings", "room_alias_name": "chess" });
        let room = alice.create(body).await;
        assert_eq!(list().await["chunk"], json!([]), "joinable, not listed");
        let path = format!("/directory/list/room/{room}");
        let seen = async || server.door().get(&format!("{V3}{path}")).await.ok();
        assert_eq!(seen().await, json!({ "visibility": "private" }));
        let public = json!({ "visibility": "public" });
        assert_eq!(bob.put(&path, public.clone()).await.refusal(), (403, "M_FORBIDDEN"), "not in the room");
        bob.join(&room).await.ok();
        assert_eq!(bob.put(&path, public.clone()).await.refusal(), (403, "M_FORBIDDEN"), "without power");
        assert_eq!(alice.put(&path, json!({ "visibility": "secret" })).await.refusal(), (400, "M_INVALID_PARAM"));
        alice.put(&path, public).await.ok();
        assert_eq!(seen().await, json!({ "visibility": "public" }));
        let shown = list().await;
        let expected = json!({
            "room_id": room, "name": "Chess", "topic": "openings", "canonical_alias": "#chess:test.example",
            "num_joined_members": 2, "world_readable": false, "guest_can_join": false,
        });
        assert_eq!((&shown["chunk"][0], &shown["total_room_count_estimate"]), (&expected, &json!(1)));
        alice.set(&room, "m.room.name", "", json!({ "name": "Go" })).await.ok();
        bob.leave(&room).await.ok();
        let shown = list().await;
        assert_eq!((&shown["chunk"][0]["name"], &shown["chunk"][0]["num_joined_members"]), (&json!("Go"), &json!(1)));
        let server = server.restart().await;
        let alice = server.back(&alice);
        assert_eq!(alice.get("/publicRooms").await.ok(), shown, "after a restart");
        alice.put(&path, json!({ "visibility": "private" })).await.ok();
        assert_eq!(alice.get("/publicRooms").await.ok()["chunk"], json!([]));
        assert_eq!(
            alice.put("/directory/list/room/!nowhere", json!({ "visibility": "public" })).await.refusal(),
            (404, "M_NOT_FOUND")
        );
        server.close().await;
    });
}

#[test]
fn pages_and_searches_fit_together() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let members = server.members(["alice", "bob", "carol", "dan"]).await;
        let alice = &members[0];
        for (name, guests) in [("few", 1), ("most", 3), ("none", 0), ("some", 2), ("Élan vital", 0)] {
            let kind = if name == "some" { json!({ "type": "m.space" }) } else { json!({}) };
            let body = json!({ "visibility": "public", "name": name, "creation_content": kind });
            let room = alice.create(body).await;
            for guest in &members[1..=guests] {
                guest.join(&room).await.ok();
            }
        }
        alice.create(json!({ "name": "hidden" })).await;
        let whole = names(&search(alice, json!({})).await);
        assert_eq!(whole[..3], ["most", "some", "few"], "the largest first");
        let mut since = Value::Null;
        let mut paged = Vec::new();
        loop {
            let page = search(alice, json!({ "limit": 2, "since": since })).await;
            assert_eq!(page["total_room_count_estimate"], 5);
            let query = since.as_str().map_or_else(String::new, |since| format!("&since={since}"));
            assert_eq!(alice.get(&format!("/publicRooms?limit=2{query}")).await.ok(), page, "both ways");
            assert_eq!(page.get("prev_batch").is_some(), !paged.is_empty());
            paged.extend(names(&page));
            if page.get("next_batch").is_none() {
                break;
            }
            since = page["next_batch"].clone();
        }
        assert_eq!(paged, whole);
        let found = async |filter: Value| names(&search(alice, json!({ "filter": filter })).await);
        assert_eq!(found(json!({ "generic_search_term": "OM" })).await, ["some"]);
        assert_eq!(found(json!({ "generic_search_term": "éLAN" })).await, ["Élan vital"]);
        assert_eq!(found(json!({ "generic_search_term": "hidden" })).await, Vec::<String>::new());
        assert_eq!(found(json!({ "room_types": ["m.space"] })).await, ["some"]);
        assert_eq!(found(json!({ "room_types": [null] })).await.len(), 4);
        assert_eq!(found(json!({ "room_types": [null, "m.space"] })).await.len(), 5);
        assert_eq!(found(json!({ "generic_search_term": "" })).await.len(), 5);
        for wrong in ["x", "p", "p-1", "p99999999999999999999999", "t5"] {
            assert_eq!(
                alice.get(&format!("/publicRooms?since={wrong}")).await.refusal(),
                (400, "M_INVALID_PARAM"),
                "{wrong}"
            );
        }
        assert_eq!(search(alice, json!({ "since": "p99" })).await["chunk"], json!([]));
        assert_eq!(array(&search(alice, json!({ "limit": 100_000 })).await["chunk"]).len(), 5);
        let elsewhere = alice.get("/publicRooms?server=elsewhere.example").await;
        assert_eq!(elsewhere.refusal(), (404, "M_NOT_FOUND"));
        let here = alice.get(&format!("/publicRooms?server={}", escaped("test.example"))).await.ok();
        assert_eq!(array(&here["chunk"]).len(), 5);
        assert_eq!(search(alice, json!({ "third_party_instance_id": "irc" })).await["chunk"], json!([]));
        server.close().await;
    });
}
