//! Whom a member ignores, they hear nothing of; when they no longer do, what was said is there.

use std::time::Duration;

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, bodies, text};

async fn ignore(member: &Member, whom: &[&Member]) {
    let mut list = json!({ "ignored_users": {} });
    for other in whom {
        list["ignored_users"][&other.id] = json!({});
    }
    member.set_data(None, "m.ignored_user_list", list).await.ok();
}

fn part<'a>(sync: &'a Value, room: &str) -> &'a Value {
    &sync["rooms"]["join"][room]
}

fn said(sync: &Value, room: &str) -> Vec<String> {
    bodies(&part(sync, room)["timeline"]["events"])
}

fn unread(sync: &Value, room: &str) -> Value {
    part(sync, room)["unread_notifications"]["notification_count"].clone()
}

#[test]
fn nothing_is_heard_of_who_is_ignored_but_what_the_room_is_made_of() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = carol.room_with(json!({}), &[&alice, &bob]).await;
        let levels = json!({ "users": { bob.id.as_str(): 50 } });
        carol.set(&room, "m.room.power_levels", "", levels).await.ok();
        let first = bob.say(&room, "one from bob").await;
        let since = alice.token().await;
        ignore(&alice, &[&bob]).await;
        bob.say(&room, "two from bob").await;
        let anchor = carol.say(&room, "one from carol").await;
        bob.set(&room, "m.room.topic", "", json!({ "topic": "by bob" })).await.ok();
        bob.read(&room, &anchor).await.ok();
        bob.types(&room, true).await.ok();

        let later = alice.sync(Some(&since), &json!({}), "").await;
        assert_eq!(said(&later, &room), ["one from carol"]);
        let kinds: Vec<_> =
            array(&part(&later, &room)["timeline"]["events"]).iter().map(|event| text(&event["type"])).collect();
        assert!(kinds.contains(&"m.room.topic".to_owned()), "{kinds:?}");
        let ephemeral = part(&later, &room)["ephemeral"].to_string();
        assert!(!ephemeral.contains(&bob.id), "{ephemeral}");
        assert_eq!(unread(&later, &room), 1);
        let whole = alice.sync(None, &json!({}), "").await;
        assert_eq!(said(&whole, &room), ["one from carol"]);
        assert_eq!(unread(&whole, &room), 1);
        assert!(!part(&whole, &room)["ephemeral"].to_string().contains(&bob.id));
        assert_eq!(bodies(&json!(alice.history(&room, None, 50).await)), ["one from carol"]);
        let notified = alice.get("/notifications").await.ok();
        let by: Vec<_> = array(&notified["notifications"]).iter().map(|one| text(&one["event"]["sender"])).collect();
        assert_eq!(by, [carol.id.as_str()], "nor is one notified");
        let context = alice.get(&format!("/rooms/{room}/context/{anchor}?limit=10")).await.ok();
        assert_eq!(bodies(&context["events_before"]), Vec::<String>::new());
        assert_eq!(alice.event(&room, &first).await.ok()["content"]["body"], "one from bob", "asked for by its id");
        assert_eq!(said(&bob.sync(None, &json!({}), "").await, &room).len(), 3, "nobody else misses anything");

        let server = server.restart().await;
        let [alice, bob] = [&alice, &bob].map(|member| server.back(member));
        assert_eq!(said(&alice.sync(Some(&since), &json!({}), "").await, &room), ["one from carol"]);
        let since = alice.token().await;
        ignore(&alice, &[]).await;
        let again = alice.sync(Some(&since), &json!({}), "").await;
        assert_eq!(again["account_data"]["events"][0]["content"], json!({ "ignored_users": {} }));
        let all = ["one from bob", "two from bob", "one from carol"];
        assert_eq!(bodies(&json!(alice.history(&room, None, 50).await)), all);
        let whole = alice.sync(None, &json!({}), "").await;
        assert_eq!((said(&whole, &room), unread(&whole, &room)), (all.map(str::to_owned).to_vec(), json!(3)));
        assert!(part(&whole, &room)["ephemeral"].to_string().contains(&bob.id), "read by bob");
        server.close().await;
    });
}

#[test]
fn who_is_ignored_wakes_nobody_and_invites_in_vain() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        ignore(&alice, &[&bob]).await;
        let since = alice.token().await;
        let filter = json!({});
        let waiting = alice.sync(Some(&since), &filter, "&timeout=30000");
        let mut waiting = std::pin::pin!(waiting);
        let unheard = async {
            bob.say(&room, "hello?").await;
            bob.create(json!({ "invite": [alice.id] })).await;
            tokio::time::sleep(Duration::from_millis(50)).await;
        };
        tokio::select! {
            biased;
            early = &mut waiting => panic!("woken by {early}"),
            () = unheard => {}
        }
        // What is heard comes alone, to who was waiting.
        let mine = alice.say(&room, "nobody here").await;
        let woken = tokio::time::timeout(Duration::from_secs(10), waiting).await.expect("it wakes");
        assert_eq!(part(&woken, &room)["timeline"]["events"][0]["event_id"], mine.as_str());
        assert!(woken["rooms"].get("invite").is_none());
        assert!(alice.sync(None, &json!({}), "").await["rooms"].get("invite").is_none());
        ignore(&alice, &[]).await;
        let invited = alice.sync(None, &json!({}), "").await;
        let (invitation, _) = invited["rooms"]["invite"].as_object().and_then(|all| all.iter().next()).expect("one");
        alice.join(invitation).await.ok();
        server.close().await;
    });
}

#[test]
fn a_list_that_is_none_ignores_nobody_and_nobody_ignores_themselves() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        bob.say(&room, "hello").await;
        alice.say(&room, "hello yourself").await;
        for list in
            [json!({}), json!({ "ignored_users": [bob.id] }), json!({ "ignored_users": { alice.id.as_str(): {} } })]
        {
            alice.set_data(None, "m.ignored_user_list", list.clone()).await.ok();
            assert_eq!(said(&alice.sync(None, &json!({}), "").await, &room), ["hello", "hello yourself"], "{list}");
        }
        server.close().await;
    });
}

#[test]
fn nobody_is_told_that_somebody_whom_they_ignore_types() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = carol.room_with(json!({}), &[&alice, &bob]).await;
        ignore(&alice, &[&bob]).await;
        let since = alice.token().await;
        let typists = async |since: &str| {
            let answer = alice.sync(Some(since), &json!({}), "").await;
            (part(&answer, &room)["ephemeral"]["events"][0]["content"]["user_ids"].clone(), text(&answer["next_batch"]))
        };
        bob.types(&room, true).await.ok();
        let (none, since) = typists(&since).await;
        assert_eq!(none, Value::Null);
        carol.types(&room, true).await.ok();
        let (one, since) = typists(&since).await;
        assert_eq!(one, json!([carol.id]));
        bob.types(&room, false).await.ok();
        let (none, since) = typists(&since).await;
        assert_eq!(none, Value::Null);
        carol.types(&room, false).await.ok();
        assert_eq!(typists(&since).await.0, json!([]));
        server.close().await;
    });
}
