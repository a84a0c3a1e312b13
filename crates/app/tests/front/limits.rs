//! Limits that a client meets, each by its name: what happens at it, and just beyond.

use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Server, V3, array, bodies, escaped};

#[test]
fn page_events_and_sync_timeline_events_bound_what_is_asked_for() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let room = ada.create(json!({})).await;
        for number in 0..limits::PAGE_EVENTS {
            ada.say(&room, &number.to_string()).await;
        }
        let page = ada.get(&format!("/rooms/{room}/messages?dir=b&limit=1000000")).await.ok();
        assert_eq!(array(&page["chunk"]).len(), limits::PAGE_EVENTS);
        let shown = |answer: &Value| array(&answer["rooms"]["join"][&room]["timeline"]["events"]).len();
        let greedy = ada.sync(None, &json!({ "room": { "timeline": { "limit": 1_000_000 } } }), "").await;
        assert_eq!(shown(&greedy), limits::SYNC_TIMELINE_EVENTS);
        assert_eq!(shown(&ada.sync(None, &json!({}), "").await), limits::SYNC_TIMELINE_DEFAULT);
        server.close().await;
    });
}

/// Pages begin and end on both sides of the bound.
#[test]
fn beyond_room_recent_events_the_disk_tells_what_memory_told() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let room = ada.create(json!({})).await;
        let said: Vec<String> = (0..2 * limits::ROOM_RECENT_EVENTS + 9).map(|number| number.to_string()).collect();
        for body in &said {
            ada.say(&room, body).await;
        }
        for direction in ["f", "b"] {
            let (mut read, mut from) = (Vec::new(), String::new());
            loop {
                let path = format!("/rooms/{room}/messages?dir={direction}&limit=25{from}");
                let page = ada.get(&path).await.ok();
                read.extend(bodies(&page["chunk"]));
                let Some(end) = page["end"].as_str() else { break };
                from = format!("&from={end}");
            }
            if direction == "b" {
                read.reverse();
            }
            assert_eq!(read, said, "{direction}");
        }
        server.close().await;
    });
}

#[test]
fn create_invites_and_create_state_events_bound_a_new_room() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let people = |count: usize| (0..count).map(|at| format!("@p{at}:test.example")).collect::<Vec<_>>();
        let state = |count: usize| {
            let event = |at| json!({ "type": "org.example.state", "state_key": format!("{at}"), "content": {} });
            (0..count).map(event).collect::<Vec<_>>()
        };
        ada.create(json!({ "initial_state": state(limits::CREATE_STATE_EVENTS) })).await;
        let beyond = [
            json!({ "invite": people(limits::CREATE_INVITES + 1) }),
            json!({ "initial_state": state(limits::CREATE_STATE_EVENTS + 1) }),
        ];
        for body in beyond {
            let answer = ada.post("/createRoom", body).await;
            let (status, code) = answer.refusal();
            assert!((400..500).contains(&status) && code.starts_with("M_"), "{status} {code}");
        }
        server.close().await;
    });
}

#[test]
fn heroes_are_as_many_as_the_protocol_says() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [ada, one, two, three, four, five, six] =
            server.members(["ada", "one", "two", "three", "four", "five", "six"]).await;
        let others = [&one, &two, &three, &four, &five, &six];
        let room = ada.room_with(json!({}), &others).await;
        let answer = ada.sync(None, &json!({}), "").await;
        let heroes = &answer["rooms"]["join"][&room]["summary"]["m.heroes"];
        assert_eq!(array(heroes).len(), limits::HEROES);
        server.close().await;
    });
}

#[test]
fn password_characters_min_and_filters_are_kept() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let register = |name: &str, characters: usize| {
            let password = "x".repeat(characters);
            json!({ "username": name, "password": password, "auth": { "type": "m.login.dummy" } })
        };
        let path = format!("{V3}/register");
        let short = server.door().post(&path, register("ada", limits::PASSWORD_CHARACTERS_MIN - 1)).await;
        assert_eq!(short.refusal(), (400, "M_WEAK_PASSWORD"));
        let session = server.door().post(&path, register("ada", limits::PASSWORD_CHARACTERS_MIN)).await.ok();
        let door = server.door().with_token(session["access_token"].as_str().expect("a token"));
        let filters = format!("{V3}/user/{}/filter", escaped("@ada:test.example"));
        for number in 0..limits::FILTERS {
            door.post(&filters, json!({ "room": { "timeline": { "limit": number } } })).await.ok();
        }
        let one_more = door.post(&filters, json!({ "room": { "timeline": { "limit": limits::FILTERS } } })).await;
        assert!((400..500).contains(&one_more.status.as_u16()), "{}", one_more.text);
        door.post(&filters, json!({ "room": { "timeline": { "limit": 0 } } })).await.ok();
        server.close().await;
    });
}
