//! Work that takes a core: a few at a time, a bounded number waiting, off the threads that serve requests.

use std::sync::Arc;

use hearth_kernel::{Error, Result};
use hearth_store::aside;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(crate) struct Queue {
    /// Who has come in, running or waiting.
    inside: Arc<Semaphore>,
    running: Arc<Semaphore>,
    retry_ms: u64,
}

/// Leave to work now.
pub(crate) struct Turn {
    _inside: OwnedSemaphorePermit,
    _running: OwnedSemaphorePermit,
}

impl Queue {
    /// Who comes when it is full is told to come back after `retry_ms`.
    pub(crate) fn new(running: usize, waiting: usize, retry_ms: u64) -> Self {
        let inside = Arc::new(Semaphore::new(running + waiting));
        Self { inside, running: Arc::new(Semaphore::new(running)), retry_ms }
    }

    pub(crate) async fn turn(&self) -> Result<Turn> {
        let closed = |error| Error::internal("the queue is closed").caused_by(error);
        let inside = self.inside.clone().try_acquire_owned().map_err(|_| Error::limited(self.retry_ms))?;
        Ok(Turn { _inside: inside, _running: self.running.clone().acquire_owned().await.map_err(closed)? })
    }
}

impl Turn {
    pub(crate) async fn run<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        // The turn goes along: when the caller goes away, the work still runs to its end.
        let work = move || {
            let outcome = work();
            drop(self);
            outcome
        };
        aside("work in a queue", work).await
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use futures_util::{FutureExt, future::join_all};
    use hearth_kernel::Kind;

    use super::*;

    /// So many run, so many wait, the next is refused, and who waits comes in when another is done.
    pub(crate) async fn holds(queue: &Queue, running: usize, waiting: usize) {
        let mut turns = join_all((0..running).map(|_| queue.turn())).await;
        assert!(turns.iter().all(Result::is_ok));
        let mut waits: Vec<_> = (0..waiting).map(|_| Box::pin(queue.turn())).collect();
        assert!(waits.iter_mut().all(|wait| wait.now_or_never().is_none()));
        let refused = queue.turn().await.err().expect("it is full");
        let limited = Kind::Limited { retry_after_ms: queue.retry_ms };
        assert_eq!((refused.kind, refused.code), (limited, "M_LIMIT_EXCEEDED"));
        drop(turns.pop());
        let next = waits.remove(0).await.expect("a place is free");
        assert_eq!(next.run(|| 1).await.unwrap(), 1);
        assert!(waits.remove(0).await.is_ok(), "what was done leaves its place to the next");
    }
}
