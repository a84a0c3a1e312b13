//! Whose keys a reader has to look at anew, and whose need no looking at any more.
//!
//! All of it is told of two positions: who shared a room with the reader at the one and who does at the
//! other is asked of the rooms' memberships, as of these positions and not as of now.

use std::{collections::BTreeSet, sync::Arc};

use hearth_kernel::{Result, limits};
use ruma::OwnedRoomId;

use crate::{
    keys::{Keys, store},
    rooms::Attendance,
};

/// Members, by id.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct DeviceLists {
    /// Their keys changed, or this is the first room that is shared.
    pub(crate) changed: BTreeSet<String>,
    /// The last room that was shared is not any more.
    pub(crate) left: BTreeSet<String>,
}

impl DeviceLists {
    pub(crate) fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.left.is_empty()
    }
}

/// After the one position, up to the other.
pub(crate) type Stretch = (i64, i64);

/// What has to be looked at for a reader.
pub(crate) struct ListsAsked<'a> {
    pub(crate) reader: &'a str,
    pub(crate) stretch: Stretch,
    /// Rooms in which something happened.
    pub(crate) touched: Vec<OwnedRoomId>,
    pub(crate) keys_changed: KeysChanged,
}

/// Whose keys may have changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum KeysChanged {
    #[default]
    No,
    /// Of somebody in a room that many follow: what is found is the same for all of them.
    InCrowds,
    OfSomebody,
}

impl Keys {
    /// `all_rooms` are the reader's rooms, and those that they left in this stretch; they are asked for
    /// only when there is somebody to be looked for in them.
    pub(crate) async fn device_lists(
        &self,
        asked: ListsAsked<'_>,
        all_rooms: impl FnOnce() -> Vec<OwnedRoomId>,
    ) -> Result<DeviceLists> {
        let ListsAsked { reader, stretch, touched, keys_changed } = asked;
        let (mut candidates, mut has_returned) = (BTreeSet::new(), false);
        for room_id in &touched {
            let room = self.attendance(room_id, stretch).await?;
            has_returned |= room.as_ref().is_some_and(Attendance::has_returned);
            candidates.extend(room.iter().flat_map(|room| moved(room, reader)).map(str::to_owned));
        }
        let changes = match keys_changed {
            KeysChanged::No if candidates.is_empty() && !has_returned => Arc::default(),
            // Who went and came back may have changed their keys while nobody here was told of it.
            KeysChanged::No | KeysChanged::InCrowds => self.changes_for_all(stretch).await?,
            KeysChanged::OfSomebody => store::device::changes(&self.store, reader, stretch).await?.into(),
        };
        let mut lists = DeviceLists::default();
        if candidates.is_empty() && changes.is_empty() {
            return Ok(lists);
        }
        let (mut then, mut now) = (Vec::new(), Vec::new());
        for room_id in all_rooms() {
            let Some(room) = self.attendance(&room_id, stretch).await? else { continue };
            let room = Arc::new(room);
            if room.was_in(reader) {
                then.push(room.clone());
            }
            if room.is_in(reader) {
                now.push(room);
            }
        }
        for member in candidates {
            let shared = then.iter().any(|room| room.was_in(&member));
            let shares = now.iter().any(|room| room.is_in(&member));
            match (shared, shares) {
                (false, true) => lists.changed.insert(member),
                (true, false) => lists.left.insert(member),
                _ => false,
            };
        }
        for member in changes.iter() {
            if member == reader || now.iter().any(|room| room.is_in(member)) {
                lists.changed.insert(member.clone());
            }
        }
        // Of more changes than are looked at nobody is left out: whoever shares a room counts as changed.
        if changes.len() >= limits::KEY_CHANGES {
            let shared = now.iter().flat_map(|room| room.everybody().filter(|member| room.is_in(member)));
            lists.changed.extend(shared.map(str::to_owned));
        }
        Ok(lists)
    }

    /// The same between two positions that a client names.
    pub(in crate::keys) async fn changes_between(&self, reader: &str, stretch: Stretch) -> Result<DeviceLists> {
        let rooms: Vec<_> = self.rooms.last_changes(reader).await?.into_iter().map(|(room, _)| room.room_id).collect();
        let asked = ListsAsked { reader, stretch, touched: rooms.clone(), keys_changed: KeysChanged::OfSomebody };
        self.device_lists(asked, || rooms).await
    }

    /// Whose keys changed for everybody who shares a room with them. A crowd that is woken asks for one stretch.
    async fn changes_for_all(&self, stretch: Stretch) -> Result<Arc<[String]>> {
        if let Some(known) = self.changes.lock().get(&stretch) {
            return Ok(known.clone());
        }
        let changes: Arc<[String]> = store::device::changes(&self.store, "", stretch).await?.into();
        self.changes.lock().insert(stretch, changes.clone());
        Ok(changes)
    }

    async fn attendance(&self, room_id: &OwnedRoomId, stretch: Stretch) -> Result<Option<Attendance>> {
        match self.rooms.find(room_id).await? {
            Some(room) => self.rooms.attendance(&room, stretch).await.map(Some),
            None => Ok(None),
        }
    }
}

/// Who came into a room of the reader or went from it: everybody, if it was the reader.
fn moved<'a>(room: &'a Attendance, reader: &'a str) -> Vec<&'a str> {
    match (room.was_in(reader), room.is_in(reader)) {
        (true, true) => room.moved().collect(),
        (false, false) => Vec::new(),
        _ => room.everybody().filter(|member| *member != reader).collect(),
    }
}
