//! Trees as the engine asks them: blocks of rows go through one tree at a time without a branch, and what each column
//! contributed is exact.

use hearth_kernel::{Error, Result};
use serde::{Deserialize, Serialize};

/// A node of a tree as it was grown.
pub struct Grown {
    pub value: f64,
    /// The weight of the rows that came by.
    pub cover: f64,
    /// A column, and the value from which on rows go right.
    pub split: Option<(usize, f64)>,
    pub children: (usize, usize),
    /// Rows whose value is not known go right.
    pub missing_right: bool,
}

/// Trees whose values add up to a logit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forest {
    base: f64,
    /// The mean of all rows that the trees were grown on.
    expected: f64,
    trees: Vec<Tree>,
}

/// One tree. The root is the first node; a node's right child stands behind its left one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Tree {
    depth: u8,
    nodes: Vec<Node>,
    values: Vec<f32>,
    covers: Vec<f32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Node {
    /// Rows with less go left; of no meaning in a stored leaf, since JSON has no infinity.
    below: f32,
    column: u8,
    /// A leaf's is itself.
    left: u8,
    missing_right: u8,
    is_leaf: bool,
}

impl Forest {
    pub const LEAVES: usize = 32;
    /// Columns of a row; the rest of a row is empty.
    pub const COLUMNS: usize = 128;
    /// Nodes of a tree, as an array that an index of six bits cannot leave.
    const NODES: usize = 2 * Self::LEAVES;
    /// Rows that go through a tree side by side: their columns fit the nearest cache.
    const BLOCK: usize = 32;

    pub fn new(base: f64, trees: impl Iterator<Item = Vec<Grown>>) -> Result<Self> {
        let trees = trees.map(|grown| Tree::new(&grown)).collect::<Result<Vec<_>>>()?;
        let expected = base + trees.iter().map(|tree| tree.expected(0)).sum::<f64>();
        Ok(Self { base, expected, trees })
    }

    /// The logits of rows of `width` columns, one after another. A value that is not known is not a number; none is
    /// infinite.
    pub fn logits(&self, rows: &[f32], width: usize) -> Vec<f64> {
        assert!(width <= Self::COLUMNS, "a row has at most {} columns", Self::COLUMNS);
        let mut logits = Vec::with_capacity(rows.len() / width);
        let mut block = [[0.0_f32; Self::COLUMNS]; Self::BLOCK];
        let laid_out: Vec<[Node; Self::NODES]> = self.trees.iter().map(Tree::laid_out).collect();
        for chunk in rows.chunks(width * Self::BLOCK) {
            let many = chunk.len() / width;
            for (place, row) in block.iter_mut().zip(chunk.chunks_exact(width)) {
                place[..width].copy_from_slice(row);
            }
            let mut sums = [0.0_f64; Self::BLOCK];
            for (tree, nodes) in self.trees.iter().zip(&laid_out) {
                let mut at = [0_u8; Self::BLOCK];
                for _ in 0..tree.depth {
                    for (at, row) in at.iter_mut().zip(&block) {
                        *at = nodes[usize::from(*at) % Self::NODES].next(row);
                    }
                }
                for (sum, at) in sums.iter_mut().zip(at) {
                    *sum += f64::from(tree.values[usize::from(at)]);
                }
            }
            logits.extend(sums[..many].iter().map(|sum| self.base + sum));
        }
        logits
    }

    /// What each column added to a row's logit, and last what nobody's columns did: together they are the logit.
    /// Shapley values by the paths of the trees (Lundberg et al., "Consistent Individualized Feature Attribution for
    /// Tree Ensembles", 2018).
    pub fn contributions(&self, row: &[f32]) -> Vec<f64> {
        let mut added = vec![0.0; row.len() + 1];
        for tree in &self.trees {
            tree.share(row, 0, &[], 1.0, 1.0, None, &mut added);
        }
        added[row.len()] = self.expected;
        added
    }
}

impl Node {
    const LEAF: Self = Self { below: f32::INFINITY, column: 0, left: 0, missing_right: 0, is_leaf: true };

    /// The child that a row goes to; a leaf stays where it is.
    #[inline]
    fn next(&self, row: &[f32; Forest::COLUMNS]) -> u8 {
        let value = row[usize::from(self.column) % Forest::COLUMNS];
        let right = u8::from(value >= self.below) | (u8::from(value.is_nan()) & self.missing_right);
        self.left + right
    }
}

