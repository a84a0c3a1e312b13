//! People: a device each, with what it remembers, and two habits: doing things, and listening.

mod acting;
mod devices;
mod keeping;
mod listening;
mod moving;
mod relating;
mod settling;
pub(crate) mod sharing;
mod signing;
pub(crate) mod signing_in;
pub(crate) mod view;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use hearth_kernel::Rng;
use parking_lot::Mutex;
use serde_json::Value;
use tokio::task::JoinSet;

use self::view::View;
use crate::{
    network::{Line, Network},
    scenario::Scenario,
};

const NAMES: [&str; 10] = ["ada", "bao", "chidi", "dina", "emre", "fatou", "goran", "hana", "iris", "jun"];

/// One device of one member. It outlives the server's lives.
pub(crate) struct Person {
    pub(crate) name: &'static str,
    /// The device's own name: the member's, and a number.
    pub(crate) device: String,
    /// Drawn from by what the person does, and apart from it by how the device listens.
    acting: Arc<Rng>,
    listening: Arc<Rng>,
    pub(crate) memory: Mutex<Memory>,
}

/// What a device keeps.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) user_id: String,
    pub(crate) token: Option<String>,
    refresh_token: Option<String>,
    /// Signing out, which is asked for until it is known to be done.
    is_leaving: bool,
    /// The step at which the device was last signed in: what was meant for it before may have gone with the one that it was.
    pub(crate) signed_in_at: u64,
    /// Where the next sync goes on from.
    pub(crate) since: Option<String>,
    pub(crate) rooms: BTreeMap<String, View>,
    pub(crate) invitations: BTreeSet<String>,
    /// Said, but not acknowledged.
    pub(crate) outbox: Vec<Message>,
    /// Acknowledged.
    pub(crate) sent: Vec<Message>,
    /// Messages to devices that are not acknowledged.
    pub(crate) notes: Vec<Note>,
    /// The last one that was.
    pub(crate) told: Option<Note>,
    pub(crate) inbox: Inbox,
    pub(crate) account_data: BTreeMap<(Option<String>, String), String>,
    /// A number for whatever must be unlike all before.
    counter: u64,
}

/// A request under a transaction id, to be asked again until there is an answer.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) room: String,
    pub(crate) txn: String,
    /// A message, or the reason of a redaction: in both a word that is in no other event.
    pub(crate) mark: String,
    pub(crate) removes: Option<String>,
    /// What else stands in its content: what it relates to, or what its reader must have.
    pub(crate) more: Value,
    pub(crate) event_id: Option<String>,
}

/// A message from device to device, to be asked again until there is an answer.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) txn: String,
    pub(crate) to: (String, String),
    /// A word that is in no other.
    pub(crate) mark: String,
}

/// What a device was told beside rooms.
#[derive(Default)]
pub(crate) struct Inbox {
    /// Messages to it since it was set up, in order.
    pub(crate) heard: Vec<String>,
    /// Those of the times before.
    pub(crate) before: BTreeSet<String>,
    /// How many one-time keys are left, as it was told last.
    pub(crate) keys_left: Option<u64>,
}

impl Inbox {
    fn has(&self, mark: &str) -> bool {
        self.before.contains(mark) || self.heard.iter().any(|heard| heard == mark)
    }
}

impl Memory {
    fn count(&mut self) -> u64 {
        self.counter += 1;
        self.counter
    }

    /// One that is surely known to the server.
    pub(crate) fn good_token(&self) -> Option<String> {
        self.token.clone().filter(|_| !self.is_leaving)
    }

    fn joined(&self) -> Vec<String> {
        self.rooms.iter().filter(|(_, view)| view.is_joined).map(|(room, _)| room.clone()).collect()
    }
}

/// The people of a scenario.
pub(crate) fn community(scenario: &Scenario, chance: &Rng) -> Vec<Arc<Person>> {
    let first = NAMES.iter().take(scenario.people).map(|name| (*name, 1));
    let second = NAMES.iter().take(scenario.second_devices).map(|name| (*name, 2));
    first.chain(second).map(|(name, number)| Arc::new(Person::new(name, number, chance))).collect()
}

impl Person {
    fn new(name: &'static str, number: u32, chance: &Rng) -> Self {
        let device = format!("{name}-{number}");
        let acting = Arc::new(chance.stream(&format!("{device} acts")));
        let listening = Arc::new(chance.stream(&format!("{device} listens")));
        Self { name, device, acting, listening, memory: Mutex::default() }
    }

    /// Whether the member has another device, which came first.
    fn is_second(&self) -> bool {
        self.device.ends_with("-2")
    }

    fn line(&self, network: &Network, rng: &Arc<Rng>) -> Line {
        let token = self.memory.lock().token.clone();
        network.line(&self.device, rng.clone(), token.as_deref())
    }

    /// Lives for as long as the server does.
    pub(crate) fn live(self: &Arc<Self>, network: &Network, tasks: &mut JoinSet<()>) {
        let (person, edge) = (self.clone(), network.clone());
        tasks.spawn(async move { person.act(&edge).await });
        let (person, edge) = (self.clone(), network.clone());
        tasks.spawn(async move { person.listen(&edge).await });
    }
}

/// One of several, or none of none.
fn pick<'a, T>(rng: &Rng, among: &'a [T]) -> Option<&'a T> {
    if among.is_empty() {
        return None;
    }
    among.get(usize::try_from(rng.below(among.len() as u64)).unwrap_or(0))
}
