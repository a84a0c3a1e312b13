//! The work of the day: segments are counted when it is over, and a new version at once.

use std::{sync::Arc, time::Duration};

use hearth_kernel::{Result, limits};
use hearth_store::{Entry, Lane, Outbox};

use super::{Segments, store};
use crate::{consent::Leaving, signals::Day};

impl Segments {
    /// Works until the store closes.
    pub async fn listen(self: &Arc<Self>) {
        let hear = |fact| {
            let segments = self.clone();
            async move { segments.hear(fact).await }
        };
        let hearing = Outbox::new(self.store.clone(), "segments", Leaving::HEARS).run(hear);
        tokio::join!(hearing, self.work());
    }

    async fn work(&self) {
        loop {
            let pause = tokio::time::sleep(Duration::from_millis(limits::SEGMENTS_LOOK_MS));
            tokio::select! {
                biased;
                () = pause => {}
                () = self.bell.notified() => {}
            }
            if let Err(error) = self.tick().await {
                tracing::warn!(%error, "segments could not be counted; trying again");
            }
        }
    }

    /// Counts what is due in every workspace. One that cannot be read keeps none of the others from it.
    pub async fn tick(&self) -> Result<()> {
        for workspace in self.signals.workspaces().await? {
            let _working = self.working.lock().await;
            if let Err(error) = self.run(&workspace).await {
                tracing::warn!(workspace = workspace.as_str(), %error, "segments could not be counted; trying again");
            }
        }
        Ok(())
    }

    /// Gives back what is older than is kept.
    pub async fn tidy(&self) -> Result<()> {
        let now_ms = self.context.now_ms();
        let day = Day::of(now_ms).before(limits::SEGMENT_MOVES_KEPT_DAYS).number();
        let counted_before_ms = now_ms - limits::SEGMENT_COUNTS_KEPT_MS;
        while store::has_old(&self.store, counted_before_ms, day).await? {
            let mut entry = Entry::new();
            entry.statements(store::tidy(counted_before_ms, day));
            self.store.write_in(Lane::Background, entry).await?;
        }
        Ok(())
    }
}
