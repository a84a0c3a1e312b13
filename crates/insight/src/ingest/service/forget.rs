//! One person of another product: what was sent of them, and forgetting it.

use hearth_kernel::{Error, Fact, Result, limits};
use hearth_store::Entry;
use serde_json::{Value, json};

use crate::{
    ingest::{Ingest, MEMBER_FORGOTTEN, store},
    signals::{self, Id},
};

impl Ingest {
    /// What was sent of a person to a workspace, under all ids that are theirs.
    pub(super) async fn sent_of(&self, workspace: &str, member: &str) -> Result<Value> {
        let ids = self.ids(workspace, member).await?;
        let mut sent = signals::signals_of(&self.log, &[signals::Workspace::parse(workspace)?], &ids).await?;
        let waiting = store::events_of(&self.store, workspace, &ids).await?;
        if waiting.len() == limits::SIGNALS_EXPORTED {
            sent["whole"] = false.into();
        }
        (sent["workspace"], sent["member"], sent["ids"]) = (workspace.into(), member.into(), ids.into());
        sent["waiting"] = waiting.into();
        Ok(sent)
    }

    /// Takes a person out of a workspace. What is sent of them afterwards comes in again: their product has to be told, too.
    /// Their links go last, with everything that is no file; so what was cut off is done by asking again.
    pub(super) async fn forget(&self, workspace: &str, member: &str) -> Result<Value> {
        // Nothing is on its way to the log meanwhile.
        let _shipping = self.shipping.lock().await;
        let ids = self.ids(workspace, member).await?;
        let parsed = ids.iter().map(|id| Id::parse(id)).collect::<Result<Vec<_>>>()?;
        let signals = self.log.erase(&signals::Workspace::parse(workspace)?, &parsed).await?;
        let mut entry = Entry::new();
        entry.statements(store::forget(&self.store, workspace, &ids));
        for id in &ids {
            entry.fact(Fact::new(&MEMBER_FORGOTTEN, id, self.context.now_ms()).id("workspace", workspace));
        }
        self.store.write(entry).await?;
        self.recall().await?;
        Ok(json!({ "workspace": workspace, "member": member, "ids": ids, "signals_forgotten": signals }))
    }

    async fn ids(&self, workspace: &str, member: &str) -> Result<Vec<String>> {
        if !self.known.lock().workspaces.contains_key(workspace) {
            return Err(super::administer::no_workspace(workspace));
        }
        Id::parse(member)?;
        let ids = self.identities(workspace).await?.ids_of(member);
        if ids.len() > limits::PERSON_IDS {
            let (found, most) = (ids.len(), limits::PERSON_IDS);
            let words = format!("{found} ids are one with {member}, more than the {most} that a person may have");
            return Err(Error::invalid_param(words));
        }
        Ok(ids)
    }
}
