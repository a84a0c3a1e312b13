//! The SQL of relations: which message says something of which other.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};
use ruma::{OwnedRoomId, RoomId};

use super::{
    super::{
        event::{RoomEvent, Visibility},
        ignored::Ignored,
        relation::{ANNOTATION, REPLACE, Relation},
    },
    EVENT_COLUMNS, event, told,
};

/// The guard of a reaction: nobody reacts twice with the same to the same.
pub(crate) const DUPLICATE_ANNOTATION: &str = "M_DUPLICATE_ANNOTATION";

/// The columns of an event end before this one.
const BESIDE: usize = 18;

/// Whether the reader ?2 may see the message of a relation `r`: the same as `Sight::can_see` says of
/// what is no membership, by what the reader has not forgotten.
const SEEN: &str = "(r.visibility = 0 OR EXISTS (SELECT 1 FROM rooms_membership m
     WHERE m.user_id = ?2 AND m.room_id = r.room_id AND m.until_seq >= r.seq
         AND m.from_seq > COALESCE((SELECT f.seq FROM rooms_forgotten f WHERE f.user_id = ?2 AND f.room_id = r.room_id), 0)
         AND ((m.membership = 'join' AND (r.visibility = 1 OR m.from_seq < r.seq))
             OR (m.membership = 'invite' AND r.visibility = 2 AND m.from_seq < r.seq))))";

// ---- writing ----

/// The row of what a message says of another; none where the other is not in the room. An edit is
/// told with its target where one person made both, of one type, and it brings what to show.
pub(crate) fn relate(event: &RoomEvent, relation: &Relation) -> Statement {
    let sql = "INSERT INTO rooms_relation (room_id, target_seq, rel_type, seq, type, sender, annotation, visibility, bundled)
         SELECT e.room_id, t.seq, CAST(?3 AS TEXT), e.seq, e.type, e.sender, CAST(?4 AS TEXT), e.visibility,
             CASE WHEN CAST(?5 AS BIGINT) = 2 AND (t.sender <> e.sender OR t.type <> e.type OR t.state_key IS NOT NULL) THEN 0
                 WHEN CAST(?5 AS BIGINT) = 0 THEN 0 ELSE CAST(1 AS BIGINT) END
         FROM rooms_event e CROSS JOIN rooms_event t
         WHERE e.room_id = ?1 AND e.seq = ?2 AND t.event_id = ?6 AND t.room_id = e.room_id AND t.seq < e.seq
         ON CONFLICT DO NOTHING";
    const NEVER: i64 = 0;
    const ALWAYS: i64 = 1;
    const IF_IT_FITS: i64 = 2;
    let bundled = match relation.rel_type.as_str() {
        // An encrypted edit carries its new content where nobody here can look.
        REPLACE if relation.has_new_content || event.kind.to_string() == "m.room.encrypted" => IF_IT_FITS,
        REPLACE | ANNOTATION => NEVER,
        _ => ALWAYS,
    };
    let params: Vec<Value> = vec![
        event.room_id.as_str().into(),
        event.seq.into(),
        relation.rel_type.as_str().into(),
        relation.annotation.as_deref().into(),
        bundled.into(),
        relation.target.as_str().into(),
    ];
    Statement::new(sql, params)
}

/// Refuses the entry of a reaction that has no row, since another one has its place.
pub(crate) fn only_annotation(event: &RoomEvent) -> Statement {
    let sql = "UPDATE rooms_relation SET bundled = 0 WHERE room_id = ?1 AND rel_type = ?2 AND seq = ?3";
    let params: Vec<Value> = vec![event.room_id.as_str().into(), ANNOTATION.into(), event.seq.into()];
    Statement::new(sql, params).guarded(DUPLICATE_ANNOTATION)
}

/// A redacted message says nothing of others.
pub(crate) fn unrelate(event: &RoomEvent, relation: &Relation) -> Statement {
    let sql = "DELETE FROM rooms_relation WHERE room_id = ?1 AND rel_type = ?2 AND seq = ?3";
    let params: Vec<Value> = vec![event.room_id.as_str().into(), relation.rel_type.as_str().into(), event.seq.into()];
    Statement::new(sql, params)
}

