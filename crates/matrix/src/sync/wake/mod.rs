//! Waking devices: what notifies a member is told to the gateways that their apps have named
//! (<https://spec.matrix.org/v1.15/push-gateway-api/>).
//!
//! Invariants:
//! - No send waits for a gateway, and one that is slow or gone holds up no other.
//! - A gateway hears what the member's rules notify of and they have not read yet. Where the app has asked for
//!   `event_id_only`, that is ids and a count, and nothing of what was said.
//! - Requests go to public addresses, by TLS alone, whatever a member has named.
//! - What a gateway did not take is told again only while it is news: not once it was read or deleted, nor to who has left,
//!   signed out on the device, or ignores its sender.
//! - Nothing is kept of what was told. What is lost with the process is there when the app is opened.

mod gateway;
mod notice;

use std::{cmp::Reverse, sync::Arc, time::Duration};

use hearth_http::Outgoing;
use hearth_kernel::{Result, limits};
use hearth_store::{Outbox, StoredFact};
use parking_lot::Mutex;
use ruma::{RoomId, events::TimelineEventType, push::Action};

use self::{
    gateway::Gateways,
    notice::{Notice, Target},
};
use super::Sync;
use crate::{
    kept::Kept,
    push::{FlattenedEvent, actions, effect},
    rooms::{Membership, Room, RoomEvent},
};

const LISTENER: &str = "wake";

const HEARS: &[&str] = &["rooms.message_sent", "rooms.invited", "rooms.upgraded", READ];

const READ: &str = "rooms.read";

/// What happens gathers this long, so that looking is shared.
const GATHER: Duration = Duration::from_millis(100);

/// Tells gateways.
pub(crate) struct Wake {
    sync: Arc<Sync>,
    gateways: Arc<Gateways>,
    /// How much each member had unread when their devices were told last.
    told: Mutex<Kept<Box<str>, u64>>,
}

impl Wake {
    pub(crate) fn new(sync: Arc<Sync>, outgoing: Outgoing) -> Self {
        let gateways = Gateways::new(sync.push.clone(), outgoing);
        Self { sync, gateways, told: Mutex::new(Kept::new(limits::MEMBERS_INDEXED)) }
    }

    /// Follows what happens until the store closes, as soon as there is a device to be woken.
    pub(crate) async fn listen(&self) {
        let since = self.sync.push.somebody_may_be_woken().await;
        let outbox = Outbox::new(self.sync.store.clone(), LISTENER, HEARS).in_batches(GATHER, limits::FACTS_PAGE);
        outbox.beginning_behind(since).await.run(|fact| self.hear(fact)).await;
    }

    async fn hear(&self, fact: StoredFact) -> Result<()> {
        if fact.historical || is_late(fact.happened_at_ms, self.sync.context.now_ms()) {
            return Ok(());
        }
        if fact.name == READ {
            return self.recount(&fact.subject).await;
        }
        let fields = fact.fields();
        let Some(room_id) = fields["room"].as_str().and_then(|id| RoomId::parse(id).ok()) else { return Ok(()) };
        let rooms = &self.sync.rooms;
        let Some(room) = rooms.find_in_passing(&room_id).await? else { return Ok(()) };
        let stretch = (rooms.seq_at(&room, fact.position - 1).await?, rooms.seq_at(&room, fact.position).await?);
        for event in rooms.stretch(&room, stretch, false, limits::ENTRY_STATEMENTS).await? {
            if states(&fact, &event) {
                for member in self.concerned(&room, &event) {
                    self.notify(&room, &event, &member).await?;
                }
            }
        }
        Ok(())
    }

    /// Whoever is in the room and has a device that may be woken; of an invitation whoever is invited.
    fn concerned(&self, room: &Room, event: &RoomEvent) -> Vec<Arc<str>> {
        let push = &self.sync.push;
        match event.membership() {
            Some(_) => event.state_key.iter().filter(|id| push.may_be_woken(id)).map(|id| Arc::from(&**id)).collect(),
            None => {
                let state = room.state();
                let is_in = |event: &&Arc<RoomEvent>| event.membership() == Some(Membership::Join);
                let everybody =
                    state.of_kind("m.room.member").filter(is_in).filter_map(|event| event.state_key.as_deref());
                let count = usize::try_from(state.joined).unwrap_or(0);
                push.who_may_be_woken((everybody, count), |id| state.membership(id) == Some(Membership::Join))
            }
        }
    }

    async fn notify(&self, room: &Arc<Room>, event: &Arc<RoomEvent>, member: &Arc<str>) -> Result<()> {
        let Some(actions) = news(&self.sync, room, event, member).await? else { return Ok(()) };
        let targets = targets(&self.sync, member).await?;
        if targets.is_empty() {
            return Ok(());
        }
        let notice = Arc::new(Notice::new(room, event, member, &actions));
        let count = unread(&self.sync, member).await?;
        self.told.lock().insert(Box::from(&**member), count);
        for target in targets.into_iter().map(Arc::new) {
            let told = notice.told(&target, count);
            let known = (self.sync.clone(), room.clone(), member.clone(), target.clone(), notice.clone(), event.seq);
            let again = move || {
                let (sync, room, member, target, notice, seq) = known.clone();
                async move {
                    let is_news = is_woken(&sync, &member, &target).await? && still(&sync, &room, seq, &member).await?;
                    Ok(if is_news { Some(notice.told(&target, unread(&sync, &member).await?)) } else { None })
                }
            };
            self.gateways.tell(member, target, told, again);
        }
        Ok(())
    }

