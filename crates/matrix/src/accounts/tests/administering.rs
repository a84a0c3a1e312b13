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
fn one_administrator_stays_who_can_sign_in() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("bob").await;
        house.accounts.administer(create("root", Some(PASSWORD), true)).await.unwrap();
        let root = || "root".to_owned();
        let ways = || {
            [
                Command::Deactivate { name: root(), erases: false },
                Command::Lock { name: root() },
                Command::RemoveAdministrator { name: root() },
            ]
        };
        for way in ways() {
            let refused = house.accounts.administer(way).await.unwrap_err();
            assert!(refused.message.contains("only administrator"), "{refused}");
        }
        let no_administrator = Command::RemoveAdministrator { name: "bob".into() };
        assert_eq!(house.accounts.administer(no_administrator).await.unwrap_err().code, "M_INVALID_PARAM");
        house.accounts.administer(create("second", Some(PASSWORD), true)).await.unwrap();
        // Who is locked administers nothing.
        house.accounts.administer(Command::Lock { name: "second".into() }).await.unwrap();
        for way in ways() {
            assert_eq!(house.accounts.administer(way).await.unwrap_err().code, "M_FORBIDDEN");
        }
        house.accounts.administer(Command::Unlock { name: "second".into() }).await.unwrap();
        let session = log_in(&house.door, "root", PASSWORD).await.ok();
        assert!(house.caller(&session).await.is_administrator);
        let removed = house.accounts.administer(Command::RemoveAdministrator { name: root() }).await.unwrap();
        assert_eq!(removed, json!({ "user_id": "@root:test.example", "is_administrator": false }));
        assert!(!house.caller(&session).await.is_administrator);
        house.accounts.administer(Command::Deactivate { name: root(), erases: false }).await.unwrap();
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
            (Command::Deactivate { name: none(), erases: false }, "M_NOT_FOUND"),
            (Command::MakeAdministrator { name: none() }, "M_NOT_FOUND"),
            (Command::RemoveAdministrator { name: none() }, "M_NOT_FOUND"),
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
        house.accounts.administer(Command::Deactivate { name: "m00001".into(), erases: false }).await.unwrap();
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

#[test]
fn what_waits_in_memory_is_bounded() {
    on_both(|place| async move {
        let house = house(&place).await;
        let now_ms = house.accounts.context.now_ms();
        let nonces: Vec<String> = (0..=limits::NONCES).map(|_| house.accounts.new_nonce()).collect();
        let kept = nonces.iter().filter(|nonce| house.accounts.nonces.take(nonce, now_ms).is_some());
        assert_eq!(kept.count(), limits::NONCES);
        let caller = Caller { user_id: "@ada:test.example".into(), device_id: "X".into(), is_administrator: false };
        let tokens: Vec<String> =
            (0..=limits::LOGIN_TOKENS).map(|_| house.accounts.new_login_token(&caller).expect("a token")).collect();
        let key = |token: &str| model::hex(&model::digest(token.as_bytes()));
        let kept = tokens.iter().filter(|token| house.accounts.login_tokens.take(&key(token), now_ms).is_some());
        assert_eq!(kept.count(), limits::LOGIN_TOKENS);
        let interactions = &house.accounts.interactions;
        for at in 0..=limits::AUTH_SESSIONS {
            interactions.put(at.to_string(), Default::default(), now_ms);
        }
        let kept = (0..=limits::AUTH_SESSIONS).filter(|at| interactions.take(&at.to_string(), now_ms).is_some());
        assert_eq!(kept.count(), limits::AUTH_SESSIONS);
        house.store.close().await;
    });
}

#[test]
fn administrators_lock_members_from_their_clients() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, device_id) = house.member("ada").await;
        let (eve, _) = house.member("eve").await;
        house.accounts.administer(create("root", Some(PASSWORD), true)).await.unwrap();
        house.accounts.administer(create("second", Some(PASSWORD), true)).await.unwrap();
        let root = house.with(&log_in(&house.door, "root", PASSWORD).await.ok());
        let at = |user: &str| format!("/_matrix/client/v1/admin/lock/{user}");
        let (locked, unlocked) = (json!({ "locked": true }), json!({ "locked": false }));
        let can = root.get(&path("/capabilities")).await.ok();
        assert_eq!(can["capabilities"]["m.account_moderation"], json!({ "lock": true }));
        assert_eq!(root.get(&at("@ada:test.example")).await.ok(), unlocked);
        assert_eq!(root.put(&at("@ada:test.example"), locked.clone()).await.ok(), locked);
        assert_eq!(root.get(&at("@ada:test.example")).await.ok(), locked);
        assert_eq!(ada.get(&path("/account/whoami")).await.refusal(), (401, "M_USER_LOCKED"));
        assert_eq!(root.put(&at("@ada:test.example"), unlocked.clone()).await.ok(), unlocked);
        let whois = |user: &str| path(&format!("/admin/whois/{user}"));
        let own = ada.get(&whois("@ada:test.example")).await.ok();
        assert_eq!(own["devices"][&device_id]["sessions"][0]["connections"][0]["ip"], "127.0.0.1");
        assert_eq!(root.get(&whois("@ada:test.example")).await.ok(), own);
        // Who is no administrator learns nothing, not even who there is.
        for user in ["@ada:test.example", "@nobody:test.example"] {
            assert_eq!(eve.get(&at(user)).await.refusal(), (403, "M_FORBIDDEN"));
            assert_eq!(eve.put(&at(user), locked.clone()).await.refusal(), (403, "M_FORBIDDEN"));
            assert_eq!(eve.get(&whois(user)).await.refusal(), (403, "M_FORBIDDEN"));
        }
        for user in ["@root:test.example", "@second:test.example"] {
            assert_eq!(root.put(&at(user), locked.clone()).await.refusal(), (403, "M_FORBIDDEN"));
        }
        assert_eq!(root.put(&at("@nobody:test.example"), locked.clone()).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(root.put(&at("@ada:other.example"), locked).await.refusal(), (400, "M_INVALID_PARAM"));
        house.store.close().await;
    });
}
