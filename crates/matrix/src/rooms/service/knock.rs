//! Knocking: asking to be let in. Who is inside answers with an invitation, or by showing them the door.

use std::sync::Arc;

use hearth_kernel::{Error, Result};
use serde_json::json;

use super::{
    super::{Rooms, event::Membership, room::Room},
    membership::with_reason,
};

impl Rooms {
    /// Who knocks already knocks once.
    pub(crate) async fn knock(&self, room: &Arc<Room>, member: &str, reason: Option<&str>) -> Result<()> {
        match room.state().membership(member) {
            Some(Membership::Knock) => return Ok(()),
            Some(Membership::Join) => return Err(Error::forbidden("You are already in this room.")),
            Some(Membership::Invite) => return Err(Error::forbidden("You are invited to this room: join it.")),
            Some(Membership::Ban) => return Err(Error::forbidden("You are banned from this room.")),
            Some(Membership::Leave) | None => {}
        }
        let content = self.member_content(member, with_reason(json!({ "membership": "knock" }), reason)).await?;
        self.set_membership(room, member, member, content).await
    }
}
