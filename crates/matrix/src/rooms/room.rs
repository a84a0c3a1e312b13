//! A loaded room: what is committed and may be seen, and the head that appends build on.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::{Arc, atomic::AtomicU64},
};

use hearth_kernel::limits;
use hearth_store::Chain;
use parking_lot::{Mutex, RwLock};
use ruma::{OwnedEventId, OwnedRoomId, RoomVersionId, room_version_rules::RoomVersionRules};
use tokio::sync::Notify;

use super::{
    event::{RoomEvent, Visibility},
    ignored::Ignored,
    state::State,
    typing::Typing,
};

/// A room in memory. `head` runs ahead of `view` by what is queued for the committer; only appends
/// look at the head, and only the committer moves the view.
pub struct Room {
    pub id: OwnedRoomId,
    pub version: RoomVersionId,
    pub rules: RoomVersionRules,
    pub(crate) head: Mutex<Head>,
    pub(crate) view: RwLock<View>,
    /// Rings when the view has moved.
    pub(crate) settled: Notify,
    pub(crate) typing: Mutex<Typing>,
    /// When it was last asked for, as the count of all uses then.
    pub(crate) used: AtomicU64,
}

/// Where the next event goes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tip {
    pub(crate) seq: i64,
    pub(crate) event_id: Option<OwnedEventId>,
    pub(crate) depth: i64,
    pub(crate) last_state_seq: i64,
    pub(crate) notifying: i64,
}

impl Tip {
    pub(crate) fn move_to(&mut self, event: &RoomEvent) {
        self.seq = event.seq;
        self.event_id = Some(event.event_id.clone());
        self.depth = event.depth;
        self.notifying = event.notifying;
        if event.is_state() {
            self.last_state_seq = event.seq;
        }
    }
}

/// What appends build on: the view and everything queued behind it.
#[derive(Clone, Default)]
pub(crate) struct Head {
    pub(crate) state: State,
    pub(crate) tip: Tip,
    /// Breaks when a queued append fails; the head then starts again from the view.
    pub(crate) chain: Chain,
}

/// What is on disk.
#[derive(Clone, Default)]
pub(crate) struct View {
    pub(crate) state: State,
    pub(crate) tip: Tip,
    /// The position of the last event.
    pub(crate) position: i64,
    pub(crate) receipts_position: i64,
    recent: VecDeque<(i64, Arc<RoomEvent>)>,
    /// Which of the recent events others relate to, or did before they were removed.
    pub(crate) related: BTreeSet<i64>,
}

impl View {
    pub(crate) fn append(&mut self, position: i64, event: Arc<RoomEvent>) {
        debug_assert!(
            self.tip.seq == 0 || event.seq == self.tip.seq + 1,
            "events are committed in the order of the lock"
        );
        self.tip.move_to(&event);
        self.position = position;
        if event.is_state() {
            self.state.insert(event.clone());
        }
        if let Some(relation) = event.relation()
            && let Some(target) = self.recent_event(relation.target.as_str())
        {
            self.related.insert(target.seq);
        }
        if self.recent.len() == limits::ROOM_RECENT_EVENTS
            && let Some((_, oldest)) = self.recent.pop_front()
        {
            self.related.remove(&oldest.seq);
        }
        self.recent.push_back((position, event));
    }

    /// The bytes in memory follow the redaction on disk.
    pub(crate) fn replace(&mut self, redacted: &Arc<RoomEvent>) {
        for (_, event) in &mut self.recent {
            if event.seq == redacted.seq {
                *event = redacted.clone();
            }
        }
        self.state.replace(redacted);
    }

    /// Events as they are by then, since they may have been redacted meanwhile.
    pub(crate) fn hide(&mut self, hidden: &[i64]) {
        for (_, event) in self.recent.iter_mut().filter(|(_, event)| hidden.contains(&event.seq)) {
            *event = Arc::new(RoomEvent { visibility: Visibility::Joined, ..event.copy() });
        }
    }

    /// Events of `low < seq <= high`, at most `count` from the side that one comes from, where memory
    /// holds all that the disk would give.
    pub(crate) fn recent(&self, (low, high): (i64, i64), backwards: bool, count: usize) -> Option<Vec<Arc<RoomEvent>>> {
        let first = self.recent.front()?.1.seq;
        let last = high.min(self.tip.seq);
        let reaches = if backwards { last - count as i64 } else { low };
        if reaches.max(low) + 1 < first {
            return None;
        }
        let at = |seq: i64| self.recent.get(usize::try_from(seq - first).ok()?).map(|(_, event)| event.clone());
        let events = low + 1..=last;
        Some(if backwards {
            events.rev().take(count).filter_map(at).collect()
        } else {
            events.take(count).filter_map(at).collect()
        })
    }

