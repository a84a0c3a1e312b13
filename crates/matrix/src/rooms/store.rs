//! Every SQL text of the rooms module.

pub(crate) mod relation;
pub(crate) mod report;

use std::sync::{Arc, OnceLock};

use hearth_kernel::{Error, Result, limits};
use hearth_store::{Row, Statement, Store, Value};
use ruma::{OwnedEventId, OwnedRoomId, OwnedUserId, RoomId};
use serde_json::value::RawValue;

pub(crate) mod directory;
pub(crate) mod forgotten;
pub(crate) mod upgrade;

use super::event::{Echo, Membership, RoomEvent, Visibility, event_id};

/// The guard of a transaction: its event is there.
pub(crate) const TRANSACTION_DONE: &str = "rooms.transaction";

/// The guard of a room's id.
pub(crate) const ROOM_EXISTS: &str = "rooms.room_exists";

/// An interval that has not ended.
pub(crate) const STILL: i64 = i64::MAX;

const EVENT_COLUMNS: &str = "e.position, e.seq, e.event_id, e.type, e.state_key, e.sender, e.origin_server_ts, e.content,
    e.envelope, e.depth, e.visibility, e.state_before, e.replaces_seq, e.redacts, e.redacted_by_seq, e.device_id, e.txn_id,
    e.notifying";

// ---- writing ----

pub(crate) fn insert_room(room_id: &RoomId, version: &str, listed: bool, imported_from: Option<&str>) -> Statement {
    let sql = "INSERT INTO rooms_room (room_id, version, listed, imported_from) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (room_id) DO NOTHING";
    let params: Vec<Value> = vec![room_id.as_str().into(), version.into(), listed.into(), imported_from.into()];
    Statement::new(sql, params).guarded(ROOM_EXISTS)
}

/// The event's row, and for a state event the interval that it begins and the one that it ends.
pub(crate) fn append(event: &RoomEvent) -> Vec<Statement> {
    let mut statements = vec![insert_event(event)];
    statements.extend(event.relation().map(|relation| relation::relate(event, &relation)));
    let Some(state_key) = &event.state_key else { return statements };
    let (room_id, kind) = (event.room_id.as_str(), event.kind.to_string());
    if let Some(replaced) = event.replaces_seq {
        let sql = "UPDATE rooms_state SET until_seq = ?5 WHERE room_id = ?1 AND type = ?2 AND state_key = ?3 AND from_seq = ?4";
        let params: Vec<Value> =
            vec![room_id.into(), kind.as_str().into(), state_key.as_str().into(), replaced.into(), event.seq.into()];
        statements.push(Statement::new(sql, params).guarded("rooms.state_moved"));
    }
    let sql = "INSERT INTO rooms_state (room_id, type, state_key, from_seq, until_seq) VALUES (?1, ?2, ?3, ?4, ?5)";
    let params: Vec<Value> =
        vec![room_id.into(), kind.as_str().into(), state_key.as_str().into(), event.seq.into(), STILL.into()];
    statements.push(Statement::new(sql, params));
    if let Some(membership) = event.membership() {
        statements.extend(membership_interval(event, state_key, membership));
    }
    statements
}

fn insert_event(event: &RoomEvent) -> Statement {
    let sql = "INSERT INTO rooms_event (room_id, seq, position, event_id, type, state_key, sender, origin_server_ts, content,
             envelope, depth, visibility, state_before, replaces_seq, redacts, redacted_by_seq, device_id, txn_id, notifying)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";
    let params: Vec<Value> = vec![
        event.room_id.as_str().into(),
        event.seq.into(),
        Value::Position,
        event.event_id.as_str().into(),
        event.kind.to_string().into(),
        event.state_key.as_deref().into(),
        event.sender.as_str().into(),
        event.origin_server_ts.into(),
        event.content.get().into(),
        event.envelope.as_str().into(),
        event.depth.into(),
        (event.visibility as i64).into(),
        event.state_before.into(),
        event.replaces_seq.into(),
        event.redacts.as_ref().map(|id| id.as_str()).into(),
        event.redacted_by_seq.into(),
        event.echo.as_ref().map(|echo| echo.device_id.as_ref()).into(),
        event.echo.as_ref().map(|echo| echo.txn_id.as_str()).into(),
        event.notifying.into(),
    ];
    Statement::new(sql, params)
}

