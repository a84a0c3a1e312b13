//! Every SQL text of the module.

use std::collections::BTreeMap;

use hearth_kernel::{Error, Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::model::{Run, Score};

const NEW_MODEL: &str =
    "INSERT INTO scores_model (workspace, version, role, at, made_at_ms, horizon_days, learned_rows, contest)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
     ON CONFLICT (workspace, version) DO UPDATE SET role = excluded.role, contest = excluded.contest";
const RETIRE: &str = "UPDATE scores_model SET role = 'retired' WHERE workspace = ?1 AND role = ?2";
const MODELS: &str = "SELECT version, role, at, made_at_ms, horizon_days, learned_rows, contest FROM scores_model
     WHERE workspace = ?1 ORDER BY at DESC, version LIMIT ?2";
const FORGET_MODEL: &str = "DELETE FROM scores_model WHERE workspace = ?1 AND version = ?2";

const FINISH: &str = "INSERT INTO scores_run (workspace, at, made_at_ms, is_asked, detail) VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (workspace, at) DO UPDATE SET
     made_at_ms = excluded.made_at_ms, is_asked = excluded.is_asked, detail = excluded.detail";
const RUN: &str = "SELECT at, made_at_ms, is_asked, detail FROM scores_run WHERE workspace = ?1 AND at = ?2";
const LAST_RUN: &str = "SELECT at, made_at_ms, is_asked, detail FROM scores_run
     WHERE workspace = ?1 AND at <= ?2 ORDER BY is_asked, at DESC LIMIT 1";
const RUNS: &str = "SELECT at, made_at_ms, is_asked, detail FROM scores_run WHERE workspace = ?1
     ORDER BY made_at_ms DESC, at DESC LIMIT ?2";
const OLD_RUNS: &str = "SELECT workspace, at FROM scores_run WHERE made_at_ms < ?1 ORDER BY made_at_ms LIMIT ?2";
const FORGET_RUN: &str = "DELETE FROM scores_run WHERE workspace = ?1 AND at = ?2";

const PUT: &str = "INSERT INTO scores_member (workspace, at, member, p_ppm, within, last_at, model, reasons)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
     ON CONFLICT (workspace, at, member) DO UPDATE SET p_ppm = excluded.p_ppm, within = excluded.within,
     last_at = excluded.last_at, model = excluded.model, reasons = excluded.reasons";
/// Those of the run, but who was scored again after it.
const MEMBERS: &str = "SELECT at, member, p_ppm, within, last_at, model, reasons FROM scores_member s
     WHERE workspace = ?1 AND (at = ?3 OR (at = ?2 AND NOT EXISTS (
         SELECT 1 FROM scores_member n WHERE n.workspace = ?1 AND n.at = ?3 AND n.member = s.member)))
     AND (p_ppm < ?4 OR (p_ppm = ?4 AND member > ?5))
     ORDER BY p_ppm DESC, member LIMIT ?6";
const MEMBER: &str = "SELECT at, member, p_ppm, within, last_at, model, reasons FROM scores_member
     WHERE workspace = ?1 AND member = ?2 ORDER BY at DESC LIMIT ?3";
const OF_MEMBER: &str = "SELECT at, member, p_ppm, within, last_at, model, reasons, workspace FROM scores_member
     WHERE member = ?1 AND workspace IN ('home', 'import') ORDER BY workspace, at DESC LIMIT ?2";
const CLEAR: &str = "DELETE FROM scores_member WHERE workspace = ?1 AND at = ?2 AND member IN (
     SELECT member FROM scores_member WHERE workspace = ?1 AND at = ?2 ORDER BY member LIMIT ?3)";
const IS_CLEAR: &str =
    "SELECT COUNT(*) FROM (SELECT 1 AS one FROM scores_member WHERE workspace = ?1 AND at = ?2 LIMIT 1) found";
const ERASE: &str = "DELETE FROM scores_member WHERE workspace = ?1 AND member = ?2";

/// A model's row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ModelRow {
    pub version: String,
    pub role: String,
    pub at: i64,
    pub made_at_ms: i64,
    pub horizon_days: i64,
    pub rows: i64,
    pub contest: Option<String>,
}

pub(super) const CHAMPION: &str = "champion";
pub(super) const CHALLENGER: &str = "challenger";

