//! Reports to those who run the server, and the facts that they state.

use hearth_kernel::limits;
use hearth_store::testing::{facts, on_both};
use serde_json::json;

use crate::support::{Member, Server};

async fn report(who: &Member, path: &str, reason: &str) -> (u16, String) {
    let answer = who.post(&format!("/{path}/report"), json!({ "reason": reason })).await;
    (answer.status.as_u16(), answer.json["errcode"].as_str().unwrap_or("").to_owned())
}

#[test]
fn a_message_a_room_and_a_member_can_be_reported() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let said = alice.say(&room, "a secret word").await;
        let path = format!("/rooms/{room}/report/{said}");
        bob.post(&path, json!({ "reason": "rude", "score": -100 })).await.ok();
        bob.post(&path, json!({ "reason": "very rude" })).await.ok();
        bob.post(&format!("/rooms/{room}/report/{said}"), json!({})).await.ok();
        assert_eq!(report(&carol, &format!("rooms/{room}"), "loud").await.0, 200, "one need not be in it");
        assert_eq!(report(&carol, &format!("users/{}", alice.id), "").await.0, 200);

        let unseen = carol.post(&path, json!({ "reason": "x" })).await;
        assert_eq!(unseen.refusal(), (404, "M_NOT_FOUND"));
        let nothing = bob.post(&format!("/rooms/{room}/report/$nothing"), json!({})).await;
        assert_eq!(nothing.refusal(), (404, "M_NOT_FOUND"));
        let missing = |status: u16, code: &str| (status, code.to_owned());
        assert_eq!(report(&carol, "rooms/!nothing", "").await, missing(404, "M_NOT_FOUND"));
        assert_eq!(report(&carol, "users/@nobody:test.example", "").await, missing(404, "M_NOT_FOUND"));
        assert_eq!(report(&carol, "users/nobody", "").await, missing(400, "M_INVALID_PARAM"));
        assert_eq!(report(&carol, &format!("rooms/{room}"), "a\0b").await, missing(400, "M_INVALID_PARAM"));
        let stranger = server.door().post(&format!("{}/rooms/{room}/report", crate::support::V3), json!({})).await;
        assert_eq!(stranger.refusal(), (401, "M_MISSING_TOKEN"));

        let kept = server.app.matrix.rooms.reports(i64::MAX, 10).await.expect("reports");
        let shown: Vec<_> =
            kept.iter().map(|one| (one.what.as_str(), one.subject.as_str(), one.reason.as_str())).collect();
        assert_eq!(
            shown,
            [("member", alice.id.as_str(), ""), ("room", room.as_str(), "loud"), ("event", said.as_str(), "")]
        );
        assert_eq!(server.app.matrix.rooms.reports(kept[0].position, 1).await.expect("reports")[0].what, "room");
        let stated: Vec<_> =
            facts(&server.app.store).await.into_iter().filter(|fact| fact.name == "rooms.reported").collect();
        assert_eq!(stated.len(), 5);
        let told = stated.iter().map(|fact| format!("{fact:?}")).collect::<String>();
        assert!(!told.contains("rude") && !told.contains("loud") && told.contains(&said), "{told}");
        server.close().await;
    });
}

#[test]
fn reports_and_their_reasons_are_limited() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let path = format!("rooms/{room}");
        assert_eq!(report(&bob, &path, &"x".repeat(limits::REPORT_REASON_BYTES)).await.0, 200);
        assert_eq!(
            report(&bob, &path, &"x".repeat(limits::REPORT_REASON_BYTES + 1)).await,
            (400, "M_INVALID_PARAM".to_owned())
        );
        let mut entry = hearth_store::Entry::new();
        for number in 1..limits::REPORTS {
            let sql = "INSERT INTO rooms_report (reporter, what, subject, room_id, reason, at_ms, position) VALUES (?1, 'event', ?2, '', '', 0, 0)";
            let subject = format!("${number}");
            entry.statement(hearth_store::Statement::new(sql, vec![bob.id.as_str().into(), subject.into()]));
        }
        server.app.store.write(entry).await.expect("many reports");
        assert_eq!(report(&bob, &format!("users/{}", alice.id), "").await, (413, "M_TOO_LARGE".to_owned()));
        assert_eq!(report(&bob, &path, "again").await.0, 200, "what was reported can be reported anew");
        server.close().await;
    });
}
