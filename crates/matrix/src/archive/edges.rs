//! Edge logs: who wrote to whom and when, as research publishes communities.
//!
//! A line is `from to unixtime`, separated by spaces, commas or tabs, in seconds.
//! The first line may name the columns; lines that begin with `#` are comments.

use super::local_time::When;
use super::model::{Entry, Fault, Ignored, What, checked_name};

/// Reads a line that is not blank. `first` is true until a line has been read that
/// is not a comment: only there are words in place of a time a header.
pub(super) fn read(line: &str, first: bool) -> Result<Entry, Fault> {
    if line.trim_start().starts_with('#') {
        return Ok(Entry::Ignored(Ignored::Comment));
    }
    let [from, to, time] = fields(line).ok_or(Fault::Layout)?;
    match time.parse::<i64>() {
        Ok(seconds) => edge(from, to, seconds),
        Err(_) if first && time.starts_with(char::is_alphabetic) => Ok(Entry::Ignored(Ignored::Header)),
        Err(_) => Err(Fault::Time),
    }
}

fn edge(from: &str, to: &str, seconds: i64) -> Result<Entry, Fault> {
    Ok(Entry::Said {
        when: When::UnixMs(seconds.checked_mul(1000).ok_or(Fault::Time)?),
        what: match (checked_name(from)?, checked_name(to)?) {
            (from, to) if from == to => return Err(Fault::Itself),
            (from, to) => What::Edge { from, to },
        },
    })
}

/// Exactly three fields. Separators may be doubled, as in `1, 2, 3`.
fn fields(line: &str) -> Option<[&str; 3]> {
    let mut fields = line.split(|c: char| c == ',' || c.is_whitespace()).filter(|field| !field.is_empty());
    let three = [fields.next()?, fields.next()?, fields.next()?];
    fields.next().is_none().then_some(three)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge_at(from: &str, to: &str, at_ms: i64) -> Entry {
        let what = What::Edge { from: from.to_owned(), to: to.to_owned() };
        Entry::Said { when: When::UnixMs(at_ms), what }
    }

    #[test]
    fn fields_are_separated_by_space_comma_or_tab() {
        for line in ["1 2 1082040961", "1,2,1082040961", "1\t2\t1082040961", " 1, 2,  1082040961 "] {
            assert_eq!(read(line, false), Ok(edge_at("1", "2", 1_082_040_961_000)));
        }
    }

    #[test]
    fn a_header_is_skipped_on_the_first_line_only() {
        assert_eq!(read("src,dst,time", true), Ok(Entry::Ignored(Ignored::Header)));
        assert_eq!(read("src,dst,time", false), Err(Fault::Time));
        assert_eq!(read("1,2,1.5e9", true), Err(Fault::Time));
    }

    #[test]
    fn a_comment_is_left_out() {
        assert_eq!(read("# 1 2 3", false), Ok(Entry::Ignored(Ignored::Comment)));
    }

    #[test]
    fn what_is_not_three_fields_and_a_time_is_refused() {
        assert_eq!(read("1 2", false), Err(Fault::Layout));
        assert_eq!(read("1 2 3 4", false), Err(Fault::Layout));
        assert_eq!(read("1,,3", false), Err(Fault::Layout));
        assert_eq!(read("1 2 9223372036854775807", false), Err(Fault::Time));
        assert_eq!(read(&format!("{} 2 3", "1".repeat(500)), false), Err(Fault::Name));
        assert_eq!(read("7 7 1082040999", false), Err(Fault::Itself));
    }
}
