//! Rooms that let in whoever is in another room.

use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::{Member, Server, text};

fn restricted(rule: &str, rooms: &[&str]) -> Value {
    let allow: Vec<Value> = rooms.iter().map(|room| json!({ "type": "m.room_membership", "room_id": room })).collect();
    json!({ "type": "m.room.join_rules", "content": { "join_rule": rule, "allow": allow } })
}

async fn own_event(member: &Member, room: &str) -> Value {
    member.get(&format!("/rooms/{room}/state/m.room.member/{}", member.id)).await.ok()
}

const VIA: &str = "join_authorised_via_users_server";

#[test]
fn members_of_a_named_room_come_in_and_somebody_answers_for_them() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let hall = alice.room_with(json!({}), &[&bob]).await;
        for (version, rule) in
            [("10", "restricted"), ("11", "restricted"), ("12", "restricted"), ("12", "knock_restricted")]
        {
            let body = json!({ "room_version": version, "initial_state": [restricted(rule, &["!elsewhere", &hall])] });
            let room = alice.create(body).await;
            assert_eq!(carol.join(&room).await.refusal(), (403, "M_FORBIDDEN"), "not in the hall");
            bob.join(&room).await.ok();
            assert_eq!(own_event(&bob, &room).await[VIA], alice.id.as_str(), "{version} {rule}");
            // A new name needs nobody to answer for it, and nobody can claim that somebody does.
            let claim = json!({ "membership": "join", "displayname": "Bob here", VIA: alice.id });
            bob.set(&room, "m.room.member", &bob.id, claim).await.ok();
            assert_eq!(own_event(&bob, &room).await, json!({ "membership": "join", "displayname": "Bob here" }));
            let claim = json!({ "membership": "join", VIA: alice.id });
            assert_eq!(carol.set(&room, "m.room.member", &carol.id, claim).await.refusal(), (403, "M_FORBIDDEN"));
            // Without the hall, an invitation does.
            alice.invite(&room, &carol).await.ok();
            carol.join(&room).await.ok();
            assert_eq!(own_event(&carol, &room).await.get(VIA), None);
            alice.remove("ban", &room, &bob).await.ok();
            assert_eq!(bob.join(&room).await.refusal(), (403, "M_FORBIDDEN"), "the hall does not lift a ban");
        }
        bob.leave(&hall).await.ok();
        let room = alice.create(json!({ "initial_state": [restricted("restricted", &[&hall])] })).await;
        assert_eq!(bob.join(&room).await.refusal(), (403, "M_FORBIDDEN"), "no longer in the hall");
        let nobody = alice.create(json!({ "initial_state": [restricted("restricted", &[])] })).await;
        assert_eq!(bob.join(&nobody).await.refusal(), (403, "M_FORBIDDEN"));
        let knocked = alice.create(json!({ "initial_state": [restricted("knock_restricted", &[&hall])] })).await;
        bob.post(&format!("/knock/{knocked}"), json!({})).await.ok();
        server.close().await;
    });
}

#[test]
fn who_answers_has_the_power_to_invite_and_is_there() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol, dan] = server.members(["alice", "bob", "carol", "dan"]).await;
        let hall = alice.room_with(json!({}), &[&bob, &carol, &dan]).await;
        for (version, moderator) in [("11", 50), ("12", 50)] {
            let levels = json!({ "invite": 50, "users": { bob.id.as_str(): moderator } });
            let mut body = json!({
                "room_version": version, "power_level_content_override": levels,
                "initial_state": [restricted("restricted", &[&hall])],
            });
            if version == "11" {
                body["power_level_content_override"]["users"][&alice.id] = 100.into();
            }
            let room = alice.create(body).await;
            bob.join(&room).await.ok();
            alice.leave(&room).await.ok();
            carol.join(&room).await.ok();
            assert_eq!(text(&own_event(&carol, &room).await[VIA]), bob.id, "who may invite and is still there");
            bob.leave(&room).await.ok();
            assert_eq!(dan.join(&room).await.refusal(), (403, "M_FORBIDDEN"), "nobody is left who may");
        }
        let room = alice.create(json!({ "initial_state": [restricted("restricted", &[&hall])] })).await;
        bob.join(&room).await.ok();
        alice.leave(&room).await.ok();
        carol.join(&room).await.ok();
        assert_eq!(text(&own_event(&carol, &room).await[VIA]), bob.id, "anybody, where anybody may invite");
        server.close().await;
    });
}
