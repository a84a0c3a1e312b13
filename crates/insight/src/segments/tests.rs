//! Segments from beginning to end, on both databases.

use std::{collections::HashMap, sync::Arc};

use hearth_kernel::{Kind, ManualClock, limits, ports::Export};
use hearth_store::{
    Entry, Store, StoredFact,
    testing::{TestPlace, context, on_both},
};
use serde_json::{Value, json};

use super::{BUILT_INS, Chances, MIGRATIONS, Needs, Said, Saying, Segments, store};
use crate::{
    Reader,
    churn::reason::Cause,
    features::Group,
    ingest::Ingest,
    signals::{Id, PRODUCT_ACTIVITY, PRODUCT_FRICTION, Signal, SignalLog, Stream, Workspace},
    testing::AllButOne,
    withhold::LEAST,
};

/// 2026-01-01, a midnight.
const START: i64 = 1_767_225_600;
const DAY: i64 = 86_400;

struct Shop {
    store: Arc<Store>,
    clock: Arc<ManualClock>,
    log: Arc<SignalLog>,
    segments: Arc<Segments>,
}

impl Shop {
    /// Thirty members: ten come every day, ten until day 20, ten until day 5. It is day 30.
    async fn open(place: &TestPlace, said: Said) -> Self {
        let (context, clock) = context(1);
        let store = place.open(&context, &[crate::ingest::MIGRATIONS, MIGRATIONS].concat()).await;
        let log = Arc::new(SignalLog::open(&place.path().join("signals")).unwrap());
        let ingest = Ingest::new(store.clone(), context.clone(), log.clone()).await.unwrap();
        let consent = Arc::new(AllButOne("m0"));
        let segments = Segments::new(Needs {
            store: store.clone(),
            context: context.clone(),
            consent: consent.clone(),
            signals: log.clone(),
            reader: Arc::new(Reader::new(log.clone(), ingest, consent, context)),
            scoring: Arc::new(Saying(said)),
        });
        let shop = Self { store, clock, log, segments };
        let mut signals = Vec::new();
        for day in 0..30 {
            let there = (0..30).filter(|member| day < [30, 20, 5][member / 10]);
            signals.extend(there.map(|member| signal(&format!("m{member}"), START + day * DAY + member as i64)));
        }
        shop.add(&Workspace::home(), signals).await;
        shop.set(START + 30 * DAY + 7_200);
        shop
    }

    async fn add(&self, workspace: &Workspace, signals: Vec<Signal>) {
        let from = signals.first().map_or(0, |signal| signal.at_ms);
        let numbered = signals.into_iter().zip(from..).map(|(signal, position)| Signal { position, ..signal });
        self.log.append(workspace, &Stream::parse("test").unwrap(), numbered.collect()).await.unwrap();
    }

    fn set(&self, at: i64) {
        self.clock.set_ms(at * 1_000);
    }

    async fn put(&self, name: &str, rule: &str) -> hearth_kernel::Result<Value> {
        self.segments.put(&Workspace::home(), name, rule).await
    }

    /// Of a segment, the number of members of the newest day, and who they are.
    async fn of(&self, name: &str) -> (Option<u64>, Vec<String>) {
        let answer = self.segments.members(&Workspace::home(), name, ("", 100), 1).await.unwrap();
        let names = answer["names"].as_array().into_iter().flatten();
        (answer["members"].as_u64(), names.map(|row| row["member"].as_str().unwrap().to_owned()).collect())
    }

    async fn close(self) {
        drop(self.segments);
        self.store.close().await;
    }
}

fn signal(member: &str, at: i64) -> Signal {
    Signal::new(&PRODUCT_ACTIVITY, Id::parse(member).unwrap(), at * 1_000, 0, 0)
}

fn message(result: hearth_kernel::Result<Value>) -> String {
    result.unwrap_err().message.into_owned()
}

