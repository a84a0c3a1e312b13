//! What an administrator does with members, at the command line.

use hearth_kernel::{Error, Result, id, limits};
use hearth_store::Entry;
use ruma::OwnedUserId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{change_password::OthersGo, register::NewAccount};
use crate::accounts::{
    ADMINISTRATOR_MADE, ADMINISTRATOR_REMOVED, Accounts, LOCKED, UNLOCKED,
    cache::Stale,
    model::{self, GENERATED_PASSWORD_LETTERS, KEEPER},
    store::{self, Credentials},
};

/// A request of an administrator. It may hold a password, so it is not shown in logs. A member is named by
/// the local part or by the whole id.
#[derive(Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Without a password one is made by chance and stands in the answer.
    Create {
        name: String,
        password: Option<String>,
        is_administrator: bool,
    },
    /// A page of members, in the order of their ids, behind this one.
    List {
        after: String,
    },
    ResetPassword {
        name: String,
        password: Option<String>,
        keeps_devices: bool,
    },
    Lock {
        name: String,
    },
    Unlock {
        name: String,
    },
    Deactivate {
        name: String,
        /// What they said is kept from those who come later.
        erases: bool,
    },
    MakeAdministrator {
        name: String,
    },
    RemoveAdministrator {
        name: String,
    },
    CreateRegistrationToken {
        token: Option<String>,
        uses: Option<i64>,
        lives_ms: Option<i64>,
    },
    ListRegistrationTokens,
    RevokeRegistrationToken {
        token: String,
    },
}

impl Accounts {
    /// Does it, and answers with a JSON object: whom it was done to, and what was made. Errors are those of
    /// the protocol: `M_NOT_FOUND`, `M_USER_IN_USE`, `M_WEAK_PASSWORD` and so on.
    pub async fn administer(&self, command: Command) -> Result<Value> {
        match command {
            Command::Create { name, password, is_administrator } => {
                let (password, shown) = self.given_or_made(password);
                let user_id = self.new_user_id(&name)?;
                self.require_free(&user_id).await?;
                let account = NewAccount { is_administrator, ..NewAccount::new(user_id, &password, "administrator") };
                let user_id = self.register(account).await?;
                Ok(json!({ "user_id": user_id, "is_administrator": is_administrator, "password": shown }))
            }
            Command::List { after } => Ok(json!({ "members": store::members(&self.store, &after).await? })),
            Command::ResetPassword { name, password, keeps_devices } => {
                let user_id = self.meant(&name)?;
                if user_id.localpart() == KEEPER {
                    return Err(Error::forbidden(format!("Nobody signs in as {user_id}: it keeps what was moved in.")));
                }
                let (password, shown) = self.given_or_made(password);
                let others_go = (!keeps_devices).then_some(OthersGo { but: None });
                self.change_password(user_id.as_str(), &password, "administrator", others_go).await?;
                Ok(json!({ "user_id": user_id, "password": shown }))
            }
            Command::Lock { name } => self.set_lock(&name, true).await,
            Command::Unlock { name } => self.set_lock(&name, false).await,
            Command::Deactivate { name, erases } => {
                let user_id = self.meant(&name)?;
                self.require_another(user_id.as_str()).await?;
                self.deactivate(user_id.as_str(), "administrator", erases).await?;
                Ok(json!({ "user_id": user_id, "deactivated": true, "erased": erases }))
            }
            Command::MakeAdministrator { name } => self.set_administrator(&name, true).await,
            Command::RemoveAdministrator { name } => self.set_administrator(&name, false).await,
            Command::CreateRegistrationToken { token, uses, lives_ms } => {
                let made = self.new_registration_token(token.as_deref(), uses, lives_ms).await?;
                Ok(json!(made))
            }
            Command::ListRegistrationTokens => Ok(json!({ "tokens": self.registration_tokens().await? })),
            Command::RevokeRegistrationToken { token } => {
                self.revoke_registration_token(&token).await?;
                Ok(json!({ "token": token, "revoked": true }))
            }
        }
    }

