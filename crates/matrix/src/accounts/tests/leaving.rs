//! Other passwords, locked accounts, and accounts that end.

use std::{
    future::Future,
    pin::Pin,
    sync::atomic::{AtomicUsize, Ordering},
};

use hearth_kernel::Result;
use hearth_store::Entry;

use super::*;
use crate::accounts::{Command, DeviceChange, DeviceWatch, account_data_statement};

async fn administer(house: &House, command: Command) -> Value {
    house.accounts.administer(command).await.expect("it is done")
}

#[test]
fn a_new_password_signs_out_the_other_devices() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let other = house.with(&log_in(&house.door, "ada", PASSWORD).await.ok());
        other.get(&path("/account/whoami")).await.ok();
        let wanted = json!({ "new_password": "battery staple" });
        let asked = ada.post(&path("/account/password"), wanted.clone()).await;
        assert_eq!((asked.status.as_u16(), &asked.json["flows"]), (401, &json!([{ "stages": ["m.login.password"] }])));
        let mut body = wanted.clone();
        body["auth"] = proof("wrong horse", &asked.json["session"]);
        assert_eq!(ada.post(&path("/account/password"), body.clone()).await.refusal(), (401, "M_FORBIDDEN"));
        body["auth"] = proof(PASSWORD, &asked.json["session"]);
        ada.post(&path("/account/password"), body).await.ok();
        ada.get(&path("/account/whoami")).await.ok();
        assert_eq!(other.get(&path("/account/whoami")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        assert_eq!(log_in(&house.door, "ada", PASSWORD).await.refusal(), (403, "M_FORBIDDEN"));
        let staying = house.with(&log_in(&house.door, "ada", "battery staple").await.ok());
        let auth = json!({ "type": "m.login.password", "user": "ada", "password": "battery staple" });
        let keeps = json!({ "new_password": PASSWORD, "logout_devices": false, "auth": auth });
        ada.post(&path("/account/password"), keeps).await.ok();
        staying.get(&path("/account/whoami")).await.ok();
        let changes = house.facts().await.into_iter().filter(|(name, ..)| name == "accounts.password_changed");
        assert!(changes.map(|(.., fields)| fields).eq([r#"{"by":"member"}"#, r#"{"by":"member"}"#]));
        house.store.close().await;
    });
}

#[test]
fn a_password_that_cannot_be_is_refused_first() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let at = path("/account/password");
        let cases = [
            (json!({ "new_password": "short" }), 400, "M_WEAK_PASSWORD"),
            (json!({ "new_password": "x".repeat(limits::PASSWORD_BYTES + 1) }), 400, "M_INVALID_PARAM"),
            (json!({ "new_password": 5 }), 400, "M_BAD_JSON"),
            (
                json!({ "auth": { "type": "m.login.password", "user": "ada", "password": PASSWORD } }),
                400,
                "M_MISSING_PARAM",
            ),
        ];
        for (body, status, code) in cases {
            assert_eq!(ada.post(&at, body).await.refusal(), (status, code));
        }
        assert_eq!(house.door.post(&at, json!({})).await.refusal(), (401, "M_MISSING_TOKEN"));
        log_in(&house.door, "ada", PASSWORD).await.ok();
        house.store.close().await;
    });
}

#[test]
fn a_deactivated_account_is_gone_and_its_name_is_never_given_again() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        house.member("eve").await;
        let profile = path("/profile/@ada:test.example");
        ada.put(&format!("{profile}/displayname"), json!({ "displayname": "Ada" })).await.ok();
        ada.put(&path("/user/@ada:test.example/account_data/a"), json!({ "secret": 1 })).await.ok();
        ada.post(&path("/user/@ada:test.example/filter"), json!({})).await.ok();
        assert!(house.accounts.profile("@ada:test.example").await.unwrap().is_some());
        let at = path("/account/deactivate");
        let asked = ada.post(&at, json!({ "erase": true })).await;
        assert_eq!(asked.status, 401);
        let body = json!({ "erase": true, "auth": proof(PASSWORD, &asked.json["session"]) });
        assert_eq!(ada.post(&at, body).await.ok(), json!({ "id_server_unbind_result": "no-support" }));
        assert_eq!(ada.get(&path("/account/whoami")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        assert_eq!(log_in(&house.door, "ada", PASSWORD).await.refusal(), (403, "M_USER_DEACTIVATED"));
        assert_eq!(house.door.get(&profile).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(house.accounts.profile("@ada:test.example").await.unwrap(), None);
        assert!(!house.accounts.exists("@ada:test.example").await.unwrap());
        assert_eq!(register(&house.door, "Ada").await.refusal(), (400, "M_USER_IN_USE"));
        let available = house.door.get(&path("/register/available?username=ada")).await;
        assert_eq!(available.refusal(), (400, "M_USER_IN_USE"));
        let moved_in = house.accounts.import_member("ada", "Ada", 1).await.unwrap_err();
        assert_eq!(moved_in.code, "M_INVALID_PARAM");
        assert_eq!(house.accounts.account_data("@ada:test.example", None, "a").await.unwrap(), None);
        let reset = Command::ResetPassword { name: "ada".into(), password: None, keeps_devices: false };
        assert_eq!(house.accounts.administer(reset).await.err().unwrap().code, "M_NOT_FOUND");
        log_in(&house.door, "eve", PASSWORD).await.ok();
        let names = house.fact_names().await;
        assert!(names.iter().any(|name| name == "accounts.deactivated"));
        house.store.close().await;
    });
}

