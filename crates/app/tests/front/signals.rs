//! From what members do to the log of signals, in the whole server.

use std::path::Path;

use hearth_http::testing::Answer;
use hearth_insight::signals::{Day, Id, Signal, Word, Workspace};
use hearth_kernel::limits;
use hearth_matrix::accounts::Command;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, array, message};

const ADMIN: &str = "/_hearth/admin/signals";

async fn agrees(member: &Member, given: bool) {
    let body = json!({ "given": given, "version": "1", "language": "en" });
    member.put_at("/_hearth/privacy/consent/retention", body).await.ok();
}

impl Member {
    /// Time goes on.
    async fn put_at(&self, path: &str, body: Value) -> Answer {
        self.put("/capabilities", json!({})).await;
        self.door.put(path, body).await
    }
}

/// What the log has of a workspace.
async fn log(server: &Server, workspace: &Workspace) -> Vec<Signal> {
    server.app.insight.signals.catch_up().await.expect("everything is moved");
    let mut reading = server.app.insight.log.read(workspace, Day::of(0)..=Day::of(i64::MAX)).await.expect("a log");
    let mut all = Vec::new();
    while let Some(day) = reading.next().await.expect("a day") {
        all.extend(day.signals);
    }
    all
}

/// What a signal says, as words: kind, member, peer, variant and place.
fn told(signal: &Signal) -> String {
    let name = |id: &Id| id.as_str().trim_start_matches('@').trim_end_matches(":test.example").to_owned();
    let word = |word: &Option<Word>| word.as_ref().map_or_else(String::new, Word::to_string);
    let peer = signal.peer.as_ref().map_or_else(String::new, name);
    let words = [signal.kind.name.to_owned(), name(&signal.member), peer, word(&signal.variant), word(&signal.place)];
    words.join(" ").trim_end().to_owned()
}

#[test]
fn what_members_do_is_counted_while_they_agree_and_never_what_they_say() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [ada, bob, eve] = server.members(["ada", "bob", "eve"]).await;
        agrees(&ada, true).await;
        agrees(&bob, true).await;
        server.another_device(&ada).await;
        let room = ada.create(json!({ "preset": "private_chat" })).await;
        ada.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        let said = ada.say(&room, "the secret is plum").await;
        let reply =
            json!({ "msgtype": "m.text", "body": "sh", "m.relates_to": { "m.in_reply_to": { "event_id": said } } });
        bob.send(&room, "m.room.message", reply).await;
        bob.read(&room, &said).await.ok();
        let key = json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": said, "key": "+" } });
        bob.send(&room, "m.reaction", key).await;
        agrees(&ada, false).await;
        let unheard = ada.say(&room, "nobody counts this").await;
        bob.read(&room, &unheard).await.ok();
        eve.create(json!({})).await;

        let all = log(&server, &Workspace::home()).await;
        assert_eq!(
            all.iter().map(told).collect::<Vec<_>>(),
            [
                "device_added ada",
                "signed_in ada",
                "room_created ada",
                "room_joined ada  none",
                "invited bob ada",
                "invitation_sent ada bob",
                "room_joined bob ada invite",
                "message_sent ada bob start direct",
                "message_sent bob ada reply direct",
                "read bob ada  direct",
                "reaction_sent bob ada  direct",
                "read bob   direct",
            ]
        );
        let shown = format!("{all:?}");
        assert!(!shown.contains("plum") && !shown.contains("eve"), "{shown}");
        server.close().await;
    });
}

#[test]
fn whose_account_has_ended_is_in_no_signal() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        agrees(&ada, true).await;
        agrees(&bob, true).await;
        let room = ada.room_with(json!({}), &[&bob]).await;
        ada.say(&room, "hello").await;
        bob.say(&room, "hello").await;
        assert!(log(&server, &Workspace::home()).await.iter().any(|signal| signal.member.as_str() == ada.id));
        let export = ada.door.get("/_hearth/privacy/export").await.ok();
        assert!(array(&export["modules"]["signals"]["signals"]).len() > 3, "{export}");
        let auth = json!({ "type": "m.login.password", "password": "correct horse",
                           "identifier": { "type": "m.id.user", "user": ada.id } });
        ada.post("/account/deactivate", json!({ "auth": auth })).await.ok();
        let all = log(&server, &Workspace::home()).await;
        assert!(!all.is_empty() && !format!("{all:?}").contains(&ada.id), "{all:?}");
        server.close().await;
    });
}

