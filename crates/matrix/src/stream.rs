//! What a commit changed, as the rest of the process hears of it: the committed view of a room first,
//! then whoever waits in a sync.

use std::sync::Arc;

use ruma::OwnedRoomId;

use crate::rooms::RoomChange;

/// The note of an entry of this crate.
pub(crate) enum Change {
    /// Events were appended to a room.
    Room(RoomChange),
    /// Something beside the timeline that all members of a room see: a receipt.
    RoomEphemeral { room_id: OwnedRoomId },
    /// Something of one member's own, on all of their devices: account data, push rules.
    Member { user_id: Arc<str> },
}

impl Change {
    pub(crate) fn note(self) -> hearth_store::Note {
        Box::new(self)
    }
}
