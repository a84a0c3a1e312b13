//! A room seen from outside, and the rooms that two members share.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, escaped};

fn path(room: &str) -> String {
    format!("/_matrix/client/v1/room_summary/{}", escaped(room))
}

fn joined_by(rule: &Value) -> Value {
    json!({ "initial_state": [{ "type": "m.room.join_rules", "content": rule }] })
}

#[test]
fn a_summary_says_what_a_room_is_to_who_may_know_of_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let encryption = json!({ "type": "m.room.encryption", "content": { "algorithm": "m.megolm.v1.aes-sha2" } });
        let avatar = json!({ "type": "m.room.avatar", "content": { "url": "mxc://test.example/knight" } });
        let room = alice
            .create(json!({
                "preset": "public_chat", "name": "Chess", "topic": "openings", "room_alias_name": "chess",
                "creation_content": { "type": "m.space" }, "initial_state": [encryption, avatar],
            }))
            .await;
        let mut expected = json!({
            "room_id": room, "name": "Chess", "topic": "openings", "canonical_alias": "#chess:test.example",
            "avatar_url": "mxc://test.example/knight", "num_joined_members": 1, "world_readable": false,
            "guest_can_join": false, "room_type": "m.space", "encryption": "m.megolm.v1.aes-sha2", "room_version": "12",
        });
        let told = server.door().get(&path(&room)).await.ok();
        assert_eq!(told, expected, "without a token");
        expected["membership"] = "leave".into();
        assert_eq!(bob.door.get(&path("#chess:test.example")).await.ok(), expected);
        expected["membership"] = "join".into();
        assert_eq!(alice.door.get(&path(&room)).await.ok(), expected);
        let old = format!("/_matrix/client/unstable/im.nheko.summary/rooms/{}/summary", escaped(&room));
        assert_eq!(alice.door.get(&old).await.ok(), expected);

        const HIDDEN: (u16, &str) = (404, "M_NOT_FOUND");
        let hall = alice.create(json!({})).await;
        let sees = async |member: &Member, room: &str| member.door.get(&path(room)).await.status == 200;
        let allow = json!([{ "type": "m.room_membership", "room_id": hall }]);
        let restricted = alice.create(joined_by(&json!({ "join_rule": "restricted", "allow": allow }))).await;
        let odd = alice.create(joined_by(&json!({ "join_rule": "by moonlight" }))).await;
        for (room, what) in [(&hall, "by invitation"), (&restricted, "restricted"), (&odd, "unknown")] {
            assert_eq!(bob.door.get(&path(room)).await.refusal(), HIDDEN, "{what}");
            assert_eq!(server.door().get(&path(room)).await.refusal(), HIDDEN, "{what}");
            assert!(sees(&alice, room).await, "{what}");
        }
        for rule in ["knock", "knock_restricted"] {
            let room = alice.create(joined_by(&json!({ "join_rule": rule, "allow": allow }))).await;
            let told = bob.door.get(&path(&room)).await.ok();
            assert_eq!(told["join_rule"], rule);
        }
        alice.invite(&hall, &bob).await.ok();
        assert_eq!(bob.door.get(&path(&hall)).await.ok()["membership"], "invite");
        assert!(!sees(&bob, &restricted).await, "invited to the hall is not in the hall");
        bob.join(&hall).await.ok();
        let told = bob.door.get(&path(&restricted)).await.ok();
        assert_eq!((&told["join_rule"], &told["allowed_room_ids"]), (&json!("restricted"), &json!([hall])));
        for nowhere in ["!nowhere", "!nowhere:elsewhere.example", "#nowhere:test.example"] {
            assert_eq!(bob.door.get(&path(nowhere)).await.refusal(), HIDDEN);
        }
        assert_eq!(bob.door.get(&path("nowhere")).await.refusal(), (400, "M_INVALID_PARAM"));
        server.close().await;
    });
}

#[test]
fn the_rooms_that_two_share_are_told_to_them_alone() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let mut shared = Vec::new();
        for _ in 0..hearth_kernel::limits::MUTUAL_ROOMS_PAGE + 2 {
            let room = alice.create(json!({ "preset": "public_chat" })).await;
            bob.join(&room).await.ok();
            shared.push(room);
        }
        shared.sort();
        alice.create(json!({ "invite": [bob.id] })).await;
        let ask = async |member: &Member, query: &str| {
            member.door.get(&format!("/_matrix/client/v1/mutual_rooms?user_id={query}")).await
        };
        let first = ask(&alice, &escaped(&bob.id)).await.ok();
        assert_eq!(first["count"], shared.len());
        let next = first["next_batch"].as_str().expect("more");
        let rest = ask(&alice, &format!("{}&from={}", escaped(&bob.id), escaped(next))).await.ok();
        assert_eq!((array(&rest["joined"]).len(), rest.get("next_batch")), (2, None));
        let all: Vec<Value> = array(&first["joined"]).iter().chain(array(&rest["joined"])).cloned().collect();
        assert_eq!(json!(all), json!(shared));
        assert_eq!(ask(&alice, &escaped(&alice.id)).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ask(&alice, "bob").await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ask(&alice, &format!("{}&from=x", escaped(&bob.id))).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ask(&alice, "@nobody:test.example").await.ok(), json!({ "count": 0, "joined": [] }));
        let old = "/_matrix/client/unstable/uk.half-shot.msc2666/user/mutual_rooms?user_id=";
        let old = alice.door.get(&format!("{old}{}", escaped(&bob.id))).await.ok();
        assert_eq!(old["joined"], first["joined"]);
        server.close().await;
    });
}
