//! Who looks after a channel that was moved in. Its maker cannot sign in, so the operator names members.

use hearth_kernel::{Error, Result};
use ruma::{OwnedUserId, UserId};
use serde_json::json;

use super::{import::Importer, store};
use crate::rooms::{Append, build::Draft};

/// All that the room's powers ask for, closing it in favour of another one too: its maker never will.
const LEVEL: i64 = 150;
const LEVELS: &str = "m.room.power_levels";

impl Importer {
    /// Those whom the operator names, who must be members already: to be asked before anything is stored.
    pub(super) async fn moderators(&self, named: &[String]) -> Result<Vec<OwnedUserId>> {
        let mut moderators = Vec::with_capacity(named.len());
        for name in named {
            let user_id = UserId::parse(name)
                .map_err(|_| Error::invalid_param(format!("{name} is not a member's id, such as @ada:example.org")))?;
            if !self.accounts.exists(user_id.as_str()).await? {
                return Err(Error::invalid_param(format!("there is no member {user_id}; make the account first")));
            }
            moderators.push(user_id);
        }
        Ok(moderators)
    }

    /// Gives them power over the rooms of a source, as far as they have none. Twice is as good as once.
    pub(super) async fn appoint(&self, source: &str, moderators: &[OwnedUserId]) -> Result<()> {
        if moderators.is_empty() {
            return Ok(());
        }
        for part in store::parts(&self.store, source).await?.values() {
            let room = self.rooms.room(&part.room_id).await?;
            let state = room.state();
            let (Some(create), Some(levels)) = (state.get("m.room.create", ""), state.get(LEVELS, "")) else {
                return Err(Error::internal("a room that was moved in has no powers"));
            };
            let before: serde_json::Value = serde_json::from_str(levels.content.get()).unwrap_or_default();
            let mut content = before.clone();
            if !content["users"].is_object() {
                content["users"] = json!({});
            }
            for moderator in moderators {
                content["users"][moderator.as_str()] = LEVEL.into();
            }
            if content != before {
                let draft = Draft::state_json(LEVELS, "", content);
                self.rooms.append(&room, Append::new(create.sender.clone(), self.context.now_ms(), draft)).await?;
            }
        }
        Ok(())
    }
}
