//! What accounts keep in memory of what the database says.

use std::sync::{Arc, atomic::AtomicI64};

use hearth_http::Caller;
use hearth_kernel::limits;
use ruma::api::client::filter::FilterDefinition;

use super::model::{Digest, Profile};
use crate::kept::Cache;

/// Who has a token, and until when.
pub(super) struct Known {
    pub(super) caller: Arc<Caller>,
    /// The last moment that there is, where it does not end.
    pub(super) expires_at_ms: i64,
    /// When this was noted last.
    pub(super) seen_at_ms: AtomicI64,
}

impl Known {
    pub(super) fn new(caller: Arc<Caller>, expires_at_ms: Option<i64>, seen_at_ms: Option<i64>) -> Self {
        let (expires_at_ms, seen_at_ms) = (expires_at_ms.unwrap_or(i64::MAX), seen_at_ms.unwrap_or(0).into());
        Self { caller, expires_at_ms, seen_at_ms }
    }
}

/// The caches of this module.
pub(super) struct Caches {
    /// By the hash of the token.
    pub(super) callers: Cache<Digest, Arc<Known>>,
    pub(super) profiles: Cache<String, Profile>,
    /// By owner and id. A filter never changes, so these are never forgotten.
    pub(super) filters: Cache<(String, String), Arc<FilterDefinition>>,
}

impl Default for Caches {
    fn default() -> Self {
        Self {
            callers: Cache::new(limits::TOKENS_CACHED),
            profiles: Cache::new(limits::PROFILES_CACHED),
            filters: Cache::new(limits::FILTERS_CACHED),
        }
    }
}

/// What a write makes false.
pub(super) enum Stale {
    Profile(String),
    /// The tokens of these devices of one member.
    Devices {
        user_id: String,
        device_ids: Vec<String>,
    },
    /// Everything of one member.
    Member(String),
}

impl Caches {
    pub(super) fn forget(&self, stale: &Stale) {
        match stale {
            Stale::Profile(user_id) => self.profiles.forget(user_id.as_str()),
            Stale::Devices { user_id, device_ids } => self.callers.forget_where(|known| {
                *known.caller.user_id == **user_id && device_ids.iter().any(|id| *known.caller.device_id == **id)
            }),
            Stale::Member(user_id) => {
                self.callers.forget_where(|known| *known.caller.user_id == **user_id);
                self.profiles.forget(user_id.as_str());
            }
        }
    }
}
