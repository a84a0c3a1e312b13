//! The opaque tokens that clients hand back: where a sync went on from, and gaps in a room's timeline.
//!
//! A sync token is a vector: the database's epoch, the position of everything stored, and for what
//! lives in memory alone the process's boot id with its serial. Each writer of a cluster would add its
//! own position; there is one. A token of another epoch means nothing here and is answered as from
//! the beginning.

use hearth_kernel::{Error, Result};

/// A gap between two events of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Behind the event with this sequence.
    Seq(i64),
    /// Behind everything up to this position: clients also page from sync tokens.
    Position(i64),
}

pub(crate) fn gap(seq: i64) -> String {
    format!("t{seq}")
}

pub(crate) fn parse_gap(token: &str, epoch: &str) -> Result<Gap> {
    let seq = token.strip_prefix('t').and_then(number);
    // What another life of the database had told lies at no place of this one: such a client begins with the newest.
    match seq {
        Some(seq) => Ok(Gap::Seq(seq)),
        None => SyncToken::parse(token)
            .map(|sync| Gap::Position(if sync.epoch == epoch { sync.position } else { i64::MAX })),
    }
}

/// Where a sync goes on from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyncToken {
    pub(crate) epoch: String,
    pub(crate) position: i64,
    pub(crate) boot: String,
    pub(crate) serial: i64,
}

impl SyncToken {
    pub(crate) fn write(&self) -> String {
        let Self { epoch, position, boot, serial } = self;
        format!("s1_{epoch}_{position}_{boot}_{serial}")
    }

    pub(crate) fn parse(text: &str) -> Result<Self> {
        let refused = || Error::invalid_param("This is not a token of this server. Leave it out to begin anew.");
        let mut parts = text.split('_');
        let (Some("s1"), Some(epoch), Some(position), Some(boot), Some(serial), None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(refused());
        };
        let is_word =
            |word: &str| !word.is_empty() && word.len() <= 32 && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_word(epoch) || !is_word(boot) {
            return Err(refused());
        }
        let position = number(position).ok_or_else(refused)?;
        let serial = number(serial).ok_or_else(refused)?;
        Ok(Self { epoch: epoch.to_owned(), position, boot: boot.to_owned(), serial })
    }
}

/// Digits alone: no sign, no space, nothing that does not fit.
fn number(text: &str) -> Option<i64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_as_it_was_written() {
        let token = SyncToken { epoch: "abc".into(), position: 7, boot: "xyz".into(), serial: 3 };
        assert_eq!(SyncToken::parse(&token.write()).unwrap(), token);
        assert_eq!(parse_gap(&gap(5), "abc").unwrap(), Gap::Seq(5));
        assert_eq!(parse_gap(&token.write(), "abc").unwrap(), Gap::Position(7));
        assert_eq!(parse_gap(&token.write(), "other").unwrap(), Gap::Position(i64::MAX));
    }

    #[test]
    fn forged_tokens_are_refused() {
        for forged in [
            "",
            "t",
            "t-1",
            "t99999999999999999999",
            "s1_a_1_b",
            "s1_a_-1_b_0",
            "s2_a_1_b_0",
            "s1__1_b_0",
            "s1_a_1_b_0_c",
        ] {
            assert!(SyncToken::parse(forged).is_err() && parse_gap(forged, "a").is_err(), "{forged}");
        }
    }
}
