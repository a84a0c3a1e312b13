//! Consent through the front door and through its port, on both databases.

use std::{future::Future, net::IpAddr, pin::Pin, sync::Arc};

use hearth_http::{Access, Authenticator, Caller, Module, RateLimits, Server, Stopping, router, testing::Door};
use hearth_i18n::Cultures;
use hearth_kernel::{
    Clock, Error, Fact, FactKind, ManualClock, Result, limits,
    ports::{Consent, Purpose},
};
use hearth_store::{
    Entry, Store,
    testing::{TestPlace, context, facts, on_both},
};
use serde_json::{Value, json};

use super::{ConsentDefault, MIGRATIONS, Privacy, Region, Settings, module};

const ADA: &str = "@ada:test.example";
const BOB: &str = "@bob:test.example";
const ROOT: &str = "@root:test.example";
const PATH: &str = "/_hearth/privacy";

/// Knows whoever gives their own id for a token.
struct Everybody;

impl Authenticator for Everybody {
    fn caller<'a>(
        &'a self,
        token: &'a str,
        _: Access,
        _: IpAddr,
    ) -> Pin<Box<dyn Future<Output = Result<Arc<Caller>>> + Send + 'a>> {
        let caller = Caller { user_id: token.into(), device_id: "DEVICE".into(), is_administrator: token == ROOT };
        let known = token.starts_with('@').then(|| Arc::new(caller));
        Box::pin(async { known.ok_or_else(|| Error::unknown_token("There is no such token.")) })
    }
}

/// A server of this module alone.
struct House {
    store: Arc<Store>,
    privacy: Arc<Privacy>,
    clock: Arc<ManualClock>,
    door: Door,
    ada: Door,
}

async fn house(place: &TestPlace, settings: Settings) -> House {
    let (context, clock) = context(1);
    let store = place.open(&context, MIGRATIONS).await;
    let cultures = Arc::new(Cultures::load().expect("the cultures load"));
    let privacy = Privacy::new(store.clone(), context.clone(), cultures, settings);
    let modules =
        [module(&privacy), Module { name: "mute", personal_data: &["privacy-default-notice"], ..Module::default() }];
    privacy.list(&modules, Vec::new());
    let (_, stopping) = Stopping::new();
    let server = Server::new(context, Arc::new(Everybody), RateLimits::off(clock.clone()), stopping);
    let door = Door::new(router(&Arc::new(server), &modules));
    House { store, privacy, clock, ada: door.with_token(ADA), door }
}

/// The notice everywhere but in Germany.
fn notice() -> Settings {
    let germany = Region::parse("de").expect("a region");
    Settings { default: ConsentDefault::Notice, regions: [(germany, ConsentDefault::OptIn)].into() }
}

fn given() -> Value {
    json!({ "given": true, "version": "1", "language": "en" })
}

impl House {
    async fn decides(&self, door: &Door, purpose: &str, body: Value) -> Value {
        self.clock.advance_ms(10);
        door.put(&format!("{PATH}/consent/{purpose}"), body).await.ok()
    }

    async fn is_told(&self, door: &Door, purpose: &str, region: Option<&str>) -> Value {
        self.clock.advance_ms(10);
        let body = json!({ "version": "1", "language": "zh-Hans", "region": region });
        door.put(&format!("{PATH}/notice/{purpose}"), body).await.ok()
    }

    async fn allowed(&self, purpose: Purpose, member: &str, at_ms: i64) -> bool {
        self.privacy.allowed(purpose, &[(member, at_ms)]).await.expect("an answer")[0]
    }

    /// Whether a fact of this very moment may be counted.
    async fn counts_now(&self, member: &str) -> bool {
        self.allowed(Purpose::Retention, member, self.clock.now_ms()).await
    }

    async fn history(&self, member: &str) -> usize {
        self.privacy.decisions(member).await.expect("decisions").len()
    }
}

