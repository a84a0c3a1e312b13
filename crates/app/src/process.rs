//! What the process uses, as Linux tells it under `/proc/self`.

/// Linux counts processor time for programs in hundredths of a second, whatever the kernel's own clock.
const TICKS_PER_SECOND: f64 = 100.0;

pub(crate) struct Usage {
    pub(crate) cpu_seconds: f64,
    pub(crate) resident_bytes: i64,
    pub(crate) threads: i64,
    pub(crate) open_files: i64,
}

/// None where there is no such thing as `/proc`.
pub(crate) fn usage() -> Option<Usage> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let open_files = std::fs::read_dir("/proc/self/fd").ok()?.count() as i64;
    parse(&stat, &status, open_files)
}

fn parse(stat: &str, status: &str, open_files: i64) -> Option<Usage> {
    // The name of the program stands in brackets and may hold anything; fields are counted behind it.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    let line = |name: &str| {
        let value = status.lines().find_map(|line| line.strip_prefix(name))?;
        value.split_whitespace().next()?.parse::<i64>().ok()
    };
    Some(Usage {
        cpu_seconds: (ticks(11)? + ticks(12)?) / TICKS_PER_SECOND,
        resident_bytes: line("VmRSS:")? * 1024,
        threads: line("Threads:")?,
        open_files,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_s_name_may_hold_anything() {
        let stat = "7 (a) b (c) S 1 7 7 0 -1 4194304 100 0 0 0 150 50 0 0 20 0 4 0 5 6 7";
        let usage = parse(stat, "Name:\tx\nVmRSS:\t    2048 kB\nThreads:\t4\n", 3).unwrap();
        assert!((usage.cpu_seconds - 2.0).abs() < f64::EPSILON);
        assert_eq!((usage.resident_bytes, usage.threads, usage.open_files), (2_097_152, 4, 3));
        assert!(parse("nothing", "", 0).is_none());
    }

    #[test]
    fn this_process_uses_something() {
        assert!(usage().unwrap().resident_bytes > 0);
    }
}
