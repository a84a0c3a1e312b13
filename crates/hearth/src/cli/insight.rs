//! `hearth insight`

use std::{path::Path, process::ExitCode};

use clap::{Args, Subcommand};
use hearth_app::Config;
use hearth_insight::{
    calendar::{Calendar, Period},
    reports::{Command, Named, Query, Report, Table, report},
    segments::{Kind, fields},
};
use hearth_kernel::{Error, Result};
use serde_json::Value;

use super::{desk::Desk, ingest, log::LogSource, segment};

#[derive(Subcommand)]
pub(super) enum Verb {
    /// How many members are in each state of their life here on each day, and how they move between states.
    Lifecycle(Common),
    /// Members by value (what others received from them) and activity, and who moved between the cells in 28 days.
    Grid(Common),
    /// How many members rules mean, and how far they mean the same ones.
    ///
    /// A rule tests fields, as in: drifting: lifecycle = "at-risk-week" and value >= top(20%) and not rooms > 10. With no rule, the
    /// fields are listed. See docs/modules/segments.md.
    Rules(Rules),
    /// The active of the day, of 7 and of 30 days, and how often the active of 30 days come.
    Stickiness(Common),
    /// New, kept, come back and gone members of each period, with the quick ratio.
    Growth(ByPeriod),
    /// How many of those who came in the same period are still there later.
    Cohorts(Cohorts),
    /// How soon newcomers get something out of it, and which early acts go with staying.
    Activation(Activation),
    /// What members use, again or once, and what they drop while they stay.
    Adoption(Common),
    /// How many different members are here in each hour of the week.
    Hours(Common),
    /// What does not work, by how many members it costs.
    Friction(Common),
    /// Bursts of complaints and accounts taken over, and how many of whom they touched left.
    Incidents(Incidents),
    /// What members looked for and did not find, by kind of need.
    Demand(Common),
    /// What it does to members that those leave with whom they talked.
    Contacts(Common),
    /// Segments: rules that are saved under a name, in versions, and counted every day.
    #[command(subcommand)]
    Segment(segment::Verb),
    #[command(flatten)]
    Ingest(ingest::Verb),
}

