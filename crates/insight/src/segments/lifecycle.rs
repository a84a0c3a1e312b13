//! Where each member is in their life with the community, day by day, and how many go from where to where.
//!
//! The states are those of Duolingo's growth model (E. Gustafson, "Meaningful metrics", blog.duolingo.com/growth-model-duolingo,
//! 2023), said through one number: how many days the member has been silent. A member who is back is in the
//! state that goes with the silence they ended, so each state is entered from few others.

use std::collections::BTreeMap;

use serde::Serialize;

use super::days::DaySet;

/// From so many silent days on, somebody is out of the active of the week.
const WEEK: i32 = 7;
/// From so many silent days on, somebody is out of the active of the month.
const MONTH: i32 = 30;

/// Where a member is on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum State {
    /// Active, for the first time.
    New,
    /// Active, after at most 6 silent days.
    Current,
    /// Active, after 7 to 29 silent days.
    Returned,
    /// Active, after 30 silent days or more.
    Revived,
    /// Silent for 1 to 6 days.
    AtRiskWeek,
    /// Silent for 7 to 29 days.
    AtRiskMonth,
    /// Silent for 30 days or more.
    Dormant,
}

pub const STATES: [State; 7] = [
    State::New,
    State::Current,
    State::Returned,
    State::Revived,
    State::AtRiskWeek,
    State::AtRiskMonth,
    State::Dormant,
];

impl State {
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Current => "current",
            Self::Returned => "returned",
            Self::Revived => "revived",
            Self::AtRiskWeek => "at-risk-week",
            Self::AtRiskMonth => "at-risk-month",
            Self::Dormant => "dormant",
        }
    }

    pub fn is_active(self) -> bool {
        self <= Self::Revived
    }

    /// Of a day on which there was nothing: the silence counts it.
    fn silent(days: i32) -> Self {
        match days {
            ..WEEK => Self::AtRiskWeek,
            WEEK..MONTH => Self::AtRiskMonth,
            MONTH.. => Self::Dormant,
        }
    }

    /// Of an active day, by the active day before it.
    fn entered(before: Option<i32>, day: i32) -> Self {
        let Some(before) = before else { return Self::New };
        match day - before - 1 {
            ..WEEK => Self::Current,
            WEEK..MONTH => Self::Returned,
            MONTH.. => Self::Revived,
        }
    }
}

impl DaySet {
    /// The member's state on a day, by what is known of days up to it; none before their first.
    pub fn state(&self, day: i32) -> Option<State> {
        let before = self.before(day);
        if self.contains(day) {
            return Some(State::entered(before, day));
        }
        Some(State::silent(day - before?))
    }
}

/// How many members went from where to where between the day before and this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    moved: [[i64; STATES.len()]; STATES.len()],
    /// Who was not there before.
    arrived: [i64; STATES.len()],
}

impl Flow {
    pub fn moved(&self, from: State, to: State) -> u64 {
        self.moved[from as usize][to as usize] as u64
    }

    pub fn arrived(&self) -> u64 {
        self.arrived.iter().sum::<i64>() as u64
    }

    /// How many were in the state on the day before.
    pub fn before(&self, state: State) -> u64 {
        self.moved[state as usize].iter().sum::<i64>() as u64
    }

    /// How many are in the state on the day.
    pub fn count(&self, state: State) -> u64 {
        let index = state as usize;
        (self.arrived[index] + self.moved.iter().map(|row| row[index]).sum::<i64>()) as u64
    }

    pub fn counts(&self) -> [u64; STATES.len()] {
        STATES.map(|state| self.count(state))
    }

    fn step(&mut self, from: Option<State>, to: State, by: i64) {
        match from {
            Some(from) => self.moved[from as usize][to as usize] += by,
            None => self.arrived[to as usize] += by,
        }
    }

    fn add(&mut self, other: &Self) {
        for (row, more) in self.moved.iter_mut().zip(other.moved) {
            row.iter_mut().zip(more).for_each(|(cell, more)| *cell += more);
        }
        self.arrived.iter_mut().zip(other.arrived).for_each(|(cell, more)| *cell += more);
    }
}

/// The active days of all members, with the flow between states kept exact under late and repeated days.
///
/// Kept are the differences of the flow from one day to the next. What lies between two active days of a member is at
/// most six stretches with one step each, so a new day costs the same however long the log is.
#[derive(Clone, Debug, Default)]
pub struct Lifecycle {
    members: Vec<DaySet>,
    changes: BTreeMap<i32, Flow>,
}

impl Lifecycle {
    /// A member was active on a day. Whether that was news: what is known already changes nothing.
    pub fn observe(&mut self, member: u32, day: i32) -> bool {
        let index = member as usize;
        if index >= self.members.len() {
            self.members.resize(index + 1, DaySet::default());
        }
        let mut days = std::mem::take(&mut self.members[index]);
        if days.contains(day) {
            self.members[index] = days;
            return false;
        }
        // What follows the active day before, and what follows the one after it, may read differently now.
        let (before, after) = (days.before(day), days.after(day));
        for start in [before, after].into_iter().flatten() {
            self.stretch(&days, start, -1);
        }
        days.insert(day);
        for start in [before, Some(day), after].into_iter().flatten() {
            self.stretch(&days, start, 1);
        }
        self.members[index] = days;
        true
    }

