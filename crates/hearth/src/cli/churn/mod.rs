//! `hearth churn`

mod judging;
mod members;

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};
use hearth_i18n::{Cultures, Tag};
use hearth_insight::{
    calendar::Calendar,
    churn::{engine::Learned, log::Log, model::Recipe, registry, report},
    features::DAY,
    whole,
};
use hearth_kernel::{Error, Result};
use serde_json::json;

use self::{
    judging::{Backtest, Page, backtest, page},
    members::{Explain, Score, explain, explain_here, score, score_here},
};
use super::{log::LogSource, plain};

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Say what would have been predicted at each cut-off by what was known before it, and how good that was.
    ///
    /// Writes one CSV row a member and cut-off: cutoff,user,p_churn,reason1,reason2,reason3.
    Backtest(Backtest),
    /// The same as a page with pictures: one HTML file that needs nothing else.
    Report(Page),
    /// Learn from a log and write the model to a file.
    Train(Train),
    /// Say of everybody who is here how likely they are to leave, the likeliest first.
    Score(Score),
    /// Say why one member is likely to leave.
    Explain(Explain),
}

#[derive(Args)]
pub(super) struct Source {
    #[command(flatten)]
    log: LogSource,
    /// The same number gives the same result.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Cut-offs that are worked on side by side.
    #[arg(long, default_value_t = 2, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..=64))]
    threads: u64,
}

#[derive(Args)]
pub(super) struct Train {
    #[command(flatten)]
    source: Source,
    /// Only what happened before is learned from: a day, a time such as 2016-05-01T12:00:00Z, or seconds since 1970.
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
    /// Where the model goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// What was learned from, as JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(verb: Verb, configuration: Option<&Path>) -> Result<ExitCode> {
    match verb {
        Verb::Backtest(arguments) => backtest(&arguments, configuration),
        Verb::Report(arguments) => page(&arguments, configuration),
        Verb::Train(arguments) => train(&arguments, configuration),
        Verb::Score(arguments) if arguments.is_own() => score_here(&arguments, &super::load(configuration)?),
        Verb::Score(arguments) => score(&arguments, configuration),
        Verb::Explain(arguments) if arguments.score.is_own() => explain_here(&arguments, &super::load(configuration)?),
        Verb::Explain(arguments) => explain(&arguments, configuration),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// Every text that is shown here.
fn cultures() -> Result<Cultures> {
    let cultures = Cultures::load().map_err(Error::internal)?;
    let keys = report::texts();
    cultures.require(&keys.iter().map(String::as_str).collect::<Vec<_>>()).map_err(Error::internal)?;
    Ok(cultures)
}

/// The language that was asked for, if there is it.
fn spoken(cultures: &Cultures, language: &str) -> Result<Tag> {
    let found = cultures.tags().find(|tag| tag.to_string().eq_ignore_ascii_case(language));
    found.cloned().ok_or_else(|| {
        let all: Vec<String> = cultures.tags().map(Tag::to_string).collect();
        Error::invalid_param(format!("there is no language `{language}`; there are {}", all.join(", ")))
    })
}

fn text(cultures: &Cultures, tag: &Tag, key: &str) -> String {
    cultures.text(tag, key, &[])
}

fn train(arguments: &Train, configuration: Option<&Path>) -> Result<()> {
    arguments.source.log.spare(&arguments.out)?;
    let log = arguments.source.log.read_some(configuration)?;
    let learned = learn(&log, &arguments.source, arguments.as_of.as_deref())?;
    registry::save(&learned, &arguments.out)?;
    let (model, rows, days) = (registry::version_of(&learned), learned.rows, learned.horizon_days);
    if arguments.json {
        println!("{:#}", json!({ "model": model, "rows": rows, "horizon_days": days, "at": learned.at }));
    } else {
        let file = arguments.out.display();
        println!("Learned from {rows} rows: leaving is a silence of {days} days. Model {model} is in {file}.");
    }
    Ok(())
}

fn moment(log: &Log, as_of: Option<&str>) -> Result<i64> {
    let end = log.end().unwrap_or_default();
    let at = as_of.map_or(Ok(end), |text| Calendar::of("UTC")?.parse(text))?;
    if at > end + DAY {
        eprintln!("The log ends {} days before that moment, so that everybody looks silent since.", (at - end) / DAY);
    }
    Ok(at)
}

fn learn(log: &Log, source: &Source, as_of: Option<&str>) -> Result<Learned> {
    let at = moment(log, as_of)?;
    Learned::learn(log, at, &Recipe::default(), source.seed, source.threads as usize)
}

fn write(path: &Path, with: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<()> {
    whole::write(path, with)
        .map_err(|error| Error::unavailable(format!("{} could not be written", path.display())).caused_by(error))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_text_about_leaving_is_there() {
        super::cultures().expect("all texts");
    }
}
