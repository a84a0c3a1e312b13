//! A day of the calendar, by UTC: what the log is divided by.

use std::fmt;

use hearth_kernel::{Error, Result};
use jiff::{ToSpan, civil::Date};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
const FIRST: Date = jiff::civil::date(1970, 1, 1);
/// 9999-12-31.
const LAST: i64 = 2_932_896;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day of a moment. What lies before 1970 or after the year 9999 is counted to the nearest day.
    pub fn of(at_ms: i64) -> Self {
        Self(at_ms.div_euclid(DAY_MS).clamp(0, LAST) as i32)
    }

    /// The day of this number, counted from 1970.
    pub fn numbered(number: i64) -> Self {
        Self(number.clamp(0, LAST) as i32)
    }

    pub fn number(self) -> i64 {
        i64::from(self.0)
    }

    pub fn starts_ms(self) -> i64 {
        i64::from(self.0) * DAY_MS
    }

    pub fn ends_ms(self) -> i64 {
        self.starts_ms() + DAY_MS
    }

    /// So many days before this one.
    #[must_use]
    pub fn before(self, days: i64) -> Self {
        Self((i64::from(self.0) - days).clamp(0, LAST) as i32)
    }

    /// Reads `2026-01-31`.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || Error::invalid_param(format!("`{text}` is not a day; write it like 2026-01-31"));
        let date: Date = text.parse().map_err(|_| wrong())?;
        let days = (date - FIRST).get_days();
        if (0..=LAST as i32).contains(&days) { Ok(Self(days)) } else { Err(wrong()) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = FIRST.checked_add(self.0.days()).map_err(|_| fmt::Error)?;
        write!(out, "{date}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (at_ms, name) in [
            (0, "1970-01-01"),
            (1_767_225_599_999, "2025-12-31"),
            (1_767_225_600_000, "2026-01-01"),
            (i64::MIN, "1970-01-01"),
            (i64::MAX, "9999-12-31"),
        ] {
            let day = Day::of(at_ms);
            assert_eq!((day.to_string().as_str(), Day::parse(name).unwrap()), (name, day));
        }
        assert_eq!(Day::of(1_767_225_600_000).before(1).to_string(), "2025-12-31");
        for wrong in ["", "2026-02-30", "1969-12-31", "yesterday", "2026-1-1T00"] {
            assert!(Day::parse(wrong).unwrap_err().message.contains("2026-01-31"), "{wrong}");
        }
    }
}