#[test]
fn segments_are_counted_every_day_and_tell_who_came_and_went() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Said::default()).await;
        let home = Workspace::home();
        shop.put("away", "silence >= 9").await.unwrap();
        shop.segments.tick().await.unwrap();
        // m0 does not agree, so nine are there every day. Silent since day 19: 10 days.
        assert_eq!(shop.of("away").await.0, Some(20));
        assert_eq!((shop.of("current").await.0, shop.of("at-risk-month").await.0), (Some(9), Some(20)));
        let first = store::moves(&shop.store, "home", "away", START / DAY + 29).await.unwrap();
        assert_eq!(first, (0, 0), "who is in it from the beginning has not come into it");

        // The next day one comes back and the nine stay away.
        shop.add(&home, vec![signal("m11", START + 30 * DAY + 8_000)]).await;
        shop.set(START + 31 * DAY + 7_200);
        shop.segments.tick().await.unwrap();
        shop.segments.tick().await.unwrap();
        let (count, names) = shop.of("away").await;
        assert_eq!((count, names.len(), names.contains(&"m11".to_owned())), (Some(19), 19, false));
        let shown = shop.segments.show(&home, "away", 1).await.unwrap();
        assert_eq!(shown["days"].as_array().unwrap().len(), 2);
        let day = &shown["days"][0];
        assert_eq!((&day["members"], &day["entered"], &day["gone"]), (&json!(19), &json!(0), &json!(1)));
        // One who went is too few to be told, and does not follow from the days.
        let kept = shop.segments.show(&home, "away", LEAST).await.unwrap();
        assert_eq!((&kept["days"][0]["gone"], &kept["days"][0]["members"]), (&json!(null), &json!(null)));

        // Those who are gone from the log's beginning are in no segment; an unknown one is told with those that there are.
        let unknown = shop.segments.show(&home, "awya", 1).await;
        assert!(message(unknown).contains("no segment `awya` in the workspace home: away"));
        shop.close().await;
    });
}

#[test]
fn rules_tell_what_members_did_from_what_befell_them() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Said::default()).await;
        let failed = (0..12).map(|member| {
            let id = Id::parse(&format!("m{member}")).unwrap();
            Signal::new(&PRODUCT_FRICTION, id, (START + 29 * DAY + 100 + member) * 1_000, 0, 0)
        });
        shop.add(&Workspace::home(), failed.collect()).await;
        shop.put("troubled", "friction-10d > 0").await.unwrap();
        shop.segments.tick().await.unwrap();
        // m0 does not agree.
        assert_eq!(shop.of("troubled").await.0, Some(11));
        shop.close().await;
    });
}

