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
    service::state_facts::{place, with_peer},
    store,
};
use crate::{accounts::account_data_statement, stream::Change};

/// What is read: public or private receipts by thread, and the marker of the last line read.
pub(crate) struct Reading<'a> {
    pub(crate) receipts: Vec<(&'static str, String, &'a EventId)>,
    pub(crate) fully_read: Option<&'a EventId>,
}

/// The account data of a room that holds the last line read.
const FULLY_READ: &str = "m.fully_read";

/// The kind of receipt that nobody but its owner is told of.
const PRIVATE: &str = "m.read.private";

impl Rooms {
    pub(crate) async fn read_up_to(&self, room: &Arc<Room>, reader: &str, reading: Reading<'_>) -> Result<()> {
        let now_ms = self.context.now_ms();
        let mut entry = Entry::new();
        for (kind, thread, event_id) in &reading.receipts {
            let (event, _) = self.visible_event(room, reader, event_id).await?;
            self.check_thread(room, &event, thread).await?;
            entry.statement(store::move_receipt(&room.id, reader, kind, thread, &event, now_ms));
            entry.fact(read_fact(room, reader, &event, now_ms));
        }
        let mut marked = None;
        if let Some(event_id) = reading.fully_read {
            let (event, _) = self.visible_event(room, reader, event_id).await?;
            if event.seq > self.fully_read(room, reader).await? {
                let content = json!({ "event_id": event.event_id }).to_string();
                entry.statement(account_data_statement(reader, Some(room.id.as_str()), FULLY_READ, &content));
                marked = Some(Arc::from(reader));
            }
        }
        if entry.is_empty() {
            return Ok(());
        }
        let change = match (reading.receipts.is_empty(), marked) {
            (true, _) => Change::Member { user_id: reader.into() },
            (false, marked) => {
                let is_private = reading.receipts.iter().all(|(kind, ..)| *kind == PRIVATE);
                Change::Receipt { room: room.clone(), only: is_private.then(|| reader.into()), marked }
            }
        };
        entry.note(change.note());
        self.store.write(entry).await.map(drop)
    }

    /// The sequence of the last line that a member has marked; 0 where there is none.
    async fn fully_read(&self, room: &Room, reader: &str) -> Result<i64> {
        let marker = self.accounts.account_data(reader, Some(room.id.as_str()), FULLY_READ).await?;
        let marker = marker.and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
        let event_id = marker.as_ref().and_then(|content| EventId::parse(content["event_id"].as_str()?).ok());
        let Some(event_id) = event_id else { return Ok(0) };
        Ok(self.event_in(room, &event_id).await?.map_or(0, |event| event.seq))
    }

    /// A receipt of a thread is for what is in it. The root is in its thread and outside of all.
    async fn check_thread(&self, room: &Room, event: &Arc<RoomEvent>, thread: &str) -> Result<()> {
        if thread.is_empty() || event.event_id == thread {
            return Ok(());
        }
        let is_in = self.thread_of(room, event).await?;
        match is_in.as_ref().map_or("main", |root| root.as_str()) == thread {
            true => Ok(()),
            false => Err(Error::invalid_param("This event is not in the thread that is named.")),
        }
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
                entry.statement(store::move_receipt(&room.id, member, PRIVATE, "", last, at_ms));
            }
            entry.note(Change::Receipt { room: room.clone(), only: None, marked: None }.note());
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
    let place = place(&room.view.read().state);
    let fact = Fact::new(&facts::READ, reader, now_ms).id("room", room.id.as_str()).count("after_ms", unread_ms);
    with_peer(fact.kind("place", place), Some(event.sender.clone()).filter(|sender| sender != reader))
}
