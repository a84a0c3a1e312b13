//! From what came to what is in the log, on both databases.

mod files;

use std::{collections::HashMap, path::Path, sync::Arc};

use hearth_kernel::{Context, Kind, ManualClock, Rng, limits};
use hearth_store::{
    Store,
    testing::{TestPlace, context, on_both},
};
use serde_json::{Value, json};

use super::{
    Columns, Command, Format, Identities, Import, Ingest, MIGRATIONS, Ruling,
    model::{Link, Parsed, Refusal, Taken, Why},
    store,
};
use crate::signals::{Day, Signal, SignalLog, Workspace};

const NOW: i64 = 1_767_225_600_000;

struct Shop {
    store: Arc<Store>,
    context: Context,
    clock: Arc<ManualClock>,
    ingest: Arc<Ingest>,
}

impl Shop {
    async fn open(place: &TestPlace) -> Self {
        let (context, clock) = context(1);
        let store = place.open(&context, MIGRATIONS).await;
        let ingest = Self::ingest(&store, &context, &place.path()).await;
        Self { store, context, clock, ingest }
    }

    async fn ingest(store: &Arc<Store>, context: &Context, folder: &Path) -> Arc<Ingest> {
        let log = Arc::new(SignalLog::open(&folder.join("signals")).unwrap());
        let ingest = Ingest::new(store.clone(), context.clone(), log).await.unwrap();
        ingest.workspace("shop", Some("contract"), None).await.unwrap();
        ingest
    }

    /// What a process that is killed leaves to the next one.
    async fn killed(self, place: &TestPlace) -> Self {
        let Self { store, context, clock, ingest } = self;
        drop(ingest);
        store.close().await;
        drop(store);
        let store = place.open(&context, MIGRATIONS).await;
        let ingest = Self::ingest(&store, &context, &place.path()).await;
        Self { store, context, clock, ingest }
    }

    async fn take(&self, taken: &[Taken]) {
        let parsed = Parsed { taken: taken.to_vec(), ..Parsed::default() };
        self.ingest.take("shop", parsed).await.unwrap();
    }

    async fn logged(&self) -> Vec<Signal> {
        let workspace = Workspace::parse("shop").unwrap();
        let mut reading = self.ingest.log.read(&workspace, Day::of(0)..=Day::of(2 * NOW)).await.unwrap();
        let mut signals = Vec::new();
        while let Some(day) = reading.next().await.unwrap() {
            signals.extend(day.signals);
        }
        signals
    }

    /// The signals of today as a reader has them.
    async fn told(&self, identities: &Identities) -> Vec<Signal> {
        let workspace = Workspace::parse("shop").unwrap();
        let day = self.ingest.log.read_day(&workspace, Day::of(NOW)).await.unwrap();
        identities.told(day.signals).unwrap()
    }

    async fn settled(&self) -> Vec<Signal> {
        self.ingest.settle(true).await.unwrap();
        self.logged().await
    }

    async fn show(&self) -> Value {
        self.ingest.administer(Command::ShowWorkspace { workspace: "shop".to_owned() }).await.unwrap()
    }

    async fn rule(&self, name: &str, ruling: &str) {
        let (workspace, name, ruling) = ("shop".to_owned(), name.to_owned(), ruling.to_owned());
        self.ingest.administer(Command::RuleOnEvent { workspace, name, ruling }).await.unwrap();
    }
}

fn event(id: &str, name: &str, member: &str, at_ms: i64) -> Taken {
    Taken {
        message_id: Some(id.to_owned()),
        name: name.to_owned(),
        member: member.to_owned(),
        at_ms,
        peer: Some("ben".to_owned()),
        room: None,
        amount: Some(3),
    }
}

