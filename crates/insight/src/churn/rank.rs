//! Features as ranks: what counts is where a member stands among those that the model learned from, so that no
//! feature's scale or outlier matters.

use serde::{Deserialize, Serialize};

const KNOTS: usize = 64;

/// One column's ranks: places on a curve from value to rank, from -1.7 to 1.7 (unit variance).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ranks {
    values: Vec<f32>,
    ranks: Vec<f32>,
}

impl Ranks {
    pub fn learn(column: impl Iterator<Item = f32>) -> Self {
        let mut sorted: Vec<f32> = column.filter(|value| value.is_finite()).collect();
        sorted.sort_unstable_by(f32::total_cmp);
        let total = sorted.len().max(1) as f64;
        let (mut values, mut ranks): (Vec<f32>, Vec<f32>) = (Vec::new(), Vec::new());
        for knot in 0..KNOTS.min(sorted.len()) {
            let value = sorted[knot * (sorted.len() - 1) / (KNOTS.min(sorted.len()) - 1).max(1)];
            if values.last() == Some(&value) {
                continue;
            }
            let below = sorted.partition_point(|other| *other < value) as f64;
            let up_to = sorted.partition_point(|other| *other <= value) as f64;
            values.push(value);
            ranks.push((((below + up_to) / total - 1.0) * 3_f64.sqrt()) as f32);
        }
        Self { values, ranks }
    }

    /// The rank of a value; the middle for one that is not known.
    pub fn of(&self, value: f32) -> f32 {
        let (Some(first), Some(last)) = (self.ranks.first(), self.ranks.last()) else { return 0.0 };
        if !value.is_finite() {
            return 0.0;
        }
        let after = self.values.partition_point(|knot| *knot <= value);
        if after == 0 {
            return *first;
        }
        if after == self.values.len() {
            return *last;
        }
        let (low, high) = (self.values[after - 1], self.values[after]);
        let share = (value - low) / (high - low);
        self.ranks[after - 1] + share * (self.ranks[after] - self.ranks[after - 1])
    }
}
