//! How trees are grown: forust behind one function, so that another library could take its place.

use forust_ml::{
    Matrix,
    gradientbooster::{GradientBooster, GrowPolicy},
};
use hearth_kernel::{Error, Result};

use super::forest::{Forest, Grown};

/// How trees are grown.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Growth {
    pub trees: usize,
    pub learning_rate: f32,
    /// At most `Forest::LEAVES`.
    pub leaves: usize,
    pub depth: usize,
    /// The least sum of second derivatives in a leaf.
    pub leaf_weight: f32,
    pub l2: f32,
    /// The share of columns that each tree may use.
    pub columns: f64,
    pub bins: u16,
}

/// Grows trees on rows given column by column, labels from 0 to 1; `columns` are the numbers that the trees know these by. The
/// same input gives the same trees, on one thread.
pub fn grow(table: &[f64], columns: &[usize], labels: &[f64], growth: &Growth, seed: u64) -> Result<Forest> {
    let mut booster = GradientBooster::default()
        .set_iterations(growth.trees)
        .set_learning_rate(growth.learning_rate)
        .set_max_depth(growth.depth)
        .set_max_leaves(growth.leaves.min(Forest::LEAVES))
        .set_min_leaf_weight(growth.leaf_weight)
        .set_l2(growth.l2)
        .set_colsample_bytree(growth.columns)
        .set_initialize_base_score(true)
        .set_parallel(false)
        .set_seed(seed);
    // Its other way splits first what has most to say already, not what a split would gain most in, and ranks worse.
    booster.grow_policy = GrowPolicy::DepthWise;
    booster.nbins = growth.bins;
    let weights = vec![1.0; labels.len()];
    let matrix = Matrix::new(table, labels.len(), columns.len());
    booster
        .fit(&matrix, labels, &weights, None)
        .map_err(|error| Error::internal("the trees could not be grown").caused_by(error))?;
    let trees = booster.trees.iter().map(|tree| {
        let nodes = tree.nodes.iter().map(|node| Grown {
            value: f64::from(node.weight_value),
            cover: f64::from(node.hessian_sum),
            split: (!node.is_leaf).then(|| (columns[node.split_feature], node.split_value)),
            children: (node.left_child, node.right_child),
            missing_right: node.missing_node == node.right_child,
        });
        nodes.collect::<Vec<_>>()
    });
    Forest::new(booster.base_score, trees)
}

#[cfg(test)]
mod tests {
    use hearth_kernel::Rng;

    use super::*;
    use crate::churn::model::Recipe;

    #[test]
    fn trees_know_columns_by_the_numbers_they_are_given() {
        let rng = Rng::from_number(3);
        let table: Vec<f64> = (0..1_200).map(|_| rng.below(100) as f64).collect();
        let labels: Vec<f64> = (0..400).map(|row| f64::from(u8::from(table[400 + row] > 60.0))).collect();
        let growth = Growth { trees: 30, columns: 1.0, leaf_weight: 1.0, ..Recipe::default().growth };
        let grown = |columns: &[usize]| grow(&table, columns, &labels, &growth, 1).expect("trees");
        let (plain, spread) = (grown(&[0, 1, 2]), grown(&[0, 4, 2]));
        let rows = |at: usize| -> Vec<f32> {
            let row = |row: usize| {
                let mut values = [50.0_f32; 5];
                [0, at, 2].iter().zip(0..).for_each(|(to, from)| values[*to] = table[from * 400 + row] as f32);
                values
            };
            (0..400).flat_map(row).collect()
        };
        assert_eq!(plain.logits(&rows(1), 5), spread.logits(&rows(4), 5));
        assert!(plain.logits(&rows(4), 5) != spread.logits(&rows(4), 5), "the column tells something");
    }
}
