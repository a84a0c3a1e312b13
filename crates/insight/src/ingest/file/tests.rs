//! Files of every format, whole and broken.

use std::{fmt::Write as _, io::Write, path::PathBuf, sync::Arc};

use ::parquet::{
    data_type::{ByteArray, ByteArrayType, Int64Type},
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::parser::parse_message_type,
};
use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

const NOW: i64 = 1_767_225_600_000;

fn rows(path: &Path, format: Format, map: &str) -> Result<Vec<Result<Taken, Fault>>> {
    let mut rows = Vec::new();
    each_row(path, format, &Columns::parse(map)?, NOW, &mut |row| {
        rows.push(row);
        true
    })?;
    Ok(rows)
}

fn file(dir: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.path().join(name);
    let mut file = File::create(&path).unwrap();
    if name.ends_with(".gz") {
        GzEncoder::new(file, Compression::fast()).write_all(bytes).unwrap();
    } else {
        file.write_all(bytes).unwrap();
    }
    path
}

fn read(name: &str, bytes: &[u8], map: &str) -> Result<Vec<Result<Taken, Fault>>> {
    let dir = TempDir::new().unwrap();
    let path = file(&dir, name, bytes);
    rows(&path, Format::of(&path).unwrap(), map)
}

/// A table with a user, a time and a text nobody asks for.
pub(in crate::ingest) fn table(schema: &str, times: &[i64]) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(WriterProperties::new())).unwrap();
    for times in times.chunks(3) {
        let mut group = writer.next_row_group().unwrap();
        let mut columns = 0;
        while let Some(mut column) = group.next_column().unwrap() {
            if columns == 1 {
                column.typed::<Int64Type>().write_batch(times, None, None).unwrap();
            } else {
                let texts: Vec<ByteArray> =
                    (0..times.len()).map(|at| ByteArray::from(format!("u{at}").as_str())).collect();
                column.typed::<ByteArrayType>().write_batch(&texts, None, None).unwrap();
            }
            column.close().unwrap();
            columns += 1;
        }
        group.close().unwrap();
    }
    writer.close().unwrap();
    bytes
}

pub(in crate::ingest) const IN_MILLISECONDS: &str = "message m { required binary user (UTF8); required int64 time (TIMESTAMP(MILLIS,true)); required binary text (UTF8); }";
const IN_NANOSECONDS: &str =
    "message m { required binary who (UTF8); required int64 at (TIMESTAMP(NANOS,true)); required binary text (UTF8); }";
const AS_NUMBERS: &str = "message m { required binary user (UTF8); required int64 time; required binary text (UTF8); }";

#[test]
fn the_same_events_are_read_from_every_format() {
    let csv = b"time,user,kind,peer,room,text\n1080090067,ada,sent,ben,c1,\"hello,\nyou\"\n1080090068,ben,sent,,,\n";
    let jsonl =
        b"{\"user\":\"ada\",\"time\":1080090067,\"kind\":\"sent\",\"peer\":\"ben\",\"room\":\"c1\",\"text\":\"x\"}\n\n\
        {\"user\":\"ben\",\"time\":\"2004-03-24T01:01:08Z\",\"kind\":\"sent\"}";
    let first = Taken {
        message_id: None,
        name: "sent".to_owned(),
        member: "ada".to_owned(),
        at_ms: 1_080_090_067_000,
        peer: Some("ben".to_owned()),
        room: Some("c1".to_owned()),
        amount: None,
    };
    let second =
        Taken { member: "ben".to_owned(), at_ms: first.at_ms + 1_000, peer: None, room: None, ..first.clone() };
    let expected = vec![Ok(first), Ok(second)];
    assert_eq!(read("a.csv", csv, "").unwrap(), expected);
    assert_eq!(read("a.csv.gz", csv, "user=user").unwrap(), expected);
    assert_eq!(read("a.jsonl", jsonl, "").unwrap(), expected);
    assert_eq!(read("a.ndjson.gz", jsonl, "").unwrap(), expected);
    let times: Vec<i64> = (0..8).map(|at| 1_080_090_067_000 + at).collect();
    for (schema, factor, map) in
        [(IN_MILLISECONDS, 1, ""), (IN_NANOSECONDS, 1_000_000, "user=who,time=at"), (AS_NUMBERS, 1, "")]
    {
        let stored: Vec<i64> = times.iter().map(|at_ms| at_ms * factor).collect();
        let rows = read("a.parquet", &table(schema, &stored), map).unwrap();
        let found: Vec<i64> = rows.iter().map(|row| row.as_ref().unwrap().at_ms).collect();
        assert_eq!(found, times, "{schema}");
        assert_eq!(rows[4].as_ref().unwrap().member, "u1");
        assert_eq!(rows[4].as_ref().unwrap().name, "event");
    }
}

