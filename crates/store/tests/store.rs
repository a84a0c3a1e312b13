//! What every caller relies on, on both databases: order, durability, guards, chains and lost answers.

use std::{sync::Arc, time::Duration};

use hearth_kernel::{Error, Fact, FactKind, Kind, Rng};
use hearth_store::{
    Chain, Entry, Fault, Faults, Lane, Migration, Options, Outbox, Statement, Store, Value, catch_up,
    testing::{TestPlace, context, on_both, sqlite_place},
};
use tokio::sync::Notify;

const SCHEMA: &[Migration] = &[Migration {
    module: "test",
    number: 1,
    sql: "CREATE TABLE test_note (name TEXT PRIMARY KEY, position BIGINT NOT NULL)",
    postgres: None,
}];

static NOTED: FactKind = FactKind { name: "test.noted", doc: "A note was written." };

fn note(name: &str) -> Statement {
    let sql = "INSERT INTO test_note (name, position) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING";
    Statement::new(sql, vec![name.into(), Value::Position]).guarded("test.name_taken")
}

fn entry(name: &str) -> Entry {
    let mut entry = Entry::new();
    entry.statement(note(name));
    entry
}

async fn names(store: &Store) -> Vec<String> {
    let rows = store.query("SELECT name FROM test_note ORDER BY position, name LIMIT 1000", &[]).await.unwrap();
    rows.iter().map(|row| row.text(0).unwrap().to_owned()).collect()
}

#[test]
fn an_acknowledged_write_is_there_after_a_restart_and_positions_go_on() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        let first = store.write(entry("a")).await.unwrap().position;
        let epoch = store.epoch().to_owned();
        store.close().await;
        drop(store);
        let store = place.open(&context, SCHEMA).await;
        assert_eq!(names(&store).await, ["a"]);
        assert_eq!((store.position(), store.epoch()), (first, epoch.as_str()));
        assert!(store.write(entry("b")).await.unwrap().position > first);
        store.close().await;
    });
}

#[test]
fn a_repeatable_entry_is_stored_without_a_position_of_its_own() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        let first = store.write(entry("first")).await.expect("stored").position;
        let mut positions = store.positions();
        positions.mark_unchanged();
        let mut again = Entry::new();
        let sql = "INSERT INTO test_note (name, position) VALUES (?1, 0)";
        again.statement(Statement::new(sql, vec!["again".into()])).repeatable();
        assert_eq!(store.write_in(Lane::Background, again).await.expect("stored").position, first);
        assert!(!positions.has_changed().expect("the store is open"), "nobody is told of it");
        assert_eq!(store.write(entry("second")).await.expect("stored").position, first + 1);
        store.close().await;
        let store = place.open(&context, SCHEMA).await;
        assert_eq!(
            (names(&store).await, store.position()),
            (vec!["again".into(), "first".into(), "second".into()], first + 1)
        );
        store.close().await;
    });
}

#[test]
fn a_refused_entry_leaves_nothing_and_does_not_fail_its_neighbours() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        store.write(entry("taken")).await.unwrap();
        let mut waiting = Vec::new();
        for name in ["a", "taken", "b"] {
            let mut entry = Entry::new();
            entry.statement(note(&format!("before {name}"))).statement(note(name));
            waiting.push(store.reserve(Lane::Live).await.unwrap().submit(entry));
        }
        let mut outcomes = Vec::new();
        for receipt in waiting {
            outcomes.push(receipt.wait().await.map_err(|error| (error.kind, error.code)));
        }
        assert!(outcomes[0].is_ok() && outcomes[2].is_ok());
        assert_eq!(outcomes[1].unwrap_err(), (Kind::Conflict, "test.name_taken"));
        assert_eq!(names(&store).await, ["taken", "a", "before a", "b", "before b"]);
        store.close().await;
    });
}

#[test]
fn what_is_chained_to_a_failed_entry_fails_with_it() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        store.write(entry("taken")).await.unwrap();
        let chain = Chain::default();
        let mut waiting = Vec::new();
        for name in ["first", "taken", "behind"] {
            let mut entry = entry(name);
            entry.chain(chain.clone());
            waiting.push(store.reserve(Lane::Live).await.unwrap().submit(entry));
        }
        let mut outcomes = Vec::new();
        for receipt in waiting {
            outcomes.push(receipt.wait().await.is_ok());
        }
        assert_eq!(outcomes, [true, false, false]);
        assert!(chain.is_broken());
        chain.broken().await;
        assert_eq!(names(&store).await, ["taken", "first"]);
        store.close().await;
    });
}

