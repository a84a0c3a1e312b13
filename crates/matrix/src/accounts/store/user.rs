//! Who has an account.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::{ACCOUNT_CHANGED, ADMINISTRATOR_EXISTS, NAME_TAKEN, NOBODY};
use crate::accounts::model::MemberRow;

const USER: &str = "INSERT INTO accounts_user (user_id, password, is_administrator, created_at_ms, terms_version)
     VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (user_id) DO NOTHING";
const NO_ADMINISTRATOR: &str = "UPDATE accounts_user SET is_administrator = 1
     WHERE user_id = ?1 AND NOT EXISTS (SELECT 1 FROM accounts_user WHERE is_administrator = 1)";
const HAS_ADMINISTRATOR: &str = "SELECT user_id FROM accounts_user WHERE is_administrator = 1 LIMIT 1";
const COUNT: &str = "SELECT COUNT(*) FROM accounts_user WHERE deactivated_at_ms IS NULL";
const NAME: &str = "SELECT user_id FROM accounts_user WHERE user_id = ?1";
const ACTIVE: &str = "SELECT user_id FROM accounts_user WHERE user_id = ?1 AND deactivated_at_ms IS NULL";
const PASSWORD: &str =
    "SELECT password, locked_at_ms, deactivated_at_ms, is_administrator FROM accounts_user WHERE user_id = ?1";
const REHASH: &str = "UPDATE accounts_user SET password = ?3 WHERE user_id = ?1 AND password = ?2";
const STILL: &str = "UPDATE accounts_user SET locked_at_ms = NULL
     WHERE user_id = ?1 AND COALESCE(?2, password) = password AND locked_at_ms IS NULL AND deactivated_at_ms IS NULL";
const SET_PASSWORD: &str = "UPDATE accounts_user SET password = ?2 WHERE user_id = ?1 AND deactivated_at_ms IS NULL";
const LOCK: &str = "UPDATE accounts_user SET locked_at_ms = ?2 WHERE user_id = ?1 AND deactivated_at_ms IS NULL";
const ADMINISTRATOR: &str =
    "UPDATE accounts_user SET is_administrator = 1 WHERE user_id = ?1 AND deactivated_at_ms IS NULL";
const MEMBER: &str = "UPDATE accounts_user SET is_administrator = 0 WHERE user_id = ?1 AND is_administrator = 1";
const OTHER_ADMINISTRATOR: &str = "SELECT user_id FROM accounts_user
     WHERE user_id <> ?1 AND is_administrator = 1 AND locked_at_ms IS NULL LIMIT 1";
const DEACTIVATE: &str = "UPDATE accounts_user
     SET deactivated_at_ms = ?2, password = NULL, is_administrator = 0, locked_at_ms = NULL, terms_version = NULL
     WHERE user_id = ?1 AND deactivated_at_ms IS NULL";
/// What belongs to a member and goes with them.
const ERASE: [&str; 7] = [
    "DELETE FROM accounts_profile WHERE user_id = ?1",
    "DELETE FROM accounts_device WHERE user_id = ?1",
    "DELETE FROM accounts_token WHERE user_id = ?1",
    "DELETE FROM accounts_refresh WHERE user_id = ?1",
    "DELETE FROM accounts_openid WHERE user_id = ?1",
    "DELETE FROM accounts_filter WHERE user_id = ?1",
    "DELETE FROM accounts_data WHERE user_id = ?1",
];
const LIST: &str = "SELECT user_id, is_administrator, created_at_ms, locked_at_ms, deactivated_at_ms,
       (SELECT COUNT(*) FROM accounts_device WHERE accounts_device.user_id = accounts_user.user_id),
       (SELECT MAX(COALESCE(seen_at_ms, signed_in_at_ms)) FROM accounts_device
        WHERE accounts_device.user_id = accounts_user.user_id)
     FROM accounts_user WHERE user_id > ?1 ORDER BY user_id LIMIT ?2";

/// A new account; refused when the name is taken.
pub(in crate::accounts) fn insert_user(
    user_id: &str,
    password: Option<&str>,
    is_administrator: bool,
    now_ms: i64,
    terms_version: Option<&str>,
) -> Statement {
    let params: Vec<Value> =
        vec![user_id.into(), password.into(), is_administrator.into(), now_ms.into(), terms_version.into()];
    Statement::new(USER, params).guarded(NAME_TAKEN)
}

/// Makes an account the first administrator; refused when there is one.
pub(in crate::accounts) fn make_first_administrator(user_id: &str) -> Statement {
    Statement::new(NO_ADMINISTRATOR, vec![user_id.into()]).guarded(ADMINISTRATOR_EXISTS)
}

