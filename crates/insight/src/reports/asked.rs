//! A question to what the server keeps, as parameters with names: by the admin interface and by the command line.

use hearth_kernel::{Error, Result};

use super::{
    query::{Query, Report},
    rules::Named,
};
use crate::{
    calendar::{Calendar, Period},
    nearest::nearest,
    signals::{Day, Workspace},
};

const PARAMETERS: [&str; 11] =
    ["workspace", "as_of", "timezone", "least", "periods", "by", "unbounded", "value", "rule", "class", "members"];

/// A report on a workspace.
#[derive(Clone, Debug)]
pub struct Asked {
    pub(super) report: Report,
    pub(super) workspace: Workspace,
    pub(super) query: Query,
    /// By name, so that the same question is the same.
    parameters: Vec<(String, String)>,
}

impl Asked {
    /// Reads the parameters. `rule` and `class` may come more than once; of another the last one holds.
    pub fn parse(report: &str, mut parameters: Vec<(String, String)>) -> Result<Self> {
        let report = Report::by_name(report)?;
        let (mut workspace, mut query, mut as_of) = (Workspace::home(), Query::default(), None);
        for (name, text) in &parameters {
            match name.as_str() {
                "workspace" => workspace = Workspace::parse(text)?,
                "as_of" => as_of = Some(text),
                "timezone" => query.calendar = Calendar::of(text)?,
                "least" => query.least = u64::from(number(name, text)?),
                "periods" => query.periods = Some(number(name, text)?),
                "by" => query.period = Period::by_word(text)?,
                "unbounded" => query.is_unbounded = is_set(name, text)?,
                "members" => query.lists_members = is_set(name, text)?,
                "value" => query.value_kind = Some(text.clone()),
                "rule" => query.rules.push(Named::parse(text)?),
                "class" => query.classes.push(text.clone()),
                _ => {
                    let nearest = nearest(name, PARAMETERS);
                    let message = format!("a report has no parameter `{name}`; the nearest is `{nearest}`");
                    return Err(Error::invalid_param(message));
                }
            }
        }
        query.as_of = as_of.map(|text| query.calendar.parse(text)).transpose()?;
        parameters.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(Self { report, workspace, query, parameters })
    }

    /// The last day that needs to be read.
    pub(super) fn until(&self) -> Option<Day> {
        self.query.as_of.map(|at| Day::of(at.saturating_mul(1_000)))
    }
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        let of = |asked: &Self| (asked.report, asked.workspace.clone());
        of(self) == of(other) && self.parameters == other.parameters
    }
}

fn number(name: &str, text: &str) -> Result<u32> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Error::invalid_param(format!("`{name}` is a whole number from 1, and not `{text}`")))
}

/// A switch, which its name alone turns on.
fn is_set(name: &str, text: &str) -> Result<bool> {
    match text {
        "" | "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Error::invalid_param(format!("`{name}` is true or false, and not `{text}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(parameters: &[(&str, &str)]) -> Result<Asked> {
        let parameters = parameters.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        Asked::parse("cohorts", parameters.collect())
    }

    #[test]
    fn a_question_is_read_by_names() {
        let first = asked(&[
            ("workspace", "shop"),
            ("as_of", "2016-05-01"),
            ("timezone", "Europe/London"),
            ("least", "3"),
            ("periods", "7"),
            ("by", "month"),
            ("unbounded", ""),
            ("members", "false"),
        ]);
        let first = first.unwrap();
        let query = &first.query;
        // By the clock of London, an hour ahead in May.
        assert_eq!(query.as_of, Some(1_462_057_200));
        assert_eq!(first.until(), Some(Day::parse("2016-04-30").unwrap()));
        assert_eq!((query.least, query.periods, query.period), (3, Some(7), Period::Month));
        assert_eq!((query.is_unbounded, query.lists_members, first.workspace.as_str()), (true, false, "shop"));
        assert_eq!(asked(&[("least", "3"), ("by", "day")]).unwrap(), asked(&[("by", "day"), ("least", "3")]).unwrap());
        assert_ne!(asked(&[("least", "3")]).unwrap(), asked(&[]).unwrap());
    }

    #[test]
    fn what_is_asked_wrongly_is_said() {
        for (name, text, says) in [
            ("perods", "7", "the nearest is `periods`"),
            ("least", "0", "`least` is a whole number from 1, and not `0`"),
            ("periods", "many", "and not `many`"),
            ("by", "year", "there are day, week and month"),
            ("unbounded", "yes", "`unbounded` is true or false"),
            ("timezone", "Mars", "no time zone `Mars`"),
            ("as_of", "soon", "`soon` is no time"),
            ("rule", "a: lifecyle = 1", "lifecycle"),
        ] {
            let error = asked(&[(name, text)]).unwrap_err();
            assert!(error.message.contains(says), "{name}: {}", error.message);
        }
        assert!(Asked::parse("cohrts", Vec::new()).unwrap_err().message.contains("the nearest is `cohorts`"));
    }
}
