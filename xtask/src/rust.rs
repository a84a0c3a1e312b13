//! As much of Rust's grammar as the rules need: words, signs and strings without the comments, and the
//! paths that a file names.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// One character that is none of the others.
    Sign,
    /// What stands between the quotes of a string.
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
}

impl Token<'_> {
    pub(crate) fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

/// Whether these tokens stand at the head of a list.
pub(crate) fn begins(tokens: &[Token<'_>], with: &[&str]) -> bool {
    tokens.len() >= with.len() && tokens.iter().zip(with).all(|(token, text)| token.is(text))
}

/// A file as words, signs and strings. Comments, characters and lifetimes are left out.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut reader = Reader { text, at: 0, line: 1, tokens: Vec::new() };
    while reader.at < text.len() {
        reader.step();
    }
    reader.tokens
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Goes on by so many bytes and counts the lines.
    fn skip(&mut self, bytes: usize) {
        let end = (self.at + bytes).min(self.text.len());
        self.line += self.text[self.at..end].matches('\n').count();
        self.at = end;
    }

    fn step(&mut self) {
        let rest = self.rest();
        let first = rest.chars().next().unwrap_or('\n');
        match first {
            '/' if rest.starts_with("//") => self.skip(rest.find('\n').unwrap_or(rest.len())),
            '/' if rest.starts_with("/*") => self.skip(comment(rest)),
            '"' => self.string(1, quoted(&rest[1..]), 1),
            '\'' => self.skip(character_or_lifetime(rest)),
            _ if is_word(first) => self.word(),
            _ => {
                if !first.is_whitespace() {
                    self.push(Kind::Sign, &rest[..first.len_utf8()]);
                }
                self.skip(first.len_utf8());
            }
        }
    }

    fn push(&mut self, kind: Kind, text: &'a str) {
        self.tokens.push(Token { line: self.line, kind, text });
    }

    fn string(&mut self, open: usize, length: usize, close: usize) {
        let rest = self.rest();
        self.push(Kind::Text, &rest[open..open + length]);
        self.skip(open + length + close);
    }

    /// A word, or the letters in front of a string.
    fn word(&mut self) {
        let rest = self.rest();
        let length = rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        let hashes = after.len() - after.trim_start_matches('#').len();
        let is_raw = matches!(word, "r" | "br" | "cr") && after[hashes..].starts_with('"');
        if is_raw {
            let open = length + hashes + 1;
            let close = format!("\"{}", "#".repeat(hashes));
            let inside = rest[open..].find(&close).unwrap_or(rest.len() - open);
            return self.string(open, inside, close.len());
        }
        match (word, after.chars().next()) {
            ("b" | "c", Some('"')) => self.string(length + 1, quoted(&after[1..]), 1),
            ("b", Some('\'')) => self.skip(length + character_or_lifetime(after)),
            _ => {
                self.push(Kind::Word, word);
                self.skip(length);
            }
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The length of a comment, with those inside it.
fn comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        let step = match rest {
            [b'/', b'*', ..] => 1,
            [b'*', b'/', ..] => -1,
            _ => 0,
        };
        depth += step;
        at += if step == 0 { 1 } else { 2 };
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of what stands before the closing quote.
fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    });
    end.unwrap_or(text.len())
}

/// The length of `'x'`, `'\n'` or `'static`, quotes included.
fn character_or_lifetime(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((escaped, letter))) => {
            let from = escaped + letter.len_utf8();
            text[from..].find('\'').map_or(text.len(), |end| from + end + 1)
        }
        (Some(_), Some((end, '\''))) => end + 1,
        _ => text[1..].find(|letter| !is_word(letter)).map_or(text.len(), |end| 1 + end),
    }
}

/// A path that a file names: an import (one for each leaf of a tree), or a path in the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path<'a> {
    pub(crate) line: usize,
    pub(crate) segments: Vec<&'a str>,
    /// What an import is called in this file.
    imported_as: Option<&'a str>,
    /// How many `mod x { … }` of this file it stands in.
    depth: usize,
}

