-- Which message says something of which other: replies in threads, edits, reactions, references.
-- A message relates to one other at most. What is redacted has no row.
CREATE TABLE rooms_relation (
    room_id TEXT NOT NULL,
    target_seq BIGINT NOT NULL,
    rel_type TEXT NOT NULL,
    seq BIGINT NOT NULL,
    type TEXT NOT NULL,
    sender TEXT NOT NULL,
    -- What an annotation says (its key); NULL for all others.
    annotation TEXT,
    -- The history visibility in force at the message, as its own row has it.
    visibility BIGINT NOT NULL,
    -- 1 for what is told with the target: threads, references, and edits that the protocol allows.
    bundled BIGINT NOT NULL,
    PRIMARY KEY (room_id, target_seq, rel_type, seq)) WITHOUT ROWID;
CREATE INDEX rooms_relation_in_order ON rooms_relation (room_id, rel_type, seq);
-- Nobody reacts twice with the same to the same. NULLs differ from each other on both databases.
CREATE UNIQUE INDEX rooms_relation_annotation ON rooms_relation (room_id, target_seq, sender, type, annotation);

-- What events that are older than a table still owe to it, and how far that has come.
CREATE TABLE rooms_backfill (
    what TEXT PRIMARY KEY,
    room_id TEXT NOT NULL,
    seq BIGINT NOT NULL) WITHOUT ROWID;
INSERT INTO rooms_backfill (what, room_id, seq)
    SELECT 'relations', '', 0 WHERE EXISTS (SELECT 1 FROM rooms_event);
