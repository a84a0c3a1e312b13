//! Which ids are another's.

use std::collections::HashMap;

use hearth_kernel::{Result, limits};
use hearth_store::{Statement, Store, Value};

use crate::ingest::model::Link;

const LINK: &str = "INSERT INTO ingest_link (workspace, from_id, to_id, at_ms) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (workspace, from_id) DO UPDATE SET to_id = excluded.to_id, at_ms = excluded.at_ms
     WHERE excluded.at_ms < ingest_link.at_ms
        OR (excluded.at_ms = ingest_link.at_ms AND excluded.to_id < ingest_link.to_id)";
const PAGE: &str = "SELECT from_id, to_id FROM ingest_link WHERE workspace = ?1 AND from_id > ?2
     ORDER BY from_id LIMIT ?3";

/// Gives an id to another; of several links from it the earliest holds, and of two at once the one to the smaller id.
pub(in crate::ingest) fn link(workspace: &str, link: &Link) -> Statement {
    let Link { from, to, at_ms } = link;
    let params: Vec<Value> = vec![workspace.into(), from.as_str().into(), to.as_str().into(), (*at_ms).into()];
    Statement::new(LINK, params)
}

/// All links of a workspace.
pub(in crate::ingest) async fn links(store: &Store, workspace: &str) -> Result<HashMap<String, String>> {
    let mut links = HashMap::new();
    let mut after = String::new();
    loop {
        let most = limits::LINKS_PAGE;
        let mut rows = store.query(PAGE, &[workspace.into(), after.as_str().into(), (most as i64).into()]).await?;
        let is_last = rows.len() < most;
        for row in &mut rows {
            after = row.take_text(0)?;
            links.insert(after.clone(), row.take_text(1)?);
        }
        if is_last {
            return Ok(links);
        }
    }
}
