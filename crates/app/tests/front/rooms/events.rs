//! Events as they are stored and signed, sent once, removed, and refused.

use std::collections::{BTreeMap, BTreeSet};

use hearth_kernel::limits;
use hearth_store::testing::on_both;
use ruma::{
    CanonicalJsonObject, CanonicalJsonValue, RoomVersionId,
    serde::Base64,
    signatures::{Ed25519KeyPair, PublicKeyMap, Verified, reference_hash, verify_event},
};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Member, PASSWORD, Server, V3, array, bodies, escaped, fresh, message, text};

/// A stored event put together again as servers exchange it.
struct Stored {
    event_id: String,
    kind: String,
    state_key: Option<String>,
    sender: String,
    content: Value,
    pdu: CanonicalJsonObject,
}

impl Stored {
    fn ids(&self, field: &str) -> BTreeSet<String> {
        let ids = self.pdu[field].as_array().expect("a list");
        ids.iter().map(|id| id.as_str().expect("an id").to_owned()).collect()
    }
}

/// A room's events from disk, in order.
async fn stored(server: &Server, room: &str, version: &RoomVersionId) -> Vec<Stored> {
    let sql = "SELECT event_id, type, state_key, sender, origin_server_ts, content, envelope, redacts FROM rooms_event WHERE room_id = ?1 ORDER BY seq";
    let rows = server.app.store.query(sql, &[room.into()]).await.expect("the rows");
    let rules = version.rules().expect("rules");
    let one = |row: &hearth_store::Row| {
        let text = |at| row.text(at).expect("text").to_owned();
        let parsed = |at| -> Value { serde_json::from_str(row.text(at).expect("text")).expect("JSON") };
        let mut pdu = parsed(6);
        (pdu["type"], pdu["sender"], pdu["content"]) = (text(1).into(), text(3).into(), parsed(5));
        pdu["origin_server_ts"] = row.int(4).expect("a time").into();
        let state_key = row.text_or_null(2).expect("text").map(str::to_owned);
        if let Some(key) = &state_key {
            pdu["state_key"] = key.as_str().into();
        }
        if !(rules.authorization.room_create_event_id_as_room_id && text(1) == "m.room.create") {
            pdu["room_id"] = room.into();
        }
        if let (Some(redacts), false) = (row.text_or_null(7).expect("text"), rules.redaction.content_field_redacts) {
            pdu["redacts"] = redacts.into();
        }
        let Ok(CanonicalJsonValue::Object(pdu)) = pdu.try_into() else { panic!("an event is an object") };
        Stored { event_id: text(0), kind: text(1), state_key, sender: text(3), content: parsed(5), pdu }
    };
    rows.iter().map(one).collect()
}

async fn public_keys(server: &Server) -> PublicKeyMap {
    let rows = server.app.store.query("SELECT key_id, seed FROM rooms_signing_key", &[]).await.expect("the key");
    let (name, seed) = (rows[0].text(0).expect("a name").to_owned(), rows[0].blob(1).expect("a seed"));
    let head = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    let pair = Ed25519KeyPair::from_der(&[&head[..], seed].concat(), name.clone()).expect("a key");
    let keys = BTreeMap::from([(format!("ed25519:{name}"), Base64::new(pair.public_key().to_vec()))]);
    BTreeMap::from([("test.example".to_owned(), keys)])
}

fn versions() -> [RoomVersionId; 3] {
    [RoomVersionId::V10, RoomVersionId::V11, RoomVersionId::V12]
}

/// Something of every kind, with a member who comes and goes.
async fn eventful_room(server: &Server, version: &RoomVersionId) -> (String, Member, Member) {
    let [alice, bob] = server.members([&format!("alice{version}"), &format!("bob{version}")]).await;
    let room = alice.room_with(json!({ "room_version": version, "name": "Chess" }), &[&bob]).await;
    let said = bob.say(&room, "hello").await;
    alice.set(&room, "m.room.topic", "", json!({ "topic": "openings" })).await.ok();
    alice.redact(&room, &said).await.ok();
    alice.remove("kick", &room, &bob).await.ok();
    alice.remove("ban", &room, &bob).await.ok();
    alice.remove("unban", &room, &bob).await.ok();
    alice.say(&room, "alone").await;
    (room, alice, bob)
}

