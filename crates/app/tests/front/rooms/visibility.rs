//! Who sees which part of a room's history, on every way out of it.

use std::collections::BTreeSet;

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, bodies, text};

const SETTINGS: [&str; 4] = ["world_readable", "shared", "invited", "joined"];

/// What a reader was to the room, as far as the story went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Story {
    Stranger,
    Invited,
    Rejected,
    Joined,
    Left,
    Kicked,
    Banned,
    InvitedAgain,
    Rejoined,
}

const STORIES: [Story; 9] = [
    Story::Stranger,
    Story::Invited,
    Story::Rejected,
    Story::Joined,
    Story::Left,
    Story::Kicked,
    Story::Banned,
    Story::InvitedAgain,
    Story::Rejoined,
];

/// The messages of a story, each named after what the reader was to the room when it was said.
async fn play(alice: &Member, bob: &Member, room: &str, story: Story) -> Vec<(String, &'static str)> {
    let mut said = Vec::new();
    said.push((alice.say(room, "before").await, "before"));
    if story == Story::Stranger {
        return said;
    }
    alice.invite(room, bob).await.ok();
    said.push((alice.say(room, "invited").await, "invited"));
    match story {
        Story::Invited => return said,
        Story::Rejected => bob.leave(room).await.ok(),
        _ => bob.join(room).await.ok(),
    };
    if story != Story::Rejected {
        said.push((alice.say(room, "joined").await, "joined"));
    }
    match story {
        Story::Joined => return said,
        Story::Rejected => {}
        Story::Kicked => drop(alice.remove("kick", room, bob).await.ok()),
        Story::Banned => drop(alice.remove("ban", room, bob).await.ok()),
        _ => drop(bob.leave(room).await.ok()),
    }
    said.push((alice.say(room, "away").await, "away"));
    if matches!(story, Story::InvitedAgain | Story::Rejoined) {
        alice.invite(room, bob).await.ok();
        said.push((alice.say(room, "invited again").await, "invited again"));
    }
    if story == Story::Rejoined {
        bob.join(room).await.ok();
        said.push((alice.say(room, "joined again").await, "joined again"));
    }
    said
}

/// What the specification shows.
fn is_seen(setting: &str, story: Story, when: &str) -> bool {
    let was_in = !matches!(story, Story::Stranger | Story::Invited | Story::Rejected);
    match setting {
        "world_readable" => true,
        "shared" if story == Story::Rejoined => true,
        "shared" => was_in && ["before", "invited", "joined"].contains(&when),
        "invited" => when.contains("invited") || when.contains("joined"),
        _ => when.contains("joined"),
    }
}

fn names(events: &Value) -> BTreeSet<String> {
    bodies(events).into_iter().collect()
}

#[test]
fn every_way_out_shows_what_the_setting_and_the_membership_allow() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        for (number, setting) in SETTINGS.into_iter().enumerate() {
            for story in STORIES {
                let suffix = format!("{number}{story:?}").to_lowercase();
                let [alice, bob] = server.members([&format!("alice{suffix}"), &format!("bob{suffix}")]).await;
                let visibility = json!({ "type": "m.room.history_visibility", "state_key": "", "content": { "history_visibility": setting } });
                let room = alice.create(json!({ "initial_state": [visibility] })).await;
                let said = play(&alice, &bob, &room, story).await;
                let expected = |when: &&str| is_seen(setting, story, when);
                let seen: BTreeSet<String> =
                    said.iter().map(|(_, when)| *when).filter(expected).map(str::to_owned).collect();
                check_single_events(&bob, &room, &said, &seen, &format!("{setting} {story:?}")).await;
                check_pages_and_sync(&bob, &room, setting, story, &seen).await;
            }
        }
        server.close().await;
    });
}

