//! The lexicon: every kind of signal that there is.

use std::{collections::HashMap, sync::LazyLock};

use hearth_kernel::ports::Purpose;

use super::kind::{SUBJECT, SignalKind, Source, Words};
use crate::features::{
    Class,
    Group::{
        self, Answers, Clock, Contacts, Frequency, Friction, Moderation, Recency, Rhythm, Rooms, Tenure, Trend, Use,
    },
};

mod app;

pub use app::*;

/// More than a year, so that a year can be compared with the one before.
const KEPT_DAYS: i64 = 400;
/// What happens often and says little after a season.
const SEASON_DAYS: i64 = 100;

/// What every doing of a member feeds.
const DOING: &[Group] = &[Recency, Frequency, Trend, Rhythm, Clock, Use, Tenure];
/// A doing that is for somebody, somewhere.
const SPEAKING: &[Group] = &[Recency, Frequency, Trend, Rhythm, Clock, Use, Tenure, Rooms, Answers, Contacts];
/// The same, when it went wrong.
const FAILING: &[Group] = &[Recency, Frequency, Trend, Rhythm, Clock, Use, Tenure, Rooms, Answers, Contacts, Friction];
/// A doing that went wrong, for nobody in particular.
const HINDERED: &[Group] = &[Recency, Frequency, Trend, Rhythm, Clock, Use, Tenure, Friction];
/// A doing that is about a room.
const ROOMING: &[Group] = &[Recency, Frequency, Trend, Rhythm, Clock, Use, Tenure, Rooms];

/// What kind of room something was in: how many had joined it, and whether it is encrypted. A crowd has more than 32.
const PLACES: Words =
    Words::Closed(&["direct", "direct-encrypted", "group", "group-encrypted", "crowd", "crowd-encrypted"]);
const BEFORE: Words = Words::Closed(&["none", "join", "invite", "leave", "knock", "ban"]);
const SIZE: Option<&str> = Some("the size in powers of two");
const WHERE: Option<&str> = Some("where");

const SOURCE: Source = Source { fact: "", only: None, member: SUBJECT, peer: "", variant: "", amount: "" };
const KIND: SignalKind = SignalKind {
    name: "",
    source: None,
    doc: "",
    is_activity: true,
    purpose: Purpose::Retention,
    kept_days: KEPT_DAYS,
    feeds: DOING,
    says: None,
    peer: None,
    room: None,
    variants: Words::None,
    places: Words::None,
    amount: None,
    is_told_apart: false,
};
const CALL: SignalKind =
    SignalKind { feeds: SPEAKING, peer: Some("the other one in a room of two"), room: WHERE, places: PLACES, ..KIND };
/// What happens to a member and is not their doing.
const MET: SignalKind = SignalKind { is_activity: false, feeds: &[], ..KIND };
/// What others or the operator did to a member.
const MODERATED: SignalKind = SignalKind { feeds: &[Moderation], ..MET };

const fn of(fact: &'static str) -> Option<Source> {
    Some(Source { fact, ..SOURCE })
}

const fn of_variant(fact: &'static str, variant: &'static str) -> Option<Source> {
    Some(Source { fact, variant, ..SOURCE })
}

const fn of_call(how: &'static [&'static str]) -> Option<Source> {
    Some(Source { fact: "rooms.message_sent", only: Some(("how", how)), peer: "peer", ..SOURCE })
}

