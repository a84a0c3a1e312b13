//! What events state about the people in their room: kinds, counts and ids, and never what they say.

use hearth_kernel::{Fact, fact::size_bucket, ports::Basis};
use ruma::{EventId, OwnedUserId, RoomId, events::TimelineEventType};

use super::super::{
    event::{Membership, RoomEvent},
    facts,
    relation::{ANNOTATION, REPLACE, THREAD},
    state::State,
};

/// What is at hand of a room when its events are stored. Nothing here reads the disk.
pub(crate) struct Scene<'a> {
    pub(crate) before: &'a State,
    pub(crate) after: &'a State,
    /// Who said something, where it is in memory.
    pub(crate) author: &'a (dyn Fn(&EventId) -> Option<OwnedUserId> + Sync),
    pub(crate) historical: bool,
    /// Why what was moved in may be learnt from.
    pub(crate) basis: Option<Basis>,
    /// That people are in the room is the import's doing: nothing is learnt of them from it, only from what they said.
    pub(crate) is_made_up: bool,
}

/// More who have joined are a crowd.
const GROUP: i64 = 32;
/// In a room of two: so many were ever in it, at most, for the other one to be looked for.
const EVER_IN: usize = 16;

impl Scene<'_> {
    /// What one event states, knowing what its member was before.
    pub(crate) fn fact(&self, event: &RoomEvent, was: Option<Membership>) -> Option<Fact> {
        let fact = match &event.state_key {
            Some(state_key) => self.changed(event, state_key, was)?,
            None => self.said(event),
        };
        let fact = fact.historical(self.historical);
        let is_own = !(self.is_made_up && event.is_state());
        Some(match self.basis.filter(|_| is_own) {
            Some(basis) => fact.kind("basis", basis.word()),
            None => fact,
        })
    }

    fn changed(&self, event: &RoomEvent, state_key: &str, was: Option<Membership>) -> Option<Fact> {
        let (sender, at_ms) = (event.sender.as_str(), event.origin_server_ts);
        let room_id = event.room_id.as_str();
        let kind = match (event.membership(), sender == state_key) {
            (Some(Membership::Join), _) => &facts::JOINED,
            (Some(Membership::Invite), _) => &facts::INVITED,
            (Some(Membership::Leave), true) => &facts::LEFT,
            (Some(Membership::Leave), false) => &facts::REMOVED,
            (Some(Membership::Ban), _) => &facts::BANNED,
            (Some(Membership::Knock), _) => &facts::KNOCKED,
            _ => match event.kind {
                TimelineEventType::RoomCreate => &facts::CREATED,
                TimelineEventType::RoomTombstone => &facts::UPGRADED,
                TimelineEventType::RoomName | TimelineEventType::RoomTopic => {
                    let kind = if event.kind == TimelineEventType::RoomName { "name" } else { "topic" };
                    return Some(Fact::new(&facts::DESCRIBED, sender, at_ms).id("room", room_id).kind("kind", kind));
                }
                _ => return None,
            },
        };
        let subject = if state_key.is_empty() { sender } else { state_key };
        let fact = Fact::new(kind, subject, at_ms).id("room", room_id).id("by", sender);
        Some(match event.kind {
            TimelineEventType::RoomMember => {
                let invitation = self.before.member(state_key).filter(|_| was == Some(Membership::Invite));
                let fact = fact.kind("before", was.map_or("none", Membership::name));
                with_peer(fact, invitation.map(|invitation| invitation.sender.clone()))
            }
            TimelineEventType::RoomTombstone => {
                // What is not a room's id is what somebody wrote.
                let replacement = event.content_str("replacement_room").filter(|id| RoomId::parse(id).is_ok());
                fact.id("replacement", replacement.as_deref().unwrap_or_default())
            }
            _ => fact,
        })
    }

    /// That a member said something, or what they did by it to something that was said before.
    fn said(&self, event: &RoomEvent) -> Fact {
        let sender = event.sender.as_str();
        let new = |kind| Fact::new(kind, sender, event.origin_server_ts).id("room", event.room_id.as_str());
        let place = place(self.after);
        let relation = event.relation();
        match &relation {
            Some(relation) if relation.is(ANNOTATION) => {
                let fact = new(&facts::REACTED).id("event", relation.target.as_str()).kind("place", place);
                return with_peer(fact, (self.author)(&relation.target));
            }
            Some(relation) if relation.is(REPLACE) => return new(&facts::EDITED).id("event", relation.target.as_str()),
            _ => {}
        }
        let thread = relation.filter(|relation| relation.is(THREAD)).map(|relation| relation.target);
        let answered = event.in_reply_to().or_else(|| thread.clone());
        let form = match (&thread, &answered) {
            (Some(_), _) => "thread",
            (None, Some(_)) => "reply",
            _ => facts::form(&event.kind),
        };
        let how = facts::how(&event.kind, answered.is_some());
        let fact = new(&facts::MESSAGE_SENT).count("size_bucket", size_bucket(event.content.get().len()));
        let peer = match how {
            "withdrawal" => event.redacts.as_ref().and_then(|target| (self.author)(target)),
            _ => answered.and_then(|target| (self.author)(&target)).or_else(|| other_of_two(self.after, sender)),
        };
        with_peer(fact.kind("form", form).kind("how", how).kind("place", place), peer.filter(|peer| peer != sender))
    }
}

pub(crate) fn with_peer(fact: Fact, peer: Option<OwnedUserId>) -> Fact {
    match peer {
        Some(peer) => fact.id("peer", peer.as_str()),
        None => fact,
    }
}

/// What kind of room it is.
pub(crate) fn place(state: &State) -> &'static str {
    let is_encrypted = state.get("m.room.encryption", "").is_some();
    match (state.joined, is_encrypted) {
        (..=2, false) => "direct",
        (..=2, true) => "direct-encrypted",
        (..=GROUP, false) => "group",
        (..=GROUP, true) => "group-encrypted",
        (_, false) => "crowd",
        (_, true) => "crowd-encrypted",
    }
}

/// Whom a member speaks to where there is one other.
fn other_of_two(state: &State, sender: &str) -> Option<OwnedUserId> {
    if state.joined != 2 {
        return None;
    }
    let others = state.of_kind("m.room.member").take(EVER_IN);
    let mut others = others
        .filter(|event| event.membership() == Some(Membership::Join) && event.state_key.as_deref() != Some(sender));
    OwnedUserId::try_from(others.next()?.state_key.as_deref()?).ok()
}
