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
    pin::Pin,
    sync::{Arc, OnceLock},
};

use hearth_http::{Authenticator, Caller, Module};
use hearth_i18n::Cultures;
use hearth_kernel::{Context, FactKind, Result, limits};
use hearth_store::{Migration, Store};
use parking_lot::Mutex;

use self::{
    cache::Caches,
    model::Digest,
    pending::Pending,
    service::{interactive::Operation, password::Passwords},
};
pub(crate) use self::{
    devices::{DeviceChange, DeviceWatch},
    service::interactive::Stage,
};
pub use self::{
    model::{
        AccountData, Argon2Settings, Profile, ROOM_VERSION_DEFAULT, ROOM_VERSIONS, Registration, Settings,
        inline_filter,
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

static FACTS: [&FactKind; 7] =
    [&REGISTERED, &LOGGED_IN, &LOGIN_FAILED, &LOGGED_OUT, &DEVICE_ADDED, &DEVICE_REMOVED, &PROFILE_CHANGED];

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "accounts", number: 1, sql: include_str!("migrations/0001_accounts.sql"), postgres: None }];

const PERSONAL_DATA: &[&str] = &[
    "the Matrix ID, whether it is an administrator's, and when it was made",
    "a hash of the password",
    "the profile: display name, picture and what else the member put there",
    "the devices: their names and when they signed in last",
    "account data and filters that the member's clients store",
];

/// The module, as other modules see it.
pub struct Accounts {
    store: Arc<Store>,
    context: Context,
    cultures: Arc<Cultures>,
    settings: Settings,
    passwords: Passwords,
    /// Shared with the tasks that outlive a request.
    caches: Arc<Caches>,
    /// Interactive authentications under way, by session.
    auth_sessions: Pending<Operation>,
    /// One-time numbers of the registration by shared secret.
    nonces: Pending<()>,
    /// The hash of the link's token that makes the first administrator.
    setup_token: Mutex<Option<Digest>>,
    device_watch: OnceLock<Box<dyn DeviceWatch>>,
}

impl Accounts {
    pub fn new(store: Arc<Store>, context: Context, cultures: Arc<Cultures>, settings: Settings) -> Arc<Self> {
        Arc::new(Self {
            passwords: Passwords::new(&settings.argon2),
            store,
            context,
            cultures,
            settings,
            caches: Arc::default(),
            auth_sessions: Pending::new(limits::AUTH_SESSIONS, limits::AUTH_SESSION_MS),
            nonces: Pending::new(model::NONCES, model::NONCE_MS),
            setup_token: Mutex::default(),
            device_watch: OnceLock::new(),
        })
    }
}

impl Authenticator for Accounts {
    fn caller<'a>(&'a self, token: &'a str) -> Pin<Box<dyn Future<Output = Result<Arc<Caller>>> + Send + 'a>> {
        Box::pin(self.authenticate(token))
    }
}

/// What this module contributes.
pub fn module(accounts: &Arc<Accounts>) -> Module {
    Module {
        name: "accounts",
        routes: route::routes(accounts),
        migrations: MIGRATIONS,
        facts: &FACTS,
        strings: route::setup::STRINGS,
        personal_data: PERSONAL_DATA,
    }
}
