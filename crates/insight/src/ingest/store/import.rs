//! Files that were moved in.

use hearth_kernel::Result;
use hearth_store::{Statement, Store, Value};

use super::IMPORT_MOVED;

/// How far a file has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct ImportRow {
    pub options: String,
    pub rows_done: i64,
    pub rows_all: i64,
}

const BEGIN: &str = "INSERT INTO ingest_import (workspace, digest, options, rows_done, rows_all, begun_at_ms)
     VALUES (?1, ?2, ?3, 0, ?4, ?5) ON CONFLICT (workspace, digest) DO NOTHING";
const ADVANCE: &str = "UPDATE ingest_import SET rows_done = ?4 WHERE workspace = ?1 AND digest = ?2 AND rows_done = ?3";
const FIND: &str = "SELECT options, rows_done, rows_all FROM ingest_import WHERE workspace = ?1 AND digest = ?2";

pub(in crate::ingest) fn begin_import(
    workspace: &str,
    digest: &str,
    options: &str,
    rows_all: i64,
    now_ms: i64,
) -> Statement {
    let params: Vec<Value> = vec![workspace.into(), digest.into(), options.into(), rows_all.into(), now_ms.into()];
    Statement::new(BEGIN, params)
}

/// Rows are done once: who thinks that fewer are done than are is refused.
pub(in crate::ingest) fn advance_import(workspace: &str, digest: &str, from: i64, to: i64) -> Statement {
    let params: Vec<Value> = vec![workspace.into(), digest.into(), from.into(), to.into()];
    Statement::new(ADVANCE, params).guarded(IMPORT_MOVED)
}

pub(in crate::ingest) async fn import(store: &Store, workspace: &str, digest: &str) -> Result<Option<ImportRow>> {
    let row = store.query_one(FIND, &[workspace.into(), digest.into()]).await?;
    let read = |row: hearth_store::Row| {
        Ok(ImportRow { options: row.text(0)?.to_owned(), rows_done: row.int(1)?, rows_all: row.int(2)? })
    };
    row.map(read).transpose()
}
