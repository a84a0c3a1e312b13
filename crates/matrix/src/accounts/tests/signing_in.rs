//! Coming in: registration, signing in and out, and the tokens in between.

use super::*;

#[test]
fn whoever_registers_is_signed_in_and_known() {
    on_both(|place| async move {
        let house = house(&place).await;
        let mut body = dummy("Ada");
        body["device_id"] = "PHONE".into();
        body["initial_device_display_name"] = "Ada's phone".into();
        let answer = house.door.post(&path("/register"), body).await.ok();
        assert_eq!(text(&answer, "user_id"), "@ada:test.example");
        assert_eq!(text(&answer, "home_server"), "test.example");
        assert!(text(&answer, "access_token").starts_with("hrt_"));
        let ada = house.with(&answer);
        let whoami = ada.get(&path("/account/whoami")).await.ok();
        assert_eq!(whoami, json!({ "user_id": "@ada:test.example", "device_id": "PHONE" }));
        let devices = ada.get(&path("/devices")).await.ok();
        assert_eq!(devices["devices"][0]["display_name"], "Ada's phone");
        let names: Vec<String> =
            house.facts().await.into_iter().map(|(name, _, fields)| format!("{name} {fields}")).collect();
        assert_eq!(
            names,
            [r#"accounts.registered {"by":"registration"}"#, r#"accounts.device_added {"device_id":"PHONE"}"#]
        );
        house.store.close().await;
    });
}

#[test]
fn registration_asks_for_proof_and_its_session_is_for_that_alone() {
    on_both(|place| async move {
        let house = house(&place).await;
        let asked = house.door.post(&path("/register"), json!({})).await;
        assert_eq!(asked.status, 401);
        assert_eq!(asked.json["flows"], json!([{ "stages": ["m.login.dummy"] }]));
        assert_eq!((&asked.json["params"], &asked.json["completed"]), (&json!({}), &json!([])));
        assert_eq!(asked.json["errcode"], Value::Null);
        let begun = house.door.post(&path("/register"), json!({ "username": "ada", "password": PASSWORD })).await;
        let proof = json!({ "type": "m.login.dummy", "session": begun.json["session"] });
        let for_another = json!({ "username": "eve", "password": PASSWORD, "auth": proof });
        assert_eq!(house.door.post(&path("/register"), for_another).await.refusal(), (403, "M_FORBIDDEN"));
        let other_stage = json!({ "username": "ada", "password": PASSWORD,
            "auth": { "type": "m.login.sso", "session": begun.json["session"] } });
        let refused = house.door.post(&path("/register"), other_stage).await;
        assert_eq!((refused.refusal(), &refused.json["session"]), ((401, "M_FORBIDDEN"), &begun.json["session"]));
        let same = json!({ "auth": proof, "password": PASSWORD, "username": "ada" });
        house.door.post(&path("/register"), same.clone()).await.ok();
        assert_eq!(house.door.post(&path("/register"), same).await.refusal(), (400, "M_USER_IN_USE"));
        house.store.close().await;
    });
}

#[test]
fn a_session_that_is_late_or_made_up_begins_again() {
    on_both(|place| async move {
        let house = house(&place).await;
        let wanted = json!({ "username": "ada", "password": PASSWORD });
        let begun = house.door.post(&path("/register"), wanted.clone()).await;
        house.clock.advance_ms(limits::AUTH_SESSION_MS);
        for session in [begun.json["session"].clone(), "made up".into()] {
            let mut again = wanted.clone();
            again["auth"] = json!({ "type": "m.login.dummy", "session": session });
            let answer = house.door.post(&path("/register"), again).await;
            assert_eq!(answer.status, 401);
            assert_ne!(answer.json["session"], session);
        }
        let mut without_type = wanted;
        without_type["auth"] = json!({});
        assert_eq!(house.door.post(&path("/register"), without_type).await.status, 401);
        house.store.close().await;
    });
}

#[test]
fn of_many_who_want_one_name_one_gets_it() {
    on_both(|place| async move {
        let house = house(&place).await;
        let tasks: Vec<_> = (0..16)
            .map(|_| {
                let door = house.door.clone();
                tokio::spawn(async move { register(&door, "ada").await })
            })
            .collect();
        let mut made = 0;
        for task in tasks {
            let answer = task.await.expect("a task of the test");
            match answer.status.as_u16() {
                200 => made += 1,
                _ => assert_eq!(answer.refusal(), (400, "M_USER_IN_USE")),
            }
        }
        assert_eq!(made, 1);
        let registered = house.facts().await.into_iter().filter(|(name, _, _)| name == "accounts.registered").count();
        assert_eq!(registered, 1);
        house.store.close().await;
    });
}

#[test]
fn registration_refuses_what_it_must() {
    on_both(|place| async move {
        let house = house(&place).await;
        let guest = house.door.post(&path("/register?kind=guest"), json!({})).await;
        assert_eq!(guest.refusal(), (403, "M_GUEST_ACCESS_FORBIDDEN"));
        assert_eq!(house.door.post(&path("/register?kind=robot"), json!({})).await.refusal(), (400, "M_INVALID_PARAM"));
        for name in ["", "a b", "ä", "a:b", "a\0b", "a\"", &"a".repeat(256)] {
            assert_eq!(register(&house.door, name).await.refusal(), (400, "M_INVALID_USERNAME"), "{name:?}");
        }
        let cases = [
            (json!({ "username": "b", "password": "short" }), "M_WEAK_PASSWORD"),
            (json!({ "username": "b", "password": "x".repeat(513) }), "M_INVALID_PARAM"),
            (json!({ "username": "b", "auth": { "type": "m.login.dummy" } }), "M_MISSING_PARAM"),
            (json!({ "username": "b", "password": 12_345_678 }), "M_BAD_JSON"),
            (json!({ "username": "b", "password": PASSWORD, "device_id": "a\0b" }), "M_INVALID_PARAM"),
            (json!({ "username": "b", "password": PASSWORD, "auth": "dummy" }), "M_BAD_JSON"),
            (json!([]), "M_BAD_JSON"),
        ];
        for (body, code) in cases {
            let answer = house.door.post(&path("/register"), body).await;
            assert_eq!(answer.refusal(), (400, code));
            assert!(!answer.text.contains("12345678"));
        }
        assert_eq!(house.door.send("POST", &path("/register"), "{").await.refusal(), (400, "M_NOT_JSON"));
        assert!(house.facts().await.is_empty());
        house.store.close().await;
    });
}

#[test]
fn a_name_may_be_generated_and_the_login_inhibited() {
    on_both(|place| async move {
        let house = house(&place).await;
        let body = json!({ "password": PASSWORD, "inhibit_login": true, "auth": { "type": "m.login.dummy" } });
        let answer = house.door.post(&path("/register"), body).await.ok();
        assert_eq!((answer.get("access_token"), answer.get("device_id")), (None, None));
        let localpart = text(&answer, "user_id")[1..].split(':').next().unwrap_or_default().to_owned();
        assert_eq!(localpart.len(), model::GENERATED_LETTERS);
        log_in(&house.door, &localpart, PASSWORD).await.ok();
        house.store.close().await;
    });
}

#[test]
fn a_closed_server_takes_nobody_but_whom_others_make() {
    on_both(|place| async move {
        let (context, clock) = context(1);
        let closed = Settings { registration: Registration::Closed, shared_secret: None, ..settings() };
        let off = RateLimits::off(context.clock.clone());
        let house = house_of(&place, &context, clock, closed, off).await;
        assert_eq!(register(&house.door, "ada").await.refusal(), (403, "M_FORBIDDEN"));
        let available = house.door.get(&path("/register/available?username=ada")).await;
        assert_eq!(available.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(house.door.get("/_synapse/admin/v1/register").await.refusal(), (404, "M_UNRECOGNIZED"));
        house.accounts.create("ada", PASSWORD, false).await.expect("an account");
        let twice = house.accounts.create("Ada", PASSWORD, false).await.expect_err("the name is taken");
        assert_eq!(twice.code, "M_USER_IN_USE");
        log_in(&house.door, "ada", PASSWORD).await.ok();
        house.store.close().await;
    });
}

#[test]
fn whether_a_name_is_free_can_be_asked() {
    on_both(|place| async move {
        let house = house(&place).await;
        let ask = |name: &'static str| {
            let door = house.door.clone();
            async move { door.get(&path(&format!("/register/available?username={name}"))).await }
        };
        assert_eq!(ask("ada").await.ok(), json!({ "available": true }));
        house.member("ada").await;
        assert_eq!(ask("ADA").await.refusal(), (400, "M_USER_IN_USE"));
        assert_eq!(ask("a%20b").await.refusal(), (400, "M_INVALID_USERNAME"));
        assert_eq!(house.door.get(&path("/register/available")).await.refusal(), (400, "M_INVALID_PARAM"));
        house.store.close().await;
    });
}

#[test]
fn members_sign_in_by_name_or_id_in_any_case() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("ada").await;
        assert_eq!(
            house.door.get(&path("/login")).await.ok(),
            json!({ "flows": [
            { "type": "m.login.password" }, { "type": "m.login.token", "get_login_token": true }
        ] })
        );
        for user in ["ada", "ADA", "@ada:test.example", "@ADA:test.example"] {
            let answer = log_in(&house.door, user, PASSWORD).await.ok();
            assert_eq!(text(&answer, "user_id"), "@ada:test.example");
            assert_eq!((answer.get("well_known"), text(&answer, "home_server")), (None, "test.example".into()));
        }
        let older = json!({ "type": "m.login.password", "user": "ada", "password": PASSWORD });
        house.door.post("/_matrix/client/r0/login", older).await.ok();
        house.store.close().await;
    });
}

