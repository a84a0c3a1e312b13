//! What a member is worth to the others: by what these received, and by nothing that the member did alone.
//!
//! Over the last 28 days, the day included:
//!
//! value = replies earned + 2 × conversations begun + 10 × newcomers kept + ¼ × reactions received
//!
//! - *Replies earned*: another member turned to the member, who had spoken to them, or in that room, within the 3 days
//!   before. Another member counts once a day, so that neither a quarrel nor a machine can make somebody precious.
//! - *Conversations begun*: the member broke a silence of 4 hours in a room, or with one other, and somebody else spoke
//!   within the next 4 hours.
//! - *Newcomers kept*: a newcomer is there again in their second to fourth week. One credit is shared among those who
//!   turned to them in their first week, ten at the most.
//! - *Reactions received*: from others, each once a day.
//!
//! The order of the weights is argued, their size is a judgement, and where levels are cut is learned (`grid`). Who is
//! answered comes again (E. Joyce and R. Kraut, "Predicting continued participation in newsgroups", JCMC 11, 2006), newcomers
//! above all (M. Burke, C. Marlow, T. Lento, "Feed me", CHI 2009), so one who stays is worth most; a click gives less than words
//! (M. Burke and R. Kraut, "The relationship between Facebook use and well-being depends on communication type and tie
//! strength", JCMC 21, 2016).

use std::collections::{HashMap, HashSet};

use crate::{
    calendar::Calendar,
    features::{Event, NOBODY},
    kinds::{Class, Classes},
};

/// A whole, of which up to ten members can have equal parts.
pub const UNIT: u32 = 2_520;
/// Value and activity are those of so many days.
pub const WINDOW: i32 = 28;
const ANSWERED_WITHIN: i64 = 3 * 86_400;
const SILENCE: i64 = 4 * 3_600;
const FIRST_WEEK: i32 = 7;
const WELCOMERS: usize = 10;

/// What a member is credited with on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Credit {
    pub day: i32,
    pub member: u32,
    pub part: Part,
    /// How much, in units.
    pub units: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A day on which the member was there. It has no value in itself.
    Active,
    Replies,
    Conversations,
    Newcomers,
    Reactions,
}

impl Part {
    const fn weight(self) -> u32 {
        match self {
            Self::Active => 0,
            Self::Replies => UNIT,
            Self::Conversations => 2 * UNIT,
            Self::Newcomers => 10 * UNIT,
            Self::Reactions => UNIT / 4,
        }
    }
}

/// Where somebody spoke: in a room, or with one other.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    Room(u32),
    Pair(u32, u32),
}

impl Place {
    fn of(event: &Event) -> Option<Self> {
        match (event.room, event.peer) {
            (NOBODY, NOBODY) => None,
            (NOBODY, peer) => Some(Self::Pair(event.member.min(peer), event.member.max(peer))),
            (room, _) => Some(Self::Room(room)),
        }
    }
}

/// A conversation, as far as it is known.
struct Talk {
    last_at: i64,
    /// Who broke the silence, until somebody else speaks.
    begun_by: Option<u32>,
}

/// A newcomer's first days.
struct Newcomer {
    first_day: i32,
    welcomers: Vec<u32>,
}

#[derive(Default)]
struct Reader {
    credits: Vec<Credit>,
    day: i32,
    /// Who was there, and who turned to whom, on this day.
    there: HashSet<u32>,
    turned: HashSet<(u32, u32, bool)>,
    /// When a member last spoke somewhere.
    spoke: HashMap<(u32, Place), i64>,
    talks: HashMap<Place, Talk>,
    newcomers: HashMap<u32, Option<Newcomer>>,
}

/// The credits of all members, in the order of days, from traces in the order of time.
pub fn credits(events: &[Event], classes: &Classes, calendar: &Calendar) -> Vec<Credit> {
    let (mut reader, mut calendar) = (Reader { day: i32::MIN, ..Reader::default() }, calendar.clone());
    for event in events {
        let day = calendar.day(event.at);
        // A clock that is set back does not bring a day back.
        if day > reader.day {
            reader.day = day;
            reader.there.clear();
            reader.turned.clear();
        }
        if classes.is_presence(event.kind) {
            reader.was_there(event.member);
        }
        match classes.class(event.kind) {
            Class::Word => reader.spoke(event),
            Class::Reaction => reader.reacted(event),
            _ => {}
        }
    }
    reader.credits
}

impl Reader {
    fn credit(&mut self, member: u32, part: Part, share: u32) {
        self.credits.push(Credit { day: self.day, member, part, units: part.weight() / share });
    }

    fn was_there(&mut self, member: u32) {
        if !self.there.insert(member) {
            return;
        }
        self.credit(member, Part::Active, 1);
        let day = self.day;
        let arrived = || Some(Newcomer { first_day: day, welcomers: Vec::new() });
        let newcomer = self.newcomers.entry(member).or_insert_with(arrived);
        let Some(first) = newcomer.as_ref().map(|newcomer| newcomer.first_day) else { return };
        if day < first + FIRST_WEEK {
            return;
        }
        let welcomers = newcomer.take().map(|newcomer| newcomer.welcomers).unwrap_or_default();
        if day < first + WINDOW {
            let share = welcomers.len() as u32;
            welcomers.into_iter().for_each(|welcomer| self.credit(welcomer, Part::Newcomers, share));
        }
    }