fn membership_interval(event: &RoomEvent, user_id: &str, membership: Membership) -> Vec<Statement> {
    let room_id = event.room_id.as_str();
    let mut statements = Vec::new();
    if let Some(replaced) = event.replaces_seq {
        let sql = "UPDATE rooms_membership SET until_seq = ?4 WHERE user_id = ?1 AND room_id = ?2 AND from_seq = ?3";
        let params: Vec<Value> = vec![user_id.into(), room_id.into(), replaced.into(), event.seq.into()];
        statements.push(Statement::new(sql, params));
    }
    let sql = "INSERT INTO rooms_membership (user_id, room_id, from_seq, until_seq, membership, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let params: Vec<Value> =
        vec![user_id.into(), room_id.into(), event.seq.into(), STILL.into(), membership.name().into(), Value::Position];
    statements.push(Statement::new(sql, params));
    statements
}

/// Decides which of two equal requests was first.
pub(crate) fn insert_transaction(user_id: &str, device_id: &str, path: &str, event_id: &str) -> Statement {
    let sql = "INSERT INTO rooms_transaction (user_id, device_id, path, event_id) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (user_id, device_id, path) DO NOTHING";
    let params: Vec<Value> = vec![user_id.into(), device_id.into(), path.into(), event_id.into()];
    Statement::new(sql, params).guarded(TRANSACTION_DONE)
}

/// Of a device that is gone.
pub(crate) fn forget_transactions(user_id: &str, device_id: &str) -> Statement {
    let sql = "DELETE FROM rooms_transaction WHERE user_id = ?1 AND device_id = ?2";
    Statement::new(sql, vec![user_id.into(), device_id.into()])
}

/// The content that stays after a redaction takes the place of what was there.
pub(crate) fn redact(event: &RoomEvent) -> Statement {
    let sql =
        "UPDATE rooms_event SET content = ?3, redacts = NULL, redacted_by_seq = ?4 WHERE room_id = ?1 AND seq = ?2";
    let params: Vec<Value> =
        vec![event.room_id.as_str().into(), event.seq.into(), event.content.get().into(), event.redacted_by_seq.into()];
    Statement::new(sql, params)
}

/// An event is seen from now on by those alone who were in the room at it.
pub(crate) fn hide(event: &RoomEvent) -> Statement {
    let sql = "UPDATE rooms_event SET visibility = ?3 WHERE room_id = ?1 AND seq = ?2";
    let visibility = Visibility::Joined as i64;
    Statement::new(sql, vec![event.room_id.as_str().into(), event.seq.into(), visibility.into()])
}

/// The rooms that a member is in, or ever had to do with.
pub(crate) async fn rooms_ever(store: &Store, user_id: &str) -> Result<Vec<OwnedRoomId>> {
    let sql = "SELECT DISTINCT room_id FROM rooms_membership WHERE user_id = ?1 ORDER BY room_id LIMIT 100000";
    let rows = store.query(sql, &[user_id.into()]).await?;
    rows.iter().map(|row| OwnedRoomId::try_from(row.text(0)?).map_err(damaged)).collect()
}

/// A receipt never moves backwards, whatever order requests arrive in.
pub(crate) fn move_receipt(
    room_id: &RoomId,
    user_id: &str,
    kind: &str,
    thread: &str,
    event: &RoomEvent,
    ts: i64,
) -> Statement {
    let sql = "INSERT INTO rooms_receipt (room_id, user_id, kind, thread, event_id, seq, ts, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (room_id, user_id, kind, thread) DO UPDATE
         SET event_id = excluded.event_id, seq = excluded.seq, ts = excluded.ts, position = excluded.position
         WHERE excluded.seq > rooms_receipt.seq";
    let params: Vec<Value> = vec![
        room_id.as_str().into(),
        user_id.into(),
        kind.into(),
        thread.into(),
        event.event_id.as_str().into(),
        event.seq.into(),
        ts.into(),
        Value::Position,
    ];
    Statement::new(sql, params)
}

