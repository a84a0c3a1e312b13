//! What a member keeps here: devices, profile, filters, account data; and who may come in otherwise.

use super::*;
use crate::accounts::{Command, KEEPER, Support};

#[test]
fn devices_are_renamed_by_their_owner_alone() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, device_id) = house.member("ada").await;
        let (eve, _) = house.member("eve").await;
        let place = path(&format!("/devices/{device_id}"));
        ada.put(&place, json!({ "display_name": "phone" })).await.ok();
        ada.put(&place, json!({})).await.ok();
        let shown = ada.get(&place).await.ok();
        assert_eq!((text(&shown, "device_id"), text(&shown, "display_name")), (device_id, "phone".to_owned()));
        let renamed = json!({ "display_name": "mine" });
        assert_eq!(eve.put(&place, renamed.clone()).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(eve.get(&place).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(ada.put(&path("/devices/OTHER"), renamed).await.refusal(), (404, "M_NOT_FOUND"));
        let long = json!({ "display_name": "x".repeat(limits::DISPLAY_NAME_BYTES + 1) });
        assert_eq!(ada.put(&place, long).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ada.get(&path("/devices/a%00b")).await.refusal(), (400, "M_INVALID_PARAM"));
        house.store.close().await;
    });
}

#[test]
fn a_device_is_removed_with_its_tokens_by_who_knows_the_password() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let other = log_in(&house.door, "ada", PASSWORD).await.ok();
        let (lost, device_id) = (house.with(&other), text(&other, "device_id"));
        lost.get(&path("/account/whoami")).await.ok();
        let place = path(&format!("/devices/{device_id}"));
        let asked = ada.delete(&place).await;
        assert_eq!((asked.status.as_u16(), &asked.json["flows"]), (401, &json!([{ "stages": ["m.login.password"] }])));
        let proof = |user: &str, password: &str| {
            let identifier = json!({ "type": "m.id.user", "user": user });
            json!({ "auth": { "type": "m.login.password", "identifier": identifier, "password": password,
                "session": asked.json["session"] } })
            .to_string()
        };
        house.member("eve").await;
        let refused = ada.send("DELETE", &place, proof("ada", "wrong horse")).await;
        assert_eq!(refused.refusal(), (401, "M_FORBIDDEN"));
        assert_eq!(refused.json["session"], asked.json["session"]);
        let somebody_else = ada.send("DELETE", &place, proof("eve", PASSWORD)).await;
        assert_eq!(somebody_else.refusal(), (403, "M_FORBIDDEN"));
        let elsewhere = ada.send("DELETE", &path("/devices/OTHER"), proof("ada", PASSWORD)).await;
        assert_eq!(elsewhere.refusal(), (403, "M_FORBIDDEN"));
        ada.send("DELETE", &place, proof("@ada:test.example", PASSWORD)).await.ok();
        assert_eq!(lost.get(&path("/account/whoami")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        ada.get(&path("/account/whoami")).await.ok();
        house.store.close().await;
    });
}

#[test]
fn many_devices_are_removed_at_once_and_nobody_elses() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let (eve, eves) = house.member("eve").await;
        let mut devices = vec![eves, "UNKNOWN".to_owned()];
        for _ in 0..3 {
            devices.push(text(&log_in(&house.door, "ada", PASSWORD).await.ok(), "device_id"));
        }
        let auth = json!({ "type": "m.login.password", "user": "ada", "password": PASSWORD });
        let body = json!({ "devices": devices, "auth": auth });
        ada.post(&path("/delete_devices"), body.clone()).await.ok();
        ada.post(&path("/delete_devices"), body).await.ok();
        assert_eq!(ada.get(&path("/devices")).await.ok()["devices"].as_array().map(Vec::len), Some(1));
        eve.get(&path("/account/whoami")).await.ok();
        ada.post(&path("/delete_devices"), json!({ "devices": [], "auth": auth })).await.ok();
        let many = vec!["X"; limits::DEVICES + 1];
        let refused = ada.post(&path("/delete_devices"), json!({ "devices": many })).await;
        assert_eq!(refused.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ada.post(&path("/delete_devices"), json!({})).await.refusal(), (400, "M_BAD_JSON"));
        house.store.close().await;
    });
}

