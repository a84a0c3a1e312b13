//! Facts: what happened, in the past tense, stated in the same commit as what it records.
//!
//! A fact counts, names a kind or names an id. It has no place for what people wrote to each other:
//! that is how the retention engine is kept from ever reading a message.

use serde_json::{Map, Value};

/// A fact that a module declares: its name is `module.what_happened`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactKind {
    pub name: &'static str,
    pub doc: &'static str,
}

/// One thing that happened to, or was done by, a subject.
#[derive(Clone, Debug)]
pub struct Fact {
    pub kind: &'static FactKind,
    /// Whose order counts: a member's id, or a room's.
    pub subject: String,
    pub happened_at_ms: i64,
    /// Moved in from elsewhere: it is counted, but nobody is told of it.
    pub historical: bool,
    fields: Map<String, Value>,
}

impl Fact {
    pub fn new(kind: &'static FactKind, subject: impl Into<String>, happened_at_ms: i64) -> Self {
        Self { kind, subject: subject.into(), happened_at_ms, historical: false, fields: Map::new() }
    }

    #[must_use]
    pub fn historical(mut self, historical: bool) -> Self {
        self.historical = historical;
        self
    }

    #[must_use]
    pub fn count(mut self, name: &'static str, count: i64) -> Self {
        self.fields.insert(name.to_owned(), count.into());
        self
    }

    /// One of a closed list of words that stands in the code.
    #[must_use]
    pub fn kind(mut self, name: &'static str, kind: &'static str) -> Self {
        self.fields.insert(name.to_owned(), kind.into());
        self
    }

    #[must_use]
    pub fn id(mut self, name: &'static str, id: &str) -> Self {
        self.fields.insert(name.to_owned(), id.into());
        self
    }

    /// The fields as a JSON object, as the outbox keeps them.
    pub fn fields_json(&self) -> String {
        serde_json::to_string(&self.fields).expect("a map of numbers and words is JSON")
    }
}

/// The size of something in powers of two, so that a fact says how large without saying what.
pub fn size_bucket(bytes: usize) -> i64 {
    i64::from(usize::BITS - bytes.leading_zeros())
}