#[test]
fn fields_within_fields_are_named_by_their_path() {
    let jsonl = b"{\"actor\":{\"id\":7},\"at\":1080090067,\"n\":\"2.5\"}\n{\"actor\":7,\"at\":1}\n{\"actor\":{\"id\":[]},\"at\":1}\n";
    let rows = read("a.jsonl", jsonl, "user=actor.id,time=at,amount=n").unwrap();
    let first = rows[0].as_ref().unwrap();
    assert_eq!((first.member.as_str(), first.amount), ("7", Some(3)));
    let faults: Vec<_> =
        rows[1..].iter().map(|row| row.as_ref().unwrap_err()).map(|f| (f.at, f.column.as_str())).collect();
    assert_eq!(faults, [(2, "actor.id"), (3, "actor.id")]);
}

#[test]
fn a_row_that_is_not_understood_is_named_by_its_line_and_column() {
    let csv = "user,time,event,amount\nada,1080090067,sent,1\n,1080090067,sent,1\nada,yesterday,sent,1\nada,4000000000,sent,1\n\
        ada,1080090067,,1\nada,1080090067,sent,much\nada,1080090067\nsee you,1080090067,sent,1\nada,1080090067,sent,\n";
    let rows = read("a.csv", csv.as_bytes(), "").unwrap();
    let faults: Vec<_> = rows.iter().filter_map(|row| row.as_ref().err()).map(|f| (f.at, f.column.as_str())).collect();
    let expected = [(3, "user"), (4, "time"), (5, "time"), (6, "event"), (7, "amount"), (8, ""), (9, "user")];
    assert_eq!(faults, expected);
    assert_eq!(rows.iter().filter(|row| row.is_ok()).count(), 2);
    // Whichever way lines end, and with empty ones and a broken one between them.
    let rows = "user,time,text\nada,1080090067,\"a\nb\"\n\n,1080090067,x\n,1080090067,y";
    for text in
        [rows.to_owned(), format!("{rows}\n"), rows.replace('\n', "\r\n"), format!("{rows}\n").replace('\n', "\r\n")]
    {
        let rows = read("a.csv", text.as_bytes(), "").unwrap();
        let lines: Vec<u64> = rows.iter().filter_map(|row| row.as_ref().err()).map(|fault| fault.at).collect();
        assert_eq!(lines, [5, 6], "{text:?}");
    }
    // A day may not be taken for seconds, in whichever format it comes.
    let table = table(AS_NUMBERS, &[20_240_131]);
    let days = [
        ("a.csv", &b"user,time\nada,20240131\n"[..]),
        ("a.jsonl", b"{\"user\":\"ada\",\"time\":20240131}"),
        ("a.parquet", &table[..]),
    ];
    for (name, bytes) in days {
        let rows = read(name, bytes, "").unwrap();
        let fault = rows[0].as_ref().unwrap_err();
        assert!(fault.column == "time" && fault.words.contains("may be the day 2024-01-31"), "{}", fault.words);
    }
    let latin = read("a.csv", b"user,time\n\xe9lodie,1080090067\n", "").unwrap();
    assert_eq!(latin[0].as_ref().unwrap_err().words, "it is not UTF-8");
    let json = read("a.jsonl", b"{\"user\":\"ada\",\"time\":1}\nnothing\n", "").unwrap();
    assert_eq!(json[1].as_ref().unwrap_err().at, 2);
    // What the first line does not have may come later.
    let json = read(
        "a.jsonl",
        b"{\"user\":\"ada\",\"time\":1}\n{\"user\":\"ada\",\"time\":1,\"peer\":\"ben\",\"kind\":\"sent\"}\n",
        "",
    );
    let json = json.unwrap();
    let later = json[1].as_ref().unwrap();
    assert_eq!((later.peer.as_deref(), later.name.as_str()), (Some("ben"), "sent"));
}

