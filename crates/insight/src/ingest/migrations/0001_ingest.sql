-- A workspace holds what one product sends. The three properties that it keeps of an event are columns.
CREATE TABLE ingest_workspace (
    workspace TEXT NOT NULL, basis TEXT NOT NULL, peer TEXT, room TEXT, amount TEXT, made_at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace)) WITHOUT ROWID;

-- Write keys, as SHA-256.
CREATE TABLE ingest_key (
    key_hash TEXT NOT NULL, workspace TEXT NOT NULL, made_at_ms BIGINT NOT NULL, revoked_at_ms BIGINT,
    PRIMARY KEY (key_hash)) WITHOUT ROWID;

-- What makes a message the same when it comes twice, as a digest; for as long as it may come late.
CREATE TABLE ingest_seen (
    workspace TEXT NOT NULL, message BLOB NOT NULL, received_at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace, message)) WITHOUT ROWID;
CREATE INDEX ingest_seen_by_time ON ingest_seen (received_at_ms);

-- Events on their way to the log: 0 came in, 1 ready for the log, 2 held until their name is ruled on, 3 set apart.
CREATE TABLE ingest_event (
    stage BIGINT NOT NULL, position BIGINT NOT NULL, ordinal BIGINT NOT NULL, workspace TEXT NOT NULL, name TEXT NOT NULL,
    member TEXT NOT NULL, at_ms BIGINT NOT NULL, peer TEXT, room TEXT, amount BIGINT, received_at_ms BIGINT NOT NULL,
    PRIMARY KEY (stage, position, ordinal)) WITHOUT ROWID;
CREATE INDEX ingest_event_held ON ingest_event (workspace, name) WHERE stage = 2;
CREATE INDEX ingest_event_apart ON ingest_event (workspace, member) WHERE stage = 3;

-- The lexicon: the names that events came under, and what was said of each.
CREATE TABLE ingest_name (
    workspace TEXT NOT NULL, name TEXT NOT NULL, ruling TEXT NOT NULL, events BIGINT NOT NULL, held BIGINT NOT NULL,
    first_at_ms BIGINT NOT NULL, last_at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace, name)) WITHOUT ROWID;

-- Ids that are another's. Of several links from one id the earliest holds.
CREATE TABLE ingest_link (
    workspace TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL, at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace, from_id)) WITHOUT ROWID;

-- Whose events come faster than people act: in which hour it was seen, and how many are set apart.
CREATE TABLE ingest_apart (
    workspace TEXT NOT NULL, member TEXT NOT NULL, hour_ms BIGINT NOT NULL, events BIGINT NOT NULL, trusted BIGINT NOT NULL,
    PRIMARY KEY (workspace, member)) WITHOUT ROWID;

-- Events that were not taken in, by day.
CREATE TABLE ingest_refused (
    workspace TEXT NOT NULL, day BIGINT NOT NULL, why TEXT NOT NULL, events BIGINT NOT NULL,
    PRIMARY KEY (workspace, day, why)) WITHOUT ROWID;

-- Files that were moved in, by the digest of their bytes, and how many of their rows are.
CREATE TABLE ingest_import (
    workspace TEXT NOT NULL, digest TEXT NOT NULL, options TEXT NOT NULL, rows_done BIGINT NOT NULL,
    rows_all BIGINT NOT NULL, begun_at_ms BIGINT NOT NULL,
    PRIMARY KEY (workspace, digest)) WITHOUT ROWID;
