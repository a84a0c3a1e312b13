//! One room's part of an answer.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fmt::Write as _,
    sync::Arc,
};

use hearth_kernel::{Result, limits};
use parking_lot::Mutex;
use ruma::{
    OwnedRoomId,
    api::client::filter::{LazyLoadOptions, RoomEventFilter},
};
use serde_json::{Map, Value, json};

use super::{Sync, answer::Window, route::Asked};
use crate::{
    kept::Kept,
    rooms::{
        Ignored, Membership, Page, PageAsked, Room, RoomEvent, RoomMembership, Sight, State,
        filter::{EventFilter, lets_kind_through, lets_room_through},
        render::{Attached, Reader, push_array, push_event},
    },
    token::gap,
};

/// Which members' events a device has already been told of, so that lazy loading tells each once.
/// Only as good as the token that it goes with: a device that comes back with an older one is told anew.
pub(super) struct Told(Mutex<Kept<Device, ToldMembers>>);

impl Default for Told {
    fn default() -> Self {
        Self(Mutex::new(Kept::new(limits::MEMBERS_INDEXED)))
    }
}

/// A member and their device.
type Device = (Arc<str>, Arc<str>);

#[derive(Default)]
pub(super) struct ToldMembers {
    upto: i64,
    members: HashMap<OwnedRoomId, HashSet<String>>,
}

impl Told {
    pub(super) fn of(&self, asked: &Asked, window: &Window) -> ToldMembers {
        let key = (asked.user_id.clone(), asked.device_id.clone());
        let kept = self.0.lock().remove(&key);
        kept.filter(|told| window.since == Some(told.upto) && !asked.full_state).unwrap_or_default()
    }

    pub(super) fn keep(&self, asked: &Asked, window: &Window, mut told: ToldMembers) {
        if told.members.is_empty() {
            return;
        }
        told.upto = window.upto;
        self.0.lock().insert((asked.user_id.clone(), asked.device_id.clone()), told);
    }
}

impl ToldMembers {
    /// Says whether the device has not been told of the member before.
    fn tell(&mut self, room_id: &OwnedRoomId, member: &str) -> bool {
        self.members.entry(room_id.clone()).or_default().insert(member.to_owned())
    }
}

/// What every part of one room's answer needs.
pub(super) struct RoomAnswer<'a> {
    pub(super) sync: &'a Sync,
    pub(super) asked: &'a Asked,
    pub(super) window: &'a Window,
    pub(super) room: &'a Arc<Room>,
    /// Whom the reader ignores.
    pub(super) ignored: &'a Arc<Ignored>,
}

/// A room's timeline in a window.
struct Timeline {
    /// Oldest first.
    events: Vec<Arc<RoomEvent>>,
    limited: bool,
    /// The gap before the first event.
    start: i64,
}

