//! The work of the day: a run at its beginning, and a look at who came back in between.

use std::{sync::atomic::Ordering, time::Duration};

use hearth_kernel::{Result, limits};
use hearth_store::{Entry, Outbox};

use super::{Scores, model::State, standing::begins, store};
use crate::{consent::Leaving, features::DAY, signals::Workspace};

impl Scores {
    /// Works until the store closes.
    pub async fn listen(self: &std::sync::Arc<Self>) {
        let hear = |fact| {
            let scores = self.clone();
            async move { scores.hear(fact).await }
        };
        let hearing = Outbox::new(self.store.clone(), "scores", Leaving::HEARS).run(hear);
        tokio::join!(hearing, self.work());
    }

    async fn work(&self) {
        loop {
            tokio::time::sleep(Duration::from_millis(limits::SCORES_LOOK_MS)).await;
            if let Err(error) = self.tick().await {
                tracing::warn!(%error, "scores could not be made; trying again");
            }
        }
    }

    /// Does what is due: for each workspace but the import, which is history and scored when somebody asks. One that cannot
    /// be read keeps none of the others from it.
    pub async fn tick(&self) -> Result<()> {
        let mut alarms = 0;
        for workspace in self.signals.workspaces().await?.into_iter().filter(|name| *name != Workspace::import()) {
            match self.tick_of(&workspace).await {
                Ok(has_alarm) => alarms += i64::from(has_alarm),
                Err(error) => {
                    tracing::warn!(workspace = workspace.as_str(), %error, "scores could not be made; trying again");
                }
            }
        }
        self.alarms.store(alarms, Ordering::Relaxed);
        Ok(())
    }

    /// Whether the last run is alarming.
    async fn tick_of(&self, workspace: &Workspace) -> Result<bool> {
        let at = begins(self.context.now_ms().div_euclid(1_000));
        let mut working = self.working.lock().await;
        let standing = working.entry(workspace.clone()).or_default();
        let last = store::last_run(&self.store, workspace.as_str(), i64::MAX).await?.filter(|run| !run.is_asked);
        if let Some(run) = last.as_ref().filter(|run| run.at >= at) {
            let changes = *self.signals.changes().borrow();
            if run.detail.state == State::Scored && standing.changes != Some(changes) {
                self.again(workspace, standing, run).await?;
            }
            return Ok(!run.detail.alarms().is_empty());
        }
        if let Some(last) = last {
            // Who came back after a run that no other followed.
            self.clear(workspace.as_str(), last.at + DAY).await?;
        }
        let run = self.of_day(workspace, standing, at).await?;
        let alarms = run.detail.alarms();
        for alarm in &alarms {
            tracing::warn!(workspace = workspace.as_str(), ?alarm, "the model of leaving does not fit any more");
        }
        Ok(!alarms.is_empty())
    }

    /// Gives back runs that are older than is kept.
    pub async fn tidy(&self) -> Result<()> {
        let before_ms = self.context.now_ms() - limits::SCORES_KEPT_MS;
        for (workspace, at) in store::old_runs(&self.store, before_ms, 10).await? {
            self.clear(&workspace, at).await?;
            let mut entry = Entry::new();
            entry.statement(store::forget_run(&workspace, at));
            self.store.write(entry).await?;
        }
        Ok(())
    }
}