/// What the specification selects, of the state before the event.
fn expected_auth(event: &Stored, state: &BTreeMap<(String, String), String>, is_v12: bool) -> BTreeSet<String> {
    if event.kind == "m.room.create" {
        return BTreeSet::new();
    }
    let mut wanted = vec![("m.room.power_levels", ""), ("m.room.member", event.sender.as_str())];
    if !is_v12 {
        wanted.push(("m.room.create", ""));
    }
    if event.kind == "m.room.member" {
        wanted.push(("m.room.member", event.state_key.as_deref().expect("a member")));
        if ["join", "invite"].contains(&event.content["membership"].as_str().expect("a membership")) {
            wanted.push(("m.room.join_rules", ""));
        }
    }
    let id = |(kind, key): (&str, &str)| state.get(&(kind.to_owned(), key.to_owned())).cloned();
    wanted.into_iter().filter_map(id).collect()
}

#[test]
fn every_event_is_hashed_signed_chained_and_authorised_as_its_version_says() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        for version in versions() {
            let (room, ..) = eventful_room(&server, &version).await;
            let (keys, rules) = (public_keys(&server).await, version.rules().expect("rules"));
            let events = stored(&server, &room, &version).await;
            assert!(events.len() > 15, "{}", events.len());
            let (mut state, mut previous) = (BTreeMap::new(), BTreeSet::new());
            for (at, event) in events.iter().enumerate() {
                let is_redacted = event.kind == "m.room.message" && event.content == json!({});
                let wanted = if is_redacted { Verified::Signatures } else { Verified::All };
                assert_eq!(verify_event(&keys, &event.pdu, &rules).expect("a signed event"), wanted, "{}", event.kind);
                let hash = reference_hash(&event.pdu, &rules).expect("a hash");
                assert_eq!(event.event_id, format!("${hash}"), "{version} {}", event.kind);
                assert_eq!(event.ids("prev_events"), previous, "{version} {}", event.kind);
                assert_eq!(event.pdu["depth"], CanonicalJsonValue::Integer((at as i32 + 1).into()));
                let auth = expected_auth(event, &state, version == RoomVersionId::V12);
                assert_eq!(event.ids("auth_events"), auth, "{version} {}", event.kind);
                previous = BTreeSet::from([event.event_id.clone()]);
                if let Some(key) = &event.state_key {
                    state.insert((event.kind.clone(), key.clone()), event.event_id.clone());
                }
            }
            let create = &events[0];
            assert_eq!(create.content["room_version"], version.as_str());
            match version {
                RoomVersionId::V12 => assert_eq!(room, create.event_id.replace('$', "!")),
                _ => assert!(room.ends_with(":test.example")),
            }
            assert_eq!(create.content.get("creator").is_some(), version == RoomVersionId::V10);
        }
        server.close().await;
    });
}

#[test]
fn thirty_two_equal_requests_at_once_are_one_event() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let path = format!("/rooms/{room}/send/m.room.message/once");
        let mut tasks = JoinSet::new();
        for _ in 0..32 {
            let (alice, path) = (alice.clone(), path.clone());
            tasks.spawn(async move { text(&alice.put(&path, message("once")).await.ok()["event_id"]) });
        }
        let ids: BTreeSet<String> = tasks.join_all().await.into_iter().collect();
        assert_eq!(ids.len(), 1);
        let phone = server.another_device(&alice).await;
        let other = text(&phone.put(&path, message("once")).await.ok()["event_id"]);
        assert!(!ids.contains(&other), "the scope is the device");
        let server = server.restart().await;
        let alice = server.back(&alice);
        assert!(
            ids.contains(&text(&alice.put(&path, message("once")).await.ok()["event_id"])),
            "a restart forgets nothing"
        );
        let history = Value::from(alice.history(&room, None, 100).await);
        assert_eq!(bodies(&history), ["once", "once"]);
        let echo = |event: &&Value| event["unsigned"]["transaction_id"] == "once";
        assert_eq!(array(&history).iter().filter(echo).count(), 1, "only the device that sent it is told");

        let path = format!("/rooms/{room}/redact/{other}/away");
        let first = alice.put(&path, json!({})).await.ok();
        assert_eq!(alice.put(&path, json!({})).await.ok(), first);
        server.close().await;
    });
}

