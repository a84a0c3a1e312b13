//! Reports against numbers worked out by hand, and against their definitions on random logs.

use std::collections::{BTreeMap, BTreeSet};

use hearth_kernel::{Rng, limits::REPORT_PERIODS};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Cohorts, Growth, Named, Query, REPORTS, Report, report};
use crate::{
    calendar::Period,
    churn::log::Log,
    features::{DAY, Event, NOBODY},
};

/// A Monday, so that weeks of seven days begin with the log.
const MONDAY: i64 = 16_923;

/// A log of (member, day, second of it, kind, peer), of which peer and kind may be empty.
pub(super) fn log(rows: &[(&str, i64, i64, &str, &str)]) -> Log {
    let mut log = Log::default();
    for (member, day, second, kind, peer) in rows {
        let event = Event {
            at: (MONDAY + day) * DAY + second,
            member: log.members.number(member),
            peer: if peer.is_empty() { NOBODY } else { log.members.number(peer) },
            room: NOBODY,
            kind: log.kinds.number(kind) as u16,
        };
        log.events.push(event);
    }
    log.events.sort_by_key(|event| event.at);
    log
}

fn days(rows: &[(&str, &[i64])]) -> Log {
    let rows: Vec<_> =
        rows.iter().flat_map(|(member, days)| days.iter().map(move |day| (*member, *day, 60, "post", ""))).collect();
    log(&rows)
}

/// Everything told.
pub(super) fn open() -> Query {
    Query { least: 1, ..Query::default() }
}

fn value(log: &Log, which: Report, query: &Query) -> Value {
    report(log, which, query).unwrap().value
}

/// Two who came in the first week, one in the second, one in the third; five weeks.
fn small() -> Log {
    days(&[("ada", &[0, 1, 8, 15, 22, 29]), ("bob", &[2, 3, 30]), ("cy", &[9, 16, 34]), ("di", &[14])])
}

#[test]
fn growth_by_hand() {
    let answer = value(&small(), Report::Growth, &open());
    let rows = answer["periods"].as_array().unwrap();
    let of = |name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    assert_eq!(of("period"), ["2016-05-02", "2016-05-09", "2016-05-16", "2016-05-23", "2016-05-30"]);
    assert_eq!(of("active"), [2, 2, 3, 1, 3]);
    assert_eq!(of("new"), [2, 1, 1, 0, 0]);
    assert_eq!(of("kept"), [0, 1, 2, 1, 1]);
    assert_eq!(of("back"), [0, 0, 0, 0, 2]);
    assert_eq!(of("gone"), [Value::Null, json!(1), json!(0), json!(2), json!(0)]);
    assert_eq!(of("quick_ratio"), [Value::Null, json!(1.0), Value::Null, json!(0.0), Value::Null]);
    assert_eq!(of("kept_share"), [Value::Null, json!(0.5), json!(1.0), json!(1.0 / 3.0), json!(1.0)]);
}

#[test]
fn cohorts_by_hand() {
    let answer = value(&small(), Report::Cohorts, &open());
    let rows = answer["cohorts"].as_array().unwrap();
    assert_eq!(rows.len(), 5);
    let active = |row: usize| (rows[row]["members"].clone(), rows[row]["active"].clone());
    assert_eq!(active(0), (json!(2), json!([1, 1, 1, 2])));
    assert_eq!(active(1), (json!(1), json!([1, 0, 1])));
    assert_eq!(active(2), (json!(1), json!([0, 0])));
    assert_eq!(active(3), (json!(0), json!([0])));
    assert_eq!(rows[0]["share"], json!([0.5, 0.5, 0.5, 1.0]));
    assert_eq!(answer["all"][0]["members"], json!(4));
    assert_eq!(answer["all"][0]["share"], json!(0.5));

    let later = value(&small(), Report::Cohorts, &Query { is_unbounded: true, ..open() });
    assert_eq!(later["cohorts"][0]["active"], json!([2, 2, 2, 2]));
    assert_eq!(later["cohorts"][1]["active"], json!([1, 1, 1]));
    assert_eq!(later["cohorts"][2]["active"], json!([0, 0]));
}

#[test]
fn a_period_that_is_not_over_has_no_number() {
    // The fifth week has two days when the question is asked.
    let as_of = Some((MONDAY + 30) * DAY);
    let answer = value(&small(), Report::Cohorts, &Query { as_of, ..open() });
    assert_eq!(answer["cohorts"].as_array().unwrap().len(), 4);
    assert_eq!(answer["cohorts"][0]["active"], json!([1, 1, 1]));
    assert_eq!(answer["last_day"], "2016-05-31");
    let answer = value(&small(), Report::Growth, &Query { as_of, ..open() });
    assert_eq!(answer["periods"].as_array().unwrap().len(), 4);
}

