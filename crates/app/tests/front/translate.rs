//! Translation of a message on request, with a provider that is a fake and speaks LibreTranslate's protocol.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use axum::{Json, Router, http::StatusCode, routing};
use hearth_http::{Listener, Meter, Stopping};
use hearth_kernel::limits;
use hearth_store::testing::{TestPlace, on_both};
use serde_json::{Value, json};

use crate::support::{Member, Server, Setting};

/// Texts that the provider has and says nothing of.
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// Answers as LibreTranslate does: it "translates" by writing the text backwards, and has moods for some texts.
async fn fake_provider() -> String {
    let languages =
        || async { Json(json!([{ "code": "en", "name": "English", "targets": ["zt"] }, { "code": "zt" }])) };
    let translate = |Json(wanted): Json<Value>| async move {
        let text = wanted["q"].as_str().unwrap_or_default();
        if wanted["api_key"] != "secret" || wanted["source"] != "auto" || wanted["format"] != "text" {
            return (StatusCode::FORBIDDEN, Json(json!({ "error": "Invalid API key" })));
        }
        match text {
            "slow down" => (StatusCode::TOO_MANY_REQUESTS, Json(json!({ "error": "Slowdown: 20 per 1 minute" }))),
            "broken" => (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({ "error": "Cannot translate text: broken" }))),
            "strange" => (StatusCode::OK, Json(json!({ "hello": "there" }))),
            "endless" => {
                (StatusCode::OK, Json(json!({ "translatedText": "x".repeat(limits::TRANSLATION_ANSWER_BYTES) })))
            }
            "wait" => {
                WAITING.fetch_add(1, Ordering::Relaxed);
                std::future::pending().await
            }
            "unknown" => (StatusCode::OK, Json(json!({ "translatedText": "nwonknu" }))),
            _ => {
                let backwards: String =
                    text.chars().rev().chain(wanted["target"].as_str().unwrap_or_default().chars()).collect();
                let detected = json!({ "confidence": 92.0, "language": "de" });
                (StatusCode::OK, Json(json!({ "translatedText": backwards, "detectedLanguage": detected })))
            }
        }
    };
    let app = Router::new().route("/languages", routing::get(languages)).route("/translate", routing::post(translate));
    let listener = Listener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.address().expect("an address");
    let (stop, stopping) = Stopping::new();
    tokio::spawn(async move {
        listener.serve(app, stopping, Meter::default()).await;
        drop(stop);
    });
    format!("http://{address}/")
}

async fn open(place: TestPlace, url: String, is_private: bool) -> Server {
    open_with(place, url, is_private, &[]).await
}

async fn open_with(place: TestPlace, url: String, is_private: bool, more: &[Setting]) -> Server {
    let url: &'static str = url.leak();
    let private = if is_private { "true" } else { "false" };
    let settings = [
        ("HEARTH_TRANSLATION_URL", url),
        ("HEARTH_TRANSLATION_KEY", "secret"),
        ("HEARTH_TRANSLATION_PRIVATE", private),
    ];
    Server::open_with(place, &[&settings, more].concat()).await
}

async fn ask(member: &Member, text: &str, to: &str) -> hearth_http::testing::Answer {
    member.door.post("/_hearth/translate", json!({ "text": text, "to": to })).await
}

#[test]
fn a_text_is_translated_for_a_member_and_kept_nowhere() {
    on_both(|place| async {
        let server = open(place, fake_provider().await, true).await;
        assert_eq!(server.door().get("/_hearth/community").await.ok()["translator"], "127.0.0.1");
        let ada = server.member("ada").await;
        assert_eq!(ask(&ada, "Guten Tag", "en").await.ok(), json!({ "text": "gaT netuGen", "from": "de" }));
        assert_eq!(ask(&ada, "Guten Tag", "zh-Hant").await.ok(), json!({ "text": "gaT netuGzt", "from": "de" }));
        assert_eq!(ask(&ada, "unknown", "en").await.ok(), json!({ "text": "nwonknu", "from": null }));
        let facts = server.rows("SELECT name FROM store_fact WHERE name LIKE 'translate%'").await;
        assert!(facts.is_empty(), "{facts:?}");
    });
}

