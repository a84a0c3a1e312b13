//! The doors for other products' events: each endpoint of the two protocols, and what each refuses.

use std::io::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use hearth_http::testing::{Answer, Body};
use hearth_insight::{
    ingest::Command,
    signals::{Day, Signal, Workspace},
};
use hearth_kernel::limits;
use hearth_store::testing::on_both;
use serde_json::{Value, json};

use crate::support::Server;

const NOW: &str = "2026-01-01T00:00:00Z";
const NOW_MS: i64 = 1_767_225_600_000;

/// A server with one product's write key.
struct Shop {
    server: Server,
    key: String,
}

impl Shop {
    async fn open(place: hearth_store::testing::TestPlace) -> Self {
        let server = Server::open(place).await;
        let map = Some("peer=to,room=channel,amount=price".to_owned());
        let make = Command::CreateWriteKey { workspace: "shop".into(), basis: Some("contract".into()), map };
        let made = server.app.insight.ingest.administer(make).await.unwrap();
        let key = made["write_key"].as_str().unwrap().to_owned();
        Self { server, key }
    }

    /// As the SDKs of Segment send it: the key is the user's name.
    async fn segment(&self, path: &str, body: &Value) -> Answer {
        self.post(path, &[("authorization", self.basic().as_str())], body.to_string().into_bytes()).await
    }

    async fn post(&self, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.server.door().send_with("POST", path, &headers, Body::from(body)).await
    }

    fn basic(&self) -> String {
        format!("Basic {}", STANDARD.encode(format!("{}:", self.key)))
    }

    async fn administer(&self, command: Command) -> Value {
        self.server.app.insight.ingest.administer(command).await.unwrap()
    }

    async fn show(&self) -> Value {
        self.administer(Command::ShowWorkspace { workspace: "shop".into() }).await
    }

    /// All that is in the log, in the order of time.
    async fn signals(&self) -> Vec<Signal> {
        self.server.app.insight.ingest.settle(true).await.unwrap();
        let workspace = Workspace::parse("shop").unwrap();
        let mut reading = self.server.app.insight.log.read(&workspace, Day::of(0)..=Day::of(2 * NOW_MS)).await.unwrap();
        let mut signals = Vec::new();
        while let Some(day) = reading.next().await.unwrap() {
            signals.extend(day.signals);
        }
        signals
    }

    async fn close(self) {
        self.server.close().await;
    }
}

fn gzip(body: &Value) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(body.to_string().as_bytes()).unwrap();
    packer.finish().unwrap()
}

/// Words of the log, in the order of time.
fn words(signals: &[Signal]) -> Vec<String> {
    signals.iter().map(|signal| signal.variant.as_ref().unwrap().to_string()).collect()
}

#[test]
fn every_endpoint_of_segment_takes_its_call() {
    on_both(|place| async {
        let shop = Shop::open(place).await;
        let calls = [
            ("/v1/track", "/v1/t", json!({ "event": "page", "userId": "ada" })),
            ("/v1/page", "/v1/p", json!({ "name": "Home", "anonymousId": "anon" })),
            ("/v1/screen", "/v1/s", json!({ "name": "Home", "userId": 7 })),
            ("/v1/identify", "/v1/i", json!({ "userId": "ada", "anonymousId": "anon", "traits": { "name": "Ada" } })),
            ("/v1/group", "/v1/g", json!({ "userId": "ada", "groupId": "team" })),
            ("/v1/alias", "/v1/a", json!({ "userId": "ada", "previousId": "old" })),
        ];
        for (long, short, call) in &calls {
            for path in [long, short] {
                let answer = shop.segment(path, call).await;
                assert_eq!(answer.ok(), json!({ "success": true }), "{path}");
                // Browsers write the key into the body, and say that it is text.
                let mut call = call.clone();
                call["writeKey"] = shop.key.clone().into();
                let body = Body::from(call.to_string());
                let answer = shop.server.door().send_with("POST", path, &[("content-type", "text/plain")], body).await;
                assert_eq!(answer.header("access-control-allow-origin"), "*");
                answer.ok();
            }
        }
        for path in ["/v1/batch", "/v1/b", "/v1/import"] {
            let batch: Vec<Value> = calls
                .iter()
                .map(|(path, _, call)| {
                    let mut call = call.clone();
                    call["type"] = path.trim_start_matches("/v1/").into();
                    call
                })
                .collect();
            let answer = shop.segment(path, &json!({ "batch": batch, "sentAt": NOW })).await;
            assert_eq!(answer.ok(), json!({ "success": true }), "{path}");
        }
        // Activity is what is known as such: track, page and screen, four times each and thrice in batches.
        assert_eq!(shop.signals().await.len(), 3 * (4 + 3));
        let identities = shop.server.app.insight.ingest.identities("shop").await.unwrap();
        assert_eq!((identities.person("anon"), identities.person("old")), ("ada", "ada"));
        let shown = shop.show().await.to_string();
        assert!(!shown.contains("Home") && !shown.contains("Ada"), "{shown}");
        shop.close().await;
    });
}

