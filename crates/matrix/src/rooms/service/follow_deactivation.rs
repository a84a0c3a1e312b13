//! A member whose account has ended, taken out of the rooms that they are in or were invited to.

use hearth_kernel::{Kind, Result};

use super::super::{Rooms, event::Membership, store};

impl Rooms {
    /// Listens to `accounts.deactivated`. Hearing it twice changes nothing: who has left does not leave again.
    pub(super) async fn take_out(&self, member: &str) -> Result<()> {
        for held in store::memberships(&self.store, member).await? {
            if !matches!(held.membership, Membership::Join | Membership::Invite | Membership::Knock) {
                continue;
            }
            let room = self.room(&held.room_id).await?;
            match self.leave(&room, member, None).await {
                Ok(()) => {}
                // The server's own trouble passes: the fact is heard again.
                Err(error) if matches!(error.kind, Kind::Unavailable | Kind::Limited { .. } | Kind::Internal) => {
                    return Err(error);
                }
                Err(error) => tracing::warn!(%error, "a member whose account has ended could not leave a room"),
            }
        }
        Ok(())
    }
}
