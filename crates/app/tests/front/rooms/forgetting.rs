//! Forgetting a room: nothing of it is shown any more, until one comes back.

use hearth_store::testing::on_both;
use serde_json::json;

use crate::support::{Server, bodies, text};

#[test]
fn what_is_forgotten_is_out_of_sight_until_one_comes_back() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "before").await;
        let phone = server.another_device(&bob).await;
        let since = phone.token().await;
        let forget = format!("/rooms/{room}/forget");
        assert_eq!(bob.post(&forget, json!({})).await.refusal(), (400, "M_UNKNOWN"), "still inside");
        bob.leave(&room).await.ok();
        assert_eq!(bodies(&json!(bob.history(&room, None, 50).await)), ["before"], "left, not forgotten");
        assert!(bob.sync_all().await["rooms"]["leave"][&room].is_object());

        bob.post(&forget, json!({})).await.ok();
        bob.post(&forget, json!({})).await.ok();
        const FORBIDDEN: (u16, &str) = (403, "M_FORBIDDEN");
        for path in ["messages?dir=b", "state", "state/m.room.create", "members"] {
            assert_eq!(bob.get(&format!("/rooms/{room}/{path}")).await.refusal(), FORBIDDEN, "{path}");
        }
        for path in [format!("event/{said}"), format!("context/{said}")] {
            assert_eq!(bob.get(&format!("/rooms/{room}/{path}")).await.refusal(), (404, "M_NOT_FOUND"), "{path}");
        }
        assert!(bob.sync_all().await["rooms"].get("leave").is_none());
        // A device that thought itself inside learns that this is over, and no more.
        let told = phone.sync(Some(&since), &json!({}), "").await;
        assert_eq!(told["rooms"]["leave"][&room]["timeline"]["events"], json!([]));
        let server = server.restart().await;
        let [alice, bob, phone] = [&alice, &bob, &phone].map(|member| server.back(member));
        assert!(bob.sync_all().await["rooms"].get("leave").is_none(), "after a restart too");
        let told = phone.sync(Some(&since), &json!({}), "").await;
        assert_eq!(told["rooms"]["leave"][&room]["timeline"]["events"], json!([]));

        alice.say(&room, "meanwhile").await;
        let since = bob.token().await;
        alice.invite(&room, &bob).await.ok();
        assert_eq!(bob.post(&forget, json!({})).await.refusal(), (400, "M_UNKNOWN"), "invited");
        bob.join(&room).await.ok();
        let back = bob.sync(Some(&since), &json!({}), "").await;
        let part = &back["rooms"]["join"][&room];
        assert!(bodies(&part["timeline"]["events"]).contains(&"meanwhile".to_owned()), "shared history is open again");
        assert_eq!(bodies(&json!(bob.history(&room, None, 50).await)), ["before", "meanwhile"]);
        bob.leave(&room).await.ok();
        assert_eq!(
            bob.history(&room, None, 50).await.len(),
            bob.history(&room, None, 1).await.len(),
            "not forgotten anew"
        );
        let carol = server.back(&carol);
        assert_eq!(carol.post(&forget, json!({})).await.refusal(), FORBIDDEN, "never there");
        assert_eq!(carol.post("/rooms/!nowhere/forget", json!({})).await.refusal(), (404, "M_NOT_FOUND"));
        let able = carol.get("/capabilities").await.ok();
        assert_eq!(able["capabilities"]["m.forget_forced_upon_leave"], json!({ "enabled": false }));
        server.close().await;
    });
}

#[test]
fn invitations_and_bans_can_be_forgotten_and_the_world_may_still_read() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let open =
            json!({ "type": "m.room.history_visibility", "content": { "history_visibility": "world_readable" } });
        let room = alice.create(json!({ "initial_state": [open] })).await;
        alice.say(&room, "for all").await;
        alice.invite(&room, &bob).await.ok();
        bob.leave(&room).await.ok();
        bob.post(&format!("/rooms/{room}/forget"), json!({})).await.ok();
        assert!(bob.sync_all().await["rooms"].get("leave").is_none());
        assert_eq!(bodies(&json!(bob.history(&room, None, 50).await)), ["for all"]);
        alice.remove("ban", &room, &bob).await.ok();
        assert!(bob.sync_all().await["rooms"]["leave"][&room].is_object(), "banned since");
        bob.post(&format!("/rooms/{room}/forget"), json!({})).await.ok();
        assert!(bob.sync_all().await["rooms"].get("leave").is_none());
        let rows = server.rows("SELECT user_id, room_id FROM rooms_forgotten").await;
        assert_eq!(rows, [[bob.id.clone(), room.clone()]], "one row, however often: {}", text(&json!(room)));
        server.close().await;
    });
}

#[test]
fn forgetting_and_coming_back_at_once_end_in_one_of_both() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
        for _ in 0..8 {
            bob.leave(&room).await.ok();
            let path = format!("/rooms/{room}/forget");
            let (joined, forgotten) = tokio::join!(bob.join(&room), bob.post(&path, json!({})));
            joined.ok();
            assert!(matches!(forgotten.status.as_u16(), 200 | 400), "{}", forgotten.text);
            let sync = bob.sync(None, &json!({}), "").await;
            assert!(sync["rooms"]["join"][&room].is_object(), "inside, whichever was first");
        }
        server.close().await;
    });
}
