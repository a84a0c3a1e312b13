//! The module through its front.

mod export;
mod keep;
mod log;
mod mover;

use tempfile::TempDir;

use super::{kinds::MESSAGE_SENT, *};

/// 2026-01-01.
const NEW_YEAR_MS: i64 = 1_767_225_600_000;
const HOUR_MS: i64 = 3_600_000;

fn stream() -> Stream {
    Stream::parse("outbox").unwrap()
}

fn said(member: &str, at_ms: i64, position: i64) -> Signal {
    Signal {
        peer: Some(Id::parse("@bo:test.example").unwrap()),
        variant: Some(Word::parse("reply").unwrap()),
        amount: Some(7),
        ..Signal::new(&MESSAGE_SENT, Id::parse(member).unwrap(), at_ms, position, 0)
    }
}

/// Every signal of a workspace, day by day.
async fn everything(log: &SignalLog, workspace: &Workspace) -> Vec<Signal> {
    let mut reading = log.read(workspace, Day::of(0)..=Day::of(i64::MAX)).await.unwrap();
    let mut all = Vec::new();
    while let Some(day) = reading.next().await.unwrap() {
        assert!(day.signals.iter().all(|signal| Day::of(signal.at_ms) == day.day));
        all.extend(day.signals);
    }
    all
}

fn files(dir: &TempDir) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![dir.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.extension() {
                _ if path.is_dir() => folders.push(path),
                Some(end) if end == "parquet" => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}
