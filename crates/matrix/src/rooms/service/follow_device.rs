//! A device that is gone: nothing that it sent is sent again, so what tells repetitions apart goes with it.

use std::{
    future::{Future, ready},
    pin::Pin,
    sync::Weak,
};

use hearth_kernel::Result;
use hearth_store::Entry;

use super::super::{Rooms, store};
use crate::accounts::{DeviceChange, DeviceWatch};

impl DeviceWatch for Weak<Rooms> {
    fn join<'a>(
        &'a self,
        user_id: &'a str,
        change: DeviceChange<'a>,
        entry: &'a mut Entry,
    ) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>> {
        if let DeviceChange::Ended(devices) = change {
            entry.statements(devices.iter().map(|device_id| store::forget_transactions(user_id, device_id)));
            // All of them: what is stored still tells the others' repetitions apart.
            if let Some(rooms) = self.upgrade() {
                rooms.transactions.forget();
            }
        }
        Box::pin(ready(Ok(())))
    }
}