    /// Devices show how much is unread, which is less once something was read elsewhere.
    async fn recount(&self, member: &str) -> Result<()> {
        if !self.sync.push.may_be_woken(member) {
            return Ok(());
        }
        let member: Arc<str> = Arc::from(member);
        let count = unread(&self.sync, &member).await?;
        let before = {
            let mut told = self.told.lock();
            let before = told.get(&*member).copied();
            told.insert(Box::from(&*member), count);
            before
        };
        if before == Some(count) {
            return Ok(());
        }
        for target in targets(&self.sync, &member).await?.into_iter().map(Arc::new) {
            let told = notice::count(&target, count);
            let known = (self.sync.clone(), member.clone(), target.clone());
            let again = move || {
                let (sync, member, target) = known.clone();
                async move {
                    let is_woken = is_woken(&sync, &member, &target).await?;
                    Ok(if is_woken { Some(notice::count(&target, unread(&sync, &member).await?)) } else { None })
                }
            };
            self.gateways.tell(&member, target, told, again);
        }
        Ok(())
    }
}

/// Where a member's devices are woken. Those of who is locked sleep.
async fn targets(sync: &Sync, member: &Arc<str>) -> Result<Vec<Target>> {
    let pushers = sync.push.pushers_to_wake(member).await?;
    if pushers.is_empty() || !sync.accounts.may_be_told(member).await? {
        return Ok(Vec::new());
    }
    Ok(pushers.iter().filter_map(|pusher| Target::parse(pusher)).collect())
}

/// Whether a device is still woken there: its member may have signed out on it, or been locked.
async fn is_woken(sync: &Sync, member: &Arc<str>, target: &Target) -> Result<bool> {
    Ok(targets(sync, member).await?.iter().any(|one| one.is_same_as(target)))
}

/// What is unread in the member's rooms in which something happened last.
async fn unread(sync: &Sync, member: &Arc<str>) -> Result<u64> {
    let mut rooms = sync.rooms.last_changes(member).await?;
    rooms.retain(|(room, _)| room.membership == Membership::Join);
    rooms.sort_unstable_by_key(|(_, last)| Reverse(*last));
    let mut unread = 0;
    for (room, _) in rooms.iter().take(limits::PUSH_COUNTED_ROOMS) {
        if let Some(room) = sync.rooms.find_in_passing(&room.room_id).await? {
            unread += sync.unread(member, &room, room.last_seq()).await?.whole_room().0;
        }
    }
    Ok(unread)
}

/// Whether an event is still news to a member, as it and they are now.
async fn still(sync: &Sync, room: &Arc<Room>, seq: i64, member: &Arc<str>) -> Result<bool> {
    let found = sync.rooms.stretch(room, (seq - 1, seq), false, 1).await?;
    let Some(event) = found.first() else { return Ok(false) };
    // An invitation is one as long as it is open.
    let expected = event.membership().unwrap_or(Membership::Join);
    let is_there = room.state().membership(member) == Some(expected);
    Ok(is_there && news(sync, room, event, member).await?.is_some())
}

/// What is to be done for a member because of an event; nothing if it is none for them, or they have read it.
async fn news(sync: &Sync, room: &Arc<Room>, event: &Arc<RoomEvent>, member: &Arc<str>) -> Result<Option<Vec<Action>>> {
    let is_ignored = sync.rooms.ignored(member).await?.contains(event.sender.as_str());
    if event.sender.as_str() == &**member || event.redacted_by_seq.is_some() || is_ignored {
        return Ok(None);
    }
    let rules = sync.push.rules(member).await?;
    let context = sync.context_of(room, member)?;
    let flat = event.derived(FlattenedEvent::new);
    if !effect(&rules, &flat, &context).notify {
        return Ok(None);
    }
    let is_in = room.state().membership(member) == Some(Membership::Join);
    if is_in && !sync.with_counter(member, room, room.last_seq(), |counter| counter.is_unread(event.seq)).await? {
        return Ok(None);
    }
    Ok(Some(actions(&rules, &flat, &context).to_vec()))
}

/// Whether nobody wants to be woken for it any more.
fn is_late(happened_at_ms: i64, now_ms: i64) -> bool {
    now_ms - happened_at_ms > limits::PUSH_LATE_MS
}

/// Whether an event is the one that a fact tells of: a commit may hold several, and a fact of each.
fn states(fact: &StoredFact, event: &RoomEvent) -> bool {
    let is_by = |kind: &TimelineEventType| event.kind == *kind && event.sender.as_str() == fact.subject;
    match fact.name.as_str() {
        "rooms.invited" => {
            event.membership() == Some(Membership::Invite) && event.state_key.as_deref() == Some(&fact.subject)
        }
        "rooms.upgraded" => is_by(&TimelineEventType::RoomTombstone),
        _ => !event.is_state() && event.sender.as_str() == fact.subject,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn push_late_ms_is_how_long_news_is_worth_being_woken_for() {
        assert!(!is_late(1_000, 1_000 + limits::PUSH_LATE_MS));
        assert!(is_late(1_000, 1_001 + limits::PUSH_LATE_MS));
    }
}
