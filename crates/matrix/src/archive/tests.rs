//! The whole way from bytes to steps: on anything at all, and on the logs of two real communities.

mod shared;

use jiff::{civil::Date, tz::TimeZone};
use proptest::prelude::*;

use super::*;

fn options(zone: &str) -> Options {
    Options { format: None, time_zone: time_zone(zone).expect("a zone of the database"), date: None }
}

proptest! {
    /// No bytes bring the reader down, and every line is accounted for.
    #[test]
    fn every_line_is_read_ignored_or_bad(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..400),
            "([0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}[ \t]?|\\[[0-9:]{8}\\] )?([<*\\-> \t]{1,3}[a-z@() ]{0,5}[>)\t]?.{0,9}\r?\n){1,9}"
                .prop_map(String::into_bytes),
        ],
        format in prop::sample::select(Format::ALL.to_vec()),
    ) {
        let options = Options {
            format: Some(format),
            time_zone: TimeZone::UTC,
            date: Some(Date::constant(2016, 6, 1)),
        };
        let parsed = parse(&bytes, &options, i64::MAX).expect("within the limits");
        let total = parsed.lines.len() as u64 + parsed.bad_count + parsed.ignored.values().sum::<u64>();
        prop_assert_eq!(total, text::lines(&bytes).count() as u64);
        plan(&parsed.lines, Casemapping::Rfc1459);
    }
}
