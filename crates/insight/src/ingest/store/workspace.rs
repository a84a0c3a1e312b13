//! Workspaces and their write keys.

use hearth_kernel::{Error, Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::{KEY_UNKNOWN, KEYS_FULL, WORKSPACES_FULL};
use crate::ingest::model::{Basis, Mapping, Workspace, WriteKey};

const NEW: &str = "INSERT INTO ingest_workspace (workspace, basis, peer, room, amount, made_at_ms)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE (SELECT COUNT(*) FROM ingest_workspace) < ?7";
const MAP: &str = "UPDATE ingest_workspace SET peer = ?2, room = ?3, amount = ?4 WHERE workspace = ?1";
const ALL: &str =
    "SELECT workspace, basis, peer, room, amount, made_at_ms FROM ingest_workspace ORDER BY workspace LIMIT ?1";

/// A new workspace; refused when there are too many.
pub(in crate::ingest) fn insert_workspace(workspace: &Workspace) -> Statement {
    let Workspace { name, basis, mapping, made_at_ms } = workspace;
    let params: Vec<Value> = vec![
        name.as_str().into(),
        basis.word().into(),
        mapping.peer.as_deref().into(),
        mapping.room.as_deref().into(),
        mapping.amount.as_deref().into(),
        (*made_at_ms).into(),
        (limits::INGEST_WORKSPACES as i64).into(),
    ];
    Statement::new(NEW, params).guarded(WORKSPACES_FULL)
}

pub(in crate::ingest) fn map_workspace(name: &str, mapping: &Mapping) -> Statement {
    let Mapping { peer, room, amount } = mapping;
    Statement::new(MAP, vec![name.into(), peer.as_deref().into(), room.as_deref().into(), amount.as_deref().into()])
}

pub(in crate::ingest) async fn workspaces(store: &Store) -> Result<Vec<Workspace>> {
    let rows = store.query(ALL, &[(limits::INGEST_WORKSPACES as i64).into()]).await?;
    let read = |row: &Row| {
        let text = |column| row.text_or_null(column).map(|text| text.map(str::to_owned));
        let basis = row.text(1)?;
        Ok(Workspace {
            name: row.text(0)?.to_owned(),
            basis: Basis::from_word(basis).ok_or_else(|| Error::internal(format!("`{basis}` is no lawful basis")))?,
            mapping: Mapping { peer: text(2)?, room: text(3)?, amount: text(4)? },
            made_at_ms: row.int(5)?,
        })
    };
    rows.iter().map(read).collect()
}

const NEW_KEY: &str = "INSERT INTO ingest_key (key_hash, workspace, made_at_ms)
     SELECT ?1, ?2, ?3 WHERE (SELECT COUNT(*) FROM ingest_key) < ?4";
const KEYS: &str = "SELECT key_hash, workspace, made_at_ms, revoked_at_ms FROM ingest_key
     ORDER BY made_at_ms, key_hash LIMIT ?1";
const REVOKE: &str = "UPDATE ingest_key SET revoked_at_ms = ?2 WHERE key_hash = ?1 AND revoked_at_ms IS NULL";

pub(in crate::ingest) fn insert_key(key: &WriteKey) -> Statement {
    let WriteKey { hash, workspace, made_at_ms, .. } = key;
    let most = limits::WRITE_KEYS as i64;
    let params: Vec<Value> = vec![hash.as_str().into(), workspace.as_str().into(), (*made_at_ms).into(), most.into()];
    Statement::new(NEW_KEY, params).guarded(KEYS_FULL)
}

pub(in crate::ingest) fn revoke_key(hash: &str, now_ms: i64) -> Statement {
    Statement::new(REVOKE, vec![hash.into(), now_ms.into()]).guarded(KEY_UNKNOWN)
}

pub(in crate::ingest) async fn keys(store: &Store) -> Result<Vec<WriteKey>> {
    let rows = store.query(KEYS, &[(limits::WRITE_KEYS as i64).into()]).await?;
    let read = |row: &Row| {
        Ok(WriteKey {
            hash: row.text(0)?.to_owned(),
            workspace: row.text(1)?.to_owned(),
            made_at_ms: row.int(2)?,
            revoked_at_ms: row.int_or_null(3)?,
        })
    };
    rows.iter().map(read).collect()
}

// Of a workspace that is taken away.

const CLOSE: [&str; 2] =
    ["DELETE FROM ingest_key WHERE workspace = ?1", "DELETE FROM ingest_import WHERE workspace = ?1"];
const CLEAR: [&str; 3] = [
    "DELETE FROM ingest_event WHERE (stage, position, ordinal) IN (
         SELECT stage, position, ordinal FROM ingest_event WHERE workspace = ?1 ORDER BY stage, position, ordinal LIMIT ?2)",
    "DELETE FROM ingest_seen WHERE workspace = ?1 AND message IN (
         SELECT message FROM ingest_seen WHERE workspace = ?1 ORDER BY message LIMIT ?2)",
    "DELETE FROM ingest_link WHERE workspace = ?1 AND from_id IN (
         SELECT from_id FROM ingest_link WHERE workspace = ?1 ORDER BY from_id LIMIT ?2)",
];
const IS_CLEAR: &str = "SELECT (SELECT COUNT(*) FROM (
         SELECT 1 AS one FROM ingest_event WHERE workspace = ?1 LIMIT 1) events)
     + (SELECT COUNT(*) FROM (SELECT 1 AS one FROM ingest_seen WHERE workspace = ?1 LIMIT 1) seen)
     + (SELECT COUNT(*) FROM (SELECT 1 AS one FROM ingest_link WHERE workspace = ?1 LIMIT 1) links) AS found";
const REMOVE: [&str; 6] = [
    "DELETE FROM ingest_key WHERE workspace = ?1",
    "DELETE FROM ingest_import WHERE workspace = ?1",
    "DELETE FROM ingest_name WHERE workspace = ?1",
    "DELETE FROM ingest_apart WHERE workspace = ?1",
    "DELETE FROM ingest_refused WHERE workspace = ?1",
    "DELETE FROM ingest_workspace WHERE workspace = ?1",
];

/// Nothing more comes in: no key opens it, and no import goes on.
pub(in crate::ingest) fn close(workspace: &str) -> [Statement; 2] {
    CLOSE.map(|sql| Statement::new(sql, vec![workspace.into()]))
}

/// So many events, ids of messages and links at most.
pub(in crate::ingest) fn clear(workspace: &str) -> [Statement; 3] {
    CLEAR.map(|sql| Statement::new(sql, vec![workspace.into(), (limits::SORT_EVENTS as i64).into()]))
}

pub(in crate::ingest) async fn is_clear(store: &Store, workspace: &str) -> Result<bool> {
    let row = store.query_one(IS_CLEAR, &[workspace.into()]).await?;
    row.map_or(Ok(true), |row| Ok(row.int(0)? == 0))
}

/// What is left of it, and itself.
pub(in crate::ingest) fn remove(workspace: &str) -> [Statement; 6] {
    REMOVE.map(|sql| Statement::new(sql, vec![workspace.into()]))
}