pub(crate) fn insert_alias(alias: &str, room_id: &RoomId, creator: &str) -> Statement {
    let sql = "INSERT INTO rooms_alias (alias, room_id, creator) VALUES (?1, ?2, ?3) ON CONFLICT (alias) DO NOTHING";
    let params: Vec<Value> = vec![alias.into(), room_id.as_str().into(), creator.into()];
    Statement::new(sql, params).guarded("M_ROOM_IN_USE")
}

/// The guard of how many addresses a room may have.
pub(crate) const TOO_MANY_ALIASES: &str = "rooms.too_many_aliases";

/// Refuses an entry after which a room has too many addresses.
pub(crate) fn bound_aliases(room_id: &RoomId) -> Statement {
    let sql = "UPDATE rooms_room SET version = version WHERE room_id = ?1
         AND (SELECT COUNT(*) FROM rooms_alias a WHERE a.room_id = ?1) <= ?2";
    let params: Vec<Value> = vec![room_id.as_str().into(), (limits::ROOM_ALIASES as i64).into()];
    Statement::new(sql, params).guarded(TOO_MANY_ALIASES)
}

pub(crate) fn delete_alias(alias: &str) -> Statement {
    Statement::new("DELETE FROM rooms_alias WHERE alias = ?1", vec![alias.into()]).guarded("M_NOT_FOUND")
}

pub(crate) fn insert_signing_key(key_id: &str, seed: &[u8]) -> Statement {
    let sql = "INSERT INTO rooms_signing_key (key_id, seed) VALUES (?1, ?2)";
    Statement::new(sql, vec![key_id.into(), Value::Blob(seed.to_vec())])
}

// ---- reading ----
//
// CROSS JOIN says which table leads: SQLite then looks up each event by its key, where it would else
// read all events of a room for each row of state. To PostgreSQL it is a join like any other.

pub(crate) async fn signing_key(store: &Store) -> Result<Option<(String, Vec<u8>)>> {
    let row = store.query_one("SELECT key_id, seed FROM rooms_signing_key ORDER BY key_id LIMIT 1", &[]).await?;
    row.map(|row| Ok((row.text(0)?.to_owned(), row.blob(1)?.to_vec()))).transpose()
}

/// The version of a room, if there is such a room.
pub(crate) async fn room_version(store: &Store, room_id: &RoomId) -> Result<Option<String>> {
    let row = store.query_one("SELECT version FROM rooms_room WHERE room_id = ?1", &[room_id.as_str().into()]).await?;
    row.map(|mut row| row.take_text(0)).transpose()
}

pub(crate) async fn alias(store: &Store, alias: &str) -> Result<Option<(String, String)>> {
    let row = store.query_one("SELECT room_id, creator FROM rooms_alias WHERE alias = ?1", &[alias.into()]).await?;
    row.map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))).transpose()
}

pub(crate) async fn aliases(store: &Store, room_id: &RoomId) -> Result<Vec<String>> {
    let sql = "SELECT alias FROM rooms_alias WHERE room_id = ?1 ORDER BY alias LIMIT ?2";
    let rows = store.query(sql, &[room_id.as_str().into(), (limits::ROOM_ALIASES as i64).into()]).await?;
    rows.into_iter().map(|mut row| row.take_text(0)).collect()
}

/// The events of one room that a statement tells in `EVENT_COLUMNS`.
async fn told(store: &Store, room_id: &OwnedRoomId, sql: &str, params: &[Value]) -> Result<Vec<RoomEvent>> {
    let rows = store.query(sql, params).await?;
    rows.into_iter().map(|row| event(room_id, row).map(|(_, event)| event)).collect()
}

/// What a redaction has removed.
pub(crate) async fn removed_by(store: &Store, redaction: &RoomEvent) -> Result<Vec<i64>> {
    let sql = "SELECT seq FROM rooms_event WHERE room_id = ?1 AND redacted_by_seq = ?2 LIMIT ?3";
    let most = limits::REDACTED_EDITS as i64 + 1;
    let params = [redaction.room_id.as_str().into(), redaction.seq.into(), most.into()];
    store.query(sql, &params).await?.iter().map(|row| row.int(0)).collect()
}

