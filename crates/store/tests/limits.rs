//! The store's limits, each by its name: what happens at it, and just beyond.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    time::Duration,
};

use futures_util::FutureExt;
use hearth_kernel::{Fact, FactKind, Kind, limits};
use hearth_store::{
    Entry, Fault, Faults, Lane, Migration, Note, Observer, Options, Outbox, Receipt, Statement, Store, Value,
    testing::{TestPlace, context, facts, on_both, sqlite_place},
    trim_outbox,
};

const SCHEMA: &[Migration] = &[Migration {
    module: "test",
    number: 1,
    sql: "CREATE TABLE test_note (name TEXT PRIMARY KEY, position BIGINT NOT NULL)",
    postgres: None,
}];

static NOTED: FactKind = FactKind { name: "test.noted", doc: "A note was written." };

fn note(name: String) -> Statement {
    Statement::new("INSERT INTO test_note (name, position) VALUES (?1, ?2)", vec![name.into(), Value::Position])
}

/// Holds every commit until the other end is dropped, and says that there is one.
struct Gate {
    closed: Mutex<mpsc::Receiver<()>>,
    is_asked: Arc<AtomicBool>,
}

impl Faults for Gate {
    fn next(&self) -> (Duration, Fault) {
        self.is_asked.store(true, Ordering::Release);
        self.closed.lock().expect("nobody panics with it").recv().ok();
        (Duration::ZERO, Fault::None)
    }
}

/// The entries of each commit, by lane.
#[derive(Default)]
struct Batches(Mutex<Vec<Vec<Lane>>>);

impl Observer for Batches {
    fn committed(&self, _position: i64, note: Note) {
        let lane = *note.downcast::<Lane>().expect("the notes of this test");
        let mut batches = self.0.lock().expect("nobody panics with it");
        match batches.last_mut() {
            Some(batch) => batch.push(lane),
            None => batches.push(vec![lane]),
        }
    }

    fn published(&self) {
        self.0.lock().expect("nobody panics with it").push(Vec::new());
    }
}

/// A store whose first commit is under way and does not end before the gate opens.
struct Held {
    store: Arc<Store>,
    batches: Arc<Batches>,
    gate: mpsc::Sender<()>,
    first: Receipt,
}

async fn held(place: &TestPlace) -> Held {
    let (context, _) = context(1);
    let (gate, closed) = mpsc::channel();
    let is_asked = Arc::new(AtomicBool::new(false));
    let faults = Arc::new(Gate { closed: Mutex::new(closed), is_asked: is_asked.clone() });
    let options = Options { faults: Some(faults), ..place.options() };
    let store = Store::open(options, &context, Some("test.example"), SCHEMA).await.expect("the store opens");
    let batches = Arc::new(Batches::default());
    store.observe(batches.clone());
    let first = submit(&store, Lane::Live, "first", 1).await;
    // Not only taken from the queue: what came then would still be in its commit.
    while !is_asked.load(Ordering::Acquire) {
        tokio::task::yield_now().await;
    }
    Held { store, batches, gate, first }
}

async fn submit(store: &Store, lane: Lane, name: &str, statements: usize) -> Receipt {
    let mut entry = Entry::new();
    for number in 0..statements {
        entry.statement(note(format!("{name}-{number}")));
    }
    entry.note(Box::new(lane));
    store.reserve(lane).await.expect("there is room").submit(entry)
}

impl Held {
    /// Opens the gate and gives the commits that followed the first.
    async fn open(self, waiting: Vec<Receipt>) -> Vec<Vec<Lane>> {
        drop(self.gate);
        for receipt in std::iter::once(self.first).chain(waiting) {
            receipt.wait().await.expect("it is stored");
        }
        self.store.close().await;
        let batches = self.batches.0.lock().expect("nobody panics with it");
        batches.iter().filter(|batch| !batch.is_empty()).skip(1).cloned().collect()
    }
}

