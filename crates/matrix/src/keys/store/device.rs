//! Keys of devices, and who has to hear that somebody's keys changed.

use hearth_kernel::{Result, limits};
use hearth_store::{Statement, Store, Value};

const SET: &str = "INSERT INTO keys_device (user_id, device_id, content, identity) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (user_id, device_id) DO UPDATE SET content = excluded.content, identity = excluded.identity";
const ONE: &str = "SELECT content FROM keys_device WHERE user_id = ?1 AND device_id = ?2";
const OF_MEMBER: &str = "SELECT device_id, content FROM keys_device WHERE user_id = ?1 ORDER BY device_id LIMIT ?2";
/// What belongs to a device under another identity: its successor uses the same ids anew.
const STRANGERS: [&str; 3] = [
    "DELETE FROM keys_one_time WHERE user_id = ?1 AND device_id = ?2
     AND EXISTS (SELECT 1 FROM keys_device d WHERE d.user_id = ?1 AND d.device_id = ?2 AND d.identity <> ?3)",
    "DELETE FROM keys_fallback WHERE user_id = ?1 AND device_id = ?2
     AND EXISTS (SELECT 1 FROM keys_device d WHERE d.user_id = ?1 AND d.device_id = ?2 AND d.identity <> ?3)",
    "DELETE FROM keys_signature WHERE user_id = ?1 AND key_id = ?2
     AND EXISTS (SELECT 1 FROM keys_device d WHERE d.user_id = ?1 AND d.device_id = ?2 AND d.identity <> ?3)",
];
const END: [&str; 7] = [
    "DELETE FROM keys_device WHERE user_id = ?1 AND device_id = ?2",
    "DELETE FROM keys_one_time WHERE user_id = ?1 AND device_id = ?2",
    "DELETE FROM keys_fallback WHERE user_id = ?1 AND device_id = ?2",
    "DELETE FROM keys_signature WHERE user_id = ?1 AND key_id = ?2",
    "DELETE FROM keys_to_device WHERE user_id = ?1 AND device_id = ?2",
    "DELETE FROM keys_transaction WHERE user_id = ?1 AND device_id = ?2",
    "DELETE FROM keys_dehydrated WHERE user_id = ?1 AND device_id = ?2",
];
const CHANGED: &str = "INSERT INTO keys_change (position, user_id, seen_by) VALUES (?1, ?2, ?3)
     ON CONFLICT (position, user_id, seen_by) DO NOTHING";
const DEVICE_CHANGED: &str = "INSERT INTO keys_change (position, user_id, seen_by) SELECT ?1, ?2, ''
     WHERE EXISTS (SELECT 1 FROM keys_device d WHERE d.user_id = ?2 AND d.device_id = ?3)
     ON CONFLICT (position, user_id, seen_by) DO NOTHING";
const CHANGES: &str = "SELECT DISTINCT user_id FROM keys_change
     WHERE position > ?1 AND position <= ?2 AND (seen_by = '' OR seen_by = ?3) ORDER BY user_id LIMIT ?4";

/// Sets the keys of a device. Under another identity than before it begins with nothing.
pub(in crate::keys) fn set(user_id: &str, device_id: &str, content: &str, identity: &str) -> Vec<Statement> {
    let strangers = STRANGERS.map(|sql| Statement::new(sql, vec![user_id.into(), device_id.into(), identity.into()]));
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), content.into(), identity.into()];
    strangers.into_iter().chain([Statement::new(SET, params)]).collect()
}

/// Takes away all that belongs to a device.
pub(in crate::keys) fn end(user_id: &str, device_id: &str) -> [Statement; 7] {
    END.map(|sql| Statement::new(sql, vec![user_id.into(), device_id.into()]))
}

/// A member's keys changed: everybody who shares a room hears of it, or the one named here alone.
pub(in crate::keys) fn changed(user_id: &str, seen_by: Option<&str>) -> Statement {
    Statement::new(CHANGED, vec![Value::Position, user_id.into(), seen_by.unwrap_or("").into()])
}

/// The same, if the device has keys: otherwise nobody knows of it.
pub(in crate::keys) fn device_changed(user_id: &str, device_id: &str) -> Statement {
    Statement::new(DEVICE_CHANGED, vec![Value::Position, user_id.into(), device_id.into()])
}

/// The keys of one device, a JSON object.
pub(in crate::keys) async fn one(store: &Store, user_id: &str, device_id: &str) -> Result<Option<String>> {
    let row = store.query_one(ONE, &[user_id.into(), device_id.into()]).await?;
    row.map(|mut row| row.take_text(0)).transpose()
}

/// The keys of a member's devices, by the device's id.
pub(in crate::keys) async fn of_member(store: &Store, user_id: &str) -> Result<Vec<(String, String)>> {
    let rows = store.query(OF_MEMBER, &[user_id.into(), (limits::DEVICES as i64).into()]).await?;
    rows.into_iter().map(|mut row| Ok((row.take_text(0)?, row.take_text(1)?))).collect()
}

/// Whose keys changed after `since` and up to `upto`, as far as the reader may hear of it.
pub(in crate::keys) async fn changes(store: &Store, reader: &str, (since, upto): (i64, i64)) -> Result<Vec<String>> {
    let params: [Value; 4] = [since.into(), upto.into(), reader.into(), (limits::KEY_CHANGES as i64).into()];
    store.query(CHANGES, &params).await?.into_iter().map(|mut row| row.take_text(0)).collect()
}
