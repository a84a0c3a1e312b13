//! The SQL of rooms that members have forgotten.

use hearth_store::{Statement, Value};
use ruma::RoomId;

use super::STILL;

/// The guard of forgetting: the member is out of the room.
pub(crate) const STILL_THERE: &str = "rooms.still_there";

/// Forgets what a member saw of a room, while they are out of it. That they are is decided here: who
/// comes back at the same moment is in.
pub(crate) fn forget(user_id: &str, room_id: &RoomId) -> Statement {
    let sql = "INSERT INTO rooms_forgotten (user_id, room_id, seq)
         SELECT m.user_id, m.room_id, m.from_seq FROM rooms_membership m
         WHERE m.user_id = ?1 AND m.room_id = ?2 AND m.until_seq = ?3 AND m.membership IN ('leave', 'ban')
         ON CONFLICT (user_id, room_id) DO UPDATE SET seq = excluded.seq";
    let params: Vec<Value> = vec![user_id.into(), room_id.as_str().into(), STILL.into()];
    Statement::new(sql, params).guarded(STILL_THERE)
}
