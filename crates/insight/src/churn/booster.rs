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

/// Grows trees on rows given column by column, labels from 0 to 1. The same input gives the same trees, on one thread.
pub fn grow(table: &[f64], rows: usize, labels: &[f64], growth: &Growth, seed: u64) -> Result<Forest> {
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
    let weights = vec![1.0; rows];
    let matrix = Matrix::new(table, rows, table.len() / rows);
    booster
        .fit(&matrix, labels, &weights, None)
        .map_err(|error| Error::internal("the trees could not be grown").caused_by(error))?;
    let trees = booster.trees.iter().map(|tree| {
        let nodes = tree.nodes.iter().map(|node| Grown {
            value: f64::from(node.weight_value),
            cover: f64::from(node.hessian_sum),
            split: (!node.is_leaf).then_some((node.split_feature, node.split_value)),
            children: (node.left_child, node.right_child),
            missing_right: node.missing_node == node.right_child,
        });
        nodes.collect::<Vec<_>>()
    });
    Forest::new(booster.base_score, trees)
}
