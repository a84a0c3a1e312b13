//! Which part of a sync tells of a room, and what a token is worth.

use std::{collections::BTreeSet, time::Duration};

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Server, array, bodies, text};

#[test]
fn a_token_of_another_time_begins_anew_and_a_forged_one_is_refused() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let token = alice.token().await;
        alice.say(&room, "after").await;
        let parts: Vec<&str> = token.split('_').collect();
        let [version, epoch, _, boot, serial] = parts[..] else { panic!("{token}") };
        let of = |answer: &Value| bodies(&answer["rooms"]["join"][&room]["timeline"]["events"]);
        let server = server.restart().await;
        let alice = server.back(&alice);
        let later = alice.sync(Some(&token), &json!({}), "").await;
        assert_eq!(of(&later), ["after"]);
        assert_eq!(later["rooms"]["join"][&room]["timeline"]["limited"], false);
        let from_zero = alice.sync(None, &json!({}), "").await;
        for strange in
            [format!("{version}_{epoch}_999999_{boot}_{serial}"), format!("{version}_other_1_{boot}_{serial}")]
        {
            // It does not wait either.
            let filter = json!({});
            let asked = alice.sync(Some(&strange), &filter, "&timeout=60000");
            let answer = tokio::time::timeout(Duration::from_secs(20), asked).await.expect("an answer at once");
            let state = |answer: &Value| array(&answer["rooms"]["join"][&room]["state"]["events"]).len();
            let timeline = |answer: &Value| array(&answer["rooms"]["join"][&room]["timeline"]["events"]).len();
            assert_eq!((state(&answer), timeline(&answer)), (state(&from_zero), timeline(&from_zero)), "{strange}");
            let next = text(&answer["next_batch"]);
            assert!(next.starts_with(&format!("{version}_{epoch}_")), "{next}");
        }
        for forged in [
            "s",
            "t1",
            "s1_a_1_b",
            "s1_a_-1_b_0",
            "s1_a_1_b_0_c",
            "s2_a_1_b_0",
            "s1_a_99999999999999999999_b_0",
            "%00",
            "%FF",
        ] {
            let answer = alice.get(&format!("/sync?since={forged}")).await;
            assert_eq!(answer.refusal(), (400, "M_INVALID_PARAM"), "{forged}");
        }
        server.close().await;
    });
}

/// Own comings and goings, each in the next answer; with sections as the reader sees them.
#[test]
fn ones_own_comings_and_goings_are_seen() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(json!({ "name": "Chess" })).await;
        let mut since = bob.token().await;
        let mut next = async || -> (Vec<String>, Value) {
            let answer = bob.sync(Some(&since), &json!({}), "").await;
            since = text(&answer["next_batch"]);
            let sections = answer["rooms"].as_object().into_iter().flatten();
            let (names, rooms): (Vec<_>, Vec<_>) =
                sections.map(|(name, rooms)| (name.clone(), rooms[&room].clone())).unzip();
            (names, rooms.into_iter().next().unwrap_or_default())
        };
        let memberships = |events: &Value| -> Vec<String> {
            let own = |event: &&Value| event["state_key"] == "@bob:test.example";
            array(events).iter().filter(own).map(|event| text(&event["content"]["membership"])).collect()
        };
        assert_eq!(next().await.0, Vec::<String>::new());

        alice.invite(&room, &bob).await.ok();
        let (sections, invited) = next().await;
        assert_eq!(sections, ["invite"]);
        let stripped = &invited["invite_state"]["events"];
        assert_eq!(memberships(stripped), ["invite"]);
        assert!(array(stripped).iter().any(|event| event["content"]["name"] == "Chess"));
        assert!(array(stripped).iter().all(|event| event.get("event_id").is_none()));
        assert_eq!(next().await.0, Vec::<String>::new());

        bob.leave(&room).await.ok();
        let (sections, rejected) = next().await;
        assert_eq!(
            (sections, memberships(&rejected["timeline"]["events"])),
            (vec!["leave".to_owned()], vec!["leave".to_owned()])
        );

        alice.invite(&room, &bob).await.ok();
        alice.remove("kick", &room, &bob).await.ok();
        assert_eq!(next().await.0, ["leave"], "an invitation that was taken back before it was seen");

        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        let (sections, joined) = next().await;
        assert_eq!(sections, ["join"]);
        let creates = |room: &Value, part: &str| {
            array(&room[part]["events"]).iter().filter(|event| event["type"] == "m.room.create").count()
        };
        assert_eq!(
            creates(&joined, "state") + creates(&joined["timeline"], "") + in_timeline(&joined, "m.room.create"),
            1
        );

        bob.leave(&room).await.ok();
        alice.set(&room, "m.room.topic", "", json!({ "topic": "while away" })).await.ok();
        bob.post(&format!("/rooms/{room}/join"), json!({})).await;
        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        let (sections, back) = next().await;
        assert_eq!(sections, ["join"], "left and back between two polls");
        assert!(back.to_string().contains("while away"));
        assert!(memberships(&back["timeline"]["events"]).contains(&"leave".to_owned()));

        alice.remove("kick", &room, &bob).await.ok();
        alice.say(&room, "without him").await;
        let (sections, kicked) = next().await;
        assert_eq!(
            (sections, memberships(&kicked["timeline"]["events"])),
            (vec!["leave".to_owned()], vec!["leave".to_owned()])
        );
        assert_eq!(next().await.0, Vec::<String>::new());

        let known = |answer: &Value| -> BTreeSet<String> {
            answer["rooms"].as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
        };
        assert_eq!(known(&bob.sync(None, &json!({}), "").await), BTreeSet::new());
        assert_eq!(known(&bob.sync_all().await), BTreeSet::from(["leave".to_owned()]));
        server.close().await;
    });
}

fn in_timeline(room: &Value, kind: &str) -> usize {
    array(&room["timeline"]["events"]).iter().filter(|event| event["type"] == kind).count()
}

/// A room that one joined and left between two polls is told whole, as far as one was in it.
#[test]
fn a_short_visit_between_two_polls_is_told_whole() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(json!({ "name": "Chess", "preset": "public_chat" })).await;
        alice.say(&room, "before").await;
        let since = bob.token().await;
        bob.join(&room).await.ok();
        bob.leave(&room).await.ok();
        for (more, key) in [("", "state"), ("&use_state_after=true", "state_after")] {
            for limit in [1, 3, 50] {
                let filter = json!({ "room": { "timeline": { "limit": limit } } });
                let left = bob.sync(Some(&since), &filter, more).await["rooms"]["leave"][&room].clone();
                let mut events = array(&left[key]["events"]).to_vec();
                if key == "state" {
                    events.extend(array(&left["timeline"]["events"]).to_vec());
                }
                let kinds: BTreeSet<String> = events.iter().map(|event| text(&event["type"])).collect();
                assert!(kinds.contains("m.room.create") && kinds.contains("m.room.name"), "{key} {limit}: {left}");
                let mut older = bob.history(&room, left["timeline"]["prev_batch"].as_str(), 50).await;
                older.extend(array(&left["timeline"]["events"]).to_vec());
                assert_eq!(older.len(), bob.history(&room, None, 50).await.len(), "{key} {limit}");
            }
        }
        server.close().await;
    });
}
