//! Backups of room keys.

use hearth_http::testing::Answer;
use hearth_kernel::limits;
use hearth_store::{Entry, Statement, testing::on_both};
use serde_json::{Map, Value, json};

use crate::support::{Member, Server, V3, text};

const ALGORITHM: &str = "m.megolm_backup.v1.curve25519-aes-sha2";

fn description(key: &str) -> Value {
    json!({ "algorithm": ALGORITHM, "auth_data": { "public_key": key, "signatures": {} } })
}

fn key(first_message_index: u32, forwarded_count: u32, is_verified: bool) -> Value {
    let data = json!({ "ephemeral": "e", "ciphertext": "c", "mac": "m" });
    json!({ "first_message_index": first_message_index, "forwarded_count": forwarded_count, "is_verified": is_verified, "session_data": data })
}

async fn make(member: &Member, name: &str) -> String {
    text(&member.post("/room_keys/version", description(name)).await.ok()["version"])
}

async fn delete(member: &Member, path: &str) -> Answer {
    member.door.delete(&format!("{V3}{path}")).await
}

const ROOM: &str = "!room:test.example";

#[test]
fn backups_are_made_described_and_deleted() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let current = "/room_keys/version";
        assert_eq!(alice.get(current).await.refusal(), (404, "M_NOT_FOUND"));
        let one = make(&alice, "one").await;
        let two = make(&alice, "two").await;
        let told = alice.get(current).await.ok();
        assert_eq!((&told["version"], &told["algorithm"], &told["count"]), (&json!(two), &json!(ALGORITHM), &json!(0)));
        assert_eq!(told["auth_data"], description("two")["auth_data"]);
        let first = format!("/room_keys/version/{one}");
        assert_eq!(alice.get(&first).await.ok()["auth_data"]["public_key"], "one");
        assert_eq!(bob.get(&first).await.refusal(), (404, "M_NOT_FOUND"), "nobody else's");

        alice.put(&first, description("anew")).await.ok();
        let mut named = description("again");
        named["version"] = one.clone().into();
        alice.put(&first, named.clone()).await.ok();
        assert_eq!(alice.get(&first).await.ok()["auth_data"]["public_key"], "again");
        named["version"] = two.clone().into();
        assert_eq!(alice.put(&first, named).await.refusal(), (400, "M_INVALID_PARAM"));
        let other = json!({ "algorithm": "other", "auth_data": {} });
        assert_eq!(alice.put(&first, other).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(alice.put("/room_keys/version/99999", description("x")).await.refusal(), (404, "M_NOT_FOUND"));
        for version in ["0", "-1", "x", "99999999999999999999"] {
            assert_eq!(alice.get(&format!("/room_keys/version/{version}")).await.refusal(), (404, "M_NOT_FOUND"));
        }
        for body in
            [json!({}), json!({ "algorithm": 1, "auth_data": {} }), json!({ "algorithm": "x", "auth_data": [] })]
        {
            assert_eq!(alice.post(current, body).await.refusal(), (400, "M_BAD_JSON"));
        }
        delete(&alice, &format!("/room_keys/version/{two}")).await.ok();
        assert_eq!(delete(&alice, &format!("/room_keys/version/{two}")).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(alice.get(current).await.ok()["version"], one);
        let three = make(&alice, "three").await;
        assert!(three != two && three != one, "a version is never given twice");
        server.close().await;
    });
}

#[test]
fn keys_are_kept_given_and_deleted_in_all_forms() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let version = make(&alice, "one").await;
        let at = |path: &str| format!("/room_keys/keys{path}?version={version}");
        let extent = |told: &Value| (text(&told["etag"]), told["count"].as_i64().unwrap());
        let all = json!({ "rooms": { ROOM: { "sessions": { "a": key(1, 0, false), "b/c": key(2, 0, true) } }, "!other:x": { "sessions": { "d": key(3, 0, false) } } } });
        let mut told = vec![extent(&alice.put(&at(""), all.clone()).await.ok())];
        told.push(extent(
            &alice.put(&at(&format!("/{ROOM}")), json!({ "sessions": { "e": key(0, 1, false) } })).await.ok(),
        ));
        told.push(extent(&alice.put(&at(&format!("/{ROOM}/f")), key(9, 9, false)).await.ok()));
        assert_eq!(told.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [3, 4, 5]);
        let info = alice.get("/room_keys/version").await.ok();
        assert_eq!(&extent(&info), told.last().unwrap());

        let server = server.restart().await;
        let alice = server.back(&alice);
        assert_eq!(alice.get(&at(&format!("/{ROOM}/b%2Fc"))).await.ok(), key(2, 0, true));
        let room = alice.get(&at(&format!("/{ROOM}"))).await.ok();
        assert_eq!(room["sessions"].as_object().unwrap().keys().collect::<Vec<_>>(), ["a", "b/c", "e", "f"]);
        let rooms = alice.get(&at("")).await.ok();
        assert_eq!(rooms["rooms"]["!other:x"], all["rooms"]["!other:x"]);
        assert_eq!(alice.get(&at("/!none:x")).await.ok(), json!({ "sessions": {} }));
        assert_eq!(alice.get(&at(&format!("/{ROOM}/none"))).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(alice.get("/room_keys/keys?version=7777").await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(alice.get("/room_keys/keys").await.refusal(), (400, "M_INVALID_PARAM"));

        told.push(extent(&delete(&alice, &at(&format!("/{ROOM}/f"))).await.ok()));
        told.push(extent(&delete(&alice, &at(&format!("/{ROOM}"))).await.ok()));
        told.push(extent(&delete(&alice, &at("")).await.ok()));
        assert_eq!(told[3..].iter().map(|(_, count)| *count).collect::<Vec<_>>(), [4, 1, 0]);
        let etags: std::collections::BTreeSet<&String> = told.iter().map(|(etag, _)| etag).collect();
        assert_eq!(etags.len(), told.len(), "each change moves the etag");
        assert_eq!(alice.get(&at("")).await.ok(), json!({ "rooms": {} }));
        server.close().await;
    });
}

