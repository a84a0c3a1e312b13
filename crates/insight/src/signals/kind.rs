//! The declaration of a signal. A signal is made of a declaration alone, so that one which is not declared does not
//! compile.

use hearth_kernel::ports::Purpose;

use super::signal::Word;
use crate::features::{Class, Group};

/// A kind of signal, as it is declared in [`KINDS`](super::KINDS). There is one value of each.
#[derive(Debug)]
pub struct SignalKind {
    pub name: &'static str,
    /// The fact of the outbox that it is made of. `None` where it comes by the collection interface.
    pub source: Option<Source>,
    /// What happened, for a person who reads the lexicon.
    pub doc: &'static str,
    /// Whether it is the member's own doing: activity, and not something that happened to them.
    pub is_activity: bool,
    /// What it may be used for; the lawful basis and the consent that is asked for follow from it.
    pub purpose: Purpose,
    pub kept_days: i64,
    /// Which groups of features it feeds.
    pub feeds: &'static [Group],
    /// What it says of its member, where more than what it feeds tells.
    pub says: Option<Class>,
    /// What each field says, where there is one.
    pub peer: Option<&'static str>,
    pub room: Option<&'static str>,
    pub variants: Words,
    pub places: Words,
    pub amount: Option<&'static str>,
    /// Whether each variant is counted for itself: `error_shown.unreached`.
    pub is_told_apart: bool,
}

impl SignalKind {
    /// What it says of its member.
    pub fn class(&self) -> Class {
        if let Some(class) = self.says {
            return class;
        }
        let feeds = |group| self.feeds.contains(&group);
        match (self.is_activity, feeds(Group::Friction), feeds(Group::Moderation)) {
            (true, false, _) => Class::Act,
            (true, true, _) => Class::Friction,
            (false, true, _) => Class::Hindrance,
            (false, false, true) => Class::Moderation,
            (false, false, false) => Class::Met,
        }
    }
}

/// Where a fact says what the signal says: by the names of the fact's fields.
#[derive(Debug)]
pub struct Source {
    pub fact: &'static str,
    /// Which of the facts it is made of: those whose field has one of these words.
    pub only: Option<(&'static str, &'static [&'static str])>,
    pub member: &'static str,
    pub peer: &'static str,
    pub variant: &'static str,
    pub amount: &'static str,
}

/// The member or room whom a fact is about, where it names no field.
pub(crate) const SUBJECT: &str = "subject";
/// The fields that say the same in every fact.
pub(crate) const ROOM: &str = "room";
pub(crate) const PLACE: &str = "place";

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
