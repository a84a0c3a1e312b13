//! Files of events: CSV, lines of JSON, or Parquet, read row by row, whichever columns they have.

mod csv;
mod jsonl;
mod parquet;

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs::File,
    io::{BufRead, BufReader, Read},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use flate2::read::MultiGzDecoder;
use hearth_kernel::{Error, Result, limits};
use sha2::{Digest, Sha256};

use super::{
    model::{self, Ruling, Taken},
    moment,
};

/// How a file is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Jsonl,
    Parquet,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Csv, Self::Jsonl, Self::Parquet];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Parquet => "parquet",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// By the end of the name, before `.gz`.
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        match name.trim_end_matches(".gz").rsplit_once('.')?.1 {
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }

    /// What a place in such a file is called.
    pub const fn row_word(self) -> &'static str {
        if matches!(self, Self::Parquet) { "row" } else { "line" }
    }
}

/// What a column is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    User,
    Time,
    Event,
    Peer,
    Room,
    Amount,
}

impl Place {
    const ALL: [Self; 6] = [Self::User, Self::Time, Self::Event, Self::Peer, Self::Room, Self::Amount];

    /// Whether it says who or where, so that every digit counts.
    const fn is_id(self) -> bool {
        matches!(self, Self::User | Self::Peer | Self::Room)
    }

    const fn word(self) -> &'static str {
        ["user", "time", "event", "peer", "room", "amount"][self as usize]
    }

    /// What such a column is called when nobody says so. The first two must be there.
    const fn usual(self) -> &'static [&'static str] {
        match self {
            Self::Event => &["event", "kind"],
            Self::User => &["user"],
            Self::Time => &["time"],
            Self::Peer => &["peer"],
            Self::Room => &["room"],
            Self::Amount => &["amount"],
        }
    }
}

/// Which columns are read for what. All others are left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns([Option<String>; 6]);

impl Columns {
    /// `user=…,time=…,event=…,peer=…,room=…,amount=…`, each at most once.
    pub fn parse(text: &str) -> Result<Self> {
        let mut columns = Self::default();
        for pair in text.split(',').filter(|pair| !pair.is_empty()) {
            let (word, column) = pair.split_once('=').filter(|(_, column)| !column.is_empty()).ok_or_else(|| {
                Error::invalid_param(format!("`{pair}` is not a pair; write user=COLUMN,time=COLUMN,event=COLUMN"))
            })?;
            let place = Place::ALL.into_iter().find(|place| place.word() == word).ok_or_else(|| {
                let all = Place::ALL.map(Place::word).join(", ");
                Error::invalid_param(format!("there is no place `{word}`; there are {all}"))
            })?;
            if columns.0[place as usize].replace(column.to_owned()).is_some() {
                return Err(Error::invalid_param(format!("`{pair}` is the second column for its place; give it one")));
            }
        }
        Ok(columns)
    }

    /// The columns in words, the same for the same ones.
    pub(super) fn words(&self) -> String {
        let pair = |place: Place| Some(format!("{}={}", place.word(), self.0[place as usize].as_ref()?));
        Place::ALL.into_iter().filter_map(pair).collect::<Vec<_>>().join(",")
    }

    /// Those that a file has, by its own columns' names: what was named must be there, and who and when.
    fn found_in(&self, names: &[&str]) -> Result<Self> {
        let has = |name: &str| names.contains(&name);
        let mut found = Self::default();
        for place in Place::ALL {
            let column = match &self.0[place as usize] {
                Some(name) if !has(name) => return Err(no_column(name, names)),
                Some(name) => Some(name.clone()),
                None => place.usual().iter().find(|name| has(name)).map(|name| (*name).to_owned()),
            };
            if column.is_none() && matches!(place, Place::User | Place::Time) {
                return Err(no_column(place.word(), names));
            }
            found.0[place as usize] = column;
        }
        Ok(found)
    }

    pub(crate) fn name(&self, place: Place) -> &str {
        self.0[place as usize].as_deref().unwrap_or_else(|| place.word())
    }
}