#[test]
fn a_profile_is_shown_to_all_and_changed_by_its_owner() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let (eve, _) = house.member("eve").await;
        let profile = path("/profile/@ada:test.example");
        let (name, picture) = (format!("{profile}/displayname"), format!("{profile}/avatar_url"));
        assert_eq!(house.door.get(&profile).await.ok(), json!({}));
        assert_eq!(house.door.get(&name).await.ok(), json!({}));
        assert_eq!(house.accounts.profile("@ada:test.example").await.unwrap(), Some(Profile::default()));
        for _ in 0..2 {
            ada.put(&name, json!({ "displayname": "Ada \"L\" 🦊" })).await.ok();
        }
        ada.put(&picture, json!({ "avatar_url": "mxc://test.example/fox" })).await.ok();
        let shown = json!({ "displayname": "Ada \"L\" 🦊", "avatar_url": "mxc://test.example/fox" });
        assert_eq!(house.door.get(&profile).await.ok(), shown);
        assert_eq!(house.door.get(&picture).await.ok(), json!({ "avatar_url": "mxc://test.example/fox" }));
        let known = house.accounts.profile("@ada:test.example").await.unwrap().unwrap();
        assert_eq!(known.display_name.as_deref(), Some("Ada \"L\" 🦊"));
        for body in [json!({}), json!({ "avatar_url": "mxc://test.example/fox" })] {
            assert_eq!(ada.put(&name, body).await.refusal(), (400, "M_MISSING_PARAM"));
        }
        ada.put(&name, json!({ "displayname": null })).await.ok();
        ada.put(&picture, json!({ "avatar_url": "" })).await.ok();
        assert_eq!(house.accounts.profile("@ada:test.example").await.unwrap(), Some(Profile::default()));
        assert_eq!(eve.put(&name, json!({ "displayname": "Eve" })).await.refusal(), (403, "M_FORBIDDEN"));
        let changes: Vec<_> =
            house.facts().await.into_iter().filter(|(name, ..)| name == "accounts.profile_changed").collect();
        assert_eq!(changes.len(), 4);
        assert_eq!(changes[0].2, r#"{"kind":"display_name"}"#);
        house.store.close().await;
    });
}

#[test]
fn a_profile_refuses_what_is_too_long_or_of_nobody() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        for nobody in ["@eve:test.example", "@ada:other.example", "nonsense", "a%00b"] {
            assert_eq!(house.door.get(&path(&format!("/profile/{nobody}"))).await.refusal(), (404, "M_NOT_FOUND"));
            assert_eq!(house.accounts.profile(nobody).await.unwrap(), None);
        }
        let name = path("/profile/@ada:test.example/displayname");
        let cases = [
            (json!({ "displayname": "x".repeat(limits::DISPLAY_NAME_BYTES + 1) }), "M_INVALID_PARAM"),
            (json!({ "displayname": "a\0b" }), "M_INVALID_PARAM"),
            (json!({ "displayname": 5 }), "M_BAD_JSON"),
            (json!([]), "M_BAD_JSON"),
        ];
        for (body, code) in cases {
            assert_eq!(ada.put(&name, body).await.refusal(), (400, code));
        }
        ada.put(&name, json!({ "displayname": "x".repeat(limits::DISPLAY_NAME_BYTES) })).await.ok();
        house.store.close().await;
    });
}

