//! Communities of many seeds: none loses, doubles or reorders anything, and each can be repeated.

use std::{collections::BTreeMap, env, fs, path::Path};

use hearth_sim::{Outcome, Scenario, run};

/// Seeds of a normal run, and of `make soak`.
const FEW: u64 = 10;
const MANY: u64 = 1_000;
/// The kinds of trouble that there are.
const TROUBLES: usize = 8;

#[track_caller]
fn holds(seed: u64) -> Outcome {
    run(&Scenario::COMMUNITY, seed).unwrap_or_else(|failure| {
        if let Some(file) = env::var_os("HEARTH_JOURNAL") {
            fs::write(file, failure.journal.join("\n")).expect("the journal can be written");
        }
        panic!("{failure}")
    })
}

#[test]
fn the_same_seed_gives_the_same_rows() {
    let (one, two) = (holds(1), holds(1));
    let differs = one.journal.iter().zip(&two.journal).position(|(one, two)| one != two);
    if let Some(at) = differs {
        panic!("the runs part at request {at}:\n  {}\n  {}", one.journal[at], two.journal[at]);
    }
    assert_eq!(one.journal.len(), two.journal.len(), "one run goes on where the other ends");
    if let Some(difference) = one.dump.first_difference(&two.dump) {
        panic!("the tables differ: {difference}");
    }
}

#[test]
fn many_seeds() {
    let count = if env::var_os("HEARTH_SOAK").is_some() { MANY } else { FEW };
    let mut failures = Vec::new();
    let mut troubles: BTreeMap<&str, u64> = BTreeMap::new();
    for seed in 100..100 + count {
        match run(&Scenario::COMMUNITY, seed) {
            Ok(outcome) => {
                outcome.troubles.iter().for_each(|(what, times)| *troubles.entry(what).or_default() += times);
            }
            Err(failure) => failures.push(failure.to_string()),
        }
    }
    assert!(failures.is_empty(), "{} of {count} seeds fail\n{}", failures.len(), failures.join("\n"));
    // Nothing was proven about a trouble that never came.
    assert_eq!(troubles.len(), TROUBLES, "{troubles:?}");
}

#[test]
fn seeds_that_failed_once() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds/community.txt");
    let list = fs::read_to_string(list).expect("the list of seeds");
    let seeds = list.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|seed| !seed.is_empty());
    for seed in seeds {
        holds(seed.parse().expect("a seed is a number"));
    }
}

/// The seed in `HEARTH_SEED`; `HEARTH_JOURNAL` names a file for every request of a failing run.
#[test]
fn one_seed() {
    let Ok(seed) = env::var("HEARTH_SEED") else { return };
    holds(seed.parse().expect("HEARTH_SEED is a number"));
}
