//! What became of members to whom something happened, beside members who were like them and to whom it did not.
//!
//! Exact matching on coarse traits (S. Iacus, G. King, G. Porro, "Causal inference without balance checking: coarsened exact
//! matching", Political Analysis 20, 2012). Cases are put into strata of those alike; touched ones are compared with the untouched
//! of their stratum, and left out where it has fewer than two of these. The difference is the mean over the touched of
//! whether they left, less the share of the untouched of their stratum who did. Its variance is that of these terms, added up by
//! member first, since a member may be a case at several moments.
//!
//! Likeness is in what was counted, so a difference is not yet a cause; it is what an experiment should look at first.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::interval::Z;

/// A member at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub member: u32,
    /// Those alike have the same.
    pub stratum: u64,
    pub is_touched: bool,
    pub left: bool,
}

/// A comparison, of touched cases that have somebody to compare them with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Matched {
    pub touched: u64,
    pub left: u64,
    /// Untouched cases in their strata.
    pub alike: u64,
    /// The share of the touched who left.
    pub share: f64,
    /// The share who left of those alike.
    pub expected: f64,
    pub difference: f64,
    /// The interval of the difference, 95 %.
    pub low: f64,
    pub high: f64,
    /// How many of the touched left beyond what was expected, and its interval.
    pub lost: f64,
    pub lost_low: f64,
    pub lost_high: f64,
    /// Touched cases that nobody was like.
    pub unmatched: u64,
}

#[derive(Default)]
struct Stratum {
    touched: u64,
    untouched: u64,
    untouched_left: u64,
}

impl Stratum {
    fn is_comparable(&self) -> bool {
        self.touched > 0 && self.untouched > 1
    }

    fn expected(&self) -> f64 {
        self.untouched_left as f64 / self.untouched as f64
    }
}

/// Compares the touched with the untouched. Nothing where no touched case has anybody alike, or where any of the groups (touched
/// or not, gone or not) is of somebody but of fewer members than `least`.
pub fn compare(cases: &[Case], least: u64) -> Option<Matched> {
    let mut strata: HashMap<u64, Stratum> = HashMap::new();
    for case in cases {
        let stratum = strata.entry(case.stratum).or_default();
        match case.is_touched {
            true => stratum.touched += 1,
            false => (stratum.untouched += 1, stratum.untouched_left += u64::from(case.left)).0,
        }
    }
    let mut matched = Matched::default();
    let (mut sum, mut groups): (f64, [HashSet<u32>; 4]) = (0.0, Default::default());
    for case in cases {
        let stratum = &strata[&case.stratum];
        if !stratum.is_comparable() {
            matched.unmatched += u64::from(case.is_touched);
            continue;
        }
        groups[usize::from(case.is_touched) * 2 + usize::from(case.left)].insert(case.member);
        if case.is_touched {
            matched.touched += 1;
            matched.left += u64::from(case.left);
            sum += stratum.expected();
        } else {
            matched.alike += 1;
        }
    }
    let is_small = |group: &HashSet<u32>| (1..least).contains(&(group.len() as u64));
    if matched.touched == 0 || groups.iter().any(is_small) {
        return None;
    }
    let touched = matched.touched as f64;
    matched.share = matched.left as f64 / touched;
    matched.expected = sum / touched;
    matched.difference = matched.share - matched.expected;
    let width = Z * variance(cases, &strata, &matched).sqrt();
    (matched.low, matched.high) = (matched.difference - width, matched.difference + width);
    let lost = [matched.difference, matched.low, matched.high].map(|share| share * touched);
    [matched.lost, matched.lost_low, matched.lost_high] = lost;
    Some(matched)
}

fn variance(cases: &[Case], strata: &HashMap<u64, Stratum>, matched: &Matched) -> f64 {
    let mut terms: HashMap<u32, f64> = HashMap::new();
    for case in cases {
        let stratum = &strata[&case.stratum];
        if !stratum.is_comparable() {
            continue;
        }
        let left = f64::from(u8::from(case.left));
        let beyond = left - stratum.expected();
        let untouched = stratum.untouched as f64;
        *terms.entry(case.member).or_default() += if case.is_touched {
            beyond - matched.difference
        } else {
            // One who is counted in the mean that they are compared with is nearer to it.
            -beyond * stratum.touched as f64 / untouched * (untouched / (untouched - 1.0)).sqrt()
        };
    }
    // In the order of members, so that the sum is the same each time.
    let mut terms: Vec<(u32, f64)> = terms.into_iter().collect();
    terms.sort_unstable_by_key(|(member, _)| *member);
    terms.iter().map(|(_, term)| term * term).sum::<f64>() / (matched.touched as f64).powi(2)
}

