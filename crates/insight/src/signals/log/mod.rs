//! The log: signals on disk, by workspace and day, each of them once.
//!
//! A stream hands its signals over in the order of positions, all of one position together. A file says in its name and
//! its footer which positions it has; so what is handed over again, after a crash, is known and left out.

mod census;
mod erase;
mod keep;

use std::{
    collections::HashMap,
    fs::File,
    ops::RangeInclusive,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::{Files, aside};
use parking_lot::Mutex;
use tokio::sync::watch;

pub use census::DayCensus;

use super::{
    day::Day,
    name::{FileName, Stream, Workspace, sort_out},
    parquet::{self, Decoded, Footer},
    signal::Signal,
};

/// A folder of signals. One process writes to it, any number may read.
pub struct SignalLog {
    files: Files,
    /// Held from the first write on.
    writing: tokio::sync::Mutex<Option<File>>,
    shelves: Mutex<HashMap<Workspace, Arc<tokio::sync::Mutex<Shelf>>>>,
    /// Broken files that were set aside since the start.
    files_aside: AtomicI64,
    changes: watch::Sender<u64>,
}

/// What is known of a workspace that is written to.
#[derive(Default)]
struct Shelf {
    /// The last position of each day and stream. Empty until it is needed.
    last: Option<HashMap<(Day, Stream), i64>>,
    /// When the files of a closed day were merged.
    merged_ms: HashMap<Day, i64>,
}

/// The signals of one day.
#[derive(Debug)]
pub struct DaySignals {
    pub day: Day,
    /// In the order of time.
    pub signals: Vec<Signal>,
    /// Rows of kinds that this version does not know.
    pub unknown: usize,
}

impl SignalLog {
    pub fn open(folder: &Path) -> Result<Self> {
        Ok(Self {
            files: Files::in_folder(folder)?,
            writing: tokio::sync::Mutex::default(),
            shelves: Mutex::default(),
            files_aside: AtomicI64::new(0),
            changes: watch::Sender::new(0),
        })
    }

    /// Writes what is not there yet and says how many signals that were. They come in any order, but of the stream's
    /// positions all that were handed over before are lower, or were handed over with the same signals.
    pub async fn append(&self, workspace: &Workspace, stream: &Stream, signals: Vec<Signal>) -> Result<usize> {
        if signals.len() > limits::SIGNALS_FILE {
            let most = limits::SIGNALS_FILE;
            return Err(Error::too_large(format!("The log takes {most} signals at once; hand over fewer.")));
        }
        self.begin_writing().await?;
        let shelf = self.shelf(workspace);
        let mut shelf = shelf.lock().await;
        let mut written = 0;
        for (day, signals) in by_day(signals) {
            let place = (day, stream.clone());
            let last = self.last_positions(workspace, &mut shelf).await?.get(&place).copied();
            let mut signals = signals;
            signals.retain(|signal| last.is_none_or(|last| signal.position > last));
            let Some(name) = name(workspace, day, stream, &signals) else { continue };
            written += signals.len();
            let last = name.last;
            self.write(name, signals).await?;
            self.last_positions(workspace, &mut shelf).await?.insert(place, last);
        }
        if written > 0 {
            self.changes.send_modify(|changes| *changes += 1);
        }
        Ok(written)
    }

    /// Changes whenever signals were written or taken away by this process.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// How many broken files were set aside: name, words, number.
    pub fn load(&self) -> (&'static str, &'static str, i64) {
        let files = self.files_aside.load(Ordering::Relaxed);
        ("signals_files_aside", "Broken files of the signal log that were set aside since the start", files)
    }

    pub async fn workspaces(&self) -> Result<Vec<Workspace>> {
        let folders = self.files.folders("").await?;
        Ok(folders.iter().filter_map(|folder| Workspace::parse(folder).ok()).collect())
    }

    /// The days of which a workspace has signals, in order.
    pub async fn days(&self, workspace: &Workspace) -> Result<Vec<Day>> {
        let folders = self.files.folders(workspace.as_str()).await?;
        Ok(folders.iter().filter_map(|folder| Day::parse(folder).ok()).collect())
    }

    /// The signals of some days, one day after the other, so that no more than a day is in memory.
    pub async fn read(&self, workspace: &Workspace, days: RangeInclusive<Day>) -> Result<Reading<'_>> {
        let days = self.days(workspace).await?.into_iter().filter(|day| days.contains(day)).collect::<Vec<_>>();
        Ok(Reading { log: self, workspace: workspace.clone(), days: days.into_iter() })
    }

    /// The signals of one day, in the order of time.
    pub async fn read_day(&self, workspace: &Workspace, day: Day) -> Result<DaySignals> {
        while_merged(|| self.try_day(workspace, day)).await
    }

    async fn try_day(&self, workspace: &Workspace, day: Day) -> Result<DaySignals> {
        let (held, _) = self.files_of(workspace, Some(day)).await?;
        let (mut signals, mut unknown) = (Vec::new(), 0);
        for name in held {
            let decoded = self.decoded(name).await?;
            unknown += decoded.unknown;
            signals.extend(decoded.signals);
        }
        signals.sort_by_key(Signal::order);
        Ok(DaySignals { day, signals, unknown })
    }

    /// The files of a workspace, or of a day of it: those that hold, and those that others were made of.
    async fn files_of(&self, workspace: &Workspace, day: Option<Day>) -> Result<(Vec<FileName>, Vec<FileName>)> {
        let folder = match day {
            Some(day) => format!("{workspace}/{day}"),
            None => workspace.to_string(),
        };
        let found = self.files.list(&folder).await?;
        Ok(sort_out(found.iter().filter_map(|file| FileName::parse(&file.path)).collect()))
    }

    async fn decoded(&self, name: FileName) -> Result<Decoded> {
        let bytes = self.files.read(&name.path(), limits::SIGNALS_FILE_BYTES).await?;
        let path = name.path();
        // A reader of broken bytes may stop in the middle.
        let broken =
            |error: Error| Error::internal(format!("the file {path} of the signal log is broken")).caused_by(error);
        aside(WORK, move || parquet::decode(&name, bytes)).await.map_err(broken)?
    }

    async fn footer(&self, name: &FileName) -> Result<Footer> {
        let path = name.path();
        let end = self.files.read_end(&path, FOOTER_BYTES).await?;
        match parquet::footer(name, &end)? {
            Ok(footer) => Ok(footer),
            Err(more) => {
                let end = self.files.read_end(&path, more).await?;
                let short =
                    || Error::internal(format!("the file {path} of the signal log is broken: it has no footer"));
                parquet::footer(name, &end)?.map_err(|_| short())
            }
        }
    }

    async fn write(&self, name: FileName, mut signals: Vec<Signal>) -> Result<()> {
        let path = name.path();
        let encode = move || {
            signals.sort_by_key(Signal::order);
            parquet::encode(&name, &signals)
        };
        let bytes = aside(WORK, encode).await??;
        self.files.put(&path, bytes).await
    }

    /// Keeps other processes from writing, and takes away what killed ones were writing.
    async fn begin_writing(&self) -> Result<()> {
        let mut writing = self.writing.lock().await;
        if writing.is_none() {
            let lock = self.files.lock()?;
            self.files.remove_unfinished().await?;
            *writing = Some(lock);
        }
        Ok(())
    }

    fn shelf(&self, workspace: &Workspace) -> Arc<tokio::sync::Mutex<Shelf>> {
        self.shelves.lock().entry(workspace.clone()).or_default().clone()
    }

    async fn last_positions<'a>(
        &self,
        workspace: &Workspace,
        shelf: &'a mut Shelf,
    ) -> Result<&'a mut HashMap<(Day, Stream), i64>> {
        if shelf.last.is_none() {
            let (held, _) = self.files_of(workspace, None).await?;
            let mut last = HashMap::new();
            for name in held {
                let known = last.entry((name.day, name.stream)).or_insert(name.last);
                *known = name.last.max(*known);
            }
            shelf.last = Some(last);
        }
        Ok(shelf.last.get_or_insert_default())
    }
}

