//! A question to a log, and its answer.

use hearth_kernel::{Error, Result, limits::REPORT_PERIODS};
use serde_json::Value;

use super::{
    activation, adoption, cohorts, contacts, demand, friction, grid, growth, hours, incidents, lifecycle,
    rules::{self, Named},
    stickiness,
    table::Table,
    view::View,
};
use crate::{
    calendar::{Calendar, Period},
    churn::log::Log,
    features,
    nearest::nearest,
    segments::Said,
    withhold::LEAST,
};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    Lifecycle,
    Grid,
    Rules,
    Stickiness,
    Growth,
    Cohorts,
    Activation,
    Adoption,
    Hours,
    Friction,
    Incidents,
    Demand,
    Contacts,
}

/// The reports by name, with what each tells.
pub const REPORTS: &[(&str, Report, &str)] = &[
    ("lifecycle", Report::Lifecycle, "how many members are in each state of their life here, and how they move"),
    ("grid", Report::Grid, "members by what they are worth to others and by how often they are here"),
    ("rules", Report::Rules, "how many members rules mean, and how many they share"),
    ("stickiness", Report::Stickiness, "the active of the day, week and month, and how often they come"),
    ("growth", Report::Growth, "new, kept, come back and gone members of each period"),
    ("cohorts", Report::Cohorts, "how many of those who came together are still there"),
    (
        "activation",
        Report::Activation,
        "how soon newcomers get something out of it, and which early acts go with staying",
    ),
    ("adoption", Report::Adoption, "what members use, again or once, and what they drop"),
    ("hours", Report::Hours, "when in the week members are here"),
    ("friction", Report::Friction, "what does not work, by the members that it costs"),
    (
        "incidents",
        Report::Incidents,
        "bursts of complaints and accounts taken over, and what became of whom they touched",
    ),
    ("demand", Report::Demand, "what members looked for and did not find"),
    ("contacts", Report::Contacts, "what it does to members that those leave with whom they talked"),
];

impl Report {
    pub fn name(self) -> &'static str {
        REPORTS.iter().find(|(_, report, _)| *report == self).map_or("", |(name, ..)| name)
    }

    pub fn by_name(name: &str) -> Result<Self> {
        let found = REPORTS.iter().find(|(known, ..)| *known == name);
        found.map(|(_, report, _)| *report).ok_or_else(|| {
            let known: Vec<&str> = REPORTS.iter().map(|(known, ..)| *known).collect();
            let nearest = nearest(name, known.iter().copied());
            let known = known.join(", ");
            Error::not_found(format!("there is no report `{name}`; the nearest is `{nearest}`; there are {known}"))
        })
    }
}

/// How it is asked.
#[derive(Clone, Debug)]
pub struct Query {
    /// The moment up to which the log is known; left out, the end of its last day that is over.
    pub as_of: Option<i64>,
    /// The time, where the log is one that goes on: its newest day may not be over yet.
    pub now: Option<i64>,
    /// Whose days are counted.
    pub calendar: Calendar,
    /// Cells of fewer members are withheld.
    pub least: u64,
    /// What counts as one period, where a report goes by periods.
    pub period: Period,
    /// How many of them are shown.
    pub periods: Option<u32>,
    /// In cohorts: who came back at that age or later, not at that age alone.
    pub is_unbounded: bool,
    /// What kinds stand for, where their names do not say it: `kind=class`.
    pub classes: Vec<String>,
    /// The rules that are laid beside each other.
    pub rules: Vec<Named>,
    /// Who will leave, for the rules that ask for it.
    pub said: Said,
    /// Whether the members of each are named.
    pub lists_members: bool,
    /// In activation: the kind that is of value to a newcomer; left out, that somebody turns to them.
    pub value_kind: Option<String>,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            as_of: None,
            now: None,
            calendar: Calendar::default(),
            least: LEAST,
            period: Period::Week,
            periods: None,
            is_unbounded: false,
            classes: Vec::new(),
            rules: Vec::new(),
            said: Said::default(),
            lists_members: false,
            value_kind: None,
        }
    }
}

/// What a report says: for programs, and for people at a terminal.
#[derive(Clone, Debug)]
pub struct Answer {
    pub value: Value,
    pub tables: Vec<Table>,
}

impl Answer {
    pub(super) fn new(view: &View<'_>, mut value: Value, tables: Vec<Table>) -> Self {
        value["last_day"] = view.day_name(view.last_day).into();
        value["withheld_under"] = view.least.into();
        let kind = |kind: u32| features::Class::bare(view.log.kinds.name(kind)).to_owned();
        let guessed = view.classes.guessed().map(|(number, class)| (kind(number), class.into()));
        value["classes_guessed"] = guessed.collect::<serde_json::Map<String, Value>>().into();
        Self { value, tables }
    }
}

/// Asks a log.
pub fn report(log: &Log, report: Report, query: &Query) -> Result<Answer> {
    if query.periods.is_some_and(|periods| !(1..=REPORT_PERIODS).contains(&periods)) {
        return Err(Error::invalid_param(format!("an answer has 1 to {REPORT_PERIODS} periods")));
    }
    let view = View::new(log, query)?;
    Ok(match report {
        Report::Lifecycle => lifecycle::lifecycle(&view, query),
        Report::Grid => grid::grid(&view, query),
        Report::Rules => rules::rules(&view, query)?,
        Report::Stickiness => stickiness::stickiness(&view, query),
        Report::Growth => growth::growth(&view, query),
        Report::Cohorts => cohorts::cohorts(&view, query),
        Report::Activation => activation::activation(&view, query)?,
        Report::Adoption => adoption::adoption(&view),
        Report::Hours => hours::hours(&view),
        Report::Friction => friction::friction(&view),
        Report::Incidents => incidents::incidents(&view, query),
        Report::Demand => demand::demand(&view),
        Report::Contacts => contacts::contacts(&view),
    })
}
