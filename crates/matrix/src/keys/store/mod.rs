//! Every SQL text of the module, one file a subject; and what refused guards are called outside.

pub(super) mod backup;
pub(super) mod cross_signing;
pub(super) mod dehydrated;
pub(super) mod device;
pub(super) mod one_time;
pub(super) mod to_device;

use hearth_kernel::{Error, Kind, limits};

/// The names of guards: what the commit decides.
const KEY_REUSED: &str = "keys.key_reused";
const ONE_TIME_FULL: &str = "keys.one_time_full";
const FALLBACK_FULL: &str = "keys.fallback_full";
const BACKUPS_FULL: &str = "keys.backups_full";
const BACKUP_GONE: &str = "keys.backup_gone";
/// Somebody else has set up cross-signing meanwhile.
pub(super) const ALREADY_SIGNING: &str = "keys.already_signing";
/// The same request was stored before.
pub(super) const TRANSACTION_DONE: &str = "keys.transaction";
/// The backup is not the newest one any more.
pub(super) const BACKUP_REPLACED: &str = "keys.backup_replaced";

/// A refused guard in the protocol's words.
pub(super) fn explain(error: Error) -> Error {
    if error.kind != Kind::Conflict {
        return error;
    }
    let full = |why: String| Error::new(Kind::Forbidden, "M_RESOURCE_LIMIT_EXCEEDED", why);
    match error.code {
        KEY_REUSED => Error::invalid_param("There is another one-time key with this id. A key's id is used once."),
        ONE_TIME_FULL => full(format!("A device has at most {} one-time keys.", limits::ONE_TIME_KEYS)),
        FALLBACK_FULL => full(format!("A device has at most {} fallback keys.", limits::FALLBACK_KEYS)),
        BACKUPS_FULL => full(format!("A member has at most {} backups. Delete some.", limits::BACKUPS)),
        BACKUP_GONE => Error::not_found("There is no such backup."),
        _ => error,
    }
}
