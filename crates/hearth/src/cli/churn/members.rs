//! Who is likely to leave now, and why: of a log, or of what the server says of its own.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use clap::Args;
use hearth_app::Config;
use hearth_i18n::{Cultures, Tag};
use hearth_insight::{
    calendar::Calendar,
    churn::{
        engine::{Learned, Scored},
        log::Log,
        model::CURVE,
        reason, registry,
    },
    features::DAY,
    scores::{self, LEAST_ACTIVE},
};
use hearth_kernel::{Error, Result};
use serde_json::{Value, json};

use super::{Source, cultures, learn, moment, plain, spoken};
use crate::cli::desk::Desk;

#[derive(Args)]
pub(in crate::cli) struct Score {
    #[command(flatten)]
    source: Source,
    /// A model that was trained before; left out, one is trained now.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// The moment to look from. Left out, the end of the log.
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
    /// How many members are shown.
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    most: usize,
    /// As JSON, with reasons.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Explain {
    #[command(flatten)]
    pub(super) score: Score,
    /// The member, as the log names them.
    #[arg(long, value_name = "NAME")]
    member: String,
    /// The language of the reasons.
    #[arg(long, default_value = "en", value_name = "LANGUAGE")]
    language: String,
}

pub(super) fn score(arguments: &Score, configuration: Option<&Path>) -> Result<()> {
    let log = arguments.source.log.read_some(configuration)?;
    let (learned, at) = model_of(&log, arguments)?;
    let scored = learned.score(&log, at);
    if scored.is_empty() {
        let days = learned.window_days;
        return Err(Error::not_found(format!("Nobody was active in the {days} days before that moment.")));
    }
    say_how_sure(&scored, &learned, at);
    let cultures = cultures()?;
    let english = spoken(&cultures, "en")?;
    let rows = scored.iter().take(arguments.most).map(|one| chances(&log, &learned, one, (&cultures, &english)));
    print_members(
        &json!({
            "at": at, "active": scored.len(), "horizon_days": learned.horizon_days,
            "model": registry::version_of(&learned), "members": rows.collect::<Vec<_>>(),
        }),
        arguments.json,
    );
    Ok(())
}

/// What the server tells of a member, too.
fn chances(log: &Log, learned: &Learned, scored: &Scored, (cultures, tag): (&Cultures, &Tag)) -> Value {
    let within: BTreeMap<_, _> = CURVE.iter().zip(&scored.curve).map(|(days, p)| (days.to_string(), p)).collect();
    json!({
        "member": log.members.name(scored.member),
        "p": scored.p,
        "gone_within_days": within,
        "last_at": scored.last_at,
        "reasons": reason::told(&json!(learned.reasons(scored)), cultures, tag),
    })
}

/// The likeliest to leave, or why nobody is scored.
fn print_members(answer: &Value, as_json: bool) {
    if as_json {
        println!("{answer:#}");
        return;
    }
    say_why_not(answer);
    let members = answer["members"].as_array().map_or(&[][..], Vec::as_slice);
    if members.is_empty() {
        return;
    }
    println!(
        "{} members are here. Leaving is a silence of {} days. How likely they have left by now, and",
        answer["active"], answer["horizon_days"]
    );
    println!("will have left within so many days:");
    println!("{:<32}{:>7}{:>8}{:>8}{:>8}  first reason", "member", "now", "7 d", "14 d", "28 d");
    for member in members {
        let percent = |value: &Value| value.as_f64().unwrap_or(0.0) * 100.0;
        let within = |days: i64| format!("{:>6.0} %", percent(&member["gone_within_days"][days.to_string()]));
        let (name, curve) = (member["member"].as_str().unwrap_or(""), CURVE.map(within).concat());
        let first = member["reasons"][0]["text"].as_str().unwrap_or("");
        println!("{name:<32}{:>5.0} %{curve}  {first}", percent(&member["p"]));
    }
}

/// One member's chance, and why.
fn print_member(name: &str, chances: &Value, horizon_days: &Value) {
    let p = chances["p"].as_f64().unwrap_or(0.0) * 100.0;
    println!("{name}: {p:.0} % likely to be silent for the next {horizon_days} days.");
    let reasons = chances["reasons"].as_array().map_or(&[][..], Vec::as_slice);
    if reasons.is_empty() {
        println!("  No reason is told: the server keeps those of the likeliest to leave alone.");
    }
    for reason in reasons {
        let of = |field: &str| plain(reason[field].as_str().unwrap_or_default());
        let value = if reason["value_text"].is_null() { String::new() } else { format!(": {}", of("value_text")) };
        println!("  {} ({}{value}; +{:.2})", of("text"), of("feature_text"), reason["added"].as_f64().unwrap_or(0.0));
    }
}

