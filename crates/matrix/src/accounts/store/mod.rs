//! Every SQL text of the module: what reads, and the statements that entries are made of.

mod data;
mod openid;
mod profile;
mod registration;
mod session;
mod user;

use hearth_kernel::{Error, Kind, limits};

pub use self::data::account_data_statement;
pub(super) use self::{data::*, openid::*, profile::*, registration::*, session::*, user::*};
use super::model;

/// The names of guards: what the commit decides.
const NAME_TAKEN: &str = "accounts.name_taken";
const ADMINISTRATOR_EXISTS: &str = "accounts.administrator_exists";
const DEVICES_FULL: &str = "accounts.devices_full";
const DEVICE_GONE: &str = "accounts.device_gone";
const DEVICE_ENDED: &str = "accounts.device_ended";
const PROFILE_FULL: &str = "accounts.profile_full";
const FILTERS_FULL: &str = "accounts.filters_full";
const DATA_FULL: &str = "accounts.data_full";
const OPENID_FULL: &str = "accounts.openid_full";
const NOBODY: &str = "accounts.nobody";
const ACCOUNT_CHANGED: &str = "accounts.account_changed";
const REGISTRATION_TOKEN_TAKEN: &str = "accounts.registration_token_taken";
const REGISTRATION_TOKEN_SPENT: &str = "accounts.registration_token_spent";
const REGISTRATION_TOKEN_UNKNOWN: &str = "accounts.registration_token_unknown";
const REGISTRATION_TOKENS_FULL: &str = "accounts.registration_tokens_full";
pub(super) const REFRESH_TOKEN_SPENT: &str = "accounts.refresh_token_spent";

/// A refused guard in the protocol's words.
pub(super) fn explain(error: Error) -> Error {
    if error.kind != Kind::Conflict {
        return error;
    }
    let full = |why: String| Error::new(Kind::Forbidden, "M_RESOURCE_LIMIT_EXCEEDED", why);
    match error.code {
        NAME_TAKEN => name_taken(),
        ADMINISTRATOR_EXISTS => Error::forbidden("This server has an administrator already."),
        DEVICES_FULL => full(format!("An account has at most {} devices. Sign out of some.", limits::DEVICES)),
        DEVICE_GONE => Error::not_found("There is no such device."),
        DEVICE_ENDED => Error::unknown_token("This device has been signed out."),
        PROFILE_FULL => model::profile_too_large(),
        FILTERS_FULL => full(format!("An account has at most {} filters.", limits::FILTERS)),
        DATA_FULL => full(format!(
            "An account has at most {} pieces of account data, and {} bytes of it.",
            limits::ACCOUNT_DATA_PIECES,
            limits::ACCOUNT_DATA_TOTAL_BYTES
        )),
        OPENID_FULL => Error::limited(limits::OPENID_TOKEN_MS as u64),
        NOBODY => Error::not_found("There is no such member here."),
        ACCOUNT_CHANGED => Error::forbidden("The account was changed in the meantime. Sign in again."),
        REGISTRATION_TOKEN_TAKEN => Error::invalid_param("There is such a registration token already."),
        REGISTRATION_TOKEN_SPENT => Error::forbidden("This registration token is not valid any more."),
        REGISTRATION_TOKEN_UNKNOWN => Error::not_found("There is no such registration token."),
        REGISTRATION_TOKENS_FULL => {
            full(format!("There are at most {} registration tokens. Revoke some.", limits::REGISTRATION_TOKENS))
        }
        _ => error,
    }
}

pub(super) fn name_taken() -> Error {
    Error::new(Kind::Invalid, "M_USER_IN_USE", "This user name is taken.")
}
