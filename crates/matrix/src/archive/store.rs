//! Every SQL text of the archive module.

use std::collections::HashMap;

use hearth_kernel::{Error, Result};
use hearth_store::{Statement, Store, Value};
use ruma::{OwnedRoomId, RoomId};

/// How far a part has come.
#[derive(Clone, Debug)]
pub(super) struct Progress {
    pub(super) room_id: OwnedRoomId,
    pub(super) steps_done: usize,
    pub(super) opened: bool,
}

pub(super) struct SourceRow {
    pub(super) options: String,
    pub(super) finished: bool,
}

pub(super) async fn source(store: &Store, source: &str) -> Result<Option<SourceRow>> {
    let row =
        store.query_one("SELECT options, finished FROM archive_source WHERE source = ?1", &[source.into()]).await?;
    row.map(|row| Ok(SourceRow { options: row.text(0)?.to_owned(), finished: row.int(1)? != 0 })).transpose()
}

pub(super) async fn parts(store: &Store, source: &str) -> Result<HashMap<String, Progress>> {
    let sql = "SELECT part, room_id, steps_done, opened FROM archive_part WHERE source = ?1 LIMIT 10000000";
    let rows = store.query(sql, &[source.into()]).await?;
    let part = |row: &hearth_store::Row| {
        let damaged = |error: ruma::IdParseError| Error::internal("a stored room id is damaged").caused_by(error);
        let room_id = OwnedRoomId::try_from(row.text(1)?).map_err(damaged)?;
        let steps_done = usize::try_from(row.int(2)?).unwrap_or(0);
        Ok((row.text(0)?.to_owned(), Progress { room_id, steps_done, opened: row.int(3)? != 0 }))
    };
    rows.iter().map(part).collect()
}

pub(super) fn insert_source(source: &str, format: &str, options: &str) -> Statement {
    let sql = "INSERT INTO archive_source (source, format, options, finished) VALUES (?1, ?2, ?3, 0)
         ON CONFLICT (source) DO NOTHING";
    Statement::new(sql, vec![source.into(), format.into(), options.into()])
}

pub(super) fn finish_source(source: &str) -> Statement {
    Statement::new("UPDATE archive_source SET finished = 1 WHERE source = ?1", vec![source.into()])
}

/// In the commit that makes the part's room, whose id is not known any earlier.
pub(super) fn insert_part(source: &str, part: &str, room_id: &RoomId, steps_done: usize) -> Statement {
    let sql = "INSERT INTO archive_part (source, part, room_id, steps_done, opened) VALUES (?1, ?2, ?3, ?4, 0)
         ON CONFLICT (source, part) DO NOTHING";
    let params: Vec<Value> = vec![source.into(), part.into(), room_id.as_str().into(), (steps_done as i64).into()];
    Statement::new(sql, params).guarded("archive.part")
}

/// Steps are done once: who thinks that fewer are done than are is refused.
pub(super) fn advance(source: &str, part: &str, from: usize, to: usize) -> Statement {
    let sql = "UPDATE archive_part SET steps_done = ?4 WHERE source = ?1 AND part = ?2 AND steps_done = ?3";
    let params: Vec<Value> = vec![source.into(), part.into(), (from as i64).into(), (to as i64).into()];
    Statement::new(sql, params).guarded("archive.steps")
}

pub(super) fn open_part(source: &str, part: &str) -> Statement {
    Statement::new(
        "UPDATE archive_part SET opened = 1 WHERE source = ?1 AND part = ?2",
        vec![source.into(), part.into()],
    )
}
