//! Typing notices: in memory, with an end of their own.

use std::{sync::Arc, time::Duration};

use hearth_kernel::{Result, limits};

use super::super::{Rooms, room::Room, user_id};
use crate::stream::Change;

impl Rooms {
    /// Starts or stops a notice. One that is not renewed runs out by itself.
    pub(crate) fn set_typing(self: &Arc<Self>, room: &Arc<Room>, member: &str, for_ms: Option<u64>) -> Result<()> {
        let member = user_id(member)?;
        let for_ms = for_ms.map(|ms| ms.min(limits::TYPING_MS));
        let until_ms = for_ms.map(|ms| self.context.now_ms() + ms as i64);
        self.change_in_memory(|serial| {
            let changed = room.typing.lock().set(member, until_ms, serial);
            changed.then(|| Change::Typing { room: room.clone() })
        });
        if let Some(for_ms) = for_ms {
            let (rooms, room) = (self.clone(), room.clone());
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(for_ms + 1)).await;
                let now_ms = rooms.context.now_ms();
                rooms.change_in_memory(|serial| {
                    let changed = room.typing.lock().expire(now_ms, serial);
                    changed.then(|| Change::Typing { room: room.clone() })
                });
            });
        }
        Ok(())
    }
}
