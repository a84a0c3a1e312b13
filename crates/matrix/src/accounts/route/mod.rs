//! Every way into this module, one file a group of verbs.

mod account;
mod account_data;
mod administer;
mod device;
mod discovery;
mod fallback;
mod filter;
mod openid;
pub(super) mod page;
mod profile;
mod register;
mod session;
mod setup;
mod shared_secret;
mod tag;

use std::sync::Arc;

use hearth_http::{Call, Route};
use hearth_kernel::{Error, Result};
use ruma::UserId;

use super::Accounts;
use crate::endpoint::paths;

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        discovery::routes(accounts),
        session::routes(accounts),
        register::routes(accounts),
        account::routes(accounts),
        shared_secret::routes(accounts),
        setup::routes(accounts),
        fallback::routes(accounts),
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

/// The user of the path, who must be the one who calls.
fn oneself<'a>(call: &'a Call, user_id: &UserId) -> Result<&'a str> {
    let caller = &*call.member()?.user_id;
    if *caller == *user_id.as_str() { Ok(caller) } else { Err(Error::forbidden("This belongs to somebody else.")) }
}
