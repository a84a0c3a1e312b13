//! Bringing a room into memory and letting it go: loading is done once however many ask, and a room
//! with pending writes is never let go, so that no older state than the last settled write is seen.

use std::{
    collections::hash_map::Entry,
    sync::{Arc, atomic::Ordering},
};

use hearth_kernel::{Error, Result, limits};
use ruma::{OwnedRoomId, RoomId, RoomVersionId, room_version_rules::RoomVersionRules};
use tokio::sync::OnceCell;

use super::super::{
    Rooms,
    room::{Room, View},
    store,
};

/// The rules of a version that Hearth speaks.
pub(crate) fn rules(version: &RoomVersionId) -> Result<RoomVersionRules> {
    let supported = super::super::VERSIONS.contains(&version.as_str());
    version.rules().filter(|_| supported).ok_or_else(|| {
        let message = format!("This server does not speak room version {version}. It speaks 10, 11 and 12.");
        Error::new(hearth_kernel::Kind::Invalid, "M_UNSUPPORTED_ROOM_VERSION", message)
    })
}

pub(in crate::rooms) type Cell = Arc<OnceCell<Option<Arc<Room>>>>;

/// Whether a cell leads to no room, and will not: who waits for it while another's loading failed loads the room into this same
/// cell, and there must never be a second one beside it.
fn is_vain(cell: &Cell, held: usize) -> bool {
    match cell.get() {
        Some(room) => room.is_none(),
        None => Arc::strong_count(cell) == held,
    }
}

impl Rooms {
    /// The room, loaded; an error that says "not found" where there is none.
    pub async fn room(&self, room_id: &RoomId) -> Result<Arc<Room>> {
        self.find(room_id).await?.ok_or_else(|| Error::not_found("There is no such room on this server."))
    }

    pub async fn find(&self, room_id: &RoomId) -> Result<Option<Arc<Room>>> {
        let room = self.find_in_passing(room_id).await?;
        if let Some(room) = &room {
            self.note_use(room);
        }
        Ok(room)
    }

    /// The same for whoever follows what others do: it is no use that keeps a room in memory.
    pub(crate) async fn find_in_passing(&self, room_id: &RoomId) -> Result<Option<Arc<Room>>> {
        let cell = {
            let mut loaded = self.loaded.lock();
            match loaded.get(room_id) {
                Some(cell) => cell.clone(),
                None => {
                    let cell = Arc::new(OnceCell::new());
                    loaded.insert(room_id.to_owned(), cell.clone());
                    cell
                }
            }
        };
        let room = cell.get_or_try_init(|| self.load(room_id)).await;
        if !matches!(room, Ok(Some(_))) {
            let mut loaded = self.loaded.lock();
            if loaded.get(room_id).is_some_and(|known| Arc::ptr_eq(known, &cell)) && is_vain(&cell, 2) {
                loaded.remove(room_id);
            }
        }
        room.cloned()
    }

    fn note_use(&self, room: &Room) {
        room.used.store(self.uses.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
    }

    /// A room that is being made is known from before its first commit on. Says whether its id was free.
    pub(crate) fn insert_loaded(&self, room: &Arc<Room>) -> bool {
        self.note_use(room);
        match self.loaded.lock().entry(room.id.clone()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(Arc::new(OnceCell::new_with(Some(Some(room.clone())))));
                true
            }
        }
    }

    /// A room that was not made after all.
    pub(crate) fn forget(&self, room_id: &RoomId) {
        self.loaded.lock().remove(room_id);
    }

    async fn load(&self, room_id: &RoomId) -> Result<Option<Arc<Room>>> {
        let Some(version) = store::room_version(&self.store, room_id).await? else { return Ok(None) };
        let version = RoomVersionId::try_from(version)
            .map_err(|error| Error::internal("a room's version is damaged").caused_by(error))?;
        let rules = rules(&version)?;
        let id: OwnedRoomId = room_id.to_owned();
        let mut recent = store::events(&self.store, &id, (0, i64::MAX), true, limits::ROOM_RECENT_EVENTS).await?;
        recent.reverse();
        let mut view = View::default();
        let first = recent.first().map_or(0, |(_, event)| event.seq);
        for event in store::state_at(&self.store, &id, first - 1).await? {
            view.tip.last_state_seq = view.tip.last_state_seq.max(event.seq);
            view.state.insert(Arc::new(event));
        }
        for (position, event) in recent {
            view.append(position, Arc::new(event));
        }
        view.related.extend(store::relation::targets_from(&self.store, &id, first).await?);
        view.receipts_position = store::receipts_position(&self.store, &id).await?;
        Ok(Some(Arc::new(Room::new(id, version, rules, view))))
    }

    /// Rooms in memory.
    pub(crate) fn loaded(&self) -> usize {
        self.loaded.lock().len()
    }

    /// Lets go of rooms that nobody holds, when there are too many.
    pub fn let_go(&self) {
        self.let_go_beyond(limits::ROOMS_LOADED);
    }

    /// Keeps at most so many rooms, as far as others can go: those that were used longest ago do. Says
    /// which went.
    pub fn let_go_beyond(&self, most: usize) -> Vec<OwnedRoomId> {
        let mut loaded = self.loaded.lock();
        let excess = loaded.len().saturating_sub(most);
        if excess == 0 {
            return Vec::new();
        }
        let idle = |cell: &Cell| match cell.get() {
            Some(Some(room)) if Arc::strong_count(cell) == 1 && Arc::strong_count(room) == 1 && room.is_settled() => {
                Some(room.used.load(Ordering::Relaxed))
            }
            // Nobody waited for the end of its loading.
            _ => is_vain(cell, 1).then_some(0),
        };
        let mut leaving: Vec<_> = loaded.iter().filter_map(|(id, cell)| Some((idle(cell)?, id.clone()))).collect();
        leaving.sort_unstable();
        leaving.truncate(excess);
        for (_, room_id) in &leaving {
            loaded.remove(room_id);
        }
        leaving.into_iter().map(|(_, room_id)| room_id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_cell_that_somebody_else_still_loads_into_is_kept() {
        let cell = Cell::default();
        let (known, waiting) = (cell.clone(), cell.clone());
        let failed = cell.get_or_try_init(async || Err(Error::unavailable("the disk is full"))).await;
        assert!(failed.is_err() && !is_vain(&cell, 2), "another waits");
        drop(waiting);
        assert!(is_vain(&cell, 2), "nobody waits");
        known.set(None).ok();
        assert!(is_vain(&cell, 2), "there is no such room");
    }
}
