//! One trace of behaviour, as the fold reads it.

/// No member and no room: the place is empty.
pub const NOBODY: u32 = u32::MAX;

/// Somebody did something. Names are numbers that the reader of the log gave out in the order of their appearance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Seconds since 1970.
    pub at: i64,
    pub member: u32,
    /// Whom it was for, or `NOBODY`.
    pub peer: u32,
    /// Where, or `NOBODY`.
    pub room: u32,
    /// What was done: the number of its name.
    pub kind: u16,
}

/// What a kind of trace says of its member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Class {
    /// They did something.
    #[default]
    Act,
    /// They did something and it failed, was slow or came to nothing.
    Friction,
    /// Others or the operator did something to them: not a sign of life.
    Moderation,
}

impl Class {
    /// What a kind is by its name: `friction` or `moderation`, also as a prefix (`friction.send_failed`); the rest are
    /// acts.
    pub fn of(kind: &str) -> Self {
        match kind.split('.').next() {
            Some("friction") => Self::Friction,
            Some("moderation") => Self::Moderation,
            _ => Self::Act,
        }
    }
}
