//! Accounts and the rest of the house: who ends an account leaves its rooms.

use hearth_matrix::accounts::Command;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array};

/// Waits until somebody is shown in a room with this membership.
async fn until_membership(watcher: &Member, room: &str, member: &str, wanted: &str) -> Value {
    let mut since = None;
    for _ in 0..50 {
        let path = format!("/rooms/{room}/state/m.room.member/{member}?format=event");
        let shown = watcher.get(&path).await.ok();
        if shown["content"]["membership"] == wanted {
            return shown;
        }
        let waited = watcher.sync(since.as_deref(), &json!({}), "&timeout=5000").await;
        since = waited["next_batch"].as_str().map(str::to_owned);
    }
    panic!("{member} is not shown as {wanted}");
}

#[test]
fn who_ends_an_account_leaves_every_room() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let joined = alice.room_with(json!({}), &[&bob, &carol]).await;
        let invited = alice.create(json!({})).await;
        alice.invite(&invited, &bob).await.ok();
        let own = bob.create(json!({})).await;
        bob.say(&joined, "farewell").await;
        let auth = json!({ "type": "m.login.password", "user": "bob", "password": "correct horse" });
        bob.post("/account/deactivate", json!({ "auth": auth })).await.ok();
        for room in [&joined, &invited] {
            let left = until_membership(&alice, room, &bob.id, "leave").await;
            assert_eq!((left["sender"].as_str(), left["content"].get("displayname")), (Some(&*bob.id), None));
        }
        // What was said stays, and nobody can bring the member back.
        assert!(alice.history(&joined, None, 100).await.iter().any(|event| event["content"]["body"] == "farewell"));
        assert_eq!(alice.invite(&joined, &bob).await.refusal(), (404, "M_NOT_FOUND"));
        let server = server.restart().await;
        let carol = server.back(&carol);
        until_membership(&carol, &joined, &bob.id, "leave").await;
        assert_eq!(server.back(&bob).get(&format!("/rooms/{own}/state")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        server.close().await;
    });
}

#[test]
fn an_administrator_ends_an_account_and_a_restart_finishes_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let ended = server.app.matrix.accounts.administer(Command::Deactivate { name: "bob".into() }).await;
        assert_eq!(ended.expect("it is done")["user_id"], bob.id.as_str());
        // Perhaps before rooms has heard of it.
        let server = server.restart().await;
        let alice = server.back(&alice);
        until_membership(&alice, &room, &bob.id, "leave").await;
        let joined = alice.get(&format!("/rooms/{room}/joined_members")).await.ok();
        assert_eq!(joined["joined"].as_object().map(serde_json::Map::len), Some(1));
        let devices = alice.get("/devices").await.ok();
        assert_eq!(array(&devices["devices"]).len(), 1);
        server.close().await;
    });
}

/// The new name is carried into rooms in the background: who leaves one meanwhile is not brought back by it.
#[test]
fn who_leaves_while_their_new_name_is_carried_stays_away() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let open = json!({ "preset": "public_chat" });
        let stays = alice.room_with(open.clone(), &[&bob]).await;
        let path = format!("/profile/{}/displayname", bob.id);
        let name = |name: String| bob.put(&path, json!({ "displayname": name }));
        let mut left = Vec::new();
        for number in 0..20 {
            let room = alice.room_with(open.clone(), &[&bob]).await;
            name(format!("Bob {number}")).await.ok();
            bob.leave(&room).await.ok();
            left.push(room);
        }
        // Names are carried one after the other: where the last one shows, all before it are done.
        name("Robert".to_owned()).await.ok();
        let mut since = None;
        let shown = format!("/rooms/{stays}/state/m.room.member/{}", bob.id);
        while alice.get(&shown).await.ok()["displayname"] != "Robert" {
            let waited = alice.sync(since.as_deref(), &json!({}), "&timeout=5000").await;
            since = waited["next_batch"].as_str().map(str::to_owned);
        }
        for room in left {
            let shown = alice.get(&format!("/rooms/{room}/state/m.room.member/{}", bob.id)).await.ok();
            assert_eq!(shown["membership"], "leave");
        }
        server.close().await;
    });
}
