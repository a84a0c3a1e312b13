//! Push rules through the front door.

use std::{future::Future, net::IpAddr, pin::Pin, sync::Arc};

use hearth_http::{Access, Authenticator, Caller, RateLimits, Server, Stopping, router, testing::Door};
use hearth_i18n::Cultures;
use hearth_kernel::{Error, Result, limits};
use hearth_store::testing::{TestPlace, context, sqlite_place};
use serde_json::{Value, json};

use super::{ACCOUNT_DATA_TYPE, Effect, FlattenedEvent, Push, RoomContext, RoomShape, effect, module};
use crate::accounts::{self, Accounts, Argon2Settings, Settings};

const ADA: &str = "@ada:test.example";
const RULES: &str = "/_matrix/client/v3/pushrules";

/// Knows whoever gives their own id for a token.
struct Everybody;

impl Authenticator for Everybody {
    fn caller<'a>(
        &'a self,
        token: &'a str,
        _: Access,
        _: IpAddr,
    ) -> Pin<Box<dyn Future<Output = Result<Arc<Caller>>> + Send + 'a>> {
        let caller = Caller { user_id: token.into(), device_id: "DEVICE".into(), is_administrator: false };
        let known = token.starts_with('@').then(|| Arc::new(caller));
        Box::pin(async { known.ok_or_else(|| Error::unknown_token("There is no such token.")) })
    }
}

struct World {
    _place: TestPlace,
    accounts: Arc<Accounts>,
    push: Arc<Push>,
    anybody: Door,
    ada: Door,
}

async fn world() -> World {
    let (context, clock) = context(7);
    let place = sqlite_place();
    let store = place.open(&context, accounts::MIGRATIONS).await;
    let cultures = Arc::new(Cultures::load().expect("the cultures load"));
    let argon2 = Argon2Settings { memory_kib: 0, iterations: 0, lanes: 0 };
    let settings = Settings { argon2, ..Settings::default() };
    let name = "test.example".try_into().expect("a server name");
    let accounts = Accounts::new(store.clone(), context.clone(), cultures, name, settings);
    for name in ["ada", "bob"] {
        accounts.create(name, "correct horse", false).await.expect("a free name");
    }
    let push = Push::new(store, context.clone(), accounts.clone(), false);
    let rate_limits = RateLimits::off(clock);
    let (_, stopping) = Stopping::new();
    let server = Server::new(context, Arc::new(Everybody), rate_limits, stopping);
    let anybody = Door::new(router(&Arc::new(server), &[module(&push)]));
    World { _place: place, accounts, push, ada: anybody.with_token(ADA), anybody }
}

fn rule_ids(rules: &Value, kind: &str) -> Vec<String> {
    let rules = rules[kind].as_array().expect("a list of rules");
    rules.iter().map(|rule| rule["rule_id"].as_str().expect("an id").to_owned()).collect()
}

async fn put(world: &World, path: &str, body: Value) {
    assert_eq!(world.ada.put(&format!("{RULES}/global/{path}"), body).await.ok(), json!({}));
}

#[tokio::test]
async fn the_default_rules_are_shown_until_they_are_changed() {
    let world = world().await;
    let all = world.ada.get(&format!("{RULES}/")).await.ok();
    assert_eq!(rule_ids(&all["global"], "override")[0], ".m.rule.master");
    for kind in ["content", "room", "sender"] {
        assert_eq!(all["global"][kind], json!([]));
    }
    for path in ["", "/global", "/global/"] {
        let shown = world.ada.get(&format!("{RULES}{path}")).await.ok();
        assert_eq!(if path.is_empty() { &shown["global"] } else { &shown }, &all["global"]);
    }
    assert_eq!(world.accounts.account_data(ADA, None, ACCOUNT_DATA_TYPE).await.expect("readable"), None);
    assert_eq!(world.push.content(ADA).await.expect("readable"), all.to_string());
    assert_eq!(world.anybody.get(&format!("{RULES}/")).await.refusal(), (401, "M_MISSING_TOKEN"));
}

#[tokio::test]
async fn a_rule_is_put_shown_changed_and_deleted() {
    let world = world().await;
    let path = format!("{RULES}/global/content/cake");
    put(&world, "content/cake", json!({ "actions": ["notify"], "pattern": "cake*lie" })).await;
    let rule =
        json!({ "rule_id": "cake", "default": false, "enabled": true, "actions": ["notify"], "pattern": "cake*lie" });
    assert_eq!(world.ada.get(&path).await.ok(), rule);

    put(&world, "content/cake/enabled", json!({ "enabled": false })).await;
    put(&world, "content/cake/actions", json!({ "actions": [] })).await;
    assert_eq!(world.ada.get(&format!("{path}/enabled")).await.ok(), json!({ "enabled": false }));
    assert_eq!(world.ada.get(&format!("{path}/actions")).await.ok(), json!({ "actions": [] }));

    put(&world, "content/pie?before=cake", json!({ "actions": [], "pattern": "pie" })).await;
    let stored = world.accounts.account_data(ADA, None, ACCOUNT_DATA_TYPE).await.expect("readable").expect("stored");
    let stored: Value = serde_json::from_str(&stored).expect("JSON");
    assert_eq!(rule_ids(&stored["global"], "content"), ["pie", "cake"]);

    assert_eq!(world.ada.delete(&path).await.ok(), json!({}));
    assert_eq!(world.ada.get(&path).await.refusal(), (404, "M_NOT_FOUND"));
    assert_eq!(world.ada.delete(&path).await.refusal(), (404, "M_NOT_FOUND"));
}

