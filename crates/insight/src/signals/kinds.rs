//! The lexicon: every kind of signal that there is.

use std::{collections::HashMap, sync::LazyLock};

use hearth_kernel::ports::Purpose;

use super::kind::{SignalKind, Words};
use crate::features::Group;

/// More than a year, so that a year can be compared with the one before.
const KEPT_DAYS: i64 = 400;

const KIND: SignalKind = SignalKind {
    name: "",
    fact: None,
    doc: "",
    purpose: Purpose::Retention,
    kept_days: KEPT_DAYS,
    feeds: &[],
    peer: None,
    room: None,
    variants: Words::None,
    places: Words::None,
    amount: None,
};

/// What kind of room something was in: how many had joined it, and whether it is encrypted.
const PLACES: Words =
    Words::Closed(&["direct", "direct-encrypted", "group", "group-encrypted", "crowd", "crowd-encrypted"]);

pub static MESSAGE_SENT: SignalKind = SignalKind {
    name: "message_sent",
    fact: Some("rooms.message_sent"),
    doc: "A member said something in a room.",
    feeds: &[Group::Recency, Group::Frequency, Group::Trend, Group::Rhythm, Group::Clock, Group::Contacts],
    peer: Some("whom they answered, or the other one in a room of two"),
    room: Some("where"),
    variants: Words::Closed(&["start", "reply"]),
    places: PLACES,
    amount: Some("the size in powers of two"),
    ..KIND
};

pub static PRODUCT_ACTIVITY: SignalKind = SignalKind {
    name: "product_activity",
    doc: "Somebody used another product.",
    feeds: &[Group::Recency, Group::Frequency, Group::Trend, Group::Rhythm, Group::Clock, Group::Contacts],
    peer: Some("whom it was for"),
    room: Some("where in the product"),
    variants: Words::OfWorkspace,
    amount: Some("what the product counts"),
    ..KIND
};

pub static PRODUCT_FRICTION: SignalKind = SignalKind {
    name: "product_friction",
    doc: "Something went wrong for somebody who used another product.",
    feeds: &[],
    ..PRODUCT_ACTIVITY
};

/// Every kind. A name is never given to another kind.
pub static KINDS: &[&SignalKind] = &[&MESSAGE_SENT, &PRODUCT_ACTIVITY, &PRODUCT_FRICTION];

static BY_NAME: LazyLock<HashMap<&str, &'static SignalKind>> =
    LazyLock::new(|| KINDS.iter().map(|kind| (kind.name, *kind)).collect());

pub fn of_name(name: &str) -> Option<&'static SignalKind> {
    BY_NAME.get(name).copied()
}
