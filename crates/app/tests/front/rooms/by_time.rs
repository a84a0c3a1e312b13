//! Events found by their time.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, text};

async fn near(reader: &Member, room: &str, query: &str) -> (u16, Value) {
    let path = format!("/_matrix/client/v1/rooms/{room}/timestamp_to_event?{query}");
    let answer = reader.door.get(&path).await;
    (answer.status.as_u16(), answer.json)
}

#[test]
fn the_event_nearest_to_a_time_is_found() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let hidden = json!({ "type": "m.room.history_visibility", "state_key": "", "content": { "history_visibility": "joined" } });
        let room = alice.create(json!({ "initial_state": [hidden] })).await;
        let mut said = Vec::new();
        for number in 0..100 {
            server.clock.advance_ms(10);
            if number == 50 {
                alice.invite(&room, &bob).await.ok();
                bob.join(&room).await.ok();
            }
            let event = alice.say(&room, &number.to_string()).await;
            let at_ms = alice.event(&room, &event).await.ok()["origin_server_ts"].as_i64().unwrap_or(0);
            said.push((event, at_ms));
        }
        let check = async |alice: &Member| {
            for (event, at_ms) in [&said[0], &said[37], &said[99]] {
                for query in [
                    format!("ts={at_ms}&dir=f"),
                    format!("ts={at_ms}&dir=b"),
                    format!("ts={}&dir=f", at_ms - 1),
                    format!("ts={}&dir=b", at_ms + 1),
                ] {
                    let (status, found) = near(alice, &room, &query).await;
                    assert_eq!((status, &found["event_id"]), (200, &json!(event)), "{query}: {found}");
                    assert_eq!(found["origin_server_ts"], *at_ms);
                }
            }
        };
        check(&alice).await;
        let (last, at_ms) = &said[99];
        assert_eq!(near(&alice, &room, &format!("ts={}&dir=f", at_ms + 1)).await.0, 404);
        let (status, answer) = near(&alice, &room, "ts=1&dir=b").await;
        assert_eq!((status, text(&answer["errcode"])), (404, "M_NOT_FOUND".to_owned()));
        assert_eq!(near(&alice, &room, "ts=9007199254740991&dir=b").await.1["event_id"], *last);
        for wrong in ["dir=f", "ts=x&dir=f", "ts=-1&dir=f", "ts=1&dir=up"] {
            assert_eq!(near(&alice, &room, wrong).await.0, 400, "{wrong}");
        }
        assert_eq!(near(&carol, &room, "ts=1&dir=f").await.0, 403);
        let own = near(&bob, &room, &format!("ts={}&dir=f", said[10].1)).await.1;
        assert_ne!(own["event_id"], said[10].0, "what came before one did is not shown");
        assert!(own["origin_server_ts"].as_i64() > Some(said[49].1), "{own}");
        let server = server.restart().await;
        check(&server.back(&alice)).await;
        server.close().await;
    });
}