#[test]
fn consent_holds_from_when_it_is_given_until_it_is_withdrawn() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        let before = house.clock.now_ms();
        assert!(!house.allowed(Purpose::Retention, ADA, before).await);
        let since = house.decides(&house.ada, "retention", given()).await["since_ms"].as_i64().expect("a time");
        let until = house.decides(&house.ada, "retention", json!({ "given": false })).await["since_ms"].as_i64();
        let until = until.expect("a time");
        let again = house.decides(&house.ada, "retention", given()).await["since_ms"].as_i64().expect("a time");
        assert_eq!([since - before, until - since, again - until], [10, 10, 10]);
        let times = [i64::MIN, before, since - 1, since, until - 1, until, again - 1, again, again + 1_000_000];
        let asked: Vec<_> = times.map(|at_ms| (ADA, at_ms)).into();
        let right = [false, false, false, true, true, false, false, true, true];
        assert_eq!(house.privacy.allowed(Purpose::Retention, &asked).await.expect("answers"), right);
        // Nobody else, nothing else, and the same in another life of the process.
        assert!(!house.allowed(Purpose::Retention, BOB, again).await);
        assert!(!house.allowed(Purpose::Product, ADA, again).await);
        assert!(house.allowed(Purpose::Service, BOB, i64::MIN).await);
        house.store.close().await;
        let house = self::house(&place, Settings::default()).await;
        assert_eq!(house.privacy.allowed(Purpose::Retention, &asked).await.expect("answers"), right);
    });
}

#[test]
fn what_is_said_twice_is_written_once_and_stated_once() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        house.decides(&house.ada, "retention", json!({ "given": false, "region": "fr" })).await;
        for body in [given(), given(), json!({ "given": false }), json!({ "given": false, "version": "1" })] {
            house.decides(&house.ada, "retention", body).await;
        }
        assert_eq!(house.history(ADA).await, 3);
        let stated: Vec<_> = facts(&house.store).await.into_iter().map(|fact| (fact.name, fact.fields)).collect();
        let said = |name: &str, fields: &str| (name.to_owned(), fields.to_owned());
        let wanted = [
            said("privacy.consent_withdrawn", r#"{"purpose":"retention"}"#),
            said("privacy.consent_given", r#"{"purpose":"retention","version":1}"#),
            said("privacy.consent_withdrawn", r#"{"purpose":"retention"}"#),
        ];
        assert_eq!(stated, wanted);
        let told = house.ada.get(&format!("{PATH}/consent")).await.ok();
        let [retention, product, _] = told["purposes"].as_array().expect("purposes").as_slice() else {
            panic!("three purposes are the member's to decide: {told}")
        };
        assert_eq!((&retention["state"], &retention["allowed"]), (&json!("withdrawn"), &json!(false)));
        assert_eq!(retention["history"].as_array().map(Vec::len), Some(3));
        assert_eq!(retention["history"][0]["region"], "FR");
        assert_eq!((&product["state"], &product["history"]), (&json!("undecided"), &json!([])));
    });
}

#[test]
fn what_cannot_be_agreed_to_is_refused_with_what_to_do() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        let refused = async |purpose: &str, body: Value| {
            let answer = house.ada.put(&format!("{PATH}/consent/{purpose}"), body).await;
            let (status, code) = answer.refusal();
            format!("{status} {code} {}", answer.json["error"].as_str().unwrap_or(""))
        };
        let with = |key: &str, value: Value| {
            let mut body = given();
            body[key] = value;
            body
        };
        for (purpose, body, wanted) in [
            ("marketing", given(), "404 M_NOT_FOUND There is no such purpose; the register lists them."),
            ("service", given(), "403 M_FORBIDDEN This purpose does not rest on consent; the register says on what."),
            ("retention", json!({}), "400 M_BAD_JSON The body is not what this endpoint takes."),
            ("retention", json!([true]), "400 M_BAD_JSON This must be a JSON object."),
            ("retention", json!({ "given": true }), "400 M_MISSING_PARAM version: of the text that the member read."),
            (
                "retention",
                with("version", json!(null)),
                "400 M_MISSING_PARAM version: of the text that the member read.",
            ),
            (
                "retention",
                with("language", json!(null)),
                "400 M_MISSING_PARAM language: in which the member read the text.",
            ),
            (
                "retention",
                with("version", json!("2")),
                "400 M_INVALID_PARAM There is no such version of this text; the newest is 1.",
            ),
            (
                "retention",
                with("version", json!("01")),
                "400 M_INVALID_PARAM There is no such version of this text; the newest is 1.",
            ),
            (
                "retention",
                with("language", json!("tlh")),
                "400 M_INVALID_PARAM language must be that of an answer of the register, where the text was read.",
            ),
            (
                "retention",
                with("region", json!("Germany")),
                "400 M_INVALID_PARAM region must be the two letters of a country, such as DE.",
            ),
        ] {
            assert_eq!(refused(purpose, body.clone()).await, wanted, "{purpose} {body}");
        }
        assert_eq!(house.door.get(&format!("{PATH}/consent")).await.refusal(), (401, "M_MISSING_TOKEN"));
        assert_eq!(house.history(ADA).await, 0);
        assert!(facts(&house.store).await.is_empty());
    });
}