/// The relation goes out of sight with its message.
pub(crate) fn hide(event: &RoomEvent, relation: &Relation) -> Statement {
    let sql = "UPDATE rooms_relation SET visibility = ?4 WHERE room_id = ?1 AND rel_type = ?2 AND seq = ?3";
    let (room_id, visibility) = (event.room_id.as_str(), Visibility::Joined as i64);
    let params: Vec<Value> =
        vec![room_id.into(), relation.rel_type.as_str().into(), event.seq.into(), visibility.into()];
    Statement::new(sql, params)
}

/// How far a backfill has come.
pub(crate) fn move_backfill(what: &str, room_id: &str, seq: i64) -> Statement {
    let sql = "UPDATE rooms_backfill SET room_id = ?2, seq = ?3 WHERE what = ?1";
    Statement::new(sql, vec![what.into(), room_id.into(), seq.into()])
}

pub(crate) fn end_backfill(what: &str) -> Statement {
    Statement::new("DELETE FROM rooms_backfill WHERE what = ?1", vec![what.into()])
}

// ---- reading ----

/// Where a backfill goes on from; None when nothing is owed.
pub(crate) async fn backfill(store: &Store, what: &str) -> Result<Option<(String, i64)>> {
    let row = store.query_one("SELECT room_id, seq FROM rooms_backfill WHERE what = ?1", &[what.into()]).await?;
    row.map(|mut row| Ok((row.take_text(0)?, row.int(1)?))).transpose()
}

/// The next events of all rooms behind a place.
pub(crate) async fn events_behind(store: &Store, room_id: &str, seq: i64, count: usize) -> Result<Vec<RoomEvent>> {
    let sql = format!(
        "SELECT {EVENT_COLUMNS}, e.room_id FROM rooms_event e WHERE e.room_id > ?1 OR (e.room_id = ?1 AND e.seq > ?2)
         ORDER BY e.room_id, e.seq LIMIT ?3"
    );
    let rows = store.query(&sql, &[room_id.into(), seq.into(), (count as i64).into()]).await?;
    let event = |mut row: Row| {
        let room_id = OwnedRoomId::try_from(row.take_text(BESIDE)?).map_err(super::damaged)?;
        event(&room_id, row).map(|(_, event)| event)
    };
    rows.into_iter().map(event).collect()
}

/// Which events from a sequence on others relate to.
pub(crate) async fn targets_from(store: &Store, room_id: &RoomId, seq: i64) -> Result<Vec<i64>> {
    let sql = "SELECT DISTINCT target_seq FROM rooms_relation WHERE room_id = ?1 AND target_seq >= ?2 LIMIT ?3";
    let params = [room_id.as_str().into(), seq.into(), (limits::ROOM_RECENT_EVENTS as i64).into()];
    store.query(sql, &params).await?.iter().map(|row| row.int(0)).collect()
}

/// The edits of an event that still say something, whoever made them.
pub(crate) async fn edits(store: &Store, event: &RoomEvent) -> Result<Vec<i64>> {
    let sql = "SELECT seq FROM rooms_relation WHERE room_id = ?1 AND target_seq = ?2 AND rel_type = ?3";
    let params = [event.room_id.as_str().into(), event.seq.into(), REPLACE.into()];
    store.query(sql, &params).await?.iter().map(|row| row.int(0)).collect()
}

/// The edits of an event by its own sender that still say something, the newest first.
pub(crate) async fn own_edits(
    store: &Store,
    room_id: &OwnedRoomId,
    edited: &RoomEvent,
    count: usize,
) -> Result<Vec<RoomEvent>> {
    let sql = format!(
        "SELECT {EVENT_COLUMNS} FROM rooms_relation r CROSS JOIN rooms_event e
         WHERE r.room_id = ?1 AND r.target_seq = ?2 AND r.rel_type = ?3 AND r.sender = ?4
             AND e.room_id = r.room_id AND e.seq = r.seq AND e.redacted_by_seq IS NULL ORDER BY r.seq DESC LIMIT ?5"
    );
    let (by, count) = (edited.sender.as_str(), count as i64);
    let params = [room_id.as_str().into(), edited.seq.into(), REPLACE.into(), by.into(), count.into()];
    told(store, room_id, &sql, &params).await
}

