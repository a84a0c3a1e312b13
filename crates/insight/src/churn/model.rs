//! What was learned from rows whose outcome is known: ranks with a logistic regression, and trees.

use forust_ml::{
    Matrix,
    gradientbooster::{GradientBooster, GrowPolicy},
};

use super::{
    bgnbd::{Acts, BgNbd},
    dataset::Row,
    logistic,
    rank::Ranks,
};
use crate::features::FEATURES;

/// How a model is made. One recipe serves every community.
#[derive(Clone, Debug)]
pub struct Recipe {
    pub ridge: f64,
    pub trees: usize,
    pub learning_rate: f32,
    pub leaves: usize,
    pub depth: usize,
    pub leaf_weight: f32,
    pub l2: f32,
    pub columns: f64,
    pub rows: f32,
    pub forests: u64,
    /// Share of the trees' logit in the mean.
    pub trees_share: f64,
    /// After so many days a row weighs half; 0 for never.
    pub half_life_days: f64,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            ridge: 300.0,
            trees: 300,
            learning_rate: 0.02,
            leaves: 8,
            depth: 3,
            leaf_weight: 20.0,
            l2: 10.0,
            columns: 0.2,
            rows: 1.0,
            forests: 1,
            trees_share: 0.4,
            half_life_days: 0.0,
        }
    }
}

pub struct Model {
    pub bgnbd: BgNbd,
    pub horizon_days: i64,
    pub ranks: Vec<Ranks>,
    pub beta: Vec<f64>,
    pub forests: Vec<GradientBooster>,
    pub recipe: Recipe,
}

/// Columns that are computed from a community's own parameters.
const EXTRA: usize = 2;

fn column(name: &str) -> usize {
    FEATURES.iter().position(|feature| feature.name == name).expect("the feature is in the catalogue")
}

pub fn acts(features: &[f64]) -> Acts {
    let age = features[column("tenure")];
    Acts { repeated: features[column("days")] - 1.0, last: age - features[column("recency")], age }
}

impl Model {
    fn columns(&self, row: &Row) -> Vec<f64> {
        let mut columns = row.features.clone();
        columns.extend(extra(&self.bgnbd, row, self.horizon_days));
        columns
    }

    pub fn train(rows: &[&Row], horizon_days: i64, recipe: &Recipe, seed: u64) -> Self {
        // What is learned must not hang on the order of names.
        let mut rows = rows.to_vec();
        rows.sort_by(|a, b| {
            let by = |x: &f64, y: &f64| x.total_cmp(y);
            a.cutoff.cmp(&b.cutoff).then_with(|| {
                a.features
                    .iter()
                    .zip(&b.features)
                    .map(|(x, y)| by(x, y))
                    .find(|order| order.is_ne())
                    .unwrap_or(std::cmp::Ordering::Equal)
            })
        });
        let newest = rows.iter().map(|row| row.cutoff).max().unwrap_or_default();
        let latest: Vec<Acts> = rows.iter().filter(|row| row.cutoff == newest).map(|row| acts(&row.features)).collect();
        let bgnbd = BgNbd::fit(&latest);
        let labels: Vec<f64> = rows.iter().map(|row| f64::from(u8::from(row.left(horizon_days)))).collect();
        let weights: Vec<f64> = rows
            .iter()
            .map(|row| {
                let age = (newest - row.cutoff) as f64 / 86_400.0;
                if recipe.half_life_days > 0.0 { 0.5_f64.powf(age / recipe.half_life_days) } else { 1.0 }
            })
            .collect();
        let width = FEATURES.len() + EXTRA;
        let mut table = vec![0.0; rows.len() * width];
        for (index, row) in rows.iter().enumerate() {
            let extra = extra(&bgnbd, row, horizon_days);
            for (column, value) in row.features.iter().chain(&extra).enumerate() {
                table[column * rows.len() + index] = *value;
            }
        }
        let ranks: Vec<Ranks> =
            table.chunks_exact(rows.len()).map(|column| Ranks::learn(column.iter().copied())).collect();
        let mut ranked = vec![0.0; rows.len() * width];
        for (column, values) in table.chunks_exact(rows.len()).enumerate() {
            for (index, value) in values.iter().enumerate() {
                ranked[index * width + column] = ranks[column].of(*value);
            }
        }
        let beta = logistic::fit(&ranked, width, &labels, &weights, recipe.ridge);
        let forests = (0..recipe.forests)
            .map(|forest| {
                let mut booster = GradientBooster::default()
                    .set_iterations(recipe.trees)
                    .set_learning_rate(recipe.learning_rate)
                    .set_max_depth(recipe.depth)
                    .set_max_leaves(recipe.leaves)
                    .set_min_leaf_weight(recipe.leaf_weight)
                    .set_l2(recipe.l2)
                    .set_colsample_bytree(recipe.columns)
                    .set_subsample(recipe.rows)
                    .set_initialize_base_score(true)
                    .set_parallel(false)
                    .set_seed(seed.wrapping_mul(1009).wrapping_add(forest));
                booster.grow_policy = GrowPolicy::LossGuide;
                booster.nbins = 255;
                booster
                    .fit(&Matrix::new(&table, rows.len(), width), &labels, &weights, None)
                    .expect("rows to learn from");
                booster
            })
            .collect();
        Self { bgnbd, horizon_days, ranks, beta, forests, recipe: recipe.clone() }
    }

    /// Logits of the linear part and of the trees.
    pub fn parts(&self, rows: &[&Row]) -> Vec<(f64, f64)> {
        let width = FEATURES.len() + EXTRA;
        let mut table = vec![0.0; rows.len() * width];
        let mut linear = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            let columns = self.columns(row);
            let ranked: Vec<f64> = columns.iter().zip(&self.ranks).map(|(value, ranks)| ranks.of(*value)).collect();
            linear.push(logistic::value(&self.beta, &ranked));
            for (column, value) in columns.into_iter().enumerate() {
                table[column * rows.len() + index] = value;
            }
        }
        let mut trees = vec![0.0; rows.len()];
        for forest in &self.forests {
            let predicted = forest.predict(&Matrix::new(&table, rows.len(), width), false);
            for (sum, value) in trees.iter_mut().zip(predicted) {
                *sum += value / self.forests.len() as f64;
            }
        }
        linear.into_iter().zip(trees).collect()
    }

    pub fn logits(&self, rows: &[&Row]) -> Vec<f64> {
        let share = self.recipe.trees_share;
        self.parts(rows).into_iter().map(|(linear, trees)| (1.0 - share) * linear + share * trees).collect()
    }
}

fn extra(bgnbd: &BgNbd, row: &Row, horizon_days: i64) -> [f64; EXTRA] {
    let acts = acts(&row.features);
    [bgnbd.expected(acts, horizon_days as f64), bgnbd.alive(acts)]
}
