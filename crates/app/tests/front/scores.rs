//! What administrators see of who is about to leave.

use hearth_insight::signals::{Id, PRODUCT_ACTIVITY, Signal};
use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::json;

use crate::support::{DAY_MS, MONDAY_MS, Server, array};

const ADMIN: &str = "/_hearth/admin/scores";

/// Forty who come every day for two weeks: too few to be predicted.
async fn moved_in(server: &Server) {
    let mut signals = Vec::new();
    for day in 0..14 {
        for member in 0..40 {
            let id = Id::parse(&format!("m{member}")).unwrap();
            signals.push(Signal::new(&PRODUCT_ACTIVITY, id, MONDAY_MS + day * DAY_MS, signals.len() as i64, 0));
        }
    }
    server.move_in("test", signals).await;
}

#[test]
fn scores_are_for_administrators_and_say_when_there_are_none() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let (root, ada) = (server.administrator().await, server.member("ada").await);
        for path in ["", "/members", "/members/m1"] {
            assert_eq!(server.door().get(&format!("{ADMIN}{path}")).await.refusal(), (401, "M_MISSING_TOKEN"));
            assert_eq!(ada.door.get(&format!("{ADMIN}{path}")).await.refusal(), (403, "M_FORBIDDEN"));
        }
        let none = root.door.get(ADMIN).await.ok();
        assert_eq!((&none["state"], array(&none["runs"]).len()), (&json!("none-yet"), 0));
        assert!(none["message"].as_str().unwrap().contains("Nothing was said yet"), "{none}");
        let none = root.door.get(&format!("{ADMIN}/members")).await.ok();
        assert_eq!((&none["state"], array(&none["members"]).len()), (&json!("none-yet"), 0));

        moved_in(&server).await;
        let few = root.door.get(&format!("{ADMIN}/members?workspace=import&as_of=2016-05-16")).await.ok();
        assert_eq!((&few["state"], &few["active"], array(&few["members"]).len()), (&json!("too-few"), &json!(40), 0));
        assert!(few["message"].as_str().unwrap().contains("described") && few["description"].is_object(), "{few}");
        // What was said stands in the overview, and can be had again.
        let overview = root.door.get(&format!("{ADMIN}?workspace=import")).await.ok();
        assert_eq!(array(&overview["runs"]).len(), 1, "{overview}");
        let again = root.door.get(&format!("{ADMIN}/members?workspace=import&as_of=2016-05-16")).await.ok();
        assert_eq!(again["made_at_ms"], few["made_at_ms"]);
        server.close().await;
    });
}

#[test]
fn what_is_asked_wrongly_of_scores_is_said() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let root = server.administrator().await;
        moved_in(&server).await;
        let most = limits::SCORES_A_PAGE + 1;
        for (path, status, says) in [
            ("?workspace=shop".to_owned(), 404, "no signals of a workspace `shop`"),
            ("?workspace=No+such".to_owned(), 400, ""),
            ("/members?most=0".to_owned(), 400, "a number from 1 to 1000"),
            (format!("/members?most={most}"), 400, "a number from 1 to 1000"),
            ("/members?from=ada".to_owned(), 400, "the `next` of the answer before"),
            ("/members?as_of=soon".to_owned(), 400, "`soon` is no time"),
            ("/members?workspace=import&as_of=2099-01-01".to_owned(), 400, "between 1970 and now"),
            ("/members?workspace=import&as_of=2016-05-01".to_owned(), 404, "no signals before that moment"),
            ("/members/nobody".to_owned(), 404, "Nothing was said of nobody"),
        ] {
            let answer = root.door.get(&format!("{ADMIN}{path}")).await;
            let told = answer.json["error"].as_str().unwrap_or_default();
            assert_eq!((answer.status.as_u16(), told.contains(says)), (status, true), "{path}: {}", answer.text);
        }
        let days = limits::SIGNAL_DAYS_SHOWN;
        let signals = |days: usize| format!("/_hearth/admin/signals?days={days}");
        assert_eq!(root.door.get(&signals(days)).await.status.as_u16(), 200);
        assert_eq!(root.door.get(&signals(days + 1)).await.refusal(), (400, "M_INVALID_PARAM"));
        server.close().await;
    });
}
