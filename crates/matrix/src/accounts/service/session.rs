//! Signing in, being known by a token, signing out.

use std::sync::Arc;

use hearth_http::Caller;
use hearth_kernel::{Error, Fact, Result, id, limits};
use hearth_store::Entry;
use ruma::OwnedUserId;

use crate::accounts::{
    Accounts, DEVICE_ADDED, DEVICE_REMOVED, DeviceChange, LOGGED_IN, LOGGED_OUT, LOGIN_FAILED,
    cache::Stale,
    model::{self, DEVICE_LETTERS, TOKEN_PREFIX},
    store,
};

/// Who signs in, from where.
pub(in crate::accounts) struct SignIn<'a> {
    pub(in crate::accounts) user: &'a str,
    pub(in crate::accounts) password: &'a str,
    pub(in crate::accounts) device: NewDevice<'a>,
}

/// The device as its client names it.
#[derive(Clone, Copy, Default)]
pub(in crate::accounts) struct NewDevice<'a> {
    pub(in crate::accounts) device_id: Option<&'a str>,
    pub(in crate::accounts) display_name: Option<&'a str>,
}

/// A device that is signed in. Its token is shown once.
pub(in crate::accounts) struct Session {
    pub(in crate::accounts) user_id: OwnedUserId,
    pub(in crate::accounts) device_id: String,
    pub(in crate::accounts) token: String,
}

impl NewDevice<'_> {
    pub(in crate::accounts) fn check(&self) -> Result<()> {
        self.device_id.map_or(Ok(()), model::check_device_id)?;
        let check_name = |name| model::check_text("device's name", name, limits::DISPLAY_NAME_BYTES);
        self.display_name.map_or(Ok(()), check_name)
    }
}

impl Accounts {
    pub(in crate::accounts) async fn sign_in(&self, request: SignIn<'_>) -> Result<Session> {
        request.device.check()?;
        let user_id = model::meant_user_id(request.user, &self.settings.server_name);
        let kept = match &user_id {
            Some(user_id) => store::password(&self.store, user_id.as_str()).await?,
            None => None,
        };
        let right = self.passwords.check(request.password, kept.as_deref()).await?;
        let (Some(user_id), Some(kept)) = (user_id, kept) else { return Err(wrong()) };
        if !right {
            self.note_failure(user_id.as_str()).await;
            return Err(wrong());
        }
        let mut entry = Entry::new();
        if !self.passwords.is_current(&kept) {
            let hash = self.passwords.hash(&self.context.rng, request.password).await?;
            entry.statement(store::replace_password(user_id.as_str(), &kept, &hash));
        }
        let session = self.open_session(&mut entry, user_id, request.device).await?;
        entry.fact(self.fact(&LOGGED_IN, session.user_id.as_str()).id("device_id", &session.device_id));
        let stale = stale(session.user_id.as_str(), [session.device_id.clone()]);
        self.commit_and_forget(entry, stale).await?;
        Ok(session)
    }

    /// Adds to `entry` what makes a device signed in. A device that is known by this id is taken
    /// over: its old token ends.
    pub(super) async fn open_session(
        &self,
        entry: &mut Entry,
        user_id: OwnedUserId,
        device: NewDevice<'_>,
    ) -> Result<Session> {
        let user = user_id.as_str();
        let chosen = || id::capitals(&self.context.rng, DEVICE_LETTERS);
        let device_id = device.device_id.map_or_else(chosen, str::to_owned);
        let is_known = store::device(&self.store, user, &device_id).await?.is_some();
        let token = format!("{TOKEN_PREFIX}{}", id::secret(&self.context.rng));
        entry
            .statement(store::sign_in_device(user, &device_id, device.display_name, self.context.now_ms()))
            .statement(store::delete_tokens(user, &device_id))
            .statement(store::insert_token(&token_hash(&token), user, &device_id));
        if !is_known {
            self.tell_of_devices(user, DeviceChange::Begun(&device_id), entry).await?;
            entry.fact(self.fact(&DEVICE_ADDED, user).id("device_id", &device_id));
        }
        Ok(Session { user_id, device_id, token })
    }

