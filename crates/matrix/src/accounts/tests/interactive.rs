//! User-interactive authentication: flows, stages, and what a session is bound to.

use hearth_kernel::Kind;

use super::*;
use crate::accounts::{Command, Stage, Terms, TermsText};

fn by_token_with_terms() -> Settings {
    let text = |language: &str, name: &str| TermsText {
        language: language.into(),
        name: name.into(),
        url: format!("https://test.example/{language}"),
    };
    let terms = Terms { version: "2".into(), texts: vec![text("en", "Terms"), text("zh-Hans", "条款")] };
    Settings { registration: Registration::Token, terms: Some(terms), ..settings() }
}

/// An app that cannot show the terms opens a page for them, and then goes on with the session alone.
#[test]
fn terms_are_agreed_to_on_a_page_of_their_own_too() {
    on_both(|place| async move {
        let terms = by_token_with_terms().terms;
        let house = House::with_settings(&place, Settings { terms, ..settings() }).await;
        let begun = house.door.post(&path("/register"), wanted("ada", &Value::Null)).await;
        let session = begun.json["session"].as_str().expect("a session").to_owned();
        let page = path(&format!("/auth/m.login.terms/fallback/web?session={session}"));
        let shown = house.door.send_with("GET", &page, &[("accept-language", "zh-Hans")], Default::default()).await;
        assert!(shown.text.contains(r#"<a href="https://test.example/zh-Hans""#), "{}", shown.text);
        assert!(!shown.text.contains("<script"), "{}", shown.text);
        let only_session = json!({ "session": session });
        let early = house.door.post(&path("/register"), wanted("ada", &only_session)).await;
        assert_eq!((early.status.as_u16(), &early.json["completed"]), (401, &json!([])));

        let agreed = house.door.send("POST", &page, "").await;
        let nonce =
            agreed.text.split_once("<script nonce=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a script").0;
        assert!(agreed.header("content-security-policy").contains(&format!("script-src 'nonce-{nonce}'")));
        let ada = house.door.post(&path("/register"), wanted("ada", &only_session)).await.ok();
        for page in [&*page, &path("/auth/m.login.terms/fallback/web?session=nonsense")] {
            assert_eq!(house.door.get(page).await.status, 403, "what is done or unknown is over");
        }
        let ada = house.door.with_token(ada["access_token"].as_str().expect("a token"));
        let other = ada.post(&path("/account/password"), json!({ "new_password": "another horse" })).await;
        let other =
            format!("/auth/m.login.terms/fallback/web?session={}", other.json["session"].as_str().expect("one"));
        assert_eq!(house.door.send("POST", &path(&other), "").await.status, 403, "it asks for no terms");
        let unnamed = house.door.get(&path("/auth/m.login.terms/fallback/web")).await;
        assert_eq!(unnamed.refusal(), (400, "M_MISSING_PARAM"));
        house.store.close().await;
    });
}

async fn new_token(house: &House, token: &str, uses: Option<i64>, lives_ms: Option<i64>) {
    let command = Command::CreateRegistrationToken { token: Some(token.into()), uses, lives_ms };
    house.accounts.administer(command).await.expect("a token");
}

fn wanted(name: &str, auth: &Value) -> Value {
    json!({ "username": name, "password": PASSWORD, "auth": auth })
}

#[test]
fn every_stage_of_a_flow_is_shown_in_any_order() {
    on_both(|place| async move {
        let house = House::with_settings(&place, by_token_with_terms()).await;
        new_token(&house, "welcome", Some(1), None).await;
        let ask = |name: &'static str, auth: Value| {
            let door = house.door.clone();
            async move { door.post(&path("/register"), wanted(name, &auth)).await }
        };
        let begun = ask("ada", Value::Null).await;
        assert_eq!(begun.status, 401);
        assert_eq!(begun.json["flows"], json!([{ "stages": ["m.login.registration_token", "m.login.terms"] }]));
        let policy = json!({
            "version": "2",
            "en": { "name": "Terms", "url": "https://test.example/en" },
            "zh-Hans": { "name": "条款", "url": "https://test.example/zh-Hans" },
        });
        assert_eq!(begun.json["params"], json!({ "m.login.terms": { "policies": { "terms_of_service": policy } } }));
        let session = &begun.json["session"];
        let agreed = ask("ada", json!({ "type": "m.login.terms", "session": session })).await;
        assert_eq!((agreed.status.as_u16(), &agreed.json["completed"]), (401, &json!(["m.login.terms"])));
        assert_eq!((&agreed.json["session"], &agreed.json["errcode"]), (session, &Value::Null));
        let wrong = json!({ "type": "m.login.registration_token", "token": "nonsense", "session": session });
        let refused = ask("ada", wrong).await;
        assert_eq!((refused.refusal(), &refused.json["completed"]), ((401, "M_FORBIDDEN"), &json!(["m.login.terms"])));
        let dummy = ask("ada", json!({ "type": "m.login.dummy", "session": session })).await;
        assert_eq!(dummy.refusal(), (401, "M_FORBIDDEN"));
        let right = json!({ "type": "m.login.registration_token", "token": "welcome", "session": session });
        ask("ada", right.clone()).await.ok();
        assert_eq!(house.facts().await[0].2, r#"{"by":"registration_token"}"#);
        // The session is spent, and so is the token.
        assert_eq!(ask("eve", right).await.refusal().0, 401);
        let again = json!({ "type": "m.login.registration_token", "token": "welcome" });
        assert_eq!(ask("eve", again).await.refusal(), (401, "M_FORBIDDEN"));
        house.store.close().await;
    });
}

#[test]
fn of_many_who_hold_the_last_use_of_a_token_one_registers() {
    on_both(|place| async move {
        let house = House::with_settings(&place, Settings { registration: Registration::Token, ..settings() }).await;
        new_token(&house, "last", Some(1), None).await;
        let tasks: Vec<_> = (0..8)
            .map(|at| {
                let door = house.door.clone();
                let auth = json!({ "type": "m.login.registration_token", "token": "last" });
                let body = wanted(&format!("member{at}"), &auth);
                tokio::spawn(async move { door.post(&path("/register"), body).await })
            })
            .collect();
        let mut made = 0;
        for task in tasks {
            match task.await.expect("a task of the test").refusal() {
                (200, _) => made += 1,
                refusal => assert!([(401, "M_FORBIDDEN"), (403, "M_FORBIDDEN")].contains(&refusal), "{refusal:?}"),
            }
        }
        assert_eq!(made, 1);
        house.store.close().await;
    });
}

#[test]
fn a_tokens_validity_can_be_asked_while_it_lasts() {
    on_both(|place| async move {
        let house = House::with_settings(&place, Settings { registration: Registration::Token, ..settings() }).await;
        new_token(&house, "day", None, Some(1_000)).await;
        let ask = |token: &'static str| {
            let door = house.door.clone();
            let path = format!("/_matrix/client/v1/register/m.login.registration_token/validity?token={token}");
            async move { door.get(&path).await }
        };
        assert_eq!(ask("day").await.ok(), json!({ "valid": true }));
        for unknown in ["night", "", "a%00b", "x".repeat(65).leak()] {
            assert_eq!(ask(unknown).await.ok(), json!({ "valid": false }));
        }
        house.clock.advance_ms(1_000);
        assert_eq!(ask("day").await.ok(), json!({ "valid": false }));
        house.store.close().await;
        drop(house);
        let closed = House::with_settings(&place, Settings { registration: Registration::Closed, ..settings() }).await;
        let refused =
            closed.door.get("/_matrix/client/v1/register/m.login.registration_token/validity?token=day").await;
        assert_eq!(refused.refusal(), (403, "M_FORBIDDEN"));
        closed.store.close().await;
    });
}

#[test]
fn a_session_begun_with_nothing_is_bound_to_the_first_body() {
    on_both(|place| async move {
        let house = house(&place).await;
        let begun = house.door.post(&path("/register"), json!({})).await;
        let auth = json!({ "type": "m.login.dummy", "session": begun.json["session"] });
        house.door.post(&path("/register"), wanted("ada", &auth)).await.ok();
        let (ada, _) = house.member("eve").await;
        let begun = ada.post(&path("/delete_devices"), json!({ "devices": ["A"] })).await;
        let auth = json!({ "type": "m.login.password", "user": "eve", "password": PASSWORD,
            "session": begun.json["session"] });
        // Another body, another path.
        let other = ada.post(&path("/delete_devices"), json!({ "devices": ["B"], "auth": auth })).await;
        assert_eq!(other.refusal(), (403, "M_FORBIDDEN"));
        let other = ada.post(&path("/account/deactivate"), json!({ "devices": ["A"], "auth": auth })).await;
        assert_eq!(other.refusal(), (403, "M_FORBIDDEN"));
        ada.post(&path("/delete_devices"), json!({ "devices": ["A"], "auth": auth })).await.ok();
        house.store.close().await;
    });
}

/// No path asks for proof under two methods, so the requests are made by hand.
#[test]
fn a_session_begun_with_one_method_is_good_for_no_other() {
    on_both(|place| async move {
        let house = house(&place).await;
        let with = |method: http::Method, auth: &Value| {
            let body = json!({ "auth": auth }).to_string().into();
            Call { body, ..call(method, &path("/devices/PHONE")) }
        };
        let begun = house.accounts.require(&with(http::Method::DELETE, &Value::Null), Stage::Dummy).await;
        let asked = begun.expect_err("it asks for proof").body.expect("the flows");
        let asked: Value = serde_json::from_str(&asked).expect("JSON");
        let auth = json!({ "type": "m.login.dummy", "session": asked["session"] });
        let other = house.accounts.require(&with(http::Method::PUT, &auth), Stage::Dummy).await;
        let other = other.expect_err("another method");
        assert_eq!((other.kind, other.code), (Kind::Forbidden, "M_FORBIDDEN"));
        house.accounts.require(&with(http::Method::DELETE, &auth), Stage::Dummy).await.expect("the same method");
        house.store.close().await;
    });
}

#[test]
fn a_wrong_password_is_answered_with_the_flows_and_counted() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, device_id) = house.member("ada").await;
        let at = path(&format!("/devices/{device_id}"));
        let begun = ada.delete(&at).await;
        for _ in 0..limits::GUESSES_OF_ONE {
            let auth = json!({ "auth": proof("wrong horse", &begun.json["session"]) });
            let refused = ada.send("DELETE", &at, auth.to_string()).await;
            assert_eq!(refused.refusal(), (401, "M_FORBIDDEN"));
            assert_eq!(refused.json["flows"], json!([{ "stages": ["m.login.password"] }]));
        }
        let right = json!({ "auth": proof(PASSWORD, &begun.json["session"]) }).to_string();
        let limited = ada.send("DELETE", &at, right.clone()).await;
        assert_eq!(limited.refusal(), (429, "M_LIMIT_EXCEEDED"));
        // The device's guesses are its own: the member signs in elsewhere.
        log_in(&house.door, "ada", PASSWORD).await.ok();
        house.clock.advance_ms(limits::GUESSES_OF_ONE_PERIOD_MS);
        ada.send("DELETE", &at, right).await.ok();
        house.store.close().await;
    });
}