#[test]
fn queue_entries_and_batch_entries_bound_what_waits_and_what_is_committed_at_once() {
    on_both(|place: TestPlace| async move {
        let held = held(&place).await;
        let mut waiting = Vec::new();
        for number in 0..limits::QUEUE_ENTRIES {
            waiting.push(submit(&held.store, Lane::Live, &format!("live{number}"), 1).await);
        }
        assert_eq!(held.store.waiting()[0], limits::QUEUE_ENTRIES);
        let refused = held.store.reserve(Lane::Live).await.err().expect("the queue is full");
        assert_eq!(refused.kind, Kind::Limited { retry_after_ms: limits::QUEUE_RETRY_MS });
        let batches = held.open(waiting).await;
        assert!(batches.iter().all(|batch| batch.len() <= limits::BATCH_ENTRIES), "a commit is too large");
        assert_eq!(batches[0].len(), limits::BATCH_ENTRIES);
        assert_eq!(batches.iter().map(Vec::len).sum::<usize>(), limits::QUEUE_ENTRIES);
    });
}

#[test]
fn queue_background_entries_makes_bulk_work_wait_and_batch_background_entries_keeps_it_small() {
    on_both(|place: TestPlace| async move {
        let held = held(&place).await;
        let mut waiting = Vec::new();
        for number in 0..limits::QUEUE_BACKGROUND_ENTRIES {
            waiting.push(submit(&held.store, Lane::Background, &format!("bulk{number}"), 1).await);
        }
        assert!(held.store.reserve(Lane::Background).now_or_never().is_none(), "bulk work waits for its turn");
        for number in 0..10 {
            waiting.push(submit(&held.store, Lane::Live, &format!("live{number}"), 1).await);
        }
        let batches = held.open(waiting).await;
        let live = |batch: &[Lane]| batch.iter().filter(|lane| **lane == Lane::Live).count();
        assert_eq!(live(&batches[0]), 10, "people come first");
        assert_eq!(batches[0].len(), 10 + limits::BATCH_BACKGROUND_ENTRIES);
    });
}

