//! Account data, of the account and of a room.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, empty, json_bytes};
use hearth_kernel::{Error, Result};
use http::StatusCode;
use ruma::{
    RoomId, UserId,
    api::client::config::{
        get_global_account_data, get_room_account_data, set_global_account_data, set_room_account_data,
    },
};

use super::oneself;
use crate::{
    accounts::{Accounts, model},
    endpoint::raw_endpoint,
};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        raw_endpoint(accounts, Access::Member, Rate::Reading, get),
        raw_endpoint(accounts, Access::Member, Rate::Reading, get_of_room),
        raw_endpoint(accounts, Access::Member, Rate::Writing, set),
        raw_endpoint(accounts, Access::Member, Rate::Writing, set_of_room),
    ]
    .concat()
}

/// GET /_matrix/client/v3/user/{userId}/account_data/{type}
async fn get(accounts: Arc<Accounts>, call: Call, request: get_global_account_data::v3::Request) -> Result<Reply> {
    answer(&accounts, &call, &request.user_id, None, &request.event_type.to_string()).await
}

/// GET /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}
async fn get_of_room(
    accounts: Arc<Accounts>,
    call: Call,
    request: get_room_account_data::v3::Request,
) -> Result<Reply> {
    answer(&accounts, &call, &request.user_id, Some(&request.room_id), &request.event_type.to_string()).await
}

/// PUT /_matrix/client/v3/user/{userId}/account_data/{type}
async fn set(accounts: Arc<Accounts>, call: Call, request: set_global_account_data::v3::Request) -> Result<Reply> {
    let (kind, content) = (request.event_type.to_string(), request.data.json().get());
    store(&accounts, &call, &request.user_id, None, &kind, content).await
}

/// PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}
async fn set_of_room(
    accounts: Arc<Accounts>,
    call: Call,
    request: set_room_account_data::v3::Request,
) -> Result<Reply> {
    let (kind, content) = (request.event_type.to_string(), request.data.json().get());
    store(&accounts, &call, &request.user_id, Some(&request.room_id), &kind, content).await
}

async fn answer(
    accounts: &Accounts,
    call: &Call,
    user_id: &UserId,
    room_id: Option<&RoomId>,
    kind: &str,
) -> Result<Reply> {
    let user_id = oneself(call, user_id)?;
    if let (None, model::PUSH_RULES, Some(rules)) = (room_id, kind, accounts.push_rules.get()) {
        return Ok(json_bytes(StatusCode::OK, rules(call.member()?.user_id.clone()).await?));
    }
    let content = accounts.account_data(user_id, room_id.map(RoomId::as_str), kind).await?;
    let content = content.ok_or_else(|| Error::not_found("There is no account data of this type."))?;
    Ok(json_bytes(StatusCode::OK, content))
}

async fn store(
    accounts: &Accounts,
    call: &Call,
    user_id: &UserId,
    room_id: Option<&RoomId>,
    kind: &str,
    content: &str,
) -> Result<Reply> {
    let user_id = oneself(call, user_id)?;
    model::check_kind(kind)?;
    accounts.set_account_data(user_id, room_id.map(RoomId::as_str), kind, content).await?;
    Ok(empty())
}