#[test]
fn a_day_that_is_not_over_is_not_the_last() {
    // Noon of the log's newest day, and of the day after.
    for (day, last) in [(34, "2016-06-04"), (35, "2016-06-05"), (80, "2016-06-05")] {
        let now = Some((MONDAY + day) * DAY + DAY / 2);
        assert_eq!(value(&small(), Report::Lifecycle, &Query { now, ..open() })["last_day"], last);
    }
    let first = Query { now: Some(MONDAY * DAY + DAY / 2), ..open() };
    let refused = report(&small(), Report::Lifecycle, &first).unwrap_err();
    assert!(refused.message.contains("that day is not over"), "{}", refused.message);
}

#[test]
fn stickiness_by_hand() {
    let answer = value(&small(), Report::Stickiness, &Query { periods: Some(3), ..open() });
    let last = &answer["days"][2];
    // On the last day cy alone; in its week ada and bob too; in its 30 days all.
    assert_eq!(last["day"], "2016-06-05");
    assert_eq!((&last["day_active"], &last["week_active"], &last["month_active"]), (&json!(1), &json!(3), &json!(4)));
    assert_eq!(last["stickiness"], json!(0.25));
    // Days 5 to 34: di 1, bob 1, cy 3, ada 4.
    assert_eq!(answer["members_by_active_days"].as_array().unwrap()[..5], [2, 0, 1, 1, 0]);
}

#[test]
fn lifecycle_by_hand() {
    let answer = value(&small(), Report::Lifecycle, &Query { periods: Some(5), ..open() });
    let days = answer["days"].as_array().unwrap();
    assert_eq!(days.len(), 5);
    // The 31st day: bob is back after 26 silent days; ada was there the day before; cy and di are silent for longer.
    assert_eq!(days[0]["day"], "2016-06-01");
    let count = |day: usize| {
        ["new", "current", "returned", "at-risk-week", "at-risk-month"].map(|state| days[day][state].clone())
    };
    assert_eq!(count(0), [0, 0, 1, 1, 2]);
    assert_eq!(count(4), [0, 0, 1, 2, 1]);
    assert_eq!(answer["moves"]["from"]["at-risk-month"]["returned"], 1);
    assert_eq!(answer["moves"]["from"]["returned"]["at-risk-week"], 1);
}

/// Four newcomers, whose first months are over, and what they did.
#[test]
fn activation_by_hand() {
    let log = log(&[
        // Ada is turned to after a minute, comes on a second day and stays.
        ("ada", 0, 0, "post", ""),
        ("bob", 0, 60, "reply", "ada"),
        ("ada", 3, 0, "post", ""),
        ("ada", 40, 0, "post", ""),
        // Bob is turned to after two days and stays; cy is never, and goes; di only after a month.
        ("ada", 2, 60, "reply", "bob"),
        ("bob", 55, 0, "post", ""),
        ("cy", 1, 0, "post", ""),
        ("di", 1, 0, "post", ""),
        ("ada", 40, 1, "reply", "di"),
        ("ada", 70, 0, "post", ""),
    ]);
    let answer = value(&log, Report::Activation, &open());
    let first = &answer["first_value"];
    assert_eq!((&first["newcomers"], &first["median_seconds"]), (&json!(4), &json!(2 * DAY)));
    let within: Vec<_> = first["within_hours"].as_array().unwrap().iter().map(|row| row["members"].clone()).collect();
    assert_eq!(within, [1, 1, 2, 2]);
    assert_eq!((&answer["newcomers"], &answer["stayed"]), (&json!(4), &json!(2)));
    let act =
        |name: &str| answer["early_acts"].as_array().unwrap().iter().find(|act| act["act"] == name).unwrap().clone();
    let side = |act: &Value, side: &str| (act[side]["members"].clone(), act[side]["stayed"].clone());
    let second = act("came on a second day");
    assert_eq!((side(&second, "did"), side(&second, "others")), ((json!(1), json!(1)), (json!(3), json!(1))));
    let turned = act("somebody turned to them within a day");
    assert_eq!((side(&turned, "did"), side(&turned, "others")), ((json!(1), json!(1)), (json!(3), json!(1))));
    assert_eq!(side(&act("did: reply"), "did"), (json!(2), json!(2)));
    // A kind of one's own: ada's and bob's first reply.
    let query = Query { value_kind: Some("reply".to_owned()), ..open() };
    assert_eq!(value(&log, Report::Activation, &query)["first_value"]["within_hours"][3]["members"], 2);
    let query = Query { value_kind: Some("sing".to_owned()), ..open() };
    assert!(report(&log, Report::Activation, &query).unwrap_err().message.contains("no kind `sing`"));
}

