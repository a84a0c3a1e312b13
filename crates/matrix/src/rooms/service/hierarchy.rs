//! The rooms of a space, and of the spaces in it, as one who looks from a place in the tree finds them.

use std::collections::BTreeSet;

use hearth_kernel::{Error, Result, limits};
use ruma::{
    OwnedRoomId, api::client::space::SpaceHierarchyRoomsChunk, events::space::child::HierarchySpaceChildEvent,
    room::RoomType, serde::Raw,
};
use serde_json::{json, value::to_raw_value};

use super::super::{
    Rooms,
    event::RoomEvent,
    state::State,
    summary::{Visitor, summary},
};

/// A walk as it was asked for.
pub(crate) struct Walk {
    pub(crate) skip: usize,
    pub(crate) take: usize,
    pub(crate) max_depth: Option<u64>,
    pub(crate) suggested_only: bool,
}

/// Some rooms, and how many were told up to here if there are more.
pub(crate) struct Found {
    pub(crate) rooms: Vec<SpaceHierarchyRoomsChunk>,
    pub(crate) next: Option<usize>,
}

type Child = (HierarchySpaceChildEvent, Raw<HierarchySpaceChildEvent>);

impl Rooms {
    /// Depth first, siblings in their order, each room once. What the visitor may not know of is left
    /// out with all below it. Each page walks from the root again, over rooms in memory.
    pub(crate) async fn hierarchy(&self, root: OwnedRoomId, visitor: &Visitor<'_>, walk: &Walk) -> Result<Found> {
        let mut ahead = vec![(root.clone(), 0)];
        let mut seen = BTreeSet::new();
        let (mut rooms, mut told) = (Vec::new(), 0);
        while let Some((room_id, depth)) = ahead.pop() {
            if seen.len() >= limits::HIERARCHY_ROOMS {
                break;
            }
            if !seen.insert(room_id.clone()) {
                continue;
            }
            let room = self.find(&room_id).await?.filter(|room| visitor.may_know(&room.state()));
            let Some(room) = room else {
                if room_id == root {
                    return Err(Error::forbidden("There is no such space, or you may not look into it."));
                }
                continue;
            };
            let state = room.state();
            let summary = summary(&room, &state);
            let children = if summary.room_type == Some(RoomType::Space) { children(&state, walk) } else { Vec::new() };
            if walk.max_depth.is_none_or(|max_depth| depth < max_depth) {
                let below = children.iter().rev().map(|(child, _)| (child.state_key.clone(), depth + 1));
                ahead.extend(below);
                // What lies furthest ahead is what such a walk does not come to.
                ahead.drain(..ahead.len().saturating_sub(limits::HIERARCHY_ROOMS));
            }
            if told >= walk.skip {
                if rooms.len() == walk.take {
                    return Ok(Found { rooms, next: Some(told) });
                }
                let shown = children.into_iter().map(|(_, raw)| raw).collect();
                rooms.push(SpaceHierarchyRoomsChunk::new(summary, shown));
            }
            told += 1;
        }
        Ok(Found { rooms, next: None })
    }
}

/// The children that a space names, in the protocol's order: at most as many as a walk looks at.
fn children(state: &State, walk: &Walk) -> Vec<Child> {
    let named = state.of_kind("m.space.child").filter_map(|event| child(event));
    let mut children: Vec<Child> = named.filter(|(child, _)| child.content.suggested || !walk.suggested_only).collect();
    children.sort_by(|(one, _), (other, _)| one.cmp(other));
    children.truncate(limits::HIERARCHY_ROOMS);
    children
}

/// What does not say by way of which servers to join is no child any more.
fn child(event: &RoomEvent) -> Option<Child> {
    let stripped = to_raw_value(&json!({
        "type": event.kind.to_string(),
        "state_key": event.state_key,
        "sender": event.sender,
        "origin_server_ts": event.origin_server_ts,
        "content": event.content,
    }));
    let raw = Raw::from_json(stripped.ok()?);
    Some((raw.deserialize().ok()?, raw))
}