#[test]
fn facts_are_heard_in_order_and_again_after_a_crash() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        for name in ["a", "b", "c"] {
            let mut entry = entry(name);
            entry.fact(Fact::new(&NOTED, name, 5).count("size", 1));
            store.write(entry).await.unwrap();
        }
        let (heard, mut hearing) = tokio::sync::mpsc::unbounded_channel();
        let listen = Outbox::new(store.clone(), "test", &["test.noted"]).run(move |fact| {
            let heard = heard.clone();
            async move {
                heard.send((fact.subject, fact.fields)).ok();
                Ok(())
            }
        });
        let listener = tokio::spawn(listen);
        for name in ["a", "b", "c"] {
            assert_eq!(hearing.recv().await.unwrap(), (name.to_owned(), r#"{"size":1}"#.to_owned()));
        }
        listener.abort();
        listener.await.ok();
        store.close().await;
    });
}

#[test]
fn another_server_name_and_a_newer_schema_are_refused() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        store.close().await;
        drop(store);
        let other = Store::open(place.options(), &context, Some("other.example"), SCHEMA).await;
        assert!(other.err().unwrap().message.contains("test.example"));
        let older = Store::open(place.options(), &context, None, &[]).await;
        assert!(older.err().unwrap().message.contains("newer Hearth"));
    });
}

#[tokio::test]
async fn a_second_process_on_one_data_directory_is_refused() {
    let place = sqlite_place();
    let (context, _) = context(1);
    let _store = place.open(&context, SCHEMA).await;
    let second = Store::open(place.options(), &context, None, SCHEMA).await;
    assert!(second.err().unwrap().message.contains("another Hearth runs"));
}

/// Says of each fact whether it could be heard, and fails at those of `ada`.
async fn heard_until(store: &Arc<Store>, last: &str, fails: bool) -> Vec<String> {
    let (heard, mut hearing) = tokio::sync::mpsc::unbounded_channel();
    let listen = Outbox::new(store.clone(), "test", &["test.noted"]).run(move |fact| {
        let heard = heard.clone();
        async move {
            if fails && fact.subject == "ada" {
                return Err(Error::internal("nobody can hear this"));
            }
            heard.send(format!("{} {}", fact.subject, fact.fields()["size"])).ok();
            Ok(())
        }
    });
    let listener = tokio::spawn(listen);
    let mut all = Vec::new();
    while all.last().is_none_or(|heard| heard != last) {
        all.push(hearing.recv().await.expect("it goes on"));
    }
    catch_up(store, "test", &Notify::new()).await;
    listener.abort();
    listener.await.ok();
    all
}

/// A fact that fails FACT_TRIES times keeps back those of its subject and nobody else's; a new start hears them in order.
#[test]
fn fact_tries_are_made_before_a_fact_is_put_aside() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let store = place.open(&context, SCHEMA).await;
        for (size, name) in ["ada", "bob", "ada", "bob"].into_iter().enumerate() {
            let mut entry = Entry::new();
            entry.fact(Fact::new(&NOTED, name, 5).count("size", size as i64));
            store.write(entry).await.unwrap();
        }
        assert_eq!(heard_until(&store, "bob 3", true).await, ["bob 1", "bob 3"]);
        let mut entry = Entry::new();
        entry.fact(Fact::new(&NOTED, "ada", 5).count("size", 4));
        store.write(entry).await.unwrap();
        store.close().await;

        let store = place.open(&context, SCHEMA).await;
        assert_eq!(heard_until(&store, "ada 4", false).await, ["ada 0", "ada 2", "ada 4"]);
        let left = store.query_one("SELECT COUNT(*) FROM store_dead_letter", &[]).await.unwrap().unwrap();
        assert_eq!(left.int(0).unwrap(), 0);
        store.close().await;
    });
}

/// Every third commit fails, every fifth loses its answer, and one in six vanishes.
struct Unlucky(Rng);

impl Faults for Unlucky {
    fn next(&self) -> (Duration, Fault) {
        let fault = match (self.0.one_in(3), self.0.one_in(5), self.0.one_in(6)) {
            (true, ..) => Fault::Fails,
            (_, true, _) => Fault::AnswerLost,
            (.., true) => Fault::Vanishes,
            _ => Fault::None,
        };
        (Duration::from_micros(self.0.below(300)), fault)
    }
}

#[test]
fn with_failing_and_lost_commits_each_entry_is_stored_once_or_refused() {
    on_both(|place: TestPlace| async move {
        let (context, _) = context(1);
        let options = Options { faults: Some(Arc::new(Unlucky(Rng::from_number(3)))), ..place.options() };
        let store = Store::open(options, &context, Some("test.example"), SCHEMA).await.unwrap();
        let mut expected = Vec::new();
        for round in 0..12 {
            let mut waiting = Vec::new();
            for number in 0..8 {
                let name = format!("{round}-{number}");
                waiting.push((store.reserve(Lane::Live).await.unwrap().submit(entry(&name)), name));
            }
            for (receipt, name) in waiting {
                if receipt.wait().await.is_ok() {
                    expected.push(name);
                }
            }
        }
        assert_eq!(names(&store).await, expected);
        assert!(expected.len() > 30 && expected.len() < 96, "{} of 96 went through", expected.len());
        store.close().await;
    });
}