pub(in crate::accounts) fn make_administrator(user_id: &str) -> Statement {
    Statement::new(ADMINISTRATOR, vec![user_id.into()]).guarded(NOBODY)
}

/// An administrator becomes a member like the others.
pub(in crate::accounts) fn take_administration(user_id: &str) -> Statement {
    Statement::new(MEMBER, vec![user_id.into()]).guarded(NOBODY)
}

pub(in crate::accounts) fn replace_password(user_id: &str, old: &str, new: &str) -> Statement {
    Statement::new(REHASH, vec![user_id.into(), old.into(), new.into()])
}

/// Refused unless the account may sign in as it could when it was asked for, with this password if one
/// was checked.
pub(in crate::accounts) fn still_signs_in(user_id: &str, checked: Option<&str>) -> Statement {
    Statement::new(STILL, vec![user_id.into(), checked.into()]).guarded(ACCOUNT_CHANGED)
}

pub(in crate::accounts) fn set_password(user_id: &str, password: &str) -> Statement {
    Statement::new(SET_PASSWORD, vec![user_id.into(), password.into()]).guarded(NOBODY)
}

/// Locks an account as of a time, or unlocks it.
pub(in crate::accounts) fn lock(user_id: &str, locked_at_ms: Option<i64>) -> Statement {
    Statement::new(LOCK, vec![user_id.into(), locked_at_ms.into()]).guarded(NOBODY)
}

/// Ends an account for ever. What belongs to it is deleted by other statements; the name stays taken.
pub(in crate::accounts) fn deactivate(user_id: &str, now_ms: i64) -> Statement {
    Statement::new(DEACTIVATE, vec![user_id.into(), now_ms.into()]).guarded(NOBODY)
}

pub(in crate::accounts) fn erase_member(user_id: &str) -> [Statement; 7] {
    ERASE.map(|sql| Statement::new(sql, vec![user_id.into()]))
}

pub(in crate::accounts) async fn has_administrator(store: &Store) -> Result<bool> {
    Ok(store.query_one(HAS_ADMINISTRATOR, &[]).await?.is_some())
}

/// Whether somebody else could administer.
pub(in crate::accounts) async fn has_other_administrator(store: &Store, user_id: &str) -> Result<bool> {
    Ok(store.query_one(OTHER_ADMINISTRATOR, &[user_id.into()]).await?.is_some())
}

/// How many have an account.
pub(in crate::accounts) async fn member_count(store: &Store) -> Result<i64> {
    store.query_one(COUNT, &[]).await?.map_or(Ok(0), |row| row.int(0))
}

/// Whether a name was ever given.
pub(in crate::accounts) async fn is_taken(store: &Store, user_id: &str) -> Result<bool> {
    Ok(store.query_one(NAME, &[user_id.into()]).await?.is_some())
}

/// Whether somebody has this account, who has not deactivated it.
pub(in crate::accounts) async fn exists(store: &Store, user_id: &str) -> Result<bool> {
    Ok(store.query_one(ACTIVE, &[user_id.into()]).await?.is_some())
}

/// What decides what somebody may do.
pub(in crate::accounts) struct Credentials {
    /// The hash; nothing for an account without a password.
    pub(in crate::accounts) password: Option<String>,
    pub(in crate::accounts) is_locked: bool,
    pub(in crate::accounts) is_deactivated: bool,
    pub(in crate::accounts) is_administrator: bool,
}

pub(in crate::accounts) async fn credentials(store: &Store, user_id: &str) -> Result<Option<Credentials>> {
    let row = store.query_one(PASSWORD, &[user_id.into()]).await?;
    let read = |row: Row| {
        Ok(Credentials {
            password: row.text_or_null(0)?.map(str::to_owned),
            is_locked: row.int_or_null(1)?.is_some(),
            is_deactivated: row.int_or_null(2)?.is_some(),
            is_administrator: row.int(3)? != 0,
        })
    };
    row.map(read).transpose()
}

/// The accounts whose ids come after this one, in order, a page of them.
pub(in crate::accounts) async fn members(store: &Store, after: &str) -> Result<Vec<MemberRow>> {
    let rows = store.query(LIST, &[after.into(), (limits::MEMBERS_PAGE as i64).into()]).await?;
    let read = |row: &Row| {
        Ok(MemberRow {
            user_id: row.text(0)?.to_owned(),
            is_administrator: row.int(1)? != 0,
            created_at_ms: row.int(2)?,
            locked_at_ms: row.int_or_null(3)?,
            deactivated_at_ms: row.int_or_null(4)?,
            devices: row.int(5)?,
            seen_at_ms: row.int_or_null(6)?,
        })
    };
    rows.iter().map(read).collect()
}
