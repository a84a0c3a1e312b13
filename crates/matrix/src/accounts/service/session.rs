//! Signing in, being known by a token, signing out.

use std::{
    net::IpAddr,
    sync::{Arc, atomic::Ordering},
};

use hearth_http::{Access, Caller};
use hearth_kernel::{Error, Fact, Kind, Result, id, limits};
use hearth_store::Entry;
use ruma::OwnedUserId;

use super::guesses::{self, Guesser};
use crate::accounts::{
    Accounts, DEVICE_ADDED, DeviceChange, LOGGED_IN, LOGGED_OUT, LOGIN_FAILED,
    cache::{Known, Stale},
    model::{self, DEVICE_LETTERS, LOGIN_PREFIX, REFRESH_PREFIX, TOKEN_PREFIX},
    store::{self, Credentials, TokenRow},
};

/// What somebody shows to sign in.
#[derive(Clone, Copy)]
pub(in crate::accounts) enum SignIn<'a> {
    Password {
        user: &'a str,
        password: &'a str,
    },
    /// A token that another device of the member asked for.
    Token(&'a str),
}

/// For whom a login token was made, and on which device.
#[derive(Clone)]
pub(in crate::accounts) struct LoginToken {
    user_id: OwnedUserId,
    device_id: Arc<str>,
}

/// The device as its client names it.
#[derive(Clone, Copy, Default)]
pub(in crate::accounts) struct NewDevice<'a> {
    pub(in crate::accounts) device_id: Option<&'a str>,
    pub(in crate::accounts) display_name: Option<&'a str>,
    /// Whether its client knows how to refresh its access token.
    pub(in crate::accounts) refreshes: bool,
    pub(in crate::accounts) address: Option<IpAddr>,
}

/// A device that is signed in. Its tokens are shown once.
pub(in crate::accounts) struct Session {
    pub(in crate::accounts) user_id: OwnedUserId,
    pub(in crate::accounts) device_id: String,
    pub(in crate::accounts) tokens: Tokens,
}

/// An access token, and with what a new one is got when it has ended.
pub(in crate::accounts) struct Tokens {
    pub(in crate::accounts) access: String,
    pub(in crate::accounts) refresh: Option<Refresh>,
}

pub(in crate::accounts) struct Refresh {
    pub(in crate::accounts) token: String,
    /// How long the access token lives.
    pub(in crate::accounts) expires_in_ms: i64,
}

impl NewDevice<'_> {
    pub(in crate::accounts) fn check(&self) -> Result<()> {
        self.device_id.map_or(Ok(()), model::check_device_id)?;
        self.display_name.map_or(Ok(()), model::check_device_name)
    }
}

impl Accounts {
    pub(in crate::accounts) async fn sign_in(&self, shown: SignIn<'_>, device: NewDevice<'_>) -> Result<Session> {
        device.check()?;
        let mut entry = Entry::new();
        let user_id = match shown {
            SignIn::Password { user, password } => self.by_password(&mut entry, user, password, device.address).await?,
            SignIn::Token(token) => self.by_token(&mut entry, token).await?,
        };
        let session = self.open_session(&mut entry, user_id, device).await?;
        entry.fact(self.fact(&LOGGED_IN, session.user_id.as_str()).id("device_id", &session.device_id));
        let stale = stale(session.user_id.as_str(), [session.device_id.clone()]);
        self.commit_and_forget(entry, stale).await?;
        Ok(session)
    }

    /// Whom a name and a password mean. The entry is refused if that changes before it commits.
    async fn by_password(
        &self,
        entry: &mut Entry,
        name: &str,
        password: &str,
        address: Option<IpAddr>,
    ) -> Result<OwnedUserId> {
        let Some(user_id) = model::meant_user_id(name, &self.server_name) else {
            self.passwords.check(password, None).await?;
            return Err(wrong());
        };
        let found = store::credentials(&self.store, user_id.as_str()).await?;
        let kept = found.as_ref().and_then(|found| found.password.as_deref());
        let guesser = Guesser::Address(address.unwrap_or(IpAddr::from([127, 0, 0, 1])));
        if !self.guess(user_id.as_str(), password, kept, guesser).await? {
            if found.as_ref().is_some_and(|found| found.is_deactivated) {
                return Err(deactivated());
            }
            if kept.is_some() {
                self.note_failure(user_id.as_str()).await;
            }
            return Err(wrong());
        }
        let Some(Credentials { password: Some(kept), is_locked, .. }) = found else { return Err(wrong()) };
        if is_locked {
            return Err(locked());
        }
        entry.statement(store::still_signs_in(user_id.as_str(), Some(&kept)));
        if !self.passwords.is_current(&kept) {
            let hash = self.passwords.hash(&self.context.rng, password).await?;
            entry.statement(store::replace_password(user_id.as_str(), &kept, &hash));
        }
        Ok(user_id)
    }