#[test]
fn a_refreshed_access_token_is_still_that_of_the_device_that_sent() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let with = |session: &Value| {
            let mut phone = alice.clone();
            phone.token = text(&session["access_token"]);
            phone.door = server.door().with_token(&phone.token);
            phone
        };
        let named = json!({
            "type": "m.login.password", "identifier": { "type": "m.id.user", "user": "alice" }, "password": PASSWORD,
            "refresh_token": true,
        });
        let path = format!("/rooms/{room}/send/m.room.message/once");
        let session = server.door().post(&format!("{V3}/login"), named).await.ok();
        let sent = with(&session).put(&path, message("once")).await.ok();
        let refresh = json!({ "refresh_token": session["refresh_token"] });
        let phone = with(&server.door().post(&format!("{V3}/refresh"), refresh).await.ok());
        assert_ne!(session["access_token"], phone.token.as_str());
        assert_eq!(phone.put(&path, message("once")).await.ok(), sent);
        for (device, told) in [(&phone, json!("once")), (&alice, Value::Null)] {
            let answer = device.sync_all().await;
            let timeline = &answer["rooms"]["join"][&room]["timeline"]["events"];
            let own: Vec<_> = array(timeline).iter().filter(|event| event["content"]["body"] == "once").collect();
            assert_eq!(own.len(), 1, "{timeline}");
            assert_eq!(own[0]["event_id"], sent["event_id"]);
            assert_eq!(own[0]["unsigned"]["transaction_id"], told);
        }
        server.close().await;
    });
}

#[test]
fn what_a_device_has_sent_is_forgotten_with_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        alice.say(&room, "from here").await;
        let named = json!({
            "type": "m.login.password", "identifier": { "type": "m.id.user", "user": "alice" }, "password": PASSWORD,
            "device_id": "PHONE",
        });
        let path = format!("/rooms/{room}/send/m.room.message/same");
        let mut ids = BTreeSet::new();
        for body in ["once", "again"] {
            let session = server.door().post(&format!("{V3}/login"), named.clone()).await.ok();
            let phone = server.door().with_token(&text(&session["access_token"]));
            let sent = phone.send("PUT", &format!("{V3}{path}"), message(body).to_string()).await.ok();
            let repeated = phone.send("PUT", &format!("{V3}{path}"), message(body).to_string()).await.ok();
            assert_eq!(sent, repeated);
            ids.insert(text(&sent["event_id"]));
            phone.post(&format!("{V3}/logout"), json!({})).await.ok();
        }
        assert_eq!(ids.len(), 2, "another device of that name has not said it yet");
        let left = server.rows("SELECT CAST(COUNT(*) AS TEXT) FROM rooms_transaction").await;
        assert_eq!(left[0][0], "1", "those of the other device stay");
        server.close().await;
    });
}

#[test]
fn a_slash_in_a_type_or_a_transaction_id_separates_nothing() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let one = alice.put(&format!("/rooms/{room}/send/a/b%2Fc"), json!({})).await.ok();
        let two = alice.put(&format!("/rooms/{room}/send/a%2Fb/c"), json!({})).await.ok();
        assert_ne!(one, two);
        server.close().await;
    });
}

#[test]
fn a_redaction_leaves_what_the_version_keeps_in_memory_on_disk_and_in_the_state() {
    on_both(|place| async move {
        let mut server = Server::open(place).await;
        for version in versions() {
            let alice = server.member(&format!("alice{version}")).await;
            let room = alice.create(json!({ "room_version": version, "name": "secret name" })).await;
            let said = alice.say(&room, "secret words").await;
            let levels = alice.get(&format!("/rooms/{room}/state/m.room.power_levels")).await.ok();
            let mut extended = levels.clone();
            (extended["invite"], extended["secret"]) = (7.into(), true.into());
            let levels = text(&alice.set(&room, "m.room.power_levels", "", extended).await.ok()["event_id"]);
            let name =
                text(&alice.get(&format!("/rooms/{room}/state/m.room.name?format=event")).await.ok()["event_id"]);
            for event in [&said, &levels, &name] {
                alice.redact(&room, event).await.ok();
            }
            let keeps_invite = version != RoomVersionId::V10;
            for life in ["in memory", "from disk"] {
                let alice = server.back(&alice);
                assert_eq!(alice.get(&format!("/rooms/{room}/state/m.room.name")).await.ok(), json!({}), "{life}");
                let kept = alice.get(&format!("/rooms/{room}/state/m.room.power_levels")).await.ok();
                assert_eq!((kept["ban"].as_i64(), kept.get("secret")), (Some(50), None), "{life}");
                assert_eq!(kept.get("invite").is_some(), keeps_invite, "{version} {life}");
                let event = alice.event(&room, &said).await.ok();
                assert_eq!(event["content"], json!({}));
                let because = &event["unsigned"]["redacted_because"];
                assert_eq!((&because["type"], &because["sender"]), (&json!("m.room.redaction"), &json!(alice.id)));
                assert_eq!(because["redacts"], said, "where old clients look");
                assert_eq!(because["content"]["redacts"] == *said, keeps_invite, "{version}: where new ones look");
                let pages =
                    alice.sync_all().await.to_string() + &Value::from(alice.history(&room, None, 9).await).to_string();
                assert!(!pages.contains("secret"), "{version} {life}");
                server = server.restart().await;
            }
        }
        for row in server.rows("SELECT content, type FROM rooms_event").await {
            assert!(!row[0].contains("secret"), "{row:?}");
        }
        server.close().await;
    });
}

