//! What a room is, in a few lines: for lists, for spaces, and for who thinks about coming in.

use std::collections::BTreeSet;

use ruma::{
    EventEncryptionAlgorithm, OwnedMxcUri, OwnedRoomAliasId, OwnedRoomId, UInt,
    room::{JoinRule, JoinRuleSummary, RoomSummary, RoomType},
};

use super::{event::Membership, room::Room, service::restricted::allowed_rooms, state::State};

pub(crate) fn summary(room: &Room, state: &State) -> RoomSummary {
    let text = |kind: &str, key: &str| {
        state.get(kind, "").and_then(|event| event.content_str(key)).filter(|text| !text.is_empty())
    };
    let guests_can_join = text("m.room.guest_access", "guest_access").as_deref() == Some("can_join");
    let joined = UInt::try_from(state.joined).unwrap_or_default();
    let mut summary =
        RoomSummary::new(room.id.clone(), join_rule(state), guests_can_join, joined, state.is_world_readable());
    let alias = text("m.room.canonical_alias", "alias");
    summary.canonical_alias = alias.and_then(|alias| OwnedRoomAliasId::try_from(alias).ok());
    summary.name = text("m.room.name", "name");
    summary.topic = text("m.room.topic", "topic");
    summary.avatar_url = text("m.room.avatar", "url").map(OwnedMxcUri::from);
    summary.room_type = text("m.room.create", "type").map(RoomType::from);
    summary.encryption = text("m.room.encryption", "algorithm").map(EventEncryptionAlgorithm::from);
    summary.room_version = Some(room.version.clone());
    summary
}

/// A rule that nobody knows lets nobody in who is not invited.
fn join_rule(state: &State) -> JoinRuleSummary {
    let rule = state.get("m.room.join_rules", "").and_then(|event| serde_json::from_str(event.content.get()).ok());
    match rule {
        Some(JoinRule::Public) => JoinRuleSummary::Public,
        Some(JoinRule::Knock) => JoinRuleSummary::Knock,
        Some(JoinRule::Private) => JoinRuleSummary::Private,
        Some(JoinRule::Restricted(rule)) => JoinRuleSummary::Restricted(rule.into()),
        Some(JoinRule::KnockRestricted(rule)) => JoinRuleSummary::KnockRestricted(rule.into()),
        _ => JoinRuleSummary::Invite,
    }
}

/// Somebody who looks at rooms from outside.
pub(crate) struct Visitor<'a> {
    /// None for who has not signed in.
    pub(crate) user_id: Option<&'a str>,
    /// The rooms that they are in.
    pub(crate) joined: BTreeSet<OwnedRoomId>,
}

impl Visitor<'_> {
    /// Whether they may know what a room is: who is in it or asked to be, and whoever could come in or knock.
    pub(crate) fn may_know(&self, state: &State) -> bool {
        let is_open = matches!(
            join_rule(state),
            JoinRuleSummary::Public | JoinRuleSummary::Knock | JoinRuleSummary::KnockRestricted(_)
        );
        let membership = self.user_id.and_then(|user_id| state.membership(user_id));
        is_open
            || state.is_world_readable()
            || matches!(membership, Some(Membership::Join | Membership::Invite | Membership::Knock))
            || allowed_rooms(state).is_some_and(|rooms| rooms.iter().any(|room_id| self.joined.contains(room_id)))
    }
}
