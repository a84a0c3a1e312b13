//! What waits for devices.

use std::sync::Arc;

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::TRANSACTION_DONE;

const ONCE: &str = "INSERT INTO keys_transaction (user_id, device_id, path) VALUES (?1, ?2, ?3)
     ON CONFLICT (user_id, device_id, path) DO NOTHING";
/// A device that nobody has looked after for so long that its box is full is not kept more.
const PUT: &str = "INSERT INTO keys_to_device (user_id, device_id, position, number, message)
     SELECT ?1, ?2, ?3, 1 + COALESCE((SELECT w.number FROM keys_to_device w
         WHERE w.user_id = ?1 AND w.device_id = ?2 ORDER BY w.position DESC LIMIT 1), 0), ?4
     WHERE COALESCE((SELECT w.number FROM keys_to_device w
             WHERE w.user_id = ?1 AND w.device_id = ?2 ORDER BY w.position DESC LIMIT 1), 0)
         - COALESCE((SELECT w.number FROM keys_to_device w
             WHERE w.user_id = ?1 AND w.device_id = ?2 ORDER BY w.position LIMIT 1), 1) + 1 < ?5";
const BETWEEN: &str = "SELECT position, message FROM keys_to_device
     WHERE user_id = ?1 AND device_id = ?2 AND position > ?3 AND position <= ?4 ORDER BY position LIMIT ?5";
const DELIVERED: &str = "DELETE FROM keys_to_device WHERE user_id = ?1 AND device_id = ?2 AND position <= ?3";
const WAITING: &str = "SELECT device_id, MIN(position), MAX(position) FROM keys_to_device
     WHERE user_id = ?1 GROUP BY device_id ORDER BY device_id LIMIT ?2";

/// Decides which of two equal requests was first.
pub(in crate::keys) fn once(user_id: &str, device_id: &str, path: &str) -> Statement {
    Statement::new(ONCE, vec![user_id.into(), device_id.into(), path.into()]).guarded(TRANSACTION_DONE)
}

pub(in crate::keys) fn put(user_id: &str, device_id: &str, message: Arc<str>) -> Statement {
    let most = limits::TO_DEVICE_WAITING;
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), Value::Position, message.into(), most.into()];
    Statement::new(PUT, params)
}

/// What a device has read need not be kept.
pub(in crate::keys) fn delivered(user_id: &str, device_id: &str, upto: i64) -> Statement {
    Statement::new(DELIVERED, vec![user_id.into(), device_id.into(), upto.into()])
}

/// The oldest messages after `since` and up to `upto`, each with its position.
pub(in crate::keys) async fn between(
    store: &Store,
    (user_id, device_id): (&str, &str),
    (since, upto): (i64, i64),
    most: usize,
) -> Result<Vec<(i64, String)>> {
    let params: [Value; 5] = [user_id.into(), device_id.into(), since.into(), upto.into(), (most as i64).into()];
    let rows = store.query(BETWEEN, &params).await?;
    rows.into_iter().map(|mut row| Ok((row.int(0)?, row.take_text(1)?))).collect()
}

/// The first and the last position that something waits at, for each device of a member.
pub(in crate::keys) async fn waiting(store: &Store, user_id: &str) -> Result<Vec<(String, i64, i64)>> {
    let rows = store.query(WAITING, &[user_id.into(), (limits::DEVICES as i64).into()]).await?;
    let waiting = |mut row: Row| Ok((row.take_text(0)?, row.int(1)?, row.int(2)?));
    rows.into_iter().map(waiting).collect()
}
