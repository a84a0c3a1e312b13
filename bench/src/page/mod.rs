//! Writes a run's figures as a page: conditions, figures beside goals, notes.

mod goals;
mod notes;

use std::fmt::Write as _;

use crate::report::Report;
use crate::servers::Kind;
use goals::{Entry, Pair};

pub fn page(report: &Report) -> String {
    let mut page = String::from("# Benchmarks\n\n");
    page.push_str("<!-- Written by scripts/bench.sh from measurements; not by hand. -->\n\n");
    conditions(&mut page, report);
    for (title, pair) in [("SQLite", Pair::SQLITE), ("PostgreSQL", Pair::POSTGRES)] {
        if report.versions.contains_key(&pair.hearth) || report.versions.contains_key(&pair.synapse) {
            table(&mut page, title, &goals::entries(report, pair));
        }
    }
    correctness(&mut page, report);
    every_figure(&mut page, report);
    page.push_str(notes::NOTES);
    page
}

// Writing to a String cannot fail, so the results of write! are dropped throughout.

fn conditions(page: &mut String, report: &Report) {
    let conditions = &report.conditions;
    let settings = &conditions.settings;
    let [median, p99] = conditions.sync_ms;
    page.push_str("## Conditions\n\n");
    let _ = writeln!(
        page,
        "- {}: {}, {} cores, {:.0} GiB, {}, Linux {}. Load before the run: {}. Appending 4 KiB durably took {} ms \
         (median; 99th percentile {} ms).",
        conditions.date,
        conditions.cpu,
        conditions.cores,
        conditions.memory_gib,
        conditions.system,
        conditions.kernel,
        conditions.load,
        number(median),
        number(p99)
    );
    for (kind, version) in &report.versions {
        let _ = writeln!(page, "- {}: {version}.", kind.name());
    }
    let _ = writeln!(
        page,
        "- Medians of {} rounds of {} s, interleaved between the servers; loopback, HTTP/1.1, keep-alive, closed \
         loop, message bodies of 120 bytes. Every commit is durable (`synchronous=FULL`, `synchronous_commit=on`) \
         unless it says otherwise.",
        settings.rounds, settings.seconds
    );
    let _ = writeln!(page, "- Again: `{}`\n", conditions.command);
}

fn table(page: &mut String, title: &str, entries: &[Entry]) {
    let _ = writeln!(page, "## {title}\n");
    page.push_str("| work | goal | Hearth | Synapse | ratio | met? |\n|---|---|---|---|---|---|\n");
    for Entry { work, goal, hearth, other, ratio, met } in entries {
        let met = match met {
            _ if goal.is_empty() => "",
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "not measured",
        };
        let _ = writeln!(page, "| {work} | {goal} | {hearth} | {other} | {ratio} | {met} |");
    }
    page.push('\n');
}

/// Faults that the receivers found, which no speed makes up for.
fn correctness(page: &mut String, report: &Report) {
    page.push_str("## Correctness under load\n\n");
    page.push_str("Summed over all rounds and receivers of all workloads with receivers.\n\n");
    page.push_str("| server | lost | doubled | out of order | order disagreements | sends refused | runs failed |\n");
    page.push_str("|---|---|---|---|---|---|---|\n");
    for kind in report.versions.keys() {
        let outcomes = || report.results.iter().filter(|outcome| outcome.server == *kind);
        let sum = |figure: &str| outcomes().filter_map(|outcome| outcome.figures.get(figure)).sum::<f64>();
        let _ = write!(page, "| {} ", kind.name());
        if *kind == Kind::Reference {
            page.push_str("| - | - | - | - ");
        } else {
            for figure in ["lost", "duplicated", "out_of_order", "order_disagreements"] {
                let _ = write!(page, "| {} ", sum(figure));
            }
        }
        let failed = outcomes().filter(|outcome| outcome.error.is_some()).count();
        let _ = writeln!(page, "| {} | {failed} |", sum("refused"));
    }
    page.push('\n');
    for outcome in report.results.iter().filter(|outcome| outcome.error.is_some()) {
        let error = outcome.error.as_deref().unwrap_or_default().replace('\n', " ");
        let _ = writeln!(page, "- {} on {}, round {}: {error}", outcome.work, outcome.server.name(), outcome.round);
    }
}

/// All that was measured, with its spread, for whoever asks a question that the goals do not.
fn every_figure(page: &mut String, report: &Report) {
    page.push_str("\n## Every figure\n\nMedian, and lowest to highest of the rounds.\n");
    let mut works: Vec<&str> = Vec::new();
    for outcome in &report.results {
        if !works.contains(&outcome.work.as_str()) {
            works.push(&outcome.work);
        }
    }
    for work in works {
        let kinds: Vec<Kind> =
            report.versions.keys().copied().filter(|kind| report.outcomes(*kind, work).next().is_some()).collect();
        let names: std::collections::BTreeSet<&str> = kinds
            .iter()
            .flat_map(|kind| report.outcomes(*kind, work))
            .flat_map(|outcome| outcome.figures.keys().map(String::as_str))
            .collect();
        let header: String = kinds.iter().map(|kind| format!(" {} |", kind.name())).collect();
        let _ = writeln!(page, "\n### {work}\n\n| figure |{header}\n|---|{}", "---|".repeat(kinds.len()));
        for name in names {
            let cells: String = kinds.iter().map(|kind| format!(" {} |", spread(report, *kind, work, name))).collect();
            let _ = writeln!(page, "| {name} |{cells}");
        }
    }
    page.push('\n');
}

fn spread(report: &Report, kind: Kind, work: &str, figure: &str) -> String {
    let mut values = report.values(kind, work, figure);
    values.sort_unstable_by(f64::total_cmp);
    match (report.median(kind, work, figure), values.as_slice()) {
        (Some(median), [lowest, .., highest]) if lowest != highest => {
            format!("{} ({}–{})", number(median), number(*lowest), number(*highest))
        }
        (Some(median), _) => number(median),
        (None, _) => "-".to_owned(),
    }
}

/// Three significant digits, thousands apart, as a person reads it.
fn number(value: f64) -> String {
    let decimals = match value.abs() {
        size if size >= 100.0 || size == 0.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    let text = format!("{value:.decimals$}");
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{sign}{grouped}.{fraction}"),
        None => format!("{sign}{grouped}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        let cases = [(0.0, "0"), (0.1234, "0.123"), (1.234, "1.23"), (-12.34, "-12.3"), (1234567.0, "1,234,567")];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }
}
