//! One file from its bytes to typed lines in order of time.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::irc::{weechat, znc};
use super::limits::{
    FORMAT_SAMPLE_LINES, FUTURE_MS, MAX_BAD_LINES_KEPT, MAX_EXCERPT_CHARS, MAX_LINE_BYTES, MAX_LINES, MAX_SOURCE_BYTES,
};
use super::local_time::Clock;
use super::model::{BadLine, Entry, Fault, Format, Ignored, Line, Options, Parsed, Refusal, Source};
use super::names::hex_sha256;
use super::{edges, text};

/// Reads a whole file, already uncompressed, `now_ms` being the time. A line that cannot be
/// read is reported and does not stop the others.
///
/// # Errors
/// If the file is over the limits, its format cannot be told, or it is a ZNC log
/// without a date.
pub fn parse(bytes: &[u8], options: &Options, now_ms: i64) -> Result<Parsed, Refusal> {
    check_size(bytes)?;
    let format = options.format.or_else(|| tell_format(bytes)).ok_or(Refusal::UnknownFormat)?;
    let layout = Layout::new(format, options.date)?;
    let source = Source { digest: hex_sha256(bytes), bytes: bytes.len(), format };
    let until_ms = now_ms.saturating_add(FUTURE_MS);
    let mut reading = Reading::new(source, layout, Clock::new(options.time_zone.clone()), until_ms);
    for (number, line) in (1..).zip(text::lines(bytes)) {
        reading.read(number, line);
    }
    Ok(reading.finish())
}

fn check_size(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.len() > MAX_SOURCE_BYTES {
        return Err(Refusal::TooManyBytes { bytes: bytes.len() });
    }
    let lines = text::lines(bytes).count();
    if lines > MAX_LINES {
        return Err(Refusal::TooManyLines { lines });
    }
    Ok(())
}

/// The format that most of the first lines fit. Edges come last, since their shape is
/// so plain that a short line of another log may have it too: `[10:44:14] <a> 5`.
fn tell_format(bytes: &[u8]) -> Option<Format> {
    let sample: Vec<_> = text::lines(bytes)
        .filter(|line| !line.trim_ascii().is_empty() && line.len() <= MAX_LINE_BYTES)
        .take(FORMAT_SAMPLE_LINES)
        .map(|line| text::decode(line).text)
        .collect();
    let is_majority = |format: &Format| {
        let fitting = sample.iter().filter(|line| fits(line, *format)).count();
        fitting * 2 > sample.len()
    };
    Format::ALL.into_iter().find(is_majority)
}

fn fits(line: &str, format: Format) -> bool {
    match format {
        Format::Qtox => znc::read_dated(line).is_ok(),
        Format::WeeChat => weechat::read(line).is_ok(),
        // The day is not the question here: on any day the same lines fit.
        Format::Znc => znc::read_daily(line, Date::ZERO).is_ok(),
        Format::Edges => edges::read(line, false).is_ok(),
    }
}

/// A format with what it needs besides the lines.
#[derive(Clone, Copy, Debug)]
enum Layout {
    Qtox,
    WeeChat,
    Znc { day: Date },
    Edges,
}

impl Layout {
    fn new(format: Format, date: Option<Date>) -> Result<Self, Refusal> {
        Ok(match format {
            Format::Qtox => Self::Qtox,
            Format::WeeChat => Self::WeeChat,
            Format::Znc => Self::Znc { day: date.ok_or(Refusal::UnknownDate)? },
            Format::Edges => Self::Edges,
        })
    }

    fn read(self, line: &str, first: bool) -> Result<Entry, Fault> {
        match self {
            Self::Qtox => znc::read_dated(line),
            Self::WeeChat => weechat::read(line),
            Self::Znc { day } => znc::read_daily(line, day),
            Self::Edges => edges::read(line, first),
        }
    }
}