#[test]
fn an_event_is_in_the_log_once_however_often_it_comes() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let twice = [event("1", "page", "ada", NOW - 5), event("1", "page", "ada", NOW - 4)];
        shop.take(&twice).await;
        shop.take(&twice).await;
        let signals = shop.settled().await;
        assert_eq!(signals.len(), 1);
        let Signal { at_ms, kind, member, peer, room, variant, amount, .. } = &signals[0];
        assert_eq!((*at_ms, kind.name, member.as_str()), (NOW - 5, "product_activity", "ada"));
        assert_eq!(peer.as_ref().map(ToString::to_string).as_deref(), Some("ben"));
        assert_eq!(
            (room, variant.as_ref().map(ToString::to_string).as_deref(), amount),
            (&None, Some("page"), &Some(3))
        );
        // Also when it comes again after all was shipped, and to another process.
        let shop = shop.killed(&place).await;
        shop.take(&twice).await;
        assert_eq!(shop.settled().await.len(), 1);
        // One without an id is another each time.
        let nameless = Taken { message_id: None, ..event("", "page", "ada", NOW) };
        shop.take(&[nameless.clone(), nameless]).await;
        assert_eq!(shop.settled().await.len(), 3);
        shop.store.close().await;
    });
}

#[test]
fn an_unknown_event_is_held_shown_and_goes_on_when_it_is_accepted() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let names = ["Bought", "Crashed", "Noise"];
        let events: Vec<Taken> =
            (0..9).map(|at| event(&at.to_string(), names[at % 3], "ada", NOW - at as i64)).collect();
        shop.take(&events).await;
        assert!(shop.settled().await.is_empty());
        let shown = shop.show().await;
        assert_eq!(shown["events"].as_array().unwrap().len(), 3);
        assert_eq!(
            shown["events"][0],
            json!({
                "name": "Bought", "ruling": "unknown", "events": 3, "held": 3, "first_at_ms": NOW - 6, "last_at_ms": NOW,
                "word": "bought",
            })
        );
        // What was held is still there after a kill, and the rulings too.
        shop.rule("Bought", "activity").await;
        let shop = shop.killed(&place).await;
        shop.rule("Crashed", "friction").await;
        shop.rule("Noise", "ignored").await;
        shop.take(&[event("a", "Bought", "ada", NOW), event("b", "Noise", "ada", NOW)]).await;
        let signals = shop.settled().await;
        let of = |kind: &str| signals.iter().filter(|signal| signal.kind.name == kind).count();
        assert_eq!((signals.len(), of("product_activity"), of("product_friction")), (7, 4, 3));
        let held: Vec<_> =
            shop.show().await["events"].as_array().unwrap().iter().map(|event| event["held"].clone()).collect();
        assert_eq!(held, [0, 0, 0]);
        let nothing = Command::RuleOnEvent { workspace: "shop".into(), name: "Sold".into(), ruling: "activity".into() };
        assert_eq!(shop.ingest.administer(nothing).await.unwrap_err().kind, Kind::NotFound);
        shop.store.close().await;
    });
}

#[test]
fn sort_events_and_ship_events_are_pages_that_lose_nothing() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let all = limits::SHIP_EVENTS + limits::SORT_EVENTS + 7;
        let events: Vec<Taken> =
            (0..all).map(|at| event(&at.to_string(), "page", &format!("m{}", at % 40), NOW)).collect();
        for step in events.chunks(limits::INGEST_STEP_EVENTS) {
            shop.take(step).await;
        }
        let mut ids: Vec<_> = shop.settled().await.iter().map(|signal| (signal.position, signal.ordinal)).collect();
        assert_eq!(ids.len(), all);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
        assert_eq!(store::waiting(&shop.store).await.unwrap(), 0);
        shop.store.close().await;
    });
}

#[test]
fn a_kill_between_the_log_and_the_database_doubles_nothing() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        shop.settled().await;
        shop.take(&[event("0", "page", "ada", NOW)]).await;
        assert_eq!(shop.settled().await.len(), 1);
        shop.take(&[event("1", "page", "ada", NOW), event("2", "page", "ben", NOW - 86_400_000)]).await;
        shop.ingest.settle(false).await.unwrap();
        // The log has them, and nobody wrote that down.
        let ready = store::page(&shop.store, store::Stage::Ready, 10).await.unwrap();
        assert_eq!(ready.len(), 2);
        shop.ingest.append(&ready).await.unwrap();
        let shop = shop.killed(&place).await;
        assert_eq!(store::waiting(&shop.store).await.unwrap(), 2);
        shop.take(&[event("3", "page", "cyd", NOW)]).await;
        assert_eq!(shop.settled().await.len(), 4);
        assert_eq!(store::waiting(&shop.store).await.unwrap(), 0);
        shop.store.close().await;
    });
}

