//! The use cases, one file a subject.

pub(super) mod backup;
pub(super) mod claim;
pub(super) mod dehydrated;
pub(super) mod device;
pub(crate) mod lists;
pub(super) mod query;
pub(super) mod signing;
pub(super) mod to_device;
pub(super) mod upload;
pub(crate) mod waiting;

use std::sync::Arc;

use hearth_kernel::{Fact, FactKind, Result};
use hearth_store::{Committed, Entry};

use super::{Keys, store};
use crate::stream::Seen;

impl Keys {
    /// Writes and waits until it is on disk.
    async fn commit(&self, entry: Entry) -> Result<Committed> {
        self.store.write(entry).await.map_err(store::explain)
    }

    /// A fact of a member, now.
    fn fact(&self, kind: &'static FactKind, user_id: &str) -> Fact {
        Fact::new(kind, user_id, self.context.now_ms())
    }

    /// That everybody who shares a room with a member has to look at their keys.
    async fn seen_by_all(&self, user_id: &str) -> Result<Seen> {
        let rooms = self.rooms.joined_rooms(user_id).await?.into_iter().map(|room| room.room_id).collect();
        Ok(Seen { user_id: user_id.into(), rooms })
    }
}

/// A device, by its member and its id.
fn device(user_id: &str, device_id: &str) -> (Arc<str>, Arc<str>) {
    (user_id.into(), device_id.into())
}