#[test]
fn a_version_is_checked_held_against_the_one_before_and_counted_at_once() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Said::default()).await;
        let home = Workspace::home();
        assert_eq!(shop.put("away", " silence >= 9\n").await.unwrap()["version"], 1);
        shop.segments.tick().await.unwrap();
        let again = shop.put("away", "silence >= 9").await.unwrap();
        assert_eq!((&again["version"], &again["is_new"]), (&json!(1), &json!(false)), "it may be said twice");
        let wrong = shop.put("away", "silence >= 9 and\n  valeu > 3").await.unwrap_err();
        let body: Value = serde_json::from_str(wrong.body.as_deref().unwrap()).unwrap();
        let fault = &body["faults"][0];
        assert_eq!((&fault["line"], &fault["column"]), (&json!(2), &json!(3)));
        assert!(fault["suggestion"].as_str().unwrap().contains("`value`"), "{body}");
        assert_eq!(shop.put("away", "silence >= 20 and active-days > 1").await.unwrap()["version"], 2);
        shop.segments.tick().await.unwrap();
        assert_eq!(shop.of("away").await.0, Some(10));
        let moved = store::moves(&shop.store, "home", "away", START / DAY + 29).await.unwrap();
        assert_eq!(moved, (0, 10), "as the rule is another one");

        let diff = shop.segments.diff(&home, "away", (None, None), 1).await.unwrap();
        assert_eq!((&diff["stay"], &diff["gone"], &diff["entered"]), (&json!(10), &json!(10), &json!(0)));
        assert_eq!((&diff["from"]["members"], &diff["to"]["members"]), (&json!(20), &json!(10)));
        let text = json!([{ "same": "silence >=" }, { "gone": "9" }, { "new": "20 and active-days > 1" }]);
        assert_eq!(diff["text"], text);
        let kept = shop.segments.diff(&home, "away", (Some(1), Some(2)), 11).await.unwrap();
        assert_eq!((&kept["stay"], &kept["entered"]), (&json!(null), &json!(0)));
        assert!(message(shop.segments.diff(&home, "away", (None, Some(7)), 1).await).contains("there are 2, 1"));
        assert!(message(shop.segments.diff(&home, "new", (None, None), 1).await).contains("no segment"));
        let busy = shop.segments.working.lock().await;
        let limited = shop.segments.diff(&home, "away", (None, None), 1).await.unwrap_err();
        assert_eq!(limited.kind, Kind::Limited { retry_after_ms: limits::REPORT_RETRY_MS });
        drop(busy);

        // Archived, it is counted no more; its next version brings it back. For good, nothing is left.
        shop.segments.remove(&home, "away", false).await.unwrap();
        shop.set(START + 32 * DAY);
        shop.segments.tick().await.unwrap();
        assert_eq!((shop.of("away").await.1.len(), shop.of("dormant").await.0), (0, Some(0)));
        assert_eq!(shop.put("away", "silence >= 20 and active-days > 1").await.unwrap()["version"], 3);
        shop.segments.remove(&home, "away", true).await.unwrap();
        assert!(message(shop.segments.remove(&home, "away", true).await).contains("none is saved yet"));
        assert!(message(shop.segments.remove(&home, "current", true).await).contains("always there"));
        shop.close().await;
    });
}

#[test]
fn built_in_segments_are_listed_with_what_may_be_told() {
    on_both(|place| async move {
        let home = Workspace::home();
        let shop = Shop::open(&place, Said { message: Some("Too few.".to_owned()), ..Said::default() }).await;
        let list = shop.segments.list(&home, LEAST, "en").await.unwrap();
        assert_eq!(list["segments"].as_array().unwrap().len(), BUILT_INS.len());
        assert!(list["segments"].as_array().unwrap().iter().all(|segment| segment["day"].is_null()), "{list}");
        assert!(list["scores"]["message"] == "Too few.", "{list}");
        shop.segments.tick().await.unwrap();
        let list = shop.segments.list(&home, LEAST, "en").await.unwrap();
        let of = |name: &str| {
            let segments = list["segments"].as_array().unwrap();
            segments.iter().find(|segment| segment["name"] == name).unwrap()["members"].clone()
        };
        // Nine are current: too few to be told, and what they could be worked out from is not told either. Who is at risk is
        // not known.
        assert_eq!(
            (of("current"), of("at-risk-month"), of("dormant"), of("at-risk")),
            (json!(null), json!(null), json!(0), json!(null))
        );
        let few = shop.segments.members(&home, "current", ("", 10), LEAST).await.unwrap();
        assert!(few["names"].is_null() && few["message"].as_str().unwrap().contains("under 10"), "{few}");
        let shut = shop.put("current", "silence > 3").await;
        assert!(message(shut).contains("always there"));
        shop.close().await;
    });
}

