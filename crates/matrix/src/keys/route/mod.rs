//! Every way into this module, one file a group of verbs.

mod backup;
mod dehydrated;
mod device_keys;
mod signing;
mod to_device;

use std::{collections::BTreeMap, sync::Arc};

use hearth_http::Route;
use hearth_kernel::Result;
use ruma::{OwnedOneTimeKeyId, encryption::OneTimeKey, serde::Raw};
use serde_json::{Map, Value, json};

use super::{
    Keys,
    model::{DeviceKeys, one_time_key},
    service::upload::Upload,
    store::one_time::Key,
};

pub(super) fn routes(keys: &Arc<Keys>) -> Vec<Route> {
    [
        device_keys::routes(keys),
        signing::routes(keys),
        to_device::routes(keys),
        backup::routes(keys),
        dehydrated::routes(keys),
    ]
    .concat()
}

type ProtocolKeys = BTreeMap<OwnedOneTimeKeyId, Raw<OneTimeKey>>;

fn upload(device_keys: Option<DeviceKeys>, one_time: &ProtocolKeys, fallback: &ProtocolKeys) -> Result<Upload> {
    let read = |keys: &ProtocolKeys| -> Result<Vec<Key>> {
        keys.iter().map(|(id, key)| one_time_key(id.as_str(), key.json())).collect()
    };
    Ok(Upload { device_keys, one_time: read(one_time)?, fallback: read(fallback)? })
}

/// Servers that were asked for; this one speaks to no other.
fn failures<'a>(servers: impl Iterator<Item = &'a str>) -> Map<String, Value> {
    let why = json!({ "errcode": "M_UNKNOWN", "error": "This server does not speak to other servers." });
    servers.map(|server| (server.to_owned(), why.clone())).collect()
}
