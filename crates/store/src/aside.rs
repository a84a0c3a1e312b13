//! Work that takes a core or waits for a file, away from those who serve.
//!
//! Where there is but one thread, as in the simulator, all of it is done in place: how long a thread takes is not in
//! the seed, and decides nothing.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    thread,
};

use futures_executor::block_on;
use hearth_kernel::{Error, Result};
use tokio::{
    runtime::{Handle, RuntimeFlavor},
    task,
};

/// Does it on a thread of its own. The error says that it stopped in the middle, and what it was.
pub async fn aside<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let broke_off = || Error::internal(format!("{what} broke off"));
    if alone() {
        return catch_unwind(AssertUnwindSafe(work)).map_err(|_| broke_off());
    }
    task::spawn_blocking(work).await.map_err(|error| broke_off().caused_by(error))
}

/// The same for a library that moves its work to other threads where it finds a runtime, and only there.
pub(crate) async fn library_aside<T: Send>(work: impl Future<Output = T> + Send) -> T {
    if !alone() {
        return work.await;
    }
    let done = thread::scope(|scope| scope.spawn(|| block_on(work)).join());
    done.unwrap_or_else(|panic| resume_unwind(panic))
}

fn alone() -> bool {
    Handle::current().runtime_flavor() == RuntimeFlavor::CurrentThread
}