#[test]
fn a_wrong_login_is_refused_and_noted_for_who_exists() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("ada").await;
        house.accounts.import_member("imported", "Im Ported", 1_000).await.expect("an account");
        let refused = [
            ("ada", "wrong horse"),
            ("eve", PASSWORD),
            ("@ada:other.example", PASSWORD),
            ("imported", ""),
            ("a\0", ""),
        ];
        for (user, password) in refused {
            let answer = log_in(&house.door, user, password).await;
            assert_eq!(answer.refusal(), (403, "M_FORBIDDEN"), "{user:?}");
            assert!(!answer.text.contains("horse"));
        }
        let long = log_in(&house.door, "ada", &"x".repeat(100_000)).await;
        assert_eq!(long.refusal(), (403, "M_FORBIDDEN"));
        let cases = [
            (json!({}), 400, "M_MISSING_PARAM"),
            (json!({ "type": "m.login.password" }), 400, "M_MISSING_PARAM"),
            (json!({ "type": "m.login.password", "user": "ada" }), 400, "M_MISSING_PARAM"),
            (json!({ "type": "m.login.nonsense" }), 400, "M_UNKNOWN"),
            (json!({ "type": 5 }), 400, "M_BAD_JSON"),
            (json!({ "type": "m.login.password", "identifier": { "type": "m.id.phone" } }), 403, "M_FORBIDDEN"),
        ];
        for (body, status, code) in cases {
            assert_eq!(house.door.post(&path("/login"), body).await.refusal(), (status, code));
        }
        assert_eq!(house.door.send("POST", &path("/login"), "nonsense").await.refusal(), (400, "M_NOT_JSON"));
        log_in(&house.door, "ada", PASSWORD).await.ok();
        let facts = house.facts().await;
        let of = |kind: &str| -> Vec<&String> {
            facts.iter().filter(|(name, _, _)| name == kind).map(|(_, subject, _)| subject).collect()
        };
        assert_eq!(of("accounts.login_failed"), ["@ada:test.example", "@ada:test.example"]);
        assert_eq!(of("accounts.logged_in"), ["@ada:test.example"], "who is refused has not signed in");
        house.store.close().await;
    });
}

