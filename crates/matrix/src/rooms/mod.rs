//! Rooms: events in order, state, memberships, receipts, and who may see what.
//!
//! Invariants:
//! - Every event has a dense sequence in its room, given under the room's lock. Pages, receipts and
//!   counts compare it alone.
//! - A room is a committed view and a head that runs ahead of it by what is queued. Only appends look
//!   at the head; every answer that was derived from pending writes waits for them.
//! - Each event names the state before it and carries the visibility in force; `Sight::can_see` is
//!   asked on every way out.
//! - Nothing under the lock or in the commit costs as much as the room has members.
//! - Rooms calls accounts and nobody else; the others listen.

pub(crate) mod build;
mod check;
mod event;
pub(crate) mod facts;
pub(crate) mod filter;
mod ignored;
mod relation;
pub(crate) mod render;
mod room;
mod route;
mod service;
mod sight;
mod sign;
mod state;
mod store;
mod summary;
mod typing;

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, atomic::AtomicU64},
};

use futures_util::future::BoxFuture;
use hearth_http::Module;
use hearth_kernel::{Context, Error, Result, limits};
use hearth_store::{Migration, Store};
use parking_lot::Mutex;
use ruma::{OwnedRoomId, OwnedServerName, OwnedUserId, UserId};

pub use check::{Found, check};
pub use event::{Membership, RoomEvent, Visibility};
pub(crate) use ignored::Ignored;
pub use room::Room;
pub(crate) use service::{
    append::Append,
    attendance::Attendance,
    create::Founding,
    read::{Page, PageAsked},
};
pub use sight::Sight;
pub use state::State;
pub(crate) use store::ROOM_EXISTS;
pub use store::{Receipt, RoomMembership, report::Report};

use self::sign::Signer;
use crate::{accounts::Accounts, kept::Kept, stream::Change};

/// The room versions that Hearth speaks; the last is what a new room gets (the protocol's default).
pub const VERSIONS: [&str; 3] = ["10", "11", "12"];
pub const DEFAULT_VERSION: &str = "12";

pub const MIGRATIONS: &[Migration] = &[
    migration(1, include_str!("migrations/0001_rooms.sql")),
    migration(2, include_str!("migrations/0002_relations.sql")),
    migration(3, include_str!("migrations/0003_reports.sql")),
    migration(4, include_str!("migrations/0004_room_life.sql")),
    migration(5, include_str!("migrations/0005_removed.sql")),
];

const fn migration(number: i64, sql: &'static str) -> Migration {
    Migration { module: "rooms", number, sql, postgres: None }
}

type Loaded = Mutex<HashMap<OwnedRoomId, service::load::Cell>>;

type Hear = Box<dyn Fn(&Change) + Send + Sync>;

/// Takes what another module keeps for a member and a room into the room that took its place.
type TakeAlong = Box<dyn Fn(Arc<str>, OwnedRoomId, OwnedRoomId) -> BoxFuture<'static, Result<()>> + Send + Sync>;

/// The rooms of this server.
pub struct Rooms {
    pub(crate) store: Arc<Store>,
    pub(crate) context: Context,
    pub(crate) accounts: Arc<Accounts>,
    signer: Signer,
    loaded: Loaded,
    transactions: service::send::Transactions,
    serial: Mutex<i64>,
    /// Rises with each use of a room, so that the one that was used longest ago is let go first.
    uses: AtomicU64,
    ignored: ignored::IgnoredLists,
    /// What the list of public rooms shows of each.
    cards: Mutex<Kept<OwnedRoomId, Arc<service::directory::Card>>>,
    /// One upgrade at a time: what is begun and not done was cut off, or refused on the way.
    upgrading: tokio::sync::Mutex<()>,
    listener: OnceLock<Hear>,
    take_along: OnceLock<TakeAlong>,
}

/// What a commit changed in a room.
pub(crate) struct RoomChange {
    pub(crate) room: Arc<Room>,
    pub(crate) events: Vec<Arc<RoomEvent>>,
    pub(crate) removed: Vec<Arc<RoomEvent>>,
    /// Sequences of those that are seen from now on by who was in the room at them.
    pub(crate) hidden: Vec<i64>,
}

impl Rooms {
    pub async fn new(
        store: Arc<Store>,
        context: Context,
        accounts: Arc<Accounts>,
        server_name: OwnedServerName,
    ) -> Result<Arc<Self>> {
        let signer = Signer::load(&store, &context, server_name).await?;
        let rooms = Arc::new(Self {
            store,
            context,
            accounts,
            signer,
            loaded: Mutex::default(),
            transactions: service::send::Transactions::default(),
            serial: Mutex::new(0),
            upgrading: tokio::sync::Mutex::default(),
            uses: AtomicU64::new(0),
            ignored: ignored::IgnoredLists::new(limits::MEMBERS_INDEXED),
            cards: Mutex::new(Kept::new(limits::ROOMS_LISTED)),
            listener: OnceLock::new(),
            take_along: OnceLock::new(),
        });
        rooms.accounts.watch_devices(Arc::new(Arc::downgrade(&rooms)));
        rooms.fill_relations().await?;
        Ok(rooms)
    }

    /// Who hears of changes that are not on disk: sync.
    pub(crate) fn listen(&self, listener: Hear) {
        assert!(self.listener.set(listener).is_ok(), "there is one listener");
    }

    /// Who keeps something for a member's rooms that follows them: push, whose rules name rooms.
    pub(crate) fn taken_along(&self, by: TakeAlong) {
        assert!(self.take_along.set(by).is_ok(), "there is one who follows");
    }

    /// Moves the committed view.
    pub(crate) fn apply(&self, position: i64, change: &Change) {
        match change {
            Change::Room(change) => {
                {
                    let mut view = change.room.view.write();
                    for event in &change.events {
                        view.append(position, event.clone());
                    }
                    for removed in &change.removed {
                        view.replace(removed);
                    }
                    view.hide(&change.hidden);
                }
                change.room.settled.notify_waiters();
            }
            Change::Receipt { room, .. } => room.view.write().receipts_position = position,
            Change::Member { user_id } => self.ignored.forget(&**user_id),
            Change::Typing { .. } | Change::Presence { .. } | Change::Keys(_) => {}
        }
    }

    /// Tells of a change that is not on disk: typing.
    fn tell(&self, change: &Change) {
        if let Some(listener) = self.listener.get() {
            listener(change);
        }
    }

    /// Changes something that lives in memory alone. Whoever sees the serial finds the change: both
    /// move, and the index with them, before another change begins.
    pub(crate) fn change_in_memory(&self, change: impl FnOnce(i64) -> Option<Change>) {
        let mut serial = self.serial.lock();
        if let Some(change) = change(*serial + 1) {
            self.tell(&change);
            *serial += 1;
        }
    }

    pub(crate) fn serial(&self) -> i64 {
        *self.serial.lock()
    }
}

/// A caller's id as the protocol's type.
pub(crate) fn user_id(text: &str) -> Result<OwnedUserId> {
    UserId::parse(text).map_err(|error| Error::invalid_param(format!("{text} is not a member's id.")).caused_by(error))
}

/// What this module contributes.
pub fn module(rooms: &Arc<Rooms>) -> Module {
    Module {
        name: "rooms",
        routes: route::routes(rooms),
        migrations: MIGRATIONS,
        facts: &facts::ALL,
        personal_data: &[
            "rooms-keeps-events",
            "rooms-keeps-memberships",
            "rooms-keeps-forgotten",
            "rooms-keeps-receipts",
            "rooms-keeps-reports",
        ],
        ..Module::default()
    }
}