#[test]
fn how_much_is_in_the_log_is_for_administrators() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        assert_eq!(bob.door.get(ADMIN).await.refusal(), (403, "M_FORBIDDEN"));
        let make = Command::MakeAdministrator { name: "ada".to_owned() };
        server.app.administer(make.into()).await.expect("an administrator");
        let ada = server.another_device(&ada).await;
        agrees(&bob, true).await;
        let room = bob.create(json!({})).await;
        bob.send(&room, "m.room.message", message("hello")).await;
        let counted = log(&server, &Workspace::home()).await.len();
        let shown = ada.door.get(ADMIN).await.ok();
        let [home] = array(&shown["workspaces"]) else { panic!("{shown}") };
        assert_eq!((&home["workspace"], &home["signals"]), (&json!("home"), &json!(counted)));
        assert_eq!(home["days"][0]["day"], "2026-01-01");
        // That the place has moved is a position of its own.
        assert!(shown["lag"].as_i64().is_some_and(|lag| lag < 10), "{shown}");
        for wrong in ["0", "501", "many"] {
            assert_eq!(ada.door.get(&format!("{ADMIN}?days={wrong}")).await.refusal().0, 400, "{wrong}");
        }
        server.close().await;
    });
}

#[test]
fn without_the_engine_facts_are_kept_for_it() {
    on_both(|place| async {
        let server = Server::open_with(place, &[("HEARTH_INSIGHT", "off")]).await;
        let ada = server.member("ada").await;
        agrees(&ada, true).await;
        ada.create(json!({})).await;
        assert_eq!(ada.door.get(ADMIN).await.refusal().0, 404);
        assert_eq!(ada.get("/joined_rooms").await.ok()["joined_rooms"].as_array().map(Vec::len), Some(1));
        assert!(server.app.store.meter().heard().iter().all(|(listener, _)| *listener != "signals"));
        // Whoever turns it on later has what happened since the member agreed.
        let server = server.restart_with(vec![("HEARTH_INSIGHT", "on")]).await;
        assert!(log(&server, &Workspace::home()).await.iter().any(|signal| signal.kind.name == "room_created"));
        server.close().await;
    });
}

const TOLD: &str = "/_hearth/signals";

/// One signal of each of the two purposes.
fn batch(id: &str) -> Value {
    let failed = json!({ "signal": "send_failed", "variant": "server", "ago_ms": 1_000 });
    let used = json!({ "signal": "capability_used", "variant": "threads", "ago_ms": 0 });
    json!({ "id": id, "signals": [failed, used] })
}

async fn agrees_to(member: &Member, purpose: &str, given: bool) {
    let body = json!({ "given": given, "version": "1", "language": "en" });
    member.put_at(&format!("/_hearth/privacy/consent/{purpose}"), body).await.ok();
}

