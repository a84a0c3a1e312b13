//! Redaction: the event that asks for it, and in the same commit the removal of what was said, as often as it was said anew.

use std::sync::Arc;

use hearth_http::Caller;
use hearth_kernel::{Error, Result};
use ruma::{
    EventId, OwnedEventId, canonical_json::redact_content_in_place, events::TimelineEventType,
    room_version_rules::RoomVersionRules,
};
use serde_json::json;

use super::{
    super::{
        Rooms,
        build::{Draft, object, parse_content},
        event::RoomEvent,
        room::Room,
        user_id,
    },
    send::Transaction,
};

impl Rooms {
    pub(crate) async fn redact(
        &self,
        room: &Arc<Room>,
        transaction: Transaction,
        target: &EventId,
        reason: Option<String>,
    ) -> Result<OwnedEventId> {
        let target = match self.removable(room, &transaction.caller, target).await {
            Ok(target) => target,
            Err(refused) => return self.first_of(&transaction.key(), refused).await,
        };
        let mut content = json!({});
        if let Some(reason) = reason {
            content["reason"] = reason.into();
        }
        if room.rules.redaction.content_field_redacts {
            content["redacts"] = target.event_id.as_str().into();
        }
        let mut removes = vec![target];
        removes.extend(self.own_edits(room, &removes[0]).await?);
        let draft = Draft { removes, ..Draft::message(TimelineEventType::RoomRedaction, object(content)) };
        self.send(room, transaction, draft).await
    }

    /// One's own events, or with the power to remove others'.
    async fn removable(&self, room: &Arc<Room>, caller: &Caller, target: &EventId) -> Result<Arc<RoomEvent>> {
        let event = self.event_in(room, target).await?;
        let event = event.ok_or_else(|| Error::not_found("There is no such event in this room."))?;
        if event.kind == TimelineEventType::RoomCreate {
            return Err(Error::forbidden(
                "The event that a room begins with stays: it says by which rules the room goes.",
            ));
        }
        let levels = room.state().power_levels(&room.rules);
        let member = user_id(&caller.user_id)?;
        let may = match event.sender == member {
            true => levels.user_can_redact_own_event(&member),
            false => levels.user_can_redact_event_of_other(&member),
        };
        if may { Ok(event) } else { Err(Error::forbidden("You may not remove other people's messages here.")) }
    }
}

/// The event as it is kept after its redaction.
pub(crate) fn redacted(event: &RoomEvent, rules: &RoomVersionRules, by_seq: i64) -> Result<RoomEvent> {
    let mut content = parse_content(event.content.get())?;
    redact_content_in_place(&mut content, &rules.redaction, event.kind.to_string());
    let content = serde_json::value::to_raw_value(&content)
        .map_err(|error| Error::internal("content is not JSON").caused_by(error))?;
    Ok(RoomEvent { content, redacts: None, redacted_by_seq: Some(by_seq), ..event.copy() })
}
