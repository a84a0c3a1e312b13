//! Segments, as administrators say and see them.

use hearth_insight::signals::{Id, PRODUCT_ACTIVITY, Signal};
use hearth_store::testing::on_both;
use serde_json::json;

use crate::support::{DAY_MS, MONDAY_MS, Server, array};

const ADMIN: &str = "/_hearth/admin/insight/segments";

/// Twenty who come for two weeks, and twelve who come for one.
async fn moved_in(server: &Server) {
    let mut signals = Vec::new();
    for day in 0..14 {
        for member in (0..32).filter(|member| *member < 20 || day < 7) {
            let id = Id::parse(&format!("m{member}")).unwrap();
            signals.push(Signal::new(&PRODUCT_ACTIVITY, id, MONDAY_MS + day * DAY_MS, signals.len() as i64, 0));
        }
    }
    server.move_in("test", signals).await;
}

#[test]
fn a_segment_is_said_counted_changed_and_removed() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let (root, ada) = (server.administrator().await, server.member("ada").await);
        let away = format!("{ADMIN}/away");
        let rule = |rule: &str| json!({ "rule": rule });
        assert_eq!(server.door().get(ADMIN).await.refusal(), (401, "M_MISSING_TOKEN"));
        assert_eq!(ada.door.get(ADMIN).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(ada.door.put(&away, rule("silence > 3")).await.refusal(), (403, "M_FORBIDDEN"));
        // Nobody has done anything yet, and it can be said all the same.
        assert_eq!(root.door.put(&away, rule("silence > 3")).await.ok()["version"], 1);
        let list = root.door.get(ADMIN).await.ok();
        assert_eq!((&list["segments"][0]["name"], &list["segments"][0]["members"]), (&json!("away"), &json!(null)));
        assert!(list["scores"]["message"].as_str().unwrap().contains("Nothing was said yet"), "{list}");

        moved_in(&server).await;
        let import = "?workspace=import";
        root.door.put(&format!("{away}{import}"), rule("silence > 3")).await.ok();
        root.door.put(&format!("{away}{import}"), rule("silence >= 8")).await.ok();
        server.app.insight.segments.tick().await.expect("they are counted");
        let list = root.door.get(&format!("{ADMIN}{import}")).await.ok();
        let first = &list["segments"][0];
        assert_eq!((&first["version"], &first["members"], &first["day"]), (&json!(2), &json!(0), &json!("2016-05-15")));
        let list = root.door.get(&format!("{ADMIN}{import}&least=1")).await.ok();
        let of =
            |name: &str| array(&list["segments"]).iter().find(|row| row["name"] == name).unwrap()["members"].clone();
        assert_eq!((of("away"), of("current"), of("at-risk-month")), (json!(0), json!(20), json!(12)));
        let diff = root.door.get(&format!("{away}/diff{import}")).await.ok();
        assert_eq!((&diff["gone"], &diff["entered"], &diff["stay"]), (&json!(12), &json!(0), &json!(0)));
        let page = root.door.get(&format!("{ADMIN}/at-risk-month/members{import}&most=5")).await.ok();
        assert_eq!((array(&page["names"]).len(), page["next"].is_string()), (5, true), "{page}");
        let shown = root.door.get(&format!("{away}{import}")).await.ok();
        assert_eq!((array(&shown["versions"]).len(), array(&shown["days"]).len()), (2, 1));

        assert_eq!(root.door.send("DELETE", &away, Vec::new()).await.ok()["removed"], true);
        let archived = root.door.get(&away).await.ok();
        assert!(archived["archived_at_ms"].is_i64(), "{archived}");
        assert_eq!(root.door.send("DELETE", &format!("{away}?for_good"), Vec::new()).await.ok()["is_for_good"], true);
        assert_eq!(root.door.get(&away).await.refusal(), (404, "M_NOT_FOUND"));
        server.close().await;
    });
}

#[test]
fn what_is_said_wrongly_of_a_segment_has_its_place() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let root = server.administrator().await;
        root.door.put(&format!("{ADMIN}/away"), json!({ "rule": "silence > 3" })).await.ok();
        let again = root.door.put(&format!("{ADMIN}/away"), json!({ "rule": "silence > 3 " })).await.ok();
        assert_eq!((&again["version"], &again["is_new"]), (&json!(1), &json!(false)), "{again}");
        for (name, body, status, says) in [
            ("away", json!({ "rule": "silence >> 3" }), 400, "line 1, column 10"),
            ("Away", json!({ "rule": "silence > 3" }), 400, "no name of a segment"),
            ("dormant", json!({ "rule": "silence > 3" }), 400, "always there"),
            ("away", json!({ "rul": "silence > 3" }), 400, "write {\"rule\""),
            ("away?workspace=shop", json!({ "rule": "silence > 3" }), 404, "workspace `shop`"),
        ] {
            let answer = root.door.put(&format!("{ADMIN}/{name}"), body).await;
            let told = answer.json["error"].as_str().unwrap_or_default();
            assert_eq!((answer.status.as_u16(), told.contains(says)), (status, true), "{name}: {}", answer.text);
        }
        let wrong = root.door.put(&format!("{ADMIN}/new-one"), json!({ "rule": "lifecyle = \"new\"" })).await;
        assert_eq!(wrong.json["faults"][0]["suggestion"], "the nearest is `lifecycle`", "{}", wrong.text);
        for (path, status) in [
            ("?least=0", 400),
            ("?workspace=shop", 404),
            ("/nobody", 404),
            ("/nobody/members", 404),
            ("/away/members?most=1001", 400),
            ("/away/diff", 404),
            ("/away/diff?from=one", 400),
        ] {
            assert_eq!(root.door.get(&format!("{ADMIN}{path}")).await.status.as_u16(), status, "{path}");
        }
        assert_eq!(root.door.send("DELETE", &format!("{ADMIN}/away?for_good=perhaps"), Vec::new()).await.status, 400);
        server.close().await;
    });
}
