//! Logistic regression with a ridge, by Newton's method.

/// Rounds are over when no weight moves by more.
const STILL: f64 = 1e-4;
const ROUNDS: usize = 20;
/// How often a step is halved that leads upwards.
const HALVINGS: i32 = 20;
/// Rows that are multiplied out together, so that each sum is loaded and stored once for all of them.
const TOGETHER: usize = 8;
/// So many rows are summed in single precision before they are added to the whole.
const SUMMED: usize = 512;

/// Weights of the columns, and the intercept last. Rows of `columns` numbers lie one after another; a ridge is so many
/// rows' worth of belief that a weight is nought.
pub fn fit(rows: &[f32], columns: usize, labels: &[f64], ridge: f64) -> Vec<f64> {
    let width = columns + 1;
    let mean = labels.iter().sum::<f64>() / labels.len().max(1) as f64;
    let mut beta = vec![0.0; width];
    beta[columns] = logit(mean.clamp(1e-3, 1.0 - 1e-3));
    let mut lowest = cost(&beta, rows, labels, ridge);
    for _ in 0..ROUNDS {
        let mut sums = Sums::new(width);
        for (row, label) in rows.chunks_exact(columns).zip(labels) {
            let probability = sigmoid(value(&beta, row));
            let error = probability - label;
            for (sum, x) in sums.gradient.iter_mut().zip(row) {
                *sum += error * f64::from(*x);
            }
            sums.gradient[columns] += error;
            sums.curve(row, (probability * (1.0 - probability)).max(1e-9));
        }
        let (mut gradient, mut hessian) = sums.end();
        for i in 0..columns {
            gradient[i] += ridge * beta[i];
            hessian[i * width + i] += ridge;
        }
        hessian[columns * width + columns] += 1e-6;
        let step = solve(&mut hessian, gradient, width);
        // A whole step may go far beyond the lowest point where most chances are near 0 or 1 (Boyd and Vandenberghe,
        // "Convex Optimization", 9.5).
        let part_of =
            |part: f64| -> Vec<f64> { beta.iter().zip(&step).map(|(at, change)| at - part * change).collect() };
        let mut tried = (0..HALVINGS).map(|halvings| {
            let part = 0.5_f64.powi(halvings);
            let to = part_of(part);
            (part, cost(&to, rows, labels, ridge), to)
        });
        let Some((part, cost, to)) = tried.find(|(_, cost, _)| *cost < lowest) else { break };
        let moved = step.iter().fold(0.0_f64, |most, change| most.max((part * change).abs()));
        (lowest, beta) = (cost, to);
        if moved < STILL {
            break;
        }
    }
    beta
}

/// What weights cost: the log loss of the rows, and the ridge.
fn cost(beta: &[f64], rows: &[f32], labels: &[f64], ridge: f64) -> f64 {
    let columns = beta.len() - 1;
    let weights: f64 = beta[..columns].iter().map(|weight| weight * weight).sum();
    let losses = rows.chunks_exact(columns).zip(labels).map(|(row, label)| {
        let value = value(beta, row);
        value.max(0.0) + (-value.abs()).exp().ln_1p() - label * value
    });
    ridge * weights / 2.0 + losses.sum::<f64>()
}

/// The gradient and the lower half of the second derivatives, as they are summed.
struct Sums {
    width: usize,
    gradient: Vec<f64>,
    hessian: Vec<f64>,
    near: Vec<f32>,
    /// Rows times the root of their curve, with a one for the intercept.
    waiting: Vec<f32>,
    summed: usize,
}

impl Sums {
    fn new(width: usize) -> Self {
        let square = width * width;
        let (gradient, hessian, near) = (vec![0.0; width], vec![0.0; square], vec![0.0; square]);
        Self { width, gradient, hessian, near, waiting: Vec::with_capacity(TOGETHER * width), summed: 0 }
    }

    fn curve(&mut self, row: &[f32], curve: f64) {
        let root = curve.sqrt() as f32;
        self.waiting.extend(row.iter().map(|x| x * root));
        self.waiting.push(root);
        if self.waiting.len() == TOGETHER * self.width {
            self.multiply();
        }
    }