impl Tree {
    fn new(grown: &[Grown]) -> Result<Self> {
        let bad = |what| Err(Error::internal(format!("a tree cannot be used: {what}")));
        if grown.is_empty() || grown.len() > Forest::NODES - 1 {
            return bad("it has no node, or too many");
        }
        let (mut order, mut depths, mut next) = (vec![0], vec![0_u8], 0);
        let mut nodes = Vec::new();
        while next < order.len() {
            let node = &grown[order[next]];
            let mut own = Node { below: 0.0, left: next as u8, ..Node::LEAF };
            if let Some((column, below)) = node.split {
                if column >= Forest::COLUMNS || order.len() + 2 >= Forest::NODES {
                    return bad("it splits on a column that there is not");
                }
                let (left, missing_right) = (order.len() as u8, u8::from(node.missing_right));
                own = Node { below: at_least(below), column: column as u8, left, missing_right, is_leaf: false };
                order.extend([node.children.0, node.children.1]);
                depths.extend([depths[next] + 1; 2]);
            }
            nodes.push(own);
            next += 1;
        }
        let depth = depths.iter().copied().max().unwrap_or_default();
        let values = order.iter().map(|index| grown[*index].value as f32).collect();
        let covers = order.iter().map(|index| grown[*index].cover as f32).collect();
        Ok(Self { depth, nodes, values, covers })
    }

    fn laid_out(&self) -> [Node; Forest::NODES] {
        let mut nodes = [Node::LEAF; Forest::NODES];
        for (place, node) in nodes.iter_mut().zip(&self.nodes) {
            *place = if node.is_leaf { Node { left: node.left, ..Node::LEAF } } else { *node };
        }
        nodes
    }

    /// The mean of a node's leaves.
    fn expected(&self, node: usize) -> f64 {
        let Node { left, is_leaf, .. } = self.nodes[node];
        if is_leaf {
            return f64::from(self.values[node]);
        }
        let (left, right) = (usize::from(left), usize::from(left) + 1);
        let (a, b) = (f64::from(self.covers[left]), f64::from(self.covers[right]));
        (a * self.expected(left) + b * self.expected(right)) / (a + b)
    }

    /// Adds to each column what it contributes in the leaves under a node. `path` holds the columns asked on the way;
    /// `zero` is the share of rows without the newest column that come here, `one` whether the row itself does.
    #[expect(clippy::too_many_arguments, reason = "the algorithm's own state, passed down unchanged")]
    fn share(
        &self,
        row: &[f32],
        node: usize,
        path: &[Asked],
        zero: f64,
        one: f64,
        column: Option<usize>,
        added: &mut [f64],
    ) {
        let mut path = extended(path, Asked { zero, one, column, weight: 0.0 });
        let Node { below, column, left, missing_right, is_leaf } = self.nodes[node];
        if is_leaf {
            for index in 1..path.len() {
                let weight: f64 = unwound(&path, index).iter().map(|asked| asked.weight).sum();
                let Asked { zero, one, column, .. } = path[index];
                let column = column.expect("only the root has none");
                added[column] += weight * (one - zero) * f64::from(self.values[node]);
            }
            return;
        }
        let column = usize::from(column);
        let goes_right = if row[column].is_nan() { missing_right == 1 } else { row[column] >= below };
        let children = [usize::from(left), usize::from(left) + 1];
        let (hot, cold) = if goes_right { (children[1], children[0]) } else { (children[0], children[1]) };
        let (mut earlier_zero, mut earlier_one) = (1.0, 1.0);
        if let Some(index) = path.iter().position(|asked| asked.column == Some(column)) {
            (earlier_zero, earlier_one) = (path[index].zero, path[index].one);
            path = unwound(&path, index);
        }
        let all = f64::from(self.covers[hot]) + f64::from(self.covers[cold]);
        let part = |child: usize| earlier_zero * f64::from(self.covers[child]) / all;
        self.share(row, hot, &path, part(hot), earlier_one, Some(column), added);
        self.share(row, cold, &path, part(cold), 0.0, Some(column), added);
    }
}

