//! What an operator's Prometheus reads.

use hearth_http::testing::Door;
use hearth_store::testing::on_both;
use serde_json::json;

use crate::support::{Server, V3};

pub async fn metrics(server: &Server) -> String {
    let answer = Door::new(server.app.metrics()).get("/metrics").await;
    assert_eq!(answer.headers["content-type"], "application/openmetrics-text; version=1.0.0; charset=utf-8");
    answer.text
}

fn number(metrics: &str, series: &str) -> f64 {
    let line = metrics.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    line.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("no {series} in\n{metrics}"))
}

#[test]
fn what_happens_is_counted_and_nobody_is_named() {
    on_both(|place| async {
        let server = Server::open(place).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        let room = ada.room_with(json!({ "name": "Secret garden" }), &[&bob]).await;
        ada.say(&room, "psst").await;
        let refused = bob.put(&format!("/rooms/{room}/send/m.room.message/t1"), json!([])).await;
        assert_eq!(refused.status, 400);
        let since = bob.token().await;
        let poll = tokio::spawn({
            let bob = bob.clone();
            async move { bob.get(&format!("/sync?since={since}&timeout=60000")).await.ok() }
        });
        while number(&metrics(&server).await, "hearth_sync_waiting") < 1.0 {
            tokio::task::yield_now().await;
        }

        let found = metrics(&server).await;
        let sends = format!(r#"method="PUT",route="{V3}/rooms/{{room_id}}/send/{{event_type}}/{{txn_id}}""#);
        let requests =
            |status: u16| number(&found, &format!(r#"hearth_http_requests_total{{{sends},status="{status}"}}"#));
        assert!((requests(200), requests(400)) == (1.0, 1.0), "{found}");
        assert!(number(&found, &format!("hearth_http_request_seconds_count{{{sends}}}")) >= 2.0);
        let position = number(&found, "hearth_store_position");
        assert!(number(&found, "hearth_store_commit_entries_sum") >= position, "{found}");
        assert!(number(&found, "hearth_store_commit_seconds_count") >= 1.0);
        for (series, value) in [
            ("hearth_rooms_loaded", 1.0),
            ("hearth_sync_members", 1.0),
            (r#"hearth_store_queue_entries{lane="live"}"#, 0.0),
            (r#"hearth_store_queue_entries{lane="background"}"#, 0.0),
            ("hearth_store_read_errors_total", 0.0),
            ("hearth_store_write_errors_total", 0.0),
        ] {
            assert!((number(&found, series) - value).abs() < f64::EPSILON, "{series} in\n{found}");
        }
        assert!(number(&found, r#"hearth_store_outbox_lag{listener="rooms"}"#) <= position);
        assert!(number(&found, "process_resident_memory_bytes") > 0.0);
        for personal in ["ada", "bob", "garden", "psst", room.as_str(), "test.example"] {
            assert!(!found.contains(personal), "{personal} is named in\n{found}");
        }

        ada.say(&room, "there").await;
        poll.await.expect("the poll ends");
        assert!(number(&metrics(&server).await, "hearth_sync_waiting").abs() < f64::EPSILON);
        assert_eq!(server.door().get("/metrics").await.refusal(), (404, "M_UNRECOGNIZED"));
        server.close().await;
    });
}
