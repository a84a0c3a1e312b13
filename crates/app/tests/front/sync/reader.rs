//! A client's view of its rooms, put together from one sync after another.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::{Member, array, text};

/// How a device reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// State at the start of the timeline, all members.
    Plain,
    /// Members are told when they speak, or a room is named after them.
    Lazy,
    /// State at the end of the timeline.
    StateAfter,
    LazyStateAfter,
}

impl Way {
    pub const ALL: [Self; 4] = [Self::Plain, Self::Lazy, Self::StateAfter, Self::LazyStateAfter];

    fn is_lazy(self) -> bool {
        matches!(self, Self::Lazy | Self::LazyStateAfter)
    }

    fn has_state_after(self) -> bool {
        matches!(self, Self::StateAfter | Self::LazyStateAfter)
    }
}

type Key = (String, String);

#[derive(Default)]
struct Room {
    section: String,
    timeline: Vec<String>,
    /// Event ids by type and key.
    state: BTreeMap<Key, String>,
    receipts: BTreeMap<(String, String, String), String>,
    typing: BTreeSet<String>,
    data: BTreeMap<String, Value>,
    counts: Value,
    summary: Value,
}

/// One device.
pub struct Reader {
    pub device: Member,
    pub way: Way,
    /// Rooms that the member came into since the last poll, maybe not for the first time.
    pub came: BTreeSet<String>,
    since: Option<String>,
    rooms: BTreeMap<String, Room>,
    data: BTreeMap<String, Value>,
}

impl Reader {
    pub fn new(device: Member, way: Way) -> Self {
        Self { device, way, came: BTreeSet::new(), since: None, rooms: BTreeMap::new(), data: BTreeMap::new() }
    }

    pub async fn poll(&mut self, limit: u8) {
        let state = json!({ "lazy_load_members": self.way.is_lazy() });
        let filter = json!({ "room": { "timeline": { "limit": limit }, "state": state } });
        let more = if self.way.has_state_after() { "&use_state_after=true" } else { "" };
        let answer = self.device.sync(self.since.as_deref(), &filter, more).await;
        note(&mut self.data, &answer["account_data"]);
        for section in ["join", "invite", "leave"] {
            for (id, told) in answer["rooms"][section].as_object().into_iter().flatten() {
                match section {
                    "invite" => self.rooms.entry(id.clone()).or_default().section = section.to_owned(),
                    _ => self.take(id, section, told, usize::from(limit)).await,
                }
            }
        }
        self.since = Some(text(&answer["next_batch"]));
        self.came.clear();
    }

    async fn take(&mut self, id: &str, section: &str, told: &Value, limit: usize) {
        // Who comes into a room is told of it anew, whatever they knew.
        let begins_anew = self.since.is_none() || self.came.contains(id);
        let room = self.rooms.entry(id.to_owned()).or_default();
        match (begins_anew, section) {
            (true, "join") => *room = Room::default(),
            (true, _) => room.timeline.clear(),
            (false, _) => assert!(section == "leave" || room.section == "join", "joined, and did not come"),
        }
        let knew = room.timeline.last().cloned();
        room.section = section.to_owned();
        let timeline = array(&told["timeline"]["events"]);
        assert!(timeline.len() <= limit, "{} events for {limit}", timeline.len());
        let ids: Vec<String> = timeline.iter().map(|event| text(&event["event_id"])).collect();
        let again: Vec<_> = ids.iter().filter(|id| room.timeline.contains(id)).collect();
        assert!(again.is_empty(), "{:?} told twice: {again:?}", self.way);
        let limited = told["timeline"]["limited"] == true;
        if limited || knew.is_none() {
            let gap = gap(&self.device, id, text(&told["timeline"]["prev_batch"]), knew.as_deref()).await;
            assert!(!limited || !gap.is_empty(), "limited, and nothing was left out");
            room.timeline.extend(gap);
        }
        room.timeline.extend(ids);
        let key = if self.way.has_state_after() { "state_after" } else { "state" };
        learn(&mut room.state, array(&told[key]["events"]));
        if !self.way.has_state_after() {
            learn(&mut room.state, timeline);
        }
        if self.way.is_lazy() {
            // Who bans one who has left may have come later.
            let is_own_end = |event: &&Value| section == "leave" && event["state_key"] == self.device.id.as_str();
            let speak = timeline.iter().filter(|event| !is_own_end(event)).map(|event| &event["sender"]);
            for who in speak.chain(array(&told["summary"]["m.heroes"])) {
                let member = ("m.room.member".to_owned(), text(who));
                let in_timeline = timeline.iter().any(|event| event["state_key"] == member.1.as_str());
                assert!(
                    room.state.contains_key(&member) || in_timeline,
                    "{:?} {section} {begins_anew}: nobody said who {} is: {told}",
                    self.way,
                    member.1
                );
            }
        }
        room.take_the_rest(told);
    }

    /// Whom a room is named after, as it was told last.
    pub fn heroes(&self, room: &str) -> Vec<String> {
        array(&self.rooms[room].summary["m.heroes"]).iter().map(text).collect()
    }

