//! A feature's number as a person reads it: models read logarithms and seconds, people days, shares and times as much.

use serde::Serialize;

/// What a number is of. Its words are `churn-value-UNIT` in every culture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Number,
    Days,
    Hours,
    Minutes,
    Seconds,
    Percent,
    Times,
}

impl Unit {
    pub const ALL: [Self; 7] =
        [Self::Number, Self::Days, Self::Hours, Self::Minutes, Self::Seconds, Self::Percent, Self::Times];

    /// Its name in files and in the keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Minutes => "minutes",
            Self::Seconds => "seconds",
            Self::Percent => "percent",
            Self::Times => "times",
        }
    }
}

/// A number with its unit, with no more digits than anybody reads.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Shown {
    pub unit: Unit,
    pub number: f64,
}

/// How the number of a feature is kept.
#[derive(Clone, Copy)]
enum Kept {
    Plain(Unit),
    /// A part of one.
    Share,
    /// The logarithm of a part by a whole.
    LogRatio,
    /// The logarithm of a count and one.
    LogCount,
    /// The mean of such logarithms of seconds.
    LogSeconds,
}

fn kept(feature: &str) -> Kept {
    match feature {
        "recency" | "gap-mean" | "gap-median" | "gap-deviation" | "gap-longest" | "gap-p90" | "tenure"
        | "main-room-silence" | "received-ago" | "contacts-silence" | "expected-days" => Kept::Plain(Unit::Days),
        "recency-by-median-gap" | "recency-by-mean-gap" | "recency-by-longest-gap" => Kept::Plain(Unit::Times),
        "trend-3d-14d"
        | "trend-7d-30d"
        | "trend-14d-90d"
        | "days-this-week-by-last"
        | "days-fortnight-by-last"
        | "main-room-trend"
        | "received-trend"
        | "received-by-sent"
        | "answered-share"
        | "begun-share" => Kept::LogRatio,
        "pause-survival"
        | "recency-by-tenure"
        | "days-by-tenure"
        | "weeks-active"
        | "alive"
        | "contacts-concentration"
        | "contacts-risk"
        | "hours-drift"
        | "weekdays-drift" => Kept::Share,
        "my-latency" | "their-latency" => Kept::LogSeconds,
        "contacts-traces" => Kept::LogCount,
        _ if feature.ends_with("-share") || feature.ends_with("-evenness") || feature.starts_with("quarter-") => {
            Kept::Share
        }
        _ => Kept::Plain(Unit::Number),
    }
}

impl Shown {
    /// The number of a feature; none where it is not known.
    pub fn of(feature: &str, value: f32) -> Option<Self> {
        let value = f64::from(value);
        let (unit, number) = match kept(feature) {
            Kept::Plain(unit) => (unit, value),
            Kept::Share => (Unit::Percent, value * 100.0),
            Kept::LogRatio => (Unit::Percent, value.exp() * 100.0),
            Kept::LogCount => (Unit::Number, value.exp_m1()),
            Kept::LogSeconds => duration(value.exp_m1()),
        };
        // A tenth of a day matters, and of a hundred days does not.
        let number = if number.abs() < 10.0 { (number * 10.0).round() / 10.0 } else { number.round() };
        number.is_finite().then_some(Self { unit, number })
    }
}

/// In the largest unit of which there is one.
fn duration(seconds: f64) -> (Unit, f64) {
    let units = [(Unit::Days, 86_400.0), (Unit::Hours, 3_600.0), (Unit::Minutes, 60.0)];
    let unit = units.into_iter().find(|(_, length)| seconds >= *length);
    unit.map_or((Unit::Seconds, seconds), |(unit, length)| (unit, seconds / length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::churn::model;

    #[test]
    fn numbers_are_shown_as_people_count() {
        let shown = |feature, value: f64| Shown::of(feature, value as f32).map(|shown| (shown.unit, shown.number));
        for (feature, value, unit, number) in [
            ("recency", 3.09, Unit::Days, 3.1),
            ("recency", 131.4, Unit::Days, 131.0),
            ("recency-by-median-gap", 2.5, Unit::Times, 2.5),
            ("trend-7d-30d", 0.5_f64.ln(), Unit::Percent, 50.0),
            ("answered-share", 0.0, Unit::Percent, 100.0),
            ("weekend-share", 0.285_714, Unit::Percent, 29.0),
            ("my-latency", 31.0_f64.ln(), Unit::Seconds, 30.0),
            ("my-latency", 91.0_f64.ln(), Unit::Minutes, 1.5),
            ("their-latency", 7_201.0_f64.ln(), Unit::Hours, 2.0),
            ("their-latency", 259_201.0_f64.ln(), Unit::Days, 3.0),
            ("contacts-traces", 5.0_f64.ln(), Unit::Number, 4.0),
            ("alive", 0.123, Unit::Percent, 12.0),
            ("traces-7d", 41.0, Unit::Number, 41.0),
        ] {
            assert_eq!(shown(feature, value), Some((unit, number)), "{feature}");
        }
        assert_eq!((shown("recency", f64::NAN), shown("my-latency", 1e9)), (None, None));
    }

    #[test]
    fn what_is_named_here_is_a_column_of_the_model() {
        let source = include_str!("shown.rs");
        let table = source.split("match feature {").nth(1).and_then(|rest| rest.split("_ if").next()).expect("a table");
        let columns: Vec<&str> = model::columns().collect();
        let named: Vec<&str> = table.split('"').skip(1).step_by(2).collect();
        assert!(named.len() > 20);
        assert!(named.iter().all(|name| columns.contains(name)), "{named:?}");
    }
}
