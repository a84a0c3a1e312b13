//! What administrators do from their clients.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result};
use http::Method;
use ruma::{
    UserId,
    api::client::admin::{get_user_info, is_user_locked, lock_user},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{
    accounts::{Accounts, Command},
    endpoint::{endpoint, raw_endpoint},
};

const TOKENS_PATH: &str = "/_hearth/admin/registration_tokens";

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        endpoint(accounts, Access::Administrator, Rate::Reading, is_locked),
        endpoint(accounts, Access::Administrator, Rate::Writing, lock),
        raw_endpoint(accounts, Access::Member, Rate::Reading, who_is),
        vec![Route::of(accounts, Method::POST, TOKENS_PATH, Access::Administrator, Rate::Writing, make_token)],
    ]
    .concat()
}

/// How long somebody may sign up with a token, and how many may.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    uses_allowed: Option<i64>,
    lives_ms: Option<i64>,
}

/// POST /_hearth/admin/registration_tokens
///
/// An invitation for people who may make an account; without a bound it can be used for ever.
async fn make_token(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let Wanted { uses_allowed, lives_ms } = call.json()?;
    Ok(json(&json!(accounts.new_registration_token(None, uses_allowed, lives_ms).await?)))
}

/// GET /_matrix/client/v1/admin/lock/{userId}
async fn is_locked(
    accounts: Arc<Accounts>,
    _: Call,
    request: is_user_locked::v1::Request,
) -> Result<is_user_locked::v1::Response> {
    let user_id = own(&accounts, &request.user_id)?;
    Ok(is_user_locked::v1::Response::new(accounts.is_locked(user_id).await?))
}

/// PUT /_matrix/client/v1/admin/lock/{userId}
///
/// Administrators do not lock themselves or each other from here; `hearth admin lock` does.
async fn lock(accounts: Arc<Accounts>, _: Call, request: lock_user::v1::Request) -> Result<lock_user::v1::Response> {
    let user_id = own(&accounts, &request.user_id)?;
    if accounts.is_administrator(user_id).await? {
        return Err(Error::forbidden("An administrator cannot be locked from here."));
    }
    let name = user_id.to_owned();
    accounts.administer(if request.locked { Command::Lock { name } } else { Command::Unlock { name } }).await?;
    Ok(lock_user::v1::Response::new(request.locked))
}

/// GET /_matrix/client/v3/admin/whois/{userId}
///
/// Everybody may ask it of themselves.
async fn who_is(accounts: Arc<Accounts>, call: Call, request: get_user_info::v3::Request) -> Result<Reply> {
    let caller = call.member()?;
    if *caller.user_id != *request.user_id.as_str() {
        if !caller.is_administrator {
            return Err(Error::forbidden("Only an administrator may ask this of others."));
        }
        own(&accounts, &request.user_id)?;
    }
    let mut devices = Map::new();
    for device in accounts.devices(request.user_id.as_str()).await? {
        let connection = json!({ "ip": device.seen_address, "last_seen": device.seen_at_ms });
        let known = if device.seen_at_ms.is_some() { vec![connection] } else { Vec::new() };
        devices.insert(device.device_id, json!({ "sessions": [{ "connections": known }] }));
    }
    Ok(json(&json!({ "user_id": request.user_id, "devices": Value::Object(devices) })))
}

/// A member of this server.
fn own<'a>(accounts: &Accounts, user_id: &'a UserId) -> Result<&'a str> {
    if user_id.server_name() != accounts.server_name {
        return Err(Error::invalid_param("This is not a member of this server."));
    }
    Ok(user_id.as_str())
}