#[test]
fn a_device_that_signs_in_again_keeps_its_name_and_ends_its_old_token() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("ada").await;
        let mut body = login("ada", PASSWORD);
        body["device_id"] = "PHONE".into();
        body["initial_device_display_name"] = "first".into();
        let first = house.with(&house.door.post(&path("/login"), body.clone()).await.ok());
        first.get(&path("/account/whoami")).await.ok();
        body["initial_device_display_name"] = "second".into();
        let second = house.with(&house.door.post(&path("/login"), body).await.ok());
        assert_eq!(first.get(&path("/account/whoami")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        assert_eq!(second.get(&path("/devices/PHONE")).await.ok()["display_name"], "first");
        let facts = house.facts().await;
        assert_eq!(facts.iter().filter(|(name, _, _)| name == "accounts.device_added").count(), 2);
        let told = facts.into_iter().filter(|(name, _, _)| name == "accounts.logged_in");
        let once = ("@ada:test.example".to_owned(), r#"{"device_id":"PHONE"}"#.to_owned());
        assert!(told.map(|(_, subject, fields)| (subject, fields)).eq([once.clone(), once]));
        house.store.close().await;
    });
}

#[test]
fn devices_are_bounded() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("ada").await;
        for _ in 1..limits::DEVICES {
            log_in(&house.door, "ada", PASSWORD).await.ok();
        }
        assert_eq!(log_in(&house.door, "ada", PASSWORD).await.refusal(), (403, "M_RESOURCE_LIMIT_EXCEEDED"));
        let known = house.accounts.devices("@ada:test.example").await.expect("devices");
        assert_eq!(known.len(), limits::DEVICES);
        let mut again = login("ada", PASSWORD);
        again["device_id"] = known[0].device_id.as_str().into();
        let ada = house.with(&house.door.post(&path("/login"), again).await.ok());
        ada.post(&path("/logout/all"), json!({})).await.ok();
        log_in(&house.door, "ada", PASSWORD).await.ok();
        house.store.close().await;
    });
}

