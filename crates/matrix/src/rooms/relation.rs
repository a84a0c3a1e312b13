//! What one message says of another: a reply in its thread, an edit, a reaction, a reference.

use hearth_kernel::limits;
use ruma::{EventId, OwnedEventId};
use serde_json::Value;

use super::{build::Draft, event::RoomEvent};

pub(crate) const THREAD: &str = "m.thread";
pub(crate) const REPLACE: &str = "m.replace";
pub(crate) const REFERENCE: &str = "m.reference";
pub(crate) const ANNOTATION: &str = "m.annotation";

/// The relation that a message names. What it relates to need not be in the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    pub(crate) rel_type: String,
    pub(crate) target: OwnedEventId,
    /// What an annotation says.
    pub(crate) annotation: Option<String>,
    /// It brings a content to show in place of its target's.
    pub(crate) has_new_content: bool,
}

impl Relation {
    /// None where nothing is said, or nothing that could be kept: a name that is too long for an index.
    fn read(relates_to: &Value, has_new_content: bool) -> Option<Self> {
        let name = |name: &&str| !name.is_empty() && name.len() <= limits::ID_BYTES && !name.contains('\0');
        let rel_type = relates_to.get("rel_type")?.as_str().filter(name)?.to_owned();
        let target = relates_to.get("event_id")?.as_str().filter(name).and_then(|id| EventId::parse(id).ok())?;
        let fits = |key: &&str| key.len() <= limits::ANNOTATION_BYTES && !key.contains('\0');
        let key = relates_to.get("key").and_then(Value::as_str).filter(fits);
        let annotation = key.filter(|_| rel_type == ANNOTATION).map(str::to_owned);
        Some(Self { rel_type, target, annotation, has_new_content })
    }

    /// What a draft says of another message.
    pub(crate) fn of_draft(draft: &Draft) -> Option<Self> {
        let relates_to = draft.content.get("m.relates_to").filter(|_| draft.state_key.is_none())?;
        let has_new_content = draft.content.get("m.new_content").is_some_and(|content| content.is_object());
        Self::read(&Value::from(relates_to.clone()), has_new_content)
    }

    pub(crate) fn is(&self, rel_type: &str) -> bool {
        self.rel_type == rel_type
    }
}

impl RoomEvent {
    /// What this message says of another. State says nothing of messages.
    pub(crate) fn relation(&self) -> Option<Relation> {
        if self.is_state() || !self.content.get().contains("\"m.relates_to\"") {
            return None;
        }
        let content: Value = serde_json::from_str(self.content.get()).ok()?;
        Relation::read(content.get("m.relates_to")?, content.get("m.new_content").is_some_and(Value::is_object))
    }

    /// What this message answers.
    pub(crate) fn in_reply_to(&self) -> Option<OwnedEventId> {
        if self.is_state() || !self.content.get().contains("\"m.in_reply_to\"") {
            return None;
        }
        let content: Value = serde_json::from_str(self.content.get()).ok()?;
        EventId::parse(content.get("m.relates_to")?.get("m.in_reply_to")?.get("event_id")?.as_str()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(relates_to: &Value) -> Option<(String, Option<String>)> {
        Relation::read(relates_to, false).map(|relation| (relation.rel_type, relation.annotation))
    }

    #[test]
    fn what_cannot_be_kept_is_no_relation() {
        let said = json!({ "rel_type": ANNOTATION, "event_id": "$event", "key": "+" });
        assert_eq!(read(&said), Some((ANNOTATION.to_owned(), Some("+".to_owned()))));
        for (field, value) in [
            ("rel_type", json!("a".repeat(256))),
            ("rel_type", json!("")),
            ("rel_type", json!("a\0")),
            ("rel_type", json!(7)),
            ("event_id", json!("no event")),
            ("event_id", json!(null)),
        ] {
            let mut said = said.clone();
            said[field] = value;
            assert_eq!(read(&said), None, "{said}");
        }
        for none in [json!(null), json!([]), json!("m.thread"), json!({ "m.in_reply_to": { "event_id": "$event" } })] {
            assert_eq!(read(&none), None);
        }
    }

    #[test]
    fn only_annotations_have_a_key() {
        let thread = json!({ "rel_type": THREAD, "event_id": "$event", "key": "+" });
        assert_eq!(read(&thread), Some((THREAD.to_owned(), None)));
        let long =
            json!({ "rel_type": ANNOTATION, "event_id": "$event", "key": "+".repeat(limits::ANNOTATION_BYTES + 1) });
        assert_eq!(read(&long), Some((ANNOTATION.to_owned(), None)));
    }
}
