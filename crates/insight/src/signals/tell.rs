//! What apps tell of their use: words of the lexicon, and nothing else.
//!
//! A signal says how long ago it was and not when, so that no clock but the server's is believed.

use std::sync::LazyLock;

use hearth_kernel::{Error, Fact, FactKind, Result, limits, ports::Purpose};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{
    kind::{SignalKind, Words},
    kinds::KINDS,
};
use crate::nearest::nearest;

pub(super) const APP_HINDERED: &str = "signals.app_hindered";
pub(super) const APP_USED: &str = "signals.app_used";

static HINDERED: FactKind = FactKind {
    name: APP_HINDERED,
    doc: "A member's app told what got in their way: the name of the signal, and its variant.",
};
static USED: FactKind =
    FactKind { name: APP_USED, doc: "A member's app told how it was used: the name of the signal, and its variant." };

pub(super) const FACTS: &[&FactKind] = &[&HINDERED, &USED];

/// The purposes of what apps tell.
pub(super) const PURPOSES: [Purpose; 2] = [Purpose::Retention, Purpose::Product];

/// The kinds that an app may tell of, with the facts that they come by.
static KNOWN: LazyLock<Vec<(&'static SignalKind, &'static FactKind)>> = LazyLock::new(|| {
    let fact =
        |kind: &SignalKind| FACTS.iter().find(|fact| kind.source.as_ref().is_some_and(|of| of.fact == fact.name));
    KINDS.iter().filter_map(|kind| Some((*kind, *fact(kind)?))).collect()
});

/// What an app told at once.
#[derive(Debug)]
pub(super) struct Told {
    id: String,
    pub signals: Vec<One>,
}

/// One signal that an app told.
#[derive(Debug, PartialEq)]
pub(super) struct One {
    pub kind: &'static SignalKind,
    fact: &'static FactKind,
    variant: Option<&'static str>,
    pub ago_ms: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    id: String,
    signals: Vec<OneBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OneBody {
    signal: String,
    variant: Option<String>,
    ago_ms: i64,
}

impl Told {
    /// All of a request, or the first thing that is wrong with it.
    pub fn read(body: &[u8]) -> Result<Self> {
        let Body { id, signals } = hearth_http::object(body)?;
        if id.is_empty() || id.len() > limits::ID_BYTES {
            let most = limits::ID_BYTES;
            return Err(Error::invalid_param(format!("`id` is what the app calls this batch, in 1 to {most} bytes.")));
        }
        if signals.len() > limits::TOLD_SIGNALS {
            let most = limits::TOLD_SIGNALS;
            return Err(Error::too_large(format!(
                "{most} signals can be told at once. Send the rest in another batch."
            )));
        }
        let read = |(number, one): (usize, &OneBody)| {
            One::read(one).map_err(|words| Error::invalid_param(format!("Signal {}: {words}", number + 1)))
        };
        let signals = signals.iter().enumerate().map(read).collect::<Result<_>>()?;
        Ok(Self { id, signals })
    }

    /// What makes it the same batch when it comes again. It leads to nobody.
    pub fn digest(&self, member: &str) -> [u8; 32] {
        Sha256::new().chain_update(member).chain_update([0]).chain_update(&self.id).finalize().into()
    }
}

impl One {
    /// The error says in words what is wrong.
    fn read(told: &OneBody) -> Result<Self, String> {
        let found = KNOWN.iter().find(|(kind, _)| kind.name == told.signal);
        let Some((kind, fact)) = found else {
            let near = nearest(&told.signal, KNOWN.iter().map(|(kind, _)| kind.name));
            return Err(format!("an app tells of no such signal; the nearest is `{near}`."));
        };
        let (kind, fact) = (*kind, *fact);
        let variant = match (kind.variants, told.variant.as_deref()) {
            (Words::Closed(words), Some(said)) => {
                let known = words.iter().find(|word| **word == said).copied();
                let near = || nearest(said, words.iter().copied());
                Some(
                    known
                        .ok_or_else(|| format!("`{}` has no such variant; the nearest is `{}`.", kind.name, near()))?,
                )
            }
            (Words::Closed(words), None) => {
                return Err(format!("`{}` needs a variant, one of {}.", kind.name, words.join(", ")));
            }
            (_, Some(_)) => return Err(format!("`{}` has no variants.", kind.name)),
            (_, None) => None,
        };
        if !(0..=limits::TOLD_AGO_MS).contains(&told.ago_ms) {
            let most = limits::TOLD_AGO_MS;
            return Err(format!(
                "`ago_ms` is how long ago it was, from 0 to {most} milliseconds. Leave out what is older."
            ));
        }
        Ok(Self { kind, fact, variant, ago_ms: told.ago_ms })
    }

