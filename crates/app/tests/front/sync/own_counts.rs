//! What a sync counts is what its own events come to, however much happens while it is made.

use std::collections::BTreeSet;

use hearth_store::testing::on_both;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Server, array, text};

#[test]
fn counts_and_heroes_never_run_ahead_of_the_answer() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
        let mut coming = JoinSet::new();
        for number in 0..6 {
            let guest = server.member(&format!("guest{number}")).await;
            let room = room.clone();
            coming.spawn(async move {
                for _ in 0..6 {
                    guest.join(&room).await.ok();
                    guest.leave(&room).await.ok();
                }
                guest.join(&room).await.ok();
            });
        }
        let filter = json!({ "room": { "timeline": { "limit": 100 } } });
        let (mut since, mut inside, mut checked) = (None::<String>, BTreeSet::new(), 0);
        while inside.len() < 8 || !coming.is_empty() {
            while coming.try_join_next().is_some() {}
            let answer = bob.sync(since.as_deref(), &filter, "&timeout=200").await;
            since = Some(text(&answer["next_batch"]));
            let part = &answer["rooms"]["join"][&room];
            for event in array(&part["state"]["events"]).iter().chain(array(&part["timeline"]["events"])) {
                let Some(member) = event["state_key"].as_str().filter(|_| event["type"] == "m.room.member") else {
                    continue;
                };
                match event["content"]["membership"] == "join" {
                    true => inside.insert(member.to_owned()),
                    false => inside.remove(member),
                };
            }
            let summary = &part["summary"];
            if let Value::Number(count) = &summary["m.joined_member_count"] {
                assert_eq!(count.as_u64(), Some(inside.len() as u64), "{summary} at {since:?}");
                let heroes = array(&summary["m.heroes"]).iter().map(text);
                assert!(heroes.into_iter().all(|hero| inside.contains(&hero)), "{summary}");
                checked += 1;
            }
        }
        assert!(checked > 2, "{checked}");
        server.close().await;
    });
}

#[test]
fn who_hides_receipts_and_deletions_still_learns_what_is_left_unread() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let phone = server.another_device(&bob).await;
        let messages = json!({ "types": ["m.room.message"] });
        let filter = json!({ "room": { "timeline": messages, "ephemeral": { "not_types": ["m.receipt"] } } });
        let (first, last) = (alice.say(&room, "one").await, alice.say(&room, "two").await);
        let told = bob.sync(None, &filter, "").await;
        let unread = |told: &Value| told["rooms"]["join"][&room]["unread_notifications"]["notification_count"].clone();
        assert_eq!(unread(&told), 2);
        // Another's reading is no news of this kind.
        let since = text(&told["next_batch"]);
        alice.read(&room, &last).await.ok();
        let told = bob.sync(Some(&since), &filter, "").await;
        assert!(told["rooms"]["join"].is_null(), "{told}");
        alice.redact(&room, &last).await.ok();
        let told = bob.sync(Some(&text(&told["next_batch"])), &filter, "").await;
        assert_eq!(unread(&told), 1);
        phone.read(&room, &first).await.ok();
        let told = bob.sync(Some(&text(&told["next_batch"])), &filter, "").await;
        assert_eq!(unread(&told), 0);
        server.close().await;
    });
}
