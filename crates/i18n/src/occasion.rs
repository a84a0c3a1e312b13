//! Days that are unlike others: festivals, days off, days of mourning.

use serde::Deserialize;

use crate::culture::{Calendar, Weekday};

/// Which day it is follows from a rule: a day of a month, a weekday of a month, or its distance from Easter. Dates that
/// somebody has announced stand in place of the rule in their years, or alone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    /// In the culture's own language, as is the greeting.
    pub name: String,
    /// What people wish each other. Empty: nothing.
    #[serde(default)]
    pub greeting: String,
    /// Most people do not work.
    #[serde(default)]
    pub day_off: bool,
    /// A day of mourning or remembrance: nothing cheerful is shown.
    #[serde(default)]
    pub sensitive: bool,
    /// How long it lasts.
    #[serde(default = "one")]
    pub days: u8,
    /// The calendar of `month` and `day`: any but the Hebrew one, whose months have no numbers that all agree on.
    #[serde(default = "gregory")]
    pub calendar: Calendar,
    /// 1 is the calendar's first. A leap month is never meant.
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub weekday: Option<Weekday>,
    /// Which of the month's such weekdays; -1 is the last.
    pub nth: Option<i8>,
    /// Days after Easter Sunday of the western churches.
    pub easter: Option<i16>,
    /// Days after Easter Sunday of the orthodox churches.
    pub orthodox_easter: Option<i16>,
    /// As `2026-11-08`: for calendars that no library computes, and for years in which a rule is a day off.
    #[serde(default)]
    pub dates: Vec<String>,
}

fn one() -> u8 {
    1
}

fn gregory() -> Calendar {
    Calendar::Gregory
}

/// The longest that one lasts, in days.
const DAYS: u8 = 15;
/// Dates that one lists.
const DATES: usize = 50;

impl Occasion {
    /// Says what is wrong, and what to write.
    pub(crate) fn validate(&self) -> Result<(), String> {
        let fault = if self.name.trim().is_empty() {
            Some("has no name")
        } else if self.sensitive && !self.greeting.is_empty() {
            Some("is sensitive and has a greeting; it can be only one of the two")
        } else if !(1..=DAYS).contains(&self.days) {
            Some("has `days` that are not between 1 and 15")
        } else {
            self.fault_of_rule()
        };
        fault.map_or(Ok(()), |fault| Err(format!("the occasion “{}” {fault}", self.name)))
    }

    fn fault_of_rule(&self) -> Option<&'static str> {
        if self.dates.len() > DATES || !self.dates.iter().all(|date| is_date(date)) {
            return Some("has `dates` that are not all as `2026-11-08`, or more than 50");
        }
        match (self.month, self.day, self.weekday, self.nth, self.easter, self.orthodox_easter) {
            (Some(month), Some(day), None, None, None, None) => self.fault_of_day(month, day),
            (Some(1..=12), None, Some(_), Some(-1 | 1..=4), None, None) if self.calendar == Calendar::Gregory => None,
            (None, None, None, None, Some(-100..=100), None) | (None, None, None, None, None, Some(-100..=100)) => None,
            (None, None, None, None, None, None) if !self.dates.is_empty() => None,
            _ => Some(
                "needs exactly one rule: `month` and `day`; `month`, `weekday` and `nth` (1 to 4, or -1 for the last); \
                 `easter` or `orthodox_easter` (days after it, 100 at most); or `dates` alone",
            ),
        }
    }

    fn fault_of_day(&self, month: u8, day: u8) -> Option<&'static str> {
        let longest = match (self.calendar, month) {
            (Calendar::Gregory | Calendar::Japanese | Calendar::Roc | Calendar::Buddhist, _) => days_of(month),
            (Calendar::Chinese | Calendar::Dangi | Calendar::IslamicCivil | Calendar::IslamicUmalqura, 1..=12) => 30,
            (Calendar::Indian | Calendar::Persian, 1..=12) => 31,
            _ => 0,
        };
        (!(1..=longest).contains(&day)).then_some("is on a day that its calendar does not have")
    }
}

/// Of a month in a leap year.
fn days_of(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

pub(crate) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = |part: &str| part.parse::<u8>().unwrap_or_default();
    digits(year, 4) && digits(month, 2) && digits(day, 2) && (1..=days_of(number(month))).contains(&number(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(rule: &str) -> Option<String> {
        let occasion: Occasion = toml::from_str(&format!("name = 'Day'\n{rule}")).unwrap();
        occasion.validate().err()
    }

    #[test]
    fn each_rule_is_understood() {
        for rule in [
            "month = 2\nday = 29",
            "calendar = 'chinese'\nmonth = 1\nday = 1\ndays = 15",
            "calendar = 'islamic-umalqura'\nmonth = 10\nday = 1",
            "month = 11\nweekday = 'thursday'\nnth = 4",
            "month = 5\nweekday = 'monday'\nnth = -1",
            "easter = -2\nsensitive = true",
            "orthodox_easter = 0",
            "calendar = 'chinese'\nmonth = 1\nday = 1\ndates = ['2027-02-06']",
            "dates = ['2026-11-08', '2028-02-29']",
        ] {
            assert_eq!(fault(rule), None, "{rule}");
        }
    }

    #[test]
    fn a_rule_that_names_no_day_is_refused() {
        for rule in ["", "month = 1", "month = 1\nday = 1\neaster = 0", "month = 5\nweekday = 'monday'\nnth = 5"] {
            assert!(fault(rule).unwrap().contains("needs exactly one rule"), "{rule}");
        }
        for rule in ["month = 2\nday = 30", "month = 13\nday = 1", "calendar = 'chinese'\nmonth = 1\nday = 31"] {
            assert!(fault(rule).unwrap().contains("its calendar does not have"), "{rule}");
        }
        for date in ["2026-13-01", "2026-1-1", "soon", "2026-02-30"] {
            assert!(fault(&format!("dates = ['{date}']")).unwrap().contains("`dates`"), "{date}");
        }
    }

    #[test]
    fn mourning_has_no_greeting() {
        let fault = fault("month = 1\nday = 1\nsensitive = true\ngreeting = 'Hurray'").unwrap();
        assert!(fault.contains("only one of the two"));
        assert!(super::tests::fault("month = 1\nday = 1\ndays = 16").is_some());
    }
}
