//! A signal: who did what kind of thing, when, for whom and where. No field has a place for what somebody wrote.

use std::{fmt, sync::Arc};

use hearth_kernel::{Error, Result, limits};

use super::kind::SignalKind;

/// A countable trace of behaviour.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    pub at_ms: i64,
    pub kind: &'static SignalKind,
    /// Who did it, or whom it happened to.
    pub member: Id,
    /// The other one.
    pub peer: Option<Id>,
    pub room: Option<Id>,
    /// Which of a kind's ways.
    pub variant: Option<Word>,
    /// What kind of room it was in.
    pub place: Option<Word>,
    pub amount: Option<i64>,
    /// Where it stands in the stream that it came by. All signals of one position are handed over together.
    pub position: i64,
    /// Its number among those of its position.
    pub ordinal: i32,
}

impl Signal {
    pub fn new(kind: &'static SignalKind, member: Id, at_ms: i64, position: i64, ordinal: i32) -> Self {
        let (peer, room, variant, place, amount) = (None, None, None, None, None);
        Self { at_ms, kind, member, peer, room, variant, place, amount, position, ordinal }
    }

    /// The order of time; what happened at one moment stands as it came.
    pub(crate) fn order(&self) -> (i64, i64, i32) {
        (self.at_ms, self.position, self.ordinal)
    }
}

/// The id of a member or a room: one word of bounded length.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(Arc<str>);

impl Id {
    pub fn parse(text: &str) -> Result<Self> {
        let is_word = |text: &str| !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
        if text.is_empty() || text.len() > limits::ID_BYTES || !is_word(text) {
            let most = limits::ID_BYTES;
            return Err(Error::invalid_param(format!("an id is one word of 1 to {most} bytes without spaces")));
        }
        Ok(Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One of a closed list: of the words that a kind declares, or of those that a product's workspace names.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word(Arc<str>);

impl Word {
    /// Small letters, digits and `_ . -`, 64 bytes at most: a name, and no sentence.
    pub fn parse(text: &str) -> Result<Self> {
        let is_of_a_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_.-".contains(&byte);
        if text.is_empty() || text.len() > limits::SIGNAL_WORD_BYTES || !text.bytes().all(is_of_a_name) {
            let most = limits::SIGNAL_WORD_BYTES;
            return Err(Error::invalid_param(format!(
                "a signal's word has 1 to {most} small letters, digits, `_`, `.` or `-`"
            )));
        }
        Ok(Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! shown_as_text {
    ($($name:ident)*) => {
        $(impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{:?}", &*self.0)
            }
        })*
    };
}
shown_as_text!(Id Word);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_can_hold_a_sentence() {
        assert_eq!(Id::parse("@ada:hearth.example").unwrap().as_str(), "@ada:hearth.example");
        assert_eq!(Word::parse("order_completed").unwrap().as_str(), "order_completed");
        let long = "a".repeat(limits::ID_BYTES + 1);
        for text in ["", "see you at eight", "tab\there", "line\nbreak", long.as_str()] {
            Id::parse(text).unwrap_err();
            Word::parse(text).unwrap_err();
        }
        Word::parse(&"a".repeat(limits::SIGNAL_WORD_BYTES)).unwrap();
        for text in ["Capital", "ümlaut", "a/b", "a".repeat(limits::SIGNAL_WORD_BYTES + 1).as_str()] {
            Word::parse(text).unwrap_err();
        }
    }
}
