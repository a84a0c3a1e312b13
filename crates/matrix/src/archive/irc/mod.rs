//! Logs of IRC channels: what their layouts share, which is stamps and nicks.

pub(super) mod weechat;
pub(super) mod znc;

use jiff::civil::{Date, DateTime, Time};

use super::local_time::When;
use super::model::{Entry, Fault, Ignored, Refusal, What, checked_name};

const DATE_TIME_LEN: usize = "2016-06-01 10:44:14".len();
const DATE_LEN: usize = "2016-06-01".len();
/// Marks of status that clients write before a nick; no nick begins with one.
const STATUS_MARKS: [char; 6] = ['~', '&', '@', '%', '!', '+'];

/// The day that stands at the end of a log's name, before its extensions:
/// `2016-06-01.log`, and `#channel_20160601.log` as older versions of ZNC wrote it.
pub fn date_in_name(file_name: &str) -> Option<Date> {
    let base = file_name.rsplit(['/', '\\']).next()?;
    let base = base.strip_suffix(".gz").unwrap_or(base);
    let stem = base.rsplit_once('.').map_or(base, |(stem, _extension)| stem);
    let last = |length: usize| stem.len().checked_sub(length).and_then(|start| stem.get(start..));
    last(DATE_LEN).and_then(date).or_else(|| last("20160601".len()).and_then(compact_date))
}

/// A day as a person writes it: `2016-06-01`.
pub fn day(text: &str) -> Result<Date, Refusal> {
    date(text).ok_or_else(|| Refusal::NoDate { text: text.to_owned() })
}

/// `2016-06-01 10:44:14`, or with a `T` between, off the front of a line.
fn take_date_time(line: &str) -> Option<(DateTime, &str)> {
    let (stamp, rest) = line.split_at_checked(DATE_TIME_LEN)?;
    let (day, clock) = stamp.split_at_checked(DATE_LEN)?;
    let clock = clock.strip_prefix([' ', 'T'])?;
    Some((date(day)?.to_datetime(time(clock)?), rest))
}

fn date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    calendar_date(year, month, day)
}

fn compact_date(text: &str) -> Option<Date> {
    calendar_date(text.get(..4)?, text.get(4..6)?, text.get(6..)?)
}

fn calendar_date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(digits(year, 4)?, digits(month, 2)?.try_into().ok()?, digits(day, 2)?.try_into().ok()?).ok()
}

fn time(text: &str) -> Option<Time> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    // A leap second is written 60; the clock of Unix repeats 59 instead.
    let second = digits(second, 2).map(|second| if second == 60 { 59 } else { second })?;
    Time::new(digits(hour, 2)?.try_into().ok()?, digits(minute, 2)?.try_into().ok()?, second.try_into().ok()?, 0).ok()
}

/// A number of exactly so many digits; `parse` alone would take a sign.
fn digits(text: &str, length: usize) -> Option<i16> {
    let fits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// What a layout reads after the stamp.
#[derive(Debug, PartialEq, Eq)]
enum Content {
    Said(What),
    Ignored(Ignored),
}

impl Content {
    fn at(self, when: When) -> Entry {
        match self {
            Self::Said(what) => Entry::Said { when, what },
            Self::Ignored(kind) => Entry::Ignored(kind),
        }
    }
}

/// A nick as written, without its mark of status.
fn nick(text: &str) -> Result<String, Fault> {
    checked_name(text.trim_start_matches(STATUS_MARKS))
}

/// Words of somebody, in one of the three forms below.
fn words(author: &str, text: &str, form: fn(String, String) -> What) -> Result<Content, Fault> {
    Ok(Content::Said(form(nick(author)?, text.to_owned())))
}

fn message(author: String, text: String) -> What {
    What::Message { author, text }
}

fn notice(author: String, text: String) -> What {
    What::Notice { author, text }
}

fn action(author: String, text: String) -> What {
    What::Action { author, text }
}

/// `(why)` as the reason of a leave, if it says anything. The closing parenthesis
/// may be missing where a client cut a long line.
fn reason(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('(')?;
    let inner = inner.strip_suffix(')').unwrap_or(inner);
    (!inner.is_empty()).then(|| inner.to_owned())
}

/// `old is now known as new`, in which all clients agree.
fn nick_change(event: &str) -> Option<Result<Content, Fault>> {
    let (from, to) = event.split_once(" is now known as ")?;
    // More words before it mean that somebody quotes the phrase, in a topic say.
    (!from.contains(' ')).then(|| Ok(Content::Said(What::Nick { from: nick(from)?, to: nick(to)? })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_found_in_the_names_of_znc() {
        let day = Some(Date::constant(2016, 6, 1));
        for name in [
            "2016-06-01.log",
            "logs/#qtox/2016-06-01.log.gz",
            "#qtox.dev_20160601.log",
            "2016-06-01",
            "C:\\znc\\2016-06-01.log",
        ] {
            assert_eq!(date_in_name(name), day, "{name}");
        }
        for name in ["", "qtox.log", "2016-13-01.log", "2016-06-01/qtox.log", "ü-06-01.log", "+016-06-01.log"] {
            assert_eq!(date_in_name(name), None, "{name}");
        }
    }

    #[test]
    fn a_stamp_is_strict() {
        let (stamp, rest) = take_date_time("2016-06-01 23:59:60 x").expect("a leap second");
        assert_eq!((stamp.to_string().as_str(), rest), ("2016-06-01T23:59:59", " x"));
        for bad in
            ["2016-06-01 24:00:00", "2016-02-30 10:00:00", "2016-6-1 10:00:00  ", "2016-06-01", "2016-06-0é 10:00:00"]
        {
            assert_eq!(take_date_time(bad), None, "{bad}");
        }
    }

    #[test]
    fn marks_of_status_are_not_part_of_a_nick() {
        assert_eq!(nick("@tux3").as_deref(), Ok("tux3"));
        assert_eq!(nick("+[_]").as_deref(), Ok("[_]"));
        assert_eq!(nick("@"), Err(Fault::Name));
    }

    #[test]
    fn a_reason_may_hold_parentheses() {
        assert_eq!(reason("(gone (for now))").as_deref(), Some("gone (for now)"));
        assert_eq!(reason("(Ping time").as_deref(), Some("Ping time"));
        assert_eq!(reason("()"), None);
        assert_eq!(reason(""), None);
    }
}
