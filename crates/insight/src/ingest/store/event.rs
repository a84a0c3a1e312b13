//! Events on their way to the log.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use crate::ingest::model::{Taken, Waiting};

/// Where an event stands on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub(in crate::ingest) enum Stage {
    /// As it came.
    Came = 0,
    /// For the log.
    Ready = 1,
    /// Until its name is ruled on.
    Held = 2,
    /// It came faster than people act.
    Apart = 3,
}

impl From<Stage> for Value {
    fn from(stage: Stage) -> Self {
        Self::Int(stage as i64)
    }
}

const NEW: &str = "INSERT INTO ingest_event
     (stage, position, ordinal, workspace, name, member, at_ms, peer, room, amount, received_at_ms)
     VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const NEW_IF_UNSEEN: &str = "INSERT INTO ingest_event
     (stage, position, ordinal, workspace, name, member, at_ms, peer, room, amount, received_at_ms)
     SELECT 0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
     WHERE NOT EXISTS (SELECT 1 FROM ingest_seen WHERE workspace = ?3 AND message = ?11)";
const SEE: &str = "INSERT INTO ingest_seen (workspace, message, received_at_ms) VALUES (?1, ?2, ?3)
     ON CONFLICT (workspace, message) DO NOTHING";

/// An event that came. With the digest of its message id it is stored once, however often it comes.
pub(in crate::ingest) fn insert(
    workspace: &str,
    taken: &Taken,
    ordinal: usize,
    message: Option<[u8; 16]>,
    received_ms: i64,
) -> Vec<Statement> {
    let mut params: Vec<Value> = vec![
        Value::Position,
        (ordinal as i64).into(),
        workspace.into(),
        taken.name.as_str().into(),
        taken.member.as_str().into(),
        taken.at_ms.into(),
        taken.peer.as_deref().into(),
        taken.room.as_deref().into(),
        taken.amount.into(),
        received_ms.into(),
    ];
    let Some(message) = message.map(|digest| Value::Blob(digest.to_vec())) else {
        return vec![Statement::new(NEW, params)];
    };
    params.push(message.clone());
    let see: Vec<Value> = vec![workspace.into(), message, received_ms.into()];
    vec![Statement::new(NEW_IF_UNSEEN, params), Statement::new(SEE, see)]
}

const COUNT: &str = "SELECT COUNT(*) FROM ingest_event WHERE stage <= 1";
const PAGE: &str = "SELECT stage, position, ordinal, workspace, name, member, at_ms, peer, room, amount,
       received_at_ms FROM ingest_event WHERE stage = ?1 ORDER BY position, ordinal LIMIT ?2";
const PAGE_OF_NAME: &str = "SELECT stage, position, ordinal, workspace, name, member, at_ms, peer, room, amount,
       received_at_ms FROM ingest_event WHERE stage = 2 AND workspace = ?1 AND name = ?2 ORDER BY position, ordinal LIMIT ?3";
const PAGE_OF_MEMBER: &str = "SELECT stage, position, ordinal, workspace, name, member, at_ms, peer, room, amount,
       received_at_ms FROM ingest_event WHERE stage = 3 AND workspace = ?1 AND member = ?2 ORDER BY position, ordinal LIMIT ?3";
const MOVE: &str = "UPDATE ingest_event SET stage = ?4, position = ?5, ordinal = ?6
     WHERE stage = ?1 AND position = ?2 AND ordinal = ?3";
const DROP: &str = "DELETE FROM ingest_event WHERE stage = ?1 AND position = ?2 AND ordinal = ?3";
const SHIPPED: &str = "DELETE FROM ingest_event WHERE stage = 1 AND position <= ?1";

/// How many wait to be sorted or to be written to the log.
pub(in crate::ingest) async fn waiting(store: &Store) -> Result<i64> {
    store.query_one(COUNT, &[]).await?.map_or(Ok(0), |row| row.int(0))
}

/// The first events at a stage, in the order in which they came to it.
pub(in crate::ingest) async fn page(store: &Store, stage: Stage, most: usize) -> Result<Vec<Waiting>> {
    store.query(PAGE, &[stage.into(), (most as i64).into()]).await?.iter().map(read).collect()
}

/// The first held events of a name.
pub(in crate::ingest) async fn held(store: &Store, workspace: &str, name: &str, most: usize) -> Result<Vec<Waiting>> {
    let params = [workspace.into(), name.into(), (most as i64).into()];
    store.query(PAGE_OF_NAME, &params).await?.iter().map(read).collect()
}

