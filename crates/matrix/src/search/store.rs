//! Every SQL text of the module. Full-text search has no common language: what asks or fills the index stands
//! here twice, for SQLite's FTS5 and for PostgreSQL's tsvector.

use hearth_kernel::{Error, Result, limits};
use hearth_store::{Row, Statement, Store, Value};
use ruma::OwnedRoomId;

use super::{
    model::{Found, Order, Text, Wanted},
    words::Term,
};
use crate::rooms::Visibility;

// The index of rooms.

const EVENT: &str = "INSERT INTO search_event (docid, room_id, seq, sender, origin_server_ts, visibility, field)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const WORDS_SQLITE: &str = "INSERT INTO search_text (rowid, words) VALUES (?1, ?2)";
const WORDS_POSTGRES: &str = "INSERT INTO search_text (docid, words)
     VALUES (?1, array_to_tsvector(string_to_array(CAST(?2 AS TEXT), ' ')))";
const FORGET_WORDS_SQLITE: &str = "DELETE FROM search_text
     WHERE rowid IN (SELECT docid FROM search_event WHERE room_id = ?1 AND seq = ?2)";
const FORGET_WORDS_POSTGRES: &str = "DELETE FROM search_text
     WHERE docid IN (SELECT docid FROM search_event WHERE room_id = ?1 AND seq = ?2)";
const FORGET_EVENT: &str = "DELETE FROM search_event WHERE room_id = ?1 AND seq = ?2";
const HIDE: &str = "UPDATE search_event SET visibility = ?1 WHERE docid > ?2 AND docid <= ?3 AND sender = ?4";
const INDEXED: &str = "SELECT seq FROM search_room WHERE room_id = ?1";
const MOVE: &str = "INSERT INTO search_room (room_id, seq) VALUES (?1, ?2)
     ON CONFLICT (room_id) DO UPDATE SET seq = excluded.seq";

/// A text with its words.
pub(super) fn insert(store: &Store, text: &Text, words: &[String]) -> [Statement; 2] {
    let docid = text.docid;
    let params: Vec<Value> = vec![
        docid.into(),
        text.room_id.as_str().into(),
        text.seq.into(),
        text.sender.as_str().into(),
        text.origin_server_ts.into(),
        text.visibility.into(),
        text.field.into(),
    ];
    let words = Statement::new(store.either(WORDS_SQLITE, WORDS_POSTGRES), vec![docid.into(), words.join(" ").into()]);
    [Statement::new(EVENT, params), words]
}

/// Takes a text out, if it is there.
pub(super) fn forget(store: &Store, room_id: &str, seq: i64) -> [Statement; 2] {
    let words = store.either(FORGET_WORDS_SQLITE, FORGET_WORDS_POSTGRES);
    [words, FORGET_EVENT].map(|sql| Statement::new(sql, vec![room_id.into(), seq.into()]))
}

/// Of a stretch of the index, what somebody said is from now on shown to those alone who were in its room then.
pub(super) fn hide(sender: &str, (after, upto): (i64, i64)) -> Statement {
    let params: Vec<Value> = vec![(Visibility::Joined as i64).into(), after.into(), upto.into(), sender.into()];
    Statement::new(HIDE, params)
}

