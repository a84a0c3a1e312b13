//! The mover: from the outbox to the log, under consent, and through kills at any point.

use std::{
    collections::BTreeMap,
    future::Future,
    path::Path,
    pin::Pin,
    sync::Arc,
    task::{Context as Waking, Poll},
    time::Duration,
};

use hearth_kernel::{
    Fact, FactKind, limits,
    ports::{Answer, Consent, Purpose},
};
use hearth_store::{Entry, Options, Store, testing};
use proptest::prelude::*;

use super::*;

static SAID: FactKind = FactKind { name: "rooms.message_sent", doc: "" };
static JOINED: FactKind = FactKind { name: "rooms.joined", doc: "" };
static UNHEARD: FactKind = FactKind { name: "rooms.unheard", doc: "" };
static ENDED: FactKind = FactKind { name: "accounts.deactivated", doc: "" };

/// Who agreed, from when until when.
#[derive(Clone, Default)]
struct Agreed(BTreeMap<&'static str, (i64, i64)>);

impl Consent for Agreed {
    fn allowed<'a>(&'a self, purpose: Purpose, asked: &'a [(&'a str, i64)]) -> Answer<'a, Vec<bool>> {
        assert_eq!(purpose, Purpose::Retention);
        let agreed =
            |(member, at): &(&str, i64)| self.0.get(member).is_some_and(|(from, until)| (*from..*until).contains(at));
        let answers = asked.iter().map(agreed).collect();
        Box::pin(async move {
            tokio::task::yield_now().await;
            Ok(answers)
        })
    }
}

const ADA: &str = "@ada:test.example";
const BO: &str = "@bo:test.example";
const CY: &str = "@cy:test.example";

fn everybody() -> Agreed {
    Agreed([ADA, BO].into_iter().map(|member| (member, (0, i64::MAX))).collect())
}

fn said_by(member: &str, at_ms: i64) -> Fact {
    Fact::new(&SAID, member, at_ms).id("room", "!r").kind("how", "start").count("size_bucket", 5)
}

/// A process: a store, and a clock that jumps ahead whenever nothing else is to be done.
fn life<T>(dir: &Path, body: impl AsyncFnOnce(Arc<Store>, Arc<SignalLog>) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let (context, _) = testing::context(1);
        let options = Options { inline: true, sqlite_synchronous: "NORMAL".to_owned(), ..Options::embedded(dir) };
        let store = Store::open(options, &context, Some("test.example"), &[]).await.unwrap();
        let log = Arc::new(SignalLog::open(&dir.join("signals")).unwrap());
        body(store, log).await
    })
}

async fn state(store: &Store, facts: impl IntoIterator<Item = Fact>) {
    let mut entry = Entry::new();
    for fact in facts {
        entry.fact(fact);
    }
    store.write(entry).await.unwrap();
}

