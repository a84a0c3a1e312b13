//! Keys for end-to-end encryption: what devices need to know of each other, messages from device to
//! device, and backups of room keys that only their owner can read.
//!
//! Invariants:
//! - A one-time key is given away once, the oldest first; the commit decides.
//! - A message to a device is there until the device has come back with a token that covers it.
//! - Whoever shares a room with a member hears of each change of that member's keys, once and with its
//!   place among everything else that sync tells.
//! - What others have signed of a member is shown to the signer alone.
//! - The server never sees a private key. It checks signatures so that it stores none that is false.

mod facts;
mod model;
mod route;
mod service;
mod store;

use std::sync::{Arc, Weak, atomic::AtomicU64};

use hearth_http::Module;
use hearth_kernel::{Context, Result, id, limits};
use hearth_store::{Entry, Migration, Store};
use parking_lot::Mutex;
use ruma::{OwnedServerName, UserId};

use self::service::lists::Stretch;
pub(crate) use self::service::lists::{DeviceLists, KeysChanged, ListsAsked};
use crate::{accounts::Accounts, kept::Kept, rooms::Rooms};

pub const MIGRATIONS: &[Migration] = &[
    Migration { module: "keys", number: 1, sql: include_str!("migrations/0001_keys.sql"), postgres: None },
    Migration { module: "keys", number: 2, sql: include_str!("migrations/0002_epoch.sql"), postgres: None },
];

const PERSONAL_DATA: &[&str] =
    &["keys-keeps-public", "keys-keeps-waiting", "keys-keeps-backups", "keys-keeps-dehydrated"];

/// The keys of this server's members.
pub struct Keys {
    store: Arc<Store>,
    context: Context,
    accounts: Arc<Accounts>,
    rooms: Arc<Rooms>,
    server_name: OwnedServerName,
    /// Names this life of the server in claims.
    life: String,
    claims: AtomicU64,
    /// Whose keys changed in the stretches that crowds asked for last.
    changes: Mutex<Kept<Stretch, Arc<[String]>>>,
    /// One dehydrated device at a time: it takes the place of the one that was there.
    dehydrating: tokio::sync::Mutex<()>,
}

impl Keys {
    pub async fn new(
        store: Arc<Store>,
        context: Context,
        accounts: Arc<Accounts>,
        rooms: Arc<Rooms>,
        server_name: OwnedServerName,
    ) -> Result<Arc<Self>> {
        let left_behind = store::one_time::left_behind(&store).await?;
        if !left_behind.is_empty() {
            let mut entry = Entry::new();
            entry.statements(left_behind);
            store.write(entry).await?;
        }
        let life = id::letters(&context.rng.stream("claims"), 8);
        let keys = Arc::new(Self {
            store,
            context,
            accounts,
            rooms,
            server_name,
            life,
            claims: AtomicU64::new(0),
            changes: Mutex::new(Kept::new(limits::KEY_STRETCHES_KEPT)),
            dehydrating: tokio::sync::Mutex::default(),
        });
        let watch: Weak<Self> = Arc::downgrade(&keys);
        keys.accounts.watch_devices(Arc::new(watch));
        Ok(keys)
    }

    fn is_local(&self, user_id: &UserId) -> bool {
        user_id.server_name() == self.server_name
    }
}

/// What this module contributes.
pub fn module(keys: &Arc<Keys>) -> Module {
    Module {
        name: "keys",
        routes: route::routes(keys),
        migrations: MIGRATIONS,
        facts: &facts::ALL,
        personal_data: PERSONAL_DATA,
        ..Module::default()
    }
}