/// Every path of two words and more, with the imports of the file put in for its first word.
pub(crate) fn paths<'a>(tokens: &[Token<'a>]) -> Vec<Path<'a>> {
    let mut walker = Walker { tokens, at: 0, braces: 0, modules: Vec::new(), found: Vec::new() };
    while walker.at < tokens.len() {
        walker.step();
    }
    let imports: Vec<Path<'a>> = walker.found.iter().filter(|path| path.imported_as.is_some()).cloned().collect();
    for path in walker.found.iter_mut().filter(|path| path.imported_as.is_none()) {
        if let Some(import) = imports.iter().find(|import| import.imported_as == path.segments.first().copied()) {
            path.segments.splice(..1, import.segments.iter().copied());
        }
    }
    walker.found
}

struct Walker<'t, 'a> {
    tokens: &'t [Token<'a>],
    at: usize,
    braces: usize,
    /// The braces at which the modules of this file began.
    modules: Vec<usize>,
    found: Vec<Path<'a>>,
}

impl<'a> Walker<'_, 'a> {
    fn ahead(&self, with: &[&str]) -> bool {
        begins(&self.tokens[self.at.min(self.tokens.len())..], with)
    }

    fn word(&self) -> Option<&'a str> {
        self.tokens.get(self.at).filter(|token| token.kind == Kind::Word).map(|token| token.text)
    }

    fn step(&mut self) {
        let token = self.tokens[self.at];
        let is_module = token.is("mod") && self.tokens.get(self.at + 2).is_some_and(|token| token.is("{"));
        if is_module {
            self.modules.push(self.braces);
        } else if token.is("{") {
            self.braces += 1;
        } else if token.is("}") {
            self.braces = self.braces.saturating_sub(1);
            if self.modules.last() == Some(&self.braces) {
                self.modules.pop();
            }
        } else if token.is("use") && !self.tokens.get(self.at + 1).is_some_and(|token| token.is("<")) {
            self.at += 1;
            return self.import(&[]);
        } else if token.kind == Kind::Word {
            return self.path();
        }
        self.at += 1;
    }

    fn path(&mut self) {
        let goes_on = self.goes_on();
        let line = self.tokens[self.at].line;
        let mut segments = Vec::new();
        while let Some(word) = self.word() {
            segments.push(word);
            self.at += 1;
            if !self.ahead(&[":", ":"]) {
                break;
            }
            self.at += 2;
        }
        if segments.len() > 1 && !goes_on {
            self.found.push(Path { line, segments, imported_as: None, depth: self.modules.len() });
        }
    }

    /// Whether what stands before makes this no path of its own: `$crate`, `pub(in crate::rooms)`, `<T>::new`.
    fn goes_on(&self) -> bool {
        let before = &self.tokens[self.at.saturating_sub(2)..self.at];
        begins(before, &["(", "in"]) || begins(before, &[":", ":"]) || before.last().is_some_and(|token| token.is("$"))
    }

    /// One tree of `use`, up to what follows it.
    fn import(&mut self, prefix: &[&'a str]) {
        let mut segments = prefix.to_vec();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        if self.ahead(&[":", ":"]) {
            self.at += 2;
        }
        while let Some(token) = self.tokens.get(self.at).copied() {
            self.at += 1;
            if token.is("{") {
                return self.branches(&segments);
            }
            segments.push(token.text);
            if !self.ahead(&[":", ":"]) {
                break;
            }
            self.at += 2;
        }
        if segments.len() > 1 && segments.last() == Some(&"self") {
            segments.pop();
        }
        let mut imported_as = segments.last().copied();
        if self.ahead(&["as"]) {
            imported_as = self.tokens.get(self.at + 1).map(|token| token.text);
            self.at += 2;
        }
        self.found.push(Path { line, segments, imported_as, depth: self.modules.len() });
    }

    fn branches(&mut self, prefix: &[&'a str]) {
        while self.at < self.tokens.len() && !self.ahead(&["}"]) {
            self.import(prefix);
            if self.ahead(&[","]) {
                self.at += 1;
            }
        }
        self.at += 1;
    }
}

impl<'a> Path<'a> {
    /// The path from the root of its crate, for one that begins with `crate`, `self` or `super`, or that
    /// the root's own file names.
    pub(crate) fn in_crate(&self, file: &'a str) -> Option<Vec<&'a str>> {
        let mut base = module_of(file)?;
        let is_root = base.is_empty() && self.depth == 0;
        let mut inline = self.depth;
        let mut rest = self.segments.as_slice();
        match *rest.first()? {
            "crate" => return Some(rest[1..].to_vec()),
            "self" => rest = &rest[1..],
            "super" => {}
            _ => return is_root.then(|| rest.to_vec()),
        }
        while let ["super", after @ ..] = rest {
            if inline > 0 {
                inline -= 1;
            } else {
                base.pop();
            }
            rest = after;
        }
        // What stands in a module of the file itself is the file's own affair.
        (inline == 0).then(|| [base, rest.to_vec()].concat())
    }
}

/// `crates/matrix/src/rooms/route/send.rs` is the module `rooms::route::send`.
fn module_of(file: &str) -> Option<Vec<&str>> {
    let (_, inside) = file.split_once("/src/")?;
    let mut segments: Vec<&str> = inside.strip_suffix(".rs")?.split('/').collect();
    if matches!(segments.last(), Some(&("mod" | "lib" | "main"))) {
        segments.pop();
    }
    Some(segments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{self, Tree};

    fn named(text: &str, file: &'static str) -> Vec<String> {
        let tokens = tokens(text);
        let from_root = |path: &Path<'_>| path.clone().in_crate(file).map(|path| path.join("::"));
        paths(&tokens).iter().filter_map(from_root).collect()
    }

    #[test]
    fn comments_characters_and_lifetimes_are_left_out() {
        let text = "let a = '\"'; // todo!()\n/* \" /* fn */ */ let b: &'static str = r#\"x\"y\"#; b'\\''; '\\u{1F}' \"q\\\"\" end";
        let read: Vec<(Kind, &str)> = tokens(text).iter().map(|token| (token.kind, token.text)).collect();
        let strings: Vec<&str> = read.iter().filter(|(kind, _)| *kind == Kind::Text).map(|(_, text)| *text).collect();
        assert_eq!(strings, ["x\"y", "q\\\""]);
        let words: Vec<&str> = read.iter().filter(|(kind, _)| *kind == Kind::Word).map(|(_, text)| *text).collect();
        assert_eq!(words, ["let", "a", "let", "b", "str", "end"]);
        assert_eq!(tokens(text).last().map(|token| token.line), Some(2));
    }

    #[test]
    fn every_file_of_the_house_is_read_to_its_end() {
        let tree = Tree::read(&tree::root()).expect("the files are listed");
        for (path, text) in tree.rust() {
            let tokens = tokens(text);
            let count = |sign| tokens.iter().filter(|token| token.is(sign)).count();
            assert_eq!(count("{"), count("}"), "{path}");
            assert_eq!(count("("), count(")"), "{path}");
        }
    }

    #[test]
    fn a_tree_of_imports_is_one_path_for_each_leaf() {
        let text =
            "pub(crate) use crate::{accounts::{self, Accounts}, rooms::store as rows};\nfn f() -> crate::sync::X {}";
        let file = "crates/matrix/src/push/mod.rs";
        assert_eq!(named(text, file), ["accounts", "accounts::Accounts", "rooms::store", "sync::X"]);
    }

    #[test]
    fn super_and_imported_names_are_followed() {
        let file = "crates/matrix/src/push/route.rs";
        assert_eq!(
            named("use super::super::rooms;\nfn f() { rooms::store::rows() }", file),
            ["rooms", "rooms::store::rows"]
        );
        assert_eq!(
            named("mod tests { use super::super::super::sync::X; use super::x; }", file),
            ["sync::X", "push::route::x"]
        );
        assert_eq!(named("fn f(x: crate::a::B) { $crate::c::D; }", file), ["a::B"]);
        assert_eq!(named("fn f() { rooms::store::rows() }", "crates/matrix/src/lib.rs"), ["rooms::store::rows"]);
    }
}
