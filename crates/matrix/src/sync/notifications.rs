//! What a member was notified of, newest first: found by asking their rules of the last events of
//! their rooms, as the counts of what is unread are. Nothing is stored for it.

use std::{
    collections::{BinaryHeap, VecDeque},
    fmt::Write as _,
    sync::Arc,
};

use hearth_http::Caller;
use hearth_kernel::{Result, limits};
use ruma::OwnedRoomId;

use super::Sync;
use crate::{
    push::{FlattenedEvent, Rules, actions, effect},
    rooms::{
        Membership, Room, RoomEvent,
        render::{Reader, push_event},
    },
};

/// Events of a room that are read at once.
const STEP: usize = 32;

/// A list as it was asked for.
pub(super) struct Wanted {
    /// What stands before this position.
    pub(super) before: i64,
    pub(super) limit: usize,
    pub(super) only_highlights: bool,
}

/// A room as far as it is looked through.
struct Cursor {
    room_id: OwnedRoomId,
    room: Option<Opened>,
}

struct Opened {
    room: Arc<Room>,
    /// Events up to this one came before the reader did.
    joined_seq: i64,
    /// The next event to read, behind those that wait here.
    next_seq: i64,
    waiting: VecDeque<(i64, Arc<RoomEvent>)>,
}

impl Sync {
    /// One page, as finished JSON. It looks at a bounded number of events and says where to go on.
    pub(super) async fn notifications(&self, caller: &Caller, wanted: &Wanted) -> Result<String> {
        let rules = self.push.rules(&caller.user_id).await?;
        let (mut cursors, mut places) = (Vec::new(), BinaryHeap::new());
        for (room, last) in self.rooms.last_changes(&caller.user_id).await? {
            if room.membership == Membership::Join {
                places.push((last.min(wanted.before - 1), cursors.len()));
                cursors.push(Cursor { room_id: room.room_id, room: None });
            }
        }
        let (mut listed, mut looked_at, mut last_position, mut next) = (Vec::new(), 0, i64::MAX, None);
        while let Some((position, at)) = places.pop() {
            let is_full = listed.len() >= wanted.limit || looked_at >= limits::NOTIFICATIONS_SCAN_EVENTS;
            if is_full && position < last_position {
                next = Some(position + 1);
                break;
            }
            let cursor = &mut cursors[at];
            if cursor.room.as_ref().is_none_or(|opened| opened.waiting.is_empty()) {
                looked_at += self.look_on(cursor, &caller.user_id, position).await? + 1;
            } else if let Some(opened) = &mut cursor.room
                && let Some((position, event)) = opened.waiting.pop_front()
            {
                last_position = position;
                listed.extend(self.notification(caller, &rules, &opened.room, &event, wanted.only_highlights).await?);
            }
            if let Some(opened) = &cursor.room {
                let more = opened.waiting.front().map(|(position, _)| *position);
                places.extend(more.or((opened.next_seq > opened.joined_seq).then_some(position)).map(|to| (to, at)));
            }
        }
        let mut out = format!("{{\"notifications\":[{}]", listed.join(","));
        if let Some(next) = next {
            write!(out, ",\"next_token\":\"{}\"", token(next)).ok();
        }
        out.push('}');
        Ok(out)
    }

    /// Reads the next events of a room, and says how many there were.
    async fn look_on(&self, cursor: &mut Cursor, reader: &str, upto: i64) -> Result<usize> {
        let opened = match &mut cursor.room {
            Some(opened) => opened,
            None => {
                let room = self.rooms.room(&cursor.room_id).await?;
                let joined_seq = self.rooms.sight(&room, reader).await?.joined_seq().unwrap_or(i64::MAX);
                let next_seq = self.rooms.seq_at(&room, upto).await?;
                cursor.room.insert(Opened { room, joined_seq, next_seq, waiting: VecDeque::new() })
            }
        };
        let stretch = (opened.joined_seq.min(opened.next_seq), opened.next_seq);
        let found = self.rooms.last_events(&opened.room, stretch, STEP).await?;
        opened.next_seq = found.last().map_or(0, |(_, event)| event.seq - 1);
        opened.waiting.extend(found);
        Ok(opened.waiting.len())
    }

    /// What an event was to the reader, if they were notified of it.
    async fn notification(
        &self,
        caller: &Caller,
        rules: &Rules,
        room: &Arc<Room>,
        event: &Arc<RoomEvent>,
        only_highlights: bool,
    ) -> Result<Option<String>> {
        let is_ignored = self.rooms.ignored(&caller.user_id).await?.contains(event.sender.as_str());
        if event.redacted_by_seq.is_some() || is_ignored {
            return Ok(None);
        }
        let context = self.context_of(room, &caller.user_id)?;
        let flat = event.derived(FlattenedEvent::new);
        let effect = effect(rules, &flat, &context);
        if !effect.notify || (only_highlights && !effect.highlight) {
            return Ok(None);
        }
        let last = room.last_seq();
        let is_unread = self.with_counter(&caller.user_id, room, last, |counter| counter.is_unread(event.seq)).await?;
        let bundled = self.rooms.bundled(room, std::slice::from_ref(event), &caller.user_id).await?;
        let actions = serde_json::to_string(actions(rules, &flat, &context)).unwrap_or_else(|_| "[]".to_owned());
        let (room_id, ts, read) = (&room.id, event.origin_server_ts, !is_unread);
        let mut out =
            format!("{{\"actions\":{actions},\"read\":{read},\"room_id\":\"{room_id}\",\"ts\":{ts},\"event\":");
        let now_ms = self.context.now_ms();
        let reader = Reader { user_id: &caller.user_id, device_id: &caller.device_id, now_ms, with_room_id: true };
        push_event(&mut out, event, reader, None, &bundled);
        out.push('}');
        Ok(Some(out))
    }
}

/// Where a page goes on from.
fn token(before: i64) -> String {
    format!("n{before}")
}

pub(super) fn parse_token(token: &str) -> Option<i64> {
    token.strip_prefix('n').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_as_it_was_written() {
        assert_eq!(parse_token(&token(17)), Some(17));
        for forged in ["", "n", "n-1", "17", "n1x", "n99999999999999999999"] {
            assert_eq!(parse_token(forged), None, "{forged}");
        }
    }
}