#[test]
fn a_profile_has_fields_of_any_name_up_to_its_size() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let at = |field: &str| path(&format!("/profile/@ada:test.example/{field}"));
        ada.put(&at("m.tz"), json!({ "m.tz": "Europe/London" })).await.ok();
        ada.put(&at("org.example.pets"), json!({ "org.example.pets": [{ "kind": "fox" }, "\0"] })).await.ok();
        let pets = house.door.get(&at("org.example.pets")).await.ok();
        assert_eq!(pets, json!({ "org.example.pets": [{ "kind": "fox" }, "\0"] }));
        assert_eq!(ada.put(&at("m.tz"), json!({ "m.tz": 5 })).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ada.put(&at("org.example.none"), json!({})).await.refusal(), (400, "M_MISSING_PARAM"));
        assert_eq!(ada.put(&at("Wrong"), json!({ "Wrong": 1 })).await.refusal(), (400, "M_INVALID_PARAM"));
        let long = "a".repeat(256);
        assert_eq!(ada.put(&at(&long), json!({ long.as_str(): 1 })).await.refusal(), (400, "M_KEY_TOO_LARGE"));
        ada.put(&at("org.example.big"), json!({ "org.example.big": "x".repeat(60_000) })).await.ok();
        let more = json!({ "org.example.more": "x".repeat(6_000) });
        assert_eq!(ada.put(&at("org.example.more"), more.clone()).await.refusal(), (400, "M_PROFILE_TOO_LARGE"));
        ada.delete(&at("org.example.big")).await.ok();
        ada.delete(&at("org.example.big")).await.ok();
        assert_eq!(house.door.get(&at("org.example.big")).await.refusal(), (404, "M_NOT_FOUND"));
        ada.put(&at("org.example.more"), more).await.ok();
        house.store.close().await;
    });
}

#[test]
fn a_filter_is_kept_as_written_and_for_its_owner() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let (eve, _) = house.member("eve").await;
        let filters = path("/user/@ada:test.example/filter");
        let filter = json!({ "room": { "timeline": { "limit": 7 } }, "org.example.new": true });
        let id = text(&ada.post(&filters, filter.clone()).await.ok(), "filter_id");
        assert_eq!(text(&ada.post(&filters, filter.clone()).await.ok(), "filter_id"), id);
        assert!(!id.starts_with('{'));
        assert_eq!(ada.get(&format!("{filters}/{id}")).await.ok(), filter);
        for _ in 0..2 {
            let parsed = house.accounts.filter("@ada:test.example", &id).await.unwrap();
            assert_eq!(parsed.room.timeline.limit, Some(7_u32.into()));
        }
        assert_eq!(eve.get(&format!("{filters}/{id}")).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(eve.post(&filters, filter).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(ada.get(&format!("{filters}/0")).await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(ada.post(&filters, json!({ "room": 5 })).await.refusal(), (400, "M_BAD_JSON"));
        assert_eq!(ada.send("POST", &filters, "nonsense").await.refusal(), (400, "M_NOT_JSON"));
        let large = json!({ "event_fields": ["x".repeat(limits::FILTER_BYTES)] });
        assert_eq!(ada.post(&filters, large).await.refusal(), (413, "M_TOO_LARGE"));
        assert!(house.accounts.filter("@eve:test.example", &id).await.is_err());
        house.store.close().await;
    });
}

/// Remembers who was woken.
#[derive(Default)]
struct Woken(Mutex<Vec<String>>);

impl Observer for Woken {
    fn committed(&self, _: i64, note: Note) {
        if let Ok(change) = note.downcast::<Change>()
            && let Change::Member { user_id } = *change
        {
            self.0.lock().push(user_id.to_string());
        }
    }

    fn published(&self) {}
}