    pub(crate) fn recent_event(&self, event_id: &str) -> Option<Arc<RoomEvent>> {
        self.recent.iter().rev().find(|(_, event)| event.event_id == event_id).map(|(_, event)| event.clone())
    }

    /// What a redaction has removed, where memory holds all of it: what is said in an event's place comes after it.
    pub(crate) fn removed_by(&self, redaction: &RoomEvent) -> Option<Vec<i64>> {
        self.recent_event(redaction.redacts.as_ref()?.as_str())?;
        let removed = self.recent.iter().filter(|(_, event)| event.redacted_by_seq == Some(redaction.seq));
        Some(removed.map(|(_, event)| event.seq).collect())
    }

    /// The stretch that holds those of some events that others relate to. What is not in memory may be.
    pub(crate) fn related_among(&self, events: &[Arc<RoomEvent>]) -> Option<(i64, i64)> {
        let first = self.recent.front().map_or(i64::MAX, |(_, event)| event.seq);
        let related = events.iter().map(|event| event.seq).filter(|seq| *seq < first || self.related.contains(seq));
        related.fold(None, |stretch, seq| {
            let (low, high) = stretch.unwrap_or((seq - 1, seq));
            Some((low.min(seq - 1), high.max(seq)))
        })
    }

    /// The last sequence at or before a position, if memory reaches back that far.
    pub(crate) fn seq_at(&self, position: i64) -> Option<i64> {
        if position >= self.position {
            return Some(self.tip.seq);
        }
        let first = self.recent.front()?;
        if first.0 > position && first.1.seq > 1 {
            return None;
        }
        Some(self.recent.iter().take_while(|(at, _)| *at <= position).last().map_or(0, |(_, event)| event.seq))
    }
}

impl Room {
    pub(crate) fn new(id: OwnedRoomId, version: RoomVersionId, rules: RoomVersionRules, view: View) -> Self {
        let head = Head { state: view.state.clone(), tip: view.tip.clone(), chain: Chain::default() };
        Self {
            id,
            version,
            rules,
            head: Mutex::new(head),
            view: RwLock::new(view),
            settled: Notify::new(),
            typing: Mutex::default(),
            used: AtomicU64::new(0),
        }
    }

    /// The committed state, for reading without a lock.
    pub fn state(&self) -> State {
        self.view.read().state.clone()
    }

    pub fn last_seq(&self) -> i64 {
        self.view.read().tip.seq
    }

    pub(crate) fn last_state_seq(&self) -> i64 {
        self.view.read().tip.last_state_seq
    }

    pub(crate) fn typing_serial(&self) -> i64 {
        self.typing.lock().serial
    }

    /// The same for who does not hear these.
    pub(crate) fn typing_serial_without(&self, ignored: &Ignored) -> i64 {
        self.typing.lock().serial_without(ignored)
    }

    pub(crate) fn typing_members(&self) -> Vec<String> {
        self.typing.lock().members().map(ToString::to_string).collect()
    }

    pub(crate) fn receipts_position(&self) -> i64 {
        self.view.read().receipts_position
    }

    /// No append is under way, so that the room may leave memory.
    pub(crate) fn is_settled(&self) -> bool {
        let head = self.head.lock();
        head.chain.is_broken() || head.tip.seq == self.view.read().tip.seq
    }

    /// Waits until everything that the head held at `seq` is on disk or has failed. An answer that
    /// was derived from pending writes must not be given before.
    pub(crate) async fn settle(&self, seq: i64, chain: &Chain) {
        loop {
            let ring = self.settled.notified();
            let mut ring = std::pin::pin!(ring);
            ring.as_mut().enable();
            if self.view.read().tip.seq >= seq {
                return;
            }
            tokio::select! {
                biased;
                () = chain.broken() => return,
                () = ring => {}
            }
        }
    }
}

impl Head {
    /// Falls back to what is on disk after a failed write, without reading the disk.
    pub(crate) fn recover(&mut self, view: &View) {
        if self.chain.is_broken() {
            *self = Self { state: view.state.clone(), tip: view.tip.clone(), chain: Chain::default() };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rooms::event::example;

    #[test]
    fn what_was_redacted_meanwhile_is_hidden_as_it_is_by_then() {
        let mut view = View::default();
        for seq in 1..=2 {
            view.append(seq, Arc::new(RoomEvent { seq, ..example(seq, Visibility::Shared) }));
        }
        view.replace(&Arc::new(RoomEvent { redacted_by_seq: Some(9), ..example(1, Visibility::Shared) }));
        view.hide(&[1]);
        let seen: Vec<_> = view.recent.iter().map(|(_, event)| (event.visibility, event.redacted_by_seq)).collect();
        assert_eq!(seen, [(Visibility::Joined, Some(9)), (Visibility::Shared, None)]);
    }
}
