-- Rooms, their events in a dense sequence, and what must be found without reading events.

CREATE TABLE rooms_room (
    room_id TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    -- Where it came from when it was moved in; NULL for a room made here.
    imported_from TEXT,
    listed BIGINT NOT NULL) WITHOUT ROWID;

-- seq is dense and rises in each room; position says when readers may see the row.
-- content and envelope together are the whole event: what clients see, and what servers sign.
CREATE TABLE rooms_event (
    room_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    position BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    state_key TEXT,
    sender TEXT NOT NULL,
    origin_server_ts BIGINT NOT NULL,
    content TEXT NOT NULL,
    envelope TEXT NOT NULL,
    depth BIGINT NOT NULL,
    -- The history visibility in force (0 world readable, 1 shared, 2 invited, 3 joined).
    visibility BIGINT NOT NULL,
    -- The last state event before this one: the state before it is the state after that.
    state_before BIGINT NOT NULL,
    -- The event whose state this one took over, the event that this one redacts, the one that redacted it.
    replaces_seq BIGINT,
    redacts TEXT,
    redacted_by_seq BIGINT,
    -- Who sent it, for their own local echo.
    device_id TEXT,
    txn_id TEXT,
    -- Events up to and with this one that notify by the default rules.
    notifying BIGINT NOT NULL,
    PRIMARY KEY (room_id, seq)) WITHOUT ROWID;
CREATE UNIQUE INDEX rooms_event_by_id ON rooms_event (event_id);

-- Which event was a room's state from which sequence until which (9223372036854775807: still is).
-- In force for every event with from_seq < seq <= until_seq.
CREATE TABLE rooms_state (
    room_id TEXT NOT NULL,
    type TEXT NOT NULL,
    state_key TEXT NOT NULL,
    from_seq BIGINT NOT NULL,
    until_seq BIGINT NOT NULL,
    PRIMARY KEY (room_id, type, state_key, from_seq)) WITHOUT ROWID;

-- The same intervals for memberships, found by member.
CREATE TABLE rooms_membership (
    user_id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    from_seq BIGINT NOT NULL,
    until_seq BIGINT NOT NULL,
    membership TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (user_id, room_id, from_seq)) WITHOUT ROWID;
CREATE INDEX rooms_membership_now ON rooms_membership (user_id, until_seq, membership);

-- What a device has sent, so that sending it again changes nothing.
CREATE TABLE rooms_transaction (
    user_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    path TEXT NOT NULL,
    event_id TEXT NOT NULL,
    PRIMARY KEY (user_id, device_id, path)) WITHOUT ROWID;

CREATE TABLE rooms_receipt (
    room_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    thread TEXT NOT NULL,
    event_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    ts BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (room_id, user_id, kind, thread)) WITHOUT ROWID;
CREATE INDEX rooms_receipt_by_position ON rooms_receipt (room_id, position);

CREATE TABLE rooms_alias (
    alias TEXT PRIMARY KEY,
    room_id TEXT NOT NULL,
    creator TEXT NOT NULL) WITHOUT ROWID;

-- The key that this server signs events with.
CREATE TABLE rooms_signing_key (
    key_id TEXT PRIMARY KEY,
    seed BLOB NOT NULL) WITHOUT ROWID;
