//! What keys states. The subject is the member who did it.

use hearth_kernel::FactKind;

pub static DEVICE_KEYS_UPLOADED: FactKind =
    FactKind { name: "keys.device_keys_uploaded", doc: "The device `device_id` can be written to in secret." };
pub static ONE_TIME_KEYS_UPLOADED: FactKind =
    FactKind { name: "keys.one_time_keys_uploaded", doc: "A device has `count` more one-time keys." };
pub static CLAIMED: FactKind =
    FactKind { name: "keys.claimed", doc: "A member asked for the one-time keys of `count` devices." };
pub static SENT_TO_DEVICES: FactKind =
    FactKind { name: "keys.sent_to_devices", doc: "A member sent something to `count` devices." };
pub static CROSS_SIGNING_SET_UP: FactKind = FactKind {
    name: "keys.cross_signing_set_up",
    doc: "A member set cross-signing keys. `how` says whether they are the first ones or replaced others.",
};
pub static SIGNED: FactKind = FactKind {
    name: "keys.signed",
    doc: "A member signed `own` keys of their own devices or of themselves, and `others` of other members.",
};
pub static BACKUP_MADE: FactKind = FactKind { name: "keys.backup_made", doc: "A member made a backup of room keys." };
pub static BACKUP_DELETED: FactKind = FactKind { name: "keys.backup_deleted", doc: "A member deleted a backup." };
pub static BACKED_UP: FactKind =
    FactKind { name: "keys.backed_up", doc: "A device put `count` room keys in a backup." };
pub static DEVICE_DEHYDRATED: FactKind =
    FactKind { name: "keys.device_dehydrated", doc: "A member left a device here that nobody is signed in on." };

pub static ALL: [&FactKind; 10] = [
    &DEVICE_KEYS_UPLOADED,
    &ONE_TIME_KEYS_UPLOADED,
    &CLAIMED,
    &SENT_TO_DEVICES,
    &CROSS_SIGNING_SET_UP,
    &SIGNED,
    &BACKUP_MADE,
    &BACKUP_DELETED,
    &BACKED_UP,
    &DEVICE_DEHYDRATED,
];
