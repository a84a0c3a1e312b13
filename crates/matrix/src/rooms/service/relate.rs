//! Relations: what is refused of them, what events are told with, and the lists of them.

use std::{collections::BTreeMap, sync::Arc};

use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::{Entry, Lane};
use ruma::OwnedEventId;

use super::super::{
    Rooms,
    build::Draft,
    event::RoomEvent,
    relation::{ANNOTATION, REFERENCE, REPLACE, Relation, THREAD},
    render::{Attached, Related, Thread},
    room::Room,
    sight::Sight,
    store::{
        self,
        relation::{self as rows, ToldTo, Wanted},
    },
};

/// The name of the backfill of relations.
const BACKFILL: &str = "relations";

/// Events in one step of a backfill.
const BACKFILL_STEP: usize = 1_000;

/// A list of related messages or threads, and the gap to go on from.
pub(crate) struct Listed {
    pub(crate) events: Vec<Arc<RoomEvent>>,
    pub(crate) end: Option<i64>,
}

impl Rooms {
    /// What the protocol refuses of a message that relates to another. Says whether it is a reaction
    /// that must be the only one of its kind, which the commit decides.
    pub(crate) async fn check_relation(&self, room: &Room, sender: &str, draft: &Draft) -> Result<bool> {
        let Some(relation) = Relation::of_draft(draft) else { return Ok(false) };
        if relation.is(ANNOTATION) && relation.annotation.is_none() {
            return Err(Error::invalid_param(format!(
                "A reaction has a key of at most {} bytes.",
                limits::ANNOTATION_BYTES
            )));
        }
        if ![THREAD, ANNOTATION, REPLACE].iter().any(|rel_type| relation.is(rel_type)) {
            return Ok(false);
        }
        let Some(target) = self.event_in(room, &relation.target).await? else { return Ok(false) };
        if relation.is(REPLACE) {
            // What somebody took back does not come again with what they had written elsewhere meanwhile.
            let is_gone = target.redacted_by_seq.is_some() && target.sender == sender;
            return if is_gone {
                Err(Error::not_found("The message was removed, so it cannot be edited."))
            } else {
                Ok(false)
            };
        }
        if relation.is(THREAD) {
            return match target.relation() {
                Some(_) => Err(Error::new(
                    Kind::Invalid,
                    "M_UNKNOWN",
                    "A thread cannot begin at a message that relates to another.",
                )),
                None => Ok(false),
            };
        }
        let Some(annotation) = &relation.annotation else { return Ok(false) };
        if rows::is_annotated(&self.store, &target, sender, &draft.kind.to_string(), annotation).await? {
            return Err(Error::new(Kind::Invalid, rows::DUPLICATE_ANNOTATION, ALREADY_REACTED));
        }
        Ok(true)
    }

    /// What is still said anew in place of an event.
    pub(crate) async fn edits_of(&self, event: &RoomEvent) -> Result<Vec<i64>> {
        rows::edits(&self.store, event).await
    }

    /// What a redaction has removed: the event that it names, and what was said anew in its place.
    pub(crate) async fn removed_by(&self, room: &Room, redaction: &RoomEvent) -> Result<Vec<i64>> {
        let known = room.view.read().removed_by(redaction);
        match known {
            Some(removed) => Ok(removed),
            None => store::removed_by(&self.store, redaction).await,
        }
    }

    /// What its sender said anew in place of an event, the last of it first, and not more than a redaction takes along.
    pub(super) async fn own_edits(&self, room: &Room, event: &RoomEvent) -> Result<Vec<Arc<RoomEvent>>> {
        let edits = rows::own_edits(&self.store, &room.id, event, limits::REDACTED_EDITS).await?;
        Ok(edits.into_iter().map(Arc::new).collect())
    }

    /// What was redacted says nothing any more, nor does what was said anew in its place.
    pub(crate) async fn is_removed(&self, room: &Room, event: &RoomEvent) -> Result<bool> {
        let edited = match event.relation().filter(|relation| relation.is(REPLACE)) {
            Some(relation) => self.event_in(room, &relation.target).await?,
            None => None,
        };
        Ok(event.redacted_by_seq.is_some() || edited.is_some_and(|edited| edited.redacted_by_seq.is_some()))
    }

    /// What events say beside themselves, with what others say of them: for a timeline or a page.
    pub(crate) async fn bundled(&self, room: &Room, events: &[Arc<RoomEvent>], reader: &str) -> Result<Attached> {
        let mut attached = self.attached(room, events).await?;
        let Some(targets) = room.view.read().related_among(events) else { return Ok(attached) };
        let ignored = self.ignored(reader).await?;
        let told = ToldTo { reader, ignored: &ignored, upto: room.last_seq() };
        let by_seq: BTreeMap<i64, &RoomEvent> = events.iter().map(|event| (event.seq, &**event)).collect();
        attached.related = self.related(room, targets, told, |seq| by_seq.get(&seq).copied()).await?;
        // The last message of a thread is shown as it was edited.
        let last: Vec<Arc<RoomEvent>> =
            attached.related.values().filter_map(|related| Some(related.thread.as_ref()?.last.clone())).collect();
        for event in last {
            if room.view.read().related_among(std::slice::from_ref(&event)).is_none() {
                continue;
            }
            let own = self.related(room, (event.seq - 1, event.seq), told, |_| Some(&event)).await?;
            attached.related.extend(own);
        }
        Ok(attached)
    }

