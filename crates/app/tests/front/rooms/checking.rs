//! `hearth db check` finds what it says that it looks for.

use hearth_store::{Entry, Statement, Store, testing::on_both};
use serde_json::json;

use crate::support::{Server, message, text};

async fn run(store: &Store, sql: &str) {
    let mut entry = Entry::new();
    entry.statement(Statement::new(sql.to_owned(), Vec::new()));
    store.write(entry).await.expect("a statement");
}

async fn faults(store: &Store) -> Vec<String> {
    let found = hearth_matrix::rooms::check(store).await.expect("a check");
    found.faults.into_iter().map(|fault| fault.split(": ").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_damage_is_found_and_nothing_else() {
    /// What is damaged, by what, and how it is mended.
    const DAMAGES: [(&str, &str, &str); 9] = [
        (
            "a room's sequence has a gap",
            "UPDATE rooms_event SET seq = 1000 WHERE seq = 2",
            "UPDATE rooms_event SET seq = 2 WHERE seq = 1000",
        ),
        (
            "a transaction leads to no event",
            "UPDATE rooms_transaction SET event_id = event_id || '~'",
            "UPDATE rooms_transaction SET event_id = REPLACE(event_id, '~', '')",
        ),
        (
            "a membership is no member's state",
            "UPDATE rooms_membership SET until_seq = until_seq - 1 WHERE from_seq > 1",
            "UPDATE rooms_membership SET until_seq = until_seq + 1 WHERE from_seq > 1",
        ),
        (
            "the count of what notifies does not follow the one before it",
            "UPDATE rooms_event SET notifying = notifying + 5 WHERE seq = 3",
            "UPDATE rooms_event SET notifying = notifying - 5 WHERE seq = 3",
        ),
        (
            "an event was removed by none that says so",
            "UPDATE rooms_event SET redacted_by_seq = redacted_by_seq - 1 WHERE redacted_by_seq IS NOT NULL",
            "UPDATE rooms_event SET redacted_by_seq = redacted_by_seq + 1 WHERE redacted_by_seq IS NOT NULL",
        ),
        (
            "a relation is not that of its event",
            "UPDATE rooms_relation SET sender = sender || '~'",
            "UPDATE rooms_relation SET sender = REPLACE(sender, '~', '')",
        ),
        (
            "a receipt is for no event",
            "UPDATE rooms_receipt SET seq = seq - 1",
            "UPDATE rooms_receipt SET seq = seq + 1",
        ),
        (
            "an address leads to no room",
            "UPDATE rooms_alias SET room_id = room_id || '~'",
            "UPDATE rooms_alias SET room_id = REPLACE(room_id, '~', '')",
        ),
        (
            "events stand beyond the writer's position",
            "UPDATE rooms_event SET position = position + 1000000 WHERE type = 'm.reaction'",
            "UPDATE rooms_event SET position = position - 1000000 WHERE type = 'm.reaction'",
        ),
    ];
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [ada, bob] = server.members(["ada", "bob"]).await;
        let room = ada.room_with(json!({ "room_alias_name": "here" }), &[&bob]).await;
        let said = ada.say(&room, "hello").await;
        let gone = ada.send(&room, "m.room.message", message("gone")).await;
        let removal = text(&ada.redact(&room, &gone).await.ok()["event_id"]);
        // It says no more what it has removed.
        ada.redact(&room, &removal).await.ok();
        let other = ada.say(&room, "gone too").await;
        ada.redact(&room, &other).await.ok();
        let thumb = json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": said, "key": "+" } });
        bob.send(&room, "m.reaction", thumb).await;
        bob.read(&room, &said).await.ok();
        let store = &server.app.store;
        assert_eq!((faults(store).await, store.damage().await.expect("an answer")), (Vec::new(), Vec::new()));
        for (fault, damage, mending) in DAMAGES {
            run(store, damage).await;
            let found = faults(store).await;
            assert!(found.iter().any(|found| found == fault), "{fault}: {found:?}");
            run(store, mending).await;
            assert_eq!(faults(store).await, [""; 0], "{fault}, mended");
        }
        server.close().await;
    });
}
