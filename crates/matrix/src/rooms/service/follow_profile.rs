//! A member's new name or picture, carried into the rooms that they are in.

use hearth_kernel::{Error, Kind, Result};
use hearth_store::StoredFact;
use ruma::RoomId;
use serde_json::json;

use super::{
    super::{Rooms, build::Draft, event::Membership, facts::JOINED, user_id},
    append::Append,
};

impl Rooms {
    /// The facts of others that this module listens to, and one of its own.
    pub const HEARS: &[&str] = &["accounts.profile_changed", "accounts.deactivated", JOINED.name];

    pub async fn hear(&self, fact: StoredFact) -> Result<()> {
        match fact.name.as_str() {
            "accounts.deactivated" => self.follow_deactivation(&fact).await,
            "accounts.profile_changed" => self.show_profile(&fact.subject).await,
            _ => self.show_profile_on_arrival(&fact).await,
        }
    }

    /// Who changed their name while they came in may have come in under the old one, behind all who were told of the new.
    async fn show_profile_on_arrival(&self, fact: &StoredFact) -> Result<()> {
        let fields = fact.fields();
        let has_come = !fact.historical && fields["before"] != "join";
        let room = fields["room"].as_str().and_then(|id| RoomId::parse(id).ok()).filter(|_| has_come);
        let Some(room_id) = room else { return Ok(()) };
        match self.accounts.stored_profile(&fact.subject).await? {
            Some(_) => self.show_profile_in(&room_id, &fact.subject).await,
            // Who ended their account while they came in came behind their leaving of all rooms.
            None => self.take_out_of(&room_id, &fact.subject).await,
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
            self.show_profile_in(&joined.room_id, member).await?;
        }
        Ok(())
    }

    async fn show_profile_in(&self, room_id: &RoomId, member: &str) -> Result<()> {
        // To look is not to use: the room may be let go for all that.
        let Some(room) = self.find_in_passing(room_id).await? else { return Ok(()) };
        let content = self.member_content(member, json!({ "membership": "join" })).await?;
        let now = room.state();
        let current = now.member(member).filter(|current| current.membership() == Some(Membership::Join));
        if current.is_none_or(|current| shows_the_same(current.content.get(), &content)) {
            return Ok(());
        }
        let draft = Draft::membership(member, content);
        // In the lane of all others who speak in the room: from another one it would be overtaken.
        let append = Append::new(user_id(member)?, self.context.now_ms(), draft);
        let append = Append { only_if_joined: true, ..append };
        match self.append(&room, append).await {
            // Gone meanwhile, or not let in by the room's rules to say so.
            Ok(_) | Err(Error { kind: Kind::Forbidden, .. }) => Ok(()),
            // The server's own trouble passes: the fact is heard again.
            Err(error) if matches!(error.kind, Kind::Unavailable | Kind::Limited { .. } | Kind::Internal) => Err(error),
            Err(error) => {
                tracing::warn!(%error, "a changed profile could not be shown in a room");
                Ok(())
            }
        }
    }
}

fn shows_the_same(current: &str, wanted: &serde_json::Value) -> bool {
    let current: serde_json::Value = serde_json::from_str(current).unwrap_or_default();
    ["displayname", "avatar_url"].iter().all(|key| current.get(key) == wanted.get(key))
}
