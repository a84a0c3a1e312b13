//! Devices and their tokens.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::{DEVICE_ENDED, DEVICE_GONE, DEVICES_FULL, REFRESH_TOKEN_SPENT};
use crate::accounts::model::Device;

const DEVICE: &str =
    "INSERT INTO accounts_device (user_id, device_id, display_name, signed_in_at_ms, seen_at_ms, seen_address)
     SELECT ?1, ?2, ?3, ?4, ?4, ?6
     WHERE (SELECT COUNT(*) FROM accounts_device WHERE user_id = ?1 AND device_id <> ?2) < ?5
     ON CONFLICT (user_id, device_id) DO UPDATE SET signed_in_at_ms = excluded.signed_in_at_ms,
       seen_at_ms = excluded.seen_at_ms, seen_address = excluded.seen_address";
const DEVICES: &str = "SELECT device_id, display_name, seen_at_ms, seen_address FROM accounts_device
     WHERE user_id = ?1 ORDER BY device_id LIMIT ?2";
const ONE_DEVICE: &str = "SELECT device_id, display_name, seen_at_ms, seen_address FROM accounts_device
     WHERE user_id = ?1 AND device_id = ?2";
const RENAME_DEVICE: &str = "UPDATE accounts_device SET display_name = ?3 WHERE user_id = ?1 AND device_id = ?2";
const SEE_DEVICE: &str =
    "UPDATE accounts_device SET seen_at_ms = ?3, seen_address = ?4 WHERE user_id = ?1 AND device_id = ?2";
const STILL_THERE: &str = "UPDATE accounts_device SET seen_at_ms = seen_at_ms WHERE user_id = ?1 AND device_id = ?2";
const DELETE_DEVICE: &str = "DELETE FROM accounts_device WHERE user_id = ?1 AND device_id = ?2";
const TOKEN: &str =
    "INSERT INTO accounts_token (token_hash, user_id, device_id, expires_at_ms) VALUES (?1, ?2, ?3, ?4)";
const DELETE_TOKENS: &str = "DELETE FROM accounts_token WHERE user_id = ?1 AND device_id = ?2";
const DELETE_OTHER_TOKENS: &str = "DELETE FROM accounts_token WHERE user_id = ?1 AND device_id <> ?2";
const DELETE_OTHER_REFRESH: &str = "DELETE FROM accounts_refresh WHERE user_id = ?1 AND device_id <> ?2";
const DELETE_REFRESH: &str = "DELETE FROM accounts_refresh WHERE user_id = ?1 AND device_id = ?2";
const CALLER: &str = "SELECT accounts_token.user_id, accounts_token.device_id, accounts_user.is_administrator,
       accounts_user.locked_at_ms, accounts_token.expires_at_ms, accounts_refresh.is_used, accounts_refresh.generation,
       accounts_device.seen_at_ms
     FROM accounts_token JOIN accounts_user ON accounts_user.user_id = accounts_token.user_id
     LEFT JOIN accounts_device ON accounts_device.user_id = accounts_token.user_id
       AND accounts_device.device_id = accounts_token.device_id
     LEFT JOIN accounts_refresh ON accounts_refresh.access_hash = accounts_token.token_hash
     WHERE accounts_token.token_hash = ?1";

/// A device that signs in. One that is known keeps its name; a new one is refused when there are
/// too many.
pub(in crate::accounts) fn sign_in_device(
    user_id: &str,
    device_id: &str,
    display_name: Option<&str>,
    address: Option<&str>,
    now_ms: i64,
) -> Statement {
    let most = limits::DEVICES as i64;
    let params: Vec<Value> =
        vec![user_id.into(), device_id.into(), display_name.into(), now_ms.into(), most.into(), address.into()];
    Statement::new(DEVICE, params).guarded(DEVICES_FULL)
}

pub(in crate::accounts) fn rename_device(user_id: &str, device_id: &str, display_name: &str) -> Statement {
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), display_name.into()];
    Statement::new(RENAME_DEVICE, params).guarded(DEVICE_GONE)
}

/// Refused unless the device is still there.
pub(in crate::accounts) fn device_still_there(user_id: &str, device_id: &str) -> Statement {
    Statement::new(STILL_THERE, vec![user_id.into(), device_id.into()]).guarded(DEVICE_ENDED)
}

/// When and from where a device called last.
pub(in crate::accounts) fn see_device(user_id: &str, device_id: &str, seen_at_ms: i64, address: &str) -> Statement {
    Statement::new(SEE_DEVICE, vec![user_id.into(), device_id.into(), seen_at_ms.into(), address.into()])
}

