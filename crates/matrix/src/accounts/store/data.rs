//! What members' clients keep here: filters and account data.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::{DATA_FULL, FILTERS_FULL};
use crate::accounts::model::AccountData;

// Filters.

const FILTER: &str = "INSERT INTO accounts_filter (user_id, filter_id, definition)
     SELECT ?1, ?2, ?3
     WHERE (SELECT COUNT(*) FROM accounts_filter WHERE user_id = ?1 AND filter_id <> ?2) < ?4
     ON CONFLICT (user_id, filter_id) DO UPDATE SET definition = excluded.definition";
const ONE_FILTER: &str = "SELECT definition FROM accounts_filter WHERE user_id = ?1 AND filter_id = ?2";

pub(in crate::accounts) fn insert_filter(user_id: &str, filter_id: &str, definition: &str) -> Statement {
    let most = limits::FILTERS as i64;
    let params: Vec<Value> = vec![user_id.into(), filter_id.into(), definition.into(), most.into()];
    Statement::new(FILTER, params).guarded(FILTERS_FULL)
}

pub(in crate::accounts) async fn filter(store: &Store, user_id: &str, filter_id: &str) -> Result<Option<String>> {
    let row = store.query_one(ONE_FILTER, &[user_id.into(), filter_id.into()]).await?;
    row.map(|mut row| row.take_text(0)).transpose()
}

// Account data. None comes behind the end of its account.

const SET_DATA: &str = "INSERT INTO accounts_data (user_id, room_id, kind, content, position)
     SELECT ?1, ?2, ?3, ?4, ?5
     WHERE EXISTS (SELECT 1 FROM accounts_user WHERE user_id = ?1 AND deactivated_at_ms IS NULL)
     ON CONFLICT (user_id, room_id, kind) DO UPDATE SET content = excluded.content, position = excluded.position";
const SET_DATA_BOUNDED: &str = "INSERT INTO accounts_data (user_id, room_id, kind, content, position)
     SELECT ?1, ?2, ?3, ?4, ?5
     WHERE ((SELECT COUNT(*) FROM accounts_data WHERE user_id = ?1) < ?6
         OR EXISTS (SELECT 1 FROM accounts_data WHERE user_id = ?1 AND room_id = ?2 AND kind = ?3))
       AND (SELECT COALESCE(SUM(OCTET_LENGTH(content)), 0) FROM accounts_data
            WHERE user_id = ?1 AND NOT (room_id = ?2 AND kind = ?3)) <= ?7
       AND EXISTS (SELECT 1 FROM accounts_user WHERE user_id = ?1 AND deactivated_at_ms IS NULL)
     ON CONFLICT (user_id, room_id, kind) DO UPDATE SET content = excluded.content, position = excluded.position";
const MOVE_DATA: &str = "INSERT INTO accounts_data (user_id, room_id, kind, content, position)
     SELECT ?1, ?2, ?3, ?4, ?5
     WHERE ((SELECT COUNT(*) FROM accounts_data WHERE user_id = ?1) < ?6
         OR EXISTS (SELECT 1 FROM accounts_data WHERE user_id = ?1 AND room_id = ?2 AND kind = ?3))
       AND (SELECT COALESCE(SUM(OCTET_LENGTH(content)), 0) FROM accounts_data
            WHERE user_id = ?1 AND NOT (room_id = ?2 AND kind = ?3)) <= ?7
       AND EXISTS (SELECT 1 FROM accounts_user WHERE user_id = ?1 AND deactivated_at_ms IS NULL)
       AND COALESCE((SELECT position FROM accounts_data WHERE user_id = ?1 AND room_id = ?2 AND kind = ?3), 0) = ?8
     ON CONFLICT (user_id, room_id, kind) DO UPDATE SET content = excluded.content, position = excluded.position";
const DATA_AT: &str = "SELECT content, position FROM accounts_data WHERE user_id = ?1 AND room_id = ?2 AND kind = ?3";
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
pub(in crate::accounts) fn set_data(user_id: &str, room_id: Option<&str>, kind: &str, content: &str) -> Statement {
    let params = [data_params(user_id, room_id, kind, content), data_bounds(content)].concat();
    Statement::new(SET_DATA_BOUNDED, params).guarded(DATA_FULL)
}

/// The same over what was written at this position, 0 for nothing; refused also when that has changed.
pub(in crate::accounts) fn move_data(
    user_id: &str,
    room_id: Option<&str>,
    kind: &str,
    content: &str,
    position: i64,
) -> Statement {
    let params = [data_params(user_id, room_id, kind, content), data_bounds(content), vec![position.into()]].concat();
    Statement::new(MOVE_DATA, params).guarded(DATA_FULL)
}

/// How many pieces there may be, and how large the others.
fn data_bounds(content: &str) -> Vec<Value> {
    let others = limits::ACCOUNT_DATA_TOTAL_BYTES as i64 - content.len() as i64;
    vec![(limits::ACCOUNT_DATA_PIECES as i64).into(), others.into()]
}

/// The content of one piece, and where it was written.
pub(in crate::accounts) async fn data_at(
    store: &Store,
    user_id: &str,
    room_id: Option<&str>,
    kind: &str,
) -> Result<Option<(String, i64)>> {
    let row = store.query_one(DATA_AT, &[user_id.into(), room_id.unwrap_or("").into(), kind.into()]).await?;
    row.map(|mut row| Ok((row.take_text(0)?, row.int(1)?))).transpose()
}

pub(in crate::accounts) async fn data(
    store: &Store,
    user_id: &str,
    room_id: Option<&str>,
    kind: &str,
) -> Result<Option<String>> {
    let row = store.query_one(DATA, &[user_id.into(), room_id.unwrap_or("").into(), kind.into()]).await?;
    row.map(|mut row| row.take_text(0)).transpose()
}

/// Where a member's account data changed last; 0 where there is none.
pub(in crate::accounts) async fn data_position(store: &Store, user_id: &str) -> Result<i64> {
    let row = store.query_one(DATA_POSITION, &[user_id.into()]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

/// A page of what changed after `since` and up to `upto`, in the order of the changes.
pub(in crate::accounts) async fn data_between(
    store: &Store,
    user_id: &str,
    since: i64,
    upto: i64,
) -> Result<Vec<AccountData>> {
    let params: [Value; 4] = [user_id.into(), since.into(), upto.into(), (limits::ACCOUNT_DATA_PAGE as i64).into()];
    let rows = store.query(DATA_BETWEEN, &params).await?;
    rows.into_iter().map(read_data).collect()
}

fn read_data(mut row: Row) -> Result<AccountData> {
    let room_id = Some(row.take_text(0)?).filter(|room_id| !room_id.is_empty());
    Ok(AccountData { room_id, kind: row.take_text(1)?, content: row.take_text(2)?, position: row.int(3)? })
}
