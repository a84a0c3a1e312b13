//! Patterns with `*` and `?`, compiled once, matched in one pass over the text.
//!
//! What people write is matched against patterns that other people chose, so the time must not depend
//! on how ill they fit together: all ways to match are followed at once, one bit each, and nothing is
//! ever tried again.

/// Bits of a match in progress: bit `n` stands for "the first `n` pieces have matched".
type Progress = u128;

/// The longest pattern, in characters other than `*`: as many pieces as [`Progress`] has room for.
pub(super) const PIECES: usize = Progress::BITS as usize - 1;

/// A pattern in lower case; the text that it is matched against must be so, too.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    /// The longest part without wildcards. Most texts do not hold it, and are done with soonest so.
    needle: Box<str>,
    /// Which pieces a character is, as the progress that they lead to.
    letters: Vec<(char, Progress)>,
    /// The pieces that any character is.
    any: Progress,
    /// Where a `*` stands: progress that does not end there, whatever comes.
    stars: Progress,
    whole: Progress,
}

impl Pattern {
    /// A pattern in which `*` stands for any characters and `?` for one. None if it is too long.
    pub(super) fn glob(pattern: &str) -> Option<Self> {
        let pattern = pattern.to_lowercase();
        let mut compiled = Self { whole: 1, ..Self::default() };
        for character in pattern.chars() {
            match character {
                '*' => compiled.stars |= compiled.whole,
                '?' => compiled.any |= compiled.advance()?,
                letter => compiled.letter(letter)?,
            }
        }
        let needle = pattern.split(['*', '?']).max_by_key(|part| part.len()).unwrap_or_default().into();
        Some(Self { needle, ..compiled })
    }

    /// A pattern in which every character stands for itself.
    pub(super) fn literal(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let mut compiled = Self { whole: 1, ..Self::default() };
        text.chars().try_for_each(|character| compiled.letter(character))?;
        Some(Self { needle: text.into(), ..compiled })
    }

    fn letter(&mut self, letter: char) -> Option<()> {
        let piece = self.advance()?;
        match self.letters.iter_mut().find(|(known, _)| *known == letter) {
            Some((_, pieces)) => *pieces |= piece,
            None => self.letters.push((letter, piece)),
        }
        Some(())
    }

    fn advance(&mut self) -> Option<Progress> {
        self.whole = self.whole.checked_mul(2)?;
        Some(self.whole)
    }

    /// Whether the pattern is the whole text.
    pub(super) fn is(&self, text: &str) -> bool {
        self.matches(text, |at| at == 0, |at| at == text.len())
    }

    /// Whether the pattern is in the text, beginning and ending where words do. An empty pattern is
    /// in no text but the empty one.
    pub(super) fn is_said_in(&self, text: &str) -> bool {
        let nothing = self.whole == 1 && self.stars == 0;
        if nothing { text.is_empty() } else { self.matches(text, |at| between(text, at), |at| between(text, at)) }
    }

    fn matches(&self, text: &str, may_begin: impl Fn(usize) -> bool, may_end: impl Fn(usize) -> bool) -> bool {
        if !text.contains(&*self.needle) {
            return false;
        }
        let begin = |at| Progress::from(may_begin(at));
        let mut progress = 0;
        for (at, character) in text.char_indices() {
            progress |= begin(at);
            if progress & self.whole != 0 && may_end(at) {
                return true;
            }
            progress = ((progress << 1) & self.led_to_by(character)) | (progress & self.stars);
        }
        progress |= begin(text.len());
        progress & self.whole != 0 && may_end(text.len())
    }

    fn led_to_by(&self, character: char) -> Progress {
        let letter = self.letters.iter().find(|(letter, _)| *letter == character);
        self.any | letter.map_or(0, |(_, pieces)| *pieces)
    }
}

/// Whether a place is not within a word. A word is made of ASCII letters, digits and `_` (protocol).
fn between(text: &str, at: usize) -> bool {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let bytes = text.as_bytes();
    let before = at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(is_word);
    !(before && bytes.get(at).is_some_and(is_word))
}

#[cfg(test)]
mod tests {
    use super::{PIECES, Pattern};

    fn glob(pattern: &str) -> Pattern {
        Pattern::glob(pattern).expect("short enough")
    }

    #[test]
    fn a_pattern_is_the_whole_text() {
        let cases = [
            ("m.notice", "m.notice", true),
            ("m.notice", "m.notices", false),
            ("m.*", "m.", true),
            ("*.room.*", "m.room.message", true),
            ("m.?oom", "m.room", true),
            ("m.?oom", "m.oom", false),
            ("", "", true),
            ("", "a", false),
            ("**", "ñ", true),
            ("a*b*c", "abbbcbc", true),
            ("a*b*c", "abbbcbd", false),
        ];
        for (pattern, text, expected) in cases {
            assert_eq!(glob(pattern).is(text), expected, "{pattern} on {text}");
        }
    }

    #[test]
    fn a_pattern_is_said_between_words() {
        let cases = [
            ("cake", "a cake, please", true),
            ("cake", "cakes", false),
            ("cake", "pancake cake", true),
            ("cake", "_cake", false),
            ("cake", "", false),
            ("cake*lie", "the cake is a lie.", true),
            ("cake*lie", "the cake is a lies", false),
            ("c?ke", "the coke", true),
            ("*", "anything", true),
            ("", "anything", false),
            ("a a", "xa a a", true),
            ("wörld", "wörld!", true),
            ("rld", "wörld!", true),
            ("foo*bar", "foo\nbar", true),
        ];
        for (pattern, text, expected) in cases {
            assert_eq!(glob(pattern).is_said_in(text), expected, "{pattern} in {text}");
        }
    }

    #[test]
    fn a_literal_has_no_wildcards() {
        let name = Pattern::literal("*Star?").expect("short enough");
        assert!(name.is_said_in("hello *star?"));
        assert!(!name.is_said_in("hello stars"));
    }

    #[test]
    fn what_is_longer_than_the_limit_is_no_pattern() {
        let longest = "a".repeat(PIECES);
        assert!(glob(&longest).is_said_in(&longest));
        assert!(Pattern::glob(&format!("{longest}*")).is_some(), "a star is no piece");
        assert!(Pattern::glob(&format!("{longest}?")).is_none());
        assert!(Pattern::literal(&format!("{longest}a")).is_none());
    }

    #[test]
    fn repetition_neither_overflows_nor_takes_long() {
        let text = "xaa ".repeat(16_384);
        assert!(!glob("aa").is_said_in(&text));
        assert!(!glob("a*a*a*a*a*a*a*a*b").is_said_in(&text));
    }
}
