//! Showing to services elsewhere who one is.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result, limits};
use http::Method;
use ruma::api::client::account::request_openid_token;
use serde_json::json;

use super::oneself;
use crate::{accounts::Accounts, endpoint::raw_endpoint};

const USER_INFO: &str = "/_matrix/federation/v1/openid/userinfo";

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        raw_endpoint(accounts, Access::Member, Rate::Writing, request_token),
        vec![Route::of(accounts, Method::GET, USER_INFO, Access::Secret, Rate::Reading, user_info)],
    ]
    .concat()
}

/// POST /_matrix/client/v3/user/{userId}/openid/request_token
async fn request_token(
    accounts: Arc<Accounts>,
    call: Call,
    request: request_openid_token::v3::Request,
) -> Result<Reply> {
    let token = accounts.new_openid_token(oneself(&call, &request.user_id)?).await?;
    Ok(json(&json!({
        "access_token": token,
        "token_type": "Bearer",
        "matrix_server_name": accounts.server_name,
        "expires_in": limits::OPENID_TOKEN_MS / 1_000,
    })))
}

/// GET /_matrix/federation/v1/openid/userinfo
async fn user_info(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let token = call.query("access_token").ok_or_else(|| Error::missing_token("This needs an access_token."))?;
    Ok(json(&json!({ "sub": accounts.openid_owner(&token).await? })))
}
