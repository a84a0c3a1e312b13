//! Reads from /proc what a server and all its descendants have used.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};

/// What is measured: the server's process and, if it has one, its database's.
#[derive(Clone, Copy, Debug)]
pub struct Meter {
    pub server: u32,
    pub database: Option<u32>,
}

/// CPU time used so far, by the server and by this generator.
#[derive(Clone, Copy, Debug)]
pub struct Cpu {
    pub server: Duration,
    pub generator: Duration,
}

/// Resident memory in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    pub server: u64,
    pub database: u64,
}

impl Meter {
    pub fn cpu(&self) -> Result<Cpu> {
        let processes = processes()?;
        let mut ticks = 0;
        for root in [Some(self.server), self.database].into_iter().flatten() {
            ticks += descend(&processes, root).iter().map(|pid| processes[pid].ticks).sum::<u64>();
        }
        let own = processes.get(&std::process::id()).context("own process not in /proc")?.ticks;
        Ok(Cpu { server: from_ticks(ticks), generator: from_ticks(own) })
    }

    /// A server's resident size counts whole. PostgreSQL's processes share their buffers, so each counts its
    /// proportional share, or the same memory would be counted once a process.
    pub fn memory(&self) -> Result<Memory> {
        let processes = processes()?;
        let server = descend(&processes, self.server).into_iter().map(|pid| rollup(pid, "Rss:")).sum();
        let database =
            self.database.map_or(0, |root| descend(&processes, root).into_iter().map(|pid| rollup(pid, "Pss:")).sum());
        Ok(Memory { server, database })
    }
}

impl Cpu {
    pub fn since(&self, earlier: &Self) -> Self {
        Self { server: self.server - earlier.server, generator: self.generator - earlier.generator }
    }
}

struct Process {
    parent: u32,
    /// User and system time, its own and that of children that have ended.
    ticks: u64,
}

fn processes() -> Result<HashMap<u32, Process>> {
    let mut found = HashMap::new();
    for entry in fs::read_dir("/proc")? {
        let Some(pid) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // A process may end while the list is read.
        let Ok(stat) = fs::read_to_string(format!("/proc/{pid}/stat")) else {
            continue;
        };
        if let Some(process) = parse_stat(&stat) {
            found.insert(pid, process);
        }
    }
    Ok(found)
}

/// Reads a line of /proc/PID/stat, see proc(5). The name in parentheses may itself hold spaces and parentheses.
fn parse_stat(stat: &str) -> Option<Process> {
    let fields: Vec<&str> = stat[stat.rfind(')')? + 1..].split_whitespace().collect();
    // Behind the name the third field of the manual's count comes first.
    let field = |number: usize| fields.get(number - 3)?.parse::<u64>().ok();
    let ticks = (14..=17).map(field).sum::<Option<u64>>()?;
    Some(Process { parent: u32::try_from(field(4)?).ok()?, ticks })
}

/// The process and all its descendants, as far as they live.
fn descend(processes: &HashMap<u32, Process>, root: u32) -> HashSet<u32> {
    let mut family: HashSet<u32> = processes.contains_key(&root).then_some(root).into_iter().collect();
    loop {
        let before = family.len();
        let children = processes.iter().filter(|(_, process)| family.contains(&process.parent));
        let children: Vec<u32> = children.map(|(pid, _)| *pid).collect();
        family.extend(children);
        if family.len() == before {
            return family;
        }
    }
}

/// One line of /proc/PID/smaps_rollup in bytes; zero for a process that has ended.
fn rollup(pid: u32, label: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(label));
    let kibibytes = line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    kibibytes.unwrap_or(0) * 1024
}

fn from_ticks(ticks: u64) -> Duration {
    Duration::from_secs_f64(ticks as f64 / rustix::param::clock_ticks_per_second() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stat_line_is_read_whatever_the_name() {
        let line = "7 (a) b (c) S 3 7 7 0 -1 4194560 1 2 3 4 10 20 30 40 20 0 1 0 100 1 1";
        let process = parse_stat(line).unwrap();
        assert_eq!((process.parent, process.ticks), (3, 100));
        assert!(parse_stat("7 (x) S 3").is_none());
    }

    #[test]
    fn descendants_are_found_at_any_depth() {
        let process = |parent| Process { parent, ticks: 0 };
        let all = HashMap::from([(1, process(0)), (5, process(1)), (4, process(5)), (3, process(4)), (9, process(1))]);
        assert_eq!(descend(&all, 5), HashSet::from([5, 4, 3]));
        assert_eq!(descend(&all, 6), HashSet::new());
    }

    #[test]
    fn this_process_uses_memory_and_time() {
        let meter = Meter { server: std::process::id(), database: None };
        assert!(meter.memory().unwrap().server > 0);
        meter.cpu().unwrap();
    }
}