/// The smallest number of the row's precision that is not below this one: comparing with either is the same.
fn at_least(value: f64) -> f32 {
    let near = value as f32;
    if f64::from(near) < value { near.next_up() } else { near }
}

/// A column on the way to a leaf.
#[derive(Clone, Copy)]
struct Asked {
    zero: f64,
    one: f64,
    column: Option<usize>,
    /// The weight of the sets of columns of this size.
    weight: f64,
}

fn extended(path: &[Asked], mut new: Asked) -> Vec<Asked> {
    let long = path.len();
    let mut path = path.to_vec();
    new.weight = if long == 0 { 1.0 } else { 0.0 };
    path.push(new);
    for index in (0..long).rev() {
        let here = path[index].weight;
        path[index + 1].weight += new.one * here * (index + 1) as f64 / (long + 1) as f64;
        path[index].weight = new.zero * here * (long - index) as f64 / (long + 1) as f64;
    }
    path
}

/// The path as if the column at `index` had not been asked.
fn unwound(path: &[Asked], index: usize) -> Vec<Asked> {
    let last = path.len() - 1;
    let Asked { zero, one, .. } = path[index];
    let mut path = path.to_vec();
    let mut next = path[last].weight;
    for at in (0..last).rev() {
        if one == 0.0 {
            path[at].weight = path[at].weight * (last + 1) as f64 / (zero * (last - at) as f64);
        } else {
            let here = path[at].weight;
            path[at].weight = next * (last + 1) as f64 / ((at + 1) as f64 * one);
            next = here - path[at].weight * zero * (last - at) as f64 / (last + 1) as f64;
        }
    }
    for at in index..last {
        (path[at].zero, path[at].one, path[at].column) = (path[at + 1].zero, path[at + 1].one, path[at + 1].column);
    }
    path.truncate(last);
    path
}

#[cfg(test)]
mod tests {
    use hearth_kernel::Rng;

    use super::{super::booster, Forest};
    use crate::churn::booster::Growth;

    const WIDTH: usize = 5;

    fn rows(seed: u64, many: usize) -> Vec<f32> {
        let rng = Rng::from_number(seed);
        let value = |_| if rng.one_in(9) { f32::NAN } else { rng.below(1000) as f32 / 100.0 };
        (0..many * WIDTH).map(value).collect()
    }

    fn grown() -> (Forest, Vec<f32>) {
        let rows = rows(1, 700);
        let label = |row: &[f32]| f64::from(u8::from(row[0] > 4.0 || (row[1] < 2.0 && row[2].is_nan())));
        let labels: Vec<f64> = rows.chunks(WIDTH).map(label).collect();
        let table: Vec<f64> =
            (0..WIDTH).flat_map(|column| rows.iter().skip(column).step_by(WIDTH).map(|x| f64::from(*x))).collect();
        let growth = Growth {
            trees: 20,
            learning_rate: 0.3,
            leaves: 31,
            depth: 8,
            leaf_weight: 0.5,
            l2: 1.0,
            columns: 1.0,
            bins: 64,
        };
        (booster::grow(&table, labels.len(), &labels, &growth, 1).expect("trees"), rows)
    }

    #[test]
    fn a_block_of_rows_goes_where_each_row_goes_alone() {
        let (forest, _) = grown();
        let rows = rows(2, 77);
        let together = forest.logits(&rows, WIDTH);
        let alone: Vec<f64> = rows.chunks(WIDTH).map(|row| forest.logits(row, WIDTH)[0]).collect();
        assert_eq!(together, alone);
        assert!(together.iter().any(|logit| *logit > 0.5) && together.iter().any(|logit| *logit < -0.5));
    }

    #[test]
    fn what_the_columns_add_is_the_logit() {
        let (forest, rows) = grown();
        for row in rows.chunks(WIDTH).take(100) {
            let added: f64 = forest.contributions(row).iter().sum();
            assert!((added - forest.logits(row, WIDTH)[0]).abs() < 1e-4, "{added}");
        }
    }

    #[test]
    fn a_forest_comes_back_from_its_file_the_same() {
        let (forest, _) = grown();
        let text = serde_json::to_string(&forest).expect("JSON");
        assert_eq!(serde_json::from_str::<Forest>(&text).expect("a forest"), forest);
    }
}