#[test]
fn what_an_app_tells_is_counted_once_and_only_as_far_as_its_member_agrees() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        assert_eq!(server.door().post(TOLD, batch("b1")).await.refusal().0, 401);
        assert_eq!(ada.door.post(TOLD, batch("b0")).await.ok(), json!({ "wanted": [] }));
        agrees_to(&ada, "retention", true).await;
        // What was before she agreed stays out, though it is told after.
        assert_eq!(ada.door.post(TOLD, batch("b1")).await.ok(), json!({ "wanted": ["retention"] }));
        server.clock.advance_ms(2_000);
        for _ in 0..2 {
            assert_eq!(ada.door.post(TOLD, batch("b2")).await.ok(), json!({ "wanted": ["retention"] }));
        }
        agrees_to(&ada, "product", true).await;
        assert_eq!(ada.door.post(TOLD, batch("b2")).await.ok(), json!({ "wanted": ["retention", "product"] }));
        ada.door.post(TOLD, batch("b3")).await.ok();
        // Another's batch of the same name is another batch.
        agrees_to(&bob, "product", true).await;
        bob.door.post(TOLD, batch("b2")).await.ok();
        let at = |signal: &Signal| (told(signal), signal.kind.is_activity);
        assert_eq!(
            log(&server, &Workspace::home()).await.iter().map(at).collect::<Vec<_>>(),
            [
                ("send_failed ada  server".to_owned(), true),
                ("send_failed ada  server".to_owned(), true),
                ("capability_used ada  threads".to_owned(), false),
                ("capability_used bob  threads".to_owned(), false),
            ]
        );
        let export = ada.door.get("/_hearth/privacy/export").await.ok();
        assert_eq!(array(&export["modules"]["signals"]["signals"]).len(), 3, "{export}");
        for (wrong, says) in [
            (json!({ "id": "b4", "signals": [{ "signal": "send_faild", "ago_ms": 0 }] }), "nearest is `send_failed`"),
            (json!({ "id": "b4", "signals": [], "words": "see you at eight" }), "unknown field"),
            (json!({ "id": "b4" }), "missing field"),
        ] {
            let refused = ada.door.post(TOLD, wrong).await;
            assert!(refused.status == 400 && refused.text.contains(says), "{}", refused.text);
        }
        let large = json!({ "id": "x".repeat(limits::TOLD_BYTES), "signals": [] });
        assert_eq!(ada.door.post(TOLD, large).await.refusal().0, 413, "more than TOLD_BYTES");
        server.close().await;
    });
}

/// Whether any file below a folder has these words in it.
fn is_anywhere(folder: &Path, words: &str) -> bool {
    std::fs::read_dir(folder).expect("a folder").any(|entry| {
        let path = entry.expect("an entry").path();
        let has = |bytes: Vec<u8>| bytes.windows(words.len()).any(|part| part == words.as_bytes());
        if path.is_dir() { is_anywhere(&path, words) } else { std::fs::read(&path).is_ok_and(has) }
    })
}

#[test]
fn who_has_not_agreed_leaves_no_trace_of_what_their_app_tells_in_any_file() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        agrees_to(&ada, "retention", true).await;
        server.clock.advance_ms(2_000);
        agrees_to(&ada, "retention", false).await;
        // It happened while she agreed, and is told when she does no more.
        assert_eq!(ada.door.post(TOLD, batch("late")).await.ok(), json!({ "wanted": [] }));
        server.clock.advance_ms(2_000);
        for number in 0..9 {
            assert_eq!(ada.door.post(TOLD, batch(&number.to_string())).await.ok(), json!({ "wanted": [] }));
        }
        assert!(log(&server, &Workspace::home()).await.iter().all(|signal| signal.kind.name != "send_failed"));
        assert!(server.rows("SELECT name FROM store_fact WHERE name LIKE 'signals.%'").await.is_empty());
        assert!(server.rows("SELECT CAST(told_at_ms AS TEXT) FROM signals_told").await.is_empty());
        let place = server.close().await;
        for words in ["send_failed", "capability_used", "app_hindered"] {
            assert!(!is_anywhere(place.dir.path(), words), "{words}");
        }
    });
}

#[test]
fn a_batch_is_known_for_told_seen_ms_and_forgotten_then() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        agrees_to(&ada, "retention", true).await;
        server.clock.advance_ms(2_000);
        ada.door.post(TOLD, batch("b1")).await.ok();
        let known = async || server.rows("SELECT CAST(told_at_ms AS TEXT) FROM signals_told").await.len();
        server.clock.advance_ms(limits::TOLD_SEEN_MS);
        server.app.insight.tidy().await.expect("it is tidied");
        assert_eq!(known().await, 1);
        server.clock.advance_ms(1);
        server.app.insight.tidy().await.expect("it is tidied");
        assert_eq!(known().await, 0);
        server.close().await;
    });
}
