//! `hearth cultures report`, `check` and `reviewed`

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Subcommand;
use hearth_i18n::{Coverage, Folder, Origin, Report};
use hearth_kernel::{Error, Result};

/// Missing and outdated messages that are named for each culture; `--json` names all.
const NAMED: usize = 10;

#[derive(Subcommand)]
pub(super) enum Verb {
    /// How far each language is: what it says, by file, and how much of that somebody has reviewed.
    Report {
        /// A folder of cultures, such as `cultures`. Without it: those that are built in.
        folder: Option<PathBuf>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Read the folder of one culture, and say what is wrong with it. docs/cultures.md explains every key.
    Check {
        /// Named by the culture's tag, such as `cultures/pt-BR`.
        folder: PathBuf,
    },
    /// Print the lines of `culture.toml` that say who has reviewed these messages, as they are in English now.
    Reviewed {
        folder: PathBuf,
        /// Who has reviewed them.
        #[arg(long)]
        by: String,
        /// The date, such as 2026-11-28.
        #[arg(long)]
        on: String,
        #[arg(required = true)]
        keys: Vec<String>,
    },
}

pub(super) fn run(verb: &Verb) -> Result<ExitCode> {
    let done = match verb {
        Verb::Report { folder, json } => report(folder.as_deref(), *json),
        Verb::Check { folder } => check(folder),
        Verb::Reviewed { folder, by, on, keys } => Folder::read(folder)
            .and_then(|own| own.review_lines(&source(&Folder::built_in()?)?, keys, by, on))
            .map(|lines| {
                print!("{lines}");
                ExitCode::SUCCESS
            }),
    };
    done.map_err(Error::invalid_param)
}

fn source(folders: &[Folder]) -> std::result::Result<Folder, String> {
    let found = folders.iter().find(|folder| folder.tag == "en");
    found.cloned().ok_or_else(|| "there is no folder `en`, which all others are held against".to_owned())
}

fn report(folder: Option<&Path>, json: bool) -> std::result::Result<ExitCode, String> {
    let folders = folder.map_or_else(Folder::built_in, Folder::read_all)?;
    let source = source(&folders)?;
    let reports = folders.iter().map(|folder| folder.report(&source));
    let reports = reports.collect::<std::result::Result<Vec<Report>, String>>()?;
    if json {
        println!("{}", serde_json::json!({ "cultures": reports }));
        return Ok(ExitCode::SUCCESS);
    }
    println!("{:<9} {:<20} {:>9} {:>6} {:>9} {:>9}  others are", "tag", "language", "said", "", "reviewed", "outdated");
    for report in &reports {
        let Coverage { wanted, said, reviewed, outdated } = report.total;
        let origin = match report.unreviewed_are {
            Origin::Source => "written in it",
            Origin::Machine => "machine's",
        };
        let state = if report.offered { "" } else { ", not offered yet" };
        let percent = report.total.percent(said);
        println!(
            "{:<9} {:<20} {:>9} {percent:>5}% {:>8}% {outdated:>9}  {origin}{state}",
            report.tag,
            report.name,
            format!("{said}/{wanted}"),
            report.total.percent(reviewed),
        );
    }
    for report in reports.iter().filter(|report| report.total.said > 0) {
        let gaps = report.surfaces.iter().filter(|(_, coverage)| coverage.said < coverage.wanted);
        for (surface, coverage) in gaps {
            println!("{}/{surface}.ftl lacks {} of {}", report.tag, coverage.wanted - coverage.said, coverage.wanted);
        }
        named(&report.tag, "lacks", &report.missing);
        named(&report.tag, "was reviewed before English changed:", &report.outdated);
    }
    Ok(ExitCode::SUCCESS)
}

fn named(tag: &str, what: &str, keys: &[String]) {
    if keys.is_empty() {
        return;
    }
    let rest = keys.len().saturating_sub(NAMED);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    println!("{tag} {what} {}{more}", keys.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", "));
}

fn check(folder: &Path) -> std::result::Result<ExitCode, String> {
    let own = Folder::read(folder)?;
    let culture = own.culture()?;
    let source = source(&Folder::built_in()?)?;
    let faults = own.faults(&source);
    for fault in &faults {
        println!("{fault}");
    }
    if !faults.is_empty() {
        println!("Mend these {} and {} is offered.", faults.len(), culture.name);
        return Ok(ExitCode::FAILURE);
    }
    if own.messages.is_empty() {
        println!("culture.toml of {} is valid. It has no messages yet, so it is not offered.", culture.name);
    } else {
        println!("{} is complete.", culture.name);
    }
    Ok(ExitCode::SUCCESS)
}