    /// Compares with the answer to a first sync.
    pub async fn assert_knows(&self, whole: &Value) {
        let way = self.way;
        let sections = |name: &str| whole["rooms"][name].as_object().into_iter().flatten();
        let mut truth = BTreeMap::new();
        for section in ["join", "invite", "leave"] {
            truth.extend(sections(section).map(|(id, _)| (id.clone(), section.to_owned())));
        }
        let known: BTreeMap<_, _> = self.rooms.iter().map(|(id, room)| (id.clone(), room.section.clone())).collect();
        assert_eq!(known, truth, "{way:?}: memberships");
        let mut data = BTreeMap::new();
        note(&mut data, &whole["account_data"]);
        assert_eq!(self.data, data, "{way:?}: account data");
        for (id, told) in sections("join") {
            let room = &self.rooms[id];
            let mut truth = Room::default();
            truth.take_the_rest(told);
            assert_eq!(room.receipts, truth.receipts, "{way:?}: receipts");
            assert_eq!(room.typing, truth.typing, "{way:?}: typing");
            assert_eq!(room.data, truth.data, "{way:?}: account data of a room");
            assert_eq!(room.counts, truth.counts, "{way:?}: counts");
            for count in ["m.joined_member_count", "m.invited_member_count"] {
                assert_eq!(room.summary[count], truth.summary[count], "{way:?}: {count}");
            }
            self.assert_room(id).await;
        }
        for (id, _) in sections("leave") {
            let was_in = self.device.get(&format!("/rooms/{id}/state")).await.status == 200;
            if was_in {
                self.assert_room(id).await;
            }
        }
    }

    /// State and timeline of a room that the member is or was in.
    async fn assert_room(&self, id: &str) {
        let (way, room) = (self.way, &self.rooms[id]);
        let mut state = BTreeMap::new();
        learn(&mut state, array(&self.device.get(&format!("/rooms/{id}/state")).await.ok()));
        let mut known = room.state.clone();
        let own = ("m.room.member".to_owned(), self.device.id.clone());
        if room.section == "leave" {
            // Bans and invitations after one left belong to oneself, not to the room as one saw it.
            known.remove(&own);
            state.remove(&own);
        }
        if way.is_lazy() {
            // Not everybody was told of; who was must be as they are.
            state.retain(|key, _| key.0 != "m.room.member" || known.contains_key(key));
        }
        assert_eq!(known, state, "{way:?}: state of {id} ({})", room.section);
        let history = self.device.history(id, None, 25).await;
        let is_own = |event: &Value| room.section == "leave" && event["state_key"] == self.device.id.as_str();
        let own: BTreeSet<String> =
            history.iter().filter(|event| is_own(event)).map(|event| text(&event["event_id"])).collect();
        let history: Vec<String> =
            history.iter().map(|event| text(&event["event_id"])).filter(|id| !own.contains(id)).collect();
        let known: Vec<String> = room.timeline.iter().filter(|id| !own.contains(*id)).cloned().collect();
        assert_eq!(known, history, "{way:?}: timeline of {id} ({})", room.section);
    }
}

impl Room {
    fn take_the_rest(&mut self, told: &Value) {
        for event in array(&told["ephemeral"]["events"]) {
            if event["type"] == "m.typing" {
                self.typing = array(&event["content"]["user_ids"]).iter().map(text).collect();
                continue;
            }
            for (event_id, kinds) in event["content"].as_object().into_iter().flatten() {
                for (kind, members) in kinds.as_object().into_iter().flatten() {
                    for (member, receipt) in members.as_object().into_iter().flatten() {
                        let thread = receipt["thread_id"].to_string();
                        self.receipts.insert((kind.clone(), member.clone(), thread), event_id.clone());
                    }
                }
            }
        }
        note(&mut self.data, &told["account_data"]);
        if told["summary"].is_object() {
            self.summary = told["summary"].clone();
        }
        if told["unread_notifications"].is_object() {
            self.counts = told["unread_notifications"].clone();
        }
    }
}

/// What lies between a token and the last event known, oldest first.
async fn gap(device: &Member, room: &str, mut from: String, known: Option<&str>) -> Vec<String> {
    let mut found = Vec::new();
    loop {
        let answer = device.get(&format!("/rooms/{room}/messages?dir=b&limit=7&from={from}")).await;
        if answer.status == 403 {
            return found;
        }
        let answer = answer.ok();
        for event in array(&answer["chunk"]) {
            let id = text(&event["event_id"]);
            if Some(id.as_str()) == known {
                found.reverse();
                return found;
            }
            found.push(id);
        }
        let Some(end) = answer["end"].as_str() else {
            found.reverse();
            return found;
        };
        from = end.to_owned();
    }
}

fn learn(state: &mut BTreeMap<Key, String>, events: &[Value]) {
    for event in events.iter().filter(|event| event["state_key"].is_string()) {
        state.insert((text(&event["type"]), text(&event["state_key"])), text(&event["event_id"]));
    }
}

fn note(data: &mut BTreeMap<String, Value>, told: &Value) {
    for event in array(&told["events"]) {
        data.insert(text(&event["type"]), event["content"].clone());
    }
}