/// A model in a role, which nobody else has then.
pub(super) fn appoint(workspace: &str, model: &ModelRow) -> [Statement; 2] {
    let ModelRow { version, role, at, made_at_ms, horizon_days, rows, contest } = model;
    let params: Vec<Value> = vec![
        workspace.into(),
        version.as_str().into(),
        role.as_str().into(),
        (*at).into(),
        (*made_at_ms).into(),
        (*horizon_days).into(),
        (*rows).into(),
        contest.as_deref().into(),
    ];
    [Statement::new(RETIRE, vec![workspace.into(), role.as_str().into()]), Statement::new(NEW_MODEL, params)]
}

/// The newest first.
pub(super) async fn models(store: &Store, workspace: &str) -> Result<Vec<ModelRow>> {
    // One more than is kept, so that it is seen.
    let most = limits::MODELS_KEPT as i64 + 1;
    let rows = store.query(MODELS, &[workspace.into(), most.into()]).await?;
    let read = |row: &Row| {
        Ok(ModelRow {
            version: row.text(0)?.to_owned(),
            role: row.text(1)?.to_owned(),
            at: row.int(2)?,
            made_at_ms: row.int(3)?,
            horizon_days: row.int(4)?,
            rows: row.int(5)?,
            contest: row.text_or_null(6)?.map(str::to_owned),
        })
    };
    rows.iter().map(read).collect()
}

pub(super) fn forget_model(workspace: &str, version: &str) -> Statement {
    Statement::new(FORGET_MODEL, vec![workspace.into(), version.into()])
}

pub(super) fn finish(workspace: &str, run: &Run) -> Statement {
    let detail = serde_json::to_string(&run.detail).expect("the detail of a run is JSON");
    let params: Vec<Value> =
        vec![workspace.into(), run.at.into(), run.made_at_ms.into(), run.is_asked.into(), detail.into()];
    Statement::new(FINISH, params)
}

fn run_of(row: &Row) -> Result<Run> {
    let detail = serde_json::from_str(row.text(3)?);
    Ok(Run {
        at: row.int(0)?,
        made_at_ms: row.int(1)?,
        is_asked: row.int(2)? != 0,
        detail: detail.map_err(|error| Error::internal("the detail of a run is damaged").caused_by(error))?,
    })
}

pub(super) async fn run(store: &Store, workspace: &str, at: i64) -> Result<Option<Run>> {
    store.query_one(RUN, &[workspace.into(), at.into()]).await?.as_ref().map(run_of).transpose()
}

/// The newest of the days' up to a moment, or where there is none, of those that were asked for.
pub(super) async fn last_run(store: &Store, workspace: &str, until: i64) -> Result<Option<Run>> {
    store.query_one(LAST_RUN, &[workspace.into(), until.into()]).await?.as_ref().map(run_of).transpose()
}

/// The newest first.
pub(super) async fn runs(store: &Store, workspace: &str, most: usize) -> Result<Vec<Run>> {
    store.query(RUNS, &[workspace.into(), (most as i64).into()]).await?.iter().map(run_of).collect()
}

pub(super) async fn old_runs(store: &Store, before_ms: i64, most: i64) -> Result<Vec<(String, i64)>> {
    let rows = store.query(OLD_RUNS, &[before_ms.into(), most.into()]).await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?))).collect()
}

pub(super) fn forget_run(workspace: &str, at: i64) -> Statement {
    Statement::new(FORGET_RUN, vec![workspace.into(), at.into()])
}

pub(super) fn put(workspace: &str, score: &Score) -> Statement {
    let within = serde_json::to_string(&score.within).expect("a curve is JSON");
    let params: Vec<Value> = vec![
        workspace.into(),
        score.at.into(),
        score.member.as_str().into(),
        score.p_ppm.into(),
        within.into(),
        score.last_at.into(),
        score.model.as_str().into(),
        score.reasons.as_ref().map(serde_json::Value::to_string).as_deref().into(),
    ];
    Statement::new(PUT, params)
}

