//! Every SQL text of the module: what reads, and the statements that entries are made of.

use std::collections::HashMap;

use hearth_kernel::{Error, Kind, Result, limits, ports::Purpose};
use hearth_store::{Row, Statement, Store, Value};

use super::model::{Decision, Region, What};

/// The name of the guard: what the commit decides.
const DECIDED: &str = "privacy.decided";

/// The decision that it was made after must still be the last.
const INSERT: &str = "INSERT INTO privacy_decision (member, purpose, position, what, at_ms, version, language, region)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
     WHERE COALESCE((SELECT MAX(position) FROM privacy_decision WHERE member = ?1 AND purpose = ?2), 0) = ?9";
const DECISIONS: &str = "SELECT member, purpose, position, what, at_ms, version, language, region FROM privacy_decision
     WHERE member IN (MEMBERS) ORDER BY member, purpose, position LIMIT ?2";
const MEMBERS_SQLITE: &str = "SELECT value FROM json_each(?1)";
const MEMBERS_POSTGRES: &str = "SELECT json_array_elements_text(CAST(CAST(?1 AS TEXT) AS json))";
const COUNTS: &str = "SELECT purpose, what, version, region, COUNT(*) FROM privacy_decision d
     WHERE position = (SELECT MAX(l.position) FROM privacy_decision l WHERE l.member = d.member AND l.purpose = d.purpose)
     GROUP BY purpose, what, version, region ORDER BY purpose, what, version, region LIMIT ?1";
const ERASE: &str = "DELETE FROM privacy_decision WHERE member = ?1";

/// One more decision, after the one at this position.
pub(super) fn insert(member: &str, decision: &Decision, after: i64) -> Statement {
    let params: Vec<Value> = vec![
        member.into(),
        decision.purpose.word().into(),
        Value::Position,
        decision.what.word().into(),
        decision.at_ms.into(),
        decision.version.into(),
        decision.language.as_deref().into(),
        decision.region.as_ref().map(Region::as_str).into(),
        after.into(),
    ];
    Statement::new(INSERT, params).guarded(DECIDED)
}

/// A refused guard in words.
pub(super) fn explain(error: Error) -> Error {
    if error.kind == Kind::Conflict && error.code == DECIDED {
        return Error::new(Kind::Conflict, "M_UNKNOWN", "This was decided at the same moment. Look again.");
    }
    error
}

pub(super) fn erase(member: &str) -> Statement {
    Statement::new(ERASE, vec![member.into()])
}

/// The decisions of each of these members, in order within a purpose. Who decided nothing is not among them.
pub(super) async fn decisions(store: &Store, members: &[&str]) -> Result<HashMap<String, Vec<Decision>>> {
    let sql = DECISIONS.replace("MEMBERS", store.either(MEMBERS_SQLITE, MEMBERS_POSTGRES));
    // Each may be withdrawn beyond the bound, and once more where a clock that ran ahead had dated that later.
    let most = members.len() * Purpose::ALL.len() * (limits::DECISIONS + 2);
    let list = serde_json::Value::from(members).to_string();
    let rows = store.query(&sql, &[list.into(), (most as i64).into()]).await?;
    let mut decisions: HashMap<String, Vec<Decision>> = HashMap::new();
    for mut row in rows {
        let decision = decision(&row)?;
        decisions.entry(row.take_text(0)?).or_default().push(decision);
    }
    Ok(decisions)
}

fn decision(row: &Row) -> Result<Decision> {
    let region = row.text_or_null(7)?.map(|region| Region::parse(region).ok_or_else(|| damaged("region")));
    Ok(Decision {
        purpose: Purpose::from_word(row.text(1)?).ok_or_else(|| damaged("purpose"))?,
        position: row.int(2)?,
        what: What::from_word(row.text(3)?).ok_or_else(|| damaged("kind"))?,
        at_ms: row.int(4)?,
        version: row.int_or_null(5)?,
        language: row.text_or_null(6)?.map(str::to_owned),
        region: region.transpose()?,
    })
}

fn damaged(what: &str) -> Error {
    Error::internal(format!("the {what} of a decision about privacy is damaged"))
}

/// How many members there are whose last decision about a purpose is this one.
pub(super) struct Count {
    pub(super) purpose: Purpose,
    pub(super) what: What,
    pub(super) version: Option<i64>,
    pub(super) region: Option<Region>,
    pub(super) members: i64,
}

/// Looks at every row: for administrators.
pub(super) async fn counts(store: &Store) -> Result<Vec<Count>> {
    let rows = store.query(COUNTS, &[(limits::CONSENT_COUNTS as i64).into()]).await?;
    let count = |row: &Row| {
        Ok(Count {
            purpose: Purpose::from_word(row.text(0)?).ok_or_else(|| damaged("purpose"))?,
            what: What::from_word(row.text(1)?).ok_or_else(|| damaged("kind"))?,
            version: row.int_or_null(2)?,
            region: row.text_or_null(3)?.and_then(Region::parse),
            members: row.int(4)?,
        })
    };
    rows.iter().map(count).collect()
}