impl RoomAnswer<'_> {
    fn lazy(&self) -> LazyLoadOptions {
        self.asked.filter.room.state.lazy_load_options
    }

    fn reader(&self) -> Reader<'_> {
        let Asked { user_id, device_id, .. } = self.asked;
        Reader { user_id, device_id, now_ms: self.sync.context.now_ms(), with_room_id: false }
    }

    /// A room that the member is in. None when nothing in it is for this answer.
    pub(super) async fn joined(
        &self,
        now: &RoomMembership,
        told: &mut ToldMembers,
        data: &[&str],
    ) -> Result<Option<String>> {
        let since = self.window.since_position();
        let newly = self.window.is_initial() || (now.position > since && self.has_newly_joined(since).await?);
        let whole = newly || self.asked.full_state;
        let since_seq = if newly { 0 } else { self.sync.rooms.seq_at(self.room, since).await? };
        let upto_seq = self.sync.rooms.seq_at(self.room, self.window.upto).await?;
        let sight = match newly {
            true => self.sync.rooms.sight(self.room, &self.asked.user_id).await?,
            false => Sight::joined_since(&self.asked.user_id, 0).ignoring(self.ignored.clone()),
        };
        let timeline = self.timeline(&sight, since_seq, upto_seq).await?;
        let ephemeral = self.ephemeral(newly).await?;
        let is_empty = timeline.events.is_empty() && !timeline.limited && ephemeral.is_empty() && data.is_empty();
        if is_empty && !whole && !self.has_read_unseen((since_seq, upto_seq)).await? {
            return Ok(None);
        }
        let state = self.state(&timeline, (since_seq, upto_seq), whole, told).await?;
        let mut out = String::with_capacity(timeline.events.len() * 512 + 512);
        out.push_str("{\"timeline\":");
        self.push_timeline(&mut out, &timeline, &sight).await?;
        let key = self.asked.state_after.unwrap_or("state");
        write!(out, ",\"{key}\":{{\"events\":").ok();
        self.push_state(&mut out, &state, whole).await?;
        out.push_str("},\"ephemeral\":{\"events\":");
        push_array(&mut out, &ephemeral, |out, json| out.push_str(json));
        out.push_str("},\"account_data\":{\"events\":");
        push_array(&mut out, data, |out, json| out.push_str(json));
        out.push('}');
        if self.tells_summary(&timeline, whole) {
            let state = self.sync.rooms.state_after(self.room, upto_seq).await?;
            write!(out, ",\"summary\":{}", summary(&state, &self.asked.user_id)).ok();
        }
        self.push_unread(&mut out, upto_seq).await?;
        out.push('}');
        Ok(Some(out))
    }

    /// Whether what the filter hides has taken from the counts: the member's own reading elsewhere, or a message that was removed.
    async fn has_read_unseen(&self, (since_seq, upto_seq): (i64, i64)) -> Result<bool> {
        let since = self.window.since_position();
        if self.room.receipts_position() > since {
            let moved = self.sync.rooms.receipts_between(self.room, since, self.window.upto).await?;
            if moved.iter().any(|receipt| receipt.user_id == *self.asked.user_id) {
                return Ok(true);
            }
        }
        if upto_seq == since_seq {
            return Ok(false);
        }
        let hidden =
            self.sync.rooms.stretch(self.room, (since_seq, upto_seq), false, limits::SYNC_TIMELINE_EVENTS).await?;
        Ok(hidden.iter().any(|event| event.redacts.is_some()))
    }

    /// Who the room is named after, and how many are in it, is told when it may be otherwise than before.
    fn tells_summary(&self, timeline: &Timeline, whole: bool) -> bool {
        whole || timeline.limited || timeline.events.iter().any(|event| event.membership().is_some() || names(event))
    }

    /// In the room now, but not all the time since the last answer: leaving and coming back is seen.
    async fn has_newly_joined(&self, since: i64) -> Result<bool> {
        let sight = self.sync.rooms.sight(self.room, &self.asked.user_id).await?;
        let before = sight.intervals().iter().rev().find(|interval| interval.position <= since);
        let between = sight
            .intervals()
            .iter()
            .filter(|interval| interval.position > since && interval.position <= self.window.upto);
        Ok(before.is_none_or(|interval| interval.membership != Membership::Join)
            || between.into_iter().any(|interval| interval.membership != Membership::Join))
    }

    /// One event more than fits is looked for: there being one is what "limited" means.
    async fn timeline(&self, sight: &Sight, since_seq: i64, upto_seq: i64) -> Result<Timeline> {
        let filter = &self.asked.filter.room.timeline;
        let limit = timeline_limit(filter);
        if since_seq >= upto_seq {
            return Ok(Timeline { events: Vec::new(), limited: false, start: upto_seq });
        }
        let asked = PageAsked { from: upto_seq, to: Some(since_seq), backwards: true, limit: limit + 1, filter };
        let Page { mut events, end } = self.sync.rooms.page(self.room, sight, &asked).await?;
        let limited = events.len() > limit || (end.is_some() && events.len() < limit + 1);
        events.truncate(limit);
        let start = match (events.last(), limited) {
            (Some(first), true) => first.seq - 1,
            (None, true) => upto_seq,
            (_, false) => since_seq,
        };
        events.reverse();
        Ok(Timeline { events, limited, start })
    }

    /// The state that the timeline cannot tell by itself: all of it for a room that is new to the
    /// device, else what changed since. Where the state at the end of the timeline was asked for, the
    /// timeline tells none; otherwise what stands in the timeline is told there, and here as it was before.
    async fn state(
        &self,
        timeline: &Timeline,
        (since_seq, upto_seq): (i64, i64),
        whole: bool,
        told: &mut ToldMembers,
    ) -> Result<Vec<Arc<RoomEvent>>> {
        let rooms = &self.sync.rooms;
        let at_end = self.asked.state_after.is_some();
        let within = timeline.events.iter().filter(|event| event.seq <= upto_seq).count();
        let known_seq = if whole { 0 } else { since_seq };
        let tells_all = !at_end && within as i64 == upto_seq - known_seq;
        let mut state: Vec<Arc<RoomEvent>> = match (tells_all, whole) {
            (true, _) => Vec::new(),
            (false, true) => rooms.state_after(self.room, upto_seq).await?.iter().cloned().collect(),
            (false, false) => rooms.state_changes(self.room, since_seq, upto_seq).await?,
        };
        let in_timeline = |event: &RoomEvent| timeline.events.iter().any(|told| told.seq == event.seq);
        if !at_end && !tells_all {
            state.retain(|event| !in_timeline(event));
            for first in first_of_each_key(&timeline.events) {
                let key = first.state_key.as_deref().unwrap_or_default();
                let before = rooms.state_event_at(self.room, &first.kind.to_string(), key, first.seq - 1).await?;
                state.extend(before.filter(|before| (whole || before.seq > since_seq) && !in_timeline(before)));
            }
        }
        if let LazyLoadOptions::Enabled { include_redundant_members } = self.lazy() {
            if whole {
                state.retain(|event| event.membership().is_none());
                told.members.remove(&self.room.id);
            }
            self.add_members(&mut state, timeline, upto_seq, whole, include_redundant_members, told).await?;
        }
        let filter = EventFilter::new(&self.asked.filter.room.state);
        state.retain(|event| filter.lets_through(event));
        state.sort_by_key(|event| event.seq);
        Ok(state)
    }

    /// With lazy loading: whoever speaks in the timeline, oneself, and who the room is named after.
    async fn add_members(
        &self,
        state: &mut Vec<Arc<RoomEvent>>,
        timeline: &Timeline,
        upto_seq: i64,
        whole: bool,
        redundant: bool,
        told: &mut ToldMembers,
    ) -> Result<()> {
        let now = self.sync.rooms.state_after(self.room, upto_seq).await?;
        let mut wanted: BTreeSet<String> = timeline.events.iter().map(|event| event.sender.to_string()).collect();
        if whole {
            wanted.insert(self.asked.user_id.to_string());
        }
        if self.tells_summary(timeline, whole) && !is_named(&now) {
            wanted.extend(heroes(&now, &self.asked.user_id));
        }
        for event in state.iter().filter(|event| event.membership().is_some()) {
            if let Some(member) = &event.state_key {
                wanted.remove(member);
                told.tell(&self.room.id, member);
            }
        }
        let first_told = |member: &str| {
            let own =
                |event: &&Arc<RoomEvent>| event.membership().is_some() && event.state_key.as_deref() == Some(member);
            timeline.events.iter().find(own)
        };
        for member in wanted {
            if !told.tell(&self.room.id, &member) && !redundant {
                continue;
            }
            // What stands in the timeline is told there; before it, the member was shown differently.
            let at = match first_told(&member) {
                Some(event) if self.asked.state_after.is_none() => event.seq - 1,
                _ => upto_seq,
            };
            let event = match now.member(&member) {
                Some(event) if event.seq <= at => Some(event.clone()),
                _ => self.sync.rooms.state_event_at(self.room, "m.room.member", &member, at).await?,
            };
            state.extend(event);
        }
        Ok(())
    }

    async fn push_timeline(&self, out: &mut String, timeline: &Timeline, sight: &Sight) -> Result<()> {
        let attached = self.sync.rooms.bundled(self.room, &timeline.events, &self.asked.user_id).await?;
        let reader = self.reader();
        out.push_str("{\"events\":");
        push_array(out, &timeline.events, |out, event| {
            push_event(out, event, reader, Some(sight.membership_at(event.seq)), &attached);
        });
        write!(out, ",\"limited\":{},\"prev_batch\":\"{}\"}}", timeline.limited, gap(timeline.start)).ok();
        Ok(())
    }

    /// Of state that is told whole one does not learn what it replaced: that may have been before one came.
    async fn push_state(&self, out: &mut String, state: &[Arc<RoomEvent>], is_whole: bool) -> Result<()> {
        let attached = match is_whole {
            true => Attached::default(),
            false => self.sync.rooms.attached(self.room, state).await?,
        };
        let reader = self.reader();
        push_array(out, state, |out, event| push_event(out, event, reader, None, &attached));
        Ok(())
    }

    /// Receipts and typing notices, each as one finished event.
    async fn ephemeral(&self, newly: bool) -> Result<Vec<String>> {
        let filter = &self.asked.filter.room.ephemeral;
        if !lets_room_through(filter.rooms.as_deref(), &filter.not_rooms, &self.room.id) {
            return Ok(Vec::new());
        }
        let lets = |kind: &str| lets_kind_through(filter.types.as_deref(), &filter.not_types, kind);
        let mut events = Vec::new();
        let (since, since_serial) =
            if newly { (0, 0) } else { (self.window.since_position(), self.window.since_serial) };
        if lets("m.receipt") && self.room.receipts_position() > since {
            events.append(&mut self.receipts(since).await?);
        }
        let serial = self.room.typing_serial_without(self.ignored);
        if lets("m.typing") && serial > since_serial {
            let mut typing = self.room.typing_members();
            typing.retain(|member| !self.ignored.contains(member));
            if !typing.is_empty() || !newly {
                events.push(json!({ "type": "m.typing", "content": { "user_ids": typing } }).to_string());
            }
        }
        Ok(events)
    }

    /// One event has place for one receipt of a kind, member and event. Who has read up to the same in
    /// a thread and outside of it is told of in two.
    async fn receipts(&self, since: i64) -> Result<Vec<String>> {
        let moved = self.sync.rooms.receipts_between(self.room, since, self.window.upto).await?;
        type Content = BTreeMap<String, BTreeMap<String, Map<String, Value>>>;
        let mut contents: Vec<Content> = Vec::new();
        for receipt in moved {
            let is_private = receipt.kind == "m.read.private" && receipt.user_id != *self.asked.user_id;
            if is_private || self.ignored.contains(&receipt.user_id) {
                continue;
            }
            let mut told = json!({ "ts": receipt.ts });
            if !receipt.thread.is_empty() {
                told["thread_id"] = receipt.thread.into();
            }
            let is_free = |content: &Content| {
                let of_event = content.get(&receipt.event_id).and_then(|kinds| kinds.get(&receipt.kind));
                of_event.is_none_or(|members| !members.contains_key(&receipt.user_id))
            };
            let at = contents.iter().position(is_free).unwrap_or(contents.len());
            if at == contents.len() {
                contents.push(Content::new());
            }
            let kinds = contents[at].entry(receipt.event_id).or_default();
            kinds.entry(receipt.kind).or_default().insert(receipt.user_id, told);
        }
        let event = |content: &Content| json!({ "type": "m.receipt", "content": content }).to_string();
        Ok(contents.iter().map(event).collect())
    }

    async fn push_unread(&self, out: &mut String, upto_seq: i64) -> Result<()> {
        let unread = self.sync.unread(&self.asked.user_id, self.room, upto_seq).await?;
        let by_thread = self.asked.filter.room.timeline.unread_thread_notifications;
        let counts = |(notifications, highlights): (u64, u64)| {
            format!("{{\"notification_count\":{notifications},\"highlight_count\":{highlights}}}")
        };
        let whole = if by_thread { (unread.notifications, unread.highlights) } else { unread.whole_room() };
        write!(out, ",\"unread_notifications\":{}", counts(whole)).ok();
        if by_thread {
            out.push_str(",\"unread_thread_notifications\":{");
            for (at, (root, thread)) in unread.threads.iter().enumerate() {
                let comma = if at > 0 { "," } else { "" };
                write!(out, "{comma}\"{root}\":{}", counts(*thread)).ok();
            }
            out.push('}');
        }
        Ok(())
    }

    /// What somebody who is not in the room is told of it: nothing, where somebody invites whom they ignore.
    pub(super) async fn stripped(&self, section: &str) -> Result<Option<String>> {
        const SHOWN: [&str; 8] = [
            "m.room.create",
            "m.room.name",
            "m.room.avatar",
            "m.room.topic",
            "m.room.join_rules",
            "m.room.canonical_alias",
            "m.room.encryption",
            "m.room.tombstone",
        ];
        let upto_seq = self.sync.rooms.seq_at(self.room, self.window.upto).await?;
        let state = self.sync.rooms.state_after(self.room, upto_seq).await?;
        let own = state.member(&self.asked.user_id);
        if own.is_some_and(|event| self.ignored.contains(event.sender.as_str())) {
            return Ok(None);
        }
        let inviter = own.and_then(|event| state.member(event.sender.as_str()));
        let events = SHOWN.iter().filter_map(|kind| state.get(kind, "")).chain(inviter).chain(own);
        let mut out = format!("{{\"{section}\":{{\"events\":");
        push_array(&mut out, events, |out, event| event.push_stripped(out));
        out.push_str("}}");
        Ok(Some(out))
    }

    /// A room that the member has left: what they saw until then. On a first sync only where asked for.
    pub(super) async fn left(&self, now: &RoomMembership, told: &mut ToldMembers) -> Result<Option<String>> {
        if self.window.is_initial() && !self.asked.filter.room.include_leave {
            return Ok(None);
        }
        let since = self.window.since_position();
        let sight = self.sync.rooms.sight(self.room, &self.asked.user_id).await?;
        if self.window.is_initial() && sight.intervals().is_empty() {
            // Forgotten. A device that knew of the room is still told that it is over.
            return Ok(None);
        }
        // A visit that the device has not heard of is told whole: it opened what was hidden before.
        let was_in = sight.was_in_at(since);
        let visited = !was_in && sight.joined_between(since, now.position);
        let since_seq = match visited {
            true => 0,
            false => self.sync.rooms.seq_at(self.room, since).await?.min(now.seq - 1),
        };
        let timeline = self.timeline(&sight, since_seq, now.seq).await?;
        // The state ends where one left: a ban that came later tells nothing of what came between.
        let state = match sight.last_joined_seq() {
            Some(left_seq) if was_in || visited => {
                let upto_seq = left_seq.min(now.seq);
                self.state(&timeline, (since_seq.min(upto_seq), upto_seq), visited, told).await?
            }
            _ => Vec::new(),
        };
        let mut out = String::from("{\"timeline\":");
        self.push_timeline(&mut out, &timeline, &sight).await?;
        let key = self.asked.state_after.unwrap_or("state");
        write!(out, ",\"{key}\":{{\"events\":").ok();
        self.push_state(&mut out, &state, visited).await?;
        out.push_str("},\"account_data\":{\"events\":[]}}");
        Ok(Some(out))
    }
}

