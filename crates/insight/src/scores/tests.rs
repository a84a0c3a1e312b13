//! Runs from beginning to end, on both databases.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use hearth_i18n::Cultures;
use hearth_kernel::{
    Context, Kind, ManualClock, Rng, limits,
    ports::{Consent, Export, NoConsent},
};
use hearth_store::{
    Entry, Store, StoredFact,
    testing::{TestPlace, context, on_both, sqlite_place},
};
use serde_json::{Value, json};

use super::{
    Command, LEAST_ACTIVE, MIGRATIONS, Needs, Scores, State,
    model::{self, Run, Score},
    service::{NEVER, see},
    standing::{Believed, Standing, begins},
    store,
};
use crate::{
    Reader,
    churn::{dataset::Row, engine::Learned, model::Recipe},
    features::{DAY, Seen},
    ingest::{Identities, Ingest},
    segments::Scoring,
    signals::{Id, PRODUCT_ACTIVITY, Signal, SignalLog, Stream, Workspace},
    testing::AllButOne,
};

/// 2026-01-01, a midnight.
const START: i64 = 1_767_225_600;
const DAYS: i64 = 58;

struct Shop {
    store: Arc<Store>,
    clock: Arc<ManualClock>,
    log: Arc<SignalLog>,
    scores: Arc<Scores>,
}

impl Shop {
    async fn open(place: &TestPlace, consent: Arc<dyn Consent>) -> Self {
        let (context, clock) = context(1);
        let migrations = [crate::ingest::MIGRATIONS, MIGRATIONS].concat();
        let store = place.open(&context, &migrations).await;
        let log = Arc::new(SignalLog::open(&place.path().join("signals")).unwrap());
        let scores = Self::scores(&store, &context, &log, consent, &place.path()).await;
        Self { store, clock, log, scores }
    }

    /// With a community of ninety days, and how many signals it has.
    async fn of_community(place: &TestPlace) -> (Self, Workspace, i64) {
        let shop = Self::open(place, Arc::new(NoConsent)).await;
        let (name, signals) = (workspace(), community(420, DAYS));
        let count = signals.len() as i64;
        shop.add(&name, signals).await;
        (shop, name, count)
    }

    async fn scores(
        store: &Arc<Store>,
        context: &Context,
        log: &Arc<SignalLog>,
        consent: Arc<dyn Consent>,
        folder: &Path,
    ) -> Arc<Scores> {
        let ingest = Ingest::new(store.clone(), context.clone(), log.clone()).await.unwrap();
        Scores::new(Needs {
            store: store.clone(),
            context: context.clone(),
            cultures: Arc::new(Cultures::load().unwrap()),
            consent: consent.clone(),
            signals: log.clone(),
            reader: Arc::new(Reader::new(log.clone(), ingest, consent, context.clone())),
            folder: folder.join("models"),
        })
    }

    async fn add(&self, workspace: &Workspace, signals: Vec<Signal>) {
        for signals in signals.chunks(limits::SIGNALS_FILE) {
            self.log.append(workspace, &Stream::parse("test").unwrap(), signals.to_vec()).await.unwrap();
        }
    }

    fn set(&self, at: i64) {
        self.clock.set_ms(at * 1_000);
    }

    async fn tick(&self) {
        self.scores.tick().await.unwrap();
    }

    async fn run(&self, workspace: &Workspace) -> Run {
        store::last_run(&self.store, workspace.as_str(), i64::MAX).await.unwrap().expect("a run")
    }

    async fn all(&self, workspace: &Workspace, moments: (i64, i64)) -> Vec<Score> {
        store::members(&self.store, workspace.as_str(), moments, (i64::MAX, ""), 10_000).await.unwrap()
    }

    /// The features of everybody at a moment, to the bit.
    async fn seen(&self, standing: &mut Standing, whose: Identities, at: i64) -> BTreeMap<String, Vec<u32>> {
        let present = standing.as_of(&self.scores.reader, &workspace(), whose, at).await.unwrap();
        let mut rows = BTreeMap::new();
        for member in 0..present.names.members.len() as u32 {
            if let Some(seen) = Seen::new(&present.fold, member, at) {
                let bits: Vec<u32> = Row::read(&seen).into_iter().map(f32::to_bits).collect();
                rows.insert(present.names.members.name(member).to_owned(), bits);
            }
        }
        rows
    }

