//! The SQL of the list of public rooms.

use hearth_kernel::{Result, limits};
use hearth_store::{Statement, Store};
use ruma::{OwnedRoomId, RoomId};

use super::damaged;

pub(crate) fn set_listed(room_id: &RoomId, listed: bool) -> Statement {
    let sql = "UPDATE rooms_room SET listed = ?2 WHERE room_id = ?1";
    Statement::new(sql, vec![room_id.as_str().into(), listed.into()])
}

pub(crate) async fn is_listed(store: &Store, room_id: &RoomId) -> Result<bool> {
    let row = store.query_one("SELECT listed FROM rooms_room WHERE room_id = ?1", &[room_id.as_str().into()]).await?;
    row.map_or(Ok(false), |row| Ok(row.int(0)? == 1))
}

pub(crate) async fn listed(store: &Store) -> Result<Vec<OwnedRoomId>> {
    let sql = "SELECT room_id FROM rooms_room WHERE listed = 1 ORDER BY room_id LIMIT ?1";
    let rows = store.query(sql, &[(limits::ROOMS_LISTED as i64).into()]).await?;
    rows.into_iter().map(|mut row| OwnedRoomId::try_from(row.take_text(0)?).map_err(damaged)).collect()
}