/// The first event of each type and key in a timeline.
fn first_of_each_key(events: &[Arc<RoomEvent>]) -> Vec<&Arc<RoomEvent>> {
    let mut seen = HashSet::new();
    let state = events.iter().filter(|event| event.is_state());
    state.filter(|event| seen.insert((event.kind.to_string(), event.state_key.clone()))).collect()
}

fn timeline_limit(filter: &RoomEventFilter) -> usize {
    let asked = filter.limit.map(|limit| usize::try_from(u64::from(limit)).unwrap_or(usize::MAX));
    asked.unwrap_or(limits::SYNC_TIMELINE_DEFAULT).min(limits::SYNC_TIMELINE_EVENTS)
}

/// Counts, and who the room is named after where it has no name.
fn summary(state: &State, reader: &str) -> Value {
    let mut summary = json!({ "m.joined_member_count": state.joined, "m.invited_member_count": state.invited });
    if !is_named(state) {
        summary["m.heroes"] = heroes(state, reader).into();
    }
    summary
}

fn is_named(state: &State) -> bool {
    let says = |kind, field| {
        let said = state.get(kind, "").and_then(|event| event.content_str(field));
        said.is_some_and(|name| !name.is_empty())
    };
    says("m.room.name", "name") || says("m.room.canonical_alias", "alias")
}

/// Whether a room may have another name since an event.
fn names(event: &RoomEvent) -> bool {
    event.is_state() && matches!(event.kind.to_string().as_str(), "m.room.name" | "m.room.canonical_alias")
}

/// The first members of the room beside the reader; of those who left, when nobody else is there.
fn heroes(state: &State, reader: &str) -> Vec<String> {
    let named_after = |wanted: &[Membership]| {
        let mut found: Vec<_> = state
            .of_kind("m.room.member")
            .filter(|event| event.membership().is_some_and(|membership| wanted.contains(&membership)))
            .filter(|event| event.state_key.as_deref() != Some(reader))
            .collect();
        found.sort_by_key(|event| event.seq);
        found.into_iter().filter_map(|event| event.state_key.clone()).take(limits::HEROES).collect::<Vec<_>>()
    };
    let here = named_after(&[Membership::Join, Membership::Invite]);
    if here.is_empty() { named_after(&[Membership::Leave, Membership::Ban]) } else { here }
}
