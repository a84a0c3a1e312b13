//! One file of the log as Parquet: a column a field, so that any tool that reads Parquet can read it.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Arc, LazyLock},
};

use bytes::Bytes;
use hearth_kernel::{Error, Result, limits};
use parquet::{
    basic::{Compression, Encoding},
    column::{reader::get_typed_column_reader, writer::ColumnWriterImpl},
    data_type::{ByteArray, ByteArrayType, DataType, Int32Type, Int64Type},
    errors::ParquetError,
    file::{
        metadata::{FileMetaData, FooterTail, KeyValue, ParquetMetaDataReader},
        properties::{WriterProperties, WriterPropertiesPtr, WriterVersion},
        reader::{FileReader, RowGroupReader, SerializedFileReader},
        writer::{SerializedFileWriter, SerializedRowGroupWriter},
    },
    schema::{
        parser::parse_message_type,
        types::{ColumnPath, TypePtr},
    },
};

use super::{
    kinds,
    name::FileName,
    signal::{Id, Signal, Word},
};

/// The columns, in the order in which they are written and read.
const SCHEMA: &str = "message signals {
    required int64 at (TIMESTAMP(MILLIS, true));
    required binary kind (UTF8);
    required binary member (UTF8);
    optional binary peer (UTF8);
    optional binary room (UTF8);
    optional binary variant (UTF8);
    optional binary place (UTF8);
    optional int64 amount;
    required int64 position;
    required int32 ordinal;
}";
/// The form of the files; another form gets another number.
const FORMAT: &str = "1";

static SCHEMA_TYPE: LazyLock<TypePtr> =
    LazyLock::new(|| Arc::new(parse_message_type(SCHEMA).expect("the schema is well formed")));

/// What a file says of itself beside its rows.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Footer {
    pub rows: usize,
    pub kinds: BTreeSet<String>,
}

/// What was read of a file: its signals, and how many rows are of kinds that this version does not know.
#[derive(Debug, Default)]
pub(crate) struct Decoded {
    pub signals: Vec<Signal>,
    pub unknown: usize,
}

fn properties(name: &FileName, signals: &[Signal]) -> WriterPropertiesPtr {
    let kinds: BTreeSet<&str> = signals.iter().map(|signal| signal.kind.name).collect();
    let kinds: Vec<&str> = kinds.into_iter().collect();
    let said = |key: &str, value: String| KeyValue::new(format!("hearth.{key}"), value);
    let said = vec![
        said("format", FORMAT.to_owned()),
        said("stream", name.stream.as_str().to_owned()),
        said("first", name.first.to_string()),
        said("last", name.last.to_string()),
        said("kinds", kinds.join(",")),
    ];
    let mut properties = WriterProperties::builder()
        .set_writer_version(WriterVersion::PARQUET_2_0)
        .set_created_by("Hearth".to_owned())
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(said));
    for rising in ["at", "amount", "position", "ordinal"] {
        properties = properties
            .set_column_dictionary_enabled(ColumnPath::from(rising), false)
            .set_column_encoding(ColumnPath::from(rising), Encoding::DELTA_BINARY_PACKED);
    }
    Arc::new(properties.build())
}

/// The bytes of a file. The signals stand in the order of time.
pub(crate) fn encode(name: &FileName, signals: &[Signal]) -> Result<Bytes> {
    let write = || -> Result<Vec<u8>, ParquetError> {
        let mut writer = SerializedFileWriter::new(Vec::new(), SCHEMA_TYPE.clone(), properties(name, signals))?;
        if !signals.is_empty() {
            let mut group = writer.next_row_group()?;
            columns(&mut group, signals)?;
            group.close()?;
        }
        writer.into_inner()
    };
    write()
        .map(Bytes::from)
        .map_err(|error| Error::internal("signals could not be written as Parquet").caused_by(error))
}

fn columns(group: &mut SerializedRowGroupWriter<'_, Vec<u8>>, signals: &[Signal]) -> Result<(), ParquetError> {
    let text = |text: &str| ByteArray::from(text);
    let id = |id: &Option<Id>| id.as_ref().map(|id| text(id.as_str()));
    let word = |word: &Option<Word>| word.as_ref().map(|word| text(word.as_str()));
    required::<Int64Type>(group, signals, |signal| signal.at_ms)?;
    required::<ByteArrayType>(group, signals, |signal| text(signal.kind.name))?;
    required::<ByteArrayType>(group, signals, |signal| text(signal.member.as_str()))?;
    optional::<ByteArrayType>(group, signals, |signal| id(&signal.peer))?;
    optional::<ByteArrayType>(group, signals, |signal| id(&signal.room))?;
    optional::<ByteArrayType>(group, signals, |signal| word(&signal.variant))?;
    optional::<ByteArrayType>(group, signals, |signal| word(&signal.place))?;
    optional::<Int64Type>(group, signals, |signal| signal.amount)?;
    required::<Int64Type>(group, signals, |signal| signal.position)?;
    required::<Int32Type>(group, signals, |signal| signal.ordinal)
}

