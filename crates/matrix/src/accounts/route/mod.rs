//! Every way into this module, one file a group of verbs.

mod account;
mod account_data;
mod administer;
mod device;
mod discovery;
mod filter;
mod openid;
mod profile;
mod register;
mod session;
pub(super) mod setup;
mod shared_secret;
mod tag;

use std::{future::Future, sync::Arc};

use hearth_http::{Access, Call, Rate, Reply, Route};
use hearth_kernel::{Error, Result};
use ruma::{
    UserId,
    api::{Metadata, path_builder::PathBuilder},
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Accounts, model};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        discovery::routes(accounts),
        session::routes(accounts),
        register::routes(accounts),
        account::routes(accounts),
        shared_secret::routes(accounts),
        setup::routes(accounts),
        device::routes(accounts),
        profile::routes(accounts),
        filter::routes(accounts),
        account_data::routes(accounts),
        tag::routes(accounts),
        openid::routes(accounts),
        administer::routes(accounts),
    ]
    .concat()
}

/// One path whose handler reads the request itself.
fn at<F, Fut>(
    accounts: &Arc<Accounts>,
    method: http::Method,
    path: &str,
    access: Access,
    rate: Rate,
    handler: F,
) -> Route
where
    F: Fn(Arc<Accounts>, Call) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<Reply>> + Send + 'static,
{
    let accounts = accounts.clone();
    Route::new(method, path, access, rate, move |call| handler(accounts.clone(), call))
}

/// All paths that an endpoint of the protocol has had, for a handler that reads the request itself:
/// where it holds a password, which may not come back in an error, or where the protocol's type is
/// stricter than its clients are.
fn paths<R, F, Fut>(accounts: &Arc<Accounts>, access: Access, rate: Rate, handler: F) -> Vec<Route>
where
    R: Metadata,
    F: Fn(Arc<Accounts>, Call) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<Reply>> + Send + 'static,
{
    R::PATH_BUILDER.all_paths().map(|path| at(accounts, R::METHOD, path, access, rate, handler)).collect()
}

/// The body as an object of this shape. What it holds is not repeated in the error.
fn body<T: DeserializeOwned>(call: &Call) -> Result<T> {
    let object = model::json_object(&call.body)?;
    serde_json::from_value(Value::Object(object))
        .map_err(|_| Error::bad_json("The body is not what this endpoint takes."))
}

/// The user of the path, who must be the one who calls.
fn oneself<'a>(call: &'a Call, user_id: &UserId) -> Result<&'a str> {
    let caller = &*call.member()?.user_id;
    if *caller == *user_id.as_str() { Ok(caller) } else { Err(Error::forbidden("This belongs to somebody else.")) }
}
