//! Registration by shared secret, as Synapse's tools do it: who knows the secret signs a one-time
//! number and what the account shall be.

use hearth_kernel::{Error, Result, id};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use super::{
    register::NewAccount,
    session::{NewDevice, Session},
};
use crate::accounts::{Accounts, model};

/// What is signed. The name is signed as it was typed.
pub(in crate::accounts) struct SignedRegistration<'a> {
    pub(in crate::accounts) nonce: &'a str,
    pub(in crate::accounts) username: &'a str,
    pub(in crate::accounts) password: &'a str,
    pub(in crate::accounts) is_administrator: bool,
    pub(in crate::accounts) user_type: Option<&'a str>,
    /// Not signed.
    pub(in crate::accounts) display_name: Option<&'a str>,
    /// HMAC-SHA1 in hexadecimal digits.
    pub(in crate::accounts) mac: &'a str,
}

impl Accounts {
    pub(in crate::accounts) fn new_nonce(&self) -> String {
        let nonce = id::secret(&self.context.rng);
        self.nonces.put(nonce.clone(), (), self.context.now_ms());
        nonce
    }

    pub(in crate::accounts) async fn register_signed(&self, request: SignedRegistration<'_>) -> Result<Session> {
        // Spent even when the rest is wrong, so that a signature cannot be guessed at.
        let spent = self.nonces.take(request.nonce, self.context.now_ms());
        spent.ok_or_else(|| {
            Error::new(hearth_kernel::Kind::Invalid, "M_UNKNOWN", "This nonce is not known, or not any more.")
        })?;
        let secret = self.settings.shared_secret.as_deref().unwrap_or_default();
        if secret.is_empty() || !request.is_signed_with(secret) {
            return Err(Error::forbidden("The mac is wrong."));
        }
        let user_id = self.new_user_id(request.username)?;
        self.require_free(&user_id).await?;
        let SignedRegistration { password, display_name, is_administrator, .. } = request;
        let account = NewAccount::new(user_id, password, "shared_secret");
        let account = NewAccount { display_name, is_administrator, ..account };
        self.register_with_device(account, NewDevice::default()).await
    }
}

impl SignedRegistration<'_> {
    fn is_signed_with(&self, secret: &str) -> bool {
        let (Ok(mut mac), Some(given)) = (Hmac::<Sha1>::new_from_slice(secret.as_bytes()), model::unhex(self.mac))
        else {
            return false;
        };
        let role = if self.is_administrator { "admin" } else { "notadmin" };
        let parts = [Some(self.nonce), Some(self.username), Some(self.password), Some(role), self.user_type];
        for (at, part) in parts.into_iter().flatten().enumerate() {
            if at > 0 {
                mac.update(b"\0");
            }
            mac.update(part.as_bytes());
        }
        mac.verify_slice(&given).is_ok()
    }
}
