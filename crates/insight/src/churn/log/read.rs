//! A log from a file: CSV, lines of JSON or Parquet.
//!
//! A row that is not understood refuses the file, with its line, since nobody knows what else is wrong with it. A row that
//! is understood and cannot be true is left out and counted.

use std::{borrow::Cow, path::Path};

use hearth_kernel::{Error, Result, limits};

use super::{Log, Names};
use crate::{
    features::{Event, NOBODY},
    ingest::{Cells, Columns, Fault, Format, Place, Unit, each_cells, excerpt, moment, why_not},
};

/// Clocks that are wrong by a zone of time are no reason to leave an event out.
const AHEAD_MS: i64 = 24 * 60 * 60 * 1_000;

impl Log {
    /// Reads a file with the columns user, time and, if there are such, event (or kind), peer and room, or those that
    /// `columns` names. What is not called `.jsonl` or `.parquet` is taken for CSV.
    pub fn read(path: &Path, columns: &Columns, now_ms: i64) -> Result<Self> {
        let format = Format::of(path).unwrap_or(Format::Csv);
        let mut rows = Rows { latest_ms: now_ms.saturating_add(AHEAD_MS), ..Rows::default() };
        let mut fault = None;
        each_cells(path, format, columns, &mut |at, columns, cells| {
            fault = cells.and_then(|cells| rows.take(at, columns, cells)).err();
            fault.is_none()
        })?;
        if let Some(fault) = fault {
            return Err(Error::invalid_param(format!("{}: {}", path.display(), fault.words(format))));
        }
        let mut log = rows.log;
        log.was_in_milliseconds = rows.unit.is_some_and(|(unit, _)| unit == Unit::Milliseconds);
        log.settle();
        Ok(log)
    }
}

#[derive(Default)]
struct Rows {
    log: Log,
    latest_ms: i64,
    /// What the first number among the times is in, and where it stands.
    unit: Option<(Unit, u64)>,
}

impl Rows {
    fn take(&mut self, at: u64, columns: &Columns, cells: Cells<'_>) -> Result<(), Fault> {
        let [user, time, kind, peer, room, _] = cells;
        let fault = |place: Place, words: String| Fault { at, column: columns.name(place).to_owned(), words };
        let time = time.unwrap_or_default();
        let Some((at_ms, unit)) = moment(&time) else {
            return Err(fault(Place::Time, why_not(&time)));
        };
        self.has_unit(unit, at).map_err(|words| fault(Place::Time, format!("`{}` {words}", excerpt(&time))))?;
        let named = |place: Place, cell: &Option<Cow<'_, str>>| {
            let name = cell.as_deref().and_then(name);
            let is_fit = name.is_none_or(|name| name.len() <= limits::ID_BYTES && !name.contains(char::is_control));
            let words = || format!("a name has at most {} bytes and no control characters", limits::ID_BYTES);
            if is_fit { Ok(name.map(str::to_owned)) } else { Err(fault(place, words())) }
        };
        let member = named(Place::User, &user)?;
        let member = member.ok_or_else(|| fault(Place::User, "it names nobody".to_owned()))?;
        let kind = named(Place::Event, &kind)?;
        let (peer, room) = (named(Place::Peer, &peer)?, named(Place::Room, &room)?);
        if at_ms > self.latest_ms {
            self.log.skipped += 1;
            return Ok(());
        }
        let Log { events, members, rooms, kinds, .. } = &mut self.log;
        let numbered = |names: &mut Names, name: Option<String>| name.map_or(NOBODY, |name| names.number(&name));
        events.push(Event {
            at: at_ms.div_euclid(1_000),
            member: members.number(&member),
            peer: numbered(members, peer),
            room: numbered(rooms, room),
            kind: kinds.number(kind.as_deref().unwrap_or("event")) as u16,
        });
        self.is_bounded().map_err(|words| Fault { at, column: String::new(), words })
    }

    /// All numbers of the column are of one unit, or one of the two is meant otherwise.
    fn has_unit(&mut self, unit: Unit, at: u64) -> Result<(), String> {
        if unit == Unit::Spelled {
            return Ok(());
        }
        let (first, line) = *self.unit.get_or_insert((unit, at));
        if first == unit {
            return Ok(());
        }
        Err(format!("is in {}, and the times from {line} on are in {}", unit.word(), first.word()))
    }

    fn is_bounded(&self) -> Result<(), String> {
        let Log { events, members, rooms, kinds, .. } = &self.log;
        let bounds = [
            (events.len(), limits::EVENTS_READ, "events; split the log by time"),
            (members.len(), limits::MEMBERS_READ, "users and peers"),
            (rooms.len(), limits::ROOMS_READ, "rooms"),
            (kinds.len(), limits::KINDS_READ, "kinds; is it the column of kinds?"),
        ];
        bounds.into_iter().try_for_each(|(count, most, what)| bounded(count, most, what))
    }
}

pub(super) fn bounded(count: usize, most: usize, what: &str) -> Result<(), String> {
    if count > most { Err(format!("there are more than {most} {what}")) } else { Ok(()) }
}

/// A name, if there is one. Programs that keep numbers with gaps write 7 as 7.0, and the gap as NaN.
fn name(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    let whole = cell.strip_suffix(".0").filter(|whole| !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit()));
    let name = whole.unwrap_or(cell);
    (!matches!(name, "" | "NaN" | "nan")).then_some(name)
}