#[test]
fn links_come_in_any_order_and_give_the_same_persons() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let link = |from: &str, to: &str, at_ms| Link { from: from.to_owned(), to: to.to_owned(), at_ms };
        let links = [
            link("anon", "ada", 5),
            link("anon", "ben", 9),
            link("ada", "ada@new", 7),
            link("anon", "cyd", 5),
            link("ada@new", "ada", 8),
        ];
        let rng = Rng::from_number(7);
        let mut found: Vec<HashMap<String, String>> = Vec::new();
        for round in 0..6 {
            let name = format!("round-{round}");
            shop.ingest.workspace(&name, Some("consent"), None).await.unwrap();
            let mut order = links.to_vec();
            for at in (1..order.len()).rev() {
                order.swap(at, rng.below(at as u64 + 1) as usize);
            }
            for link in order {
                let parsed = Parsed { links: vec![link], ..Parsed::default() };
                shop.ingest.take(&name, parsed).await.unwrap();
            }
            let identities = shop.ingest.identities(&name).await.unwrap();
            let persons =
                ["anon", "ada", "ada@new", "ben", "cyd"].map(|id| (id.to_owned(), identities.person(id).to_owned()));
            found.push(HashMap::from(persons));
        }
        assert!(found.iter().all(|persons| *persons == found[0]), "{found:?}");
        assert_eq!((found[0]["anon"].as_str(), found[0]["ben"].as_str()), ("ada", "ben"));
        shop.store.close().await;
    });
}

#[test]
fn links_page_is_read_on_and_a_reader_sees_persons() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let all = limits::LINKS_PAGE + 3;
        let link = |at: usize| Link { from: format!("anon{at:06}"), to: format!("m{}", at % 3), at_ms: at as i64 };
        for step in (0..all).map(link).collect::<Vec<_>>().chunks(1_000) {
            let parsed = Parsed { links: step.to_vec(), ..Parsed::default() };
            shop.ingest.take("shop", parsed.clone()).await.unwrap();
        }
        shop.take(&[
            Taken { peer: Some("anon000001".to_owned()), ..event("1", "page", &format!("anon{:06}", all - 1), NOW) },
            event("2", "page", "stranger", NOW),
        ])
        .await;
        shop.settled().await;
        let identities = shop.ingest.identities("shop").await.unwrap();
        assert_eq!(identities.merged(), all);
        let signals = shop.told(&identities).await;
        let who: Vec<_> = signals.iter().map(|s| (s.member.as_str(), s.peer.as_ref().unwrap().as_str())).collect();
        assert_eq!(who, [(format!("m{}", (all - 1) % 3).as_str(), "m1"), ("stranger", "ben")]);
        shop.store.close().await;
    });
}

#[test]
fn who_is_faster_than_a_person_is_set_apart_reported_and_may_be_trusted() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let most = limits::HUMAN_EVENTS_AN_HOUR as usize;
        let hour = NOW - 3_600_000;
        let events: Vec<Taken> =
            (0..most + 5).map(|at| event(&at.to_string(), "page", "bot", hour + at as i64)).collect();
        shop.take(&events).await;
        shop.take(&[event("x", "page", "ada", NOW)]).await;
        assert_eq!(shop.settled().await.len(), most + 1);
        let shown = shop.show().await;
        assert_eq!(shown["apart"], json!([{ "member": "bot", "hour_ms": hour, "events": 5, "trusted": false }]));
        let identities = shop.ingest.identities("shop").await.unwrap();
        assert!(identities.is_apart("bot"));
        let read = shop.told(&identities).await;
        assert_eq!(read.len(), 1, "also what came before it was seen is left out");
        let shop = shop.killed(&place).await;
        let trust = |member: &str| Command::TrustMember { workspace: "shop".into(), member: member.into() };
        shop.ingest.administer(trust("bot")).await.unwrap();
        assert_eq!(shop.ingest.administer(trust("ada")).await.unwrap_err().kind, Kind::NotFound);
        assert_eq!(shop.settled().await.len(), most + 6);
        assert!(!shop.ingest.identities("shop").await.unwrap().is_apart("bot"));
        shop.store.close().await;
    });
}

