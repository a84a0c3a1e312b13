//! Runs from beginning to end, on both databases.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use hearth_i18n::Cultures;
use hearth_kernel::{
    Context, Kind, ManualClock, Rng, limits,
    ports::{Answer, Consent, NoConsent, Purpose},
};
use hearth_store::{
    Entry, Store, StoredFact,
    testing::{TestPlace, context, on_both},
};
use serde_json::Value;

use super::{
    Command, LEAST_ACTIVE, MIGRATIONS, Needs, Scores, State,
    model::{Run, Score},
    service::NEVER,
    standing::{Standing, begins},
    store,
};
use crate::{
    Reader,
    churn::dataset::Row,
    features::{DAY, Seen},
    ingest::Ingest,
    signals::{Id, PRODUCT_ACTIVITY, Signal, SignalLog, Stream, Workspace},
};

/// 2026-01-01, a midnight.
const START: i64 = 1_767_225_600;
const DAYS: i64 = 58;

/// Everybody agrees but one.
struct AllButOne(&'static str);

impl Consent for AllButOne {
    fn allowed<'a>(&'a self, _: Purpose, asked: &'a [(&'a str, i64)]) -> Answer<'a, Vec<bool>> {
        Box::pin(std::future::ready(Ok(asked.iter().map(|(member, _)| *member != self.0).collect())))
    }
}

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
            consent,
            signals: log.clone(),
            reader: Arc::new(Reader::new(log.clone(), ingest)),
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
        store::last_run(&self.store, workspace.as_str()).await.unwrap().expect("a run")
    }

    async fn all(&self, workspace: &Workspace, moments: (i64, i64)) -> Vec<Score> {
        store::members(&self.store, workspace.as_str(), moments, (i64::MAX, ""), 10_000).await.unwrap()
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
        let shop = Shop::open(&place, Arc::new(NoConsent)).await;
        let (name, signals) = (workspace(), community(420, DAYS));
        let count = signals.len() as i64;
        shop.add(&name, signals).await;
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
        let seen = async |standing: &mut Standing, at| {
            let present = standing.as_of(&shop.scores.reader, &name, at).await.unwrap();
            let mut rows = BTreeMap::new();
            for member in 0..present.names.members.len() as u32 {
                if let Some(seen) = Seen::new(&present.fold, member, at) {
                    let bits: Vec<u32> = Row::read(&seen).into_iter().map(f32::to_bits).collect();
                    rows.insert(present.names.members.name(member).to_owned(), bits);
                }
            }
            rows
        };
        for day in [5, 6, 7, 20, 21, 39] {
            seen(&mut standing, START + day * DAY).await;
        }
        let at = START + 40 * DAY;
        let by_day = seen(&mut standing, at).await;
        let at_once = seen(&mut Standing::default(), at).await;
        assert_eq!(by_day.len(), at_once.len());
        assert_eq!(by_day, at_once);
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
        assert_eq!(store::of_member(&shop.store, &third).await.unwrap().len(), 1);
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
        assert_eq!(store::last_run(&shop.store, name.as_str()).await.unwrap(), None);
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
        assert!(matches!(busy.kind, Kind::Limited { .. }), "{busy}");
        drop(working);
        assert_eq!(begins(at), START + 50 * DAY);
        shop.close().await;
    });
}