#[test]
fn adoption_by_hand() {
    let log = log(&[
        ("ada", 0, 0, "post", ""),
        ("ada", 9, 0, "post", ""),
        ("ada", 70, 0, "post", ""),
        ("ada", 5, 0, "call", ""),
        ("bob", 0, 0, "post", ""),
        ("bob", 40, 0, "call", ""),
        ("bob", 71, 0, "call", ""),
        ("cy", 1, 0, "call", ""),
    ]);
    let answer = value(&log, Report::Adoption, &open());
    let of = |kind: &str| {
        let row = answer["kinds"].as_array().unwrap().iter().find(|row| row["kind"] == kind).unwrap();
        ["adopters", "again_known", "again", "using", "dropped", "gone"].map(|name| row[name].as_u64().unwrap())
    };
    // Ada posts again within four weeks and still does; bob dropped it and calls instead; cy is gone.
    assert_eq!(of("post"), [2, 2, 1, 1, 1, 0]);
    assert_eq!(of("call"), [3, 3, 0, 1, 1, 1]);
    assert_eq!(answer["members_by_kinds_used"].as_array().unwrap()[..2], [2, 0]);
}

#[test]
fn hours_by_hand() {
    let log = log(&[
        ("ada", 0, 3_600, "post", ""),
        ("ada", 7, 3_700, "post", ""),
        ("bob", 7, 7_199, "post", ""),
        ("bob", 8, 86_399, "post", ""),
    ]);
    let answer = value(&log, Report::Hours, &open());
    let days = answer["members_by_hour"].as_array().unwrap();
    assert_eq!((&days[0]["hours"][1], &days[1]["hours"][23], &days[1]["hours"][22]), (&json!(2), &json!(1), &json!(0)));
}

/// Members who leave after what does not work, and who do not mind what is slow.
#[test]
fn friction_that_drives_away_stands_first() {
    let rng = Rng::from_number(11);
    let chance = |percent: u64| rng.below(100) < percent;
    let names: Vec<String> = (0..500).map(|member| format!("m{member}")).collect();
    let mut rows = Vec::new();
    for name in &names {
        for week in 0..16 {
            let day = week * 7 + rng.below(7) as i64;
            rows.push((name.as_str(), day, 0, "post", ""));
            let has_failed = chance(8);
            if has_failed {
                rows.push((name.as_str(), day, 1, "send_failed", ""));
            }
            if chance(25) {
                rows.push((name.as_str(), day, 2, "slow_open", ""));
            }
            if chance(if has_failed { 40 } else { 3 }) {
                break;
            }
        }
    }
    let answer = value(&log(&rows), Report::Friction, &Query::default());
    let kinds = answer["kinds"].as_array().unwrap();
    assert_eq!((kinds.len(), &kinds[0]["kind"]), (2, &json!("send_failed")));
    let of = |at: usize, name: &str| kinds[at]["matched"][name].as_f64().unwrap();
    assert!(of(0, "low") > 0.2 && of(0, "high") < 0.55, "{answer}");
    assert!(of(1, "low") < 0.0 && of(1, "high") > 0.0, "{answer}");
    // About a third of some two hundred and fifty failures.
    assert!((60.0..140.0).contains(&of(0, "lost")), "{answer}");
}

