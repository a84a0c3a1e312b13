//! Registration tokens.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::{REGISTRATION_TOKEN_SPENT, REGISTRATION_TOKEN_TAKEN, REGISTRATION_TOKEN_UNKNOWN, REGISTRATION_TOKENS_FULL};
use crate::accounts::model::RegistrationToken;

const NEW: &str = "INSERT INTO accounts_registration_token (token, uses, uses_allowed, expires_at_ms, created_at_ms)
     VALUES (?1, 0, ?2, ?3, ?4) ON CONFLICT (token) DO NOTHING";
const ROOM: &str = "UPDATE accounts_registration_token SET uses = uses
     WHERE token = ?1 AND (SELECT COUNT(*) FROM accounts_registration_token) <= ?2";
const USE: &str = "UPDATE accounts_registration_token SET uses = uses + 1
     WHERE token = ?1 AND uses < COALESCE(uses_allowed, uses + 1) AND (expires_at_ms IS NULL OR expires_at_ms > ?2)";
const VALID: &str = "SELECT token FROM accounts_registration_token
     WHERE token = ?1 AND uses < COALESCE(uses_allowed, uses + 1) AND (expires_at_ms IS NULL OR expires_at_ms > ?2)";
const LIST: &str = "SELECT token, uses, uses_allowed, expires_at_ms, created_at_ms
     FROM accounts_registration_token ORDER BY created_at_ms, token LIMIT ?1";
const REVOKE: &str = "DELETE FROM accounts_registration_token WHERE token = ?1";

/// A new token; refused when it is there already or when there are too many.
pub(in crate::accounts) fn insert_registration_token(token: &RegistrationToken) -> [Statement; 2] {
    let RegistrationToken { token, uses_allowed, expires_at_ms, created_at_ms, .. } = token;
    let params: Vec<Value> =
        vec![token.as_str().into(), (*uses_allowed).into(), (*expires_at_ms).into(), (*created_at_ms).into()];
    let most = limits::REGISTRATION_TOKENS as i64;
    [
        Statement::new(NEW, params).guarded(REGISTRATION_TOKEN_TAKEN),
        Statement::new(ROOM, vec![token.as_str().into(), most.into()]).guarded(REGISTRATION_TOKENS_FULL),
    ]
}

/// Spends one use; refused when there is none left or its time is over.
pub(in crate::accounts) fn use_registration_token(token: &str, now_ms: i64) -> Statement {
    Statement::new(USE, vec![token.into(), now_ms.into()]).guarded(REGISTRATION_TOKEN_SPENT)
}

pub(in crate::accounts) fn revoke_registration_token(token: &str) -> Statement {
    Statement::new(REVOKE, vec![token.into()]).guarded(REGISTRATION_TOKEN_UNKNOWN)
}

pub(in crate::accounts) async fn registration_token_is_valid(store: &Store, token: &str, now_ms: i64) -> Result<bool> {
    Ok(store.query_one(VALID, &[token.into(), now_ms.into()]).await?.is_some())
}

pub(in crate::accounts) async fn registration_tokens(store: &Store) -> Result<Vec<RegistrationToken>> {
    let rows = store.query(LIST, &[(limits::REGISTRATION_TOKENS as i64).into()]).await?;
    let read = |row: &Row| {
        Ok(RegistrationToken {
            token: row.text(0)?.to_owned(),
            uses: row.int(1)?,
            uses_allowed: row.int_or_null(2)?,
            expires_at_ms: row.int_or_null(3)?,
            created_at_ms: row.int(4)?,
        })
    };
    rows.iter().map(read).collect()
}