fn no_column(name: &str, names: &[&str]) -> Error {
    if names.iter().all(|name| name.is_empty()) {
        return Error::invalid_param(format!(
            "there is no column `{name}`: the file begins with an empty line, or is empty"
        ));
    }
    let listed = names.iter().take(20).copied().collect::<Vec<_>>().join(", ");
    let mut words = format!("there is no column `{name}`; the file has {listed}");
    if ["user", "time"].contains(&name) {
        let alike = |column: &&&str| strsim::jaro_winkler(name, &column.to_lowercase());
        let nearest = names.iter().max_by(|a, b| alike(a).total_cmp(&alike(b)));
        let guess = nearest.filter(|column| alike(column) > ALIKE).unwrap_or(&"COLUMN");
        words.push_str(&format!(". Say which one it is: --map {name}={guess}"));
    }
    Error::invalid_param(words)
}

/// From here on a column is taken for a misspelling of another (Jaro and Winkler, 0 to 1).
const ALIKE: f64 = 0.7;

/// Of a number whose last digits are lost: two people could become one.
const TOO_LONG: &str = "it has more digits than a number keeps; write it as a text";

/// A row that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of a text, or the row of a table, from 1 on.
    pub at: u64,
    pub column: String,
    pub words: String,
}

impl Fault {
    /// As a line of what is printed.
    pub fn words(&self, format: Format) -> String {
        let Self { at, column, words } = self;
        match column.as_str() {
            "" => format!("{} {at}: {words}", format.row_word()),
            column => format!("{} {at}, column {column}: {words}", format.row_word()),
        }
    }
}

/// What stands in the columns of one row.
pub(crate) type Cells<'a> = [Option<Cow<'a, str>>; 6];

/// Hears of each row, and says whether to go on.
type Hear<'a> = dyn FnMut(Result<Taken, Fault>) -> bool + 'a;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub rows: u64,
    pub bad: u64,
    /// The first rows that are not understood.
    pub faults: Vec<Fault>,
    /// Amounts that are no whole numbers, and are kept rounded.
    pub rounded: u64,
    /// How many people; no more than a bound are told apart.
    pub members: usize,
    /// Names of events, how many there are of each, and when first and last.
    pub events: BTreeMap<String, (u64, i64, i64)>,
}

/// Reads a whole file and says what it holds. Nothing is stored. `progress` hears of every row.
pub fn check(
    path: &Path,
    format: Format,
    columns: &Columns,
    now_ms: i64,
    mut progress: impl FnMut(),
) -> Result<Report> {
    let mut report = Report::default();
    let mut members = std::collections::HashSet::new();
    let mut unknown = 0;
    each_cells(path, format, columns, &mut |at, columns, cells| {
        progress();
        report.rows += 1;
        let amount = cells.as_ref().ok().and_then(|cells| cells[Place::Amount as usize].as_deref());
        report.rounded += u64::from(amount.is_some_and(is_broken));
        match cells.and_then(|cells| taken(at, columns, cells, now_ms)) {
            Ok(Taken { name, member, at_ms, .. }) => {
                if members.len() < limits::IMPORT_MEMBERS_COUNTED {
                    members.insert(member);
                }
                let is_known = report.events.contains_key(&name);
                // One more than there is room for shows that there is none. What everybody knows needs none.
                unknown += usize::from(!is_known && Ruling::by_default(&name) == Ruling::Unknown);
                if unknown <= limits::EVENT_NAMES + 1 || is_known {
                    let (count, first_ms, last_ms) = report.events.entry(name).or_insert((0, at_ms, at_ms));
                    (*count, *first_ms, *last_ms) = (*count + 1, at_ms.min(*first_ms), at_ms.max(*last_ms));
                }
            }
            Err(fault) => {
                report.bad += 1;
                if report.faults.len() < limits::FAULTS_NAMED {
                    report.faults.push(fault);
                }
            }
        }
        true
    })?;
    report.members = members.len();
    Ok(report)
}

/// Each row in the order of the file, until `hear` has enough.
pub(super) fn each_row(path: &Path, format: Format, columns: &Columns, now_ms: i64, hear: &mut Hear<'_>) -> Result<()> {
    each_cells(path, format, columns, &mut |at, columns, cells| {
        hear(cells.and_then(|cells| taken(at, columns, cells, now_ms)))
    })
}

