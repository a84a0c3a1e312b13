//! One person of another product: what is known of them, and forgetting it.

use hearth_kernel::{Fact, Result};
use hearth_store::Entry;
use serde_json::{Value, json};

use crate::{
    ingest::{Ingest, MEMBER_FORGOTTEN, store},
    signals::{self, Id},
};

impl Ingest {
    /// Everything that a workspace has of a person, under all ids that are theirs.
    pub(super) async fn known_of(&self, workspace: &str, member: &str) -> Result<Value> {
        let ids = self.ids(workspace, member).await?;
        let place = signals::Workspace::parse(workspace)?;
        let mut known = signals::signals_of(&self.log, &[place], &ids).await?;
        let mut waiting = Vec::new();
        for id in &ids {
            waiting.extend(store::events_of(&self.store, workspace, id).await?);
        }
        (known["workspace"], known["member"], known["ids"]) = (workspace.into(), member.into(), ids.into());
        known["waiting"] = waiting.into();
        Ok(known)
    }

    /// Takes a person out of a workspace. What is sent of them afterwards comes in again: their product has to be told, too.
    /// Cut off, it is done by asking again.
    pub(super) async fn forget(&self, workspace: &str, member: &str) -> Result<Value> {
        // Nothing is on its way to the log meanwhile.
        let _shipping = self.shipping.lock().await;
        let ids = self.ids(workspace, member).await?;
        let (place, mut signals) = (signals::Workspace::parse(workspace)?, 0);
        for id in &ids {
            self.write(store::forget(workspace, id)).await?;
            signals += self.log.erase(&place, &Id::parse(id)?).await?;
            let mut entry = Entry::new();
            entry.fact(Fact::new(&MEMBER_FORGOTTEN, id, self.context.now_ms()).id("workspace", workspace));
            self.store.write(entry).await?;
        }
        self.recall().await?;
        Ok(json!({ "workspace": workspace, "member": member, "ids": ids, "signals_forgotten": signals }))
    }

    async fn ids(&self, workspace: &str, member: &str) -> Result<Vec<String>> {
        if !self.known.lock().workspaces.contains_key(workspace) {
            return Err(super::administer::no_workspace(workspace));
        }
        Id::parse(member)?;
        Ok(self.identities(workspace).await?.ids_of(member))
    }
}
