//! When in the day and in the week somebody is there, always and of late.

/// Parts of the day, of three hours each.
const PARTS: usize = 8;
const WEEKDAYS: usize = 7;
/// The first day of 1970 was a Thursday, the third and fourth were Saturday and Sunday.
const WEEKEND: [usize; 2] = [PARTS + 2, PARTS + 3];

/// Traces by part of the day and by day of the week, of UTC: two profiles side by side, since few members leave enough
/// traces for every hour of the week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    always: [u32; PARTS + WEEKDAYS],
    /// The same, fading.
    late: [f32; PARTS + WEEKDAYS],
}

fn weekday(day: i32) -> usize {
    day.rem_euclid(WEEKDAYS as i32) as usize
}

impl Profile {
    pub fn add(&mut self, day: i32, second: u32, weight: f64) {
        for place in [second as usize / 10_800 % PARTS, PARTS + weekday(day)] {
            self.always[place] += 1;
            self.late[place] += weight as f32;
        }
    }

    pub fn fade(&mut self, factor: f64) {
        for sum in &mut self.late {
            *sum *= factor as f32;
        }
    }

    /// Traces by quarter of the day.
    pub fn quarters(&self) -> [u32; 4] {
        std::array::from_fn(|quarter| self.always[2 * quarter] + self.always[2 * quarter + 1])
    }

    pub fn weekend(&self) -> u32 {
        WEEKEND.map(|place| self.always[place]).iter().sum()
    }

    /// How far the hours of late are from those of always: 0 where they are the same, 1 where they share none.
    pub fn hours_drift(&self) -> f64 {
        self.drift(0..PARTS)
    }

    /// The same of the days of the week.
    pub fn weekdays_drift(&self) -> f64 {
        self.drift(PARTS..PARTS + WEEKDAYS)
    }

    /// Half the sum of the differences of shares: the total variation distance.
    fn drift(&self, places: std::ops::Range<usize>) -> f64 {
        let (always, late) = (&self.always[places.clone()], &self.late[places]);
        let of_always = always.iter().copied().map(f64::from).sum::<f64>();
        let of_late = late.iter().copied().map(f64::from).sum::<f64>();
        let apart = |(a, b): (&u32, &f32)| (f64::from(*a) / of_always - f64::from(*b) / of_late).abs();
        always.iter().zip(late).map(apart).sum::<f64>() / 2.0
    }

    /// The share of traces on days of the week like those from `from` up to `to`, summed: how many of their usual
    /// weeks have passed.
    pub fn weeks_between(&self, from: i32, to: i32) -> f64 {
        let days = &self.always[PARTS..];
        let total = days.iter().copied().map(f64::from).sum::<f64>();
        let (weeks, rest) = ((to - from).max(0) / 7, (to - from).max(0) % 7);
        let passed: f64 = (to - rest..to).map(|day| f64::from(days[weekday(day)])).sum();
        f64::from(weeks) + passed / total
    }
}
