//! Who is here, as others are told.

use hearth_http::testing::Answer;
use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, text};

async fn says(who: &Member, body: Value) -> Answer {
    who.put(&format!("/presence/{}/status", who.id), body).await
}

async fn status(reader: &Member, whom: &Member) -> Answer {
    reader.get(&format!("/presence/{}/status", whom.id)).await
}

/// What an answer tells of somebody.
fn told(answer: &Value, whom: &Member) -> Option<Value> {
    let mut events = array(&answer["presence"]["events"]).iter();
    events.find(|event| event["sender"] == whom.id).map(|event| event["content"].clone())
}

#[test]
fn who_comes_and_goes_is_told_to_those_who_share_a_room() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        let (nothing, hidden) = (json!({}), "&set_presence=offline");
        let since = text(&alice.sync(None, &nothing, hidden).await["next_batch"]);
        carol.token().await;
        let first = bob.sync(None, &nothing, "").await;
        assert!(told(&first, &alice).is_none(), "who hides is not told of: {first}");
        assert_eq!(told(&first, &bob).map(|own| own["presence"].clone()), Some(json!("online")));

        let news = alice.sync(Some(&since), &nothing, hidden).await;
        let here = told(&news, &bob).expect("bob came");
        assert_eq!((&here["presence"], &here["currently_active"]), (&json!("online"), &json!(true)));
        assert!(here["last_active_ago"].is_i64() && told(&news, &carol).is_none(), "{news}");
        let since = text(&news["next_batch"]);
        assert!(told(&alice.sync(Some(&since), &nothing, hidden).await, &bob).is_none(), "told once");

        says(&bob, json!({ "presence": "unavailable", "status_msg": "at lunch" })).await.ok();
        bob.token().await;
        let news = alice.sync(Some(&since), &nothing, hidden).await;
        let away = told(&news, &bob).expect("bob said so");
        assert_eq!((&away["presence"], &away["status_msg"]), (&json!("unavailable"), &json!("at lunch")));
        assert_eq!(status(&alice, &bob).await.ok()["presence"], "unavailable");
        assert_eq!(status(&alice, &alice).await.ok(), json!({ "presence": "offline" }));

        let since = text(&news["next_batch"]);
        server.clock.advance_ms(limits::PRESENCE_MS + 1_000);
        server.app.matrix.tidy().await.expect("what waits is written down");
        let news = alice.sync(Some(&since), &nothing, hidden).await;
        assert_eq!(told(&news, &bob).expect("bob is gone")["presence"], "offline");
        server.app.matrix.tidy().await.expect("what waits is written down");
        let since = text(&news["next_batch"]);
        assert!(told(&alice.sync(Some(&since), &nothing, hidden).await, &bob).is_none(), "gone once");
        server.close().await;
    });
}

#[test]
fn who_is_here_is_told_to_whom_they_meet() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({ "preset": "public_chat" }), &[&carol]).await;
        let (mut alices, mut bobs) = (alice.token().await, bob.token().await);
        bob.join(&room).await.ok();
        let (news, own) =
            (alice.sync(Some(&alices), &json!({}), "").await, bob.sync(Some(&bobs), &json!({}), "").await);
        assert_eq!(told(&news, &bob).expect("he came in")["presence"], "online");
        assert_eq!(told(&own, &alice).expect("she was there")["presence"], "online");
        assert!(told(&news, &carol).is_none() && told(&own, &carol).is_none(), "who is not here is not told of");
        (alices, bobs) = (text(&news["next_batch"]), text(&own["next_batch"]));
        assert!(told(&alice.sync(Some(&alices), &json!({}), "").await, &bob).is_none(), "once");
        assert!(told(&bob.sync(Some(&bobs), &json!({}), "").await, &alice).is_none(), "once");
        server.close().await;
    });
}

