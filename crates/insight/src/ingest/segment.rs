//! Segment's tracking API: what its SDKs send, as events and links.
//!
//! One call a request (`/v1/track` …), or many in a batch with the time at which it was sent. `traits` and `context` are
//! not looked at, but for the group's id; of `properties` only what the mapping names.

use hearth_kernel::{Error, Result, limits};
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

use super::{
    body::{self, Object},
    model::{Link, Mapping, Parsed, Refusal, Taken},
    moment::Clocks,
};

/// What somebody calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Track,
    Identify,
    Page,
    Screen,
    Group,
    Alias,
}

impl Verb {
    pub(super) const ALL: [Self; 6] = [Self::Track, Self::Identify, Self::Page, Self::Screen, Self::Group, Self::Alias];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Track => "track",
            Self::Identify => "identify",
            Self::Page => "page",
            Self::Screen => "screen",
            Self::Group => "group",
            Self::Alias => "alias",
        }
    }

    fn of(message: &Object) -> Result<Self, Refusal> {
        let word = body::text(message, "type").unwrap_or_default();
        let unknown = || Refusal::malformed("`type` must be track, identify, page, screen, group or alias");
        Self::ALL.into_iter().find(|verb| verb.word() == word).ok_or_else(unknown)
    }
}

/// A request, before it is known whose it is.
pub(super) struct Request {
    pub(super) write_key: Option<String>,
    sent_at: Option<Value>,
    messages: Vec<Result<(Option<Verb>, Object), Refusal>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Batch<'a> {
    #[serde(borrow)]
    batch: Vec<&'a RawValue>,
    write_key: Option<Value>,
    sent_at: Option<Value>,
}

impl Request {
    /// One call.
    pub(super) fn one(verb: Verb, bytes: &[u8]) -> Result<Self> {
        if bytes.len() > limits::INGEST_EVENT_BYTES {
            let most = limits::INGEST_EVENT_BYTES;
            return Err(Error::too_large(format!("An event may have {most} bytes. Send less with it.")));
        }
        let message: Object = hearth_http::object(bytes)?;
        Ok(Self { write_key: key(message.get("writeKey")), sent_at: None, messages: vec![Ok((Some(verb), message))] })
    }

    /// Many calls.
    pub(super) fn batch(bytes: &[u8]) -> Result<Self> {
        let Batch { batch, write_key, sent_at } = hearth_http::object(bytes)?;
        if batch.len() > limits::INGEST_BATCH_EVENTS {
            let most = limits::INGEST_BATCH_EVENTS;
            return Err(Error::too_large(format!("A batch may have {most} events. Send less at once.")));
        }
        let messages = batch
            .into_iter()
            .map(|raw| body::event(raw, limits::INGEST_EVENT_BYTES).map(|message| (None, message)))
            .collect();
        Ok(Self { write_key: key(write_key.as_ref()), sent_at, messages })
    }

    pub(super) fn parse(self, mapping: &Mapping, received_ms: i64) -> Parsed {
        let mut parsed = Parsed::default();
        // A batch whose time cannot be read has none: its events have theirs.
        let sent_ms = body::moment_of(self.sent_at.as_ref(), "sentAt").unwrap_or_default();
        for (at, message) in self.messages.into_iter().enumerate() {
            let taken = message.and_then(|(verb, message)| {
                let verb = verb.map_or_else(|| Verb::of(&message), Ok)?;
                let sent_ms = sent_ms.or(body::time(&message, "sentAt")?);
                take(verb, &message, mapping, (sent_ms, received_ms))
            });
            match taken {
                Ok((taken, link)) => {
                    parsed.taken.push(taken);
                    parsed.links.extend(link);
                }
                Err(refusal) => parsed.refused.push((at, refusal)),
            }
        }
        parsed
    }
}

fn key(value: Option<&Value>) -> Option<String> {
    value?.as_str().map(str::to_owned)
}

