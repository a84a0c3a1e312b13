//! Looking at a room from outside.

use std::{collections::BTreeSet, sync::Arc};

use hearth_kernel::{Error, Result};
use ruma::RoomOrAliasId;

use super::super::{Rooms, room::Room, summary::Visitor};

impl Rooms {
    pub(crate) async fn visitor<'a>(&self, user_id: Option<&'a str>) -> Result<Visitor<'a>> {
        let joined = match user_id {
            Some(user_id) => self.joined_rooms(user_id).await?.into_iter().map(|joined| joined.room_id).collect(),
            None => BTreeSet::new(),
        };
        Ok(Visitor { user_id, joined })
    }

    /// A room that somebody may know of. What they may not know of is not there for them.
    pub(crate) async fn room_from_outside(&self, visitor: &Visitor<'_>, room: &RoomOrAliasId) -> Result<Arc<Room>> {
        let hidden = || Error::not_found("There is no such room, or you may not know of it.");
        let room_id = self.resolve(room).await?;
        let room = self.find(&room_id).await?.ok_or_else(hidden)?;
        if visitor.may_know(&room.state()) { Ok(room) } else { Err(hidden()) }
    }
}
