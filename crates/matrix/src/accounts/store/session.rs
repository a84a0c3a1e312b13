//! Devices and their tokens.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::{DEVICE_GONE, DEVICES_FULL};
use crate::accounts::model::Device;

const DEVICE: &str = "INSERT INTO accounts_device (user_id, device_id, display_name, signed_in_at_ms)
     SELECT ?1, ?2, ?3, ?4
     WHERE (SELECT COUNT(*) FROM accounts_device WHERE user_id = ?1 AND device_id <> ?2) < ?5
     ON CONFLICT (user_id, device_id) DO UPDATE SET signed_in_at_ms = excluded.signed_in_at_ms";
const DEVICES: &str = "SELECT device_id, display_name FROM accounts_device
     WHERE user_id = ?1 ORDER BY device_id LIMIT ?2";
const ONE_DEVICE: &str = "SELECT device_id, display_name FROM accounts_device WHERE user_id = ?1 AND device_id = ?2";
const RENAME_DEVICE: &str = "UPDATE accounts_device SET display_name = ?3 WHERE user_id = ?1 AND device_id = ?2";
const DELETE_DEVICE: &str = "DELETE FROM accounts_device WHERE user_id = ?1 AND device_id = ?2";
const TOKEN: &str = "INSERT INTO accounts_token (token_hash, user_id, device_id) VALUES (?1, ?2, ?3)";
const DELETE_TOKENS: &str = "DELETE FROM accounts_token WHERE user_id = ?1 AND device_id = ?2";
const CALLER: &str = "SELECT accounts_token.user_id, accounts_token.device_id, accounts_user.is_administrator
     FROM accounts_token JOIN accounts_user ON accounts_user.user_id = accounts_token.user_id
     WHERE accounts_token.token_hash = ?1";

/// A device that signs in. One that is known keeps its name; a new one is refused when there are
/// too many.
pub(in crate::accounts) fn sign_in_device(
    user_id: &str,
    device_id: &str,
    display_name: Option<&str>,
    now_ms: i64,
) -> Statement {
    let most = limits::DEVICES as i64;
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), display_name.into(), now_ms.into(), most.into()];
    Statement::new(DEVICE, params).guarded(DEVICES_FULL)
}

pub(in crate::accounts) fn rename_device(user_id: &str, device_id: &str, display_name: &str) -> Statement {
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), display_name.into()];
    Statement::new(RENAME_DEVICE, params).guarded(DEVICE_GONE)
}

pub(in crate::accounts) fn delete_device(user_id: &str, device_id: &str) -> [Statement; 2] {
    [DELETE_TOKENS, DELETE_DEVICE].map(|sql| Statement::new(sql, vec![user_id.into(), device_id.into()]))
}

pub(in crate::accounts) fn insert_token(token_hash: &str, user_id: &str, device_id: &str) -> Statement {
    Statement::new(TOKEN, vec![token_hash.into(), user_id.into(), device_id.into()])
}

pub(in crate::accounts) fn delete_tokens(user_id: &str, device_id: &str) -> Statement {
    Statement::new(DELETE_TOKENS, vec![user_id.into(), device_id.into()])
}

fn read_device(row: &Row) -> Result<Device> {
    Ok(Device { device_id: row.text(0)?.to_owned(), display_name: row.text_or_null(1)?.map(str::to_owned) })
}

pub(in crate::accounts) async fn devices(store: &Store, user_id: &str) -> Result<Vec<Device>> {
    let rows = store.query(DEVICES, &[user_id.into(), (limits::DEVICES as i64).into()]).await?;
    rows.iter().map(read_device).collect()
}

pub(in crate::accounts) async fn device(store: &Store, user_id: &str, device_id: &str) -> Result<Option<Device>> {
    let row = store.query_one(ONE_DEVICE, &[user_id.into(), device_id.into()]).await?;
    row.as_ref().map(read_device).transpose()
}

/// Whose token this is: the user, the device, and whether it is an administrator's.
pub(in crate::accounts) async fn caller(store: &Store, token_hash: &str) -> Result<Option<(String, String, bool)>> {
    let Some(mut row) = store.query_one(CALLER, &[token_hash.into()]).await? else { return Ok(None) };
    Ok(Some((row.take_text(0)?, row.take_text(1)?, row.int(2)? != 0)))
}