    /// Whom a login token was given to. It is spent by this.
    async fn by_token(&self, entry: &mut Entry, token: &str) -> Result<OwnedUserId> {
        let given = self.login_tokens.take(&token_hash(token), self.context.now_ms());
        let LoginToken { user_id, .. } =
            given.ok_or_else(|| Error::forbidden("This login token is not valid, or not any more."))?;
        let found = store::credentials(&self.store, user_id.as_str()).await?;
        if found.is_some_and(|found| found.is_locked) {
            return Err(locked());
        }
        entry.statement(store::still_signs_in(user_id.as_str(), None));
        Ok(user_id)
    }

    /// A token by which another device of this member signs in, once and soon.
    pub(in crate::accounts) fn new_login_token(&self, caller: &Caller) -> Result<String> {
        let strange = |error| Error::internal("an account's id is not one").caused_by(error);
        let user_id = OwnedUserId::try_from(&*caller.user_id).map_err(strange)?;
        let token = format!("{LOGIN_PREFIX}{}", id::secret(&self.context.rng));
        let given = LoginToken { user_id, device_id: caller.device_id.clone() };
        self.login_tokens.put(token_hash(&token), given, self.context.now_ms());
        Ok(token)
    }

    /// Login tokens of a member let nobody in any more: those that these devices asked for, or all.
    pub(in crate::accounts) fn end_login_tokens(&self, user_id: &str, devices: Option<&[String]>) {
        let is_meant = |device_id: &str| devices.is_none_or(|devices| devices.iter().any(|id| id == device_id));
        self.login_tokens.remove_where(|given| given.user_id == user_id && is_meant(&given.device_id));
    }

