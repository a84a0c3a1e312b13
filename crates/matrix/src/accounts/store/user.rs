//! Who has an account.

use hearth_kernel::Result;
use hearth_store::{Statement, Store, Value};

use super::{ADMINISTRATOR_EXISTS, NAME_TAKEN};

const USER: &str = "INSERT INTO accounts_user (user_id, password, is_administrator, created_at_ms)
     VALUES (?1, ?2, ?3, ?4) ON CONFLICT (user_id) DO NOTHING";
const NO_ADMINISTRATOR: &str = "UPDATE accounts_user SET is_administrator = 1
     WHERE user_id = ?1 AND NOT EXISTS (SELECT 1 FROM accounts_user WHERE is_administrator = 1)";
const HAS_ADMINISTRATOR: &str = "SELECT user_id FROM accounts_user WHERE is_administrator = 1 LIMIT 1";
const EXISTS: &str = "SELECT user_id FROM accounts_user WHERE user_id = ?1";
const PASSWORD: &str = "SELECT password FROM accounts_user WHERE user_id = ?1";
const REHASH: &str = "UPDATE accounts_user SET password = ?3 WHERE user_id = ?1 AND password = ?2";

/// A new account; refused when the name is taken.
pub(in crate::accounts) fn insert_user(
    user_id: &str,
    password: Option<&str>,
    is_administrator: bool,
    now_ms: i64,
) -> Statement {
    let params: Vec<Value> = vec![user_id.into(), password.into(), is_administrator.into(), now_ms.into()];
    Statement::new(USER, params).guarded(NAME_TAKEN)
}

/// Makes an account the first administrator; refused when there is one.
pub(in crate::accounts) fn make_first_administrator(user_id: &str) -> Statement {
    Statement::new(NO_ADMINISTRATOR, vec![user_id.into()]).guarded(ADMINISTRATOR_EXISTS)
}

pub(in crate::accounts) fn replace_password(user_id: &str, old: &str, new: &str) -> Statement {
    Statement::new(REHASH, vec![user_id.into(), old.into(), new.into()])
}

pub(in crate::accounts) async fn has_administrator(store: &Store) -> Result<bool> {
    Ok(store.query_one(HAS_ADMINISTRATOR, &[]).await?.is_some())
}

pub(in crate::accounts) async fn exists(store: &Store, user_id: &str) -> Result<bool> {
    Ok(store.query_one(EXISTS, &[user_id.into()]).await?.is_some())
}

/// The hash of an account's password; nothing for no account and for one without a password.
pub(in crate::accounts) async fn password(store: &Store, user_id: &str) -> Result<Option<String>> {
    let row = store.query_one(PASSWORD, &[user_id.into()]).await?;
    row.map_or(Ok(None), |row| Ok(row.text_or_null(0)?.map(str::to_owned)))
}
