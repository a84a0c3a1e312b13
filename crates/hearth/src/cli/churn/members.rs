//! Who is likely to leave now, and why: of a log, or of what the server says of its own.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use clap::Args;
use hearth_app::Config;
use hearth_insight::{
    calendar::Calendar,
    churn::{
        engine::{Learned, Scored},
        log::Log,
        model::CURVE,
        registry,
    },
    features::DAY,
    scores::{self, LEAST_ACTIVE},
};
use hearth_kernel::{Error, Result};
use serde_json::{Value, json};

use super::{Source, cultures, learn, moment, plain, spoken, text, value};
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
    if arguments.json {
        let row = |scored: &Scored| chances(&log, &learned, scored);
        let rows: Vec<_> = scored.iter().take(arguments.most).map(row).collect();
        let model = registry::version_of(&learned);
        println!("{:#}", json!({ "at": at, "active": scored.len(), "model": model, "members": rows }));
        return Ok(());
    }
    let cultures = cultures()?;
    let english = spoken(&cultures, "en")?;
    heading(scored.len(), learned.horizon_days);
    for one in scored.iter().take(arguments.most) {
        let first = learned.reasons(one).first().map(|reason| format!("churn-reason-{}", reason.group.name()));
        let first = first.map_or_else(String::new, |key| text(&cultures, &english, &key));
        line(log.members.name(one.member), one.p, &one.curve, &first);
    }
    Ok(())
}

fn chances(log: &Log, learned: &Learned, scored: &Scored) -> Value {
    let within: BTreeMap<_, _> = CURVE.iter().zip(&scored.curve).map(|(days, p)| (days.to_string(), p)).collect();
    json!({
        "member": log.members.name(scored.member),
        "p": scored.p,
        "gone_within_days": within,
        "last_at": scored.last_at,
        "reasons": learned.reasons(scored),
    })
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
    let answer = Desk::ask_once(config, asked)?;
    if arguments.json {
        println!("{answer:#}");
        return Ok(());
    }
    let members = answer["members"].as_array().map_or(&[][..], Vec::as_slice);
    say_why_not(&answer);
    if members.is_empty() {
        return Ok(());
    }
    heading(answer["active"].as_u64().unwrap_or(0) as usize, answer["horizon_days"].as_i64().unwrap_or(0));
    for member in members {
        let p = |value: &Value| value.as_f64().unwrap_or(0.0);
        let curve = CURVE.map(|days| p(&member["gone_within_days"][days.to_string()]));
        let first = member["reasons"][0]["text"].as_str().unwrap_or("");
        line(member["member"].as_str().unwrap_or(""), p(&member["p"]), &curve, first);
    }
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

fn heading(active: usize, horizon_days: i64) {
    println!(
        "{active} members are here. Leaving is a silence of {horizon_days} days. How likely they have left by now, and"
    );
    println!("will have left within so many days:");
    println!("{:<32}{:>7}{:>8}{:>8}{:>8}  first reason", "member", "now", "7 d", "14 d", "28 d");
}

fn line(member: &str, p: f64, curve: &[f64], first: &str) {
    let curve: String = curve.iter().map(|p| format!("{:>6.0} %", p * 100.0)).collect();
    println!("{member:<32}{:>5.0} %{curve}  {first}", p * 100.0);
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
    if score.json {
        println!("{:#}", chances(&log, &learned, scored));
        return Ok(());
    }
    let cultures = cultures()?;
    let tag = spoken(&cultures, language)?;
    println!("{member}: {:.0} % likely to be silent for the next {} days.", scored.p * 100.0, learned.horizon_days);
    for reason in learned.reasons(scored) {
        let why = text(&cultures, &tag, &format!("churn-reason-{}", reason.group.name()));
        let feature = text(&cultures, &tag, &format!("churn-feature-{}", reason.feature));
        let value = reason.shown.map_or(String::new(), |shown| format!(": {}", value(&cultures, &tag, shown)));
        println!("  {why} ({feature}{value}; +{:.2})", reason.added);
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
    let Some(p) = answer["score"]["p"].as_f64() else {
        return match answer["message"].is_null() {
            true => Err(Error::not_found(format!(
                "Nobody named {member} was active before that moment and agrees to being scored."
            ))),
            false => Ok(()),
        };
    };
    println!("{member}: {:.0} % likely to be silent for the next {} days.", p * 100.0, answer["horizon_days"]);
    let reasons = answer["score"]["reasons"].as_array().map_or(&[][..], Vec::as_slice);
    if reasons.is_empty() {
        println!("  Reasons are kept of the likeliest to leave alone.");
    }
    for reason in reasons {
        let of = |field: &str| plain(reason[field].as_str().unwrap_or_default());
        let value = if reason["value_text"].is_null() { String::new() } else { format!(": {}", of("value_text")) };
        println!("  {} ({}{value}; +{:.2})", of("text"), of("feature_text"), reason["added"].as_f64().unwrap_or(0.0));
    }
    Ok(())
}
