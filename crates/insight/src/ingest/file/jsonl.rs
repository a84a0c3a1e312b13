//! Lines of JSON, an object each. A column is a field's name, or a path of names with dots between.

use std::io::{BufRead, BufReader, Read};

use hearth_kernel::{Error, Result, limits};
use serde_json::Value;

use super::{Cells, Columns, Fault, HearCells, Place, TOO_LONG, unreadable};
use crate::ingest::{
    body::Object,
    model::{at_path, digits},
};

/// What programs of Windows put before the first line.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) fn read(input: Box<dyn Read>, columns: &Columns, hear: &mut HearCells<'_>) -> Result<()> {
    let mut reader = BufReader::with_capacity(1 << 18, input);
    let mut line = Vec::new();
    // Every line may have other fields, so what is not named goes by its usual name.
    let mut known: Option<Columns> = None;
    for at in 1.. {
        line.clear();
        let most = limits::IMPORT_ROW_BYTES as u64 + 1;
        if (&mut reader).take(most).read_until(b'\n', &mut line).map_err(unreadable)? == 0 {
            return Ok(());
        }
        if line.len() > limits::IMPORT_ROW_BYTES && !line.ends_with(b"\n") {
            return Err(Error::invalid_param(format!("line {at} is longer than {} bytes", limits::IMPORT_ROW_BYTES)));
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let text = if at == 1 { line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line) } else { &line };
        let object = serde_json::from_slice::<Object>(text);
        if let (None, Ok(object)) = (&known, &object) {
            known = Some(usual(columns, object)?);
        }
        let nameless = Columns::default();
        let columns = known.as_ref().unwrap_or(&nameless);
        let cells = match &object {
            Ok(object) => cells(object, at, columns),
            Err(error) => Err(Fault { at, column: String::new(), words: format!("it is not a JSON object: {error}") }),
        };
        if !hear(at, columns, cells) {
            return Ok(());
        }
    }
    Ok(())
}

/// What was named, and by their usual names what the first line has.
fn usual(columns: &Columns, first: &Object) -> Result<Columns> {
    let mut names: Vec<&str> = first.keys().map(String::as_str).collect();
    // A path may lead into an object, and a field may be missing on the first line.
    names.extend(columns.0.iter().flatten().map(String::as_str));
    columns.found_in(&names)
}

fn cells<'a>(object: &'a Object, at: u64, columns: &Columns) -> Result<Cells<'a>, Fault> {
    let mut cells = Cells::default();
    for place in Place::ALL {
        // What the first line does not have may come later.
        let usual = || place.usual().iter().copied().find(|name| object.contains_key(*name));
        let Some(column) = columns.0[place as usize].as_deref().or_else(usual) else { continue };
        cells[place as usize] = match at_path(object, column) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text.into()),
            Some(Value::Number(number)) => {
                match digits(number).or_else(|| (!place.is_id()).then(|| number.to_string())) {
                    Some(text) => Some(text.into()),
                    None => return Err(Fault { at, column: column.to_owned(), words: TOO_LONG.to_owned() }),
                }
            }
            Some(_) => {
                let words = "it is neither a text nor a number".to_owned();
                return Err(Fault { at, column: column.to_owned(), words });
            }
        };
    }
    Ok(cells)
}
