//! Knocking at a room, and what those inside and outside see of it; invitations and who takes them.

use std::collections::BTreeSet;

use hearth_store::testing::{facts, on_both};
use serde_json::{Value, json};

use crate::support::{Member, Server, array, escaped, text};

fn by_knocking(rule: &str) -> Value {
    let rules = json!({ "type": "m.room.join_rules", "content": { "join_rule": rule } });
    json!({ "name": "Chess", "initial_state": [rules] })
}

async fn knock(member: &Member, room: &str, reason: &str) -> (u16, String) {
    let answer = member.post(&format!("/knock/{}", escaped(room)), json!({ "reason": reason })).await;
    let code = answer.json["room_id"].as_str().unwrap_or(answer.refusal().1).to_owned();
    (answer.status.as_u16(), code)
}

fn kinds(stripped: &Value) -> BTreeSet<String> {
    array(stripped).iter().map(|event| format!("{}{}", text(&event["type"]), text(&event["state_key"]))).collect()
}

#[test]
fn who_knocks_is_invited_or_shown_the_door() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        for version in ["10", "11", "12"] {
            let mut body = by_knocking("knock");
            body["room_version"] = version.into();
            let room = alice.create(body).await;
            let (before, outside) = (alice.token().await, bob.token().await);
            assert_eq!(bob.join(&room).await.refusal(), (403, "M_FORBIDDEN"), "a knock comes first");
            assert_eq!(knock(&bob, &room, "may I play?").await, (200, room.clone()));
            assert_eq!(knock(&bob, &room, "again").await, (200, room.clone()), "once is enough");

            let inside = alice.sync(Some(&before), &json!({}), "").await;
            let seen = array(&inside["rooms"]["join"][&room]["timeline"]["events"]);
            assert_eq!(seen.len(), 1, "{seen:?}");
            assert_eq!(seen[0]["content"]["membership"], "knock");
            assert_eq!(seen[0]["content"]["reason"], "may I play?");
            let waiting = bob.sync(Some(&outside), &json!({}), "").await;
            let stripped = &waiting["rooms"]["knock"][&room]["knock_state"]["events"];
            let expected = ["m.room.create", "m.room.join_rules", "m.room.name", &format!("m.room.member{}", bob.id)];
            assert_eq!(kinds(stripped), expected.map(str::to_owned).into());
            assert!(array(stripped).iter().all(|event| event.get("event_id").is_none()));
            let anew = bob.sync(None, &json!({}), "").await;
            assert_eq!(&anew["rooms"]["knock"][&room]["knock_state"]["events"], stripped);
            assert_eq!(bob.get(&format!("/rooms/{room}/messages?dir=b")).await.refusal(), (403, "M_FORBIDDEN"));
            assert_eq!(bob.get("/joined_rooms").await.ok()["joined_rooms"], json!([]));

            let since = text(&waiting["next_batch"]);
            alice.invite(&room, &bob).await.ok();
            assert_eq!(knock(&bob, &room, "").await, (403, "M_FORBIDDEN".into()), "invited");
            let invited = bob.sync(Some(&since), &json!({}), "").await;
            assert!(invited["rooms"].get("knock").is_none());
            assert!(invited["rooms"]["invite"][&room].is_object());
            bob.join(&room).await.ok();
            assert_eq!(knock(&bob, &room, "").await, (403, "M_FORBIDDEN".into()), "inside");
            bob.leave(&room).await.ok();

            // Withdrawn, turned away, banned.
            knock(&bob, &room, "").await;
            let since = bob.token().await;
            bob.leave(&room).await.ok();
            let left = bob.sync(Some(&since), &json!({}), "").await;
            let left = &left["rooms"]["leave"][&room];
            let told = array(&left["timeline"]["events"]);
            assert_eq!(told.len(), 1, "{told:?}");
            assert_eq!((&told[0]["content"]["membership"], &told[0]["state_key"]), (&json!("leave"), &json!(bob.id)));
            assert_eq!(left["state"]["events"], json!([]), "who only knocked learns nothing of the inside");
            knock(&carol, &room, "").await;
            let since = carol.token().await;
            alice.remove("kick", &room, &carol).await.ok();
            assert!(carol.sync(Some(&since), &json!({}), "").await["rooms"]["leave"][&room].is_object());
            alice.remove("ban", &room, &carol).await.ok();
            assert_eq!(knock(&carol, &room, "").await, (403, "M_FORBIDDEN".into()), "banned");
        }
        for closed in ["invite", "public"] {
            let room = alice.create(by_knocking(closed)).await;
            assert_eq!(knock(&bob, &room, "").await, (403, "M_FORBIDDEN".into()), "{closed}");
        }
        assert_eq!(knock(&bob, "!nowhere", "").await, (404, "M_NOT_FOUND".into()));
        assert_eq!(knock(&bob, "#nowhere:test.example", "").await, (404, "M_NOT_FOUND".into()));
        server.close().await;
    });
}

