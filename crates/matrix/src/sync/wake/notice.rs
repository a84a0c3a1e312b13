//! What a gateway is told, as the protocol has it (<https://spec.matrix.org/v1.15/push-gateway-api/#post_matrixpushv1notify>).

use std::sync::Arc;

use http::Uri;
use ruma::{events::TimelineEventType, push::Action};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::rooms::{Room, RoomEvent};

/// A device as its app has described it.
#[derive(Deserialize)]
pub(super) struct Target {
    pub(super) app_id: String,
    pub(super) pushkey: String,
    data: Data,
}

/// Where and how it is told. The gateway gets back the rest of it.
#[derive(Deserialize)]
struct Data {
    url: String,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl Target {
    /// From a pusher as it is kept.
    pub(super) fn parse(pusher: &str) -> Option<Self> {
        serde_json::from_str(pusher).ok()
    }

    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        (&self.app_id, &self.pushkey, &self.data.url) == (&other.app_id, &other.pushkey, &other.data.url)
    }

    pub(super) fn url(&self) -> Option<Uri> {
        self.data.url.parse().ok()
    }

    fn wants_ids_only(&self) -> bool {
        self.data.rest.get("format").is_some_and(|format| format == "event_id_only")
    }

    fn device(&self, tweaks: &Value) -> Value {
        json!({ "app_id": self.app_id, "pushkey": self.pushkey, "data": self.data.rest, "tweaks": tweaks })
    }
}

/// An event for one member.
pub(super) struct Notice {
    /// What is told in any case.
    ids: Map<String, Value>,
    /// What is told unless the app has asked for the ids only.
    said: Map<String, Value>,
    tweaks: Value,
}

impl Notice {
    pub(super) fn new(room: &Arc<Room>, event: &RoomEvent, member: &str, actions: &[Action]) -> Self {
        let tweaks = tweaks(actions);
        let is_loud = tweaks.get("sound").is_some() || tweaks["highlight"] == true;
        let is_high = is_loud || event.kind == TimelineEventType::RoomEncrypted;
        let state = room.state();
        let named = |kind: &str, field: &str| state.get(kind, "").and_then(|event| event.content_str(field));
        let sender = state.member(event.sender.as_str()).and_then(|member| member.content_str("displayname"));
        let mut said = json!({
            "type": event.kind.to_string(),
            "sender": event.sender,
            "content": serde_json::from_str::<Value>(event.content.get()).unwrap_or_default(),
        });
        for (field, text) in [
            ("sender_display_name", sender),
            ("room_name", named("m.room.name", "name")),
            ("room_alias", named("m.room.canonical_alias", "alias")),
        ] {
            if let Some(text) = text {
                said[field] = text.into();
            }
        }
        if event.membership().is_some() {
            said["user_is_target"] = (event.state_key.as_deref() == Some(member)).into();
        }
        let ids = json!({
            "event_id": event.event_id, "room_id": room.id, "prio": if is_high { "high" } else { "low" },
        });
        Self { ids: object(ids), said: object(said), tweaks }
    }

    pub(super) fn told(&self, target: &Target, unread: u64) -> Value {
        let mut notification = self.ids.clone();
        if !target.wants_ids_only() {
            notification.extend(self.said.clone());
        }
        whole(notification, unread, &target.device(&self.tweaks))
    }
}

/// How much is unread, and no event.
pub(super) fn count(target: &Target, unread: u64) -> Value {
    whole(object(json!({ "prio": "low" })), unread, &target.device(&json!({})))
}

fn whole(mut notification: Map<String, Value>, unread: u64, device: &Value) -> Value {
    notification.insert("counts".to_owned(), json!({ "unread": unread }));
    notification.insert("devices".to_owned(), json!([device]));
    json!({ "notification": notification })
}

/// What the rule asks for beside being told: a sound, a highlight.
fn tweaks(actions: &[Action]) -> Value {
    let mut tweaks = json!({});
    for action in actions {
        let Ok(Value::Object(action)) = serde_json::to_value(action) else { continue };
        if let Some(name) = action.get("set_tweak").and_then(Value::as_str) {
            tweaks[name] = action.get("value").cloned().unwrap_or(Value::Bool(true));
        }
    }
    tweaks
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use ruma::push::Tweak;

    use super::*;

    #[test]
    fn a_target_is_told_what_it_named_and_not_where_it_is() {
        let pusher = json!({
            "kind": "http", "app_id": "app", "pushkey": "key", "lang": "en",
            "data": { "url": "https://push.test/_matrix/push/v1/notify", "format": "event_id_only", "brand": "x" },
        });
        let target = Target::parse(&pusher.to_string()).expect("a target");
        assert_eq!(target.url().expect("a url").host(), Some("push.test"));
        let told = count(&target, 3);
        let device = json!({
            "app_id": "app", "pushkey": "key", "data": { "format": "event_id_only", "brand": "x" }, "tweaks": {},
        });
        assert_eq!(told, json!({ "notification": { "prio": "low", "counts": { "unread": 3 }, "devices": [device] } }));
        assert!(Target::parse("{}").is_none());
    }

    #[test]
    fn a_tweak_without_a_value_is_on() {
        let actions = [Action::Notify, Action::SetTweak(Tweak::Highlight(ruma::push::HighlightTweakValue::Yes))];
        assert_eq!(tweaks(&actions), json!({ "highlight": true }));
    }
}
