//! Every SQL text of the module.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::model::{Count, Segment, Version};

/// There are as many segments as there may be.
pub(super) const FULL: &str = "segments.full";
/// Somebody else was first with a version of this number.
pub(super) const TAKEN: &str = "segments.taken";

/// A new one, or one that is there and archived no more.
const NEW: &str = "INSERT INTO segments_segment (workspace, name, made_at_ms, archived_at_ms)
     SELECT ?1, ?2, ?3, NULL WHERE (SELECT COUNT(*) FROM segments_segment WHERE workspace = ?1 AND name <> ?2) < ?4
     ON CONFLICT (workspace, name) DO UPDATE SET archived_at_ms = NULL";
const NEW_VERSION: &str = "INSERT INTO segments_version (workspace, name, version, rule, made_at_ms)
     SELECT ?1, ?2, ?3, ?4, ?5 WHERE ?6 = (
         SELECT COALESCE(MAX(version), 0) FROM segments_version WHERE workspace = ?1 AND name = ?2)";
const FORGET_VERSIONS: &str = "DELETE FROM segments_version WHERE workspace = ?1 AND name = ?2 AND version <= ?3";
const ARCHIVE: &str = "UPDATE segments_segment SET archived_at_ms = ?3 WHERE workspace = ?1 AND name = ?2";
const FORGET: &str = "DELETE FROM segments_segment WHERE workspace = ?1 AND name = ?2";
const SEGMENTS: &str = "SELECT s.name, s.archived_at_ms, v.version, v.rule, v.made_at_ms
     FROM segments_segment s JOIN segments_version v ON v.workspace = s.workspace AND v.name = s.name
     WHERE s.workspace = ?1 AND v.version = (
         SELECT MAX(n.version) FROM segments_version n WHERE n.workspace = s.workspace AND n.name = s.name)
     ORDER BY s.name LIMIT ?2";
const VERSIONS: &str = "SELECT version, rule, made_at_ms FROM segments_version WHERE workspace = ?1 AND name = ?2
     ORDER BY version DESC LIMIT ?3";

const COUNTED: &str =
    "INSERT INTO segments_count (workspace, name, day, version, members, of_all, entered, gone, counted_at_ms)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
     ON CONFLICT (workspace, name, day) DO UPDATE SET version = excluded.version, members = excluded.members,
     of_all = excluded.of_all, entered = excluded.entered, gone = excluded.gone, counted_at_ms = excluded.counted_at_ms";
const NEWEST_COUNTS: &str =
    "SELECT c.name, c.day, c.version, c.members, c.of_all, c.entered, c.gone, c.counted_at_ms FROM segments_count c
     JOIN (SELECT name, MAX(day) AS day FROM segments_count WHERE workspace = ?1 GROUP BY name) newest
     ON newest.name = c.name AND newest.day = c.day WHERE c.workspace = ?1 ORDER BY c.name LIMIT ?2";
const COUNTS: &str = "SELECT name, day, version, members, of_all, entered, gone, counted_at_ms FROM segments_count
     WHERE workspace = ?1 AND name = ?2 ORDER BY day DESC LIMIT ?3";
const HAS_OLD: &str = "SELECT (SELECT COUNT(*) FROM (
         SELECT 1 AS one FROM segments_count WHERE counted_at_ms < ?1 LIMIT 1) counts)
     + (SELECT COUNT(*) FROM (
         SELECT 1 AS one FROM segments_move WHERE day < ?2 AND workspace <> 'import' LIMIT 1) moves) AS found";
const OLD_COUNTS: &str = "DELETE FROM segments_count WHERE (workspace, name, day) IN (
     SELECT workspace, name, day FROM segments_count WHERE counted_at_ms < ?1 ORDER BY counted_at_ms LIMIT ?2)";
const FORGET_COUNTS: &str = "DELETE FROM segments_count WHERE workspace = ?1 AND name = ?2";

const ENTER: &str = "INSERT INTO segments_member (workspace, name, member, since_day) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (workspace, name, member) DO NOTHING";
const LEAVE: &str = "DELETE FROM segments_member WHERE workspace = ?1 AND name = ?2 AND member = ?3";
const MEMBERS: &str = "SELECT member, since_day FROM segments_member WHERE workspace = ?1 AND name = ?2 AND member > ?3
     ORDER BY member LIMIT ?4";
