//! Push: which events a member is told of, and how many wait unread.
//!
//! A member's rules are account data of type `m.push_rules`, so that every device hears of a change
//! by the way that it hears of all account data. Whoever has changed nothing has nothing stored.
//! Here they are changed, compiled and asked ([`effect`]); what is asked decides what a [`Counter`]
//! counts. Pushers are kept, and go with their device; sync wakes devices by them.
//!
//! Invariants:
//! - A member's rules are changed one change at a time, each on what the one before left: two devices
//!   lose nothing. A change is finished even if who asked for it has gone.
//! - [`Push::rules`] never gives rules that were replaced before it was called. So compiled rules are
//!   dropped before a change is written, and read again in the same turn as the changes take.
//! - Nothing here costs more for an event that fits a pattern badly: see `pattern.rs`.
//! - Counts are derived from events and receipts, never incremented: see `unread.rs`.

mod event;
mod model;
mod pattern;
mod pushers;
mod route;
mod ruleset;
mod store;
mod unread;

#[cfg(test)]
mod tests;

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use hearth_http::Module;
use hearth_kernel::{Context, Error, Result, limits};
use hearth_store::{Migration, Store};
use ruma::{OwnedRoomId, UserId, push::Ruleset};
use tokio::sync::{Mutex, MutexGuard};

pub use event::FlattenedEvent;
pub use model::{Effect, RoomContext, RoomShape, Rules, actions, effect};
pub use unread::{Counter, Counts, Unread};

/// The account data that rules are kept in.
pub use crate::accounts::PUSH_RULES as ACCOUNT_DATA_TYPE;
use crate::{accounts::Accounts, kept::Kept};

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "push", number: 1, sql: include_str!("migrations/0001_pushers.sql"), postgres: None }];

/// Members share so many turns for changes: few enough to keep for ever, enough to seldom meet.
const TURNS: usize = 64;

/// The rules and pushers of all members.
pub struct Push {
    store: Arc<Store>,
    context: Context,
    accounts: Arc<Accounts>,
    compiled: parking_lot::Mutex<Kept<Box<str>, Arc<Rules>>>,
    turns: [Mutex<()>; TURNS],
    versions: AtomicU64,
    wakeable: pushers::Wakeable,
    /// Whether gateways are asked without TLS too.
    takes_plain_gateways: bool,
}

/// What the module contributes.
pub fn module(push: &Arc<Push>) -> Module {
    Module {
        name: "push",
        routes: route::routes(push),
        migrations: MIGRATIONS,
        facts: &pushers::FACTS,
        personal_data: &["push-keeps-pushers"],
        ..Module::default()
    }
}

impl Push {
    pub fn new(store: Arc<Store>, context: Context, accounts: Arc<Accounts>, takes_plain_gateways: bool) -> Arc<Self> {
        let turns = std::array::from_fn(|_| Mutex::new(()));
        let (compiled, versions) = (parking_lot::Mutex::new(Kept::new(limits::MEMBERS_INDEXED)), AtomicU64::new(1));
        let wakeable = pushers::Wakeable::default();
        let push =
            Arc::new(Self { store, context, accounts, compiled, turns, versions, wakeable, takes_plain_gateways });
        push.accounts.watch_devices(Arc::new(Arc::downgrade(&push)));
        push
    }

    /// A member's rules as they are now, to be asked.
    pub async fn rules(&self, user_id: &str) -> Result<Arc<Rules>> {
        if let Some(rules) = self.known(user_id) {
            return Ok(rules);
        }
        let _turn = self.turn(user_id).await;
        if let Some(rules) = self.known(user_id) {
            return Ok(rules);
        }
        let rules = self.compile(user_id).await?;
        self.remember(user_id, &rules);
        Ok(rules)
    }

    /// A member's rules as account data shows them: `{"global": …}`, complete even where nothing is
    /// stored, or was stored before the server's default rules changed.
    pub async fn content(&self, user_id: &str) -> Result<String> {
        Ok(ruleset::content(&self.ruleset(user_id).await?))
    }

    async fn ruleset(&self, user_id: &str) -> Result<Ruleset> {
        let stored = self.accounts.account_data(user_id, None, ACCOUNT_DATA_TYPE).await?;
        ruleset::read(stored.as_deref(), owner(user_id)?)
    }

    /// What a member's rules say of one room they say of another, too, of which they say nothing yet.
    pub async fn take_along(self: &Arc<Self>, user_id: &Arc<str>, from: OwnedRoomId, to: OwnedRoomId) -> Result<()> {
        self.change(user_id, move |ruleset, owner| ruleset::take_along(ruleset, owner, &from, &to)).await
    }

    /// Changes a member's rules. What the change leaves when it fails is dropped.
    async fn change<F>(self: &Arc<Self>, user_id: &Arc<str>, change: F) -> Result<()>
    where
        F: FnOnce(&mut Ruleset, &UserId) -> Result<()> + Send + 'static,
    {
        let (push, user_id) = (self.clone(), user_id.clone());
        let changing = tokio::spawn(async move { push.change_in_turn(&user_id, change).await });
        changing.await.map_err(|error| Error::internal("a change of push rules broke off").caused_by(error))?
    }

    async fn change_in_turn<F>(&self, user_id: &str, change: F) -> Result<()>
    where
        F: FnOnce(&mut Ruleset, &UserId) -> Result<()>,
    {
        let _turn = self.turn(user_id).await;
        let mut ruleset = self.ruleset(user_id).await?;
        let before = ruleset::content(&ruleset);
        change(&mut ruleset, owner(user_id)?)?;
        let after = ruleset::content(&ruleset);
        if after == before {
            return Ok(());
        }
        self.compiled.lock().remove(user_id);
        self.accounts.set_account_data(user_id, None, ACCOUNT_DATA_TYPE, &after).await
    }

    async fn compile(&self, user_id: &str) -> Result<Arc<Rules>> {
        let ruleset = self.ruleset(user_id).await?;
        let owner = owner(user_id)?;
        if ruleset::content(&ruleset) == ruleset::content(&Ruleset::server_default(owner)) {
            return Ok(Rules::server_default());
        }
        Ok(Rules::compile(&ruleset, owner, self.versions.fetch_add(1, Ordering::Relaxed)))
    }

    fn known(&self, user_id: &str) -> Option<Arc<Rules>> {
        self.compiled.lock().get(user_id).cloned()
    }

    fn remember(&self, user_id: &str, rules: &Arc<Rules>) {
        self.compiled.lock().insert(user_id.into(), rules.clone());
    }

    async fn turn(&self, user_id: &str) -> MutexGuard<'_, ()> {
        let mut hasher = DefaultHasher::new();
        user_id.hash(&mut hasher);
        self.turns[hasher.finish() as usize % TURNS].lock().await
    }
}

fn owner(user_id: &str) -> Result<&UserId> {
    <&UserId>::try_from(user_id).map_err(|error| Error::internal("a member's id is no user id").caused_by(error))
}
