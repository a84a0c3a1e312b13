//! The lexicon of names, and what was not taken in or was set apart.

use hearth_kernel::{Error, Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use crate::ingest::model::{Apart, Named, Ruling, Why};

const COUNT: &str = "INSERT INTO ingest_name (workspace, name, ruling, events, held, first_at_ms, last_at_ms)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
     ON CONFLICT (workspace, name) DO UPDATE SET events = ingest_name.events + excluded.events,
       held = ingest_name.held + excluded.held,
       first_at_ms = CASE WHEN excluded.first_at_ms < ingest_name.first_at_ms
         THEN excluded.first_at_ms ELSE ingest_name.first_at_ms END,
       last_at_ms = CASE WHEN excluded.last_at_ms > ingest_name.last_at_ms
         THEN excluded.last_at_ms ELSE ingest_name.last_at_ms END";
const RULE: &str = "UPDATE ingest_name SET ruling = ?3 WHERE workspace = ?1 AND name = ?2";
const RELEASE: &str = "UPDATE ingest_name SET held = held - ?3 WHERE workspace = ?1 AND name = ?2";
const ALL: &str = "SELECT workspace, name, ruling, events, held, first_at_ms, last_at_ms FROM ingest_name
     ORDER BY workspace, name LIMIT ?1";

/// Adds to a name's counts; a name that is new comes with its ruling.
pub(in crate::ingest) fn count(named: &Named) -> Statement {
    let Named { workspace, name, ruling, events, held, first_at_ms, last_at_ms } = named;
    let params: Vec<Value> = vec![
        workspace.as_str().into(),
        name.as_str().into(),
        ruling.word().into(),
        (*events).into(),
        (*held).into(),
        (*first_at_ms).into(),
        (*last_at_ms).into(),
    ];
    Statement::new(COUNT, params)
}

pub(in crate::ingest) fn rule(workspace: &str, name: &str, ruling: Ruling) -> Statement {
    Statement::new(RULE, vec![workspace.into(), name.into(), ruling.word().into()])
}

pub(in crate::ingest) fn released(workspace: &str, name: &str, events: usize) -> Statement {
    Statement::new(RELEASE, vec![workspace.into(), name.into(), (events as i64).into()])
}

pub(in crate::ingest) async fn names(store: &Store) -> Result<Vec<Named>> {
    let most = (limits::EVENT_NAMES * limits::INGEST_WORKSPACES) as i64;
    let rows = store.query(ALL, &[most.into()]).await?;
    let read = |row: &Row| {
        let ruling = row.text(2)?;
        Ok(Named {
            workspace: row.text(0)?.to_owned(),
            name: row.text(1)?.to_owned(),
            ruling: Ruling::from_word(ruling).ok_or_else(|| Error::internal(format!("`{ruling}` is no ruling")))?,
            events: row.int(3)?,
            held: row.int(4)?,
            first_at_ms: row.int(5)?,
            last_at_ms: row.int(6)?,
        })
    };
    rows.iter().map(read).collect()
}

const REFUSE: &str = "INSERT INTO ingest_refused (workspace, day, why, events) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (workspace, day, why) DO UPDATE SET events = ingest_refused.events + excluded.events";
const REFUSED: &str = "SELECT why, CAST(SUM(events) AS BIGINT) FROM ingest_refused
     WHERE workspace = ?1 GROUP BY why ORDER BY why LIMIT 100";

/// Counts events that were not taken in on a day (days since 1970).
pub(in crate::ingest) fn refuse(workspace: &str, day: i64, why: Why, events: i64) -> Statement {
    Statement::new(REFUSE, vec![workspace.into(), day.into(), why.word().into(), events.into()])
}

pub(in crate::ingest) async fn refused(store: &Store, workspace: &str) -> Result<Vec<(String, i64)>> {
    let rows = store.query(REFUSED, &[workspace.into()]).await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?))).collect()
}

const SET_APART: &str =
    "INSERT INTO ingest_apart (workspace, member, hour_ms, events, trusted) VALUES (?1, ?2, ?3, ?4, 0)
     ON CONFLICT (workspace, member) DO UPDATE SET events = ingest_apart.events + excluded.events";
const TRUST: &str = "UPDATE ingest_apart SET trusted = 1, events = 0 WHERE workspace = ?1 AND member = ?2";
const APART: &str = "SELECT workspace, member, hour_ms, events, trusted FROM ingest_apart
     ORDER BY workspace, member LIMIT ?1";

/// Counts events of somebody who is set apart, since the hour in which that was seen first.
pub(in crate::ingest) fn set_apart(apart: &Apart) -> Statement {
    let Apart { workspace, member, hour_ms, events, .. } = apart;
    let params: Vec<Value> =
        vec![workspace.as_str().into(), member.as_str().into(), (*hour_ms).into(), (*events).into()];
    Statement::new(SET_APART, params)
}

pub(in crate::ingest) fn trust(workspace: &str, member: &str) -> Statement {
    Statement::new(TRUST, vec![workspace.into(), member.into()])
}

pub(in crate::ingest) async fn all_apart(store: &Store) -> Result<Vec<Apart>> {
    let rows = store.query(APART, &[(limits::MEMBERS_APART as i64).into()]).await?;
    let read = |row: &Row| {
        Ok(Apart {
            workspace: row.text(0)?.to_owned(),
            member: row.text(1)?.to_owned(),
            hour_ms: row.int(2)?,
            events: row.int(3)?,
            trusted: row.int(4)? != 0,
        })
    };
    rows.iter().map(read).collect()
}
