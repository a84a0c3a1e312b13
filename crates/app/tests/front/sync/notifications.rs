//! The list of what a member was notified of.

use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, escaped, message};

#[test]
fn account_data_shows_the_rules_whole_whether_one_has_changed_any_or_not() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let kept = format!("/user/{}/account_data/m.push_rules", escaped(&alice.id));
        let rules = async || alice.get("/pushrules/").await.ok();
        assert_eq!(alice.get(&kept).await.ok(), rules().await);
        alice.put("/pushrules/global/override/.m.rule.master/enabled", json!({ "enabled": true })).await.ok();
        assert_eq!(alice.get(&kept).await.ok(), rules().await);
        let told = alice.sync(None, &json!({}), "").await;
        let told: Vec<_> =
            array(&told["account_data"]["events"]).iter().filter(|event| event["type"] == "m.push_rules").collect();
        assert_eq!((told.len(), &told[0]["content"]), (1, &rules().await));
        assert_eq!(bob.get(&kept).await.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}

/// The protocol's room filters hold for what is no event of a timeline, too.
#[test]
fn a_filter_of_rooms_holds_for_receipts_typing_and_account_data() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let shown = alice.room_with(json!({}), &[&bob]).await;
        let other = alice.room_with(json!({}), &[&bob]).await;
        for room in [&shown, &other] {
            let said = alice.say(room, "hello").await;
            bob.read(room, &said).await.ok();
            alice.set_data(Some(room), "org.test", json!({})).await.ok();
        }
        for filter in [json!({ "rooms": [shown] }), json!({ "not_rooms": [other] })] {
            let filter = json!({ "room": { "ephemeral": filter, "account_data": filter } });
            let told = alice.sync(None, &filter, "").await;
            for section in ["ephemeral", "account_data"] {
                let told = |room: &str| array(&told["rooms"]["join"][room][section]["events"]).len();
                assert_eq!((told(&shown), told(&other)), (1, 0), "{section}");
            }
        }
        server.close().await;
    });
}

async fn page(reader: &Member, more: &str) -> Value {
    reader.get(&format!("/notifications?{more}")).await.ok()
}

fn shown(page: &Value) -> Vec<(String, bool)> {
    let one = |one: &Value| {
        (one["event"]["content"]["body"].as_str().unwrap_or("").to_owned(), one["read"].as_bool().unwrap_or(false))
    };
    array(&page["notifications"]).iter().map(one).collect()
}

fn said(told: &[(&str, bool)]) -> Vec<(String, bool)> {
    told.iter().map(|(body, read)| ((*body).to_owned(), *read)).collect()
}

#[test]
fn what_notified_is_listed_newest_first() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let one = alice.room_with(json!({}), &[&bob]).await;
        let other = alice.room_with(json!({}), &[&bob]).await;
        assert!(shown(&page(&bob, "").await).is_empty());
        let first = alice.say(&one, "1").await;
        alice.say(&other, "2").await;
        let mut calling = message("3");
        calling["m.mentions"] = json!({ "user_ids": [bob.id] });
        alice.send(&one, "m.room.message", calling).await;
        let gone = alice.say(&one, "gone").await;
        alice.redact(&one, &gone).await.ok();
        alice.send(&one, "m.room.message", json!({ "msgtype": "m.notice", "body": "a bot" })).await;
        alice.say(&other, "4").await;
        bob.read(&one, &first).await.ok();

        let whole = page(&bob, "").await;
        assert_eq!(shown(&whole), said(&[("4", false), ("3", false), ("2", false), ("1", true)]));
        assert!(whole["next_token"].is_null(), "{whole}");
        let called = &whole["notifications"][1];
        assert_eq!((&called["room_id"], &called["event"]["sender"]), (&json!(one), &json!(alice.id)));
        assert!(array(&called["actions"]).contains(&json!({ "set_tweak": "highlight" })), "{called}");
        assert!(called["ts"].as_i64() == called["event"]["origin_server_ts"].as_i64() && called["ts"].is_i64());
        assert_eq!(shown(&page(&bob, "only=highlight").await), said(&[("3", false)]));
        assert!(shown(&page(&alice, "").await).is_empty(), "one's own words notify nobody but others");

        let (mut found, mut from) = (Vec::new(), String::new());
        loop {
            let one_each = page(&bob, &format!("limit=1{from}")).await;
            found.extend(shown(&one_each));
            let Some(next) = one_each["next_token"].as_str() else { break };
            from = format!("&from={next}");
        }
        assert_eq!(found, shown(&whole));
        let server = server.restart().await;
        let bob = server.back(&bob);
        assert_eq!(shown(&page(&bob, "").await), shown(&whole), "after a restart");
        assert_eq!(bob.get("/notifications?from=x").await.refusal(), (400, "M_INVALID_PARAM"));

        let ignores = |list: Value| bob.set_data(None, "m.ignored_user_list", json!({ "ignored_users": list }));
        ignores(json!({ alice.id.clone(): {} })).await.ok();
        assert!(shown(&page(&bob, "").await).is_empty(), "who is ignored notifies nobody");
        ignores(json!({})).await.ok();
        bob.leave(&other).await.ok();
        assert_eq!(shown(&page(&bob, "").await), said(&[("3", false), ("1", true)]));
        server.close().await;
    });
}

#[test]
fn notifications_go_far_back_in_steps() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let quiet = alice.room_with(json!({}), &[&bob]).await;
        alice.say(&quiet, "long ago").await;
        for number in 0..130 {
            alice.say(&room, &number.to_string()).await;
        }
        let many = page(&bob, "limit=1000").await;
        assert_eq!(shown(&many).len(), limits::NOTIFICATIONS, "as many as a page holds");
        assert_eq!(shown(&page(&bob, "").await).len(), limits::NOTIFICATIONS_DEFAULT);
        let rest = page(&bob, &format!("limit=100&from={}", many["next_token"].as_str().unwrap_or_default())).await;
        let rest = shown(&rest);
        assert_eq!((rest.len(), rest[0].0.as_str(), rest[30].0.as_str()), (31, "29", "long ago"));
        server.close().await;
    });
}