fn score_of(row: &Row) -> Result<Score> {
    let damaged = |error| Error::internal("a score is damaged").caused_by(error);
    Ok(Score {
        at: row.int(0)?,
        member: row.text(1)?.to_owned(),
        p_ppm: row.int(2)?,
        within: serde_json::from_str(row.text(3)?).map_err(damaged)?,
        last_at: row.int(4)?,
        model: row.text(5)?.to_owned(),
        reasons: row.text_or_null(6)?.map(serde_json::from_str).transpose().map_err(damaged)?,
    })
}

/// The likeliest to leave first, behind one of them. Who was scored again at a later moment stands with that.
pub(super) async fn members(
    store: &Store,
    workspace: &str,
    (at, again): (i64, i64),
    (p_ppm, member): (i64, &str),
    most: usize,
) -> Result<Vec<Score>> {
    let params = [workspace.into(), at.into(), again.into(), p_ppm.into(), member.into(), (most as i64).into()];
    store.query(MEMBERS, &params).await?.iter().map(score_of).collect()
}

/// The newest first.
pub(super) async fn member(store: &Store, workspace: &str, member: &str) -> Result<Vec<Score>> {
    let most = limits::SCORES_SHOWN as i64;
    store.query(MEMBER, &[workspace.into(), member.into(), most.into()]).await?.iter().map(score_of).collect()
}

/// Everything of a member, for themselves, and whether it is all there is.
pub(super) async fn of_member(store: &Store, member: &str) -> Result<serde_json::Value> {
    let most = limits::SCORES_EXPORTED;
    let rows = store.query(OF_MEMBER, &[member.into(), (most as i64 + 1).into()]).await?;
    let read = |row: &Row| {
        let Score { at, p_ppm, within, last_at, model, reasons, .. } = score_of(row)?;
        let share = |p_ppm: i64| p_ppm as f64 / 1e6;
        let within: BTreeMap<String, f64> =
            within.into_iter().map(|(days, p_ppm)| (days.to_string(), share(p_ppm))).collect();
        Ok(serde_json::json!({
            "workspace": row.text(7)?, "at": at, "p": share(p_ppm), "gone_within_days": within, "last_at": last_at,
            "model": model, "reasons": reasons,
        }))
    };
    let scores = rows.iter().take(most).map(read).collect::<Result<Vec<_>>>()?;
    Ok(serde_json::json!({ "scores": scores, "whole": rows.len() <= most }))
}

/// So many of a moment at most.
pub(super) fn clear(workspace: &str, at: i64) -> Statement {
    Statement::new(CLEAR, vec![workspace.into(), at.into(), (limits::SCORES_A_WRITE as i64).into()])
}

pub(super) async fn is_clear(store: &Store, workspace: &str, at: i64) -> Result<bool> {
    let row = store.query_one(IS_CLEAR, &[workspace.into(), at.into()]).await?;
    row.map_or(Ok(true), |row| Ok(row.int(0)? == 0))
}

const CLEAR_ALL: &str = "DELETE FROM scores_member WHERE workspace = ?1 AND (at, member) IN (
     SELECT at, member FROM scores_member WHERE workspace = ?1 ORDER BY at, member LIMIT ?2)";
const IS_ALL_CLEAR: &str =
    "SELECT COUNT(*) FROM (SELECT 1 AS one FROM scores_member WHERE workspace = ?1 LIMIT 1) found";
const REMOVE: [&str; 2] =
    ["DELETE FROM scores_run WHERE workspace = ?1", "DELETE FROM scores_model WHERE workspace = ?1"];

/// So many of a workspace at most.
pub(super) fn clear_all(workspace: &str) -> Statement {
    Statement::new(CLEAR_ALL, vec![workspace.into(), (limits::SCORES_A_WRITE as i64).into()])
}

pub(super) async fn is_all_clear(store: &Store, workspace: &str) -> Result<bool> {
    let row = store.query_one(IS_ALL_CLEAR, &[workspace.into()]).await?;
    row.map_or(Ok(true), |row| Ok(row.int(0)? == 0))
}

/// All runs and models of a workspace; its scores were cleared before.
pub(super) fn remove(workspace: &str) -> [Statement; 2] {
    REMOVE.map(|sql| Statement::new(sql, vec![workspace.into()]))
}

/// Somebody out of all scores of a workspace.
pub(super) fn erase(workspace: &str, member: &str) -> Statement {
    Statement::new(ERASE, vec![workspace.into(), member.into()])
}
