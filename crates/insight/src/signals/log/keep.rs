//! What becomes of files in time: small ones are merged, and what was kept long enough goes.
//!
//! A merged file has its name before those that it was made of lose theirs. A process that is killed in between leaves
//! both; the larger one holds, and the others go with the next round.

use std::collections::{BTreeMap, BTreeSet};

use hearth_kernel::{Error, Result, limits};

use super::{Shelf, SignalLog};
use crate::signals::{
    day::Day,
    kinds::{self, KINDS},
    name::{FileName, Stream, Workspace},
    signal::Signal,
};

/// A day is closed so long after its end, in milliseconds: what comes late for it mostly came by then.
const CLOSED_AFTER_MS: i64 = 60 * 60 * 1_000;
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

impl SignalLog {
    /// One round of keeping, as of a moment. A day that fails holds no other up; says what failed.
    pub async fn tidy(&self, now_ms: i64) -> Result<Vec<Error>> {
        self.begin_writing().await?;
        let mut failed = Vec::new();
        for workspace in self.workspaces().await? {
            let shelf = self.shelf(&workspace);
            for day in self.days(&workspace).await? {
                // Whoever appends waits for one day at most.
                let mut shelf = shelf.lock().await;
                failed.extend(self.tidy_day(&workspace, &mut shelf, day, now_ms).await.err());
            }
        }
        Ok(failed)
    }

    async fn tidy_day(&self, workspace: &Workspace, shelf: &mut Shelf, day: Day, now_ms: i64) -> Result<()> {
        let mut held = self.drop_replaced(workspace, day).await?;
        // The community that was moved in stays until somebody erases it.
        if *workspace != Workspace::import() {
            held = self.expire(held, now_ms).await?;
            if held.is_empty() {
                self.remove_aside(workspace, day, |name| is_over(name, now_ms)).await?;
                return self.files.remove_folder(&format!("{workspace}/{day}")).await;
            }
        }
        self.merge(shelf, day, held, now_ms).await
    }

    /// Takes out what was kept long enough, and says which files are left.
    async fn expire(&self, held: Vec<FileName>, now_ms: i64) -> Result<Vec<FileName>> {
        let mut left = Vec::with_capacity(held.len());
        for name in held {
            if is_over(&name, now_ms) {
                self.files.remove(&name.path()).await?;
                continue;
            }
            let age_days = age_days(&name, now_ms);
            let expired: BTreeSet<&str> =
                KINDS.iter().filter(|kind| kind.kept_days <= age_days).map(|kind| kind.name).collect();
            if !expired.is_empty() {
                let has = self.footer(&name).await?.kinds;
                // A kind that is declared no more may not be kept either.
                if has.iter().any(|kind| expired.contains(kind.as_str()) || kinds::of_name(kind).is_none()) {
                    let mut signals = self.decoded(name.clone()).await?.signals;
                    signals.retain(|signal| !expired.contains(signal.kind.name));
                    self.write(name.clone(), signals).await?;
                }
            }
            left.push(name);
        }
        Ok(left)
    }

    /// Merges small files of a day that is closed; of one that is not, where there are many.
    async fn merge(&self, shelf: &mut Shelf, day: Day, held: Vec<FileName>, now_ms: i64) -> Result<()> {
        let is_closed = now_ms >= day.ends_ms() + CLOSED_AFTER_MS;
        // What trickles in for a closed day is gathered for a day, so that its file is not rewritten for each signal.
        let is_due = is_closed && shelf.merged_ms.get(&day).is_none_or(|merged_ms| now_ms - merged_ms >= DAY_MS);
        let mut streams: BTreeMap<Stream, Vec<FileName>> = BTreeMap::new();
        for name in held {
            streams.entry(name.stream.clone()).or_default().push(name);
        }
        for names in streams.into_values() {
            if names.len() >= limits::SIGNAL_DAY_FILES || (is_due && names.len() > 1) {
                self.merge_stream(names).await?;
            }
        }
        if is_due {
            shelf.merged_ms.insert(day, now_ms);
        }
        shelf.merged_ms.retain(|_, merged_ms| now_ms - *merged_ms < DAY_MS);
        Ok(())
    }

    /// Neighbours become one file while it is of a bounded size. What is large already is left as it is.
    async fn merge_stream(&self, names: Vec<FileName>) -> Result<()> {
        let mut run: Vec<FileName> = Vec::new();
        let mut gathered: Vec<Signal> = Vec::new();
        for name in names {
            let rows = self.footer(&name).await?.rows;
            if gathered.len() + rows > limits::SIGNALS_FILE / 2 {
                self.finish_run(std::mem::take(&mut run), std::mem::take(&mut gathered)).await?;
            }
            if rows <= limits::SIGNALS_FILE / 2 {
                gathered.extend(self.decoded(name.clone()).await?.signals);
                run.push(name);
            }
        }
        self.finish_run(run, gathered).await
    }

    async fn finish_run(&self, run: Vec<FileName>, gathered: Vec<Signal>) -> Result<()> {
        let [first, .., last] = &run[..] else { return Ok(()) };
        let merged = FileName { first: first.first, last: last.last, ..first.clone() };
        self.write(merged, gathered).await?;
        for name in &run {
            self.files.remove(&name.path()).await?;
        }
        Ok(())
    }

    /// Takes away what larger files were made of, and says what holds.
    pub(super) async fn drop_replaced(&self, workspace: &Workspace, day: Day) -> Result<Vec<FileName>> {
        let (held, replaced) = self.files_of(workspace, Some(day)).await?;
        for name in replaced {
            self.files.remove(&name.path()).await?;
        }
        Ok(held)
    }
}

fn age_days(name: &FileName, now_ms: i64) -> i64 {
    (now_ms - name.kept_from_ms()).div_euclid(DAY_MS)
}

/// Whether no kind of a file may be kept any more.
fn is_over(name: &FileName, now_ms: i64) -> bool {
    KINDS.iter().all(|kind| kind.kept_days <= age_days(name, now_ms))
}
