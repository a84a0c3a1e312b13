//! `hearth insight segment`

use std::{path::Path, process::ExitCode};

use clap::{Args, Subcommand};
use hearth_insight::{reports::Table, segments::Command, withhold::LEAST};
use hearth_kernel::Result;
use serde_json::Value;

use super::{desk::Desk, insight};

#[derive(Subcommand)]
pub(super) enum Verb {
    /// List the segments, saved ones and those that are always there, with how many each meant when the last day was over.
    List(Place),
    /// Show what a segment means and meant, and how many came into it and went out of it day by day.
    Show {
        /// Which segment.
        name: String,
        #[command(flatten)]
        place: Place,
    },
    /// Say what a segment means from now on: a new one, or a new version.
    Set {
        /// Small letters, digits and -
        name: String,
        /// The rule, such as: lifecycle = "at-risk-week" and value >= top(20%)
        rule: String,
        #[command(flatten)]
        place: Place,
    },
    /// Show what changed from one version to another, in the rule and in how many members it would mean today.
    Diff {
        /// Which segment.
        name: String,
        /// The number of a version; left out, the one before the other.
        #[arg(long)]
        from: Option<i64>,
        /// The number of a version; left out, the newest.
        #[arg(long)]
        to: Option<i64>,
        #[command(flatten)]
        place: Place,
    },
    /// Count whom a rule means, without saving it; of any product's log with --events.
    Count {
        /// The rule.
        rule: String,
        /// Name them.
        #[arg(long)]
        members: bool,
        #[command(flatten)]
        common: insight::Common,
    },
    /// Name the members of a segment, where they are not few.
    Members {
        /// Which segment.
        name: String,
        /// How many.
        #[arg(long, default_value_t = 50, value_name = "COUNT")]
        most: usize,
        /// Those behind this name.
        #[arg(long, default_value = "", value_name = "MEMBER")]
        from: String,
        #[command(flatten)]
        place: Place,
    },
    /// Archive a segment: it is counted no more, and comes back with its next version.
    Remove {
        /// Which segment.
        name: String,
        /// Keep nothing of it.
        #[arg(long)]
        for_good: bool,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Args)]
pub(super) struct Place {
    /// Whose members: `home` is this server's, `import` who was moved in, others are other products'.
    #[arg(long, default_value = "home", value_name = "NAME")]
    workspace: String,
    /// Numbers of fewer members are withheld, and whatever they could be worked out from. With 1, nothing is.
    #[arg(long, default_value_t = LEAST, value_name = "MEMBERS", value_parser = clap::value_parser!(u64).range(1..))]
    least: u64,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(verb: Verb, file: Option<&Path>) -> Result<ExitCode> {
    let (words, command, is_json): (fn(&Value) -> String, Command, bool) = match verb {
        Verb::Count { rule, members, common } => {
            let rules = insight::Rules { rules: vec![format!("rule: {rule}")], members, common };
            return insight::run(insight::Verb::Rules(rules), file);
        }
        Verb::List(Place { workspace, least, json }) => (list, Command::ListSegments { workspace, least }, json),
        Verb::Show { name, place: Place { workspace, least, json } } => {
            (show, Command::ShowSegment { workspace, name, least }, json)
        }
        Verb::Set { name, rule, place: Place { workspace, json, .. } } => {
            (set, Command::SetSegment { workspace, name, rule }, json)
        }
        Verb::Diff { name, from, to, place: Place { workspace, least, json } } => {
            (diff, Command::DiffSegment { workspace, name, from, to, least }, json)
        }
        Verb::Members { name, most, from, place: Place { workspace, least, json } } => {
            (members, Command::MembersOfSegment { workspace, name, from, most, least }, json)
        }
        Verb::Remove { name, for_good, place: Place { workspace, json, .. } } => {
            (removed, Command::RemoveSegment { workspace, name, is_for_good: for_good }, json)
        }
    };
    let answer = Desk::ask_once(&super::load(file)?, command)?;
    if is_json {
        println!("{answer:#}");
    } else {
        print!("{}", words(&answer));
    }
    Ok(ExitCode::SUCCESS)
}

fn text(value: &Value, field: &str) -> String {
    match &value[field] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A number of members: withheld, not known, or not counted yet.
fn count(value: &Value, field: &str) -> String {
    if value["is_known"] == false {
        return "?".to_owned();
    }
    if value[field].is_null() && !value["day"].is_null() { "·".to_owned() } else { text(value, field) }
}

fn rows<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

fn list(answer: &Value) -> String {
    let mut table = Table::new("Segments", &["segment", "version", "members", "when over", "rule"]);
    for segment in rows(answer, "segments") {
        let version = if segment["is_built_in"] == true { "always".to_owned() } else { text(segment, "version") };
        let archived = if segment["archived_at_ms"].is_i64() { " (archived)" } else { "" };
        let name = format!("{}{archived}", text(segment, "name"));
        table.row([name, version, count(segment, "members"), text(segment, "day"), text(segment, "rule")]);
    }
    if let Some(message) = answer["scores"]["message"].as_str() {
        table.notes.push(format!("Of risk and reason nothing is known: {}", super::plain(message)));
    }
    table.to_string()
}

fn show(answer: &Value) -> String {
    let mut table = Table::new(format!("{}: {}", text(answer, "name"), text(answer, "rule")), &["version", "rule"]);
    rows(answer, "versions").iter().for_each(|row| table.row([text(row, "version"), text(row, "rule")]));
    let mut days = Table::new("Days", &["day", "version", "members", "came in", "went out"]);
    for day in rows(answer, "days") {
        let [members, entered, gone] = ["members", "entered", "gone"].map(|field| count(day, field));
        days.row([text(day, "day"), text(day, "version"), members, entered, gone]);
    }
    format!("{table}\n{days}")
}

fn set(answer: &Value) -> String {
    format!("{} means this from version {} on; it is being counted.\n", text(answer, "name"), text(answer, "version"))
}

fn diff(answer: &Value) -> String {
    let mut words = String::new();
    for part in rows(answer, "text") {
        let Some((what, part)) = part.as_object().and_then(|part| part.iter().next()) else { continue };
        let sign = match what.as_str() {
            "gone" => '-',
            "new" => '+',
            _ => ' ',
        };
        words.push_str(&format!("{sign} {}\n", part.as_str().unwrap_or_default()));
    }
    let mut table = Table::new("Members", &["version", "members", "stay", "came in", "went out"]);
    let count = |value: &Value| value.as_u64().map_or_else(|| "·".to_owned(), |count| count.to_string());
    let (from, to) = (&answer["from"], &answer["to"]);
    table.row([text(from, "version"), count(&from["members"])]);
    let moves = ["stay", "entered", "gone"].map(|field| count(&answer[field]));
    table.row([text(to, "version"), count(&to["members"])].into_iter().chain(moves));
    format!("{words}\n{table}")
}

fn members(answer: &Value) -> String {
    if let Some(message) = answer["message"].as_str() {
        return format!("{message}\n");
    }
    let title = format!("{} of {}", count(answer, "members"), text(answer, "name"));
    let mut table = Table::new(title, &["member", "since"]);
    rows(answer, "names").iter().for_each(|row| table.row([text(row, "member"), text(row, "since")]));
    if let Some(next) = answer["next"].as_str() {
        table.notes.push(format!("More with --from {next}"));
    }
    table.to_string()
}

fn removed(answer: &Value) -> String {
    let how = if answer["is_for_good"] == true { "gone for good" } else { "archived" };
    format!("{} is {how}.\n", text(answer, "name"))
}
