//! The declaration of a signal. A signal is made of a declaration alone, so that one which is not declared does not
//! compile.

use hearth_kernel::ports::Purpose;

use super::signal::Word;
use crate::features::Group;

/// A kind of signal, as it is declared in [`KINDS`](super::KINDS). There is one value of each.
#[derive(Debug)]
pub struct SignalKind {
    pub name: &'static str,
    /// What it is made of: a fact of the outbox. `None` where it comes by the collection interface.
    pub fact: Option<&'static str>,
    /// What happened, for a person who reads the lexicon.
    pub doc: &'static str,
    /// What it may be used for; the lawful basis and the consent that is asked for follow from it.
    pub purpose: Purpose,
    pub kept_days: i64,
    /// Which groups of features it feeds.
    pub feeds: &'static [Group],
    /// What each field says, where there is one.
    pub peer: Option<&'static str>,
    pub room: Option<&'static str>,
    pub variants: Words,
    pub places: Words,
    pub amount: Option<&'static str>,
}

/// The words that a field may hold.
#[derive(Clone, Copy, Debug)]
pub enum Words {
    /// The field is always empty.
    None,
    Closed(&'static [&'static str]),
    /// Those that a product's workspace has named.
    OfWorkspace,
}

impl Words {
    pub fn allow(self, word: &Word) -> bool {
        match self {
            Self::None => false,
            Self::Closed(words) => words.contains(&word.as_str()),
            Self::OfWorkspace => true,
        }
    }
}

impl PartialEq for SignalKind {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
