//! Rooms that let in whoever is in another room: who is, and who of the room answers for them.

use std::collections::BTreeSet;

use hearth_kernel::{Error, Result};
use ruma::{
    OwnedRoomId, OwnedUserId, UserId,
    room::{AllowRule, JoinRule},
};

use super::super::{Rooms, event::Membership, room::Room, state::State};

impl Rooms {
    /// The member of the room in whose name somebody is let in, where its rule asks for one. The rule
    /// is the room's; that the joiner is in a room that it names is this server's to say.
    pub(crate) async fn admitted_by(&self, room: &Room, joiner: &str) -> Result<Option<OwnedUserId>> {
        let state = room.state();
        if matches!(state.membership(joiner), Some(Membership::Join | Membership::Invite | Membership::Ban)) {
            return Ok(None);
        }
        let Some(allowed) = allowed_rooms(&state) else { return Ok(None) };
        if !self.is_in_one_of(joiner, &allowed).await? {
            return Err(Error::forbidden("This room is for members of certain other rooms, or by invitation."));
        }
        let inviter = somebody_who_may_invite(room, &state);
        inviter.map(Some).ok_or_else(|| Error::forbidden("There is nobody in this room who could let you in."))
    }

    pub(crate) async fn is_in_one_of(&self, member: &str, rooms: &BTreeSet<OwnedRoomId>) -> Result<bool> {
        Ok(!rooms.is_empty() && self.joined_rooms(member).await?.iter().any(|joined| rooms.contains(&joined.room_id)))
    }
}

/// The rooms whose members may come in, where the rule names any.
pub(crate) fn allowed_rooms(state: &State) -> Option<BTreeSet<OwnedRoomId>> {
    let rule = state.get("m.room.join_rules", "")?;
    let rule = match serde_json::from_str(rule.content.get()).ok()? {
        JoinRule::Restricted(rule) | JoinRule::KnockRestricted(rule) => rule,
        _ => return None,
    };
    let room_id = |rule| match rule {
        AllowRule::RoomMembership(room) => Some(room.room_id),
        _ => None,
    };
    Some(rule.allow.into_iter().filter_map(room_id).collect())
}

/// Those with a level of their own are asked first, so that in a large room not everybody is.
fn somebody_who_may_invite(room: &Room, state: &State) -> Option<OwnedUserId> {
    let levels = state.power_levels(&room.rules);
    let may =
        |member: &UserId| state.membership(member.as_str()) == Some(Membership::Join) && levels.user_can_invite(member);
    let named = state.creators().into_iter().chain(levels.users.keys().cloned()).find(|member| may(member));
    named.or_else(|| {
        let mut members = state.of_kind("m.room.member").filter_map(|event| event.state_key.as_deref());
        let by_default = levels.users_default >= levels.invite;
        by_default.then(|| members.find_map(|member| UserId::parse(member).ok().filter(|member| may(member))))?
    })
}