/// A model that learned longer ago than this may know another community.
const OLD_DAYS: i64 = 90;

/// What a log of few, or an old model, is worth.
fn say_how_sure(scored: &[Scored], learned: &Learned, at: i64) {
    if scored.len() < LEAST_ACTIVE {
        let active = scored.len();
        eprintln!(
            "Only {active} members are here: of fewer than {LEAST_ACTIVE} such chances are hardly more than guesses."
        );
    }
    let days = (at - learned.at) / DAY;
    if days > OLD_DAYS {
        eprintln!("The model learned from what was {days} days and more before that moment: train one anew.");
    }
}

impl Score {
    /// Whether the server says it of its own log, and keeps what it said.
    pub(super) fn is_own(&self) -> bool {
        self.source.log.events.is_none() && self.model.is_none()
    }
}

/// Has the server look at its own log: what it says is then to be had from it, too.
pub(super) fn score_here(arguments: &Score, config: &Config) -> Result<()> {
    let as_of = arguments.as_of.as_deref().map(|text| Calendar::of("UTC")?.parse(text)).transpose()?;
    let asked = scores::Command::ScoreMembers {
        workspace: arguments.source.log.workspace.clone(),
        as_of,
        most: arguments.most,
        language: "en".to_owned(),
    };
    print_members(&Desk::ask_once(config, asked)?, arguments.json);
    Ok(())
}

/// Why nobody is scored, and what there is to say of them instead.
fn say_why_not(answer: &Value) {
    if let Some(message) = answer["message"].as_str() {
        println!("{}", plain(message));
    }
    let days = answer["description"]["days"].as_array().map_or(&[][..], Vec::as_slice);
    let Some(day) = days.last().and_then(Value::as_object) else { return };
    println!("On {}:", day["day"].as_str().unwrap_or_default());
    for (state, members) in day.iter().filter(|(_, members)| !members.is_string()) {
        let members =
            members.as_u64().map_or_else(|| "fewer than can be told".to_owned(), |members| members.to_string());
        println!("  {state:<16} {members}");
    }
    println!("More: hearth insight lifecycle, stickiness, growth, cohorts");
}

fn model_of(log: &Log, arguments: &Score) -> Result<(Learned, i64)> {
    let at = moment(log, arguments.as_of.as_deref())?;
    let learned = match &arguments.model {
        Some(file) => registry::load(file)?,
        None => learn(log, &arguments.source, arguments.as_of.as_deref())?,
    };
    if learned.at > at {
        return Err(Error::invalid_param(
            "The model has seen what comes after that moment. Train one with the same --as-of.",
        ));
    }
    Ok((learned, at))
}

pub(super) fn explain(arguments: &Explain, configuration: Option<&Path>) -> Result<()> {
    let Explain { score, member, language } = arguments;
    let log = score.source.log.read_some(configuration)?;
    let (learned, at) = model_of(&log, score)?;
    let all = learned.score(&log, at);
    let found = all.iter().find(|scored| log.members.name(scored.member) == member);
    let Some(scored) = found else {
        return Err(Error::not_found(format!(
            "Nobody named {member} was active in the {} days before that moment.",
            learned.window_days
        )));
    };
    say_how_sure(&all, &learned, at);
    let cultures = cultures()?;
    let chances = chances(&log, &learned, scored, (&cultures, &spoken(&cultures, language)?));
    if score.json {
        println!("{chances:#}");
    } else {
        print_member(member, &chances, &learned.horizon_days.into());
    }
    Ok(())
}

/// Has the server say it of its own log, or why it does not.
pub(super) fn explain_here(arguments: &Explain, config: &Config) -> Result<()> {
    let Explain { score, member, language } = arguments;
    let tag = spoken(&cultures()?, language)?;
    let as_of = score.as_of.as_deref().map(|text| Calendar::of("UTC")?.parse(text)).transpose()?;
    let (workspace, member) = (score.source.log.workspace.clone(), member.clone());
    let asked = scores::Command::ExplainMember { workspace, as_of, member: member.clone(), language: tag.to_string() };
    let answer = Desk::ask_once(config, asked)?;
    if score.json {
        println!("{answer:#}");
        return Ok(());
    }
    say_why_not(&answer);
    if answer["score"].is_object() {
        print_member(&member, &answer["score"], &answer["horizon_days"]);
    } else if answer["message"].is_null() {
        let why = format!("Nobody named {member} was active before that moment and agrees to being scored.");
        return Err(Error::not_found(why));
    }
    Ok(())
}
