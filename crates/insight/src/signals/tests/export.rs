//! What a member is handed of themselves: how much of it, and how many members at once.

use std::sync::Arc;

use hearth_kernel::{Kind, limits, ports::NoConsent};
use hearth_store::{Options, Store, testing};
use serde_json::json;
use tempfile::TempDir;

use super::*;

const ADA: &str = "@ada:test.example";

#[tokio::test]
async fn signals_exported_bound_what_is_read_for_an_export() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    let home = Workspace::home();
    let most = limits::SIGNALS_EXPORTED as i64;
    let one_too_many = (1..=most + 1).map(|number| said(ADA, NEW_YEAR_MS + number, number)).collect();
    log.append(&home, &stream(), one_too_many).await.unwrap();
    log.append(&home, &stream(), vec![said(ADA, NEW_YEAR_MS + 30 * HOUR_MS, most + 2)]).await.unwrap();
    let [_, next_day] = &files(&dir)[..] else { panic!("a file for each day") };
    std::fs::write(next_day, "this was a file, and nobody looks into it").unwrap();
    let handed = signals_of(&log, &[home, Workspace::import()], &[ADA.to_owned()]).await.unwrap();
    assert_eq!(handed["signals"].as_array().map(Vec::len), Some(limits::SIGNALS_EXPORTED));
    assert_eq!(handed["whole"], json!(false));
}

#[tokio::test]
async fn exports_at_once_are_the_most_and_who_comes_then_comes_again_after_export_retry_ms() {
    let dir = TempDir::new().unwrap();
    let (context, _) = testing::context(1);
    let options = Options { inline: true, ..Options::embedded(dir.path()) };
    let store = Store::open(options, &context, Some("test.example"), &[]).await.unwrap();
    let log = Arc::new(SignalLog::open(&dir.path().join("signals")).unwrap());
    log.append(&Workspace::home(), &stream(), vec![said(ADA, NEW_YEAR_MS, 1)]).await.unwrap();
    let signals = Signals::new(store.clone(), context, Arc::new(NoConsent), log);
    let places = signals.exporting.acquire_many(limits::EXPORTS_AT_ONCE as u32).await.unwrap();
    let refused = signals.signals_of(ADA).await.unwrap_err();
    assert_eq!(refused.kind, Kind::Limited { retry_after_ms: limits::EXPORT_RETRY_MS });
    drop(places);
    for _ in 0..2 {
        let handed = signals.signals_of(ADA).await.unwrap();
        assert_eq!((handed["signals"].as_array().map(Vec::len), &handed["whole"]), (Some(1), &json!(true)));
    }
    store.close().await;
}
