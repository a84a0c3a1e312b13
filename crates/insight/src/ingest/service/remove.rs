//! A workspace of another product, taken away for good.

use hearth_kernel::{Fact, Result};
use hearth_store::Entry;
use serde_json::{Value, json};

use crate::{
    ingest::{Ingest, WORKSPACE_REMOVED, store},
    signals, steps,
};

impl Ingest {
    /// Takes away all that was sent to a workspace, and has all that was learned from it forgotten. Its keys go first, so that
    /// nothing more comes, and its name last; so what was cut off is done by asking again.
    pub(super) async fn remove(&self, name: &str) -> Result<Value> {
        if !self.known.lock().workspaces.contains_key(name) {
            return Err(super::administer::no_workspace(name));
        }
        let workspace = signals::Workspace::parse(name)?;
        // Nothing is on its way to the log meanwhile.
        let _shipping = self.shipping.lock().await;
        self.write(store::close(name)).await?;
        self.recall().await?;
        self.clear(name).await?;
        let signals = self.log.remove(&workspace).await?;
        // Whoever had shown a key before has stored what they brought.
        let _taking = self.taking.write().await;
        self.clear(name).await?;
        let mut entry = Entry::new();
        entry.statements(store::remove(name));
        entry.fact(Fact::new(&WORKSPACE_REMOVED, name, self.context.now_ms()));
        self.store.write(entry).await?;
        self.recall().await?;
        Ok(json!({ "workspace": name, "removed": true, "signals_removed": signals }))
    }

    /// What may be much goes in steps.
    async fn clear(&self, workspace: &str) -> Result<()> {
        steps::clear(&self.store, || store::is_clear(&self.store, workspace), || store::clear(workspace)).await
    }
}
