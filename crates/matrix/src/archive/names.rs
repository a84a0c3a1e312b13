//! Who a nick is: the account it gets, the same whenever and wherever it is met.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::limits::MAX_LOCALPART_BYTES;

/// How much of the SHA-256 of a long name stands in its localpart: 160 bits in hex.
const DIGEST_CHARS: usize = 40;

/// Which names are the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casemapping {
    /// IRC's own: A–Z and a–z are the same, and `[]\~` are the capitals of `{}|^`.
    Rfc1459,
    /// Only A–Z and a–z are the same.
    Ascii,
    /// Every difference counts, as in the ids of an edge log.
    Exact,
}

impl Casemapping {
    /// The form in which names are compared.
    pub fn fold(self, name: &str) -> String {
        match self {
            Self::Exact => name.to_owned(),
            Self::Ascii => name.to_ascii_lowercase(),
            Self::Rfc1459 => name.chars().map(fold_rfc1459).collect(),
        }
    }
}

fn fold_rfc1459(c: char) -> char {
    match c {
        '[' => '{',
        ']' => '}',
        '\\' => '|',
        '~' => '^',
        _ => c.to_ascii_lowercase(),
    }
}

/// Somebody of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The folded name, by which they are looked up.
    pub key: String,
    /// Of their Matrix account.
    pub localpart: String,
    /// The name as first written.
    pub display_name: String,
}

impl Person {
    pub fn new(name: &str, casemapping: Casemapping) -> Self {
        let key = casemapping.fold(name);
        Self { localpart: localpart(&key), key, display_name: name.to_owned() }
    }
}

/// A valid Matrix localpart for a folded name; two names never share one.
///
/// `a-z 0-9 . _ - /` stand for themselves, each other byte becomes `=xx`, capitals
/// too, since a localpart has none. A name too long for this keeps its beginning and
/// ends in `==` and a digest; `==` is in no other localpart, because an escape has
/// two digits after its `=`.
fn localpart(folded: &str) -> String {
    if folded.is_empty() {
        // No other name becomes this: an escape is never without its digits.
        return "=".to_owned();
    }
    let escaped = escape(folded);
    if escaped.len() <= MAX_LOCALPART_BYTES { escaped } else { abridge(&escaped) }
}

fn escape(folded: &str) -> String {
    let mut escaped = String::with_capacity(folded.len());
    for byte in folded.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'/' => escaped.push(char::from(byte)),
            _ => write!(escaped, "={byte:02x}").expect("a String takes all that is written"),
        }
    }
    escaped
}

fn abridge(escaped: &str) -> String {
    let digest = hex_sha256(escaped.as_bytes());
    let kept = MAX_LOCALPART_BYTES - "==".len() - DIGEST_CHARS;
    format!("{}=={}", &escaped[..kept], &digest[..DIGEST_CHARS])
}

/// SHA-256 in lower-case hex.
pub(super) fn hex_sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a String takes all that is written");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn account(nick: &str) -> String {
        Person::new(nick, Casemapping::Rfc1459).localpart
    }

    fn is_valid(localpart: &str) -> bool {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._=-/".contains(c);
        (1..=MAX_LOCALPART_BYTES).contains(&localpart.len()) && localpart.chars().all(allowed)
    }

    #[test]
    fn plain_nicks_are_themselves() {
        assert_eq!(account("qtox-git-spam"), "qtox-git-spam");
        assert_eq!(account("f10__"), "f10__");
        assert_eq!(account("1899"), "1899");
    }

    #[test]
    fn case_variants_are_one_person() {
        assert_eq!(account("Tux3"), account("tux3"));
        assert_eq!(account("a[b]\\~"), account("A{B}|^"));
        assert_eq!(Person::new("Tux3", Casemapping::Rfc1459).display_name, "Tux3");
    }

    #[test]
    fn casemappings_differ() {
        assert_eq!(Casemapping::Ascii.fold("A[~"), "a[~");
        assert_eq!(Casemapping::Exact.fold("A[~"), "A[~");
        let exact = |name| Person::new(name, Casemapping::Exact).localpart;
        assert_eq!((exact("Ab").as_str(), exact("ab").as_str()), ("=41b", "ab"));
    }

    #[test]
    fn other_characters_are_escaped() {
        assert_eq!(account("ada|away"), "ada=7caway");
        assert_eq!(account("Zoë"), "zo=c3=ab");
        assert_eq!(account("a=41"), "a=3d41");
        assert_eq!(account(""), "=");
    }

    #[test]
    fn long_names_are_bounded_and_differ_at_the_far_end() {
        let name = "|".repeat(100);
        let (one, other) = (account(&name), account(&format!("{name}|")));
        assert!(is_valid(&one) && is_valid(&other));
        assert_ne!(one, other);
    }

    proptest! {
        #[test]
        fn every_localpart_is_valid(name in ".{0,200}") {
            prop_assert!(is_valid(&localpart(&Casemapping::Rfc1459.fold(&name))));
            prop_assert!(is_valid(&localpart(&name)));
        }

        #[test]
        fn two_people_never_share_an_account(
            one in "[aA=\\[{0-3|é]{0,4}|=[0-9a-f]{2}|.{0,60}",
            other in "[aA=\\[{0-3|é]{0,4}|=[0-9a-f]{2}|.{0,60}",
        ) {
            for casemapping in [Casemapping::Rfc1459, Casemapping::Ascii, Casemapping::Exact] {
                let (one, other) = (Person::new(&one, casemapping), Person::new(&other, casemapping));
                prop_assert_eq!(one.key == other.key, one.localpart == other.localpart);
            }
        }

        #[test]
        fn folding_twice_is_folding_once(name in ".{0,40}") {
            let folded = Casemapping::Rfc1459.fold(&name);
            prop_assert_eq!(Casemapping::Rfc1459.fold(&folded), folded);
        }
    }
}
