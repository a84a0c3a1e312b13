-- Keys for end-to-end encryption, and what waits for devices.

-- The keys of a device as it signed them; identity is their `keys` alone.
CREATE TABLE keys_device (
    user_id TEXT NOT NULL, device_id TEXT NOT NULL, content TEXT NOT NULL, identity TEXT NOT NULL,
    PRIMARY KEY (user_id, device_id)) WITHOUT ROWID;

-- The oldest by position and ordinal is given away first. A claimed key stays until it was handed over.
CREATE TABLE keys_one_time (
    user_id TEXT NOT NULL, device_id TEXT NOT NULL, algorithm TEXT NOT NULL, key_id TEXT NOT NULL,
    content TEXT NOT NULL, position BIGINT NOT NULL, ordinal BIGINT NOT NULL, claim TEXT,
    PRIMARY KEY (user_id, device_id, algorithm, key_id)) WITHOUT ROWID;
CREATE INDEX keys_one_time_next ON keys_one_time (user_id, device_id, algorithm, position, ordinal) WHERE claim IS NULL;
CREATE INDEX keys_one_time_claimed ON keys_one_time (claim) WHERE claim IS NOT NULL;

-- Given away, as often as needed, when no one-time key is left.
CREATE TABLE keys_fallback (
    user_id TEXT NOT NULL, device_id TEXT NOT NULL, algorithm TEXT NOT NULL, key_id TEXT NOT NULL,
    content TEXT NOT NULL, used BIGINT NOT NULL,
    PRIMARY KEY (user_id, device_id, algorithm)) WITHOUT ROWID;

-- usage: master, self_signing or user_signing.
CREATE TABLE keys_cross_signing (
    user_id TEXT NOT NULL, usage TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (user_id, usage)) WITHOUT ROWID;

-- Signatures that came after the key that they are on: a device's, named by its id, or a master key, named by itself.
CREATE TABLE keys_signature (
    user_id TEXT NOT NULL, key_id TEXT NOT NULL, signer_id TEXT NOT NULL, signer_key_id TEXT NOT NULL,
    signature TEXT NOT NULL, PRIMARY KEY (user_id, key_id, signer_id, signer_key_id)) WITHOUT ROWID;

-- When somebody's keys changed. seen_by is empty where everybody who shares a room hears of it.
CREATE TABLE keys_change (
    position BIGINT NOT NULL, user_id TEXT NOT NULL, seen_by TEXT NOT NULL,
    PRIMARY KEY (position, user_id, seen_by)) WITHOUT ROWID;

-- What waits for a device, in order. number counts on without holes, so that how many wait needs no counting.
CREATE TABLE keys_to_device (
    user_id TEXT NOT NULL, device_id TEXT NOT NULL, position BIGINT NOT NULL, number BIGINT NOT NULL,
    message TEXT NOT NULL, PRIMARY KEY (user_id, device_id, position));

-- What a device has sent to others, so that sending it again changes nothing.
CREATE TABLE keys_transaction (
    user_id TEXT NOT NULL, device_id TEXT NOT NULL, path TEXT NOT NULL,
    PRIMARY KEY (user_id, device_id, path)) WITHOUT ROWID;

-- A backup is named by the position that it was made at; the newest is the current one.
CREATE TABLE keys_backup (
    user_id TEXT NOT NULL, version BIGINT NOT NULL, algorithm TEXT NOT NULL, auth_data TEXT NOT NULL,
    etag BIGINT NOT NULL, PRIMARY KEY (user_id, version)) WITHOUT ROWID;

CREATE TABLE keys_backup_session (
    user_id TEXT NOT NULL, version BIGINT NOT NULL, room_id TEXT NOT NULL, session_id TEXT NOT NULL,
    first_message_index BIGINT NOT NULL, forwarded_count BIGINT NOT NULL, is_verified BIGINT NOT NULL,
    session_data TEXT NOT NULL, position BIGINT NOT NULL,
    PRIMARY KEY (user_id, version, room_id, session_id));

-- The one device of a member that nobody is signed in on.
CREATE TABLE keys_dehydrated (
    user_id TEXT PRIMARY KEY, device_id TEXT NOT NULL, device_data TEXT NOT NULL) WITHOUT ROWID;
