//! What must hold of stored rooms, asked of the whole database.

use hearth_kernel::Result;
use hearth_store::Store;

/// What was looked at, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Found {
    pub checked: Vec<(&'static str, i64)>,
    pub faults: Vec<String>,
}

/// Each asks for what must not be: any row is a fault.
const QUESTIONS: [(&str, &str); 14] = [
    ("a room's sequence has a gap", "SELECT room_id FROM rooms_event GROUP BY room_id HAVING COUNT(*) <> MAX(seq) OR MIN(seq) <> 1 LIMIT 100"),
    (
        "an event stands at a lower position than the one before it",
        "SELECT e.event_id FROM rooms_event e JOIN rooms_event f ON f.room_id = e.room_id AND f.seq = e.seq - 1
         WHERE f.position > e.position LIMIT 100",
    ),
    ("a room has no events", "SELECT room_id FROM rooms_room r WHERE NOT EXISTS (SELECT 1 FROM rooms_event e WHERE e.room_id = r.room_id) LIMIT 100"),
    ("an event is in no room", "SELECT event_id FROM rooms_event e WHERE NOT EXISTS (SELECT 1 FROM rooms_room r WHERE r.room_id = e.room_id) LIMIT 100"),
    (
        "a state event has no interval",
        "SELECT e.event_id FROM rooms_event e WHERE e.state_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM rooms_state s
         WHERE s.room_id = e.room_id AND s.type = e.type AND s.state_key = e.state_key AND s.from_seq = e.seq) LIMIT 100",
    ),
    (
        "an interval of state does not end where the next begins",
        "SELECT s.room_id FROM rooms_state s WHERE s.until_seq <> 9223372036854775807 AND NOT EXISTS (SELECT 1 FROM rooms_state n
         WHERE n.room_id = s.room_id AND n.type = s.type AND n.state_key = s.state_key AND n.from_seq = s.until_seq) LIMIT 100",
    ),
    (
        "a transaction leads to no event",
        "SELECT t.event_id FROM rooms_transaction t WHERE NOT EXISTS (SELECT 1 FROM rooms_event e WHERE e.event_id = t.event_id) LIMIT 100",
    ),
    (
        "a member's state is no membership",
        "SELECT s.state_key FROM rooms_state s WHERE s.type = 'm.room.member' AND NOT EXISTS (SELECT 1 FROM rooms_membership m
         WHERE m.user_id = s.state_key AND m.room_id = s.room_id AND m.from_seq = s.from_seq AND m.until_seq = s.until_seq) LIMIT 100",
    ),
    (
        "a membership is no member's state",
        "SELECT m.user_id FROM rooms_membership m WHERE NOT EXISTS (SELECT 1 FROM rooms_state s WHERE s.room_id = m.room_id
         AND s.type = 'm.room.member' AND s.state_key = m.user_id AND s.from_seq = m.from_seq AND s.until_seq = m.until_seq) LIMIT 100",
    ),
    (
        "the count of what notifies does not follow the one before it",
        "SELECT e.event_id FROM rooms_event e LEFT JOIN rooms_event f ON f.room_id = e.room_id AND f.seq = e.seq - 1
         WHERE e.notifying - COALESCE(f.notifying, 0) NOT IN (0, 1) LIMIT 100",
    ),
    (
        "an event was removed by none that says so",
        "SELECT e.event_id FROM rooms_event e WHERE e.redacted_by_seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM rooms_event f
         WHERE f.room_id = e.room_id AND f.seq = e.redacted_by_seq
             AND f.type = 'm.room.redaction' AND (f.redacts = e.event_id OR f.redacted_by_seq IS NOT NULL
                 OR EXISTS (SELECT 1 FROM rooms_event t WHERE t.room_id = f.room_id AND t.event_id = f.redacts
                     AND t.sender = e.sender AND t.seq < e.seq AND t.redacted_by_seq IS NOT NULL))) LIMIT 100",
    ),
    (
        "a relation is not that of its event",
        "SELECT r.room_id FROM rooms_relation r WHERE NOT EXISTS (SELECT 1 FROM rooms_event e WHERE e.room_id = r.room_id
         AND e.seq = r.seq AND e.sender = r.sender AND e.visibility = r.visibility AND e.redacted_by_seq IS NULL) OR NOT EXISTS
         (SELECT 1 FROM rooms_event t WHERE t.room_id = r.room_id AND t.seq = r.target_seq) LIMIT 100",
    ),
    (
        "a receipt is for no event",
        "SELECT r.event_id FROM rooms_receipt r WHERE NOT EXISTS (SELECT 1 FROM rooms_event e WHERE e.room_id = r.room_id
         AND e.seq = r.seq AND e.event_id = r.event_id) LIMIT 100",
    ),
    (
        "an address leads to no room",
        "SELECT a.alias FROM rooms_alias a WHERE NOT EXISTS (SELECT 1 FROM rooms_room r WHERE r.room_id = a.room_id) LIMIT 100",
    ),
];

/// Asks all questions.
pub async fn check(store: &Store) -> Result<Found> {
    let mut found = Found::default();
    for (what, sql) in [("rooms", "SELECT COUNT(*) FROM rooms_room"), ("events", "SELECT COUNT(*) FROM rooms_event")] {
        let count = store.query_one(sql, &[]).await?.map_or(Ok(0), |row| row.int(0))?;
        found.checked.push((what, count));
    }
    for (fault, sql) in QUESTIONS {
        for row in store.query(sql, &[]).await? {
            found.faults.push(format!("{fault}: {}", row.text(0)?));
        }
    }
    let ahead = "SELECT COUNT(*) FROM rooms_event WHERE position > (SELECT MAX(position) FROM store_writer)";
    if store.query_one(ahead, &[]).await?.map_or(Ok(0), |row| row.int(0))? > 0 {
        found.faults.push("events stand beyond the writer's position".to_owned());
    }
    Ok(found)
}
