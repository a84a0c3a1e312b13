//! Reports on a log, from the command line.

use std::{io::Write, process::Output};

use flate2::{Compression, write::GzEncoder};
use serde_json::Value;

use crate::support::{Place, hearth, run};

/// What `hearth insight` says of a log with these lines, compressed.
async fn insight(lines: &str, arguments: &[&str]) -> Output {
    let place = Place::embedded();
    let file = place.path().join("events.csv.gz");
    let mut packed = GzEncoder::new(std::fs::File::create(&file).expect("a file"), Compression::fast());
    packed.write_all(lines.as_bytes()).expect("written");
    packed.finish().expect("packed");
    let file = file.to_str().expect("a plain path");
    let (report, options) = arguments.split_first().expect("a report");
    run(hearth(&place, &[&["insight", report, "--events", file], options].concat())).await
}

fn refusal(output: &Output) -> String {
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Twelve members who come on the first day, and ten of them on the next.
fn log() -> String {
    let lines = (0..12).map(|member| format!("m{member},{},msg\n", 1_462_147_200 + member));
    let again = (0..10).map(|member| format!("m{member},{},msg\n", 1_462_233_600 + member));
    std::iter::once("user,time,kind\n".to_owned()).chain(lines).chain(again).collect()
}

#[tokio::test]
async fn a_log_is_reported_on_in_a_table_and_in_json() {
    let output = insight(&log(), &["lifecycle"]).await;
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("2016-05-02   12 ") && text.contains("· stands for numbers withheld"), "{text}");

    let output = insight(&log(), &["growth", "--by", "day", "--json"]).await;
    let said: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(said["periods"][0]["new"], 12);
    // Two are gone: neither they are told, nor who was kept.
    assert_eq!((&said["periods"][1]["gone"], &said["periods"][1]["kept"]), (&Value::Null, &Value::Null));
    let output = insight(&log(), &["growth", "--by", "day", "--least", "1", "--json"]).await;
    let said: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(said["periods"][1]["gone"], 2);
}

#[tokio::test]
async fn what_is_wrong_with_a_log_is_said() {
    let says = [
        ("user,time\n", &["cohorts"][..], "the log is empty"),
        ("user,time\nada,1462147200\n", &["cohorts"], "there is one member in this log (1), fewer than the 10"),
        ("member,time\nada,1462147200\n", &["cohorts"], "there is no column `user`"),
        ("user,time\nada,soon\n", &["cohorts"], "line 2, column time: `soon` is not a time"),
        (
            "user,time\nada,1462147200\n",
            &["cohorts", "--as-of", "2016-05-32"],
            "`2016-05-32` is no time; write 2016-05-01",
        ),
        ("user,time\nada,1462147200\n", &["growth", "--timezone", "Mars/North"], "there is no time zone `Mars/North`"),
        ("user,time\nada,1462147200\n", &["growth", "--by", "decade"], "there are day, week and month"),
        ("user,time\nada,1462147200\n", &["growth", "--least", "0"], "0 is not in 1.."),
    ];
    for (lines, arguments, sentence) in says {
        let said = refusal(&insight(lines, arguments).await);
        assert!(said.contains(sentence), "{said}");
    }
}
