//! Privacy in the whole server: what the register tells, who agreed after a restart, and what an ended account leaves.

use hearth_http::testing::Body;
use hearth_kernel::{
    Clock, limits,
    ports::{Consent, Purpose},
};
use hearth_store::{Entry, Statement, testing::on_both};
use serde_json::{Value, json};

use crate::support::{Member, Server, array};

const PATH: &str = "/_hearth/privacy";

async fn agrees(member: &Member, purpose: &str, given: bool) -> Value {
    let body = json!({ "given": given, "version": "1", "language": "en", "region": "DE" });
    member.door.put(&format!("{PATH}/consent/{purpose}"), body).await.ok()
}

/// Whether a fact of this moment may be counted.
async fn is_counted(server: &Server, member: &Member) -> bool {
    let asked = [(member.id.as_str(), server.clock.now_ms())];
    server.app.trust.privacy.allowed(Purpose::Retention, &asked).await.expect("an answer")[0]
}

#[test]
fn the_register_tells_what_every_module_keeps() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let register = server.door().get(&format!("{PATH}/register")).await.ok();
        let listed: Vec<_> = array(&register["modules"]).iter().filter_map(|row| row["module"].as_str()).collect();
        let keeps = server.app.modules.iter().filter(|module| !module.personal_data.is_empty());
        assert_eq!(listed, keeps.map(|module| module.name).collect::<Vec<_>>());
        assert!(["accounts", "rooms", "privacy"].iter().all(|module| listed.contains(module)), "{listed:?}");
        let purposes: Vec<_> = array(&register["purposes"]).iter().map(|purpose| &purpose["purpose"]).collect();
        assert_eq!(purposes, Purpose::ALL.map(Purpose::word));
        let header = [("accept-language", "zh-Hans")];
        let path = format!("{PATH}/register");
        let chinese = server.door().send_with("GET", &path, &header, Body::empty()).await.ok();
        for (english, chinese) in array(&register["modules"]).iter().zip(array(&chinese["modules"])) {
            assert_eq!(array(&english["personal_data"]).len(), array(&chinese["personal_data"]).len());
            assert_ne!(english["personal_data"], chinese["personal_data"], "{english}");
        }
        let signal = &register["signals"][0];
        assert!(signal["kept_days"].as_i64().is_some_and(|days| days > 0), "{signal}");
        assert!(purposes.contains(&&signal["purpose"]), "{signal}");
        server.close().await;
    });
}

#[test]
fn consent_is_the_same_after_a_restart_and_withdrawn_at_once() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        assert!(!is_counted(&server, &ada).await, "nobody agreed to anything");
        assert_eq!(agrees(&ada, "retention", true).await["allowed"], true);
        assert!(is_counted(&server, &ada).await);
        let server = server.restart().await;
        assert!(is_counted(&server, &ada).await && !is_counted(&server, &bob).await);
        let ada = server.back(&ada);
        let told = ada.door.get(&format!("{PATH}/consent")).await.ok();
        assert_eq!(
            (&told["purposes"][0]["state"], &told["purposes"][1]["state"]),
            (&json!("given"), &json!("undecided"))
        );
        agrees(&ada, "retention", false).await;
        assert!(!is_counted(&server, &ada).await);
        server.close().await;
    });
}

#[test]
fn the_operator_says_where_a_notice_is_enough() {
    on_both(|place| async {
        let settings = [("HEARTH_CONSENT_DEFAULT", "notice"), ("HEARTH_CONSENT_REGIONS", "DE opt-in")];
        let server = Server::open_with(place, &settings).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        for (member, region) in [(&ada, "US"), (&bob, "DE")] {
            let body = json!({ "version": "1", "language": "en", "region": region });
            member.door.put(&format!("{PATH}/notice/retention"), body).await.ok();
        }
        assert_eq!((is_counted(&server, &ada).await, is_counted(&server, &bob).await), (true, false));
        // An operator who asks first from now on has nobody's agreement by a notice.
        let server = server.restart_with(Vec::new()).await;
        assert!(!is_counted(&server, &ada).await);
        server.close().await;
    });
}

#[test]
fn an_ended_account_leaves_no_decision() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        agrees(&ada, "retention", true).await;
        agrees(&bob, "retention", true).await;
        let export = ada.door.get(&format!("{PATH}/export")).await.ok();
        assert_eq!(array(&export["modules"]["privacy"]).len(), 1);
        assert!(array(&export["missing"]).contains(&json!("rooms")), "{export}");
        let proof = json!({ "type": "m.login.password", "password": "correct horse",
                            "identifier": { "type": "m.id.user", "user": ada.id } });
        ada.post("/account/deactivate", json!({ "auth": proof })).await.ok();
        const DECIDED: &str = "SELECT member FROM privacy_decision ORDER BY member";
        while server.rows(DECIDED).await.len() > 1 {
            tokio::task::yield_now().await;
        }
        assert_eq!(server.rows(DECIDED).await, [[bob.id.clone()]]);
        assert!(!is_counted(&server, &ada).await && is_counted(&server, &bob).await);
        server.close().await;
    });
}

#[test]
fn an_overview_is_for_administrators() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let overview = format!("{PATH}/overview");
        assert_eq!(ada.door.get(&overview).await.refusal(), (403, "M_FORBIDDEN"));
        server.close().await;
    });
}

#[test]
fn consent_counts_bounds_what_an_overview_is_made_of() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let root = server.administrator().await;
        let of_as_many_versions = format!(
            "INSERT INTO privacy_decision (member, purpose, position, what, at_ms, version)
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= {})
             SELECT '@a' || i || ':test.example', 'product', i, 'given', 0, i FROM n",
            limits::CONSENT_COUNTS
        );
        let mut entry = Entry::new();
        entry.statement(Statement::new(of_as_many_versions, Vec::new()));
        server.app.store.write(entry).await.expect("they are stored");
        let told = root.door.get(&format!("{PATH}/overview")).await.ok();
        let product =
            array(&told["purposes"]).iter().find(|purpose| purpose["purpose"] == "product").expect("it is told");
        assert_eq!(product["given"], limits::CONSENT_COUNTS);
        server.close().await;
    });
}
