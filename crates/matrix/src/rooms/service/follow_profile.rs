//! A member's new name or picture, carried into the rooms that they are in.

use hearth_kernel::{Error, Kind, Result};
use hearth_store::StoredFact;
use serde_json::json;

use super::{
    super::{Rooms, build::Draft, event::Membership, user_id},
    append::Append,
};

impl Rooms {
    /// The facts of others that this module listens to.
    pub const HEARS: &[&str] = &["accounts.profile_changed", "accounts.deactivated"];

    pub async fn hear(&self, fact: StoredFact) -> Result<()> {
        match fact.name.as_str() {
            "accounts.deactivated" => self.follow_deactivation(&fact).await,
            _ => self.show_profile(&fact.subject).await,
        }
    }

    /// Listens to `accounts.profile_changed`. Hearing it twice changes nothing: a member event that
    /// already says so is not written again.
    async fn show_profile(&self, member: &str) -> Result<()> {
        if self.accounts.stored_profile(member).await?.is_none() {
            // Their account has ended since.
            return Ok(());
        }
        for joined in self.joined_rooms(member).await? {
            let room = self.room(&joined.room_id).await?;
            let content = self.member_content(member, json!({ "membership": "join" })).await?;
            let now = room.state();
            let Some(current) = now.member(member) else { continue };
            if current.membership() != Some(Membership::Join) || shows_the_same(current.content.get(), &content) {
                continue;
            }
            let draft = Draft::membership(member, content);
            // In the lane of all others who speak in the room: from another one it would be overtaken.
            let append = Append::new(user_id(member)?, self.context.now_ms(), draft);
            let append = Append { only_if_joined: true, ..append };
            match self.append(&room, append).await {
                // Gone meanwhile, or not let in by the room's rules to say so.
                Ok(_) | Err(Error { kind: Kind::Forbidden, .. }) => {}
                // The server's own trouble passes: the fact is heard again.
                Err(error) if matches!(error.kind, Kind::Unavailable | Kind::Limited { .. } | Kind::Internal) => {
                    return Err(error);
                }
                Err(error) => tracing::warn!(%error, "a changed profile could not be shown in a room"),
            }
        }
        Ok(())
    }
}

fn shows_the_same(current: &str, wanted: &serde_json::Value) -> bool {
    let current: serde_json::Value = serde_json::from_str(current).unwrap_or_default();
    ["displayname", "avatar_url"].iter().all(|key| current.get(key) == wanted.get(key))
}
