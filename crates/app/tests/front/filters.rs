//! Filters that are JSON and make no sense: each is refused by its code or does what it says, and none breaks anything.

use hearth_store::testing::on_both;
use proptest::{collection, prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};

use crate::support::{Server, bodies, escaped};

/// Longer than this, the address of a request is refused before the server has it.
const ADDRESS_BYTES: usize = 60_000;

/// Lists in lists, so many, around a number.
fn nested(levels: usize) -> Value {
    (0..levels).fold(json!(1), |inner, _| json!([inner]))
}

/// Filters of a room's events that the protocol allows.
fn taken() -> Vec<Value> {
    let stars = "*".repeat(200);
    vec![
        json!({ "limit": 0 }),
        json!({ "limit": 9_007_199_254_740_991_u64 }),
        json!({ "limit": null, "types": null, "rooms": null, "senders": null, "contains_url": null }),
        json!({ "types": [] }),
        json!({ "types": [stars] }),
        json!({ "types": ["*m".repeat(200), format!("m{stars}e")] }),
        json!({ "types": ["m.room.message"], "not_types": ["m.room.message"] }),
        json!({ "types": vec!["*"; 1_000] }),
        json!({ "types": vec!["*"; 10_000] }),
        json!({ "not_types": vec!["x"; 10_000] }),
        json!({ "types": ["\0", ""], "not_types": ["a\0b"] }),
        json!({ "senders": ["@ada:test.example"], "not_senders": ["@ada:test.example"] }),
        json!({ "rooms": ["!nowhere:test.example"], "not_rooms": ["!nowhere:test.example"] }),
        json!({ "nothing": { "of": ["this", 1.5, null] }, "": "\0" }),
        json!({ "lazy_load_members": null, "include_redundant_members": true }),
        json!({ "nested": nested(90) }),
    ]
}

/// The same of which something is of another kind than the protocol has it.
fn refused() -> Vec<Value> {
    vec![
        json!({ "limit": -1 }),
        json!({ "limit": 1.5 }),
        json!({ "limit": 9_007_199_254_740_992_u64 }),
        json!({ "limit": u64::MAX }),
        json!({ "limit": "10" }),
        json!({ "limit": [10] }),
        json!({ "types": "m.room.message" }),
        json!({ "types": [1] }),
        json!({ "types": [null] }),
        json!({ "types": {} }),
        json!({ "not_types": null }),
        json!({ "rooms": ["no room"] }),
        json!({ "rooms": ["!nul\0:test.example"] }),
        json!({ "not_rooms": [""] }),
        json!({ "senders": ["nobody"] }),
        json!({ "not_senders": ["@nul\0:test.example"] }),
        json!({ "contains_url": "yes" }),
        json!({ "lazy_load_members": "true" }),
        json!({ "lazy_load_members": 1 }),
        json!({ "include_redundant_members": [] }),
        json!({ "unread_thread_notifications": 1 }),
        json!({ "nested": nested(500) }),
    ]
}

#[test]
fn an_absurd_filter_is_refused_or_usable_wherever_it_stands() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let room = ada.create(json!({})).await;
        let event = ada.say(&room, "hello").await;
        let stored_at = format!("/user/{}/filter", ada.id);
        let filters = taken().into_iter().map(|filter| (filter, true));
        for (filter, is_taken) in filters.chain(refused().into_iter().map(|filter| (filter, false))) {
            let text = filter.to_string();
            let shown: String = text.chars().take(80).collect();
            let criteria = json!({ "search_term": "hello", "filter": filter });
            let found = ada.post("/search", json!({ "search_categories": { "room_events": criteria } })).await;
            let whole = json!({ "room": { "timeline": filter } });
            let whole_text = whole.to_string();
            let stored = ada.post(&stored_at, whole).await;
            if let Some(id) = stored.json["filter_id"].as_str() {
                let kept = ada.get(&format!("{stored_at}/{id}")).await.ok();
                assert_eq!(kept.to_string(), whole_text, "{shown}");
                ada.get(&format!("/sync?filter={id}")).await.ok();
            }
            let mut answers = vec![("M_BAD_JSON", found), ("M_BAD_JSON", stored)];
            for path in [
                format!("/rooms/{room}/messages?dir=b&filter={}", escaped(&text)),
                format!("/rooms/{room}/context/{event}?filter={}", escaped(&text)),
                format!("/sync?filter={}", escaped(&whole_text)),
            ] {
                if path.len() < ADDRESS_BYTES {
                    answers.push(("M_INVALID_PARAM", ada.get(&path).await));
                }
            }
            for (code, answer) in answers {
                let expected = if is_taken { (200, "") } else { (400, code) };
                assert_eq!(answer.refusal(), expected, "{shown}: {}", answer.text);
            }
        }
        server.close().await;
    });
}

