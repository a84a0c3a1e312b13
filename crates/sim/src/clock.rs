//! The server's clock in the simulator: it moves with the runtime's virtual time and with nothing else.

use hearth_kernel::Clock;
use tokio::time::Instant;

/// Virtual time behind a date at which this life of the server began.
pub(crate) struct VirtualClock {
    began: Instant,
    began_ms: i64,
}

impl VirtualClock {
    /// Made inside the runtime whose time it tells.
    pub(crate) fn starting_at(began_ms: i64) -> Self {
        Self { began: Instant::now(), began_ms }
    }
}

impl Clock for VirtualClock {
    fn now_ms(&self) -> i64 {
        self.began_ms + i64::try_from(self.began.elapsed().as_millis()).unwrap_or(i64::MAX)
    }
}