/// The first events of a member that were set apart.
pub(in crate::ingest) async fn apart(
    store: &Store,
    workspace: &str,
    member: &str,
    most: usize,
) -> Result<Vec<Waiting>> {
    let params = [workspace.into(), member.into(), (most as i64).into()];
    store.query(PAGE_OF_MEMBER, &params).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Waiting> {
    let text = |column| row.text_or_null(column).map(|text| text.map(str::to_owned));
    Ok(Waiting {
        stage: row.int(0)?,
        position: row.int(1)?,
        ordinal: row.int(2)?,
        workspace: row.text(3)?.to_owned(),
        name: row.text(4)?.to_owned(),
        member: row.text(5)?.to_owned(),
        at_ms: row.int(6)?,
        peer: text(7)?,
        room: text(8)?,
        amount: row.int_or_null(9)?,
        received_at_ms: row.int(10)?,
    })
}

/// Takes an event to another stage, where it stands behind all that came there before.
pub(in crate::ingest) fn take_to(stage: Stage, event: &Waiting, ordinal: usize) -> Statement {
    let Waiting { stage: from, position, ordinal: at, .. } = event;
    let params: Vec<Value> =
        vec![(*from).into(), (*position).into(), (*at).into(), stage.into(), Value::Position, (ordinal as i64).into()];
    Statement::new(MOVE, params)
}

pub(in crate::ingest) fn drop_event(event: &Waiting) -> Statement {
    Statement::new(DROP, vec![event.stage.into(), event.position.into(), event.ordinal.into()])
}

/// Everything up to this position stands in the log.
pub(in crate::ingest) fn shipped(position: i64) -> Statement {
    Statement::new(SHIPPED, vec![position.into()])
}

const FORGET_SEEN: &str = "DELETE FROM ingest_seen WHERE received_at_ms < ?1";
const FORGET_HELD: &str = "DELETE FROM ingest_event WHERE stage >= 2 AND received_at_ms < ?1";
const COUNT_HELD: &str = "UPDATE ingest_name SET held =
       (SELECT COUNT(*) FROM ingest_event
        WHERE stage = 2 AND workspace = ingest_name.workspace AND name = ingest_name.name)
     WHERE held > 0";

/// Forgets what is too old to come again, and what nobody has ruled on for long.
pub(in crate::ingest) fn tidy(now_ms: i64) -> [Statement; 3] {
    [
        Statement::new(FORGET_SEEN, vec![(now_ms - limits::MESSAGE_SEEN_MS).into()]),
        Statement::new(FORGET_HELD, vec![(now_ms - limits::EVENT_HELD_MS).into()]),
        Statement::new(COUNT_HELD, Vec::new()),
    ]
}

// Of a person, whose ids are given as JSON.

const IDS_SQLITE: &str = "SELECT value FROM json_each(?2)";
const IDS_POSTGRES: &str = "SELECT json_array_elements_text(CAST(CAST(?2 AS TEXT) AS json))";
const OF_PERSON: &str = "SELECT at_ms, name, peer, room, amount FROM ingest_event
     WHERE workspace = ?1 AND member IN (IDS) ORDER BY position, ordinal LIMIT ?3";
const FORGET: [&str; 4] = [
    "DELETE FROM ingest_event WHERE workspace = ?1 AND member IN (IDS)",
    "UPDATE ingest_event SET peer = NULL WHERE workspace = ?1 AND peer IN (IDS)",
    "DELETE FROM ingest_link WHERE workspace = ?1 AND (from_id IN (IDS) OR to_id IN (IDS))",
    "DELETE FROM ingest_apart WHERE workspace = ?1 AND member IN (IDS)",
];

fn of_ids(store: &Store, sql: &str) -> String {
    sql.replace("IDS", store.either(IDS_SQLITE, IDS_POSTGRES))
}

/// What of a person's is not in the log, for whoever is told all of it.
pub(in crate::ingest) async fn events_of(
    store: &Store,
    workspace: &str,
    ids: &[String],
) -> Result<Vec<serde_json::Value>> {
    let ids = serde_json::json!(ids).to_string();
    let params = [workspace.into(), ids.into(), (limits::SIGNALS_EXPORTED as i64).into()];
    let event = |row: &Row| {
        Ok(serde_json::json!({
            "at_ms": row.int(0)?, "name": row.text(1)?, "peer": row.text_or_null(2)?, "room": row.text_or_null(3)?,
            "amount": row.int_or_null(4)?,
        }))
    };
    store.query(&of_ids(store, OF_PERSON), &params).await?.iter().map(event).collect()
}

/// Takes a person out of everything that is not in the log, with their links.
pub(in crate::ingest) fn forget(store: &Store, workspace: &str, ids: &[String]) -> impl Iterator<Item = Statement> {
    let params: Vec<Value> = vec![workspace.into(), serde_json::json!(ids).to_string().into()];
    let forget = FORGET.map(|sql| Statement::new(of_ids(store, sql), params.clone()));
    forget.into_iter().chain([Statement::new(COUNT_HELD, Vec::new())])
}
