//! Parquet: of each row group the columns that are named, and no others, are read.

use std::{fs::File, path::Path, sync::Arc};

use hearth_kernel::{Error, Result};
use jiff::Timestamp;
use parquet::{
    basic::{LogicalType, TimeUnit},
    file::reader::{FileReader, SerializedFileReader},
    record::{Field, reader::RowIter},
    schema::types::Type,
};

use super::{Cells, Columns, Fault, HearCells, Place, TOO_LONG, unreadable};
use crate::ingest::model::EXACT;

pub(super) fn read(path: &Path, columns: &Columns, hear: &mut HearCells<'_>) -> Result<()> {
    let file = File::open(path).map_err(unreadable)?;
    let reader = SerializedFileReader::new(file).map_err(unreadable)?;
    let schema = reader.metadata().file_metadata().schema_descr_ptr();
    let fields = schema.root_schema().get_fields();
    let names: Vec<&str> = fields.iter().map(|field| field.name()).collect();
    let columns = columns.found_in(&names)?;
    let wanted = |name: &str| columns.0.iter().flatten().any(|column| column == name);
    let chosen: Vec<Arc<Type>> = fields.iter().filter(|field| wanted(field.name())).cloned().collect();
    if let Some(nested) = chosen.iter().find(|field| !field.is_primitive()) {
        return Err(Error::invalid_param(format!("the column `{}` is not of single values", nested.name())));
    }
    let in_nanoseconds: Vec<bool> = chosen.iter().map(|field| is_in_nanoseconds(field)).collect();
    let places: Vec<Vec<Place>> = chosen.iter().map(|field| places_of(&columns, field.name())).collect();
    let projection = Type::group_type_builder(schema.root_schema().name()).with_fields(chosen).build();
    let projection = projection.map_err(unreadable)?;
    for (row, at) in RowIter::from_file(Some(projection), &reader).map_err(unreadable)?.zip(1..) {
        let row = row.map_err(|error| Error::invalid_param(format!("row {at} cannot be read: {error}")))?;
        let mut cells = Ok(Cells::default());
        for (column, (name, field)) in row.get_column_iter().enumerate() {
            let counts_digits = |place: &Place| place.is_id() || *place == Place::Time;
            let is_lost = places[column].iter().any(counts_digits) && has_lost_digits(field);
            let text = if is_lost { Err(TOO_LONG) } else { text(field, in_nanoseconds[column]) };
            let fault = |words: &str| Fault { at, column: name.clone(), words: words.to_owned() };
            match (text, &mut cells) {
                (Ok(text), Ok(cells)) => {
                    places[column].iter().for_each(|place| cells[*place as usize] = text.clone().map(Into::into));
                }
                (Err(words), Ok(_)) => cells = Err(fault(words)),
                (_, Err(_)) => {}
            }
        }
        if !hear(at, &columns, cells) {
            return Ok(());
        }
    }
    Ok(())
}

fn places_of(columns: &Columns, name: &str) -> Vec<Place> {
    Place::ALL.into_iter().filter(|place| columns.0[*place as usize].as_deref() == Some(name)).collect()
}

fn is_in_nanoseconds(field: &Type) -> bool {
    let logical = field.get_basic_info().logical_type_ref();
    matches!(logical, Some(LogicalType::Timestamp(time)) if time.unit == TimeUnit::NANOS)
}

/// A value as a text that is understood as in the other formats. Moments become RFC 3339, so that their unit is not guessed.
fn text(field: &Field, in_nanoseconds: bool) -> Result<Option<String>, &'static str> {
    const DAY_MS: i64 = 86_400_000;
    let moment = |at_ms: i64| Timestamp::from_millisecond(at_ms).map(|moment| Some(moment.to_string()));
    let text = match field {
        Field::Null => return Ok(None),
        // What is not a number stands where there is none.
        Field::Float(number) if number.is_nan() => return Ok(None),
        Field::Double(number) if number.is_nan() => return Ok(None),
        Field::Long(nanoseconds) if in_nanoseconds => return moment(nanoseconds / 1_000_000).map_err(|_| NO_TIME),
        Field::TimestampMillis(at_ms) => return moment(*at_ms).map_err(|_| NO_TIME),
        Field::TimestampMicros(microseconds) => return moment(microseconds / 1_000).map_err(|_| NO_TIME),
        Field::Date(day) => return moment(i64::from(*day) * DAY_MS).map_err(|_| NO_TIME),
        Field::Str(text) => text.clone(),
        Field::Bytes(bytes) => bytes.as_utf8().map_err(|_| "it is not UTF-8")?.to_owned(),
        Field::Byte(number) => number.to_string(),
        Field::Short(number) => number.to_string(),
        Field::Int(number) => number.to_string(),
        Field::Long(number) => number.to_string(),
        Field::UByte(number) => number.to_string(),
        Field::UShort(number) => number.to_string(),
        Field::UInt(number) => number.to_string(),
        Field::ULong(number) => number.to_string(),
        Field::Float(number) => number.to_string(),
        Field::Double(number) => number.to_string(),
        _ => return Err("it is neither a text nor a number"),
    };
    Ok(Some(text))
}

/// Whether a number does not tell its neighbours apart.
fn has_lost_digits(field: &Field) -> bool {
    /// As [`EXACT`], for numbers of half the size.
    const EXACT_FLOAT: f32 = 16_777_216.0;
    match field {
        Field::Float(number) => number.abs() >= EXACT_FLOAT,
        Field::Double(number) => number.abs() >= EXACT,
        _ => false,
    }
}

const NO_TIME: &str = "it is not a time";
