//! The days on which one member was active.

/// A set of days, a bit each.
#[derive(Clone, Debug, Default)]
pub struct DaySet {
    /// Which word of 64 days the first one is.
    base: i32,
    words: Vec<u64>,
}

fn place(day: i32) -> (i32, u32) {
    (day.div_euclid(64), day.rem_euclid(64) as u32)
}

impl DaySet {
    /// Whether the day is new to the set.
    pub fn insert(&mut self, day: i32) -> bool {
        let (word, bit) = place(day);
        if self.words.is_empty() {
            self.base = word;
        }
        if word < self.base {
            self.words.splice(0..0, std::iter::repeat_n(0, (self.base - word) as usize));
            self.base = word;
        }
        let index = (word - self.base) as usize;
        if index >= self.words.len() {
            self.words.resize(index + 1, 0);
        }
        let was = self.words[index];
        self.words[index] |= 1 << bit;
        was != self.words[index]
    }

    pub fn contains(&self, day: i32) -> bool {
        let (word, bit) = place(day);
        let index = usize::try_from(word - self.base).ok();
        index.and_then(|index| self.words.get(index)).is_some_and(|word| word >> bit & 1 == 1)
    }

    /// The last day before this one.
    pub fn before(&self, day: i32) -> Option<i32> {
        let (word, bit) = place(day);
        let last = self.base + self.words.len() as i32 - 1;
        let masked = |at: i32| {
            let word_bits = self.words[(at - self.base) as usize];
            if at == word { word_bits & ((1 << bit) - 1) } else { word_bits }
        };
        let found = (self.base..=word.min(last)).rev().find(|at| masked(*at) != 0)?;
        Some(found * 64 + 63 - masked(found).leading_zeros() as i32)
    }

    /// The first day after this one.
    pub fn after(&self, day: i32) -> Option<i32> {
        let (word, bit) = place(day);
        let masked = |at: i32| {
            let word_bits = self.words[(at - self.base) as usize];
            if at == word { word_bits & !(u64::MAX >> (63 - bit)) } else { word_bits }
        };
        let end = self.base + self.words.len() as i32;
        let found = (word.max(self.base)..end).find(|at| masked(*at) != 0)?;
        Some(found * 64 + masked(found).trailing_zeros() as i32)
    }

    pub fn iter(&self) -> impl Iterator<Item = i32> {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let base = (self.base + index as i32) * 64;
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(base + bit as i32)
            })
        })
    }

    pub fn first(&self) -> Option<i32> {
        self.iter().next()
    }

    /// How many of them lie between these two days, the first included.
    pub fn count(&self, from: i32, until: i32) -> usize {
        let ((first, from_bit), (last, last_bit)) = (place(from), place(until - 1));
        let words = (first.max(self.base)..=last.min(self.base + self.words.len() as i32 - 1)).map(|at| {
            let mut word = self.words[(at - self.base) as usize];
            if at == first {
                word &= u64::MAX << from_bit;
            }
            if at == last {
                word &= u64::MAX >> (63 - last_bit);
            }
            word.count_ones() as usize
        });
        if until <= from { 0 } else { words.sum() }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_set_of_days_is_a_set(days in prop::collection::vec(-300_i32..300, 0..40), asked in -310_i32..310, width in 0_i32..200) {
            let (mut set, mut plain) = (DaySet::default(), BTreeSet::new());
            for day in days {
                prop_assert_eq!(set.insert(day), plain.insert(day));
            }
            prop_assert!(set.iter().eq(plain.iter().copied()));
            prop_assert_eq!(set.first(), plain.first().copied());
            prop_assert_eq!(set.contains(asked), plain.contains(&asked));
            prop_assert_eq!(set.before(asked), plain.range(..asked).next_back().copied());
            prop_assert_eq!(set.after(asked), plain.range(asked + 1..).next().copied());
            prop_assert_eq!(set.count(asked, asked + width), plain.range(asked..asked + width).count());
        }
    }
}
