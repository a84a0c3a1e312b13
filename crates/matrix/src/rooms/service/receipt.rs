//! How far members have read. A receipt never moves backwards, and a private one is told to nobody
//! but its owner.

use std::sync::Arc;

use hearth_kernel::{Error, Fact, Result, limits};
use hearth_store::{Entry, Lane};
use ruma::EventId;
use serde_json::json;

use super::super::{
    Rooms,
    event::{Membership, RoomEvent},
    facts,
    room::Room,
    store,
};
use crate::{accounts::account_data_statement, stream::Change};

/// What is read: public or private receipts by thread, and the marker of the last line read.
pub(crate) struct Reading<'a> {
    pub(crate) receipts: Vec<(&'static str, String, &'a EventId)>,
    pub(crate) fully_read: Option<&'a EventId>,
}

impl Rooms {
    pub(crate) async fn read_up_to(&self, room: &Arc<Room>, reader: &str, reading: Reading<'_>) -> Result<()> {
        let now_ms = self.context.now_ms();
        let mut entry = Entry::new();
        for (kind, thread, event_id) in &reading.receipts {
            let (event, _) = self.visible_event(room, reader, event_id).await?;
            entry.statement(store::move_receipt(&room.id, reader, kind, thread, &event, now_ms));
            entry.fact(read_fact(room, reader, &event, now_ms));
        }
        if let Some(event_id) = reading.fully_read {
            let (event, _) = self.visible_event(room, reader, event_id).await?;
            let content = json!({ "event_id": event.event_id }).to_string();
            entry.statement(account_data_statement(reader, Some(room.id.as_str()), "m.fully_read", &content));
        }
        if entry.is_empty() {
            return Err(Error::missing_param("There is nothing to mark as read."));
        }
        let change = match reading.receipts.is_empty() {
            true => Change::Member { user_id: reader.into() },
            false => Change::Receipt { room: room.clone(), marked: reading.fully_read.map(|_| reader.into()) },
        };
        entry.note(change.note());
        self.store.write(entry).await.map(drop)
    }

    /// Takes a room for read by everybody who is in it, as of now: what was moved in is nobody's news.
    pub(crate) async fn read_by_all(&self, room: &Arc<Room>, lane: Lane) -> Result<()> {
        let last = self.stretch(room, (room.last_seq() - 1, room.last_seq()), true, 1).await?;
        let Some(last) = last.first() else { return Ok(()) };
        let state = room.state();
        let joined = state.of_kind("m.room.member").filter(|event| event.membership() == Some(Membership::Join));
        let members: Vec<&str> = joined.filter_map(|event| event.state_key.as_deref()).collect();
        for some in members.chunks(limits::BATCH_ENTRIES) {
            let mut entry = Entry::new();
            for member in some {
                let at_ms = last.origin_server_ts;
                entry.statement(store::move_receipt(&room.id, member, "m.read.private", "", last, at_ms));
            }
            entry.note(Change::Receipt { room: room.clone(), marked: None }.note());
            self.store.write_in(lane, entry).await?;
        }
        Ok(())
    }

    /// A member's own receipts in a room, public and private, of every thread.
    pub(crate) async fn receipts_of(&self, room: &Room, reader: &str) -> Result<Vec<store::Receipt>> {
        store::receipts_of(&self.store, &room.id, reader).await
    }
}

fn read_fact(room: &Room, reader: &str, event: &RoomEvent, now_ms: i64) -> Fact {
    let unread_ms = (now_ms - event.origin_server_ts).max(0);
    Fact::new(&facts::READ, reader, now_ms).id("room", room.id.as_str()).count("after_ms", unread_ms)
}
