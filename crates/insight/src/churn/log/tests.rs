//! Logs whole and broken: what is read, what is counted and left out, and what refuses a file.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use hearth_kernel::Result;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::ingest::Columns;

const NOW_MS: i64 = 1_767_225_600_000;

fn read_as(name: &str, bytes: &[u8], map: &str) -> Result<Log> {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    Log::read(&file, &Columns::parse(map)?, NOW_MS)
}

fn csv(text: &str) -> Result<Log> {
    read_as("log.csv", text.as_bytes(), "")
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// Events in words.
fn told(log: &Log) -> Vec<String> {
    let name = |names: &Names, number: u32| if number == NOBODY { "-" } else { names.name(number) }.to_owned();
    let event = |event: &Event| {
        let kind = log.kinds.name(event.kind.into());
        let (peer, room) = (name(&log.members, event.peer), name(&log.rooms, event.room));
        format!("{} {} {kind} {peer} {room}", event.at, log.members.name(event.member))
    };
    log.events.iter().map(event).collect()
}

#[test]
fn the_same_log_is_read_from_every_format_and_in_every_order() {
    let expected = ["1462147200 ada msg ben c1", "1462147201 ben event - -"];
    let csv = "user,time,kind,peer,room\nada,1462147200,msg,ben,c1\nben,1462147201,,,\n";
    for (name, text) in [
        ("a.csv", csv.to_owned()),
        ("no-ending", csv.to_owned()),
        ("of-windows.csv", format!("\u{feff}{}", csv.replace('\n', "\r\n"))),
        ("quoted.csv", "\"user\",\"time\",\"kind\",\"peer\",\"room\"\n\"ada\",\"1462147200\",msg,ben,c1\n\"ben\",1462147201,\"\",NaN,\n".to_owned()),
        ("unsorted.csv", "time,peer,user,room,kind\n1462147201,,ben,,\n1462147200,ben,ada,c1,msg\n".to_owned()),
        ("in-words.csv", "user,time,kind,peer,room\nada,2016-05-02T00:00:00Z,msg,ben,c1\nben,2016-05-02T02:00:01+02:00,,,\n".to_owned()),
        ("a.jsonl", "\u{feff}{\"user\":\"ben\",\"time\":1462147201}\n{\"user\":\"ada\",\"time\":1462147200.4,\"kind\":\"msg\",\"peer\":\"ben\",\"room\":\"c1\"}\n".to_owned()),
    ] {
        let log = read_as(name, text.as_bytes(), "").unwrap();
        assert_eq!(told(&log), expected, "{name}");
        assert_eq!(told(&read_as(name, &packed(text.as_bytes()), "").unwrap()), expected, "{name}, packed");
        assert!(!log.was_in_milliseconds && log.skipped == 0 && log.repeated == 0 && log.apart.is_empty());
    }
    let other = b"who,at,what\nada,1462147200000,msg\n";
    let log = read_as("a.csv", other, "user=who,time=at,event=what").unwrap();
    assert_eq!(told(&log), ["1462147200 ada msg - -"]);
    assert!(log.was_in_milliseconds && log.notes()[0].contains("in milliseconds"), "{:?}", log.notes());
}

#[test]
fn numbers_that_a_gap_made_fractions_are_the_same_members() {
    let log = csv("user,time,peer,room\n7,1462147200,9.0,\n9,1462147260,7.0,NaN\n9,1462147320,nan,1.5\n").unwrap();
    assert_eq!(told(&log), ["1462147200 7 event 9 -", "1462147260 9 event 7 -", "1462147320 9 event - 1.5"]);
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let mut rows: Vec<String> = (0..40)
        .map(|at| format!("m{},{},k{},m{},c{}\n", at % 11, 1_462_147_201 + at / 9, at % 3, at % 7, at % 2))
        .collect();
    let read = |rows: &[String]| csv(&format!("user,time,kind,peer,room\n{}", rows.concat())).unwrap();
    let first = read(&rows);
    for _ in 0..5 {
        rows.rotate_left(7);
        rows.reverse();
        let other = read(&rows);
        assert_eq!((told(&other), &other.events), (told(&first), &first.events));
    }
}

#[test]
fn a_row_that_is_not_understood_refuses_the_file_with_its_line() {
    let wrong = [
        ("soon", "line 3, column time: `soon` is not a time"),
        ("", "`` is not a time"),
        ("NaN", "`NaN` is not a time"),
        ("inf", "`inf` is not a time"),
        ("1e300", "`1e300` is not a time"),
        ("-1", "`-1` is not a time between 1970 and 2100"),
        ("1462147200000000", "is not a time between 1970 and 2100"),
        ("1462147200000", "`1462147200000` is in milliseconds, and the times from 2 on are in seconds"),
    ];
    for (time, words) in wrong {
        let error = csv(&format!("user,time\nada,1462147200\nben,{time}\n")).err().unwrap();
        assert!(error.message.contains(words) && error.message.contains("log.csv: line 3"), "{}", error.message);
    }
    let long = "x".repeat(limits::ID_BYTES + 1);
    for (row, words) in [
        (",1462147200,msg", "line 3, column user: it names nobody"),
        ("NaN,1462147200,msg", "it names nobody"),
        ("a\0b,1462147200,msg", "column user: a name has at most 255 bytes and no control characters"),
        (&format!("{long},1462147200,msg"), "a name has at most"),
        (&format!("ada,1462147200,{long}"), "column kind: a name has at most"),
        ("ada,1462147200", "line 3: there are 2 columns, and the first line names 3"),
    ] {
        let error = csv(&format!("user,time,kind\nben,1462147200,msg\n{row}\n")).err().unwrap();
        assert!(error.message.contains(words), "{}", error.message);
    }
    let error = read_as("a.csv", b"user,time\nada,1462147200\n\xe9lodie,1462147200\n", "").err().unwrap();
    assert!(error.message.contains("line 3, column user: it is not UTF-8"), "{}", error.message);
    let error = read_as("a.jsonl", b"{\"user\":\"ada\",\"time\":1}\n\n[1]\n", "").err().unwrap();
    assert!(error.message.contains("line 3: it is not a JSON object"), "{}", error.message);
}

#[test]
fn a_file_that_is_no_log_is_refused_in_words() {
    let rows: String = (0..9_999).map(|at| format!("ada,{}\n", 1_462_147_200 + at * 7)).collect();
    let cut = packed(format!("user,time\n{rows}").as_bytes());
    for (name, bytes, words) in [
        ("a.csv", &b""[..], "there is no column `user`: the file begins with an empty line, or is empty"),
        ("a.csv", b"usr,time\nada,1\n", "Say which one it is: --map user=usr"),
        ("a.csv", b"user,timestamp\nada,1\n", "--map time=timestamp"),
        ("a.csv", b"user,zzz\nada,1\n", "--map time=COLUMN"),
        ("a.csv", b"\xff\xfeu\0s\0e\0r\0", "the first line is not UTF-8"),
        ("a.csv.gz", b"\x1f\x8b nothing that was packed", "it cannot be read"),
        ("a.csv.gz", &cut[..cut.len() / 2], "it cannot be read"),
        ("a.parquet", b"PAR1", "it cannot be read"),
        ("a.parquet", b"user,time\nada,1\n", "it cannot be read"),
    ] {
        let error = read_as(name, bytes, "").err().unwrap();
        assert!(error.message.contains(words) && error.message.contains(name), "{}", error.message);
    }
    let nowhere = Log::read(std::path::Path::new("/nowhere/a.csv"), &Columns::default(), NOW_MS).err().unwrap();
    assert!(nowhere.message.contains("/nowhere/a.csv: it cannot be read"), "{}", nowhere.message);
    for nothing in ["user,time\n", "user,time", "\n\nuser,time\r\n\r\n"] {
        assert!(csv(nothing).unwrap().events.is_empty());
    }
}

#[test]
fn what_is_to_come_is_left_out_and_counted() {
    let tomorrow = NOW_MS / 1_000 + DAY;
    let log = csv(&format!("user,time\nada,1462147200\nben,{tomorrow}\ncy,{}\n", tomorrow + 1)).unwrap();
    assert_eq!((log.events.len(), log.skipped, log.members.len()), (2, 1, 2));
    assert!(log.notes().iter().any(|note| note.ends_with("dated after tomorrow: 1 rows.")), "{:?}", log.notes());
}

#[test]
fn an_event_that_is_there_twice_counts_once() {
    let rows = "ada,1462147201,msg,ben\nada,1462147201,msg,cy\nada,1462147202,msg,ben\nada,1462147201,read,ben\n";
    let log = csv(&format!("user,time,kind,peer\n{rows}{rows}{rows}")).unwrap();
    assert_eq!(told(&log), told(&csv(&format!("user,time,kind,peer\n{rows}")).unwrap()));
    assert_eq!((log.events.len(), log.repeated), (4, 8));
    assert!(log.notes().iter().any(|note| note.ends_with("in every column: 8 rows.")), "{:?}", log.notes());
    // Where days stand for times, nobody knows whether it was twice.
    let log = csv("user,time\nada,2016-05-02T00:00:00Z\nada,2016-05-02T00:00:00Z\n").unwrap();
    assert_eq!((log.events.len(), log.repeated), (2, 0));
}

/// An hour in which somebody does one thing more often than people do, to somebody and somewhere.
fn busy_hour(from: i64, member: &str, events: i64) -> String {
    (0..events).map(|at| format!("{member},{},poll,ben,c{}\n", from + at * 3_599 / events, at % 9)).collect()
}

#[test]
fn human_events_an_hour_set_a_member_apart_from_then_on() {
    let most = limits::HUMAN_EVENTS_AN_HOUR;
    let hour = 1_462_147_200 / HOUR * HOUR;
    let text = format!(
        "user,time,kind,peer,room\n{}{}",
        busy_hour(hour, "ada", most),
        busy_hour(hour + 9 * HOUR, "bot", most + 1)
    );
    let log = csv(&text).unwrap();
    let bot = log.members.find("bot").unwrap();
    let since = log.apart[&bot];
    assert_eq!((log.apart.len(), since), (1, hour + 9 * HOUR + most * 3_599 / (most + 1)));
    assert!(!log.is_apart(bot, since) && log.is_apart(bot, since + 1), "nobody is known for it before");
    assert!(log.notes().iter().any(|note| note.starts_with("Set apart") && note.ends_with("1 members, bot")));
    // What it does later touches nobody.
    let later = csv(&format!("{text}bot,{},poll,ben,c1\n", hour + 99 * HOUR)).unwrap();
    let last = later.events.last().unwrap();
    assert_eq!((last.member, last.peer, last.room), (bot, NOBODY, NOBODY));
    let people = later.of_people();
    assert!(!people.events.is_empty() && people.events.iter().all(|event| event.member != bot));
    // The same number over two hours is a person's.
    assert!(csv(&text.replace("bot,", "ada,")).unwrap().apart.len() == 1);
    let slow = format!("user,time,kind,peer,room\n{}", busy_hour(hour + HOUR / 2, "ada", most + 1));
    assert!(csv(&slow).unwrap().apart.is_empty());
}

#[test]
fn events_read_members_read_rooms_read_and_kinds_read_bound_a_log_in_memory() {
    for most in [limits::EVENTS_READ, limits::MEMBERS_READ, limits::ROOMS_READ] {
        assert_eq!(read::bounded(most, most, "rooms"), Ok(()));
        assert_eq!(read::bounded(most + 1, most, "rooms"), Err(format!("there are more than {most} rooms")));
    }
    let kinds: String = (0..=limits::KINDS_READ).map(|kind| format!("ada,1462147200,k{kind}\n")).collect();
    let error = csv(&format!("user,time,kind\n{kinds}")).err().unwrap();
    assert!(error.message.contains("line 65537: there are more than 65535 kinds"), "{}", error.message);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), which in 0..4_usize) {
        let name = ["a.csv", "a.csv.gz", "a.jsonl", "a.parquet"][which];
        let head: &[u8] = [b"user,time\nada,".as_slice(), b"\x1f\x8b", b"{\"user\":1,\"time\":", b"PAR1"][which];
        read_as(name, &[head, &bytes].concat(), "").ok();
    }
}
