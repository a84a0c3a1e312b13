//! Registration by shared secret, under the path that tools for other homeservers know.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::Result;
use http::Method;
use serde::Deserialize;
use serde_json::json;

use super::session::signed_in;
use crate::accounts::{Accounts, service::shared_secret::SignedRegistration};

const PATH: &str = "/_synapse/admin/v1/register";

/// Nothing where no secret is set.
pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    if accounts.settings.shared_secret.is_none() {
        return Vec::new();
    }
    vec![
        Route::of(accounts, Method::GET, PATH, Access::Secret, Rate::Reading, nonce),
        Route::of(accounts, Method::POST, PATH, Access::Secret, Rate::SigningIn, register),
    ]
}

#[derive(Deserialize)]
struct SignedBody {
    nonce: String,
    username: String,
    password: String,
    mac: String,
    #[serde(default)]
    admin: bool,
    user_type: Option<String>,
    displayname: Option<String>,
}

/// GET /_synapse/admin/v1/register
async fn nonce(accounts: Arc<Accounts>, _: Call) -> Result<Reply> {
    Ok(json(&json!({ "nonce": accounts.new_nonce() })))
}

/// POST /_synapse/admin/v1/register
async fn register(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let body: SignedBody = call.json()?;
    let request = SignedRegistration {
        nonce: &body.nonce,
        username: &body.username,
        password: &body.password,
        is_administrator: body.admin,
        user_type: body.user_type.as_deref(),
        display_name: body.displayname.as_deref(),
        mac: &body.mac,
    };
    accounts.register_signed(request).await.map(|session| signed_in(&session))
}
