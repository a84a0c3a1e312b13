//! Lines of the log that would repeat with every request.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use hearth_kernel::limits;

/// Says something once in [`limits::LOG_REPEAT_MS`] and counts how often it was left out.
#[derive(Debug, Default)]
pub struct Seldom {
    said_at_ms: AtomicI64,
    left_out: AtomicU64,
}

impl Seldom {
    /// If it is time to say it again: how often it was left out since the last time.
    pub(crate) fn turn(&self, now_ms: i64) -> Option<u64> {
        let said = self.said_at_ms.load(Ordering::Relaxed);
        let is_time = now_ms - said >= limits::LOG_REPEAT_MS
            && self.said_at_ms.compare_exchange(said, now_ms, Ordering::Relaxed, Ordering::Relaxed).is_ok();
        if !is_time {
            self.left_out.fetch_add(1, Ordering::Relaxed);
        }
        is_time.then(|| self.left_out.swap(0, Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_repeat_ms_is_how_often_the_same_is_said() {
        let (seldom, now_ms) = (Seldom::default(), 1_000_000);
        assert_eq!(seldom.turn(now_ms), Some(0));
        for _ in 0..5 {
            assert_eq!(seldom.turn(now_ms + limits::LOG_REPEAT_MS - 1), None);
        }
        assert_eq!(seldom.turn(now_ms + limits::LOG_REPEAT_MS), Some(5));
        assert_eq!(seldom.turn(now_ms + 2 * limits::LOG_REPEAT_MS), Some(0));
    }
}
