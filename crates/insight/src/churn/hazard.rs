//! Time in steps: the chance to get through each, for who got as far. What is known of newer rows counts as far as
//! it is known, so that a fading community is not judged by how it was one horizon ago.
//!
//! Discrete-time survival by one logistic regression a step (Singer and Willett, "It's About Time", 1993).

use serde::{Deserialize, Serialize};

use super::logistic::{self, sigmoid};

/// Fewer rows that got to a step teach nothing about it: everybody is taken to get through.
const LEAST_TAUGHT: usize = 50;

/// Steps in days, one after another from the cut-off.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Steps {
    ends: Vec<i64>,
    /// Of each step; none where too little was known.
    weights: Vec<Vec<f64>>,
}

/// Rows as ranks, one after another.
pub struct Ranked {
    pub width: usize,
    pub values: Vec<f32>,
}

impl Ranked {
    pub fn row(&self, index: usize) -> &[f32] {
        &self.values[index * self.width..(index + 1) * self.width]
    }

    pub fn rows(&self) -> usize {
        self.values.len() / self.width
    }
}

impl Steps {
    /// `through(row, from, to)` says whether a row that got to day `from` got to day `to`; nothing where that is not
    /// known or the row did not get to `from`.
    pub fn learn(ranked: &Ranked, ends: &[i64], ridge: f64, through: impl Fn(usize, i64, i64) -> Option<bool>) -> Self {
        let mut from = 0;
        let mut weights = Vec::new();
        for &to in ends {
            let (mut rows, mut labels) = (Vec::new(), Vec::new());
            for row in 0..ranked.rows() {
                if let Some(got) = through(row, from, to) {
                    rows.extend_from_slice(ranked.row(row));
                    labels.push(f64::from(u8::from(got)));
                }
            }
            let both = labels.contains(&0.0) && labels.contains(&1.0);
            let learned = if both && labels.len() >= LEAST_TAUGHT {
                logistic::fit(&rows, ranked.width, &labels, ridge)
            } else {
                Vec::new()
            };
            weights.push(learned);
            from = to;
        }
        Self { ends: ends.to_vec(), weights }
    }

    /// The chance to get through the steps that end after day `from`, up to the one that ends at `to`.
    pub fn through(&self, ranked: &[f32], from: i64, to: i64) -> f64 {
        let steps = self.ends.iter().zip(&self.weights);
        let between = steps.filter(|(end, weights)| **end > from && **end <= to && !weights.is_empty());
        between.map(|(_, weights)| sigmoid(logistic::value(weights, ranked))).product()
    }
}
