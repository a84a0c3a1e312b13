//! CSV, of which the first line names the columns.

use std::{cell::Cell, io::Read, rc::Rc};

use hearth_kernel::{Error, Result, limits};

use super::{Cells, Columns, Fault, HearCells, Place, unreadable};

/// What one read of the file may bring.
const BUFFER: usize = 1 << 18;

pub(super) fn read(input: Box<dyn Read>, columns: &Columns, hear: &mut HearCells<'_>) -> Result<()> {
    let since_row = Rc::new(Cell::new(0));
    let input = Bounded { input, since_row: since_row.clone() };
    let mut reader = csv::ReaderBuilder::new().buffer_capacity(BUFFER).flexible(true).from_reader(input);
    let header = reader.byte_headers().map_err(unreadable)?.clone();
    let names = header.iter().map(std::str::from_utf8).collect::<Result<Vec<_>, _>>();
    let names = names.map_err(|_| Error::invalid_param("the first line is not UTF-8"))?;
    // What programs of Windows put before the first name.
    let names: Vec<&str> = names.into_iter().map(|name| name.trim_start_matches('\u{feff}').trim()).collect();
    let columns = columns.found_in(&names)?;
    let is_double = |column: &&String| names.iter().filter(|name| *name == column).count() > 1;
    if let Some(name) = columns.0.iter().flatten().find(is_double) {
        return Err(Error::invalid_param(format!("the column `{name}` is there more than once; keep one of them")));
    }
    let places = columns.0.each_ref().map(|column| names.iter().position(|name| Some(*name) == column.as_deref()));
    let breaks = |record: &csv::ByteRecord| record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
    // Of `\r\n` the reader takes the second byte with the next row, and counts it only then. Where a file has both ends, a line
    // may be told as the one beside it.
    let is_early = u64::from(reader.position().line() == 1 + breaks(&header));
    let mut record = csv::ByteRecord::new();
    loop {
        since_row.set(0);
        if !reader.read_byte_record(&mut record).map_err(unreadable)? {
            return Ok(());
        }
        // Empty lines before the row are not in the one, and a last line without an end is not in the other.
        let begun = record.position().map_or(0, csv::Position::line) + is_early;
        let line = begun.max((reader.position().line() + is_early).saturating_sub(1 + breaks(&record)));
        if !hear(line, &columns, cells(&record, line, &columns, &places, names.len())) {
            return Ok(());
        }
    }
}

fn cells<'a>(
    record: &'a csv::ByteRecord,
    line: u64,
    columns: &Columns,
    places: &[Option<usize>; 6],
    width: usize,
) -> Result<Cells<'a>, Fault> {
    if record.len() != width {
        let words = format!("there are {} columns, and the first line names {width}", record.len());
        return Err(Fault { at: line, column: String::new(), words });
    }
    let mut cells = Cells::default();
    for (place, at) in Place::ALL.into_iter().zip(places) {
        let Some(bytes) = at.and_then(|at| record.get(at)) else { continue };
        let not_utf8 = |_| Fault { at: line, column: columns.name(place).to_owned(), words: "it is not UTF-8".into() };
        cells[place as usize] = Some(std::str::from_utf8(bytes).map_err(not_utf8)?.into());
    }
    Ok(cells)
}

/// Refuses to read on when a row has no end, as after a quotation mark that is never closed.
struct Bounded {
    input: Box<dyn Read>,
    since_row: Rc<Cell<usize>>,
}

impl Read for Bounded {
    fn read(&mut self, piece: &mut [u8]) -> std::io::Result<usize> {
        if self.since_row.get() > limits::IMPORT_ROW_BYTES + BUFFER {
            let most = limits::IMPORT_ROW_BYTES;
            return Err(std::io::Error::other(format!("a row is longer than {most} bytes; is a quotation mark open?")));
        }
        let read = self.input.read(piece)?;
        self.since_row.set(self.since_row.get() + read);
        Ok(read)
    }
}