/// The same, of what stands in the columns and has not been understood yet.
pub(crate) fn each_cells(path: &Path, format: Format, columns: &Columns, hear: &mut HearCells<'_>) -> Result<()> {
    let named = |mut error: Error| {
        error.message = format!("{}: {}", path.display(), error.message).into();
        error
    };
    let read = || match format {
        Format::Csv => csv::read(open(path)?, columns, hear),
        Format::Jsonl => jsonl::read(open(path)?, columns, hear),
        Format::Parquet => parquet::read(path, columns, hear),
    };
    // A reader of Parquet whose bytes are broken may stop in the middle.
    let done = catch_unwind(AssertUnwindSafe(read));
    done.unwrap_or_else(|_| Err(Error::invalid_param("the file is broken"))).map_err(named)
}

/// What a reader hands over: where, by which columns, and what stands there.
pub(crate) type HearCells<'a> = dyn FnMut(u64, &Columns, Result<Cells<'_>, Fault>) -> bool + 'a;

fn taken(at: u64, columns: &Columns, cells: Cells<'_>, now_ms: i64) -> Result<Taken, Fault> {
    let [user, time, event, peer, room, amount] = cells;
    let fault = |place: Place, words: String| Fault { at, column: columns.name(place).to_owned(), words };
    let is_id = |text: &Cow<'_, str>| !text.trim().is_empty() && !model::names_nobody(text.trim());
    let id = |place: Place, text: Option<Cow<'_, str>>| match text.filter(is_id) {
        None => Ok(None),
        Some(text) => match model::id_of(&text) {
            Some(id) => Ok(Some(id)),
            None => Err(fault(place, format!("`{}` is not an id: a word without spaces", excerpt(&text)))),
        },
    };
    let member = id(Place::User, user)?.ok_or_else(|| fault(Place::User, "it names nobody".to_owned()))?;
    let time = time.unwrap_or_default();
    let at_ms = moment::parse(&time).ok_or_else(|| fault(Place::Time, moment::why_not(&time)))?;
    if at_ms > now_ms + limits::EVENT_FUTURE_MS {
        return Err(fault(Place::Time, format!("`{}` lies in the future", excerpt(&time))));
    }
    let name = match event.as_deref().map(str::trim) {
        None => "event".to_owned(),
        Some(text) => model::name(text)
            .ok_or_else(|| fault(Place::Event, format!("`{}` is no name of an event", excerpt(text))))?,
    };
    let amount = match amount.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        None => None,
        Some(text) => {
            let number = text.parse::<f64>().ok().and_then(|number| model::whole_number(&number.into()));
            Some(number.ok_or_else(|| fault(Place::Amount, format!("`{}` is not a number", excerpt(text))))?)
        }
    };
    let (peer, room) = (id(Place::Peer, peer)?, id(Place::Room, room)?);
    Ok(Taken { message_id: None, name, member, at_ms, peer, room, amount })
}

/// Whether a number has something behind its point.
fn is_broken(text: &str) -> bool {
    text.trim().parse::<f64>().is_ok_and(|number| number.fract().abs() > 0.0)
}

/// The beginning of a text, for a person who looks for it.
pub(crate) fn excerpt(text: &str) -> String {
    const LETTERS: usize = 40;
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::invalid_param(format!("it cannot be read: {error}"))
}

/// A text, unpacked where gzip packed it, whatever its name.
fn open(path: &Path) -> Result<Box<dyn Read>> {
    const GZIP: [u8; 2] = [0x1f, 0x8b];
    let mut file = BufReader::with_capacity(1 << 16, File::open(path).map_err(unreadable)?);
    let is_packed = file.fill_buf().map_err(unreadable)?.starts_with(&GZIP);
    Ok(if is_packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) })
}

/// SHA-256 of a file's bytes, in hex: what it is known by.
pub(super) fn digest(path: &Path) -> Result<String> {
    let named = |error: std::io::Error| Error::invalid_param(format!("{}: it cannot be read: {error}", path.display()));
    let mut file = File::open(path).map_err(named)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 18];
    loop {
        match file.read(&mut piece).map_err(named)? {
            0 => return Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()),
            read => hash.update(&piece[..read]),
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
