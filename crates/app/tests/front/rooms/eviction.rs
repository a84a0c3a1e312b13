//! Rooms leave memory, those that were used longest ago first, and are as before when they come back.

use hearth_store::testing::on_both;
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
