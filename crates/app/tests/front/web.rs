//! The page that people open, with and without an app to serve.

use std::fs;

use axum::body::Body;
use hearth_store::testing::on_both;
use serde_json::json;

use crate::support::Server;

#[test]
fn a_server_without_the_app_says_so_in_the_readers_language() {
    on_both(|place| async {
        let server = Server::open(place).await;
        for path in ["/", "/sign-in", "/rooms/!a:test.example", "/settings/privacy"] {
            let answer = server.door().get(path).await;
            assert_eq!(answer.status, 200, "{path}");
            assert!(answer.text.contains("without its web app"), "{}", answer.text);
        }
        let chinese = [("accept-language", "zh-CN")];
        let answer = server.door().send_with("GET", "/", &chinese, Body::empty()).await;
        assert!(answer.text.contains("网页应用"), "{}", answer.text);
        assert_eq!(server.door().get("/assets/a-1.js").await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(server.door().get("/nowhere").await.refusal(), (404, "M_UNRECOGNIZED"));
    });
}

#[test]
fn who_is_invited_is_told_what_this_community_is() {
    on_both(|place| async {
        let server = Server::open(place).await;
        server.members(["ada", "bob"]).await;
        let bare = json!({ "server_name": "test.example", "registration": "open", "members": 2 });
        assert_eq!(server.door().get("/_hearth/community").await.ok(), bare);
        assert_eq!(server.door().get("/_hearth/community/picture").await.refusal(), (404, "M_NOT_FOUND"));
        let folder = tempfile::tempdir().unwrap();
        let picture: &'static str = folder.path().join("picture").display().to_string().leak();
        fs::write(picture, b"\x89PNG").unwrap();
        let told = server.restart_with(vec![
            ("HEARTH_COMMUNITY_NAME", "en The gardeners | zh-Hans 园丁之家"),
            ("HEARTH_COMMUNITY_DESCRIPTION", "en Seeds, tools, and advice."),
            ("HEARTH_COMMUNITY_PICTURE", picture),
            ("HEARTH_COMMUNITY_ROOM", "#welcome:test.example"),
            ("HEARTH_REGISTRATION", "token"),
            ("HEARTH_MINIMUM_AGE", "16"),
        ]);
        let server = told.await;
        let chinese = [("accept-language", "zh-CN")];
        let told = server.door().send_with("GET", "/_hearth/community", &chinese, Body::empty()).await.ok();
        let expected = json!({
            "server_name": "test.example",
            "registration": "token",
            "members": 2,
            "name": "园丁之家",
            "description": "Seeds, tools, and advice.",
            "picture": "/_hearth/community/picture",
            "room": "#welcome:test.example",
            "minimum_age": 16,
        });
        assert_eq!(told, expected);
        assert_eq!(server.door().get("/_hearth/community").await.ok()["name"], json!("The gardeners"));
        let shown = server.door().get("/_hearth/community/picture").await;
        assert_eq!((shown.status.as_u16(), shown.header("content-type")), (200, "image/png"));
    });
}

#[test]
fn administrators_make_invitations_that_let_people_sign_up() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let (root, ada) = (server.administrator().await, server.member("ada").await);
        let path = "/_hearth/admin/registration_tokens";
        let wanted = json!({ "uses_allowed": 1, "lives_ms": 60_000 });
        assert_eq!(ada.door.post(path, wanted.clone()).await.refusal(), (403, "M_FORBIDDEN"));
        for wrong in [json!({ "uses_allowed": 0 }), json!({ "lives_ms": 0 }), json!({ "use_allowed": 1 }), json!([])] {
            assert_eq!(root.door.post(path, wrong).await.status, 400);
        }
        let made = root.door.post(path, wanted).await.ok();
        let token = made["token"].as_str().unwrap();
        let validity = format!("/_matrix/client/v1/register/m.login.registration_token/validity?token={token}");
        assert_eq!(server.door().get(&validity).await.ok(), json!({ "valid": true }));
        assert_eq!(made["uses_allowed"], json!(1));
    });
}

#[test]
fn the_app_is_served_with_a_policy_that_lets_nothing_in() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("assets")).unwrap();
    fs::write(folder.path().join("member.html"), "<!doctype html>").unwrap();
    fs::write(folder.path().join("assets/a-1.js"), "let a").unwrap();
    fs::write(folder.path().join("worker.js"), "self").unwrap();
    let app: &'static str = folder.path().display().to_string().leak();
    on_both(move |place| async move {
        let server = Server::open_with(place, &[("HEARTH_WEB_DIR", app)]).await;
        let page = server.door().get("/rooms/!a:test.example").await;
        assert_eq!((page.text.as_str(), page.header("content-type")), ("<!doctype html>", "text/html; charset=utf-8"));
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "), "{policy}");
        assert!(!policy.contains("'unsafe"), "{policy}");
        for (name, value) in [
            ("cache-control", "no-cache"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(page.header(name), value, "{name}");
        }
        let asset = server.door().get("/assets/a-1.js").await;
        assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(asset.header("content-type"), "text/javascript; charset=utf-8");
        let worker = server.door().get("/worker.js").await;
        assert_eq!(worker.header("cache-control"), "no-cache");
        assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(worker.header("content-security-policy"), "default-src 'none'; connect-src 'self'");
        for path in ["/assets/b-1.js", "/assets/..%2Fmember.html", "/icon.svg"] {
            assert_eq!(server.door().get(path).await.refusal(), (404, "M_NOT_FOUND"), "{path}");
        }
        assert_eq!(server.door().get("/_matrix/client/v3/nothing").await.refusal(), (404, "M_UNRECOGNIZED"));
    });
}
