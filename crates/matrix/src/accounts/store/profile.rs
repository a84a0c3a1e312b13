//! What members show of themselves.

use hearth_kernel::{Result, limits};
use hearth_store::{Statement, Store, Value};

use super::PROFILE_FULL;
use crate::accounts::model::{self, Profile};

const SET_FIELD: &str = "INSERT INTO accounts_profile (user_id, field, value)
     SELECT ?1, ?2, ?3
     WHERE (SELECT COALESCE(SUM(OCTET_LENGTH(field) + OCTET_LENGTH(value)), 0) FROM accounts_profile
            WHERE user_id = ?1 AND field <> ?2) <= ?4
       AND (SELECT COUNT(*) FROM accounts_profile WHERE user_id = ?1 AND field <> ?2) < ?5
       AND EXISTS (SELECT 1 FROM accounts_user WHERE user_id = ?1 AND deactivated_at_ms IS NULL)
     ON CONFLICT (user_id, field) DO UPDATE SET value = excluded.value";
const DELETE_FIELD: &str = "DELETE FROM accounts_profile WHERE user_id = ?1 AND field = ?2";
const FIELDS: &str = "SELECT accounts_profile.field, accounts_profile.value
     FROM accounts_user LEFT JOIN accounts_profile ON accounts_profile.user_id = accounts_user.user_id
     WHERE accounts_user.user_id = ?1 AND accounts_user.deactivated_at_ms IS NULL ORDER BY accounts_profile.field LIMIT ?2";

/// Sets a field to its JSON text, or takes it away. Refused when the profile grows too large, or has just ended with its account.
pub(in crate::accounts) fn set_field(user_id: &str, field: &str, value: Option<&str>) -> Statement {
    let Some(value) = value else {
        return Statement::new(DELETE_FIELD, vec![user_id.into(), field.into()]);
    };
    let room = model::profile_room(field, value).unwrap_or(-1);
    let most = limits::PROFILE_FIELDS as i64;
    let params: Vec<Value> = vec![user_id.into(), field.into(), value.into(), room.into(), most.into()];
    Statement::new(SET_FIELD, params).guarded(PROFILE_FULL)
}

/// The fields of a profile with their JSON texts; nothing where there is no such account.
pub(in crate::accounts) async fn fields(store: &Store, user_id: &str) -> Result<Option<Vec<(String, String)>>> {
    let rows = store.query(FIELDS, &[user_id.into(), (limits::PROFILE_FIELDS as i64).into()]).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let mut fields = Vec::with_capacity(rows.len());
    for row in &rows {
        if let Some(field) = row.text_or_null(0)? {
            fields.push((field.to_owned(), row.text(1)?.to_owned()));
        }
    }
    Ok(Some(fields))
}

/// The part of a profile that rooms show.
pub(in crate::accounts) fn shown(fields: &[(String, String)]) -> Profile {
    let text = |name| {
        let (_, value) = fields.iter().find(|(field, _)| field == name)?;
        serde_json::from_str(value).ok()
    };
    Profile { display_name: text(model::DISPLAY_NAME), avatar_url: text(model::AVATAR_URL) }
}
