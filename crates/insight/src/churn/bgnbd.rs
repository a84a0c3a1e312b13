//! BG/NBD (Fader, Hardie, Lee: "Counting Your Customers the Easy Way", Marketing Science 24(2), 2005): members act at
//! a rate of their own until they drop out after one of their acts. Four numbers describe a whole community, so that
//! it works where there is too little to learn more from.

/// The shape and scale of the rates, and the two of the chances to drop out.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BgNbd {
    pub r: f64,
    pub alpha: f64,
    pub a: f64,
    pub b: f64,
}

/// A member's acts after the first, the age at the last one, and the age, in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Acts {
    pub repeated: f64,
    pub last: f64,
    pub age: f64,
}

fn ln_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

impl BgNbd {
    fn log_likelihood(&self, acts: &[Acts]) -> f64 {
        let Self { r, alpha, a, b } = *self;
        let base = r * alpha.ln() - libm::lgamma(r) - ln_beta(a, b);
        let one = |acts: &Acts| {
            let x = acts.repeated;
            let alive = ln_beta(a, b + x) - (r + x) * (alpha + acts.age).ln();
            let both = if x > 0.0 {
                let gone = ln_beta(a + 1.0, b + x - 1.0) - (r + x) * (alpha + acts.last).ln();
                let top = alive.max(gone);
                top + ((alive - top).exp() + (gone - top).exp()).ln()
            } else {
                alive
            };
            base + libm::lgamma(r + x) + both
        };
        acts.iter().map(one).sum::<f64>() / acts.len() as f64
    }

    /// The likeliest parameters, by Nelder and Mead's simplex over their logarithms.
    pub fn fit(acts: &[Acts]) -> Self {
        let of =
            |point: &[f64; 4]| Self { r: point[0].exp(), alpha: point[1].exp(), a: point[2].exp(), b: point[3].exp() };
        let cost = |point: &[f64; 4]| {
            let ridge: f64 = point.iter().map(|x| 1e-4 * x * x).sum();
            let cost = ridge - of(point).log_likelihood(acts);
            if cost.is_finite() { cost } else { f64::MAX }
        };
        of(&simplex(cost, [0.0, 2.0, 0.0, 1.0]))
    }

    /// How many acts are expected in so many days to come.
    pub fn expected(&self, acts: Acts, days: f64) -> f64 {
        let Self { r, alpha, a, b } = *self;
        let Acts { repeated: x, last, age } = acts;
        let z = days / (alpha + age + days);
        let shrunk = ((alpha + age) / (alpha + age + days)).powf(r + x);
        let hyper = hypergeometric(r + x, b + x, a + b + x - 1.0, z);
        let top = (a + b + x - 1.0) / (a - 1.0) * (1.0 - shrunk * hyper);
        top / (1.0 + self.odds_gone(x, last, age))
    }

    /// The chance of no act in so many days to come, as if acts came one by one at the expected rate.
    pub fn no_visit(&self, acts: Acts, days: f64) -> f64 {
        let expected = self.expected(acts, days);
        if expected.is_finite() { (-expected.max(0.0)).exp() } else { 0.5 }
    }

    /// The chance that the member has not dropped out.
    pub fn alive(&self, acts: Acts) -> f64 {
        1.0 / (1.0 + self.odds_gone(acts.repeated, acts.last, acts.age))
    }

    fn odds_gone(&self, x: f64, last: f64, age: f64) -> f64 {
        let Self { r, alpha, a, b } = *self;
        if x <= 0.0 { 0.0 } else { a / (b + x - 1.0) * ((alpha + age) / (alpha + last)).powf(r + x) }
    }
}

/// Gauss's series, which converges for 0 <= z < 1.
fn hypergeometric(a: f64, b: f64, c: f64, z: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for step in 0..2000 {
        let n = f64::from(step);
        term *= (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
        sum += term;
        if term.abs() < 1e-10 * sum.abs() {
            break;
        }
    }
    sum
}

fn simplex(cost: impl Fn(&[f64; 4]) -> f64, start: [f64; 4]) -> [f64; 4] {
    let mut points: Vec<([f64; 4], f64)> = (0..5)
        .map(|corner| {
            let mut point = start;
            if corner > 0 {
                point[corner - 1] += 0.7;
            }
            (point, cost(&point))
        })
        .collect();
    for _ in 0..400 {
        points.sort_by(|a, b| a.1.total_cmp(&b.1));
        if points[4].1 - points[0].1 < 1e-9 {
            break;
        }
        let centre: [f64; 4] = std::array::from_fn(|i| points[..4].iter().map(|point| point.0[i]).sum::<f64>() / 4.0);
        let along = |factor: f64| {
            let point: [f64; 4] = std::array::from_fn(|i| centre[i] + factor * (points[4].0[i] - centre[i]));
            (point, cost(&point))
        };
        let reflected = along(-1.0);
        if reflected.1 < points[0].1 {
            let further = along(-2.0);
            points[4] = if further.1 < reflected.1 { further } else { reflected };
        } else if reflected.1 < points[3].1 {
            points[4] = reflected;
        } else {
            let nearer = along(if reflected.1 < points[4].1 { -0.5 } else { 0.5 });
            if nearer.1 < points[4].1.min(reflected.1) {
                points[4] = nearer;
            } else {
                let best = points[0].0;
                for (point, value) in &mut points[1..] {
                    *point = std::array::from_fn(|i| best[i] + 0.5 * (point[i] - best[i]));
                    *value = cost(point);
                }
            }
        }
    }
    points[0].0
}
