//! The SQL of reports.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

/// The guard of how many reports there may be of one member.
pub(crate) const TOO_MANY_REPORTS: &str = "rooms.too_many_reports";

/// What a member told of to those who run the server.
#[derive(Clone, Debug)]
pub struct Report {
    pub reporter: String,
    /// "event", "room" or "member": what `subject` is the id of.
    pub what: String,
    pub subject: String,
    /// None for a member.
    pub room_id: Option<String>,
    pub reason: String,
    pub at_ms: i64,
    /// Where it stands among all of them.
    pub position: i64,
}

/// A report, in place of an earlier one of the same.
pub(crate) fn put(report: &Report) -> Statement {
    let sql = "INSERT INTO rooms_report (reporter, what, subject, room_id, reason, at_ms, position)
         SELECT CAST(?1 AS TEXT), CAST(?2 AS TEXT), CAST(?3 AS TEXT), CAST(?4 AS TEXT), CAST(?5 AS TEXT), CAST(?6 AS BIGINT), CAST(?7 AS BIGINT)
         WHERE (SELECT COUNT(*) FROM rooms_report WHERE reporter = ?1) < CAST(?8 AS BIGINT)
             OR EXISTS (SELECT 1 FROM rooms_report WHERE reporter = ?1 AND what = ?2 AND subject = ?3)
         ON CONFLICT (reporter, what, subject) DO UPDATE
         SET reason = excluded.reason, at_ms = excluded.at_ms, position = excluded.position";
    let params: Vec<Value> = vec![
        report.reporter.as_str().into(),
        report.what.as_str().into(),
        report.subject.as_str().into(),
        report.room_id.as_deref().unwrap_or("").into(),
        report.reason.as_str().into(),
        report.at_ms.into(),
        Value::Position,
        (limits::REPORTS as i64).into(),
    ];
    Statement::new(sql, params).guarded(TOO_MANY_REPORTS)
}

/// Reports before a position, the newest first.
pub(crate) async fn before(store: &Store, position: i64, count: usize) -> Result<Vec<Report>> {
    let sql = "SELECT reporter, what, subject, room_id, reason, at_ms, position FROM rooms_report
         WHERE position < ?1 ORDER BY position DESC LIMIT ?2";
    let rows = store.query(sql, &[position.into(), (count as i64).into()]).await?;
    let report = |mut row: Row| {
        Ok(Report {
            reporter: row.take_text(0)?,
            what: row.take_text(1)?,
            subject: row.take_text(2)?,
            room_id: Some(row.take_text(3)?).filter(|room_id| !room_id.is_empty()),
            reason: row.take_text(4)?,
            at_ms: row.int(5)?,
            position: row.int(6)?,
        })
    };
    rows.into_iter().map(report).collect()
}