    /// What is stated of it.
    pub fn fact(&self, member: &str, now_ms: i64) -> Fact {
        let fact = Fact::new(self.fact, member, now_ms - self.ago_ms).kind("signal", self.kind.name);
        self.variant.into_iter().fold(fact, |fact, variant| fact.kind("variant", variant))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(signals: &Value) -> Result<Vec<One>> {
        let body = json!({ "id": "b1", "signals": signals }).to_string();
        Told::read(body.as_bytes()).map(|told| told.signals)
    }

    fn refusal(signals: &Value) -> String {
        read(signals).unwrap_err().message.into_owned()
    }

    #[test]
    fn what_apps_tell_is_of_the_lexicon() {
        let all: Vec<&str> = KNOWN.iter().map(|(kind, _)| kind.name).collect();
        assert!(
            all.contains(&"send_failed") && all.contains(&"app_opened") && !all.contains(&"message_sent"),
            "{all:?}"
        );
        for (kind, _) in KNOWN.iter() {
            assert!(PURPOSES.contains(&kind.purpose), "{}", kind.name);
            // No field has a place for who or where.
            assert_eq!((kind.peer, kind.room, kind.amount), (None, None, None), "{}", kind.name);
            let words = match kind.variants {
                Words::Closed(words) => words.to_vec(),
                _ => Vec::new(),
            };
            let told: Vec<Value> = match words.is_empty() {
                true => vec![json!({ "signal": kind.name, "ago_ms": 0 })],
                false => {
                    words.iter().map(|word| json!({ "signal": kind.name, "variant": word, "ago_ms": 7 })).collect()
                }
            };
            assert_eq!(read(&told.into()).unwrap().len(), words.len().max(1));
        }
        assert_eq!(read(&json!([])).unwrap(), []);
    }

    #[test]
    fn what_is_not_of_it_is_refused_by_name() {
        for (one, says) in [
            (
                json!({ "signal": "send_faild", "ago_ms": 0 }),
                "Signal 1: an app tells of no such signal; the nearest is `send_failed`.",
            ),
            (json!({ "signal": "message_sent", "ago_ms": 0 }), "no such signal"),
            (json!({ "signal": "product_activity", "variant": "x", "ago_ms": 0 }), "no such signal"),
            (
                json!({ "signal": "slow_room", "variant": "11s", "ago_ms": 0 }),
                "`slow_room` has no such variant; the nearest is `10s`.",
            ),
            (json!({ "signal": "slow_room", "ago_ms": 0 }), "`slow_room` needs a variant, one of 1s, 3s, 10s."),
            (json!({ "signal": "app_opened", "variant": "1s", "ago_ms": 0 }), "`app_opened` has no variants."),
            (json!({ "signal": "app_opened", "ago_ms": -1 }), "how long ago"),
            (json!({ "signal": "app_opened", "ago_ms": limits::TOLD_AGO_MS + 1 }), "Leave out what is older."),
            (json!({ "signal": "app_opened", "ago_ms": 0, "room": "!r" }), "unknown field `room`"),
            (json!({ "signal": "app_opened", "ago_ms": 0, "words": "see you" }), "unknown field `words`"),
            (json!({ "signal": "app_opened" }), "missing field `ago_ms`"),
            (json!("app_opened"), "cannot be read"),
        ] {
            let said = refusal(&json!([one]));
            assert!(said.contains(says), "{said}");
        }
        assert_eq!(read(&json!([{ "signal": "app_opened", "ago_ms": limits::TOLD_AGO_MS }])).unwrap().len(), 1);
    }

    #[test]
    fn told_signals_is_the_most_of_a_batch() {
        let many = |count| Value::from(vec![json!({ "signal": "app_opened", "ago_ms": 0 }); count]);
        assert_eq!(read(&many(limits::TOLD_SIGNALS)).unwrap().len(), limits::TOLD_SIGNALS);
        assert!(refusal(&many(limits::TOLD_SIGNALS + 1)).contains("another batch"));
        for id in [String::new(), "x".repeat(limits::ID_BYTES + 1)] {
            let body = json!({ "id": id, "signals": [] }).to_string();
            assert!(Told::read(body.as_bytes()).unwrap_err().message.contains("`id`"));
        }
    }
}
