//! The log of events that `--events` names.

use std::path::Path;

use hearth_insight::{churn::log::Log, ingest::Columns};
use hearth_kernel::{Context, Result};

/// Reads it, and says on standard error what of it was left out.
pub(super) fn read(events: &Path, map: &str) -> Result<Log> {
    let log = Log::read(events, &Columns::parse(map)?, Context::real().now_ms())?;
    for note in log.notes() {
        eprintln!("{note}");
    }
    Ok(log)
}
