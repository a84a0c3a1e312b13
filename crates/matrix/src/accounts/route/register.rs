//! Registration by people themselves.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Kind, Result};
use ruma::api::client::account::{check_registration_token_validity, get_username_availability, register};
use serde::Deserialize;
use serde_json::json;

use super::{paths, session::signed_in};
use crate::{
    accounts::{
        Accounts, model,
        service::{register::NewAccount, session::NewDevice},
    },
    endpoint::endpoint,
};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        paths::<register::v3::Request, _, _, _>(accounts, Access::Public, Rate::SigningIn, register),
        endpoint(accounts, Access::Public, Rate::Reading, is_available),
        endpoint(accounts, Access::Public, Rate::SigningIn, is_token_valid),
    ]
    .concat()
}

#[derive(Deserialize)]
struct RegisterBody {
    username: Option<String>,
    password: Option<String>,
    device_id: Option<String>,
    initial_device_display_name: Option<String>,
    #[serde(default)]
    inhibit_login: bool,
    #[serde(default)]
    refresh_token: bool,
}

/// POST /_matrix/client/v3/register
async fn register(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    match call.query("kind").as_deref() {
        None | Some("user") => {}
        Some("guest") => {
            let why = "This server has no guests.";
            return Err(Error::new(Kind::Forbidden, "M_GUEST_ACCESS_FORBIDDEN", why));
        }
        Some(_) => return Err(Error::invalid_param("kind is user or guest.")),
    }
    let flows = accounts.registration_flows()?;
    let body: RegisterBody = call.json()?;
    // What is wrong already is said before anybody is asked for proof.
    let wanted = body.username.as_deref().map(|name| accounts.new_user_id(name)).transpose()?;
    if let Some(wanted) = &wanted {
        accounts.require_free(wanted).await?;
    }
    body.password.as_deref().map_or(Ok(()), model::check_new_password)?;
    let device = NewDevice {
        device_id: body.device_id.as_deref(),
        display_name: body.initial_device_display_name.as_deref(),
        refreshes: body.refresh_token,
        address: Some(call.address),
    };
    device.check()?;
    let proven = accounts.require_any(&call, &flows).await?;
    let password = body.password.as_deref().ok_or_else(|| Error::missing_param("The body has no password."))?;
    let user_id = wanted.map_or_else(|| accounts.generated_user_id(), Ok)?;
    let by = if proven.registration_token.is_some() { "registration_token" } else { "registration" };
    let account = NewAccount {
        registration_token: proven.registration_token.as_deref(),
        terms_version: accounts.settings.terms.as_ref().map(|terms| terms.version.as_str()),
        ..NewAccount::new(user_id, password, by)
    };
    if body.inhibit_login {
        let user_id = accounts.register(account).await?;
        return Ok(json(&json!({ "user_id": user_id, "home_server": user_id.server_name() })));
    }
    accounts.register_with_device(account, device).await.map(|session| signed_in(&session))
}

/// GET /_matrix/client/v3/register/available
async fn is_available(
    accounts: Arc<Accounts>,
    _: Call,
    request: get_username_availability::v3::Request,
) -> Result<get_username_availability::v3::Response> {
    accounts.require_open_registration()?;
    accounts.require_free(&accounts.new_user_id(&request.username)?).await?;
    Ok(get_username_availability::v3::Response::new(true))
}

/// GET /_matrix/client/v1/register/m.login.registration_token/validity
async fn is_token_valid(
    accounts: Arc<Accounts>,
    _: Call,
    request: check_registration_token_validity::v1::Request,
) -> Result<check_registration_token_validity::v1::Response> {
    accounts.require_open_registration()?;
    let is_valid = accounts.registration_token_is_valid(&request.token).await?;
    Ok(check_registration_token_validity::v1::Response::new(is_valid))
}
