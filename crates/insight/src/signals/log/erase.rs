//! Forgetting a member: every file that has them is written anew without them.
//!
//! A broken file may have them and cannot be written anew. It is set aside under a name that no reader looks for, so that
//! it neither holds an erasure up nor ever shows who was erased again.

use std::{collections::HashSet, sync::atomic::Ordering};

use hearth_kernel::{Error, Kind, Result};
use hearth_store::aside;

use super::{Shelf, SignalLog, WORK};
use crate::signals::{
    day::Day,
    name::{FileName, Workspace},
    signal::{Id, Signal},
};

impl SignalLog {
    /// Takes the signals of somebody with these ids out of a workspace, and the ids out of those of others; says how many
    /// signals were touched. Broken files are set aside. Cut off, it is done by asking again.
    pub async fn erase(&self, workspace: &Workspace, ids: &[Id]) -> Result<usize> {
        let ids: HashSet<&Id> = ids.iter().collect();
        self.begin_writing().await?;
        let shelf = self.shelf(workspace);
        let (mut touched, mut is_changed) = (0, false);
        for day in self.days(workspace).await? {
            // Held day by day, so that an append does not wait for all of them; what it adds is not theirs any more.
            let _shelf = shelf.lock().await;
            for name in self.drop_replaced(workspace, day).await? {
                let mut signals = match self.decoded(name.clone()).await {
                    // What the disk does not hand over now is not broken for that: it is asked again.
                    Err(error) if matches!(error.kind, Kind::Internal | Kind::TooLarge) => {
                        self.put_aside(&name, &error).await?;
                        is_changed = true;
                        continue;
                    }
                    decoded => decoded?.signals,
                };
                let found = signals.iter().filter(|signal| is_about(signal, &ids)).count();
                if found == 0 {
                    continue;
                }
                signals.retain(|signal| !ids.contains(&signal.member));
                signals.iter_mut().for_each(|signal| signal.peer.take_if(|peer| ids.contains(peer)).map_or((), drop));
                self.write(name, signals).await?;
                touched += found;
            }
        }
        if touched > 0 || is_changed {
            self.changes.send_modify(|changes| *changes += 1);
        }
        Ok(touched)
    }

    /// Gives a broken file a name that no reader looks for.
    async fn put_aside(&self, name: &FileName, error: &Error) -> Result<()> {
        let (path, path_aside) = (name.path(), name.path_aside());
        tracing::warn!(
            %error,
            "the file {path} of the signal log is broken and may have somebody who is erased, so it is now {path_aside}: \
             its signals count no more; delete it, or put back one from a backup that was made after this"
        );
        let [from, to] = [path, path_aside].map(|path| self.files.root().join(path));
        let renamed = aside(WORK, move || std::fs::rename(from, to)).await?;
        renamed.map_err(|error| {
            Error::unavailable(format!("the file {} of the signal log cannot be set aside", name.path()))
                .caused_by(error)
        })?;
        self.files_aside.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Takes a workspace away with all its signals, and says how many they were. Cut off, it is done by asking again.
    pub async fn remove(&self, workspace: &Workspace) -> Result<usize> {
        self.begin_writing().await?;
        let shelf = self.shelf(workspace);
        let mut shelf = shelf.lock().await;
        *shelf = Shelf::default();
        let mut signals = 0;
        for day in self.days(workspace).await? {
            let (held, replaced) = self.files_of(workspace, Some(day)).await?;
            for name in &held {
                // Nobody knows how many a broken file had; it goes like the others.
                signals += self.footer(name).await.map_or(0, |footer| footer.rows);
            }
            for name in replaced.iter().chain(&held) {
                self.files.remove(&name.path()).await?;
            }
            self.remove_aside(workspace, day, |_| true).await?;
            self.files.remove_folder(&format!("{workspace}/{day}")).await?;
        }
        self.files.remove_folder(workspace.as_str()).await?;
        self.changes.send_modify(|changes| *changes += 1);
        Ok(signals)
    }

    /// Takes away broken files of a day that were set aside.
    pub(super) async fn remove_aside(
        &self,
        workspace: &Workspace,
        day: Day,
        is_over: impl Fn(&FileName) -> bool,
    ) -> Result<()> {
        for file in self.files.list(&format!("{workspace}/{day}")).await? {
            if FileName::parse_aside(&file.path).is_some_and(|name| is_over(&name)) {
                self.files.remove(&file.path).await?;
            }
        }
        Ok(())
    }
}

fn is_about(signal: &Signal, ids: &HashSet<&Id>) -> bool {
    ids.contains(&signal.member) || signal.peer.as_ref().is_some_and(|peer| ids.contains(peer))
}
