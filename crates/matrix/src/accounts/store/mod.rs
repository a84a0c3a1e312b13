//! Every SQL text of the module: what reads, and the statements that entries are made of.

mod data;
mod profile;
mod session;
mod user;

use hearth_kernel::{Error, Kind, limits};

pub use self::data::account_data_statement;
pub(super) use self::{data::*, profile::*, session::*, user::*};
use super::model;

/// The names of guards: what the commit decides.
const NAME_TAKEN: &str = "accounts.name_taken";
const ADMINISTRATOR_EXISTS: &str = "accounts.administrator_exists";
const DEVICES_FULL: &str = "accounts.devices_full";
const DEVICE_GONE: &str = "accounts.device_gone";
const PROFILE_FULL: &str = "accounts.profile_full";
const FILTERS_FULL: &str = "accounts.filters_full";
const DATA_FULL: &str = "accounts.data_full";

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
        PROFILE_FULL => model::profile_too_large(),
        FILTERS_FULL => full(format!("An account has at most {} filters.", limits::FILTERS)),
        DATA_FULL => full(format!("An account has at most {} pieces of account data.", limits::ACCOUNT_DATA_PIECES)),
        _ => error,
    }
}

pub(super) fn name_taken() -> Error {
    Error::new(Kind::Invalid, "M_USER_IN_USE", "This user name is taken.")
}
