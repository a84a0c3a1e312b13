//! A log of events from a file: who did what, when, for whom and where.

use std::{collections::HashMap, fs::File, io::Read, path::Path};

use flate2::read::MultiGzDecoder;
use hearth_kernel::{Error, Result};

use crate::features::{Class, Event, NOBODY};

/// Events in the order of time, with the names that their numbers stand for.
#[derive(Clone, Default)]
pub struct Log {
    pub events: Vec<Event>,
    pub members: Names,
    pub rooms: Names,
    pub kinds: Names,
    /// Lines that could not be true, such as times to come; they are left out.
    pub skipped: usize,
}

/// Names and their numbers, in the order in which they were first seen.
#[derive(Clone, Default)]
pub struct Names {
    numbers: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Names {
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.names.push(name.into());
        self.numbers.insert(name.into(), number);
        number
    }

    pub fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

impl Log {
    /// What each kind of trace says of its member.
    pub fn classes(&self) -> Vec<Class> {
        self.kinds.names.iter().map(|name| Class::of(name)).collect()
    }

    /// Reads CSV with the columns user, time (seconds since 1970), kind, peer and room, of which the last three may be
    /// missing; compressed where the name ends in `.gz`.
    pub fn read_csv(path: &Path) -> Result<Self> {
        let named = |error: &dyn std::fmt::Display| Error::invalid_param(format!("{}: {error}", path.display()));
        let file = File::open(path).map_err(|error| named(&error))?;
        let input: Box<dyn Read> = if path.extension().is_some_and(|end| end == "gz") {
            Box::new(MultiGzDecoder::new(file))
        } else {
            Box::new(file)
        };
        let mut reader = csv::ReaderBuilder::new().buffer_capacity(1 << 18).from_reader(input);
        let header = reader.byte_headers().map_err(|error| named(&error))?.clone();
        let place = |name: &str| header.iter().position(|column| column == name.as_bytes());
        let needed = |name: &str| {
            place(name).ok_or_else(|| named(&format!("there is no column `{name}`; the first line names the columns")))
        };
        let (user, time) = (needed("user")?, needed("time")?);
        let (kind, peer, room) = (place("kind"), place("peer"), place("room"));
        let mut log = Self::default();
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record).map_err(|error| named(&error))? {
            let line = record.position().map_or(0, csv::Position::line);
            let text = |place: Option<usize>| {
                let bytes = place.and_then(|place| record.get(place)).unwrap_or_default();
                std::str::from_utf8(bytes).map_err(|_| named(&format!("line {line} is not UTF-8")))
            };
            let at = text(Some(time))?;
            let at: i64 = at
                .parse()
                .ok()
                .filter(|at| (0..=i64::from(u32::MAX)).contains(at))
                .ok_or_else(|| named(&format!("line {line}: `{at}` is not a time in seconds since 1970")))?;
            let member = text(Some(user))?;
            if member.is_empty() {
                return Err(named(&format!("line {line} names no user")));
            }
            let numbered = |names: &mut Names, name: &str| if name.is_empty() { NOBODY } else { names.number(name) };
            log.events.push(Event {
                at,
                member: log.members.number(member),
                peer: numbered(&mut log.members, text(peer)?),
                room: numbered(&mut log.rooms, text(room)?),
                kind: log.kinds.number(text(kind)?).min(u32::from(u16::MAX)) as u16,
            });
        }
        log.events.sort_by_key(|event| event.at);
        Ok(log)
    }
}