/// A spammer turns to twelve members, six of them complain, all twelve leave; the others stay.
#[test]
fn a_wave_of_complaints_opens_an_incident_with_whom_it_touched() {
    let names: Vec<String> = (0..40).map(|member| format!("m{member}")).collect();
    let mut rows = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let stays = if at < 12 { 40 } else { 80 };
        rows.extend((0..stays).map(|day| (name.as_str(), day, 60, "post", "")));
    }
    for (at, name) in names.iter().take(12).enumerate() {
        rows.push(("spam", 40, at as i64, "msg", name.as_str()));
    }
    // The fifth to complain opens it, the sixth belongs to it.
    for (at, name) in names.iter().take(6).enumerate() {
        rows.push((name.as_str(), 40, 1_000 + at as i64 * 60, "reported", "spam"));
    }
    let all = log(&rows);
    let answer = value(&all, Report::Incidents, &Query { lists_members: true, ..Query::default() });
    let [incident] = answer["incidents"].as_array().unwrap().as_slice() else { panic!("{answer}") };
    assert_eq!(
        (&incident["what"], &incident["touched"], &incident["count"]),
        (&json!("complaints"), &json!(12), &json!(6))
    );
    assert_eq!(incident["opened_at"], "2016-06-11T00:20:40Z");
    assert_eq!((&incident["accused"], &incident["touched_names"][11]), (&json!(["spam"]), &json!("m11")));
    let matched = &incident["matched"];
    assert_eq!((&matched["touched"], &matched["left"], &matched["difference"]), (&json!(12), &json!(12), &json!(1.0)));
    // What becomes of them is not known yet, four weeks have not gone by.
    let early = Query { as_of: Some((MONDAY + 50) * DAY), ..Query::default() };
    assert_eq!(value(&all, Report::Incidents, &early)["incidents"][0]["matched"], Value::Null);
    // Four who complain are no wave.
    let four: Vec<_> = rows.iter().filter(|row| row.3 != "reported" || row.2 < 1_240).copied().collect();
    assert_eq!(value(&log(&four), Report::Incidents, &open())["incidents"], json!([]));
}

#[test]
fn a_sign_in_after_ten_refused_ones_is_a_takeover() {
    let taken = |refused: i64| {
        let mut rows: Vec<_> = (0..refused).map(|at| ("ada", 3, at * 60, "sign_in_failed", "")).collect();
        rows.extend([
            ("ada", 3, 3_000, "signed_in", ""),
            ("ada", 3, 3_100, "msg", "bob"),
            ("bob", 3, 3_200, "post", ""),
            ("cy", 3, 3_100, "msg", "di"),
        ]);
        log(&rows)
    };
    let answer = value(&taken(10), Report::Incidents, &Query { lists_members: true, ..open() });
    let incident = &answer["incidents"][0];
    assert_eq!((&incident["what"], &incident["count"]), (&json!("takeover"), &json!(1)));
    assert_eq!((&incident["touched_names"], &incident["accused"]), (&json!(["ada", "bob"]), &Value::Null));
    // Of few it is told that it happened, and not to whom.
    let few = value(&taken(10), Report::Incidents, &Query { least: 3, lists_members: true, ..open() });
    let few = &few["incidents"][0];
    for kept_back in ["touched", "count", "rooms", "touched_names", "matched"] {
        assert_eq!(few[kept_back], Value::Null, "{kept_back}");
    }
    assert_eq!(value(&taken(9), Report::Incidents, &open())["incidents"], json!([]));
}

#[test]
fn who_does_not_agree_any_more_is_named_by_no_incident() {
    let complainers = ["m0", "m1", "m2", "m3", "m4"];
    let mut rows = vec![("spam", 3, 0, "msg", "m0"), ("spam", 3, 1, "msg", "m7"), ("m7", 3, 2, "post", "")];
    let complaints = (0..).zip(complainers).map(|(at, name)| (name, 3, 1_000 + at * 60, "reported", "spam"));
    rows.extend(complaints);
    let all = log(&rows);
    let named = |log: &Log| {
        let answer = value(log, Report::Incidents, &Query { lists_members: true, ..open() });
        let incident = &answer["incidents"][0];
        (incident["accused"].clone(), incident["touched_names"].clone())
    };
    let mut touched = vec!["m0", "m7"];
    touched.extend(&complainers[1..]);
    assert_eq!(named(&all), (json!(["spam"]), json!(touched)));
    let ended = |name: &str| {
        let ended = [(all.members.find(name).unwrap(), 0)].into();
        Log { ended, ..all.clone() }.of_agreeing()
    };
    // What the accused did is not known any more, and whom they turned to neither.
    assert_eq!(named(&ended("spam")), (json!([]), json!(complainers)));
    assert_eq!(named(&ended("m7")), (json!(["spam"]), json!(complainers)));
}