#[test]
fn a_redaction_that_is_asked_for_again_is_the_first_one_whatever_one_may_by_now() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({ "room_version": "11" }), &[&bob]).await;
        let levels = |of_bob: i64| json!({ "users": { &*alice.id: 100, &*bob.id: of_bob } });
        alice.set(&room, "m.room.power_levels", "", levels(50)).await.ok();
        let said = alice.say(&room, "off topic").await;
        let path = format!("/rooms/{room}/redact/{said}/once");
        let first = bob.put(&path, json!({})).await.ok();
        alice.set(&room, "m.room.power_levels", "", levels(0)).await.ok();
        assert_eq!(bob.put(&path, json!({})).await.ok(), first);
        let server = server.restart().await;
        let bob = server.back(&bob);
        assert_eq!(bob.put(&path, json!({})).await.ok(), first);
        assert_eq!(bob.redact(&room, &said).await.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}

#[test]
fn only_who_said_it_or_moderates_can_redact() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let (hers, his) = (alice.say(&room, "hers").await, bob.say(&room, "his").await);
        assert_eq!(bob.redact(&room, &hers).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(carol.redact(&room, &hers).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(bob.redact(&room, "$nothing").await.refusal(), (404, "M_NOT_FOUND"));
        bob.redact(&room, &his).await.ok();
        alice.redact(&room, &his).await.ok();
        server.close().await;
    });
}

#[test]
fn an_event_may_be_as_large_as_the_protocol_says_and_no_larger() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        for _ in 0..5 {
            alice.say(&room, "").await;
        }
        let empty = stored(&server, &room, &RoomVersionId::V12).await.pop().expect("an event");
        let overhead = CanonicalJsonValue::Object(empty.pdu).to_string().len();
        let path = || format!("/rooms/{room}/send/m.room.message/{}", fresh());
        let sized = |bytes: usize| message(&"x".repeat(bytes - overhead));
        let too_large = alice.put(&path(), sized(limits::EVENT_BYTES + 1)).await;
        assert_eq!(too_large.refusal(), (413, "M_TOO_LARGE"));
        alice.put(&path(), sized(limits::EVENT_BYTES)).await.ok();
        let largest = stored(&server, &room, &RoomVersionId::V12).await.pop().expect("an event");
        assert_eq!(CanonicalJsonValue::Object(largest.pdu).to_string().len(), limits::EVENT_BYTES);
        let long = "k".repeat(limits::ID_BYTES + 1);
        assert_eq!(alice.set(&room, "test.state", &long, json!({})).await.refusal(), (413, "M_TOO_LARGE"));
        alice.set(&room, "test.state", &long[1..], json!({})).await.ok();
        server.close().await;
    });
}

#[test]
fn content_that_is_not_canonical_json_is_refused_with_its_code() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let nested = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        let refused: [(Vec<u8>, &str); 9] = [
            (b"{\"n\":1.5}".to_vec(), "M_BAD_JSON"),
            (b"{\"n\":1e3}".to_vec(), "M_BAD_JSON"),
            (b"{\"n\":9007199254740993}".to_vec(), "M_BAD_JSON"),
            (nested(10_000).into_bytes(), "M_BAD_JSON"),
            (b"[]".to_vec(), "M_BAD_JSON"),
            (b"\"text\"".to_vec(), "M_BAD_JSON"),
            (b"{".to_vec(), "M_NOT_JSON"),
            (b"{\"body\":\"\xff\"}".to_vec(), "M_NOT_JSON"),
            (b"{\"body\":\"a\0b\"}".to_vec(), "M_NOT_JSON"),
        ];
        for (body, code) in refused {
            for path in [
                format!("send/m.room.message/{}", fresh()),
                "state/test.state/".to_owned(),
                "state/test.state/a".to_owned(),
            ] {
                let answer = alice.door.send("PUT", &format!("{V3}/rooms/{room}/{path}"), body.clone()).await;
                assert_eq!(
                    answer.refusal(),
                    (400, code),
                    "{path} {}",
                    String::from_utf8_lossy(&body[..body.len().min(40)])
                );
            }
        }
        for (kind, key) in [("test%00", "a"), ("test.state", "a%00b")] {
            assert_eq!(alice.set(&room, kind, key, json!({})).await.status, 400, "{kind} {key}");
        }
        for path in ["send/test%00/1", "send/test/a%00b", "redact/$a%00b/2"] {
            let status = alice.put(&format!("/rooms/{room}/{path}"), json!({})).await.status.as_u16();
            assert!([400, 404].contains(&status), "{path} {status}");
        }
        // What is allowed at the edge of it must come out again on every path.
        let since = bob.token().await;
        let path = || format!("{V3}/rooms/{room}/send/m.room.message/{}", fresh());
        let mut deepest = Vec::new();
        for depth in 120..=130 {
            let answer = alice.door.send("PUT", &path(), nested(depth)).await;
            match answer.status.as_u16() {
                200 => deepest.push(text(&answer.json["event_id"])),
                status => assert_eq!(status, 400, "{depth}"),
            }
        }
        assert!(!deepest.is_empty());
        alice.send(&room, "m.room.message", json!({ "msgtype": "m.text", "body": "with \0 in it" })).await;
        for path in [format!("/sync?since={since}"), format!("/rooms/{room}/messages?dir=b&limit=50")] {
            let answer = bob.get(&path).await;
            assert_eq!(answer.status, 200);
            assert!(deepest.iter().all(|id| answer.text.contains(id)) && answer.text.contains("with \\u0000 in it"));
        }
        server.close().await;
    });
}

