//! Sync: what a member's device has not seen yet, at once or as soon as there is something.
//!
//! Invariants:
//! - An answer holds everything up to one published position and nothing beyond it; its token says so.
//! - A waiter registers, then takes the position, then reads; the index has moved before a position is
//!   published and rings after, so no change falls in between.
//! - A poll with nothing new touches no disk, and costs the same however many rooms there are.
//! - No event overtakes its key: where not all messages to a device fit, everything else in the answer
//!   ends where they end.
//! - An event is serialised once; answers are spliced.

mod answer;
mod device;
mod index;
mod notifications;
mod presence;
mod room;
mod route;
mod unread;
mod wake;

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use hearth_http::Module;
use hearth_kernel::{Context, id};
use hearth_store::Store;

pub(crate) use self::wake::Wake;
use self::{index::Index, presence::Presences, room::Told, unread::Readers};
use crate::{accounts::Accounts, keys::Keys, push::Push, rooms::Rooms};

/// Answers syncs.
pub struct Sync {
    store: Arc<Store>,
    context: Context,
    accounts: Arc<Accounts>,
    rooms: Arc<Rooms>,
    keys: Arc<Keys>,
    push: Arc<Push>,
    pub(crate) index: Index,
    readers: Readers,
    told: Told,
    presences: Presences,
    /// Whether members are told who is here.
    has_presence: bool,
    waiting: AtomicI64,
    /// Names this process's life: what is in memory alone has serials of it.
    boot: String,
}

impl Sync {
    pub fn new(
        store: Arc<Store>,
        context: Context,
        accounts: Arc<Accounts>,
        rooms: Arc<Rooms>,
        keys: Arc<Keys>,
        push: Arc<Push>,
        has_presence: bool,
    ) -> Arc<Self> {
        let boot = id::letters(&context.rng.stream("boot"), 8);
        Arc::new(Self {
            store,
            context,
            accounts,
            rooms,
            keys,
            push,
            index: Index::default(),
            readers: Readers::default(),
            told: Told::default(),
            presences: Presences::default(),
            has_presence,
            waiting: AtomicI64::new(0),
            boot,
        })
    }

    /// Syncs that wait for something new, and members whose index is in memory.
    pub(crate) fn load(&self) -> (i64, usize) {
        (self.waiting.load(Ordering::Relaxed), self.index.len())
    }

    /// How many follow a room before it is a crowd: fewer where few people are simulated.
    pub fn set_crowd_members(&self, members: usize) {
        self.index.set_crowd_members(members);
    }

    /// Lets go of members who have not synced for a while.
    pub fn let_go(&self) {
        const IDLE_MS: i64 = 10 * 60 * 1000;
        self.let_leave();
        self.index.forget_idle(self.context.now_ms() - IDLE_MS);
    }
}

/// What this module contributes.
pub fn module(sync: &Arc<Sync>) -> Module {
    Module { name: "sync", routes: route::routes(sync), ..Module::default() }
}
