//! The append path: reserve a slot, lock the room, build and authorise on the head, queue, unlock,
//! await the disk. One room is not bound by the disk's latency, order is the order of the lock, and
//! what clients see never runs ahead of what is stored.

use std::{collections::HashMap, sync::Arc};

use hearth_kernel::{Error, Kind, Result, ports::Basis};
use hearth_store::{BROKEN_CHAIN, Entry, Lane, Receipt, Slot, Statement};
use ruma::{EventId, OwnedUserId};

use super::{
    super::{
        RoomChange, Rooms,
        build::{Draft, Place, Said, build},
        event::{Membership, RoomEvent},
        room::{Head, Room},
        store,
    },
    redact::redacted,
    state_facts::Scene,
};
use crate::stream::Change;

/// One append: what is said, and what else stands or falls with it.
pub(crate) struct Append {
    pub(crate) said: Vec<Said>,
    /// Moved in from elsewhere: stated as such, and nobody is told.
    pub(crate) historical: bool,
    /// Why what was moved in may be learnt from, as the import stated it.
    pub(crate) basis: Option<Basis>,
    pub(crate) lane: Lane,
    /// The member, device and path whose one event this is.
    pub(crate) transaction: Option<(Arc<str>, Arc<str>, String)>,
    /// It is a reaction, and refused where there is the same one already.
    pub(crate) is_only_annotation: bool,
    /// Refused unless the sender is in the room when it is its turn: what is said on somebody's behalf
    /// brings nobody back who has just left.
    pub(crate) only_if_joined: bool,
    /// What else stands or falls with the events: an alias, the progress of an import.
    pub(crate) statements: Vec<Statement>,
}

impl Append {
    pub(crate) fn new(sender: OwnedUserId, at_ms: i64, draft: Draft) -> Self {
        Self::of(vec![Said { sender, at_ms, draft }])
    }

    /// What several said, in one commit.
    pub(crate) fn of(said: Vec<Said>) -> Self {
        Self {
            said,
            historical: false,
            basis: None,
            lane: Lane::Live,
            transaction: None,
            is_only_annotation: false,
            only_if_joined: false,
            statements: Vec::new(),
        }
    }
}

impl Rooms {
    /// Appends and waits until it is on disk. A refusal that was derived from pending writes is only
    /// given once these are on disk; if one of them failed, it is decided again.
    pub(crate) async fn append(&self, room: &Arc<Room>, append: Append) -> Result<Vec<Arc<RoomEvent>>> {
        loop {
            let slot = self.store.reserve(append.lane).await?;
            let (result, seq, chain) = {
                let mut head = room.head.lock();
                head.recover(&room.view.read());
                let (seq, chain) = (head.tip.seq, head.chain.clone());
                (self.queue(room, &mut head, slot, &append), seq, chain)
            };
            match result {
                Ok((receipt, events)) => match receipt.wait().await {
                    Ok(_) => return Ok(events),
                    // Not ours: something queued before us failed. On a head without it we may pass.
                    Err(error) if error.code == BROKEN_CHAIN => {}
                    Err(error) => return Err(error),
                },
                Err(refusal) => {
                    room.settle(seq, &chain).await;
                    if !chain.is_broken() {
                        return Err(refusal);
                    }
                }
            }
        }
    }

    /// Builds on the head and queues, without waiting for anything in between.
    fn queue(
        &self,
        room: &Arc<Room>,
        head: &mut Head,
        slot: Slot,
        append: &Append,
    ) -> Result<(Receipt, Vec<Arc<RoomEvent>>)> {
        let mut next = head.clone();
        let mut events = Vec::with_capacity(append.said.len());
        let (mut removed, mut unrelated) = (Vec::new(), Vec::new());
        for said in &append.said {
            let is_joined = || next.state.member(said.sender.as_str()).and_then(|event| event.membership());
            if append.only_if_joined && is_joined() != Some(Membership::Join) {
                return Err(Error::forbidden("Who said this is not in the room any more."));
            }
            let place = Place { rules: &room.rules, room_id: Some(&room.id), state: &next.state, tip: &next.tip };
            let event = Arc::new(build(&place, &self.signer, said.clone())?);
            advance(&mut next, &event);
            for target in &said.draft.removes {
                unrelated.extend(target.relation().map(|relation| store::relation::unrelate(target, &relation)));
                let target = Arc::new(redacted(target, &room.rules, event.seq)?);
                next.state.replace(&target);
                removed.push(target);
            }
            events.push(event);
        }
        let author = |target: &EventId| {
            let known = events.iter().chain(&removed).find(|event| event.event_id == target).cloned();
            let known = known.or_else(|| room.view.read().recent_event(target.as_str()));
            known.map(|event| event.sender.clone())
        };
        let (historical, basis) = (append.historical, append.basis);
        let (before, after) = (&head.state, &next.state);
        let scene = Scene { before, after, author: &author, historical, basis, is_made_up: false };
        let mut entry = entry(&scene, &events);
        entry.statements(removed.iter().map(|event| store::redact(event))).statements(unrelated);
        if append.is_only_annotation {
            entry.statements(events.iter().map(|event| store::relation::only_annotation(event)));
        }
        if let (Some((user_id, device_id, path)), Some(event)) = (&append.transaction, events.first()) {
            entry.statement(store::insert_transaction(user_id, device_id, path, event.event_id.as_str()));
        }
        entry.statements(append.statements.iter().cloned()).chain(head.chain.clone());
        entry.note(
            Change::Room(RoomChange { room: room.clone(), events: events.clone(), removed, hidden: Vec::new() }).note(),
        );
        *head = next;
        Ok((slot.submit(entry), events))
    }
}

pub(crate) fn advance(head: &mut Head, event: &Arc<RoomEvent>) {
    head.tip.move_to(event);
    if event.is_state() {
        head.state.insert(event.clone());
    }
}

/// The rows and facts of new events.
pub(crate) fn entry(scene: &Scene<'_>, events: &[Arc<RoomEvent>]) -> Entry {
    let mut entry = Entry::new();
    let mut moved: HashMap<&str, Membership> = HashMap::new();
    for event in events {
        entry.statements(store::append(event));
        let was = event.membership().zip(event.state_key.as_deref()).and_then(|(now, member)| {
            let was = scene.before.membership(member);
            moved.insert(member, now).or(was)
        });
        if let Some(fact) = scene.fact(event, was) {
            entry.fact(fact);
        }
    }
    entry
}

/// A conflict in the committer under the protocol's code, where it has one.
pub(crate) fn conflict(error: Error, code: &'static str, message: &'static str) -> Error {
    if error.kind == Kind::Conflict && error.code == code { Error::new(Kind::Invalid, code, message) } else { error }
}
