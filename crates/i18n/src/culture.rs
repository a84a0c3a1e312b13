//! A culture's customs: what its `culture.toml` says about everything but words. Every key is explained in
//! docs/cultures.md.

use serde::Deserialize;

use crate::{Tag, check::alike, occasion::Occasion, provenance::Provenance};

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Culture {
    /// The folder's name; not repeated in the file, so that the two cannot differ.
    #[serde(skip)]
    pub tag: Tag,
    /// Derived from `en` to find flaws of layout and text left in code: lists that people choose
    /// from leave it out.
    #[serde(skip)]
    pub is_pseudo: bool,
    /// In the culture's own language and script.
    pub name: String,
    pub direction: Direction,
    pub numerals: Numerals,
    pub calendar: Calendar,
    /// Whether occasions of other calendars than this one are shown.
    pub lunar_festivals: bool,
    pub first_day_of_week: Weekday,
    /// Days on which most people do not work.
    pub weekend: Vec<Weekday>,
    pub hour_cycle: HourCycle,
    pub name_order: NameOrder,
    pub politeness: Politeness,
    pub quiet_hours: QuietHours,
    pub density: Density,
    /// Emoji that people answer with, the most usual first.
    pub stickers: Vec<String>,
    pub favoured_sign_in: SignIn,
    /// In years, where the law or custom has one.
    pub minimum_age: Option<u8>,
    #[serde(default)]
    pub occasions: Vec<Occasion>,
    #[serde(default)]
    pub provenance: Provenance,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Ltr,
    Rtl,
}

/// Numbering systems, by their names in CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Numerals {
    Latn,
    Arab,
    Arabext,
    Beng,
    Deva,
    Hanidec,
    Khmr,
    Mymr,
    Thai,
}

/// Calendars, by their names in CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Calendar {
    Gregory,
    Buddhist,
    Chinese,
    Dangi,
    Hebrew,
    Indian,
    IslamicCivil,
    IslamicUmalqura,
    Japanese,
    Persian,
    Roc,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// How hours are counted, by CLDR's names: from 12 to 11, or from 0 to 23.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HourCycle {
    H12,
    H23,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameOrder {
    GivenFirst,
    FamilyFirst,
}

/// The voice in which the culture's texts are written, for whoever adds to them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Politeness {
    pub register: Register,
    /// The words that carry it, such as `Sie` or `です・ます`. Empty: the language has none.
    pub form: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Register {
    Informal,
    Polite,
    Formal,
}

/// When people do not want to be disturbed, by their own clock.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    pub from: TimeOfDay,
    pub to: TimeOfDay,
    /// When they end at weekends and on days off.
    pub to_on_days_off: TimeOfDay,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    Compact,
    Roomy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignIn {
    Password,
    QrCode,
    SingleSignOn,
}

/// Minutes after midnight, written `22:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct TimeOfDay(pub u16);

impl TryFrom<String> for TimeOfDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parsed = text.split_once(':').and_then(|(hour, minute)| {
            let is_two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            (is_two(hour) && is_two(minute)).then_some((hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?))
        });
        match parsed {
            Some((hour, minute)) if hour < 24 && minute < 60 => Ok(Self(hour * 60 + minute)),
            _ => Err(format!("`{text}` is not a time of day such as `07:30`")),
        }
    }
}

/// Sets of occasions are small: a culture has a dozen or two.
const OCCASIONS: usize = 100;
/// As many as an app shows of those that somebody used last.
const STICKERS: usize = 24;
/// Ages that a law has ever asked of who talks with others.
const AGES: std::ops::RangeInclusive<u8> = 1..=21;

impl Culture {
    pub(crate) fn parse(tag: Tag, text: &str) -> Result<Self, String> {
        let said = |words: String| format!("cultures/{tag}/culture.toml: {words}");
        let culture: Self = toml::from_str(text).map_err(|error| said(with_suggestion(&error)))?;
        culture.validate().map_err(said)?;
        Ok(Self { tag, ..culture })
    }

