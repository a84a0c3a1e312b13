//! A room at a glance, and rooms named in every way that a path allows.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Server, array, bodies, escaped, text};

#[test]
fn a_room_is_seen_at_a_glance_by_who_may_read_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(json!({ "name": "Chess" })).await;
        for number in 0..30 {
            alice.say(&room, &number.to_string()).await;
        }
        alice.set_data(Some(&room), "test.data", json!({ "a": 1 })).await.ok();
        let path = format!("/rooms/{room}/initialSync");
        let seen = alice.get(&path).await.ok();
        assert_eq!(
            (&seen["room_id"], &seen["membership"], &seen["visibility"]),
            (&json!(room), &json!("join"), &json!("private"))
        );
        let expected: Vec<String> = (10..30).map(|number| number.to_string()).collect();
        assert_eq!(bodies(&seen["messages"]["chunk"]), expected);
        let before = alice.history(&room, Some(&text(&seen["messages"]["start"])), 50).await;
        assert_eq!(
            bodies(&json!(before)),
            (0..10).map(|number| number.to_string()).collect::<Vec<_>>(),
            "joins without a gap"
        );
        assert!(array(&seen["state"]).iter().any(|event| event["content"]["name"] == "Chess"));
        assert_eq!(seen["account_data"], json!([{ "type": "test.data", "content": { "a": 1 } }]));
        assert_eq!(bob.get(&path).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(bob.get("/rooms/!nowhere/initialSync").await.refusal(), (404, "M_NOT_FOUND"));
        let world = json!({ "history_visibility": "world_readable" });
        alice.set(&room, "m.room.history_visibility", "", world).await.ok();
        let seen = bob.get(&path).await.ok();
        assert_eq!(seen.get("membership"), None);
        assert_eq!((array(&seen["messages"]["chunk"]).len(), &seen["account_data"]), (1, &json!([])), "from then on");
        server.close().await;
    });
}

#[test]
fn rooms_and_keys_are_found_however_their_names_are_escaped() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        for version in ["11", "12"] {
            let room = alice.create(json!({ "room_version": version, "preset": "public_chat" })).await;
            assert_eq!(room.contains(':'), version == "11", "{room}");
            let alias = format!("#a/b {version}:test.example");
            alice.put(&format!("/directory/room/{}", escaped(&alias)), json!({ "room_id": room })).await.ok();
            let via = "server_name=elsewhere.example&via=also.example&via=test.example";
            for name in [escaped(&room), escaped(&alias)] {
                let joined = bob.post(&format!("/join/{name}?{via}"), json!({ "reason": "by name" })).await.ok();
                assert_eq!(joined["room_id"], room.as_str());
                bob.post(&format!("/rooms/{}/leave", escaped(&room)), json!({})).await.ok();
            }
            let wrong = bob.post(&format!("/join/{}?via=%20", escaped(&room)), json!({})).await;
            assert_eq!(wrong.refusal(), (400, "M_INVALID_PARAM"));
            for key in ["", "a/b", "a%2Fb", "ключ", "a b+c?#", "."] {
                let path = format!("/rooms/{}/state/test.kind/{}", escaped(&room), escaped(key));
                alice.put(&path, json!({ "key": key })).await.ok();
                assert_eq!(alice.get(&path).await.ok()["key"], key, "{version}");
            }
            let state = alice.get(&format!("/rooms/{}/state", escaped(&room))).await.ok();
            let keys: Vec<&Value> = array(&state).iter().filter(|event| event["type"] == "test.kind").collect();
            assert!(keys.iter().all(|event| event["state_key"] == event["content"]["key"]), "{keys:?}");
            assert_eq!(keys.len(), 6);
        }
        server.close().await;
    });
}
