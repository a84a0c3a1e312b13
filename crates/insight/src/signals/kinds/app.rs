//! What only a member's own app can know: what got in the way, and what of it was used.

use hearth_kernel::ports::Purpose;

use super::{HINDERED, KIND, MET, SEASON_DAYS, SOURCE};
use crate::signals::{
    kind::{SignalKind, Source, Words},
    tell::{APP_HINDERED, APP_USED},
};

/// What got in a member's way, as their app tells.
const FRICTION: SignalKind = SignalKind { feeds: HINDERED, is_told_apart: true, ..KIND };
/// What of the app was used. It is counted to improve the app, and nothing is learnt from it about a member.
const USED: SignalKind = SignalKind {
    is_activity: false,
    purpose: Purpose::Product,
    kept_days: SEASON_DAYS,
    feeds: &[],
    is_told_apart: true,
    ..KIND
};
/// What a member's app tells of, under this name.
const fn of_app(fact: &'static str, signal: &'static [&'static str]) -> Option<Source> {
    Some(Source { fact, only: Some(("signal", signal)), ..SOURCE })
}

/// The same, with one of the ways in which it was.
const fn of_app_variant(fact: &'static str, signal: &'static [&'static str]) -> Option<Source> {
    Some(Source { fact, only: Some(("signal", signal)), variant: "variant", ..SOURCE })
}

pub static SEND_FAILED: SignalKind = SignalKind {
    name: "send_failed",
    source: of_app_variant(APP_HINDERED, &["send_failed"]),
    doc: "What a member wanted to say was not sent, and their app told them so.",
    variants: Words::Closed(&["forbidden", "too-large", "server", "encryption", "other"]),
    ..FRICTION
};
pub static CANNOT_DECRYPT: SignalKind = SignalKind {
    name: "cannot_decrypt",
    source: of_app_variant(APP_HINDERED, &["cannot_decrypt"]),
    doc: "A member was shown a message that could not be decrypted.",
    variants: Words::Closed(&["no-key", "in-backup", "before-device", "before-joining", "withheld", "unknown"]),
    ..FRICTION
};
pub static SLOW_ROOM: SignalKind = SignalKind {
    name: "slow_room",
    source: of_app_variant(APP_HINDERED, &["slow_room"]),
    doc: "A member waited at least so long for a room that they had opened.",
    variants: Words::Closed(&["1s", "3s", "10s"]),
    ..FRICTION
};
pub static EMPTY_SEARCH: SignalKind = SignalKind {
    name: "empty_search",
    source: of_app_variant(APP_HINDERED, &["empty_search"]),
    doc: "A member looked for something and found nothing. What it was is not told.",
    variants: Words::Closed(&["filter", "messages", "people", "rooms"]),
    ..FRICTION
};
pub static ERROR_SHOWN: SignalKind = SignalKind {
    name: "error_shown",
    source: of_app_variant(APP_HINDERED, &["error_shown"]),
    doc: "A member's app told them that something had gone wrong.",
    variants: Words::Closed(&["crashed", "forbidden", "input", "missing", "often", "unknown", "unreached"]),
    ..FRICTION
};
pub static REFUSED: SignalKind = SignalKind {
    name: "refused",
    source: of_app_variant(APP_HINDERED, &["refused"]),
    doc: "The server refused what a member's app asked: they may not, or not so often.",
    variants: Words::Closed(&["forbidden", "often"]),
    ..FRICTION
};
pub static APP_OPENED: SignalKind = SignalKind {
    name: "app_opened",
    source: of_app(APP_USED, &["app_opened"]),
    doc: "A member opened the app.",
    ..KIND
};
pub static APP_ACTIVE: SignalKind = SignalKind {
    name: "app_active",
    source: of_app_variant(APP_USED, &["app_active"]),
    doc: "A member has used the app for at least so long since it was last told.",
    kept_days: SEASON_DAYS,
    variants: Words::Closed(&["1m", "5m", "15m", "30m"]),
    ..KIND
};
pub static NOTIFICATION_SHOWN: SignalKind = SignalKind {
    name: "notification_shown",
    source: of_app(APP_USED, &["notification_shown"]),
    doc: "A member's app showed them a notification.",
    kept_days: SEASON_DAYS,
    ..MET
};
pub static NOTIFICATION_OPENED: SignalKind = SignalKind {
    name: "notification_opened",
    source: of_app(APP_USED, &["notification_opened"]),
    doc: "A member opened a notification.",
    kept_days: SEASON_DAYS,
    ..KIND
};
pub static CAPABILITY_USED: SignalKind = SignalKind {
    name: "capability_used",
    source: of_app_variant(APP_USED, &["capability_used"]),
    doc: "A member used a part of the app.",
    variants: Words::Closed(&[
        "edits",
        "files",
        "invitations",
        "mentions",
        "moderation",
        "permalinks",
        "pictures",
        "profiles",
        "reactions",
        "recovery",
        "replies",
        "search",
        "spaces",
        "threads",
        "translation",
        "verification",
        "voice",
    ]),
    ..USED
};
pub static PREFERENCE_CHANGED: SignalKind = SignalKind {
    name: "preference_changed",
    source: of_app_variant(APP_USED, &["preference_changed"]),
    doc: "A member changed a setting of the app.",
    variants: Words::Closed(&["culture", "language", "look", "name", "notifications", "privacy"]),
    ..USED
};
