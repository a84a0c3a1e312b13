//! A poll that finds nothing new is answered from memory: nothing is read and nothing is written for it.

use hearth_store::{Entry, Statement, testing::on_both};
use serde_json::json;

use crate::{
    metrics::metrics,
    support::{Member, Server, text},
};

const ROOMS: usize = 6;

/// All tables but the store's own, which its listeners look into, and those of the search's index.
const TABLES_OF_SQLITE: &str = "SELECT name FROM sqlite_master WHERE type = 'table'
     AND name NOT LIKE 'store%' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'";
const TABLES_OF_POSTGRES: &str = "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public'
     AND tablename NOT LIKE 'store%' AND tablename NOT LIKE 'search%'";

/// Until every listener has heard everything: none of them reads or writes any more.
async fn come_to_rest(server: &Server) {
    let store = &server.app.store;
    while store.meter().heard().iter().any(|(_, heard)| *heard < store.position()) {
        tokio::task::yield_now().await;
    }
}

/// Were a table asked now, it would not be found.
async fn take_tables_away(server: &Server) -> usize {
    let store = &server.app.store;
    let tables = store.query(store.either(TABLES_OF_SQLITE, TABLES_OF_POSTGRES), &[]).await.unwrap();
    let mut entry = Entry::new();
    for table in &tables {
        let name = table.text(0).unwrap();
        entry.statement(Statement::new(format!("ALTER TABLE {name} RENAME TO gone_{name}"), Vec::new()));
    }
    store.write(entry).await.unwrap();
    tables.len()
}

/// Commits, reads that were not answered and writes that were not taken, so far.
async fn counted(server: &Server) -> Vec<String> {
    const COUNTS: [&str; 3] =
        ["hearth_store_commit_seconds_count", "hearth_store_read_errors_total", "hearth_store_write_errors_total"];
    let page = metrics(server).await;
    let is_count = |line: &&str| COUNTS.iter().any(|count| line.starts_with(count));
    let counts: Vec<String> = page.lines().filter(is_count).map(str::to_owned).collect();
    assert_eq!(counts.len(), COUNTS.len(), "{page}");
    counts
}

/// Every kind of thing that a poll tells of, and then nothing.
async fn busy_rooms(alice: &Member, bob: &Member) {
    for number in 0..ROOMS {
        let room = alice.room_with(json!({ "name": format!("room {number}") }), &[bob]).await;
        let said = alice.say(&room, "hello").await;
        bob.read(&room, &said).await.ok();
        bob.set_data(Some(&room), "test.data", json!({ "number": number })).await.ok();
        alice.types(&room, true).await.ok();
    }
    let left = alice.room_with(json!({}), &[bob]).await;
    bob.leave(&left).await.ok();
    let invited_to = alice.create(json!({})).await;
    alice.invite(&invited_to, bob).await.ok();
    bob.set_data(None, "test.data", json!({})).await.ok();
}

#[test]
fn a_poll_with_nothing_new_reads_nothing_and_writes_nothing() {
    on_both(|place| async move {
        let server = Server::open_with(place, &[("HEARTH_INSIGHT", "off")]).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        busy_rooms(&alice, &bob).await;
        let mut since = bob.token().await;
        // The first that goes on from a token may look for what is known from then on.
        for _ in 0..2 {
            since = text(&bob.sync(Some(&since), &json!({}), "").await["next_batch"]);
        }
        come_to_rest(&server).await;
        assert!(take_tables_away(&server).await > 30, "the server has more tables than that");
        come_to_rest(&server).await;
        let before = counted(&server).await;
        for more in ["", "&timeout=0", "&timeout=30", "&use_state_after=true", "&timeout=30"] {
            let idle = bob.sync(Some(&since), &json!({}), more).await;
            for section in ["rooms", "account_data", "to_device", "device_lists"] {
                assert!(idle.get(section).is_none(), "{more}: {idle}");
            }
            since = text(&idle["next_batch"]);
        }
        let lazy = json!({ "room": { "state": { "lazy_load_members": true }, "timeline": { "limit": 5 } } });
        let idle = bob.sync(Some(&since), &lazy, "&timeout=30").await;
        assert!(idle.get("rooms").is_none(), "{idle}");
        assert_eq!(counted(&server).await, before);
        let asked = bob.get("/devices").await;
        assert_eq!(asked.status, 500, "the tables are gone indeed");
        assert_ne!(counted(&server).await, before, "and what is read from them is counted");
        server.close().await;
    });
}
