//! Every SQL text of the module: what reads, and the statements that entries are made of.

use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::model::{self, ACCOUNT_DATA_PAGE, AccountData, Device, PROFILE_FIELDS, Profile};

/// The names of guards: what the commit decides.
const NAME_TAKEN: &str = "accounts.name_taken";
const ADMINISTRATOR_EXISTS: &str = "accounts.administrator_exists";
const DEVICES_FULL: &str = "accounts.devices_full";
const DEVICE_GONE: &str = "accounts.device_gone";
const PROFILE_FULL: &str = "accounts.profile_full";
const FILTERS_FULL: &str = "accounts.filters_full";
const DATA_FULL: &str = "accounts.data_full";

/// A refused guard in the protocol's words.
pub(super) fn explain(error: Error) -> Error {
    if error.kind != Kind::Conflict {
        return error;
    }
    let full = |why: String| Error::new(Kind::Forbidden, "M_RESOURCE_LIMIT_EXCEEDED", why);
    match error.code {
        NAME_TAKEN => name_taken(),
        ADMINISTRATOR_EXISTS => Error::forbidden("This server has an administrator already."),
        DEVICES_FULL => full(format!("An account has at most {} devices. Sign out of some.", limits::DEVICES)),
        DEVICE_GONE => Error::not_found("There is no such device."),
        PROFILE_FULL => model::profile_too_large(),
        FILTERS_FULL => full(format!("An account has at most {} filters.", limits::FILTERS)),
        DATA_FULL => full(format!("An account has at most {} pieces of account data.", limits::ACCOUNT_DATA_PIECES)),
        _ => error,
    }
}

pub(super) fn name_taken() -> Error {
    Error::new(Kind::Invalid, "M_USER_IN_USE", "This user name is taken.")
}

// Accounts.

const USER: &str = "INSERT INTO accounts_user (user_id, password, is_administrator, created_at_ms)
     VALUES (?1, ?2, ?3, ?4) ON CONFLICT (user_id) DO NOTHING";
const NO_ADMINISTRATOR: &str = "UPDATE accounts_user SET is_administrator = 1
     WHERE user_id = ?1 AND NOT EXISTS (SELECT 1 FROM accounts_user WHERE is_administrator = 1)";
const HAS_ADMINISTRATOR: &str = "SELECT user_id FROM accounts_user WHERE is_administrator = 1 LIMIT 1";
const EXISTS: &str = "SELECT user_id FROM accounts_user WHERE user_id = ?1";
const PASSWORD: &str = "SELECT password FROM accounts_user WHERE user_id = ?1";
const REHASH: &str = "UPDATE accounts_user SET password = ?3 WHERE user_id = ?1 AND password = ?2";

/// A new account; refused when the name is taken.
pub(super) fn insert_user(user_id: &str, password: Option<&str>, is_administrator: bool, now_ms: i64) -> Statement {
    let params: Vec<Value> = vec![user_id.into(), password.into(), is_administrator.into(), now_ms.into()];
    Statement::new(USER, params).guarded(NAME_TAKEN)
}

/// Makes an account the first administrator; refused when there is one.
pub(super) fn make_first_administrator(user_id: &str) -> Statement {
    Statement::new(NO_ADMINISTRATOR, vec![user_id.into()]).guarded(ADMINISTRATOR_EXISTS)
}

pub(super) fn replace_password(user_id: &str, old: &str, new: &str) -> Statement {
    Statement::new(REHASH, vec![user_id.into(), old.into(), new.into()])
}

pub(super) async fn has_administrator(store: &Store) -> Result<bool> {
    Ok(store.query_one(HAS_ADMINISTRATOR, &[]).await?.is_some())
}

pub(super) async fn exists(store: &Store, user_id: &str) -> Result<bool> {
    Ok(store.query_one(EXISTS, &[user_id.into()]).await?.is_some())
}

/// The hash of an account's password; nothing for no account and for one without a password.
pub(super) async fn password(store: &Store, user_id: &str) -> Result<Option<String>> {
    let row = store.query_one(PASSWORD, &[user_id.into()]).await?;
    row.map_or(Ok(None), |row| Ok(row.text_or_null(0)?.map(str::to_owned)))
}

// Devices and their tokens.

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
pub(super) fn sign_in_device(user_id: &str, device_id: &str, display_name: Option<&str>, now_ms: i64) -> Statement {
    let most = limits::DEVICES as i64;
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), display_name.into(), now_ms.into(), most.into()];
    Statement::new(DEVICE, params).guarded(DEVICES_FULL)
}

