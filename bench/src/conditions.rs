//! The machine and the settings a run was made with, without which its figures say little.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::quantile::quantile;
use crate::run::Settings;

/// Enough for a 99th percentile, and over in a second.
const SYNCS: usize = 500;

#[derive(Serialize, Deserialize)]
pub struct Conditions {
    pub date: String,
    pub cpu: String,
    pub cores: usize,
    pub memory_gib: f64,
    pub kernel: String,
    pub system: String,
    /// What it takes to append 4 KiB durably where the servers keep their data: median and 99th percentile.
    pub sync_ms: [f64; 2],
    /// Processes that were ready to run before the benchmark began, averaged over a minute.
    pub load: String,
    pub settings: Settings,
    /// How to run it again.
    pub command: String,
}

impl Conditions {
    /// `folder` is where the servers will keep their data.
    pub fn now(settings: &Settings, folder: &Path) -> Result<Self> {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let release = read("/etc/os-release");
        Ok(Self {
            date: jiff::Timestamp::now().strftime("%Y-%m-%d").to_string(),
            cpu: labelled(&read("/proc/cpuinfo"), "model name", ':'),
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            memory_gib: kibibytes(&labelled(&read("/proc/meminfo"), "MemTotal", ':')) / (1024.0 * 1024.0),
            kernel: read("/proc/sys/kernel/osrelease").trim().to_owned(),
            system: labelled(&release, "PRETTY_NAME", '=').trim_matches('"').to_owned(),
            sync_ms: sync_ms(folder)?,
            load: read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned(),
            command: command(settings),
            settings: settings.clone(),
        })
    }
}

fn sync_ms(folder: &Path) -> Result<[f64; 2]> {
    let mut file = tempfile::tempfile_in(folder)?;
    let mut times = Vec::with_capacity(SYNCS);
    for _ in 0..SYNCS {
        let start = Instant::now();
        file.write_all(&[1; 4096])?;
        file.sync_data()?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok([0.50, 0.99].map(|share| quantile(&times, share).unwrap_or_default().as_secs_f64() * 1e3))
}

/// The script makes Synapse's environment and both builds, so it and not this program is what to run again.
fn command(settings: &Settings) -> String {
    let mut command = format!(
        "scripts/bench.sh --servers {} --seconds {} --rounds {}",
        settings.servers.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(","),
        settings.seconds,
        settings.rounds
    );
    if settings.full {
        command.push_str(" --full");
    }
    for name in &settings.only {
        command.push_str(&format!(" --only {name}"));
    }
    command
}

/// The value behind the first line that begins with `label`.
fn labelled(text: &str, label: &str, separator: char) -> String {
    let line = text.lines().find(|line| line.starts_with(label)).unwrap_or_default();
    line.split_once(separator).map_or(String::new(), |(_, value)| value.trim().to_owned())
}

fn kibibytes(value: &str) -> f64 {
    value.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0.0)
}

/// The first line a program prints when asked for its version.
pub fn version_of(program: &Path) -> String {
    let output = Command::new(program).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    text.lines().next().unwrap_or("unknown version").to_owned()
}
