//! A log as one question sees it: up to a moment, by the days of one place.

use hearth_kernel::{Error, Result};

use super::query::Query;
use crate::{
    calendar::{Calendar, date},
    churn::{log::Log, protocol::core},
    features::Event,
    kinds::Classes,
    segments::{Lifecycle, People, Said, Source},
};

pub(super) struct View<'a> {
    pub log: &'a Log,
    /// What happened before the moment, in the order of time.
    pub events: &'a [Event],
    pub classes: Classes,
    pub calendar: Calendar,
    /// The first day with an active member, and the last day that is over.
    pub first_day: i32,
    pub last_day: i32,
    /// Cells of fewer members are withheld.
    pub least: u64,
}

impl<'a> View<'a> {
    pub fn new(log: &'a Log, query: &Query) -> Result<Self> {
        let mut calendar = query.calendar.clone();
        let classes = Classes::of(&log.kinds, &query.classes)?;
        // One event by a clock that was wrong is neither its beginning nor its end.
        let core = core(&log.events);
        let Some((first, last)) = core.first().zip(core.last()) else {
            return Err(Error::invalid_param("the log is empty: it has no event to report on"));
        };
        let last_day = match query.as_of {
            // A day that is not over would make everybody look silent.
            None => {
                let whole = query.now.map_or(i32::MAX, |now| calendar.day(now) - 1);
                calendar.day(last.at).min(whole)
            }
            Some(at) if (0..=i64::from(u32::MAX)).contains(&at) => calendar.day(at) - 1,
            Some(at) => return Err(Error::invalid_param(format!("`{at}` is no time between 1970 and 2106"))),
        };
        let end = calendar.begins(last_day + 1);
        let begins = log.events.partition_point(|event| event.at < first.at);
        let events = &log.events[begins..log.events.partition_point(|event| event.at < end).max(begins)];
        let first_day = calendar.day(first.at);
        if events.is_empty() {
            let (first, last) = (date(first_day), date(last_day));
            let message = match query.as_of {
                Some(_) => format!("the log begins on {first}; nothing happened up to {last}"),
                None => format!("the log begins on {first}, and that day is not over: come back when it is"),
            };
            return Err(Error::invalid_param(message));
        }
        let view = Self { log, events, classes, calendar, first_day, last_day, least: query.least };
        let members = view.members();
        if members < query.least {
            let (are, it) = if members == 1 { ("is one member", "it") } else { ("are few members", "them") };
            return Err(Error::invalid_param(format!(
                "there {are} in this log ({members}), fewer than the {} under which numbers are withheld; \
                 a smaller bound shows {it}",
                query.least
            )));
        }
        Ok(view)
    }

    /// How many members were active at all.
    fn members(&self) -> u64 {
        let mut seen = vec![false; self.log.members.len()];
        let mut count = 0;
        for event in self.events.iter().filter(|event| self.classes.is_presence(event.kind)) {
            count += u64::from(!std::mem::replace(&mut seen[event.member as usize], true));
        }
        count
    }

    /// What happened from one day until before another.
    pub fn between(&self, from: i32, until: i32) -> &'a [Event] {
        let place = |day| {
            let begins = self.calendar.begins(day);
            self.events.partition_point(|event| event.at < begins)
        };
        let from = place(from);
        &self.events[from..place(until).max(from)]
    }

    /// Calls with each member and day on which they were active, in the order of time; not every day only once.
    pub fn each_active_day(&self, mut found: impl FnMut(u32, i32)) {
        let mut calendar = self.calendar.clone();
        let mut newest = vec![i32::MIN; self.log.members.len()];
        for event in self.events.iter().filter(|event| self.classes.is_presence(event.kind)) {
            let day = calendar.day(event.at);
            if std::mem::replace(&mut newest[event.member as usize], day) != day {
                found(event.member, day);
            }
        }
    }

    pub fn lifecycle(&self) -> Lifecycle {
        let mut lifecycle = Lifecycle::default();
        self.each_active_day(|member, day| _ = lifecycle.observe(member, day));
        lifecycle
    }

    /// The members with these fields, and with what was said of who will leave.
    pub fn people(&self, wanted: &[&'static str], said: &Said) -> People {
        let Self { events, classes, calendar, last_day, .. } = self;
        let (members, last_day) = (self.log.members.len(), *last_day);
        let chances = said.numbered(&self.log.members);
        let feature_classes = &self.log.classes();
        let source = Source { events, classes, feature_classes, calendar, members, last_day, chances: &chances };
        People::of(&source, wanted)
    }

    pub fn day_name(&self, day: i32) -> String {
        date(day).to_string()
    }
}