#[test]
fn account_data_is_kept_by_position_and_wakes_its_owner() {
    on_both(|place| async move {
        let house = house(&place).await;
        let woken = Arc::new(Woken::default());
        house.store.observe(woken.clone());
        let (ada, _) = house.member("ada").await;
        let user = "@ada:test.example";
        let own = path("/user/@ada:test.example/account_data/org.example.a");
        let of_room = path("/user/@ada:test.example/rooms/!room:test.example/account_data/org.example.a");
        assert_eq!(ada.get(&own).await.refusal(), (404, "M_NOT_FOUND"));
        let start = house.store.position();
        ada.put(&own, json!({ "n": 1 })).await.ok();
        ada.put(&of_room, json!({ "n": 2 })).await.ok();
        let middle = house.store.position();
        ada.put(&own, json!({ "n": 3 })).await.ok();
        assert_eq!((ada.get(&own).await.ok(), ada.get(&of_room).await.ok()), (json!({ "n": 3 }), json!({ "n": 2 })));
        assert_eq!(*woken.0.lock(), vec![user; 3]);
        let end = house.store.position();
        assert_eq!(house.accounts.account_data_position(user).await.unwrap(), end);
        assert_eq!(house.accounts.account_data_position("@eve:test.example").await.unwrap(), 0);
        let between = |since, upto| {
            let accounts = house.accounts.clone();
            async move {
                let pieces = accounts.account_data_between(user, since, upto).await.unwrap();
                pieces.into_iter().map(|piece| (piece.room_id, piece.content)).collect::<Vec<_>>()
            }
        };
        let room = Some("!room:test.example".to_owned());
        assert_eq!(between(start, end).await, [(room, r#"{"n":2}"#.to_owned()), (None, r#"{"n":3}"#.to_owned())]);
        assert_eq!(between(middle, end).await, [(None, r#"{"n":3}"#.to_owned())]);
        assert_eq!(between(end, end).await, []);
        house.store.close().await;
    });
}

#[test]
fn account_data_refuses_what_it_must() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let (eve, _) = house.member("eve").await;
        let own = |kind: &str| path(&format!("/user/@ada:test.example/account_data/{kind}"));
        let of_room = |kind: &str| path(&format!("/user/@ada:test.example/rooms/!r:test.example/account_data/{kind}"));
        assert_eq!(eve.get(&own("a")).await.refusal(), (403, "M_FORBIDDEN"));
        assert_eq!(eve.put(&of_room("a"), json!({})).await.refusal(), (403, "M_FORBIDDEN"));
        for kind in ["m.fully_read", "m.push_rules"] {
            assert_eq!(ada.put(&own(kind), json!({})).await.refusal(), (405, "M_BAD_JSON"));
            assert_eq!(ada.put(&of_room(kind), json!({})).await.refusal(), (405, "M_BAD_JSON"));
        }
        assert_eq!(ada.put(&own("a"), json!([1])).await.refusal(), (400, "M_BAD_JSON"));
        assert_eq!(ada.send("PUT", &own("a"), "nonsense").await.refusal(), (400, "M_NOT_JSON"));
        assert_eq!(ada.put(&own("a%00b"), json!({})).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ada.put(&own(&"a".repeat(256)), json!({})).await.refusal(), (400, "M_INVALID_PARAM"));
        let large = json!({ "x": "x".repeat(limits::ACCOUNT_DATA_BYTES) });
        assert_eq!(ada.put(&own("a"), large).await.refusal(), (413, "M_TOO_LARGE"));
        let wrong_room = path("/user/@ada:test.example/rooms/nonsense/account_data/a");
        assert_eq!(ada.put(&wrong_room, json!({})).await.refusal(), (400, "M_INVALID_PARAM"));
        ada.put(&own("a"), json!({})).await.ok();
        house.store.close().await;
    });
}

/// The signature that Synapse's tools make.
fn sign(parts: &[&str]) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(b"the secret").expect("a key of any length");
    mac.update(parts.join("\0").as_bytes());
    model::hex(&mac.finalize().into_bytes())
}

#[test]
fn who_knows_the_shared_secret_makes_accounts() {
    on_both(|place| async move {
        let house = house(&place).await;
        let door = &house.door;
        let url = "/_synapse/admin/v1/register";
        let nonce = text(&door.get(url).await.ok(), "nonce");
        let mac = sign(&[&nonce, "Root", PASSWORD, "admin"]);
        let body = json!({ "nonce": nonce, "username": "Root", "password": PASSWORD, "admin": true, "mac": mac, "displayname": "Root" });
        let answer = door.post(url, body.clone()).await.ok();
        assert_eq!(text(&answer, "user_id"), "@root:test.example");
        let caller = house.caller(&answer).await;
        assert!(caller.is_administrator);
        assert_eq!(
            house.accounts.profile("@root:test.example").await.unwrap().unwrap().display_name.as_deref(),
            Some("Root")
        );
        assert_eq!(door.post(url, body).await.refusal(), (400, "M_UNKNOWN"));
        let nonce = text(&door.get(url).await.ok(), "nonce");
        for mac in [sign(&[&nonce, "eve", PASSWORD, "notadmin"]), "nonsense".into(), String::new()] {
            let nonce = text(&door.get(url).await.ok(), "nonce");
            let body = json!({ "nonce": nonce, "username": "eve", "password": PASSWORD, "admin": true, "mac": mac });
            assert_eq!(door.post(url, body).await.refusal(), (403, "M_FORBIDDEN"));
        }
        house.clock.advance_ms(limits::NONCE_MS);
        let mac = sign(&[&nonce, "late", PASSWORD, "notadmin"]);
        let late = json!({ "nonce": nonce, "username": "late", "password": PASSWORD, "mac": mac });
        assert_eq!(door.post(url, late).await.refusal(), (400, "M_UNKNOWN"));
        let nonce = text(&door.get(url).await.ok(), "nonce");
        let mac = sign(&[&nonce, "bot", PASSWORD, "notadmin", "bot"]);
        let bot = json!({ "nonce": nonce, "username": "bot", "password": PASSWORD, "user_type": "bot", "mac": mac });
        door.post(url, bot).await.ok();
        house.store.close().await;
    });
}

#[test]
fn the_link_makes_the_first_administrator_and_no_second() {
    on_both(|place| async move {
        let house = house(&place).await;
        let old = house.accounts.setup_link().await.unwrap().expect("a link");
        let link = house.accounts.setup_link().await.unwrap().expect("a link");
        assert_eq!(house.door.get(&old).await.status, 403);
        assert_eq!(house.door.get("/_hearth/setup").await.status, 403);
        let shown = house.door.get(&link).await;
        assert_eq!(shown.status, 200);
        assert!(shown.text.contains("@ada:test.example") && !shown.text.contains("{{"));
        house.member("taken").await;
        let token = link.split_once('=').expect("a token").1;
        let form = |name: &str, password: &str, again: &str| {
            format!("token={token}&name={name}&password={password}&password_again={again}")
        };
        let submit = |text: String| {
            let door = house.door.clone();
            async move { door.send("POST", "/_hearth/setup", text).await }
        };
        let wrong = submit(form("%3Cb%3E", "short", "other")).await;
        assert_eq!((wrong.status.as_u16(), wrong.text.matches("class=\"wrong\"").count()), (400, 3));
        assert!(wrong.text.contains("&lt;b&gt;") && !wrong.text.contains("<b>"));
        let taken = submit(form("taken", "correct+horse", "correct+horse")).await;
        assert_eq!((taken.status.as_u16(), taken.text.matches("class=\"wrong\"").count()), (400, 1));
        assert_eq!(submit(format!("token={token}&name=%00")).await.status, 400);
        let done = submit(form("root", "correct+horse", "correct+horse")).await;
        assert!(
            done.status == 200
                && done.text.contains("@root:test.example")
                && done.text.contains("http://test.example")
                && done.text.contains("href=\"/sign-in\"")
        );
        assert_eq!(submit(form("second", "correct+horse", "correct+horse")).await.status, 403);
        assert_eq!(house.accounts.setup_link().await.unwrap(), None);
        let session = log_in(&house.door, "root", PASSWORD).await.ok();
        assert!(house.caller(&session).await.is_administrator);
        house.store.close().await;
    });
}

#[test]
fn an_administrator_made_otherwise_closes_the_link() {
    on_both(|place| async move {
        let house = house(&place).await;
        let link = house.accounts.setup_link().await.unwrap().expect("a link");
        let user_id = model::new_user_id("late", &house.accounts.server_name).unwrap();
        house.accounts.create("root", PASSWORD, true).await.unwrap();
        assert_eq!(house.door.get(&link).await.status, 403);
        let late = house.accounts.make_first_administrator(user_id, PASSWORD).await.unwrap_err();
        assert_eq!(late.code, "M_FORBIDDEN");
        assert!(!house.accounts.exists("@late:test.example").await.unwrap());
        house.store.close().await;
    });
}

#[test]
fn the_setup_page_speaks_the_readers_language() {
    on_both(|place| async move {
        let house = house(&place).await;
        let link = house.accounts.setup_link().await.unwrap().expect("a link");
        let routes = module(&house.accounts).routes;
        let route = routes.iter().find(|route| route.path == "/_hearth/setup" && route.method == http::Method::GET);
        let mut asked = call(http::Method::GET, &link);
        asked.headers.insert(http::header::ACCEPT_LANGUAGE, "ar-XB".parse().unwrap());
        let reply = (route.expect("the route").handler)(asked).await.unwrap();
        let policy = reply.headers()[http::header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        let mut text = Vec::new();
        let mut body = reply.into_body().into_data_stream();
        while let Some(chunk) = futures_util::StreamExt::next(&mut body).await {
            text.extend(chunk.unwrap());
        }
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains(r#"<html lang="ar-XB" dir="rtl">"#));
        let nonce = policy.split_once("'nonce-").and_then(|(_, rest)| rest.split_once('\'')).expect("a nonce").0;
        assert!(text.contains(&format!(r#"<style nonce="{nonce}">"#)));
        house.store.close().await;
    });
}

#[test]
fn people_are_moved_in_once_and_cannot_sign_in() {
    on_both(|place| async move {
        let house = house(&place).await;
        for _ in 0..2 {
            let user_id = house.accounts.import_member("old.friend", "Old Friend", 1_000).await.unwrap();
            assert_eq!(user_id, "@old.friend:test.example");
        }
        let at_once = (0..4).map(|_| house.accounts.import_member("other", "", 1_000));
        assert!(futures_util::future::join_all(at_once).await.iter().all(Result::is_ok));
        assert_eq!(house.accounts.import_member("Wrong", "", 0).await.unwrap_err().code, "M_INVALID_USERNAME");
        // Whoever makes the rooms that are moved in is nobody who could sign in.
        assert_eq!(house.accounts.create(KEEPER, PASSWORD, true).await.unwrap_err().code, "M_USER_IN_USE");
        let free = house.door.get(&path(&format!("/register/available?username={KEEPER}"))).await;
        assert_eq!(free.refusal(), (400, "M_USER_IN_USE"));
        house.accounts.import_member(KEEPER, KEEPER, 1_000).await.unwrap();
        let command = Command::ResetPassword { name: KEEPER.to_owned(), password: None, keeps_devices: false };
        assert_eq!(house.accounts.administer(command).await.unwrap_err().code, "M_FORBIDDEN");
        let profile = house.accounts.profile("@old.friend:test.example").await.unwrap().unwrap();
        assert_eq!(profile.display_name.as_deref(), Some("Old Friend"));
        assert_eq!(register(&house.door, "old.friend").await.refusal(), (400, "M_USER_IN_USE"));
        let facts = facts(&house.store).await;
        assert_eq!(facts.len(), 3);
        assert!(facts.iter().all(|fact| fact.historical && fact.happened_at_ms == 1_000));
        house.store.close().await;
    });
}

#[test]
fn who_needs_help_finds_whom_the_operator_names() {
    on_both(|place| async move {
        const PATH: &str = "/.well-known/matrix/support";
        let (context, clock) = context(1);
        let house = house_of(&place, &context, clock.clone(), settings(), RateLimits::off(context.clock.clone())).await;
        assert_eq!(house.door.get(PATH).await.refusal(), (404, "M_NOT_FOUND"));
        house.store.close().await;
        let contacts =
            vec![("m.role.admin", "help@test.example".into()), ("m.role.security", "@ada:test.example".into())];
        let support = Support { page: Some("https://test.example/help".into()), contacts };
        let settings = Settings { support, ..settings() };
        let house = house_of(&place, &context, clock, settings, RateLimits::off(context.clock.clone())).await;
        let told = json!({
            "contacts": [
                { "role": "m.role.admin", "email_address": "help@test.example" },
                { "role": "m.role.security", "matrix_id": "@ada:test.example" },
            ],
            "support_page": "https://test.example/help",
        });
        assert_eq!(house.door.get(PATH).await.ok(), told);
        house.store.close().await;
    });
}

#[test]
fn clients_find_the_server_and_what_it_can() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let versions = house.door.get("/_matrix/client/versions").await.ok();
        assert_eq!((&versions["versions"][0], &versions["versions"][15]), (&"v1.1".into(), &"v1.16".into()));
        assert_eq!(versions["unstable_features"]["org.matrix.e2e_cross_signing"], true);
        let found = house.door.get("/.well-known/matrix/client").await;
        assert_eq!(found.headers["access-control-allow-origin"], "*");
        assert_eq!(found.ok(), json!({ "m.homeserver": { "base_url": "http://test.example" } }));
        let by_tls = [("host", "chat.test.example"), ("x-forwarded-proto", "https")];
        let found = house.door.send_with("GET", "/.well-known/matrix/client", &by_tls, Default::default()).await;
        assert_eq!(found.ok(), json!({ "m.homeserver": { "base_url": "https://chat.test.example" } }));
        assert_eq!(house.door.get("/.well-known/matrix/server").await.refusal(), (404, "M_UNRECOGNIZED"));
        let auth_metadata = house.door.get("/_matrix/client/v1/auth_metadata").await;
        assert_eq!(auth_metadata.refusal(), (404, "M_UNRECOGNIZED"));
        let can = &ada.get(&path("/capabilities")).await.ok()["capabilities"];
        assert_eq!(can["m.room_versions"]["default"], "12");
        for capability in ["m.change_password", "m.profile_fields", "m.get_login_token"] {
            assert_eq!(can[capability], json!({ "enabled": true }), "{capability}");
        }
        assert_eq!(ada.get(&path("/voip/turnServer")).await.ok(), json!({}));
        assert_eq!(ada.get(&path("/thirdparty/protocols")).await.ok(), json!({}));
        house.store.close().await;
    });
}

#[test]
fn every_route_that_checks_a_password_is_limited_as_such() {
    on_both(|place| async move {
        let house = house(&place).await;
        let routes = module(&house.accounts).routes;
        for route in &routes {
            let checks = [
                "/login",
                "/login/get_token",
                "/register",
                "/delete_devices",
                "/account/password",
                "/account/deactivate",
                "/_hearth/setup",
            ]
            .iter()
            .any(|end| route.path.ends_with(end));
            let removes_a_device = route.method == http::Method::DELETE && route.path.contains("/devices/");
            let is_dear = (checks && route.method == http::Method::POST) || removes_a_device;
            let is_guessed = route.path.ends_with("login.registration_token/validity");
            assert_eq!(route.rate == Rate::SigningIn, is_dear || is_guessed, "{} {}", route.method, route.path);
            let is_open = !matches!(route.access, Access::Member | Access::LockedMember);
            assert!(!is_open || !route.path.contains("/user/"), "{}", route.path);
        }
        assert!(house.accounts.cultures.require(module(&house.accounts).strings).is_ok());
        house.store.close().await;
    });
}
