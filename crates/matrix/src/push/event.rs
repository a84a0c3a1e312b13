//! An event as rules see it: its properties by their dotted paths. Made once an event, asked by the
//! rules of every reader.

use std::{collections::BTreeMap, sync::OnceLock};

use ruma::{
    Int,
    push::{FlattenedJsonValue, ScalarJsonValue},
};
use serde_json::Value;

/// The path of the words that content rules look at.
pub(super) const BODY: &str = "content.body";

/// An event's properties, flat. One that is not JSON has none.
#[derive(Debug, Default)]
pub struct FlattenedEvent {
    properties: BTreeMap<String, FlattenedJsonValue>,
    words: OnceLock<String>,
}

impl FlattenedEvent {
    /// From the event as clients get it. Numbers that are no integers of the protocol are left out.
    pub fn new(json: &str) -> Self {
        let mut event = Self::default();
        match serde_json::from_str(json) {
            Ok(Value::Object(whole)) => {
                whole.into_iter().for_each(|(key, value)| event.flatten(escaped(key), value));
            }
            _ => tracing::warn!("an event that is not a JSON object has no properties to notify for"),
        }
        event
    }

    // As deep as the JSON, which its parser has bounded.
    fn flatten(&mut self, path: String, value: Value) {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                fields.into_iter().for_each(|(key, value)| self.flatten(format!("{path}.{}", escaped(key)), value));
            }
            other => {
                property(other).and_then(|value| self.properties.insert(path, value));
            }
        }
    }

    pub(super) fn get(&self, path: &str) -> Option<&FlattenedJsonValue> {
        self.properties.get(path)
    }

    /// A property that is a text. Dots within a key are escaped: `content.m\.relates_to.rel_type`.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.get(path)?.as_str()
    }

    /// The body in lower case, if it has one.
    pub(super) fn words(&self) -> Option<&str> {
        let body = self.text(BODY)?;
        Some(self.words.get_or_init(|| body.to_lowercase()))
    }
}

/// A key as a part of a path (protocol).
fn escaped(key: String) -> String {
    if key.contains(['.', '\\']) { key.replace('\\', r"\\").replace('.', r"\.") } else { key }
}

fn property(value: Value) -> Option<FlattenedJsonValue> {
    Some(match value {
        Value::Object(_) => FlattenedJsonValue::EmptyObject,
        Value::Array(items) => FlattenedJsonValue::Array(items.into_iter().filter_map(scalar).collect()),
        Value::Null => FlattenedJsonValue::Null,
        Value::Bool(is) => FlattenedJsonValue::Bool(is),
        Value::Number(number) => FlattenedJsonValue::Integer(Int::new(number.as_i64()?)?),
        Value::String(text) => FlattenedJsonValue::String(text),
    })
}

fn scalar(value: Value) -> Option<ScalarJsonValue> {
    Some(match value {
        Value::Object(_) | Value::Array(_) => return None,
        Value::Null => ScalarJsonValue::Null,
        Value::Bool(is) => ScalarJsonValue::Bool(is),
        Value::Number(number) => ScalarJsonValue::Integer(Int::new(number.as_i64()?)?),
        Value::String(text) => ScalarJsonValue::String(text),
    })
}

#[cfg(test)]
mod tests {
    use super::FlattenedEvent;

    #[test]
    fn paths_are_dotted_and_their_dots_escaped() {
        let event = FlattenedEvent::new(r#"{"content":{"m.mentions":{"room":true},"a\\b":"c","e":{},"n":1.5}}"#);
        assert!(event.get(r"content.m\.mentions.room").is_some_and(|value| value.as_bool() == Some(true)));
        assert_eq!(event.text(r"content.a\\b"), Some("c"));
        assert!(event.get("content.e").is_some());
        assert!(event.get("content.n").is_none(), "a float is no value of the protocol");
    }

    #[test]
    fn what_is_no_object_has_no_properties() {
        let deep = format!("{}1{}", r#"{"a":"#.repeat(500), "}".repeat(500));
        for json in ["", "[]", "1", deep.as_str(), r#"{"a":1e999}"#] {
            assert!(FlattenedEvent::new(json).properties.is_empty());
        }
    }
}
