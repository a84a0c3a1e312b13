//! What changed in a crowd: noted once, for all who follow it.

use std::sync::atomic::{AtomicI64, Ordering};

use tokio::sync::Notify;

/// When a room that many follow last changed.
#[derive(Default)]
pub(crate) struct Pulse {
    /// As in [`super::RoomEntry`].
    last: AtomicI64,
    serial: AtomicI64,
    /// Where the keys of somebody in it changed last.
    keys: AtomicI64,
    /// Rings after a change can be seen.
    pub(in crate::sync) ring: Notify,
}

impl Pulse {
    pub(super) fn touch(&self, position: i64, serial: i64) {
        self.last.fetch_max(position, Ordering::AcqRel);
        self.serial.fetch_max(serial, Ordering::AcqRel);
    }

    pub(super) fn touch_keys(&self, position: i64) {
        self.keys.fetch_max(position, Ordering::AcqRel);
    }

    pub(super) fn is_newer(&self, position: i64, serial: i64) -> bool {
        self.last.load(Ordering::Acquire) > position || self.serial.load(Ordering::Acquire) > serial
    }

    pub(super) fn keys(&self) -> i64 {
        self.keys.load(Ordering::Acquire)
    }
}
