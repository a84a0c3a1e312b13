//! Coming and going: join, invite, leave, kick, ban, unban; knocking has a file of its own. Each is a member event that the room's
//! rules allow or refuse; a change that would change nothing makes no event.

use std::sync::Arc;

use hearth_kernel::{Error, Result};
use ruma::UserId;
use serde_json::{Value, json};

use super::{
    super::{Rooms, build::Draft, event::Membership, room::Room, user_id},
    append::Append,
};

impl Rooms {
    pub(crate) async fn join(&self, room: &Arc<Room>, member: &str, reason: Option<&str>) -> Result<()> {
        let before = room.state().membership(member);
        if before == Some(Membership::Join) {
            return Ok(());
        }
        let mut content = with_reason(json!({ "membership": "join" }), reason);
        if let Some(admitted_by) = self.admitted_by(room, member).await? {
            content["join_authorised_via_users_server"] = admitted_by.as_str().into();
        }
        let content = self.member_content(member, content).await?;
        self.set_membership(room, member, member, content).await?;
        // Who comes back has decided since what they want to keep.
        if !matches!(before, Some(Membership::Leave | Membership::Ban)) {
            self.carry_over(room, member).await;
        }
        Ok(())
    }

    pub(crate) async fn leave(&self, room: &Arc<Room>, member: &str, reason: Option<&str>) -> Result<()> {
        match room.state().membership(member) {
            Some(Membership::Leave) => Ok(()),
            Some(Membership::Ban) | None => Err(Error::forbidden("You are not in this room.")),
            Some(_) => {
                self.set_membership(room, member, member, with_reason(json!({ "membership": "leave" }), reason)).await
            }
        }
    }

    pub(crate) async fn invite(&self, room: &Arc<Room>, by: &str, whom: &UserId, reason: Option<&str>) -> Result<()> {
        self.check_local(whom).await?;
        match room.state().membership(whom.as_str()) {
            Some(Membership::Join) => return Err(Error::forbidden(format!("{whom} is already in this room."))),
            Some(Membership::Ban) => return Err(Error::forbidden(format!("{whom} is banned from this room."))),
            // Who has knocked wants to be let in, whatever else they refuse.
            Some(Membership::Knock) => {}
            _ => self.check_takes_invitations(whom).await?,
        }
        let content =
            self.member_content(whom.as_str(), with_reason(json!({ "membership": "invite" }), reason)).await?;
        self.set_membership(room, by, whom.as_str(), content).await
    }

    pub(crate) async fn kick(&self, room: &Arc<Room>, by: &str, whom: &UserId, reason: Option<&str>) -> Result<()> {
        match room.state().membership(whom.as_str()) {
            Some(Membership::Join | Membership::Invite | Membership::Knock) => {}
            _ => return Err(Error::forbidden(format!("{whom} is not in this room."))),
        }
        self.set_membership(room, by, whom.as_str(), with_reason(json!({ "membership": "leave" }), reason)).await
    }

    pub(crate) async fn ban(&self, room: &Arc<Room>, by: &str, whom: &UserId, reason: Option<&str>) -> Result<()> {
        self.set_membership(room, by, whom.as_str(), with_reason(json!({ "membership": "ban" }), reason)).await
    }

    pub(crate) async fn unban(&self, room: &Arc<Room>, by: &str, whom: &UserId, reason: Option<&str>) -> Result<()> {
        if room.state().membership(whom.as_str()) != Some(Membership::Ban) {
            return Err(Error::forbidden(format!("{whom} is not banned from this room.")));
        }
        self.set_membership(room, by, whom.as_str(), with_reason(json!({ "membership": "leave" }), reason)).await
    }

    pub(crate) async fn set_membership(&self, room: &Arc<Room>, by: &str, whom: &str, content: Value) -> Result<()> {
        let append = Append::new(user_id(by)?, self.context.now_ms(), Draft::membership(whom, content));
        self.append(room, append).await.map(drop)
    }

    /// A member event's content with how the member is shown.
    pub(crate) async fn member_content(&self, member: &str, mut content: Value) -> Result<Value> {
        if let Some(profile) = self.accounts.profile(member).await? {
            if let Some(display_name) = &profile.display_name {
                content["displayname"] = display_name.as_str().into();
            }
            if let Some(avatar_url) = &profile.avatar_url {
                content["avatar_url"] = avatar_url.as_str().into();
            }
        }
        Ok(content)
    }
}

pub(crate) fn with_reason(mut content: Value, reason: Option<&str>) -> Value {
    if let Some(reason) = reason {
        content["reason"] = reason.into();
    }
    content
}