#[test]
fn batch_statements_bounds_a_commit_of_large_entries() {
    on_both(|place: TestPlace| async move {
        let held = held(&place).await;
        let mut waiting = Vec::new();
        for number in 0..5 {
            waiting
                .push(submit(&held.store, Lane::Live, &format!("large{number}"), limits::BATCH_STATEMENTS / 2).await);
        }
        let batches = held.open(waiting).await;
        assert_eq!(batches.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[should_panic(expected = "larger work goes in steps")]
async fn entry_statements_are_never_exceeded() {
    let (context, _) = context(1);
    let store = sqlite_place().open(&context, SCHEMA).await;
    submit(&store, Lane::Live, "huge", limits::ENTRY_STATEMENTS + 1).await;
}

/// Pages of facts end anywhere, within a position too; each fact is heard once.
#[test]
fn facts_page_does_not_lose_or_repeat_what_stands_at_its_end() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        let sizes = [1, limits::FACTS_PAGE - 1, limits::FACTS_PAGE * 2 + 3, 1, limits::FACTS_PAGE, 2];
        for size in sizes {
            let mut entry = Entry::new();
            for number in 0..size {
                entry.fact(Fact::new(&NOTED, format!("{size}-{number}"), 5));
            }
            store.write(entry).await.expect("it is stored");
        }
        let expected: Vec<String> =
            sizes.iter().flat_map(|size| (0..*size).map(move |number| format!("{size}-{number}"))).collect();
        let (heard, mut hearing) = tokio::sync::mpsc::unbounded_channel();
        let listener = tokio::spawn(Outbox::new(store.clone(), "test", &["test.noted"]).run(move |fact| {
            heard.send(fact.subject).ok();
            std::future::ready(Ok(()))
        }));
        let mut found = Vec::new();
        while found.len() < expected.len() {
            let next = tokio::time::timeout(std::time::Duration::from_secs(20), hearing.recv()).await;
            found.push(next.expect("the listener goes on").expect("it lives"));
        }
        assert_eq!(found, expected);
        assert!(hearing.recv().now_or_never().is_none(), "a fact was heard twice");
        listener.abort();
        listener.await.ok();
        store.close().await;
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn facts_kept_are_the_newest() {
    let (place, (context, _)) = (sqlite_place(), context(1));
    let store = place.open(&context, SCHEMA).await;
    let mut entry = Entry::new();
    entry.fact(Fact::new(&NOTED, "old", 5));
    let old = store.write(entry).await.expect("it is stored").position;
    trim_outbox(&store).await.expect("it is trimmed");
    assert_eq!(facts(&store).await.len(), 1, "nothing is old yet");
    store.close().await;
    drop(store);
    let database = rusqlite::Connection::open(place.path().join("hearth.db")).expect("the database");
    let later = old + limits::FACTS_KEPT;
    database.execute("UPDATE store_writer SET position = ?1", [later]).expect("time has passed");
    drop(database);
    let store = place.open(&context, SCHEMA).await;
    let mut entry = Entry::new();
    entry.fact(Fact::new(&NOTED, "new", 6));
    store.write(entry).await.expect("it is stored");
    trim_outbox(&store).await.expect("it is trimmed");
    let left: Vec<String> = facts(&store).await.into_iter().map(|fact| fact.subject).collect();
    assert_eq!(left, ["new"]);
    store.close().await;
}

#[test]
fn readers_are_shared_by_whoever_asks() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        let ask = || store.query("SELECT name FROM test_note LIMIT 1", &[]);
        let answers = futures_util::future::join_all((0..limits::READERS * 8).map(|_| ask())).await;
        assert!(answers.iter().all(Result::is_ok));
        store.close().await;
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wal_bytes_bounds_the_log_under_a_steady_load() {
    // As large as an event; it stands in the table and in its index.
    const TEXT: usize = 64 * 1024;
    let (place, (context, _)) = (sqlite_place(), context(1));
    let store = place.open(&context, SCHEMA).await;
    let much = usize::try_from(5 * limits::WAL_BYTES / 2).expect("it fits");
    for number in 0..much / (2 * TEXT) {
        let mut entry = Entry::new();
        entry.statement(note(format!("{number}{}", "x".repeat(TEXT))));
        store.write(entry).await.expect("it is stored");
    }
    let log = std::fs::metadata(place.path().join("hearth.db-wal")).expect("a log").len();
    assert!(log < 2 * limits::WAL_BYTES, "the log has {log} bytes");
    // Begun anew it is cut, or each further look would find it full.
    for number in 0..256 {
        let mut entry = Entry::new();
        entry.statement(note(format!("behind {number}")));
        store.write(entry).await.expect("it is stored");
    }
    let log = std::fs::metadata(place.path().join("hearth.db-wal")).expect("a log").len();
    assert!(log <= limits::WAL_BYTES, "the log has {log} bytes still");
    store.close().await;
}

#[test]
fn more_than_statements_cached_are_asked_again_and_again() {
    on_both(|place| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        for _ in 0..2 {
            for number in 0..=limits::STATEMENTS_CACHED as i64 {
                let row = store.query_one(&format!("SELECT CAST({number} AS BIGINT)"), &[]).await.expect("an answer");
                assert_eq!(row.expect("a row").int(0).expect("a number"), number);
            }
        }
        if !place.options().database_url.is_empty() {
            let prepared = store.query_one("SELECT COUNT(*) FROM pg_prepared_statements", &[]).await.expect("a count");
            let prepared = prepared.expect("a row").int(0).expect("a number");
            assert!((1..=limits::STATEMENTS_CACHED as i64).contains(&prepared), "{prepared} stay prepared");
        }
        store.close().await;
    });
}
