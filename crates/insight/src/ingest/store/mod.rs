//! Every SQL text of the module, by table.

mod event;
mod import;
mod link;
mod name;
mod workspace;

pub(super) use self::{event::*, import::*, link::*, name::*, workspace::*};

/// The names of guards: what the commit decides.
pub(super) const WORKSPACES_FULL: &str = "ingest.workspaces_full";
pub(super) const KEYS_FULL: &str = "ingest.keys_full";
pub(super) const KEY_UNKNOWN: &str = "ingest.key_unknown";
pub(super) const IMPORT_MOVED: &str = "ingest.import_moved";
