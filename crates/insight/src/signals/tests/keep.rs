//! What becomes of files: merged, thinned out by kind, written anew without somebody, and all of it cut off.

use hearth_kernel::limits;
use tempfile::TempDir;

use super::{
    super::kinds::{READ, ROOM_JOINED},
    *,
};

const DAY_MS: i64 = 24 * HOUR_MS;

/// One file for each signal.
async fn one_by_one(log: &SignalLog, signals: &[Signal]) {
    for signal in signals {
        log.append(&Workspace::home(), &stream(), vec![signal.clone()]).await.unwrap();
    }
}

fn a_day() -> Vec<Signal> {
    (1..=9).map(|number| said("@ada:test.example", NEW_YEAR_MS + number * HOUR_MS, number)).collect()
}

#[tokio::test]
async fn a_closed_day_becomes_one_file_and_what_comes_late_is_gathered() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    let all = a_day();
    one_by_one(&log, &all[..8]).await;
    log.tidy(NEW_YEAR_MS + DAY_MS).await.unwrap();
    assert_eq!(files(&dir).len(), 8, "the day has only just ended");
    let closed_ms = NEW_YEAR_MS + DAY_MS + HOUR_MS;
    log.tidy(closed_ms).await.unwrap();
    assert_eq!(files(&dir).len(), 1);
    assert_eq!(everything(&log, &Workspace::home()).await, all[..8]);
    // Handed over again it is known, and what is new is beside it.
    one_by_one(&log, &all).await;
    log.tidy(closed_ms + HOUR_MS).await.unwrap();
    assert_eq!(files(&dir).len(), 2);
    log.tidy(closed_ms + DAY_MS).await.unwrap();
    assert_eq!(files(&dir).len(), 1);
    assert_eq!(everything(&log, &Workspace::home()).await, all);
    let [census] = &log.census(&Workspace::home(), 10).await.unwrap()[..] else { panic!("one day") };
    assert_eq!((census.signals, census.files, census.bytes > 0), (9, 1, true));
}

#[tokio::test]
async fn signal_day_files_are_merged_before_the_day_is_closed() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    let most = limits::SIGNAL_DAY_FILES as i64;
    let all: Vec<Signal> = (1..=most).map(|number| said("@ada:test.example", NEW_YEAR_MS + number, number)).collect();
    one_by_one(&log, &all[1..]).await;
    log.tidy(NEW_YEAR_MS + HOUR_MS).await.unwrap();
    assert_eq!(files(&dir).len() as i64, most - 1);
    log.append(&Workspace::home(), &Stream::parse("other").unwrap(), all[..1].to_vec()).await.unwrap();
    one_by_one(&log, &[said("@ada:test.example", NEW_YEAR_MS, most + 1)]).await;
    log.tidy(NEW_YEAR_MS + HOUR_MS).await.unwrap();
    assert_eq!(files(&dir).len(), 2, "each stream has a file of its own");
    assert_eq!(everything(&log, &Workspace::home()).await.len() as i64, most + 1);
}

#[tokio::test]
async fn a_merge_that_was_cut_off_leaves_each_signal_once() {
    let dir = TempDir::new().unwrap();
    let all = a_day();
    for gone in 0..=all.len() {
        let log = SignalLog::open(dir.path()).unwrap();
        one_by_one(&log, &all).await;
        let parts: Vec<_> = files(&dir).into_iter().map(|file| (std::fs::read(&file).unwrap(), file)).collect();
        log.tidy(NEW_YEAR_MS + 3 * DAY_MS).await.unwrap();
        assert_eq!(files(&dir).len(), 1);
        drop(log);
        // So many of those that were merged had lost their names when the process was killed.
        parts[gone..].iter().for_each(|(bytes, file)| std::fs::write(file, bytes).unwrap());
        let log = SignalLog::open(dir.path()).unwrap();
        assert_eq!(everything(&log, &Workspace::home()).await, all);
        one_by_one(&log, &all).await;
        assert_eq!(everything(&log, &Workspace::home()).await, all);
        log.tidy(NEW_YEAR_MS + 3 * DAY_MS).await.unwrap();
        assert_eq!((everything(&log, &Workspace::home()).await, files(&dir).len()), (all.clone(), 1));
        drop(log);
        std::fs::remove_dir_all(dir.path().join("home")).unwrap();
    }
}

#[tokio::test]
async fn each_kind_is_kept_as_long_as_it_declares() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    let ada = Id::parse("@ada:test.example").unwrap();
    let read = Signal::new(&READ, ada.clone(), NEW_YEAR_MS, 1, 0);
    let joined = Signal::new(&ROOM_JOINED, ada, NEW_YEAR_MS, 2, 0);
    assert!(READ.kept_days < ROOM_JOINED.kept_days);
    one_by_one(&log, &[read.clone(), joined.clone()]).await;
    let end_ms = NEW_YEAR_MS + DAY_MS;
    log.tidy(end_ms + READ.kept_days * DAY_MS - 1).await.unwrap();
    assert_eq!(everything(&log, &Workspace::home()).await, [read, joined.clone()]);
    log.tidy(end_ms + READ.kept_days * DAY_MS).await.unwrap();
    assert_eq!(everything(&log, &Workspace::home()).await, [joined]);
    log.tidy(end_ms + ROOM_JOINED.kept_days * DAY_MS).await.unwrap();
    assert_eq!((files(&dir).len(), log.days(&Workspace::home()).await.unwrap().len()), (0, 0));
}