/// A file half read.
struct Reading {
    layout: Layout,
    clock: Clock,
    /// What is dated later has not been said yet.
    until_ms: i64,
    /// True until a line was met that is neither blank nor a comment.
    first: bool,
    parsed: Parsed,
}

impl Reading {
    fn new(source: Source, layout: Layout, clock: Clock, until_ms: i64) -> Self {
        let parsed =
            Parsed { source, lines: Vec::new(), bad: Vec::new(), bad_count: 0, ignored: BTreeMap::new(), recoded: 0 };
        Self { layout, clock, until_ms, first: true, parsed }
    }

    fn read(&mut self, number: u64, raw: &[u8]) {
        let decoded = text::decode(raw);
        self.parsed.recoded += u64::from(decoded.recoded);
        match self.entry(raw.len(), &decoded.text) {
            Ok(Entry::Ignored(kind)) => *self.parsed.ignored.entry(kind).or_default() += 1,
            Ok(Entry::Said { when, what }) => match self.clock.read(when) {
                Some(at_ms) if at_ms > self.until_ms => self.report(number, Fault::Future, &decoded.text),
                Some(at_ms) => self.parsed.lines.push(Line { number, at_ms, what }),
                None => self.report(number, Fault::Time, &decoded.text),
            },
            Err(fault) => self.report(number, fault, &decoded.text),
        }
    }

    fn entry(&mut self, length: usize, line: &str) -> Result<Entry, Fault> {
        if length > MAX_LINE_BYTES {
            return Err(Fault::TooLong);
        }
        if line.trim().is_empty() {
            return Ok(Entry::Ignored(Ignored::Blank));
        }
        let entry = self.layout.read(line, self.first);
        self.first &= entry == Ok(Entry::Ignored(Ignored::Comment));
        entry
    }

    fn report(&mut self, number: u64, reason: Fault, line: &str) {
        self.parsed.bad_count += 1;
        if self.parsed.bad.len() < MAX_BAD_LINES_KEPT {
            let excerpt = text::excerpt(line, MAX_EXCERPT_CHARS);
            self.parsed.bad.push(BadLine { number, reason, excerpt });
        }
    }