/// Twelve members whose one contact is gone leave; thirty pairs who are both there stay.
#[test]
fn who_loses_a_contact_is_compared_with_who_does_not() {
    let named = |letter: &str, count: usize| (0..count).map(|at| format!("{letter}{at}")).collect::<Vec<_>>();
    let (left, gone, there, others) = (named("a", 12), named("x", 12), named("b", 30), named("y", 30));
    let mut rows = vec![("z", 0, 0, "post", ""), ("z", 111, 0, "post", "")];
    for (one, other) in left.iter().zip(&gone).chain(there.iter().zip(&others)) {
        for day in [10, 20] {
            rows.push((one, day, 0, "msg", other));
            rows.push((other, day, 1, "msg", one));
        }
    }
    rows.extend(left.iter().map(|name| (name.as_str(), 60, 0, "post", "")));
    for name in there.iter().chain(&others) {
        rows.extend([60, 90].map(|day| (name.as_str(), day, 0, "post", "")));
    }
    let answer = value(&log(&rows), Report::Contacts, &Query::default());
    let one = &answer["lost_contacts"][0];
    assert_eq!(one["lost"], "1");
    let matched = ["touched", "left", "alike"].map(|name| one["matched"][name].as_u64().unwrap());
    assert_eq!((matched, &one["matched"]["difference"]), ([12, 12, 60], &json!(1.0)));
    assert_eq!(
        (&answer["lost_contacts"][1]["matched"], &answer["lost_contacts"][3]["lost"]),
        (&Value::Null, &json!("any"))
    );
    // A day of words is no habit, and nobody is compared.
    let once: Vec<_> = rows.iter().filter(|row| row.1 != 20).copied().collect();
    assert_eq!(value(&log(&once), Report::Contacts, &open())["lost_contacts"][3]["matched"], Value::Null);
}

#[test]
fn what_is_looked_for_in_vain_is_counted_by_need() {
    let names: Vec<String> = (0..20).map(|member| format!("m{member}")).collect();
    let mut rows = Vec::new();
    for (at, name) in names.iter().enumerate() {
        rows.push((name.as_str(), 0, 0, if at < 4 { "catalogue_unmet" } else { "post" }, ""));
        if at < 12 {
            rows.extend([1, 2].map(|second| (name.as_str(), 1, second, "help_search_empty", "")));
        }
        if at >= 3 {
            rows.push((name.as_str(), 40, 0, "post", ""));
        }
    }
    let needs = |query: &Query| value(&log(&rows), Report::Demand, query)["needs"].clone();
    let all = json!([
        { "need": "help_search_empty", "times": 24, "members": 12, "gone": 3 },
        { "need": "catalogue_unmet", "times": 4, "members": 4, "gone": 3 },
    ]);
    assert_eq!(needs(&open()), all);
    let told = json!([
        { "need": "help_search_empty", "times": 24, "members": 12, "gone": null },
        { "need": "catalogue_unmet", "times": null, "members": null, "gone": null },
    ]);
    assert_eq!(needs(&Query::default()), told);
    let answer = report(&small(), Report::Demand, &open()).unwrap();
    assert_eq!(answer.value["is_known"], json!(false));
    assert!(answer.tables[0].notes[0].contains("--class KIND=unmet"));
}

#[test]
fn what_cannot_be_reported_on_is_said() {
    for (name, which, _) in REPORTS {
        let rules = vec![Named::parse("a: value > 0").unwrap()];
        let error = report(&Log::default(), *which, &Query { rules, ..open() }).unwrap_err();
        assert!(error.message.contains("the log is empty"), "{name}: {}", error.message);
    }
    let refused = |log: &Log, query: &Query| report(log, Report::Growth, query).unwrap_err().message.into_owned();
    assert!(refused(&Log::default(), &open()).contains("the log is empty"));
    let one = days(&[("ada", &[0, 5])]);
    assert!(refused(&one, &Query::default()).contains("one member in this log (1), fewer than the 10"));
    assert!(report(&one, Report::Growth, &open()).is_ok());
    let before = Query { as_of: Some(MONDAY * DAY), ..open() };
    assert!(refused(&one, &before).contains("begins on 2016-05-02; nothing happened up to 2016-05-01"));
    assert!(refused(&one, &Query { as_of: Some(-1), ..open() }).contains("no time between"));
    assert!(Report::by_name("weather").unwrap_err().message.contains("there are lifecycle, grid"));
}

#[test]
fn report_periods_bound_an_answer() {
    let one = days(&[("ada", &[0, 5])]);
    let of = |periods| report(&one, Report::Lifecycle, &Query { periods: Some(periods), ..open() });
    assert!(of(REPORT_PERIODS).is_ok());
    for periods in [0, REPORT_PERIODS + 1] {
        assert_eq!(of(periods).unwrap_err().message, "an answer has 1 to 400 periods");
    }
}

