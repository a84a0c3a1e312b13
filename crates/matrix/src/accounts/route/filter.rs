//! Stored filters.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Error, Result};
use http::StatusCode;
use ruma::api::client::filter::{create_filter, get_filter};

use super::oneself;
use crate::{
    accounts::Accounts,
    endpoint::{endpoint, raw_endpoint},
};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        endpoint(accounts, Access::Member, Rate::Writing, create),
        raw_endpoint(accounts, Access::Member, Rate::Reading, get),
    ]
    .concat()
}

/// POST /_matrix/client/v3/user/{userId}/filter
///
/// It is kept as it was written, with what a newer client may have put in.
async fn create(
    accounts: Arc<Accounts>,
    call: Call,
    request: create_filter::v3::Request,
) -> Result<create_filter::v3::Response> {
    let user_id = oneself(&call, &request.user_id)?;
    let text = std::str::from_utf8(&call.body).map_err(|_| Error::not_json("The body is not JSON."))?;
    let filter_id = accounts.add_filter(user_id, text.trim()).await?;
    Ok(create_filter::v3::Response::new(filter_id))
}

/// GET /_matrix/client/v3/user/{userId}/filter/{filterId}
async fn get(accounts: Arc<Accounts>, call: Call, request: get_filter::v3::Request) -> Result<Reply> {
    let text = accounts.filter_text(oneself(&call, &request.user_id)?, &request.filter_id).await?;
    Ok(json_bytes(StatusCode::OK, text))
}