#[tokio::test]
async fn a_broken_file_keeps_no_other_day_from_being_kept() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    let shop = Workspace::parse("shop").unwrap();
    let joined =
        |at_ms, position| Signal::new(&ROOM_JOINED, Id::parse("@ada:test.example").unwrap(), at_ms, position, 0);
    one_by_one(&log, &[joined(NEW_YEAR_MS, 1), joined(NEW_YEAR_MS + 1, 2)]).await;
    let broken = files(&dir);
    one_by_one(&log, &[joined(NEW_YEAR_MS + DAY_MS, 3), joined(NEW_YEAR_MS + DAY_MS + 1, 4)]).await;
    log.append(&shop, &stream(), vec![Signal::new(&READ, Id::parse("ada").unwrap(), NEW_YEAR_MS, 1, 0)]).await.unwrap();
    std::fs::write(&broken[0], "this was a file").unwrap();
    let read_is_over_ms = NEW_YEAR_MS + DAY_MS + READ.kept_days * DAY_MS;
    let failed = log.tidy(read_is_over_ms).await.unwrap();
    let [error] = &failed[..] else { panic!("{failed:?}") };
    assert!(error.message.contains("home/2026-01-01/outbox.0000000000000000001"), "{error}");
    assert!(everything(&log, &shop).await.is_empty(), "another workspace is thinned out");
    assert_eq!(files(&dir).len(), 4, "another day is merged");
    // What is broken goes with its day, be it where it was or set aside.
    assert_eq!(log.erase(&Workspace::home(), &[Id::parse("nobody").unwrap()]).await.unwrap(), 0);
    assert!(!broken[0].exists() && broken[0].with_extension("parquet.broken").exists());
    assert_eq!(everything(&log, &Workspace::home()).await.len(), 3);
    let failed = log.tidy(NEW_YEAR_MS + 2 * DAY_MS + ROOM_JOINED.kept_days * DAY_MS).await.unwrap();
    assert!(failed.is_empty() && log.days(&Workspace::home()).await.unwrap().is_empty(), "{failed:?}");
}

#[tokio::test]
async fn a_workspace_is_taken_away_with_its_broken_files() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    one_by_one(&log, &a_day()[..3]).await;
    for file in &files(&dir)[..2] {
        std::fs::write(file, "this was a file").unwrap();
    }
    log.erase(&Workspace::home(), &[Id::parse("nobody").unwrap()]).await.unwrap();
    let [file] = &files(&dir)[..] else { panic!("two are set aside") };
    std::fs::write(file, "this was a file").unwrap();
    assert_eq!(log.remove(&Workspace::home()).await.unwrap(), 0);
    assert!(log.workspaces().await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_moved_in_is_kept_from_the_day_on_which_it_came() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    let shop = Workspace::parse("shop").unwrap();
    let came_ms = NEW_YEAR_MS + 5_000 * DAY_MS;
    let old = Signal::new(&ROOM_JOINED, Id::parse("@ada:test.example").unwrap(), NEW_YEAR_MS, 1, 0);
    log.append(&shop, &Stream::moved_in(Day::of(came_ms)), vec![old.clone()]).await.unwrap();
    let kept_ms = came_ms + (1 + ROOM_JOINED.kept_days) * DAY_MS;
    for now_ms in [came_ms, came_ms + 2 * DAY_MS, kept_ms - 1] {
        log.tidy(now_ms).await.unwrap();
        assert_eq!(everything(&log, &shop).await, std::slice::from_ref(&old));
    }
    log.tidy(kept_ms).await.unwrap();
    assert!(everything(&log, &shop).await.is_empty() && files(&dir).is_empty());
}

#[tokio::test]
async fn who_is_erased_is_in_no_file_any_more() {
    let dir = TempDir::new().unwrap();
    let log = SignalLog::open(dir.path()).unwrap();
    let bo = Id::parse("@bo:test.example").unwrap();
    let of_bo = said("@bo:test.example", NEW_YEAR_MS + 2 * DAY_MS, 20);
    let mut all = a_day();
    all.push(of_bo.clone());
    one_by_one(&log, &all).await;
    // What was merged and not yet taken away has them too.
    let parts: Vec<_> = files(&dir).into_iter().map(|file| (std::fs::read(&file).unwrap(), file)).collect();
    log.tidy(NEW_YEAR_MS + DAY_MS + HOUR_MS).await.unwrap();
    parts.iter().for_each(|(bytes, file)| std::fs::write(file, bytes).unwrap());
    assert_eq!(log.erase(&Workspace::home(), std::slice::from_ref(&bo)).await.unwrap(), 10);
    assert_eq!(log.erase(&Workspace::home(), std::slice::from_ref(&bo)).await.unwrap(), 0);
    for file in files(&dir) {
        let bytes = std::fs::read(&file).unwrap();
        let name = bo.as_str().as_bytes();
        assert!(!bytes.windows(name.len()).any(|window| window == name), "{}", file.display());
    }
    let left = everything(&log, &Workspace::home()).await;
    assert_eq!((left.len(), left.iter().all(|signal| signal.peer.is_none())), (9, true));
    // What was erased does not come back when it is handed over again.
    one_by_one(&log, &[of_bo]).await;
    assert_eq!(everything(&log, &Workspace::home()).await.len(), 9);
}
