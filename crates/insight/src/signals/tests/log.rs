//! The log through its front: what is appended, twice, after a crash, and broken.

use hearth_kernel::{Error, limits};
use tempfile::TempDir;

use super::*;

#[tokio::test]
async fn signals_are_read_in_the_order_of_time_by_workspace() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    assert_eq!(log.workspaces().await.unwrap(), []);
    let first = vec![
        said("@ada:test.example", NEW_YEAR_MS + HOUR_MS, 1),
        said("@bo:test.example", NEW_YEAR_MS - HOUR_MS, 2),
        said("@ada:test.example", NEW_YEAR_MS + 30 * HOUR_MS, 3),
    ];
    let second = vec![said("@cy:test.example", NEW_YEAR_MS + 2, 4), said("@cy:test.example", NEW_YEAR_MS + 1, 5)];
    let home = Workspace::home();
    assert_eq!(log.append(&home, &stream(), first.clone()).await.unwrap(), 3);
    assert_eq!(log.append(&home, &stream(), second.clone()).await.unwrap(), 2);
    let elsewhere = Workspace::parse("shop").unwrap();
    log.append(&elsewhere, &stream(), vec![said("42", 5, 1)]).await.unwrap();
    let all = everything(&log, &home).await;
    let positions: Vec<i64> = all.iter().map(|signal| signal.position).collect();
    assert_eq!(positions, [2, 5, 4, 1, 3]);
    assert_eq!(all[3], first[0]);
    assert_eq!(log.workspaces().await.unwrap(), [home.clone(), elsewhere.clone()]);
    assert_eq!(everything(&log, &elsewhere).await.len(), 1);
    let days: Vec<String> = log.days(&home).await.unwrap().iter().map(Day::to_string).collect();
    assert_eq!(days, ["2025-12-31", "2026-01-01", "2026-01-02"]);
    let day = log.read_day(&home, Day::parse("2026-01-01").unwrap()).await.unwrap();
    assert_eq!((day.signals.len(), day.unknown), (3, 0));
}

