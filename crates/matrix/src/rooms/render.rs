//! Events as clients get them. The part that all readers share is written once; what differs by
//! reader goes into `unsigned` and is spliced behind it.

use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

use super::event::{Membership, RoomEvent, push_string};

/// Events that others mention in their `unsigned`, by sequence.
#[derive(Default)]
pub(crate) struct Attached {
    pub(crate) events: BTreeMap<i64, Arc<RoomEvent>>,
    /// What others say of an event, by its sequence.
    pub(crate) related: BTreeMap<i64, Related>,
}

/// What others say of one event, as far as it is told with it.
#[derive(Default)]
pub(crate) struct Related {
    /// The last edit that counts.
    pub(crate) edit: Option<Arc<RoomEvent>>,
    pub(crate) thread: Option<Thread>,
    pub(crate) references: Vec<String>,
}

/// The thread that begins at an event.
pub(crate) struct Thread {
    pub(crate) last: Arc<RoomEvent>,
    pub(crate) count: i64,
    /// The reader began it or has replied in it.
    pub(crate) participated: bool,
}

/// For whom, and how.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) user_id: &'a str,
    pub(crate) device_id: &'a str,
    pub(crate) now_ms: i64,
    /// Sync groups events by room and leaves the room id out.
    pub(crate) with_room_id: bool,
}

/// Writes one event for one reader.
pub(crate) fn push_event(
    out: &mut String,
    event: &RoomEvent,
    reader: Reader<'_>,
    membership: Option<Membership>,
    attached: &Attached,
) {
    out.push_str(event.shared_json());
    if reader.with_room_id {
        out.push_str(",\"room_id\":");
        push_string(out, event.room_id.as_str());
    }
    let age = (reader.now_ms - event.origin_server_ts).max(0);
    write!(out, ",\"unsigned\":{{\"age\":{age}").ok();
    if let Some(membership) = membership {
        write!(out, ",\"membership\":\"{}\"", membership.name()).ok();
    }
    if let Some(echo) = &event.echo
        && event.sender == reader.user_id
        && *echo.device_id == *reader.device_id
    {
        out.push_str(",\"transaction_id\":");
        push_string(out, &echo.txn_id);
    }
    if let Some(replaced) = event.replaces_seq.and_then(|seq| attached.events.get(&seq)) {
        out.push_str(",\"replaces_state\":");
        push_string(out, replaced.event_id.as_str());
        out.push_str(",\"prev_sender\":");
        push_string(out, replaced.sender.as_str());
        out.push_str(",\"prev_content\":");
        out.push_str(replaced.content.get());
    }
    if let Some(because) = event.redacted_by_seq.and_then(|seq| attached.events.get(&seq)) {
        out.push_str(",\"redacted_because\":");
        out.push_str(because.shared_json());
        out.push_str(",\"room_id\":");
        push_string(out, because.room_id.as_str());
        out.push_str(",\"unsigned\":{}}");
    }
    if let Some(related) = attached.related.get(&event.seq) {
        push_related(out, related, reader, attached);
    }
    out.push_str("}}");
}

/// What others say of an event. Each of them came after it, so that this has an end.
fn push_related(out: &mut String, related: &Related, reader: Reader<'_>, attached: &Attached) {
    let reader = Reader { with_room_id: true, ..reader };
    let mut separator = ",\"m.relations\":{";
    let mut name = |out: &mut String, name: &str| {
        write!(out, "{separator}\"{name}\":").ok();
        separator = ",";
    };
    if let Some(edit) = &related.edit {
        name(out, "m.replace");
        push_event(out, edit, reader, None, &Attached::default());
    }
    if let Some(Thread { last, count, participated }) = &related.thread {
        name(out, "m.thread");
        out.push_str("{\"latest_event\":");
        push_event(out, last, reader, None, attached);
        write!(out, ",\"count\":{count},\"current_user_participated\":{participated}}}").ok();
    }
    if !related.references.is_empty() {
        name(out, "m.reference");
        out.push_str("{\"chunk\":");
        push_array(out, &related.references, |out, event_id| {
            out.push_str("{\"event_id\":");
            push_string(out, event_id);
            out.push('}');
        });
        out.push('}');
    }
    if separator == "," {
        out.push('}');
    }
}

/// A JSON array, item by item.
pub(crate) fn push_array<T>(
    out: &mut String,
    items: impl IntoIterator<Item = T>,
    mut push: impl FnMut(&mut String, T),
) {
    out.push('[');
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        push(out, item);
    }
    out.push(']');
}
