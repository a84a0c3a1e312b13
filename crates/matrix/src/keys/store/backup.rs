//! Backups of room keys.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::{BACKUP_GONE, BACKUP_REPLACED, BACKUPS_FULL};

const MAKE: &str = "INSERT INTO keys_backup (user_id, version, algorithm, auth_data, etag)
     SELECT ?1, ?2, ?3, ?4, 0 WHERE (SELECT COUNT(*) FROM keys_backup b WHERE b.user_id = ?1) < ?5";
const DESCRIBE: &str = "UPDATE keys_backup SET auth_data = ?3 WHERE user_id = ?1 AND version = ?2";
const END: [&str; 2] = [
    "DELETE FROM keys_backup WHERE user_id = ?1 AND version = ?2",
    "DELETE FROM keys_backup_session WHERE user_id = ?1 AND version = ?2",
];
const FORGET: [&str; 2] =
    ["DELETE FROM keys_backup WHERE user_id = ?1", "DELETE FROM keys_backup_session WHERE user_id = ?1"];
const ONE: &str = "SELECT version, algorithm, auth_data, etag FROM keys_backup WHERE user_id = ?1 AND version = ?2";
const CURRENT: &str = "SELECT version, algorithm, auth_data, etag FROM keys_backup
     WHERE user_id = ?1 ORDER BY version DESC LIMIT 1";
/// Changes a row if the backup is the newest.
const IS_CURRENT: &str = "UPDATE keys_backup SET auth_data = auth_data WHERE user_id = ?1 AND version = ?2
     AND NOT EXISTS (SELECT 1 FROM keys_backup b WHERE b.user_id = ?1 AND b.version > ?2)";
/// The protocol's rule of which key is better: verified, then known from earlier on, then less forwarded.
const KEEP: &str = "INSERT INTO keys_backup_session (user_id, version, room_id, session_id, first_message_index,
         forwarded_count, is_verified, session_data, position)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
     ON CONFLICT (user_id, version, room_id, session_id) DO UPDATE
     SET first_message_index = excluded.first_message_index, forwarded_count = excluded.forwarded_count,
         is_verified = excluded.is_verified, session_data = excluded.session_data, position = excluded.position
     WHERE excluded.is_verified > keys_backup_session.is_verified
        OR (excluded.is_verified = keys_backup_session.is_verified
            AND (excluded.first_message_index < keys_backup_session.first_message_index
                 OR (excluded.first_message_index = keys_backup_session.first_message_index
                     AND excluded.forwarded_count < keys_backup_session.forwarded_count)))";
const KEPT: &str = "UPDATE keys_backup SET etag = ?5 WHERE user_id = ?1 AND version = ?2 AND EXISTS
     (SELECT 1 FROM keys_backup_session s
      WHERE s.user_id = ?1 AND s.version = ?2 AND s.room_id = ?3 AND s.session_id = ?4 AND s.position = ?5)";
const MOVED: &str = "UPDATE keys_backup SET etag = ?3 WHERE user_id = ?1 AND version = ?2";
const DELETE_ALL: &str = "DELETE FROM keys_backup_session WHERE user_id = ?1 AND version = ?2";
const DELETE_ROOM: &str = "DELETE FROM keys_backup_session WHERE user_id = ?1 AND version = ?2 AND room_id = ?3";
const DELETE_ONE: &str =
    "DELETE FROM keys_backup_session WHERE user_id = ?1 AND version = ?2 AND room_id = ?3 AND session_id = ?4";
const COUNT: &str = "SELECT COUNT(*) FROM keys_backup_session WHERE user_id = ?1 AND version = ?2";
const ALL: &str = "SELECT room_id, session_id, first_message_index, forwarded_count, is_verified, session_data
     FROM keys_backup_session WHERE user_id = ?1 AND version = ?2 ORDER BY room_id, session_id LIMIT ?3";
const OF_ROOM: &str = "SELECT room_id, session_id, first_message_index, forwarded_count, is_verified, session_data
     FROM keys_backup_session WHERE user_id = ?1 AND version = ?2 AND room_id = ?3 ORDER BY session_id LIMIT ?4";
const OF_SESSION: &str = "SELECT room_id, session_id, first_message_index, forwarded_count, is_verified, session_data
     FROM keys_backup_session WHERE user_id = ?1 AND version = ?2 AND room_id = ?3 AND session_id = ?4";

/// A backup without its keys.
pub(in crate::keys) struct Backup {
    pub(in crate::keys) version: i64,
    pub(in crate::keys) algorithm: String,
    /// A JSON object.
    pub(in crate::keys) auth_data: String,
    pub(in crate::keys) etag: i64,
}

/// A room key in a backup, which only its owner can read.
pub(in crate::keys) struct Session {
    pub(in crate::keys) room_id: String,
    pub(in crate::keys) session_id: String,
    pub(in crate::keys) first_message_index: i64,
    pub(in crate::keys) forwarded_count: i64,
    pub(in crate::keys) is_verified: bool,
    /// A JSON object.
    pub(in crate::keys) session_data: String,
}

