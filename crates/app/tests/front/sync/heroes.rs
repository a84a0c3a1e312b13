//! A room without a name is named after who is in it, and a device that loads members lazily is told who they are.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::{
    support::{Member, Server, array, text},
    sync::reader::{Reader, Way},
};

const LAZY: [Way; 2] = [Way::Lazy, Way::LazyStateAfter];

/// Events that a device is told of at once.
const SHOWN: u8 = 5;

/// Says so much that nobody's coming is shown any more.
async fn talk(member: &Member, room: &str) {
    for number in 0..2 * SHOWN {
        member.say(room, &number.to_string()).await;
    }
}

/// New devices of a member, each of which has read once. They see to it that they know whom a room is named after.
async fn devices(server: &Server, member: &Member) -> Vec<Reader> {
    let mut devices = Vec::new();
    for way in LAZY {
        let mut device = Reader::new(server.another_device(member).await, way);
        device.poll(SHOWN).await;
        devices.push(device);
    }
    devices
}

#[test]
fn whom_a_conversation_is_named_after_is_told_with_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let conversation = json!({ "preset": "trusted_private_chat", "is_direct": true });
        let room = alice.room_with(conversation, &[&bob]).await;
        let assert_told = async |membership: &str| {
            talk(&alice, &room).await;
            let filter = json!({ "room": { "timeline": { "limit": SHOWN }, "state": { "lazy_load_members": true } } });
            let told = alice.sync(None, &filter, "").await["rooms"]["join"][&room].clone();
            assert_eq!(told["summary"]["m.heroes"], json!([bob.id]));
            let is_bob = |event: &&Value| event["state_key"] == bob.id.as_str();
            let bobs = array(&told["state"]["events"]).iter().filter(is_bob);
            let bobs: Vec<String> = bobs.map(|event| text(&event["content"]["membership"])).collect();
            assert_eq!(bobs, [membership], "{told}");
            for device in devices(&server, &alice).await {
                assert_eq!(device.heroes(&room), [bob.id.as_str()], "{:?}", device.way);
            }
        };
        assert_told("join").await;
        bob.leave(&room).await.ok();
        assert_told("leave").await;
        server.close().await;
    });
}

#[test]
fn whom_a_room_is_named_after_when_its_name_is_taken_away_is_told_with_that() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob, &carol]).await;
        let rename = async |name: &str| alice.set(&room, "m.room.name", "", json!({ "name": name })).await.ok();
        for is_far_back in [false, true] {
            rename("Chess").await;
            talk(&alice, &room).await;
            let mut knowing = devices(&server, &bob).await;
            assert!(knowing.iter().all(|device| device.heroes(&room).is_empty()), "it has a name");
            rename("").await;
            if is_far_back {
                talk(&alice, &room).await;
            }
            for device in &mut knowing {
                device.poll(SHOWN).await;
            }
            for device in knowing.iter().chain(&devices(&server, &bob).await) {
                assert_eq!(device.heroes(&room), [alice.id.as_str(), carol.id.as_str()], "{:?}", device.way);
            }
        }
        server.close().await;
    });
}