/// Whether a member has reacted with the same to the same.
pub(crate) async fn is_annotated(
    store: &Store,
    target: &RoomEvent,
    sender: &str,
    kind: &str,
    annotation: &str,
) -> Result<bool> {
    let sql = "SELECT seq FROM rooms_relation
         WHERE room_id = ?1 AND target_seq = ?2 AND sender = ?3 AND type = ?4 AND annotation = ?5 LIMIT 1";
    let room_id = target.room_id.as_str();
    let params = [room_id.into(), target.seq.into(), sender.into(), kind.into(), annotation.into()];
    Ok(store.query_one(sql, &params).await?.is_some())
}

/// For whom relations are summed up.
#[derive(Clone, Copy)]
pub(crate) struct ToldTo<'a> {
    pub(crate) reader: &'a str,
    /// Messages of these are not counted.
    pub(crate) ignored: &'a Ignored,
    /// Nor are those behind this one.
    pub(crate) upto: i64,
}

impl ToldTo<'_> {
    /// The condition, and the parameters that it goes on with.
    fn not_ignored(self, params: &mut Vec<Value>) -> String {
        let counted = self.ignored.iter().take(limits::IGNORED_COUNTED);
        not_among("r.sender", counted.map(|sender| sender.as_str().into()), params)
    }
}

fn not_among(column: &str, values: impl Iterator<Item = Value>, params: &mut Vec<Value>) -> String {
    let mut named = Vec::new();
    for value in values {
        params.push(value);
        named.push(format!("?{}", params.len()));
    }
    if named.is_empty() { String::new() } else { format!(" AND {column} NOT IN ({})", named.join(", ")) }
}

/// All messages of one relation to one target, summed up.
pub(crate) struct Sum {
    pub(crate) target_seq: i64,
    pub(crate) rel_type: String,
    pub(crate) count: i64,
    pub(crate) has_own: bool,
    pub(crate) last: RoomEvent,
}

/// What is told with the targets of `low < seq <= high`.
pub(crate) async fn sums(
    store: &Store,
    room_id: &OwnedRoomId,
    (low, high): (i64, i64),
    told: ToldTo<'_>,
) -> Result<Vec<Sum>> {
    let mut params: Vec<Value> =
        vec![room_id.as_str().into(), told.reader.into(), low.into(), high.into(), told.upto.into()];
    let not_ignored = told.not_ignored(&mut params);
    params.push((3 * limits::PAGE_SCAN_EVENTS as i64).into());
    let sql = format!(
        "SELECT {EVENT_COLUMNS}, s.target_seq, s.rel_type, s.messages, s.own FROM (
             SELECT r.target_seq AS target_seq, r.rel_type AS rel_type, COUNT(*) AS messages, MAX(r.seq) AS last_seq,
                 MAX(CASE WHEN r.sender = ?2 THEN CAST(1 AS BIGINT) ELSE 0 END) AS own
             FROM rooms_relation r
             WHERE r.room_id = ?1 AND r.target_seq > ?3 AND r.target_seq <= ?4 AND r.seq <= ?5 AND r.bundled = 1
                 AND r.rel_type IN ('m.thread', 'm.replace', 'm.reference') AND {SEEN}{not_ignored}
             GROUP BY r.target_seq, r.rel_type) s
         CROSS JOIN rooms_event e WHERE e.room_id = ?1 AND e.seq = s.last_seq LIMIT ?{}",
        params.len()
    );
    let sum = |mut row: Row| {
        let (target_seq, rel_type) = (row.int(BESIDE)?, row.take_text(BESIDE + 1)?);
        let (count, has_own) = (row.int(BESIDE + 2)?, row.int(BESIDE + 3)? > 0);
        Ok(Sum { target_seq, rel_type, count, has_own, last: event(room_id, row)?.1 })
    };
    store.query(&sql, &params).await?.into_iter().map(sum).collect()
}

