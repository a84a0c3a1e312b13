//! Every SQL text of the module: which batches have come from apps.

use hearth_kernel::{Error, Kind, Result};
use hearth_store::{Statement, Store, Value};

/// The name of the guard: the batch has come before.
const SEEN: &str = "signals.seen";

const SEE: &str = "INSERT INTO signals_told (digest, told_at_ms) VALUES (?1, ?2) ON CONFLICT (digest) DO NOTHING";
const HAS_OLD: &str = "SELECT 1 FROM signals_told WHERE told_at_ms < ?1 LIMIT 1";
const FORGET: &str = "DELETE FROM signals_told WHERE told_at_ms < ?1";

/// Refuses the entry where this batch has come before.
pub(super) fn see(digest: &[u8], at_ms: i64) -> Statement {
    Statement::new(SEE, vec![Value::Blob(digest.to_vec()), at_ms.into()]).guarded(SEEN)
}

pub(super) fn is_seen(error: &Error) -> bool {
    error.kind == Kind::Conflict && error.code == SEEN
}

/// Whether anything came before a time.
pub(super) async fn has_old(store: &Store, before_ms: i64) -> Result<bool> {
    Ok(store.query_one(HAS_OLD, &[before_ms.into()]).await?.is_some())
}

/// Forgets what came before a time.
pub(super) fn forget(before_ms: i64) -> Statement {
    Statement::new(FORGET, vec![before_ms.into()])
}
