//! Two real communities, whole: a channel's log of nine months and an edge log of 59,835 messages.

use hearth_matrix::archive::{Options, Request, time_zone};

use super::{import_shared, messages, request, shared_file};

fn runtime() -> tokio::runtime::Runtime {
    let built = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    built.expect("a runtime")
}

#[test]
fn every_message_of_the_qtox_channel_arrives_once_and_in_order() {
    let Some(bytes) = shared_file("qtox-irc/qtox.log.gz") else { return };
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let said = |line: &str| {
        let (author, rest) = line.get(20..)?.strip_prefix('<')?.split_once("> ")?;
        Some((author.to_lowercase(), serde_json::to_string(rest).expect("a text")))
    };
    let expected: Vec<(String, String)> = text.lines().filter_map(said).collect();
    runtime().block_on(async {
        let (place, summary) = import_shared(request(bytes)).await;
        assert_eq!((summary.messages, summary.bad), (37_325, 0));
        let found = messages(&place).await;
        assert!(found.is_sorted_by_key(|(_, at_ms, _)| *at_ms), "times rise");
        let texts: Vec<_> = found.iter().filter(|(_, _, content)| content.contains("\"m.text\"")).collect();
        assert_eq!((texts.len(), expected.len()), (35_584, 35_584));
        for ((_, _, content), (author, body)) in texts.iter().zip(&expected) {
            assert!(content.contains(&format!("\"body\":{body}")), "{author}: {body} is not {content}");
        }
    });
}

#[test]
fn every_edge_of_collegemsg_arrives_once_and_in_order() {
    let Some(bytes) = shared_file("collegemsg/CollegeMsg.txt") else { return };
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let edge = |line: &str| {
        let mut fields = line.split(' ');
        let (from, _to) = (fields.next()?, fields.next()?);
        Some((format!("@cm_{from}:test.example"), fields.next()?.parse::<i64>().ok()? * 1000))
    };
    let mut expected: Vec<(String, i64)> = text.lines().filter_map(edge).collect();
    runtime().block_on(async {
        let options = Options { format: None, time_zone: time_zone("UTC").expect("a zone"), date: None };
        let wanted = Request { options, room: None, prefix: "cm_".to_owned(), ..request(bytes) };
        let (place, summary) = import_shared(wanted).await;
        assert_eq!((summary.messages, summary.people, summary.bad), (59_835, 1_899, 0));
        let mut found: Vec<(String, i64)> =
            messages(&place).await.into_iter().map(|(sender, at_ms, _)| (sender, at_ms)).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found.len(), 59_835);
        assert!(found == expected, "who wrote when is what the log says");
    });
}
