//! Cross-signing.

use std::{collections::BTreeMap, sync::Arc};

use hearth_http::{Access::Member, Call, Rate, Reply, Route, empty, json};
use hearth_kernel::{Error, Result};
use ruma::{
    api::client::keys::{upload_signatures, upload_signing_keys},
    encryption::CrossSigningKey,
    serde::Raw,
};
use serde_json::{json, value::RawValue};

use super::super::{
    Keys,
    model::{MASTER, SELF_SIGNING, SigningKey, USER_SIGNING, check_id, signing_key},
    service::signing::SigningKeys,
};
use crate::endpoint::raw_endpoint;

pub(super) fn routes(keys: &Arc<Keys>) -> Vec<Route> {
    [raw_endpoint(keys, Member, Rate::Writing, upload_keys), raw_endpoint(keys, Member, Rate::Writing, sign)].concat()
}

/// `POST /_matrix/client/v3/keys/device_signing/upload`
async fn upload_keys(keys: Arc<Keys>, call: Call, request: upload_signing_keys::v3::Request) -> Result<Reply> {
    let user_id = &call.member()?.user_id;
    let read = |key: &Option<Raw<CrossSigningKey>>, usage| -> Result<Option<SigningKey>> {
        key.as_ref().map(|key| signing_key(key.json(), usage, user_id)).transpose()
    };
    let new = SigningKeys {
        master: read(&request.master_key, MASTER)?,
        self_signing: read(&request.self_signing_key, SELF_SIGNING)?,
        user_signing: read(&request.user_signing_key, USER_SIGNING)?,
    };
    keys.set_signing_keys(&call, new).await?;
    Ok(empty())
}

/// `POST /_matrix/client/v3/keys/signatures/upload`
async fn sign(keys: Arc<Keys>, call: Call, request: upload_signatures::v3::Request) -> Result<Reply> {
    let mut signed: BTreeMap<&str, Vec<(&str, &RawValue)>> = BTreeMap::new();
    for (user_id, objects) in &request.signed_keys {
        check_id("member's id", user_id.as_str())?;
        signed.insert(user_id.as_str(), objects.iter().collect());
    }
    let failures = keys.add_signatures(call.member()?, &signed).await?;
    let told = |error: &Error| json!({ "errcode": error.code, "error": error.message });
    let failures: BTreeMap<_, BTreeMap<_, _>> = failures
        .iter()
        .map(|(user_id, keys)| (user_id, keys.iter().map(|(key_id, error)| (key_id, told(error))).collect()))
        .collect();
    Ok(json(&json!({ "failures": failures })))
}