#[test]
fn message_seen_ms_and_event_held_ms_are_how_long_things_are_kept() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        shop.take(&[event("1", "page", "ada", NOW), event("2", "Bought", "ada", NOW)]).await;
        shop.settled().await;
        shop.clock.advance_ms(limits::MESSAGE_SEEN_MS);
        shop.ingest.tidy().await.unwrap();
        shop.take(&[event("1", "page", "ada", NOW)]).await;
        assert_eq!(shop.settled().await.len(), 1, "an id is known until its event would be too late");
        shop.clock.advance_ms(limits::EVENT_HELD_MS - limits::MESSAGE_SEEN_MS);
        shop.ingest.tidy().await.unwrap();
        assert_eq!(shop.show().await["events"][0]["held"], 1);
        shop.clock.advance_ms(3_600_001);
        shop.ingest.tidy().await.unwrap();
        let shown = shop.show().await;
        let bought = shown["events"].as_array().unwrap().iter().find(|event| event["name"] == "Bought").unwrap();
        assert_eq!((bought["held"].as_i64(), bought["events"].as_i64()), (Some(0), Some(1)));
        shop.store.close().await;
    });
}

#[test]
fn ship_every_ms_gathers_what_comes_into_one_file() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        shop.take(&[event("0", "page", "ada", NOW)]).await;
        shop.ingest.settle(false).await.unwrap();
        assert_eq!(shop.logged().await.len(), 1, "nothing was shipped for long");
        for at in 1..4 {
            shop.take(&[event(&at.to_string(), "page", "ada", NOW)]).await;
            shop.ingest.settle(false).await.unwrap();
        }
        assert_eq!(shop.logged().await.len(), 1);
        shop.clock.advance_ms(limits::SHIP_EVERY_MS);
        shop.ingest.settle(false).await.unwrap();
        assert_eq!(shop.logged().await.len(), 4);
        shop.store.close().await;
    });
}

#[test]
fn who_is_forgotten_is_nowhere_under_none_of_their_ids() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let link = Link { from: "browser".to_owned(), to: "ada".to_owned(), at_ms: NOW };
        shop.ingest.take("shop", Parsed { links: vec![link], ..Parsed::default() }).await.unwrap();
        let of_cyd = Taken { peer: Some("ada".to_owned()), ..event("4", "page", "cyd", NOW) };
        let held = event("5", "Bought", "ada", NOW);
        shop.take(&[event("1", "page", "browser", NOW), event("2", "page", "ada", NOW), of_cyd, held]).await;
        assert_eq!(shop.settled().await.len(), 3);
        let command = |forget: bool| {
            let (workspace, member) = ("shop".to_owned(), "browser".to_owned());
            match forget {
                true => Command::ForgetMember { workspace, member },
                false => Command::ExportMember { workspace, member },
            }
        };
        let known = shop.ingest.administer(command(false)).await.unwrap();
        assert_eq!(known["ids"], json!(["ada", "browser"]));
        assert_eq!((known["signals"].as_array().map(Vec::len), &known["whole"]), (Some(2), &json!(true)));
        assert_eq!(
            (known["signals"][0]["peer"].as_str(), known["waiting"][0]["name"].as_str()),
            (Some("ben"), Some("Bought"))
        );
        let answer = shop.ingest.administer(command(true)).await.unwrap();
        assert_eq!((&answer["signals_forgotten"], &answer["ids"]), (&json!(3), &json!(["ada", "browser"])));
        let left = shop.settled().await;
        assert_eq!((left.len(), left[0].member.as_str(), left[0].peer.is_none()), (1, "cyd", true));
        let known = shop.ingest.administer(command(false)).await.unwrap();
        assert_eq!(
            (&known["ids"], &known["signals"], &known["waiting"]),
            (&json!(["browser"]), &json!([]), &json!([]))
        );
        assert_eq!(shop.show().await["events"][1]["held"], 0);
        // What led to the other id has gone before it: nobody leads back.
        assert_eq!(shop.ingest.administer(command(true)).await.unwrap()["signals_forgotten"], 0);
        let elsewhere = Command::ForgetMember { workspace: "shed".to_owned(), member: "ada".to_owned() };
        assert!(shop.ingest.administer(elsewhere).await.unwrap_err().message.contains("no workspace shed"));
        shop.store.close().await;
    });
}

