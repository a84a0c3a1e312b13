//! Refresh tokens, tokens to sign in with, and when devices were seen.

use super::*;

async fn refreshing(house: &House) -> Value {
    let mut body = dummy("ada");
    body["refresh_token"] = true.into();
    house.door.post(&path("/register"), body).await.ok()
}

async fn refresh(house: &House, session: &Value) -> Answer {
    let body = json!({ "refresh_token": session["refresh_token"] });
    house.door.post(&path("/refresh"), body).await
}

async fn whoami(house: &House, session: &Value) -> Answer {
    house.with(session).get(&path("/account/whoami")).await
}

#[track_caller]
fn assert_soft(answer: &Answer, code: &str) {
    assert_eq!(answer.refusal(), (401, code));
    assert_eq!(answer.json["soft_logout"], true, "{}", answer.text);
}

#[test]
fn an_access_token_ends_and_a_refresh_token_brings_the_next() {
    on_both(|place| async move {
        let house = house(&place).await;
        let first = refreshing(&house).await;
        let lives = first["expires_in_ms"].as_i64().expect("a time");
        assert_eq!(lives, settings().access_token_ms);
        whoami(&house, &first).await.ok();
        house.clock.advance_ms(lives - 1);
        whoami(&house, &first).await.ok();
        house.clock.advance_ms(1);
        assert_soft(&whoami(&house, &first).await, "M_UNKNOWN_TOKEN");
        let second = refresh(&house, &first).await.ok();
        assert_ne!(second["access_token"], first["access_token"]);
        let me = whoami(&house, &second).await.ok();
        assert_eq!(me["device_id"], first["device_id"]);
        assert_soft(&whoami(&house, &first).await, "M_UNKNOWN_TOKEN");
        let third = refresh(&house, &second).await.ok();
        // What came before that is forgotten.
        let forgotten = whoami(&house, &first).await;
        assert_eq!((forgotten.refusal(), forgotten.json.get("soft_logout")), ((401, "M_UNKNOWN_TOKEN"), None));
        whoami(&house, &third).await.ok();
        let mut body = login("ada", PASSWORD);
        body["refresh_token"] = true.into();
        let by_login = house.door.post(&path("/login"), body).await.ok();
        refresh(&house, &by_login).await.ok();
        let without = log_in(&house.door, "ada", PASSWORD).await.ok();
        assert_eq!((without.get("refresh_token"), without.get("expires_in_ms")), (None, None));
        house.clock.advance_ms(100 * lives);
        whoami(&house, &without).await.ok();
        house.store.close().await;
    });
}

#[test]
fn the_old_pair_is_good_until_the_new_one_is_used() {
    on_both(|place| async move {
        let house = house(&place).await;
        let first = refreshing(&house).await;
        let lost = refresh(&house, &first).await.ok();
        whoami(&house, &first).await.ok();
        // The answer was lost: the client asks again, and what it never saw is good for nothing.
        let second = refresh(&house, &first).await.ok();
        // A client that asked twice may hold it: it signs in again, and keeps its keys.
        assert_soft(&whoami(&house, &lost).await, "M_UNKNOWN_TOKEN");
        assert_soft(&refresh(&house, &lost).await, "M_UNKNOWN_TOKEN");
        whoami(&house, &first).await.ok();
        whoami(&house, &second).await.ok();
        assert_soft(&whoami(&house, &first).await, "M_UNKNOWN_TOKEN");
        // A refresh token is used, too, by refreshing with it.
        let third = refresh(&house, &second).await.ok();
        let fourth = refresh(&house, &third).await.ok();
        whoami(&house, &fourth).await.ok();
        house.store.close().await;
    });
}

#[test]
fn a_spent_refresh_token_ends_the_session_and_the_device_stays() {
    on_both(|place| async move {
        let house = house(&place).await;
        let first = refreshing(&house).await;
        let second = refresh(&house, &first).await.ok();
        whoami(&house, &second).await.ok();
        assert_soft(&refresh(&house, &first).await, "M_UNKNOWN_TOKEN");
        assert_soft(&whoami(&house, &second).await, "M_UNKNOWN_TOKEN");
        assert_soft(&refresh(&house, &second).await, "M_UNKNOWN_TOKEN");
        let mut body = login("ada", PASSWORD);
        body["device_id"] = first["device_id"].clone();
        let back = house.with(&house.door.post(&path("/login"), body).await.ok());
        let devices = back.get(&path("/devices")).await.ok();
        assert_eq!(devices["devices"].as_array().map(Vec::len), Some(1));
        let names = house.fact_names().await;
        assert_eq!(names.iter().filter(|name| *name == "accounts.session_revoked").count(), 1);
        assert!(!names.iter().any(|name| name == "accounts.device_removed"));
        house.store.close().await;
    });
}

#[test]
fn spent_refresh_tokens_are_forgotten_after_some_generations() {
    on_both(|place| async move {
        let house = house(&place).await;
        let first = refreshing(&house).await;
        let mut last = first.clone();
        for _ in 0..=limits::REFRESH_TOKENS_SPENT {
            last = refresh(&house, &last).await.ok();
        }
        let forgotten = refresh(&house, &first).await;
        assert_eq!((forgotten.refusal(), forgotten.json.get("soft_logout")), ((401, "M_UNKNOWN_TOKEN"), None));
        whoami(&house, &last).await.ok();
        house.store.close().await;
    });
}

