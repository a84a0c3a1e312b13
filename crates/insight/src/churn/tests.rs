//! What must hold of the engine as a whole.

use hearth_kernel::Rng;

use super::{
    backtest::{self, Running},
    dataset,
    engine::Learned,
    log::Log,
    model::Recipe,
    protocol::Protocol,
    registry,
};
use crate::features::{DAY, Event, Fold, NOBODY};

const START: i64 = 1_500_000_000 / DAY * DAY;
const DAYS: i64 = 120;

/// People who come and go: each writes on most days until they lose interest, to one of a few friends.
fn community(seed: u64, people: u32) -> Log {
    let rng = Rng::from_number(seed);
    let mut log = Log::default();
    for member in 0..people {
        assert_eq!(log.members.number(&format!("member {member}")), member);
    }
    log.kinds.number("message");
    for member in 0..people {
        let came = START + rng.below(60) as i64 * DAY;
        let stays = 1 + rng.below(80) as i64;
        let every = 1 + rng.below(4) as i64;
        for day in (0..stays).step_by(every as usize) {
            for _ in 0..=rng.below(3) {
                let at = came + day * DAY + rng.below(DAY as u64) as i64;
                let peer = (member + 1 + rng.below(5) as u32) % people;
                if at < START + DAYS * DAY {
                    log.events.push(Event { at, member, peer, room: NOBODY, kind: 0 });
                }
            }
        }
    }
    log.events.sort();
    log
}

fn recipe() -> Recipe {
    let mut recipe = Recipe::default();
    recipe.growth.trees = 20;
    recipe
}

/// Cut-offs each week, of which the last three are judged.
fn protocol() -> Protocol {
    let cutoffs: Vec<i64> = (4..14).map(|week| START + week * 7 * DAY).collect();
    let (train, test) = cutoffs.split_at(7);
    Protocol { window_days: 14, horizon_days: 14, train_cutoffs: train.to_vec(), test_cutoffs: test.to_vec() }
}

/// What is said of everybody at a cut-off, by name.
fn said(log: &Log, cutoff: i64) -> Vec<(String, f64)> {
    let recipe = recipe();
    let running = Running { recipe: &recipe, seed: 7, threads: 2, with_reasons: false, from: 0 };
    let judged = backtest::run(log, &protocol(), running).expect("a backtest");
    let judged = judged.into_iter().find(|judged| judged.cutoff == cutoff).expect("the cut-off is judged");
    let mut said: Vec<(String, f64)> =
        judged.rows.iter().map(|row| (log.members.name(row.member).to_owned(), row.p)).collect();
    said.sort_by(|a, b| a.0.cmp(&b.0));
    said
}

#[test]
fn nothing_after_a_moment_changes_what_is_said_of_it() {
    let log = community(1, 300);
    let cutoff = protocol().test_cutoffs[1];
    let whole = said(&log, cutoff);
    assert!(whole.len() > 50, "{}", whole.len());
    let split = log.events.partition_point(|event| event.at < cutoff);
    let (past, future) = log.events.split_at(split);
    let rng = Rng::from_number(2);
    let with = |events: Vec<Event>| {
        let mut other = log.clone();
        other.events = [past, &events].concat();
        other.events.sort();
        other
    };
    let moved = |event: &Event| {
        let at = cutoff + rng.below((START + DAYS * DAY - cutoff) as u64) as i64;
        Event { at, member: rng.below(300) as u32, ..*event }
    };
    let thinned = future.iter().filter(|_| rng.one_in(2)).copied().collect();
    for (what, events) in [("deleted", Vec::new()), ("moved", future.iter().map(moved).collect()), ("thinned", thinned)]
    {
        assert_eq!(said(&with(events), cutoff), whole, "{what}");
    }
}

