//! Words: how a text is cut for the index, and what is looked for in it.
//!
//! Most scripts part their words by spaces. Chinese, Japanese, Thai and others do not, and Korean and these are
//! written in one another's company; there, every two neighbouring letters are a word of the index (and the last
//! letter alone), so that whatever stands in a text is found by any part of it, without a dictionary. Both
//! databases index the same words.

use std::collections::BTreeSet;

use hearth_kernel::limits;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::{
    CodePointMapData,
    props::{GeneralCategory, GeneralCategoryGroup, Script},
};

/// A word of the index that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) word: String,
    /// Words that begin with it are meant too.
    pub(super) is_prefix: bool,
}

/// What is looked for: everything of it must stand in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) terms: Vec<Term>,
    /// What to mark in what was found.
    pub(super) highlights: Vec<String>,
}

/// A part of a text.
enum Piece {
    Word(String),
    /// Letters of scripts without spaces.
    Run(Vec<char>),
}

/// The words of a text as the index has them, in order.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in pieces(&fold(text)) {
        match piece {
            Piece::Word(word) => words.push(word),
            Piece::Run(letters) => {
                words.extend(letters.windows(2).map(String::from_iter));
                words.extend(letters.last().map(char::to_string));
            }
        }
    }
    words
}

/// What a reader looks for. From its third letter on a word also means those that begin with it. To be marked are the
/// words as they are compared, and as the reader has written them.
pub(super) fn query(text: &str) -> Query {
    let mut terms = Vec::new();
    let mut highlights = Vec::new();
    for piece in pieces(&fold(text)).into_iter().take(limits::SEARCH_WORDS) {
        match piece {
            Piece::Word(word) => {
                highlights.push(word.clone());
                let is_prefix = word.chars().count() > 2 && !word.chars().all(char::is_numeric);
                terms.push(Term { word, is_prefix });
            }
            Piece::Run(letters) => {
                highlights.push(letters.iter().collect());
                match letters[..] {
                    [letter] => terms.push(Term { word: letter.to_string(), is_prefix: true }),
                    _ => terms.extend(
                        letters.windows(2).map(|pair| Term { word: String::from_iter(pair), is_prefix: false }),
                    ),
                }
            }
        }
    }
    terms.truncate(limits::SEARCH_WORDS);
    let written = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| fold(word) != word.to_lowercase());
    highlights.extend(written.take(limits::SEARCH_WORDS).map(str::to_owned));
    Query { terms, highlights }
}

/// Every end of every word of a name, each once: a name is found by a prefix of one of them.
pub(super) fn ends(name: &str) -> BTreeSet<String> {
    let mut ends = BTreeSet::new();
    for word in plain_words(name) {
        let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        ends.extend(starts.into_iter().map(|at| word[at..].to_owned()).take(limits::NAME_ENDS));
    }
    while ends.len() > limits::NAME_ENDS {
        ends.pop_last();
    }
    ends
}

/// The words of a name as they stand there, whatever the script.
pub(super) fn plain_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    folded.split(|letter| !is_part(letter)).filter(|word| !word.is_empty()).map(cut).collect()
}

/// Without what differs in writing and not in meaning: width, case, accents, Arabic vowel signs and stretching.
pub(super) fn fold(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let script = CodePointMapData::<Script>::new();
    let category = CodePointMapData::<GeneralCategory>::new();
    let is_accent = |letter: char| {
        // The marks of sound in Japanese make another letter.
        category.get(letter) == GeneralCategory::NonspacingMark
            && matches!(script.get(letter), Script::Inherited | Script::Arabic | Script::Hebrew)
            && !matches!(letter, '\u{3099}' | '\u{309A}')
    };
    const STRETCH: char = '\u{0640}';
    let lower = apart.chars().flat_map(char::to_lowercase);
    let bare: String = lower.filter(|letter| !is_accent(*letter) && *letter != STRETCH).collect();
    ComposingNormalizerBorrowed::new_nfkc().normalize(&bare).into_owned()
}

fn pieces(folded: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for stretch in folded.split(|letter| !is_part(letter)).filter(|stretch| !stretch.is_empty()) {
        let mut rest = stretch;
        while let Some(first) = rest.chars().next() {
            let dense = is_dense(first);
            let end = rest.find(|letter| is_dense(letter) != dense && !is_mark(letter)).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            pieces.push(if dense { Piece::Run(part.chars().collect()) } else { Piece::Word(word(part)) });
            rest = after;
        }
    }
    pieces
}