fn required<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    signals: &[Signal],
    value: impl Fn(&Signal) -> T::T,
) -> Result<(), ParquetError> {
    let values: Vec<T::T> = signals.iter().map(value).collect();
    column::<T>(group, |column| column.write_batch(&values, None, None))
}

fn optional<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    signals: &[Signal],
    value: impl Fn(&Signal) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let mut present = Vec::with_capacity(signals.len());
    let mut values = Vec::new();
    for signal in signals {
        let value = value(signal);
        present.push(i16::from(value.is_some()));
        values.extend(value);
    }
    column::<T>(group, |column| column.write_batch(&values, Some(&present), None))
}

fn column<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    write: impl FnOnce(&mut ColumnWriterImpl<'_, T>) -> Result<usize, ParquetError>,
) -> Result<(), ParquetError> {
    let mut column = group.next_column()?.expect("the schema has a column for each field");
    write(column.typed::<T>())?;
    column.close()
}

fn broken(name: &FileName, why: impl std::fmt::Display) -> Error {
    Error::internal(format!(
        "the file {} of the signal log is broken: {why}; put it back from a backup, or take it away to go on without it",
        name.path()
    ))
}

/// What a file says of itself, from its last bytes; how many are needed where these are too few.
pub(crate) fn footer(name: &FileName, end: &[u8]) -> Result<Result<Footer, usize>> {
    const TAIL: usize = 8;
    let tail = end.len().checked_sub(TAIL).ok_or_else(|| broken(name, "it is too short"))?;
    let length = FooterTail::try_from(&end[tail..]).map_err(|error| broken(name, error))?.metadata_length();
    let Some(begins) = tail.checked_sub(length) else {
        let needed = length.saturating_add(TAIL);
        return if needed <= limits::SIGNALS_FILE_BYTES {
            Ok(Err(needed))
        } else {
            Err(broken(name, "it has no footer"))
        };
    };
    let metadata = ParquetMetaDataReader::decode_metadata(&end[begins..tail]).map_err(|error| broken(name, error))?;
    checked(name, metadata.file_metadata()).map(Ok)
}

/// That a file is of this form and of this name.
fn checked(name: &FileName, metadata: &FileMetaData) -> Result<Footer> {
    let said = |key: &str| {
        let pairs = metadata.key_value_metadata().into_iter().flatten();
        let found =
            pairs.filter(|pair| pair.key.strip_prefix("hearth.") == Some(key)).find_map(|pair| pair.value.clone());
        found.ok_or_else(|| broken(name, format!("its footer has no `hearth.{key}`")))
    };
    let format = said("format")?;
    if format != FORMAT {
        return Err(broken(name, format!("it has the form {format}, and this version reads {FORMAT}")));
    }
    let is_its_own = said("stream")? == name.stream.as_str()
        && said("first")? == name.first.to_string()
        && said("last")? == name.last.to_string();
    if !is_its_own {
        return Err(broken(name, "its footer names other positions than its name does"));
    }
    if *metadata.schema() != **SCHEMA_TYPE {
        return Err(broken(name, "it has other columns than a file of the log"));
    }
    let kinds = said("kinds")?.split(',').filter(|kind| !kind.is_empty()).map(str::to_owned).collect();
    let rows = usize::try_from(metadata.num_rows()).map_err(|_| broken(name, "it counts its rows below nothing"))?;
    Ok(Footer { rows, kinds })
}

/// The signals of a file.
pub(crate) fn decode(name: &FileName, bytes: Bytes) -> Result<Decoded> {
    let reader = SerializedFileReader::new(bytes).map_err(|error| broken(name, error))?;
    checked(name, reader.metadata().file_metadata())?;
    let mut decoded = Decoded::default();
    let mut words = Words::default();
    for number in 0..reader.num_row_groups() {
        let group = reader.get_row_group(number).map_err(|error| broken(name, error))?;
        rows(&*group, &mut words, &mut decoded).map_err(|why| broken(name, why))?;
    }
    Ok(decoded)
}

/// Texts that stand in many rows are kept once.
#[derive(Default)]
struct Words {
    ids: HashSet<IdByText>,
    words: HashSet<WordByText>,
}

