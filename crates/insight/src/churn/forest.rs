//! Trees as the engine asks them: every node of a tree asks a block of rows at once without a branch, and what each
//! column contributed is exact.

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
    /// Rows that are asked side by side: their columns fit the nearest cache.
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
        let mut block = [[0.0_f32; Self::BLOCK]; Self::COLUMNS];
        let asked: Vec<Asking> = self.trees.iter().map(Tree::asking).collect();
        for chunk in rows.chunks(width * Self::BLOCK) {
            let many = chunk.len() / width;
            for (place, row) in chunk.chunks_exact(width).enumerate() {
                for (column, value) in block.iter_mut().zip(row) {
                    column[place] = *value;
                }
            }
            let mut sums = [0.0_f64; Self::BLOCK];
            for tree in &asked {
                tree.add(&block, &mut sums);
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
}

/// A tree as blocks of rows are asked by it: each question strikes out leaves, and of those that are left after all
/// questions the leftmost is the row's (Lucchese et al., "QuickScorer", 2015).
struct Asking {
    questions: Vec<Question>,
    /// The leaves' values from left to right.
    values: [f32; Forest::LEAVES],
}

struct Question {
    column: u8,
    missing_right: bool,
    below: f32,
    /// A bit for each leaf under the left child: struck out for rows that go right.
    left_leaves: u32,
}

impl Asking {
    fn add(&self, block: &[[f32; Forest::BLOCK]; Forest::COLUMNS], sums: &mut [f64; Forest::BLOCK]) {
        let mut leaves = [u32::MAX; Forest::BLOCK];
        for question in &self.questions {
            let Question { below, missing_right, left_leaves, .. } = *question;
            let column = &block[usize::from(question.column) % Forest::COLUMNS];
            let strike = |leaves: &mut u32, goes_right: bool| {
                *leaves &= !(u32::from(goes_right).wrapping_neg() & left_leaves);
            };
            let rows = leaves.iter_mut().zip(column);
            if missing_right {
                rows.for_each(|(leaves, value)| strike(leaves, *value >= below || value.is_nan()));
            } else {
                rows.for_each(|(leaves, value)| strike(leaves, *value >= below));
            }
        }
        for (sum, leaves) in sums.iter_mut().zip(leaves) {
            *sum += f64::from(self.values[leaves.trailing_zeros() as usize % Forest::LEAVES]);
        }
    }
}

impl Tree {
    fn new(grown: &[Grown]) -> Result<Self> {
        let bad = |what| Err(Error::internal(format!("a tree cannot be used: {what}")));
        if grown.is_empty() || grown.len() > Forest::NODES - 1 {
            return bad("it has no node, or too many");
        }
        let (mut order, mut next) = (vec![0], 0);
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
            }
            nodes.push(own);
            next += 1;
        }
        let values = order.iter().map(|index| grown[*index].value as f32).collect();
        let covers = order.iter().map(|index| grown[*index].cover as f32).collect();
        Ok(Self { nodes, values, covers })
    }

    fn asking(&self) -> Asking {
        let mut questions = Vec::new();
        let mut values = Vec::with_capacity(Forest::LEAVES);
        self.lay_out(0, &mut questions, &mut values);
        values.resize(Forest::LEAVES, 0.0);
        Asking { questions, values: std::array::from_fn(|leaf| values[leaf]) }
    }

    /// Puts down the questions and the leaves under a node.
    fn lay_out(&self, node: usize, questions: &mut Vec<Question>, values: &mut Vec<f32>) {
        let Node { below, column, left, missing_right, is_leaf } = self.nodes[node];
        if is_leaf {
            values.push(self.values[node]);
            return;
        }
        let first = values.len();
        self.lay_out(usize::from(left), questions, values);
        let left_leaves = ((1_u64 << values.len()) - (1_u64 << first)) as u32;
        questions.push(Question { column, missing_right: missing_right == 1, below, left_leaves });
        self.lay_out(usize::from(left) + 1, questions, values);
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

    use super::{super::booster, Forest, Node, Tree};
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
        let columns: Vec<usize> = (0..WIDTH).collect();
        (booster::grow(&table, &columns, &labels, &growth, 1).expect("trees"), rows)
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
    fn a_row_ends_in_the_leaf_that_one_question_after_another_leads_to() {
        let (forest, rows) = grown();
        let walked = |tree: &Tree, row: &[f32]| {
            let mut at = 0;
            while !tree.nodes[at].is_leaf {
                let Node { below, column, left, missing_right, .. } = tree.nodes[at];
                let value = row[usize::from(column)];
                let goes_right = if value.is_nan() { missing_right == 1 } else { value >= below };
                at = usize::from(left) + usize::from(goes_right);
            }
            f64::from(tree.values[at])
        };
        for (row, logit) in rows.chunks(WIDTH).zip(forest.logits(&rows, WIDTH)) {
            let sum: f64 = forest.trees.iter().map(|tree| walked(tree, row)).sum();
            assert!((forest.base + sum - logit).abs() < 1e-9);
        }
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