const MOVED: &str = "INSERT INTO segments_move (workspace, name, day, member, is_in, is_by_rule)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (workspace, name, day, member) DO UPDATE SET is_in = excluded.is_in, is_by_rule = excluded.is_by_rule";
const MOVES: &str = "SELECT is_in, COUNT(*) FROM segments_move WHERE workspace = ?1 AND name = ?2 AND day = ?3
     GROUP BY is_in ORDER BY is_in LIMIT 2";
const OLD_MOVES: &str = "DELETE FROM segments_move WHERE (workspace, name, day, member) IN (
     SELECT workspace, name, day, member FROM segments_move WHERE day < ?1 AND workspace <> 'import'
     ORDER BY day LIMIT ?2)";
const CLEAR_MEMBERS: &str = "DELETE FROM segments_member WHERE workspace = ?1 AND name = ?2 AND member IN (
     SELECT member FROM segments_member WHERE workspace = ?1 AND name = ?2 ORDER BY member LIMIT ?3)";
const CLEAR_MOVES: &str = "DELETE FROM segments_move WHERE workspace = ?1 AND name = ?2 AND (day, member) IN (
     SELECT day, member FROM segments_move WHERE workspace = ?1 AND name = ?2 ORDER BY day, member LIMIT ?3)";
const IS_CLEAR: &str = "SELECT (SELECT COUNT(*) FROM (
         SELECT 1 AS one FROM segments_member WHERE workspace = ?1 AND name = ?2 LIMIT 1) members)
     + (SELECT COUNT(*) FROM (
         SELECT 1 AS one FROM segments_move WHERE workspace = ?1 AND name = ?2 LIMIT 1) moves) AS found";

const OF_MEMBER: &str = "SELECT workspace, name, since_day FROM segments_member
     WHERE member = ?1 AND workspace IN ('home', 'import') ORDER BY workspace, name LIMIT ?2";
const MOVES_OF_MEMBER: &str = "SELECT workspace, name, day, is_in FROM segments_move
     WHERE member = ?1 AND workspace IN ('home', 'import') ORDER BY day DESC, workspace, name LIMIT ?2";

const CLEAR_ALL: [&str; 2] = [
    "DELETE FROM segments_member WHERE workspace = ?1 AND (name, member) IN (
         SELECT name, member FROM segments_member WHERE workspace = ?1 ORDER BY name, member LIMIT ?2)",
    "DELETE FROM segments_move WHERE workspace = ?1 AND (name, day, member) IN (
         SELECT name, day, member FROM segments_move WHERE workspace = ?1 ORDER BY name, day, member LIMIT ?2)",
];
const IS_ALL_CLEAR: &str = "SELECT (SELECT COUNT(*) FROM (
         SELECT 1 AS one FROM segments_member WHERE workspace = ?1 LIMIT 1) members)
     + (SELECT COUNT(*) FROM (
         SELECT 1 AS one FROM segments_move WHERE workspace = ?1 LIMIT 1) moves) AS found";
const REMOVE: [&str; 3] = [
    "DELETE FROM segments_count WHERE workspace = ?1",
    "DELETE FROM segments_version WHERE workspace = ?1",
    "DELETE FROM segments_segment WHERE workspace = ?1",
];

const ERASE: [&str; 2] = [
    "DELETE FROM segments_member WHERE workspace = ?1 AND member = ?2",
    "DELETE FROM segments_move WHERE workspace = ?1 AND member = ?2",
];

/// Stored in the commit or refused: a segment with its next version.
pub(super) fn put(workspace: &str, name: &str, version: &Version) -> [Statement; 3] {
    let Version { number, rule, made_at_ms } = version;
    let new: Vec<Value> = vec![workspace.into(), name.into(), (*made_at_ms).into(), (limits::SEGMENTS as i64).into()];
    let stated: Vec<Value> = vec![
        workspace.into(),
        name.into(),
        (*number).into(),
        rule.as_str().into(),
        (*made_at_ms).into(),
        (number - 1).into(),
    ];
    let old = number - limits::SEGMENT_VERSIONS as i64;
    [
        Statement::new(NEW, new).guarded(FULL),
        Statement::new(NEW_VERSION, stated).guarded(TAKEN),
        Statement::new(FORGET_VERSIONS, vec![workspace.into(), name.into(), old.into()]),
    ]
}

