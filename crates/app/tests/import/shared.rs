//! A real community, whole: an edge log of 59,835 messages. Of a channel's log of nine months a client reads every message in
//! tests/clients/imported.mjs.

use std::{collections::BTreeMap, path::Path};

use hearth_matrix::archive::{Options, Request, time_zone};
use hearth_store::testing::{TestPlace, sqlite_place};

use super::{import, open, request};

fn runtime() -> tokio::runtime::Runtime {
    let built = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    built.expect("a runtime")
}

/// Who wrote when, of each two in the order of their conversation.
type Conversations = BTreeMap<[String; 2], Vec<(String, i64)>>;

/// Those that are stored, by who is in the room.
async fn conversations(place: &TestPlace) -> Conversations {
    let (app, _) = open(place.options()).await;
    let sql = "SELECT MIN(m.user_id), MAX(m.user_id), e.sender, e.origin_server_ts FROM rooms_event e
               JOIN rooms_membership m ON m.room_id = e.room_id AND m.membership = 'join'
               WHERE e.type = 'm.room.message' GROUP BY e.room_id, e.seq ORDER BY e.room_id, e.seq LIMIT 1000000";
    let mut found = Conversations::new();
    for row in app.store.query(sql, &[]).await.expect("events") {
        let text = |at| row.text(at).expect("text").to_owned();
        found.entry([text(0), text(1)]).or_default().push((text(2), row.int(3).expect("a time")));
    }
    app.store.close().await;
    found
}

#[test]
fn every_edge_of_collegemsg_arrives_once_and_in_order() {
    let folder = std::env::var("HEARTH_SHARED").expect("HEARTH_SHARED names the folder of the logs");
    let log = Path::new(&folder).join("data/collegemsg/CollegeMsg.txt");
    let bytes = std::fs::read(log).expect("the log can be read");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let mut edges: Vec<(i64, [String; 2])> = text
        .lines()
        .map(|line| {
            let fields: Vec<&str> = line.split(' ').collect();
            let at_ms = fields[2].parse::<i64>().expect("a time") * 1000;
            (at_ms, [fields[0], fields[1]].map(|number| format!("@cm_{number}:test.example")))
        })
        .collect();
    // The sort is stable: at the same time the order of the lines holds.
    edges.sort_by_key(|(at_ms, _)| *at_ms);
    let mut expected = Conversations::new();
    for (at_ms, [from, to]) in edges {
        let mut pair = [from.clone(), to];
        pair.sort_unstable();
        expected.entry(pair).or_default().push((from, at_ms));
    }
    runtime().block_on(async {
        let options = Options { format: None, time_zone: time_zone("UTC").expect("a zone"), date: None };
        let wanted = Request { options, room: None, prefix: "cm_".to_owned(), ..request(bytes) };
        let place = sqlite_place();
        let summary = import(&place, wanted).await.expect("it moves in");
        assert_eq!((summary.messages, summary.people, summary.bad), (59_835, 1_899, 0));
        assert!(
            conversations(&place).await == expected,
            "who wrote to whom, when, and in which order is what the log says"
        );
    });
}