    async fn close(self) {
        drop(self.scores);
        self.store.close().await;
    }
}

fn workspace() -> Workspace {
    Workspace::parse("shop").unwrap()
}

fn signal(member: &str, at: i64, position: i64) -> Signal {
    Signal::new(&PRODUCT_ACTIVITY, Id::parse(member).unwrap(), at * 1_000, position, 0)
}

/// Members of whom each comes with a habit of their own, and a part stops coming at some day.
fn community(members: usize, days: i64) -> Vec<Signal> {
    let rng = Rng::from_number(7);
    let mut signals = Vec::new();
    for member in 0..members {
        let pause = 1 + rng.below(4) as i64;
        let leaves = if rng.below(3) == 0 { rng.below(days as u64) as i64 } else { days };
        let mut day = rng.below(10) as i64;
        while day < leaves {
            for _ in 0..=rng.below(3) {
                let at = START + day * DAY + rng.below(DAY as u64) as i64;
                signals.push(signal(&format!("member{member}"), at, 0));
            }
            day += pause + rng.below(2) as i64;
        }
    }
    signals.sort_by_key(|signal| signal.at_ms);
    (0..).zip(&mut signals).for_each(|(position, signal)| signal.position = position);
    signals
}

#[test]
fn everybody_is_scored_once_a_day_and_again_when_they_come_back() {
    on_both(|place| async move {
        let (shop, name, count) = Shop::of_community(&place).await;
        let at = START + DAYS * DAY;
        shop.set(at + 3_600);
        shop.tick().await;
        let run = shop.run(&name).await;
        assert_eq!((run.at, run.detail.state, run.is_asked), (at, State::Scored, false));
        assert!(run.detail.active >= LEAST_ACTIVE && run.detail.expected > 1.0);
        let all = shop.all(&name, (at, at + DAY)).await;
        assert_eq!(all.len(), run.detail.active);
        assert!(all.is_sorted_by(|a, b| a.p_ppm >= b.p_ppm));
        assert!(all[0].reasons.as_ref().is_some_and(|reasons| reasons[0]["cause"].is_string()));
        assert!(all[0].within.is_sorted_by(|a, b| a.1 <= b.1), "whoever is gone within a week is so within two");

        // What rules are told is the same.
        let said = shop.scores.newest(&name, at, "en").await.unwrap();
        assert_eq!((said.at, said.message, said.chances.len()), (Some(at), None, all.len()));
        let first = said.chances[all[0].member.as_str()];
        assert!(model::ppm(first.risk) == all[0].p_ppm && first.within[0] <= first.within[2] && first.reason.is_some());
        assert_eq!(shop.scores.outline(&name, at - 1, "en").await.unwrap().at, None, "what is said later is not known");

        // The same day again: nothing to do.
        shop.tick().await;
        assert_eq!(shop.run(&name).await, run);

        // Somebody comes back whose silence had been long.
        let back = all[0].member.clone();
        shop.add(&name, vec![signal(&back, at + 4_000, count)]).await;
        shop.tick().await;
        let again = shop.all(&name, (at, at + DAY)).await;
        assert_eq!(again.len(), all.len());
        let theirs = again.iter().find(|score| score.member == back).unwrap();
        assert!(theirs.at == at + DAY && theirs.p_ppm < all[0].p_ppm, "{theirs:?}");

        // The next day has a run of its own, by the model of the day before.
        shop.set(at + DAY + 60);
        shop.tick().await;
        let next = shop.run(&name).await;
        assert_eq!((next.at, &next.detail.model), (at + DAY, &run.detail.model));
        assert_eq!(store::models(&shop.store, name.as_str()).await.unwrap().len(), 1);
        shop.close().await;
    });
}