#[test]
fn every_endpoint_of_posthog_takes_its_events() {
    on_both(|place| async {
        let shop = Shop::open(place).await;
        let event = json!({
            "event": "$pageview", "distinct_id": "ada", "timestamp": NOW,
            "properties": { "channel": "c1", "$current_url": "https://example.org/a secret page" },
        });
        let mut single = event.clone();
        single["api_key"] = shop.key.clone().into();
        let mut listed = event.clone();
        listed["properties"]["token"] = shop.key.clone().into();
        let batch = json!({ "api_key": shop.key, "batch": [event], "sent_at": NOW });
        for path in ["/capture", "/e", "/i/v0/e", "/batch"] {
            for path in [path.to_owned(), format!("{path}/")] {
                for body in [&single, &json!([listed]), &batch] {
                    let answer = shop.post(&path, &[], body.to_string().into_bytes()).await;
                    assert_eq!(answer.ok(), json!({ "status": 1 }), "{path} {body}");
                }
                shop.post(&path, &[("content-encoding", "gzip")], gzip(&batch)).await.ok();
            }
        }
        let signals = shop.signals().await;
        assert_eq!(signals.len(), 8 * 4);
        assert!(signals.iter().all(|signal| signal.room.as_ref().is_some_and(|room| room.as_str() == "c1")));
        shop.close().await;
    });
}

#[test]
fn an_event_is_counted_once_by_our_clock_and_without_what_people_wrote() {
    on_both(|place| async {
        let shop = Shop::open(place).await;
        let call = |id: &str, at: &str| {
            json!({
                "type": "track", "event": "page", "userId": "ada", "messageId": id, "timestamp": at,
                "properties": { "to": "ben", "channel": "c1", "price": 3, "text": "meet me at eight" },
            })
        };
        // The sender's clock is an hour ahead.
        let batch = json!({
            "batch": [call("1", "2026-01-01T00:59:50Z"), call("2", "2026-01-01T00:59:40Z"), call("1", "2026-01-01T00:59:50Z")],
            "sentAt": "2026-01-01T01:00:00Z",
        });
        for _ in 0..2 {
            shop.segment("/v1/batch", &batch).await.ok();
        }
        shop.post("/v1/batch", &[("authorization", shop.basic().as_str())], gzip(&batch)).await.ok();
        let signals = shop.signals().await;
        let times: Vec<i64> = signals.iter().map(|signal| NOW_MS - signal.at_ms).collect();
        assert_eq!(times, [20_000, 10_000]);
        let Signal { peer, room, amount, .. } = &signals[0];
        assert_eq!(
            (peer.as_ref().map(|id| id.as_str()), room.as_ref().map(|id| id.as_str())),
            (Some("ben"), Some("c1"))
        );
        assert_eq!(*amount, Some(3));
        // Late ones go to their day; those that are too late, and those of the future, are counted.
        for (at, status) in
            [("2025-12-03T00:00:00Z", 200), ("2025-12-01T00:00:00Z", 400), ("2026-01-02T00:00:00Z", 400)]
        {
            let answer = shop.segment("/v1/track", &call(at, at)).await;
            assert_eq!(answer.status.as_u16(), status, "{at}: {}", answer.text);
        }
        assert_eq!(shop.signals().await.len(), 3);
        let refused = shop.show().await["refused"].clone();
        assert_eq!(refused, json!([{ "why": "future", "events": 1 }, { "why": "late", "events": 1 }]));
        shop.close().await;
    });
}