#[test]
fn a_change_of_presence_wakes_who_waits() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        bob.token().await;
        let since = alice.token().await;
        let nothing = json!({});
        let waiting = alice.sync(Some(&since), &nothing, "&timeout=60000");
        let (answer, _) = tokio::join!(waiting, says(&bob, json!({ "presence": "online", "status_msg": "hello" })));
        assert_eq!(told(&answer, &bob).expect("news")["status_msg"], "hello");
        let filter = json!({ "presence": { "types": [] } });
        says(&bob, json!({ "presence": "online", "status_msg": "again" })).await.ok();
        assert!(alice.sync(Some(&since), &filter, "").await["presence"].is_null());
        let filter = json!({ "presence": { "not_senders": [bob.id] } });
        assert!(alice.sync(Some(&since), &filter, "").await["presence"].is_null());
        alice.set_data(None, "m.ignored_user_list", json!({ "ignored_users": { bob.id.clone(): {} } })).await.ok();
        assert!(told(&alice.sync(Some(&since), &nothing, "").await, &bob).is_none(), "who is ignored");
        server.close().await;
    });
}

/// What somebody says of themselves is taken, as clients expect, and kept nowhere.
#[test]
fn where_presence_is_off_everybody_is_away_and_nobody_is_told() {
    on_both(|place| async move {
        let server = Server::open_with(place, &[("HEARTH_PRESENCE", "off")]).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
        let (nothing, online) = (json!({}), "&set_presence=online");
        bob.sync(None, &nothing, online).await;
        let first = alice.sync(None, &nothing, online).await;
        let here = json!({ "presence": "online", "status_msg": "at lunch" });
        assert_eq!(says(&bob, here).await.ok(), json!({}));
        bob.sync(None, &nothing, online).await;
        carol.sync(None, &nothing, online).await;
        assert_eq!(status(&carol, &bob).await.refusal(), (403, "M_FORBIDDEN"), "not before they share a room");
        carol.join(&room).await.ok();
        let since = text(&first["next_batch"]);
        let news = alice.sync(Some(&since), &nothing, online).await;
        let own = bob.sync(None, &nothing, online).await;
        for answer in [&first, &news, &own] {
            assert!(answer["presence"].is_null(), "{answer}");
        }
        for reader in [&alice, &bob, &carol] {
            assert_eq!(status(reader, &bob).await.ok(), json!({ "presence": "offline" }));
        }
        // What is no presence, or another's, is none here either.
        assert_eq!(says(&bob, json!({ "presence": "busy" })).await.refusal(), (400, "M_INVALID_PARAM"));
        let other = alice.put(&format!("/presence/{}/status", bob.id), json!({ "presence": "online" })).await;
        assert_eq!(other.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}

#[test]
fn presence_is_ones_own_and_for_those_who_share_a_room() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        assert_eq!(status(&alice, &bob).await.refusal(), (403, "M_FORBIDDEN"));
        let other = alice.put(&format!("/presence/{}/status", bob.id), json!({ "presence": "online" })).await;
        assert_eq!(other.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(says(&alice, json!({ "presence": "busy" })).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(says(&alice, json!({})).await.refusal(), (400, "M_BAD_JSON"));
        assert_eq!(alice.get("/sync?set_presence=busy").await.refusal(), (400, "M_INVALID_PARAM"));
        let long = json!({ "presence": "online", "status_msg": "x".repeat(limits::STATUS_BYTES + 1) });
        assert_eq!(says(&alice, long).await.refusal(), (413, "M_TOO_LARGE"));
        let fits = json!({ "presence": "online", "status_msg": "x".repeat(limits::STATUS_BYTES) });
        says(&alice, fits).await.ok();
        alice.room_with(json!({}), &[&bob]).await;
        assert_eq!(status(&bob, &alice).await.ok()["presence"], "online");
        let server = server.restart().await;
        let (alice, bob) = (server.back(&alice), server.back(&bob));
        assert_eq!(status(&bob, &alice).await.ok(), json!({ "presence": "offline" }), "memory alone knew");
        server.close().await;
    });
}
