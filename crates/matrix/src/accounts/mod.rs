//! Accounts: who may come in, on which devices, under which name, and what they keep here for
//! themselves.
//!
//! Invariants:
//! - A name is given once. Two who want it at the same moment are told apart by the commit.
//! - Passwords are kept as argon2id hashes, access tokens as SHA-256; neither stands in a log, in an
//!   error or in a `Debug` text. A name that is not there costs a guesser the same time as a wrong
//!   password.
//! - What revokes a token has made the caches forget it before its caller is answered.
//! - Nobody reads or writes another member's devices, filters or account data.
//! - Other modules learn of changes by facts, and keep no row of these tables.

mod cache;
mod devices;
mod model;
mod pending;
mod route;
mod service;
mod store;
#[cfg(test)]
mod tests;

use std::{
    future::Future,
    net::IpAddr,
    pin::Pin,
    sync::{Arc, OnceLock},
};

use futures_util::future::BoxFuture;
use hearth_http::{Access, Authenticator, Caller, Module};
use hearth_i18n::Cultures;
use hearth_kernel::{Context, FactKind, Result, limits};
use hearth_store::{Migration, Store};
use parking_lot::{Mutex, RwLock};
use ruma::OwnedServerName;

pub use self::service::administer::Command;
use self::{
    cache::Caches,
    model::Digest,
    pending::Pending,
    service::{guesses::Guesses, interactive::Interaction, password::Passwords, sightings::Sightings},
};
pub(crate) use self::{
    devices::{DeviceChange, DeviceWatch},
    model::KEEPER,
    service::interactive::Stage,
};
pub use self::{
    model::{
        AccountData, Argon2Settings, PUSH_RULES, Profile, ROOM_VERSION_DEFAULT, ROOM_VERSIONS, Registration, Settings,
        Support, Terms, TermsText, inline_filter,
    },
    store::account_data_statement,
};

pub static REGISTERED: FactKind = FactKind {
    name: "accounts.registered",
    doc: "An account was made. `by` says how: registration, shared_secret, setup, administrator or import.",
};
pub static LOGGED_IN: FactKind =
    FactKind { name: "accounts.logged_in", doc: "A member signed in on the device `device_id`." };
pub static LOGIN_FAILED: FactKind =
    FactKind { name: "accounts.login_failed", doc: "Somebody gave a wrong password for this member." };
pub static LOGGED_OUT: FactKind = FactKind {
    name: "accounts.logged_out",
    doc: "A member signed out. `of` says of what: device (the one in `device_id`) or all.",
};
pub static DEVICE_ADDED: FactKind =
    FactKind { name: "accounts.device_added", doc: "A member has a new device, `device_id`." };
pub static DEVICE_REMOVED: FactKind =
    FactKind { name: "accounts.device_removed", doc: "The device `device_id` and its tokens are gone." };
pub static PROFILE_CHANGED: FactKind = FactKind {
    name: "accounts.profile_changed",
    doc: "A member changed their profile. `kind` says what: display_name, avatar or extended.",
};

pub static PASSWORD_CHANGED: FactKind = FactKind {
    name: "accounts.password_changed",
    doc: "A member has another password. `by` says whose doing it was: member or administrator.",
};
pub static SESSION_REVOKED: FactKind = FactKind {
    name: "accounts.session_revoked",
    doc: "A spent refresh token of the device `device_id` was shown again, so its tokens have ended.",
};
pub static DEACTIVATED: FactKind = FactKind {
    name: "accounts.deactivated",
    doc: "An account has ended for ever. `by` says by whom: member or administrator.",
};
pub static SETTING_CHANGED: FactKind = FactKind {
    name: "accounts.setting_changed",
    doc: "A member, or a device for them, changed a setting. `kind` says which: notifications, direct or tags.",
};
pub static IGNORED: FactKind =
    FactKind { name: "accounts.ignored", doc: "A member set whom they ignore: `count` members." };
pub static LOCKED: FactKind =
    FactKind { name: "accounts.locked", doc: "An administrator locked an account: it can do nothing." };
pub static UNLOCKED: FactKind = FactKind { name: "accounts.unlocked", doc: "An administrator unlocked an account." };
pub static ADMINISTRATOR_MADE: FactKind =
    FactKind { name: "accounts.administrator_made", doc: "A member was made an administrator." };
pub static ADMINISTRATOR_REMOVED: FactKind =
    FactKind { name: "accounts.administrator_removed", doc: "An administrator became a member like the others." };

