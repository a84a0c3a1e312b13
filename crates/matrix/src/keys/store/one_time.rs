//! One-time and fallback keys: each one-time key is given away once, the oldest first, which the
//! commit decides.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::{FALLBACK_FULL, KEY_REUSED, ONE_TIME_FULL};

/// The same key again changes nothing; another one under the same id changes no row, which its guard refuses.
const ADD: &str = "INSERT INTO keys_one_time (user_id, device_id, algorithm, key_id, content, position, ordinal, claim)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL)
     ON CONFLICT (user_id, device_id, algorithm, key_id) DO UPDATE SET content = excluded.content
     WHERE keys_one_time.content = excluded.content";
/// Changes a row if there are not too many.
const BOUND: &str = "UPDATE keys_one_time SET content = content
     WHERE user_id = ?1 AND device_id = ?2 AND algorithm = ?3 AND key_id = ?4 AND
         (SELECT COUNT(*) FROM keys_one_time k WHERE k.user_id = ?1 AND k.device_id = ?2 AND k.claim IS NULL) <= ?5";
const TAKE: &str = "UPDATE keys_one_time SET claim = ?4
     WHERE user_id = ?1 AND device_id = ?2 AND algorithm = ?3 AND key_id =
         (SELECT k.key_id FROM keys_one_time k
          WHERE k.user_id = ?1 AND k.device_id = ?2 AND k.algorithm = ?3 AND k.claim IS NULL
          ORDER BY k.position, k.ordinal LIMIT 1)";
const USE_FALLBACK: &str = "UPDATE keys_fallback SET used = 1
     WHERE user_id = ?1 AND device_id = ?2 AND algorithm = ?3 AND used = 0 AND NOT EXISTS
         (SELECT 1 FROM keys_one_time k
          WHERE k.claim = ?4 AND k.user_id = ?1 AND k.device_id = ?2 AND k.algorithm = ?3)";
const TAKEN: &str =
    "SELECT user_id, device_id, algorithm, key_id, content FROM keys_one_time WHERE claim = ?1 LIMIT ?2";
const HANDED_OVER: &str = "DELETE FROM keys_one_time WHERE claim = ?1";
const IS_LEFT_BEHIND: &str = "SELECT claim FROM keys_one_time WHERE claim IS NOT NULL LIMIT 1";
const LEFT_BEHIND: &str = "DELETE FROM keys_one_time WHERE claim IS NOT NULL";
const EPOCH: &str = "SELECT epoch FROM keys_epoch LIMIT 1";
/// Keys of another life of the database may have been given away in what was lost of it.
const NEW_EPOCH: [&str; 2] = ["DELETE FROM keys_one_time", "DELETE FROM keys_epoch"];
const SET_EPOCH: &str = "INSERT INTO keys_epoch (epoch) VALUES (?1)";
const COUNTS: &str = "SELECT algorithm, COUNT(*) FROM keys_one_time
     WHERE user_id = ?1 AND device_id = ?2 AND claim IS NULL GROUP BY algorithm ORDER BY algorithm LIMIT ?3";
const SET_FALLBACK: &str = "INSERT INTO keys_fallback (user_id, device_id, algorithm, key_id, content, used)
     VALUES (?1, ?2, ?3, ?4, ?5, 0)
     ON CONFLICT (user_id, device_id, algorithm) DO UPDATE
     SET key_id = excluded.key_id, content = excluded.content, used = CASE
         WHEN keys_fallback.key_id = excluded.key_id AND keys_fallback.content = excluded.content
         THEN keys_fallback.used ELSE 0 END";
const BOUND_FALLBACK: &str = "UPDATE keys_fallback SET content = content
     WHERE user_id = ?1 AND device_id = ?2 AND algorithm = ?3 AND
         (SELECT COUNT(*) FROM keys_fallback k WHERE k.user_id = ?1 AND k.device_id = ?2) <= ?4";
const FALLBACK: &str =
    "SELECT key_id, content FROM keys_fallback WHERE user_id = ?1 AND device_id = ?2 AND algorithm = ?3";
const UNUSED: &str = "SELECT algorithm FROM keys_fallback
     WHERE user_id = ?1 AND device_id = ?2 AND used = 0 ORDER BY algorithm LIMIT ?3";

/// One uploaded key: its algorithm, its id, and the key as JSON.
pub(in crate::keys) struct Key {
    pub(in crate::keys) algorithm: String,
    pub(in crate::keys) key_id: String,
    pub(in crate::keys) content: String,
}

/// A key that was given to somebody.
pub(in crate::keys) struct Taken {
    pub(in crate::keys) user_id: String,
    pub(in crate::keys) device_id: String,
    pub(in crate::keys) key: Key,
}

