//! What devices tell of themselves, and what others ask of them.

use std::{collections::BTreeSet, sync::Arc};

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result, limits};
use ruma::api::client::keys::{claim_keys, get_key_changes, get_keys, upload_keys};
use serde_json::{Map, Value, json};

use super::{
    super::{
        Keys,
        model::{check_id, device_keys},
        service::{query::Known, waiting::counts_json},
    },
    failures,
};
use crate::{endpoint::raw_endpoint, token::SyncToken};

pub(super) fn routes(keys: &Arc<Keys>) -> Vec<Route> {
    [
        raw_endpoint(keys, Member, Rate::Writing, upload),
        raw_endpoint(keys, Member, Rate::Reading, query),
        raw_endpoint(keys, Member, Rate::Writing, claim),
        raw_endpoint(keys, Member, Rate::Reading, changes),
    ]
    .concat()
}

/// `POST /_matrix/client/v3/keys/upload`
async fn upload(keys: Arc<Keys>, call: Call, request: upload_keys::v3::Request) -> Result<Reply> {
    let caller = call.member()?;
    let own = request.device_keys.as_ref();
    let own = own.map(|own| device_keys(own.json(), &caller.user_id, &caller.device_id)).transpose()?;
    let upload = super::upload(own, &request.one_time_keys, &request.fallback_keys)?;
    let counts = keys.upload(caller, upload).await?;
    Ok(json(&json!({ "one_time_key_counts": counts_json(&counts) })))
}

/// `POST /_matrix/client/v3/keys/query`
async fn query(keys: Arc<Keys>, call: Call, request: get_keys::v3::Request) -> Result<Reply> {
    let reader = &call.member()?.user_id;
    if request.device_keys.len() > limits::KEYS_QUERIED {
        let why = format!("At most {} members can be asked for at once.", limits::KEYS_QUERIED);
        return Err(Error::invalid_param(why));
    }
    let mut known = Known::default();
    let mut elsewhere = BTreeSet::new();
    for (user_id, devices) in &request.device_keys {
        if !keys.is_local(user_id) {
            elsewhere.insert(user_id.server_name().as_str());
            continue;
        }
        check_id("member's id", user_id.as_str())?;
        let devices: Vec<&str> = devices.iter().map(|device| device.as_str()).collect();
        keys.know(&mut known, reader, user_id.as_str(), &devices).await?;
    }
    let Known { device_keys, master, self_signing, user_signing } = known;
    Ok(json(&json!({
        "device_keys": device_keys,
        "master_keys": master,
        "self_signing_keys": self_signing,
        "user_signing_keys": user_signing,
        "failures": failures(elsewhere.into_iter()),
    })))
}

/// `POST /_matrix/client/v3/keys/claim`
async fn claim(keys: Arc<Keys>, call: Call, request: claim_keys::v3::Request) -> Result<Reply> {
    let mut wanted = BTreeSet::new();
    let mut elsewhere = BTreeSet::new();
    for (user_id, devices) in &request.one_time_keys {
        if !keys.is_local(user_id) {
            elsewhere.insert(user_id.server_name().as_str());
            continue;
        }
        for (device_id, algorithm) in devices {
            let (user_id, device_id, algorithm) = (user_id.as_str(), device_id.as_str(), algorithm.to_string());
            for (what, text) in [("member's id", user_id), ("device's id", device_id), ("key's algorithm", &algorithm)]
            {
                check_id(what, text)?;
            }
            wanted.insert((user_id.to_owned(), device_id.to_owned(), algorithm));
        }
    }
    let mut told = Map::new();
    for (user_id, devices) in keys.claim(call.member()?, &wanted).await? {
        let mut of_member = Map::new();
        for (device_id, key) in devices {
            let content: Value = serde_json::from_str(&key.content)
                .map_err(|error| Error::internal("a stored key is damaged").caused_by(error))?;
            of_member.insert(device_id, json!({ format!("{}:{}", key.algorithm, key.key_id): content }));
        }
        told.insert(user_id, of_member.into());
    }
    Ok(json(&json!({ "one_time_keys": told, "failures": failures(elsewhere.into_iter()) })))
}

/// `GET /_matrix/client/v3/keys/changes`
async fn changes(keys: Arc<Keys>, call: Call, request: get_key_changes::v3::Request) -> Result<Reply> {
    let now = keys.store.position();
    // Another epoch's positions mean nothing here: everything may have changed since, up to now.
    let position = |token: &str, otherwise: i64| {
        let token = SyncToken::parse(token)?;
        let ours = token.epoch == keys.store.epoch() && token.position <= now;
        Ok::<_, Error>(if ours { token.position } else { otherwise })
    };
    let (from, to) = (position(&request.from, 0)?, position(&request.to, now)?);
    let lists = keys.changes_between(&call.member()?.user_id, (from.min(to), to)).await?;
    Ok(json(&json!({ "changed": lists.changed, "left": lists.left })))
}
