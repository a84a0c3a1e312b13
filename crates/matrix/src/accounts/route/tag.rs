//! Tags of rooms.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, empty, json};
use hearth_kernel::{Error, Result};
use ruma::api::client::tag::{create_tag, delete_tag, get_tags};
use ruma::{RoomId, UserId};
use serde_json::{Map, Value, json};

use super::paths;
use crate::accounts::{Accounts, model};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        paths::<get_tags::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, list),
        paths::<create_tag::v3::Request, _, _, _>(accounts, Access::Member, Rate::Writing, set),
        paths::<delete_tag::v3::Request, _, _, _>(accounts, Access::Member, Rate::Writing, remove),
    ]
    .concat()
}

/// GET /_matrix/client/v3/user/{userId}/rooms/{roomId}/tags
async fn list(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let (user_id, room_id) = target(&call)?;
    Ok(json(&json!({ "tags": accounts.tags(user_id, room_id).await? })))
}

/// PUT /_matrix/client/v3/user/{userId}/rooms/{roomId}/tags/{tag}
///
/// It is kept as it was written: its order is any number, or none.
async fn set(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let (user_id, room_id) = target(&call)?;
    let content: Map<String, Value> = call.json()?;
    if content.get("order").is_some_and(|order| !order.is_number()) {
        return Err(Error::bad_json("A tag's order is a number."));
    }
    accounts.set_tag(user_id, room_id, tag(&call), Some(&content)).await?;
    Ok(empty())
}

/// DELETE /_matrix/client/v3/user/{userId}/rooms/{roomId}/tags/{tag}
async fn remove(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let (user_id, room_id) = target(&call)?;
    accounts.set_tag(user_id, room_id, tag(&call), None).await?;
    Ok(empty())
}

fn tag(call: &Call) -> &str {
    call.path.get(2).map_or("", String::as_str)
}

/// User and room of the path; the user must be the one who calls.
fn target(call: &Call) -> Result<(&str, &str)> {
    let part = |at: usize| call.path.get(at).map_or("", String::as_str);
    let wrong = |error: ruma::IdParseError| Error::invalid_param(format!("An id in the path is wrong: {error}"));
    let user_id = <&UserId>::try_from(part(0)).map_err(wrong)?;
    let room_id = <&RoomId>::try_from(part(1)).map_err(wrong)?;
    let room_id = room_id.as_str();
    model::check_text("room's id", room_id, hearth_kernel::limits::ID_BYTES)?;
    Ok((super::oneself(call, user_id)?, room_id))
}
