//! What would have been said, and how good it was: in figures, and as a page.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use hearth_insight::{
    churn::{
        backtest::{self, Judged, Running},
        engine::Learned,
        log::Log,
        metrics::{self, Figure, Figures, Graded},
        model::Recipe,
        protocol::{self, Protocol},
        report::Report,
    },
    features::DAY,
};
use hearth_kernel::{Error, Result};
use serde_json::{Value, json};

use super::{Source, cultures, plain, spoken, text, write};

#[derive(Args)]
pub(in crate::cli) struct Judging {
    #[command(flatten)]
    source: Source,
    /// Window, horizon and cut-offs as JSON (W_days, H_days, train_cutoffs, test_cutoffs). Left out, they are chosen from
    /// the log's own pauses.
    #[arg(long, value_name = "FILE")]
    protocol: Option<PathBuf>,
}

#[derive(Args)]
pub(in crate::cli) struct Backtest {
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
pub(in crate::cli) struct Page {
    #[command(flatten)]
    judging: Judging,
    /// Where the page goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The language of the page, such as en or zh-Hans.
    #[arg(long, default_value = "en", value_name = "LANGUAGE")]
    language: String,
    /// The figures as JSON.
    #[arg(long)]
    json: bool,
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

pub(super) fn backtest(arguments: &Backtest, configuration: Option<&Path>) -> Result<()> {
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
        println!("{:#}", figures_json(&protocol, &engine, &baselines));
    } else {
        print_figures(&protocol, &engine, &baselines);
    }
    Ok(())
}

fn figures_json(protocol: &Protocol, engine: &Figures, baselines: &[(&'static str, Figures)]) -> Value {
    let baselines: BTreeMap<_, _> = baselines.iter().map(|(name, figures)| (*name, figures)).collect();
    json!({ "protocol": protocol.to_json(), "engine": engine, "baselines": baselines })
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

pub(super) fn page(arguments: &Page, configuration: Option<&Path>) -> Result<()> {
    arguments.judging.source.log.spare(&arguments.out)?;
    let Tried { log, protocol, judged } = judge(&arguments.judging, true, configuration)?;
    let (engine, baselines) = figures(&judged, protocol.horizon_days, arguments.judging.source.seed);
    let cultures = cultures()?;
    let tag = spoken(&cultures, &arguments.language)?;
    let name = arguments.judging.source.log.name();
    let about = cultures.text(
        &tag,
        "churn-report-judged",
        &[
            ("days", protocol.horizon_days.into()),
            ("rows", (engine.rows as u64).into()),
            ("members", (engine.members as u64).into()),
            ("moments", (engine.cutoffs as u64).into()),
            ("left", format!("{:.1} %", engine.base_rate * 100.0).into()),
        ],
    );
    let report = Report {
        name: &name,
        about: &plain(&about),
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
    if arguments.json {
        println!("{:#}", figures_json(&protocol, &engine, &baselines));
    } else {
        println!("Written: {}", arguments.out.display());
    }
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

/// A name as a field of CSV.
fn quoted(name: &str) -> String {
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}
