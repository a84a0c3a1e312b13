//! Accounts and the rest of the house: who ends an account leaves its rooms.

use hearth_kernel::limits;
use hearth_matrix::accounts::Command;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, bodies};

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

/// Waits until rooms and search have followed the end of an account.
async fn until_followed(server: &Server) {
    const FOLLOWED: &str = "SELECT CAST(COUNT(*) AS TEXT) FROM store_listener WHERE name IN ('rooms', 'search')
         AND position >= (SELECT MAX(position) FROM store_fact WHERE name = 'accounts.deactivated')";
    while server.rows(FOLLOWED).await[0][0] != "2" {
        tokio::task::yield_now().await;
    }
}

/// Whether a member may read what was said, by each way to it: pages, search, the event, relations, the thread's summary, sync.
async fn ways(member: &Member, room: &str, said: &str, root: &str, answer: &str) -> [bool; 6] {
    let is_there = |events: &[Value]| events.iter().any(|event| event["content"]["body"] == "farewell, all");
    let paged = is_there(&member.history(room, None, 50).await);
    let wanted = json!({ "search_categories": { "room_events": { "search_term": "farewell" } } });
    let found = member.post("/search", wanted).await.ok();
    let counted = found["search_categories"]["room_events"]["count"].as_u64();
    let shown = member.event(room, said).await.status == 200;
    let related = member.door.get(&format!("/_matrix/client/v1/rooms/{room}/relations/{root}/m.thread")).await;
    let related = array(&related.json["chunk"]).iter().any(|event| event["event_id"] == answer);
    let bundled = member.event(room, root).await.json["unsigned"]["m.relations"]["m.thread"]["count"] == 1;
    let synced = member.sync(None, &json!({ "room": { "timeline": { "limit": 50 } } }), "").await;
    let synced = bodies(&synced["rooms"]["join"][room]["timeline"]["events"]).contains(&"farewell, all".to_owned());
    [paged, counted == Some(1), shown, related, bundled, synced]
}

/// The protocol's `erase`: who was there keeps what was said, who comes later is not shown it.
#[test]
fn what_somebody_said_whose_account_is_erased_is_kept_from_those_who_come_later() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol, dan] = server.members(["alice", "bob", "carol", "dan"]).await;
        let room = alice.room_with(json!({ "preset": "public_chat" }), &[&bob, &carol]).await;
        let root = alice.say(&room, "what do you think?").await;
        let said = bob.say(&room, "farewell, all").await;
        let thread = json!({ "rel_type": "m.thread", "event_id": root });
        let answer = json!({ "msgtype": "m.text", "body": "much", "m.relates_to": thread });
        let answer = bob.send(&room, "m.room.message", answer).await;
        alice.say(&room, "a pity").await;
        // Of those who left before, too.
        bob.leave(&room).await.ok();
        let auth = json!({ "type": "m.login.password", "user": "bob", "password": "correct horse" });
        bob.post("/account/deactivate", json!({ "auth": auth, "erase": true })).await.ok();
        until_followed(&server).await;
        dan.join(&room).await.ok();
        assert_eq!(ways(&carol, &room, &said, &root, &answer).await, [true; 6], "who was there");
        assert_eq!(ways(&dan, &room, &said, &root, &answer).await, [false; 6], "who came later");
        let others = dan.history(&room, None, 50).await;
        assert!(others.iter().any(|event| event["content"]["body"] == "a pity"), "what others said is the room's");
        let server = server.restart().await;
        let (carol, dan) = (server.back(&carol), server.back(&dan));
        assert_eq!(ways(&carol, &room, &said, &root, &answer).await, [true; 6], "who was there, from disk");
        assert_eq!(ways(&dan, &room, &said, &root, &answer).await, [false; 6], "who came later, from disk");
        server.close().await;
    });
}

/// More than ERASED_EVENTS: they are looked through in steps.
#[test]
fn erased_events_are_found_however_far_back_they_are() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, dan] = server.members(["alice", "bob", "dan"]).await;
        let room = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
        let first = bob.say(&room, "first").await;
        for _ in 0..limits::ERASED_EVENTS {
            alice.say(&room, "between").await;
        }
        let last = bob.say(&room, "last").await;
        let ended = Command::Deactivate { name: "bob".into(), erases: true };
        server.app.matrix.accounts.administer(ended).await.expect("it is done");
        until_followed(&server).await;
        dan.join(&room).await.ok();
        for said in [&first, &last] {
            assert_eq!(dan.event(&room, said).await.refusal(), (404, "M_NOT_FOUND"));
            assert_eq!(alice.event(&room, said).await.status, 200);
        }
        server.close().await;
    });
}

#[test]
fn an_administrator_ends_an_account_and_a_restart_finishes_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let ended =
            server.app.matrix.accounts.administer(Command::Deactivate { name: "bob".into(), erases: false }).await;
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
