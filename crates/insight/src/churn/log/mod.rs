//! A log of events in memory: who did what, when, for whom and where.

mod read;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt::Write,
};

use hearth_kernel::limits;

use super::protocol;
use crate::{
    calendar::date,
    features::{Class, DAY, Event, NOBODY},
};

const HOUR: i64 = 3_600;

/// Events in the order of time, with the names that their numbers stand for.
#[derive(Clone, Default)]
pub struct Log {
    pub events: Vec<Event>,
    pub members: Names,
    pub rooms: Names,
    pub kinds: Names,
    /// Events that could not be true, such as of times to come; they are left out.
    pub skipped: usize,
    /// Events that say in everything what another says; they are left out.
    pub repeated: usize,
    /// Members who did more in an hour than people do, each with the moment from which on that is known.
    pub apart: BTreeMap<u32, i64>,
    /// Members who do not agree any more, each with the moment from which on that is so: that nothing is known of them
    /// then says nothing.
    pub ended: BTreeMap<u32, i64>,
    /// Whether the file gave its times in milliseconds.
    pub was_in_milliseconds: bool,
}

/// Names and their numbers, in the order in which they were first seen.
#[derive(Clone, Default)]
pub struct Names {
    numbers: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Names {
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.names.push(name.into());
        self.numbers.insert(name.into(), number);
        number
    }

    pub fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    pub fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

impl Log {
    /// What each kind of trace says of its member.
    pub fn classes(&self) -> Vec<Class> {
        self.kinds.names.iter().map(|name| Class::of(name)).collect()
    }

    /// The moment behind the last of its events, but for the few far from all others.
    pub fn end(&self) -> Option<i64> {
        protocol::core(&self.events).last().map(|event| event.at + 1)
    }

    /// Brings events, in whatever order and however often they came, into the order of time, each once, and sets apart who
    /// is faster than people are.
    pub fn settle(&mut self) {
        self.sort();
        self.number_anew();
        self.set_apart();
        self.leave_out_repeated();
        // What a machine does says nothing of those around it.
        let Self { events, apart, .. } = self;
        for event in events.iter_mut().filter(|event| is_apart(apart, event.member, event.at)) {
            (event.peer, event.room) = (NOBODY, NOBODY);
        }
    }

    /// Whether it was known before a moment that a member is no person.
    pub fn is_apart(&self, member: u32, at: i64) -> bool {
        is_apart(&self.apart, member, at)
    }

    /// Only what people did.
    #[must_use]
    pub fn of_people(mut self) -> Self {
        let Self { events, apart, .. } = &mut self;
        if !apart.is_empty() {
            events.retain(|event| !apart.contains_key(&event.member));
        }
        self
    }

    /// Whether a member agrees to be looked at.
    pub fn agrees(&self, member: u32) -> bool {
        !self.ended.contains_key(&member)
    }

    /// Only what those did who agree to it, and to whom they turned of those.
    #[must_use]
    pub fn of_agreeing(mut self) -> Self {
        let Self { events, ended, .. } = &mut self;
        if !ended.is_empty() {
            events.retain(|event| !ended.contains_key(&event.member));
            let turned_to = events.iter_mut().filter(|event| ended.contains_key(&event.peer));
            turned_to.for_each(|event| event.peer = NOBODY);
        }
        self
    }

    /// Events of one second by what they say, so that nothing hangs on the order in which they came.
    fn sort(&mut self) {
        /// Shorter ones first, as numbers are sorted.
        fn name(names: &Names, number: u32) -> (usize, &str) {
            let name = if number == NOBODY { "" } else { names.name(number) };
            (name.len(), name)
        }
        let Self { events, members, rooms, kinds, .. } = self;
        events.sort_unstable_by(|one, other| {
            let said = |event: &Event| {
                let Event { member, peer, room, kind, .. } = *event;
                [name(members, member), name(members, peer), name(rooms, room), name(kinds, kind.into())]
            };
            one.at.cmp(&other.at).then_with(|| said(one).cmp(&said(other)))
        });
    }

