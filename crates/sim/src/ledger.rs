//! What people asked for and were told, kept outside the server: what the checkers hold it to.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use parking_lot::Mutex;

/// One ledger for all people and all lives of the server.
pub(crate) type Shared = Arc<Mutex<Ledger>>;

#[derive(Default)]
pub(crate) struct Ledger {
    step: u64,
    /// Every request with its answer, in order: the first line that differs says where two runs part.
    pub(crate) journal: Vec<String>,
    /// How often each kind of trouble was made: a run in calm weather proves little.
    pub(crate) troubles: BTreeMap<&'static str, u64>,
    /// What was seen to be wrong while it happened.
    pub(crate) faults: Vec<String>,
    /// By device and transaction id.
    pub(crate) said: BTreeMap<(String, String), Said>,
    /// Rooms that everybody hears of, whoever may join them.
    pub(crate) noticeboard: Vec<String>,
    /// Member and room of everybody who ever set out to leave, or was to be removed.
    pub(crate) departed: BTreeSet<(String, String)>,
    /// The same of everybody who ever set out to forget.
    pub(crate) forgotten: BTreeSet<(String, String)>,
    pub(crate) read: Vec<Read>,
    /// Account data by member, room (or none) and type.
    pub(crate) data: BTreeSet<(String, Option<String>, String)>,
    /// Members and devices that have signed in.
    pub(crate) devices: BTreeSet<(String, String)>,
    /// Messages to devices, by the word that stands in each.
    pub(crate) notes: BTreeMap<String, Noted>,
    /// Who was given which one-time key.
    pub(crate) claimed: Vec<(String, String)>,
    /// What stands in each file whose upload was acknowledged, by its address.
    pub(crate) files: BTreeMap<String, String>,
    /// What a device keeps on the server for itself, by device and path.
    pub(crate) kept: BTreeMap<(String, String), Kept>,
    /// The signing keys that were acknowledged as a member's first.
    pub(crate) first_keys: BTreeMap<String, BTreeSet<String>>,
    /// The devices whose signature on their member's key was acknowledged.
    pub(crate) signers: BTreeMap<String, BTreeSet<String>>,
    /// The password of each member by name, who begins with the same as all others.
    pub(crate) passwords: BTreeMap<&'static str, Kept>,
    /// Whose each acknowledged token for services elsewhere is.
    pub(crate) vouchers: BTreeMap<String, String>,
    /// Rooms that were to be replaced, and those that took their place.
    pub(crate) moved: BTreeSet<String>,
    /// Rooms that an address was acknowledged for.
    pub(crate) addresses: BTreeMap<String, BTreeSet<String>>,
}

/// A message to a device.
#[derive(Clone, Debug)]
pub(crate) struct Noted {
    /// Member and device.
    pub(crate) to: (String, String),
    pub(crate) asked: u64,
    pub(crate) acknowledged: Option<u64>,
}

/// What one path may hold: the word that was acknowledged last, or one that was asked for since. The device asks for one thing at
/// a time.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// Where in the answer the word stands.
    pub(crate) at: &'static str,
    is_acknowledged: bool,
    words: Vec<String>,
}

impl Kept {
    /// There before anything was asked for.
    pub(crate) fn beginning_with(words: &[&str]) -> Self {
        Self { words: words.iter().map(ToString::to_string).collect(), ..Self::default() }
    }

    pub(crate) fn ask(&mut self, at: &'static str, word: &str) {
        self.at = at;
        self.words.push(word.to_owned());
    }

    pub(crate) fn acknowledge(&mut self, word: &str) {
        self.is_acknowledged = true;
        self.words = vec![word.to_owned()];
    }

    /// Refused, so that it is not there.
    pub(crate) fn take_back(&mut self, word: &str) {
        self.words.retain(|asked| asked != word);
    }

    /// It went with its device.
    pub(crate) fn end(&mut self) {
        self.is_acknowledged = false;
        self.words.clear();
    }

    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    pub(crate) fn may_be(&self, found: Option<&str>) -> bool {
        found.map_or(!self.is_acknowledged, |found| self.words.iter().any(|word| word == found))
    }
}

/// A message or a redaction under its transaction id.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) room: String,
    /// A word that stands in no other event.
    pub(crate) mark: String,
    /// The event that it removes.
    pub(crate) removes: Option<String>,
    /// The step before it was first asked for.
    pub(crate) asked: u64,
    /// The step at which it was first acknowledged.
    pub(crate) acknowledged: Option<u64>,
    /// Refused with no other request for it under way, so that it must not be stored.
    pub(crate) refused: bool,
    pub(crate) under_way: usize,
    pub(crate) event_ids: BTreeSet<String>,
}

/// An acknowledged receipt.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    pub(crate) reader: String,
    pub(crate) room: String,
    pub(crate) kind: &'static str,
    pub(crate) event_id: String,
}

impl Ledger {
    /// Whether a room stands in the list goes along, whatever was kept of it before.
    pub(crate) fn moves(&mut self, room: &str, listing: &str) {
        self.moved.insert(room.to_owned());
        self.kept.retain(|(_, path), _| path != listing);
    }

    /// A number that is higher than all before.
    pub(crate) fn step(&mut self) -> u64 {
        self.step += 1;
        self.step
    }

    pub(crate) fn trouble(&mut self, kind: &'static str) {
        *self.troubles.entry(kind).or_default() += 1;
    }

    pub(crate) fn fault(&mut self, what: impl Into<String>) {
        self.faults.push(what.into());
    }
}