#[test]
fn what_members_are_called_and_in_which_order_they_came_does_not_matter() {
    let log = community(3, 200);
    let cutoff = protocol().test_cutoffs[0];
    let mut renamed = Log::default();
    renamed.kinds.number("message");
    // Numbers are given out from the other end, and traces of one moment come in another order.
    for member in (0..200).rev() {
        renamed.members.number(&format!("member {member}"));
    }
    let turned = |event: &Event| Event { member: 199 - event.member, peer: 199 - event.peer, ..*event };
    renamed.events = log.events.iter().map(turned).collect();
    renamed.events.sort();
    for ((name, before), (same, after)) in said(&log, cutoff).into_iter().zip(said(&renamed, cutoff)) {
        assert_eq!(name, same);
        assert!((before - after).abs() < 0.02, "{name}: {before} and {after}");
    }
}

#[test]
fn a_model_is_the_same_for_the_same_seed_and_comes_back_from_its_file() {
    let log = community(5, 300);
    let at = START + 90 * DAY;
    let learn = |threads| Learned::learn(&log, at, &recipe(), 9, threads).expect("a model");
    let (one, two) = (learn(1), learn(2));
    assert_eq!(registry::version_of(&one), registry::version_of(&two));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("model.json");
    registry::save(&one, &file).expect("it is written");
    let back = registry::load(&file).expect("it is read");
    let told = |learned: &Learned| -> Vec<(u32, f64, Vec<f64>)> {
        learned.score(&log, at).into_iter().map(|scored| (scored.member, scored.p, scored.curve)).collect()
    };
    assert_eq!(told(&back), told(&one));
    let curves = told(&one);
    assert!(curves.iter().all(|(_, p, curve)| *p <= curve[0] && curve[0] <= curve[1] && curve[1] <= curve[2]));
}

#[test]
fn a_file_that_is_no_model_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    for (text, says) in [
        ("", "no model of Hearth"),
        ("{\"format\":\"other\",\"version\":1,\"features\":\"\"}", "no model of Hearth"),
        ("{\"format\":\"hearth-churn-model\",\"version\":99,\"features\":\"\"}", "train it anew"),
    ] {
        let file = folder.path().join("model.json");
        std::fs::write(&file, text).expect("a file");
        let error = registry::load(&file).expect_err("it is refused");
        assert!(error.message.contains(says), "{}", error.message);
    }
}

#[test]
fn a_model_that_was_changed_is_refused_whatever_was_changed() {
    let log = community(5, 300);
    let learned = Learned::learn(&log, START + 90 * DAY, &recipe(), 9, 1).expect("a model");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("model.json");
    registry::save(&learned, &file).expect("it is written");
    let text = std::fs::read_to_string(&file).expect("it is text");
    let begins = text.find("\"learned\"").expect("the model");
    let digits: Vec<usize> = text.match_indices('1').map(|(at, _)| at).filter(|at| *at > begins).collect();
    for at in digits.iter().step_by(digits.len() / 20) {
        let mut changed = text.clone();
        changed.replace_range(*at..at + 1, "7");
        std::fs::write(&file, &changed).expect("a file");
        let error = registry::load(&file).expect_err("it is refused");
        assert!(error.message.contains("changed after it was learned"), "{}", error.message);
    }
}

#[test]
fn too_little_is_said_and_not_guessed_from() {
    let at = START + 90 * DAY;
    let empty = Log::default();
    assert!(Learned::learn(&empty, at, &recipe(), 1, 1).is_err_and(|error| error.message.contains("no event")));
    let few = community(1, 3);
    assert!(Learned::learn(&few, at, &recipe(), 1, 1).is_err_and(|error| error.message.contains("known outcome")));
    // A backtest predicts all the same, by how often people come.
    assert!(said(&few, protocol().test_cutoffs[0]).iter().all(|(_, p)| (0.0..=1.0).contains(p)));
}

