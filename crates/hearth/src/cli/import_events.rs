//! `hearth import events`

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};
use hearth_app::Config;
use hearth_insight::ingest::{Columns, Format, Import, Imported, Report, Ruling, check};
use hearth_kernel::{Context, Error, Result, limits};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::desk;

#[derive(Args)]
pub(super) struct Arguments {
    /// The file: CSV whose first line names the columns, lines of JSON, or Parquet. The first two are unpacked from .gz.
    file: PathBuf,
    /// Which workspace the events go to: letters, digits and -
    #[arg(long, value_name = "NAME")]
    workspace: String,
    /// What the law lets the workspace rest on: consent, contract, legal-obligation, vital-interests, public-task or
    /// legitimate-interests. Needed when it is new.
    #[arg(long)]
    basis: Option<String>,
    /// Which columns are read, such as user=author,time=sent_at,event=type,peer=to,room=channel,amount=price. Left out, those
    /// of these names are, and `kind` for event. In JSON a column is a field, or a path with dots.
    #[arg(long, value_name = "PLACE=COLUMN,…", default_value = "")]
    map: String,
    /// How the file is laid out: csv, jsonl or parquet. Told from its name if left out.
    #[arg(long)]
    format: Option<String>,
    /// What the events of names are that nobody has ruled on. Left out, these are held until somebody does.
    #[arg(long, value_name = "MEANING")]
    accept: Option<Meaning>,
    /// Look at the whole file, say what is in it and which rows are not understood, and store nothing.
    #[arg(long)]
    dry_run: bool,
    /// Only go on with what was cut off; without it an import goes on by itself, too.
    #[arg(long, conflicts_with = "dry_run")]
    resume: bool,
    /// Leave out rows that are not understood, instead of refusing the file.
    #[arg(long)]
    lenient: bool,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Meaning {
    Activity,
    Friction,
    Ignored,
}

pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<ExitCode> {
    let format = match &arguments.format {
        Some(name) => Format::from_name(name),
        None => Format::of(&arguments.file),
    };
    let formats = || Format::ALL.map(Format::name).join(", ");
    let format =
        format.ok_or_else(|| Error::invalid_param(format!("say how the file is laid out: --format {}", formats())))?;
    let columns = Columns::parse(&arguments.map)?;
    if arguments.dry_run {
        return look_at(arguments, format, &columns);
    }
    super::start_logging(config);
    let import = Import {
        path: arguments.file.clone(),
        format,
        columns,
        workspace: arguments.workspace.clone(),
        basis: arguments.basis.clone(),
        accepts: arguments.accept.map(|meaning| match meaning {
            Meaning::Activity => Ruling::Activity,
            Meaning::Friction => Ruling::Friction,
            Meaning::Ignored => Ruling::Ignored,
        }),
        is_lenient: arguments.lenient,
        only_resumes: arguments.resume,
    };
    let imported = super::runtime()?.block_on(store(config, &import))?;
    if arguments.json {
        println!("{}", imported_json(&imported, format));
    } else {
        print_imported(&imported, &import);
    }
    Ok(ExitCode::SUCCESS)
}

async fn store(config: &Config, import: &Import) -> Result<Imported> {
    let app = desk::open(config, Context::real()).await?;
    let bar = ProgressBar::new(0);
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} rows, {per_sec}, {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let progress = |done: u64, all: u64| {
        bar.set_length(all);
        bar.set_position(done);
    };
    let imported = app.insight.ingest.import(import, progress).await;
    bar.finish_and_clear();
    app.store.close().await;
    imported
}

/// Works beside a server that runs: nothing is opened but the file.
fn look_at(arguments: &Arguments, format: Format, columns: &Columns) -> Result<ExitCode> {
    let bar = ProgressBar::no_length();
    let style = ProgressStyle::with_template("{spinner} {pos} rows, {per_sec}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    let now_ms = Context::real().now_ms();
    let report = check(&arguments.file, format, columns, now_ms, || bar.inc(1));
    bar.finish_and_clear();
    let report = report?;
    if arguments.json {
        println!("{}", report_json(&report, format));
    } else {
        print_report(&report, format);
        println!("Nothing was stored.");
    }
    Ok(if report.bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn report_json(report: &Report, format: Format) -> Value {
    let Report { rows, bad, faults, rounded, members, events } = report;
    let fault = |fault: &hearth_insight::ingest::Fault| json!({ format.row_word(): fault.at, "column": fault.column, "message": fault.words });
    let event = |(name, (count, first_at_ms, last_at_ms)): (&String, &(u64, i64, i64))| json!({ "name": name, "events": count, "first_at_ms": first_at_ms, "last_at_ms": last_at_ms });
    json!({
        "rows": rows, "bad": bad, "faults": faults.iter().map(fault).collect::<Vec<_>>(), "rounded": rounded,
        "members": members, "events": events.iter().map(event).collect::<Vec<_>>(),
    })
}

fn imported_json(imported: &Imported, format: Format) -> Value {
    let Imported { digest, rows, rows_before, report, held, apart } = imported;
    let held_name = |(name, events): &(String, i64)| json!({ "name": name, "events": events });
    json!({
        "digest": digest, "rows": rows, "rows_before": rows_before,
        "report": report.as_ref().map(|report| report_json(report, format)),
        "held": held.iter().map(held_name).collect::<Vec<_>>(), "apart": apart,
    })
}

fn print_report(report: &Report, format: Format) {
    let Report { rows, bad, faults, rounded, members, events } = report;
    let or_more = if *members == limits::IMPORT_MEMBERS_COUNTED { " or more" } else { "" };
    println!("{rows} rows, {members}{or_more} members, {} names of events", events.len());
    for (name, (count, first_at_ms, last_at_ms)) in events {
        println!("  {name}: {count}, {} to {}", day(*first_at_ms), day(*last_at_ms));
    }
    if *rounded > 0 {
        println!(
            "{rounded} amounts are kept rounded, as whole numbers; give them in a smaller unit, such as cents, to keep all"
        );
    }
    if *bad > 0 {
        println!("{bad} {}s are not understood, the first ones are", format.row_word());
        faults.iter().for_each(|fault| println!("  {}", fault.words(format)));
    }
}

fn print_imported(imported: &Imported, import: &Import) {
    let Imported { rows, rows_before, report, held, apart, .. } = imported;
    match report {
        Some(report) => print_report(report, import.format),
        None if rows_before == rows => println!("This file was moved in before; nothing was moved in again."),
        None => println!("{rows} rows; {rows_before} of them were there already"),
    }
    for (name, events) in held {
        println!("held, as nobody has said what it means: {events} of {name}");
    }
    if !held.is_empty() {
        println!("Say what they mean with `hearth insight workspace accept {} NAME`.", import.workspace);
    }
    for member in apart {
        println!("set apart, too fast for a person: {member}");
    }
}

fn day(at_ms: i64) -> String {
    super::admin::day(&at_ms.into())
}
