//! Weights that fade with age, cheap enough to be added for every trace.

pub const DAY: i64 = 86_400;
/// After so many days a trace weighs 1/e.
pub const SCALES: [f64; 6] = [1.0, 3.0, 7.0, 14.0, 30.0, 90.0];
const COARSE: usize = 338;
const FINE: usize = 256;
const DAYS: usize = 512;

/// exp(second of the day / scale) as a product of two looked-up factors, and exp(-days / scale).
#[derive(Clone)]
pub struct DayWeights {
    coarse: Vec<[f64; SCALES.len()]>,
    fine: Vec<[f64; SCALES.len()]>,
    days: Vec<[f64; SCALES.len()]>,
}

impl Default for DayWeights {
    fn default() -> Self {
        let table = |places: usize, seconds: f64| -> Vec<[f64; SCALES.len()]> {
            let at = |place: usize| SCALES.map(|scale| (place as f64 * seconds / (scale * DAY as f64)).exp());
            (0..places).map(at).collect()
        };
        Self { coarse: table(COARSE, FINE as f64), fine: table(FINE, 1.0), days: table(DAYS, -(DAY as f64)) }
    }
}

impl DayWeights {
    pub fn within_day(&self, second: u32) -> [f64; SCALES.len()] {
        let (coarse, fine) = (&self.coarse[second as usize / FINE], &self.fine[second as usize % FINE]);
        std::array::from_fn(|index| coarse[index] * fine[index])
    }

    /// What is left of a sum after so many days.
    pub fn passed(&self, days: i64) -> [f64; SCALES.len()] {
        match usize::try_from(days) {
            Ok(days) if days < DAYS => self.days[days],
            _ => SCALES.map(|scale| (-(days as f64) / scale).exp()),
        }
    }
}
