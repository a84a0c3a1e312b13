//! Work that takes a core or waits for a file, away from those who serve.

use hearth_kernel::{Error, Result};

/// Does it on a thread of its own. The error says that it stopped in the middle, and what it was.
pub(crate) async fn aside<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Error::internal(format!("{what} broke off")).caused_by(error))
}