#[test]
fn who_is_no_person_is_judged_and_not_learned_from() {
    let log = community(7, 300);
    let (at, cutoff) = (START + 90 * DAY, protocol().test_cutoffs[1]);
    let bot = log.events.iter().find(|event| event.at >= cutoff - 2 * DAY).expect("somebody is here").member;
    let apart_since = |since| Log { apart: [(bot, since)].into(), ..log.clone() };
    let learned = |log: &Log| Learned::learn(log, at, &recipe(), 9, 1).expect("a model");
    let (with, without) = (learned(&log), learned(&apart_since(START)));
    assert!(without.rows < with.rows);
    assert!(with.score(&log, cutoff).iter().any(|scored| scored.member == bot));
    assert!(with.score(&apart_since(START), cutoff).iter().all(|scored| scored.member != bot));
    // Nobody is known for it before.
    assert!(with.score(&apart_since(cutoff), cutoff).iter().any(|scored| scored.member == bot));
    assert_eq!(learned(&apart_since(at)).rows, with.rows);
    // A backtest answers for everybody.
    assert_eq!(said(&apart_since(START), cutoff).len(), said(&log, cutoff).len());
}

/// People who come every day, of whom half withdraw: nothing is known of them from then on.
#[test]
fn who_withdraws_is_not_learned_as_leaving() {
    let mut log = Log::default();
    log.kinds.number("message");
    let (at, withdrawn) = (START + DAYS * DAY, START + 60 * DAY + 3_600);
    for (day, member) in (0..DAYS).flat_map(|day| (0..60_u32).map(move |member| (day, member))) {
        assert_eq!(log.members.number(&format!("member {member}")), member);
        let at = START + day * DAY + i64::from(member);
        if member % 2 == 0 || at < withdrawn {
            log.events.push(Event { at, member, peer: NOBODY, room: NOBODY, kind: 0 });
        }
    }
    let left = |log: &Log| {
        let cutoffs: Vec<i64> = (1..16).map(|week| START + week * 7 * DAY).collect();
        let rows = dataset::rows(log, &cutoffs, 7, 7);
        rows.iter().filter(|row| row.is_known(7, at) && row.left(7)).count()
    };
    assert_eq!(left(&log), 30, "by the traces alone half of them leave");
    log.ended = (1..60).step_by(2).map(|member| (member, withdrawn)).collect();
    assert_eq!(left(&log), 0);
    let error = Learned::learn(&log, at, &recipe(), 1, 1).expect_err("nobody leaves");
    assert!(error.message.contains("of which 0 left"), "{}", error.message);
}

#[test]
fn who_withdraws_after_a_moment_changes_nothing_that_is_said_of_it() {
    let log = community(17, 300);
    let cutoff = protocol().test_cutoffs[1];
    let withdrawn = cutoff + 2 * DAY;
    let mut other = log.clone();
    other.ended = (0..300).step_by(2).map(|member| (member, withdrawn)).collect();
    other.events.retain(|event| event.member % 2 == 1 || event.at < withdrawn);
    let (whole, rest) = (said(&log, cutoff), said(&other, cutoff));
    // What became of the others is not known, so nothing is judged by it.
    assert!(!rest.is_empty() && rest.len() < whole.len());
    assert!(rest.iter().all(|one| whole.contains(one)));
}

#[test]
fn who_is_about_to_leave_is_told_from_who_stays() {
    let log = community(11, 400);
    let recipe = recipe();
    let running = Running { recipe: &recipe, seed: 1, threads: 2, with_reasons: true, from: 0 };
    let judged = backtest::run(&log, &protocol(), running).expect("a backtest");
    let rows: Vec<_> = judged.iter().flat_map(|judged| judged.rows.iter().copied()).collect();
    let auc = super::metrics::auc_within(&rows);
    assert!(auc > 0.6, "{auc}");
    let told = judged.iter().flat_map(|judged| &judged.reasons).filter(|reasons| !reasons.is_empty()).count();
    assert!(told * 10 > rows.len() * 9, "{told} of {} have a reason", rows.len());
}

/// A real log that lies beside the project.
mod shared {
    use std::path::Path;

