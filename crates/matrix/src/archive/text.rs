//! From bytes to readable text: lines, encodings, and the formatting codes of IRC.

use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What Windows-1252 has at 0x80..=0x9F; everywhere else it agrees with Latin-1.
const WINDOWS_1252_HIGH: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}', '\u{FFFD}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
];

const COLOUR: char = '\u{3}';
const HEX_COLOUR: char = '\u{4}';

/// The lines of a file, without their ends; what follows the last line end is a
/// line only if it is not empty.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    bytes.split_inclusive(|byte| *byte == b'\n').map(|line| {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    })
}

/// A line as text. `recoded` tells that it was not UTF-8: IRC never named an
/// encoding, and what old clients wrote besides UTF-8 was mostly Windows-1252.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) recoded: bool,
}

pub(super) fn decode(line: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(line) {
        return Decoded { text: without_codes(text), recoded: false };
    }
    let text: String = line.iter().copied().map(from_windows_1252).collect();
    Decoded { text: Cow::Owned(without_codes(&text).into_owned()), recoded: true }
}

fn from_windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252_HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Takes out colours, bold and every other control character but the tab, which
/// separates the fields of a log. NUL goes with them: no database takes it.
fn without_codes(text: &str) -> Cow<'_, str> {
    if !text.contains(is_code) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        rest = &rest[next.len_utf8()..];
        match next {
            COLOUR => rest = after_colours(rest, 2, |c| c.is_ascii_digit()),
            HEX_COLOUR => rest = after_colours(rest, 6, |c| c.is_ascii_hexdigit()),
            _ if is_code(next) => {}
            _ => kept.push(next),
        }
    }
    Cow::Owned(kept)
}

fn is_code(c: char) -> bool {
    c.is_control() && c != '\t'
}

/// Skips a foreground colour and, if one follows, a comma and a background. A comma
/// without a colour after it belongs to the text.
fn after_colours(text: &str, most: usize, is_digit: fn(char) -> bool) -> &str {
    let skip = |text: &str| text.chars().take(most).take_while(|c| is_digit(*c)).count();
    let foreground = skip(text);
    if foreground == 0 {
        return text;
    }
    let rest = &text[foreground..];
    match rest.strip_prefix(',') {
        Some(background) if skip(background) > 0 => &background[skip(background)..],
        _ => rest,
    }
}

/// The beginning of a text, at most so many characters.
pub(super) fn excerpt(text: &str, most_chars: usize) -> String {
    text.chars().take(most_chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &[u8]) -> String {
        decode(line).text.into_owned()
    }

    #[test]
    fn lines_end_as_on_any_system() {
        let all: Vec<&[u8]> = lines(b"\xEF\xBB\xBFone\r\ntwo\n\nfour").collect();
        assert_eq!(all, [&b"one"[..], b"two", b"", b"four"]);
        assert_eq!(lines(b"").count(), 0);
        assert_eq!(lines(b"one\n").count(), 1);
    }

    #[test]
    fn what_is_not_utf_8_is_windows_1252() {
        let line = decode(b"caf\xE9 \x80 5 \x93so\x94 \x81");
        assert_eq!(line.text, "café € 5 “so” \u{FFFD}");
        assert!(line.recoded);
        assert!(!decode("café €".as_bytes()).recoded);
    }

    #[test]
    fn formatting_codes_go_and_the_text_stays() {
        assert_eq!(text(b"\x02bold\x0f \x1funder\x16\x1d\x11"), "bold under");
        assert_eq!(text(b"\x0304,12red\x03, plain\x03"), "red, plain");
        assert_eq!(text(b"\x03041 \x034,x"), "1 ,x");
        assert_eq!(text(b"\x04ff0000,00ff00hex \x04zz"), "hex zz");
        assert_eq!(text(b"a\0b\tc\x7f"), "ab\tc");
        assert_eq!(text(b"\x03\xE9"), "é");
    }

    #[test]
    fn an_excerpt_counts_characters() {
        assert_eq!(excerpt("äöü", 2), "äö");
        assert_eq!(excerpt("a", 2), "a");
    }
}