/// `/event` and `/context`.
async fn check_single_events(bob: &Member, room: &str, said: &[(String, &str)], seen: &BTreeSet<String>, what: &str) {
    for (id, when) in said {
        let event = bob.event(room, id).await;
        let context = bob.get(&format!("/rooms/{room}/context/{id}?limit=50")).await;
        if seen.contains(*when) {
            assert_eq!(event.ok()["content"]["body"], *when, "{what}");
            let context = context.ok();
            let around = &names(&context["events_before"]) | &names(&context["events_after"]);
            assert_eq!(&around | &BTreeSet::from([(*when).to_owned()]), *seen, "{what} around {when}");
        } else {
            assert_eq!(event.refusal(), (404, "M_NOT_FOUND"), "{what} {when}");
            assert_eq!(context.refusal(), (404, "M_NOT_FOUND"), "{what} {when}");
        }
    }
}

/// `/messages` in both directions and pages of any size, and `/sync`.
async fn check_pages_and_sync(bob: &Member, room: &str, setting: &str, story: Story, seen: &BTreeSet<String>) {
    let what = format!("{setting} {story:?}");
    let was_in = !matches!(story, Story::Stranger | Story::Invited | Story::Rejected);
    if was_in || setting == "world_readable" {
        for page in [1, 2, 100] {
            let history = bob.history(room, None, page).await;
            assert_eq!(names(&Value::from(history)), *seen, "{what} by {page}");
        }
        let forwards = bob.get(&format!("/rooms/{room}/messages?dir=f&limit=100")).await.ok();
        assert_eq!(names(&forwards["chunk"]), *seen, "{what} forwards");
    } else {
        let refused = bob.get(&format!("/rooms/{room}/messages?dir=b")).await;
        assert_eq!(refused.refusal(), (403, "M_FORBIDDEN"), "{what}");
    }
    let rooms = bob.sync_all().await["rooms"].clone();
    let section = match story {
        Story::Stranger => return assert_eq!(rooms, Value::Null, "{what}"),
        Story::Invited | Story::InvitedAgain => "invite",
        Story::Joined | Story::Rejoined => "join",
        Story::Rejected | Story::Left | Story::Kicked | Story::Banned => "leave",
    };
    let sections: Vec<&String> = rooms.as_object().expect("sections").keys().collect();
    assert_eq!(sections, [section], "{what}");
    let shown = names(&rooms[section][room]["timeline"]["events"]);
    // Of a room that one left, sync tells the time until then.
    let until_leaving = |when: &&String| section != "leave" || *when != "away";
    let expected: BTreeSet<String> = seen.iter().filter(until_leaving).cloned().collect();
    match section {
        "invite" => assert_eq!(shown, BTreeSet::new(), "{what}"),
        _ => assert_eq!(shown, expected, "{what} in sync"),
    }
}

#[test]
fn who_left_reads_the_state_as_it_was_then() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        for (number, setting) in SETTINGS.into_iter().enumerate() {
            let [alice, bob, carol] =
                server.members([&format!("alice{number}"), &format!("bob{number}"), &format!("carol{number}")]).await;
            let visibility =
                json!({ "type": "m.room.history_visibility", "content": { "history_visibility": setting } });
            let room = alice.room_with(json!({ "initial_state": [visibility], "topic": "then" }), &[&bob]).await;
            let since = bob.token().await;
            match setting {
                "joined" => alice.remove("kick", &room, &bob).await.ok(),
                _ => bob.leave(&room).await.ok(),
            };
            alice.set(&room, "m.room.topic", "", json!({ "topic": "now" })).await.ok();
            alice.invite(&room, &carol).await.ok();
            carol.join(&room).await.ok();
            alice.remove("ban", &room, &bob).await.ok();

            let world = setting == "world_readable";
            let topic = bob.get(&format!("/rooms/{room}/state/m.room.topic")).await.ok();
            assert_eq!(topic["topic"], if world { "now" } else { "then" }, "{setting}");
            let state = bob.get(&format!("/rooms/{room}/state")).await.ok();
            let members = bob.get(&format!("/rooms/{room}/members")).await.ok();
            for events in [&state, &members["chunk"]] {
                let knows_carol = array(events).iter().any(|event| event["state_key"] == carol.id);
                assert_eq!(knows_carol, world, "{setting}");
            }
            // Nor is it told of what came afterwards by a ban that it is told of.
            for limit in [1, 2, 100] {
                let filter = json!({ "room": { "timeline": { "limit": limit } } });
                for more in ["", "&use_state_after=true"] {
                    let left = bob.sync(Some(&since), &filter, more).await["rooms"]["leave"][&room].clone();
                    assert!(left.is_object(), "{setting} {limit}");
                    assert!(world || !left.to_string().contains("\"now\""), "{setting} {limit} {left}");
                    assert!(world || !left.to_string().contains("carol"), "{setting} {limit} {left}");
                }
            }
        }
        server.close().await;
    });
}