/// Until everything is in the log and the place says so.
async fn moved(store: &Store) {
    let upto = store.position();
    let heard = || store.meter().heard().iter().any(|(name, heard)| *name == "signals" && *heard >= upto);
    while !heard() {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn move_all(store: &Arc<Store>, log: &Arc<SignalLog>, consent: Agreed) {
    let mover = Mover::new(store, log.clone(), Arc::new(consent)).await.unwrap();
    let mover = tokio::spawn(mover.run());
    moved(store).await;
    mover.abort();
}

#[test]
fn facts_become_signals_of_those_who_agreed() {
    let dir = TempDir::new().unwrap();
    life(dir.path(), async |store, log| {
        let facts = [
            said_by(ADA, NEW_YEAR_MS).id("peer", BO),
            said_by(CY, NEW_YEAR_MS),
            said_by(BO, NEW_YEAR_MS + 1).id("peer", CY),
            Fact::new(&JOINED, ADA, NEW_YEAR_MS + 2).id("room", "!r").kind("before", "none"),
            Fact::new(&UNHEARD, ADA, NEW_YEAR_MS + 3),
        ];
        state(&store, facts).await;
        move_all(&store, &log, everybody()).await;
        let all = everything(&log, &Workspace::home()).await;
        let told =
            |signal: &Signal| (signal.kind.name, signal.member.to_string(), signal.peer.as_ref().map(Id::to_string));
        assert_eq!(
            all.iter().map(told).collect::<Vec<_>>(),
            [
                ("message_sent", ADA.to_owned(), Some(BO.to_owned())),
                // Who did not agree is not named in what others do either.
                ("message_sent", BO.to_owned(), None),
                ("room_joined", ADA.to_owned(), None),
            ]
        );
        // More of it, and what is heard already is not doubled.
        state(&store, [said_by(ADA, NEW_YEAR_MS + 9)]).await;
        move_all(&store, &log, everybody()).await;
        assert_eq!(everything(&log, &Workspace::home()).await.len(), 4);
    });
}

#[test]
fn who_withdraws_consent_has_no_new_signal_from_that_moment_in_any_file() {
    let dir = TempDir::new().unwrap();
    let withdrawn_ms = NEW_YEAR_MS + 5_000;
    let mut agreed = everybody();
    agreed.0.insert(ADA, (NEW_YEAR_MS + 1_000, withdrawn_ms));
    life(dir.path(), async |store, log| {
        for second in 0..10 {
            let at_ms = NEW_YEAR_MS + second * 1_000;
            state(&store, [said_by(ADA, at_ms), said_by(BO, at_ms).id("peer", ADA), said_by(ADA, withdrawn_ms - 1)])
                .await;
        }
        move_all(&store, &log, agreed).await;
    });
    let files = files(&dir);
    assert!(!files.is_empty());
    life(&dir.path().join("elsewhere"), async |_, _| {
        let log = SignalLog::open(&dir.path().join("signals")).unwrap();
        let mut of_ada = 0;
        for workspace in log.workspaces().await.unwrap() {
            for signal in everything(&log, &workspace).await {
                if signal.member.as_str() == ADA || signal.peer.is_some_and(|peer| peer.as_str() == ADA) {
                    assert!((NEW_YEAR_MS + 1_000..withdrawn_ms).contains(&signal.at_ms));
                    of_ada += 1;
                }
            }
        }
        assert_eq!(of_ada, 4 + 4 + 10);
    });
}

#[test]
fn what_was_moved_in_needs_a_basis_and_no_consent() {
    let dir = TempDir::new().unwrap();
    life(dir.path(), async |store, log| {
        let old = said_by(CY, 1_000_000).historical(true);
        state(&store, [old.clone(), old.kind("basis", "interest"), said_by(ADA, NEW_YEAR_MS)]).await;
        move_all(&store, &log, everybody()).await;
        assert_eq!(everything(&log, &Workspace::import()).await.len(), 1);
        assert_eq!(everything(&log, &Workspace::home()).await.len(), 1);
    });
}

#[test]
fn a_broken_file_holds_up_neither_who_leaves_nor_what_others_do() {
    let dir = TempDir::new().unwrap();
    life(dir.path(), async |store, log| {
        let next_day_ms = NEW_YEAR_MS + 30 * HOUR_MS;
        state(&store, [said_by(ADA, NEW_YEAR_MS), said_by(ADA, next_day_ms), said_by(BO, next_day_ms)]).await;
        move_all(&store, &log, everybody()).await;
        let [first, _] = &files(&dir)[..] else { panic!("a file for each day") };
        std::fs::write(first, "this was a file").unwrap();
        state(&store, [Fact::new(&ENDED, ADA, next_day_ms + 1), said_by(BO, next_day_ms + 2)]).await;
        let moving = tokio::time::timeout(Duration::from_secs(600), move_all(&store, &log, everybody()));
        moving.await.expect("the mover goes on");
        let all = everything(&log, &Workspace::home()).await;
        let of_bo = |signal: &Signal| (signal.member.to_string(), signal.at_ms);
        let expected = [next_day_ms, next_day_ms + 2].map(|at_ms| (BO.to_owned(), at_ms));
        assert_eq!(all.iter().map(of_bo).collect::<Vec<_>>(), expected);
        // No reader looks for it, and whoever operates the server finds it.
        let set_aside = first.with_extension("parquet.broken");
        assert!(!first.exists() && set_aside.exists(), "{}", set_aside.display());
        assert_eq!(log.load().2, 1);
    });
}

#[test]
fn signals_waiting_are_written_before_they_are_too_many() {
    let dir = TempDir::new().unwrap();
    life(dir.path(), async |store, log| {
        let most = limits::SIGNALS_WAITING + limits::SIGNAL_FACTS_PAGE;
        let entries = most / 1_000 + 4;
        for _ in 0..entries {
            state(&store, (0..1_000).map(|number| said_by(ADA, NEW_YEAR_MS + number))).await;
        }
        move_all(&store, &log, everybody()).await;
        assert_eq!(everything(&log, &Workspace::home()).await.len(), entries * 1_000);
        assert_eq!(files(&dir).len(), 2);
    });
}

/// A task that is dropped after so many steps.
struct Killed<F>(Pin<Box<F>>, usize);

impl<F: Future<Output = ()>> Future for Killed<F> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, waking: &mut Waking<'_>) -> Poll<()> {
        if self.1 == 0 {
            return Poll::Ready(());
        }
        self.1 -= 1;
        self.0.as_mut().poll(waking)
    }
}