#[test]
fn a_workspace_that_was_removed_is_nowhere_and_its_key_opens_nothing() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let key = Command::CreateWriteKey { workspace: "shop".to_owned(), basis: None, map: None };
        let key = shop.ingest.administer(key).await.unwrap()["write_key"].as_str().unwrap().to_owned();
        assert_eq!(shop.ingest.opened_by(Some(&key)).unwrap().0, "shop");
        shop.ingest.workspace("shed", Some("contract"), None).await.unwrap();
        let link = Link { from: "browser".to_owned(), to: "ada".to_owned(), at_ms: NOW };
        let taken = vec![event("1", "page", "ada", NOW), event("2", "Bought", "ada", NOW)];
        for workspace in ["shop", "shed"] {
            let parsed = Parsed { taken: taken.clone(), links: vec![link.clone()], ..Parsed::default() };
            shop.ingest.take(workspace, parsed).await.unwrap();
        }
        assert_eq!(shop.settled().await.len(), 1);
        let remove = || Command::RemoveWorkspace { workspace: "shop".to_owned() };
        let answer = shop.ingest.administer(remove()).await.unwrap();
        assert_eq!((&answer["removed"], &answer["signals_removed"]), (&json!(true), &json!(1)));

        for (workspace, is_there) in [("shop", false), ("shed", true)] {
            let is_empty = store::is_clear(&shop.store, workspace).await.unwrap();
            let names = store::names(&shop.store).await.unwrap();
            let workspaces = store::workspaces(&shop.store).await.unwrap();
            assert_eq!(is_empty, !is_there, "events, their ids and links of {workspace}");
            assert_eq!(names.iter().any(|named| named.workspace == workspace), is_there);
            assert_eq!(workspaces.iter().any(|known| known.name == workspace), is_there);
        }
        assert!(store::keys(&shop.store).await.unwrap().is_empty());
        assert!(!place.path().join("signals/shop").exists() && place.path().join("signals/shed").exists());
        assert!(shop.ingest.opened_by(Some(&key)).is_err());
        let late = Parsed { taken: taken.clone(), ..Parsed::default() };
        assert_eq!(shop.ingest.take("shop", late).await.unwrap_err().code, "M_UNKNOWN_TOKEN");
        assert!(shop.ingest.administer(remove()).await.unwrap_err().message.contains("no workspace shop"));
        let facts = hearth_store::testing::facts(&shop.store).await;
        assert!(facts.iter().any(|fact| fact.name == "ingest.workspace_removed" && fact.subject == "shop"));

        // One of the same name begins with nothing.
        shop.ingest.workspace("shop", Some("consent"), None).await.unwrap();
        assert_eq!(shop.show().await["events"], json!([]));
        shop.take(&taken).await;
        assert_eq!(shop.settled().await.len(), 1);
        shop.store.close().await;
    });
}

#[test]
fn person_ids_bound_who_is_taken_for_one_person() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let link = |at: usize| Link { from: format!("browser{at}"), to: "ada".to_owned(), at_ms: NOW };
        let forget = || Command::ForgetMember { workspace: "shop".to_owned(), member: "browser1".to_owned() };
        let links = (0..limits::PERSON_IDS).map(link).collect();
        shop.ingest.take("shop", Parsed { links, ..Parsed::default() }).await.unwrap();
        let refused = shop.ingest.administer(forget()).await.unwrap_err();
        assert!(refused.message.contains("more than the 1000 that a person may have"), "{}", refused.message);
        assert_eq!(shop.ingest.identities("shop").await.unwrap().merged(), limits::PERSON_IDS, "nothing was forgotten");
        let fewer = (0..limits::PERSON_IDS - 1).map(|at| Link { to: "ben".to_owned(), ..link(at + 5_000) }).collect();
        shop.ingest.take("shop", Parsed { links: fewer, ..Parsed::default() }).await.unwrap();
        let forget = Command::ForgetMember { workspace: "shop".to_owned(), member: "ben".to_owned() };
        assert_eq!(
            shop.ingest.administer(forget).await.unwrap()["ids"].as_array().map(Vec::len),
            Some(limits::PERSON_IDS)
        );
        shop.store.close().await;
    });
}

