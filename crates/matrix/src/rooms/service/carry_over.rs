//! What a member keeps for a room goes with them when they follow it into the one that took its place.

use hearth_kernel::Result;

use super::super::{Rooms, room::Room};

/// The member's own names and order for rooms.
const TAGS: &str = "m.tag";

impl Rooms {
    /// Only where both rooms say so: anybody can claim to be another room's successor.
    pub(crate) async fn carry_over(&self, room: &Room, member: &str) -> Result<()> {
        let Some(before) = room.state().predecessor() else { return Ok(()) };
        let Some(old_room) = self.find(&before).await? else { return Ok(()) };
        if old_room.state().successor().is_none_or(|successor| successor != room.id) {
            return Ok(());
        }
        let of = async |room: &Room| self.accounts.account_data(member, Some(room.id.as_str()), TAGS).await;
        if let (Some(tags), None) = (of(&old_room).await?, of(room).await?) {
            self.accounts.set_account_data(member, Some(room.id.as_str()), TAGS, &tags).await?;
        }
        Ok(())
    }
}
