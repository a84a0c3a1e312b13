//! A new password.

use hearth_kernel::Result;
use hearth_store::Entry;

use crate::accounts::{Accounts, PASSWORD_CHANGED, cache::Stale, model, store};

impl Accounts {
    /// Gives a member another password. With `kept`, all devices but that one are signed out. Refused with
    /// `M_WEAK_PASSWORD`, or with `M_NOT_FOUND` where there is no such member.
    pub(in crate::accounts) async fn change_password(
        &self,
        user_id: &str,
        password: &str,
        by: &'static str,
        others_go: Option<OthersGo<'_>>,
    ) -> Result<()> {
        model::check_new_password(password)?;
        let hash = self.passwords.hash(&self.context.rng, password).await?;
        let mut entry = Entry::new();
        entry.statement(store::set_password(user_id, &hash)).fact(self.fact(&PASSWORD_CHANGED, user_id).kind("by", by));
        if let Some(OthersGo { but }) = others_go {
            self.end_all_devices_but(&mut entry, user_id, but).await?;
            // One that signs in with the old password at this moment, too.
            entry.statements(store::delete_all_tokens_but(user_id, but));
        }
        self.end_login_tokens(user_id, None);
        self.commit_and_forget(entry, Stale::Member(user_id.to_owned())).await
    }
}

/// All devices are signed out, but perhaps one.
#[derive(Clone, Copy)]
pub(in crate::accounts) struct OthersGo<'a> {
    pub(in crate::accounts) but: Option<&'a str>,
}