    fn multiply(&mut self) {
        let width = self.width;
        self.waiting.resize(TOGETHER * width, 0.0);
        let rows: [&[f32]; TOGETHER] = std::array::from_fn(|index| &self.waiting[index * width..(index + 1) * width]);
        for i in 0..width {
            let scales = rows.map(|row| row[i]);
            let sums = &mut self.near[i * width..i * width + i + 1];
            let parts = rows.map(|row| &row[..i + 1]);
            for (j, sum) in sums.iter_mut().enumerate() {
                let mut total = *sum;
                for (part, scale) in parts.iter().zip(scales) {
                    total += part[j] * scale;
                }
                *sum = total;
            }
        }
        self.waiting.clear();
        self.summed += TOGETHER;
        if self.summed >= SUMMED {
            self.settle();
        }
    }

    fn settle(&mut self) {
        for (whole, near) in self.hessian.iter_mut().zip(&mut self.near) {
            *whole += f64::from(std::mem::take(near));
        }
        self.summed = 0;
    }

    fn end(mut self) -> (Vec<f64>, Vec<f64>) {
        self.multiply();
        self.settle();
        (self.gradient, self.hessian)
    }
}

pub fn value(beta: &[f64], row: &[f32]) -> f64 {
    let sum: f64 = beta.iter().zip(row).map(|(weight, x)| weight * f64::from(*x)).sum();
    sum + beta[row.len()]
}

pub fn sigmoid(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

pub fn logit(probability: f64) -> f64 {
    let probability = probability.clamp(1e-9, 1.0 - 1e-9);
    (probability / (1.0 - probability)).ln()
}

/// Solves a symmetric positive system whose lower half is given, by Cholesky's decomposition in place.
fn solve(matrix: &mut [f64], mut right: Vec<f64>, width: usize) -> Vec<f64> {
    for i in 0..width {
        for j in 0..=i {
            let (row, other) = (&matrix[i * width..i * width + j], &matrix[j * width..j * width + j]);
            let sum: f64 = row.iter().zip(other).map(|(a, b)| a * b).sum();
            let rest = matrix[i * width + j] - sum;
            matrix[i * width + j] = if i == j { rest.max(1e-12).sqrt() } else { rest / matrix[j * width + j] };
        }
    }
    for i in 0..width {
        let sum: f64 = (0..i).map(|j| matrix[i * width + j] * right[j]).sum();
        right[i] = (right[i] - sum) / matrix[i * width + i];
    }
    for i in (0..width).rev() {
        let sum: f64 = (i + 1..width).map(|j| matrix[j * width + i] * right[j]).sum();
        right[i] = (right[i] - sum) / matrix[i * width + i];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two groups far apart, of which one member in fifty is on the other side.
    fn apart() -> (Vec<f32>, Vec<f64>) {
        let row = |number: usize| {
            let left = number.is_multiple_of(10);
            let is_odd = number % 50 == 10;
            let side = if left == is_odd { -1.0 } else { 1.0 };
            ([side * 3.0, side * 2.9 + (number % 7) as f32 * 0.01], f64::from(u8::from(left)))
        };
        let rows: Vec<_> = (0..2_000).map(row).collect();
        (rows.iter().flat_map(|(row, _)| *row).collect(), rows.iter().map(|(_, label)| *label).collect())
    }

    #[test]
    fn weights_are_the_best_there_are_even_where_groups_stand_apart() {
        let (rows, labels) = apart();
        for ridge in [1e-3, 1.0, 100.0] {
            let beta = fit(&rows, 2, &labels, ridge);
            let lowest = cost(&beta, &rows, &labels, ridge);
            for at in 0..beta.len() {
                for change in [0.05, -0.05] {
                    let mut other = beta.clone();
                    other[at] += change;
                    assert!(cost(&other, &rows, &labels, ridge) >= lowest, "ridge {ridge}: {beta:?} costs {lowest}");
                }
            }
        }
    }
}
