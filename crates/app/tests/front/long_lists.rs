//! What there may be very much of: an answer holds as much of it as its limit says, and says where it goes on.

use hearth_kernel::limits;
use hearth_store::{Entry, Statement, testing::on_both};
use serde_json::{Value, json};

use crate::support::{Member, Server, array, message, text};

const V1: &str = "/_matrix/client/v1";

/// Writes without asking anybody, as if much had happened.
async fn write(server: &Server, sql: String) {
    let mut entry = Entry::new();
    entry.statement(Statement::new(sql, Vec::new()));
    server.app.store.write(entry).await.expect("it is written");
}

/// The room's last event once more and again, after a restart.
async fn repeated(server: Server, event: &str, times: usize) -> Server {
    let sql = format!(
        "INSERT INTO rooms_event (room_id, seq, position, event_id, type, sender, origin_server_ts, content, envelope,
             depth, visibility, state_before, notifying)
         WITH RECURSIVE n (n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM n WHERE n < {times})
         SELECT e.room_id, e.seq + n.n, e.position, e.event_id || CAST(n.n AS TEXT), e.type, e.sender, e.origin_server_ts,
             e.content, e.envelope, e.depth + n.n, e.visibility, e.state_before, e.notifying
         FROM n, rooms_event e WHERE e.event_id = '{event}'"
    );
    write(&server, sql).await;
    server.restart().await
}

#[test]
fn page_scan_events_and_notifications_scan_events_end_a_search_for_what_is_not_there() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        alice.say(&room, "long ago").await;
        let noise = alice.send(&room, "m.room.message", json!({ "msgtype": "m.notice", "body": "tick" })).await;
        let server = repeated(server, &noise, 2 * limits::PAGE_SCAN_EVENTS).await;
        let (alice, bob) = (server.back(&alice), server.back(&bob));
        let filter = "%7B%22types%22%3A%5B%22m.room.create%22%5D%7D";
        let (mut pages, mut found, mut from) = (0, 0, String::new());
        while found == 0 {
            let page = alice.get(&format!("/rooms/{room}/messages?dir=b&limit=5&filter={filter}{from}")).await.ok();
            found += array(&page["chunk"]).len();
            from = page["end"].as_str().map_or_else(String::new, |end| format!("&from={end}"));
            assert!(found > 0 || !from.is_empty(), "a page with nothing in it says where to go on");
            pages += 1;
        }
        assert!(pages >= 2, "one page looked at everything");
        let (mut pages, mut heard, mut from) = (0, Vec::new(), String::new());
        while heard.is_empty() {
            let page = bob.get(&format!("/notifications?limit=5{from}")).await.ok();
            heard.extend(array(&page["notifications"]).iter().map(|one| text(&one["event"]["content"]["body"])));
            from = page["next_token"].as_str().map_or_else(String::new, |next| format!("&from={next}"));
            pages += 1;
        }
        assert_eq!(heard, ["long ago"]);
        assert!(pages >= 2 * limits::PAGE_SCAN_EVENTS / (2 * limits::NOTIFICATIONS_SCAN_EVENTS), "{pages}");
        server.close().await;
    });
}

fn related(rel_type: &str, target: &str) -> Value {
    let mut content = message("said of it");
    content["m.relates_to"] = json!({ "rel_type": rel_type, "event_id": target });
    content
}

#[test]
fn references_bundled_and_relations_default_bound_what_others_say_of_a_message() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "quoted by everybody").await;
        for _ in 0..=limits::REFERENCES_BUNDLED {
            bob.send(&room, "m.room.message", related("m.reference", &said)).await;
        }
        let told = alice.event(&room, &said).await.ok()["unsigned"]["m.relations"]["m.reference"].clone();
        assert_eq!(array(&told["chunk"]).len(), limits::REFERENCES_BUNDLED);
        let page = alice.door.get(&format!("{V1}/rooms/{room}/relations/{said}")).await.ok();
        assert_eq!(array(&page["chunk"]).len(), limits::RELATIONS_DEFAULT);
        assert!(page["next_batch"].is_string());
        server.close().await;
    });
}

