//! The names of a log: of its workspaces, of the streams that signals come by, and of its files.

use std::fmt;

use hearth_http::Call;
use hearth_kernel::{Error, Result};

use super::day::Day;
use crate::nearest::nearest;

const NAME_BYTES: usize = 40;
const MOVED_IN: &str = "moved-in-";
/// What the name of a broken file that was set aside ends with.
const ASIDE: &str = ".broken";

/// Whose signals they are: this server's, or those of an import or another product, which are kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Workspace(Box<str>);

/// What signals come by: it gives each a position, and hands them over in the order of positions.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stream(Box<str>);

impl Workspace {
    /// This server.
    pub fn home() -> Self {
        Self("home".into())
    }

    /// What was moved in from elsewhere.
    pub fn import() -> Self {
        Self("import".into())
    }

    pub fn parse(text: &str) -> Result<Self> {
        name(text, "workspace").map(Self)
    }

    /// The one that a call asks of: this server, if it does not say. A parameter that is none of `others` is a mistake.
    pub(crate) fn asked(call: &Call, others: &[&'static str]) -> Result<Self> {
        let known = || others.iter().copied().chain(["workspace"]);
        if let Some((name, _)) = call.queries().iter().find(|(name, _)| !known().any(|known| known == name)) {
            let nearest = nearest(name, known());
            let words = format!("there is no parameter `{name}` here; the nearest is `{nearest}`");
            return Err(Error::invalid_param(words));
        }
        call.query("workspace").map_or_else(|| Ok(Self::home()), |name| Self::parse(&name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Stream {
    pub fn parse(text: &str) -> Result<Self> {
        name(text, "stream").map(Self)
    }

    /// What was moved in from a file on a day, and happened long before.
    pub fn moved_in(day: Day) -> Self {
        Self(format!("{MOVED_IN}{day}").into())
    }

    /// The day on which it came, where that is long after it happened.
    fn came(&self) -> Option<Day> {
        Day::parse(self.0.strip_prefix(MOVED_IN)?).ok()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Workspace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The name of a folder: letters, digits and `-`.
fn name(text: &str, of_what: &str) -> Result<Box<str>> {
    let fits = !text.is_empty()
        && text.len() <= NAME_BYTES
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if fits {
        return Ok(text.into());
    }
    Err(Error::invalid_param(format!("the name of a {of_what} has 1 to {NAME_BYTES} letters, digits or `-`")))
}

/// A file of the log: which signals of which stream it has, of one day. The files of a day and stream do not overlap;
/// where one lies within another, the larger one was made of it and holds instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileName {
    pub workspace: Workspace,
    pub day: Day,
    pub stream: Stream,
    pub first: i64,
    pub last: i64,
}

impl FileName {
    pub fn path(&self) -> String {
        let Self { workspace, day, stream, first, last } = self;
        format!("{}/{day}/{}.{first:019}.{last:019}.parquet", workspace.0, stream.0)
    }

    /// `None` where the file is not one of the log.
    pub fn parse(path: &str) -> Option<Self> {
        let (folders, file) = path.rsplit_once('/')?;
        let (workspace, day) = folders.split_once('/')?;
        let mut parts = file.strip_suffix(".parquet")?.split('.');
        let (stream, first, last) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let (workspace, stream) = (Workspace::parse(workspace).ok()?, Stream::parse(stream).ok()?);
        let name = Self { workspace, day: Day::parse(day).ok()?, stream, first, last };
        (parts.next().is_none() && first <= last).then_some(name)
    }

    /// Where it stands when it is broken and was set aside: no reader looks there.
    pub fn path_aside(&self) -> String {
        format!("{}{ASIDE}", self.path())
    }

    /// `None` where the file is not one that was set aside.
    pub fn parse_aside(path: &str) -> Option<Self> {
        Self::parse(path.strip_suffix(ASIDE)?)
    }

    /// The end of the day on which its signals came, or happened if they came at once: they are kept from then on.
    pub fn kept_from_ms(&self) -> i64 {
        self.stream.came().unwrap_or(self.day).ends_ms()
    }

    fn holds(&self, other: &Self) -> bool {
        self.day == other.day && self.stream == other.stream && self.first <= other.first && other.last <= self.last
    }
}

/// Those that hold, and those that others were made of, which a killed process left.
pub(crate) fn sort_out(mut names: Vec<FileName>) -> (Vec<FileName>, Vec<FileName>) {
    // Of those that begin together the longest comes first.
    names.sort_by(|left, right| {
        let place = |name: &FileName| (name.day, name.stream.clone(), name.first);
        place(left).cmp(&place(right)).then(right.last.cmp(&left.last))
    });
    let (mut held, mut replaced): (Vec<FileName>, Vec<FileName>) = (Vec::new(), Vec::new());
    for name in names {
        let is_replaced = held.last().is_some_and(|before| before.holds(&name));
        if is_replaced { replaced.push(name) } else { held.push(name) }
    }
    (held, replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(stream: &str, first: i64, last: i64) -> FileName {
        FileName { workspace: Workspace::home(), day: Day::of(0), stream: Stream::parse(stream).unwrap(), first, last }
    }

    #[test]
    fn a_file_comes_back_from_its_path() {
        let name = file("abc", 3, 70);
        assert_eq!(name.path(), "home/1970-01-01/abc.0000000000000000003.0000000000000000070.parquet");
        assert_eq!(FileName::parse(&name.path()), Some(name.clone()));
        assert_eq!(FileName::parse_aside(&name.path_aside()), Some(name.clone()));
        assert_eq!((FileName::parse(&name.path_aside()), FileName::parse_aside(&name.path())), (None, None));
        for strange in
            ["hearth.lock", "home/x/abc.1.2.parquet", "home/1970-01-01/abc.2.1.parquet", "home/1970-01-01/a.txt"]
        {
            assert_eq!(FileName::parse(strange), None, "{strange}");
        }
    }

    #[test]
    fn names_are_names_of_folders() {
        for wrong in ["", "..", "a/b", "a b", &"a".repeat(41)] {
            Workspace::parse(wrong).unwrap_err();
            Stream::parse(wrong).unwrap_err();
        }
    }

    #[test]
    fn what_a_larger_file_was_made_of_holds_no_more() {
        let names = vec![file("a", 5, 9), file("a", 1, 4), file("a", 1, 9), file("a", 10, 12), file("b", 2, 3)];
        let (held, replaced) = sort_out(names);
        assert_eq!(held, [file("a", 1, 9), file("a", 10, 12), file("b", 2, 3)]);
        assert_eq!(replaced, [file("a", 1, 4), file("a", 5, 9)]);
    }
}
