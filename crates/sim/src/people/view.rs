//! A room as one device has come to know it: stretches of its timeline, joined from syncs and pages.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// Stretches in the order of the room. Between two of them is a gap that has yet to be paged.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    pub(crate) is_joined: bool,
    pub(crate) events: Vec<Told>,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) typing: Vec<String>,
    /// The events that each reader's receipt of a kind stood at, in the order in which it was told.
    pub(crate) receipts: BTreeMap<(String, String), Vec<String>>,
}

/// Something is missing before the event at this index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) at: usize,
    pub(crate) from: String,
    /// The token at which the part before ended, where paging is to stop by itself.
    pub(crate) to: Option<String>,
}

/// An event as it was told.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) event_id: String,
    pub(crate) kind: String,
    pub(crate) sender: String,
    pub(crate) state_key: Option<String>,
    pub(crate) content: Value,
}

impl Told {
    pub(crate) fn read(event: &Value) -> Self {
        let text = |key: &str| event[key].as_str().unwrap_or_default().to_owned();
        Self {
            event_id: text("event_id"),
            kind: text("type"),
            sender: text("sender"),
            state_key: event["state_key"].as_str().map(str::to_owned),
            content: event["content"].clone(),
        }
    }

    /// What it makes of a member.
    pub(crate) fn membership_of(&self, member: &str) -> Option<&str> {
        let is_theirs = self.kind == "m.room.member" && self.state_key.as_deref() == Some(member);
        self.content["membership"].as_str().filter(|_| is_theirs)
    }
}

/// A timeline of one answer.
pub(crate) struct Timeline {
    events: Vec<Told>,
    limited: bool,
    prev_batch: String,
}

impl Timeline {
    pub(crate) fn read(timeline: &Value) -> Self {
        let events = timeline["events"].as_array().into_iter().flatten();
        Self {
            events: events.map(Told::read).collect(),
            limited: timeline["limited"].as_bool().unwrap_or(false),
            prev_batch: timeline["prev_batch"].as_str().unwrap_or_default().to_owned(),
        }
    }
}

/// What is known of the way to here.
pub(crate) struct Past<'a> {
    /// The token that the answer goes on from.
    pub(crate) since: Option<&'a str>,
    /// Whether the member may have been out of the room in between.
    pub(crate) may_have_left: bool,
    /// Whether gaps are paged down to `since`, or until a known event is met.
    pub(crate) pages_to_since: bool,
}

impl View {
    /// Somebody who is in the room hears of it. Says what is wrong with it.
    pub(crate) fn joined(&mut self, timeline: Timeline, past: &Past<'_>) -> Option<String> {
        let was_in = std::mem::replace(&mut self.is_joined, true);
        if !was_in {
            self.begin_anew(timeline);
            return None;
        }
        let known = self.known();
        let repeated = timeline.events.iter().find(|event| known.contains(event.event_id.as_str()));
        match repeated.map(|event| event.event_id.clone()) {
            // Whoever comes back is told of the room from its newest events on, as at the first time.
            Some(_) if past.may_have_left => self.begin_anew(timeline),
            Some(event_id) => return Some(format!("{event_id} was told twice by sync")),
            None => self.go_on(timeline, past),
        }
        None
    }

    /// Somebody who has left hears how it came to that.
    pub(crate) fn left(&mut self, timeline: Timeline, past: &Past<'_>) -> Option<String> {
        if !std::mem::replace(&mut self.is_joined, false) {
            // In and out again between two syncs: what was said before is not told by itself.
            let begins = Timeline { limited: true, ..timeline };
            self.begin_anew(begins);
            return None;
        }
        let known = self.known();
        if let Some(event) = timeline.events.iter().find(|event| known.contains(event.event_id.as_str())) {
            return Some(format!("{} was told twice by sync", event.event_id));
        }
        self.go_on(timeline, past);
        None
    }

    fn known(&self) -> BTreeSet<&str> {
        self.events.iter().map(|event| event.event_id.as_str()).collect()
    }

    fn begin_anew(&mut self, timeline: Timeline) {
        let gap = Gap { at: 0, from: timeline.prev_batch, to: None };
        self.gaps = timeline.limited.then_some(gap).into_iter().collect();
        self.events = timeline.events;
        self.typing.clear();
    }

    fn go_on(&mut self, timeline: Timeline, past: &Past<'_>) {
        if timeline.limited {
            let to = past.since.filter(|_| past.pages_to_since).map(str::to_owned);
            self.gaps.push(Gap { at: self.events.len(), from: timeline.prev_batch, to });
        }
        self.events.extend(timeline.events);
    }

    /// Puts a page, newest first, into the last gap. Says what is wrong with it.
    pub(crate) fn fill(&mut self, gap: &Gap, page: &Value) -> Option<String> {
        if self.gaps.last() != Some(gap) {
            return Some("a gap was closed while it was paged".to_owned());
        }
        let known = self.known();
        let all = page["chunk"].as_array().into_iter().flatten().map(Told::read);
        let mut events: Vec<Told> = all.collect();
        let met = events.iter().position(|event| known.contains(event.event_id.as_str()));
        if let Some(met) = met {
            let event_id = events[met].event_id.clone();
            let before = gap.at.checked_sub(1).and_then(|at| self.events.get(at));
            if gap.to.is_some() || before.is_none_or(|before| before.event_id != event_id) {
                return Some(format!("{event_id} was told twice, by a page into another stretch"));
            }
            events.truncate(met);
        }
        let end = page["end"].as_str().filter(|_| met.is_none());
        if end.is_none() && met.is_none() && gap.to.is_none() && gap.at > 0 {
            return Some("pages ended without meeting the stretch before".to_owned());
        }
        events.reverse();
        self.events.splice(gap.at..gap.at, events);
        self.gaps.pop();
        if let Some(end) = end {
            self.gaps.push(Gap { from: end.to_owned(), ..gap.clone() });
        }
        None
    }

    /// Receipts and typing notices.
    pub(crate) fn hear(&mut self, ephemeral: &Value) {
        for event in ephemeral["events"].as_array().into_iter().flatten() {
            match event["type"].as_str() {
                Some("m.typing") => {
                    let typing = event["content"]["user_ids"].as_array().into_iter().flatten();
                    self.typing = typing.filter_map(Value::as_str).map(str::to_owned).collect();
                }
                Some("m.receipt") => self.hear_receipts(&event["content"]),
                _ => {}
            }
        }
    }

    fn hear_receipts(&mut self, content: &Value) {
        for (event_id, kinds) in content.as_object().into_iter().flatten() {
            for (kind, readers) in kinds.as_object().into_iter().flatten() {
                for reader in readers.as_object().into_iter().flat_map(|readers| readers.keys()) {
                    self.receipts.entry((reader.clone(), kind.clone())).or_default().push(event_id.clone());
                }
            }
        }
    }

    /// The stretches, oldest first.
    pub(crate) fn stretches(&self) -> Vec<&[Told]> {
        let mut ends: Vec<usize> = self.gaps.iter().map(|gap| gap.at).collect();
        ends.push(self.events.len());
        let mut from = 0;
        let stretch = |to: usize| {
            let stretch = &self.events[from..to];
            from = to;
            stretch
        };
        ends.into_iter().map(stretch).filter(|stretch| !stretch.is_empty()).collect()
    }
}