/// A device, with its tokens.
pub(in crate::accounts) fn delete_device(user_id: &str, device_id: &str) -> [Statement; 3] {
    [DELETE_TOKENS, DELETE_REFRESH, DELETE_DEVICE]
        .map(|sql| Statement::new(sql, vec![user_id.into(), device_id.into()]))
}

pub(in crate::accounts) fn insert_token(
    token_hash: &str,
    user_id: &str,
    device_id: &str,
    expires_at_ms: Option<i64>,
) -> Statement {
    Statement::new(TOKEN, vec![token_hash.into(), user_id.into(), device_id.into(), expires_at_ms.into()])
}

pub(in crate::accounts) fn delete_tokens(user_id: &str, device_id: &str) -> [Statement; 2] {
    [DELETE_TOKENS, DELETE_REFRESH].map(|sql| Statement::new(sql, vec![user_id.into(), device_id.into()]))
}

/// The tokens of all devices of a member but one.
pub(in crate::accounts) fn delete_all_tokens_but(user_id: &str, device_id: Option<&str>) -> [Statement; 2] {
    let params: Vec<Value> = vec![user_id.into(), device_id.unwrap_or("").into()];
    [DELETE_OTHER_TOKENS, DELETE_OTHER_REFRESH].map(|sql| Statement::new(sql, params.clone()))
}

fn read_device(row: &Row) -> Result<Device> {
    Ok(Device {
        device_id: row.text(0)?.to_owned(),
        display_name: row.text_or_null(1)?.map(str::to_owned),
        seen_at_ms: row.int_or_null(2)?,
        seen_address: row.text_or_null(3)?.map(str::to_owned),
    })
}

pub(in crate::accounts) async fn devices(store: &Store, user_id: &str) -> Result<Vec<Device>> {
    let rows = store.query(DEVICES, &[user_id.into(), (limits::DEVICES as i64).into()]).await?;
    rows.iter().map(read_device).collect()
}

pub(in crate::accounts) async fn device(store: &Store, user_id: &str, device_id: &str) -> Result<Option<Device>> {
    let row = store.query_one(ONE_DEVICE, &[user_id.into(), device_id.into()]).await?;
    row.as_ref().map(read_device).transpose()
}

/// What an access token says of who shows it.
pub(in crate::accounts) struct TokenRow {
    pub(in crate::accounts) user_id: String,
    pub(in crate::accounts) device_id: String,
    pub(in crate::accounts) is_administrator: bool,
    pub(in crate::accounts) is_locked: bool,
    pub(in crate::accounts) expires_at_ms: Option<i64>,
    /// The generation of its refresh token, while neither was used.
    pub(in crate::accounts) unused: Option<i64>,
    pub(in crate::accounts) seen_at_ms: Option<i64>,
}

pub(in crate::accounts) async fn token(store: &Store, token_hash: &str) -> Result<Option<TokenRow>> {
    let Some(mut row) = store.query_one(CALLER, &[token_hash.into()]).await? else { return Ok(None) };
    let unused = row.int_or_null(6)?.filter(|_| matches!(row.int_or_null(5), Ok(Some(0))));
    Ok(Some(TokenRow {
        user_id: row.take_text(0)?,
        device_id: row.take_text(1)?,
        is_administrator: row.int(2)? != 0,
        is_locked: row.int_or_null(3)?.is_some(),
        expires_at_ms: row.int_or_null(4)?,
        unused,
        seen_at_ms: row.int_or_null(7)?,
    }))
}

// Refresh tokens.

const REFRESH: &str = "INSERT INTO accounts_refresh
       (token_hash, user_id, device_id, generation, access_hash, is_used, expires_at_ms)
     VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)";
const ONE_REFRESH: &str = "SELECT accounts_refresh.user_id, accounts_refresh.device_id, accounts_refresh.generation,
       accounts_refresh.expires_at_ms, accounts_user.locked_at_ms
     FROM accounts_refresh JOIN accounts_user ON accounts_user.user_id = accounts_refresh.user_id
     WHERE accounts_refresh.token_hash = ?1";
const CLAIM: &str = "UPDATE accounts_refresh SET is_used = 1
     WHERE token_hash = ?1 AND (expires_at_ms IS NULL OR expires_at_ms > ?5)
       AND NOT EXISTS (SELECT 1 FROM accounts_refresh AS later
         WHERE later.user_id = ?2 AND later.device_id = ?3 AND later.generation > ?4 AND later.is_used = 1)";
const DELETE_ENDED_ACCESS: &str =
    "DELETE FROM accounts_token WHERE user_id = ?1 AND device_id = ?2 AND expires_at_ms = 0";
