//! A culture's customs: what its `culture.toml` says about everything but words.

use serde::Deserialize;

use crate::Tag;

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
    /// A CLDR numbering system, such as `latn`.
    pub numerals: String,
    /// A CLDR calendar, such as `gregory`.
    pub calendar: String,
    pub first_day_of_week: Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Ltr,
    Rtl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Culture {
    pub(crate) fn parse(tag: Tag, text: &str) -> Result<Self, String> {
        let culture: Self = toml::from_str(text).map_err(|error| format!("cultures/{tag}/culture.toml: {error}"))?;
        Ok(Self { tag, ..culture })
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

    const HEBREW: &str = "name = 'עברית'\ndirection = 'rtl'\nnumerals = 'latn'\n\
                          calendar = 'gregory'\nfirst_day_of_week = 'sunday'\n";

    #[test]
    fn customs_are_read_and_the_tag_is_the_folders() {
        let culture = Culture::parse("he".parse().unwrap(), HEBREW).unwrap();
        assert_eq!(culture.tag.to_string(), "he");
        assert_eq!(culture.direction.as_str(), "rtl");
        assert_eq!(culture.first_day_of_week, Day::Sunday);
        assert!(!culture.is_pseudo);
    }

    #[test]
    fn a_custom_that_is_missing_or_unknown_is_refused_with_the_files_name() {
        for text in [HEBREW.replace("direction", "dirction"), format!("{HEBREW}tag = 'he'")] {
            let error = Culture::parse("he".parse().unwrap(), &text).unwrap_err();
            assert!(error.starts_with("cultures/he/culture.toml: "), "{error}");
        }
    }
}
