//! How much is in the log, from the footers of its files alone.

use hearth_kernel::Result;

use super::{SignalLog, while_merged};
use crate::signals::{
    day::Day,
    name::{FileName, Workspace, sort_out},
};

/// One day of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCensus {
    pub day: Day,
    pub signals: usize,
    pub files: usize,
    pub bytes: u64,
}

impl SignalLog {
    /// The newest days of a workspace, newest first.
    pub async fn census(&self, workspace: &Workspace, most: usize) -> Result<Vec<DayCensus>> {
        let mut days = self.days(workspace).await?;
        days.reverse();
        days.truncate(most);
        let mut census = Vec::with_capacity(days.len());
        for day in days {
            census.push(while_merged(|| self.try_census(workspace, day)).await?);
        }
        Ok(census)
    }

    async fn try_census(&self, workspace: &Workspace, day: Day) -> Result<DayCensus> {
        let found = self.files.list(&format!("{workspace}/{day}")).await?;
        let (held, _) = sort_out(found.iter().filter_map(|file| FileName::parse(&file.path)).collect());
        let mut counted = DayCensus { day, signals: 0, files: held.len(), bytes: 0 };
        for name in held {
            counted.signals += self.footer(&name).await?.rows;
        }
        counted.bytes = found.iter().map(|file| file.bytes).sum();
        Ok(counted)
    }
}