const END_YOUNGER_ACCESS: &str = "UPDATE accounts_token SET expires_at_ms = 0 WHERE token_hash IN
       (SELECT access_hash FROM accounts_refresh WHERE user_id = ?1 AND device_id = ?2 AND generation > ?3)";
const END_YOUNGER: &str =
    "UPDATE accounts_refresh SET expires_at_ms = 0 WHERE user_id = ?1 AND device_id = ?2 AND generation > ?3";
const DELETE_OLDER: &str = "DELETE FROM accounts_refresh WHERE user_id = ?1 AND device_id = ?2 AND generation < ?3";
const CONFIRM: &str = "UPDATE accounts_refresh SET is_used = 1 WHERE access_hash = ?1";
const END_OLDER_ACCESS: &str = "UPDATE accounts_token SET expires_at_ms = 0 WHERE token_hash IN
       (SELECT access_hash FROM accounts_refresh WHERE user_id = ?1 AND device_id = ?2 AND generation < ?3)";
const REVOKE_ACCESS: &str = "UPDATE accounts_token SET expires_at_ms = 0 WHERE user_id = ?1 AND device_id = ?2";
const REVOKE_REFRESH: &str = "UPDATE accounts_refresh SET expires_at_ms = 0 WHERE user_id = ?1 AND device_id = ?2";

/// A refresh token as it is stored.
pub(in crate::accounts) struct RefreshRow {
    pub(in crate::accounts) user_id: String,
    pub(in crate::accounts) device_id: String,
    pub(in crate::accounts) generation: i64,
    pub(in crate::accounts) expires_at_ms: Option<i64>,
    pub(in crate::accounts) is_locked: bool,
}

pub(in crate::accounts) async fn refresh_token(store: &Store, token_hash: &str) -> Result<Option<RefreshRow>> {
    let row = store.query_one(ONE_REFRESH, &[token_hash.into()]).await?;
    let read = |mut row: Row| {
        Ok(RefreshRow {
            user_id: row.take_text(0)?,
            device_id: row.take_text(1)?,
            generation: row.int(2)?,
            expires_at_ms: row.int_or_null(3)?,
            is_locked: row.int_or_null(4)?.is_some(),
        })
    };
    row.map(read).transpose()
}

pub(in crate::accounts) fn insert_refresh_token(
    token_hash: &str,
    access_hash: &str,
    (user_id, device_id, generation): (&str, &str, i64),
    expires_at_ms: Option<i64>,
) -> Statement {
    let params: Vec<Value> = vec![
        token_hash.into(),
        user_id.into(),
        device_id.into(),
        generation.into(),
        access_hash.into(),
        expires_at_ms.into(),
    ];
    Statement::new(REFRESH, params)
}

/// Takes a refresh token for a new pair; refused when it is spent or its time is over. What it was taken
/// for before, whose answer must have been lost, ends, and the oldest spent ones go. What has ended is known a
/// while longer, so that whoever shows it is told that the device is still there.
pub(in crate::accounts) fn claim_refresh_token(token_hash: &str, row: &RefreshRow, now_ms: i64) -> [Statement; 5] {
    let RefreshRow { user_id, device_id, generation, .. } = row;
    let of_device =
        |generation: i64| -> Vec<Value> { vec![user_id.as_str().into(), device_id.as_str().into(), generation.into()] };
    let claim: Vec<Value> = [vec![token_hash.into()], of_device(*generation), vec![now_ms.into()]].concat();
    [
        Statement::new(CLAIM, claim).guarded(REFRESH_TOKEN_SPENT),
        Statement::new(DELETE_ENDED_ACCESS, vec![user_id.as_str().into(), device_id.as_str().into()]),
        Statement::new(END_YOUNGER_ACCESS, of_device(*generation)),
        Statement::new(END_YOUNGER, of_device(*generation)),
        Statement::new(DELETE_OLDER, of_device(generation - limits::REFRESH_TOKENS_SPENT + 1)),
    ]
}

/// The new access token of this generation was used: the older ones end, and their refresh tokens are spent.
pub(in crate::accounts) fn confirm_access(token_hash: &str, row: &TokenRow, generation: i64) -> [Statement; 2] {
    let older: Vec<Value> = vec![row.user_id.as_str().into(), row.device_id.as_str().into(), generation.into()];
    [Statement::new(CONFIRM, vec![token_hash.into()]), Statement::new(END_OLDER_ACCESS, older)]
}

/// Ends what a device's session goes on with; the device stays.
pub(in crate::accounts) fn revoke_session(user_id: &str, device_id: &str) -> [Statement; 2] {
    [REVOKE_ACCESS, REVOKE_REFRESH].map(|sql| Statement::new(sql, vec![user_id.into(), device_id.into()]))
}
