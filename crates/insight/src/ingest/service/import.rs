//! A file of events, moved in: read once to see that it is sound, and once more to store it.
//!
//! A file is known by the digest of its bytes, and a row by its number. How many rows are stored moves in the commit that
//! stores them; so an import that was cut off goes on, and one that is run again does nothing.

use std::path::PathBuf;

use hearth_kernel::{Error, Result, limits};
use hearth_store::{Entry, Lane, Statement, aside};
use tokio::sync::mpsc;

use crate::ingest::{
    Ingest,
    file::{self, Columns, Format, Report},
    model::{Named, Refusal, Ruling, Taken},
    store::{self, ImportRow},
};

const READING: &str = "reading the file";

/// What is to be moved in.
#[derive(Clone, Debug)]
pub struct Import {
    pub path: PathBuf,
    pub format: Format,
    pub columns: Columns,
    pub workspace: String,
    /// Needed where the workspace is new.
    pub basis: Option<String>,
    /// What the events of names are that nobody has ruled on; they are held if this says nothing.
    pub accepts: Option<Ruling>,
    /// Leave out rows that are not understood, instead of refusing the file.
    pub is_lenient: bool,
    /// Only go on with what was cut off.
    pub only_resumes: bool,
}

/// What was moved in.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub digest: String,
    pub rows: u64,
    /// Rows that an earlier run had stored.
    pub rows_before: u64,
    /// What the file holds; nothing where it was looked at by an earlier run.
    pub report: Option<Report>,
    /// Names whose events are held, and how many.
    pub held: Vec<(String, i64)>,
    /// Members who are too fast for people.
    pub apart: Vec<String>,
}

/// Rows of one commit, on their way from the reader: nothing where one is not understood.
type Step = Vec<Option<Taken>>;
/// Steps that wait between reader and database.
const STEPS_WAITING: usize = 4;
/// After so many steps the log follows.
const STEPS_SETTLED: usize = 10;

impl Ingest {
    /// `progress` hears how many rows are stored, of how many; of none while the file is looked at.
    pub async fn import(&self, import: &Import, progress: impl Fn(u64, u64) + Send + Sync) -> Result<Imported> {
        let basis = import.basis.as_deref();
        self.stated(&import.workspace, basis)?;
        let path = import.path.clone();
        let digest = aside(READING, move || file::digest(&path)).await??;
        let options = format!("{} {}", import.format.name(), import.columns.words());
        let mut imported = Imported { digest: digest.clone(), ..Imported::default() };
        let begun = match store::import(&self.store, &import.workspace, &digest).await? {
            Some(begun) if begun.options != options => {
                return Err(Error::invalid_param(format!(
                    "this file was begun to be moved in otherwise ({}); give the same format and columns to go on",
                    begun.options
                )));
            }
            Some(begun) => begun,
            None if import.only_resumes => {
                return Err(Error::not_found("nothing was begun with this file; leave --resume out to begin"));
            }
            None => {
                let report = self.looked_at(import).await?;
                let _taking = self.taking.read().await;
                self.admit(import, &report)?;
                // A file that is refused leaves nothing behind.
                self.workspace(&import.workspace, basis, None).await?;
                let begun = self.begin(import, &digest, options, &report).await?;
                imported.report = Some(report);
                begun
            }
        };
        imported.rows = begun.rows_all.unsigned_abs();
        imported.rows_before = begun.rows_done.unsigned_abs();
        if begun.rows_done < begun.rows_all {
            self.store_rows(import, &digest, &begun, progress).await?;
        }
        self.settle(true).await?;
        let known = self.known.lock();
        let names = known.names_in(&import.workspace).into_iter().filter(|named| named.held > 0);
        imported.held = names.map(|named| (named.name, named.held)).collect();
        imported.apart = known.apart_in(&import.workspace).into_iter().collect();
        imported.apart.sort_unstable();
        Ok(imported)
    }

    async fn looked_at(&self, import: &Import) -> Result<Report> {
        let (Import { path, format, columns, is_lenient, .. }, now_ms) = (import.clone(), self.context.now_ms());
        let report = aside(READING, move || file::check(&path, format, &columns, now_ms, || {})).await??;
        if report.bad > 0 && !is_lenient {
            let words = report
                .faults
                .iter()
                .map(|fault| format!("  {}", fault.words(import.format)))
                .collect::<Vec<_>>()
                .join("\n");
            return Err(Error::invalid_param(format!(
                "{}: {} {}s are not understood, the first ones are\n{words}\nNothing was moved in. Mend the file, or leave such {}s out with --lenient.",
                import.path.display(),
                report.bad,
                import.format.row_word(),
                import.format.row_word(),
            )));
        }
        Ok(report)
    }