    /// What others say of the targets in a stretch, of those that the caller knows.
    async fn related<'a>(
        &self,
        room: &Room,
        targets: (i64, i64),
        told: ToldTo<'_>,
        target: impl Fn(i64) -> Option<&'a RoomEvent>,
    ) -> Result<BTreeMap<i64, Related>> {
        let mut all: BTreeMap<i64, Related> = BTreeMap::new();
        for sum in rows::sums(&self.store, &room.id, targets, told).await? {
            let Some(target) = target(sum.target_seq) else { continue };
            let related = all.entry(sum.target_seq).or_default();
            match sum.rel_type.as_str() {
                THREAD => {
                    let participated = sum.has_own || target.sender == told.reader;
                    related.thread = Some(Thread { last: Arc::new(sum.last), count: sum.count, participated });
                }
                // What was removed has no newer form, and an edit is not edited.
                REPLACE if target.redacted_by_seq.is_none() && !is_edit(target) => {
                    related.edit = Some(Arc::new(sum.last));
                }
                REFERENCE => {
                    related.references = rows::references(&self.store, &room.id, sum.target_seq, told).await?;
                }
                _ => {}
            }
        }
        Ok(all)
    }

    /// The root of the thread that a message is in, by itself or by what it relates to.
    pub(crate) async fn thread_of(&self, room: &Room, event: &Arc<RoomEvent>) -> Result<Option<OwnedEventId>> {
        let mut event = event.clone();
        for _ in 0..limits::RELATION_DEPTH {
            let Some(relation) = event.relation() else { return Ok(None) };
            if relation.is(THREAD) {
                return Ok(Some(relation.target));
            }
            let Some(target) = self.event_in(room, &relation.target).await? else { return Ok(None) };
            event = target;
        }
        Ok(None)
    }

    /// Messages that relate to a target, as a reader may see them, from a gap in one direction.
    pub(crate) async fn relations(
        &self,
        room: &Room,
        sight: &Sight,
        wanted: Wanted<'_>,
        (from, to): (i64, Option<i64>),
        limit: usize,
    ) -> Result<Listed> {
        let last = room.last_seq();
        let (mut gap, mut events, mut looked_at) = (from.clamp(0, last), Vec::new(), 0);
        loop {
            let stretch = if wanted.backwards { (to.unwrap_or(0), gap) } else { (gap, to.unwrap_or(last).min(last)) };
            // One more than fits: there being one is what a further page means.
            let count = limit - events.len() + 1;
            let found = rows::related(&self.store, &room.id, wanted, stretch, count).await?;
            let is_last = found.len() < count;
            looked_at += found.len();
            for event in found {
                if events.len() == limit {
                    return Ok(Listed { events, end: Some(gap) });
                }
                gap = if wanted.backwards { event.seq - 1 } else { event.seq };
                if sight.shows(&event) {
                    events.push(Arc::new(event));
                }
            }
            if is_last || looked_at >= limits::PAGE_SCAN_EVENTS {
                return Ok(Listed { events, end: (!is_last).then_some(gap) });
            }
        }
    }

    /// The roots of a room's threads that a reader may see, whose last reply came last first.
    pub(crate) async fn threads(
        &self,
        room: &Room,
        sight: &Sight,
        reader: &str,
        (participated, from, limit): (bool, Option<i64>, usize),
    ) -> Result<Listed> {
        // Who has left hears of no later reply, unless everybody may.
        let left_at = sight.last_joined_seq().filter(|_| !room.state().is_world_readable());
        let upto = left_at.unwrap_or(i64::MAX).min(room.last_seq());
        let mut gap = from.unwrap_or(upto).min(upto);
        let ignored = self.ignored(reader).await?;
        let by = participated.then_some(reader);
        let (mut events, mut looked_at) = (Vec::new(), 0);
        loop {
            let count = limit - events.len() + 1;
            let found = rows::threads(&self.store, &room.id, by, (gap, upto), count).await?;
            let is_last = found.len() < count;
            looked_at += found.len();
            for (root, last) in found {
                if events.len() == limit {
                    return Ok(Listed { events, end: Some(gap) });
                }
                gap = last - 1;
                if !sight.can_see(&root) {
                    continue;
                }
                let is_ignored = ignored.contains(root.sender.as_str());
                // A thread of others may hang on what somebody said whom the reader does not hear.
                events.push(Arc::new(if is_ignored { super::redact::redacted(&root, &room.rules, 0)? } else { root }));
            }
            if is_last || looked_at >= limits::PAGE_SCAN_EVENTS {
                return Ok(Listed { events, end: (!is_last).then_some(gap) });
            }
        }
    }

    /// Gives relations their rows of the time before there was a table of them. It goes on where it was
    /// cut off; what comes meanwhile has its row already.
    pub(crate) async fn fill_relations(&self) -> Result<()> {
        while let Some((room_id, seq)) = rows::backfill(&self.store, BACKFILL).await? {
            let events = rows::events_behind(&self.store, &room_id, seq, BACKFILL_STEP).await?;
            let mut entry = Entry::new();
            for event in &events {
                entry.statements(event.relation().map(|relation| rows::relate(event, &relation)));
            }
            entry.statement(match events.last() {
                Some(last) => rows::move_backfill(BACKFILL, last.room_id.as_str(), last.seq),
                None => rows::end_backfill(BACKFILL),
            });
            self.store.write_in(Lane::Background, entry).await?;
        }
        Ok(())
    }
}

const ALREADY_REACTED: &str = "You have reacted with the same already.";

/// A refusal of the commit in the protocol's words.
pub(super) fn refused(error: Error) -> Error {
    super::append::conflict(error, rows::DUPLICATE_ANNOTATION, ALREADY_REACTED)
}

fn is_edit(event: &RoomEvent) -> bool {
    event.relation().is_some_and(|relation| relation.is(REPLACE))
}
