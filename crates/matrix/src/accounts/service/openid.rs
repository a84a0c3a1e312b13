//! Tokens by which a member shows to a service elsewhere, such as a call server, who they are.

use hearth_kernel::{Error, Result, id, limits};
use hearth_store::Entry;

use super::session::token_hash;
use crate::accounts::{
    Accounts,
    model::{self, OPENID_PREFIX},
    store,
};

impl Accounts {
    pub(in crate::accounts) async fn new_openid_token(&self, user_id: &str) -> Result<String> {
        let token = format!("{OPENID_PREFIX}{}", id::secret(&self.context.rng));
        let now_ms = self.context.now_ms();
        let mut entry = Entry::new();
        entry.statements(store::insert_openid(&token_hash(&token), user_id, now_ms + limits::OPENID_TOKEN_MS, now_ms));
        self.commit(entry).await?;
        Ok(token)
    }

    /// Who gave this token to the service that asks.
    pub(in crate::accounts) async fn openid_owner(&self, token: &str) -> Result<String> {
        let unknown = || Error::unknown_token("This token is not valid, or not any more.");
        if !model::looks_like_a_token(token, OPENID_PREFIX) {
            return Err(unknown());
        }
        store::openid_owner(&self.store, &token_hash(token), self.context.now_ms()).await?.ok_or_else(unknown)
    }
}