    /// Whether there is room for all names of a file, and for what waits until somebody rules on them.
    fn admit(&self, import: &Import, report: &Report) -> Result<()> {
        let waiting =
            |count: &u64| if import.accepts.is_some() { 0 } else { i64::try_from(*count).unwrap_or(i64::MAX) };
        let events = report.events.iter().map(|(name, (count, ..))| (name.as_str(), waiting(count)));
        let admitted = self.known.lock().admit_all(&import.workspace, events);
        admitted.map_err(|Refusal { words, .. }| {
            Error::invalid_param(format!("{}: {words}. Nothing was moved in.", import.path.display()))
        })
    }

    async fn begin(&self, import: &Import, digest: &str, options: String, report: &Report) -> Result<ImportRow> {
        let rows_all = i64::try_from(report.rows).unwrap_or(i64::MAX);
        let workspace = import.workspace.as_str();
        let mut statements = vec![store::begin_import(workspace, digest, &options, rows_all, self.context.now_ms())];
        let mut adopted = Vec::new();
        for (name, (_, first_at_ms, last_at_ms)) in &report.events {
            let Some(ruling) = import.accepts.filter(|_| self.known.lock().ruling(workspace, name) == Ruling::Unknown)
            else {
                continue;
            };
            let named = Named {
                workspace: workspace.to_owned(),
                name: name.clone(),
                ruling,
                events: 0,
                held: 0,
                first_at_ms: *first_at_ms,
                last_at_ms: *last_at_ms,
            };
            statements.extend([store::count(&named), store::rule(workspace, name, ruling)]);
            adopted.push(named);
        }
        self.write(statements).await?;
        let mut known = self.known.lock();
        adopted.iter().for_each(|named| known.adopt(named));
        Ok(ImportRow { options, rows_done: 0, rows_all })
    }

    /// From where it stopped. The file is read beside the database, a few steps ahead.
    async fn store_rows(
        &self,
        import: &Import,
        digest: &str,
        begun: &ImportRow,
        progress: impl Fn(u64, u64) + Send + Sync,
    ) -> Result<()> {
        let (hand_over, mut steps) = mpsc::channel(STEPS_WAITING);
        let (Import { path, format, columns, .. }, now_ms) = (import.clone(), self.context.now_ms());
        let skipped = begun.rows_done;
        let reader = tokio::task::spawn_blocking(move || {
            let mut step: Step = Vec::with_capacity(limits::IMPORT_STEP_ROWS);
            let mut row_at = 0;
            file::each_row(&path, format, &columns, now_ms, &mut |row| {
                row_at += 1;
                if row_at <= skipped {
                    return true;
                }
                step.push(row.ok());
                step.len() < limits::IMPORT_STEP_ROWS || hand_over.blocking_send(std::mem::take(&mut step)).is_ok()
            })?;
            if !step.is_empty() {
                hand_over.blocking_send(step).ok();
            }
            Ok(())
        });
        let mut done = begun.rows_done;
        let mut since_settled = 0;
        while let Some(step) = steps.recv().await {
            let upto = done + step.len() as i64;
            self.store_step(&import.workspace, digest, (done, upto), &step).await?;
            done = upto;
            progress(done.unsigned_abs(), begun.rows_all.unsigned_abs());
            since_settled += 1;
            if since_settled == STEPS_SETTLED {
                self.settle(false).await?;
                since_settled = 0;
            }
        }
        reader.await.map_err(|error| Error::internal("reading the file broke off").caused_by(error))?
    }

    async fn store_step(&self, workspace: &str, digest: &str, (from, to): (i64, i64), step: &Step) -> Result<()> {
        let now_ms = self.context.now_ms();
        let events = step.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?)));
        let inserts = events.flat_map(|(at, taken)| store::insert(workspace, taken, at, None, now_ms));
        let statements: Vec<Statement> =
            [store::advance_import(workspace, digest, from, to)].into_iter().chain(inserts).collect();
        let mut entry = Entry::new();
        entry.statements(statements);
        self.store.write_in(Lane::Background, entry).await.map(drop)
    }
}