#[test]
fn what_an_answer_called_a_success_is_there_after_a_kill() {
    on_both(|place| async {
        let shop = Shop::open(place).await;
        let call = json!({ "event": "Bought", "userId": "ada", "messageId": "1", "timestamp": NOW });
        shop.segment("/v1/track", &call).await.ok();
        let Shop { server, key } = shop;
        let shop = Shop { server: server.restart().await, key };
        shop.segment("/v1/track", &call).await.ok();
        assert!(shop.signals().await.is_empty(), "nobody has said what it means");
        assert_eq!(shop.show().await["events"][0]["held"], 1);
        let rule = Command::RuleOnEvent { workspace: "shop".into(), name: "Bought".into(), ruling: "activity".into() };
        shop.administer(rule).await;
        assert_eq!(words(&shop.signals().await), ["bought"]);
        shop.close().await;
    });
}

#[test]
fn who_has_no_write_key_brings_nothing_in() {
    on_both(|place| async {
        let shop = Shop::open(place).await;
        let call = json!({ "event": "page", "userId": "ada" });
        let batch = json!({ "batch": [call] });
        let wrong = format!("Basic {}", STANDARD.encode("hwk_wrong:"));
        for path in ["/v1/track", "/v1/batch", "/capture/", "/e/", "/i/v0/e/", "/batch/"] {
            let body = if path.ends_with("batch") { &batch } else { &call };
            let none = shop.post(path, &[], body.to_string().into_bytes()).await;
            assert_eq!(none.refusal(), (401, "M_MISSING_TOKEN"), "{path}");
            // The SDKs look for their own fields.
            assert!(none.json["success"] == false && none.json["detail"].is_string() && none.json["code"].is_string());
            let headers = [("authorization", wrong.as_str())];
            let mut body = body.clone();
            body["api_key"] = "hwk_wrong".into();
            let unknown = shop.post(path, &headers, body.to_string().into_bytes()).await;
            assert_eq!(unknown.refusal(), (401, "M_UNKNOWN_TOKEN"), "{path}");
        }
        shop.segment("/v1/track", &call).await.ok();
        shop.administer(Command::RevokeWriteKey { key: shop.key.clone() }).await;
        assert_eq!(shop.segment("/v1/track", &call).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        assert_eq!(shop.signals().await.len(), 1, "what came before the key was revoked stays");
        shop.close().await;
    });
}

#[test]
fn malformed_bodies_are_refused_in_words() {
    on_both(|place| async {
        let shop = Shop::open(place).await;
        let basic = shop.basic();
        let cut = gzip(&json!({ "event": "page", "userId": "ada" }));
        let bodies: Vec<Vec<u8>> = vec![
            Vec::new(),
            b"nothing".to_vec(),
            b"[]".to_vec(),
            b"{}".to_vec(),
            b"{\"batch\":3}".to_vec(),
            b"\xff\xfe".to_vec(),
            format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000)).into_bytes(),
            cut[..cut.len() / 2].to_vec(),
        ];
        for path in ["/v1/track", "/v1/alias", "/v1/batch", "/batch/", "/e/"] {
            for body in &bodies {
                let answer = shop.post(path, &[("authorization", basic.as_str())], body.clone()).await;
                let (status, code) = answer.refusal();
                assert!([400, 401].contains(&status) && code.starts_with("M_"), "{path} {body:?}: {}", answer.text);
            }
        }
        // An empty batch is no mistake.
        shop.segment("/v1/batch", &json!({ "batch": [] })).await.ok();
        let get = shop.server.door().get("/v1/batch").await;
        assert_eq!(get.refusal(), (405, "M_UNRECOGNIZED"));
        assert!(shop.signals().await.is_empty());
        shop.close().await;
    });
}