    /// Refused with `M_NOT_FOUND` where there is no such member, or not any more.
    pub(in crate::accounts) async fn is_locked(&self, user_id: &str) -> Result<bool> {
        self.active(user_id).await.map(|found| found.is_locked)
    }

    /// Whether somebody has an account here and may use it.
    pub(crate) async fn may_be_told(&self, user_id: &str) -> Result<bool> {
        let found = store::credentials(&self.store, user_id).await?;
        Ok(found.is_some_and(|found| !found.is_locked && !found.is_deactivated))
    }

    /// How many people have an account here.
    pub async fn member_count(&self) -> Result<i64> {
        store::member_count(&self.store).await
    }

    /// The same for whether they are an administrator.
    pub(in crate::accounts) async fn is_administrator(&self, user_id: &str) -> Result<bool> {
        self.active(user_id).await.map(|found| found.is_administrator)
    }

    async fn active(&self, user_id: &str) -> Result<Credentials> {
        model::check_text("user's id", user_id, limits::USER_ID_BYTES)?;
        let found = store::credentials(&self.store, user_id).await?.filter(|found| !found.is_deactivated);
        found.ok_or_else(|| Error::not_found(format!("There is no member {user_id} here.")))
    }

    async fn set_lock(&self, name: &str, locked: bool) -> Result<Value> {
        let user_id = self.meant(name)?;
        if locked {
            self.require_another(user_id.as_str()).await?;
        }
        let (at, fact) = if locked { (Some(self.context.now_ms()), &LOCKED) } else { (None, &UNLOCKED) };
        let mut entry = Entry::new();
        entry.statement(store::lock(user_id.as_str(), at)).fact(self.fact(fact, user_id.as_str()));
        self.commit_and_forget(entry, Stale::Member(user_id.to_string())).await?;
        Ok(json!({ "user_id": user_id, "locked": locked }))
    }

    async fn set_administrator(&self, name: &str, is_administrator: bool) -> Result<Value> {
        let user_id = self.meant(name)?;
        let (statement, fact) = if is_administrator {
            (store::make_administrator(user_id.as_str()), &ADMINISTRATOR_MADE)
        } else {
            if !self.is_administrator(user_id.as_str()).await? {
                return Err(Error::invalid_param(format!("{user_id} is no administrator.")));
            }
            self.require_another(user_id.as_str()).await?;
            (store::take_administration(user_id.as_str()), &ADMINISTRATOR_REMOVED)
        };
        let mut entry = Entry::new();
        entry.statement(statement).fact(self.fact(fact, user_id.as_str()));
        self.commit_and_forget(entry, Stale::Member(user_id.to_string())).await?;
        Ok(json!({ "user_id": user_id, "is_administrator": is_administrator }))
    }

    /// The command line keeps one administrator who can sign in. Members who end their own account are not asked.
    async fn require_another(&self, user_id: &str) -> Result<()> {
        if self.is_administrator(user_id).await? && !store::has_other_administrator(&self.store, user_id).await? {
            let why =
                format!("{user_id} is the only administrator. Make another one first: hearth admin make-admin NAME");
            return Err(Error::forbidden(why));
        }
        Ok(())
    }

    fn meant(&self, name: &str) -> Result<OwnedUserId> {
        let meant = model::meant_user_id(name, &self.server_name);
        meant.ok_or_else(|| Error::not_found(format!("There is no member {name} here.")))
    }

    /// The password to set, and what to show of it: one that was given is known already.
    fn given_or_made(&self, given: Option<String>) -> (String, Option<String>) {
        match given {
            Some(password) => (password, None),
            None => {
                let made = id::letters(&self.context.rng, GENERATED_PASSWORD_LETTERS);
                (made.clone(), Some(made))
            }
        }
    }
}
