//! Typing notices: in memory, with an end of their own.

use std::{sync::Arc, time::Duration};

use hearth_kernel::{Result, limits};

use ruma::OwnedUserId;

use super::super::{Rooms, room::Room, user_id};
use crate::stream::Change;

impl Rooms {
    /// Starts or stops a notice. One that is not renewed runs out by itself.
    pub(crate) fn set_typing(self: &Arc<Self>, room: &Arc<Room>, member: &str, for_ms: Option<u64>) -> Result<()> {
        let member = user_id(member)?;
        let for_ms = for_ms.map(|ms| ms.min(limits::TYPING_MS));
        let until_ms = for_ms.map(|ms| self.context.now_ms() + ms as i64);
        let whose = member.clone();
        self.change_in_memory(|serial| {
            let changed = room.typing.lock().set(member, until_ms, serial);
            changed.then(|| Change::Typing { room: room.clone() })
        });
        if let Some(until_ms) = until_ms {
            tokio::spawn(self.clone().end_typing(room.clone(), whose, until_ms));
        }
        Ok(())
    }

    /// Waits for the end of a notice, which the clock says and not the sleep: it may have been set back.
    /// A notice that was renewed is somebody else's to end.
    async fn end_typing(self: Arc<Self>, room: Arc<Room>, member: OwnedUserId, until_ms: i64) {
        while room.typing.lock().until_ms(&member) == Some(until_ms) {
            let left_ms = u64::try_from(until_ms - self.context.now_ms()).unwrap_or(0);
            tokio::time::sleep(Duration::from_millis(left_ms.min(limits::TYPING_MS) + 1)).await;
            let now_ms = self.context.now_ms();
            self.change_in_memory(|serial| {
                let changed = room.typing.lock().expire(now_ms, serial);
                changed.then(|| Change::Typing { room: room.clone() })
            });
        }
    }
}
