//! Signing in and out.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Kind, Result, limits};
use ruma::{
    OwnedUserId,
    api::client::{
        account::whoami,
        session::{get_login_token, get_login_types, login, logout, logout_all, refresh_token},
    },
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::paths;
use crate::{
    accounts::{
        Accounts, Stage,
        service::session::{NewDevice, Refresh, Session, SignIn, Tokens},
    },
    endpoint::endpoint,
};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        paths::<get_login_types::v3::Request, _, _, _>(accounts, Access::Public, Rate::Reading, login_types),
        paths::<login::v3::Request, _, _, _>(accounts, Access::Public, Rate::SigningIn, log_in),
        paths::<refresh_token::v3::Request, _, _, _>(accounts, Access::Public, Rate::Writing, refresh),
        paths::<get_login_token::v1::Request, _, _, _>(accounts, Access::Member, Rate::SigningIn, login_token),
        endpoint(accounts, Access::LockedMember, Rate::Writing, log_out),
        endpoint(accounts, Access::LockedMember, Rate::Writing, log_out_everywhere),
        endpoint(accounts, Access::Member, Rate::Reading, who_am_i),
    ]
    .concat()
}

#[derive(Deserialize)]
struct LoginBody {
    #[serde(rename = "type")]
    kind: Option<String>,
    identifier: Option<Identifier>,
    /// How clients named the user before there were identifiers.
    user: Option<String>,
    password: Option<String>,
    token: Option<String>,
    device_id: Option<String>,
    initial_device_display_name: Option<String>,
    #[serde(default)]
    refresh_token: bool,
}

#[derive(Deserialize)]
struct Identifier {
    #[serde(rename = "type")]
    kind: String,
    user: Option<String>,
}

/// GET /_matrix/client/v3/login
async fn login_types(_: Arc<Accounts>, _: Call) -> Result<Reply> {
    let by_token = json!({ "type": "m.login.token", "get_login_token": true });
    Ok(json(&json!({ "flows": [{ "type": "m.login.password" }, by_token] })))
}

/// POST /_matrix/client/v3/login
async fn log_in(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let body: LoginBody = call.json()?;
    let shown = match body.kind.as_deref() {
        Some("m.login.password") => by_password(&body)?,
        Some("m.login.token") => {
            SignIn::Token(body.token.as_deref().ok_or_else(|| Error::missing_param("The body has no token."))?)
        }
        Some(_) => {
            return Err(Error::new(Kind::Invalid, "M_UNKNOWN", "This server does not know this way to sign in."));
        }
        None => return Err(Error::missing_param("The body has no type.")),
    };
    let device = NewDevice {
        device_id: body.device_id.as_deref(),
        display_name: body.initial_device_display_name.as_deref(),
        refreshes: body.refresh_token,
        address: Some(call.address),
    };
    accounts.sign_in(shown, device).await.map(|session| signed_in(&session))
}

fn by_password(body: &LoginBody) -> Result<SignIn<'_>> {
    let user = match &body.identifier {
        Some(Identifier { kind, user }) if kind == "m.id.user" => user.as_deref(),
        Some(_) => return Err(Error::forbidden("People sign in by their Matrix ID here.")),
        None => body.user.as_deref(),
    };
    let user = user.ok_or_else(|| Error::missing_param("The body names no user."))?;
    let password = body.password.as_deref().ok_or_else(|| Error::missing_param("The body has no password."))?;
    Ok(SignIn::Password { user, password })
}

#[derive(Deserialize)]
struct RefreshBody {
    refresh_token: String,
}

/// POST /_matrix/client/v3/refresh
async fn refresh(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let RefreshBody { refresh_token } = call.json()?;
    let tokens = accounts.refresh(&refresh_token).await?;
    let mut answer = json!({});
    put_tokens(&mut answer, &tokens);
    Ok(json(&answer))
}

/// POST /_matrix/client/v1/login/get_token
async fn login_token(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let caller = call.member()?;
    accounts.require(&call, Stage::Password { user_id: &caller.user_id }).await?;
    let token = accounts.new_login_token(caller)?;
    Ok(json(&json!({ "login_token": token, "expires_in_ms": limits::LOGIN_TOKEN_MS })))
}

/// The answer to whoever has just signed in. It names no other address of the server: clients would
/// leave the one that works for them.
pub(super) fn signed_in(session: &Session) -> Reply {
    let Session { user_id, device_id, tokens } = session;
    let mut answer = json!({ "user_id": user_id, "device_id": device_id, "home_server": user_id.server_name() });
    put_tokens(&mut answer, tokens);
    json(&answer)
}

fn put_tokens(answer: &mut Value, tokens: &Tokens) {
    answer["access_token"] = tokens.access.as_str().into();
    if let Some(Refresh { token, expires_in_ms }) = &tokens.refresh {
        answer["refresh_token"] = token.as_str().into();
        answer["expires_in_ms"] = (*expires_in_ms).into();
    }
}

/// POST /_matrix/client/v3/logout
async fn log_out(accounts: Arc<Accounts>, call: Call, _: logout::v3::Request) -> Result<logout::v3::Response> {
    accounts.sign_out(call.member()?).await?;
    Ok(logout::v3::Response::new())
}

/// POST /_matrix/client/v3/logout/all
async fn log_out_everywhere(
    accounts: Arc<Accounts>,
    call: Call,
    _: logout_all::v3::Request,
) -> Result<logout_all::v3::Response> {
    accounts.sign_out_everywhere(&call.member()?.user_id).await?;
    Ok(logout_all::v3::Response::new())
}

/// GET /_matrix/client/v3/account/whoami
async fn who_am_i(_: Arc<Accounts>, call: Call, _: whoami::v3::Request) -> Result<whoami::v3::Response> {
    let caller = call.member()?;
    let strange = |error| Error::internal("an account's id is not one").caused_by(error);
    let user_id = OwnedUserId::try_from(&*caller.user_id).map_err(strange)?;
    let mut response = whoami::v3::Response::new(user_id, false);
    response.device_id = Some((&*caller.device_id).into());
    Ok(response)
}
