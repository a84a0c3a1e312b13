//! What the leaving of one does to others: members who lost regular contacts beside members like them who did not.
//!
//! At a moment every 28 days: a *regular contact* is somebody with whom the member exchanged words on two days or more, each turning to
//! the other at least once, in the 56 days that ended 28 days ago. A contact is *lost* if they have no active day in the last
//! 28. Asked are members active in these who had a regular contact; *left* is who has no active day in the 28 days after.
//! Alike are those with as many active days in the last 28 days and the last 7, about as many in the 56 before, about as many
//! regular contacts, and about as long here.
//!
//! A member may already have come less because the contact was gone; being compared with those who came as little, that part of
//! the loss is not counted. The difference is what is left of it.

use std::collections::{BTreeMap, HashMap};

use serde_json::json;

use super::{
    friction::comparison,
    matched::{Case, Matched, about, compare, stratum},
    query::Answer,
    table::Table,
    view::View,
};
use crate::{features::NOBODY, segments::DaySet};

const STEP: i32 = 28;
const HABIT: i32 = 56;
/// Who lost so many or more stand together.
const MOST: usize = 3;

/// A member at a moment, and how many of their regular contacts are gone.
struct Asked {
    case: Case,
    lost: usize,
}

/// What two members exchanged: from the lower number to the higher, and back.
#[derive(Default)]
struct Exchange {
    there: bool,
    back: bool,
    days: u32,
    last_day: i32,
}

pub(super) fn contacts(view: &View<'_>) -> Answer {
    let lifecycle = view.lifecycle();
    let mut asked = Vec::new();
    let mut moment = view.first_day + HABIT + STEP;
    while moment + STEP <= view.last_day + 1 {
        ask(view, lifecycle.members(), moment, &mut asked);
        moment += STEP;
    }
    // Each number of lost contacts against none; then any.
    let compared = |is_touched: &dyn Fn(usize) -> bool| -> Option<Matched> {
        let those = asked.iter().filter(|asked| asked.lost == 0 || is_touched(asked.lost));
        let cases: Vec<Case> = those.map(|asked| Case { is_touched: asked.lost > 0, ..asked.case }).collect();
        compare(&cases, view.least)
    };
    let mut rows: Vec<(String, Option<Matched>)> = (1..=MOST)
        .map(|lost| {
            let name = if lost == MOST { format!("{lost} or more") } else { lost.to_string() };
            (name, compared(&|count| count == lost || lost == MOST && count > MOST))
        })
        .collect();
    rows.push(("any".to_owned(), compared(&|_| true)));
    let value = json!({
        "left_after_days": STEP,
        "lost_contacts": rows.iter().map(|(lost, matched)| json!({ "lost": lost, "matched": matched })).collect::<Vec<_>>(),
    });
    let columns = ["lost contacts", "cases", "left", "those alike", "difference", "95 %", "members lost", "95 %"];
    let mut table = Table::new("Members who lost regular contacts, and left in the 28 days after", &columns);
    for (lost, matched) in &rows {
        let cases = matched.map_or_else(|| super::table::WITHHELD.to_owned(), |matched| matched.touched.to_string());
        table.row([lost.clone(), cases].into_iter().chain(comparison(matched.as_ref())));
    }
    if asked.is_empty() {
        table.notes.push("Nobody here exchanged words with the same member on two days, long enough ago.".to_owned());
    }
    Answer::new(view, value, vec![table])
}

/// Adds the members of one moment.
fn ask(view: &View<'_>, members: &[DaySet], moment: i32, asked: &mut Vec<Asked>) {
    let recent = moment - STEP;
    let was_there = |member: u32| members[member as usize].count(recent, moment) > 0;
    let mut contacts: BTreeMap<u32, [usize; 2]> = BTreeMap::new();
    for ((low, high), exchange) in exchanges(view, recent - HABIT, recent) {
        if exchange.days > 1 && exchange.there && exchange.back {
            for (member, contact) in [(low, high), (high, low)] {
                let [all, lost] = contacts.entry(member).or_default();
                *all += 1;
                *lost += usize::from(!was_there(contact));
            }
        }
    }
    for (member, [all, lost]) in contacts.into_iter().filter(|(member, _)| was_there(*member)) {
        let days = &members[member as usize];
        let alike = stratum(&[
            days.count(recent, moment) as u64,
            days.count(moment - 7, moment) as u64,
            about(days.count(recent - HABIT, recent)),
            about(all),
            about((moment - days.first().unwrap_or(moment)).div_euclid(STEP) as usize),
        ]);
        let case = Case {
            member,
            stratum: alike + ((moment as u64) << 32),
            is_touched: lost > 0,
            left: days.count(moment, moment + STEP) == 0,
        };
        asked.push(Asked { case, lost });
    }
}

/// Who exchanged words with whom between two days.
fn exchanges(view: &View<'_>, from: i32, until: i32) -> HashMap<(u32, u32), Exchange> {
    let mut calendar = view.calendar.clone();
    let mut exchanges: HashMap<(u32, u32), Exchange> = HashMap::new();
    let words = view.between(from, until).iter().filter(|event| view.classes.is_word(event.kind));
    for event in words.filter(|event| event.peer != NOBODY && event.peer != event.member) {
        let pair = (event.member.min(event.peer), event.member.max(event.peer));
        let day = calendar.day(event.at);
        let exchange = exchanges.entry(pair).or_insert_with(|| Exchange { last_day: i32::MIN, ..Exchange::default() });
        if event.member == pair.0 {
            exchange.there = true;
        } else {
            exchange.back = true;
        }
        exchange.days += u32::from(exchange.last_day != day);
        exchange.last_day = day;
    }
    exchanges
}
