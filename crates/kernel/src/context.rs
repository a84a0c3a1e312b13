//! What every use case is given: the time and chance of the world that it runs in.

use std::sync::Arc;

use crate::{Clock, Rng, SystemClock};

/// Real in production; seeded and turned by hand in tests and in the simulator.
#[derive(Clone)]
pub struct Context {
    pub clock: Arc<dyn Clock>,
    pub rng: Arc<Rng>,
}

impl Context {
    /// The machine's clock and the operating system's entropy.
    pub fn real() -> Self {
        Self { clock: Arc::new(SystemClock), rng: Arc::new(Rng::from_os()) }
    }

    pub fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }
}