/// Adds one-time keys in this order. Refused when one of them is another key under a known id, or
/// when there are too many.
pub(in crate::keys) fn add(user_id: &str, device_id: &str, keys: &[Key]) -> Vec<Statement> {
    let mut statements = Vec::with_capacity(keys.len() + 1);
    for (ordinal, Key { algorithm, key_id, content }) in keys.iter().enumerate() {
        let (algorithm, key_id, content) = (algorithm.as_str(), key_id.as_str(), content.as_str());
        let params: Vec<Value> = vec![
            user_id.into(),
            device_id.into(),
            algorithm.into(),
            key_id.into(),
            content.into(),
            Value::Position,
            (ordinal as i64).into(),
        ];
        statements.push(Statement::new(ADD, params).guarded(KEY_REUSED));
    }
    if let Some(Key { algorithm, key_id, .. }) = keys.last() {
        let most = limits::ONE_TIME_KEYS as i64;
        let (algorithm, key_id) = (algorithm.as_str(), key_id.as_str());
        let params: Vec<Value> = vec![user_id.into(), device_id.into(), algorithm.into(), key_id.into(), most.into()];
        statements.push(Statement::new(BOUND, params).guarded(ONE_TIME_FULL));
    }
    statements
}

/// Sets the fallback key of an algorithm. The same key again stays used if it was.
pub(in crate::keys) fn set_fallback(user_id: &str, device_id: &str, key: &Key) -> [Statement; 2] {
    let Key { algorithm, key_id, content } = key;
    let (algorithm, key_id, content) = (algorithm.as_str(), key_id.as_str(), content.as_str());
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), algorithm.into(), key_id.into(), content.into()];
    let most = limits::FALLBACK_KEYS as i64;
    let bound: Vec<Value> = vec![user_id.into(), device_id.into(), algorithm.into(), most.into()];
    [Statement::new(SET_FALLBACK, params), Statement::new(BOUND_FALLBACK, bound).guarded(FALLBACK_FULL)]
}

/// Takes the oldest one-time key, or marks the fallback key as used where there is none.
pub(in crate::keys) fn take(user_id: &str, device_id: &str, algorithm: &str, claim: &str) -> [Statement; 2] {
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), algorithm.into(), claim.into()];
    [Statement::new(TAKE, params.clone()), Statement::new(USE_FALLBACK, params)]
}

/// The one-time keys that a claim got.
pub(in crate::keys) async fn taken(store: &Store, claim: &str) -> Result<Vec<Taken>> {
    let rows = store.query(TAKEN, &[claim.into(), (limits::KEYS_CLAIMED as i64).into()]).await?;
    let taken = |mut row: Row| {
        let (user_id, device_id) = (row.take_text(0)?, row.take_text(1)?);
        let key = Key { algorithm: row.take_text(2)?, key_id: row.take_text(3)?, content: row.take_text(4)? };
        Ok(Taken { user_id, device_id, key })
    };
    rows.into_iter().map(taken).collect()
}

pub(in crate::keys) fn handed_over(claim: &str) -> Statement {
    Statement::new(HANDED_OVER, vec![claim.into()])
}

/// What has to be taken away before the first claim: keys that an earlier life of the server took and
/// perhaps handed over, and all of them after a restore.
pub(in crate::keys) async fn left_behind(store: &Store) -> Result<Vec<Statement>> {
    let epoch = store.query_one(EPOCH, &[]).await?.map(|mut row| row.take_text(0)).transpose()?;
    if epoch.as_deref() != Some(store.epoch()) {
        let set = Statement::new(SET_EPOCH, vec![store.epoch().into()]);
        return Ok(NEW_EPOCH.map(|sql| Statement::new(sql, Vec::new())).into_iter().chain([set]).collect());
    }
    let row = store.query_one(IS_LEFT_BEHIND, &[]).await?;
    Ok(row.map(|_| Statement::new(LEFT_BEHIND, Vec::new())).into_iter().collect())
}

pub(in crate::keys) async fn fallback(
    store: &Store,
    user_id: &str,
    device_id: &str,
    algorithm: &str,
) -> Result<Option<Key>> {
    let row = store.query_one(FALLBACK, &[user_id.into(), device_id.into(), algorithm.into()]).await?;
    let key = |mut row: Row| {
        Ok(Key { algorithm: algorithm.to_owned(), key_id: row.take_text(0)?, content: row.take_text(1)? })
    };
    row.map(key).transpose()
}

/// How many one-time keys a device has, by algorithm.
pub(in crate::keys) async fn counts(store: &Store, user_id: &str, device_id: &str) -> Result<Vec<(String, i64)>> {
    let most = limits::ONE_TIME_KEYS as i64;
    let rows = store.query(COUNTS, &[user_id.into(), device_id.into(), most.into()]).await?;
    rows.into_iter().map(|mut row| Ok((row.take_text(0)?, row.int(1)?))).collect()
}

/// The algorithms of which a device has a fallback key that nobody was given.
pub(in crate::keys) async fn unused_fallbacks(store: &Store, user_id: &str, device_id: &str) -> Result<Vec<String>> {
    let most = limits::FALLBACK_KEYS as i64;
    let rows = store.query(UNUSED, &[user_id.into(), device_id.into(), most.into()]).await?;
    rows.into_iter().map(|mut row| row.take_text(0)).collect()
}