#[test]
fn a_notice_counts_from_when_it_was_shown_where_it_is_the_default() {
    on_both(|place| async move {
        let house = house(&place, notice()).await;
        assert!(!house.counts_now(ADA).await, "nobody agrees before they were told");
        let before = house.clock.now_ms();
        let told = house.is_told(&house.ada, "retention", Some("US")).await;
        assert_eq!((&told["state"], &told["allowed"]), (&json!("noticed"), &json!(true)));
        assert!(house.counts_now(ADA).await);
        assert!(!house.allowed(Purpose::Retention, ADA, before).await);
        house.is_told(&house.ada, "retention", Some("US")).await;
        assert_eq!(house.history(ADA).await, 1);
        // Who objects is not overruled by being told again.
        house.decides(&house.ada, "retention", json!({ "given": false })).await;
        assert_eq!(house.is_told(&house.ada, "retention", Some("US")).await["state"], "withdrawn");
        assert!(!house.counts_now(ADA).await);
        // Where people are asked first, and where nobody knows where they are, it counts for nothing.
        for (member, region) in [("@de:test.example", Some("DE")), ("@nowhere:test.example", None)] {
            let told = house.is_told(&house.door.with_token(member), "retention", region).await;
            assert_eq!((&told["allowed"], &told["default"]), (&json!(false), &json!("opt-in")), "{member}");
            assert!(!house.counts_now(member).await);
        }
        // Who moves there is asked anew.
        let bob = house.door.with_token(BOB);
        house.is_told(&bob, "retention", Some("US")).await;
        let while_away = house.clock.now_ms();
        house.is_told(&bob, "retention", Some("DE")).await;
        assert!(house.allowed(Purpose::Retention, BOB, while_away).await);
        assert!(!house.counts_now(BOB).await);
        let names: Vec<_> = facts(&house.store).await.into_iter().map(|fact| fact.name).collect();
        assert_eq!(names.iter().filter(|name| *name == "privacy.notice_shown").count(), 5, "{names:?}");
        // With another setting, what was shown counts for nothing.
        house.store.close().await;
        let house = self::house(&place, Settings::default()).await;
        assert!(!house.allowed(Purpose::Retention, BOB, while_away).await);
    });
}

#[test]
fn decisions_are_bounded_and_withdrawing_is_not() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        for number in 0..limits::DECISIONS - 1 {
            let body = if number % 2 == 0 { given() } else { json!({ "given": false }) };
            house.decides(&house.ada, "retention", body).await;
        }
        house.is_told(&house.ada, "product", None).await;
        house.decides(&house.ada, "retention", json!({ "given": false })).await;
        let again = house.ada.put(&format!("{PATH}/consent/retention"), given()).await;
        assert_eq!(again.refusal(), (403, "M_RESOURCE_LIMIT_EXCEEDED"));
        assert!(!house.counts_now(ADA).await);
        // One purpose uses up nothing of another; whoever agreed last can still withdraw.
        let bob = house.door.with_token(BOB);
        house.decides(&house.ada, "product", given()).await;
        house.decides(&bob, "retention", json!({ "given": false })).await;
        for number in 1..limits::DECISIONS {
            let body = if number % 2 == 1 { given() } else { json!({ "given": false }) };
            house.decides(&bob, "retention", body).await;
        }
        assert!(house.counts_now(BOB).await);
        house.decides(&bob, "retention", json!({ "given": false })).await;
        assert!(!house.counts_now(BOB).await);
        assert_eq!(house.history(BOB).await, limits::DECISIONS + 1);
    });
}

