//! Rooms leave memory, those that were used longest ago first, and are as before when they come back.

use std::sync::Arc;

use hearth_store::testing::on_both;
use ruma::RoomId;
use serde_json::json;

use crate::support::{Server, bodies};

#[test]
fn the_room_that_was_used_longest_ago_is_let_go_first() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let mut rooms = Vec::new();
        for number in 0..6 {
            rooms.push(alice.create(json!({ "name": format!("room {number}") })).await);
        }
        for used in [4, 1, 5, 0, 3, 2] {
            alice.say(&rooms[used], "hello").await;
        }
        // Who still indexes a room holds it.
        server.followed().await;
        let let_go = |most| server.app.matrix.rooms.let_go_beyond(most);
        assert_eq!(let_go(6), Vec::<String>::new(), "there is room for all");
        assert_eq!(let_go(4), [rooms[4].as_str(), &rooms[1]]);
        alice.get(&format!("/rooms/{}/state", rooms[5])).await.ok();
        assert_eq!(let_go(2), [rooms[0].as_str(), &rooms[3]], "reading is a use");
        for room in &rooms {
            assert_eq!(bodies(&json!(alice.history(room, None, 50).await)), ["hello"]);
            alice.say(room, "again").await;
            assert_eq!(bodies(&json!(alice.history(room, None, 50).await)), ["hello", "again"]);
        }
        server.close().await;
    });
}

#[test]
fn many_who_come_at_once_come_into_one_room() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let room_id = RoomId::parse(room.as_str()).unwrap();
        for round in 0..8 {
            // Who still indexes a room holds it.
            server.followed().await;
            assert_eq!(server.app.matrix.rooms.let_go_beyond(0), [room.as_str()], "round {round}");
            let coming: Vec<_> = (0..8)
                .map(|_| {
                    let (rooms, room_id) = (server.app.matrix.rooms.clone(), room_id.clone());
                    tokio::spawn(async move { rooms.room(&room_id).await.unwrap() })
                })
                .collect();
            let mut came = Vec::new();
            for coming in coming {
                came.push(coming.await.unwrap());
            }
            assert!(came.iter().all(|other| Arc::ptr_eq(&came[0], other)), "round {round}: one room stands twice");
        }
        alice.say(&room, "hello").await;
        assert_eq!(bodies(&json!(alice.history(&room, None, 50).await)), ["hello"]);
        server.close().await;
    });
}