/// Up to which sequence a room is indexed.
pub(super) async fn indexed(store: &Store, room_id: &str) -> Result<i64> {
    let row = store.query_one(INDEXED, &[room_id.into()]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

pub(super) fn move_to(room_id: &str, seq: i64) -> Statement {
    Statement::new(MOVE, vec![room_id.into(), seq.into()])
}

// Looking for messages.

const NEWEST: &str = "SELECT docid FROM search_event ORDER BY docid DESC LIMIT 1";
/// Lists are given as JSON, so that one parameter holds any number.
const FIND_SQLITE: &str = "SELECT e.room_id, e.seq, e.visibility, CAST(-bm25(search_text) * 1000000 AS INTEGER)
     FROM search_text JOIN search_event e ON e.docid = search_text.rowid
     WHERE search_text MATCH ?1 AND e.docid <= ?2
       AND e.room_id IN (SELECT value FROM json_each(?3))
       AND (?4 = '[]' OR e.sender IN (SELECT value FROM json_each(?4)))
       AND e.field IN (SELECT value FROM json_each(?5))
       AND (?7 = '[]' OR e.sender NOT IN (SELECT value FROM json_each(?7)))
       AND (?8 = '[]' OR e.field <> 'body' OR e.sender NOT IN (SELECT value FROM json_each(?8)))
     ORDER BY ORDER_BY LIMIT ?6";
const RANK_SQLITE: &str = "bm25(search_text), e.docid DESC";
/// Each event is looked up by what was found of it: with a plain join PostgreSQL goes through all events for a rare word, too.
const FIND_POSTGRES: &str = "SELECT e.room_id, e.seq, e.visibility, CAST(ts_rank(t.words, q.query) * 1000000 AS BIGINT)
     FROM (SELECT CAST(CAST(?1 AS TEXT) AS tsquery) AS query) q
       JOIN search_text t ON t.words @@ q.query
       CROSS JOIN LATERAL (SELECT docid, room_id, seq, sender, origin_server_ts, visibility, field
           FROM search_event WHERE docid = t.docid LIMIT 1) e
     WHERE e.docid <= ?2
       AND e.room_id IN (SELECT json_array_elements_text(CAST(CAST(?3 AS TEXT) AS json)))
       AND (CAST(?4 AS TEXT) = '[]' OR e.sender IN (SELECT json_array_elements_text(CAST(CAST(?4 AS TEXT) AS json))))
       AND e.field IN (SELECT json_array_elements_text(CAST(CAST(?5 AS TEXT) AS json)))
       AND (CAST(?7 AS TEXT) = '[]' OR e.sender NOT IN (SELECT json_array_elements_text(CAST(CAST(?7 AS TEXT) AS json))))
       AND (CAST(?8 AS TEXT) = '[]' OR e.field <> 'body'
           OR e.sender NOT IN (SELECT json_array_elements_text(CAST(CAST(?8 AS TEXT) AS json))))
     ORDER BY ORDER_BY LIMIT ?6";
const RANK_POSTGRES: &str = "ts_rank(t.words, q.query) DESC, e.docid DESC";
const RECENT: &str = "e.origin_server_ts DESC, e.docid DESC";

/// The newest text of the index.
pub(super) async fn newest(store: &Store) -> Result<i64> {
    let row = store.query_one(NEWEST, &[]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

/// The first texts, up to a bound, that hold what is looked for, whoever may read them.
pub(super) async fn find(store: &Store, wanted: &Wanted<'_>) -> Result<Vec<Found>> {
    let order = match wanted.order {
        Order::Rank => store.either(RANK_SQLITE, RANK_POSTGRES),
        Order::Recent => RECENT,
    };
    let sql = store.either(FIND_SQLITE, FIND_POSTGRES).replace("ORDER_BY", order);
    let query = store.either(expression_sqlite as fn(&[Term]) -> String, expression_postgres)(wanted.terms);
    let list = |items: &[&str]| Value::from(serde_json::Value::from(items).to_string());
    let params = [
        query.into(),
        wanted.upto.into(),
        list(wanted.rooms),
        list(wanted.senders),
        list(wanted.fields),
        (limits::SEARCH_MATCHES as i64).into(),
        list(wanted.not_senders),
        list(wanted.ignored),
    ];
    let found = |row: &Row| {
        let room_id = OwnedRoomId::try_from(row.text(0)?)
            .map_err(|error| Error::internal("a room's id is damaged").caused_by(error))?;
        Ok(Found { room_id, seq: row.int(1)?, visibility: row.int(2)?, rank: row.int(3)? })
    };
    store.query(&sql, &params).await?.iter().map(found).collect()
}

/// Words hold letters, digits and marks alone, so that none means anything else to a database.
fn expression_sqlite(terms: &[Term]) -> String {
    let term = |term: &Term| format!("\"{}\"{}", term.word, if term.is_prefix { "*" } else { "" });
    terms.iter().map(term).collect::<Vec<_>>().join(" AND ")
}

fn expression_postgres(terms: &[Term]) -> String {
    let term = |term: &Term| format!("'{}'{}", term.word, if term.is_prefix { ":*" } else { "" });
    terms.iter().map(term).collect::<Vec<_>>().join(" & ")
}

// Members.

const FORGET_NAME: &str = "DELETE FROM search_name WHERE user_id = ?1";
const NAME: &str = "INSERT INTO search_name (term, user_id) VALUES (?1, ?2) ON CONFLICT (term, user_id) DO NOTHING";
const NAMED: &str = "SELECT user_id FROM search_name WHERE term >= ?1 AND term < ?2 ORDER BY term, user_id LIMIT ?3";

/// The ends of a member's names in place of those that were there.
pub(super) fn rename<'a>(
    user_id: &'a str,
    ends: impl IntoIterator<Item = String> + 'a,
) -> impl Iterator<Item = Statement> {
    let name = |end: String| Statement::new(NAME, vec![end.into(), user_id.into()]);
    std::iter::once(Statement::new(FORGET_NAME, vec![user_id.into()])).chain(ends.into_iter().map(name))
}

/// Members with a word in their names that this stands in, some of them twice.
pub(super) async fn named(store: &Store, part: &str) -> Result<Vec<String>> {
    let beyond = format!("{part}{}", char::MAX);
    let rows = store.query(NAMED, &[part.into(), beyond.into(), (limits::PEOPLE_LOOKED_AT as i64).into()]).await?;
    rows.into_iter().map(|mut row| row.take_text(0)).collect()
}