#[test]
fn ingest_event_bytes_and_ingest_batch_bytes_bound_what_is_taken() {
    on_both(|place| async {
        let shop = Shop::open(place).await;
        let basic = shop.basic();
        let call = |bytes: usize| {
            let text = |filler: usize| {
                let properties = json!({ "text": "x".repeat(filler) });
                json!({ "type": "track", "event": "page", "userId": "ada", "properties": properties }).to_string()
            };
            text(bytes - text(0).len())
        };
        let most = limits::INGEST_EVENT_BYTES;
        let send =
            async |path: &str, body: String| shop.post(path, &[("authorization", &basic)], body.into_bytes()).await;
        send("/v1/track", call(most)).await.ok();
        assert_eq!(send("/v1/track", call(most + 1)).await.refusal(), (413, "M_TOO_LARGE"));
        // In a batch the others are taken, and the one that is too large is named.
        let answer = send("/v1/batch", format!("{{\"batch\":[{},{}]}}", call(most), call(most + 1))).await.ok();
        assert_eq!((&answer["success"], &answer["refused"][0]["index"]), (&json!(true), &json!(1)));
        assert_eq!(answer["refused"][0]["why"], "too_large");
        let batch = |bytes: usize| {
            let whole = format!("{{\"batch\":[{}]}}", vec![call(1_000); 400].join(","));
            format!("{}{whole}", " ".repeat(bytes - whole.len()))
        };
        let most = limits::INGEST_BATCH_BYTES;
        send("/v1/batch", batch(most)).await.ok();
        assert_eq!(send("/v1/batch", batch(most + 1)).await.refusal(), (413, "M_TOO_LARGE"));
        let packed = |bytes: usize| {
            let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
            packer.write_all(batch(bytes).as_bytes()).unwrap();
            packer.finish().unwrap()
        };
        let headers = [("authorization", basic.as_str()), ("content-encoding", "gzip")];
        shop.post("/v1/batch", &headers, packed(most)).await.ok();
        assert_eq!(shop.post("/v1/batch", &headers, packed(most + 1)).await.refusal(), (413, "M_TOO_LARGE"));
        assert_eq!(shop.signals().await.len(), 2 + 400 + 400);
        shop.close().await;
    });
}

#[test]
fn capture_event_bytes_capture_batch_bytes_and_refusals_named_bound_the_other_protocol() {
    on_both(|place| async {
        let shop = Shop::open(place).await;
        let event = |filler: usize| json!({ "event": "$screen", "distinct_id": "ada", "properties": { "text": "x".repeat(filler) } });
        let body = |events: Vec<Value>| json!({ "api_key": shop.key, "batch": events });
        let send = async |body: Value| shop.post("/batch/", &[], gzip(&body)).await;
        let answer =
            send(body(vec![event(limits::CAPTURE_EVENT_BYTES - 200), event(limits::CAPTURE_EVENT_BYTES)])).await.ok();
        assert_eq!((answer["refused"].as_array().unwrap().len(), &answer["refused"][0]["index"]), (1, &json!(1)));
        let large = vec![
            event(limits::CAPTURE_EVENT_BYTES / 2);
            limits::CAPTURE_BATCH_BYTES / (limits::CAPTURE_EVENT_BYTES / 2)
        ];
        assert_eq!(send(body(large)).await.refusal(), (413, "M_TOO_LARGE"));
        let mut wrong = vec![json!({ "event": "$screen" }); limits::REFUSALS_NAMED + 5];
        wrong.push(event(1));
        let answer = send(body(wrong)).await.ok();
        assert_eq!(answer["refused"].as_array().unwrap().len(), limits::REFUSALS_NAMED);
        assert_eq!(shop.signals().await.len(), 2);
        shop.close().await;
    });
}

#[test]
fn requests_from_one_address_have_a_rate() {
    on_both(|place| async {
        let settings = [("HEARTH_RATE_LIMITS", "on"), ("HEARTH_RATE_INGESTING_BURST", "3")];
        let server = Server::open_with(place, &settings).await;
        let send = async || server.door().post("/v1/track", json!({ "event": "page", "userId": "ada" })).await;
        for _ in 0..3 {
            assert_eq!(send().await.refusal(), (401, "M_MISSING_TOKEN"));
        }
        let late = send().await;
        assert_eq!(late.refusal(), (429, "M_LIMIT_EXCEEDED"));
        assert_eq!(late.header("retry-after"), "1");
        server.clock.advance_ms(10);
        assert_eq!(send().await.refusal(), (401, "M_MISSING_TOKEN"));
        server.close().await;
    });
}
