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
    /// They came into a room.
    Joined,
    /// They left one.
    Left,
    /// They did something and it failed, was slow or came to nothing.
    Friction,
    /// Something stood in their way; who did it may be anybody, so it is no sign of life.
    Hindrance,
    /// Others or the operator did something to them: not a sign of life.
    Moderation,
    /// Something else that happened to them. Nothing is learned from it yet.
    Met,
}

impl Class {
    const PREFIXES: [(&str, Self); 6] = [
        ("joined.", Self::Joined),
        ("left.", Self::Left),
        ("friction.", Self::Friction),
        ("hindrance.", Self::Hindrance),
        ("moderation.", Self::Moderation),
        ("met.", Self::Met),
    ];

    /// What a kind is by its name: by the part before the dot (`friction.send_failed`), or as a whole (`friction`); the
    /// rest are acts.
    pub fn of(kind: &str) -> Self {
        let is = |prefix: &str| kind.starts_with(prefix) || prefix.strip_suffix('.') == Some(kind);
        Self::PREFIXES.iter().find(|(prefix, _)| is(prefix)).map_or(Self::Act, |(_, class)| *class)
    }

    /// What the names of such kinds begin with.
    pub fn prefix(self) -> &'static str {
        Self::PREFIXES.iter().find(|(_, class)| *class == self).map_or("", |(prefix, _)| prefix)
    }

    /// The name of a kind without what it says before the dot.
    pub fn bare(kind: &str) -> &str {
        kind.strip_prefix(Self::of(kind).prefix()).unwrap_or(kind)
    }

    /// Whether it shows that the member was there.
    pub fn is_life(self) -> bool {
        matches!(self, Self::Act | Self::Joined | Self::Left | Self::Friction)
    }
}