#[derive(Args)]
pub(super) struct Common {
    #[command(flatten)]
    log: LogSource,
    /// Only what happened before: a day (its beginning), a time such as 2016-05-01T12:00:00Z, or seconds since 1970. Left
    /// out, the whole log, of a workspace up to yesterday.
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
    /// Whose days are counted, such as Europe/London.
    #[arg(long, default_value = "UTC", value_name = "ZONE")]
    timezone: String,
    /// Numbers of fewer members are withheld, and whatever they could be worked out from. With 1, nothing is.
    #[arg(long, default_value_t = 10, value_name = "MEMBERS", value_parser = clap::value_parser!(u64).range(1..))]
    least: u64,
    /// How many days, or other periods, are shown: 1 to 400.
    #[arg(long, value_name = "COUNT")]
    periods: Option<u32>,
    /// What a kind of event stands for, where its name does not say it: word, reaction, friction, report, block,
    /// sign-in-failed, signed-in, unmet, passive, use or act. May be given more than once.
    #[arg(long = "class", value_name = "KIND=CLASS")]
    classes: Vec<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct ByPeriod {
    #[command(flatten)]
    common: Common,
    /// What is one period: day, week (from Monday) or month.
    #[arg(long, default_value = "week", value_name = "PERIOD", value_parser = period)]
    by: Period,
}

#[derive(Args)]
pub(super) struct Cohorts {
    #[command(flatten)]
    by_period: ByPeriod,
    /// Count who came back so many periods later or at any time after that, not in that period alone.
    #[arg(long)]
    unbounded: bool,
}

#[derive(Args)]
pub(super) struct Activation {
    /// The kind of event that is of value to a newcomer. Left out, it is that somebody turns to them.
    #[arg(long, value_name = "KIND")]
    value: Option<String>,
    #[command(flatten)]
    common: Common,
}

#[derive(Args)]
pub(super) struct Incidents {
    /// Name who was complained about, and those touched where they are many.
    #[arg(long)]
    members: bool,
    #[command(flatten)]
    common: Common,
}

#[derive(Args)]
pub(super) struct Rules {
    /// Rules with their names.
    #[arg(value_name = "NAME: RULE")]
    pub(super) rules: Vec<String>,
    /// Name the members of each.
    #[arg(long)]
    pub(super) members: bool,
    #[command(flatten)]
    pub(super) common: Common,
}

fn period(word: &str) -> std::result::Result<Period, String> {
    Period::by_word(word).map_err(|error| error.message.into_owned())
}

pub(super) fn run(verb: Verb, file: Option<&Path>) -> Result<ExitCode> {
    let (asked, common, query) = match verb {
        Verb::Lifecycle(common) => (Report::Lifecycle, common, Query::default()),
        Verb::Grid(common) => (Report::Grid, common, Query::default()),
        Verb::Rules(Rules { rules, .. }) if rules.is_empty() => {
            list_fields();
            return Ok(ExitCode::SUCCESS);
        }
        Verb::Rules(Rules { rules, members, common }) => {
            let rules = rules.iter().map(|rule| Named::parse(rule)).collect::<Result<_>>()?;
            (Report::Rules, common, Query { rules, lists_members: members, ..Query::default() })
        }
        Verb::Stickiness(common) => (Report::Stickiness, common, Query::default()),
        Verb::Growth(ByPeriod { common, by }) => (Report::Growth, common, Query { period: by, ..Query::default() }),
        Verb::Cohorts(Cohorts { by_period: ByPeriod { common, by }, unbounded }) => {
            (Report::Cohorts, common, Query { period: by, is_unbounded: unbounded, ..Query::default() })
        }
        Verb::Activation(Activation { value, common }) => {
            (Report::Activation, common, Query { value_kind: value, ..Query::default() })
        }
        Verb::Adoption(common) => (Report::Adoption, common, Query::default()),
        Verb::Hours(common) => (Report::Hours, common, Query::default()),
        Verb::Friction(common) => (Report::Friction, common, Query::default()),
        Verb::Incidents(Incidents { members, common }) => {
            (Report::Incidents, common, Query { lists_members: members, ..Query::default() })
        }
        Verb::Demand(common) => (Report::Demand, common, Query::default()),
        Verb::Contacts(common) => (Report::Contacts, common, Query::default()),
        Verb::Segment(verb) => return segment::run(verb, file),
        Verb::Ingest(verb) => return ingest::run(verb, &super::load(file)?),
    };
    if common.log.events.is_none() {
        return live(asked, &common, &query, &super::load(file)?);
    }
    let Common { log, as_of, timezone, least, periods, classes, json } = common;
    let calendar = Calendar::of(&timezone)?;
    let as_of = as_of.map(|text| calendar.parse(&text)).transpose()?;
    let log = log.read(file)?.of_people();
    let answer = report(&log, asked, &Query { as_of, calendar, least, periods, classes, ..query })?;
    let tables: Vec<String> = answer.tables.iter().map(ToString::to_string).collect();
    show(&answer.value, &tables, least, json)
}

/// The same of what the server keeps: asked through its socket, or read here when it is stopped.
fn live(asked: Report, common: &Common, query: &Query, config: &Config) -> Result<ExitCode> {
    let Common { log, as_of, timezone, least, periods, classes, json } = common;
    let mut parameters: Vec<(&str, String)> = vec![
        ("workspace", log.workspace.clone()),
        ("timezone", timezone.clone()),
        ("least", least.to_string()),
        ("by", query.period.word().to_owned()),
        ("unbounded", query.is_unbounded.to_string()),
        ("members", query.lists_members.to_string()),
    ];
    parameters.extend(as_of.iter().map(|text| ("as_of", text.clone())));
    parameters.extend(periods.map(|periods| ("periods", periods.to_string())));
    parameters.extend(query.value_kind.iter().map(|kind| ("value", kind.clone())));
    parameters.extend(classes.iter().map(|class| ("class", class.clone())));
    parameters.extend(query.rules.iter().map(|named| ("rule", named.text.clone())));
    let parameters = parameters.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    let command = Command::Report { report: asked.name().to_owned(), parameters };
    let answer = Desk::ask_once(config, command)?;
    let texts = answer["tables"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let tables: Vec<String> = texts.map(str::to_owned).collect();
    show(&answer["report"], &tables, *least, *json)
}

fn show(report: &Value, tables: &[String], least: u64, json: bool) -> Result<ExitCode> {
    if json {
        let text = serde_json::to_string_pretty(report);
        println!("{}", text.map_err(|error| Error::internal("the answer is no JSON").caused_by(error))?);
    } else {
        print!("{}", tables.join("\n"));
        let guessed = report["classes_guessed"].as_object().into_iter().flatten();
        let guessed: Vec<String> =
            guessed.map(|(kind, class)| format!("{kind}={}", class.as_str().unwrap_or_default())).collect();
        if !guessed.is_empty() {
            println!("\nTaken for what their names sound like: {}. Say otherwise with --class.", guessed.join(", "));
        }
        if least > 1 {
            println!("\n· stands for numbers withheld: fewer than {least} members, or what would tell them.");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn list_fields() {
    let mut table = Table::new("Fields that a rule may ask for", &["field", "what it is", "meaning"]);
    for field in fields() {
        let kind = match field.kind {
            Kind::Number => "number".to_owned(),
            Kind::Word(words) | Kind::Level(words) => words.join(", "),
        };
        table.row([field.name.to_owned(), kind, field.doc.to_owned()]);
    }
    print!("{table}");
}
