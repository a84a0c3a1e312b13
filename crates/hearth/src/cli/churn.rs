//! `hearth churn`

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};
use hearth_app::Config;
use hearth_i18n::{Cultures, Tag};
use hearth_insight::{
    calendar::Calendar,
    churn::{
        backtest::{self, Judged, Running},
        engine::Learned,
        log::Log,
        metrics::{self, Figure, Figures, Graded},
        model::{CURVE, Recipe},
        protocol::{self, Protocol},
        registry,
        report::{self, Report},
        shown::Shown,
    },
    features::DAY,
    scores, whole,
};
use hearth_kernel::{Error, Result};

use super::{desk::Desk, log::LogSource};

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
pub(super) struct Judging {
    #[command(flatten)]
    source: Source,
    /// Window, horizon and cut-offs as JSON (W_days, H_days, train_cutoffs, test_cutoffs). Left out, they are chosen from
    /// the log's own pauses.
    #[arg(long, value_name = "FILE")]
    protocol: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct Backtest {
    #[command(flatten)]
    judging: Judging,
    /// Where the rows go.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Leave the reasons out, which halves the time.
    #[arg(long)]
    without_reasons: bool,
    /// The figures as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Page {
    #[command(flatten)]
    judging: Judging,
    /// Where the page goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The language of the page, such as en or zh-Hans.
    #[arg(long, default_value = "en", value_name = "LANGUAGE")]
    language: String,
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
}

#[derive(Args)]
pub(super) struct Score {
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
pub(super) struct Explain {
    #[command(flatten)]
    score: Score,
    /// The member, as the log names them.
    #[arg(long, value_name = "NAME")]
    member: String,
    /// The language of the reasons.
    #[arg(long, default_value = "en", value_name = "LANGUAGE")]
    language: String,
}

pub(super) fn run(verb: Verb, configuration: Option<&Path>) -> Result<ExitCode> {
    match verb {
        Verb::Backtest(arguments) => backtest(&arguments, configuration),
        Verb::Report(arguments) => page(&arguments, configuration),
        Verb::Train(arguments) => train(&arguments, configuration),
        Verb::Score(arguments) if arguments.is_own() => score_here(&arguments, &super::load(configuration)?),
        Verb::Score(arguments) => score(&arguments, configuration),
        Verb::Explain(arguments) => explain(&arguments, configuration),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// A log with what was said of it.
struct Tried {
    log: Log,
    protocol: Protocol,
    judged: Vec<Judged>,
}

fn judge(arguments: &Judging, with_reasons: bool, configuration: Option<&Path>) -> Result<Tried> {
    let Judging { source, protocol } = arguments;
    let log = source.log.read_some(configuration)?;
    let protocol = match protocol {
        Some(file) => {
            let named = |error: String| Error::invalid_param(format!("{}: {error}", file.display()));
            let text = fs::read_to_string(file).map_err(|error| named(error.to_string()))?;
            Protocol::from_json(&text).map_err(named)?
        }
        None => Protocol::plan(&log),
    };
    if protocol.test_cutoffs.is_empty() {
        return Err(Error::invalid_param(format!(
            "{}: the log is too short or too quiet to judge predictions by: no cut-off has {} members in it",
            source.log.name(),
            protocol::LEAST_ROWS
        )));
    }
    say_what_is_open(&log, &protocol);
    let recipe = Recipe::default();
    let running =
        Running { recipe: &recipe, seed: source.seed, threads: source.threads as usize, with_reasons, from: 0 };
    let judged = backtest::run(&log, &protocol, running)?;
    if judged.iter().all(|judged| judged.rows.is_empty()) {
        return Err(Error::invalid_param(
            "At none of the test cut-offs was anybody here. Do the times of the protocol and of the log belong together?",
        ));
    }
    Ok(Tried { log, protocol, judged })
}

/// Who is silent at the end of a log may come back after it.
fn say_what_is_open(log: &Log, protocol: &Protocol) {
    let end = log.end().unwrap_or_default();
    let is_open = |cutoff: &&i64| **cutoff + protocol.horizon_days * DAY > end;
    let open = protocol.test_cutoffs.iter().filter(is_open).count();
    if open > 0 {
        let days = protocol.horizon_days;
        eprintln!(
            "The log ends less than {days} days after {open} of the cut-offs: whoever is silent at its end counts as gone."
        );
    }
}

fn backtest(arguments: &Backtest, configuration: Option<&Path>) -> Result<()> {
    arguments.judging.source.log.spare(&arguments.out)?;
    let Tried { log, protocol, judged } = judge(&arguments.judging, !arguments.without_reasons, configuration)?;
    write(&arguments.out, |file| {
        writeln!(file, "cutoff,user,p_churn,reason1,reason2,reason3")?;
        for judged in &judged {
            for (row, reasons) in judged.rows.iter().zip(&judged.reasons) {
                let told = |place: usize| reasons.get(place).map_or("", |reason| reason.group.name());
                let user = quoted(log.members.name(row.member));
                writeln!(file, "{},{user},{},{},{},{}", row.cutoff, row.p, told(0), told(1), told(2))?;
            }
        }
        Ok(())
    })?;
    let (engine, baselines) = figures(&judged, protocol.horizon_days, arguments.judging.source.seed);
    if arguments.json {
        let baselines: BTreeMap<_, _> = baselines.into_iter().collect();
        let all = serde_json::json!({ "protocol": protocol.to_json(), "engine": engine, "baselines": baselines });
        println!("{all:#}");
    } else {
        print_figures(&protocol, &engine, &baselines);
    }
    Ok(())
}

/// The engine's figures, and those of the simplest rules.
fn figures(judged: &[Judged], horizon_days: i64, seed: u64) -> (Figures, Vec<(&'static str, Figures)>) {
    let rows: Vec<Graded> = judged.iter().flat_map(|judged| judged.rows.iter().copied()).collect();
    let with =
        |scores: Vec<f64>| -> Vec<Graded> { rows.iter().zip(scores).map(|(row, p)| Graded { p, ..*row }).collect() };
    // Silence is no probability; as one it is put on a scale that keeps its order.
    let silence =
        |judged: &Judged| judged.recency.iter().map(|days| days / (days + horizon_days as f64)).collect::<Vec<_>>();
    let recency = with(judged.iter().flat_map(silence).collect());
    let bgnbd = with(judged.iter().flat_map(|judged| judged.no_visit.iter().copied()).collect());
    let of = |rows: &[Graded]| metrics::figures(rows, horizon_days, seed);
    (of(&rows), vec![("recency", of(&recency)), ("bgnbd", of(&bgnbd))])
}

fn print_figures(protocol: &Protocol, engine: &Figures, baselines: &[(&'static str, Figures)]) {
    println!(
        "Leaving is a silence of {} days. {} rows of {} members at {} cut-offs; {:.1} % left.",
        protocol.horizon_days,
        engine.rows,
        engine.members,
        engine.cutoffs,
        engine.base_rate * 100.0
    );
    let names: Vec<&str> = std::iter::once("engine").chain(baselines.iter().map(|(name, _)| *name)).collect();
    println!("{:22}{}", "", names.iter().map(|name| format!("{name:>24}")).collect::<String>());
    type Of = fn(&Figures) -> Figure;
    let lines: [(&str, Of); 7] = [
        ("AUC within cut-offs", |figures| figures.auc_within),
        ("AUC, pooled", |figures| figures.auc),
        ("PR-AUC", |figures| figures.pr_auc),
        ("lift of the top tenth", |figures| figures.lift_top_tenth),
        ("log loss", |figures| figures.log_loss),
        ("Brier score", |figures| figures.brier),
        ("calibration error", |figures| figures.calibration_error),
    ];
    for (name, of) in lines {
        let all = std::iter::once(engine).chain(baselines.iter().map(|(_, figures)| figures));
        let cell = |Figure { value, low, high }| match value.is_finite() {
            true => format!("{:>24}", format!("{value:.4} [{low:.3}, {high:.3}]")),
            false => format!("{:>24}", "-"),
        };
        println!("{name:22}{}", all.map(|figures| cell(of(figures))).collect::<String>());
    }
    if [0.0, 1.0].contains(&engine.base_rate) {
        let who = if engine.base_rate == 0.0 { "Nobody" } else { "Everybody" };
        println!("{who} left, so there is no order to judge.");
    }
    println!(
        "Perfect probabilities would show a calibration error of up to {:.4} by chance.",
        engine.calibration_floor
    );
    let warnings = engine.warnings;
    let days = |days: Option<f64>| days.map_or("-".to_owned(), |days| format!("{days:.1} days"));
    println!(
        "At 80 % precision: {:.1} % of leavers warned of; median {} before the last trace, {} before the silence is proven; {:.1} % while still active.",
        warnings.recall * 100.0,
        days(warnings.lead_days),
        days(warnings.notice_days),
        warnings.before_last_trace * 100.0
    );
}

fn page(arguments: &Page, configuration: Option<&Path>) -> Result<()> {
    arguments.judging.source.log.spare(&arguments.out)?;
    let Tried { log, protocol, judged } = judge(&arguments.judging, true, configuration)?;
    let (engine, baselines) = figures(&judged, protocol.horizon_days, arguments.judging.source.seed);
    let cultures = cultures()?;
    let tag = cultures.negotiate(&arguments.language).tag.clone();
    let name = arguments.judging.source.log.name();
    let report = Report {
        name: &name,
        language: &tag.to_string(),
        judged: &judged,
        figures: &engine,
        baselines: &baselines,
        pauses: &protocol::pauses(protocol::core(&log.events), &log.classes()),
        horizon_days: protocol.horizon_days,
        drift: &drift(&log, &protocol, arguments.judging.source.seed)?,
    };
    let html = report.html(&|key| text(&cultures, &tag, key))?;
    write(&arguments.out, |file| file.write_all(html.as_bytes()))?;
    println!("Written: {}", arguments.out.display());
    Ok(())
}

/// How far features have moved between the first test cut-off and the last.
fn drift(log: &Log, protocol: &Protocol, seed: u64) -> Result<Vec<(&'static str, f64)>> {
    let (Some(first), Some(last)) = (protocol.test_cutoffs.first(), protocol.test_cutoffs.last()) else {
        return Ok(Vec::new());
    };
    match Learned::learn(log, *first, &Recipe::default(), seed, 1) {
        Ok(learned) => Ok(learned.drift(&learned.score(log, *last))),
        // Too little had been seen by then to learn from.
        Err(_) => Ok(Vec::new()),
    }
}

/// Every text that is shown here.
fn cultures() -> Result<Cultures> {
    let cultures = Cultures::load().map_err(Error::internal)?;
    let keys = report::texts();
    cultures.require(&keys.iter().map(String::as_str).collect::<Vec<_>>()).map_err(Error::internal)?;
    Ok(cultures)
}

fn text(cultures: &Cultures, tag: &Tag, key: &str) -> String {
    cultures.text(tag, key, &[])
}

/// A number with its unit.
fn value(cultures: &Cultures, tag: &Tag, shown: Shown) -> String {
    plain(&cultures.text(tag, &format!("churn-value-{}", shown.unit.name()), &[("number", shown.number.into())]))
}

/// Terminals show the isolates that keep directions apart as boxes.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn train(arguments: &Train, configuration: Option<&Path>) -> Result<()> {
    arguments.source.log.spare(&arguments.out)?;
    let log = arguments.source.log.read_some(configuration)?;
    let learned = learn(&log, &arguments.source, arguments.as_of.as_deref())?;
    registry::save(&learned, &arguments.out)?;
    println!(
        "Learned from {} rows: leaving is a silence of {} days. Model {} is in {}.",
        learned.rows,
        learned.horizon_days,
        registry::version_of(&learned),
        arguments.out.display()
    );
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

fn score(arguments: &Score, configuration: Option<&Path>) -> Result<()> {
    let log = arguments.source.log.read_some(configuration)?;
    let (learned, at) = model_of(&log, arguments)?;
    let scored = learned.score(&log, at);
    if scored.is_empty() {
        let days = learned.window_days;
        return Err(Error::not_found(format!("Nobody was active in the {days} days before that moment.")));
    }
    if arguments.json {
        let row = |scored: &hearth_insight::churn::engine::Scored| {
            serde_json::json!({
                "member": log.members.name(scored.member),
                "p": scored.p,
                "gone_within_days": CURVE.iter().zip(&scored.curve).map(|(days, p)| (days.to_string(), p)).collect::<BTreeMap<_, _>>(),
                "last_at": scored.last_at,
                "reasons": learned.reasons(scored),
            })
        };
        let rows: Vec<_> = scored.iter().take(arguments.most).map(row).collect();
        println!(
            "{:#}",
            serde_json::json!({ "at": at, "active": scored.len(), "model": registry::version_of(&learned), "members": rows })
        );
        return Ok(());
    }
    heading(scored.len(), learned.horizon_days);
    for one in scored.iter().take(arguments.most) {
        let first = learned.reasons(one).first().map_or("", |reason| reason.group.name());
        line(log.members.name(one.member), one.p, &one.curve, first);
    }
    Ok(())
}

impl Score {
    /// Whether the server says it of its own log, and keeps what it said.
    fn is_own(&self) -> bool {
        self.source.log.events.is_none() && self.model.is_none()
    }
}

/// Has the server look at its own log: what it says is then to be had from it, too.
fn score_here(arguments: &Score, config: &Config) -> Result<()> {
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
    if let Some(message) = answer["message"].as_str() {
        println!("{}", plain(message));
    }
    if members.is_empty() {
        return Ok(());
    }
    heading(answer["active"].as_u64().unwrap_or(0) as usize, answer["horizon_days"].as_i64().unwrap_or(0));
    for member in members {
        let p = |value: &serde_json::Value| value.as_f64().unwrap_or(0.0);
        let curve = CURVE.map(|days| p(&member["gone_within_days"][days.to_string()]));
        let first = member["reasons"][0]["group"].as_str().unwrap_or("");
        line(member["member"].as_str().unwrap_or(""), p(&member["p"]), &curve, first);
    }
    Ok(())
}

fn heading(active: usize, horizon_days: i64) {
    println!("{active} members are here. Likely to be silent for the next {horizon_days} days:");
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

fn explain(arguments: &Explain, configuration: Option<&Path>) -> Result<()> {
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
    let cultures = cultures()?;
    let tag = cultures.negotiate(language).tag.clone();
    println!("{member}: {:.0} % likely to be silent for the next {} days.", scored.p * 100.0, learned.horizon_days);
    for reason in learned.reasons(scored) {
        let why = text(&cultures, &tag, &format!("churn-reason-{}", reason.group.name()));
        let feature = text(&cultures, &tag, &format!("churn-feature-{}", reason.feature));
        let value = reason.shown.map_or(String::new(), |shown| format!(": {}", value(&cultures, &tag, shown)));
        println!("  {why} ({feature}{value}; +{:.2})", reason.added);
    }
    Ok(())
}

fn write(path: &Path, with: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<()> {
    whole::write(path, with)
        .map_err(|error| Error::unavailable(format!("{} could not be written", path.display())).caused_by(error))
}

/// A name as a field of CSV.
fn quoted(name: &str) -> String {
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_text_about_leaving_is_there() {
        super::cultures().expect("all texts");
    }
}
