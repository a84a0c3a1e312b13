//! Forgetting a room: its history is the member's no more, and no sync from the beginning names it.

use hearth_kernel::{Error, Fact, Kind, Result};
use hearth_store::Entry;

use super::super::{Rooms, facts, room::Room, store::forgotten};

impl Rooms {
    /// For who is out of the room. Twice is as good as once.
    pub(crate) async fn forget_room(&self, room: &Room, member: &str) -> Result<()> {
        if room.state().membership(member).is_none() {
            return Err(Error::forbidden("You were never in this room."));
        }
        let mut entry = Entry::new();
        entry.statement(forgotten::forget(member, &room.id));
        entry.fact(Fact::new(&facts::FORGOTTEN, member, self.context.now_ms()).id("room", room.id.as_str()));
        let still_there = |error: Error| match error.code == forgotten::STILL_THERE {
            true => Error::new(Kind::Invalid, "M_UNKNOWN", "Leave the room before you forget it."),
            false => error,
        };
        self.store.write(entry).await.map(drop).map_err(still_there)
    }
}