#[tokio::test]
async fn what_is_handed_over_again_is_there_once() {
    let dir = TempDir::new().unwrap();
    let home = Workspace::home();
    let all: Vec<Signal> =
        (1..=9).map(|number| said("@ada:test.example", NEW_YEAR_MS + number * 7 * HOUR_MS, number)).collect();
    let log = SignalLog::open(dir.path()).unwrap();
    assert_eq!(log.append(&home, &stream(), all[..5].to_vec()).await.unwrap(), 5);
    assert_eq!(log.append(&home, &stream(), all[..5].to_vec()).await.unwrap(), 0);
    assert_eq!(log.append(&home, &stream(), Vec::new()).await.unwrap(), 0);
    drop(log);
    // After a restart the batches may be cut otherwise.
    let log = SignalLog::open(dir.path()).unwrap();
    assert_eq!(log.append(&home, &stream(), all[2..].to_vec()).await.unwrap(), 4);
    assert_eq!(everything(&log, &home).await, all);
    // Another stream has positions of its own.
    let other = Stream::parse("shop").unwrap();
    assert_eq!(log.append(&home, &other, all[..1].to_vec()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_batch_of_which_only_some_days_were_written_is_completed() {
    let dir = TempDir::new().unwrap();
    let home = Workspace::home();
    let all: Vec<Signal> =
        (1..=8).map(|number| said("@ada:test.example", NEW_YEAR_MS + number * 12 * HOUR_MS, number)).collect();
    for written in 0..5 {
        let log = SignalLog::open(dir.path()).unwrap();
        log.append(&home, &stream(), all.clone()).await.unwrap();
        drop(log);
        for gone in &files(&dir)[written..] {
            std::fs::remove_file(gone).unwrap();
        }
        std::fs::write(dir.path().join("home/2026-01-01/x.parquet#1"), "half").unwrap();
        let log = SignalLog::open(dir.path()).unwrap();
        log.append(&home, &stream(), all.clone()).await.unwrap();
        assert_eq!(everything(&log, &home).await, all);
        assert!(!dir.path().join("home/2026-01-01/x.parquet#1").exists());
    }
}

#[tokio::test]
async fn a_second_process_reads_and_does_not_write() {
    let dir = TempDir::new().unwrap();
    let home = Workspace::home();
    let log = SignalLog::open(dir.path()).unwrap();
    log.append(&home, &stream(), vec![said("@ada:test.example", NEW_YEAR_MS, 1)]).await.unwrap();
    let second = SignalLog::open(dir.path()).unwrap();
    assert_eq!(everything(&second, &home).await.len(), 1);
    let signals = vec![said("@ada:test.example", NEW_YEAR_MS, 2)];
    assert!(second.append(&home, &stream(), signals).await.unwrap_err().message.contains("stop it first"));
}

#[tokio::test]
async fn a_broken_file_is_named_whatever_byte_of_it_is_wrong() {
    let dir = TempDir::new().unwrap();
    let home = Workspace::home();
    let log = SignalLog::open(dir.path()).unwrap();
    let all =
        (0..50).map(|number| said(&format!("@m{number}:test.example"), NEW_YEAR_MS + number, number + 1)).collect();
    log.append(&home, &stream(), all).await.unwrap();
    let [file] = &files(&dir)[..] else { panic!("one file") };
    let whole = std::fs::read(file).unwrap();
    let day = Day::of(NEW_YEAR_MS);
    let name = "home/2026-01-01/outbox.0000000000000000001.0000000000000000050.parquet";
    for cut in [0, 3, 12, whole.len() / 2, whole.len() - 1] {
        std::fs::write(file, &whole[..cut]).unwrap();
        let error = log.read_day(&home, day).await.unwrap_err();
        assert!(error.message.contains(name), "{error}");
    }
    for at in 0..whole.len() {
        let mut bent = whole.clone();
        bent[at] ^= 0x5a;
        std::fs::write(file, &bent).unwrap();
        // A wrong byte in a value may go unseen; it never stops the reader or goes without the file's name.
        if let Err(error) = log.read_day(&home, day).await {
            assert!(error.message.contains(name), "byte {at}: {error}");
        }
    }
    // A file under the name of another.
    std::fs::write(file, &whole).unwrap();
    std::fs::rename(file, file.with_file_name("outbox.0000000000000000001.0000000000000000051.parquet")).unwrap();
    let error = log.read_day(&home, day).await.unwrap_err();
    assert!(error.message.contains("names other positions"), "{error}");
}

#[tokio::test]
async fn signals_file_bounds_what_is_taken_at_once() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    let too_many = vec![said("@ada:test.example", NEW_YEAR_MS, 1); limits::SIGNALS_FILE + 1];
    let refused = log.append(&Workspace::home(), &stream(), too_many).await.unwrap_err();
    assert!(refused.message.contains("hand over fewer"), "{refused}");
}

#[tokio::test]
async fn signals_file_bytes_bounds_a_file_that_is_read() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    log.append(&Workspace::home(), &stream(), vec![said("@ada:test.example", NEW_YEAR_MS, 1)]).await.unwrap();
    // A hole takes no room on the disk.
    let file = std::fs::OpenOptions::new().write(true).open(&files(&dir)[0]).unwrap();
    file.set_len(limits::SIGNALS_FILE_BYTES as u64 + 1).unwrap();
    let error = log.read_day(&Workspace::home(), Day::of(NEW_YEAR_MS)).await.unwrap_err();
    assert_eq!(error.kind, hearth_kernel::Kind::TooLarge, "{error}");
}

#[tokio::test]
async fn signal_read_tries_are_how_often_files_may_be_merged_under_a_reader() {
    for gone in 0..=limits::SIGNAL_READ_TRIES {
        let tries = std::cell::Cell::new(0);
        let read = super::super::log::while_merged(|| {
            tries.set(tries.get() + 1);
            let is_there = tries.get() > gone;
            async move { if is_there { Ok(()) } else { Err(Error::not_found("merged meanwhile")) } }
        });
        assert_eq!(read.await.is_ok(), gone < limits::SIGNAL_READ_TRIES);
        assert_eq!(tries.get(), limits::SIGNAL_READ_TRIES.min(gone + 1));
    }
}