#[test]
fn stars_stand_for_anything_and_what_is_wanted_and_refused_is_not_shown() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let room = ada.create(json!({})).await;
        ada.say(&room, "hello").await;
        let stars = "*".repeat(200);
        for (filter, is_shown) in [
            (json!({ "types": [stars] }), true),
            (json!({ "types": [format!("m{stars}e")] }), true),
            (json!({ "not_types": [stars] }), false),
            (json!({ "types": ["m.room.message"], "not_types": ["m.room.message"] }), false),
            (json!({ "types": [] }), false),
            (json!({ "senders": ["@ada:test.example"], "not_senders": ["@ada:test.example"] }), false),
        ] {
            let expected: &[&str] = if is_shown { &["hello"] } else { &[] };
            let path = format!("/rooms/{room}/messages?dir=b&limit=100&filter={}", escaped(&filter.to_string()));
            assert_eq!(bodies(&ada.get(&path).await.ok()["chunk"]), expected, "{filter}");
        }
        server.close().await;
    });
}

const TEXTS: [&str; 8] =
    ["*", "m.room.*", "m.room.message", "@ada:test.example", "!nowhere:test.example", "federation", "a\0b", ""];

const LISTS: [&str; 6] = ["types", "not_types", "rooms", "not_rooms", "senders", "not_senders"];

const OTHERS: [&str; 7] = [
    "limit",
    "contains_url",
    "lazy_load_members",
    "include_redundant_members",
    "unread_thread_notifications",
    "include_leave",
    "unheard_of",
];

const PLACES: [&str; 4] = ["timeline", "state", "ephemeral", "account_data"];

fn object(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(TEXTS.to_vec()).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            collection::btree_map(select(OTHERS.to_vec()), inner, 0..3).prop_map(object),
        ]
    })
}

/// Filters of which about as many can be used as not.
fn filters() -> impl Strategy<Value = Value> {
    let texts = collection::vec(select(TEXTS.to_vec()), 0..4).prop_map(Value::from);
    let list = (select(LISTS.to_vec()), prop_oneof![6 => texts, 1 => anything()]);
    let plain =
        prop_oneof![4 => any::<bool>().prop_map(Value::from), 4 => (0..200_u64).prop_map(Value::from), 1 => anything()];
    let other = (select(OTHERS.to_vec()), plain);
    let events = collection::vec(prop_oneof![list, other], 0..3).prop_map(object);
    let of_room = collection::btree_map(select(PLACES.to_vec()), events.clone(), 0..3).prop_map(object);
    let parts = (of_room, events, anything(), 0..8_u8);
    parts.prop_map(|(room, account_data, odd, which)| match which {
        0 => json!({ "room": odd }),
        1 => json!({ "presence": odd, "room": room }),
        2 => json!({ "event_fields": odd, "event_format": "federation", "room": room }),
        _ => json!({ "account_data": account_data, "room": room }),
    })
}

#[test]
fn a_filter_is_taken_in_a_sync_when_it_can_be_stored_and_does_the_same() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let ada = server.member("ada").await;
        let room = ada.create(json!({})).await;
        ada.say(&room, "hello").await;
        let stored_at = format!("/user/{}/filter", ada.id);
        let (mut runner, strategy, mut used) = (TestRunner::deterministic(), filters(), 0);
        for _ in 0..200 {
            let filter = strategy.new_tree(&mut runner).expect("a filter").current();
            let text = filter.to_string();
            let stored = ada.post(&stored_at, filter).await;
            let inline = ada.get(&format!("/sync?filter={}", escaped(&text))).await;
            let Some(id) = stored.json["filter_id"].as_str() else {
                assert_eq!(stored.refusal(), (400, "M_BAD_JSON"), "{text}: {}", stored.text);
                assert_eq!(inline.refusal(), (400, "M_INVALID_PARAM"), "{text}: {}", inline.text);
                continue;
            };
            let named = ada.get(&format!("/sync?filter={id}")).await.ok();
            assert_eq!(named["rooms"], inline.ok()["rooms"], "{text}");
            used += 1;
        }
        assert!((20..=180).contains(&used), "{used}");
        server.close().await;
    });
}