#[test]
fn registration_tokens_are_bounded_and_well_formed() {
    on_both(|place| async move {
        let house = house(&place).await;
        let make = |token: Option<String>, uses: Option<i64>| {
            let accounts = house.accounts.clone();
            async move { accounts.administer(Command::CreateRegistrationToken { token, uses, lives_ms: None }).await }
        };
        let most = "x".repeat(limits::REGISTRATION_TOKEN_BYTES);
        make(Some(most.clone()), None).await.expect("a token");
        assert_eq!(make(Some(most.clone()), None).await.unwrap_err().code, "M_INVALID_PARAM");
        for wrong in ["", "a b", "ä", &format!("{most}x")] {
            assert_eq!(make(Some(wrong.to_owned()), None).await.unwrap_err().code, "M_INVALID_PARAM", "{wrong}");
        }
        assert_eq!(make(None, Some(0)).await.unwrap_err().code, "M_INVALID_PARAM");
        let most_ms = limits::REGISTRATION_TOKEN_LIVES_MS;
        for (lives_ms, is_good) in [(0, false), (most_ms, true), (most_ms + 1, false), (i64::MAX, false)] {
            let command = Command::CreateRegistrationToken { token: None, uses: None, lives_ms: Some(lives_ms) };
            assert_eq!(house.accounts.administer(command).await.is_ok(), is_good, "{lives_ms}");
        }
        let by_chance = make(None, Some(2)).await.expect("a token");
        assert_eq!(text(&by_chance, "token").len(), model::REGISTRATION_TOKEN_LETTERS);
        for _ in 3..limits::REGISTRATION_TOKENS {
            make(None, None).await.expect("a token");
        }
        assert_eq!(make(None, None).await.unwrap_err().code, "M_RESOURCE_LIMIT_EXCEEDED");
        let revoke = |token: &str| house.accounts.administer(Command::RevokeRegistrationToken { token: token.into() });
        revoke(&most).await.expect("revoked");
        assert_eq!(revoke(&most).await.unwrap_err().code, "M_NOT_FOUND");
        let listed = house.accounts.administer(Command::ListRegistrationTokens).await.expect("a list");
        assert_eq!(listed["tokens"].as_array().map(Vec::len), Some(limits::REGISTRATION_TOKENS - 1));
        house.store.close().await;
    });
}

#[test]
fn what_one_has_shown_passes_nobody_else_and_once() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let (eve, _) = house.member("eve").await;
        let at = path("/account/password");
        let wanted = json!({ "new_password": "battery staple", "logout_devices": false });
        let asked = eve.post(&at, wanted.clone()).await;
        let with = |auth: Value| {
            let mut body = wanted.clone();
            body["auth"] = auth;
            body
        };
        let foreign = with(json!({ "session": asked.json["session"] }));
        assert_eq!(ada.post(&at, foreign).await.refusal(), (403, "M_FORBIDDEN"), "another's session");
        let mut own = proof(PASSWORD, &asked.json["session"]);
        own["identifier"]["user"] = "eve".into();
        let twice = (0..8).map(|_| eve.post(&at, with(own.clone())));
        let passed = futures_util::future::join_all(twice).await;
        assert_eq!(passed.iter().filter(|answer| answer.status == 200).count(), 1, "one of those who show it at once");
        house.store.close().await;
    });
}