static FACTS: [&FactKind; 16] = [
    &REGISTERED,
    &LOGGED_IN,
    &LOGIN_FAILED,
    &LOGGED_OUT,
    &DEVICE_ADDED,
    &DEVICE_REMOVED,
    &PROFILE_CHANGED,
    &PASSWORD_CHANGED,
    &SESSION_REVOKED,
    &DEACTIVATED,
    &SETTING_CHANGED,
    &IGNORED,
    &LOCKED,
    &UNLOCKED,
    &ADMINISTRATOR_MADE,
    &ADMINISTRATOR_REMOVED,
];

pub const MIGRATIONS: &[Migration] = &[
    step(1, include_str!("migrations/0001_accounts.sql")),
    step(2, include_str!("migrations/0002_registration_tokens.sql")),
    step(3, include_str!("migrations/0003_sessions.sql")),
    step(4, include_str!("migrations/0004_locking.sql")),
    step(5, include_str!("migrations/0005_openid.sql")),
];

const fn step(number: i64, sql: &'static str) -> Migration {
    Migration { module: "accounts", number, sql, postgres: None }
}

const PERSONAL_DATA: &[&str] = &[
    "accounts-keeps-account",
    "accounts-keeps-password",
    "accounts-keeps-profile",
    "accounts-keeps-devices",
    "accounts-keeps-data",
];

/// A member's push rules, complete.
type PushRules = Box<dyn Fn(Arc<str>) -> BoxFuture<'static, Result<String>> + Send + Sync>;

/// The module, as other modules see it.
pub struct Accounts {
    store: Arc<Store>,
    context: Context,
    cultures: Arc<Cultures>,
    server_name: OwnedServerName,
    settings: Settings,
    passwords: Passwords,
    /// Wrong passwords of late.
    guesses: Guesses,
    /// Shared with the tasks that outlive a request.
    caches: Arc<Caches>,
    /// Interactive authentications under way, by session.
    interactions: Pending<Interaction>,
    /// To whom tokens to sign in with were given, by their hashes.
    login_tokens: Pending<service::session::LoginToken>,
    /// Where devices called from of late.
    sightings: Sightings,
    /// One-time numbers of the registration by shared secret.
    nonces: Pending<()>,
    /// The hash of the link's token that makes the first administrator.
    setup_token: Mutex<Option<Digest>>,
    device_watches: RwLock<Vec<Arc<dyn DeviceWatch>>>,
    push_rules: OnceLock<PushRules>,
}

impl Accounts {
    pub fn new(
        store: Arc<Store>,
        context: Context,
        cultures: Arc<Cultures>,
        server_name: OwnedServerName,
        settings: Settings,
    ) -> Arc<Self> {
        Arc::new(Self {
            passwords: Passwords::new(&settings.argon2),
            store,
            context,
            cultures,
            server_name,
            guesses: Guesses::new(settings.guesses_are_limited),
            settings,
            caches: Arc::default(),
            interactions: Pending::new(limits::AUTH_SESSIONS, limits::AUTH_SESSION_MS),
            login_tokens: Pending::new(limits::LOGIN_TOKENS, limits::LOGIN_TOKEN_MS),
            sightings: Sightings::default(),
            nonces: Pending::new(limits::NONCES, limits::NONCE_MS),
            setup_token: Mutex::default(),
            device_watches: RwLock::default(),
            push_rules: OnceLock::new(),
        })
    }

    /// Who knows a member's push rules, of which account data has only what they changed: push.
    pub(crate) fn push_rules_of(&self, by: PushRules) {
        assert!(self.push_rules.set(by).is_ok(), "there is one who knows");
    }

    /// Writes down what waits, and gives back memory that nobody needs.
    pub async fn tidy(&self) -> Result<()> {
        self.guesses.forget_whole(self.context.now_ms());
        self.write_sightings().await
    }
}

impl Authenticator for Accounts {
    fn caller<'a>(
        &'a self,
        token: &'a str,
        access: Access,
        address: IpAddr,
    ) -> Pin<Box<dyn Future<Output = Result<Arc<Caller>>> + Send + 'a>> {
        Box::pin(self.authenticate(token, access, address))
    }
}

/// What this module contributes.
pub fn module(accounts: &Arc<Accounts>) -> Module {
    Module {
        name: "accounts",
        routes: route::routes(accounts),
        migrations: MIGRATIONS,
        facts: &FACTS,
        strings: route::page::STRINGS,
        personal_data: PERSONAL_DATA,
        ..Module::default()
    }
}
