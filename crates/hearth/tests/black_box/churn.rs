//! Who is about to leave, from the command line: logs that are small, one-sided or broken, and SIGKILL while learning.

use std::{fmt::Write as _, path::Path, process::Stdio, time::Duration};

use hearth_kernel::Rng;
use serde_json::Value;

use crate::support::{Place, hearth, run, text};

const START: i64 = 1_462_147_200;
const DAY: i64 = 86_400;

/// Sixty people who come each day, until one in two stops on a day of their own.
fn log(days: i64, may_leave: bool) -> String {
    let rng = Rng::from_number(4);
    let mut rows = "user,time,kind,peer\n".to_owned();
    for member in 0..60 {
        let stays = if may_leave && rng.one_in(2) { 20 + rng.below(120) as i64 } else { days };
        for day in 0..stays.min(days) {
            let at = START + day * DAY + rng.below(DAY as u64) as i64;
            writeln!(rows, "m{member},{at},msg,m{}", (member + 1) % 60).expect("a text");
        }
    }
    rows
}

/// What a command says of a log: its standard output, or what it was refused with.
async fn churn(place: &Place, name: &str, log: &[u8], arguments: &[&str]) -> Result<String, String> {
    let file = place.path().join(name);
    std::fs::write(&file, log).expect("the folder is ours");
    let (verb, options) = arguments.split_first().expect("a verb");
    let file = file.to_str().expect("a plain path");
    let output = run(hearth(place, &[&["churn", verb, "--events", file], options].concat())).await;
    let [said, refused] = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    if output.status.success() { Ok(said) } else { Err(refused) }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_says_too_little_is_refused_in_words() {
    let place = Place::embedded();
    let out = place.path().join("out");
    let out = ["--out", out.to_str().expect("a plain path")];
    let one: String = (0..150).map(|day| format!("ada,{}\n", START + day * DAY)).collect();
    let one = format!("user,time\n{one}");
    let stay = log(150, false);
    let known = "rows with a known outcome, of which 0 left";
    for (log, arguments, words) in [
        ("user,time\n", &["score"][..], "the log holds no events that count"),
        ("user,time\nada,4000000000\n", &["score"], "dated after tomorrow: 1 rows."),
        ("usr,time\nada,1\n", &["score"], "Say which one it is: --map user=usr"),
        ("user,time\nada,1462147200\nben,soon\n", &["score"], "line 3, column time: `soon` is not a time"),
        (&one, &["backtest", out[0], out[1]], "no cut-off has 30 members"),
        (&one, &["report", out[0], out[1]], "no cut-off has 30 members"),
        (&one, &["train", out[0], out[1]], known),
        (&one, &["score"], known),
        (&one, &["explain", "--member", "ada"], known),
        (&stay, &["train", out[0], out[1]], known),
        (&stay, &["explain", "--member", "m1"], known),
        (&stay, &["score", "--as-of", "1462147200000"], "is no time between 1970 and 2106"),
    ] {
        let refused = churn(&place, "log.csv", log.as_bytes(), arguments).await.expect_err("it is refused");
        assert!(refused.contains(words), "{arguments:?}: {refused}");
        assert!(!Path::new(out[1]).exists(), "{arguments:?}");
    }
    let said = churn(&place, "log.csv", stay.as_bytes(), &["backtest", out[0], out[1], "--without-reasons"]).await;
    assert!(said.expect("a backtest always predicts").contains("Nobody left, so there is no order to judge."));
    let rows = std::fs::read_to_string(out[1]).expect("it was written");
    let p = |row: &str| row.split(',').nth(2).and_then(|p| p.parse::<f64>().ok()).expect("a probability");
    assert!(rows.lines().count() > 60 && rows.lines().skip(1).map(p).all(|p| (0.0..0.5).contains(&p)));
    place.discard().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_written_does_not_take_the_place_of_the_log() {
    let place = Place::embedded();
    let all = log(150, true);
    let out = place.path().join(".").join("log.csv");
    let out = out.to_str().expect("a plain path");
    for verb in ["train", "backtest", "report"] {
        let refused = churn(&place, "log.csv", all.as_bytes(), &[verb, "--out", out]).await.expect_err("it is refused");
        assert!(refused.contains("give --out another name"), "{verb}: {refused}");
        assert_eq!(std::fs::read_to_string(out).expect("it is there"), all, "{verb}");
    }
    place.discard().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_was_wrong_once_moves_no_cut_off_and_hardly_a_prediction() {
    let place = Place::embedded();
    let out = place.path().join("out.csv");
    let out = out.to_str().expect("a plain path");
    let mut told = Vec::new();
    let all = log(150, true);
    for stray in ["", "m3,1,msg,\n", "m3,0,msg,\n", &format!("m3,{},msg,\n", START + 250 * DAY)] {
        let said = churn(&place, "log.csv", format!("{all}{stray}").as_bytes(), &["backtest", "--out", out]).await;
        assert!(said.is_ok(), "{stray}: {said:?}");
        let scored = churn(&place, "log.csv", format!("{all}{stray}").as_bytes(), &["score", "--json"]).await;
        let scored: Value = serde_json::from_str(&scored.expect("it is scored")).expect("JSON");
        let rows = std::fs::read_to_string(out).expect("it was written");
        let row = |row: &str| {
            let mut cells = row.split(',').map(str::to_owned);
            let who = (cells.next().expect("a cut-off"), cells.next().expect("a member"));
            (who, cells.next().and_then(|p| p.parse::<f64>().ok()).expect("a probability"))
        };
        let (who, p): (Vec<_>, Vec<f64>) = rows.lines().skip(1).map(row).unzip();
        told.push((who, p, [scored["at"].clone(), scored["active"].clone()]));
    }
    for (who, p, scored) in &told[1..] {
        assert_eq!((who, scored), (&told[0].0, &told[0].2));
        assert!(p.iter().zip(&told[0].1).all(|(one, other)| (one - other).abs() < 0.1), "a prediction moved");
    }
    place.discard().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn training_that_is_killed_leaves_a_whole_model_or_none() {
    let place = Place::embedded();
    let (events, model) = (place.path().join("log.csv"), place.path().join("a.model"));
    std::fs::write(&events, log(150, true)).expect("the folder is ours");
    let [events, file] = [&events, &model].map(|path| path.to_str().expect("a plain path"));
    let train = || hearth(&place, &["churn", "train", "--events", events, "--out", file]);
    let score = ["churn", "score", "--events", events, "--model", file, "--json"];
    let rng = Rng::from_os();
    let mut said = None;
    for round in 0..5 {
        let mut child = train().stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        tokio::time::sleep(Duration::from_micros(rng.below(2_000_000))).await;
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        if round == 3 {
            assert!(run(train()).await.status.success(), "what was left is no obstacle");
        }
        if model.exists() {
            let output = run(hearth(&place, &score)).await;
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            assert_eq!(*said.get_or_insert_with(|| output.stdout.clone()), output.stdout, "the same model each time");
        }
    }
    let said: Value = serde_json::from_slice(&said.expect("a model was learned")).expect("JSON");
    expect_an_explanation(&place, &said["members"][0], &["--events", events, "--model", file]).await;
    place.discard().await;
}

/// The first reason with its number, in the words of two languages.
async fn expect_an_explanation(place: &Place, member: &Value, options: &[&str]) {
    let (name, unit) = (text(member, "member"), text(&member["reasons"][0]["shown"], "unit"));
    let words = match unit.as_str() {
        "days" => [" day", " 天"],
        "times" => [" times", " 倍"],
        "percent" => [" %;", " %;"],
        _ => [": ", ": "],
    };
    for (language, word) in ["en", "zh-Hans"].into_iter().zip(words) {
        let explain = [&["churn", "explain", "--member", &name, "--language", language], options].concat();
        let output = run(hearth(place, &explain)).await;
        let said = String::from_utf8_lossy(&output.stdout);
        let reason = said.lines().nth(1).expect("a reason");
        assert!(reason.contains(word) && !reason.contains("NaN") && !reason.contains('\u{2068}'), "{unit}: {said}");
    }
}
