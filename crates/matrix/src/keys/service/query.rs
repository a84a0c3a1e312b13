//! What is known of members' devices and keys.

use std::collections::{BTreeMap, HashMap};

use hearth_kernel::{Error, Result};
use serde_json::{Map, Value, json};

use crate::keys::{
    Keys,
    model::{MASTER, SELF_SIGNING, USER_SIGNING},
    store::{self, cross_signing::Signature},
};

/// The answer's parts, by member.
#[derive(Default)]
pub(in crate::keys) struct Known {
    pub(in crate::keys) device_keys: Map<String, Value>,
    pub(in crate::keys) master: Map<String, Value>,
    pub(in crate::keys) self_signing: Map<String, Value>,
    pub(in crate::keys) user_signing: Map<String, Value>,
}

impl Keys {
    /// Adds what a reader may know of a member: of these devices, or of all when none are named.
    pub(in crate::keys) async fn know(
        &self,
        known: &mut Known,
        reader: &str,
        user_id: &str,
        wanted: &[&str],
    ) -> Result<()> {
        let signatures = store::cross_signing::seen(&self.store, user_id, reader).await?;
        let mut by_key: HashMap<&str, Vec<&Signature>> = HashMap::new();
        for signature in &signatures {
            by_key.entry(&signature.key_id).or_default().push(signature);
        }
        let names: BTreeMap<_, _> = self.accounts.device_names(user_id).await?.into_iter().collect();
        let mut devices = Map::new();
        for (device_id, content) in store::device::of_member(&self.store, user_id).await? {
            if !wanted.is_empty() && !wanted.contains(&device_id.as_str()) {
                continue;
            }
            let mut keys = stored(&content)?;
            sign(&mut keys, by_key.get(device_id.as_str()));
            if let Some(Some(name)) = names.get(&device_id) {
                keys["unsigned"] = json!({ "device_display_name": name });
            }
            devices.insert(device_id, keys);
        }
        known.device_keys.insert(user_id.to_owned(), devices.into());
        for (usage, content) in store::cross_signing::of_member(&self.store, user_id).await? {
            let mut key = stored(&content)?;
            match usage.as_str() {
                MASTER => {
                    let public = key["keys"].as_object().and_then(|keys| keys.values().next()?.as_str());
                    let signatures = public.and_then(|public| by_key.get(public));
                    sign(&mut key, signatures);
                    known.master.insert(user_id.to_owned(), key);
                }
                SELF_SIGNING => {
                    known.self_signing.insert(user_id.to_owned(), key);
                }
                USER_SIGNING if user_id == reader => {
                    known.user_signing.insert(user_id.to_owned(), key);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn stored(content: &str) -> Result<Value> {
    serde_json::from_str(content).map_err(|error| Error::internal("a stored key is damaged").caused_by(error))
}

/// Adds signatures that came later.
fn sign(key: &mut Value, signatures: Option<&Vec<&Signature>>) {
    for signature in signatures.into_iter().flatten() {
        key["signatures"][&signature.signer_id][&signature.signer_key_id] = signature.signature.as_str().into();
    }
}