#[test]
fn rules_know_what_was_said_of_who_will_leave() {
    let chances = Chances { risk: 0.9, within: [0.2, 0.6, 0.9], reason: Some((Cause::Trust, Group::Moderation)) };
    let less = Chances { risk: 0.4, reason: None, ..chances };
    let all = [("m1", chances), ("m2", chances), ("m3", less)];
    let chances: HashMap<Box<str>, Chances> = all.map(|(member, chances)| (member.into(), chances)).into();
    on_both(move |place| {
        let said = Said { at: Some(START + 30 * DAY), message: None, chances: chances.clone() };
        async move {
            let shop = Shop::open(&place, said).await;
            for (name, rule, expected) in [
                ("risky", "risk > 0.6", &["m1", "m2"][..]),
                ("soon", "likely_gone_within(14) > 0.5", &["m1", "m2", "m3"]),
                ("later", "likely-gone-within(7) > 0.5", &[]),
                ("trust", "reason = \"trust\" and reason-in-detail = \"moderation\"", &["m1", "m2"]),
                ("unsaid", "risk is not known and active-days < 5", &[]),
            ] {
                shop.put(name, rule).await.unwrap();
                shop.segments.tick().await.unwrap();
                assert_eq!(shop.of(name).await.1, expected, "{name}");
            }
            assert_eq!(shop.of("at-risk").await.1, ["m1", "m2"]);
            shop.close().await;
        }
    });
}

#[test]
fn segment_wait_ms_is_waited_for_the_scores_of_the_day() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Said { at: Some(START + 29 * DAY), ..Said::default() }).await;
        let end_ms = (START + 30 * DAY) * 1_000;
        for (at_ms, counted) in [(limits::SEGMENT_WAIT_MS - 1, None), (limits::SEGMENT_WAIT_MS, Some(9))] {
            shop.clock.set_ms(end_ms + at_ms);
            shop.segments.tick().await.unwrap();
            assert_eq!(shop.of("current").await.0, counted);
        }
        shop.close().await;
    });
}

#[test]
fn who_has_gone_or_withdrawn_is_in_no_segment() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Said::default()).await;
        shop.segments.tick().await.unwrap();
        shop.set(START + 31 * DAY + 7_200);
        shop.segments.tick().await.unwrap();
        let theirs = shop.segments.export("m1").await.unwrap();
        let has = |field: &str, name: &str| theirs[field].as_array().unwrap().iter().any(|row| row["segment"] == name);
        assert!(has("segments", "at-risk-week") && has("moves", "current"), "{theirs}");
        assert_eq!(shop.segments.export("m0").await.unwrap()["segments"], json!([]));
        let fact = |name: &str, subject: &str, fields: &str| StoredFact {
            position: 1,
            ordinal: 0,
            name: name.to_owned(),
            subject: subject.to_owned(),
            happened_at_ms: 0,
            historical: false,
            fields: fields.to_owned(),
        };
        for (name, member, fields, is_gone) in [
            ("accounts.deactivated", "m1", "{}", true),
            ("privacy.consent_withdrawn", "m2", r#"{"purpose":"retention"}"#, true),
            ("privacy.consent_withdrawn", "m3", r#"{"purpose":"product"}"#, false),
        ] {
            shop.segments.hear(fact(name, member, fields)).await.unwrap();
            let left = shop.segments.export(member).await.unwrap();
            let gone = json!({ "segments": [], "moves": [] });
            assert_eq!(left == gone, is_gone, "{member}: {left}");
        }
        // With a workspace all its segments go.
        shop.put("mine", "value > 1").await.unwrap();
        shop.segments.hear(fact("ingest.workspace_removed", "home", "{}")).await.unwrap();
        assert_eq!(shop.segments.export("m3").await.unwrap(), json!({ "segments": [], "moves": [] }));
        assert!(store::newest_counts(&shop.store, "home").await.unwrap().is_empty());
        assert!(store::segments(&shop.store, "home").await.unwrap().is_empty());
        shop.close().await;
    });
}

