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
