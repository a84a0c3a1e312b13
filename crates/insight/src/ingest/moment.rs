//! When an event happened: what its product wrote, and what the two clocks make of it.

use hearth_kernel::limits;
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use super::{
    file::excerpt,
    model::{Refusal, Why},
};

/// Numbers from here on are milliseconds: as seconds they would lie 3,000 years ahead.
const FIRST_MILLISECONDS: f64 = 1e11;
/// The year 2100; what lies beyond is not a time but another number.
const LAST_MS: i64 = 4_102_444_800_000;
/// Days as programs write them without `-`. As seconds they would all lie in the summer of 1970.
const FIRST_DAY: i64 = 19_700_101;
const LAST_DAY: i64 = 21_000_101;

/// How a moment was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Seconds,
    Milliseconds,
    /// As RFC 3339.
    Spelled,
}

impl Unit {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Seconds => "seconds",
            Self::Milliseconds => "milliseconds",
            Self::Spelled => "words",
        }
    }
}

/// A moment in milliseconds since 1970: RFC 3339 (UTC where it names no offset), or a number of seconds or milliseconds that
/// cannot be a day.
pub(super) fn parse(text: &str) -> Option<i64> {
    parse_with_unit(text).map(|(at_ms, _)| at_ms)
}

/// The same, with what it was written in.
pub(crate) fn parse_with_unit(text: &str) -> Option<(i64, Unit)> {
    let text = text.trim();
    let (at_ms, unit) = match text.parse::<f64>() {
        Ok(number) => from_number(number)?,
        Err(_) => (from_text(text)?, Unit::Spelled),
    };
    (0..=LAST_MS).contains(&at_ms).then_some((at_ms, unit))
}

fn from_number(number: f64) -> Option<(i64, Unit)> {
    if !number.is_finite() || day_of(number).is_some() {
        return None;
    }
    let is_in_seconds = number.abs() < FIRST_MILLISECONDS;
    let (at_ms, unit) = if is_in_seconds { (number * 1_000.0, Unit::Seconds) } else { (number, Unit::Milliseconds) };
    Some((libm::round(at_ms) as i64, unit))
}

/// Why a text is no moment, and what would be one.
pub(crate) fn why_not(text: &str) -> String {
    let words = "is not a time between 1970 and 2100: seconds, milliseconds or RFC 3339";
    doubt(text).unwrap_or_else(|| format!("`{}` {words}", excerpt(text)))
}

/// What a number that is refused may mean, and how to write it, where it is a number of seconds and a day as well.
pub(super) fn doubt(text: &str) -> Option<String> {
    let number: f64 = text.trim().parse().ok()?;
    let day = day_of(number)?;
    let seconds = number as i64;
    let moment = Timestamp::from_second(seconds).ok()?;
    Some(format!(
        "`{seconds}` may be the day {day}, or seconds since 1970 ({moment}); write it in the form of the one that it is"
    ))
}

/// The day that a whole number of eight digits names, as 20240131 does.
fn day_of(number: f64) -> Option<Date> {
    let digits = number as i64;
    if number.fract().abs() > 0.0 || !(FIRST_DAY..=LAST_DAY).contains(&digits) {
        return None;
    }
    Date::new((digits / 10_000) as i16, (digits / 100 % 100) as i8, (digits % 100) as i8).ok()
}

fn from_text(text: &str) -> Option<i64> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment.as_millisecond());
    }
    let local: DateTime = text.parse().ok()?;
    Some(TimeZone::UTC.to_timestamp(local).ok()?.as_millisecond())
}

/// What is known of one event's time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clocks {
    /// When it happened, by the sender's clock.
    pub said_ms: Option<i64>,
    /// When it was sent, by the same clock.
    pub sent_ms: Option<i64>,
    /// When it came, by ours.
    pub received_ms: i64,
}

