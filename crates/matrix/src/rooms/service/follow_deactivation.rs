//! A member whose account has ended: taken out of the rooms that they are in or were invited to, and, where they asked
//! for it, what they said kept from those who come later.

use std::sync::Arc;

use hearth_kernel::{Kind, Result, limits};
use hearth_store::{Entry, Lane, StoredFact};
use ruma::RoomId;

use super::super::{
    RoomChange, Rooms,
    event::{Membership, RoomEvent, Visibility},
    room::Room,
    store,
};
use crate::stream::Change;

impl Rooms {
    /// Listens to `accounts.deactivated`. Hearing it twice changes nothing: who has left does not leave again, and
    /// what is hidden stays so.
    pub(super) async fn follow_deactivation(&self, fact: &StoredFact) -> Result<()> {
        self.take_out(&fact.subject).await?;
        if fact.fields()["erases"] == 1 {
            for room_id in store::rooms_ever(&self.store, &fact.subject).await? {
                self.keep_from_newcomers(&self.room(&room_id).await?, &fact.subject).await?;
            }
        }
        Ok(())
    }

    async fn take_out(&self, member: &str) -> Result<()> {
        for held in store::memberships(&self.store, member).await? {
            if !matches!(held.membership, Membership::Join | Membership::Invite | Membership::Knock) {
                continue;
            }
            self.take_out_of(&held.room_id, member).await?;
        }
        Ok(())
    }

    pub(super) async fn take_out_of(&self, room_id: &RoomId, member: &str) -> Result<()> {
        let room = self.room(room_id).await?;
        match self.leave(&room, member, None).await {
            Ok(()) => Ok(()),
            // The server's own trouble passes: the fact is heard again.
            Err(error) if matches!(error.kind, Kind::Unavailable | Kind::Limited { .. } | Kind::Internal) => Err(error),
            Err(error) => {
                tracing::warn!(%error, "a member whose account has ended could not leave a room");
                Ok(())
            }
        }
    }

    /// What a member said in a room is as visible from now on as if the room had shown it to its members alone: to
    /// those who were in it then. What the room's state is made of stays.
    async fn keep_from_newcomers(&self, room: &Arc<Room>, member: &str) -> Result<()> {
        let (mut seq, last) = (0, room.last_seq());
        while seq < last {
            let events = self.stretch(room, (seq, last), false, limits::ERASED_EVENTS).await?;
            let Some(end) = events.last() else { break };
            seq = end.seq;
            let is_theirs = |event: &&Arc<RoomEvent>| event.sender == member && !event.is_state();
            let shown = events.iter().filter(is_theirs).filter(|event| event.visibility != Visibility::Joined);
            let (mut entry, mut hidden) = (Entry::new(), Vec::new());
            for event in shown {
                entry.statement(store::hide(event));
                entry.statements(event.relation().map(|relation| store::relation::hide(event, &relation)));
                hidden.push(event.seq);
            }
            if hidden.is_empty() {
                continue;
            }
            let (room, events, removed) = (room.clone(), Vec::new(), Vec::new());
            entry.note(Change::Room(RoomChange { room, events, removed, hidden }).note());
            self.store.write_in(Lane::Background, entry).await?;
        }
        Ok(())
    }
}
