//! The rooms that two members share.

use std::collections::BTreeSet;

use hearth_kernel::Result;
use ruma::OwnedRoomId;

use super::super::Rooms;

impl Rooms {
    /// By id, so that pages fit together.
    pub(crate) async fn mutual_rooms(&self, one: &str, other: &str) -> Result<BTreeSet<OwnedRoomId>> {
        let of_one = self.visitor(Some(one)).await?.joined;
        let of_other = self.visitor(Some(other)).await?.joined;
        Ok(of_one.intersection(&of_other).cloned().collect())
    }
}