#[test]
fn a_better_key_takes_the_place_of_a_worse_one_and_no_other() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let version = make(&alice, "one").await;
        let path = format!("/room_keys/keys/{ROOM}/s?version={version}");
        let mut kept = key(5, 5, false);
        let mut etag = text(&alice.put(&path, kept.clone()).await.ok()["etag"]);
        for (offered, is_better) in [
            (key(5, 5, false), false),
            (key(6, 0, false), false),
            (key(5, 6, false), false),
            (key(5, 4, false), true),
            (key(4, 9, false), true),
            (key(9, 9, true), true),
            (key(0, 0, false), false),
            (key(8, 9, true), true),
        ] {
            let told = text(&alice.put(&path, offered.clone()).await.ok()["etag"]);
            if is_better {
                kept = offered.clone();
            }
            assert_eq!(alice.get(&path).await.ok(), kept, "{offered}");
            assert_eq!(told != etag, is_better, "the etag moves when the key does: {offered}");
            etag = told;
        }
        server.close().await;
    });
}

#[test]
fn only_the_newest_backup_takes_keys() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let put = async |version: &str| {
            alice.put(&format!("/room_keys/keys/{ROOM}/s?version={version}"), key(0, 0, true)).await
        };
        assert_eq!(put("1").await.refusal(), (404, "M_NOT_FOUND"));
        let old = make(&alice, "old").await;
        put(&old).await.ok();
        let new = make(&alice, "new").await;
        for wrong in [old.as_str(), "7777", "x"] {
            let refused = put(wrong).await;
            assert_eq!(refused.refusal(), (403, "M_WRONG_ROOM_KEYS_VERSION"), "{wrong}");
            assert_eq!(refused.json["current_version"], new);
        }
        put(&new).await.ok();
        let of_old = alice.get(&format!("/room_keys/keys/{ROOM}/s?version={old}")).await.ok();
        assert_eq!(of_old, key(0, 0, true), "the old one can still be read");
        delete(&alice, &format!("/room_keys/version/{old}")).await.ok();
        let of_old = alice.get(&format!("/room_keys/keys?version={old}")).await;
        assert_eq!(of_old.refusal(), (404, "M_NOT_FOUND"));
        let left = server.rows("SELECT session_id FROM keys_backup_session").await;
        assert_eq!(left.len(), 1, "its keys went with it");
        server.close().await;
    });
}

#[test]
fn what_is_too_large_too_many_or_no_key_is_refused() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let mut large = description("x");
        large["auth_data"]["more"] = "x".repeat(limits::BACKUP_DESCRIPTION_BYTES).into();
        assert_eq!(alice.post("/room_keys/version", large).await.refusal(), (413, "M_TOO_LARGE"));
        let version = make(&alice, "one").await;
        let path = format!("/room_keys/keys/{ROOM}?version={version}");
        let put = async |id: &str, key: Value| {
            let answer = alice.put(&path, json!({ "sessions": { id: key } })).await;
            (answer.status.as_u16(), text(&answer.json["errcode"]))
        };
        let mut large = key(0, 0, true);
        large["session_data"]["more"] = "x".repeat(limits::BACKUP_SESSION_BYTES).into();
        assert_eq!(put("s", large).await, (413, "M_TOO_LARGE".to_owned()));
        for wrong in [
            json!({}),
            json!(1),
            json!({ "first_message_index": -1, "forwarded_count": 0, "is_verified": true, "session_data": {} }),
        ] {
            assert_eq!(put("s", wrong).await, (400, "M_BAD_JSON".to_owned()));
        }
        for id in ["", "a\0b", &"x".repeat(256)] {
            assert_eq!(put(id, key(0, 0, true)).await, (400, "M_INVALID_PARAM".to_owned()));
        }
        let many: Map<_, _> =
            (0..=limits::BACKUP_SESSIONS_AT_ONCE).map(|n| (format!("S{n}"), key(0, 0, true))).collect();
        assert_eq!(alice.put(&path, json!({ "sessions": many })).await.refusal(), (413, "M_TOO_LARGE"));
        let fill = format!("INSERT INTO keys_backup_session (user_id, version, room_id, session_id, first_message_index, forwarded_count,
                 is_verified, session_data, position)
             WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {})
             SELECT b.user_id, b.version, '!r', CAST(n.n AS TEXT), 0, 0, 0, '{{}}', 0 FROM n, keys_backup b", limits::BACKUP_SESSIONS);
        let mut entry = Entry::new();
        entry.statement(Statement::new(fill, Vec::new()));
        server.app.store.write(entry).await.unwrap();
        assert_eq!(put("s", key(0, 0, true)).await, (403, "M_RESOURCE_LIMIT_EXCEEDED".to_owned()));
        for _ in 1..limits::BACKUPS {
            make(&alice, "more").await;
        }
        let full = alice.post("/room_keys/version", description("too many")).await;
        assert_eq!(full.refusal(), (403, "M_RESOURCE_LIMIT_EXCEEDED"));
        server.close().await;
    });
}
