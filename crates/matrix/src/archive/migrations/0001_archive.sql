-- What was moved in, and how far. A part of a source is one room; steps_done moves in the commit that
-- stores the steps, so that a step is done once whatever happens in between.

CREATE TABLE archive_source (
    source TEXT PRIMARY KEY,
    format TEXT NOT NULL,
    -- How it was read: the same bytes read differently are other steps.
    options TEXT NOT NULL,
    finished BIGINT NOT NULL) WITHOUT ROWID;

CREATE TABLE archive_part (
    source TEXT NOT NULL,
    part TEXT NOT NULL,
    room_id TEXT NOT NULL,
    steps_done BIGINT NOT NULL,
    opened BIGINT NOT NULL,
    PRIMARY KEY (source, part)) WITHOUT ROWID;
