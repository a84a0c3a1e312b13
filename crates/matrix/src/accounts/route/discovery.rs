//! What a client learns before it does anything: where the server is, what it speaks, what it can.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, empty, json};
use hearth_kernel::{Error, Result};
use http::{HeaderValue, header, uri::Authority};
use ruma::api::client::{
    discovery::{discover_homeserver, discover_support, get_capabilities, get_supported_versions},
    thirdparty::{
        get_location_for_protocol, get_location_for_room_alias, get_protocol, get_protocols, get_user_for_protocol,
        get_user_for_user_id,
    },
    voip::get_turn_server_info,
};
use serde_json::{Map, Value, json};

use super::paths;
use crate::accounts::{
    Accounts,
    model::{FEATURES, ROOM_VERSION_DEFAULT, ROOM_VERSIONS, Support, VERSIONS},
};

/// How a proxy in front says by what clients came.
const FORWARDED_PROTO: &str = "x-forwarded-proto";

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        paths::<discover_homeserver::Request, _, _, _>(accounts, Access::Public, Rate::Free, well_known),
        paths::<discover_support::Request, _, _, _>(accounts, Access::Public, Rate::Free, support),
        paths::<get_supported_versions::Request, _, _, _>(accounts, Access::PublicOrMember, Rate::Free, versions),
        paths::<get_capabilities::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, capabilities),
        paths::<get_turn_server_info::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, turn_server),
        paths::<get_protocols::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, protocols),
        paths::<get_protocol::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, no_bridge),
        paths::<get_location_for_protocol::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, no_bridge),
        paths::<get_location_for_room_alias::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, no_bridge),
        paths::<get_user_for_protocol::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, no_bridge),
        paths::<get_user_for_user_id::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, no_bridge),
    ]
    .concat()
}

/// GET /.well-known/matrix/client
async fn well_known(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    Ok(json(&json!({ "m.homeserver": { "base_url": base_url(&accounts, &call) } })))
}

/// GET /.well-known/matrix/support
async fn support(accounts: Arc<Accounts>, _: Call) -> Result<Reply> {
    let Support { page, contacts } = &accounts.settings.support;
    if page.is_none() && contacts.is_empty() {
        return Err(Error::not_found("This server names nobody to turn to."));
    }
    let contact = |(role, address): &(&str, String)| {
        let kind = if address.starts_with('@') { "matrix_id" } else { "email_address" };
        json!({ "role": role, kind: address })
    };
    let mut told = json!({ "contacts": contacts.iter().map(contact).collect::<Vec<_>>() });
    if let Some(page) = page {
        told["support_page"] = page.as_str().into();
    }
    Ok(json(&told))
}

/// GET /_matrix/client/versions
async fn versions(_: Arc<Accounts>, _: Call) -> Result<Reply> {
    let features: Map<String, Value> = FEATURES.iter().map(|feature| ((*feature).to_owned(), true.into())).collect();
    Ok(json(&json!({ "versions": VERSIONS, "unstable_features": features })))
}

/// GET /_matrix/client/v3/capabilities
async fn capabilities(_: Arc<Accounts>, call: Call) -> Result<Reply> {
    let available: Map<String, Value> =
        ROOM_VERSIONS.iter().map(|version| ((*version).to_owned(), "stable".into())).collect();
    let mut can = json!({
        "m.room_versions": { "default": ROOM_VERSION_DEFAULT, "available": available },
        "m.change_password": { "enabled": true },
        "m.set_displayname": { "enabled": true },
        "m.set_avatar_url": { "enabled": true },
        "m.profile_fields": { "enabled": true },
        "m.3pid_changes": { "enabled": false },
        "m.forget_forced_upon_leave": { "enabled": false },
        "m.get_login_token": { "enabled": true },
    });
    if call.member()?.is_administrator {
        can["m.account_moderation"] = json!({ "lock": true });
    }
    Ok(json(&json!({ "capabilities": can })))
}

/// GET /_matrix/client/v3/voip/turnServer
///
/// There is none yet; clients then try to reach each other directly.
async fn turn_server(_: Arc<Accounts>, _: Call) -> Result<Reply> {
    Ok(empty())
}

/// GET /_matrix/client/v3/thirdparty/protocols
///
/// No bridges.
async fn protocols(_: Arc<Accounts>, _: Call) -> Result<Reply> {
    Ok(empty())
}

/// GET /_matrix/client/v3/thirdparty/protocol/{protocol}, and /location and /user with and without one
async fn no_bridge(_: Arc<Accounts>, _: Call) -> Result<Reply> {
    Err(Error::not_found("This server has no bridges to other networks."))
}

/// Where clients reach the server: as it is set, or as they did just now.
pub(super) fn base_url(accounts: &Accounts, call: &Call) -> String {
    if let Some(url) = &accounts.settings.public_base_url {
        return url.trim_end_matches('/').to_owned();
    }
    let header = |name| call.headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    // Only who asks is told, so that a header by which they would deceive themselves needs no proof.
    let first = header(FORWARDED_PROTO).and_then(|said| said.split(',').next()).unwrap_or_default().trim();
    let is_secure = accounts.settings.has_tls || first.eq_ignore_ascii_case("https");
    let scheme = if is_secure { "https" } else { "http" };
    let host = header(header::HOST.as_str()).filter(|host| !host.contains('@'));
    match host.and_then(|host| host.parse::<Authority>().ok()) {
        Some(host) => format!("{scheme}://{host}"),
        None => format!("{scheme}://{}", accounts.server_name),
    }
}
