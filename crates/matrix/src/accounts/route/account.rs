//! What a member does with the account itself.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, empty, json};
use hearth_kernel::{Error, Kind, Result};
use http::Method;
use ruma::api::client::account::{
    add_3pid, bind_3pid, change_password, deactivate, delete_3pid, get_3pids, request_3pid_management_token_via_email,
    request_3pid_management_token_via_msisdn, request_password_change_token_via_email,
    request_password_change_token_via_msisdn, request_registration_token_via_email,
    request_registration_token_via_msisdn, unbind_3pid,
};
use serde::Deserialize;
use serde_json::json;

use super::paths;
use crate::accounts::{Accounts, Stage, model, service::change_password::OthersGo};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    let (public, member) = (Access::Public, Access::Member);
    let writing = Rate::Writing;
    let old = |version| format!("/_matrix/client/{version}/account/3pid");
    [
        paths::<change_password::v3::Request, _, _, _>(accounts, member, Rate::SigningIn, set_password),
        paths::<deactivate::v3::Request, _, _, _>(accounts, member, Rate::SigningIn, end),
        paths::<get_3pids::v3::Request, _, _, _>(accounts, member, Rate::Reading, addresses),
        ["r0", "v3"]
            .map(|version| Route::of(accounts, Method::POST, old(version), member, writing, no_change))
            .to_vec(),
        paths::<add_3pid::v3::Request, _, _, _>(accounts, member, writing, no_change),
        paths::<bind_3pid::v3::Request, _, _, _>(accounts, member, writing, no_change),
        paths::<delete_3pid::v3::Request, _, _, _>(accounts, member, writing, no_change),
        paths::<unbind_3pid::v3::Request, _, _, _>(accounts, member, writing, no_change),
        paths::<request_3pid_management_token_via_email::v3::Request, _, _, _>(accounts, public, writing, no_message),
        paths::<request_3pid_management_token_via_msisdn::v3::Request, _, _, _>(accounts, public, writing, no_message),
        paths::<request_password_change_token_via_email::v3::Request, _, _, _>(accounts, public, writing, no_message),
        paths::<request_password_change_token_via_msisdn::v3::Request, _, _, _>(accounts, public, writing, no_message),
        paths::<request_registration_token_via_email::v3::Request, _, _, _>(accounts, public, writing, no_message),
        paths::<request_registration_token_via_msisdn::v3::Request, _, _, _>(accounts, public, writing, no_message),
    ]
    .concat()
}

#[derive(Deserialize)]
struct PasswordBody {
    new_password: Option<String>,
    #[serde(default = "yes")]
    logout_devices: bool,
}

#[derive(Deserialize)]
struct EndBody {
    #[serde(default)]
    erase: bool,
}

fn yes() -> bool {
    true
}

/// POST /_matrix/client/v3/account/password
async fn set_password(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let caller = call.member()?;
    let PasswordBody { new_password, logout_devices } = call.json()?;
    new_password.as_deref().map_or(Ok(()), model::check_new_password)?;
    // Whoever only asks how to prove themselves need not say the new password yet.
    accounts.require(&call, Stage::Password { user_id: &caller.user_id }).await?;
    let new_password = new_password.ok_or_else(|| Error::missing_param("The body has no new_password."))?;
    let others_go = logout_devices.then_some(OthersGo { but: Some(&caller.device_id) });
    accounts.change_password(&caller.user_id, &new_password, "member", others_go).await?;
    Ok(empty())
}

/// POST /_matrix/client/v3/account/deactivate
///
/// Nothing is kept of the account. With `erase` what its owner said is not shown to those who come later.
async fn end(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let user_id = &call.member()?.user_id;
    accounts.require(&call, Stage::Password { user_id }).await?;
    let EndBody { erase } = call.json()?;
    accounts.deactivate(user_id, "member", erase).await?;
    Ok(json(&json!({ "id_server_unbind_result": "no-support" })))
}

/// GET /_matrix/client/v3/account/3pid
async fn addresses(_: Arc<Accounts>, _: Call) -> Result<Reply> {
    Ok(json(&json!({ "threepids": [] })))
}

/// POST /_matrix/client/v3/account/3pid and /add, /bind, /delete, /unbind behind it
async fn no_change(_: Arc<Accounts>, _: Call) -> Result<Reply> {
    Err(Error::forbidden("This server keeps no e-mail addresses and telephone numbers."))
}

/// POST /_matrix/client/v3/…/requestToken
async fn no_message(_: Arc<Accounts>, _: Call) -> Result<Reply> {
    let why = "This server sends no e-mails and text messages.";
    Err(Error::new(Kind::Forbidden, "M_THREEPID_DENIED", why))
}