pub(super) fn rename_device(user_id: &str, device_id: &str, display_name: &str) -> Statement {
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), display_name.into()];
    Statement::new(RENAME_DEVICE, params).guarded(DEVICE_GONE)
}

pub(super) fn delete_device(user_id: &str, device_id: &str) -> [Statement; 2] {
    [DELETE_TOKENS, DELETE_DEVICE].map(|sql| Statement::new(sql, vec![user_id.into(), device_id.into()]))
}

pub(super) fn insert_token(token_hash: &str, user_id: &str, device_id: &str) -> Statement {
    Statement::new(TOKEN, vec![token_hash.into(), user_id.into(), device_id.into()])
}

pub(super) fn delete_tokens(user_id: &str, device_id: &str) -> Statement {
    Statement::new(DELETE_TOKENS, vec![user_id.into(), device_id.into()])
}

fn read_device(row: &Row) -> Result<Device> {
    Ok(Device { device_id: row.text(0)?.to_owned(), display_name: row.text_or_null(1)?.map(str::to_owned) })
}

pub(super) async fn devices(store: &Store, user_id: &str) -> Result<Vec<Device>> {
    let rows = store.query(DEVICES, &[user_id.into(), (limits::DEVICES as i64).into()]).await?;
    rows.iter().map(read_device).collect()
}

pub(super) async fn device(store: &Store, user_id: &str, device_id: &str) -> Result<Option<Device>> {
    let row = store.query_one(ONE_DEVICE, &[user_id.into(), device_id.into()]).await?;
    row.as_ref().map(read_device).transpose()
}

/// Whose token this is: the user, the device, and whether it is an administrator's.
pub(super) async fn caller(store: &Store, token_hash: &str) -> Result<Option<(String, String, bool)>> {
    let Some(mut row) = store.query_one(CALLER, &[token_hash.into()]).await? else { return Ok(None) };
    Ok(Some((row.take_text(0)?, row.take_text(1)?, row.int(2)? != 0)))
}

// Profiles.

const SET_FIELD: &str = "INSERT INTO accounts_profile (user_id, field, value)
     SELECT ?1, ?2, ?3
     WHERE (SELECT COALESCE(SUM(OCTET_LENGTH(field) + OCTET_LENGTH(value)), 0) FROM accounts_profile
            WHERE user_id = ?1 AND field <> ?2) <= ?4
       AND (SELECT COUNT(*) FROM accounts_profile WHERE user_id = ?1 AND field <> ?2) < ?5
     ON CONFLICT (user_id, field) DO UPDATE SET value = excluded.value";
const DELETE_FIELD: &str = "DELETE FROM accounts_profile WHERE user_id = ?1 AND field = ?2";
const FIELDS: &str = "SELECT accounts_profile.field, accounts_profile.value
     FROM accounts_user LEFT JOIN accounts_profile ON accounts_profile.user_id = accounts_user.user_id
     WHERE accounts_user.user_id = ?1 ORDER BY accounts_profile.field LIMIT ?2";

/// Sets a field to its JSON text, or takes it away. Refused when the profile grows too large.
pub(super) fn set_field(user_id: &str, field: &str, value: Option<&str>) -> Statement {
    let Some(value) = value else {
        return Statement::new(DELETE_FIELD, vec![user_id.into(), field.into()]);
    };
    let room = model::profile_room(field, value).unwrap_or(-1);
    let most = PROFILE_FIELDS as i64;
    let params: Vec<Value> = vec![user_id.into(), field.into(), value.into(), room.into(), most.into()];
    Statement::new(SET_FIELD, params).guarded(PROFILE_FULL)
}

/// The fields of a profile with their JSON texts; nothing where there is no such account.
pub(super) async fn fields(store: &Store, user_id: &str) -> Result<Option<Vec<(String, String)>>> {
    let rows = store.query(FIELDS, &[user_id.into(), (PROFILE_FIELDS as i64).into()]).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let mut fields = Vec::with_capacity(rows.len());
    for row in &rows {
        if let Some(field) = row.text_or_null(0)? {
            fields.push((field.to_owned(), row.text(1)?.to_owned()));
        }
    }
    Ok(Some(fields))
}

/// The part of a profile that rooms show.
pub(super) fn shown(fields: &[(String, String)]) -> Profile {
    let text = |name| {
        let (_, value) = fields.iter().find(|(field, _)| field == name)?;
        serde_json::from_str(value).ok()
    };
    Profile { display_name: text(model::DISPLAY_NAME), avatar_url: text(model::AVATAR_URL) }
}

// Filters.