    /// Adds, or takes away, the steps of the days after an active day, up to the next; of the first day its own too.
    fn stretch(&mut self, days: &DaySet, start: i32, by: i64) {
        let (before, next) = (days.before(start), days.after(start));
        let entered = State::entered(before, start);
        if before.is_none() {
            self.steps(None, entered, start, start, by);
        }
        let last_silent = next.map_or(i32::MAX, |next| next - 1);
        let mut from = entered;
        for (first, until) in [(1, WEEK), (WEEK, MONTH), (MONTH, i32::MAX)] {
            let (first_day, last_day) = (start + first, start.saturating_add(until - 1).min(last_silent));
            if first_day > last_silent {
                break;
            }
            let state = State::silent(first);
            self.steps(Some(from), state, first_day, first_day, by);
            self.steps(Some(state), state, first_day + 1, last_day, by);
            from = state;
        }
        if let Some(next) = next {
            self.steps(Some(from), State::entered(Some(start), next), next, next, by);
        }
    }

    /// One member's step, on each day from the first to the last.
    fn steps(&mut self, from: Option<State>, to: State, first: i32, last: i32, by: i64) {
        if first > last {
            return;
        }
        self.changes.entry(first).or_default().step(from, to, by);
        if last < i32::MAX - MONTH {
            self.changes.entry(last + 1).or_default().step(from, to, -by);
        }
    }

    pub fn members(&self) -> &[DaySet] {
        &self.members
    }

    /// The first day on which anybody was active.
    pub fn first_day(&self) -> Option<i32> {
        self.members.iter().filter_map(DaySet::first).min()
    }

    /// The flows of the days from the first to the last, in order.
    pub fn flows(&self, first: i32, last: i32) -> Vec<Flow> {
        let mut flow = Flow::default();
        let mut changes = self.changes.range(..=last).peekable();
        let day = |day: i32| {
            while let Some((_, change)) = changes.next_if(|(at, _)| **at <= day) {
                flow.add(change);
            }
            flow
        };
        (first..=last).map(day).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn lifecycle(days: &[(u32, i32)]) -> Lifecycle {
        let mut lifecycle = Lifecycle::default();
        days.iter().for_each(|(member, day)| _ = lifecycle.observe(*member, *day));
        lifecycle
    }

    #[test]
    fn each_state_begins_and_ends_on_its_day() {
        let mut days = DaySet::default();
        [100, 107, 115, 145, 176].iter().for_each(|day| _ = days.insert(*day));
        let state = |day| days.state(day).map(State::name);
        assert_eq!(state(99), None);
        assert_eq!(state(100), Some("new"));
        assert_eq!([101, 106].map(state), [Some("at-risk-week"); 2]);
        assert_eq!(state(107), Some("current"), "after six silent days");
        assert_eq!([113, 114].map(state), [Some("at-risk-week"), Some("at-risk-month")]);
        assert_eq!(state(115), Some("returned"), "after seven silent days");
        assert_eq!([121, 122, 144].map(state), [Some("at-risk-week"), Some("at-risk-month"), Some("at-risk-month")]);
        assert_eq!(state(145), Some("returned"), "after 29 silent days");
        assert_eq!([174, 175].map(state), [Some("at-risk-month"), Some("dormant")]);
        assert_eq!(state(176), Some("revived"), "after 30 silent days");
        assert_eq!([205, 206, 5_000].map(state), [Some("at-risk-month"), Some("dormant"), Some("dormant")]);
    }

    #[test]
    fn the_flow_of_a_small_community_by_hand() {
        // Three members: one every day, one who leaves after the first day, one who comes on the third.
        let days = [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (2, 2)];
        let flows = lifecycle(&days).flows(0, 3);
        let counts: Vec<_> = flows.iter().map(Flow::counts).collect();
        assert_eq!(
            counts,
            [[2, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 1, 0, 0], [1, 1, 0, 0, 1, 0, 0], [0, 1, 0, 0, 2, 0, 0]]
        );
        assert_eq!(flows.iter().map(Flow::arrived).collect::<Vec<_>>(), [2, 0, 1, 0]);
        assert_eq!(flows[1].moved(State::New, State::AtRiskWeek), 1);
        assert_eq!(flows[3].moved(State::New, State::AtRiskWeek), 1);
        assert_eq!(flows[3].moved(State::AtRiskWeek, State::AtRiskWeek), 1);
    }

    /// The flow of one day by its definition.
    fn plain(members: &[DaySet], day: i32) -> Flow {
        let mut flow = Flow::default();
        for days in members {
            if let Some(state) = days.state(day) {
                flow.step(days.state(day - 1), state, 1);
            }
        }
        flow
    }

    proptest! {
        /// Whatever the order, and however often something comes, the flow is that of the definition.
        #[test]
        fn late_and_repeated_days_change_nothing(
            stream in prop::collection::vec((0_u32..6, -40_i32..160), 0..120),
            again in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
        ) {
            let mut twice = stream.clone();
            if !stream.is_empty() {
                twice.extend(again.iter().map(|index| stream[index.index(stream.len())]));
            }
            let shuffled = lifecycle(&twice);
            let sorted: Vec<_> = stream.iter().map(|(member, day)| (*day, *member)).collect::<BTreeSet<_>>().into_iter()
                .map(|(day, member)| (member, day)).collect();
            let batch = lifecycle(&sorted);
            let flows = shuffled.flows(-45, 220);
            prop_assert_eq!(&flows, &batch.flows(-45, 220));
            for (day, flow) in (-45..).zip(&flows) {
                prop_assert_eq!(*flow, plain(shuffled.members(), day));
            }
            // Nobody appears or vanishes between two days: those there, and those who arrived, are those there now.
            for pair in flows.windows(2) {
                for state in STATES {
                    prop_assert_eq!(pair[0].count(state), pair[1].before(state));
                }
                let (then, now) = (pair[0].counts().iter().sum::<u64>(), pair[1].counts().iter().sum::<u64>());
                prop_assert_eq!(now, then + pair[1].arrived());
            }
            prop_assert_eq!(shuffled.flows(100, 220), &flows[145..]);
        }
    }
}