#[test]
fn refreshing_survives_a_restart_and_ends_with_its_time() {
    on_both(|place| async move {
        let (context, clock) = context(1);
        let off = || RateLimits::off(context.clock.clone());
        let bounded = || Settings { refresh_token_ms: Some(10_000_000), ..settings() };
        let before = house_of(&place, &context, clock.clone(), bounded(), off()).await;
        let first = refreshing(&before).await;
        let second = refresh(&before, &first).await.ok();
        before.store.close().await;
        drop(before);
        let after = house_of(&place, &context, clock, bounded(), off()).await;
        whoami(&after, &first).await.ok();
        whoami(&after, &second).await.ok();
        assert_eq!(whoami(&after, &first).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        after.clock.advance_ms(10_000_000);
        assert_soft(&refresh(&after, &second).await, "M_UNKNOWN_TOKEN");
        for wrong in [json!({}), json!({ "refresh_token": 1 })] {
            assert_eq!(after.door.post(&path("/refresh"), wrong).await.refusal(), (400, "M_BAD_JSON"));
        }
        let access = json!({ "refresh_token": second["access_token"] });
        assert_eq!(refresh(&after, &access).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        after.store.close().await;
    });
}

#[test]
fn of_many_refreshes_at_once_the_last_pair_is_good() {
    on_both(|place| async move {
        let house = house(&place).await;
        let first = refreshing(&house).await;
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let (door, body) = (house.door.clone(), json!({ "refresh_token": first["refresh_token"] }));
                tokio::spawn(async move { door.post(&path("/refresh"), body).await.ok() })
            })
            .collect();
        // The first use of a pair spends what all of them were got with, so nobody uses one before all are there.
        let mut pairs = Vec::new();
        for task in tasks {
            pairs.push(task.await.expect("a task of the test"));
        }
        let mut good = 0;
        for pair in &pairs {
            good += i32::from(whoami(&house, pair).await.status == 200);
        }
        assert_eq!(good, 1);
        house.store.close().await;
    });
}

#[test]
fn a_signed_in_device_brings_in_another_once_and_soon() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let get = "/_matrix/client/v1/login/get_token";
        let asked = ada.post(get, json!({})).await;
        assert_eq!(asked.json["flows"], json!([{ "stages": ["m.login.password"] }]));
        let auth = json!({ "auth": proof(PASSWORD, &asked.json["session"]) });
        let given = ada.post(get, auth).await.ok();
        assert_eq!(given["expires_in_ms"], limits::LOGIN_TOKEN_MS);
        let by_token = json!({ "type": "m.login.token", "token": given["login_token"] });
        let session = house.door.post(&path("/login"), by_token.clone()).await.ok();
        assert_eq!(text(&session, "user_id"), "@ada:test.example");
        whoami(&house, &session).await.ok();
        assert_eq!(house.door.post(&path("/login"), by_token).await.refusal(), (403, "M_FORBIDDEN"));
        let late = ada.post(get, json!({ "auth": proof(PASSWORD, &Value::Null) })).await.ok();
        house.clock.advance_ms(limits::LOGIN_TOKEN_MS);
        for token in [late["login_token"].clone(), "nonsense".into()] {
            let body = json!({ "type": "m.login.token", "token": token });
            assert_eq!(house.door.post(&path("/login"), body).await.refusal(), (403, "M_FORBIDDEN"));
        }
        let without = house.door.post(&path("/login"), json!({ "type": "m.login.token" })).await;
        assert_eq!(without.refusal(), (400, "M_MISSING_PARAM"));
        let names = house.fact_names().await;
        assert_eq!(names.iter().filter(|name| *name == "accounts.logged_in").count(), 1);
        house.store.close().await;
    });
}

#[test]
fn a_device_is_seen_at_most_once_in_a_while_and_in_the_background() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let seen = || async { ada.get(&path("/devices")).await.ok()["devices"][0]["last_seen_ts"].as_i64() };
        let began = seen().await.expect("a time");
        house.clock.advance_ms(limits::SEEN_MS - 1);
        seen().await;
        house.accounts.tidy().await.unwrap();
        assert_eq!(seen().await, Some(began));
        house.clock.advance_ms(1);
        assert_eq!(seen().await, Some(began));
        let before = house.store.position();
        house.accounts.tidy().await.unwrap();
        assert_eq!(seen().await, Some(began + limits::SEEN_MS));
        assert_eq!(house.store.position(), before, "nobody is woken for it");
        assert_eq!(ada.get(&path("/devices")).await.ok()["devices"][0]["last_seen_ip"], "127.0.0.1");
        house.store.close().await;
    });
}

#[test]
fn no_more_devices_wait_to_be_seen_than_the_bound() {
    let sightings = crate::accounts::service::sightings::Sightings::default();
    let caller =
        |at: usize| Caller { user_id: "@a:b".into(), device_id: at.to_string().into(), is_administrator: false };
    for at in 0..=limits::SEEN_WAITING {
        sightings.note(&caller(at), [127, 0, 0, 1].into(), 1);
    }
    assert_eq!(sightings.waiting(), limits::SEEN_WAITING);
}

#[test]
fn login_tokens_end_with_the_device_that_asked_for_them_and_with_the_password() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, device_id) = house.member("ada").await;
        let token = |device_id: &str| {
            let user_id = "@ada:test.example".into();
            let caller = Caller { user_id, device_id: device_id.into(), is_administrator: false };
            house.accounts.new_login_token(&caller).expect("a token")
        };
        let [own, others, later] = [&*device_id, "ELSEWHERE", "ELSEWHERE"].map(token);
        let log_in = |token: String| {
            let body = json!({ "type": "m.login.token", "token": token });
            async { house.door.post(&path("/login"), body).await }
        };
        ada.post(&path("/logout"), json!({})).await.ok();
        assert_eq!(log_in(own).await.refusal(), (403, "M_FORBIDDEN"));
        log_in(others).await.ok();
        house.accounts.change_password("@ada:test.example", "another password", "member", None).await.unwrap();
        assert_eq!(log_in(later).await.refusal(), (403, "M_FORBIDDEN"));
        house.store.close().await;
    });
}