#[test]
fn a_file_without_who_or_when_is_refused_in_words() {
    for (name, bytes, map, words) in [
        ("a.csv", "", "", "there is no column `user`"),
        ("a.csv", "who,time\nada,1\n", "", "--map user=COLUMN"),
        ("a.csv", "who,time\nada,1\n", "user=whom", "the file has who, time"),
        ("a.csv", "user,time,user\nada,1,ben\n", "", "the column `user` is there more than once"),
        ("a.jsonl", "{\"who\":1}", "", "there is no column `user`"),
        ("a.parquet", "", "", "it cannot be read"),
        ("a.parquet", "PAR1 nothing PAR1", "", "it cannot be read"),
        ("a.csv.gz", "", "", ""),
    ] {
        let error = read(name, bytes.as_bytes(), map).unwrap_err();
        assert!(error.message.contains(words) && error.message.contains(name), "{}", error.message);
    }
    for wrong in ["user", "user=", "text=body", "user=a,user=b"] {
        assert!(Columns::parse(wrong).is_err(), "{wrong}");
    }
    assert_eq!(Format::of(Path::new("a.txt")), None);
    assert!(digest(Path::new("/nowhere/a.csv")).is_err());
    assert!(read("empty.jsonl", b"", "").unwrap().is_empty());
}

#[test]
fn import_row_bytes_stop_a_row_that_has_no_end() {
    let endless = format!("user,time\n\"{}", "x".repeat(3 * limits::IMPORT_ROW_BYTES));
    assert!(read("a.csv", endless.as_bytes(), "").unwrap_err().message.contains("quotation mark"));
    let line = |bytes: usize| format!("{{\"user\":\"ada\",\"time\":1,\"text\":\"{}\"}}\n", "x".repeat(bytes));
    assert_eq!(read("a.jsonl", line(limits::IMPORT_ROW_BYTES / 2).as_bytes(), "").unwrap().len(), 1);
    assert!(read("a.jsonl", line(limits::IMPORT_ROW_BYTES).as_bytes(), "").unwrap_err().message.contains("line 1"));
}

#[test]
fn faults_named_are_the_first_and_all_are_counted() {
    let dir = TempDir::new().unwrap();
    let lines: String = (0..limits::FAULTS_NAMED + 5).map(|_| "ada,never,sent\n").collect();
    let path =
        file(&dir, "a.csv", format!("user,time,event\n{lines}ben,1080090067,sent\nben,1080090069,read\n").as_bytes());
    let report = check(&path, Format::Csv, &Columns::default(), NOW, || {}).unwrap();
    assert_eq!((report.faults.len(), report.bad), (limits::FAULTS_NAMED, limits::FAULTS_NAMED as u64 + 5));
    assert_eq!((report.rows, report.members), (limits::FAULTS_NAMED as u64 + 7, 1));
    assert_eq!(report.events["read"], (1, 1_080_090_069_000, 1_080_090_069_000));
}

#[test]
fn amounts_that_are_rounded_are_counted() {
    let dir = TempDir::new().unwrap();
    let amounts = ["2", "2.0", "2.49", " 0.5 ", "-1.25", "1e3", ""];
    let lines: String = amounts.iter().map(|amount| format!("ada,1080090067,paid,{amount}\n")).collect();
    let path = file(&dir, "a.csv", format!("user,time,event,amount\n{lines}").as_bytes());
    let report = check(&path, Format::Csv, &Columns::default(), NOW, || {}).unwrap();
    assert_eq!((report.rows, report.bad, report.rounded), (7, 0, 3));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn broken_parquet_is_refused_and_breaks_nothing(at in 0..900_usize, byte in any::<u8>(), cut in any::<bool>()) {
        let whole = table(IN_MILLISECONDS, &[1_080_090_067_000; 7]);
        let at = at % whole.len();
        let broken = if cut { whole[..at].to_vec() } else { [&whole[..at], &[byte], &whole[at + 1..]].concat() };
        if let Ok(rows) = read("a.parquet", &broken, "") {
            prop_assert!(rows.len() <= 7);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in prop::collection::vec(any::<u8>(), 0..200)) {
        read("a.csv", &[b"user,time\n".as_slice(), &text].concat(), "").ok();
        read("a.jsonl", &text, "").ok();
    }
}

#[test]
fn import_members_counted_bounds_who_is_told_apart_and_not_what_is_read() {
    let dir = TempDir::new().unwrap();
    let members = limits::IMPORT_MEMBERS_COUNTED + 2;
    let mut table = String::from("user,time,event\n");
    (0..members).for_each(|member| writeln!(table, "u{member},1700000000,seen").unwrap());
    let path = file(&dir, "many.csv", table.as_bytes());
    let report = check(&path, Format::Csv, &Columns::default(), NOW, || {}).unwrap();
    assert_eq!((report.rows, report.bad, report.members), (members as u64, 0, limits::IMPORT_MEMBERS_COUNTED));
}
