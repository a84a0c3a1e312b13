//! Tokens for services elsewhere.

use hearth_kernel::{Result, limits};
use hearth_store::{Statement, Store, Value};

use super::OPENID_FULL;

const NEW: &str = "INSERT INTO accounts_openid (token_hash, user_id, expires_at_ms)
     SELECT ?1, ?2, ?3 WHERE (SELECT COUNT(*) FROM accounts_openid WHERE user_id = ?2) < ?4";
const DELETE_LATE: &str = "DELETE FROM accounts_openid WHERE user_id = ?1 AND expires_at_ms <= ?2";
const OWNER: &str = "SELECT o.user_id FROM accounts_openid o JOIN accounts_user u ON u.user_id = o.user_id
     WHERE o.token_hash = ?1 AND o.expires_at_ms > ?2 AND u.locked_at_ms IS NULL";

/// A new token, in the place of those that have ended; refused when the member has too many.
pub(in crate::accounts) fn insert_openid(
    token_hash: &str,
    user_id: &str,
    until_ms: i64,
    now_ms: i64,
) -> [Statement; 2] {
    let most = limits::OPENID_TOKENS as i64;
    let params: Vec<Value> = vec![token_hash.into(), user_id.into(), until_ms.into(), most.into()];
    [Statement::new(DELETE_LATE, vec![user_id.into(), now_ms.into()]), Statement::new(NEW, params).guarded(OPENID_FULL)]
}

pub(in crate::accounts) async fn openid_owner(store: &Store, token_hash: &str, now_ms: i64) -> Result<Option<String>> {
    let row = store.query_one(OWNER, &[token_hash.into(), now_ms.into()]).await?;
    row.map(|mut row| row.take_text(0)).transpose()
}
