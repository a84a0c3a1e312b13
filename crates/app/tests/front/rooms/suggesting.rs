//! Rooms that are suggested to somebody, and the facts that are told of each.

use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, text};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

async fn suggested(member: &Member) -> Vec<Value> {
    array(&member.door.get("/_hearth/rooms/suggested").await.ok()["rooms"]).to_vec()
}

fn names(rooms: &[Value]) -> Vec<String> {
    rooms.iter().map(|room| text(&room["name"])).collect()
}

async fn open_room(member: &Member, name: &str) -> String {
    member.create(json!({ "preset": "public_chat", "visibility": "public", "name": name })).await
}

#[test]
fn rooms_are_suggested_by_who_is_there_and_what_is_said() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [ada, bob, cleo] = server.members(["ada", "bob", "cleo"]).await;
        assert_eq!(server.door().get("/_hearth/rooms/suggested").await.status, 401);
        assert_eq!(suggested(&ada).await, Vec::<Value>::new());
        let quiet = open_room(&bob, "Quiet").await;
        let loud = open_room(&cleo, "Loud").await;
        cleo.say(&loud, "hello").await;
        ada.create(json!({ "preset": "public_chat", "visibility": "private", "name": "Hidden" })).await;
        cleo.create(json!({ "visibility": "public", "preset": "private_chat", "name": "Shut" })).await;
        assert_eq!(names(&suggested(&ada).await), ["Loud", "Quiet"], "where somebody talks comes first");

        // Whom one talks with counts more than how much is said.
        ada.room_with(json!({ "is_direct": true }), &[&bob]).await;
        let rooms = suggested(&ada).await;
        assert_eq!(names(&rooms), ["Quiet", "Loud"]);
        let facts = |room: &Value| (room["known"].clone(), room["talking"].clone(), room["is_new"].clone());
        assert_eq!(facts(&rooms[0]), (json!(1), json!(0), json!(true)));
        assert_eq!(facts(&rooms[1]), (json!(0), json!(1), json!(true)));
        assert_eq!((&rooms[0]["room_id"], &rooms[0]["members"]), (&json!(quiet), &json!(1)));

        // What was said long ago is no reason, and nothing stays new; where one is, and where one may not go, is left out.
        server.clock.advance_ms(15 * DAY_MS);
        let ada = server.log_in("ada").await;
        let rooms = suggested(&ada).await;
        assert!(rooms.iter().all(|room| facts(room).1 == 0 && facts(room).2 == false), "{rooms:?}");
        ada.join(&quiet).await.ok();
        cleo.remove("ban", &loud, &ada).await.ok();
        assert_eq!(suggested(&ada).await, Vec::<Value>::new());
        ada.leave(&quiet).await.ok();
        assert_eq!(suggested(&ada).await, Vec::<Value>::new(), "who has left is not called back");
    });
}

#[test]
fn suggestions_are_few_and_a_large_room_makes_no_acquaintance() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        let crowd = open_room(&bob, "Crowd").await;
        ada.join(&crowd).await.ok();
        for at in 0..limits::SMALL_ROOM_MEMBERS - 1 {
            server.member(&format!("guest{at}")).await.join(&crowd).await.ok();
        }
        for at in 0..=limits::ROOMS_SUGGESTED {
            open_room(&bob, &format!("Room {at}")).await;
        }
        let rooms = suggested(&ada).await;
        assert_eq!(rooms.len(), limits::ROOMS_SUGGESTED);
        assert!(rooms.iter().all(|room| room["known"] == 0), "bob is one of many");
        assert!(limits::TALKED_WITH >= rooms.len());
    });
}