#[test]
fn a_model_is_challenged_when_it_is_old_and_what_it_said_is_held_against_what_came() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let name = workspace();
        shop.add(&name, community(540, DAYS + 30)).await;
        let at = START + DAYS * DAY;
        for day in [0, 7, 14] {
            shop.set(at + day * DAY);
            shop.tick().await;
        }
        let run = shop.run(&name).await;
        let outcome = run.detail.outcome.expect("a horizon has passed");
        assert_eq!((outcome.at, run.detail.horizon_days), (at + 7 * DAY, 7));
        assert!(outcome.members >= LEAST_ACTIVE && outcome.log_loss < 0.7, "{outcome:?}");
        let models = store::models(&shop.store, name.as_str()).await.unwrap();
        assert_eq!(models.len(), 3);
        assert_eq!(models.iter().filter(|model| model.role == store::CHAMPION).count(), 1);
        assert!(models[0].contest.is_some(), "what neither knew is there by now");

        // A model whose file is lost is learned anew.
        for model in &models {
            std::fs::remove_file(place.path().join("models/shop").join(format!("{}.json", model.version))).unwrap();
        }
        let (context, _) = context(1);
        let scores = Shop::scores(&shop.store, &context, &shop.log, Arc::new(NoConsent), &place.path()).await;
        let mut standing = Standing::default();
        let again = scores.of_day(&name, &mut standing, run.at).await.unwrap();
        assert_eq!(again.detail.state, State::Scored);
        drop(scores);
        shop.close().await;
    });
}

#[test]
fn a_day_at_a_time_is_the_same_as_all_at_once_to_the_bit() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let name = workspace();
        shop.add(&name, community(120, 40)).await;
        let mut standing = Standing::default();
        for day in [5, 6, 7, 20, 21, 39] {
            shop.seen(&mut standing, Identities::default(), START + day * DAY).await;
        }
        let at = START + 40 * DAY;
        let by_day = shop.seen(&mut standing, Identities::default(), at).await;
        let at_once = shop.seen(&mut Standing::default(), Identities::default(), at).await;
        assert_eq!(by_day.len(), at_once.len());
        assert_eq!(by_day, at_once);
        shop.close().await;
    });
}

#[test]
fn who_is_set_apart_trusted_or_another_is_so_in_the_days_that_are_over() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let there = (0..30).flat_map(|day| ["bot", "ada", "ben", "browser"].map(|member| (member, START + day * DAY)));
        let signals = (0..).zip(there).map(|(position, (member, at))| signal(member, at + position % 4, position));
        shop.add(&workspace(), signals.collect()).await;
        let mut standing = Standing::default();
        for (day, persons, apart) in [
            (20, json!({}), json!([])),
            (21, json!({}), json!(["bot"])),
            (22, json!({}), json!([])),
            (23, json!({ "browser": "ada" }), json!([])),
            // As many ids are another's, and it is another's now.
            (24, json!({ "browser": "ben" }), json!([])),
        ] {
            let (is_apart, at) = (apart != json!([]), START + day * DAY);
            let whose = json!({ "persons": persons, "apart": apart });
            let whose = || serde_json::from_value::<Identities>(whose.clone()).unwrap();
            let by_day = shop.seen(&mut standing, whose(), at).await;
            assert_eq!(by_day, shop.seen(&mut Standing::default(), whose(), at).await, "day {day}");
            assert_eq!(by_day.contains_key("bot"), !is_apart, "day {day}");
        }
        shop.close().await;
    });
}

#[test]
fn what_comes_late_for_days_that_are_over_is_in_the_scores_of_the_next_day() {
    on_both(|place| async move {
        let (shop, name, count) = Shop::of_community(&place).await;
        let at = START + DAYS * DAY;
        shop.set(at);
        shop.tick().await;
        // What an administrator accepts that was held for weeks.
        let of_day = |day: i64| (0..60).map(move |member| (format!("member{member}"), START + day * DAY + member));
        let held = (count..).zip((20..50).flat_map(of_day));
        let held = held.map(|(position, (member, at))| signal(&member, at, position));
        shop.add(&name, held.collect()).await;
        shop.set(at + DAY);
        shop.tick().await;
        let kept = shop.all(&name, (at + DAY, NEVER)).await;
        assert!(kept.len() >= LEAST_ACTIVE);
        shop.scores.of_day(&name, &mut Standing::default(), at + DAY).await.unwrap();
        assert_eq!(kept, shop.all(&name, (at + DAY, NEVER)).await);
        shop.close().await;
    });
}

