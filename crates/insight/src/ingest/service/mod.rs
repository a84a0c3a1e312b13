//! The use cases, one file each.

mod administer;
mod ship;
mod take;

pub use self::administer::Command;
pub(super) use self::ship::Shipping;