/// Days of a workspace that are being read.
pub struct Reading<'a> {
    log: &'a SignalLog,
    workspace: Workspace,
    days: std::vec::IntoIter<Day>,
}

impl Reading<'_> {
    /// The next day that has signals.
    pub async fn next(&mut self) -> Result<Option<DaySignals>> {
        match self.days.next() {
            Some(day) => self.log.read_day(&self.workspace, day).await.map(Some),
            None => Ok(None),
        }
    }
}

/// A footer is mostly smaller.
const FOOTER_BYTES: usize = 16 * 1024;
const WORK: &str = "work on the signal log";

fn by_day(signals: Vec<Signal>) -> Vec<(Day, Vec<Signal>)> {
    let mut days: std::collections::BTreeMap<Day, Vec<Signal>> = std::collections::BTreeMap::new();
    for signal in signals {
        days.entry(Day::of(signal.at_ms)).or_default().push(signal);
    }
    days.into_iter().collect()
}

fn name(workspace: &Workspace, day: Day, stream: &Stream, signals: &[Signal]) -> Option<FileName> {
    let positions = || signals.iter().map(|signal| signal.position);
    let (first, last) = (positions().min()?, positions().max()?);
    Some(FileName { workspace: workspace.clone(), day, stream: stream.clone(), first, last })
}

/// Files may be merged while they are looked at; then what was listed is gone, and stands elsewhere.
pub(super) async fn while_merged<T, Looking: Future<Output = Result<T>>>(look: impl Fn() -> Looking) -> Result<T> {
    for _ in 1..limits::SIGNAL_READ_TRIES {
        match look().await {
            Err(error) if error.kind == Kind::NotFound => {}
            done => return done,
        }
    }
    look().await
}
