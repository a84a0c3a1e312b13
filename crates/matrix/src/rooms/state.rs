//! A room's state in memory: a persistent map, so that the committed view and the head share what
//! they have in common and a copy costs nothing.

use std::sync::Arc;

use ruma::{
    UserId,
    events::room::power_levels::{RoomPowerLevels, RoomPowerLevelsSource as Source},
    room_version_rules::RoomVersionRules,
};

use super::event::{Membership, RoomEvent, Visibility};

/// State events by type and key, and what is counted over them.
#[derive(Clone, Default)]
pub struct State {
    events: imbl::HashMap<String, imbl::HashMap<String, Arc<RoomEvent>>>,
    pub joined: i64,
    pub invited: i64,
}

impl State {
    pub fn get(&self, kind: &str, state_key: &str) -> Option<&Arc<RoomEvent>> {
        self.events.get(kind)?.get(state_key)
    }

    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Arc<RoomEvent>> {
        self.events.get(kind).into_iter().flat_map(|events| events.values())
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<RoomEvent>> {
        self.events.values().flat_map(|events| events.values())
    }

    pub(crate) fn insert(&mut self, event: Arc<RoomEvent>) {
        let Some(state_key) = event.state_key.clone() else { return };
        let after = event.membership();
        let of_kind = self.events.entry(event.kind.to_string()).or_default();
        let before = of_kind.insert(state_key, event).and_then(|old| old.membership());
        self.count(before, -1);
        self.count(after, 1);
    }

    /// Puts the redacted form in place of a state event, if it is still in force.
    pub(crate) fn replace(&mut self, redacted: &Arc<RoomEvent>) {
        let key = redacted.state_key.as_deref();
        let current = key.and_then(|key| self.get(&redacted.kind.to_string(), key));
        if current.is_some_and(|event| event.seq == redacted.seq) {
            self.insert(redacted.clone());
        }
    }

    fn count(&mut self, membership: Option<Membership>, by: i64) {
        match membership {
            Some(Membership::Join) => self.joined += by,
            Some(Membership::Invite) => self.invited += by,
            _ => {}
        }
    }

    pub fn member(&self, user_id: &str) -> Option<&Arc<RoomEvent>> {
        self.get("m.room.member", user_id)
    }

    pub fn membership(&self, user_id: &str) -> Option<Membership> {
        self.member(user_id)?.membership()
    }

    pub fn visibility(&self) -> Visibility {
        let setting = self.get("m.room.history_visibility", "");
        setting
            .and_then(|event| event.content_str("history_visibility"))
            .map_or(Visibility::Shared, |name| Visibility::from_name(&name))
    }

    pub fn is_world_readable(&self) -> bool {
        self.visibility() == Visibility::WorldReadable
    }

    /// Whether everybody may come in.
    pub(crate) fn is_open(&self) -> bool {
        let rule = self.get("m.room.join_rules", "").and_then(|event| event.content_str("join_rule"));
        rule.as_deref() == Some("public")
    }

    /// The power levels in force, with the creators' as the room's version has them.
    pub fn power_levels(&self, rules: &RoomVersionRules) -> RoomPowerLevels {
        let content =
            self.get("m.room.power_levels", "").and_then(|event| serde_json::from_str(event.content.get()).ok());
        let creators = self.creators();
        RoomPowerLevels::new(content.map_or(Source::None, Source::Original), &rules.authorization, creators)
    }

    /// The room that this one says it took the place of.
    pub(crate) fn predecessor(&self) -> Option<ruma::OwnedRoomId> {
        let create = self.get("m.room.create", "")?;
        let content: serde_json::Value = serde_json::from_str(create.content.get()).ok()?;
        content["predecessor"]["room_id"].as_str()?.try_into().ok()
    }

    /// The room that this one says took its place.
    pub(crate) fn successor(&self) -> Option<ruma::OwnedRoomId> {
        let tombstone = self.get("m.room.tombstone", "")?;
        tombstone.content_str("replacement_room")?.try_into().ok()
    }

    /// Who made the room, and who was named a creator with them.
    pub(crate) fn creators(&self) -> Vec<ruma::OwnedUserId> {
        let Some(create) = self.get("m.room.create", "") else { return Vec::new() };
        let content: serde_json::Value = serde_json::from_str(create.content.get()).unwrap_or_default();
        let additional = content["additional_creators"].as_array().cloned().unwrap_or_default();
        let additional = additional.iter().filter_map(|user| UserId::parse(user.as_str()?).ok());
        std::iter::once(create.sender.clone()).chain(additional).collect()
    }
}
