//! `hearth import`

use std::{io::Read, path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use flate2::read::GzDecoder;
use hearth_app::Config;
use hearth_kernel::{Context, Error, Result, ports::Basis};
use hearth_matrix::archive::{Format, Importer, Options, Request, Summary, day, limits::MAX_SOURCE_BYTES, time_zone};
use indicatif::{ProgressBar, ProgressStyle};

use super::{desk, import_events};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    /// The log's files, oldest first; .gz is unpacked.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The name of the room that a channel becomes.
    #[arg(long)]
    room: Option<String>,
    /// How the files are laid out: qtox, weechat, znc or edges. Told from the first lines if left out.
    #[arg(long)]
    format: Option<String>,
    /// Where the clock hung that stamped the lines, such as Europe/London.
    #[arg(long, default_value = "UTC")]
    timezone: String,
    /// The day of a ZNC log whose name does not say it, such as 2016-06-01.
    #[arg(long)]
    date: Option<String>,
    /// Leave out lines that are not understood, instead of refusing the file.
    #[arg(long)]
    lenient: bool,
    /// Put before every name, so that nobody here is taken for somebody there.
    #[arg(long, default_value = "")]
    prefix: String,
    /// A member who looks after the room that a channel becomes, such as @ada:example.org. May be given more than once,
    /// and for a channel that was moved in before.
    #[arg(long = "moderator", value_name = "MEMBER")]
    moderators: Vec<String>,
    /// Why it is lawful to learn from what these people did: consent (they agreed to it), contract (what they asked for
    /// cannot be done without it) or interest (one that theirs do not outweigh). It is stated by whoever moves the log
    /// in, who must be able to show it, and is kept with the import. Left out: nothing is learnt from it.
    #[arg(long, value_name = "BASIS")]
    basis: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum Verb {
    /// Move another product's events in from a file: CSV, lines of JSON, or Parquet. Stop the server first.
    ///
    /// Can be stopped and run again: it goes on where it was, and what is there is not stored twice.
    Events(import_events::Arguments),
}

pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<ExitCode> {
    if let Some(Verb::Events(arguments)) = &arguments.verb {
        return import_events::run(arguments, config);
    }
    super::start_logging(config);
    let request = request(arguments)?;
    let summary = super::runtime()?.block_on(import(config, request))?;
    if arguments.json {
        print_json(&summary);
    } else {
        print_text(&summary);
    }
    Ok(ExitCode::SUCCESS)
}

async fn import(config: &Config, request: Request) -> Result<Summary> {
    let context = Context::real();
    let app = desk::open(config, context.clone()).await?;
    let bar = ProgressBar::new(0);
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} steps, {per_sec}, {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let progress = |done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    };
    let summary = Importer::new(&app.matrix, context).import(request, progress).await;
    bar.finish_and_clear();
    app.store.close().await;
    summary
}

fn request(arguments: &Arguments) -> Result<Request> {
    let invalid = |refusal: hearth_matrix::archive::Refusal| Error::invalid_param(refusal.to_string());
    let format = match &arguments.format {
        None => None,
        Some(name) => Some(Format::from_name(name).ok_or_else(|| {
            Error::invalid_param(format!(
                "there is no format {name}; there are {}",
                Format::ALL.map(Format::name).join(", ")
            ))
        })?),
    };
    let date = arguments.date.as_deref().map(day).transpose().map_err(invalid)?;
    let options = Options { format, time_zone: time_zone(&arguments.timezone).map_err(invalid)?, date };
    let files = arguments.files.iter().map(read).collect::<Result<_>>()?;
    let unknown = |word: &String| {
        Error::invalid_param(format!("there is no basis {word}; there are {}", Basis::ALL.map(Basis::word).join(", ")))
    };
    let basis = arguments.basis.as_ref().map(|word| Basis::from_word(word).ok_or_else(|| unknown(word))).transpose()?;
    let Arguments { room, lenient, prefix, moderators, .. } = arguments;
    let (room, prefix, moderators) = (room.clone(), prefix.clone(), moderators.clone());
    Ok(Request { files, room, options, lenient: *lenient, prefix, moderators, basis })
}

/// The whole file, unpacked, up to the bound that the parser has.
fn read(path: &PathBuf) -> Result<(String, Vec<u8>)> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let unreadable =
        |error: std::io::Error| Error::invalid_param(format!("{} cannot be read: {error}", path.display()));
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let most = MAX_SOURCE_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    let read = match path.extension().is_some_and(|extension| extension == "gz") {
        true => GzDecoder::new(file).take(most).read_to_end(&mut bytes),
        false => file.take(most).read_to_end(&mut bytes),
    };
    read.map_err(unreadable)?;
    Ok((name, bytes))
}

fn print_json(summary: &Summary) {
    let Summary { format, source, people, rooms, room_ids, steps, messages, bad, bad_lines, ignored, was_there } =
        summary;
    println!(
        "{}",
        serde_json::json!({
            "format": format, "source": source, "people": people, "rooms": rooms, "room_ids": room_ids, "steps": steps,
            "messages": messages, "bad": bad, "bad_lines": bad_lines, "ignored": ignored, "was_there": was_there,
        })
    );
}

fn print_text(summary: &Summary) {
    let Summary { format, people, rooms, room_ids, steps, messages, bad, bad_lines, ignored, was_there, .. } = summary;
    if *was_there {
        println!("These files were moved in before; nothing was moved in again.");
    }
    println!("{format}: {messages} messages in {steps} steps, {people} people, {rooms} rooms");
    for room_id in room_ids {
        println!("room {room_id}");
    }
    for (kind, count) in ignored {
        println!("left out: {count} {kind}");
    }
    if *bad > 0 {
        println!("not understood and left out: {bad} lines");
        bad_lines.iter().for_each(|line| println!("{line}"));
    }
}