    /// Adds to `entry` what makes a device signed in. A device that is known by this id is taken
    /// over: its old tokens end.
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
        let address = device.address.map(|address| address.to_canonical().to_string());
        let now_ms = self.context.now_ms();
        entry
            .statement(store::sign_in_device(user, &device_id, device.display_name, address.as_deref(), now_ms))
            .statements(store::delete_tokens(user, &device_id));
        let tokens = self.issue(entry, (user, &device_id, 0), device.refreshes);
        if !is_known {
            self.tell_of_devices(user, DeviceChange::Begun(&device_id), entry).await?;
            entry.fact(self.fact(&DEVICE_ADDED, user).id("device_id", &device_id));
        }
        Ok(Session { user_id, device_id, tokens })
    }

    /// Adds to `entry` the tokens of a generation of a device's session.
    pub(super) fn issue(
        &self,
        entry: &mut Entry,
        (user, device_id, generation): (&str, &str, i64),
        refreshes: bool,
    ) -> Tokens {
        let access = format!("{TOKEN_PREFIX}{}", id::secret(&self.context.rng));
        let hash = token_hash(&access);
        if !refreshes {
            entry.statement(store::insert_token(&hash, user, device_id, None));
            return Tokens { access, refresh: None };
        }
        let (now_ms, expires_in_ms) = (self.context.now_ms(), self.settings.access_token_ms);
        let token = format!("{REFRESH_PREFIX}{}", id::secret(&self.context.rng));
        let until = self.settings.refresh_token_ms.map(|lives| now_ms + lives);
        let session = (user, device_id, generation);
        entry
            .statement(store::insert_token(&hash, user, device_id, Some(now_ms + expires_in_ms)))
            .statement(store::insert_refresh_token(&token_hash(&token), &hash, session, until));
        Tokens { access, refresh: Some(Refresh { token, expires_in_ms }) }
    }

    pub(super) async fn password_is_right(&self, user_id: &str, password: &str, guesser: Guesser<'_>) -> Result<bool> {
        let found = store::credentials(&self.store, user_id).await?;
        let kept = found.as_ref().and_then(|found| found.password.as_deref());
        let right = self.guess(user_id, password, kept, guesser).await?;
        if !right && kept.is_some() {
            self.note_failure(user_id).await;
        }
        Ok(right)
    }

    /// Checks a password, if there is a guess left.
    async fn guess(&self, user_id: &str, password: &str, kept: Option<&str>, guesser: Guesser<'_>) -> Result<bool> {
        let is_familiar = match guesser {
            Guesser::Device(_) => true,
            Guesser::Address(address) => self.is_familiar(user_id, address).await?,
        };
        let guess = self.guesses.spend(user_id, guesser, is_familiar, self.context.now_ms())?;
        match self.passwords.check(password, kept).await {
            Ok(false) => Ok(false),
            outcome => {
                self.guesses.give_back(guess);
                outcome
            }
        }
    }

    /// Whether a device of the member that is signed in called from there.
    async fn is_familiar(&self, user_id: &str, address: IpAddr) -> Result<bool> {
        let devices = store::devices(&self.store, user_id).await?;
        let seen = devices.iter().filter_map(|device| device.seen_address.as_deref()?.parse().ok());
        Ok(seen.into_iter().any(|seen: IpAddr| guesses::network(seen) == guesses::network(address)))
    }

    /// Nobody waits for this fact: the time of the answer would tell which names exist.
    async fn note_failure(&self, user_id: &str) {
        let mut entry = Entry::new();
        entry.fact(self.fact(&LOGIN_FAILED, user_id));
        self.commit_in_passing(entry).await;
    }

    /// Who shows this token, as far as routes of this access are theirs.
    pub(in crate::accounts) async fn authenticate(
        &self,
        token: &str,
        access: Access,
        address: IpAddr,
    ) -> Result<Arc<Caller>> {
        if !model::looks_like_a_token(token, TOKEN_PREFIX) {
            return Err(unknown());
        }
        let hash = model::digest(token.as_bytes());
        let now_ms = self.context.now_ms();
        let known = match self.caches.callers.get(&hash) {
            Some(known) => known,
            None => self.look_up(hash, access).await?,
        };
        if known.expires_at_ms <= now_ms {
            return Err(expired());
        }
        if now_ms - known.seen_at_ms.load(Ordering::Relaxed) >= limits::SEEN_MS {
            known.seen_at_ms.store(now_ms, Ordering::Relaxed);
            self.sightings.note(&known.caller, address, now_ms);
        }
        Ok(known.caller.clone())
    }

    /// Who has this token, by the database. What may do anything is kept in memory.
    async fn look_up(&self, hash: model::Digest, access: Access) -> Result<Arc<Known>> {
        let text = model::hex(&hash);
        let mut generation = self.caches.callers.generation();
        let mut row = store::token(&self.store, &text).await?.ok_or_else(unknown)?;
        let mut is_settled = true;
        if let Some(unused) = row.unused
            && row.expires_at_ms.is_none_or(|until| until > self.context.now_ms())
        {
            is_settled = self.confirm(&text, &row, unused).await;
            generation = self.caches.callers.generation();
            row = store::token(&self.store, &text).await?.ok_or_else(unknown)?;
        }
        let TokenRow { user_id, device_id, is_administrator, is_locked, expires_at_ms, seen_at_ms, .. } = row;
        if is_locked && access != Access::LockedMember {
            return Err(locked());
        }
        let caller = Caller { user_id: user_id.into(), device_id: device_id.into(), is_administrator };
        let known = Arc::new(Known::new(Arc::new(caller), expires_at_ms, seen_at_ms));
        if is_settled && !is_locked {
            self.caches.callers.put(generation, hash, known.clone());
        }
        Ok(known)
    }

    /// Ends one device of a member, with its tokens.
    pub(in crate::accounts) async fn sign_out(&self, caller: &Caller) -> Result<()> {
        let (user_id, device_id) = (&*caller.user_id, &*caller.device_id);
        let mut entry = Entry::new();
        entry.fact(self.fact(&LOGGED_OUT, user_id).kind("of", "device").id("device_id", device_id));
        let gone = [device_id.to_owned()];
        self.end_devices(&mut entry, user_id, &gone).await?;
        self.commit_and_forget(entry, stale(user_id, gone)).await
    }

    /// Ends all devices of a member.
    pub(in crate::accounts) async fn sign_out_everywhere(&self, user_id: &str) -> Result<()> {
        let mut entry = Entry::new();
        let gone = self.end_all_devices_but(&mut entry, user_id, None).await?;
        entry.fact(self.fact(&LOGGED_OUT, user_id).kind("of", "all"));
        self.commit_and_forget(entry, stale(user_id, gone)).await
    }

    /// A fact of a member, now.
    pub(in crate::accounts) fn fact(&self, kind: &'static hearth_kernel::FactKind, user_id: &str) -> Fact {
        Fact::new(kind, user_id, self.context.now_ms())
    }
}

pub(super) fn token_hash(token: &str) -> String {
    model::hex(&model::digest(token.as_bytes()))
}

pub(super) fn stale(user_id: &str, device_ids: impl IntoIterator<Item = String>) -> Stale {
    Stale::Devices { user_id: user_id.to_owned(), device_ids: device_ids.into_iter().collect() }
}

fn wrong() -> Error {
    Error::forbidden("The user name or the password is wrong.")
}

fn deactivated() -> Error {
    Error::new(Kind::Forbidden, "M_USER_DEACTIVATED", "This account was deactivated.")
}

fn unknown() -> Error {
    Error::unknown_token("This access token is not valid, or not any more.")
}

/// The device stays: its client keeps what it has and gets a new token.
pub(super) fn expired() -> Error {
    model::soft_logout("M_UNKNOWN_TOKEN", "This token has ended. Refresh it or sign in again.")
}

pub(super) fn locked() -> Error {
    model::soft_logout("M_USER_LOCKED", "This account is locked.")
}
