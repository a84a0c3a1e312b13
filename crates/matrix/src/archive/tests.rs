//! The whole way from bytes to steps: on anything at all, and on the logs of two
//! real communities if `HEARTH_SHARED` names the folder that has them.

use std::collections::HashSet;
use std::fs;
use std::io::Read as _;
use std::path::PathBuf;

use flate2::read::GzDecoder;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;

fn shared(path: &str) -> Option<PathBuf> {
    std::env::var_os("HEARTH_SHARED").map(|folder| PathBuf::from(folder).join("data").join(path))
}

fn options(zone: &str) -> Options {
    Options { format: None, time_zone: time_zone(zone).expect("a zone of the database"), date: None }
}

#[test]
fn a_channel_of_nine_months_is_read_whole() {
    let Some(path) = shared("qtox-irc/qtox.log.gz") else {
        return;
    };
    let mut bytes = Vec::new();
    let file = fs::File::open(path).expect("the log is in the folder");
    GzDecoder::new(file).read_to_end(&mut bytes).expect("the log is compressed");

    let parsed = parse(&bytes, &options("Europe/London")).expect("a known format");
    assert_eq!(parsed.source.format, Format::Qtox);
    assert_eq!(parsed.source.digest, "915698d7234f776aad0eb51af5fd86e66dcf5c86bf05803c94877e0cbd10fd1d");
    assert_eq!((parsed.bad_count, parsed.recoded), (0, 0));
    assert_eq!(parsed.ignored.into_iter().collect::<Vec<_>>(), [(Ignored::Mode, 56)]);
    assert!(parsed.lines.is_sorted_by_key(|line| line.number), "the file is in order of time");

    let count = |is: fn(&What) -> bool| parsed.lines.iter().filter(|line| is(&line.what)).count();
    assert_eq!(count(|what| matches!(what, What::Message { .. })), 35_584);
    assert_eq!(count(|what| matches!(what, What::Notice { .. })), 1_403);
    assert_eq!(count(|what| matches!(what, What::Action { .. })), 338);
    assert_eq!(count(|what| matches!(what, What::Join { .. })), 13_097);
    assert_eq!(count(|what| matches!(what, What::Part { .. })), 217);
    assert_eq!(count(|what| matches!(what, What::Quit { .. })), 12_817);
    assert_eq!(count(|what| matches!(what, What::Nick { .. })), 309);
    assert_eq!(count(|what| matches!(what, What::Topic { .. })), 8);

    let steps = plan(&parsed.lines, Casemapping::Rfc1459);
    let texts: Vec<_> = steps.iter().filter(|step| matches!(step.kind, StepKind::Text { .. })).collect();
    assert_eq!(texts.len(), 35_584);
    let authors: HashSet<_> = texts.iter().map(|step| &step.sender.localpart).collect();
    assert!(authors.len() <= 258, "no more people than nicks");
}

#[test]
fn an_edge_log_of_a_community_is_read_whole() {
    let Some(path) = shared("collegemsg/CollegeMsg.txt") else {
        return;
    };
    let bytes = fs::read(path).expect("the log is in the folder");
    let parsed = parse(&bytes, &options("UTC")).expect("a known format");
    assert_eq!(parsed.source.format, Format::Edges);
    assert_eq!((parsed.lines.len(), parsed.bad_count), (59_835, 0));
    assert!(parsed.lines.is_sorted_by_key(|line| (line.at_ms, line.number)));
    let both = |line: &Line| match &line.what {
        What::Edge { from, to } => [from.clone(), to.clone()],
        other => panic!("{other:?} in an edge log"),
    };
    let people: HashSet<_> = parsed.lines.iter().flat_map(both).collect();
    assert_eq!(people.len(), 1_899);
}

proptest! {
    /// No bytes bring the reader down, and every line is accounted for.
    #[test]
    fn every_line_is_read_ignored_or_bad(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..400),
            "([0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}[ \t]?|\\[[0-9:]{8}\\] )?([<*\\-> \t]{1,3}[a-z@() ]{0,5}[>)\t]?.{0,9}\r?\n){1,9}"
                .prop_map(String::into_bytes),
        ],
        format in prop::sample::select(Format::ALL.to_vec()),
    ) {
        let options = Options {
            format: Some(format),
            time_zone: TimeZone::UTC,
            date: Some(Date::constant(2016, 6, 1)),
        };
        let parsed = parse(&bytes, &options).expect("within the limits");
        let total = parsed.lines.len() as u64 + parsed.bad_count + parsed.ignored.values().sum::<u64>();
        prop_assert_eq!(total, text::lines(&bytes).count() as u64);
        plan(&parsed.lines, Casemapping::Rfc1459);
    }
}
