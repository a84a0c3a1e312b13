//! New access tokens for old refresh tokens.
//!
//! A device's session goes through generations, each an access token and a refresh token. When a
//! refresh token brings a new pair, the old access token and the old refresh token stay good until the
//! new pair is first used: so an answer that is lost on its way costs nothing. After that the old
//! refresh token is spent, and whoever shows it has it from somewhere else. Then the whole session ends;
//! the device stays, and its owner signs in on it again.

use hearth_kernel::{Error, Kind, Result};
use hearth_store::Entry;

use super::session::{Tokens, expired, locked, stale, token_hash};
use crate::accounts::{
    Accounts, SESSION_REVOKED,
    model::{self, REFRESH_PREFIX},
    store::{self, TokenRow},
};

impl Accounts {
    /// The next generation of the session that a refresh token belongs to.
    pub(in crate::accounts) async fn refresh(&self, token: &str) -> Result<Tokens> {
        let unknown = || Error::unknown_token("This refresh token is not valid, or not any more.");
        if !model::looks_like_a_token(token, REFRESH_PREFIX) {
            return Err(unknown());
        }
        let hash = token_hash(token);
        let row = store::refresh_token(&self.store, &hash).await?.ok_or_else(unknown)?;
        let now_ms = self.context.now_ms();
        if row.expires_at_ms.is_some_and(|until| until <= now_ms) {
            return Err(expired());
        }
        if row.is_locked {
            return Err(locked());
        }
        let (user_id, device_id) = (row.user_id.as_str(), row.device_id.as_str());
        let mut entry = Entry::new();
        entry.statements(store::claim_refresh_token(&hash, &row, now_ms));
        let tokens = self.issue(&mut entry, (user_id, device_id, row.generation + 1), true);
        match self.commit_and_forget(entry, stale(user_id, [device_id.to_owned()])).await {
            Ok(()) => Ok(tokens),
            Err(error) if error.kind == Kind::Conflict && error.code == store::REFRESH_TOKEN_SPENT => {
                // Between the look and the commit the device may have signed out.
                store::refresh_token(&self.store, &hash).await?.ok_or_else(unknown)?;
                self.revoke_session(user_id, device_id).await?;
                Err(expired())
            }
            Err(error) => Err(error),
        }
    }

    async fn revoke_session(&self, user_id: &str, device_id: &str) -> Result<()> {
        tracing::warn!(user_id, device_id, "a spent refresh token was shown again; its session has ended");
        let mut entry = Entry::new();
        entry
            .statements(store::revoke_session(user_id, device_id))
            .fact(self.fact(&SESSION_REVOKED, user_id).id("device_id", device_id));
        self.commit_and_forget(entry, stale(user_id, [device_id.to_owned()])).await
    }

    /// The first use of a new access token ends what came before it. When that cannot be written now,
    /// the token is good all the same, and the next use tries again.
    pub(super) async fn confirm(&self, hash: &str, row: &TokenRow, generation: i64) -> bool {
        let mut entry = Entry::new();
        entry.statements(store::confirm_access(hash, row, generation));
        let outcome = self.commit_and_forget(entry, stale(&row.user_id, [row.device_id.clone()])).await;
        if let Err(error) = &outcome {
            tracing::warn!(%error, "a refreshed session could not be moved on yet");
        }
        outcome.is_ok()
    }
}