#[test]
fn many_are_asked_about_at_once_and_answered_in_order() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        let members: Vec<String> = (0..3 * limits::CONSENTS_READ).map(|at| format!("@m{at}:test.example")).collect();
        for member in members.iter().step_by(7) {
            house.decides(&house.door.with_token(member), "retention", given()).await;
        }
        let now_ms = house.clock.now_ms();
        // Everybody twice, known and unknown mixed; the second time all are known.
        let asked: Vec<_> = members.iter().chain(&members).map(|member| (member.as_str(), now_ms)).collect();
        let right: Vec<_> = (0..asked.len()).map(|at| (at % members.len()).is_multiple_of(7)).collect();
        assert!(house.allowed(Purpose::Retention, &members[7], now_ms).await);
        for _ in 0..2 {
            assert_eq!(house.privacy.allowed(Purpose::Retention, &asked).await.expect("answers"), right);
        }
        assert_eq!(house.privacy.allowed(Purpose::Retention, &[]).await.expect("none"), [false; 0]);
    });
}

#[test]
fn a_decision_is_carried_out_whether_or_not_its_caller_waits() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        assert!(!house.counts_now(ADA).await, "this is known by now");
        for number in 1..=20 {
            let (ada, path) = (house.ada.clone(), format!("{PATH}/consent/retention"));
            let body = if number % 2 == 1 { given() } else { json!({ "given": false }) };
            let mut call = Box::pin(async move { ada.put(&path, body).await });
            let mut waiting = std::task::Context::from_waker(std::task::Waker::noop());
            // It goes away after one step, or after a few.
            for _ in 0..number {
                if call.as_mut().poll(&mut waiting).is_ready() {
                    break;
                }
            }
            drop(call);
            while house.history(ADA).await < number {
                tokio::task::yield_now().await;
            }
            assert_eq!(house.counts_now(ADA).await, number % 2 == 1, "{number}");
        }
    });
}

#[test]
fn many_who_decide_at_once_leave_what_the_last_row_says() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        let deciding = (0..40).map(|number| {
            let (ada, privacy) = (house.ada.clone(), house.privacy.clone());
            let body = if number % 2 == 0 { given() } else { json!({ "given": false }) };
            tokio::spawn(async move {
                ada.put(&format!("{PATH}/consent/retention"), body).await.ok();
                privacy.allowed(Purpose::Retention, &[(ADA, 0)]).await.expect("an answer");
            })
        });
        for task in deciding.collect::<Vec<_>>() {
            task.await.expect("it ends");
        }
        let decisions = house.privacy.decisions(ADA).await.expect("decisions");
        assert!(decisions.is_sorted_by_key(|decision| (decision.position, decision.at_ms)));
        assert!(decisions.windows(2).all(|pair| pair[0].what != pair[1].what), "what is repeated is not written");
        let agrees = decisions.last().is_some_and(|last| last.what == super::model::What::Given);
        assert_eq!(house.counts_now(ADA).await, agrees);
    });
}

#[test]
fn a_clock_that_goes_back_gives_nobody_time_that_was_not_theirs() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        house.decides(&house.ada, "retention", given()).await;
        let given_at = house.clock.now_ms();
        house.clock.set_ms(given_at - 5_000);
        house.decides(&house.ada, "retention", json!({ "given": false })).await;
        let asked: Vec<_> = (-6_000..6_000).step_by(1_000).map(|by| (ADA, given_at + by)).collect();
        let answers = house.privacy.allowed(Purpose::Retention, &asked).await.expect("answers");
        assert!(answers.iter().all(|answer| !answer), "{answers:?}");
    });
}