pub(super) fn archive(workspace: &str, name: &str, at_ms: i64) -> Statement {
    Statement::new(ARCHIVE, vec![workspace.into(), name.into(), at_ms.into()])
}

/// The segment, its versions and its counts; its members were cleared before.
pub(super) fn forget(workspace: &str, name: &str) -> [Statement; 3] {
    let of = |sql| Statement::new(sql, vec![workspace.into(), name.into()]);
    let versions = Statement::new(FORGET_VERSIONS, vec![workspace.into(), name.into(), i64::MAX.into()]);
    [of(FORGET), versions, of(FORGET_COUNTS)]
}

pub(super) async fn segments(store: &Store, workspace: &str) -> Result<Vec<Segment>> {
    let rows = store.query(SEGMENTS, &[workspace.into(), (limits::SEGMENTS as i64).into()]).await?;
    let read = |row: &Row| {
        let newest = Version { number: row.int(2)?, rule: row.text(3)?.to_owned(), made_at_ms: row.int(4)? };
        Ok(Segment { name: row.text(0)?.to_owned(), archived_at_ms: row.int_or_null(1)?, newest })
    };
    rows.iter().map(read).collect()
}

/// The newest first.
pub(super) async fn versions(store: &Store, workspace: &str, name: &str) -> Result<Vec<Version>> {
    let most = limits::SEGMENT_VERSIONS as i64;
    let rows = store.query(VERSIONS, &[workspace.into(), name.into(), most.into()]).await?;
    let read = |row: &Row| Ok(Version { number: row.int(0)?, rule: row.text(1)?.to_owned(), made_at_ms: row.int(2)? });
    rows.iter().map(read).collect()
}

pub(super) fn counted(workspace: &str, count: &Count) -> Statement {
    let Count { name, day, version, members, of_all, entered, gone, counted_at_ms } = count;
    let params: Vec<Value> = vec![
        workspace.into(),
        name.as_str().into(),
        (*day).into(),
        (*version).into(),
        (*members as i64).into(),
        (*of_all as i64).into(),
        (*entered as i64).into(),
        (*gone as i64).into(),
        (*counted_at_ms).into(),
    ];
    Statement::new(COUNTED, params)
}

fn count_of(row: &Row) -> Result<Count> {
    let number = |column| row.int(column).map(i64::cast_unsigned);
    Ok(Count {
        name: row.text(0)?.to_owned(),
        day: row.int(1)?,
        version: row.int(2)?,
        members: number(3)?,
        of_all: number(4)?,
        entered: number(5)?,
        gone: number(6)?,
        counted_at_ms: row.int(7)?,
    })
}

/// The newest of each segment.
pub(super) async fn newest_counts(store: &Store, workspace: &str) -> Result<Vec<Count>> {
    let most = (limits::SEGMENTS + super::BUILT_INS.len()) as i64;
    store.query(NEWEST_COUNTS, &[workspace.into(), most.into()]).await?.iter().map(count_of).collect()
}

/// Of one segment, the newest first.
pub(super) async fn counts(store: &Store, workspace: &str, name: &str, most: usize) -> Result<Vec<Count>> {
    store.query(COUNTS, &[workspace.into(), name.into(), (most as i64).into()]).await?.iter().map(count_of).collect()
}

/// A member comes in or goes out. It is a move where there was a count before: by the rule, or by what the member does.
pub(super) fn moved(at: (&str, &str, i64), member: &str, is_in: bool, is_by_rule: Option<bool>) -> Vec<Statement> {
    let (workspace, name, day) = at;
    let mut statements = vec![if is_in {
        Statement::new(ENTER, vec![workspace.into(), name.into(), member.into(), day.into()])
    } else {
        Statement::new(LEAVE, vec![workspace.into(), name.into(), member.into()])
    }];
    statements.extend(is_by_rule.map(|is_by_rule| {
        let params: Vec<Value> =
            vec![workspace.into(), name.into(), day.into(), member.into(), is_in.into(), is_by_rule.into()];
        Statement::new(MOVED, params)
    }));
    statements
}

