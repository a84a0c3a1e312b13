//! Days, weeks and months as people of one place count them.

use hearth_kernel::{Error, Result};
use jiff::{
    Timestamp, ToSpan,
    civil::Date,
    tz::{Offset, TimeZone},
};
use serde::{Deserialize, Serialize};

const EPOCH: Date = jiff::civil::date(1970, 1, 1);
/// A day of Monday: weeks begin with it, as in ISO 8601.
const MONDAY: i32 = -3;

/// Tells the day of a moment. Days are numbered from 1970-01-01, by the clock of one place.
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: TimeZone,
    /// From when until when the last looked-up offset holds, in seconds since 1970.
    from: i64,
    until: i64,
    offset: i64,
}

impl Default for Calendar {
    fn default() -> Self {
        Self::new(TimeZone::UTC)
    }
}

impl Calendar {
    fn new(zone: TimeZone) -> Self {
        Self { zone, from: 0, until: 0, offset: 0 }
    }

    /// The calendar of a place, such as `Europe/London`.
    pub fn of(zone: &str) -> Result<Self> {
        let found = TimeZone::get(zone).map_err(|_| {
            Error::invalid_param(format!("there is no time zone `{zone}`; write one like UTC or Europe/London"))
        });
        Ok(Self::new(found?))
    }

    /// What to add to UTC at that moment, in seconds. The last answer is kept while it holds: logs are in order.
    fn offset(&mut self, at: i64) -> i64 {
        if (self.from..self.until).contains(&at) {
            return self.offset;
        }
        let moment = moment(at);
        let change = |next: Option<Timestamp>, none: i64| next.map_or(none, Timestamp::as_second);
        self.offset = i64::from(Offset::seconds(self.zone.to_offset(moment)));
        self.until = change(self.zone.following(moment).next().map(|change| change.timestamp()), i64::MAX);
        self.from = at;
        self.offset
    }

    pub fn day(&mut self, at: i64) -> i32 {
        (at + self.offset(at)).div_euclid(86_400) as i32
    }

    /// The hour of the week, 0 to 167, from Monday at midnight.
    pub fn hour_of_week(&mut self, at: i64) -> usize {
        let local = at + self.offset(at);
        (local.div_euclid(3_600) - i64::from(MONDAY) * 24 - 7 * 24).rem_euclid(168) as usize
    }

    /// The moment at which a day begins.
    pub fn begins(&self, day: i32) -> i64 {
        let start = date(day).to_zoned_datetime(self.zone.clone());
        start.map_or(i64::from(day) * 86_400, |start| start.timestamp().as_second())
    }

    /// A moment as people write it: a day (its beginning), a time with its offset, or seconds since 1970.
    pub fn parse(&self, text: &str) -> Result<i64> {
        let at = self.parse_any(text)?;
        if (0..=i64::from(u32::MAX)).contains(&at) {
            return Ok(at);
        }
        Err(Error::invalid_param(format!("`{text}` is no time between 1970 and 2106; numbers are seconds since 1970")))
    }

    fn parse_any(&self, text: &str) -> Result<i64> {
        if let Ok(at) = text.parse::<i64>() {
            return Ok(at);
        }
        if let Ok(day) = text.parse::<Date>()
            && text.len() == 10
        {
            return Ok(self.begins(number(day)));
        }
        let moment = text.parse::<Timestamp>().map_err(|_| {
            Error::invalid_param(format!(
                "`{text}` is no time; write 2016-05-01, 2016-05-01T12:00:00Z or seconds since 1970"
            ))
        });
        Ok(moment?.as_second())
    }
}

fn moment(at: i64) -> Timestamp {
    Timestamp::from_second(at.clamp(0, i64::from(u32::MAX))).unwrap_or_default()
}

/// The date of a numbered day.
pub fn date(day: i32) -> Date {
    EPOCH.saturating_add(i64::from(day).days())
}