#[test]
fn what_a_member_decided_goes_with_the_account() {
    static DEACTIVATED: FactKind = FactKind { name: "accounts.deactivated", doc: "An account has ended." };
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        for door in [&house.ada, &house.door.with_token(BOB)] {
            house.decides(door, "retention", given()).await;
        }
        assert!(house.counts_now(ADA).await);
        let listening = tokio::spawn({
            let privacy = house.privacy.clone();
            async move { privacy.listen().await }
        });
        let mut entry = Entry::new();
        entry.fact(Fact::new(&DEACTIVATED, ADA, house.clock.now_ms()).kind("by", "member"));
        house.store.write(entry).await.expect("it is stated");
        while house.history(ADA).await > 0 {
            tokio::task::yield_now().await;
        }
        // A request that was under way comes too late.
        let late = house.ada.put(&format!("{PATH}/consent/retention"), given()).await;
        assert_eq!(late.refusal(), (401, "M_UNKNOWN_TOKEN"));
        assert!(!house.counts_now(ADA).await);
        assert!(house.counts_now(BOB).await);
        listening.abort();
    });
}

#[test]
fn a_member_takes_out_what_is_kept_and_hears_what_is_missing() {
    on_both(|place| async move {
        let house = house(&place, Settings::default()).await;
        house.decides(&house.ada, "product", given()).await;
        let export = house.ada.get(&format!("{PATH}/export")).await.ok();
        let kept = json!({ "purpose": "product", "what": "given", "at_ms": house.clock.now_ms(), "version": "1",
                           "language": "en", "region": null });
        assert_eq!(export["modules"], json!({ "privacy": [kept] }));
        assert_eq!((&export["member"], &export["missing"]), (&json!(ADA), &json!(["mute"])));
        let none = house.door.with_token(BOB).get(&format!("{PATH}/export")).await.ok();
        assert_eq!(none["modules"], json!({ "privacy": [] }));
    });
}

#[test]
fn administrators_see_numbers_and_no_names() {
    on_both(|place| async move {
        let house = house(&place, notice()).await;
        let member = |name: &str| house.door.with_token(&format!("@{name}:test.example"));
        house.decides(&member("a"), "retention", given()).await;
        house.decides(&member("b"), "retention", given()).await;
        house.decides(&member("b"), "retention", json!({ "given": false })).await;
        house.is_told(&member("c"), "retention", Some("US")).await;
        house.is_told(&member("d"), "retention", Some("DE")).await;
        let path = format!("{PATH}/overview");
        assert_eq!(house.ada.get(&path).await.refusal(), (403, "M_FORBIDDEN"));
        let answer = house.door.with_token(ROOT).get(&path).await;
        assert!(!answer.text.contains("test.example"), "{}", answer.text);
        let wanted = json!({ "purpose": "retention", "given": 1, "given_by_version": { "1": 1 }, "withdrawn": 1,
                             "noticed": 2, "noticed_and_on": 1 });
        assert_eq!(answer.ok()["purposes"][0], wanted);
    });
}

#[test]
fn the_register_speaks_the_callers_language() {
    on_both(|place| async move {
        let house = house(&place, notice()).await;
        let english = house.door.get(&format!("{PATH}/register")).await.ok();
        let header = [("accept-language", "zh-CN")];
        let chinese = house.door.send_with("GET", &format!("{PATH}/register"), &header, Vec::new().into()).await.ok();
        assert_eq!((&english["language"], &chinese["language"]), (&json!("en"), &json!("zh-Hans")));
        let purposes = |register: &Value| register["purposes"].as_array().expect("purposes").clone();
        for (english, chinese) in purposes(&english).iter().zip(purposes(&chinese)) {
            for part in ["name", "what", "why", "data", "kept", "basis_text"] {
                assert_ne!(english[part], chinese[part], "{part} is not translated");
                assert!(english[part].as_str().is_some_and(|text| !text.is_empty() && !text.contains('\n')));
            }
            for part in ["purpose", "version", "basis", "needs_consent"] {
                assert_eq!(english[part], chinese[part]);
            }
        }
        let defaults = &english["defaults"];
        assert_eq!((&defaults["elsewhere"], &defaults["unknown"]), (&json!("notice"), &json!("opt-in")));
        assert_eq!(defaults["regions"], json!({ "DE": "opt-in" }));
        let listed: Vec<_> = english["modules"].as_array().expect("modules").iter().map(|row| &row["module"]).collect();
        assert_eq!(listed, ["privacy", "mute"]);
    });
}