/// By name, behind one of them, each with the day since which they are in.
pub(super) async fn members(
    store: &Store,
    (workspace, name): (&str, &str),
    from: &str,
    most: usize,
) -> Result<Vec<(String, i64)>> {
    let rows = store.query(MEMBERS, &[workspace.into(), name.into(), from.into(), (most as i64).into()]).await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?))).collect()
}

/// How many came and went on a day.
pub(super) async fn moves(store: &Store, workspace: &str, name: &str, day: i64) -> Result<(u64, u64)> {
    let rows = store.query(MOVES, &[workspace.into(), name.into(), day.into()]).await?;
    let (mut entered, mut gone) = (0, 0);
    for row in &rows {
        *(if row.int(0)? == 1 { &mut entered } else { &mut gone }) = row.int(1)?.cast_unsigned();
    }
    Ok((entered, gone))
}

/// A step of taking everybody out of a segment.
pub(super) fn clear(workspace: &str, name: &str) -> [Statement; 2] {
    let most = limits::SEGMENT_WRITE as i64;
    [
        Statement::new(CLEAR_MEMBERS, vec![workspace.into(), name.into(), most.into()]),
        Statement::new(CLEAR_MOVES, vec![workspace.into(), name.into(), most.into()]),
    ]
}

pub(super) async fn is_clear(store: &Store, workspace: &str, name: &str) -> Result<bool> {
    let row = store.query_one(IS_CLEAR, &[workspace.into(), name.into()]).await?;
    row.map_or(Ok(true), |row| Ok(row.int(0)? == 0))
}

/// Whether anything is older than is kept: counts, and moves but those of what was moved in, whose days are long past.
pub(super) async fn has_old(store: &Store, counted_before_ms: i64, day: i64) -> Result<bool> {
    let row = store.query_one(HAS_OLD, &[counted_before_ms.into(), day.into()]).await?;
    row.map_or(Ok(false), |row| Ok(row.int(0)? > 0))
}

/// A step of taking that away.
pub(super) fn tidy(counted_before_ms: i64, day: i64) -> [Statement; 2] {
    let most = limits::SEGMENT_WRITE as i64;
    [
        Statement::new(OLD_COUNTS, vec![counted_before_ms.into(), most.into()]),
        Statement::new(OLD_MOVES, vec![day.into(), most.into()]),
    ]
}

/// A step of taking everybody out of every segment of a workspace.
pub(super) fn clear_all(workspace: &str) -> [Statement; 2] {
    CLEAR_ALL.map(|sql| Statement::new(sql, vec![workspace.into(), (limits::SEGMENT_WRITE as i64).into()]))
}

pub(super) async fn is_all_clear(store: &Store, workspace: &str) -> Result<bool> {
    let row = store.query_one(IS_ALL_CLEAR, &[workspace.into()]).await?;
    row.map_or(Ok(true), |row| Ok(row.int(0)? == 0))
}

/// All segments of a workspace, their versions and counts; their members were cleared before.
pub(super) fn remove(workspace: &str) -> [Statement; 3] {
    REMOVE.map(|sql| Statement::new(sql, vec![workspace.into()]))
}

/// Somebody out of every segment of a workspace.
pub(super) fn erase(workspace: &str, member: &str) -> [Statement; 2] {
    ERASE.map(|sql| Statement::new(sql, vec![workspace.into(), member.into()]))
}

/// Everything of a member, for themselves.
pub(super) async fn of_member(store: &Store, member: &str) -> Result<(Vec<serde_json::Value>, Vec<serde_json::Value>)> {
    let most = limits::SEGMENTS_EXPORTED as i64;
    let now = store.query(OF_MEMBER, &[member.into(), most.into()]).await?;
    let now = now.iter().map(|row| {
        Ok(serde_json::json!({ "workspace": row.text(0)?, "segment": row.text(1)?, "since_day": row.int(2)? }))
    });
    let moves = store.query(MOVES_OF_MEMBER, &[member.into(), most.into()]).await?;
    let moves = moves.iter().map(|row| {
        Ok(serde_json::json!({
            "workspace": row.text(0)?, "segment": row.text(1)?, "day": row.int(2)?, "is_in": row.int(3)? == 1,
        }))
    });
    Ok((now.collect::<Result<_>>()?, moves.collect::<Result<_>>()?))
}
