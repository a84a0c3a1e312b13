//! What modules further on have to do with devices: what they add to the commit in which one changes,
//! and what they may ask and do themselves.

use std::{future::Future, pin::Pin, sync::Arc};

use hearth_http::Caller;
use hearth_kernel::{Error, Result};
use hearth_store::Entry;

use super::{Accounts, DEVICE_ADDED, DEVICE_REMOVED, model, store};

/// What happens to a member's devices.
#[derive(Clone, Copy)]
pub(crate) enum DeviceChange<'a> {
    /// Somebody signs in on it, and nobody was before.
    Begun(&'a str),
    Renamed(&'a str),
    Ended(&'a [String]),
    /// The account ends, after its devices.
    Closed,
}

/// Adds to the commit in which devices change, and is told of it by its note; there is room for one.
pub(crate) trait DeviceWatch: Send + Sync {
    fn join<'a>(
        &'a self,
        user_id: &'a str,
        change: DeviceChange<'a>,
        entry: &'a mut Entry,
    ) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;
}

impl Accounts {
    /// Watches are set while the house is put together.
    pub(crate) fn watch_devices(&self, watch: Arc<dyn DeviceWatch>) {
        self.device_watches.write().push(watch);
    }

    /// Lets every watch add to an entry.
    pub(crate) async fn tell_of_devices(
        &self,
        user_id: &str,
        change: DeviceChange<'_>,
        entry: &mut Entry,
    ) -> Result<()> {
        let watches = self.device_watches.read().clone();
        for watch in watches {
            watch.join(user_id, change, entry).await?;
        }
        Ok(())
    }

    /// A member's devices and what they are called; none for who has no account here.
    pub(crate) async fn device_names(&self, user_id: &str) -> Result<Vec<(String, Option<String>)>> {
        let devices = store::devices(&self.store, user_id).await?;
        Ok(devices.into_iter().map(|device| (device.device_id, device.display_name)).collect())
    }

    /// Adds to `entry` a device that nobody is signed in on.
    pub(crate) fn add_device(
        &self,
        entry: &mut Entry,
        user_id: &str,
        device_id: &str,
        display_name: Option<&str>,
    ) -> Result<()> {
        model::check_device_id(device_id)?;
        display_name.map_or(Ok(()), model::check_device_name)?;
        entry
            .statement(store::sign_in_device(user_id, device_id, display_name, None, self.context.now_ms()))
            .fact(self.fact(&DEVICE_ADDED, user_id).id("device_id", device_id));
        Ok(())
    }

    /// Adds to `entry` the end of a device and of who is signed in on it; not what others keep of it.
    pub(crate) fn end_device(&self, entry: &mut Entry, user_id: &str, device_id: &str) {
        entry
            .statements(store::delete_device(user_id, device_id))
            .fact(self.fact(&DEVICE_REMOVED, user_id).id("device_id", device_id));
    }

    /// Refuses `entry` if the device that asked for it has ended meanwhile: what is its own would stay behind.
    pub(crate) fn expect_device(entry: &mut Entry, caller: &Caller) {
        entry.statement(store::device_still_there(&caller.user_id, &caller.device_id));
    }

    /// What a refused statement of the above is called outside.
    pub(crate) fn explain(error: Error) -> Error {
        store::explain(error)
    }
}