#[test]
fn facts_say_what_somebody_was_before() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let mut body = by_knocking("knock");
        body["room_alias_name"] = "chess".into();
        body["invite"] = json!([carol.id]);
        let room = alice.create(body).await;
        assert_eq!(knock(&bob, "#chess:test.example", "please").await, (200, room.clone()), "by its address");
        alice.invite(&room, &bob).await.ok();
        bob.join(&room).await.ok();
        carol.leave(&room).await.ok();
        let said = facts(&server.app.store).await.into_iter().filter(|fact| fact.name.starts_with("rooms."));
        let said = said.filter(|fact| fact.name != "rooms.described");
        let before = |fields: &str| {
            let fields: Value = serde_json::from_str(fields).expect("a fact's fields");
            assert!(fields.get("reason").is_none(), "what somebody wrote: {fields}");
            fields["before"].as_str().unwrap_or("").to_owned()
        };
        let said: Vec<_> = said
            .map(|fact| {
                (fact.name.clone(), fact.subject[1..].split(':').next().unwrap_or("").to_owned(), before(&fact.fields))
            })
            .collect();
        let fact = |name: &str, subject: &str, before: &str| (name.to_owned(), subject.to_owned(), before.to_owned());
        let expected = [
            fact("rooms.created", "alice", ""),
            fact("rooms.joined", "alice", "none"),
            fact("rooms.invited", "carol", "none"),
            fact("rooms.knocked", "bob", "none"),
            fact("rooms.invited", "bob", "knock"),
            fact("rooms.joined", "bob", "invite"),
            fact("rooms.left", "carol", "invite"),
        ];
        assert_eq!(said, expected);
        server.close().await;
    });
}

#[test]
fn an_invitation_shows_what_the_room_is_and_who_invites() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let state = |kind: &str, content: Value| json!({ "type": kind, "content": content });
        let room = alice
            .create(json!({
                "name": "Chess", "topic": "openings", "room_alias_name": "chess", "creation_content": { "type": "m.space" },
                "initial_state": [
                    state("m.room.avatar", json!({ "url": "mxc://test.example/knight" })),
                    state("m.room.encryption", json!({ "algorithm": "m.megolm.v1.aes-sha2" })),
                    state("test.secret", json!({ "a": 1 })),
                ],
            }))
            .await;
        let body = json!({ "user_id": bob.id, "reason": "we miss a player" });
        alice.post(&format!("/rooms/{room}/invite"), body).await.ok();
        let told = bob.sync(None, &json!({}), "").await;
        let stripped = &told["rooms"]["invite"][&room]["invite_state"]["events"];
        let mut expected: BTreeSet<String> = [&alice, &bob].map(|member| format!("m.room.member{}", member.id)).into();
        let whole = ["create", "join_rules", "canonical_alias", "avatar", "name", "encryption", "topic"];
        expected.extend(whole.map(|kind| format!("m.room.{kind}")));
        assert_eq!(kinds(stripped), expected);
        let of = |kind: &str| array(stripped).iter().find(|event| event["type"] == kind).expect("there").clone();
        assert_eq!(of("m.room.create")["content"]["type"], "m.space");
        let own =
            array(stripped).iter().find(|event| event["state_key"] == bob.id.as_str()).expect("one's own").clone();
        assert_eq!((&own["content"]["reason"], &own["sender"]), (&json!("we miss a player"), &json!(alice.id)));
        for verb in ["kick", "ban", "unban"] {
            let since = bob.token().await;
            if verb == "kick" {
                bob.join(&room).await.ok();
            }
            let body = json!({ "user_id": bob.id, "reason": format!("because {verb}") });
            alice.post(&format!("/rooms/{room}/{verb}"), body).await.ok();
            let told = bob.sync(Some(&since), &json!({}), "").await;
            let events = array(&told["rooms"]["leave"][&room]["timeline"]["events"]);
            let last = events.last().unwrap_or_else(|| panic!("{verb}: {told}"));
            assert_eq!(last["content"]["reason"], format!("because {verb}"));
        }
        server.close().await;
    });
}

#[test]
fn who_takes_no_invitations_gets_none() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(by_knocking("knock")).await;
        bob.set_data(None, "m.invite_permission_config", json!({ "default_action": "block" })).await.ok();
        const BLOCKED: (u16, &str) = (403, "M_INVITE_BLOCKED");
        assert_eq!(alice.invite(&room, &bob).await.refusal(), BLOCKED);
        assert_eq!(alice.post("/createRoom", json!({ "invite": [bob.id] })).await.refusal(), BLOCKED);
        let invite = json!({ "membership": "invite" });
        assert_eq!(
            alice.set(&room, "m.room.member", &bob.id, invite).await.refusal(),
            BLOCKED,
            "by no other door either"
        );
        let nobody = alice.set(&room, "m.room.member", "@nobody:test.example", json!({ "membership": "invite" })).await;
        assert_eq!(nobody.refusal(), (404, "M_NOT_FOUND"));
        knock(&bob, &room, "").await;
        alice.invite(&room, &bob).await.ok();
        bob.leave(&room).await.ok();
        bob.set_data(None, "m.invite_permission_config", json!({ "default_action": "allow" })).await.ok();
        alice.invite(&room, &bob).await.ok();
        server.close().await;
    });
}