/// The state after a sequence.
pub(crate) async fn state_at(store: &Store, room_id: &OwnedRoomId, seq: i64) -> Result<Vec<RoomEvent>> {
    let sql = format!(
        "SELECT {EVENT_COLUMNS} FROM rooms_state s CROSS JOIN rooms_event e
         WHERE e.room_id = s.room_id AND e.seq = s.from_seq AND s.room_id = ?1 AND s.from_seq <= ?2 AND s.until_seq > ?2 LIMIT 1000000"
    );
    told(store, room_id, &sql, &[room_id.as_str().into(), seq.into()]).await
}

/// State events that came into force in `(after, upto]` and still are at `upto`.
pub(crate) async fn state_changes(
    store: &Store,
    room_id: &OwnedRoomId,
    after: i64,
    upto: i64,
) -> Result<Vec<RoomEvent>> {
    let sql = format!(
        "SELECT {EVENT_COLUMNS} FROM rooms_state s CROSS JOIN rooms_event e
         WHERE e.room_id = s.room_id AND e.seq = s.from_seq AND s.room_id = ?1 AND s.from_seq > ?2 AND s.from_seq <= ?3 AND s.until_seq > ?3 LIMIT 1000000"
    );
    told(store, room_id, &sql, &[room_id.as_str().into(), after.into(), upto.into()]).await
}

/// One state event in force after a sequence.
pub(crate) async fn state_event_at(
    store: &Store,
    room_id: &OwnedRoomId,
    kind: &str,
    key: &str,
    seq: i64,
) -> Result<Option<RoomEvent>> {
    let sql = format!(
        "SELECT {EVENT_COLUMNS} FROM rooms_state s CROSS JOIN rooms_event e
         WHERE e.room_id = s.room_id AND e.seq = s.from_seq AND s.room_id = ?1 AND s.type = ?2 AND s.state_key = ?3 AND s.from_seq <= ?4 AND s.until_seq > ?4 LIMIT 1"
    );
    let row = store.query_one(&sql, &[room_id.as_str().into(), kind.into(), key.into(), seq.into()]).await?;
    row.map(|row| event(room_id, row).map(|(_, event)| event)).transpose()
}

/// Events with `low < seq <= high`: the newest first where `newest_first`, at most `count`.
pub(crate) async fn events(
    store: &Store,
    room_id: &OwnedRoomId,
    (low, high): (i64, i64),
    newest_first: bool,
    count: usize,
) -> Result<Vec<(i64, RoomEvent)>> {
    let order = if newest_first { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT {EVENT_COLUMNS} FROM rooms_event e WHERE e.room_id = ?1 AND e.seq > ?2 AND e.seq <= ?3 ORDER BY e.seq {order} LIMIT ?4"
    );
    let params = [room_id.as_str().into(), low.into(), high.into(), (count as i64).into()];
    let rows = store.query(&sql, &params).await?;
    rows.into_iter().map(|row| event(room_id, row)).collect()
}

pub(crate) async fn event_by_id(store: &Store, id: &str) -> Result<Option<(i64, RoomEvent)>> {
    let sql = format!("SELECT {EVENT_COLUMNS}, e.room_id FROM rooms_event e WHERE e.event_id = ?1");
    let Some(mut row) = store.query_one(&sql, &[id.into()]).await? else { return Ok(None) };
    let room_id = OwnedRoomId::try_from(row.take_text(18)?).map_err(damaged)?;
    event(&room_id, row).map(Some)
}

/// The position of the event at a sequence.
pub(crate) async fn position_of(store: &Store, room_id: &RoomId, seq: i64) -> Result<Option<i64>> {
    let sql = "SELECT position FROM rooms_event WHERE room_id = ?1 AND seq = ?2";
    let row = store.query_one(sql, &[room_id.as_str().into(), seq.into()]).await?;
    row.map(|row| row.int(0)).transpose()
}

