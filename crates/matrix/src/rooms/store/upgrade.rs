//! The SQL of a room on its way to another one.

use hearth_kernel::Result;
use hearth_store::{Statement, Store, Value};
use ruma::{OwnedRoomId, RoomId};

use super::damaged;

/// The guard of beginning: no other upgrade of this room is under way.
pub(crate) const BEGUN: &str = "rooms.upgrade_begun";
/// The guard of finishing: nobody else has finished it.
pub(crate) const DONE: &str = "rooms.upgrade_done";

/// In place of the one that was begun before, if that is the one that the caller knows of.
pub(crate) fn begin(room_id: &RoomId, new_room_id: &RoomId, instead_of: Option<&RoomId>) -> Statement {
    let sql = "INSERT INTO rooms_upgrade (room_id, new_room_id, done) VALUES (?1, ?2, 0)
         ON CONFLICT (room_id) DO UPDATE SET new_room_id = excluded.new_room_id, done = 0
             WHERE rooms_upgrade.done = 1 OR rooms_upgrade.new_room_id = CAST(?3 AS TEXT)";
    let instead_of = instead_of.map(RoomId::as_str);
    let params: Vec<Value> = vec![room_id.as_str().into(), new_room_id.as_str().into(), instead_of.into()];
    Statement::new(sql, params).guarded(BEGUN)
}

/// The upgrade is done: addresses and the place in the public list go over to the new room.
pub(crate) fn finish(room_id: &RoomId, new_room_id: &RoomId) -> [Statement; 4] {
    let both: Vec<Value> = vec![room_id.as_str().into(), new_room_id.as_str().into()];
    let done = "UPDATE rooms_upgrade SET done = 1 WHERE room_id = ?1 AND new_room_id = ?2 AND done = 0";
    let list =
        "UPDATE rooms_room SET listed = (SELECT o.listed FROM rooms_room o WHERE o.room_id = ?1) WHERE room_id = ?2";
    [
        Statement::new(done, both.clone()).guarded(DONE),
        Statement::new("UPDATE rooms_alias SET room_id = ?2 WHERE room_id = ?1", both.clone()),
        Statement::new(list, both),
        Statement::new("UPDATE rooms_room SET listed = 0 WHERE room_id = ?1", vec![room_id.as_str().into()]),
    ]
}

/// The new room of an upgrade that was begun and is not done.
pub(crate) async fn begun(store: &Store, room_id: &RoomId) -> Result<Option<OwnedRoomId>> {
    let sql = "SELECT new_room_id FROM rooms_upgrade WHERE room_id = ?1 AND done = 0";
    let row = store.query_one(sql, &[room_id.as_str().into()]).await?;
    row.map(|mut row| OwnedRoomId::try_from(row.take_text(0)?).map_err(damaged)).transpose()
}