#[tokio::test]
async fn default_rules_can_be_silenced_but_not_deleted() {
    let world = world().await;
    put(&world, "underride/.m.rule.message/actions", json!({ "actions": [] })).await;
    put(&world, "override/.m.rule.master/enabled", json!({ "enabled": true })).await;
    let master = format!("{RULES}/global/override/.m.rule.master");
    assert_eq!(world.ada.get(&master).await.ok()["enabled"], json!(true));
    assert_eq!(world.ada.delete(&master).await.refusal(), (400, "M_INVALID_PARAM"));
    let body = json!({ "actions": [], "conditions": [] });
    assert_eq!(world.ada.put(&master, body).await.refusal(), (400, "M_INVALID_PARAM"));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let world = world().await;
    let long = "a".repeat(limits::ID_BYTES + 1);
    let pattern = json!({ "actions": [], "pattern": "a" });
    let cases = [
        ("content/.mine", pattern.clone(), (400, "M_INVALID_PARAM")),
        ("content/a%2Fb", pattern.clone(), (400, "M_INVALID_PARAM")),
        ("content/a%5Cb", pattern.clone(), (400, "M_INVALID_PARAM")),
        (&format!("content/{long}"), pattern.clone(), (400, "M_INVALID_PARAM")),
        ("content/a?before=b", pattern.clone(), (400, "M_UNKNOWN")),
        ("content/a?after=.m.rule.master", pattern.clone(), (400, "M_INVALID_PARAM")),
        ("cake/a", pattern.clone(), (400, "M_INVALID_PARAM")),
        ("room/cake", pattern.clone(), (400, "M_INVALID_PARAM")),
        ("content/a", json!({ "actions": [], "pattern": long }), (400, "M_INVALID_PARAM")),
        ("content/a", json!({ "actions": [] }), (400, "M_BAD_JSON")),
        ("content/a", json!({ "actions": [{ "set_tweak": "sound" }], "pattern": "a" }), (400, "M_BAD_JSON")),
        ("override/a", json!({ "actions": [], "conditions": [{}] }), (400, "M_BAD_JSON")),
        ("content/a/enabled", json!({ "enabled": true }), (404, "M_NOT_FOUND")),
        ("content/a/enabled", json!({ "enabled": "yes" }), (400, "M_BAD_JSON")),
        ("cake/a/actions", json!({ "actions": [] }), (404, "M_NOT_FOUND")),
        ("override/", json!({ "actions": [], "conditions": [] }), (404, "M_UNRECOGNIZED")),
    ];
    for (path, body, expected) in cases {
        let answer = world.ada.put(&format!("{RULES}/global/{path}"), body).await;
        assert_eq!(answer.refusal(), expected, "{path}: {}", answer.text);
    }
    let answer = world.ada.send("PUT", &format!("{RULES}/global/content/a"), "cake").await;
    assert_eq!(answer.refusal(), (400, "M_NOT_JSON"));
    let mixed = json!({ "actions": ["notify"], "pattern": "a", "conditions": 1 });
    assert_eq!(world.ada.put(&format!("{RULES}/global/content/b"), mixed).await.ok(), json!({}));
}

#[tokio::test]
async fn push_rules_are_limited_in_bytes_too() {
    let world = world().await;
    let conditions: Vec<_> =
        (0..2_000).map(|n| json!({ "kind": "event_match", "key": "type", "pattern": n.to_string() })).collect();
    let large = json!({ "actions": [], "conditions": conditions });
    let answer = world.ada.put(&format!("{RULES}/global/override/large"), large).await;
    assert_eq!(answer.refusal(), (413, "M_TOO_LARGE"));
    let none = world.accounts.account_data(ADA, None, ACCOUNT_DATA_TYPE).await.expect("readable");
    assert_eq!(none, None, "what was refused is not stored");
}

#[tokio::test]
async fn two_devices_changing_rules_at_once_lose_nothing() {
    let world = world().await;
    let path = |number: usize| format!("{RULES}/global/content/{number}");
    let changes = (0..32).map(|number| {
        let (ada, path) = (world.ada.clone(), path(number));
        tokio::spawn(async move { ada.put(&path, json!({ "actions": [], "pattern": "a" })).await.ok() })
    });
    for change in changes.collect::<Vec<_>>() {
        change.await.expect("it ends");
    }
    let all = world.ada.get(&format!("{RULES}/")).await.ok();
    assert_eq!(rule_ids(&all["global"], "content").len(), 32);
}

#[tokio::test]
async fn rules_are_compiled_again_when_they_change() {
    let world = world().await;
    let shape = RoomShape::new("!room:test.example".try_into().expect("a room id"), 3, None);
    let room = RoomContext::new(Arc::new(shape), ADA.try_into().expect("a user id"), String::new());
    let message = json!({ "type": "m.room.message", "sender": "@bob:test.example", "content": { "body": "hello" } });
    let message = FlattenedEvent::new(&message.to_string());

    let rules = world.push.rules(ADA).await.expect("readable");
    assert!((rules.is_default, rules.version) == (true, 0) && effect(&rules, &message, &room).notify);

    put(&world, "room/!room:test.example", json!({ "actions": [] })).await;
    let muted = world.push.rules(ADA).await.expect("readable");
    assert!(!muted.is_default && effect(&muted, &message, &room) == Effect::default());
    assert_eq!(world.push.rules(ADA).await.expect("readable").version, muted.version);

    world.ada.delete(&format!("{RULES}/global/room/!room:test.example")).await.ok();
    assert!(world.push.rules(ADA).await.expect("readable").is_default, "as it was");
    assert!(world.push.rules("@bob:test.example").await.expect("readable").is_default);
}