fn take(
    verb: Verb,
    message: &Object,
    mapping: &Mapping,
    (sent_ms, received_ms): (Option<i64>, i64),
) -> Result<(Taken, Option<Link>), Refusal> {
    let said_ms = match body::time(message, "originalTimestamp")? {
        None => body::time(message, "timestamp")?,
        said => said,
    };
    let at_ms = Clocks { said_ms, sent_ms, received_ms }.happened_ms()?;
    let (user, anonymous) = (body::id(message, "userId")?, body::id(message, "anonymousId")?);
    let before = match verb {
        Verb::Alias => {
            let before = body::id(message, "previousId")?.or_else(|| anonymous.clone());
            Some(before.ok_or_else(|| Refusal::malformed("`previousId` must say which id is the same person"))?)
        }
        Verb::Identify => anonymous.clone(),
        _ => None,
    };
    let link = before.zip(user.as_deref()).and_then(|(from, to)| Link::between(from, to, at_ms));
    let member = user.or(anonymous).ok_or_else(|| Refusal::malformed("give `userId` or `anonymousId`"))?;
    let name = match verb {
        Verb::Track => body::name(message, "event")?,
        verb => verb.word().to_owned(),
    };
    let properties = body::object(message, "properties");
    let room = match verb {
        Verb::Group => body::id(message, "groupId")?,
        _ => mapping.room(properties).or_else(|| {
            let context = body::object(message, "context")?;
            body::id(context, "groupId").ok()?
        }),
    };
    let taken = Taken {
        message_id: body::id(message, "messageId")?,
        name,
        member,
        at_ms,
        peer: mapping.peer(properties),
        room,
        amount: mapping.amount(properties),
    };
    Ok((taken, link))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::ingest::model::Why;

    const RECEIVED: i64 = 1_767_225_600_000;

    fn batch(messages: &[Value]) -> Parsed {
        let body = json!({ "batch": messages, "writeKey": "k", "sentAt": "2026-01-01T00:00:10Z" }).to_string();
        let request = Request::batch(body.as_bytes()).unwrap();
        assert_eq!(request.write_key.as_deref(), Some("k"));
        request.parse(&Mapping::parse("peer=to,room=channel,amount=price").unwrap(), RECEIVED)
    }

    #[test]
    fn a_track_call_is_an_event_by_our_clock_and_without_its_text() {
        let parsed = batch(&[json!({
            "type": "track", "event": "Order Completed", "userId": "ada", "anonymousId": "anon", "messageId": "m1",
            "timestamp": "2026-01-01T00:00:03.000Z", "context": { "ip": "10.0.0.1", "groupId": "team" },
            "properties": { "to": "ben", "price": 12.6, "note": "please wrap it" },
        })]);
        let expected = Taken {
            message_id: Some("m1".to_owned()),
            name: "Order Completed".to_owned(),
            member: "ada".to_owned(),
            at_ms: RECEIVED - 7_000,
            peer: Some("ben".to_owned()),
            room: Some("team".to_owned()),
            amount: Some(13),
        };
        assert_eq!(parsed.taken, [expected]);
        assert!(parsed.links.is_empty() && parsed.refused.is_empty());
    }

    #[test]
    fn identify_and_alias_say_who_is_one_person() {
        let parsed = batch(&[
            json!({ "type": "identify", "userId": "ada", "anonymousId": "anon", "traits": { "email": "a@b.c" } }),
            json!({ "type": "alias", "userId": "ada", "previousId": "ada@old" }),
            json!({ "type": "identify", "userId": "ada", "anonymousId": "ada" }),
            json!({ "type": "identify", "anonymousId": "anon" }),
            json!({ "type": "group", "userId": 7, "groupId": "team" }),
        ]);
        let pairs: Vec<_> = parsed.links.iter().map(|link| (link.from.as_str(), link.to.as_str())).collect();
        assert_eq!(pairs, [("anon", "ada"), ("ada@old", "ada")]);
        let names: Vec<_> = parsed.taken.iter().map(|taken| taken.name.as_str()).collect();
        assert_eq!(names, ["identify", "alias", "identify", "identify", "group"]);
        assert_eq!((parsed.taken[4].member.as_str(), parsed.taken[4].room.as_deref()), ("7", Some("team")));
    }

    #[test]
    fn one_bad_call_does_not_take_the_others_with_it() {
        let long = "x".repeat(limits::INGEST_EVENT_BYTES);
        let parsed = batch(&[
            json!({ "type": "track", "event": "ok", "userId": "ada" }),
            json!({ "type": "track", "userId": "ada" }),
            json!({ "type": "track", "event": "ok" }),
            json!({ "type": "shout", "event": "ok", "userId": "ada" }),
            json!({ "type": "alias", "userId": "ada" }),
            json!({ "type": "track", "event": "ok", "userId": { "id": 1 } }),
            json!({ "type": "track", "event": "ok", "userId": "ada", "timestamp": "yesterday" }),
            json!({ "type": "track", "event": "ok", "userId": "ada", "properties": { "text": long } }),
            json!({ "type": "track", "event": "ok", "userId": "ada", "timestamp": "2027-01-01T00:00:00Z" }),
            json!({ "type": "track", "event": "ok", "userId": "ada", "timestamp": "2025-01-01T00:00:00Z" }),
            json!("track"),
        ]);
        assert_eq!(parsed.taken.len(), 1);
        let why: Vec<_> = parsed.refused.iter().map(|(at, refusal)| (*at, refusal.why)).collect();
        let malformed = [1, 2, 3, 4, 5, 6].map(|at| (at, Why::Malformed));
        let rest = [(7, Why::TooLarge), (8, Why::Future), (9, Why::Late), (10, Why::Malformed)];
        assert_eq!(why, [malformed.as_slice(), rest.as_slice()].concat());
    }

    #[test]
    fn ingest_batch_events_bounds_a_batch() {
        let body = |count: usize| format!("{{\"batch\":[{}]}}", vec!["1"; count].join(","));
        assert!(Request::batch(body(limits::INGEST_BATCH_EVENTS).as_bytes()).is_ok());
        assert!(Request::batch(body(limits::INGEST_BATCH_EVENTS + 1).as_bytes()).is_err());
        for wrong in ["", "[]", "{}", "{\"batch\":1}", "nothing", "{\"batch\":[}"] {
            assert!(Request::batch(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
