//! An entry is one caller's write: statements that stand or fall together, the facts that they
//! record, and what the rest of the process is told once they are on disk.

use std::{borrow::Cow, sync::Arc};

use hearth_kernel::Fact;
use tokio::sync::watch;

use crate::{committer::Note, value::Value};

/// One SQL text with its parameters, numbered `?1`, `?2` … in both dialects.
#[derive(Clone, Debug)]
pub struct Statement {
    pub(crate) sql: Cow<'static, str>,
    pub(crate) params: Vec<Value>,
    pub(crate) guard: Option<&'static str>,
}

impl Statement {
    pub fn new(sql: impl Into<Cow<'static, str>>, params: impl Into<Vec<Value>>) -> Self {
        Self { sql: sql.into(), params: params.into(), guard: None }
    }

    pub(crate) fn has_position(&self) -> bool {
        self.params.iter().any(|value| matches!(value, Value::Position))
    }

    /// The statement must change at least one row, or the whole entry is refused under this name.
    /// What is unique or spent once is decided here, inside the commit, and nowhere earlier.
    #[must_use]
    pub fn guarded(mut self, name: &'static str) -> Self {
        self.guard = Some(name);
        self
    }
}

/// Entries that rest on each other: when one of them fails, the ones queued behind it fail too.
#[derive(Clone, Debug, Default)]
pub struct Chain(Arc<watch::Sender<bool>>);

impl Chain {
    pub fn is_broken(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it is broken: for ever, if all goes well.
    pub async fn broken(&self) {
        // We hold the sender, so that it cannot end otherwise.
        self.0.subscribe().wait_for(|is_broken| *is_broken).await.ok();
    }

    pub(crate) fn break_off(&self) {
        self.0.send_replace(true);
    }
}

/// One caller's write, as data.
#[derive(Default)]
pub struct Entry {
    pub(crate) statements: Vec<Statement>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) chain: Option<Chain>,
    pub(crate) note: Option<Note>,
    pub(crate) is_repeatable: bool,
}

impl Entry {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn statement(&mut self, statement: Statement) -> &mut Self {
        self.statements.push(statement);
        self
    }

    pub fn statements(&mut self, statements: impl IntoIterator<Item = Statement>) -> &mut Self {
        self.statements.extend(statements);
        self
    }

    pub fn fact(&mut self, fact: Fact) -> &mut Self {
        self.facts.push(fact);
        self
    }

    /// Fails when an earlier entry of the same chain failed.
    pub fn chain(&mut self, chain: Chain) -> &mut Self {
        self.chain = Some(chain);
        self
    }

    /// Handed to the observer after the commit and before anybody can see it.
    pub fn note(&mut self, note: Note) -> &mut Self {
        self.note = Some(note);
        self
    }

    /// Its writer notes in it how far the work is, and does it again after a power cut. So it need not wait for the disk,
    /// which writes commits in order: the next one that does takes it along. It has no position of its own, so that
    /// none is given twice.
    pub fn repeatable(&mut self) -> &mut Self {
        self.is_repeatable = true;
        self
    }

    pub fn len(&self) -> usize {
        self.statements.len()
    }

    pub fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }
}
