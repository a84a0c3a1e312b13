//! The use cases of the rooms module, one file per verb.

pub(crate) mod alias;
pub(crate) mod append;
pub(crate) mod create;
pub(crate) mod follow_deactivation;
pub(crate) mod follow_profile;
pub(crate) mod load;
pub(crate) mod membership;
pub(crate) mod read;
pub(crate) mod receipt;
pub(crate) mod redact;
pub(crate) mod send;
pub(crate) mod typing;
