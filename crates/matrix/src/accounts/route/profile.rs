//! Profiles: read by anybody, changed by their owners.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, empty, json};
use hearth_kernel::{Error, Result};
use ruma::api::client::profile::{delete_profile_field, get_profile, get_profile_field, set_profile_field};
use serde_json::{Map, Value, json};

use super::paths;
use crate::accounts::{
    Accounts,
    model::{self, AVATAR_URL, DISPLAY_NAME},
};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        paths::<get_profile::v3::Request, _, _, _>(accounts, Access::Public, Rate::Reading, whole),
        paths::<get_profile_field::v3::Request, _, _, _>(accounts, Access::Public, Rate::Reading, get),
        paths::<set_profile_field::v3::Request, _, _, _>(accounts, Access::Member, Rate::Writing, set),
        paths::<delete_profile_field::v3::Request, _, _, _>(accounts, Access::Member, Rate::Writing, remove),
    ]
    .concat()
}

/// GET /_matrix/client/v3/profile/{userId}
async fn whole(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let user_id = call.path.first().map_or("", String::as_str);
    Ok(json(&Value::Object(accounts.whole_profile(user_id).await?)))
}

/// GET /_matrix/client/v3/profile/{userId}/{keyName}
async fn get(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let (user_id, field) = target(&call);
    match accounts.profile_field(user_id, field).await? {
        Some(value) => Ok(json(&json!({ field: value }))),
        // The two that have always been there are answered as empty.
        None if matches!(field, DISPLAY_NAME | AVATAR_URL) => Ok(empty()),
        None => Err(Error::not_found("This profile has no such field.")),
    }
}

/// PUT /_matrix/client/v3/profile/{userId}/{keyName}
async fn set(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let (user_id, field) = own(&call)?;
    let body: Map<String, Value> = call.json()?;
    let given = body.get(field).ok_or_else(|| Error::missing_param(format!("The body has no {field}.")))?;
    let value = model::profile_value(field, Some(given))?;
    accounts.set_profile_field(user_id, field, value).await?;
    Ok(empty())
}

/// DELETE /_matrix/client/v3/profile/{userId}/{keyName}
async fn remove(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let (user_id, field) = own(&call)?;
    accounts.set_profile_field(user_id, field, None).await?;
    Ok(empty())
}

/// User and field of the path.
fn target(call: &Call) -> (&str, &str) {
    let part = |at: usize| call.path.get(at).map_or("", String::as_str);
    (part(0), part(1))
}

/// The same, where the user must be the one who calls.
fn own(call: &Call) -> Result<(&str, &str)> {
    let (user_id, field) = target(call);
    if *call.member()?.user_id != *user_id {
        return Err(Error::forbidden("This is somebody else's profile."));
    }
    model::check_field(field)?;
    Ok((user_id, field))
}
