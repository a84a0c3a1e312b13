//! What rooms state. The subject is the member whom it is about.

use hearth_kernel::FactKind;
use ruma::events::TimelineEventType;

pub static CREATED: FactKind = FactKind { name: "rooms.created", doc: "A member made a room." };
pub static JOINED: FactKind = FactKind {
    name: "rooms.joined",
    doc: "A member came into a room, invited by `peer`; where `before` is join, they changed how they are shown there.",
};
pub static LEFT: FactKind = FactKind {
    name: "rooms.left",
    doc: "A member left a room, declined an invitation or withdrew a knock, as `before` says.",
};
pub static KNOCKED: FactKind = FactKind { name: "rooms.knocked", doc: "A member asked to be let in." };
pub static FORGOTTEN: FactKind =
    FactKind { name: "rooms.forgotten", doc: "A member forgot a room that they had left." };
pub static INVITED: FactKind =
    FactKind { name: "rooms.invited", doc: "A member was invited by another; `before` says whether they had knocked." };
pub static REMOVED: FactKind = FactKind {
    name: "rooms.removed",
    doc: "A member was removed from a room, uninvited, turned away or unbanned, as `before` says.",
};
pub static BANNED: FactKind = FactKind { name: "rooms.banned", doc: "A member was banned from a room." };
pub static UPGRADED: FactKind =
    FactKind { name: "rooms.upgraded", doc: "A member closed a room in favour of the one in `replacement`." };
pub static MESSAGE_SENT: FactKind = FactKind {
    name: "rooms.message_sent",
    doc: "A member sent something: its form, how it came about (start, reply, withdrawal, call, answer or other), the size of \
          it in powers of two, the kind of room in `place`, and in `peer` whom it was for, where that is at hand.",
};
pub static REACTED: FactKind =
    FactKind { name: "rooms.reacted", doc: "A member reacted to something said, by `peer` where that is at hand." };
pub static EDITED: FactKind = FactKind { name: "rooms.edited", doc: "A member edited something said." };
pub static DESCRIBED: FactKind =
    FactKind { name: "rooms.described", doc: "A member said what a room is. `kind` says how: name or topic." };
pub static READ: FactKind = FactKind { name: "rooms.read", doc: "A member read a room up to what `peer` said." };

pub static REPORTED: FactKind = FactKind {
    name: "rooms.reported",
    doc: "A member told those who run the server of an event, a room or a member; `what` says which.",
};

pub static ALL: [&FactKind; 15] = [
    &CREATED,
    &JOINED,
    &LEFT,
    &KNOCKED,
    &FORGOTTEN,
    &INVITED,
    &REMOVED,
    &BANNED,
    &UPGRADED,
    &MESSAGE_SENT,
    &REACTED,
    &EDITED,
    &DESCRIBED,
    &READ,
    &REPORTED,
];

/// The form of a message, from its type alone.
pub(crate) fn form(kind: &TimelineEventType) -> &'static str {
    match kind {
        TimelineEventType::RoomMessage => "message",
        TimelineEventType::RoomEncrypted => "encrypted",
        TimelineEventType::Reaction => "reaction",
        TimelineEventType::RoomRedaction => "redaction",
        TimelineEventType::Sticker => "sticker",
        _ => "other",
    }
}

/// How a message came about, from its type and whether it answers another.
pub(crate) fn how(kind: &TimelineEventType, is_answer: bool) -> &'static str {
    use TimelineEventType as Kind;
    match kind {
        Kind::RoomRedaction => "withdrawal",
        Kind::CallInvite => "call",
        Kind::CallAnswer => "answer",
        // Devices talk so about a call.
        Kind::CallCandidates | Kind::CallHangup | Kind::CallNegotiate | Kind::CallReject | Kind::CallSelectAnswer => {
            "other"
        }
        _ if is_answer => "reply",
        _ => "start",
    }
}
