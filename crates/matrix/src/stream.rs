//! What a commit changed, as the rest of the process hears of it: the committed view of a room first,
//! then whoever waits in a sync.

use std::sync::{Arc, Weak};

use hearth_store::{Note, Observer};
use ruma::OwnedRoomId;

use crate::{
    rooms::{Room, RoomChange, Rooms},
    sync::Sync,
};

/// The note of an entry of this crate.
pub(crate) enum Change {
    /// Events were appended to a room.
    Room(RoomChange),
    /// Receipts in a room moved: private ones of one reader only, and with them the marker of the reader named here.
    Receipt { room: Arc<Room>, only: Option<Arc<str>>, marked: Option<Arc<str>> },
    /// Who is typing in a room changed; never on disk.
    Typing { room: Arc<Room> },
    /// How a member is here changed; never on disk. Whether their own devices are told of it too.
    Presence { user_id: Arc<str>, serial: i64, tells_own: bool },
    /// Something of one member's own, on all of their devices: account data, push rules.
    Member { user_id: Arc<str> },
    /// Keys of devices and members, and what waits for devices.
    Keys(KeyChange),
}

/// A device, by its member and its id.
pub(crate) type Device = (Arc<str>, Arc<str>);

/// What a commit changed of keys.
#[derive(Default)]
pub(crate) struct KeyChange {
    /// Something waits for these devices.
    pub(crate) messages: Vec<Device>,
    /// These have more or fewer one-time or fallback keys.
    pub(crate) counts: Vec<Device>,
    /// These are no more, or begin with nothing.
    pub(crate) gone: Vec<Device>,
    pub(crate) seen: Vec<Seen>,
}

/// A member and whoever is in these rooms with them have to look at keys anew.
pub(crate) struct Seen {
    pub(crate) user_id: Arc<str>,
    pub(crate) rooms: Vec<OwnedRoomId>,
}

impl Change {
    pub(crate) fn note(self) -> Note {
        Box::new(self)
    }
}

/// Hears the committer: rooms' committed views move first, then the index of who has to look.
pub(crate) struct Changes {
    pub(crate) rooms: Weak<Rooms>,
    pub(crate) sync: Weak<Sync>,
}

impl Observer for Changes {
    fn committed(&self, position: i64, note: Note) {
        let (Some(rooms), Some(sync)) = (self.rooms.upgrade(), self.sync.upgrade()) else { return };
        if let Ok(change) = note.downcast::<Change>() {
            rooms.apply(position, &change);
            sync.index.committed(position, &change);
        }
    }

    fn published(&self) {
        if let Some(sync) = self.sync.upgrade() {
            sync.index.published();
        }
    }
}