    use super::*;
    use crate::{churn::metrics, features::Group, ingest::Columns};

    fn college() -> Log {
        let shared = std::env::var("HEARTH_SHARED").expect("HEARTH_SHARED names the folder beside the project");
        Log::read(&Path::new(&shared).join("data/collegemsg/events.csv.gz"), &Columns::default(), i64::MAX)
            .expect("a log")
    }

    /// The same log with a member's last fortnight as if the reason did not hold.
    fn neutralised(log: &Log, at: i64, member: u32, group: Group) -> Log {
        let mut other = log.clone();
        let own: Vec<Event> =
            log.events.iter().filter(|event| event.at < at && event.member == member).copied().collect();
        let mut peers: Vec<u32> = own.iter().rev().map(|event| event.peer).filter(|peer| *peer != NOBODY).collect();
        peers.dedup();
        peers.truncate(4);
        for day in 0..14 {
            for (place, peer) in peers.iter().enumerate() {
                let hour = |hour: i64| at - day * DAY - (24 - hour) * 3_600 + place as i64 * 60;
                let writes = Event { at: hour(15), member, peer: *peer, room: NOBODY, kind: 0 };
                let answers = Event { at: hour(14), member: *peer, peer: member, room: NOBODY, kind: 0 };
                match group {
                    Group::Answers | Group::Contacts => other.events.push(answers),
                    _ => other.events.push(writes),
                }
            }
        }
        if group == Group::Tenure {
            let first = own.first().expect("they were here");
            other.events.push(Event { at: first.at - 60 * DAY, ..*first });
        }
        other.events.sort_by_key(|event| event.at);
        other
    }

    #[test]
    fn reasons_survive_neutralisation() {
        let log = college();
        let at = 1_086_652_800;
        let learned = Learned::learn(&log, at, &Recipe::default(), 1, 2).expect("a model");
        let (mut tried, mut fell) = (0, 0);
        for scored in learned.score(&log, at).into_iter().take(200) {
            let Some(first) = learned.reasons(&scored).into_iter().next() else { continue };
            let other = neutralised(&log, at, scored.member, first.group);
            let again = learned.score(&other, at).into_iter().find(|other| other.member == scored.member);
            tried += 1;
            fell += usize::from(again.expect("still here").p < scored.p);
        }
        assert!(tried >= 190 && fell * 10 >= tried * 9, "of {tried} members, {fell} are less likely to leave");
    }

    #[test]
    fn the_engine_is_better_than_the_simplest_rules() {
        let log = college();
        let protocol = Protocol::plan(&log);
        let recipe = Recipe::default();
        let running = Running { recipe: &recipe, seed: 1, threads: 2, with_reasons: false, from: 0 };
        let judged = backtest::run(&log, &protocol, running).expect("a backtest");
        let rows: Vec<metrics::Graded> = judged.iter().flat_map(|judged| judged.rows.iter().copied()).collect();
        let silence = judged.iter().flat_map(|judged| judged.recency.iter().copied());
        let simple: Vec<metrics::Graded> =
            rows.iter().zip(silence).map(|(row, days)| metrics::Graded { p: days, ..*row }).collect();
        let (engine, recency) = (metrics::auc_within(&rows), metrics::auc_within(&simple));
        assert!(engine > recency + 0.05, "{engine} against {recency}");
    }

    #[test]
    fn a_member_takes_a_kilobyte() {
        let shared = std::env::var("HEARTH_SHARED").expect("HEARTH_SHARED names the folder beside the project");
        for name in ["gitter-fcc", "collegemsg"] {
            let file = Path::new(&shared).join(format!("data/{name}/events.csv.gz"));
            let log = Log::read(&file, &Columns::default(), i64::MAX).expect("a log");
            let mut fold = Fold::default();
            log.events.iter().for_each(|event| fold.apply(event));
            let each = fold.bytes() / log.members.len();
            assert!(each <= 1024, "{each} bytes for each member of {name}");
        }
    }
}