/// Lives of a process, each of which states some facts and has its mover killed after so many steps; says how often the
/// mover got to the end before. In the end each signal is there once.
fn survive(lives: &[(i64, usize)]) -> usize {
    let dir = TempDir::new().unwrap();
    let (mut stated, mut survived) = (0, 0);
    for (facts, steps) in lives {
        life(dir.path(), async |store, log| {
            for _ in 0..*facts {
                stated += 1;
                // Some of a late day, so that a batch has files of several days.
                let late = if stated % 3 == 0 { 30 * HOUR_MS } else { 0 };
                let at_ms = NEW_YEAR_MS + stated * HOUR_MS - late;
                state(&store, [said_by(ADA, at_ms), said_by(BO, NEW_YEAR_MS + stated)]).await;
            }
            let mover = Mover::new(&store, log, Arc::new(everybody())).await.unwrap();
            tokio::select! {
                biased;
                () = Killed(Box::pin(mover.run()), *steps) => {}
                () = moved(&store) => survived += 1,
            }
        });
    }
    life(dir.path(), async |store, log| {
        move_all(&store, &log, everybody()).await;
        let all = everything(&log, &Workspace::home()).await;
        let mut places: Vec<_> = all.iter().map(|signal| (signal.position, signal.ordinal)).collect();
        places.sort_unstable();
        assert_eq!(places.len() as i64, 2 * stated, "after {lives:?}");
        places.dedup();
        assert_eq!(places.len() as i64, 2 * stated, "after {lives:?}");
    });
    survived
}

#[test]
fn signals_wait_ms_is_how_long_signals_gather_for_one_file() {
    let dir = TempDir::new().unwrap();
    life(dir.path(), async |store, log| {
        let mover = Mover::new(&store, log.clone(), Arc::new(everybody())).await.unwrap();
        let mover = tokio::spawn(mover.run());
        let files = async || log.census(&Workspace::home(), 1).await.unwrap().first().map_or(0, |day| day.files);
        state(&store, [said_by(ADA, NEW_YEAR_MS)]).await;
        tokio::time::sleep(Duration::from_millis(limits::SIGNALS_WAIT_MS - 2_000)).await;
        state(&store, [said_by(BO, NEW_YEAR_MS + 1)]).await;
        assert_eq!(files().await, 0);
        tokio::time::sleep(Duration::from_secs(4)).await;
        assert_eq!((files().await, everything(&log, &Workspace::home()).await.len()), (1, 2));
        mover.abort();
    });
}

#[test]
fn each_signal_is_there_once_at_whatever_step_the_mover_is_killed() {
    let mut steps = 0;
    // The second life has more to move, so that its files would begin and end elsewhere.
    while survive(&[(5, steps), (2, usize::MAX)]) < 2 {
        steps += 1;
    }
    assert!(steps > 10, "the mover was killed in all of its steps");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn each_signal_is_there_once_however_often_the_mover_is_killed(
        lives in proptest::collection::vec((1_i64..6, 0_usize..40), 2..6),
    ) {
        survive(&lives);
    }
}