pub(crate) async fn receipts_position(store: &Store, room_id: &RoomId) -> Result<i64> {
    let sql = "SELECT position FROM rooms_receipt WHERE room_id = ?1 ORDER BY position DESC LIMIT 1";
    let row = store.query_one(sql, &[room_id.as_str().into()]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

/// The event that a transaction has made.
pub(crate) async fn transaction(
    store: &Store,
    user_id: &str,
    device_id: &str,
    path: &str,
) -> Result<Option<OwnedEventId>> {
    let sql = "SELECT event_id FROM rooms_transaction WHERE user_id = ?1 AND device_id = ?2 AND path = ?3";
    let row = store.query_one(sql, &[user_id.into(), device_id.into(), path.into()]).await?;
    Ok(row.map(|mut row| row.take_text(0)).transpose()?.as_deref().and_then(event_id))
}

/// A stretch of one member's relation to one room, in force for `from_seq < seq <= until_seq`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Interval {
    pub(crate) from_seq: i64,
    pub(crate) until_seq: i64,
    pub(crate) membership: Membership,
    pub(crate) position: i64,
}

/// A member's intervals, without those that they have forgotten.
pub(crate) async fn intervals(store: &Store, user_id: &str, room_id: &RoomId) -> Result<Vec<Interval>> {
    let sql = "SELECT from_seq, until_seq, membership, position FROM rooms_membership
         WHERE user_id = ?1 AND room_id = ?2 AND from_seq >
             COALESCE((SELECT f.seq FROM rooms_forgotten f WHERE f.user_id = ?1 AND f.room_id = ?2), 0)
         ORDER BY from_seq LIMIT 100000";
    let rows = store.query(sql, &[user_id.into(), room_id.as_str().into()]).await?;
    let interval = |row: &Row| {
        let membership = Membership::from_name(row.text(2)?);
        Ok(Interval { from_seq: row.int(0)?, until_seq: row.int(1)?, membership, position: row.int(3)? })
    };
    rows.iter().map(interval).collect()
}

/// A member's present relation to each room.
#[derive(Clone, Debug)]
pub struct RoomMembership {
    pub room_id: OwnedRoomId,
    pub membership: Membership,
    /// The sequence and position of the event that made it so.
    pub seq: i64,
    pub position: i64,
}

pub(crate) async fn memberships(store: &Store, user_id: &str) -> Result<Vec<RoomMembership>> {
    let sql =
        "SELECT room_id, membership, from_seq, position FROM rooms_membership WHERE user_id = ?1 AND until_seq = ?2
         ORDER BY room_id LIMIT 100000";
    let rows = store.query(sql, &[user_id.into(), STILL.into()]).await?;
    rows.iter().map(membership).collect()
}

/// Whether two are in one room now.
pub(crate) async fn share_a_room(store: &Store, one: &str, other: &str) -> Result<bool> {
    let sql = "SELECT theirs.room_id FROM rooms_membership mine CROSS JOIN rooms_membership theirs
         WHERE mine.user_id = ?1 AND mine.until_seq = ?3 AND mine.membership = 'join'
           AND theirs.user_id = ?2 AND theirs.room_id = mine.room_id AND theirs.until_seq = ?3
           AND theirs.membership = 'join' LIMIT 1";
    Ok(store.query_one(sql, &[one.into(), other.into(), STILL.into()]).await?.is_some())
}

/// A member's rooms, each with the position of the last thing in it that concerns the member: an
/// event or receipt while they are in it, the end of their membership otherwise.
pub(crate) async fn last_changes(store: &Store, user_id: &str) -> Result<Vec<(RoomMembership, i64)>> {
    let sql = "SELECT m.room_id, m.membership, m.from_seq, m.position,
             CASE WHEN m.membership = 'join' THEN
                 (SELECT e.position FROM rooms_event e WHERE e.room_id = m.room_id ORDER BY e.seq DESC LIMIT 1) END,
             CASE WHEN m.membership = 'join' THEN
                 (SELECT r.position FROM rooms_receipt r WHERE r.room_id = m.room_id ORDER BY r.position DESC LIMIT 1) END
         FROM rooms_membership m WHERE m.user_id = ?1 AND m.until_seq = ?2 LIMIT 100000";
    let rows = store.query(sql, &[user_id.into(), STILL.into()]).await?;
    let row = |row: &Row| {
        let room = membership(row)?;
        let last = room.position.max(row.int_or_null(4)?.unwrap_or(0)).max(row.int_or_null(5)?.unwrap_or(0));
        Ok((room, last))
    };
    rows.iter().map(row).collect()
}

fn membership(row: &Row) -> Result<RoomMembership> {
    Ok(RoomMembership {
        room_id: OwnedRoomId::try_from(row.text(0)?).map_err(damaged)?,
        membership: Membership::from_name(row.text(1)?),
        seq: row.int(2)?,
        position: row.int(3)?,
    })
}

/// A receipt as it stands.
#[derive(Clone, Debug)]
pub struct Receipt {
    pub user_id: String,
    pub kind: String,
    /// The thread's root, "main", or empty for a receipt without a thread.
    pub thread: String,
    pub event_id: String,
    pub seq: i64,
    pub ts: i64,
}

fn receipt(row: &Row) -> Result<Receipt> {
    Ok(Receipt {
        user_id: row.text(0)?.to_owned(),
        kind: row.text(1)?.to_owned(),
        thread: row.text(2)?.to_owned(),
        event_id: row.text(3)?.to_owned(),
        seq: row.int(4)?,
        ts: row.int(5)?,
    })
}

/// Receipts that moved in `(since, upto]`. One that has moved again since comes with its later
/// position in the next sync.
pub(crate) async fn receipts_between(store: &Store, room_id: &RoomId, since: i64, upto: i64) -> Result<Vec<Receipt>> {
    let sql = "SELECT user_id, kind, thread, event_id, seq, ts FROM rooms_receipt
         WHERE room_id = ?1 AND position > ?2 AND position <= ?3 ORDER BY position DESC LIMIT ?4";
    let params = [room_id.as_str().into(), since.into(), upto.into(), (limits::RECEIPTS as i64).into()];
    store.query(sql, &params).await?.iter().map(receipt).collect()
}

/// One member's receipts in a room.
pub(crate) async fn receipts_of(store: &Store, room_id: &RoomId, user_id: &str) -> Result<Vec<Receipt>> {
    let sql = "SELECT user_id, kind, thread, event_id, seq, ts FROM rooms_receipt WHERE room_id = ?1 AND user_id = ?2 LIMIT 10000";
    store.query(sql, &[room_id.as_str().into(), user_id.into()]).await?.iter().map(receipt).collect()
}

fn event(room_id: &OwnedRoomId, mut row: Row) -> Result<(i64, RoomEvent)> {
    let echo = match (row.text_or_null(15)?, row.text_or_null(16)?) {
        (Some(device_id), Some(txn_id)) => Some(Echo { device_id: Arc::from(device_id), txn_id: txn_id.to_owned() }),
        _ => None,
    };
    let event = RoomEvent {
        seq: row.int(1)?,
        event_id: OwnedEventId::try_from(row.take_text(2)?).map_err(damaged)?,
        room_id: room_id.clone(),
        kind: row.take_text(3)?.into(),
        state_key: row.text_or_null(4)?.map(str::to_owned),
        sender: OwnedUserId::try_from(row.take_text(5)?).map_err(damaged)?,
        origin_server_ts: row.int(6)?,
        content: RawValue::from_string(row.take_text(7)?).map_err(damaged)?,
        envelope: row.take_text(8)?,
        depth: row.int(9)?,
        visibility: Visibility::from_stored(row.int(10)?),
        state_before: row.int(11)?,
        replaces_seq: row.int_or_null(12)?,
        redacts: row.text_or_null(13)?.and_then(event_id),
        redacted_by_seq: row.int_or_null(14)?,
        echo,
        notifying: row.int(17)?,
        client_json: OnceLock::new(),
        derived: OnceLock::new(),
    };
    Ok((row.int(0)?, event))
}

fn damaged(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::internal("a stored row is damaged").caused_by(error)
}