#[test]
fn few_members_are_described_and_not_predicted() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let name = workspace();
        shop.add(&name, community(60, DAYS)).await;
        shop.set(START + DAYS * DAY);
        shop.tick().await;
        let run = shop.run(&name).await;
        assert_eq!(run.detail.state, State::TooFew);
        assert!(run.detail.description.is_some());
        assert!(shop.all(&name, (run.at, run.at + DAY)).await.is_empty());
        let shown = shop.scores.overview(&name, &shop.scores.tag("en")).await.unwrap();
        let says = |shown: &Value, word: &str| shown["message"].as_str().is_some_and(|message| message.contains(word));
        assert!(shown["state"] == "too-few" && says(&shown, "described"), "{shown}");
        let said = shop.scores.newest(&name, i64::MAX, "en").await.unwrap();
        assert!(said.chances.is_empty() && said.message.unwrap().contains("described"));
        assert!(says(&shop.scores.overview(&name, &shop.scores.tag("zh-CN")).await.unwrap(), "只描述现状"));

        // Nobody is there at all; and a workspace that there is not.
        let asked = |workspace: &str, as_of| Command::ScoreMembers {
            workspace: workspace.to_owned(),
            as_of,
            most: 10,
            language: "en".to_owned(),
        };
        let empty = shop.scores.administer(asked("shop", Some(START - DAY))).await.unwrap_err();
        assert_eq!(empty.kind, Kind::NotFound);
        let unknown = shop.scores.administer(asked("shoe", None)).await.unwrap_err();
        assert!(unknown.kind == Kind::NotFound && unknown.message.contains("shop"), "{}", unknown.message);
        let nowhere = Workspace::parse("shoe").unwrap();
        let unseen = shop.scores.overview(&nowhere, &shop.scores.tag("en")).await.unwrap_err();
        assert!(unseen.kind == Kind::NotFound && unseen.message.contains("shop"), "{}", unseen.message);
        let future = shop.scores.administer(asked("shop", Some(START + 99 * DAY))).await.unwrap_err();
        assert_eq!(future.kind, Kind::Invalid);
        // Old enough, but short: there were members enough on too few days.
        let young = Workspace::parse("young").unwrap();
        shop.add(&young, community(640, 9)).await;
        let shown = shop.scores.administer(asked("young", Some(START + 9 * DAY))).await.unwrap();
        assert_eq!(shown["state"], "too-young", "{shown}");
        shop.close().await;
    });
}

#[test]
fn who_does_not_agree_or_has_gone_is_in_no_score() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(AllButOne("member1"))).await;
        let home = Workspace::home();
        shop.add(&home, community(420, DAYS)).await;
        let at = START + DAYS * DAY;
        shop.set(at);
        shop.tick().await;
        let run = shop.run(&home).await;
        let all = shop.all(&home, (at, at + DAY)).await;
        assert_eq!((run.detail.left_out, all.len() + 1), (1, run.detail.active));
        assert!(all.iter().all(|score| score.member != "member1"));

        let fact = |name: &str, subject: &str, fields: &str| StoredFact {
            position: 1,
            ordinal: 0,
            name: name.to_owned(),
            subject: subject.to_owned(),
            happened_at_ms: 0,
            historical: false,
            fields: fields.to_owned(),
        };
        let [first, second, third] = [0, 1, 2].map(|place| all[place].member.clone());
        let withdrawn = |purpose: &str| format!(r#"{{"purpose":"{purpose}"}}"#);
        for (name, member, fields) in [
            ("accounts.deactivated", &first, "{}".to_owned()),
            ("privacy.consent_withdrawn", &second, withdrawn("retention")),
            ("privacy.consent_withdrawn", &third, withdrawn("product")),
        ] {
            shop.scores.hear(fact(name, member, &fields)).await.unwrap();
        }
        let left = shop.all(&home, (at, at + DAY)).await;
        let has = |member: &String| left.iter().any(|score| score.member == *member);
        assert_eq!((has(&first), has(&second), has(&third)), (false, false, true));
        let theirs = shop.scores.export(&third).await.unwrap();
        let [score] = theirs["scores"].as_array().unwrap().as_slice() else { panic!("{theirs}") };
        assert_eq!((&theirs["whole"], &score["at"]), (&json!(true), &json!(at)));
        assert_eq!(score["model"], json!(run.detail.model));
        assert!(score["last_at"].is_i64() && score["gone_within_days"]["14"].is_f64(), "{theirs}");

        // With a workspace everything goes that was learned from it.
        assert!(shop.scores.folder.join("home").exists());
        shop.scores.hear(fact("ingest.workspace_removed", "home", "{}")).await.unwrap();
        assert!(shop.all(&home, (at, at + DAY)).await.is_empty());
        assert!(store::models(&shop.store, "home").await.unwrap().is_empty());
        assert!(store::runs(&shop.store, "home", 9).await.unwrap().is_empty());
        assert!(!shop.scores.folder.join("home").exists());
        shop.close().await;
    });
}

