//! Registration tokens: invitations that an administrator hands out to people who may make an account.

use hearth_kernel::{Error, Result, id, limits};
use hearth_store::Entry;

use crate::accounts::{
    Accounts,
    model::{self, REGISTRATION_TOKEN_LETTERS, RegistrationToken},
    store,
};

impl Accounts {
    /// A new token, of this text or of one by chance; without a bound it can be used for ever.
    pub(in crate::accounts) async fn new_registration_token(
        &self,
        token: Option<&str>,
        uses_allowed: Option<i64>,
        lives_ms: Option<i64>,
    ) -> Result<RegistrationToken> {
        let by_chance = || id::letters(&self.context.rng, REGISTRATION_TOKEN_LETTERS);
        let token = token.map_or_else(by_chance, str::to_owned);
        model::check_registration_token(&token)?;
        if uses_allowed.is_some_and(|uses| uses < 1) {
            return Err(Error::invalid_param("A registration token is for one use at least."));
        }
        if lives_ms.is_some_and(|lives| !(1..=limits::REGISTRATION_TOKEN_LIVES_MS).contains(&lives)) {
            return Err(Error::invalid_param("A registration token is good for a while, and a hundred years at most."));
        }
        let created_at_ms = self.context.now_ms();
        let expires_at_ms = lives_ms.map(|lives| created_at_ms.saturating_add(lives));
        let made = RegistrationToken { token, uses: 0, uses_allowed, expires_at_ms, created_at_ms };
        let mut entry = Entry::new();
        entry.statements(store::insert_registration_token(&made));
        self.commit(entry).await?;
        Ok(made)
    }

    /// All of them, oldest first, spent ones too.
    pub(in crate::accounts) async fn registration_tokens(&self) -> Result<Vec<RegistrationToken>> {
        store::registration_tokens(&self.store).await
    }

    pub(in crate::accounts) async fn revoke_registration_token(&self, token: &str) -> Result<()> {
        let mut entry = Entry::new();
        entry.statement(store::revoke_registration_token(token));
        self.commit(entry).await
    }

    /// Whether somebody could register with it now. The commit of a registration decides.
    pub(in crate::accounts) async fn registration_token_is_valid(&self, token: &str) -> Result<bool> {
        if token.len() > limits::REGISTRATION_TOKEN_BYTES || token.contains('\0') {
            return Ok(false);
        }
        store::registration_token_is_valid(&self.store, token, self.context.now_ms()).await
    }
}
