//! A real log, which lies beside the clone: nothing that comes later, and no name, changes what is said.

use std::{collections::BTreeMap, fs::File, io::Read, path::PathBuf};

use flate2::read::MultiGzDecoder;
use hearth_kernel::Rng;
use tempfile::TempDir;

use super::{
    backtest::{self, Running},
    log::Log,
    model::Recipe,
    protocol::Protocol,
};
use crate::ingest::Columns;

/// A row: user, time, kind, peer and room, as they are written.
type Row = [String; 5];

fn folder() -> PathBuf {
    let shared = std::env::var("HEARTH_SHARED").expect("HEARTH_SHARED names the folder beside the project");
    PathBuf::from(shared).join("data/collegemsg")
}

fn rows() -> Vec<Row> {
    let file = File::open(folder().join("events.csv.gz")).expect("a log");
    let mut text = String::new();
    MultiGzDecoder::new(file).read_to_string(&mut text).expect("a text");
    let row = |line: &str| {
        let mut cells = line.split(',').map(str::to_owned);
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    };
    text.lines().skip(1).map(row).collect()
}

fn time(row: &Row) -> i64 {
    row[1].parse().expect("a time")
}

/// What is said of everybody at the last cut-off of a protocol, by name.
fn said<'a>(rows: impl IntoIterator<Item = &'a Row>, protocol: &Protocol) -> BTreeMap<String, f64> {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("log.csv");
    let lines = rows.into_iter().map(|row| row.join(",") + "\n");
    let text: String = std::iter::once("user,time,kind,peer,room\n".to_owned()).chain(lines).collect();
    std::fs::write(&file, text).expect("the folder is ours");
    let log = Log::read(&file, &Columns::default(), i64::MAX).expect("a log");
    let recipe = Recipe::default();
    let running = Running { recipe: &recipe, seed: 1, threads: 2, with_reasons: false, from: 0 };
    let judged = backtest::run(&log, protocol, running).expect("a backtest");
    let last = judged.into_iter().next_back().expect("a cut-off");
    last.rows.iter().map(|row| (log.members.name(row.member).to_owned(), row.p)).collect()
}

#[test]
fn what_comes_later_and_what_members_are_called_changes_nothing() {
    let rows = rows();
    let text = std::fs::read_to_string(folder().join("protocol.json")).expect("a protocol");
    let whole = Protocol::from_json(&text).expect("a protocol");
    let cutoff = whole.test_cutoffs[whole.test_cutoffs.len() / 3];
    let earlier = whole.all_cutoffs().into_iter().filter(|one| *one < cutoff).collect();
    let protocol = Protocol { train_cutoffs: earlier, test_cutoffs: vec![cutoff], ..whole };
    let expected = said(&rows, &protocol);
    assert!(expected.len() > 100, "{}", expected.len());

    let (past, future): (Vec<Row>, Vec<Row>) = rows.iter().cloned().partition(|row| time(row) < cutoff);
    // As programs write it that keep a column with gaps as fractions, and in another order.
    let mut cut = past.clone();
    cut.iter_mut().for_each(|row| row[3].push_str(".0"));
    cut.reverse();
    assert_eq!(said(&cut, &protocol), expected, "deleted, and turned round");
    let rng = Rng::from_number(7);
    let end = rows.iter().map(time).max().expect("a row");
    let moved = |row: &Row| {
        let at = cutoff + rng.below((end - cutoff) as u64) as i64;
        [rng.below(1_900).to_string(), at.to_string(), row[2].clone(), row[3].clone(), row[4].clone()]
    };
    let moved: Vec<Row> = future.iter().map(moved).collect();
    assert_eq!(said(past.iter().chain(&moved), &protocol), expected, "moved to others");
    let thinned = future.iter().filter(|_| rng.one_in(2));
    assert_eq!(said(past.iter().chain(thinned), &protocol), expected, "thinned");

    // A multiple by a prime leads each name to another one.
    const PRIME: u64 = 100_003;
    let renamed = |name: &String| {
        name.parse::<u64>().map_or_else(|_| name.clone(), |name| (10_000_000 + name * 7_919 % PRIME).to_string())
    };
    let others: Vec<Row> = rows
        .iter()
        .map(|row| [renamed(&row[0]), row[1].clone(), row[2].clone(), renamed(&row[3]), row[4].clone()])
        .collect();
    let others = said(&others, &protocol);
    for (name, p) in &expected {
        let other = others[&renamed(name)];
        assert!((p - other).abs() <= 0.02, "{name}: {p}, and by another name {other}");
    }
}