    fn finish(mut self) -> Parsed {
        self.parsed.lines.sort_by_key(|line| (line.at_ms, line.number));
        self.parsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::model::What;
    use jiff::tz::TimeZone;

    /// 2026-01-01.
    const NOW_MS: i64 = 1_767_225_600_000;

    fn options(format: Option<Format>) -> Options {
        Options { format, time_zone: TimeZone::UTC, date: None }
    }

    fn read(bytes: &[u8]) -> Parsed {
        parse(bytes, &options(None), NOW_MS).expect("a format that is told by its lines")
    }

    #[test]
    fn the_format_is_told_by_the_lines() {
        let told = |text: &str| tell_format(text.as_bytes());
        assert_eq!(told("2016-06-01 10:44:14 <a> b\n"), Some(Format::Qtox));
        assert_eq!(told("\n2016-06-01 10:44:14\ta\tb\n"), Some(Format::WeeChat));
        assert_eq!(told("[10:44:14] <a> b\n[10:44:15] *** Joins: a ()\nx\n"), Some(Format::Znc));
        assert_eq!(told("src dst time\n1 2 3\n2 3 4\n"), Some(Format::Edges));
        assert_eq!(told("Dear diary\n"), None);
        assert_eq!(told("[10:44:14] <a> b\nDear diary\n"), None);
        assert_eq!(told(""), None);
    }

    #[test]
    fn a_named_format_is_not_doubted() {
        let parsed = parse(b"1 2 3\n", &options(Some(Format::Qtox)), NOW_MS).expect("a readable file");
        assert_eq!((parsed.lines.len(), parsed.bad_count), (0, 1));
        assert_eq!(parse(b"Dear diary", &options(None), NOW_MS), Err(Refusal::UnknownFormat));
    }

    #[test]
    fn a_daily_log_needs_its_day() {
        let mut options = options(None);
        assert_eq!(parse(b"[00:00:01] <a> b", &options, NOW_MS), Err(Refusal::UnknownDate));
        options.date = Some(Date::constant(2016, 6, 1));
        let parsed = parse(b"[00:00:01] <a> b", &options, NOW_MS).expect("a readable file");
        assert_eq!(parsed.lines[0].at_ms, 1_464_739_201_000);
    }

    #[test]
    fn lines_are_sorted_by_time_then_place() {
        let parsed = read(b"# two at once\nfrom,to,time\n\n1,2,9\n3,4,5\n6,7,5\n");
        let order: Vec<u64> = parsed.lines.iter().map(|line| line.number).collect();
        assert_eq!(order, [5, 6, 4]);
        let ignored = [(Ignored::Blank, 1), (Ignored::Comment, 1), (Ignored::Header, 1)];
        assert_eq!(parsed.ignored, BTreeMap::from(ignored));
    }

    #[test]
    fn the_digest_is_of_the_bytes_as_they_are() {
        let parsed = read(b"1 2 3\r\n");
        assert_eq!(parsed.source.bytes, 7);
        assert_eq!(parsed.source.digest, hex_sha256(b"1 2 3\r\n"));
        assert_ne!(parsed.source.digest, read(b"1 2 3\n").source.digest);
        assert!(hex_sha256(b"").starts_with("e3b0c44298fc1c14"));
    }

    #[test]
    fn what_is_dated_later_is_not_said_yet() {
        let at = |ms: i64| format!("1 2 {}\n", ms / 1_000);
        let parsed = read(format!("{}{}", at(NOW_MS + FUTURE_MS), at(NOW_MS + FUTURE_MS + 1_000)).as_bytes());
        assert_eq!((parsed.lines.len(), parsed.bad[0].number, parsed.bad[0].reason), (1, 2, Fault::Future));
    }

    #[test]
    fn bad_lines_are_all_counted_and_shown_in_part() {
        let long = format!("2016-06-01 10:44:14 <a> {}\n", "ä".repeat(MAX_LINE_BYTES));
        let good = "2016-06-01 10:44:14 <a> b\n".repeat(300);
        let bad = "lost\n".repeat(MAX_BAD_LINES_KEPT);
        let parsed = read(format!("{good}{long}{bad}").as_bytes());
        assert_eq!((parsed.lines.len(), parsed.bad_count), (300, 101));
        assert_eq!(parsed.bad.len(), MAX_BAD_LINES_KEPT);
        assert_eq!((parsed.bad[0].number, parsed.bad[0].reason), (301, Fault::TooLong));
        assert_eq!(parsed.bad[0].excerpt.chars().count(), MAX_EXCERPT_CHARS);
        assert_eq!(parsed.bad[1], BadLine { number: 302, reason: Fault::Time, excerpt: "lost".to_owned() });
    }

    #[test]
    fn old_encodings_and_line_ends_are_read() {
        let parsed = read(b"\xEF\xBB\xBF2016-06-01 10:44:14 <a> caf\xE9\r\n2016-06-01 10:44:15 <a> caf\xC3\xA9\r\n");
        assert_eq!(parsed.recoded, 1);
        for line in &parsed.lines {
            assert_eq!(line.what, What::Message { author: "a".to_owned(), text: "café".to_owned() });
        }
    }

    #[test]
    fn a_file_over_the_limits_is_refused() {
        let lines = MAX_LINES + 1;
        assert_eq!(parse(&b"\n".repeat(lines), &options(None), NOW_MS), Err(Refusal::TooManyLines { lines }));
        let bytes = MAX_SOURCE_BYTES + 1;
        assert_eq!(parse(&vec![0; bytes], &options(None), NOW_MS), Err(Refusal::TooManyBytes { bytes }));
    }
}