    /// Gives out numbers in the order in which names are seen now.
    fn number_anew(&mut self) {
        let (mut members, mut rooms) = (Anew::of(&self.members), Anew::of(&self.rooms));
        let mut kinds = Anew::of(&self.kinds);
        for event in &mut self.events {
            event.member = members.number(event.member);
            event.peer = members.number(event.peer);
            event.room = rooms.number(event.room);
            event.kind = kinds.number(event.kind.into()) as u16;
        }
        (self.members, self.rooms, self.kinds) = (members.to, rooms.to, kinds.to);
    }

    fn set_apart(&mut self) {
        let mut paces = vec![(i64::MIN, 0); self.members.len()];
        for event in &self.events {
            let (hour, pace) = &mut paces[event.member as usize];
            let now = event.at.div_euclid(HOUR);
            if std::mem::replace(hour, now) != now {
                *pace = 0;
            }
            *pace += 1;
            if *pace > limits::HUMAN_EVENTS_AN_HOUR {
                self.apart.entry(event.member).or_insert(event.at);
            }
        }
    }

    /// Of events that are equal in everything one stays. Those of midnight stay all: where days stand for times, a member
    /// may well have done the same twice.
    fn leave_out_repeated(&mut self) {
        let before = self.events.len();
        let mut kept = Vec::with_capacity(before);
        for second in self.events.chunk_by(|one, next| one.at == next.at) {
            if second.len() == 1 || second[0].at.rem_euclid(DAY) == 0 {
                kept.extend_from_slice(second);
            } else {
                let mut seen = BTreeSet::new();
                kept.extend(second.iter().filter(|event| seen.insert(**event)));
            }
        }
        self.repeated += before - kept.len();
        self.events = kept;
    }

    /// What whoever reads figures of it should know of how it was read, in sentences.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some((first, last)) = self.events.first().zip(self.events.last()) {
            let day = |event: &Event| date(event.at.div_euclid(DAY) as i32);
            let unit = if self.was_in_milliseconds { "; the file's times are in milliseconds" } else { "" };
            notes.push(format!("{} events from {} to {}{unit}.", self.events.len(), day(first), day(last)));
        }
        if self.skipped > 0 {
            notes.push(format!("Left out, as they are dated after tomorrow: {} rows.", self.skipped));
        }
        if self.repeated > 0 {
            notes.push(format!("Left out, as another row says the same in every column: {} rows.", self.repeated));
        }
        let core = protocol::core(&self.events);
        let far = self.events.len() - core.len();
        if let Some((first, last)) = core.first().zip(core.last()).filter(|_| far > 0) {
            let day = |event: &Event| date(event.at.div_euclid(DAY) as i32);
            let (first, last) = (day(first), day(last));
            notes.push(format!(
                "Far from all others, which are from {first} to {last}: {far} rows. Is their clock right? Nothing is planned by them; where no moment is named, {last} is the end of the log."
            ));
        }
        if !self.apart.is_empty() {
            notes.push(self.words_of_apart());
        }
        notes
    }

    fn words_of_apart(&self) -> String {
        let (members, most) = (self.apart.len(), limits::HUMAN_EVENTS_AN_HOUR);
        let mut words = format!("Set apart, as they did more than {most} things in an hour: {members} members,");
        for member in self.apart.keys().take(limits::FAULTS_NAMED) {
            write!(words, " {}", self.members.name(*member)).expect("a text takes all");
        }
        words
    }
}

/// Names that are numbered once more.
struct Anew<'a> {
    from: &'a Names,
    to: Names,
    /// The new number of each old one.
    numbers: Vec<u32>,
}

impl<'a> Anew<'a> {
    fn of(from: &'a Names) -> Self {
        Self { from, to: Names::default(), numbers: vec![NOBODY; from.len()] }
    }

    fn number(&mut self, old: u32) -> u32 {
        if old == NOBODY {
            return NOBODY;
        }
        let new = &mut self.numbers[old as usize];
        if *new == NOBODY {
            *new = self.to.number(self.from.name(old));
        }
        *new
    }
}

fn is_apart(apart: &BTreeMap<u32, i64>, member: u32, at: i64) -> bool {
    apart.get(&member).is_some_and(|since| *since < at)
}

#[cfg(test)]
mod tests;
