//! The tree of a space, as each visitor may see it.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, text};

struct Tree {
    root: String,
    /// Room ids by name.
    rooms: std::collections::BTreeMap<String, String>,
}

fn of(tree: &Tree, name: &str) -> String {
    tree.rooms[name].clone()
}

async fn space(member: &Member, name: &str, preset: &str) -> String {
    let body = json!({ "name": name, "preset": preset, "creation_content": { "type": "m.space" } });
    member.create(body).await
}

async fn put_in(member: &Member, space: &str, child: &str, more: Value) {
    let mut content = json!({ "via": ["test.example"] });
    for (key, value) in more.as_object().into_iter().flatten() {
        content[key] = value.clone();
    }
    member.set(space, "m.space.child", child, content).await.ok();
}

/// root ─ games ─ (chess, go, root again), a private room, gone, news.
async fn tree(alice: &Member) -> Tree {
    let root = space(alice, "root", "public_chat").await;
    let mut rooms = std::collections::BTreeMap::new();
    for name in ["chess", "go", "news", "late", "odd"] {
        rooms.insert(name.to_owned(), alice.create(json!({ "name": name, "preset": "public_chat" })).await);
    }
    rooms.insert("secret".to_owned(), alice.create(json!({ "name": "secret" })).await);
    rooms.insert("games".to_owned(), space(alice, "games", "public_chat").await);
    rooms.insert("root".to_owned(), root.clone());
    let tree = Tree { root, rooms };
    let (root, games) = (&tree.root, of(&tree, "games"));
    // An order that is none counts as none: such rooms come last, by when they were put there.
    put_in(alice, root, &of(&tree, "late"), json!({})).await;
    put_in(alice, root, &of(&tree, "odd"), json!({ "order": "\u{e9}" })).await;
    put_in(alice, root, &of(&tree, "news"), json!({ "order": "b", "suggested": true })).await;
    put_in(alice, root, &games, json!({ "order": "a", "suggested": true })).await;
    put_in(alice, root, &of(&tree, "secret"), json!({ "order": "aa" })).await;
    put_in(alice, root, "!gone:elsewhere.example", json!({ "order": "0" })).await;
    alice.set(root, "m.space.child", "!taken-out", json!({})).await.ok();
    put_in(alice, &games, &of(&tree, "chess"), json!({ "order": "2" })).await;
    put_in(alice, &games, &of(&tree, "go"), json!({ "order": "1", "suggested": true })).await;
    put_in(alice, &games, root, json!({ "order": "0" })).await;
    put_in(alice, &games, &of(&tree, "news"), json!({ "order": "3" })).await;
    tree
}

async fn ask(member: &Member, room: &str, query: &str) -> hearth_http::testing::Answer {
    member.door.get(&format!("/_matrix/client/v1/rooms/{room}/hierarchy?{query}")).await
}

fn names(answer: &Value) -> Vec<String> {
    array(&answer["rooms"]).iter().map(|room| text(&room["name"])).collect()
}

#[test]
fn a_space_is_walked_depth_first_in_the_order_of_its_children() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let tree = tree(&alice).await;
        let whole = ask(&bob, &tree.root, "").await.ok();
        assert_eq!(names(&whole), ["root", "games", "go", "chess", "news", "late", "odd"]);
        assert_eq!(names(&ask(&alice, &tree.root, "").await.ok())[5..], ["secret", "late", "odd"], "who is in it");
        let root = &whole["rooms"][0];
        assert_eq!((&root["room_type"], &root["num_joined_members"]), (&json!("m.space"), &json!(1)));
        let children = array(&root["children_state"]);
        assert_eq!(children.len(), 6, "what was taken out is no child; what cannot be seen still is");
        let games = children.iter().find(|child| child["state_key"] == of(&tree, "games").as_str()).expect("a child");
        let keys: Vec<_> = games.as_object().expect("an event").keys().cloned().collect();
        assert_eq!(keys, ["content", "origin_server_ts", "sender", "state_key", "type"]);
        assert_eq!(games["content"], json!({ "via": ["test.example"], "order": "a", "suggested": true }));
        assert_eq!(whole["rooms"][2]["children_state"], json!([]), "a room that is no space");

        assert_eq!(names(&ask(&bob, &tree.root, "max_depth=0").await.ok()), ["root"]);
        assert_eq!(names(&ask(&bob, &tree.root, "max_depth=1").await.ok()), ["root", "games", "news", "late", "odd"]);
        let suggested = ask(&bob, &tree.root, "suggested_only=true").await.ok();
        assert_eq!(names(&suggested), ["root", "games", "go", "news"]);
        assert_eq!(array(&suggested["rooms"][0]["children_state"]).len(), 2);
        assert_eq!(names(&ask(&bob, &of(&tree, "chess"), "").await.ok()), ["chess"], "a room alone");
        server.close().await;
    });
}

#[test]
fn pages_of_a_walk_fit_together_and_their_tokens_are_its_own() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let tree = tree(&alice).await;
        let whole = ask(&bob, &tree.root, "").await.ok();
        let mut paged = Vec::new();
        let mut from = String::new();
        loop {
            let page = ask(&bob, &tree.root, &format!("limit=2{from}")).await.ok();
            paged.extend(array(&page["rooms"]).to_vec());
            let Some(next) = page["next_batch"].as_str() else { break };
            from = format!("&from={next}");
        }
        assert_eq!(json!(paged), whole["rooms"]);
        let first = ask(&bob, &tree.root, "limit=1&max_depth=1").await.ok();
        let token = text(&first["next_batch"]);
        assert_eq!(names(&ask(&bob, &tree.root, &format!("limit=1&max_depth=1&from={token}")).await.ok()), ["games"]);
        for wrong in [format!("from={token}"), format!("max_depth=2&from={token}"), "from=x".into(), "limit=0".into()] {
            assert_eq!(ask(&bob, &tree.root, &wrong).await.refusal(), (400, "M_INVALID_PARAM"), "{wrong}");
        }
        let other = format!("suggested_only=true&max_depth=1&from={token}");
        assert_eq!(ask(&bob, &tree.root, &other).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ask(&bob, &of(&tree, "secret"), "").await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(ask(&bob, "!nowhere", "").await.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}

#[test]
fn members_of_a_space_see_the_rooms_that_are_for_them() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let root = space(&alice, "root", "public_chat").await;
        let allow = json!([{ "type": "m.room_membership", "room_id": root }]);
        let rule = json!({ "type": "m.room.join_rules", "content": { "join_rule": "restricted", "allow": allow } });
        let inside = alice.create(json!({ "name": "inside", "initial_state": [rule] })).await;
        put_in(&alice, &root, &inside, json!({})).await;
        assert_eq!(names(&ask(&bob, &root, "").await.ok()), ["root"]);
        bob.join(&root).await.ok();
        let seen = ask(&bob, &root, "").await.ok();
        assert_eq!(names(&seen), ["root", "inside"]);
        assert_eq!(seen["rooms"][1]["allowed_room_ids"], json!([root]));
        bob.join(&inside).await.ok();
        server.close().await;
    });
}