/// A number as the class of those about as large: 0, 1, 2–3, 4–7, and so on.
pub fn about(number: usize) -> u64 {
    u64::from(usize::BITS - number.leading_zeros())
}

/// One number of several small classes.
pub fn stratum(classes: &[u64]) -> u64 {
    classes.iter().fold(0, |stratum, class| stratum * 64 + class.min(&63))
}

#[cfg(test)]
mod tests {
    use hearth_kernel::Rng;

    use super::*;

    fn cases(rows: &[(u64, bool, bool, usize)]) -> Vec<Case> {
        let mut cases = Vec::new();
        for (stratum, is_touched, left, count) in rows {
            for _ in 0..*count {
                let member = cases.len() as u32;
                cases.push(Case { member, stratum: *stratum, is_touched: *is_touched, left: *left });
            }
        }
        cases
    }

    #[test]
    fn a_comparison_by_hand() {
        // Two strata: in the first half of the touched leave and a fifth of the others, in the second all and half.
        let cases = cases(&[
            (1, true, true, 2),
            (1, true, false, 2),
            (1, false, true, 1),
            (1, false, false, 4),
            (2, true, true, 4),
            (2, false, true, 2),
            (2, false, false, 2),
            // Nobody is like this one, and nobody touched is like those.
            (3, true, true, 1),
            (4, false, true, 7),
        ]);
        let matched = compare(&cases, 1).unwrap();
        assert_eq!((matched.touched, matched.left, matched.alike, matched.unmatched), (8, 6, 9, 1));
        assert_eq!((matched.share, matched.expected), (0.75, 0.35));
        assert!((matched.difference - 0.4).abs() < 1e-12 && (matched.lost - 3.2).abs() < 1e-12);
        // Terms: touched 0.4, 0.4, -0.6, -0.6 and four of 0.1; untouched of the first -0.8 and four of 0.2, by 4/5·√(5/4),
        // of the second two of each ±0.5, by √(4/3).
        let touched = 2.0 * 0.16 + 2.0 * 0.36 + 4.0 * 0.01;
        let untouched = (0.64 + 4.0 * 0.04) * 0.64 * 1.25 + 4.0 * 0.25 * 4.0 / 3.0;
        let width = Z * ((touched + untouched) / 64.0_f64).sqrt();
        assert!((matched.high - matched.difference - width).abs() < 1e-12);
    }

    #[test]
    fn small_groups_are_not_told() {
        let of =
            |left: usize| compare(&cases(&[(1, true, true, left), (1, true, false, 20), (1, false, false, 50)]), 10);
        assert!(of(0).is_some() && of(10).is_some());
        assert!(of(9).is_none(), "nine who left");
        assert!(compare(&cases(&[(1, false, false, 50)]), 10).is_none(), "nobody was touched");
    }

    /// On a thousand worlds where nothing is done to anybody, the interval holds the truth as often as it says.
    #[test]
    fn an_interval_holds_as_often_as_it_says() {
        let rng = Rng::from_number(7);
        let chance = |of: f64| (rng.below(1_000_000) as f64) < of * 1_000_000.0;
        let mut held = 0;
        for _ in 0..1_000 {
            let mut cases = Vec::new();
            for member in 0..60 {
                // Members differ in how easily they leave; some are cases twice.
                let stratum = u64::from(member % 4);
                for _ in 0..=member % 2 {
                    let (is_touched, left) = (chance(0.2 + 0.1 * stratum as f64), chance(0.1 + 0.2 * stratum as f64));
                    cases.push(Case { member, stratum, is_touched, left });
                }
            }
            let matched = compare(&cases, 1).unwrap();
            held += i32::from(matched.low <= 0.0 && 0.0 <= matched.high);
        }
        assert!((920..=975).contains(&held), "{held}");
    }

    #[test]
    fn classes_are_of_about_the_same() {
        assert_eq!([0, 1, 2, 3, 4, 7, 8, 1_000].map(about), [0, 1, 2, 2, 3, 3, 4, 10]);
        assert_ne!(stratum(&[1, 2, 3]), stratum(&[1, 3, 2]));
        assert_eq!(stratum(&[1, 200]), stratum(&[1, 63]));
    }
}
