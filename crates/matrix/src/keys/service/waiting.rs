//! What sync asks for a device: messages that wait for it, and how many keys it has.

use std::fmt::Write as _;

use hearth_kernel::Result;
use serde_json::Value;

use crate::keys::{Keys, store};

/// How many one-time keys a device has, and which fallback keys nobody was given.
pub(crate) struct KeyCounts {
    pub(crate) one_time: Vec<(String, i64)>,
    pub(crate) unused_fallbacks: Vec<String>,
}

/// Which clients look for, so that it is told even when there is none.
pub(in crate::keys) const ALWAYS_COUNTED: &str = "signed_curve25519";

impl KeyCounts {
    /// The two members of a sync's answer. Clients take what is missing for none.
    pub(crate) fn json(&self) -> String {
        let mut out = String::from("\"device_one_time_keys_count\":");
        write!(out, "{}", counts_json(&self.one_time)).ok();
        write!(out, ",\"device_unused_fallback_key_types\":{}", Value::from(self.unused_fallbacks.clone())).ok();
        out
    }
}

pub(in crate::keys) fn counts_json(counts: &[(String, i64)]) -> Value {
    let mut told = serde_json::json!({ ALWAYS_COUNTED: 0 });
    for (algorithm, count) in counts {
        told[algorithm] = (*count).into();
    }
    told
}

impl Keys {
    pub(crate) async fn key_counts(&self, user_id: &str, device_id: &str) -> Result<KeyCounts> {
        Ok(KeyCounts {
            one_time: store::one_time::counts(&self.store, user_id, device_id).await?,
            unused_fallbacks: store::one_time::unused_fallbacks(&self.store, user_id, device_id).await?,
        })
    }

    /// The first and the last position that something waits at, for each device of a member.
    pub(crate) async fn waiting(&self, user_id: &str) -> Result<Vec<(String, i64, i64)>> {
        store::to_device::waiting(&self.store, user_id).await
    }

    /// The oldest messages to a device after `since` and up to `upto`, each with its position.
    pub(crate) async fn messages(
        &self,
        device: (&str, &str),
        stretch: (i64, i64),
        most: usize,
    ) -> Result<Vec<(i64, String)>> {
        store::to_device::between(&self.store, device, stretch, most).await
    }

    /// Lets go of what a device has read. Says whether it will be done.
    pub(crate) async fn forget_messages(&self, user_id: &str, device_id: &str, upto: i64) -> bool {
        self.write_in_passing(store::to_device::delivered(user_id, device_id, upto)).await
    }
}