#[test]
fn sessions_outlive_a_restart() {
    on_both(|place| async move {
        let (context, clock) = context(1);
        let off = || RateLimits::off(context.clock.clone());
        let before = house_of(&place, &context, clock.clone(), settings(), off()).await;
        let session = register(&before.door, "ada").await.ok();
        before.store.close().await;
        drop(before);
        let after = house_of(&place, &context, clock, settings(), off()).await;
        let whoami = after.with(&session).get(&path("/account/whoami")).await.ok();
        assert_eq!(whoami["device_id"], session["device_id"]);
        log_in(&after.door, "ada", PASSWORD).await.ok();
        after.store.close().await;
    });
}

#[test]
fn a_password_is_hashed_anew_when_the_settings_have_changed() {
    on_both(|place| async move {
        let (context, clock) = context(1);
        let off = || RateLimits::off(context.clock.clone());
        let hash = |house: &House| {
            let store = house.store.clone();
            async move {
                let found = crate::accounts::store::credentials(&store, "@ada:test.example").await.expect("a row");
                found.and_then(|found| found.password).expect("a hash")
            }
        };
        let before = house_of(&place, &context, clock.clone(), settings(), off()).await;
        before.member("ada").await;
        let old = hash(&before).await;
        log_in(&before.door, "ada", PASSWORD).await.ok();
        assert_eq!(hash(&before).await, old);
        before.store.close().await;
        drop(before);
        let dearer = Settings { argon2: Argon2Settings { iterations: 2, ..CHEAP }, ..settings() };
        let after = house_of(&place, &context, clock, dearer, off()).await;
        log_in(&after.door, "ada", "wrong horse").await;
        assert_eq!(hash(&after).await, old);
        log_in(&after.door, "ada", PASSWORD).await.ok();
        assert!(hash(&after).await.contains("t=2"));
        log_in(&after.door, "ada", PASSWORD).await.ok();
        after.store.close().await;
    });
}