#[test]
fn what_cannot_be_translated_is_refused_in_our_own_words() {
    on_both(|place| async {
        let server = open(place, fake_provider().await, true).await;
        let ada = server.member("ada").await;
        for (text, to, refusal) in [
            (" ", "en", (400, "M_INVALID_PARAM")),
            ("x", "de", (400, "M_INVALID_PARAM")),
            ("x", "../admin", (400, "M_INVALID_PARAM")),
            ("slow down", "en", (429, "M_LIMIT_EXCEEDED")),
            ("broken", "en", (503, "M_UNKNOWN")),
            ("strange", "en", (503, "M_UNKNOWN")),
            // Its answer is beyond TRANSLATION_ANSWER_BYTES.
            ("endless", "en", (503, "M_UNKNOWN")),
        ] {
            let answer = ask(&ada, text, to).await;
            assert_eq!(answer.refusal(), refusal, "{text}");
            assert!(!answer.text.contains("Cannot translate text"), "the provider's words go no further");
        }
        for body in ["", "[]", r#"{"text": 1, "to": "en"}"#, r#"{"text": "x", "to": "en", "room": "!a"}"#] {
            let answer = ada.door.send("POST", "/_hearth/translate", body).await;
            assert_eq!(answer.status, 400, "{body}");
        }
        let nobody = server.door().post("/_hearth/translate", json!({ "text": "x", "to": "en" })).await;
        assert_eq!(nobody.refusal(), (401, "M_MISSING_TOKEN"));
    });
}

#[test]
fn translation_text_bytes_and_translations_per_minute() {
    on_both(|place| async {
        let server = open_with(place, fake_provider().await, true, &[("HEARTH_RATE_LIMITS", "on")]).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        assert_eq!(ask(&ada, &"x".repeat(limits::TRANSLATION_TEXT_BYTES), "en").await.status, 200);
        let long = ask(&ada, &"x".repeat(limits::TRANSLATION_TEXT_BYTES + 1), "en").await;
        assert_eq!(long.refusal(), (413, "M_TOO_LARGE"));
        for _ in 2..limits::TRANSLATIONS_PER_MINUTE {
            assert_eq!(ask(&ada, "x", "en").await.status, 200);
        }
        let refused = ask(&ada, "x", "en").await;
        assert_eq!(refused.refusal(), (429, "M_LIMIT_EXCEEDED"));
        assert_eq!(ask(&bob, "x", "en").await.status, 200, "another member");
        server.clock.advance_ms(refused.json["retry_after_ms"].as_i64().expect("a time"));
        assert_eq!(ask(&ada, "x", "en").await.status, 200, "a while later");
    });
}

#[test]
fn without_a_provider_there_is_no_way_in() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        assert_eq!(ask(&ada, "x", "en").await.refusal(), (404, "M_UNRECOGNIZED"));
        assert_eq!(server.door().get("/_hearth/community").await.ok().get("translator"), None);
    });
}

#[test]
fn a_provider_that_is_gone_or_private_is_not_reached() {
    on_both(|place| async {
        // Nobody listens at port 1.
        let server = open(place, "http://127.0.0.1:1".to_owned(), true).await;
        let ada = server.member("ada").await;
        assert_eq!(ask(&ada, "x", "en").await.refusal(), (503, "M_UNKNOWN"));
        let private = open(server.close().await, "https://localhost:1".to_owned(), false).await;
        let ada = private.log_in("ada").await;
        assert_eq!(ask(&ada, "x", "en").await.refusal(), (503, "M_UNKNOWN"));
    });
}

#[test]
fn translations_at_once_are_so_many_and_translation_retry_ms_is_when_others_come_again() {
    on_both(|place| async {
        WAITING.store(0, Ordering::Relaxed);
        let server = open(place, fake_provider().await, true).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        let busy = |answer: &hearth_http::testing::Answer| {
            (answer.status.as_u16(), answer.json["retry_after_ms"].as_u64())
                == (429, Some(limits::TRANSLATION_RETRY_MS))
        };
        assert!(busy(&ask(&bob, "slow down", "en").await), "as the provider says");
        let waiting: Vec<_> = (0..limits::TRANSLATIONS_AT_ONCE)
            .map(|_| {
                let ada = ada.clone();
                tokio::spawn(async move { ask(&ada, "wait", "en").await })
            })
            .collect();
        while WAITING.load(Ordering::Relaxed) < limits::TRANSLATIONS_AT_ONCE {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert!(busy(&ask(&bob, "x", "en").await));
        waiting.iter().for_each(tokio::task::JoinHandle::abort);
        drop(futures_util::future::join_all(waiting).await);
        assert_eq!(ask(&bob, "x", "en").await.status, 200, "who went away leaves their place");
    });
}

#[test]
fn translation_tag_bytes_bound_the_tag_of_a_language() {
    on_both(|place| async {
        let server = open(place, fake_provider().await, true).await;
        let ada = server.member("ada").await;
        let tag = |bytes: usize| format!("en-{}", "x".repeat(bytes - 3));
        assert_eq!(ask(&ada, "Tag", &tag(limits::TRANSLATION_TAG_BYTES)).await.status, 200);
        let long = ask(&ada, "Tag", &tag(limits::TRANSLATION_TAG_BYTES + 1)).await;
        assert_eq!(long.refusal(), (400, "M_INVALID_PARAM"));
    });
}