/// A word without the Arabic article, and not longer than a word may be.
fn word(part: &str) -> String {
    const LETTERS_AFTER: usize = 3;
    let bare = part.strip_prefix("ال").filter(|rest| rest.chars().count() >= LETTERS_AFTER);
    cut(bare.unwrap_or(part))
}

fn cut(word: &str) -> String {
    word.chars().take(limits::WORD_LETTERS).collect()
}

/// Whether it is part of a word.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || is_mark(letter)
}

fn is_mark(letter: char) -> bool {
    GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(letter))
}

/// Whether its script puts no spaces between words, or puts them where words are not looked for.
fn is_dense(letter: char) -> bool {
    let script = CodePointMapData::<Script>::new().get(letter);
    matches!(
        script,
        Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Bopomofo
            | Script::Hangul
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
            | Script::Tibetan
            | Script::Javanese
            | Script::Balinese
            | Script::TaiLe
            | Script::NewTaiLue
            | Script::TaiTham
            | Script::TaiViet
    ) || letter == 'ー'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, wanted: &str) -> bool {
        let words = words(text);
        let query = query(wanted);
        let stands = |term: &Term| {
            words.iter().any(|word| if term.is_prefix { word.starts_with(&term.word) } else { *word == term.word })
        };
        !query.terms.is_empty() && query.terms.iter().all(stands)
    }

    #[test]
    fn words_are_found_in_every_script() {
        for (text, wanted) in [
            ("The quick brown Fox's tail", "fox"),
            ("running late", "run"),
            ("Crème brûlée", "creme BRULEE"),
            ("straße nach İzmir", "izmir"),
            ("ｆｕｌｌ ｗｉｄｔｈ", "full width"),
            ("我們明天去公園看櫻花", "公園"),
            ("我們明天去公園看櫻花", "花"),
            ("今日は東京タワーに行きました", "東京タワー"),
            ("今日は東京タワーに行きました", "行き"),
            ("พรุ่งนี้เราจะไปสวนสาธารณะ", "สวน"),
            ("พรุ่งนี้เราจะไปสวนสาธารณะ", "พรุ่งนี้"),
            ("학교에서 만나요", "학교"),
            ("고등학교 친구", "학교"),
            ("قرأتُ الكِتابَ أمس", "كتاب"),
            ("كتـــاب جديد", "الكتاب"),
            ("إلى أين", "الي اين"),
            ("Привет, мир", "мир"),
            ("नमस्ते दुनिया", "दुनिया"),
            ("release 1.20.3", "1.20.3"),
            ("iPhone手机坏了", "手机"),
            ("iPhone手机坏了", "iphone"),
        ] {
            // Alef maksura and ya differ in writing and in sound.
            let expected = wanted != "الي اين";
            assert_eq!(found(text, wanted), expected, "{wanted} in {text}: {:?}", words(text));
        }
    }

    #[test]
    fn what_does_not_stand_there_is_not_found() {
        for (text, wanted) in [
            ("The quick brown fox", "dog"),
            ("The quick brown fox", "fox dog"),
            ("message 12", "1"),
            ("on my way", "o"),
            ("公園", "園公"),
            ("かき", "がき"),
            ("anything", "…!?"),
            ("anything", ""),
        ] {
            assert!(!found(text, wanted), "{wanted} in {text}");
        }
    }

    #[test]
    fn a_query_is_bounded_and_says_what_to_mark() {
        let long = query(&"word ".repeat(1_000));
        assert_eq!(long.terms.len(), limits::SEARCH_WORDS);
        assert!(query(&"東".repeat(1_000)).terms.len() <= limits::SEARCH_WORDS);
        assert_eq!(words(&"x".repeat(1_000))[0].len(), limits::WORD_LETTERS);
        assert_eq!(query("Hello, 東京!").highlights, ["hello", "東京"]);
        assert_eq!(query("Crème, brulee").highlights, ["creme", "brulee", "Crème"]);
    }

    #[test]
    fn a_name_is_found_by_any_part() {
        let ends = ends("Ada Lovelace 田中");
        for part in ["ada", "love", "lace", "田中", "中"] {
            assert!(ends.iter().any(|end| end.starts_with(part)), "{part}");
        }
        assert!(super::ends(&"ab".repeat(1_000)).len() <= limits::NAME_ENDS);
        assert_eq!(plain_words("@Ada-B:x"), ["ada", "b", "x"]);
    }
}
