//! Forgetting a member: every file that has them is written anew without them.

use std::collections::HashSet;

use hearth_kernel::Result;

use super::{Shelf, SignalLog};
use crate::signals::{
    name::Workspace,
    signal::{Id, Signal},
};

impl SignalLog {
    /// Takes the signals of somebody with these ids out of a workspace, and the ids out of those of others; says how many
    /// signals were touched. Cut off, it is done by asking again.
    pub async fn erase(&self, workspace: &Workspace, ids: &[Id]) -> Result<usize> {
        let ids: HashSet<&Id> = ids.iter().collect();
        self.begin_writing().await?;
        let shelf = self.shelf(workspace);
        let mut touched = 0;
        for day in self.days(workspace).await? {
            // Held day by day, so that an append does not wait for all of them; what it adds is not theirs any more.
            let _shelf = shelf.lock().await;
            for name in self.drop_replaced(workspace, day).await? {
                let mut signals = self.decoded(name.clone()).await?.signals;
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
        if touched > 0 {
            self.changes.send_modify(|changes| *changes += 1);
        }
        Ok(touched)
    }

    /// Takes a workspace away with all its signals, and says how many they were. Cut off, it is done by asking again.
    pub async fn remove(&self, workspace: &Workspace) -> Result<usize> {
        self.begin_writing().await?;
        let shelf = self.shelf(workspace);
        let mut shelf = shelf.lock().await;
        *shelf = Shelf::default();
        let signals = self.census(workspace, usize::MAX).await?.iter().map(|day| day.signals).sum();
        for day in self.days(workspace).await? {
            let (held, replaced) = self.files_of(workspace, Some(day)).await?;
            for name in replaced.iter().chain(&held) {
                self.files.remove(&name.path()).await?;
            }
            self.files.remove_folder(&format!("{workspace}/{day}")).await?;
        }
        self.files.remove_folder(workspace.as_str()).await?;
        self.changes.send_modify(|changes| *changes += 1);
        Ok(signals)
    }
}

fn is_about(signal: &Signal, ids: &HashSet<&Id>) -> bool {
    ids.contains(&signal.member) || signal.peer.as_ref().is_some_and(|peer| ids.contains(peer))
}