    pub(super) async fn password_is_right(&self, user_id: &str, password: &str) -> Result<bool> {
        let kept = store::password(&self.store, user_id).await?;
        let right = self.passwords.check(password, kept.as_deref()).await?;
        if !right {
            self.note_failure(user_id).await;
        }
        Ok(right)
    }

    /// Nobody waits for this fact: the time of the answer would tell which names exist.
    async fn note_failure(&self, user_id: &str) {
        let mut entry = Entry::new();
        entry.fact(self.fact(&LOGIN_FAILED, user_id));
        self.commit_in_passing(entry).await;
    }

    /// Who has this token.
    pub(in crate::accounts) async fn authenticate(&self, token: &str) -> Result<Arc<Caller>> {
        let unknown = || Error::unknown_token("This access token is not valid, or not any more.");
        if !model::looks_like_a_token(token) {
            return Err(unknown());
        }
        let hash = model::digest(token.as_bytes());
        if let Some(caller) = self.caches.callers.get(&hash) {
            return Ok(caller);
        }
        let generation = self.caches.callers.generation();
        let found = store::caller(&self.store, &model::hex(&hash)).await?;
        let (user_id, device_id, is_administrator) = found.ok_or_else(unknown)?;
        let caller = Caller { user_id: user_id.into(), device_id: device_id.into(), is_administrator };
        let caller = Arc::new(caller);
        self.caches.callers.put(generation, hash, caller.clone());
        Ok(caller)
    }

    /// Ends one device of a member, with its tokens.
    pub(in crate::accounts) async fn sign_out(&self, caller: &Caller) -> Result<()> {
        let (user_id, device_id) = (&*caller.user_id, &*caller.device_id);
        let mut entry = Entry::new();
        entry
            .statements(store::delete_device(user_id, device_id))
            .fact(self.fact(&LOGGED_OUT, user_id).kind("of", "device").id("device_id", device_id))
            .fact(self.fact(&DEVICE_REMOVED, user_id).id("device_id", device_id));
        let gone = [device_id.to_owned()];
        self.tell_of_devices(user_id, DeviceChange::Ended(&gone), &mut entry).await?;
        self.commit_and_forget(entry, stale(user_id, gone)).await
    }

    /// Ends all devices of a member.
    pub(in crate::accounts) async fn sign_out_everywhere(&self, user_id: &str) -> Result<()> {
        let devices = store::devices(&self.store, user_id).await?;
        let gone: Vec<String> = devices.into_iter().map(|device| device.device_id).collect();
        let mut entry = Entry::new();
        for device_id in &gone {
            entry
                .statements(store::delete_device(user_id, device_id))
                .fact(self.fact(&DEVICE_REMOVED, user_id).id("device_id", device_id));
        }
        entry.fact(self.fact(&LOGGED_OUT, user_id).kind("of", "all"));
        self.tell_of_devices(user_id, DeviceChange::Ended(&gone), &mut entry).await?;
        self.commit_and_forget(entry, stale(user_id, gone)).await
    }

    /// A fact of a member, now.
    pub(in crate::accounts) fn fact(&self, kind: &'static hearth_kernel::FactKind, user_id: &str) -> Fact {
        Fact::new(kind, user_id, self.context.now_ms())
    }
}

fn token_hash(token: &str) -> String {
    model::hex(&model::digest(token.as_bytes()))
}

pub(super) fn stale(user_id: &str, device_ids: impl IntoIterator<Item = String>) -> Stale {
    Stale::Devices { user_id: user_id.to_owned(), device_ids: device_ids.into_iter().collect() }
}

fn wrong() -> Error {
    Error::forbidden("The user name or the password is wrong.")
}