fn number(date: Date) -> i32 {
    EPOCH.until(date).map_or(0, |span| span.get_days())
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    Day,
    Week,
    Month,
}

impl Period {
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// The number of the period that a day lies in.
    pub fn of(self, day: i32) -> i32 {
        match self {
            Self::Day => day,
            Self::Week => (day - MONDAY).div_euclid(7),
            Self::Month => {
                let date = date(day);
                (i32::from(date.year()) - 1970) * 12 + i32::from(date.month()) - 1
            }
        }
    }

    pub fn first_day(self, period: i32) -> i32 {
        match self {
            Self::Day => period,
            Self::Week => period * 7 + MONDAY,
            Self::Month => {
                let (years, month) = (period.div_euclid(12), period.rem_euclid(12) + 1);
                Date::new((years + 1970) as i16, month as i8, 1).map_or(0, number)
            }
        }
    }

    /// How many of these periods are over when this day is.
    pub fn last_whole(self, day: i32) -> i32 {
        self.of(day + 1) - 1
    }

    /// The period's name: its first day, or its month.
    pub fn name(self, period: i32) -> String {
        let first = date(self.first_day(period));
        match self {
            Self::Month => format!("{:04}-{:02}", first.year(), first.month()),
            Self::Day | Self::Week => first.to_string(),
        }
    }

    pub fn by_word(word: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|period| period.word() == word);
        found.ok_or_else(|| Error::invalid_param(format!("`{word}` is no period; there are day, week and month")))
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_places_own() {
        let mut london = Calendar::of("Europe/London").unwrap();
        let noon = |text: &str| text.parse::<Timestamp>().unwrap().as_second();
        assert_eq!(date(london.day(noon("2016-01-31T23:30:00Z"))).to_string(), "2016-01-31");
        assert_eq!(date(london.day(noon("2016-07-31T23:30:00Z"))).to_string(), "2016-08-01");
        // Out of order, and over the change of the clock.
        assert_eq!(date(london.day(noon("2016-01-31T23:30:00Z"))).to_string(), "2016-01-31");
        let change = london.day(noon("2016-03-27T12:00:00Z"));
        assert_eq!(london.begins(change + 1) - london.begins(change), 23 * 3_600);
        assert_eq!(london.parse("2016-07-01").unwrap(), noon("2016-06-30T23:00:00Z"));
        assert_eq!(london.parse("1467327600").unwrap(), 1_467_327_600);
        assert_eq!(london.parse("2016-07-01T00:00:00Z").unwrap(), noon("2016-07-01T00:00:00Z"));
        for wrong in ["yesterday", "-1", "1969-12-31T23:59:59Z", "1467327600000", "9999-12-31"] {
            assert!(london.parse(wrong).is_err(), "{wrong}");
        }
        assert!(Calendar::of("Europe/Atlantis").is_err());
    }

    #[test]
    fn a_week_begins_on_monday() {
        let mut calendar = Calendar::default();
        let monday = calendar.parse("2016-05-02").unwrap();
        assert_eq!(calendar.hour_of_week(monday), 0);
        assert_eq!(calendar.hour_of_week(monday - 1), 167);
        assert_eq!(calendar.hour_of_week(monday + 25 * 3_600), 25);
    }

    #[test]
    fn periods_follow_each_other_without_gaps() {
        for period in Period::ALL {
            for day in -800..20_000 {
                let number = period.of(day);
                assert!(period.first_day(number) <= day && day < period.first_day(number + 1));
                assert_eq!(period.last_whole(period.first_day(number)) == number, period == Period::Day);
                assert_eq!(period.last_whole(period.first_day(number + 1) - 1), number);
            }
        }
        assert_eq!(Period::Month.name(Period::Month.of(16_800)), "2015-12");
        assert_eq!(Period::Week.name(Period::Week.of(16_800)), "2015-12-28");
        assert_eq!(Period::Day.name(16_800), "2015-12-31");
    }
}
