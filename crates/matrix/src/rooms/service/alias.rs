//! Addresses of rooms. Each is one room's alone; who is first is decided in the commit.

use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::Entry;
use ruma::{OwnedRoomId, RoomAliasId, RoomOrAliasId};

use super::{
    super::{Rooms, store, user_id},
    append::conflict,
};

impl Rooms {
    /// The whole address for a local name.
    pub(crate) fn alias_id(&self, name: &str) -> Result<String> {
        let alias = format!("#{name}:{}", self.signer.server_name);
        let is_valid = !name.is_empty() && !name.contains([':', ' ', '\0']) && alias.len() <= limits::ID_BYTES;
        if is_valid && RoomAliasId::parse(&alias).is_ok() {
            return Ok(alias);
        }
        Err(Error::invalid_param("This cannot be a room's address."))
    }

    pub(crate) async fn resolve(&self, id_or_alias: &RoomOrAliasId) -> Result<OwnedRoomId> {
        if let Ok(room_id) = OwnedRoomId::try_from(id_or_alias.to_owned()) {
            return Ok(room_id);
        }
        self.aliased(id_or_alias.as_str()).await.map(|(room_id, _)| room_id)
    }

    pub(crate) async fn aliased(&self, alias: &str) -> Result<(OwnedRoomId, String)> {
        let unknown = || Error::not_found("There is no room with this address.");
        let (room_id, creator) = store::alias(&self.store, alias).await?.ok_or_else(unknown)?;
        let room_id = OwnedRoomId::try_from(room_id)
            .map_err(|error| Error::internal("a stored room id is damaged").caused_by(error))?;
        Ok((room_id, creator))
    }

    pub(crate) async fn add_alias(&self, by: &str, alias: &RoomAliasId, room_id: &OwnedRoomId) -> Result<()> {
        if alias.server_name() != self.signer.server_name {
            return Err(Error::invalid_param("Addresses are given by the server that they end with."));
        }
        let room = self.room(room_id).await?;
        if room.state().membership(by) != Some(super::super::event::Membership::Join) {
            return Err(Error::forbidden("You are not in this room."));
        }
        let mut entry = Entry::new();
        entry.statement(store::insert_alias(alias.as_str(), room_id, by));
        let stored = self.store.write(entry).await;
        let taken = |error: Error| match error.kind {
            Kind::Conflict => Error::new(Kind::Conflict, "M_UNKNOWN", "This address is already taken."),
            _ => conflict(error, "M_ROOM_IN_USE", "This address is already taken."),
        };
        stored.map(drop).map_err(taken)
    }

    pub(crate) async fn remove_alias(&self, by: &str, alias: &RoomAliasId) -> Result<()> {
        let (room_id, creator) = self.aliased(alias.as_str()).await?;
        let room = self.room(&room_id).await?;
        let may =
            room.state().power_levels(&room.rules).user_can_send_state(&user_id(by)?, "m.room.canonical_alias".into());
        if creator != by && !may {
            return Err(Error::forbidden("Only who gave the address, or a moderator of the room, can take it away."));
        }
        let mut entry = Entry::new();
        entry.statement(store::delete_alias(alias.as_str()));
        self.store.write(entry).await.map(drop)
    }
}
