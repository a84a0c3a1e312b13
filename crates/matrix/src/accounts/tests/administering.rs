//! What an administrator does at the command line.

use super::*;
use crate::accounts::Command;

fn create(name: &str, password: Option<&str>, is_administrator: bool) -> Command {
    Command::Create { name: name.into(), password: password.map(str::to_owned), is_administrator }
}

#[test]
fn an_administrator_makes_accounts_and_gives_passwords() {
    on_both(|place| async move {
        let house = House::with_settings(&place, Settings { registration: Registration::Closed, ..settings() }).await;
        let made = house.accounts.administer(create("Ada", None, false)).await.unwrap();
        assert_eq!(made["user_id"], "@ada:test.example");
        let session = log_in(&house.door, "ada", &text(&made, "password")).await.ok();
        let root = house.accounts.administer(create("root", Some(PASSWORD), true)).await.unwrap();
        assert_eq!((&root["password"], &root["is_administrator"]), (&Value::Null, &json!(true)));
        assert!(house.caller(&log_in(&house.door, "root", PASSWORD).await.ok()).await.is_administrator);
        assert!(!house.caller(&session).await.is_administrator);
        house.accounts.administer(Command::MakeAdministrator { name: "ada".into() }).await.unwrap();
        assert!(house.caller(&session).await.is_administrator);
        let reset = |password: Option<&str>, keeps_devices| Command::ResetPassword {
            name: "ada".into(),
            password: password.map(str::to_owned),
            keeps_devices,
        };
        house.accounts.administer(reset(Some(PASSWORD), true)).await.unwrap();
        house.caller(&session).await;
        log_in(&house.door, "ada", PASSWORD).await.ok();
        let other = house.accounts.administer(reset(None, false)).await.unwrap();
        assert_eq!(house.with(&session).get(&path("/account/whoami")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        log_in(&house.door, "ada", &text(&other, "password")).await.ok();
        house.store.close().await;
    });
}

#[test]
fn what_an_administrator_gets_wrong_is_refused() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("ada").await;
        let none = || "nobody".to_owned();
        let cases = [
            (create("ada", None, false), "M_USER_IN_USE"),
            (create("a b", None, false), "M_INVALID_USERNAME"),
            (create("eve", Some("short"), false), "M_WEAK_PASSWORD"),
            (Command::ResetPassword { name: none(), password: None, keeps_devices: true }, "M_NOT_FOUND"),
            (Command::Lock { name: none() }, "M_NOT_FOUND"),
            (Command::Unlock { name: "@ada:other.example".into() }, "M_NOT_FOUND"),
            (Command::Deactivate { name: none() }, "M_NOT_FOUND"),
            (Command::MakeAdministrator { name: none() }, "M_NOT_FOUND"),
        ];
        for (command, code) in cases {
            assert_eq!(house.accounts.administer(command).await.err().map(|error| error.code), Some(code));
        }
        house.store.close().await;
    });
}

#[test]
fn accounts_are_listed_in_pages() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("zoe").await;
        let mut made = 1;
        while made <= limits::MEMBERS_PAGE {
            house.accounts.import_member(&format!("m{made:05}"), "Somebody", 1_000).await.unwrap();
            made += 1;
        }
        house.accounts.administer(Command::Deactivate { name: "m00001".into() }).await.unwrap();
        house.accounts.administer(Command::Lock { name: "m00002".into() }).await.unwrap();
        let list = |after: &str| house.accounts.administer(Command::List { after: after.into() });
        let first = list("").await.unwrap()["members"].as_array().cloned().unwrap_or_default();
        assert_eq!(first.len(), limits::MEMBERS_PAGE);
        assert!(first[0]["deactivated_at_ms"].is_i64() && first[1]["locked_at_ms"].is_i64());
        let last = text(&first[first.len() - 1], "user_id");
        let second = list(&last).await.unwrap()["members"].clone();
        assert_eq!((&second[0]["user_id"], &second[0]["devices"]), (&json!("@zoe:test.example"), &json!(1)));
        assert!(second[0]["seen_at_ms"].is_i64() && second[1].is_null());
        house.store.close().await;
    });
}