/// Tables hold what they are told; a whole community of that size would take minutes.
#[test]
fn segments_and_segment_versions_are_bounded() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Said::default()).await;
        for at in 0..limits::SEGMENTS {
            shop.put(&format!("s{at}"), "value > 1").await.unwrap();
        }
        let full = shop.put("one-more", "value > 1").await;
        assert!(message(full).contains(&format!("there are {} segments already", limits::SEGMENTS)));
        for value in 2..=limits::SEGMENT_VERSIONS + 2 {
            shop.put("s0", &format!("value > {value}")).await.unwrap();
        }
        let versions = store::versions(&shop.store, "home", "s0").await.unwrap();
        assert_eq!(versions.len(), limits::SEGMENT_VERSIONS);
        assert_eq!(versions[0].number, limits::SEGMENT_VERSIONS as i64 + 2);
        // Somebody else was first.
        let mut entry = Entry::new();
        entry.statements(store::put("home", "s0", &versions[0]));
        assert_eq!(shop.store.write(entry).await.unwrap_err().code, store::TAKEN);
        shop.close().await;
    });
}

#[test]
fn segment_write_and_segment_page_cut_nobody_off_and_moves_go_with_age() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Said::default()).await;
        let (shoe, many) = (Workspace::parse("shoe").unwrap(), limits::SEGMENT_PAGE + limits::SEGMENT_WRITE + 1);
        let all = |at: i64| (0..many).map(|member| signal(&format!("n{member}"), at)).collect::<Vec<_>>();
        shop.add(&shoe, all(START + 29 * DAY)).await;
        shop.segments.tick().await.unwrap();
        let moved =
            async |name: &str, day: i64| store::moves(&shop.store, "shoe", name, START / DAY + day).await.unwrap();
        shop.set(START + 31 * DAY + 7_200);
        shop.segments.tick().await.unwrap();
        assert_eq!((moved("new", 30).await, moved("at-risk-week", 30).await), ((0, many as u64), (many as u64, 0)));
        let page = shop.segments.members(&shoe, "at-risk-week", ("", limits::SEGMENT_PAGE), LEAST).await.unwrap();
        assert_eq!(page["names"].as_array().unwrap().len(), limits::SEGMENT_PAGE);
        let next = page["next"].as_str().unwrap();
        let rest = shop.segments.members(&shoe, "at-risk-week", (next, limits::SEGMENT_PAGE), LEAST).await.unwrap();
        assert_eq!(rest["names"].as_array().unwrap().len(), many - limits::SEGMENT_PAGE);

        shop.set(START + (30 + limits::SEGMENT_MOVES_KEPT_DAYS) * DAY);
        shop.segments.tidy().await.unwrap();
        assert_eq!(moved("new", 30).await.1, many as u64);
        shop.set(START + (31 + limits::SEGMENT_MOVES_KEPT_DAYS) * DAY);
        shop.segments.tidy().await.unwrap();
        assert_eq!(moved("new", 30).await.1, 0);
        let counted = async || store::counts(&shop.store, "shoe", "new", 9).await.unwrap().len();
        assert_eq!(counted().await, 2);
        shop.clock.set_ms((START + 32 * DAY) * 1_000 + limits::SEGMENT_COUNTS_KEPT_MS);
        shop.segments.tidy().await.unwrap();
        assert_eq!(counted().await, 0);
        shop.close().await;
    });
}

#[test]
fn segments_exported_bound_what_a_member_has_of_themselves() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Said::default()).await;
        let days: Vec<i64> = (0..=limits::SEGMENTS_EXPORTED as i64).collect();
        for days in days.chunks(limits::SEGMENT_WRITE) {
            let mut entry = Entry::new();
            entry.statements(days.iter().flat_map(|day| store::moved(("home", "away", *day), "m7", true, Some(false))));
            shop.store.write(entry).await.unwrap();
        }
        let theirs = shop.segments.export("m7").await.unwrap();
        assert_eq!(theirs["moves"].as_array().unwrap().len(), limits::SEGMENTS_EXPORTED);
        assert_eq!(theirs["segments"].as_array().unwrap().len(), 1);
        shop.close().await;
    });
}