type IdByText = Shared<Id>;
type WordByText = Shared<Word>;

/// Found in a set by its text.
#[derive(PartialEq, Eq, Hash)]
struct Shared<T>(T);

impl std::borrow::Borrow<str> for Shared<Id> {
    fn borrow(&self) -> &str {
        self.0.as_str()
    }
}

impl std::borrow::Borrow<str> for Shared<Word> {
    fn borrow(&self) -> &str {
        self.0.as_str()
    }
}

impl Words {
    fn id(&mut self, text: &ByteArray) -> Result<Id, String> {
        let text = utf8(text)?;
        if let Some(known) = self.ids.get(text) {
            return Ok(known.0.clone());
        }
        let id = Id::parse(text).map_err(|error| error.message.into_owned())?;
        self.ids.insert(Shared(id.clone()));
        Ok(id)
    }

    fn word(&mut self, text: &ByteArray) -> Result<Word, String> {
        let text = utf8(text)?;
        if let Some(known) = self.words.get(text) {
            return Ok(known.0.clone());
        }
        let word = Word::parse(text).map_err(|error| error.message.into_owned())?;
        self.words.insert(Shared(word.clone()));
        Ok(word)
    }
}

fn utf8(text: &ByteArray) -> Result<&str, String> {
    std::str::from_utf8(text.data()).map_err(|_| "a text in it is not UTF-8".to_owned())
}

fn rows(group: &dyn RowGroupReader, words: &mut Words, decoded: &mut Decoded) -> Result<(), String> {
    let at = values::<Int64Type>(group, 0)?;
    let kind = values::<ByteArrayType>(group, 1)?;
    let member = values::<ByteArrayType>(group, 2)?;
    let mut peer = options::<ByteArrayType>(group, 3)?;
    let mut room = options::<ByteArrayType>(group, 4)?;
    let mut variant = options::<ByteArrayType>(group, 5)?;
    let mut place = options::<ByteArrayType>(group, 6)?;
    let mut amount = options::<Int64Type>(group, 7)?;
    let position = values::<Int64Type>(group, 8)?;
    let ordinal = values::<Int32Type>(group, 9)?;
    for row in 0..at.len() {
        let (peer, room, variant) = (peer.next(), room.next(), variant.next());
        let (place, amount) = (place.next(), amount.next());
        let Some(kind) = kinds::of_name(utf8(&kind[row])?) else {
            decoded.unknown += 1;
            continue;
        };
        decoded.signals.push(Signal {
            at_ms: at[row],
            kind,
            member: words.id(&member[row])?,
            peer: peer.map(|peer| words.id(&peer)).transpose()?,
            room: room.map(|room| words.id(&room)).transpose()?,
            variant: variant.map(|variant| words.word(&variant)).transpose()?,
            place: place.map(|place| words.word(&place)).transpose()?,
            amount,
            position: position[row],
            ordinal: ordinal[row],
        });
    }
    Ok(())
}

/// A column that has a value in every row.
fn values<T: DataType>(group: &dyn RowGroupReader, column: usize) -> Result<Vec<T::T>, String> {
    let (values, _) = read::<T>(group, column, false)?;
    Ok(values)
}

/// A column that may be empty, row by row.
struct Options<V> {
    present: std::vec::IntoIter<i16>,
    values: std::vec::IntoIter<V>,
}

impl<V> Options<V> {
    fn next(&mut self) -> Option<V> {
        if self.present.next() == Some(1) { self.values.next() } else { None }
    }
}

fn options<T: DataType>(group: &dyn RowGroupReader, column: usize) -> Result<Options<T::T>, String> {
    let (values, present) = read::<T>(group, column, true)?;
    Ok(Options { present: present.into_iter(), values: values.into_iter() })
}

fn read<T: DataType>(
    group: &dyn RowGroupReader,
    column: usize,
    may_be_empty: bool,
) -> Result<(Vec<T::T>, Vec<i16>), String> {
    let rows =
        usize::try_from(group.metadata().num_rows()).map_err(|_| "it counts its rows below nothing".to_owned())?;
    let words = |error: ParquetError| error.to_string();
    let mut reader = get_typed_column_reader::<T>(group.get_column_reader(column).map_err(words)?);
    let (mut values, mut present, mut done) = (Vec::new(), Vec::new(), 0);
    while done < rows {
        let levels = may_be_empty.then_some(&mut present);
        let (more, _, _) = reader.read_records(rows - done, levels, None, &mut values).map_err(words)?;
        if more == 0 {
            return Err(format!("column {column} ends after {done} of {rows} rows"));
        }
        done += more;
    }
    Ok((values, present))
}