#[test]
fn state_that_takes_over_names_what_it_replaced() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let levels = json!({ "users": { bob.id.as_str(): 50 } });
        let room = alice.room_with(json!({ "power_level_content_override": levels }), &[&bob]).await;
        let since = bob.token().await;
        let mut set = Vec::new();
        for (by, topic) in [(&alice, "one"), (&bob, "two"), (&alice, "three")] {
            set.push(text(&by.set(&room, "m.room.topic", "", json!({ "topic": topic })).await.ok()["event_id"]));
        }
        alice.redact(&room, &set[1]).await.ok();
        let timeline =
            bob.sync(Some(&since), &json!({}), "").await["rooms"]["join"][&room]["timeline"]["events"].clone();
        let pages = Value::from(bob.history(&room, None, 3).await);
        for (id, before, content, sender) in [
            (&set[0], None, Value::Null, Value::Null),
            (&set[1], Some(&set[0]), json!({ "topic": "one" }), json!(alice.id)),
            (&set[2], Some(&set[1]), json!({}), json!(bob.id)),
        ] {
            let of = |events: &Value| array(events).iter().find(|event| event["event_id"] == **id).cloned();
            for event in [of(&timeline), of(&pages), Some(bob.event(&room, id).await.ok())] {
                let unsigned = event.expect("the event")["unsigned"].clone();
                assert_eq!(unsigned["replaces_state"], before.map_or(Value::Null, |id| json!(id)));
                assert_eq!((&unsigned["prev_content"], &unsigned["prev_sender"]), (&content, &sender));
            }
        }
        let key = escaped("with/slash and ü");
        alice.set(&room, "test.state", &key, json!({ "a": 1 })).await.ok();
        assert_eq!(alice.get(&format!("/rooms/{room}/state/test.state/{key}")).await.ok(), json!({ "a": 1 }));
        server.close().await;
    });
}

#[test]
fn state_that_all_clients_read_has_the_protocols_shape() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let member = |field: &str, value: Value| json!({ "membership": "join", field: value });
        let wrong = [
            ("m.room.member", &*alice.id, member("displayname", json!(5))),
            ("m.room.member", &*alice.id, member("avatar_url", json!({}))),
            ("m.room.join_rules", "", json!({ "join_rule": 5 })),
            ("m.room.join_rules", "", json!({})),
            ("m.room.history_visibility", "", json!({ "history_visibility": "evil" })),
            ("m.room.history_visibility", "", json!({})),
        ];
        for (kind, key, content) in wrong {
            assert_eq!(alice.set(&room, kind, key, content.clone()).await.refusal(), (400, "M_BAD_JSON"), "{content}");
        }
        let right = [
            ("m.room.member", &*alice.id, member("displayname", Value::Null)),
            ("m.room.join_rules", "", json!({ "join_rule": "org.example.rule" })),
            ("m.room.history_visibility", "", json!({ "history_visibility": "invited" })),
        ];
        for (kind, key, content) in right {
            alice.set(&room, kind, key, content).await.ok();
        }
        server.close().await;
    });
}

#[test]
fn the_event_that_a_room_begins_with_stays() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({ "room_version": "10" })).await;
        let state = alice.get(&format!("/rooms/{room}/state")).await.ok();
        let create = array(&state).iter().find(|event| event["type"] == "m.room.create").expect("it has begun");
        let refused = alice.redact(&room, &text(&create["event_id"])).await;
        assert_eq!(refused.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}
