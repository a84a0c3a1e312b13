//! The use cases, one file each.

mod administer;
mod forget;
mod import;
mod remove;
mod ship;
mod take;

pub(super) use self::ship::Shipping;
pub use self::{
    administer::Command,
    import::{Import, Imported},
};
