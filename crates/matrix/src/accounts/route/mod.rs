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

use super::Accounts;

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

/// All paths that an endpoint of the protocol has had, for a handler that reads the request itself:
/// where it holds a password, which may not come back in an error, or where the protocol's type is
/// stricter than its clients are.
fn paths<R, F, Fut>(accounts: &Arc<Accounts>, access: Access, rate: Rate, handler: F) -> Vec<Route>
where
    R: Metadata,
    F: Fn(Arc<Accounts>, Call) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<Reply>> + Send + 'static,
{
    R::PATH_BUILDER.all_paths().map(|path| Route::of(accounts, R::METHOD, path, access, rate, handler)).collect()
}

/// The user of the path, who must be the one who calls.
fn oneself<'a>(call: &'a Call, user_id: &UserId) -> Result<&'a str> {
    let caller = &*call.member()?.user_id;
    if *caller == *user_id.as_str() { Ok(caller) } else { Err(Error::forbidden("This belongs to somebody else.")) }
}