/// Whoever ignores more people than that still counts the words of some of them.
#[test]
fn ignored_counted_bounds_whose_words_are_left_out_of_counts() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, zoe] = server.members(["alice", "zoe"]).await;
        let room = alice.room_with(json!({}), &[&zoe]).await;
        let root = alice.say(&room, "root").await;
        zoe.send(&room, "m.room.message", related("m.thread", &root)).await;
        let count = async |others: usize| {
            let mut ignored: serde_json::Map<String, Value> =
                (0..others).map(|at| (format!("@p{at}:test.example"), json!({}))).collect();
            ignored.insert(zoe.id.clone(), json!({}));
            alice.set_data(None, "m.ignored_user_list", json!({ "ignored_users": ignored })).await.ok();
            alice.event(&room, &root).await.ok()["unsigned"]["m.relations"]["m.thread"]["count"].clone()
        };
        assert_eq!(count(limits::IGNORED_COUNTED - 1).await, Value::Null);
        assert_eq!(count(limits::IGNORED_COUNTED).await, 1);
        server.close().await;
    });
}

#[test]
fn receipts_of_a_room_in_one_answer_are_bounded() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let said = alice.say(&room, "read by everybody").await;
        let sql = format!(
            "INSERT INTO rooms_receipt (room_id, user_id, kind, thread, event_id, seq, ts, position)
             WITH RECURSIVE n (n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM n WHERE n <= {})
             SELECT e.room_id, '@p' || CAST(n.n AS TEXT) || ':test.example', 'm.read', '', e.event_id, e.seq, 0, e.position
             FROM n, rooms_event e WHERE e.event_id = '{said}'",
            limits::RECEIPTS
        );
        write(&server, sql).await;
        let server = server.restart().await;
        let answer = server.back(&alice).sync(None, &json!({}), "").await;
        let ephemeral = array(&answer["rooms"]["join"][&room]["ephemeral"]["events"]);
        let readers = ephemeral[0]["content"][&said]["m.read"].as_object().map(serde_json::Map::len);
        assert_eq!(readers, Some(limits::RECEIPTS));
        server.close().await;
    });
}

#[test]
fn directory_page_and_hierarchy_page_bound_lists_of_rooms() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let space = alice.create(json!({ "creation_content": { "type": "m.space" } })).await;
        for number in 0..=limits::DIRECTORY_PAGE {
            let room = alice.create(json!({ "visibility": "public" })).await;
            if number < limits::HIERARCHY_PAGE {
                alice.set(&space, "m.space.child", &room, json!({ "via": ["test.example"] })).await.ok();
            }
        }
        let page = alice.get("/publicRooms?limit=100000").await.ok();
        assert_eq!(array(&page["chunk"]).len(), limits::DIRECTORY_PAGE);
        assert!(page["next_batch"].is_string(), "there is one more");
        let page = alice.door.get(&format!("{V1}/rooms/{space}/hierarchy?limit=100000")).await.ok();
        assert_eq!(array(&page["rooms"]).len(), limits::HIERARCHY_PAGE, "the space itself among them");
        assert!(page["next_batch"].is_string(), "there is one more");
        server.close().await;
    });
}

#[test]
fn hierarchy_rooms_bound_the_children_of_a_space() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let space = alice.create(json!({ "creation_content": { "type": "m.space" } })).await;
        let put = alice.set(&space, "m.space.child", "!first", json!({ "via": ["x"] })).await.ok();
        let child = text(&put["event_id"]);
        let server = repeated(server, &child, limits::HIERARCHY_ROOMS).await;
        let states = format!(
            "INSERT INTO rooms_state (room_id, type, state_key, from_seq, until_seq)
             SELECT s.room_id, s.type, '!' || CAST(e.seq AS TEXT), e.seq, s.until_seq FROM rooms_state s, rooms_event e
             WHERE s.room_id = '{space}' AND s.state_key = '!first' AND e.room_id = s.room_id AND e.seq > s.from_seq"
        );
        write(&server, states).await;
        let keys = format!(
            "UPDATE rooms_event SET state_key = '!' || CAST(seq AS TEXT)
             WHERE room_id = '{space}' AND type = 'm.space.child' AND event_id <> '{child}'"
        );
        write(&server, keys).await;
        let server = server.restart().await;
        let page = server.back(&alice).door.get(&format!("{V1}/rooms/{space}/hierarchy")).await.ok();
        assert_eq!(array(&page["rooms"][0]["children_state"]).len(), limits::HIERARCHY_ROOMS);
        server.close().await;
    });
}

