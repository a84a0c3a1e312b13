//! The first administrator: a link that works once, shown where the server was started.

use hearth_kernel::{Result, id};
use ruma::OwnedUserId;

use super::register::NewAccount;
use crate::accounts::{Accounts, model, store};

/// Where the link leads.
pub(in crate::accounts) const SETUP_PATH: &str = "/_hearth/setup";

impl Accounts {
    /// Path and query of the link that makes the first administrator, to be put behind the server's
    /// address; nothing where there is an administrator. A new link ends the one before, and so does
    /// a restart, since only its hash is kept, and in memory.
    pub async fn setup_link(&self) -> Result<Option<String>> {
        if store::has_administrator(&self.store).await? {
            return Ok(None);
        }
        let token = id::secret(&self.context.rng);
        *self.setup_token.lock() = Some(model::digest(token.as_bytes()));
        Ok(Some(format!("{SETUP_PATH}?token={token}")))
    }

    /// Whether this token still makes the first administrator.
    pub(in crate::accounts) async fn setup_is_open(&self, token: &str) -> Result<bool> {
        let is_ours = *self.setup_token.lock() == Some(model::digest(token.as_bytes()));
        Ok(is_ours && !store::has_administrator(&self.store).await?)
    }

    /// Makes the first administrator. The commit refuses a second, whoever was faster.
    pub(in crate::accounts) async fn make_first_administrator(
        &self,
        user_id: OwnedUserId,
        password: &str,
    ) -> Result<OwnedUserId> {
        let account = NewAccount::new(user_id, password, "setup");
        let mut entry = self.new_account(&account).await?;
        entry.statement(store::make_first_administrator(account.user_id.as_str()));
        self.commit(entry).await?;
        self.setup_token.lock().take();
        Ok(account.user_id)
    }
}
