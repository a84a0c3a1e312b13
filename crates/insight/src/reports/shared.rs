//! Reports on real logs, which lie beside the clone.

use std::path::{Path, PathBuf};

use super::{Named, Query, REPORTS, report};
use crate::{churn::log::Log, ingest::Columns};

fn log(name: &str) -> Log {
    let folder = std::env::var("HEARTH_SHARED").expect("HEARTH_SHARED names the folder of data");
    let file: PathBuf = Path::new(&folder).join("data").join(name).join("events.csv.gz");
    Log::read(&file, &Columns::default(), i64::MAX).expect("the log can be read")
}

#[test]
fn every_report_answers_on_a_real_log() {
    for name in ["collegemsg", "gitter-fcc"] {
        let log = log(name);
        let rules = vec![Named::parse("precious: value-level = \"high\" and days-30d > 1").unwrap()];
        for (which, report_kind, _) in REPORTS {
            let answer = report(&log, *report_kind, &Query { rules: rules.clone(), ..Query::default() });
            let answer = answer.unwrap_or_else(|error| panic!("{which} of {name}: {}", error.message));
            assert!(!answer.tables.is_empty());
        }
    }
}