/// Counts the devices that end, and leaves word of each with any statement that another module could add.
struct Counting(Arc<AtomicUsize>);

impl DeviceWatch for Counting {
    fn join<'a>(
        &'a self,
        user_id: &'a str,
        change: DeviceChange<'a>,
        entry: &'a mut Entry,
    ) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>> {
        if let DeviceChange::Ended(gone) = change {
            self.0.fetch_add(gone.len(), Ordering::Relaxed);
            let word = |device: &String| account_data_statement(user_id, None, &format!("gone.{device}"), "{}");
            entry.statements(gone.iter().map(word));
        }
        Box::pin(std::future::ready(Ok(())))
    }
}

#[test]
fn what_goes_with_a_device_goes_in_the_same_commit() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, device_id) = house.member("ada").await;
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = asked.clone();
        house.accounts.watch_devices(Arc::new(Counting(counter)));
        let other = log_in(&house.door, "ada", PASSWORD).await.ok();
        ada.post(&path("/logout"), json!({})).await.ok();
        let at = format!("/user/@ada:test.example/account_data/gone.{device_id}");
        house.with(&other).get(&path(&at)).await.ok();
        house.with(&other).post(&path("/logout/all"), json!({})).await.ok();
        assert_eq!(asked.load(Ordering::Relaxed), 2);
        house.store.close().await;
    });
}

#[test]
fn a_locked_member_can_only_sign_out() {
    on_both(|place| async move {
        let house = house(&place).await;
        let mut body = dummy("ada");
        body["refresh_token"] = true.into();
        let session = house.door.post(&path("/register"), body).await.ok();
        let ada = house.with(&session);
        ada.get(&path("/account/whoami")).await.ok();
        let by_name = |name: &str| name.to_owned();
        administer(&house, Command::Lock { name: by_name("@Ada:test.example") }).await;
        let refresh = json!({ "refresh_token": session["refresh_token"] });
        let refused = [
            ada.get(&path("/account/whoami")).await,
            ada.get("/_matrix/client/versions").await,
            log_in(&house.door, "ada", PASSWORD).await,
            house.door.post(&path("/refresh"), refresh).await,
        ];
        for answer in refused {
            assert_eq!((answer.refusal(), &answer.json["soft_logout"]), ((401, "M_USER_LOCKED"), &json!(true)));
        }
        assert_eq!(log_in(&house.door, "ada", "wrong horse").await.refusal(), (403, "M_FORBIDDEN"));
        administer(&house, Command::Unlock { name: by_name("ada") }).await;
        ada.get(&path("/account/whoami")).await.ok();
        administer(&house, Command::Lock { name: by_name("ada") }).await;
        ada.post(&path("/logout"), json!({})).await.ok();
        administer(&house, Command::Unlock { name: by_name("ada") }).await;
        assert_eq!(ada.get(&path("/account/whoami")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        house.store.close().await;
    });
}

#[test]
fn there_are_no_addresses_of_other_kinds() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        assert_eq!(ada.get(&path("/account/3pid")).await.ok(), json!({ "threepids": [] }));
        for end in ["", "/add", "/bind", "/delete", "/unbind"] {
            let refused = ada.post(&path(&format!("/account/3pid{end}")), json!({})).await;
            assert_eq!(refused.refusal(), (403, "M_FORBIDDEN"), "{end}");
        }
        for place in ["/account/3pid", "/account/password", "/register"] {
            for kind in ["email", "msisdn"] {
                let refused = house.door.post(&path(&format!("{place}/{kind}/requestToken")), json!({})).await;
                assert_eq!(refused.refusal(), (403, "M_THREEPID_DENIED"), "{place} {kind}");
            }
        }
        house.store.close().await;
    });
}
