//! The SQL of pushers.

use hearth_kernel::{Result, limits};
use hearth_store::{Statement, Store};

/// The guard of a member who has as many pushers as one may.
pub(super) const TOO_MANY: &str = "M_TOO_MANY_PUSHERS";

const PUSHERS: &str = "SELECT pusher FROM push_pusher WHERE user_id = ?1 ORDER BY app_id, pushkey LIMIT ?2";
const WITH_PUSHERS: &str = "SELECT DISTINCT user_id FROM push_pusher WHERE user_id > ?1 ORDER BY user_id LIMIT ?2";
const SET: &str = "INSERT INTO push_pusher (user_id, app_id, pushkey, device_id, pusher)
     SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM push_pusher WHERE user_id = ?1 AND app_id = ?2 AND pushkey = ?3)
         OR (SELECT COUNT(*) FROM push_pusher WHERE user_id = ?1) < ?6
     ON CONFLICT (user_id, app_id, pushkey) DO UPDATE SET device_id = excluded.device_id, pusher = excluded.pusher";
const REMOVE: &str = "DELETE FROM push_pusher WHERE user_id = ?1 AND app_id = ?2 AND pushkey = ?3";
const REMOVE_FROM_OTHERS: &str = "DELETE FROM push_pusher WHERE app_id = ?2 AND pushkey = ?3 AND user_id <> ?1";
const END: &str = "DELETE FROM push_pusher WHERE user_id = ?1 AND device_id = ?2";
const FORGET: &str = "DELETE FROM push_pusher WHERE user_id = ?1";

/// A member's pushers as JSON.
pub(super) async fn pushers(store: &Store, user_id: &str) -> Result<Vec<String>> {
    let rows = store.query(PUSHERS, &[user_id.into(), (limits::PUSHERS as i64).into()]).await?;
    rows.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
}

/// Who has any.
pub(super) async fn with_pushers(store: &Store) -> Result<Vec<String>> {
    let mut members: Vec<String> = Vec::new();
    loop {
        let after = members.last().map_or("", String::as_str);
        let page = store.query(WITH_PUSHERS, &[after.into(), (limits::MEMBERS_PAGE as i64).into()]).await?;
        if page.is_empty() {
            return Ok(members);
        }
        for row in &page {
            members.push(row.text(0)?.to_owned());
        }
    }
}

/// Sets a pusher; refused as [`TOO_MANY`] where it would be one too many.
pub(super) fn set(user_id: &str, (app_id, pushkey): (&str, &str), device_id: &str, pusher: &str) -> Statement {
    let most = limits::PUSHERS as i64;
    let params = vec![user_id.into(), app_id.into(), pushkey.into(), device_id.into(), pusher.into(), most.into()];
    Statement::new(SET, params).guarded(TOO_MANY)
}

pub(super) fn remove(user_id: &str, app_id: &str, pushkey: &str) -> Statement {
    Statement::new(REMOVE, vec![user_id.into(), app_id.into(), pushkey.into()])
}

/// Who signs in on a phone takes it from whoever was signed in there before.
pub(super) fn remove_from_others(user_id: &str, app_id: &str, pushkey: &str) -> Statement {
    Statement::new(REMOVE_FROM_OTHERS, vec![user_id.into(), app_id.into(), pushkey.into()])
}

/// The pushers of a device end with it.
pub(super) fn end(user_id: &str, device_id: &str) -> Statement {
    Statement::new(END, vec![user_id.into(), device_id.into()])
}

pub(super) fn forget(user_id: &str) -> Statement {
    Statement::new(FORGET, vec![user_id.into()])
}
