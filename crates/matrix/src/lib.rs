//! The Matrix homeserver: accounts, media, rooms, keys, push, sync, search and moving in.
//!
//! Invariants: only this crate imports ruma. Modules stand in this order and use only those before
//! them: accounts, media, rooms, keys, push, sync, search, archive. What crosses the other way is a fact or a change note.

pub mod accounts;
pub mod archive;
mod endpoint;
mod kept;
pub mod keys;
pub mod media;
pub mod push;
mod queue;
pub mod rooms;
pub mod search;
mod stream;
pub mod sync;
mod token;

use std::sync::Arc;

use hearth_http::{Module, Outgoing};
use hearth_i18n::Cultures;
use hearth_kernel::{Context, Error, Result};
use hearth_store::{Migration, Outbox, Store};
use ruma::{OwnedServerName, RoomAliasId, ServerName, UserId};

use crate::{
    accounts::Accounts,
    keys::Keys,
    media::Media,
    push::Push,
    rooms::Rooms,
    search::Search,
    stream::Changes,
    sync::{Sync, Wake},
};

/// What an operator decides about this crate.
pub struct Settings {
    pub accounts: accounts::Settings,
    pub media: media::Settings,
    /// Whether members are told who is here.
    pub presence: bool,
    /// By what devices are woken, if they are.
    pub push: Option<Outgoing>,
}

/// The homeserver's modules, put together.
pub struct Matrix {
    pub store: Arc<Store>,
    pub accounts: Arc<Accounts>,
    pub media: Arc<Media>,
    pub rooms: Arc<Rooms>,
    pub keys: Arc<Keys>,
    pub push: Arc<Push>,
    pub sync: Arc<Sync>,
    pub search: Arc<Search>,
    wake: Option<Wake>,
}

/// Whether ids can end with this. Capitals would make it another server than the one that DNS finds.
pub fn is_server_name(text: &str) -> bool {
    let is_port = |text: &str| text.parse::<u16>().is_ok();
    let has_port = text.rsplit_once(':').is_none_or(|(_, port)| text.ends_with(']') || is_port(port));
    ServerName::parse(text).is_ok() && has_port && !text.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Whether a member, here or elsewhere, could have this id.
pub fn is_user_id(text: &str) -> bool {
    UserId::parse(text).is_ok()
}

/// Whether a room could have this address.
pub fn is_room_alias(text: &str) -> bool {
    RoomAliasId::parse(text).is_ok()
}

impl Matrix {
    pub async fn new(store: Arc<Store>, context: Context, cultures: Arc<Cultures>, settings: Settings) -> Result<Self> {
        let server_name = OwnedServerName::try_from(store.server_name())
            .map_err(|error| Error::invalid_param(format!("{} is not a server name: {error}", store.server_name())))?;
        let Settings { accounts, media, presence, push: outgoing } = settings;
        let accounts = Accounts::new(store.clone(), context.clone(), cultures, server_name.clone(), accounts);
        let media = Media::new(store.clone(), context.clone(), server_name.clone(), media).await?;
        let rooms = Rooms::new(store.clone(), context.clone(), accounts.clone(), server_name.clone()).await?;
        let keys = Keys::new(store.clone(), context.clone(), accounts.clone(), rooms.clone(), server_name).await?;
        let push = Push::new(
            store.clone(),
            context.clone(),
            accounts.clone(),
            outgoing.as_ref().is_some_and(Outgoing::is_private),
        );
        // Weak: push holds accounts.
        let rules = Arc::downgrade(&push);
        accounts.push_rules_of(Box::new(move |member| {
            let rules = rules.upgrade();
            Box::pin(async move {
                let stopping = || Error::unavailable("The server is stopping.");
                rules.ok_or_else(stopping)?.content(&member).await
            })
        }));
        let rules = push.clone();
        rooms.taken_along(Box::new(move |member, from, to| {
            let rules = rules.clone();
            Box::pin(async move { rules.take_along(&member, from, to).await })
        }));
        let search = Search::new(store.clone(), context.clone(), accounts.clone(), rooms.clone());
        let sync =
            Sync::new(store.clone(), context, accounts.clone(), rooms.clone(), keys.clone(), push.clone(), presence);
        // Weak: sync holds rooms and rooms the store, so that one who held them in turn would keep all
        // of it, and the lock on the data directory, for ever.
        let told = Arc::downgrade(&sync);
        rooms.listen(Box::new(move |change| {
            if let Some(sync) = told.upgrade() {
                sync.index.changed(change);
            }
        }));
        store.observe(Arc::new(Changes { rooms: Arc::downgrade(&rooms), sync: Arc::downgrade(&sync) }));
        let wake = outgoing.map(|outgoing| Wake::new(sync.clone(), outgoing));
        Ok(Self { store, accounts, media, rooms, keys, push, sync, search, wake })
    }

    pub fn modules(&self) -> Vec<Module> {
        vec![
            accounts::module(&self.accounts),
            media::module(&self.media),
            rooms::module(&self.rooms),
            keys::module(&self.keys),
            push::module(&self.push),
            sync::module(&self.sync),
            search::module(&self.search),
            archive::module(),
        ]
    }

    /// Runs the listeners of this crate until the store closes.
    pub async fn listen(&self) {
        let rooms = self.rooms.clone();
        let hear = move |fact| {
            let rooms = rooms.clone();
            async move { rooms.hear(fact).await }
        };
        let rooms = Outbox::new(self.store.clone(), "rooms", Rooms::HEARS).run(hear);
        let wake = async {
            if let Some(wake) = &self.wake {
                wake.listen().await;
            }
        };
        tokio::join!(rooms, self.search.listen(), wake);
    }

    /// What this crate holds at the moment: name, words, number.
    pub fn load(&self) -> [(&'static str, &'static str, i64); 3] {
        let (waiting, indexed) = self.sync.load();
        [
            ("sync_waiting", "Syncs that wait for something new", waiting),
            ("sync_members", "Members whose index of changes is in memory", indexed as i64),
            ("rooms_loaded", "Rooms in memory", self.rooms.loaded() as i64),
        ]
    }

    /// Gives back memory that nobody uses, and writes down what may be late.
    pub async fn tidy(&self) -> Result<()> {
        self.rooms.let_go();
        self.sync.let_go();
        self.accounts.tidy().await
    }
}

/// The schema of all modules.
pub fn migrations() -> Vec<Migration> {
    [
        accounts::MIGRATIONS,
        media::MIGRATIONS,
        rooms::MIGRATIONS,
        keys::MIGRATIONS,
        push::MIGRATIONS,
        search::MIGRATIONS,
        archive::MIGRATIONS,
    ]
    .concat()
}
