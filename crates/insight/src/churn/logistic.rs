//! Logistic regression with a ridge, by Newton's method.

/// Weights of the columns, and the intercept last.
pub fn fit(rows: &[f64], columns: usize, labels: &[f64], weights: &[f64], ridge: f64) -> Vec<f64> {
    let width = columns + 1;
    let mut beta = vec![0.0; width];
    for _ in 0..ROUNDS {
        let mut gradient = vec![0.0; width];
        let mut hessian = vec![0.0; width * width];
        for ((row, label), weight) in rows.chunks_exact(columns).zip(labels).zip(weights) {
            let probability = sigmoid(value(&beta, row));
            let (error, curve) =
                (weight * (probability - label), weight * (probability * (1.0 - probability)).max(1e-9));
            for (i, &x) in row.iter().enumerate() {
                gradient[i] += error * x;
                let scaled = curve * x;
                for (h, &y) in hessian[i * width..=i * width + i].iter_mut().zip(row) {
                    *h += scaled * y;
                }
                hessian[columns * width + i] += scaled;
            }
            gradient[columns] += error;
            hessian[columns * width + columns] += curve;
        }
        for i in 0..columns {
            gradient[i] += ridge * beta[i];
            hessian[i * width + i] += ridge;
        }
        hessian[columns * width + columns] += 1e-9;
        let step = solve(&mut hessian, gradient, width);
        let mut moved = 0.0_f64;
        for (weight, change) in beta.iter_mut().zip(&step) {
            *weight -= change;
            moved = moved.max(change.abs());
        }
        if moved < 1e-7 {
            break;
        }
    }
    beta
}

const ROUNDS: usize = 30;

pub fn value(beta: &[f64], row: &[f64]) -> f64 {
    let sum: f64 = beta.iter().zip(row).map(|(weight, x)| weight * x).sum();
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