impl Clocks {
    /// When it happened, by our clock: as long before it came as it lay before it was sent, whatever the sender's clock
    /// shows (Segment's rule: `receivedAt - (sentAt - originalTimestamp)`).
    pub(super) fn happened_ms(self) -> Result<i64, Refusal> {
        let Self { said_ms, sent_ms, received_ms } = self;
        let at_ms = match (said_ms, sent_ms) {
            (None, _) => received_ms,
            (Some(said_ms), None) => said_ms,
            (Some(said_ms), Some(sent_ms)) => received_ms - (sent_ms - said_ms),
        };
        if at_ms > received_ms + limits::EVENT_FUTURE_MS {
            return Err(Refusal::new(Why::Future, "it is dated in the future; look after the sender's clock"));
        }
        if at_ms < received_ms - limits::EVENT_LATE_MS {
            let words = "it happened more than 30 days ago; move history in with `hearth import events`";
            return Err(Refusal::new(Why::Late, words));
        }
        Ok(at_ms.min(received_ms))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_time_is_rfc_3339_or_seconds_or_milliseconds() {
        let at = Some(1_080_090_067_000);
        for text in [
            "1080090067",
            "1080090067.0",
            "1080090067000",
            " 1080090067 ",
            "2004-03-24T01:01:07Z",
            "2004-03-24T02:01:07+01:00",
            "2004-03-24 01:01:07Z",
            "2004-03-24T01:01:07",
            "2004-03-24T01:01:07.000000+00:00",
        ] {
            assert_eq!(parse(text), at, "{text}");
        }
        assert_eq!(parse("1080090067.25"), Some(1_080_090_067_250));
        for wrong in ["", "yesterday", "NaN", "inf", "-1", "1e300", "1080090067000000", "2004-13-01T00:00:00Z", "99"] {
            let found = parse(wrong);
            assert!(found.is_none() || wrong == "99", "{wrong} is {found:?}");
        }
    }

    #[test]
    fn a_number_that_is_a_day_as_well_as_seconds_is_in_doubt() {
        for (text, day) in [
            ("20240131", "2024-01-31"),
            (" 19970101 ", "1997-01-01"),
            ("20240131.0", "2024-01-31"),
            ("19700101", "1970-01-01"),
            ("21000101", "2100-01-01"),
        ] {
            assert_eq!(parse(text), None, "{text}");
            let words = doubt(text).unwrap();
            assert!(words.contains(&format!("the day {day}, or seconds since 1970 (1970-0")), "{words}");
        }
        let words = "`20240131` may be the day 2024-01-31, or seconds since 1970 (1970-08-23T06:15:31Z); \
            write it in the form of the one that it is";
        assert_eq!(doubt("20240131").as_deref(), Some(words));
        assert_eq!(parse("2024-01-31"), Some(1_706_659_200_000));
        assert_eq!(parse("1970-08-23T06:15:31Z"), Some(20_240_131_000));
        // No day of the calendar, or of no time that events are from.
        for text in ["20241301", "20240230", "19700100", "19691231", "21000102", "2024013", "20240131.5", "202401310"] {
            assert!(parse(text).is_some() && doubt(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_clock_that_is_wrong_does_not_move_events() {
        const RECEIVED: i64 = 1_767_225_600_000;
        let at = |said_ms, sent_ms| Clocks { said_ms, sent_ms, received_ms: RECEIVED }.happened_ms();
        let year = 365 * 86_400_000;
        assert_eq!(at(None, None), Ok(RECEIVED));
        assert_eq!(at(Some(RECEIVED - 5_000), None), Ok(RECEIVED - 5_000));
        for skew in [-year, -1, 0, 1, year] {
            let (said, sent) = (RECEIVED + skew - 9_000, RECEIVED + skew - 2_000);
            assert_eq!(at(Some(said), Some(sent)), Ok(RECEIVED - 7_000), "{skew}");
        }
    }

    #[test]
    fn event_future_ms_and_event_late_ms_are_the_ends_of_what_is_taken() {
        const RECEIVED: i64 = 1_767_225_600_000;
        let at = |said_ms| Clocks { said_ms: Some(said_ms), sent_ms: None, received_ms: RECEIVED }.happened_ms();
        assert_eq!(at(RECEIVED + limits::EVENT_FUTURE_MS), Ok(RECEIVED), "a little ahead is now");
        assert_eq!(at(RECEIVED + limits::EVENT_FUTURE_MS + 1).unwrap_err().why, Why::Future);
        assert_eq!(at(RECEIVED - limits::EVENT_LATE_MS), Ok(RECEIVED - limits::EVENT_LATE_MS));
        assert_eq!(at(RECEIVED - limits::EVENT_LATE_MS - 1).unwrap_err().why, Why::Late);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".{0,40}") {
            parse(&text);
        }

        #[test]
        fn no_clocks_break_it(said in 0..=LAST_MS, sent in 0..=LAST_MS, received in 0..=LAST_MS) {
            let clocks = Clocks { said_ms: Some(said), sent_ms: Some(sent), received_ms: received };
            if let Ok(at_ms) = clocks.happened_ms() {
                prop_assert!(at_ms <= received && at_ms >= received - limits::EVENT_LATE_MS);
            }
        }
    }
}
