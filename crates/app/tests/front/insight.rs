//! Reports on what the server keeps: what members did here, and what was moved in.

use hearth_insight::signals::{Id, PRODUCT_ACTIVITY, Signal, Word};
use hearth_store::testing::on_both;
use serde_json::json;

use crate::support::{DAY_MS, MONDAY_MS, Server, array, text};

const ADMIN: &str = "/_hearth/admin/insight";

/// Twelve members of another place who post every week, and two who stay away from the third on.
async fn moved_in(server: &Server, stream: &str) {
    let mut signals = Vec::new();
    for member in 0..14 {
        for week in (0..5).filter(|week| member < 12 || *week < 2) {
            let id = Id::parse(&format!("m{member}")).unwrap();
            let (at_ms, position) = (MONDAY_MS + week * 7 * DAY_MS, signals.len() as i64);
            let variant = Some(Word::parse("post").unwrap());
            signals.push(Signal { variant, ..Signal::new(&PRODUCT_ACTIVITY, id, at_ms, position, 0) });
        }
    }
    server.move_in(stream, signals).await;
}

#[test]
fn an_administrator_asks_of_what_was_moved_in() {
    on_both(|place| async {
        let server = Server::open(place).await;
        moved_in(&server, "one").await;
        let (root, ada) = (server.administrator().await, server.member("ada").await);
        let growth = format!("{ADMIN}/growth?workspace=import");
        assert_eq!(server.door().get(&growth).await.refusal(), (401, "M_MISSING_TOKEN"));
        assert_eq!(ada.door.get(&growth).await.refusal(), (403, "M_FORBIDDEN"));
        let answer = root.door.get(&growth).await.ok();
        // Two who went are too few to be told.
        assert_eq!((&answer["periods"][2]["gone"], &answer["withheld_under"]), (&json!(null), &json!(10)));
        let open = root.door.get(&format!("{growth}&least=1&periods=3")).await.ok();
        let of = |name: &str| array(&open["periods"]).iter().map(|row| row[name].clone()).collect::<Vec<_>>();
        // The last week is not over; and who was there before the first that is shown is not looked at.
        assert_eq!(
            (of("active"), of("gone")),
            (vec![json!(14), json!(12), json!(12)], vec![json!(null), json!(2), json!(0)])
        );
        for (report, ..) in hearth_insight::reports::REPORTS {
            let path = format!("{ADMIN}/{report}?workspace=import&rule=a%3A+value+%3E+0&rule=b%3A+silence+%3E+7");
            assert_eq!(root.door.get(&path).await.ok()["last_day"], "2016-05-30", "{report}");
        }
        let later = root.door.get(&format!("{growth}&as_of=2016-05-16")).await.ok();
        assert_eq!((&later["last_day"], array(&later["periods"]).len()), (&json!("2016-05-15"), 2));
        server.close().await;
    });
}

#[test]
fn what_members_do_is_in_the_next_answer() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let (root, ada) = (server.administrator().await, server.member("ada").await);
        let adoption = format!("{ADMIN}/adoption?least=1");
        // Nothing has happened yet that is counted.
        assert_eq!(root.door.get(&adoption).await.refusal(), (400, "M_INVALID_PARAM"));
        let agreed = json!({ "given": true, "version": "1", "language": "en" });
        ada.door.put("/_hearth/privacy/consent/retention", agreed).await.ok();
        ada.create(json!({})).await;
        server.app.insight.signals.catch_up().await.expect("everything is moved");
        // A day that is not over is in no report.
        server.clock.advance_ms(DAY_MS);
        let kinds = |answer: &serde_json::Value| {
            array(&answer["kinds"]).iter().map(|row| row["kind"].clone()).collect::<Vec<_>>()
        };
        let first = root.door.get(&adoption).await.ok();
        assert!(kinds(&first).contains(&json!("room_created")), "{first}");
        assert!(!kinds(&first).contains(&json!("media_uploaded")), "{first}");
        assert_eq!(root.door.get(&adoption).await.ok(), first);
        ada.put(&format!("/profile/{}/displayname", ada.id), json!({ "displayname": "Ada" })).await.ok();
        server.app.insight.signals.catch_up().await.expect("everything is moved");
        server.clock.advance_ms(DAY_MS);
        let next = root.door.get(&adoption).await.ok();
        assert!(kinds(&next).contains(&json!("profile_changed")), "what was kept is not told again: {next}");
        server.close().await;
    });
}

#[test]
fn what_apps_tell_is_in_the_reports_of_this_server() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let (root, ada) = (server.administrator().await, server.member("ada").await);
        server.clock.advance_ms(1);
        for purpose in ["retention", "product"] {
            let agreed = json!({ "given": true, "version": "1", "language": "en" });
            ada.door.put(&format!("/_hearth/privacy/consent/{purpose}"), agreed).await.ok();
        }
        server.clock.advance_ms(1);
        let one = |signal, variant| json!({ "signal": signal, "variant": variant, "ago_ms": 0 });
        let signals = [
            one("slow_room", "3s"),
            one("empty_search", "people"),
            one("empty_search", "rooms"),
            one("capability_used", "threads"),
        ];
        ada.door.post("/_hearth/signals", json!({ "id": "b1", "signals": signals })).await.ok();
        server.app.insight.signals.catch_up().await.expect("everything is moved");
        server.clock.advance_ms(DAY_MS);
        for (report, list, name, kinds) in [
            ("friction", "kinds", "kind", &["friction.empty_search.people", "friction.slow_room.3s"][..]),
            ("demand", "needs", "need", &["friction.empty_search.rooms"]),
            (
                "adoption",
                "kinds",
                "kind",
                &["capability_used.threads", "empty_search.people", "empty_search.rooms", "slow_room.3s"],
            ),
        ] {
            let answer = root.door.get(&format!("{ADMIN}/{report}?least=1")).await.ok();
            let mut told: Vec<_> = array(&answer[list]).iter().map(|row| text(&row[name])).collect();
            told.sort();
            assert_eq!(told, kinds, "{answer}");
        }
        server.close().await;
    });
}

#[test]
fn what_is_asked_wrongly_names_what_was_meant() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let root = server.administrator().await;
        for (path, status, says) in [
            ("cohrts", 404, "the nearest is `cohorts`"),
            ("cohorts?perods=3", 400, "the nearest is `periods`"),
            ("cohorts?by=year", 400, "there are day, week and month"),
            ("cohorts?least=0", 400, "a whole number from 1"),
            ("cohorts?workspace=shop", 404, "no signals of a workspace `shop`"),
            ("rules?rule=a%3A+lifecyle+%3D+1", 400, "lifecycle"),
            ("growth", 400, "the log is empty"),
        ] {
            let answer = root.door.get(&format!("{ADMIN}/{path}")).await;
            let told = answer.json["error"].as_str().unwrap_or_default();
            assert_eq!((answer.status.as_u16(), told.contains(says)), (status, true), "{path}: {}", answer.text);
        }
        server.close().await;
    });
}
