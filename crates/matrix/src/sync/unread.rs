//! How much waits unread for one reader in one room. Derived from events, rules and receipts when
//! somebody reads, never counted up when somebody writes: a message to ten thousand costs the same as
//! to ten.

use std::sync::Arc;

use hearth_kernel::{Result, limits};
use parking_lot::Mutex;
use ruma::{EventId, OwnedEventId, OwnedRoomId};

use super::Sync;
use crate::{
    kept::Kept,
    push::{Counter, Effect, FlattenedEvent, RoomContext, RoomShape, Unread, effect},
    rooms::{Ignored, Membership, Receipt, Room, RoomEvent, user_id},
};

/// The counters of readers who sync.
pub(super) struct Readers {
    readings: Mutex<Kept<(Arc<str>, OwnedRoomId), Reading>>,
    /// What rules ask of a room, as of its last state event.
    shapes: Mutex<Kept<OwnedRoomId, (i64, Arc<RoomShape>)>>,
}

impl Default for Readers {
    fn default() -> Self {
        let readings = Mutex::new(Kept::new(limits::READERS_COUNTED));
        Self { readings, shapes: Mutex::new(Kept::new(limits::ROOMS_LOADED)) }
    }
}

/// One reader's counter in one room.
struct Reading {
    counter: Counter,
    /// The position of the receipts that it knows of.
    receipts: i64,
    /// Whose events it did not count.
    ignored: Arc<Ignored>,
    /// The reader left: what is said until they come back is not theirs.
    is_out: bool,
}

impl Sync {
    pub(in crate::sync) async fn unread(&self, reader: &Arc<str>, room: &Arc<Room>, upto_seq: i64) -> Result<Unread> {
        self.with_counter(reader, room, upto_seq, Counter::unread).await
    }

    /// Asks the counter of a reader, brought up to a sequence.
    pub(in crate::sync) async fn with_counter<T>(
        &self,
        reader: &Arc<str>,
        room: &Arc<Room>,
        upto_seq: i64,
        ask: impl FnOnce(&Counter) -> T,
    ) -> Result<T> {
        let rules = self.push.rules(reader).await?;
        let key = (reader.clone(), room.id.clone());
        let kept = self.readers.readings.lock().remove(&key);
        let receipts = room.receipts_position();
        let ignored = self.rooms.ignored(reader).await?;
        let mut reading = match kept.filter(|kept| kept.ignored == ignored) {
            Some(kept) if kept.receipts == receipts => kept,
            Some(mut kept) => {
                apply(&mut kept.counter, &self.rooms.receipts_of(room, reader).await?);
                kept.receipts = receipts;
                kept
            }
            None => {
                let mine = self.rooms.receipts_of(room, reader).await?;
                let read = mine
                    .iter()
                    .filter(|receipt| receipt.thread.is_empty())
                    .map(|receipt| receipt.seq)
                    .max()
                    .unwrap_or(0);
                let joined_seq = self.rooms.sight(room, reader).await?.joined_seq().unwrap_or(0);
                let read = read.max(joined_seq);
                let from = read.max(upto_seq - limits::UNREAD_EVALUATED as i64);
                let mut counter = Counter::read_through(from);
                // What lies further back is not looked at: for who has the default rules it was counted
                // when it was stored, whoever said it.
                if from > read && rules.is_default && ignored.is_empty() {
                    counter.count_older(self.rooms.notifying_between(room, read, from).await?, from);
                }
                apply(&mut counter, &mine);
                Reading { counter, receipts, ignored: ignored.clone(), is_out: false }
            }
        };
        let context = self.context_of(room, reader)?;
        while reading.counter.evaluated_through() < upto_seq {
            let from = reading.counter.evaluated_through();
            let events = self.rooms.stretch(room, (from, upto_seq), false, 256).await?;
            let Some(last) = events.last().map(|event| event.seq) else { break };
            for event in &events {
                let own = event.membership().filter(|_| event.state_key.as_deref() == Some(reader));
                if own == Some(Membership::Join) && reading.is_out {
                    reading.counter = Counter::read_through(event.seq);
                }
                reading.is_out = own.map_or(reading.is_out, |own| own != Membership::Join);
                if reading.is_out || ignored.contains(event.sender.as_str()) {
                    reading.counter.extend(event.seq, Effect::default(), None);
                } else if let Some(notifying) = evaluate(&mut reading.counter, event, reader, &rules, &context) {
                    // What relates to a message of a thread is in the thread by that.
                    let thread = self.rooms.thread_of(room, event).await?;
                    reading.counter.extend(event.seq, notifying, thread);
                }
                if event.redacts.is_some() {
                    for removed in self.rooms.removed_by(room, event).await? {
                        reading.counter.forget(removed);
                    }
                }
            }
            debug_assert!(last > from, "sequences rise");
        }
        let answer = ask(&reading.counter);
        self.readers.readings.lock().insert(key, reading);
        Ok(answer)
    }

