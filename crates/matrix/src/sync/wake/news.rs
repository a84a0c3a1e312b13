//! What there is to tell a member's devices: at first, and once more, as it is then.

use std::{cmp::Reverse, sync::Arc};

use hearth_kernel::{Result, limits};
use ruma::push::Action;
use serde_json::Value;

use super::notice::{self, Notice, Target};
use crate::{
    push::{self, FlattenedEvent, effect},
    rooms::{Membership, Room, RoomEvent},
    sync::Sync,
};

/// For one member.
pub(super) struct News {
    sync: Arc<Sync>,
    pub(super) member: Arc<str>,
    what: What,
}

enum What {
    Said {
        room: Arc<Room>,
        seq: i64,
        notice: Notice,
    },
    /// How much is unread, and nothing else.
    Count,
}

impl News {
    pub(super) fn said(
        sync: &Arc<Sync>,
        member: &Arc<str>,
        (room, event): (&Arc<Room>, &RoomEvent),
        actions: &[Action],
    ) -> Self {
        let notice = Notice::new(room, event, member, actions);
        let what = What::Said { room: room.clone(), seq: event.seq, notice };
        Self { sync: sync.clone(), member: member.clone(), what }
    }

    pub(super) fn count(sync: &Arc<Sync>, member: &Arc<str>) -> Self {
        Self { sync: sync.clone(), member: member.clone(), what: What::Count }
    }

    /// As a device is told of it.
    pub(super) fn told(&self, target: &Target, unread: u64) -> Value {
        match &self.what {
            What::Said { notice, .. } => notice.told(target, unread),
            What::Count => notice::count(target, unread),
        }
    }

    /// The same once more: nothing where it is news no longer, or the device is not woken there any more, as its member has
    /// signed out on it, or is locked.
    pub(super) async fn again(&self, target: &Target) -> Result<Option<Value>> {
        let Self { sync, member, .. } = self;
        let is_woken = targets(sync, member).await?.iter().any(|one| one.is_same_as(target));
        if !is_woken || !self.is_news().await? {
            return Ok(None);
        }
        Ok(Some(self.told(target, unread(sync, member).await?)))
    }

    async fn is_news(&self) -> Result<bool> {
        let Self { sync, member, what: What::Said { room, seq, .. } } = self else { return Ok(true) };
        // As it is now: it may have been deleted.
        let found = sync.rooms.stretch(room, (seq - 1, *seq), false, 1).await?;
        let Some(event) = found.first() else { return Ok(false) };
        // An invitation is one as long as it is open.
        let expected = event.membership().unwrap_or(Membership::Join);
        let is_there = room.state().membership(member) == Some(expected);
        Ok(is_there && actions(sync, room, event, member).await?.is_some())
    }
}

/// What is to be done for a member because of an event; nothing if it is none for them, or they have read it.
pub(super) async fn actions(
    sync: &Sync,
    room: &Arc<Room>,
    event: &Arc<RoomEvent>,
    member: &Arc<str>,
) -> Result<Option<Vec<Action>>> {
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
    Ok(Some(push::actions(&rules, &flat, &context).to_vec()))
}

/// Where a member's devices are woken. Those of who is locked sleep.
pub(super) async fn targets(sync: &Sync, member: &Arc<str>) -> Result<Vec<Target>> {
    let pushers = sync.push.pushers_to_wake(member).await?;
    if pushers.is_empty() || !sync.accounts.may_be_told(member).await? {
        return Ok(Vec::new());
    }
    Ok(pushers.iter().filter_map(|pusher| Target::parse(pusher)).collect())
}

/// What is unread in the member's rooms in which something happened last.
pub(super) async fn unread(sync: &Sync, member: &Arc<str>) -> Result<u64> {
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
