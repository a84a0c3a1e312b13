//! What is secret stands neither in the log, at its most talkative, nor in the database.

use std::{collections::BTreeSet, fs::File};

use serde_json::{Value, json};

use crate::{
    admin::admin,
    support::{Http, Member, PASSWORD, Place, Request, Server, hearth, skip, tests_postgres, text},
};

const FOUNDERS_PASSWORD: &str = "under-the-third-stone";
const NEW_PASSWORD: &str = "behind-the-waterfall";
const WRONG_PASSWORD: &str = "beside-the-waterfall";
const MISPLACED_PASSWORD: &str = "above-the-waterfall";
/// What a member says is stored, and nothing for the log.
const SAID: &str = "meet me where the heron stands";

const SETUP: &str = "/_hearth/setup";
const LOGIN_TOKEN: &str = "/_matrix/client/v1/login/get_token";
const USER_INFO: &str = "/_matrix/federation/v1/openid/userinfo";
const WHO_AM_I: &str = "/_matrix/client/v3/account/whoami";
const INVITATIONS: &str = "/_hearth/admin/registration_tokens";
const VALIDITY: &str = "/_matrix/client/v1/register/m.login.registration_token/validity";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_secret_is_neither_logged_nor_stored_on_sqlite() {
    tell_and_search(Place::embedded()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_secret_is_neither_logged_nor_stored_on_postgres() {
    match tests_postgres() {
        Some(url) => tell_and_search(Place::on_postgres(&url).await).await,
        None => skip("HEARTH_TEST_POSTGRES names no server"),
    }
}

async fn tell_and_search(place: Place) {
    let file = place.path().join("log");
    let mut serve = hearth(&place, &["serve"]);
    serve.envs([("HEARTH_LOG", "trace,ruma_state_res=trace"), ("HEARTH_LOG_FORMAT", "json")]);
    serve.stderr(File::create(&file).expect("the folder is ours"));
    let mut server = Server::start_by(serve).await;

    let (root, setup) = found(&server).await;
    let mut ada = Member::register(&server.address(), "ada").await;
    let room = ada.create_room().await;
    ada.done(&Request::message(&room, "t0", SAID)).await;
    let invitation = invite(&server, &root).await;
    let mut secrets = spend_tokens(&server, &mut ada).await;
    secrets.extend([root.token, setup]);
    for arguments in [["create", "bob"], ["reset-password", "bob"]] {
        secrets.push(text(&admin(&place, &arguments).await, "password"));
    }
    let passwords = [PASSWORD, FOUNDERS_PASSWORD, NEW_PASSWORD, WRONG_PASSWORD, MISPLACED_PASSWORD];
    secrets.extend(passwords.map(str::to_owned));

    // Once while the write-ahead log holds what is new, and once when all has come to rest.
    expect_none(&secrets, &place.stored().await, "stored");
    server.stop().await;
    let stored = place.stored().await;
    expect_none(&secrets, &stored, "stored");
    for known in ["@ada:localhost", room.as_str(), "$argon2id$"] {
        assert!(stored.contains(known), "{known} is stored, so it would be found");
    }

    // Administrators are shown the invitations that there are, so these are stored as they are.
    secrets.extend([invitation, SAID.to_owned()]);
    let log = std::fs::read_to_string(&file).expect("the log");
    expect_none(&secrets, &log, "logged");
    expect_lines_of_requests(&log);
    place.discard().await;
}

/// Makes the first administrator by the link that the server printed. Answers them and the link's token.
async fn found(server: &Server) -> (Member, String) {
    let link = server.printed.split("?token=").nth(1).and_then(|rest| rest.split_whitespace().next());
    let setup = link.expect("a link").to_owned();
    let mut http = Http::new(server.address());
    let page = http.call("GET", &format!("{SETUP}?token={setup}"), "", None).await;
    page.expect_err("a page is not JSON");
    let form = format!("token={setup}&name=root&password={FOUNDERS_PASSWORD}&password_again={FOUNDERS_PASSWORD}");
    http.begin("POST", SETUP, "", form.len()).await;
    http.finish(&form).await.expect_err("a page is not JSON");
    (Member::sign_in(&server.address(), "root", FOUNDERS_PASSWORD).await, setup)
}

/// An administrator makes a registration token, and somebody asks whether it is good.
async fn invite(server: &Server, root: &Member) -> String {
    let mut http = Http::new(server.address());
    let wanted = json!({ "uses_allowed": 1 });
    let invitation = text(&ask(&mut http, "POST", INVITATIONS, &root.token, Some(&wanted)).await, "token");
    ask(&mut http, "GET", &format!("{VALIDITY}?token={invitation}"), "", None).await;
    invitation
}

/// A member gets every kind of token, shows each of them, and errs now and then. Answers the tokens.
async fn spend_tokens(server: &Server, ada: &mut Member) -> Vec<String> {
    let who = json!({ "type": "m.id.user", "user": "ada" });
    let proof = |password: Value| json!({ "type": "m.login.password", "identifier": who, "password": password });
    let mut refreshing = proof(PASSWORD.into());
    refreshing["refresh_token"] = true.into();
    let first = ada.done(&Request::post("/login", refreshing)).await;
    let refresh = Request::post("/refresh", json!({ "refresh_token": first["refresh_token"] }));
    let second = ada.done(&refresh).await;
    let mut phone = ada.at(&server.address());
    phone.token = text(&second, "access_token");
    phone.read("/account/whoami").await;

    // By now the refresh token is spent.
    let wrong = Request::post("/login", proof(WRONG_PASSWORD.into()));
    let misplaced = Request::post("/login", proof(json!([MISPLACED_PASSWORD])));
    let without_proof = Request::post("/account/password", json!({ "new_password": NEW_PASSWORD }));
    for (request, status) in [(&refresh, 401), (&wrong, 403), (&misplaced, 400), (&without_proof, 401)] {
        let refused = ada.call(request).await.expect("an answer");
        assert_eq!(refused.status, status, "{}: {}", request.path, refused.body);
    }

    let mut http = Http::new(server.address());
    let proven = json!({ "auth": proof(PASSWORD.into()) });
    let given = ask(&mut http, "POST", LOGIN_TOKEN, &ada.token, Some(&proven)).await;
    let by_token = json!({ "type": "m.login.token", "token": given["login_token"] });
    let brought_in = ada.done(&Request::post("/login", by_token)).await;
    let request = Request::post(format!("/user/{}/openid/request_token", ada.user_id), json!({}));
    let openid = text(&ada.done(&request).await, "access_token");
    for (path, token) in [(USER_INFO, &openid), (WHO_AM_I, &ada.token)] {
        ask(&mut http, "GET", &format!("{path}?access_token={token}"), "", None).await;
    }

    let changed = json!({ "new_password": NEW_PASSWORD, "auth": proof(PASSWORD.into()) });
    ada.done(&Request::post("/account/password", changed)).await;
    let back = Member::sign_in(&server.address(), "ada", NEW_PASSWORD).await;
    let mut tokens = vec![ada.token.clone(), back.token, openid, text(&given, "login_token")];
    tokens.push(text(&brought_in, "access_token"));
    for session in [&first, &second] {
        tokens.extend(["access_token", "refresh_token"].map(|key| text(session, key)));
    }
    tokens
}

/// What the server says to a request elsewhere than where members' are, which must succeed.
async fn ask(http: &mut Http, method: &str, path: &str, token: &str, body: Option<&Value>) -> Value {
    let answer = http.call(method, path, token, body).await.expect("an answer");
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.body
}

fn expect_none(secrets: &[String], found: &str, done: &str) {
    for secret in secrets {
        // As PostgreSQL writes bytes.
        let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(!found.contains(secret) && !found.contains(&hex), "{secret} is {done}");
    }
}

/// Every line is JSON. Each request that was refused says which one it was, as do other lines of the same one.
fn expect_lines_of_requests(log: &str) {
    let parsed = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    let lines: Vec<Value> = log.lines().map(parsed).collect();
    let saying = |start: &str| {
        let says = |line: &&Value| line["fields"]["message"].as_str().is_some_and(|said| said.starts_with(start));
        let of_request = |line: &Value| {
            assert_eq!(line["span"]["name"], "request", "{line}");
            text(&line["span"], "id")
        };
        lines.iter().filter(says).map(of_request).collect::<Vec<_>>()
    };
    let refused = saying("a request was refused");
    let ids: BTreeSet<&String> = refused.iter().collect();
    assert!(ids.len() >= 4 && ids.len() == refused.len(), "{refused:?}");
    assert!(ids.iter().all(|id| id.len() == 16), "{ids:?}");
    let spent = saying("a spent refresh token was shown again");
    assert!(spent.len() == 1 && ids.contains(&spent[0]), "{spent:?}");
}
