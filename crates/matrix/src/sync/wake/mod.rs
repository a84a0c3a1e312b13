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
mod news;
mod notice;

use std::{sync::Arc, time::Duration};

use hearth_http::Outgoing;
use hearth_kernel::{Result, limits};
use hearth_store::{Outbox, StoredFact};
use parking_lot::Mutex;
use ruma::{RoomId, events::TimelineEventType};

use self::{gateway::Gateways, news::News, notice::Target};
use super::Sync;
use crate::{
    kept::Kept,
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
        let Some(actions) = news::actions(&self.sync, room, event, member).await? else { return Ok(()) };
        let targets = news::targets(&self.sync, member).await?;
        if targets.is_empty() {
            return Ok(());
        }
        let unread = news::unread(&self.sync, member).await?;
        self.told.lock().insert(Box::from(&**member), unread);
        self.tell(News::said(&self.sync, member, (room, event), &actions), targets, unread);
        Ok(())
    }

    /// Devices show how much is unread, which is less once something was read elsewhere.
    async fn recount(&self, member: &str) -> Result<()> {
        if !self.sync.push.may_be_woken(member) {
            return Ok(());
        }
        let member: Arc<str> = Arc::from(member);
        let unread = news::unread(&self.sync, &member).await?;
        let before = {
            let mut told = self.told.lock();
            let before = told.get(&*member).copied();
            told.insert(Box::from(&*member), unread);
            before
        };
        if before != Some(unread) {
            self.tell(News::count(&self.sync, &member), news::targets(&self.sync, &member).await?, unread);
        }
        Ok(())
    }

    fn tell(&self, news: News, targets: Vec<Target>, unread: u64) {
        let news = Arc::new(news);
        for target in targets {
            self.gateways.tell(target, news.clone(), unread);
        }
    }
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