/// One sees of oneself how one came and was sent away, and of the room around it nothing that one could not read.
#[test]
fn what_was_around_ones_own_membership_is_not_told_to_who_was_not_there() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol, dan] = server.members(["alice", "bob", "carol", "dan"]).await;
        let joined = json!({ "type": "m.room.history_visibility", "content": { "history_visibility": "joined" } });
        let knock = json!({ "type": "m.room.join_rules", "content": { "join_rule": "knock" } });
        let room = alice.room_with(json!({ "initial_state": [joined, knock], "topic": "then" }), &[&dan]).await;
        let around = async |who: &Member, event: &str| -> Vec<Value> {
            let context = who.get(&format!("/rooms/{room}/context/{event}?limit=0")).await.ok();
            array(&context["state"]).to_vec()
        };
        let knocked = bob.set(&room, "m.room.member", &bob.id, json!({ "membership": "knock" })).await.ok();
        assert_eq!(around(&bob, &text(&knocked["event_id"])).await, [Value::Null; 0], "who knocks");
        alice.invite(&room, &carol).await.ok();
        let refused = carol.set(&room, "m.room.member", &carol.id, json!({ "membership": "leave" })).await.ok();
        assert_eq!(around(&carol, &text(&refused["event_id"])).await, [Value::Null; 0], "who was invited");
        dan.leave(&room).await.ok();
        alice.set(&room, "m.room.topic", "", json!({ "topic": "now" })).await.ok();
        alice.remove("ban", &room, &dan).await.ok();
        let ban = alice.get(&format!("/rooms/{room}/state/m.room.member/{}?format=event", dan.id)).await.ok();
        let seen = around(&dan, &text(&ban["event_id"])).await;
        let topics: Vec<_> = seen.iter().filter(|event| event["type"] == "m.room.topic").collect();
        assert_eq!(topics.len(), 1);
        assert_eq!(topics[0]["content"]["topic"], "then", "who was in it once");
        server.close().await;
    });
}

#[test]
fn members_are_listed_as_of_a_token() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.create(json!({})).await;
        let before = alice.token().await;
        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        let between = bob.sync_all().await;
        bob.leave(&room).await.ok();
        alice.invite(&room, &carol).await.ok();
        carol.join(&room).await.ok();
        let now = alice.token().await;
        let listed = async |who: &Member, query: &str| -> Vec<(String, String)> {
            let chunk = who.get(&format!("/rooms/{room}/members?{query}")).await.ok()["chunk"].clone();
            let one = |event: &Value| (text(&event["state_key"]), text(&event["content"]["membership"]));
            let mut members: Vec<_> = array(&chunk).iter().map(one).collect();
            members.sort();
            members
        };
        let list = |members: &[(&Member, &str)]| -> Vec<(String, String)> {
            members.iter().map(|(member, membership)| (member.id.clone(), (*membership).to_owned())).collect()
        };
        let with_bob = list(&[(&alice, "join"), (&bob, "join")]);
        let between = text(&between["next_batch"]);
        assert_eq!(listed(&alice, &format!("at={before}")).await, list(&[(&alice, "join")]));
        assert_eq!(listed(&alice, &format!("at={between}")).await, with_bob);
        let all = list(&[(&alice, "join"), (&bob, "leave"), (&carol, "join")]);
        assert_eq!(listed(&alice, &format!("at={now}")).await, all);
        assert_eq!(listed(&alice, "membership=leave").await, list(&[(&bob, "leave")]));
        assert_eq!(listed(&alice, "not_membership=leave").await, list(&[(&alice, "join"), (&carol, "join")]));
        // Who left sees nobody who came later, whatever the token.
        let when_left = list(&[(&alice, "join"), (&bob, "leave")]);
        assert_eq!(listed(&bob, &format!("at={now}")).await, when_left);
        assert_eq!(listed(&bob, &format!("at={between}")).await, with_bob);
        let stranger = server.member("stranger").await;
        for query in ["", "at=t1"] {
            let refused = stranger.get(&format!("/rooms/{room}/members?{query}")).await;
            assert_eq!(refused.refusal(), (403, "M_FORBIDDEN"));
        }
        server.close().await;
    });
}

