//! What a member keeps for a room goes with them when they follow it into the one that took its place.

use std::sync::Arc;

use hearth_kernel::{Result, limits};
use serde_json::Value;

use super::super::{Rooms, event::Membership, room::Room};

/// The rooms for two of a member, by the other one.
const DIRECT: &str = "m.direct";

/// The member's own names and order for rooms.
const TAGS: &str = "m.tag";

impl Rooms {
    /// Of those who are in both rooms already, as soon as the old one says that it was replaced. Where there are very many,
    /// the others' things stay where they are.
    pub(crate) async fn carry_all_over(&self, room: &Room) -> Result<()> {
        let Some(successor) = room.state().successor() else { return Ok(()) };
        let Some(new_room) = self.find(&successor).await? else { return Ok(()) };
        let state = new_room.state();
        let joined = state.of_kind("m.room.member").filter(|event| event.membership() == Some(Membership::Join));
        let old = room.state();
        let in_both = joined.filter_map(|event| event.state_key.as_deref());
        let in_both = in_both.filter(|member| old.membership(member) == Some(Membership::Join));
        for member in in_both.take(limits::UPGRADE_STEP_EVENTS) {
            self.carry_over(&new_room, member).await;
        }
        Ok(())
    }

    /// Nobody is kept from coming in by what does not follow them.
    pub(crate) async fn carry_over(&self, room: &Room, member: &str) {
        if let Err(error) = self.carry(room, member).await {
            tracing::warn!(%error, "what a member kept for a room stays with the old one");
        }
    }

    /// Only where both rooms say so: anybody can claim to be another room's successor.
    async fn carry(&self, room: &Room, member: &str) -> Result<()> {
        let Some(before) = room.state().predecessor() else { return Ok(()) };
        let Some(old_room) = self.find(&before).await? else { return Ok(()) };
        if old_room.state().successor().is_none_or(|successor| successor != room.id) {
            return Ok(());
        }
        if let Some(tags) = self.accounts.account_data(member, Some(old_room.id.as_str()), TAGS).await? {
            let unless_there = |there: Option<&str>| Ok(there.is_none().then(|| tags.clone()));
            self.accounts.change_account_data(member, Some(room.id.as_str()), TAGS, unless_there).await?;
        }
        self.carry_direct(member, before.as_str(), room.id.as_str()).await?;
        if let Some(take_along) = self.take_along.get() {
            take_along(Arc::from(member), before, room.id.clone()).await?;
        }
        Ok(())
    }

    /// A conversation of two stays one.
    async fn carry_direct(&self, member: &str, from: &str, to: &str) -> Result<()> {
        let with_both = |direct: Option<&str>| {
            let Some(Ok(Value::Object(mut direct))) = direct.map(serde_json::from_str) else { return Ok(None) };
            let mut is_direct = false;
            for rooms in direct.values_mut().filter_map(Value::as_array_mut) {
                if rooms.iter().any(|room| room == from) && rooms.iter().all(|room| room != to) {
                    rooms.push(to.into());
                    is_direct = true;
                }
            }
            Ok(is_direct.then(|| Value::Object(direct).to_string()))
        };
        self.accounts.change_account_data(member, None, DIRECT, with_both).await
    }
}