#[test]
fn events_waiting_bounds_what_the_log_is_behind() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        shop.ingest.waiting.store(limits::EVENTS_WAITING, std::sync::atomic::Ordering::Relaxed);
        let parsed = Parsed { taken: vec![event("1", "page", "ada", NOW)], ..Parsed::default() };
        let refused = shop.ingest.take("shop", parsed.clone()).await.unwrap_err();
        assert_eq!(refused.kind, Kind::Limited { retry_after_ms: limits::EVENTS_RETRY_MS });
        shop.ingest.settle(true).await.unwrap();
        shop.ingest.take("shop", parsed.clone()).await.unwrap();
        shop.store.close().await;
    });
}

#[test]
fn what_is_refused_is_counted_by_its_reason() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let refused = [Why::Late, Why::Late, Why::Malformed].map(|why| (0, Refusal::new(why, "")));
        let parsed = Parsed { refused: refused.into(), ..Parsed::default() };
        shop.ingest.take("shop", parsed.clone()).await.unwrap();
        shop.ingest.take("shop", parsed.clone()).await.unwrap();
        let expected = json!([{ "why": "late", "events": 4 }, { "why": "malformed", "events": 2 }]);
        assert_eq!(shop.show().await["refused"], expected);
        shop.store.close().await;
    });
}

#[test]
fn a_workspace_states_its_basis_once() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        let make = |name: &str, basis: Option<&str>, map: Option<&str>| {
            let (workspace, basis, map) = (name.to_owned(), basis.map(str::to_owned), map.map(str::to_owned));
            shop.ingest.administer(Command::CreateWriteKey { workspace, basis, map })
        };
        for (name, basis, map) in [
            ("new", None, None),
            ("new", Some("because"), None),
            ("new", Some("consent"), Some("text=body")),
            ("home", Some("consent"), None),
            ("import", Some("consent"), None),
            ("a/b", Some("consent"), None),
            ("", Some("consent"), None),
            ("shop", Some("consent"), None),
        ] {
            assert_eq!(make(name, basis, map).await.unwrap_err().kind, Kind::Invalid, "{name}");
        }
        let made = make("shop", None, Some("peer=to")).await.unwrap();
        let secret = made["write_key"].as_str().unwrap().to_owned();
        let (workspace, mapping) = shop.ingest.opened_by(Some(&secret)).unwrap();
        assert_eq!((workspace.as_str(), mapping.peer.as_deref()), ("shop", Some("to")));
        let listed = shop.ingest.administer(Command::ListWriteKeys { workspace: None }).await.unwrap();
        assert!(!listed.to_string().contains(&secret), "a key is shown once");
        let shop_again = shop.killed(&place).await;
        assert!(shop_again.ingest.opened_by(Some(&secret)).is_ok());
        let revoke = |key: &str| Command::RevokeWriteKey { key: key.to_owned() };
        assert_eq!(shop_again.ingest.administer(revoke("hwk_")).await.unwrap_err().kind, Kind::NotFound);
        shop_again.ingest.administer(revoke(made["key"].as_str().unwrap())).await.unwrap();
        assert_eq!(shop_again.ingest.administer(revoke(&secret)).await.unwrap_err().kind, Kind::NotFound);
        assert_eq!(shop_again.ingest.opened_by(Some(&secret)).unwrap_err().kind, Kind::Unauthenticated);
        assert_eq!(shop_again.ingest.opened_by(None).unwrap_err().kind, Kind::Unauthenticated);
        shop_again.store.close().await;
    });
}

#[test]
fn ingest_workspaces_and_write_keys_are_bounded() {
    on_both(|place| async move {
        let shop = Shop::open(&place).await;
        for at in 1..limits::INGEST_WORKSPACES {
            shop.ingest.workspace(&format!("w{at}"), Some("consent"), None).await.unwrap();
        }
        assert_eq!(shop.ingest.workspace("more", Some("consent"), None).await.unwrap_err().kind, Kind::Invalid);
        let key = || Command::CreateWriteKey { workspace: "shop".into(), basis: None, map: None };
        for _ in 0..limits::WRITE_KEYS {
            shop.ingest.administer(key()).await.unwrap();
        }
        assert_eq!(shop.ingest.administer(key()).await.unwrap_err().kind, Kind::Invalid);
        shop.store.close().await;
    });
}