#[test]
fn a_change_of_the_setting_opens_only_what_comes_after_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(json!({})).await;
        for setting in ["joined", "shared", "joined", "world_readable", "joined"] {
            alice.set(&room, "m.room.history_visibility", "", json!({ "history_visibility": setting })).await.ok();
            alice.say(&room, setting).await;
        }
        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        alice.say(&room, "together").await;
        let server = server.restart().await;
        let bob = server.back(&bob);
        let history = bob.history(&room, None, 3).await;
        assert_eq!(bodies(&Value::from(history.clone())), ["shared", "world_readable", "together"]);
        let settings: Vec<_> = history.iter().filter(|event| event["type"] == "m.room.history_visibility").collect();
        let shown: Vec<_> = settings.iter().map(|event| text(&event["content"]["history_visibility"])).collect();
        // A change stands under the more open of the two settings.
        assert_eq!(shown, ["shared", "joined", "shared", "joined", "world_readable", "joined"]);
        server.close().await;
    });
}

#[test]
fn who_was_in_a_room_before_one_came_is_told_as_its_history_is() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        for (setting, is_told) in [("joined", false), ("shared", true)] {
            let room = alice.create(json!({ "preset": "public_chat" })).await;
            alice.set(&room, "m.room.history_visibility", "", json!({ "history_visibility": setting })).await.ok();
            carol.join(&room).await.ok();
            let then = server.app.store.position();
            carol.leave(&room).await.ok();
            bob.join(&room).await.ok();
            for at in (0..100).map(|seq| format!("t{seq}")) {
                let members = bob.get(&format!("/rooms/{room}/members?membership=join&at={at}")).await.ok();
                let named = array(&members["chunk"]).iter().any(|event| event["state_key"] == carol.id);
                assert!(is_told || !named, "{setting} at {at}");
            }
            let token = bob.token().await;
            let [version, epoch, _, boot, serial] = token.split('_').collect::<Vec<_>>()[..] else { panic!("{token}") };
            let at = format!("{version}_{epoch}_{then}_{boot}_{serial}");
            let members = bob.get(&format!("/rooms/{room}/members?membership=join&at={at}")).await.ok();
            assert_eq!(array(&members["chunk"]).iter().any(|event| event["state_key"] == carol.id), is_told);
        }
        server.close().await;
    });
}

#[test]
fn state_does_not_tell_what_it_replaced_before_one_came() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(json!({ "preset": "public_chat" })).await;
        alice.set(&room, "m.room.history_visibility", "", json!({ "history_visibility": "joined" })).await.ok();
        for topic in ["a secret", "for all"] {
            alice.set(&room, "m.room.topic", "", json!({ "topic": topic })).await.ok();
        }
        let since = bob.token().await;
        bob.join(&room).await.ok();
        let last = json!({ "room": { "timeline": { "limit": 1 } } });
        for (since, full_state) in [(None, ""), (Some(&since), ""), (Some(&since), "&full_state=true")] {
            let told = bob.sync(since.map(String::as_str), &last, full_state).await["rooms"]["join"][&room].to_string();
            assert!(told.contains("for all") && !told.contains("a secret"), "{told}");
        }
        // What one saw changed is told with what it was.
        let since = bob.token().await;
        alice.set(&room, "m.room.topic", "", json!({ "topic": "for some" })).await.ok();
        alice.say(&room, "so it is").await;
        let told = bob.sync(Some(&since), &last, "").await["rooms"]["join"][&room]["state"]["events"].clone();
        assert_eq!(told[0]["unsigned"]["prev_content"], json!({ "topic": "for all" }));
        server.close().await;
    });
}