#[test]
fn signing_out_ends_the_token_and_the_device() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (phone, device_id) = house.member("ada").await;
        let laptop = house.with(&log_in(&house.door, "ada", PASSWORD).await.ok());
        phone.post(&path("/logout"), json!({})).await.ok();
        assert_eq!(phone.post(&path("/logout"), json!({})).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        assert_eq!(laptop.get(&path(&format!("/devices/{device_id}"))).await.refusal(), (404, "M_NOT_FOUND"));
        let tablet = house.with(&log_in(&house.door, "ada", PASSWORD).await.ok());
        tablet.get(&path("/account/whoami")).await.ok();
        laptop.post(&path("/logout/all"), json!({})).await.ok();
        for door in [&laptop, &tablet] {
            assert_eq!(door.get(&path("/account/whoami")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        }
        let facts = house.facts().await;
        let count = |name: &str| facts.iter().filter(|(known, _, _)| known == name).count();
        assert_eq!((count("accounts.logged_out"), count("accounts.device_removed")), (2, 3));
        house.store.close().await;
    });
}

#[test]
fn without_a_token_or_with_a_wrong_one_nothing_is_told() {
    on_both(|place| async move {
        let house = house(&place).await;
        assert_eq!(house.door.get(&path("/account/whoami")).await.refusal(), (401, "M_MISSING_TOKEN"));
        for token in ["nonsense".to_owned(), format!("hrt_{}", "a".repeat(43)), "hrt_".repeat(5_000)] {
            let answer = house.door.with_token(&token).get(&path("/account/whoami")).await;
            assert_eq!(answer.refusal(), (401, "M_UNKNOWN_TOKEN"));
            assert!(!answer.text.contains(&token));
        }
        house.store.close().await;
    });
}

#[test]
fn signing_in_is_limited_by_address() {
    on_both(|place| async move {
        let (context, clock) = context(1);
        let plenty = Quota { per_second: 1_000.0, burst: 1_000 };
        let few = Quota { per_second: 1.0, burst: 2 };
        let limits = RateLimits::new(context.clock.clone(), plenty, plenty, few, plenty);
        let house = house_of(&place, &context, clock, settings(), limits).await;
        register(&house.door, "ada").await.ok();
        log_in(&house.door, "ada", "wrong horse").await;
        let limited = log_in(&house.door, "ada", PASSWORD).await;
        assert_eq!(limited.refusal(), (429, "M_LIMIT_EXCEEDED"));
        house.clock.advance_ms(limited.json["retry_after_ms"].as_i64().expect("a time"));
        log_in(&house.door, "ada", PASSWORD).await.ok();
        house.store.close().await;
    });
}

#[test]
fn wrong_passwords_are_counted_and_do_not_tell_who_exists() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        house.member("eve").await;
        for user in ["ada", "nobody"] {
            for _ in 0..limits::GUESSES_OF_ONE {
                assert_eq!(log_in(&house.door, user, "wrong horse").await.refusal(), (403, "M_FORBIDDEN"));
            }
            let limited = log_in(&house.door, user, PASSWORD).await;
            assert_eq!(limited.refusal(), (429, "M_LIMIT_EXCEEDED"));
            assert_eq!(limited.json["retry_after_ms"], limits::GUESSES_OF_ONE_PERIOD_MS);
        }
        // Whoever is signed in goes on, and so does everybody else at the same address.
        ada.get(&path("/account/whoami")).await.ok();
        log_in(&house.door, "eve", PASSWORD).await.ok();
        house.clock.advance_ms(limits::GUESSES_OF_ONE_PERIOD_MS);
        for _ in 0..3 {
            log_in(&house.door, "ada", PASSWORD).await.ok();
        }
        house.store.close().await;
    });
}