    /// What rules ask of a room and of the reader in it.
    pub(in crate::sync) fn context_of(&self, room: &Room, reader: &str) -> Result<RoomContext> {
        Ok(RoomContext::new(self.shape(room), user_id(reader)?, own_name(room, reader)))
    }

    fn shape(&self, room: &Room) -> Arc<RoomShape> {
        let as_of = room.last_state_seq();
        let mut shapes = self.readers.shapes.lock();
        if let Some((at, shape)) = shapes.get(&room.id)
            && *at == as_of
        {
            return shape.clone();
        }
        let state = room.state();
        let joined = u64::try_from(state.joined).unwrap_or(0);
        let shape = Arc::new(RoomShape::new(room.id.clone(), joined, Some(state.power_levels(&room.rules))));
        shapes.insert(room.id.clone(), (as_of, shape.clone()));
        shape
    }
}

/// Takes in an event, or says what it does where it must be found out yet which thread it is in.
fn evaluate(
    counter: &mut Counter,
    event: &RoomEvent,
    reader: &str,
    rules: &crate::push::Rules,
    context: &RoomContext,
) -> Option<Effect> {
    if event.redacted_by_seq.is_some() {
        counter.extend(event.seq, Effect::default(), None);
        return None;
    }
    let flat = event.derived(FlattenedEvent::new);
    let thread = thread(&flat);
    if event.sender == reader {
        // Who speaks has read what was said before, there.
        counter.extend(event.seq, Effect::default(), None);
        if !event.is_state() {
            counter.read_thread_up_to(thread.as_deref(), event.seq);
        }
        return None;
    }
    let effect = effect(rules, &flat, context);
    if effect.notify && thread.is_none() && flat.text(REL_TYPE).is_some() {
        return Some(effect);
    }
    counter.extend(event.seq, effect, thread);
    None
}

const REL_TYPE: &str = "content.m\\.relates_to.rel_type";

/// The root of the thread that an event is in.
fn thread(event: &FlattenedEvent) -> Option<OwnedEventId> {
    if event.text(REL_TYPE) != Some("m.thread") {
        return None;
    }
    event.text("content.m\\.relates_to.event_id").and_then(|root| EventId::parse(root).ok())
}

fn apply(counter: &mut Counter, receipts: &[Receipt]) {
    for receipt in receipts {
        match receipt.thread.as_str() {
            "" => counter.read_up_to(receipt.seq),
            "main" => counter.read_thread_up_to(None, receipt.seq),
            root => {
                if let Ok(root) = <&EventId>::try_from(root) {
                    counter.read_thread_up_to(Some(root), receipt.seq);
                }
            }
        }
    }
}

fn own_name(room: &Room, reader: &str) -> String {
    room.state().member(reader).and_then(|event| event.content_str("displayname")).unwrap_or_default()
}