#[test]
fn what_a_killed_run_wrote_is_not_seen_and_is_written_over() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let name = workspace();
        shop.add(&name, community(420, DAYS)).await;
        let at = START + DAYS * DAY;
        let ghost = Score {
            at,
            member: "ghost".to_owned(),
            p_ppm: 999_999,
            within: Vec::new(),
            last_at: 0,
            model: "none".to_owned(),
            reasons: None,
        };
        let mut entry = Entry::new();
        entry.statement(store::put(name.as_str(), &ghost));
        shop.store.write(entry).await.unwrap();
        assert_eq!(store::last_run(&shop.store, name.as_str(), i64::MAX).await.unwrap(), None);
        shop.set(at);
        shop.tick().await;
        assert!(shop.all(&name, (at, NEVER)).await.iter().all(|score| score.member != "ghost"));
        shop.close().await;
    });
}

#[test]
fn nothing_that_came_later_changes_what_is_said_of_a_moment() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let (whole, cut) = (workspace(), Workspace::parse("cut").unwrap());
        let at = START + 50 * DAY + 12_345;
        let signals = community(420, DAYS);
        shop.add(&cut, signals.iter().filter(|signal| signal.at_ms < at * 1_000).cloned().collect()).await;
        shop.add(&whole, signals).await;
        shop.set(START + 100 * DAY);
        let asked = |name: &Workspace| Command::ScoreMembers {
            workspace: name.as_str().to_owned(),
            as_of: Some(at),
            most: 1_000,
            language: "en".to_owned(),
        };
        let [one, other] = [shop.scores.administer(asked(&whole)).await, shop.scores.administer(asked(&cut)).await];
        let (one, other) = (one.unwrap(), other.unwrap());
        assert_eq!(one["members"], other["members"]);
        assert!(one["members"].as_array().unwrap().len() > LEAST_ACTIVE);
        // While somebody looks, whoever else asks is told to wait.
        let working = shop.scores.working.try_lock().unwrap();
        let busy = shop.scores.administer(asked(&whole)).await.unwrap_err();
        assert_eq!(busy.kind, Kind::Limited { retry_after_ms: limits::SCORES_BUSY_MS });
        drop(working);
        assert_eq!(begins(at), START + 50 * DAY);
        shop.close().await;
    });
}

/// What a run would have written of a member at a moment.
fn score(at: i64, member: usize) -> Score {
    Score {
        at,
        member: format!("n{member}"),
        p_ppm: 1_000,
        within: vec![(7, 1), (14, 2), (28, 3)],
        last_at: 0,
        model: "none".to_owned(),
        reasons: None,
    }
}

impl Shop {
    async fn put(&self, workspace: &Workspace, scores: impl Iterator<Item = Score>) {
        for scores in scores.collect::<Vec<_>>().chunks(limits::SCORES_A_WRITE) {
            let mut entry = Entry::new();
            entry.statements(scores.iter().map(|score| store::put(workspace.as_str(), score)));
            self.store.write(entry).await.unwrap();
        }
    }

    async fn finish(&self, workspace: &Workspace, at: i64, made_at_ms: i64) {
        let detail = json!({
            "state": "scored", "active": 1, "left_out": 0, "horizon_days": 7, "expected": 1.0, "moved": 0.0, "drift": [],
        });
        let run = Run { at, made_at_ms, is_asked: false, detail: serde_json::from_value(detail).unwrap() };
        let mut entry = Entry::new();
        entry.statement(store::finish(workspace.as_str(), &run));
        self.store.write(entry).await.unwrap();
    }
}

#[test]
fn scores_a_write_and_scores_a_page_cut_nobody_off() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let (name, many) = (workspace(), limits::SCORES_A_PAGE + limits::SCORES_A_WRITE + 1);
        shop.put(&name, (0..many).map(|member| score(START, member))).await;
        shop.finish(&name, START, 0).await;
        assert_eq!(shop.scores.newest(&name, i64::MAX, "en").await.unwrap().chances.len(), many);
        let mut entry = Entry::new();
        entry.statement(store::clear(name.as_str(), START));
        shop.store.write(entry).await.unwrap();
        assert_eq!(shop.all(&name, (START, NEVER)).await.len(), many - limits::SCORES_A_WRITE);
        shop.scores.clear(name.as_str(), START).await.unwrap();
        assert!(shop.all(&name, (START, NEVER)).await.is_empty());
        shop.close().await;
    });
}

