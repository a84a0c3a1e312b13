//! How many members a rule means, and how far rules mean the same ones.

use hearth_kernel::{Error, Result};
use serde_json::{Value, json};

use super::{
    query::{Answer, Query},
    table::{self, Table},
    view::View,
};
use crate::{
    segments::{Fault, People, Rule},
    withhold::{Cell, Cells, Told},
};

/// Rules in one question: each is laid beside each.
const RULES: usize = 20;

/// A rule with the name that it goes by.
#[derive(Clone, Debug)]
pub struct Named {
    pub name: String,
    pub rule: Rule,
    /// Both, as they were written.
    pub text: String,
}

impl Named {
    /// Reads `NAME: RULE`.
    pub fn parse(text: &str) -> Result<Self> {
        let Some((name, rule)) = text.split_once(':').filter(|(name, _)| !name.trim().is_empty()) else {
            return Err(Error::invalid_param(format!("`{text}` has no name; write NAME: RULE")));
        };
        let told = |faults: Vec<Fault>| Fault::refusal(name.trim(), &faults);
        Ok(Self { text: text.to_owned(), name: name.trim().to_owned(), rule: Rule::parse(rule.trim()).map_err(told)? })
    }
}

/// What two rules mean together.
struct Pair {
    first: usize,
    second: usize,
    both: Cell,
    first_alone: Cell,
    second_alone: Cell,
}

pub(super) fn rules(view: &View<'_>, query: &Query) -> Result<Answer> {
    let named = &query.rules;
    if named.is_empty() || named.len() > RULES {
        return Err(Error::invalid_param(format!("name 1 to {RULES} rules, each as NAME: RULE")));
    }
    let wanted: Vec<&'static str> = named.iter().flat_map(|named| named.rule.fields()).copied().collect();
    let people = view.people(&wanted, &query.said);
    let held: Vec<Vec<bool>> = named.iter().map(|named| holding(&named.rule, &people)).collect();
    // Places in a ranking are those among all; looked at are those who agree.
    let rows = || (0..people.members.len()).filter(|row| view.log.agrees(people.members[*row]));
    let count = |holds: &dyn Fn(usize) -> bool| rows().filter(|row| holds(*row)).count() as u64;
    let mut cells = Cells::under(view.least);
    let all = cells.add(count(&|_| true));
    let sizes: Vec<Cell> = held.iter().map(|held| cells.part(count(&|row| held[row]), all)).collect();
    let mut pairs = Vec::new();
    for first in 0..held.len() {
        for second in first + 1..held.len() {
            let (a, b) = (&held[first], &held[second]);
            let both = cells.add(count(&|row| a[row] && b[row]));
            let first_alone = cells.add(count(&|row| a[row] && !b[row]));
            let second_alone = cells.add(count(&|row| !a[row] && b[row]));
            let neither = cells.unprinted(count(&|row| !a[row] && !b[row]));
            cells.equal(&[sizes[first]], &[both, first_alone]);
            cells.equal(&[sizes[second]], &[both, second_alone]);
            cells.equal(&[all], &[both, first_alone, second_alone, neither]);
            pairs.push(Pair { first, second, both, first_alone, second_alone });
        }
    }
    let told = cells.tell();
    // Who they are is told where their number is.
    let names = |at: usize| -> Option<Vec<&str>> {
        told.get(sizes[at]).filter(|_| query.lists_members)?;
        Some(rows().filter(|row| held[at][*row]).map(|row| view.log.members.name(people.members[row])).collect())
    };
    let asks = named.iter().any(|named| named.rule.needs_scores());
    let scores = asks.then(|| json!({ "at": query.said.at, "message": unsaid(query) }));
    let value = json!({
        "members": told.get(all),
        "scores": scores,
        "segments": named.iter().enumerate().map(|(at, named)| {
            let mut value = json!({
                "name": named.name, "members": told.get(sizes[at]), "share": told.share(sizes[at], all),
            });
            if query.lists_members {
                value["names"] = json!(names(at));
            }
            value
        }).collect::<Vec<_>>(),
        "overlaps": pairs.iter().map(|pair| pair.value(query, &told)).collect::<Vec<_>>(),
    });
    let mut sizes_table = Table::new("Segments", &["segment", "members", "of all"]);
    for (named, size) in named.iter().zip(&sizes) {
        let share = table::percent(told.share(*size, all));
        sizes_table.row([named.name.clone(), table::count(told.get(*size)), share]);
    }
    if let Some(message) = unsaid(query).filter(|_| asks) {
        sizes_table.notes.push(message);
    }
    let mut tables = vec![sizes_table];
    if !pairs.is_empty() {
        let mut overlaps = Table::new("Overlaps", &["first", "second", "both", "first alone", "second alone"]);
        pairs.iter().for_each(|pair| overlaps.row(pair.row(query, &told)));
        tables.push(overlaps);
    }
    for (at, named) in named.iter().enumerate() {
        let listed = names(at).unwrap_or_default();
        if !listed.is_empty() {
            let mut table = Table::new(format!("Members of {}", named.name), &["member"]);
            listed.into_iter().for_each(|name| table.row([name.to_owned()]));
            tables.push(table);
        }
    }
    Ok(Answer::new(view, value, tables))
}

/// Why nothing is known of who will leave, where a rule asks for it.
fn unsaid(query: &Query) -> Option<String> {
    let said = &query.said;
    let nobody = || said.chances.is_empty().then(|| "Nobody has said of this log who will leave.".to_owned());
    said.message.clone().or_else(nobody)
}

/// For which rows the rule holds.
fn holding(rule: &Rule, people: &People) -> Vec<bool> {
    let bound = rule.bind(people);
    (0..people.members.len()).map(|row| bound.holds(row)).collect()
}

impl Pair {
    fn value(&self, query: &Query, told: &Told) -> Value {
        json!({
            "first": query.rules[self.first].name,
            "second": query.rules[self.second].name,
            "both": told.get(self.both),
            "first_alone": told.get(self.first_alone),
            "second_alone": told.get(self.second_alone),
        })
    }

    fn row(&self, query: &Query, told: &Told) -> Vec<String> {
        let names = [self.first, self.second].map(|at| query.rules[at].name.clone());
        let counts = [self.both, self.first_alone, self.second_alone].map(|cell| table::count(told.get(cell)));
        names.into_iter().chain(counts).collect()
    }
}
