//! The plain data of an archive: what a log says, line by line.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::limits::{MAX_LINE_BYTES, MAX_LINES, MAX_NAME_BYTES, MAX_SOURCE_BYTES};
use super::local_time::When;

/// How a file is to be read.
#[derive(Clone, Debug)]
pub struct Options {
    /// The layout; `None` tells it from the first lines.
    pub format: Option<Format>,
    /// Where the clock hung that stamped the lines.
    pub time_zone: TimeZone,
    /// The day of a ZNC file, which its lines do not say.
    /// [`date_in_name`](super::date_in_name) takes it from the file's name.
    pub date: Option<Date>,
}

/// The layout of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Qtox,
    WeeChat,
    Znc,
    Edges,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Qtox, Self::WeeChat, Self::Znc, Self::Edges];

    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Qtox => "qtox",
            Self::WeeChat => "weechat",
            Self::Znc => "znc",
            Self::Edges => "edges",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Which file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// SHA-256 of the uncompressed bytes, in lower-case hex.
    pub digest: String,
    pub bytes: usize,
    pub format: Format,
}

/// One line that says something, at its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place in the file, the first line being 1.
    pub number: u64,
    /// UTC, Unix milliseconds, never negative.
    pub at_ms: i64,
    pub what: What,
}

/// What a line says. Names are as written, without marks of status (`@`, `+`). A text
/// may be blank: people do send spaces, and colours that were taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Message {
        author: String,
        text: String,
    },
    Notice {
        author: String,
        text: String,
    },
    Action {
        author: String,
        text: String,
    },
    Join {
        author: String,
    },
    Part {
        author: String,
        reason: Option<String>,
    },
    Quit {
        author: String,
        reason: Option<String>,
    },
    Nick {
        from: String,
        to: String,
    },
    /// An empty topic says that it was taken down.
    Topic {
        author: String,
        topic: String,
    },
    Kick {
        author: String,
        target: String,
        reason: Option<String>,
    },
    /// Somebody wrote to somebody, outside any room.
    Edge {
        from: String,
        to: String,
    },
}

/// A line that was understood and left out, by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ignored {
    Blank,
    Comment,
    Header,
    Mode,
    /// Any other event of the channel.
    ChannelEvent,
    /// What the logging client said of itself, such as a lost connection.
    ClientEvent,
}

/// A line that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    pub number: u64,
    pub reason: Fault,
    /// At most [`MAX_EXCERPT_CHARS`](super::limits::MAX_EXCERPT_CHARS) characters of the line.
    pub excerpt: String,
}

/// Why a line was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    TooLong,
    Time,
    Layout,
    Name,
    Future,
    Itself,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "the line is longer than {MAX_LINE_BYTES} bytes"),
            Self::Time => f.write_str("there is no valid time where the format has one"),
            Self::Layout => f.write_str("the line does not fit the format"),
            Self::Future => f.write_str("the time is not here yet"),
            Self::Itself => f.write_str("somebody writes to themselves, which is no conversation"),
            Self::Name => write!(f, "a name is empty, has spaces or is over {MAX_NAME_BYTES} bytes"),
        }
    }
}

/// All that a file said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    pub source: Source,
    /// By time, and at the same time by place in the file.
    pub lines: Vec<Line>,
    /// The first [`MAX_BAD_LINES_KEPT`](super::limits::MAX_BAD_LINES_KEPT) of the lines that were not understood.
    pub bad: Vec<BadLine>,
    pub bad_count: u64,
    pub ignored: BTreeMap<Ignored, u64>,
    /// Lines that were not UTF-8 and were read as Windows-1252.
    pub recoded: u64,
}

/// Why a whole file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    TooManyBytes {
        bytes: usize,
    },
    TooManyLines {
        lines: usize,
    },
    UnknownFormat,
    UnknownDate,
    /// What was given as a date is none.
    NoDate {
        text: String,
    },
    UnknownTimeZone {
        name: String,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyBytes { bytes } => {
                write!(f, "the file has {bytes} bytes, the most is {MAX_SOURCE_BYTES}")
            }
            Self::TooManyLines { lines } => {
                write!(f, "the file has {lines} lines, the most is {MAX_LINES}")
            }
            Self::UnknownFormat => f.write_str("the first lines fit no known format; name the format"),
            Self::UnknownDate => {
                f.write_str("a ZNC log does not say its day; give it with --date, or keep it in the file's name")
            }
            Self::NoDate { text } => write!(f, "{text:?} is not a day; days look like 2016-06-01"),
            Self::UnknownTimeZone { name } => {
                write!(f, "there is no time zone {name:?}; names look like Europe/London")
            }
        }
    }
}

impl std::error::Error for Refusal {}

/// What a format reads in one line, before its clock is resolved.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Said { when: When, what: What },
    Ignored(Ignored),
}

/// A name as a line gives it, checked against the limits.
pub(super) fn checked_name(name: &str) -> Result<String, Fault> {
    let fits = !name.is_empty() && name.len() <= MAX_NAME_BYTES && !name.contains(char::is_whitespace);
    if fits { Ok(name.to_owned()) } else { Err(Fault::Name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("irssi"), None);
    }

    #[test]
    fn a_name_has_a_bound_and_no_spaces() {
        assert_eq!(checked_name("tux3").as_deref(), Ok("tux3"));
        assert_eq!(checked_name(&"a".repeat(MAX_NAME_BYTES)).map(|name| name.len()), Ok(MAX_NAME_BYTES));
        for bad in ["", "a b", "a\tb", &"a".repeat(MAX_NAME_BYTES + 1)] {
            assert_eq!(checked_name(bad), Err(Fault::Name));
        }
    }
}
