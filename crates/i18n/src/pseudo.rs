//! The pseudo-locales: `en` made strange but readable, so that a person sees at a glance text that
//! is not translated, cut off, glued together, or laid out for one direction only.
//!
//! `en-XA` is accented, 40 % longer and in brackets; `ar-XB` runs from right to left. Only letters
//! of text are changed: variables never pass here, tags and entities of markup are copied.

use std::borrow::Cow;

use crate::{Culture, Direction, Tag};

/// How a pseudo-locale differs from its source.
pub(crate) struct Pseudo {
    pub culture: Culture,
    /// Each run of text between variables.
    pub text: fn(&str) -> Cow<'_, str>,
    /// The whole message.
    pub message: fn(String) -> String,
}

pub(crate) fn all(source: &Culture) -> [Pseudo; 2] {
    let culture = |tag: &str, name: &str, direction| Culture {
        tag: tag.parse::<Tag>().expect("a pseudo-locale's tag is well formed"),
        is_pseudo: true,
        name: name.to_owned(),
        direction,
        ..source.clone()
    };
    [
        Pseudo {
            culture: culture("en-XA", "[Ȧƈƈḗƞŧḗḓ]", Direction::Ltr), text: accented, message: lengthened
        },
        Pseudo {
            culture: culture("ar-XB", "\u{200f}\u{202e}Mirrored\u{202c}\u{200f}", Direction::Rtl),
            text: mirrored,
            message: |message| message,
        },
    ]
}

fn accented(text: &str) -> Cow<'_, str> {
    outside_markup(text, |words, out| out.extend(words.chars().map(accent))).into()
}

/// Each word between marks that force it from right to left.
fn mirrored(text: &str) -> Cow<'_, str> {
    let mirror = |text: &str, out: &mut String| {
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphabetic) {
            let (before, word) = rest.split_at(start);
            let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
            out.push_str(before);
            out.extend(["\u{200f}\u{202e}", &word[..end], "\u{202c}\u{200f}"]);
            rest = &word[end..];
        }
        out.push_str(rest);
    };
    outside_markup(text, mirror).into()
}

fn lengthened(mut message: String) -> String {
    let longer = (message.chars().count() * 2).div_ceil(5);
    message.insert(0, '⟦');
    message.extend(" ~~~~".chars().cycle().take(longer));
    message.push('⟧');
    message
}

/// Rewrites the text and copies the markup. A tag may be cut by a variable inside it, so a `>`
/// without its `<` closes a tag of the run before.
fn outside_markup(text: &str, rewrite: impl Fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    if let Some(end) = text.find(['<', '>']).filter(|at| text[*at..].starts_with('>')) {
        out.push_str(&text[..=end]);
        rest = &text[end + 1..];
    }
    while let Some(start) = rest.find(['<', '&']) {
        let (words, markup) = rest.split_at(start);
        let end = if markup.starts_with('<') {
            markup.find('>').map_or(markup.len(), |at| at + 1)
        } else {
            entity_len(markup)
        };
        rewrite(words, &mut out);
        out.push_str(&markup[..end]);
        rest = &markup[end..];
    }
    rewrite(rest, &mut out);
    out
}

/// The length of the entity that the text starts with, or of the bare `&`.
fn entity_len(text: &str) -> usize {
    match text[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#') {
        Some(end) if end > 0 && text[1 + end..].starts_with(';') => end + 2,
        _ => 1,
    }
}

fn accent(letter: char) -> char {
    const SMALL: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑ";
    const CAPITAL: &str = "ȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";
    let nth = |alphabet: &str, first| alphabet.chars().nth(letter as usize - first as usize);
    match letter {
        'a'..='z' => nth(SMALL, 'a'),
        'A'..='Z' => nth(CAPITAL, 'A'),
        _ => None,
    }
    .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_accent() {
        let alphabet: String = ('a'..='z').chain('A'..='Z').collect();
        let strange = accented(&alphabet);
        assert_eq!(strange.chars().count(), alphabet.len());
        assert!(!strange.contains(|c: char| c.is_ascii()));
        assert_eq!(accented("Hello, 8 of you!"), "Ħḗŀŀǿ, 8 ǿƒ ẏǿŭ!");
    }

    #[test]
    fn markup_is_copied() {
        assert_eq!(accented("a <b class='x'>b</b> &amp; c"), "ȧ <b class='x'>ƀ</b> &amp; ƈ");
        assert_eq!(accented("R&D & <"), "Ř&Ḓ & <");
        assert_eq!(accented("see <a href='"), "şḗḗ <a href='");
        assert_eq!(accented("' class='x'>this</a>."), "' class='x'>ŧħīş</a>.");
    }

    #[test]
    fn messages_grow_by_two_fifths() {
        assert_eq!(lengthened("0123456789".into()), "⟦0123456789 ~~~⟧");
        assert_eq!(lengthened(String::new()), "⟦⟧");
    }

    #[test]
    fn words_are_turned_one_by_one() {
        assert_eq!(
            mirrored("to be, <b>"),
            "\u{200f}\u{202e}to\u{202c}\u{200f} \u{200f}\u{202e}be\u{202c}\u{200f}, <b>",
        );
    }
}