/// Numbers of members anywhere in an answer.
fn counts(value: &Value, found: &mut Vec<u64>) {
    match value {
        Value::Number(number) => found.extend(number.as_u64()),
        Value::Array(values) => values.iter().for_each(|value| counts(value, found)),
        Value::Object(map) => {
            let of_members = |name: &&String| {
                !["withheld_under", "hours", "left_after_days", "median_seconds"].contains(&name.as_str())
            };
            map.iter().filter(|(name, _)| of_members(name)).for_each(|(_, value)| counts(value, found));
        }
        _ => {}
    }
}

type Stream = Vec<(u8, i64)>;

fn stream() -> impl Strategy<Value = Stream> {
    prop::collection::vec((0_u8..40, 0_i64..120), 30..300)
}

fn of_stream(stream: &Stream) -> Log {
    let names: Vec<String> = (0..40).map(|member| format!("m{member}")).collect();
    let rows: Vec<_> =
        stream.iter().map(|(member, day)| (names[usize::from(*member)].as_str(), *day, 0, "post", "")).collect();
    log(&rows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Growth and cohorts in any order, with repetitions, are those of their definitions.
    #[test]
    fn late_and_repeated_days_change_no_number(stream in stream(), again in 0_usize..60) {
        for period in Period::ALL {
            let (mut growth, mut cohorts) = (Growth::by(period), Cohorts::by(period));
            for (member, day) in stream.iter().chain(&stream[..again.min(stream.len())]) {
                growth.observe(u32::from(*member), *day as i32);
                cohorts.observe(u32::from(*member), *day as i32);
            }
            let mut members: BTreeMap<u8, BTreeSet<i32>> = BTreeMap::new();
            for (member, day) in &stream {
                members.entry(*member).or_default().insert(period.of(*day as i32));
            }
            for at in period.of(0)..=period.of(120) {
                let was = |periods: &BTreeSet<i32>| periods.first().is_some_and(|first| *first < at);
                let count = |which: &dyn Fn(&BTreeSet<i32>) -> bool| members.values().filter(|periods| which(periods)).count() as u64;
                let active = growth.active(at);
                prop_assert_eq!(active.new, count(&|periods| periods.first() == Some(&at)));
                prop_assert_eq!(active.kept, count(&|periods| periods.contains(&at) && periods.contains(&(at - 1))));
                prop_assert_eq!(active.back, count(&|periods| periods.contains(&at) && was(periods) && !periods.contains(&(at - 1))));
                let cohort = cohorts.cohort(at);
                prop_assert_eq!(cohort.size(), active.new);
                for age in 0..10 {
                    let later = at + age as i32;
                    let came = |periods: &BTreeSet<i32>| periods.first() == Some(&at);
                    prop_assert_eq!(cohort.bounded(age), count(&|periods| came(periods) && periods.contains(&later)));
                    prop_assert_eq!(cohort.unbounded(age), count(&|periods| came(periods) && periods.last() >= Some(&later)));
                }
            }
        }
    }

    /// No answer has a number of members under the bound, and none of their differences within a sum is.
    #[test]
    fn nothing_small_is_told(stream in stream(), by in 0_usize..3, is_unbounded in any::<bool>()) {
        let log = of_stream(&stream);
        let rules = ["a: days-30d > 2", "b: value > 0", "c: not silence > 40"].map(|rule| Named::parse(rule).unwrap()).to_vec();
        let query = Query { period: Period::ALL[by], is_unbounded, rules, ..Query::default() };
        let is_told = |count: Option<i64>| count.is_none_or(|count| count == 0 || count >= 10);
        for (_, which, _) in REPORTS {
            let Ok(answer) = report(&log, *which, &query) else { continue };
            let mut found = Vec::new();
            counts(&answer.value, &mut found);
            prop_assert!(found.iter().all(|count| *count == 0 || *count >= 10), "{:?}: {}", which, answer.value);
        }
        let Ok(answer) = report(&log, Report::Cohorts, &query) else { return Ok(()) };
        for row in answer.value["cohorts"].as_array().unwrap() {
            let there: Vec<_> = row["active"].as_array().unwrap().iter().map(Value::as_i64).collect();
            let size = row["members"].as_i64();
            for count in &there {
                prop_assert!(is_told(size.zip(*count).map(|(size, count)| size - count)), "{}", row);
            }
            for pair in there.windows(2).filter(|_| is_unbounded) {
                prop_assert!(is_told(pair[0].zip(pair[1]).map(|(before, now)| before - now)), "{}", row);
            }
        }
    }
}
