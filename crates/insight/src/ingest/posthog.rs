//! PostHog's capture API: what its SDKs send, as events and links.
//!
//! One event, a list of them, or a batch with the time at which it was sent; the key is `api_key`, or `token` as browsers
//! say. Of `properties` only ids of the protocol are looked at, and what the mapping names.

use hearth_kernel::{Error, Result, limits};
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

use super::{
    body::{self, Object},
    model::{Link, Mapping, Parsed, Refusal, Taken},
    moment::Clocks,
};

/// A request, before it is known whose it is.
pub(super) struct Request {
    pub(super) api_key: Option<String>,
    sent_at: Option<Value>,
    events: Vec<Result<Object, Refusal>>,
}

#[derive(Deserialize)]
struct Batch<'a> {
    #[serde(borrow)]
    batch: Option<Vec<&'a RawValue>>,
    api_key: Option<Value>,
    token: Option<Value>,
    sent_at: Option<Value>,
}

impl Request {
    /// Whichever of the three forms it has.
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        if bytes.trim_ascii_start().starts_with(b"[") {
            let events = each(body::list(bytes)?)?;
            let api_key = events.iter().flatten().find_map(key_of);
            return Ok(Self { api_key, sent_at: None, events });
        }
        let Batch { batch, api_key, token, sent_at } = hearth_http::object(bytes)?;
        let api_key = api_key.or(token).and_then(|key| key.as_str().map(str::to_owned));
        match batch {
            Some(batch) => {
                let events = each(batch)?;
                let api_key = api_key.or_else(|| events.iter().flatten().find_map(key_of));
                Ok(Self { api_key, sent_at, events })
            }
            None => {
                let event: Object = hearth_http::object(bytes)?;
                let api_key = api_key.or_else(|| key_of(&event));
                Ok(Self { api_key, sent_at, events: vec![Ok(event)] })
            }
        }
    }

    pub(super) fn parse(self, mapping: &Mapping, received_ms: i64) -> Parsed {
        let mut parsed = Parsed::default();
        let sent_ms = body::moment_of(self.sent_at.as_ref(), "sent_at").unwrap_or_default();
        for (at, event) in self.events.into_iter().enumerate() {
            match event.and_then(|event| take(&event, mapping, (sent_ms, received_ms))) {
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

fn each(batch: Vec<&RawValue>) -> Result<Vec<Result<Object, Refusal>>> {
    if batch.len() > limits::INGEST_BATCH_EVENTS {
        let most = limits::INGEST_BATCH_EVENTS;
        return Err(Error::too_large(format!("A batch may have {most} events. Send less at once.")));
    }
    Ok(batch.into_iter().map(|raw| body::event(raw, limits::CAPTURE_EVENT_BYTES)).collect())
}

fn key_of(event: &Object) -> Option<String> {
    let inside = || body::text(body::object(event, "properties")?, "token");
    body::text(event, "api_key").or_else(|| body::text(event, "token")).or_else(inside).map(str::to_owned)
}

fn take(
    event: &Object,
    mapping: &Mapping,
    (sent_ms, received_ms): (Option<i64>, i64),
) -> Result<(Taken, Option<Link>), Refusal> {
    let nothing = Object::new();
    let properties = body::object(event, "properties").unwrap_or(&nothing);
    // Browsers without a clock that they trust say how long ago it was; their clock is not asked then.
    let ago_ms = event.get("offset").and_then(Value::as_i64).filter(|ago_ms| *ago_ms >= 0);
    let (said_ms, sent_ms) = match body::time(event, "timestamp")? {
        None => (ago_ms.map(|ago_ms| received_ms.saturating_sub(ago_ms)), None),
        said => (said, sent_ms),
    };
    let at_ms = Clocks { said_ms, sent_ms, received_ms }.happened_ms()?;
    let member = match body::id(event, "distinct_id")? {
        None => body::id(properties, "distinct_id")?,
        id => id,
    };
    let member = member.ok_or_else(|| Refusal::malformed("`distinct_id` must say who it was"))?;
    let name = body::name(event, "event")?;
    let before = match name.as_str() {
        "$identify" => body::id(properties, "$anon_distinct_id")?,
        "$create_alias" | "$merge_dangerously" => body::id(properties, "alias")?,
        _ => None,
    };
    let link = before.and_then(|from| Link::between(from, &member, at_ms));
    let properties = Some(properties);
    let taken = Taken {
        message_id: body::id(event, "uuid")?,
        name,
        member,
        at_ms,
        peer: mapping.peer(properties),
        room: mapping.room(properties),
        amount: mapping.amount(properties),
    };
    Ok((taken, link))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const RECEIVED: i64 = 1_767_225_600_000;

    fn read(body: &Value) -> (Option<String>, Parsed) {
        let request = Request::read(body.to_string().as_bytes()).unwrap();
        (request.api_key.clone(), request.parse(&Mapping::parse("room=channel").unwrap(), RECEIVED))
    }

    #[test]
    fn one_event_a_list_and_a_batch_are_the_same() {
        let event = json!({
            "event": "message sent", "distinct_id": "ada", "uuid": "u1", "timestamp": "2025-12-31T23:59:58Z",
            "properties": { "channel": "c1", "text": "hello there", "token": "k" },
        });
        let mut single = event.clone();
        single["api_key"] = "k".into();
        for body in [single, json!([event]), json!({ "api_key": "k", "batch": [event] }), json!({ "batch": [event] })] {
            let (key, parsed) = read(&body);
            assert_eq!(key.as_deref(), Some("k"), "{body}");
            let taken = &parsed.taken[0];
            assert_eq!((taken.member.as_str(), taken.room.as_deref()), ("ada", Some("c1")));
            assert_eq!((taken.at_ms, taken.message_id.as_deref()), (RECEIVED - 2_000, Some("u1")));
        }
    }

    #[test]
    fn identities_are_linked_to_the_id_that_an_event_names() {
        let (_, parsed) = read(&json!({ "api_key": "k", "batch": [
            { "event": "$identify", "distinct_id": "ada", "properties": { "$anon_distinct_id": "anon" } },
            { "event": "$create_alias", "properties": { "distinct_id": "ada", "alias": "old" } },
            { "event": "$create_alias", "distinct_id": "ada", "properties": { "alias": "ada" } },
        ] }));
        let pairs: Vec<_> = parsed.links.iter().map(|link| (link.from.as_str(), link.to.as_str())).collect();
        assert_eq!(pairs, [("anon", "ada"), ("old", "ada")]);
        assert_eq!(parsed.taken.len(), 3);
    }

    #[test]
    fn an_offset_says_how_long_ago_it_was() {
        let (_, parsed) = read(&json!([{ "event": "x", "distinct_id": "ada", "offset": 4_000 }]));
        assert_eq!(parsed.taken[0].at_ms, RECEIVED - 4_000);
        // A clock that is an hour behind changes nothing in that.
        let event = json!({ "event": "x", "distinct_id": "ada", "offset": 4_000 });
        let (_, parsed) = read(&json!({ "api_key": "k", "sent_at": "2025-12-31T23:00:00Z", "batch": [event] }));
        assert_eq!(parsed.taken[0].at_ms, RECEIVED - 4_000);
    }

    #[test]
    fn what_is_no_event_is_refused_and_named() {
        let (_, parsed) = read(&json!({ "api_key": "k", "batch": [{ "event": "x" }, { "distinct_id": "ada" }, 3] }));
        assert_eq!(parsed.refused.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0, 1, 2]);
        for wrong in ["", "3", "nothing", "{\"batch\":3}"] {
            assert!(Request::read(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