    fn validate(&self) -> Result<(), String> {
        if self.name.trim().is_empty() {
            return Err("`name` is empty; write what its speakers call it".to_owned());
        }
        if self.weekend.len() > 3 {
            return Err("`weekend` has more than three days".to_owned());
        }
        if self.minimum_age.is_some_and(|age| !AGES.contains(&age)) {
            return Err(format!("`minimum_age` is not between {} and {}", AGES.start(), AGES.end()));
        }
        if self.stickers.len() > STICKERS {
            return Err(format!("there are more than {STICKERS} stickers"));
        }
        let is_sign = |text: &str| !text.is_ascii() && !text.contains(char::is_whitespace);
        for (at, text) in self.stickers.iter().enumerate() {
            if !is_sign(text) || self.stickers[..at].contains(text) {
                return Err(format!("`stickers` has `{text}`, which is no emoji or there already"));
            }
        }
        if self.occasions.len() > OCCASIONS {
            return Err(format!("there are more than {OCCASIONS} occasions"));
        }
        self.provenance.validate()?;
        self.occasions.iter().try_for_each(Occasion::validate)
    }
}

/// The parser's words, which name the line; and of the names that it expected the one that was most likely meant.
fn with_suggestion(error: &toml::de::Error) -> String {
    let mut names = error.message().split('`').skip(1).step_by(2);
    let wrong = names.next().unwrap_or_default();
    match alike(wrong, names, 0.75) {
        Some(name) => format!("{error}Did you mean `{name}`?"),
        None => error.to_string(),
    }
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEBREW: &str = "
name = 'עברית'
direction = 'rtl'
numerals = 'latn'
calendar = 'gregory'
lunar_festivals = true
first_day_of_week = 'sunday'
weekend = ['friday', 'saturday']
hour_cycle = 'h23'
name_order = 'given-first'
politeness = { register = 'informal', form = '' }
quiet_hours = { from = '22:30', to = '07:00', to_on_days_off = '09:00' }
density = 'roomy'
stickers = ['👍', '❤️']
favoured_sign_in = 'password'
";

    fn parse(text: &str) -> Result<Culture, String> {
        Culture::parse("he".parse().unwrap(), text)
    }

    #[test]
    fn customs_are_read_and_the_tag_is_the_folders() {
        let culture = parse(HEBREW).unwrap();
        assert_eq!(culture.tag.to_string(), "he");
        assert_eq!(culture.direction.as_str(), "rtl");
        assert_eq!(culture.first_day_of_week, Weekday::Sunday);
        assert_eq!(culture.quiet_hours.from, TimeOfDay(22 * 60 + 30));
        assert_eq!(culture.minimum_age, None);
        assert!(!culture.is_pseudo);
    }

    #[test]
    fn what_is_misspelt_is_named_with_its_line_and_what_was_meant() {
        for (right, wrong, meant) in [
            ("direction =", "dirction =", "direction"),
            ("'gregory'", "'gregorian'", "gregory"),
            ("'friday'", "'fridays'", "friday"),
            ("register =", "registre =", "register"),
        ] {
            let error = parse(&HEBREW.replace(right, wrong)).unwrap_err();
            assert!(error.starts_with("cultures/he/culture.toml: TOML parse error at line "), "{error}");
            assert!(error.ends_with(&format!("Did you mean `{meant}`?")), "{error}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (right, wrong, words) in [
            ("'עברית'", "' '", "`name` is empty"),
            ("'22:30'", "'22:60'", "not a time of day"),
            ("'22:30'", "'+2:30'", "not a time of day"),
            ("['friday', ", "['monday', 'tuesday', 'friday', ", "more than three days"),
            ("density =", "minimum_age = 40\ndensity =", "`minimum_age` is not between"),
            ("density =", "tag = 'he'\ndensity =", "unknown field `tag`"),
            ("density = 'roomy'", "", "missing field `density`"),
            ("'👍'", "'+1'", "`stickers` has `+1`, which is no emoji"),
            ("'👍'", "'❤️'", "which is no emoji or there already"),
            ("'👍', ", &"'👍', ".repeat(STICKERS), "more than 24 stickers"),
        ] {
            let error = parse(&HEBREW.replace(right, wrong)).unwrap_err();
            assert!(error.contains(words), "{error}");
        }
        let many = "[[occasions]]\nname = 'x'\nmonth = 1\nday = 1\n".repeat(OCCASIONS + 1);
        assert!(parse(&format!("{HEBREW}{many}")).unwrap_err().contains("more than 100 occasions"));
    }
}