/// The ids of messages that refer to one target.
pub(crate) async fn references(
    store: &Store,
    room_id: &RoomId,
    target_seq: i64,
    told: ToldTo<'_>,
) -> Result<Vec<String>> {
    let mut params: Vec<Value> = vec![room_id.as_str().into(), told.reader.into(), target_seq.into(), told.upto.into()];
    let not_ignored = told.not_ignored(&mut params);
    params.push((limits::REFERENCES_BUNDLED as i64).into());
    let sql = format!(
        "SELECT e.event_id FROM rooms_relation r CROSS JOIN rooms_event e
         WHERE r.room_id = ?1 AND r.target_seq = ?3 AND r.rel_type = 'm.reference' AND r.seq <= ?4
             AND e.room_id = r.room_id AND e.seq = r.seq AND {SEEN}{not_ignored} ORDER BY r.seq LIMIT ?{}",
        params.len()
    );
    store.query(&sql, &params).await?.into_iter().map(|mut row| row.take_text(0)).collect()
}

/// Which messages that relate to a target are asked for.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) target_seq: i64,
    pub(crate) rel_type: Option<&'a str>,
    pub(crate) kind: Option<&'a str>,
    /// Those too that relate to what relates to it, and so on up to a depth.
    pub(crate) recurse: bool,
    pub(crate) backwards: bool,
}

/// Messages of `low < seq <= high` that relate to a target.
pub(crate) async fn related(
    store: &Store,
    room_id: &OwnedRoomId,
    wanted: Wanted<'_>,
    (low, high): (i64, i64),
    count: usize,
) -> Result<Vec<RoomEvent>> {
    let mut params: Vec<Value> =
        vec![room_id.as_str().into(), wanted.target_seq.into(), low.into(), high.into(), (count as i64).into()];
    let mut only = String::new();
    for (column, value) in [("r.rel_type", wanted.rel_type), ("r.type", wanted.kind)] {
        if let Some(value) = value {
            params.push(value.into());
            only.push_str(&format!(" AND {column} = ?{}", params.len()));
        }
    }
    let order = if wanted.backwards { "DESC" } else { "ASC" };
    let (with, from) = match wanted.recurse {
        false => (String::new(), "rooms_relation r CROSS JOIN rooms_event e WHERE r.target_seq = ?2 AND"),
        true => {
            params.push((limits::RELATION_DEPTH as i64).into());
            let with = format!(
                "WITH RECURSIVE tree (target_seq, rel_type, seq, depth) AS (
                     SELECT r.target_seq, r.rel_type, r.seq, CAST(1 AS BIGINT) FROM rooms_relation r WHERE r.room_id = ?1 AND r.target_seq = ?2
                     UNION ALL
                     SELECT r.target_seq, r.rel_type, r.seq, t.depth + 1 FROM tree t CROSS JOIN rooms_relation r
                     WHERE r.room_id = ?1 AND r.target_seq = t.seq AND t.depth < ?{}) ",
                params.len()
            );
            let from = "tree t CROSS JOIN rooms_relation r CROSS JOIN rooms_event e
                 WHERE r.target_seq = t.target_seq AND r.rel_type = t.rel_type AND r.seq = t.seq AND";
            (with, from)
        }
    };
    let sql = format!(
        "{with}SELECT {EVENT_COLUMNS} FROM {from} r.room_id = ?1 AND e.room_id = r.room_id AND e.seq = r.seq
             AND r.seq > ?3 AND r.seq <= ?4{only} ORDER BY r.seq {order} LIMIT ?5"
    );
    told(store, room_id, &sql, &params).await
}

/// The roots of a room's threads with the sequence of the last reply up to `upto`, the newest of these
/// first, from `from` back; with `by`, those alone that this member has a part in.
pub(crate) async fn threads(
    store: &Store,
    room_id: &OwnedRoomId,
    by: Option<&str>,
    (from, upto): (i64, i64),
    count: usize,
) -> Result<Vec<(RoomEvent, i64)>> {
    let mut params: Vec<Value> = vec![room_id.as_str().into(), from.into(), upto.into(), (count as i64).into()];
    let mut mine = "";
    if let Some(by) = by {
        params.push(by.into());
        mine = " AND (e.sender = ?5 OR EXISTS (SELECT 1 FROM rooms_relation o
             WHERE o.room_id = ?1 AND o.target_seq = r.target_seq AND o.rel_type = 'm.thread' AND o.sender = ?5))";
    }
    let sql = format!(
        "SELECT {EVENT_COLUMNS}, r.seq FROM rooms_relation r CROSS JOIN rooms_event e
         WHERE r.room_id = ?1 AND r.rel_type = 'm.thread' AND r.seq <= ?2 AND e.room_id = r.room_id AND e.seq = r.target_seq
             AND NOT EXISTS (SELECT 1 FROM rooms_relation l WHERE l.room_id = ?1 AND l.target_seq = r.target_seq
                 AND l.rel_type = 'm.thread' AND l.seq > r.seq AND l.seq <= ?3){mine}
         ORDER BY r.seq DESC LIMIT ?4"
    );
    let thread = |row: Row| {
        let last = row.int(BESIDE)?;
        Ok((event(room_id, row)?.1, last))
    };
    store.query(&sql, &params).await?.into_iter().map(thread).collect()
}