#[test]
fn scores_shown_and_scores_exported_bound_what_is_told_of_one_member() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let home = Workspace::home();
        shop.put(&home, (1..=limits::SCORES_EXPORTED as i64).map(|at| score(at, 7))).await;
        let theirs = shop.scores.export("n7").await.unwrap();
        assert_eq!(theirs["whole"], true);
        shop.put(&home, std::iter::once(score(0, 7))).await;
        let theirs = shop.scores.export("n7").await.unwrap();
        let told = theirs["scores"].as_array().unwrap().len();
        assert_eq!((&theirs["whole"], told), (&json!(false), limits::SCORES_EXPORTED));
        let shown = store::member(&shop.store, "home", "n7").await.unwrap();
        assert_eq!((shown.len(), shown[0].at), (limits::SCORES_SHOWN, limits::SCORES_EXPORTED as i64));
        shop.close().await;
    });
}

#[test]
fn scores_kept_ms_is_how_long_a_run_is_kept() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let name = workspace();
        shop.put(&name, std::iter::once(score(START, 7))).await;
        shop.finish(&name, START, START * 1_000).await;
        for (after_ms, kept) in [(limits::SCORES_KEPT_MS, 1), (limits::SCORES_KEPT_MS + 1, 0)] {
            shop.clock.set_ms(START * 1_000 + after_ms);
            shop.scores.tidy().await.unwrap();
            assert_eq!(shop.all(&name, (START, NEVER)).await.len(), kept);
            assert_eq!(store::runs(&shop.store, name.as_str(), 9).await.unwrap().len(), kept);
        }
        shop.close().await;
    });
}

#[test]
fn models_kept_are_the_newest_and_the_one_that_is_believed() {
    on_both(|place| async move {
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let name = workspace();
        let folder = shop.scores.file(&name, "x").parent().unwrap().to_owned();
        std::fs::create_dir_all(folder).unwrap();
        for at in 0..limits::MODELS_KEPT as i64 + 2 {
            let model = store::ModelRow {
                version: format!("v{at}"),
                role: if at == 0 { store::CHAMPION } else { store::CHALLENGER }.to_owned(),
                at,
                made_at_ms: at,
                horizon_days: 7,
                rows: 1,
                contest: None,
            };
            let mut entry = Entry::new();
            entry.statements(store::appoint(name.as_str(), &model));
            shop.store.write(entry).await.unwrap();
            std::fs::write(shop.scores.file(&name, &model.version), "{}").unwrap();
            shop.scores.drop_old_models(&name).await.unwrap();
        }
        let models = store::models(&shop.store, name.as_str()).await.unwrap();
        // The believed one is older than all that are kept.
        assert_eq!(models.len(), limits::MODELS_KEPT + 1);
        assert_eq!(models.last().map(|model| model.version.as_str()), Some("v0"));
        assert!(!shop.scores.file(&name, "v1").exists() && shop.scores.file(&name, "v2").exists());
        shop.close().await;
    });
}

#[tokio::test]
async fn members_explained_are_the_likeliest() {
    let place = sqlite_place();
    let shop = Shop::open(&place, Arc::new(NoConsent)).await;
    let (name, at) = (workspace(), START + DAYS * DAY);
    shop.add(&name, community(420, DAYS)).await;
    let log = shop.scores.reader.log(&name, None).await.unwrap();
    let model = Believed::new(Learned::learn(&log, at, &Recipe::default(), 0, 1).unwrap());
    let scored = model.learned.score(&log, at);
    let many: Vec<_> = scored.iter().cycle().take(limits::MEMBERS_EXPLAINED + 1).cloned().collect();
    let seen = see(&model, &many, &log.members, at);
    let explained = seen.scores.iter().take_while(|score| score.reasons.is_some()).count();
    assert_eq!((explained, seen.scores.len()), (limits::MEMBERS_EXPLAINED, limits::MEMBERS_EXPLAINED + 1));
    shop.close().await;
}
