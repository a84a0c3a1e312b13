//! From the clock on somebody's wall to UTC, without ever putting lines out of order.
//!
//! Logs are written as time passes, and that decides the hour that occurs twice
//! when summer time ends: a time is read as the first of the two unless that lies
//! before the line above it. The first pass is thus summer time until the clock
//! visibly goes back, and from there on it is winter time. What the file does not
//! show cannot be known: if it has lines of only one pass, they are read as the
//! first. A time that never existed, in the gap when summer time begins, moves
//! forward by the length of the gap.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};

use super::model::Refusal;

/// How far beyond a doubtful hour the line above may lie and still speak for its
/// second pass. If it lies further, an older piece was appended to the file and the
/// line above says nothing.
const SAME_PIECE_MS: i64 = 3 * 60 * 60 * 1000;

/// The time of a line as its format gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Local(DateTime),
    UnixMs(i64),
}

/// A zone by its name, such as `Europe/London`. The database is the bundled one, so
/// that a log reads the same on every machine.
///
/// # Errors
/// If the database has no such zone.
pub fn time_zone(name: &str) -> Result<TimeZone, Refusal> {
    let unknown = |_| Refusal::UnknownTimeZone { name: name.to_owned() };
    TimeZoneDatabase::bundled().get(name).map_err(unknown)
}

/// Reads the times of one file, in the file's order.
#[derive(Debug)]
pub(super) struct Clock {
    zone: TimeZone,
    above_ms: Option<i64>,
}

impl Clock {
    pub(super) fn new(zone: TimeZone) -> Self {
        Self { zone, above_ms: None }
    }

    /// UTC in Unix milliseconds; `None` before 1970 or beyond the calendar, which
    /// Matrix cannot say.
    pub(super) fn read(&mut self, when: When) -> Option<i64> {
        let at_ms = match when {
            When::UnixMs(at_ms) => Timestamp::from_millisecond(at_ms).ok()?.as_millisecond(),
            When::Local(local) => self.resolve(local)?,
        };
        if at_ms < 0 {
            return None;
        }
        self.above_ms = Some(at_ms);
        Some(at_ms)
    }

    fn resolve(&self, local: DateTime) -> Option<i64> {
        let ambiguous = self.zone.to_ambiguous_timestamp(local);
        match ambiguous.offset() {
            AmbiguousOffset::Fold { .. } => {
                let first_ms = ambiguous.earlier().ok()?.as_millisecond();
                let second_ms = ambiguous.later().ok()?.as_millisecond();
                Some(if self.is_second_pass(first_ms, second_ms) { second_ms } else { first_ms })
            }
            // In a gap the later reading is the one that moves forward.
            AmbiguousOffset::Gap { .. } | AmbiguousOffset::Unambiguous { .. } => {
                Some(ambiguous.later().ok()?.as_millisecond())
            }
        }
    }

    fn is_second_pass(&self, first_ms: i64, second_ms: i64) -> bool {
        self.above_ms.is_some_and(|above_ms| first_ms < above_ms && above_ms <= second_ms + SAME_PIECE_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(zone: &str, times: &[&str]) -> Vec<String> {
        let mut clock = Clock::new(time_zone(zone).expect("a zone of the database"));
        let utc = |time: &&str| {
            let local = When::Local(time.parse().expect("a civil time"));
            let at_ms = clock.read(local).expect("a time after 1970");
            Timestamp::from_millisecond(at_ms).expect("a time of the calendar").to_string()
        };
        times.iter().map(utc).collect()
    }

    #[test]
    fn summer_and_winter_differ() {
        let utc = read("Europe/London", &["2016-06-01T02:06:03", "2016-12-01T02:06:03"]);
        assert_eq!(utc, ["2016-06-01T01:06:03Z", "2016-12-01T02:06:03Z"]);
    }

    #[test]
    fn the_hour_that_occurs_twice_turns_where_the_clock_goes_back() {
        let utc = read(
            "Europe/London",
            &[
                "2016-10-30T00:33:39",
                "2016-10-30T01:41:17",
                "2016-10-30T01:04:20",
                "2016-10-30T01:47:20",
                "2016-10-30T02:06:38",
            ],
        );
        assert_eq!(
            utc,
            [
                "2016-10-29T23:33:39Z",
                "2016-10-30T00:41:17Z",
                "2016-10-30T01:04:20Z",
                "2016-10-30T01:47:20Z",
                "2016-10-30T02:06:38Z"
            ],
        );
    }

    #[test]
    fn a_second_of_disorder_in_the_second_pass_stays_there() {
        let utc = read("Europe/London", &["2016-10-30T01:50:00", "2016-10-30T01:30:05", "2016-10-30T01:30:04"]);
        assert_eq!(utc[1..], ["2016-10-30T01:30:05Z", "2016-10-30T01:30:04Z"]);
    }

    #[test]
    fn an_older_piece_appended_is_read_afresh() {
        let utc = read("Europe/London", &["2017-02-01T12:00:00", "2016-10-30T01:10:00", "2016-10-30T01:05:00"]);
        assert_eq!(utc[1..], ["2016-10-30T00:10:00Z", "2016-10-30T01:05:00Z"]);
    }

    #[test]
    fn a_time_that_never_was_moves_forward() {
        let utc = read("Europe/London", &["2016-03-27T00:59:59", "2016-03-27T01:30:00", "2016-03-27T02:31:00"]);
        assert_eq!(utc, ["2016-03-27T00:59:59Z", "2016-03-27T01:30:00Z", "2016-03-27T01:31:00Z"]);
    }

    #[test]
    fn what_matrix_cannot_say_is_no_time() {
        let mut clock = Clock::new(TimeZone::UTC);
        assert_eq!(clock.read(When::UnixMs(-1)), None);
        assert_eq!(clock.read(When::UnixMs(i64::MAX)), None);
        assert_eq!(clock.read(When::Local(DateTime::MIN)), None);
        assert_eq!(clock.read(When::UnixMs(0)), Some(0));
    }

    #[test]
    fn an_unknown_zone_is_refused() {
        assert_eq!(time_zone("Europe/Hogwarts"), Err(Refusal::UnknownTimeZone { name: "Europe/Hogwarts".to_owned() }));
    }

    proptest! {
        /// Whatever instants a log was written at while a clock changed, its order is kept.
        #[test]
        fn a_log_written_in_order_is_read_in_order(
            (zone, change) in prop::sample::select(vec![
                ("Europe/London", 1_477_789_200),
                ("Europe/London", 1_459_040_400),
                // Half an hour occurs twice.
                ("Australia/Lord_Howe", 1_459_609_200),
                // The hour after midnight occurs twice.
                ("America/Havana", 1_478_408_400),
            ]),
            ahead in 0_i64..20_000,
            pauses in prop::collection::vec(0_i64..2_000, 1..60),
        ) {
            let zone = time_zone(zone).expect("a zone of the database");
            let mut clock = Clock::new(zone.clone());
            let mut now = change - ahead;
            let mut above_ms = 0;
            for pause in pauses {
                now += pause;
                let written = Timestamp::from_second(now).expect("a time of the calendar");
                let at_ms = clock.read(When::Local(zone.to_datetime(written))).expect("a time after 1970");
                prop_assert!(above_ms <= at_ms);
                above_ms = at_ms;
            }
        }
    }
}