#[cfg(test)]
mod tests {
    use hearth_kernel::Rng;
    use hearth_store::{
        Entry,
        testing::{context, on_both},
    };

    use super::*;
    use crate::rooms::{Sight, store};

    const READER: &str = "@reader:test.example";
    const SEQS: i64 = 24;

    fn run(entry: &mut Entry, sql: &str, params: Vec<Value>) {
        entry.statement(Statement::new(sql.to_owned(), params));
    }

    /// A life of comings and goings, perhaps forgotten up to some point.
    fn live(entry: &mut Entry, room: &str, rng: &Rng) {
        let mut from = 0;
        while from < SEQS {
            let until = if rng.one_in(4) { store::STILL } else { from + 1 + rng.below(6) as i64 };
            let membership = ["join", "invite", "leave", "ban", "knock"][rng.below(5) as usize];
            let sql = "INSERT INTO rooms_membership (user_id, room_id, from_seq, until_seq, membership, position)
                 VALUES (?1, ?2, ?3, ?4, ?5, 1)";
            run(entry, sql, vec![READER.into(), room.into(), from.into(), until.into(), membership.into()]);
            from = until;
        }
        if rng.one_in(2) {
            let sql = "INSERT INTO rooms_forgotten (user_id, room_id, seq) VALUES (?1, ?2, ?3)";
            run(entry, sql, vec![READER.into(), room.into(), (rng.below(SEQS as u64) as i64).into()]);
        }
    }

    #[test]
    fn a_relation_is_seen_where_its_message_is() {
        on_both(|place| async move {
            let (context, _) = context(1);
            let opened = place.open(&context, &crate::migrations()).await;
            let rng = context.rng.stream("lives");
            let mut seen = 0;
            for life in 0..60 {
                let room = format!("!life{life}:test.example");
                let mut entry = Entry::new();
                live(&mut entry, &room, &rng);
                for (seq, visibility) in (1..=SEQS).flat_map(|seq| (0..4).map(move |visibility| (seq, visibility))) {
                    let sql = "INSERT INTO rooms_relation (room_id, target_seq, rel_type, seq, type, sender, annotation, visibility, bundled)
                         VALUES (?1, ?2, 'm.thread', ?3, 'm.room.message', '@ada:test.example', NULL, ?2, 1)";
                    run(&mut entry, sql, vec![room.as_str().into(), visibility.into(), seq.into()]);
                }
                opened.write(entry).await.expect("a life");
                let room_id = ruma::RoomId::parse(&*room).expect("a room's id");
                let sight = Sight::new(READER, store::intervals(&opened, READER, &room_id).await.expect("intervals"));
                let sql = format!(
                    "SELECT r.seq, r.visibility FROM rooms_relation r WHERE r.room_id = ?1 AND {SEEN} LIMIT 1000"
                );
                let rows = opened.query(&sql, &[room.as_str().into(), READER.into()]).await.expect("rows");
                let found: Vec<(i64, i64)> =
                    rows.iter().map(|row| (row.int(0).expect("a sequence"), row.int(1).expect("a number"))).collect();
                for (seq, visibility) in (1..=SEQS).flat_map(|seq| (0..4).map(move |visibility| (seq, visibility))) {
                    let both = (sight.can_see_at(seq, visibility), found.contains(&(seq, visibility)));
                    assert_eq!(both.0, both.1, "life {life}, sequence {seq}, visibility {visibility}: {sight:?}");
                    seen += i64::from(both.0);
                }
            }
            assert!(seen > 0 && seen < 60 * 4 * SEQS, "some are seen and some are not");
            opened.close().await;
        });
    }
}
