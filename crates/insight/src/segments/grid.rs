//! Value by activity: four levels of each, cut where the community's own distribution is, and how members move.
//!
//! Cuts are learned every fourth Monday, from members with a value, and from those active, in the last 28 days: half of them
//! are low, the next three of ten middle, the rest high; who has none is at none. A cut lies between two values that occur, so
//! that it parts no equals. From one level to the next a member has to pass its cut by a tenth (as a Schmitt trigger does), so
//! that who stands on a border stays where they are while their numbers tremble.

use serde::Serialize;

use super::value::{Credit, Part, UNIT, WINDOW};

/// How far beyond a cut one has to be to change sides.
const MARGIN: f64 = 0.1;
/// The shares of members below the cuts.
const CUTS: [f64; 2] = [0.5, 0.8];
/// Cuts are learned on days with this remainder: Mondays.
const MONDAY: i32 = -3;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    #[default]
    None,
    Low,
    Middle,
    High,
}

pub const LEVELS: [Level; 4] = [Level::None, Level::Low, Level::Middle, Level::High];

impl Level {
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        }
    }
}

/// Where low ends and high begins.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cuts {
    pub middle: f64,
    pub high: f64,
}

impl Cuts {
    /// The cuts of these numbers, of which those that are not positive are left out. Nobody is high where all are equal.
    pub fn learn(numbers: impl IntoIterator<Item = f64>) -> Self {
        let mut numbers: Vec<f64> = numbers.into_iter().filter(|number| *number > 0.0).collect();
        numbers.sort_unstable_by(f64::total_cmp);
        let cut = |share: f64| {
            let below = (share * numbers.len() as f64).ceil() as usize;
            let Some(last) = numbers.get(below.saturating_sub(1)) else { return f64::INFINITY };
            let next = numbers.iter().skip(below).find(|number| *number > last);
            next.map_or(f64::INFINITY, |next| f64::midpoint(*last, *next))
        };
        Self { middle: cut(CUTS[0]), high: cut(CUTS[1]) }
    }

    /// The level of a number, for who had no level before.
    fn level(self, number: f64) -> Level {
        match number {
            _ if number <= 0.0 => Level::None,
            _ if number < self.middle => Level::Low,
            _ if number < self.high => Level::Middle,
            _ => Level::High,
        }
    }

    /// The level of a number for who was at another: cuts in between have to be passed by the margin.
    pub fn next_level(self, now: Level, number: f64) -> Level {
        if number <= 0.0 {
            return Level::None;
        }
        let moved = |by: f64| Self { middle: self.middle * by, high: self.high * by }.level(number);
        let (up, down) = (moved(1.0 + MARGIN), moved(1.0 - MARGIN));
        now.clamp(up.min(down), up.max(down))
    }
}

/// Where a member is on the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// Whether the member was ever there.
    pub is_known: bool,
    /// Of the last 28 days.
    pub value: f64,
    pub active_days: u32,
    pub value_level: Level,
    pub activity_level: Level,
}

/// The grid on one day.
#[derive(Clone, Debug)]
pub struct Grid {
    pub day: i32,
    pub members: Vec<Standing>,
    pub value_cuts: Cuts,
    pub activity_cuts: Cuts,
}

/// A grid that is moved on day by day.
struct Board {
    units: Vec<i64>,
    days: Vec<u32>,
    /// None for who was never there.
    levels: Vec<Option<(Level, Level)>>,
    cuts: Option<(Cuts, Cuts)>,
}

impl Board {
    fn value(&self, member: usize) -> f64 {
        self.units[member] as f64 / f64::from(UNIT)
    }

    fn add(&mut self, credit: &Credit, sign: i64) {
        let member = credit.member as usize;
        self.units[member] += sign * i64::from(credit.units);
        if credit.part == Part::Active {
            self.days[member] = self.days[member].saturating_add_signed(sign as i32);
            self.levels[member].get_or_insert_default();
        }
    }

    fn cuts(&self) -> (Cuts, Cuts) {
        let values = (0..self.units.len()).map(|member| self.value(member));
        (Cuts::learn(values), Cuts::learn(self.days.iter().map(|days| f64::from(*days))))
    }

    fn learn(&mut self) {
        let is_first = self.cuts.is_none();
        self.cuts = Some(self.cuts());
        (0..self.levels.len()).for_each(|member| self.settle(member, is_first));
    }

    fn settle(&mut self, member: usize, is_first: bool) {
        let (value, days) = (self.value(member), f64::from(self.days[member]));
        let (Some((value_cuts, activity_cuts)), Some(levels)) = (self.cuts, &mut self.levels[member]) else { return };
        *levels = if is_first {
            (value_cuts.level(value), activity_cuts.level(days))
        } else {
            (value_cuts.next_level(levels.0, value), activity_cuts.next_level(levels.1, days))
        };
    }

    /// Of a log that has no whole window yet, the cuts are those of the day.
    fn grid(&self, day: i32) -> Grid {
        let (value_cuts, activity_cuts) = self.cuts.unwrap_or_else(|| self.cuts());
        let standing = |member: usize| {
            let (value, active_days) = (self.value(member), self.days[member]);
            let (value_level, activity_level) = match (self.levels[member], self.cuts) {
                (Some(levels), Some(_)) => levels,
                (Some(_), None) => (value_cuts.level(value), activity_cuts.level(f64::from(active_days))),
                (None, _) => (Level::None, Level::None),
            };
            Standing { is_known: self.levels[member].is_some(), value, active_days, value_level, activity_level }
        };
        Grid { day, members: (0..self.units.len()).map(standing).collect(), value_cuts, activity_cuts }
    }
}