/// Which keys of a backup: all, those of a room, or one.
#[derive(Clone, Copy)]
pub(in crate::keys) enum Which<'a> {
    All,
    Room(&'a str),
    Session(&'a str, &'a str),
}

/// A backup that is named by the position of this commit.
pub(in crate::keys) fn make(user_id: &str, algorithm: &str, auth_data: &str) -> Statement {
    let most = limits::BACKUPS as i64;
    let params: Vec<Value> = vec![user_id.into(), Value::Position, algorithm.into(), auth_data.into(), most.into()];
    Statement::new(MAKE, params).guarded(BACKUPS_FULL)
}

pub(in crate::keys) fn describe(user_id: &str, version: i64, auth_data: &str) -> Statement {
    Statement::new(DESCRIBE, vec![user_id.into(), version.into(), auth_data.into()]).guarded(BACKUP_GONE)
}

pub(in crate::keys) fn end(user_id: &str, version: i64) -> [Statement; 2] {
    let [backup, sessions] = END.map(|sql| Statement::new(sql, vec![user_id.into(), version.into()]));
    [backup.guarded(BACKUP_GONE), sessions]
}

/// Takes away all backups of a member.
pub(in crate::keys) fn forget(user_id: &str) -> [Statement; 2] {
    FORGET.map(|sql| Statement::new(sql, vec![user_id.into()]))
}

/// Keeps keys in the current backup; refused when it is not the current one.
pub(in crate::keys) fn keep(user_id: &str, version: i64, sessions: &[Session]) -> Vec<Statement> {
    let current = Statement::new(IS_CURRENT, vec![user_id.into(), version.into()]).guarded(BACKUP_REPLACED);
    let mut statements = vec![current];
    for session in sessions {
        let (room_id, session_id) = (session.room_id.as_str(), session.session_id.as_str());
        let params: Vec<Value> = vec![
            user_id.into(),
            version.into(),
            room_id.into(),
            session_id.into(),
            session.first_message_index.into(),
            session.forwarded_count.into(),
            session.is_verified.into(),
            session.session_data.as_str().into(),
            Value::Position,
        ];
        statements.push(Statement::new(KEEP, params));
        let params: Vec<Value> =
            vec![user_id.into(), version.into(), room_id.into(), session_id.into(), Value::Position];
        statements.push(Statement::new(KEPT, params));
    }
    statements
}

pub(in crate::keys) fn delete(user_id: &str, version: i64, which: Which<'_>) -> [Statement; 2] {
    let params = |rest: &[&str]| -> Vec<Value> {
        [user_id.into(), version.into()].into_iter().chain(rest.iter().map(|text| (*text).into())).collect()
    };
    let delete = match which {
        Which::All => Statement::new(DELETE_ALL, params(&[])),
        Which::Room(room_id) => Statement::new(DELETE_ROOM, params(&[room_id])),
        Which::Session(room_id, session_id) => Statement::new(DELETE_ONE, params(&[room_id, session_id])),
    };
    let moved: Vec<Value> = vec![user_id.into(), version.into(), Value::Position];
    [delete, Statement::new(MOVED, moved).guarded(BACKUP_GONE)]
}

fn backup(mut row: Row) -> Result<Backup> {
    Ok(Backup { version: row.int(0)?, algorithm: row.take_text(1)?, auth_data: row.take_text(2)?, etag: row.int(3)? })
}

pub(in crate::keys) async fn one(store: &Store, user_id: &str, version: i64) -> Result<Option<Backup>> {
    store.query_one(ONE, &[user_id.into(), version.into()]).await?.map(backup).transpose()
}

pub(in crate::keys) async fn current(store: &Store, user_id: &str) -> Result<Option<Backup>> {
    store.query_one(CURRENT, &[user_id.into()]).await?.map(backup).transpose()
}

pub(in crate::keys) async fn count(store: &Store, user_id: &str, version: i64) -> Result<i64> {
    let row = store.query_one(COUNT, &[user_id.into(), version.into()]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

pub(in crate::keys) async fn sessions(
    store: &Store,
    user_id: &str,
    version: i64,
    which: Which<'_>,
) -> Result<Vec<Session>> {
    let (user, version, most) = (Value::from(user_id), Value::from(version), (limits::BACKUP_SESSIONS as i64).into());
    let rows = match which {
        Which::All => store.query(ALL, &[user, version, most]).await?,
        Which::Room(room_id) => store.query(OF_ROOM, &[user, version, room_id.into(), most]).await?,
        Which::Session(room_id, session_id) => {
            store.query(OF_SESSION, &[user, version, room_id.into(), session_id.into()]).await?
        }
    };
    let session = |mut row: Row| {
        Ok(Session {
            room_id: row.take_text(0)?,
            session_id: row.take_text(1)?,
            first_message_index: row.int(2)?,
            forwarded_count: row.int(3)?,
            is_verified: row.int(4)? != 0,
            session_data: row.take_text(5)?,
        })
    };
    rows.into_iter().map(session).collect()
}
