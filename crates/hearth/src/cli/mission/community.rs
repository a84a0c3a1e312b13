//! A community whose story is known: who leaves, and why.

use hearth_insight::signals::{Id, PRODUCT_ACTIVITY, PRODUCT_FRICTION, Signal, SignalKind, Word};
use hearth_kernel::Rng;

/// 2024-01-01, a midnight.
const START: i64 = 1_704_067_200;
const DAY: i64 = 86_400;
const DAYS: i64 = 140;
/// When the story is over.
pub(super) const END: i64 = START + DAYS * DAY;
const MEMBERS: usize = 900;
/// To so many members a spammer writes, of whom the first half complain.
pub(super) const SPAMMED: usize = 16;
/// What fails for a member fails for so long.
const FAILS_DAYS: i64 = 8;
/// So many look for help in vain, twice each.
pub(super) const HELPLESS: usize = 12;
/// What fails for members, most of whom leave.
pub(super) const DEFECT: &str = "send_failed";

/// One member's part in the story.
struct Member {
    comes: i64,
    leaves: i64,
    /// When something failed for them.
    failed: Vec<i64>,
}

/// What there is to know of the story.
pub(super) struct Story {
    pub signals: Vec<Signal>,
    /// Those for whom something fails when it is over.
    pub failed: Vec<String>,
    /// How many were there on the last day.
    pub active: usize,
}

/// Members come in pairs that talk. Something fails for some, day after day, until most of them have had enough; most of
/// their friends go some weeks after them.
pub(super) fn story() -> Story {
    let rng = Rng::from_number(5);
    let mut members: Vec<Member> = Vec::new();
    for _ in 0..MEMBERS / 2 {
        let comes = rng.below(100) as i64;
        let mut two = [live(&rng, comes), live(&rng, comes)];
        two.sort_by_key(|member| member.leaves);
        if rng.below(10) < 8 {
            two[1].leaves = two[1].leaves.min(two[0].leaves.saturating_add(30 + rng.below(25) as i64));
        }
        members.extend(two);
    }
    let mut signals = Vec::new();
    let (mut failed, mut active) = (Vec::new(), 0);
    for (number, member) in members.iter().enumerate() {
        let (name, friend) = (format!("m{number}"), format!("m{}", number ^ 1));
        for day in member.comes..member.leaves.min(DAYS) {
            let has_failed = member.failed.contains(&day);
            if rng.below(10) < 7 {
                let at = START + day * DAY + 30_000 + rng.below(40_000) as i64;
                signals.push(signal(&PRODUCT_ACTIVITY, "message", &name, Some(&friend), at));
                active += usize::from(day == DAYS - 1);
                if has_failed {
                    signals.extend((1..4).map(|more| signal(&PRODUCT_FRICTION, DEFECT, &name, None, at + more)));
                }
            }
        }
        if member.leaves > DAYS - 1 && member.failed.contains(&(DAYS - 1)) {
            failed.push(name);
        }
    }
    signals.extend(spam());
    signals.extend((0..HELPLESS * 2).map(|time| {
        let member = format!("m{}", time % HELPLESS);
        signal(&PRODUCT_ACTIVITY, "help_search_empty", &member, None, START + 90 * DAY + time as i64)
    }));
    signals.sort_by_key(|signal| signal.at_ms);
    (0..).zip(&mut signals).for_each(|(position, signal)| signal.position = position);
    Story { signals, failed, active }
}

fn live(rng: &Rng, comes: i64) -> Member {
    let mut member = Member { comes, leaves: i64::MAX, failed: Vec::new() };
    let mut day = comes + 1;
    while day < DAYS {
        if rng.below(100) == 0 {
            member.failed.extend(day..day + FAILS_DAYS);
            day += FAILS_DAYS;
            if rng.below(10) < 8 {
                member.leaves = day;
                break;
            }
        } else if rng.below(1_000) < 2 {
            member.leaves = day;
            break;
        }
        day += 1;
    }
    member
}

/// On one evening somebody writes to many, of whom half complain.
fn spam() -> impl Iterator<Item = Signal> {
    let evening = START + 60 * DAY + 80_000;
    (0..SPAMMED).flat_map(move |number| {
        let (member, at) = (format!("m{number}"), evening + number as i64);
        let message = signal(&PRODUCT_ACTIVITY, "message", "spammer", Some(&member), at);
        let complaint = signal(&PRODUCT_ACTIVITY, "reported", &member, Some("spammer"), at + 600);
        std::iter::once(message).chain((number < SPAMMED / 2).then_some(complaint))
    })
}

fn signal(kind: &'static SignalKind, word: &str, member: &str, peer: Option<&str>, at: i64) -> Signal {
    let id = |name: &str| Id::parse(name).expect("a plain name");
    let variant = Some(Word::parse(word).expect("a plain word"));
    Signal { variant, peer: peer.map(id), ..Signal::new(kind, id(member), at * 1_000, 0, 0) }
}
