//! From what members do to the log of signals, in the whole server.

use hearth_http::testing::Answer;
use hearth_insight::signals::{Day, Id, Signal, Word, Workspace};
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