/// One of the ways in which a member goes in or out: by what they were before.
const fn of_before(fact: &'static str, before: &'static [&'static str]) -> Option<Source> {
    Some(Source { fact, only: Some(("before", before)), variant: "before", ..SOURCE })
}

/// Every kind. A name is never given to another kind.
pub static KINDS: &[&SignalKind] = &[
    &REGISTERED,
    &SIGNED_IN,
    &SIGN_IN_FAILED,
    &SIGNED_OUT,
    &SESSION_REVOKED,
    &DEVICE_ADDED,
    &DEVICE_REMOVED,
    &PASSWORD_CHANGED,
    &PROFILE_CHANGED,
    &SETTING_CHANGED,
    &LOCKED,
    &UNLOCKED,
    &MESSAGE_SENT,
    &REACTION_SENT,
    &MESSAGE_EDITED,
    &MESSAGE_WITHDRAWN,
    &MESSAGE_REMOVED,
    &CALL_STARTED,
    &CALL_ANSWERED,
    &READ,
    &ROOM_CREATED,
    &ROOM_DESCRIBED,
    &ROOM_JOINED,
    &ROOM_LEFT,
    &ROOM_FORGOTTEN,
    &INVITED,
    &INVITATION_SENT,
    &INVITATION_DECLINED,
    &INVITATION_WITHDRAWN,
    &KNOCKED,
    &KNOCK_WITHDRAWN,
    &KNOCK_REFUSED,
    &REMOVED,
    &BANNED,
    &UNBANNED,
    &IGNORED,
    &REPORTED,
    &MEDIA_UPLOADED,
    &IDENTITY_SET_UP,
    &OTHERS_VERIFIED,
    &BACKUP_MADE,
    &NOTIFICATIONS_ON,
    &NOTIFICATIONS_OFF,
    &SEND_FAILED,
    &CANNOT_DECRYPT,
    &SLOW_ROOM,
    &EMPTY_SEARCH,
    &ERROR_SHOWN,
    &REFUSED,
    &APP_OPENED,
    &APP_ACTIVE,
    &NOTIFICATION_SHOWN,
    &NOTIFICATION_OPENED,
    &CAPABILITY_USED,
    &PREFERENCE_CHANGED,
    &PRODUCT_ACTIVITY,
    &PRODUCT_FRICTION,
];

pub static REGISTERED: SignalKind = SignalKind {
    name: "registered",
    source: of_variant("accounts.registered", "by"),
    doc: "A member has an account from now on.",
    variants: Words::Closed(&["registration", "shared_secret", "setup", "administrator"]),
    ..KIND
};
pub static SIGNED_IN: SignalKind =
    SignalKind { name: "signed_in", source: of("accounts.logged_in"), doc: "A member signed in.", ..KIND };
pub static SIGN_IN_FAILED: SignalKind = SignalKind {
    name: "sign_in_failed",
    source: of("accounts.login_failed"),
    doc: "Somebody gave a wrong password for this member.",
    kept_days: SEASON_DAYS,
    feeds: &[Friction],
    ..MET
};
pub static SIGNED_OUT: SignalKind = SignalKind {
    name: "signed_out",
    source: of_variant("accounts.logged_out", "of"),
    doc: "A member signed out, of one device or of all.",
    variants: Words::Closed(&["device", "all"]),
    ..KIND
};
pub static SESSION_REVOKED: SignalKind = SignalKind {
    name: "session_revoked",
    source: of("accounts.session_revoked"),
    doc: "A device of a member was signed out, because its tokens may have been stolen.",
    ..MET
};
pub static DEVICE_ADDED: SignalKind =
    SignalKind { name: "device_added", source: of("accounts.device_added"), doc: "A member has a new device.", ..KIND };
pub static DEVICE_REMOVED: SignalKind = SignalKind {
    name: "device_removed",
    source: of("accounts.device_removed"),
    doc: "A member has a device less.",
    ..MET
};
pub static PASSWORD_CHANGED: SignalKind = SignalKind {
    name: "password_changed",
    source: of_variant("accounts.password_changed", "by"),
    doc: "A member has another password, by their own doing or an administrator's.",
    variants: Words::Closed(&["member", "administrator"]),
    ..MET
};
pub static PROFILE_CHANGED: SignalKind = SignalKind {
    name: "profile_changed",
    source: of_variant("accounts.profile_changed", "kind"),
    doc: "A member changed their name, picture or another part of their profile.",
    variants: Words::Closed(&["display_name", "avatar", "extended"]),
    ..KIND
};
pub static SETTING_CHANGED: SignalKind = SignalKind {
    name: "setting_changed",
    source: of_variant("accounts.setting_changed", "kind"),
    doc: "A member, or their app for them, changed what is kept for them here.",
    is_activity: false,
    kept_days: SEASON_DAYS,
    feeds: &[],
    variants: Words::Closed(&["notifications", "ignored", "direct", "tags", "other"]),
    ..KIND
};
pub static LOCKED: SignalKind = SignalKind {
    name: "locked",
    source: of("accounts.locked"),
    doc: "An administrator locked a member's account.",
    ..MODERATED
};
pub static UNLOCKED: SignalKind = SignalKind {
    name: "unlocked",
    source: of("accounts.unlocked"),
    doc: "An administrator unlocked a member's account.",
    ..MET
};

pub static MESSAGE_SENT: SignalKind = SignalKind {
    name: "message_sent",
    source: Some(Source {
        fact: "rooms.message_sent",
        only: Some(("how", &["start", "reply"])),
        peer: "peer",
        variant: "how",
        amount: "size_bucket",
        ..SOURCE
    }),
    doc: "A member said something in a room, of themselves or in answer to something.",
    feeds: SPEAKING,
    peer: Some("whom they answered, or the other one in a room of two"),
    room: WHERE,
    variants: Words::Closed(&["start", "reply"]),
    places: PLACES,
    amount: SIZE,
    ..KIND
};
pub static REACTION_SENT: SignalKind = SignalKind {
    name: "reaction_sent",
    source: Some(Source { fact: "rooms.reacted", peer: "peer", ..SOURCE }),
    doc: "A member reacted to something said.",
    feeds: SPEAKING,
    peer: Some("who had said it"),
    room: WHERE,
    places: PLACES,
    ..KIND
};
pub static MESSAGE_EDITED: SignalKind = SignalKind {
    name: "message_edited",
    source: of("rooms.edited"),
    doc: "A member edited something said.",
    feeds: ROOMING,
    room: WHERE,
    ..KIND
};
pub static MESSAGE_WITHDRAWN: SignalKind = SignalKind {
    name: "message_withdrawn",
    source: Some(Source { fact: "rooms.message_sent", only: Some(("how", &["withdrawal"])), ..SOURCE }),
    doc: "A member took back something said, or removed what somebody else had said.",
    feeds: ROOMING,
    room: WHERE,
    ..KIND
};
pub static MESSAGE_REMOVED: SignalKind = SignalKind {
    name: "message_removed",
    source: Some(Source { fact: "rooms.message_sent", only: Some(("how", &["withdrawal"])), member: "peer", ..SOURCE }),
    doc: "What a member had said was removed by somebody else.",
    room: WHERE,
    ..MODERATED
};
pub static CALL_STARTED: SignalKind = SignalKind {
    name: "call_started",
    source: of_call(&["call"]),
    doc: "A member called somebody, in a room where that can be seen: one that is not encrypted.",
    ..CALL
};
pub static CALL_ANSWERED: SignalKind = SignalKind {
    name: "call_answered",
    source: of_call(&["answer"]),
    doc: "A member took a call, where that can be seen.",
    ..CALL
};
pub static READ: SignalKind = SignalKind {
    name: "read",
    source: Some(Source { fact: "rooms.read", peer: "peer", amount: "after_ms", ..SOURCE }),
    doc: "A member read a room up to a message.",
    kept_days: SEASON_DAYS,
    feeds: ROOMING,
    peer: Some("who had said the last of it"),
    room: WHERE,
    places: PLACES,
    amount: Some("how old that was, in milliseconds"),
    ..KIND
};

pub static ROOM_CREATED: SignalKind = SignalKind {
    name: "room_created",
    source: of("rooms.created"),
    doc: "A member made a room.",
    feeds: ROOMING,
    room: Some("the new one"),
    ..KIND
};
pub static ROOM_DESCRIBED: SignalKind = SignalKind {
    name: "room_described",
    source: of_variant("rooms.described", "kind"),
    doc: "A member gave a room a name or a topic.",
    feeds: ROOMING,
    room: WHERE,
    variants: Words::Closed(&["name", "topic"]),
    ..KIND
};
pub static ROOM_JOINED: SignalKind = SignalKind {
    name: "room_joined",
    source: Some(Source {
        fact: "rooms.joined",
        only: Some(("before", &["none", "invite", "leave", "knock", "ban"])),
        peer: "peer",
        variant: "before",
        ..SOURCE
    }),
    doc: "A member came into a room: by themselves, or because they had been invited.",
    feeds: ROOMING,
    says: Some(Class::Joined),
    peer: Some("who had invited them"),
    room: WHERE,
    variants: BEFORE,
    ..KIND
};
pub static ROOM_LEFT: SignalKind = SignalKind {
    name: "room_left",
    source: of_before("rooms.left", &["join"]),
    doc: "A member left a room.",
    feeds: ROOMING,
    says: Some(Class::Left),
    room: WHERE,
    variants: BEFORE,
    ..KIND
};
pub static ROOM_FORGOTTEN: SignalKind = SignalKind {
    name: "room_forgotten",
    source: of("rooms.forgotten"),
    doc: "A member took a room that they had left out of their list.",
    feeds: ROOMING,
    room: WHERE,
    ..KIND
};
pub static INVITED: SignalKind = SignalKind {
    name: "invited",
    source: Some(Source { fact: "rooms.invited", peer: "by", ..SOURCE }),
    doc: "A member was invited to a room.",
    peer: Some("by whom"),
    room: WHERE,
    ..MET
};
pub static INVITATION_SENT: SignalKind = SignalKind {
    name: "invitation_sent",
    source: Some(Source { fact: "rooms.invited", member: "by", peer: SUBJECT, ..SOURCE }),
    doc: "A member invited another to a room.",
    feeds: SPEAKING,
    peer: Some("whom"),
    room: WHERE,
    ..KIND
};
pub static INVITATION_DECLINED: SignalKind = SignalKind {
    name: "invitation_declined",
    source: of_before("rooms.left", &["invite"]),
    doc: "A member declined an invitation.",
    feeds: ROOMING,
    room: WHERE,
    variants: BEFORE,
    ..KIND
};
pub static INVITATION_WITHDRAWN: SignalKind = SignalKind {
    name: "invitation_withdrawn",
    source: of_before("rooms.removed", &["invite"]),
    doc: "An invitation of a member was taken back.",
    room: WHERE,
    variants: BEFORE,
    ..MET
};
pub static KNOCKED: SignalKind = SignalKind {
    name: "knocked",
    source: of("rooms.knocked"),
    doc: "A member asked to be let into a room.",
    feeds: ROOMING,
    room: WHERE,
    ..KIND
};
pub static KNOCK_WITHDRAWN: SignalKind = SignalKind {
    name: "knock_withdrawn",
    source: of_before("rooms.left", &["knock"]),
    doc: "A member asked no more to be let in.",
    feeds: ROOMING,
    room: WHERE,
    variants: BEFORE,
    ..KIND
};
pub static KNOCK_REFUSED: SignalKind = SignalKind {
    name: "knock_refused",
    source: of_before("rooms.removed", &["knock"]),
    doc: "A member who asked to be let in was turned away.",
    room: WHERE,
    variants: BEFORE,
    ..MODERATED
};
pub static REMOVED: SignalKind = SignalKind {
    name: "removed",
    source: of_before("rooms.removed", &["join"]),
    doc: "A member was put out of a room.",
    room: WHERE,
    variants: BEFORE,
    ..MODERATED
};
pub static BANNED: SignalKind = SignalKind {
    name: "banned",
    source: of_variant("rooms.banned", "before"),
    doc: "A member was banned from a room.",
    room: WHERE,
    variants: BEFORE,
    ..MODERATED
};
pub static UNBANNED: SignalKind = SignalKind {
    name: "unbanned",
    source: of_before("rooms.removed", &["ban"]),
    doc: "A member may come into a room again.",
    room: WHERE,
    variants: BEFORE,
    ..MET
};
pub static IGNORED: SignalKind = SignalKind {
    name: "ignored",
    source: Some(Source { fact: "accounts.ignored", amount: "count", ..SOURCE }),
    doc: "A member ignores more members than before.",
    feeds: DOING,
    amount: Some("how many more"),
    ..KIND
};
pub static REPORTED: SignalKind = SignalKind {
    name: "reported",
    source: of_variant("rooms.reported", "what"),
    doc: "A member told those who run the server of a message, a room or a member.",
    room: WHERE,
    variants: Words::Closed(&["event", "room", "member"]),
    ..KIND
};

pub static MEDIA_UPLOADED: SignalKind = SignalKind {
    name: "media_uploaded",
    source: Some(Source { fact: "media.uploaded", variant: "kind", amount: "size_bucket", ..SOURCE }),
    doc: "A member uploaded a file.",
    variants: Words::Closed(&["image", "video", "audio", "text", "other"]),
    amount: SIZE,
    ..KIND
};
pub static IDENTITY_SET_UP: SignalKind = SignalKind {
    name: "identity_set_up",
    source: of_variant("keys.cross_signing_set_up", "how"),
    doc: "A member can be verified by others.",
    variants: Words::Closed(&["first", "replaced"]),
    ..KIND
};
pub static OTHERS_VERIFIED: SignalKind = SignalKind {
    name: "keys_signed",
    source: Some(Source { fact: "keys.signed", amount: "others", ..SOURCE }),
    doc: "A member signed keys, which is how devices and other members are verified.",
    amount: Some("how many keys of others"),
    ..KIND
};
pub static BACKUP_MADE: SignalKind = SignalKind {
    name: "backup_made",
    source: of("keys.backup_made"),
    doc: "A member keeps a backup of their keys here.",
    ..KIND
};
pub static NOTIFICATIONS_ON: SignalKind = SignalKind {
    name: "notifications_on",
    source: of("push.pusher_set"),
    doc: "A member lets a device be woken.",
    is_activity: false,
    feeds: &[],
    ..KIND
};
pub static NOTIFICATIONS_OFF: SignalKind = SignalKind {
    name: "notifications_off",
    source: of("push.pusher_removed"),
    doc: "A member lets a device be woken no more.",
    is_activity: false,
    feeds: &[],
    ..KIND
};

pub static PRODUCT_ACTIVITY: SignalKind = SignalKind {
    name: "product_activity",
    doc: "Somebody used another product.",
    feeds: SPEAKING,
    peer: Some("whom it was for"),
    room: Some("where in the product"),
    variants: Words::OfWorkspace,
    amount: Some("what the product counts"),
    ..KIND
};
pub static PRODUCT_FRICTION: SignalKind = SignalKind {
    name: "product_friction",
    doc: "Something went wrong for somebody who used another product.",
    feeds: FAILING,
    source: None,
    ..PRODUCT_ACTIVITY
};

static BY_NAME: LazyLock<HashMap<&str, &'static SignalKind>> =
    LazyLock::new(|| KINDS.iter().map(|kind| (kind.name, *kind)).collect());

pub fn of_name(name: &str) -> Option<&'static SignalKind> {
    BY_NAME.get(name).copied()
}