async fn search(member: &Member, more: Value) -> Value {
    let mut criteria = json!({ "search_term": "kitten", "order_by": "recent" });
    criteria.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    let body = json!({ "search_categories": { "room_events": criteria } });
    member.post("/search", body).await.ok()["search_categories"]["room_events"].clone()
}

#[test]
fn search_matches_search_results_and_search_context_events_bound_what_is_found() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        // More than INDEXED_EVENTS: they are indexed in several commits.
        for at in 0..=limits::SEARCH_MATCHES {
            alice.say(&room, &format!("kitten {at}")).await;
        }
        server.followed().await;
        let found = search(&alice, json!({ "filter": { "limit": 1_000_000 } })).await;
        assert_eq!(found["count"], limits::SEARCH_MATCHES);
        assert_eq!(array(&found["results"]).len(), limits::SEARCH_RESULTS);
        let wide = json!({ "before_limit": 1_000_000, "after_limit": 0 });
        let found = search(&alice, json!({ "event_context": wide, "filter": { "limit": 1 } })).await;
        let context = &found["results"][0]["context"];
        assert_eq!(array(&context["events_before"]).len(), limits::SEARCH_CONTEXT_EVENTS);
        server.close().await;
    });
}

#[test]
fn people_found_presence_followers_and_people_looked_at_bound_how_many_are_told_of() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({ "preset": "public_chat" })).await;
        let since = alice.token().await;
        let presence = async |since: &str| {
            let answer = alice.sync(Some(since), &json!({}), "").await;
            array(&answer["presence"]["events"]).iter().any(|event| event["sender"] != alice.id.as_str())
        };
        for at in 1..limits::PRESENCE_FOLLOWERS {
            let member = server.member(&format!("person{at:04}")).await;
            member.join(&room).await.ok();
            member.token().await;
        }
        assert!(presence(&since).await, "few follow the room");
        for at in 0..2 {
            let member = server.member(&format!("person9{at}")).await;
            member.join(&room).await.ok();
            member.token().await;
        }
        let since = alice.token().await;
        server.member("another").await.token().await;
        let late = server.log_in("person90").await;
        late.put(&format!("/presence/{}/status", late.id), json!({ "presence": "unavailable" })).await.ok();
        assert!(!presence(&since).await, "so many follow the room that nobody is told of it");
        server.followed().await;
        let people = async |term: &str| {
            let answer = alice.post("/user_directory/search", json!({ "search_term": term, "limit": 1000 })).await.ok();
            (array(&answer["results"]).len(), answer["limited"] == true)
        };
        assert_eq!(people("person").await, (limits::PEOPLE_FOUND, true));
        // Whose names come first are looked at, whether one knows them or not.
        for at in 0..limits::PEOPLE_LOOKED_AT {
            server.member(&format!("a{at:04}perso")).await;
        }
        server.followed().await;
        assert_eq!(people("person9").await, (2, false));
        assert!(people("perso").await.0 < limits::PEOPLE_FOUND);
        server.close().await;
    });
}

#[test]
fn open_rooms_looked_at_bound_where_a_stranger_is_looked_for() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, zoe] = server.members(["alice", "zoe"]).await;
        let mut rooms = Vec::new();
        for _ in 0..=limits::OPEN_ROOMS_LOOKED_AT {
            rooms.push(zoe.create(json!({})).await);
        }
        rooms.sort();
        server.followed().await;
        let found = async || {
            let answer = alice.post("/user_directory/search", json!({ "search_term": "zoe" })).await.ok();
            array(&answer["results"]).len()
        };
        for (room, expected) in [(&rooms[limits::OPEN_ROOMS_LOOKED_AT], 0), (&rooms[0], 1)] {
            zoe.set(room, "m.room.join_rules", "", json!({ "join_rule": "public" })).await.ok();
            assert_eq!(found().await, expected);
        }
        server.close().await;
    });
}