    fn spoke(&mut self, event: &Event) {
        let (member, at) = (event.member, event.at);
        let Some(place) = Place::of(event) else { return };
        if event.peer != NOBODY && event.peer != member {
            self.welcomed(member, event.peer);
            let spoke = self.spoke.get(&(event.peer, place)).is_some_and(|spoke| at - spoke <= ANSWERED_WITHIN);
            if spoke && self.turned.insert((member, event.peer, true)) {
                self.credit(event.peer, Part::Replies, 1);
            }
        }
        self.spoke.insert((member, place), at);
        let talk = self.talks.entry(place).or_insert(Talk { last_at: i64::MIN / 2, begun_by: None });
        let is_broken_silence = at - talk.last_at >= SILENCE;
        talk.last_at = at;
        if is_broken_silence {
            talk.begun_by = Some(member);
        } else if let Some(begun_by) = talk.begun_by.take_if(|begun_by| *begun_by != member) {
            self.credit(begun_by, Part::Conversations, 1);
        }
    }

    fn welcomed(&mut self, member: u32, peer: u32) {
        let Some(Some(newcomer)) = self.newcomers.get_mut(&peer) else { return };
        let is_first_week = self.day < newcomer.first_day + FIRST_WEEK;
        if is_first_week && newcomer.welcomers.len() < WELCOMERS && !newcomer.welcomers.contains(&member) {
            newcomer.welcomers.push(member);
        }
    }

    fn reacted(&mut self, event: &Event) {
        let (member, peer) = (event.member, event.peer);
        if peer != NOBODY && peer != member && self.turned.insert((member, peer, false)) {
            self.credit(peer, Part::Reactions, 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::churn::log::Names;

    const DAY: i64 = 86_400;
    const HOUR: i64 = 3_600;

    /// Credits without days of being there, as (day, member, part, units).
    fn of(events: &[(i64, u32, u32, u32, u16)]) -> Vec<(i32, u32, Part, u32)> {
        let mut kinds = Names::default();
        ["msg", "react", "open"].iter().for_each(|kind| _ = kinds.number(kind));
        let event = |(at, member, peer, room, kind): &(i64, u32, u32, u32, u16)| Event {
            at: *at,
            member: *member,
            peer: *peer,
            room: *room,
            kind: *kind,
        };
        let events: Vec<Event> = events.iter().map(event).collect();
        let credits = credits(&events, &Classes::of(&kinds, &[]).unwrap(), &Calendar::default());
        let told = credits.iter().filter(|credit| credit.part != Part::Active);
        told.map(|credit| (credit.day, credit.member, credit.part, credit.units)).collect()
    }

    #[test]
    fn a_reply_is_earned_once_a_day_and_by_who_spoke() {
        let (ada, bob) = (0, 1);
        // Unasked for, it is no reply; then each answers the other, however often, once a day.
        let credits = of(&[
            (10, bob, ada, NOBODY, 0),
            (20, ada, bob, NOBODY, 0),
            (30, bob, ada, NOBODY, 0),
            (40, bob, ada, NOBODY, 0),
            (DAY + 10, bob, ada, NOBODY, 0),
            (9 * DAY, bob, ada, NOBODY, 0),
        ]);
        let replies: Vec<_> = credits.iter().filter(|credit| credit.2 == Part::Replies).copied().collect();
        assert_eq!(
            replies,
            [(0, bob, Part::Replies, UNIT), (0, ada, Part::Replies, UNIT), (1, ada, Part::Replies, UNIT)]
        );
    }

    #[test]
    fn a_conversation_is_begun_by_who_breaks_the_silence_and_is_joined() {
        let (ada, bob, room) = (0, 1, 7);
        let credits = of(&[
            (0, ada, NOBODY, room, 0),
            (10, ada, NOBODY, room, 0),
            (HOUR, bob, NOBODY, room, 0),
            (2 * HOUR, ada, NOBODY, room, 0),
            // After six hours bob breaks the silence, and nobody follows for five.
            (8 * HOUR, bob, NOBODY, room, 0),
            (13 * HOUR, ada, NOBODY, room, 0),
            (14 * HOUR, bob, NOBODY, room, 0),
        ]);
        assert_eq!(credits, [(0, ada, Part::Conversations, 2 * UNIT), (0, ada, Part::Conversations, 2 * UNIT)]);
    }

    #[test]
    fn a_kept_newcomer_is_shared_by_those_who_turned_to_them() {
        let (ada, bob, cy, new) = (0, 1, 2, 3);
        let mut events = vec![(0, new, NOBODY, 7, 0), (10, ada, new, 7, 0), (20, bob, new, 7, 0), (30, bob, new, 7, 0)];
        events.push((8 * DAY, cy, new, 7, 0));
        let kept =
            |events: &[_]| -> Vec<_> { of(events).into_iter().filter(|credit| credit.2 == Part::Newcomers).collect() };
        assert_eq!(kept(&events), []);
        events.push((10 * DAY, new, NOBODY, 7, 2));
        events.push((11 * DAY, new, NOBODY, 7, 2));
        assert_eq!(kept(&events), [(10, ada, Part::Newcomers, 5 * UNIT), (10, bob, Part::Newcomers, 5 * UNIT)]);
        // Who is back only after four weeks was not kept.
        events.truncate(5);
        events.push((28 * DAY, new, NOBODY, 7, 2));
        assert_eq!(kept(&events), []);
    }

    #[test]
    fn a_reaction_counts_once_a_day_and_not_to_oneself() {
        let (ada, bob) = (0, 1);
        let credits = of(&[(0, bob, ada, 7, 1), (1, bob, ada, 7, 1), (2, ada, ada, 7, 1), (DAY, bob, ada, 7, 1)]);
        assert_eq!(credits, [(0, ada, Part::Reactions, UNIT / 4), (1, ada, Part::Reactions, UNIT / 4)]);
    }
}
