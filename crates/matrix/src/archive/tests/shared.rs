//! The logs of two real communities, in the folder that `HEARTH_SHARED` names.

use std::{collections::HashSet, io::Read as _, path::PathBuf};

use flate2::read::GzDecoder;

use super::*;

fn file(path: &str) -> Vec<u8> {
    let folder = std::env::var_os("HEARTH_SHARED").expect("HEARTH_SHARED names the folder of the logs");
    std::fs::read(PathBuf::from(folder).join("data").join(path)).expect("the log is in the folder")
}

#[test]
fn a_channel_of_nine_months_is_read_whole() {
    let mut bytes = Vec::new();
    GzDecoder::new(&*file("qtox-irc/qtox.log.gz")).read_to_end(&mut bytes).expect("the log is compressed");

    let parsed = parse(&bytes, &options("Europe/London"), i64::MAX).expect("a known format");
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
    let parsed = parse(&file("collegemsg/CollegeMsg.txt"), &options("UTC"), i64::MAX).expect("a known format");
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
