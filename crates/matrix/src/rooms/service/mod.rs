//! The use cases of the rooms module, one file per verb.

pub(crate) mod alias;
pub(crate) mod append;
pub(crate) mod attendance;
pub(crate) mod carry_over;
pub(crate) mod create;
pub(crate) mod directory;
pub(crate) mod follow_deactivation;
pub(crate) mod follow_profile;
pub(crate) mod forget;
pub(crate) mod hierarchy;
pub(crate) mod invitation;
pub(crate) mod knock;
pub(crate) mod load;
pub(crate) mod membership;
pub(crate) mod mutual;
pub(crate) mod read;
pub(crate) mod receipt;
pub(crate) mod redact;
pub(crate) mod relate;
pub(crate) mod report;
pub(crate) mod restricted;
pub(crate) mod send;
pub(crate) mod state_facts;
pub(crate) mod summary;
pub(crate) mod typing;
pub(crate) mod upgrade;