/// The grids of some days, in their order, from the credits of so many members. Work is done for who gains or loses a credit on
/// a day; all others stay where they are.
pub fn grids(credits: &[Credit], members: usize, days: &[i32]) -> Vec<Grid> {
    let (Some(first), Some(&last)) = (credits.first().map(|credit| credit.day), days.last()) else { return Vec::new() };
    let mut board = Board { units: vec![0; members], days: vec![0; members], levels: vec![None; members], cuts: None };
    let mut grids = Vec::new();
    let (mut added, mut taken) = (0, 0);
    let mut asked = days.iter().peekable();
    for day in first..=last {
        let mut touched = Vec::new();
        while let Some(credit) = credits.get(added).filter(|credit| credit.day <= day) {
            board.add(credit, 1);
            touched.push(credit.member as usize);
            added += 1;
        }
        while let Some(credit) = credits.get(taken).filter(|credit| credit.day <= day - WINDOW) {
            board.add(credit, -1);
            touched.push(credit.member as usize);
            taken += 1;
        }
        // The first time as soon as there is a whole window, then every fourth Monday.
        let is_due = match board.cuts {
            None => day - first >= WINDOW - 1,
            Some(_) => (day - MONDAY).rem_euclid(WINDOW) == 0,
        };
        if is_due {
            board.learn();
        } else {
            touched.into_iter().for_each(|member| board.settle(member, false));
        }
        while asked.next_if(|asked| **asked <= day).is_some() {
            grids.push(board.grid(day));
        }
    }
    grids
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cuts_lie_between_values_that_occur() {
        let cuts = Cuts::learn((0..=10).map(f64::from));
        assert_eq!(cuts, Cuts { middle: 5.5, high: 8.5 });
        // Most have one: a cut parts no equals.
        let cuts = Cuts::learn([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 3.0, 9.0, 40.0]);
        assert_eq!(cuts, Cuts { middle: 1.5, high: 6.0 });
        let equal = Cuts::learn([4.0; 7]);
        assert_eq!(equal.level(4.0), Level::Low);
        assert_eq!(Cuts::learn([0.0, 0.0]).level(3.0), Level::Low, "nobody to learn from");
    }

    #[test]
    fn a_cut_has_to_be_passed_by_the_margin() {
        let cuts = Cuts { middle: 10.0, high: 100.0 };
        let next = |level, number| cuts.next_level(level, number);
        assert_eq!([10.9, 11.0].map(|number| next(Level::Low, number)), [Level::Low, Level::Middle]);
        assert_eq!([9.1, 8.9].map(|number| next(Level::Middle, number)), [Level::Middle, Level::Low]);
        assert_eq!(next(Level::None, 200.0), Level::High);
        assert_eq!(next(Level::None, 95.0), Level::Middle, "within the margin below high, and coming from below");
        assert_eq!(next(Level::High, 95.0), Level::High);
        assert_eq!(next(Level::High, 0.0), Level::None);
        assert_eq!(next(Level::None, 0.1), Level::Low);
    }

    proptest! {
        /// Whatever a member's number is, 5 % of noise moves them once at the most, and then they stay.
        #[test]
        fn nobody_flaps_under_noise(
            number in 0.5_f64..200.0,
            start in 0_usize..4,
            noise in prop::collection::vec(0.95_f64..1.05, 1..60),
        ) {
            let cuts = Cuts { middle: 10.0, high: 100.0 };
            let mut path = vec![LEVELS[start]];
            for noise in noise {
                let level = cuts.next_level(path[path.len() - 1], number * noise);
                path.push(level);
            }
            let moves = path.windows(2).filter(|pair| pair[0] != pair[1]).count();
            // Two cuts lie in between at the most, and each is passed once.
            let (first, last) = (path[0], path[path.len() - 1]);
            let is_one_way = path.windows(2).all(|pair| if first <= last { pair[0] <= pair[1] } else { pair[0] >= pair[1] });
            prop_assert!(is_one_way && moves <= 2, "{path:?}");
        }

        /// The day-by-day board is the sum over the window, on any day, and does not depend on which days are asked for.
        #[test]
        fn a_grid_is_the_sum_of_its_window(
            rows in prop::collection::vec((0_i32..120, 0_u32..8, 0_usize..5), 1..150),
            asked in 0_i32..150,
        ) {
            let parts = [Part::Active, Part::Replies, Part::Conversations, Part::Newcomers, Part::Reactions];
            let mut credits: Vec<Credit> = rows.iter()
                .map(|(day, member, part)| Credit { day: *day, member: *member, part: parts[*part], units: *part as u32 * 630 })
                .collect();
            credits.sort_by_key(|credit| credit.day);
            let asked = asked.max(credits[0].day);
            let all: Vec<i32> = (credits[0].day..=150).collect();
            let each_day = grids(&credits, 8, &all);
            let one = grids(&credits, 8, &[asked]).remove(0);
            for (member, standing) in one.members.iter().enumerate() {
                let within = |credit: &&Credit| credit.member as usize == member && (asked - 27..=asked).contains(&credit.day);
                let units: u32 = credits.iter().filter(within).map(|credit| credit.units).sum();
                let days = credits.iter().filter(within).filter(|credit| credit.part == Part::Active).count();
                prop_assert_eq!(standing.value, f64::from(units) / f64::from(UNIT));
                prop_assert_eq!(standing.active_days as usize, days);
            }
            let same = &each_day[(asked - credits[0].day) as usize];
            // Only before the first whole window does a question of its own cut earlier.
            if asked - credits[0].day >= 27 {
                prop_assert_eq!(&one.members, &same.members);
            }
        }
    }
}
