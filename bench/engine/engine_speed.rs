//! The engine's side of measure.py: folds a log, grows and asks trees, and backtests, and prints the CPU seconds as JSON.
//!
//!     engine_speed fold EVENTS END COLUMNS     reads events, writes the 31 columns of every member
//!     engine_speed trees ROWS LABELS ASKED WIDTH LOGITS
//!     engine_speed backtest LOG

#![expect(clippy::print_stdout, reason = "what it found is read by measure.py")]

use std::{env, error::Error, fs, hint::black_box, path::Path};

use hearth_insight::{
    churn::{
        backtest::{self, Running},
        booster::{self, Growth},
        log::Log,
        model::Recipe,
        protocol::Protocol,
    },
    features::{Activity, Event, FEATURES, Fold, NOBODY, Seen, WINDOWS},
    ingest::Columns,
};
use serde_json::{Value, json};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// An event in the file: at, member, peer, kind; little-endian and without gaps.
const EVENT_BYTES: usize = 18;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let found = match arguments[..] {
        ["fold", events, end, columns] => fold(events, end.parse()?, columns)?,
        ["trees", rows, labels, asked, width, logits] => trees([rows, labels, asked, logits], width.parse()?)?,
        ["backtest", log] => backtest(log)?,
        _ => return Err("usage: engine_speed fold EVENTS END COLUMNS | trees … | backtest LOG".into()),
    };
    println!("{found}");
    Ok(())
}

fn fold(path: &str, end: i64, out: &str) -> Result<Value> {
    let events: Vec<Event> = fs::read(path)?.chunks_exact(EVENT_BYTES).map(event).collect();
    let mut own = Fold::read_at_second(end);
    let (_, fold_s) = cpu(|| own.act_all(&events))?;
    let (columns, read_s) = cpu(|| {
        let mut columns = Vec::new();
        for member in 0..own.members() as u32 {
            if let Some(activity) = own.activity(member) {
                row(&own, member, activity, end, &mut columns);
            }
        }
        columns
    })?;
    fs::write(out, columns.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>())?;
    drop((own, columns));
    let ((), whole_s) = cpu(|| {
        let mut whole = Fold::read_at_second(end);
        whole.apply_all(&events);
        for member in 0..whole.members() as u32 {
            if let Some(seen) = Seen::new(&whole, member, end) {
                for feature in FEATURES {
                    black_box((feature.of)(&seen));
                }
            }
        }
    })?;
    Ok(json!({ "fold_s": fold_s, "read_s": read_s, "whole_s": whole_s }))
}

fn event(bytes: &[u8]) -> Event {
    let number = |from: usize| u32::from_le_bytes(bytes[from..from + 4].try_into().expect("four bytes"));
    Event {
        at: i64::from_le_bytes(bytes[..8].try_into().expect("eight bytes")),
        member: number(8),
        peer: number(12),
        room: NOBODY,
        kind: u16::from_le_bytes([bytes[16], bytes[17]]),
    }
}

/// The member's number, and the columns in the order in which measure.py names them.
fn row(fold: &Fold, member: u32, own: &Activity, end: i64, columns: &mut Vec<f64>) {
    let events = f64::from(own.events);
    columns.extend([f64::from(member), events, (end - own.last_at) as f64, (end - own.first_at) as f64]);
    let (mut sum, mut windows) = (0_u32, WINDOWS.iter().peekable());
    for (day, traces) in own.days_before(fold.ring_end(end)).enumerate() {
        sum += u32::from(traces);
        if windows.next_if_eq(&&(day + 1)).is_some() {
            columns.push(f64::from(sum));
        }
    }
    columns.extend(own.decayed(end));
    columns.push(f64::from(own.profile.weekend()) / events);
    columns.extend(own.profile.quarters().map(|traces| f64::from(traces) / events));
    columns.extend(own.kinds[..4].iter().map(|traces| f64::from(*traces) / events));
    columns.push(f64::from(own.active_days));
    let gaps = &own.gaps;
    columns.extend([gaps.mean(), gaps.deviation(), f64::from(gaps.longest), gaps.quantile(0.5)]);
    columns.extend([f64::from(own.sessions), own.peers.count()]);
}

fn trees([rows, labels, asked, logits]: [&str; 4], width: usize) -> Result<Value> {
    let (rows, labels, asked) = (floats(rows)?, floats(labels)?, floats(asked)?);
    let by_column: Vec<f64> =
        (0..width).flat_map(|column| rows.iter().skip(column).step_by(width).map(|value| f64::from(*value))).collect();
    let labels: Vec<f64> = labels.into_iter().map(f64::from).collect();
    let columns: Vec<usize> = (0..width).collect();
    // As LightGBM has them by default, in forust's words: 20 rows in a leaf are some five of second derivatives.
    let growth = Growth {
        trees: 100,
        learning_rate: 0.1,
        leaves: 31,
        depth: 12,
        leaf_weight: 5.0,
        l2: 0.0,
        columns: 1.0,
        bins: 255,
    };
    let (forest, grow_s) = cpu(|| booster::grow(&by_column, &columns, &labels, &growth, 1))?;
    let forest = forest?;
    let (found, score_s) = cpu(|| forest.logits(&asked, width))?;
    fs::write(logits, found.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>())?;
    Ok(json!({ "grow_s": grow_s, "score_s": score_s }))
}

fn floats(path: &str) -> Result<Vec<f32>> {
    let bytes = fs::read(path)?;
    Ok(bytes.chunks_exact(4).map(|four| f32::from_le_bytes(four.try_into().expect("four bytes"))).collect())
}

fn backtest(path: &str) -> Result<Value> {
    let (judged, cpu_s) = cpu(|| -> Result<usize> {
        let log = Log::read(Path::new(path), &Columns::parse("")?, i64::MAX)?;
        let recipe = Recipe::default();
        let running = Running { recipe: &recipe, seed: 1, threads: 2, with_reasons: true, from: 0 };
        Ok(backtest::run(&log, &Protocol::plan(&log), running)?.len())
    })?;
    Ok(json!({ "cpu_s": cpu_s, "cutoffs": judged? }))
}

/// What came of it, and the CPU seconds of all threads.
fn cpu<T>(work: impl FnOnce() -> T) -> Result<(T, f64)> {
    let before = used()?;
    let done = work();
    Ok((done, used()? - before))
}

/// User and system time of this process, by the system's hundredths of a second.
fn used() -> Result<f64> {
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields = stat.rsplit_once(") ").ok_or("/proc/self/stat has another form")?.1;
    let ticks: Vec<f64> = fields.split(' ').skip(11).take(2).map(str::parse).collect::<std::result::Result<_, _>>()?;
    Ok(ticks.iter().sum::<f64>() / TICKS)
}