const FILTER: &str = "INSERT INTO accounts_filter (user_id, filter_id, definition)
     SELECT ?1, ?2, ?3
     WHERE (SELECT COUNT(*) FROM accounts_filter WHERE user_id = ?1 AND filter_id <> ?2) < ?4
     ON CONFLICT (user_id, filter_id) DO UPDATE SET definition = excluded.definition";
const ONE_FILTER: &str = "SELECT definition FROM accounts_filter WHERE user_id = ?1 AND filter_id = ?2";

pub(super) fn insert_filter(user_id: &str, filter_id: &str, definition: &str) -> Statement {
    let most = limits::FILTERS as i64;
    let params: Vec<Value> = vec![user_id.into(), filter_id.into(), definition.into(), most.into()];
    Statement::new(FILTER, params).guarded(FILTERS_FULL)
}

pub(super) async fn filter(store: &Store, user_id: &str, filter_id: &str) -> Result<Option<String>> {
    let row = store.query_one(ONE_FILTER, &[user_id.into(), filter_id.into()]).await?;
    row.map(|mut row| row.take_text(0)).transpose()
}

// Account data.

const SET_DATA: &str = "INSERT INTO accounts_data (user_id, room_id, kind, content, position)
     VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (user_id, room_id, kind) DO UPDATE SET content = excluded.content, position = excluded.position";
const SET_DATA_BOUNDED: &str = "INSERT INTO accounts_data (user_id, room_id, kind, content, position)
     SELECT ?1, ?2, ?3, ?4, ?5
     WHERE (SELECT COUNT(*) FROM accounts_data WHERE user_id = ?1) < ?6
        OR EXISTS (SELECT 1 FROM accounts_data WHERE user_id = ?1 AND room_id = ?2 AND kind = ?3)
     ON CONFLICT (user_id, room_id, kind) DO UPDATE SET content = excluded.content, position = excluded.position";
const DATA: &str = "SELECT content FROM accounts_data WHERE user_id = ?1 AND room_id = ?2 AND kind = ?3";
const DATA_BETWEEN: &str = "SELECT room_id, kind, content, position FROM accounts_data
     WHERE user_id = ?1 AND position > ?2 AND position <= ?3 ORDER BY position LIMIT ?4";
const DATA_POSITION: &str = "SELECT position FROM accounts_data WHERE user_id = ?1 ORDER BY position DESC LIMIT 1";

fn data_params(user_id: &str, room_id: Option<&str>, kind: &str, content: &str) -> Vec<Value> {
    vec![user_id.into(), room_id.unwrap_or("").into(), kind.into(), content.into(), Value::Position]
}

/// Sets a piece of account data within another module's entry. The entry's note must wake the member.
pub fn account_data_statement(user_id: &str, room_id: Option<&str>, kind: &str, content: &str) -> Statement {
    Statement::new(SET_DATA, data_params(user_id, room_id, kind, content))
}

/// The same for what a client sends, of which there is a most.
pub(super) fn set_data(user_id: &str, room_id: Option<&str>, kind: &str, content: &str) -> Statement {
    let mut params = data_params(user_id, room_id, kind, content);
    params.push((limits::ACCOUNT_DATA_PIECES as i64).into());
    Statement::new(SET_DATA_BOUNDED, params).guarded(DATA_FULL)
}

pub(super) async fn data(store: &Store, user_id: &str, room_id: Option<&str>, kind: &str) -> Result<Option<String>> {
    let row = store.query_one(DATA, &[user_id.into(), room_id.unwrap_or("").into(), kind.into()]).await?;
    row.map(|mut row| row.take_text(0)).transpose()
}

/// Where a member's account data changed last; 0 where there is none.
pub(super) async fn data_position(store: &Store, user_id: &str) -> Result<i64> {
    let row = store.query_one(DATA_POSITION, &[user_id.into()]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

/// A page of what changed after `since` and up to `upto`, in the order of the changes.
pub(super) async fn data_between(store: &Store, user_id: &str, since: i64, upto: i64) -> Result<Vec<AccountData>> {
    let params: [Value; 4] = [user_id.into(), since.into(), upto.into(), (ACCOUNT_DATA_PAGE as i64).into()];
    let rows = store.query(DATA_BETWEEN, &params).await?;
    rows.into_iter().map(read_data).collect()
}

fn read_data(mut row: Row) -> Result<AccountData> {
    let room_id = Some(row.take_text(0)?).filter(|room_id| !room_id.is_empty());
    Ok(AccountData { room_id, kind: row.take_text(1)?, content: row.take_text(2)?, position: row.int(3)? })
}
